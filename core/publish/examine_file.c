/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at the attached files: whether they are there, and what they may tell of people.
 */
#include "core/publish/finding_parts.h"

#include "core/base/text.h"
#include "core/publish/personal.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOOKED_AT_BYTES = 4 << 20, SHOWN = 5 };

void publish_file_path(const char *beside, const char *file, struct str *out)
{
    if (*file != '/')
        str_printf(out, "%s/", beside);
    str_add(out, file);
}

static bool ends_in(const char *name, const char *const *endings, size_t n_endings)
{
    const size_t n = strlen(name);

    for (size_t i = 0; i < n_endings; i++) {
        const size_t len = strlen(endings[i]);

        if (n > len && strcasecmp(name + n - len, endings[i]) == 0)
            return true;
    }
    return false;
}

static bool carries_author(const char *name)
{
    static const char *const endings[] = {".docx", ".xlsx", ".pptx", ".doc",  ".xls",  ".ppt", ".odt", ".ods",
                                          ".odp",  ".pdf",  ".jpg",  ".jpeg", ".heic", ".tif", ".tiff"};

    return ends_in(name, endings, sizeof endings / sizeof *endings);
}

static bool is_text(const char *name)
{
    static const char *const endings[] = {".csv", ".txt", ".tsv", ".md", ".json", ".html", ".htm", ".xml"};

    return ends_in(name, endings, sizeof endings / sizeof *endings);
}

/* Those of a meeting's items and of rounds are rows of two tables, each with a number one. */
static struct spot spot_of(const struct attached *file)
{
    const struct entity *entity = file->item ? &attachment_entity : &round_attachment_entity;

    return (struct spot){.part = PART_ATTACHMENT,
                         .item = file->item,
                         .resolution = file->resolution,
                         .line = -1,
                         .column = -1,
                         .entity = entity,
                         .field = entity_field(entity, "file"),
                         .row = file->attachment};
}

/* The beginning of a file, fit to be looked through: of another encoding only what is ASCII. */
static enum status read_text(const char *path, struct str *out, struct err *err)
{
    FILE *file = fopen(path, "rb");
    char bytes[16384];
    size_t n;
    enum status status = STATUS_OK;

    if (!file)
        return err_set(err, STATUS_BAD, CODE_FILE_OPEN, path, NULL, NULL);
    while (out->len_bytes < LOOKED_AT_BYTES && (n = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_add_bytes(out, bytes, n);
    if (ferror(file))
        status = err_set(err, STATUS_BAD, CODE_FILE_READ, path, NULL, NULL);
    if (fclose(file) != 0 && !status)
        status = err_set(err, STATUS_BAD, CODE_FILE_READ, path, NULL, NULL);
    if (!status && str_failed(out))
        status = err_memory(err);
    const bool valid = !status && text_invalid_at(out->text, out->len_bytes) == out->len_bytes;

    for (size_t i = 0; i < out->len_bytes; i++)
        if (!out->text[i] || (!valid && (unsigned char)out->text[i] >= 0x80))
            out->text[i] = ' ';
    return status;
}

static enum status examine_content(struct examining *x, struct attached *file, const char *path)
{
    const struct spot spot = spot_of(file);
    struct str text = STR_INIT, found = STR_INIT;
    enum personal kind;
    size_t start, end, n = 0;
    enum status status = read_text(path, &text, x->err);

    for (size_t at = 0; !status && n <= SHOWN && personal_find(text.text, at, &kind, &start, &end);
         at = end) {
        str_add(&found, n ? "、" : "");
        if (n++ == SHOWN)
            str_add(&found, "…");
        else
            str_add_bytes(&found, text.text + start, end - start);
    }
    if (!status && str_failed(&found))
        status = err_memory(x->err);
    if (!status && n) {
        status = finding_add(x, PUBLISH_FILE_PERSONAL, &spot, file->from, found.text, found.len_bytes);
        if (!status && x->out->v[x->out->n - 1].choice == PUBLISH_REDACT)
            file->attachment->file = NULL;
    }
    str_release(&text);
    str_release(&found);
    return status;
}

/* What is not there, or cannot be read, is left out in any case: it is to be decided whether all else goes.
 */
static enum status examine_file(struct examining *x, struct attached *file)
{
    const struct spot spot = spot_of(file);
    struct str path = STR_INIT;
    struct stat info;
    enum status status = STATUS_OK;

    publish_file_path(x->beside, file->from, &path);
    if (str_failed(&path)) {
        status = err_memory(x->err);
    } else if (stat(path.text, &info) != 0 || !S_ISREG(info.st_mode) || access(path.text, R_OK) != 0) {
        file->attachment->file = NULL;
        status = finding_add(x, PUBLISH_FILE_MISSING, &spot, file->from, file->from, strlen(file->from));
    } else if (is_text(file->from)) {
        status = examine_content(x, file, path.text);
    }
    str_release(&path);
    return status;
}

static enum status examine_authors(struct examining *x)
{
    const struct spot spot = {.part = PART_ATTACHMENT,
                              .line = -1,
                              .column = -1,
                              .entity = &meeting_entity,
                              .row = &x->copy->s.meeting};
    struct str names = STR_INIT;
    enum status status = STATUS_OK;
    bool drop = false;

    for (size_t i = 0; i < x->copy->n_attached; i++) {
        const char *name = x->copy->attached[i].attachment->file;

        if (name && carries_author(name))
            str_printf(&names, "%s%s", names.len_bytes ? "、" : "", name);
    }
    if (str_failed(&names))
        status = err_memory(x->err);
    if (!status && names.len_bytes) {
        status = finding_add(x, PUBLISH_AUTHOR_FILES, &spot, "", names.text, names.len_bytes);
        drop = !status && x->out->v[x->out->n - 1].choice == PUBLISH_REDACT;
    }
    for (size_t i = 0; i < x->copy->n_attached && drop; i++)
        if (carries_author(x->copy->attached[i].from))
            x->copy->attached[i].attachment->file = NULL;
    str_release(&names);
    return status;
}

enum status examine_files(struct examining *x)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < x->copy->n_attached && !status; i++)
        status = examine_file(x, &x->copy->attached[i]);
    return status ? status : examine_authors(x);
}

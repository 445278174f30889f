/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in the package.
 */
#include "core/publish/package.h"

#include "core/paper/paper.h"
#include "core/paper/writer.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- papers ---------------------------------------------------------------------------------- */

static const struct {
    const char *name, *paper, *writer, *type;
} papers[] = {
    {"minutes.txt", "minutes", "text", "text/plain"},
    {"minutes.odt", "minutes", "odt", "application/vnd.oasis.opendocument.text"},
    {"agenda.txt", "agenda", "text", "text/plain"},
    {"agenda.odt", "agenda", "odt", "application/vnd.oasis.opendocument.text"},
};
enum { PAPERS = sizeof papers / sizeof *papers, TABLES = 3 };

bool package_prints(const char *paper)
{
    for (size_t i = 0; i < PAPERS; i++)
        if (strcmp(papers[i].paper, paper) == 0)
            return true;
    return false;
}

static enum status print(const struct public_copy *copy, const struct style *style, const char *paper,
                         const char *writer, struct str *out, struct err *err)
{
    const struct paper_source source = {&copy->s, copy->has_previous ? &copy->previous : NULL, style,
                                        COPY_PUBLIC};
    const struct page_size page = {PUBLISH_WIDTH, 0};
    struct document document;
    enum status status;

    document_init(&document);
    status = paper_build(paper_find(paper), &source, &document, err);
    if (!status)
        status = writer_find(writer)->write(&document, &page, out, err);
    document_release(&document);
    return status;
}

/* ---- the list -------------------------------------------------------------------------------- */

static struct package_item *next(struct package_items *items, const char *name, const char *type)
{
    struct package_item *item = &items->v[items->n++];

    item->name = name;
    item->type = type;
    str_init(&item->bytes);
    return item;
}

static const char *type_of(const char *name)
{
    static const struct {
        const char *ending, *type;
    } types[] = {
        {".pdf", "application/pdf"},
        {".csv", "text/csv"},
        {".txt", "text/plain"},
        {".json", "application/json"},
        {".xml", "application/xml"},
        {".html", "text/html"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".odt", "application/vnd.oasis.opendocument.text"},
        {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
        {".odp", "application/vnd.oasis.opendocument.presentation"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    };
    const size_t n = strlen(name);

    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        const size_t len = strlen(types[i].ending);

        if (n > len && strcasecmp(name + n - len, types[i].ending) == 0)
            return types[i].type;
    }
    return NULL;
}

static enum status add_attached(const struct public_copy *copy, const char *beside,
                                struct package_items *items, struct err *err)
{
    for (size_t i = 0; i < copy->n_attached; i++) {
        const struct attached *file = &copy->attached[i];
        struct str path = STR_INIT;
        struct package_item *item;

        if (!file->attachment->file)
            continue;
        publish_file_path(beside, file->from, &path);
        item = next(items, file->attachment->file, type_of(file->attachment->file));
        item->from = str_failed(&path) ? NULL : arena_text(&items->arena, path.text, path.len_bytes);
        str_release(&path);
        if (!item->from)
            return err_memory(err);
    }
    return STATUS_OK;
}

enum status package_items_make(const struct public_copy *copy, const struct style *style, const char *beside,
                               struct package_items *out, struct err *err)
{
    enum status status = STATUS_OK;

    *out = (struct package_items){.arena = ARENA_INIT};
    out->v = arena_take(&out->arena, (PAPERS + TABLES + copy->n_attached) * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    for (size_t i = 0; i < PAPERS && !status; i++)
        status = print(copy, style, papers[i].paper, papers[i].writer,
                       &next(out, papers[i].name, papers[i].type)->bytes, err);
    if (!status)
        package_tracked_csv(copy, &next(out, "tracked-decisions.csv", "text/csv")->bytes);
    if (!status)
        status = package_statements_csv(copy, style, &next(out, "statements.csv", "text/csv")->bytes, err);
    if (!status)
        status = package_record(copy, &next(out, "record.json", "application/json")->bytes, err);
    if (!status)
        status = add_attached(copy, beside, out, err);
    for (size_t i = 0; i < out->n && !status; i++) {
        struct package_item *item = &out->v[i];

        if (str_failed(&item->bytes))
            status = err_memory(err);
        item->len_bytes = item->bytes.len_bytes;
        sha256_text(item->bytes.text, item->bytes.len_bytes, item->sha256);
    }
    return status;
}

void package_items_release(struct package_items *items)
{
    for (size_t i = 0; i < items->n; i++)
        str_release(&items->v[i].bytes);
    arena_release(&items->arena);
    *items = (struct package_items){.arena = ARENA_INIT};
}

/* ---- the manifest ---------------------------------------------------------------------------- */

static json_t *json_of(const struct package_item *item)
{
    return json_pack("{ss ss* sI ss}", "name", item->name, "type", item->type, "bytes",
                     (json_int_t)item->len_bytes, "sha256", item->sha256);
}

/* 水文部政府資料開放諮詢小組112年第2次會議: the words that head its agenda. */
static void add_title(const struct public_copy *copy, struct str *out)
{
    int year, number;
    bool extra;

    if (copy->s.meeting.title) {
        str_add(out, copy->s.meeting.title);
    } else {
        str_add(out, copy->s.committee.name);
        if (meeting_key_parse(copy->s.meeting.key, &year, &number, &extra))
            str_printf(out, "%d年第%d次%s會議", year, number, extra ? "臨時" : "");
    }
}

enum status package_manifest(const struct public_copy *copy, const struct package_items *items,
                             const char *today, const char *head, struct str *out, struct err *err)
{
    const struct milestone *published = meeting_milestone(&copy->s.meeting, STEP_PUBLISHED);
    json_t *files = json_array(), *root;
    struct str title = STR_INIT;
    bool failed = !files;
    char *text;

    add_title(copy, &title);
    for (size_t i = 0; i < items->n && !failed; i++)
        failed = json_array_append_new(files, json_of(&items->v[i])) != 0;
    root = failed || str_failed(&title)
               ? NULL
               : json_pack("{ss si ss ss* ss ss ss* ss* ss s{ss} sO}", "format", "yishi-publication",
                           "version", 1, "title", title.text, "agency", copy->s.committee.agency, "committee",
                           copy->s.committee.key, "meeting", copy->s.meeting.key, "start",
                           copy->s.meeting.start, "published", published ? published->date : NULL, "made",
                           today, "journal", "head", head, "files", files);
    text = root ? json_dumps(root, JSON_INDENT(2)) : NULL;
    if (text)
        str_printf(out, "%s\n", text);
    failed = !text || str_failed(out);
    free(text);
    json_decref(root);
    json_decref(files);
    str_release(&title);
    return failed ? err_memory(err) : STATUS_OK;
}

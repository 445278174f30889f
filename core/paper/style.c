/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a style. A key that no compiled-in style has is a mistake: together they are the list of
 * what there is.
 */
#include "core/paper/style.h"

#include "core/base/arena.h"
#include "core/base/builtin.h"
#include "core/base/ini.h"
#include "core/base/str.h"
#include "core/committee/committee.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *key, *value;
};
struct style {
    struct arena arena;
    struct entry *entries;
    size_t n, room;
    size_t n_own;              /* so many of the entries are its own; those after them are the base's */
    const struct style *known; /* whose keys are allowed; NULL: any */
    const char *name;
};

const char *style_builtin_name(size_t index)
{
    for (size_t i = 0; i < n_theme_files; i++)
        if (strcmp(theme_files[i].kind, "paper") == 0 && index-- == 0)
            return theme_files[i].name;
    return NULL;
}

/* What a style does not say, since it was written for an older program, is said by this one. */
static const char *const base_name = "classic";

static const struct entry *find_from(const struct style *style, const char *key, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (strcmp(style->entries[i].key, key) == 0)
            return &style->entries[i];
    return NULL;
}

static const struct entry *find(const struct style *style, const char *key)
{
    return find_from(style, key, 0, style->n);
}

static enum status add_entry(struct style *style, const char *key, const char *value, struct err *err)
{
    struct entry entry = {arena_text(&style->arena, key, strlen(key)),
                          arena_text(&style->arena, value, strlen(value))};

    if (style->n == style->room) {
        size_t room = style->room ? style->room * 2 : 64;
        struct entry *entries = realloc(style->entries, room * sizeof *entries);

        if (!entries)
            return err_memory(err);
        style->entries = entries;
        style->room = room;
    }
    if (!entry.key || !entry.value)
        return err_memory(err);
    style->entries[style->n++] = entry;
    return STATUS_OK;
}

/* Whether a compiled-in style has the key, or (for a section's own value) the general one. */
static bool is_known(const struct style *known, const char *section, const char *key, const char *full)
{
    const size_t general = strcspn(section, ".");
    char of_all[64];

    if (find(known, full))
        return true;
    return section[general] && choice_find(&section_choices, section + general + 1) != UNKNOWN &&
           snprintf(of_all, sizeof of_all, "%.*s:%s", (int)general, section, key) < (int)sizeof of_all &&
           find(known, of_all);
}

/* Whether a pattern may speak of NAME (with its braces): a compiled-in style does, or it is one of those that
 * none of them needs. */
static bool is_name(const struct style *known, const char *name)
{
    static const char *const others[] = {"{y}",      "{H}",      "{M}",        "{self}",
                                         "{clause}", "{online}", "{proposer}", "{source}",
                                         "{kind}",   "{role}",   "{seat}",     "{member}"};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i], name) == 0)
            return true;
    for (size_t i = 0; i < known->n; i++)
        if (strstr(known->entries[i].value, name))
            return true;
    return false;
}

/* Where a { or [ stands without its end; NULL: nowhere. */
static const char *unpaired(const char *value)
{
    const char *open = NULL;

    for (const char *p = value; *p; p++) {
        if (*p == '{' && !strchr(p, '}'))
            return p;
        if (*p == '{')
            p = strchr(p, '}');
        else if (*p == '[' || *p == ']')
            open = *p == '[' ? p : NULL;
    }
    return open;
}

/* The first name in VALUE that there is none of, into NAME with its braces. */
static void find_unknown(const struct style *known, const char *value, struct str *name)
{
    for (const char *p = strchr(value, '{'); p; p = strchr(p + 1, '{')) {
        str_clear(name);
        str_add_bytes(name, p, strcspn(p, "}") + 1);
        if (!is_name(known, name->text))
            return;
    }
    str_clear(name);
}

static enum status wrong_value(const struct style *style, const struct ini_entry *ini, enum code code,
                               const char *what, struct err *err)
{
    char number[16];
    enum status status;

    (void)snprintf(number, sizeof number, "%d", ini->line);
    status = err_set(err, STATUS_BAD, code, style->name, number, ini->key);
    err_arg(err, 2, what);
    return status;
}

/* The value of a user's key: yes or no where it is that, brackets in pairs, names that there are. */
static enum status check_value(const struct style *style, const struct ini_entry *ini, const char *key,
                               struct err *err)
{
    const struct entry *sample = find(style->known, key);
    struct str name = STR_INIT;
    enum status status = STATUS_OK;

    if (sample && (strcmp(sample->value, "yes") == 0 || strcmp(sample->value, "no") == 0) &&
        strcmp(ini->value, "yes") != 0 && strcmp(ini->value, "no") != 0)
        return wrong_value(style, ini, CODE_STYLE_SWITCH, ini->value, err);
    if (unpaired(ini->value))
        return wrong_value(style, ini, CODE_STYLE_PAIR, unpaired(ini->value), err);
    find_unknown(style->known, ini->value, &name);
    if (str_failed(&name))
        status = err_memory(err);
    else if (name.len_bytes)
        status = wrong_value(style, ini, CODE_STYLE_NAME, name.text, err);
    str_release(&name);
    return status;
}

static enum status take(void *context, const struct ini_entry *ini, struct err *err)
{
    struct style *style = context;
    struct str key = STR_INIT;
    enum status status = STATUS_OK;
    char number[16];

    str_printf(&key, "%s:%s", ini->section, ini->key);
    if (str_failed(&key)) {
        status = err_memory(err);
    } else if (style->known && !is_known(style->known, ini->section, ini->key, key.text)) {
        (void)snprintf(number, sizeof number, "%d", ini->line);
        status = err_set(err, STATUS_BAD, CODE_STYLE_KEY, style->name, number, key.text);
    } else {
        if (style->known)
            status = check_value(style, ini, key.text, err);
        if (!status)
            status = add_entry(style, key.text, ini->value, err);
    }
    str_release(&key);
    return status;
}

static enum status read_file(const char *path, struct str *out, struct err *err)
{
    FILE *file = fopen(path, "rb");
    char bytes[4096];
    size_t n;
    int failed;

    if (!file)
        return err_set(err, STATUS_STORAGE, CODE_FILE_OPEN, path, strerror(errno), NULL);
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0 && out->len_bytes < 1 << 20)
        str_add_bytes(out, bytes, n);
    failed = ferror(file);
    (void)fclose(file);
    if (failed)
        return err_set(err, STATUS_STORAGE, CODE_FILE_READ, path, strerror(EIO), NULL);
    return str_failed(out) ? err_memory(err) : STATUS_OK;
}

static const char *builtin_text(const char *name)
{
    for (size_t i = 0; i < n_theme_files; i++)
        if (strcmp(theme_files[i].kind, "paper") == 0 && strcmp(theme_files[i].name, name) == 0)
            return theme_files[i].text;
    return NULL;
}

static enum status unknown(const char *name, struct err *err)
{
    struct str all = STR_INIT;
    enum status status;
    const char *builtin;

    for (size_t i = 0; (builtin = style_builtin_name(i)) != NULL; i++)
        str_printf(&all, "%s%s", i ? " " : "", builtin);
    status = err_set(err, STATUS_MISSING, CODE_STYLE_UNKNOWN, NULL, name, all.text);
    str_release(&all);
    return status;
}

static enum status read_style(struct style *style, const char *name, struct err *err)
{
    const char *text = builtin_text(name);
    struct str own = STR_INIT;
    struct style known = {.name = ""};
    enum status status = STATUS_OK;

    style->name = name;
    if (text) {
        status = ini_read(name, text, take, style, err);
        style->n_own = style->n;
        return status;
    }
    if (!strchr(name, '/') && !(strlen(name) > 4 && strcmp(name + strlen(name) - 4, ".ini") == 0))
        return unknown(name, err);
    for (size_t i = 0; !status && style_builtin_name(i); i++)
        status = ini_read(style_builtin_name(i), builtin_text(style_builtin_name(i)), take, &known, err);
    if (!status)
        status = read_file(name, &own, err);
    style->known = &known;
    if (!status)
        status = ini_read(name, own.text, take, style, err);
    style->known = NULL;
    style->n_own = style->n;
    if (!status)
        status = ini_read(base_name, builtin_text(base_name), take, style, err);
    arena_release(&known.arena);
    free(known.entries);
    str_release(&own);
    return status;
}

enum status style_load(const char *name, struct style **out, struct err *err)
{
    struct style *style = calloc(1, sizeof *style);
    enum status status;

    *out = NULL;
    if (!style)
        return err_memory(err);
    status = read_style(style, name, err);
    if (status)
        style_free(style);
    else
        *out = style;
    return status;
}

void style_free(struct style *style)
{
    if (!style)
        return;
    arena_release(&style->arena);
    free(style->entries);
    free(style);
}

const char *style_get(const struct style *style, const char *key)
{
    const struct entry *entry = find(style, key);

    return entry ? entry->value : "";
}

const char *style_part(const struct style *style, const char *part, const char *section, const char *key)
{
    char special[64], general[64];
    const struct entry *entry = NULL;

    if (snprintf(special, sizeof special, "%s.%s:%s", part, section, key) >= (int)sizeof special ||
        snprintf(general, sizeof general, "%s:%s", part, key) >= (int)sizeof general)
        return "";
    entry = find_from(style, special, 0, style->n_own);
    if (!entry)
        entry = find_from(style, general, 0, style->n_own);
    if (!entry)
        entry = find_from(style, special, style->n_own, style->n);
    if (!entry)
        entry = find_from(style, general, style->n_own, style->n);
    return entry ? entry->value : "";
}

/* The levels are keys of their own, level:1 the sections'. */
const char *style_level(const struct style *style, int level)
{
    char key[24];
    const struct entry *entry = NULL;

    for (int i = level + 1; i > 0 && !entry; i--) {
        (void)snprintf(key, sizeof key, "level:%d", i);
        entry = find_from(style, key, 0, style->n_own);
    }
    return entry ? entry->value : "1.";
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms on which units report, written into files.
 */
#include "tui/file.h"
#include "tui/forms.h"
#include "tui/words.h"

#include <string.h>
#include <unistd.h>

enum status forms_refuse_existing(const char *path, struct err *err)
{
    return access(path, F_OK) == 0 ? err_set(err, STATUS_NO, CODE_ASK_EXISTS, path, NULL, NULL) : STATUS_OK;
}

enum status forms_write_one(const struct asking *a, const char *unit, struct str *out, size_t *rows,
                            struct err *err)
{
    *rows = form_write(out, a->s->committee.name, a->s->meeting.key, unit, a->tracked->v, a->tracked->n);
    if (!*rows)
        return err_set(err, STATUS_NO, CODE_ASK_NONE, NULL, unit, a->s->meeting.key);
    return str_failed(out) ? err_memory(err) : STATUS_OK;
}

/* ---- a file for each unit ------------------------------------------------------------------------- */

static void add_units(const char **names, size_t *n, const struct unit *v, size_t n_units)
{
    for (size_t i = 0; i < n_units; i++) {
        size_t k = 0;

        while (k < *n && !text_same(names[k], v[i].name))
            k++;
        if (k == *n)
            names[(*n)++] = v[i].name;
    }
}

/* All that have something to report on, in the order of their decisions. */
static enum status find_units(const struct asking *a, const char ***out, size_t *n, struct err *err)
{
    size_t most = 0;

    *n = 0;
    for (size_t i = 0; i < a->tracked->n; i++)
        most += a->tracked->v[i]->units.n + a->tracked->v[i]->assisting.n;
    *out = arena_take(a->arena, (most + 1) * sizeof **out);
    if (!*out)
        return err_memory(err);
    for (size_t i = 0; i < a->tracked->n; i++) {
        if (!resolution_open(a->tracked->v[i]))
            continue;
        add_units(*out, n, a->tracked->v[i]->units.v, a->tracked->v[i]->units.n);
        add_units(*out, n, a->tracked->v[i]->assisting.v, a->tracked->v[i]->assisting.n);
    }
    return STATUS_OK;
}

/* DIRECTORY/112-2-資訊處.csv, in ARENA; what cannot stand in a file's name on some system is _. Two units
 * whose names come out alike are told apart by their place. */
static const char *path_of(const struct asking *a, const char *directory, const char *const *units, size_t at,
                           const char **paths)
{
    const size_t len = strlen(directory);
    struct str name = STR_INIT;
    const char *path;

    for (const char *p = units[at]; *p; p++)
        str_add_char(&name, strchr("/\\:*?\"<>|", *p) ? '_' : *p);
    path = str_failed(&name)
               ? NULL
               : arena_printf(a->arena, "%s%s%s-%s.csv", directory,
                              len && directory[len - 1] == '/' ? "" : "/", a->s->meeting.key, name.text);
    for (size_t i = 0; path && i < at; i++)
        if (text_same(paths[i], path)) {
            path =
                arena_printf(a->arena, "%s/%s-%s-%zu.csv", directory, a->s->meeting.key, name.text, at + 1);
            break;
        }
    str_release(&name);
    return path;
}

enum status forms_write_all(const struct asking *a, const char *directory, struct str *report,
                            struct err *err)
{
    const char **units, **paths;
    size_t n;
    enum status status = find_units(a, &units, &n, err);

    if (!status && !n)
        return err_set(err, STATUS_NO, CODE_ASK_NONE, NULL, _("沒有單位"), a->s->meeting.key);
    paths = arena_take(a->arena, (n + 1) * sizeof *paths);
    if (!status && !paths)
        status = err_memory(err);
    for (size_t i = 0; i < n && !status; i++) {
        paths[i] = path_of(a, directory, units, i, paths);
        status = paths[i] ? forms_refuse_existing(paths[i], err) : err_memory(err);
    }
    if (!status && n)
        status = file_make_parents(paths[0], err);
    for (size_t i = 0; i < n && !status; i++) {
        struct str form = STR_INIT;
        size_t rows;

        status = forms_write_one(a, units[i], &form, &rows, err);
        if (!status)
            status = file_write(paths[i], form.text, form.len_bytes, err);
        if (!status)
            str_printf(report, _("%s  %zu 案\n"), paths[i], rows);
        str_release(&form);
    }
    return status;
}

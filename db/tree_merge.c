/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Storing trees: what is stored becomes what is wanted, with as few changes as there are.
 */
#include "db/tree.h"

#include "db/tree_sql.h"

#include <stdlib.h>
#include <string.h>

static struct row *row_of(const struct entity *e, struct list rows, size_t i)
{
    return (struct row *)(void *)((char *)rows.v + i * e->size);
}

static const struct field *identity_of(const struct entity *e)
{
    for (size_t i = 0; i < e->n_fields; i++)
        if (e->fields[i].flags & FIELD_IDENTITY)
            return &e->fields[i];
    return NULL;
}

static bool has_identity(const struct field *identity, const struct row *row)
{
    return identity && field_is_text(identity) && field_text(identity, row);
}

enum { NONE = -1 };

/* The old row with the new row's id. */
static long same_id(const struct entity *e, struct list olds, struct list news, size_t i)
{
    const struct row *wanted = row_of(e, news, i);

    if (wanted->id && i < olds.n && row_of(e, olds, i)->id == wanted->id)
        return (long)i; /* as it mostly is */
    for (size_t k = 0; wanted->id && k < olds.n; k++)
        if (row_of(e, olds, k)->id == wanted->id)
            return (long)k;
    return NONE;
}

/* For a new row without an id: the old one of the same identity, else (where no row of the list has an id, so
 * that the list comes from elsewhere) the one at its place. Only such as are not TAKEN. */
static long same_otherwise(const struct entity *e, struct list olds, struct list news, size_t i,
                           const bool *taken, bool by_place)
{
    const struct field *identity = identity_of(e);
    const struct row *wanted = row_of(e, news, i);

    if (wanted->id)
        return NONE;
    if (has_identity(identity, wanted)) {
        for (size_t k = 0; k < olds.n; k++)
            if (!taken[k] && field_same(identity, row_of(e, olds, k), wanted))
                return (long)k;
        return NONE;
    }
    if (by_place && i < olds.n && !taken[i] && !has_identity(identity, row_of(e, olds, i)))
        return (long)i;
    return NONE;
}

/* For each new row the old row that it is; NONE: it is a new one. Ids first, or a row without one would take
 * the place of the row that it was put before. */
static void match_rows(const struct entity *e, struct list olds, struct list news, long *match, bool *taken)
{
    bool any_id = false;

    for (size_t i = 0; i < news.n; i++) {
        match[i] = same_id(e, olds, news, i);
        if (match[i] != NONE && taken[match[i]])
            match[i] = NONE; /* a copy of a row with its id is a new row */
        if (match[i] != NONE)
            taken[match[i]] = true;
        any_id |= row_of(e, news, i)->id != 0;
    }
    for (size_t i = 0; i < news.n; i++) {
        if (match[i] != NONE)
            continue;
        match[i] = same_otherwise(e, olds, news, i, taken, !any_id);
        if (match[i] != NONE)
            taken[match[i]] = true;
    }
}

static struct tree_place place_below(const struct entity *e, const struct tree_place *place,
                                     const struct row *row, const struct field *field)
{
    struct tree_place below = *place;

    below.owner = e->table;
    below.owner_id = row->id;
    below.field = field->column;
    if (e->opens == SCOPE_COMMITTEE)
        below.committee = row->id;
    else if (e->opens == SCOPE_MEETING)
        below.meeting = row->id;
    else if (e->opens == SCOPE_RESOLUTION)
        below.resolution = row->id;
    return below;
}

/* The lists below a row: OLD or NEW may be NULL for a row that is new or goes. */
static enum status merge_below(struct db *db, const struct entity *e, const struct tree_place *place,
                               const struct row *old_row, const struct row *new_row, struct err *err)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < e->n_fields && !status; i++) {
        const struct field *field = &e->fields[i];
        struct list olds = {NULL, 0}, news = {NULL, 0};
        struct tree_place below;

        if (field->type != FIELD_LIST)
            continue;
        if (old_row)
            olds = field_list(field, old_row);
        if (new_row)
            news = field_list(field, new_row);
        if ((!olds.n && !news.n) || (olds.v == news.v && olds.n == news.n)) /* the same rows: left alone */
            continue;
        below = place_below(e, place, new_row ? new_row : old_row, field);
        status = tree_merge(db, field->child, &below, olds, news, err);
    }
    return status;
}

static enum status drop_row(struct db *db, const struct entity *e, const struct tree_place *place,
                            const struct row *row, struct err *err)
{
    enum status status = merge_below(db, e, place, row, NULL, err);

    return status ? status : tree_delete(db, e, row, err);
}

static enum status keep_row(struct db *db, const struct entity *e, const struct tree_place *place,
                            const struct row *old_row, struct row *new_row, struct err *err)
{
    enum status status = STATUS_OK;

    if (!new_row->id)
        new_row->ver = old_row->ver;
    new_row->id = old_row->id;
    new_row->owner_id = old_row->owner_id;
    if (!row_same(e, old_row, new_row))
        status = tree_update(db, e, new_row, err);
    if (!status && old_row->position != new_row->position)
        status = tree_reposition(db, e, new_row, err);
    return status ? status : merge_below(db, e, place, old_row, new_row, err);
}

enum status tree_merge(struct db *db, const struct entity *e, const struct tree_place *place,
                       struct list olds, struct list news, struct err *err)
{
    bool *taken = calloc(olds.n + 1, sizeof *taken);
    long *match = calloc(news.n + 1, sizeof *match);
    enum status status = taken && match ? STATUS_OK : err_memory(err);

    if (!status)
        match_rows(e, olds, news, match, taken);
    for (size_t k = 0; k < olds.n && !status; k++)
        if (!taken[k])
            status = drop_row(db, e, place, row_of(e, olds, k), err);
    for (size_t i = 0; i < news.n && !status; i++) {
        struct row *row = row_of(e, news, i);

        row->position = (int64_t)i;
        if (match[i] != NONE) {
            status = keep_row(db, e, place, row_of(e, olds, (size_t)match[i]), row, err);
            continue;
        }
        status = tree_insert(db, e, place, row, err);
        if (!status)
            status = merge_below(db, e, place, NULL, row, err);
    }
    free(match);
    free(taken);
    return status;
}

enum status tree_put(struct db *db, const struct entity *e, const struct tree_place *place,
                     const void *old_row, void *new_row, struct err *err)
{
    enum status status;

    if (!new_row)
        return old_row ? drop_row(db, e, place, old_row, err) : STATUS_OK;
    if (old_row)
        return keep_row(db, e, place, old_row, new_row, err);
    status = tree_insert(db, e, place, new_row, err);
    return status ? status : merge_below(db, e, place, NULL, new_row, err);
}

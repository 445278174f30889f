/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing rows of a meeting: the refusal for a confirmed one, and lists with a row more or less.
 */
#include "core/cycle/change.h"

#include "core/base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool meeting_is_confirmed(const struct meeting *meeting)
{
    return meeting_milestone(meeting, STEP_CONFIRMED) != NULL;
}

enum status change_begin(struct db *db, const struct stamp *stamp, const struct snapshot *s, struct err *err)
{
    if (meeting_is_confirmed(&s->meeting))
        return err_set(err, STATUS_NO, CODE_MEETING_CONFIRMED, NULL, s->meeting.key, NULL);
    return write_begin(db, stamp, err);
}

struct tree_place change_place(const struct snapshot *s, const struct entity *owner, int64_t owner_id,
                               const char *field)
{
    return (struct tree_place){.owner = owner->table,
                               .owner_id = owner_id,
                               .field = field,
                               .committee = s->committee.row.id,
                               .meeting = s->meeting.row.id};
}

enum status change_row(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                       const struct entity *owner, int64_t owner_id, const char *field,
                       const struct entity *e, const void *old_row, void *new_row, struct err *err)
{
    const struct tree_place place = change_place(s, owner, owner_id, field);
    enum status status = change_begin(db, stamp, s, err);

    if (status)
        return status;
    return write_end(db, tree_put(db, e, &place, old_row, new_row, err), err);
}

static char *at(const struct entity *e, struct list list, size_t i)
{
    return (char *)list.v + i * e->size;
}

struct list list_insert(const struct entity *e, struct list list, size_t place, const void *row)
{
    struct list grown = {calloc(list.n + 1, e->size), list.n + 1};

    if (place > list.n)
        place = list.n;
    if (!grown.v)
        return (struct list){NULL, 0};
    if (place)
        memcpy(grown.v, list.v, place * e->size);
    memcpy(at(e, grown, place), row, e->size);
    if (place < list.n)
        memcpy(at(e, grown, place + 1), at(e, list, place), (list.n - place) * e->size);
    return grown;
}

struct list list_without(const struct entity *e, struct list list, size_t place)
{
    struct list less = {calloc(list.n + 1, e->size), list.n};

    if (!less.v)
        return (struct list){NULL, 0};
    for (size_t i = 0, k = 0; i < list.n; i++)
        if (i != place)
            memcpy(at(e, less, k++), at(e, list, i), e->size);
    less.n = place < list.n ? list.n - 1 : list.n;
    return less;
}

struct list list_moved(const struct entity *e, struct list list, size_t from, size_t to)
{
    struct list less = list_without(e, list, from), moved;

    if (!less.v || from >= list.n)
        return less;
    moved = list_insert(e, less, to, at(e, list, from));
    free(less.v);
    return moved;
}

enum status change_list(struct db *db, const struct tree_place *place, const struct entity *e,
                        struct list old_rows, struct list new_rows, struct err *err)
{
    enum status status = new_rows.v ? tree_merge(db, e, place, old_rows, new_rows, err) : err_memory(err);

    free(new_rows.v);
    return status;
}

void next_key(const struct entity *e, struct list list, const struct field *key, const char *prefix,
              int digits, char *out, size_t room)
{
    size_t len = strlen(prefix);
    long highest = 0;

    for (size_t i = 0; i < list.n; i++) {
        const char *text = field_text(key, at(e, list, i));
        char *end = NULL;
        long n = text && strncmp(text, prefix, len) == 0 ? strtol(text + len, &end, 10) : 0;

        if (n > highest && end && !*end)
            highest = n;
    }
    (void)snprintf(out, room, "%s%0*ld", prefix, digits, highest + 1);
}

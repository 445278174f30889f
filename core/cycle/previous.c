/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the meeting before.
 */
#include "core/cycle/previous.h"

static bool is_held(const struct meeting_line *line)
{
    return line->kind == MEETING_REGULAR && line->end &&
           (line->outcome == OUTCOME_HELD || line->outcome == UNKNOWN);
}

enum status snapshot_load_previous(struct db *db, const struct snapshot *s, struct snapshot *out, bool *found,
                                   struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct meeting_lines all = {NULL, 0};
    enum status status = meeting_list(db, s->committee.row.id, &arena, &all, err);
    size_t i = 0;

    *found = false;
    while (!status && i < all.n && all.v[i].id != s->meeting.row.id)
        i++;
    while (!status && ++i < all.n && !*found)
        if (is_held(&all.v[i])) {
            status = snapshot_load(db, all.v[i].id, out, err);
            *found = !status;
        }
    arena_release(&arena);
    return status;
}

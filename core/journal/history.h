/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of changes to read: who changed what, when, from what to what. Changes made with another tool
 * are there as well, without a name. Knows no words for tables and columns; the front end has them.
 */
#ifndef YISHI_JOURNAL_HISTORY_H
#define YISHI_JOURNAL_HISTORY_H

#include "core/base/arena.h"
#include "db/db.h"

/* One change set: what one action of a person changed. */
struct history_set {
    int64_t id;             /* 0: by another tool, all that it changed at that moment */
    const char *who, *at;   /* "" for another tool; UTC with milliseconds */
    const char *label;      /* "報到：歐陽河 出席"; "" for another tool */
    int64_t first, changes; /* id of its first entry; how many columns of rows it changed */
    bool sealed;
};
struct history {
    struct history_set *v;
    size_t n;
};

/* The last LIMIT change sets before entry BEFORE (0 = now), the latest first; of the meeting MEETING_ID and
 * what belongs to it alone, its tracked decisions' rounds too (0 = all). */
enum status history_load(struct db *db, int64_t meeting_id, int64_t before, int limit, struct arena *arena,
                         struct history *out, struct err *err);
/* One change set. STATUS_MISSING (CODE_UNDO_NOTHING): there is none. */
enum status history_find(struct db *db, int64_t change_set_id, struct arena *arena, struct history_set *out,
                         struct err *err);

struct history_change {
    const char *table, *op, *column; /* op: insert, update, delete */
    int64_t row;
    const char *before, *after; /* NULL = null */
};
struct history_changes {
    struct history_change *v;
    size_t n;
};
/* What SET changed, in order. Of a row that was added or removed: its columns that are not null. */
enum status history_changes(struct db *db, const struct history_set *set, struct arena *arena,
                            struct history_changes *out, struct err *err);

#endif

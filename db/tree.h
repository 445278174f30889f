/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading and storing whole trees of rows by their description (core/base/model.h): a meeting with
 * all that is in it is one call, a query a table. Knows the shape of rows, not what they mean.
 */
#ifndef YISHI_DB_TREE_H
#define YISHI_DB_TREE_H

#include "core/base/arena.h"
#include "core/base/model.h"
#include "db/db.h"

enum tree_by {
    TREE_BY_ID,       /* the one row with this id */
    TREE_BY_COMMITTEE /* all rows of the committee with this id */
};

/* Load rows of ENTITY, in their order, with everything below them, into ARENA. *OUT has no rows
 * (and STATUS_OK comes back) where there are none. */
enum status tree_load(struct db *db, const struct entity *entity, enum tree_by by, int64_t id,
                      struct arena *arena, struct list *out, struct err *err);

/* Where a list of rows hangs. */
struct tree_place {
    const char *owner; /* the owner's table */
    int64_t owner_id;
    const char *field;                      /* the owner's list */
    int64_t committee, meeting, resolution; /* ids of the scopes; 0 = outside that scope */
};

/* Make the stored list OLD (as it was loaded) into NEW, with everything below: rows that are the same
 * (by id; where they have none, by their identity; where no row of the list has one, by their place in the
 * list) are updated if they differ, new ones inserted, the rest deleted, positions renumbered. Ids, versions
 * and positions are filled into NEW. Inside a write. STATUS_CONFLICT: somebody changed such a row since OLD
 * was loaded. */
enum status tree_merge(struct db *db, const struct entity *entity, const struct tree_place *place,
                       struct list old_rows, struct list new_rows, struct err *err);

/* The same for one row that stands by itself: OLD_ROW NULL inserts it, NEW_ROW NULL deletes it. NEW_ROW's
 * position is the caller's. */
enum status tree_put(struct db *db, const struct entity *entity, const struct tree_place *place,
                     const void *old_row, void *new_row, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the desk's operations change rows. For core/cycle alone.
 */
#ifndef YISHI_CYCLE_CHANGE_H
#define YISHI_CYCLE_CHANGE_H

#include "core/cycle/snapshot.h"
#include "db/tree.h"

/* write_begin, refused where the meeting is confirmed. */
enum status change_begin(struct db *db, const struct stamp *stamp, const struct snapshot *s, struct err *err);
bool meeting_is_confirmed(const struct meeting *meeting);

/* Where the rows of the list FIELD of a row of OWNER hang, within the snapshot's meeting. */
struct tree_place change_place(const struct snapshot *s, const struct entity *owner, int64_t owner_id,
                               const char *field);
/* Put one row of such a list: begin, put, end. */
enum status change_row(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                       const struct entity *owner, int64_t owner_id, const char *field,
                       const struct entity *e, const void *old_row, void *new_row, struct err *err);

/* A list with ROW put in at AT (n = at the end), one taken out, and one moved from place A to place B: new
 * arrays, to be freed (v NULL: out of memory). Rows are copied shallowly. */
struct list list_insert(const struct entity *e, struct list list, size_t at, const void *row);
struct list list_without(const struct entity *e, struct list list, size_t at);
struct list list_moved(const struct entity *e, struct list list, size_t from, size_t to);
#define AS_LIST(typed) ((struct list){(typed).v, (typed).n})

/* Merge a list that was made by the above, and free it. */
enum status change_list(struct db *db, const struct tree_place *place, const struct entity *e,
                        struct list old_rows, struct list new_rows, struct err *err);

/* A new head after ALL, the committee's; its number is drawn where it has none: PREFIX and the next number,
 * into KEY. Inside a write. */
enum status resolution_put(struct db *db, int64_t committee_id, const struct resolutions *all,
                           const char *prefix, struct resolution *wanted, char *key, size_t room,
                           struct err *err);

/* The next free key "i12" among COUNT existing ones, given as a list with FIELD their key. Into OUT. */
void next_key(const struct entity *e, struct list list, const struct field *key, const char *prefix,
              int digits, char *out, size_t room);

/* Items carried into a meeting from those before it. Inside a write. */
enum status carry_into(struct db *db, int64_t meeting_id, int *n, struct err *err);
/* The quorum stored with the meeting's decisions, computed again from what is stored now. Inside a write. */
enum status decisions_recount(struct db *db, int64_t meeting_id, struct err *err);

/* The matter of an item without what was said and decided on it, and without its ids: for a copy. Lists are
 * copied into ARENA, texts are shared. */
enum status item_copy_matter(const struct item *item, struct item *copy, struct arena *arena,
                             struct err *err);

#endif

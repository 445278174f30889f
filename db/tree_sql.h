/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The statements for one table, made from its description. For tree.c and tree_merge.c alone.
 */
#ifndef YISHI_DB_TREE_SQL_H
#define YISHI_DB_TREE_SQL_H

#include "db/tree.h"

/* The columns of tree_select: id, version, position, owner's id, then (where several tables may own
 * a row) the owner's table and list; then the fields. */
enum { TREE_ID, TREE_VER, TREE_POSITION, TREE_OWNER_ID, TREE_OWNER, TREE_FIELD };

/* SELECT with WHERE = $1, ordered by owner and position; WITHIN (may be NULL) a column that must have an id.
 * *OUT is done by the caller. */
enum status tree_select(struct db *db, const struct entity *entity, const char *where, const char *within,
                        struct stmt **out, struct err *err);
/* Read the row the statement stands on; texts go to ARENA. */
enum status tree_read(const struct entity *entity, struct stmt *stmt, struct arena *arena, void *row,
                      struct err *err);
enum status tree_insert(struct db *db, const struct entity *entity, const struct tree_place *place, void *row,
                        struct err *err);
enum status tree_update(struct db *db, const struct entity *entity, void *row, struct err *err);
enum status tree_reposition(struct db *db, const struct entity *entity, const struct row *row,
                            struct err *err);
enum status tree_delete(struct db *db, const struct entity *entity, const struct row *row, struct err *err);
const char *tree_scope_column(unsigned scope); /* "meeting_id"; NULL for none */

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of changes: who changed what, when, from what to what. Filled by triggers that are
 * made from the schema itself for every table but the journal's own, so that none is forgotten.
 */
#ifndef YISHI_DB_JOURNAL_H
#define YISHI_DB_JOURNAL_H

#include "db/db.h"

/* (Re)make the triggers of every ordinary table, from pragma_table_xinfo. A changed row leaves one row in
 * `change` per column that differs (insert and delete: per column that is not null); `ver` is left
 * out. Called by the migrations, inside their transaction. */
enum status journal_install(struct db *db, struct err *err);
/* Take the triggers away, so that a migration may change tables. */
enum status journal_remove(struct db *db, struct err *err);
/* TABLE is one of the file's own and not journalled. */
bool journal_skips(const char *table);

#endif

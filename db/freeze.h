/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The freeze of what was confirmed: triggers that refuse a change of any row whose meeting_id the schema's
 * view frozen_meeting has. Made from the schema itself, so that no table is forgotten; what is not so simple
 * has its triggers in the schema.
 */
#ifndef YISHI_DB_FREEZE_H
#define YISHI_DB_FREEZE_H

#include "db/db.h"

/* (Re)make the triggers freeze_TABLE_insert, _update, _delete of every table with a meeting_id, but where the
 * schema has a frozen_TABLE_insert … of its own; nothing where it has no view frozen_meeting. Called by the
 * migrations, inside their transaction. */
enum status freeze_install(struct db *db, struct err *err);
/* Take them away, so that a migration may change tables. */
enum status freeze_remove(struct db *db, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking back a change set from what the journal says of it. Knows no table: doing it again is taking back
 * what took it back.
 */
#ifndef YISHI_DB_UNDO_H
#define YISHI_DB_UNDO_H

#include "db/db.h"

/* Give every row that CHANGE_SET_ID touched what it had before, as a change set of STAMP's. All or nothing:
 * where a value is no longer what that change set made it, or rows belong meanwhile to what it added, it is
 * refused: STATUS_NO, CODE_UNDO_BUILT_UPON with who changed it since, and the label. What the schema
 * protects is refused with CODE_DB_PROTECTED. STATUS_MISSING (CODE_UNDO_NOTHING): no such change set. */
enum status undo_change_set(struct db *db, const struct stamp *stamp, int64_t change_set_id, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup in the place of the database: looked at first, whole or not at all, and what it replaces is kept.
 * Knows no clock: the caller says which day it is.
 */
#ifndef YISHI_DB_RESTORE_H
#define YISHI_DB_RESTORE_H

#include "core/base/str.h"
#include "db/db.h"

/* What a file is, without opening it for use. */
struct backup_info {
    char uuid[37];
    int64_t schema, bytes;
    char last[25]; /* when it was last changed by yishi, UTC; "" = never */
};
/* Look at PATH, which is only read: a database of ours, of a schema that this program knows (an older one
 * too), sound from the first page to the last. Errors as db_open's; a damaged one is CODE_DB_DAMAGED. */
enum status backup_look(const char *path, struct backup_info *out, struct err *err);

/* Put a copy of the backup FROM in the place of TO, where there may be nothing, or a damaged file. FROM is
 * looked at first (INFO, may be NULL). What TO was is kept beside it as "TO.replaced-DATE", or under the
 * next free name, appended to KEPT ("" where there was nothing). Atomic; TO is the old file or the new one
 * whenever the power goes. STATUS_BUSY while somebody writes to TO, for which it waits WAIT_MS. Another
 * program's database is never replaced. */
enum status db_restore(const char *from, const char *to, const char *date, int wait_ms,
                       struct backup_info *info, struct str *kept, struct err *err);

#endif

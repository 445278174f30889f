/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of the database that are complete, sound and on the disk, or not there at all. Knows no clock:
 * the caller says which day it is.
 */
#ifndef YISHI_DB_BACKUP_H
#define YISHI_DB_BACKUP_H

#include "db/db.h"

enum { BACKUPS_KEPT = 10 };

/* Copy DB to TO, which must not exist (CODE_DB_EXISTS). Others may write meanwhile: the copy is the file
 * as it is when it is finished. The copy is synced and checked before it gets its name. */
enum status db_backup(struct db *db, const char *to, struct err *err);
/* The day's backup in DIRECTORY (made 0700 when missing): nothing to do where there is one for DATE
 * (2023-05-24) already. The last BACKUPS_KEPT of this database are kept. */
enum status db_backup_daily(struct db *db, const char *directory, const char *date, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What backup.c and restore.c share. For them alone.
 */
#ifndef YISHI_DB_BACKUP_PARTS_H
#define YISHI_DB_BACKUP_PARTS_H

#include "db/handle.h"

/* Copy the database FROM into PATH, an empty file that nobody else knows yet, and check the copy. */
enum status backup_fill(sqlite3 *from, const char *path, struct err *err);

#endif

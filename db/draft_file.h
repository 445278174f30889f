/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a living session and those who look after a dead one share: a draft file's name, and opening it
 * under its lock. For draft.c and draft_orphan.c alone.
 */
#ifndef YISHI_DB_DRAFT_FILE_H
#define YISHI_DB_DRAFT_FILE_H

#include "db/handle.h"

enum {
    DRAFT_APPLICATION_ID = 0x59495344, /* "YISD" */
    DRAFT_VERSION = 1,
    SESSION_BYTES = 17, /* sixteen hexadecimal digits and the NUL */
};

/* Append DIRECTORY/draft-UUID-SESSION.db. */
void draft_add_path(struct str *out, const char *directory, const char *uuid, const char *session);
/* Open PATH and take its lock for as long as the connection lives. STATUS_BUSY: somebody else has it.
 * STATUS_NO: it was removed before the lock was ours. */
enum status draft_connect(sqlite3 **out, const char *path, struct err *err);
/* Close; where no draft is left in it, the file goes. */
enum status draft_disconnect(sqlite3 *sqlite, const char *path, struct err *err);

#endif

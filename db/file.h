/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files and directories as databases need them: names that nobody else has, creation that never
 * replaces, writes that survive a power cut. Knows nothing of SQLite.
 */
#ifndef YISHI_DB_FILE_H
#define YISHI_DB_FILE_H

#include "core/base/err.h"
#include "core/base/str.h"

#include <dirent.h>

/* errno OS_ERROR met at PATH as a status: a full disk, no memory, or CODE with the system's words. */
enum status file_fail(enum code code, const char *path, int os_error, struct err *err);
/* N random bytes as 2*N lower-case hexadecimal digits and a NUL. */
enum status file_random_hex(char *out, size_t n, struct err *err);
/* A random UUID (version 4) of 36 characters and a NUL. */
enum status file_uuid(char *out, struct err *err);
/* Append the directory of PATH; "." where it names none. */
void file_add_directory(struct str *out, const char *path);
/* CODE_DIR_MISSING unless the directory of PATH is there. */
enum status file_check_directory(const char *path, struct err *err);
/* CODE_DB_NETWORK when PATH (a file or directory that is there) lies where locks or syncs cannot be trusted.
 */
enum status file_check_local(const char *path, struct err *err);
/* The name of the file system of this statfs(2) type when no database may be written there; else NULL. */
const char *file_system_refused(unsigned long type);
/* An empty file that was not there before (CODE_DB_EXISTS): for its owner alone (0600), in a shared
 * setgid directory for the group as well (0660). */
enum status file_create(const char *path, struct err *err);
/* fsync a file or a directory that no connection of this process has open. */
enum status file_sync(const char *path, struct err *err);
/* Give the finished file FROM the name TO in the same directory, and sync both. TO must be free
 * (CODE_DB_EXISTS); FROM's name is gone after success. */
enum status file_publish(const char *from, const char *to, struct err *err);
/* The directory PATH and its parents, 0700 where they are made. */
enum status directory_make(const char *path, struct err *err);
/* The next entry; NULL at the end (errno 0) or where it cannot be read (errno says why). */
const struct dirent *directory_next(DIR *listing);

#endif

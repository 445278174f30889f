/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files outside the database: read whole, written so that a reader never finds half of one.
 */
#ifndef YISHI_TUI_FILE_H
#define YISHI_TUI_FILE_H

#include "core/base/err.h"
#include "core/base/str.h"

/* Append TYPED, a path as a person types it: a leading ~/ is his own directory. */
void file_typed_path(const char *typed, struct str *out);
/* The whole of PATH ("-": standard input), at most LIMIT bytes. */
enum status file_read(const char *path, size_t limit_bytes, struct str *out, struct err *err);
/* Write beside PATH (0600), sync, rename. What was there is replaced only by the whole; of a link what it
 * leads to. A device or a pipe is written to as it is. */
enum status file_write(const char *path, const char *text, size_t len_bytes, struct err *err);
/* Make the directories that PATH lies in (0700), where its last two are missing at most. */
enum status file_make_parents(const char *path, struct err *err);

#endif

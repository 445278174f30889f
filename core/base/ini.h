/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading INI text line by line, so that a mistake is named by its line. (iniparser reads from a path
 * only and drops the whole file for one bad line; this checks before it, and reads what is compiled in.)
 */
#ifndef YISHI_BASE_INI_H
#define YISHI_BASE_INI_H

#include "core/base/err.h"

#include <stddef.h>

struct ini_entry {
    const char *section, *key, *value; /* valid during the call */
    int line;
};
/* Not STATUS_OK ends the reading with that status. */
typedef enum status (*ini_take)(void *context, const struct ini_entry *entry, struct err *err);

/* Read TEXT (UTF-8, a BOM is skipped). NAME is for errors. Values may stand in double quotes; a line
 * that starts with ; or # is a comment. */
enum status ini_read(const char *name, const char *text, ini_take take, void *context, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing one setting into the user's own yishi.ini: only its value changes; every other line, comment and
 * blank stays as it is. Knows no screen.
 */
#ifndef YISHI_TUI_CONFIG_WRITE_H
#define YISHI_TUI_CONFIG_WRITE_H

#include "core/base/err.h"
#include "core/base/str.h"

/* Give KEY of [SECTION] the VALUE within the INI text TEXT; NULL takes its line out. The last line counts
 * where the key stands twice; where there is none it goes to the end of its section, which is made at the end
 * of the text if need be. STATUS_BAD: the value cannot be written in such a file (TEXT is untouched). */
enum status config_edit(struct str *text, const char *section, const char *key, const char *value,
                        struct err *err);
/* The same in the file at PATH, for NAME "screen:theme" or "keys:agenda.open". Nothing is written before it
 * was checked that the text reads back as wanted; the file is replaced as a whole or not at all, and made
 * with its directories where there is none. A link stays a link. */
enum status config_store(const char *path, const char *name, const char *value, struct err *err);

#endif

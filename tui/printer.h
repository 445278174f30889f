/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handing a paper to the command that prints it. Knows nothing of papers, and never waits for ever.
 */
#ifndef YISHI_TUI_PRINTER_H
#define YISHI_TUI_PRINTER_H

#include "core/base/err.h"
#include "core/base/str.h"

enum { PRINTER_SECONDS = 30 };

/* Run COMMAND (as the shell reads it, the name of a file with TEXT behind it) and wait until it ends, SECONDS
 * at most. ENDING is that of the file's name (".txt"). The file is in DIRECTORY (NULL: /tmp), can be read by
 * nobody else, and is gone afterwards. The command has no terminal: what it says comes back in ERR when it
 * fails. CODE_PRINT_NO_COMMAND where COMMAND is empty, CODE_PRINT_FAILED, CODE_PRINT_SLOW, CODE_PRINT_START.
 */
enum status printer_run(const char *command, const char *directory, const char *text, size_t len_bytes,
                        const char *ending, int seconds, struct err *err);

#endif

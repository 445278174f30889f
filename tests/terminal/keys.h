/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of keys in scripts, as the program's own hints write them, and their bytes as xterm
 * sends them.
 */
#ifndef YISHI_TESTS_TERMINAL_KEYS_H
#define YISHI_TESTS_TERMINAL_KEYS_H

#include "tests/terminal/terminal.h"

/* Send the key NAME: F6, Enter, Ctrl-G, Alt-P, Shift-Up, or one character that stands for
 * itself. False when there is no such key. */
bool key_send(struct terminal *terminal, const char *name);

#endif

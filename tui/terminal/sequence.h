/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the control sequences of terminals mean. A table and a little grammar; knows no buffer.
 */
#ifndef YISHI_TUI_TERMINAL_SEQUENCE_H
#define YISHI_TUI_TERMINAL_SEQUENCE_H

#include "tui/terminal/key.h"

/* The sequence at the start of TEXT, which begins with ESC [ or ESC O; its length, 0 = not complete. KEY's
 * kind is KEY_KIND_NONE for one that means nothing, KEY_KIND_PASTE for the beginning of a paste. */
size_t sequence_decode(const char *text, size_t len_bytes, struct key *key);

#endif

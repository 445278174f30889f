/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person sees on the terminal, as text: rows, the caret, what is highlighted. Nothing here
 * sends a key or judges.
 */
#ifndef YISHI_TESTS_TERMINAL_LOOK_H
#define YISHI_TESTS_TERMINAL_LOOK_H

#include "core/base/str.h"
#include "tests/terminal/terminal.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the library puts into the right half of a wide character. */
#define LOOK_RIGHT_HALF UINT32_MAX

VTermScreenCell look_cell(const struct terminal *terminal, int row, int col);
/* Append what stands in a cell: a blank for an empty one, nothing for a right half. */
void look_cell_text(const VTermScreenCell *cell, struct str *out);
/* Where the caret is, shown or not. */
VTermPos look_caret(const struct terminal *terminal);

/* Append row ROW (from 0) as UTF-8 without trailing blanks. */
void look_row(const struct terminal *terminal, int row, struct str *out);
/* Append all rows, each ended by a line feed, and one line that tells size and caret: what a
 * golden file holds. */
void look_screen(const struct terminal *terminal, struct str *out);
/* The same in a frame with numbered rows, for people. */
void look_dump(const struct terminal *terminal, struct str *out);

/* A place of TEXT on the screen, searched row by row; *START and *END are its first cell and the
 * cell behind it. Searches from *ROW on and stores the row. Returns false when there is none. */
bool look_find(const struct terminal *terminal, const char *text, int *row, int *start, int *end);
/* TEXT stands somewhere with a look of its own: reversed, or on a background that is not the
 * screen's. */
bool look_is_marked(const struct terminal *terminal, const char *text);
/* The caret is shown, directly behind TEXT. */
bool look_caret_is_behind(const struct terminal *terminal, const char *text);

#endif

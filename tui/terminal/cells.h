/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of the screen in memory: what each cell shows and by which role. Everything is drawn into
 * one, so that tests need no terminal; terminal.h puts it on curses. Knows no colours.
 */
#ifndef YISHI_TUI_TERMINAL_CELLS_H
#define YISHI_TUI_TERMINAL_CELLS_H

#include "core/base/str.h"
#include "tui/terminal/draw.h"

#include <stdbool.h>
#include <stdint.h>

enum { CELL_BYTES = 29 }; /* of a cluster; what is longer is cut at a character, which shows the base */

struct cell {
    char text[CELL_BYTES]; /* not NUL-terminated when full */
    uint8_t len_bytes;
    uint8_t cols; /* 1 or 2; 0 = the right half of the wide cell before it */
    uint8_t role; /* enum role */
};

struct cells {
    struct cell *v; /* rows * cols, row by row */
    int cols, rows;
    int caret_x, caret_y; /* -1 = hidden */
};

/* Make it COLS x ROWS, all blank ROLE_TEXT, caret hidden. false: out of memory (then 0 x 0). Start with {0}.
 */
bool cells_resize(struct cells *cells, int cols, int rows);
void cells_release(struct cells *cells);
void cells_clear(struct cells *cells);
struct cell *cells_at(const struct cells *cells, int x, int y); /* NULL outside */
/* Put one cluster of COLS (1 or 2) columns at (X, Y). What it would half cover becomes blank; what does not
 * fit whole is not put. draw.h's pens are the only callers. */
void cells_put(struct cells *cells, int x, int y, enum role role, const char *text, size_t len_bytes,
               int cols);
bool cell_same(const struct cell *a, const struct cell *b);
/* Append the text of row Y, trailing blanks left out. For tests. */
void cells_row_text(const struct cells *cells, int y, struct str *out);
/* Every wide cell has its right half and nothing else has one. For tests. */
bool cells_whole(const struct cells *cells);

#endif

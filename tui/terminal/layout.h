/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where things stand: a rectangle split into rows or columns. Pure arithmetic.
 */
#ifndef YISHI_TUI_TERMINAL_LAYOUT_H
#define YISHI_TUI_TERMINAL_LAYOUT_H

#include "tui/terminal/draw.h"

/* One part of a split. What is left over beyond the minima is shared by weight, up to each part's maximum.
 * Where not even the minima fit, the part with the highest fold goes first (size 0), then the next; fold 0
 * stays and is shortened last. */
struct layout_part {
    int min;
    int max; /* 0 = no limit */
    int weight;
    int fold;
};

/* Sizes of N parts (at most 32) of TOTAL cells; their sum is TOTAL unless the maxima forbid it. */
void layout_sizes(const struct layout_part *parts, int n, int total, int *sizes);
void layout_rows(struct rect rect, const struct layout_part *parts, int n, struct rect *out);
void layout_cols(struct rect rect, const struct layout_part *parts, int n, struct rect *out);
/* A box of COLS x ROWS in the middle of RECT, never larger than it. */
struct rect layout_centre(struct rect rect, int cols, int rows);
/* RECT without its outermost cells on each side. */
struct rect layout_inset(struct rect rect, int cols, int rows);

#endif

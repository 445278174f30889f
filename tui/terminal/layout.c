/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharing out cells among the parts of a split.
 */
#include "tui/terminal/layout.h"

enum { PARTS = 32 };

static int room_for(const struct layout_part *part, int size)
{
    return part->max > 0 ? (part->max > size ? part->max - size : 0) : 1 << 20;
}

/* Fold parts away until the minima fit; returns what they need. */
static int fold(const struct layout_part *parts, int n, int total, bool *folded)
{
    for (;;) {
        int need = 0, first = -1;

        for (int i = 0; i < n; i++)
            if (!folded[i]) {
                need += parts[i].min;
                if (parts[i].fold > 0 && (first < 0 || parts[i].fold > parts[first].fold))
                    first = i;
            }
        if (need <= total || first < 0)
            return need;
        folded[first] = true;
    }
}

/* Give SPARE cells to the parts by weight, until none may grow. What the divisions leave over goes to the
 * first ones. */
static void grow(const struct layout_part *parts, int n, const bool *folded, int *sizes, int spare)
{
    while (spare > 0) {
        int weights = 0, given = 0;

        for (int i = 0; i < n; i++)
            if (!folded[i] && room_for(&parts[i], sizes[i]) > 0)
                weights += parts[i].weight;
        if (weights == 0)
            return;
        for (int i = 0; i < n; i++) {
            int more, room = room_for(&parts[i], sizes[i]);

            if (folded[i] || room == 0 || parts[i].weight == 0)
                continue;
            more = spare * parts[i].weight / weights;
            if (more == 0)
                more = 1;
            if (more > room)
                more = room;
            if (more > spare - given)
                more = spare - given;
            sizes[i] += more;
            given += more;
        }
        spare -= given;
    }
}

void layout_sizes(const struct layout_part *parts, int n, int total, int *sizes)
{
    bool folded[PARTS] = {false};
    int need;

    if (n > PARTS)
        n = PARTS;
    if (total < 0)
        total = 0;
    need = fold(parts, n, total, folded);
    for (int i = 0; i < n; i++)
        sizes[i] = folded[i] ? 0 : parts[i].min;
    /* what may not be folded is shortened from the end, so that the first stays longest */
    for (int i = n - 1; i >= 0 && need > total; i--) {
        int less = sizes[i] < need - total ? sizes[i] : need - total;

        sizes[i] -= less;
        need -= less;
    }
    grow(parts, n, folded, sizes, total - need);
}

void layout_rows(struct rect rect, const struct layout_part *parts, int n, struct rect *out)
{
    int sizes[PARTS] = {0}, y = rect.y;

    layout_sizes(parts, n, rect.rows, sizes);
    for (int i = 0; i < n && i < PARTS; i++) {
        out[i] = (struct rect){rect.x, y, rect.cols, sizes[i]};
        y += sizes[i];
    }
}

void layout_cols(struct rect rect, const struct layout_part *parts, int n, struct rect *out)
{
    int sizes[PARTS] = {0}, x = rect.x;

    layout_sizes(parts, n, rect.cols, sizes);
    for (int i = 0; i < n && i < PARTS; i++) {
        out[i] = (struct rect){x, rect.y, sizes[i], rect.rows};
        x += sizes[i];
    }
}

struct rect layout_centre(struct rect rect, int cols, int rows)
{
    if (cols > rect.cols)
        cols = rect.cols;
    if (rows > rect.rows)
        rows = rect.rows;
    return (struct rect){rect.x + (rect.cols - cols) / 2, rect.y + (rect.rows - rows) / 2, cols, rows};
}

struct rect layout_inset(struct rect rect, int cols, int rows)
{
    struct rect inner = {rect.x + cols, rect.y + rows, rect.cols - 2 * cols, rect.rows - 2 * rows};

    if (inner.cols < 0)
        inner.cols = 0;
    if (inner.rows < 0)
        inner.rows = 0;
    return inner;
}

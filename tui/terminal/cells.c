/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture's memory. Knows nothing of what is drawn.
 */
#include "tui/terminal/cells.h"

#include <stdlib.h>

static void cell_blank(struct cell *cell, enum role role)
{
    cell->text[0] = ' ';
    cell->len_bytes = 1;
    cell->cols = 1;
    cell->role = (uint8_t)role;
}

bool cells_resize(struct cells *cells, int cols, int rows)
{
    size_t n = cols > 0 && rows > 0 ? (size_t)cols * (size_t)rows : 0;
    struct cell *v = NULL;

    if (n && cells->v && cells->cols == cols && cells->rows == rows) {
        cells_clear(cells);
        return true;
    }
    if (n)
        v = calloc(n, sizeof *v);
    free(cells->v);
    cells->v = v;
    cells->cols = v ? cols : 0;
    cells->rows = v ? rows : 0;
    cells_clear(cells);
    return v || !n;
}

void cells_release(struct cells *cells)
{
    free(cells->v);
    *cells = (struct cells){0};
}

void cells_clear(struct cells *cells)
{
    size_t n = (size_t)cells->cols * (size_t)cells->rows;

    for (size_t i = 0; i < n; i++)
        cell_blank(&cells->v[i], ROLE_TEXT);
    cells->caret_x = cells->caret_y = -1;
}

struct cell *cells_at(const struct cells *cells, int x, int y)
{
    if (x < 0 || y < 0 || x >= cells->cols || y >= cells->rows)
        return NULL;
    return &cells->v[(size_t)y * (size_t)cells->cols + (size_t)x];
}

/* Whatever wide character had a half at (X, Y) loses its other half: the other becomes a blank. */
static void cells_split(struct cells *cells, int x, int y)
{
    struct cell *cell = cells_at(cells, x, y), *other;

    if (!cell || cell->cols == 1)
        return;
    other = cells_at(cells, cell->cols == 2 ? x + 1 : x - 1, y);
    if (other)
        cell_blank(other, (enum role)other->role);
    cell_blank(cell, (enum role)cell->role);
}

void cells_put(struct cells *cells, int x, int y, enum role role, const char *text, size_t len_bytes,
               int cols)
{
    struct cell *cell = cells_at(cells, x, y), *half = cols == 2 ? cells_at(cells, x + 1, y) : NULL;

    if (!cell || (cols == 2 && !half))
        return;
    cells_split(cells, x, y);
    if (half)
        cells_split(cells, x + 1, y);
    if (len_bytes > CELL_BYTES) {
        len_bytes = CELL_BYTES;
        while (len_bytes > 0 && ((unsigned char)text[len_bytes] & 0xC0) == 0x80)
            len_bytes--;
    }
    for (size_t i = 0; i < len_bytes; i++)
        cell->text[i] = text[i];
    cell->len_bytes = (uint8_t)len_bytes;
    cell->cols = (uint8_t)cols;
    cell->role = (uint8_t)role;
    if (half) {
        half->len_bytes = 0;
        half->cols = 0;
        half->role = (uint8_t)role;
    }
}

bool cell_same(const struct cell *a, const struct cell *b)
{
    if (a->len_bytes != b->len_bytes || a->cols != b->cols || a->role != b->role)
        return false;
    for (size_t i = 0; i < a->len_bytes; i++)
        if (a->text[i] != b->text[i])
            return false;
    return true;
}

void cells_row_text(const struct cells *cells, int y, struct str *out)
{
    size_t keep = out->len_bytes;

    for (int x = 0; x < cells->cols; x++) {
        const struct cell *cell = cells_at(cells, x, y);

        if (!cell)
            break;
        str_add_bytes(out, cell->text, cell->len_bytes);
        if (cell->len_bytes && !(cell->len_bytes == 1 && cell->text[0] == ' '))
            keep = out->len_bytes;
    }
    str_cut(out, keep);
}

bool cells_whole(const struct cells *cells)
{
    for (int y = 0; y < cells->rows; y++)
        for (int x = 0; x < cells->cols; x++) {
            const struct cell *cell = cells_at(cells, x, y), *next = cells_at(cells, x + 1, y);

            if ((cell->cols == 2) != (next && next->cols == 0))
                return false;
            if (x == 0 && cell->cols == 0)
                return false;
        }
    return true;
}

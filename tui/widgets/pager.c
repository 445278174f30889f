/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wrapping and scrolling a text.
 */
#include "tui/widgets/pager.h"

#include "core/base/text.h"

#include <stdlib.h>

void pager_init(struct pager *pager)
{
    *pager = (struct pager){.text = STR_INIT, .page_rows = 10};
}

void pager_release(struct pager *pager)
{
    str_release(&pager->text);
    free(pager->starts);
    pager_init(pager);
}

bool pager_set(struct pager *pager, const char *text)
{
    str_clear(&pager->text);
    str_add(&pager->text, text);
    pager->cols = 0;
    pager->top = 0;
    return !str_failed(&pager->text);
}

/* Where the lines start at COLS. Out of memory leaves the lines found so far. */
static void wrap(struct pager *pager, int cols)
{
    size_t at = 0, end, next, room = 0;

    if (pager->cols == cols && pager->starts)
        return;
    free(pager->starts);
    pager->starts = NULL;
    pager->n_lines = 0;
    pager->cols = cols;
    while (text_line(pager->text.text, pager->text.len_bytes, at, cols, draw_widths(), &end, &next)) {
        if (pager->n_lines == room) {
            size_t *starts;

            room = room ? room * 2 : 64;
            starts = realloc(pager->starts, room * sizeof *starts);
            if (!starts)
                return;
            pager->starts = starts;
        }
        pager->starts[pager->n_lines++] = at;
        at = next;
    }
}

size_t pager_lines(struct pager *pager, int cols)
{
    wrap(pager, cols);
    return pager->n_lines;
}

static size_t last_top(const struct pager *pager)
{
    size_t rows = pager->page_rows > 0 ? (size_t)pager->page_rows : 1;

    return pager->n_lines > rows ? pager->n_lines - rows : 0;
}

bool pager_key(struct pager *pager, const struct key *key)
{
    size_t page = pager->page_rows > 1 ? (size_t)pager->page_rows - 1 : 1;

    if (key_plain_ascii(key) == ' ' || key_is(key, KEYC_PGDN))
        pager->top += page;
    else if (key_is(key, KEYC_PGUP))
        pager->top -= pager->top < page ? pager->top : page;
    else if (key_is(key, KEYC_DOWN))
        pager->top++;
    else if (key_is(key, KEYC_UP))
        pager->top -= pager->top > 0;
    else if (key_is(key, KEYC_HOME))
        pager->top = 0;
    else if (key_is(key, KEYC_END))
        pager->top = last_top(pager);
    else
        return false;
    if (pager->top > last_top(pager))
        pager->top = last_top(pager);
    return true;
}

void pager_draw(struct pager *pager, struct rect rect)
{
    pager->page_rows = rect.rows;
    if (rect.cols <= 0)
        return;
    wrap(pager, rect.cols);
    if (pager->top > last_top(pager))
        pager->top = last_top(pager);
    for (int y = 0; y < rect.rows; y++) {
        size_t line = pager->top + (size_t)y, end, next;
        struct pen pen = pen_at(rect, y);

        if (line < pager->n_lines && text_line(pager->text.text, pager->text.len_bytes, pager->starts[line],
                                               rect.cols, draw_widths(), &end, &next))
            pen_bytes(&pen, ROLE_TEXT, pager->text.text + pager->starts[line], end - pager->starts[line]);
        pen_fill(&pen, ROLE_TEXT);
    }
}

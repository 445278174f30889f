/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolling and drawing the page of a tracked decision.
 */
#include "tui/screens/tracking/page_layout.h"

static size_t last_top(const struct page *page)
{
    const size_t rows = page->page_rows > 0 ? (size_t)page->page_rows : 1;

    return page->n > rows ? page->n - rows : 0;
}

bool page_key(struct page *page, const struct key *key)
{
    const size_t step = page->page_rows > 1 ? (size_t)page->page_rows - 1 : 1;

    if (key_is(key, KEYC_UP))
        page->top -= page->top > 0;
    else if (key_is(key, KEYC_DOWN))
        page->top++;
    else if (key_is(key, KEYC_PGUP))
        page->top -= page->top > step ? step : page->top;
    else if (key_is(key, KEYC_PGDN) || key_plain_ascii(key) == ' ')
        page->top += step;
    else if (key_is(key, KEYC_HOME))
        page->top = 0;
    else if (key_is(key, KEYC_END))
        page->top = last_top(page);
    else
        return false;
    if (page->top > last_top(page))
        page->top = last_top(page);
    return true;
}

static void draw_text(const struct page_text *text, struct pen *pen)
{
    pen_skip(pen, ROLE_TEXT, text->indent_cols);
    pen_text(pen, text->role, text->number);
    pen_bytes(pen, text->role, text->text, text->len_bytes);
}

static void draw_line(const struct page *page, const struct page_line *line, struct pen *pen)
{
    struct pen half;

    if (!line->label) {
        pen_skip(pen, ROLE_HEADING, 1);
        pen_bytes(pen, ROLE_HEADING, line->text.text, line->text.len_bytes);
        pen_fill(pen, ROLE_HEADING);
        return;
    }
    pen_skip(pen, ROLE_TEXT, 1);
    pen_field(pen, ROLE_HEADING, line->label, page->label_cols, TEXT_LEFT);
    if (!line->halved) {
        draw_text(&line->text, pen);
        pen_fill(pen, ROLE_TEXT);
        return;
    }
    half = *pen;
    half.left_cols = page->half_cols < pen->left_cols ? page->half_cols : pen->left_cols;
    pen->x += half.left_cols;
    pen->left_cols -= half.left_cols;
    draw_text(&line->text, &half);
    pen_fill(&half, ROLE_TEXT);
    pen_text(pen, ROLE_DIM, PAGE_GAP);
    draw_text(&line->side, pen);
    pen_fill(pen, ROLE_TEXT);
}

/* How much there is above and below, at the right edge of the first and last row. */
static void draw_more(const struct page *page, struct rect rect)
{
    struct pen pen = {rect.x + rect.cols - 2, rect.y, 2};

    if (page->top > 0)
        pen_text(&pen, ROLE_DIM, "↑");
    pen = (struct pen){rect.x + rect.cols - 2, rect.y + rect.rows - 1, 2};
    if (page->top + (size_t)rect.rows < page->n)
        pen_text(&pen, ROLE_DIM, "↓");
}

void page_draw(struct page *page, struct rect rect)
{
    page->page_rows = rect.rows;
    if (rect.rows <= 0)
        return;
    if (page->top > last_top(page))
        page->top = last_top(page);
    for (int y = 0; y < rect.rows; y++) {
        struct pen pen = pen_at(rect, y);
        const size_t at = page->top + (size_t)y;

        if (at < page->n)
            draw_line(page, &page->v[at], &pen);
        else
            pen_fill(&pen, ROLE_TEXT);
    }
    draw_more(page, rect);
}

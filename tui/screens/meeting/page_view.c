/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of plain text on the screen: a form feed begins a page, a line parts it from the one before.
 */
#include "tui/screens/meeting/page_view.h"

#include <stdlib.h>
#include <string.h>

enum { PAN_COLS = 8 };

void page_view_init(struct page_view *view)
{
    *view = (struct page_view){.text = STR_INIT, .pages = 1};
}

void page_view_release(struct page_view *view)
{
    str_release(&view->text);
    free(view->lines);
    page_view_init(view);
}

static bool add_line(struct page_view *p, struct page_line line)
{
    if (p->n == p->room) {
        const size_t room = p->room ? p->room * 2 : 256;
        struct page_line *lines = realloc(p->lines, room * sizeof *lines);

        if (!lines)
            return false;
        p->lines = lines;
        p->room = room;
    }
    p->lines[p->n++] = line;
    return true;
}

static bool cut_lines(struct page_view *p)
{
    const char *text = p->text.text;
    size_t at = 0;

    p->n = 0;
    p->pages = 1;
    p->width_cols = 0;
    while (at < p->text.len_bytes) {
        size_t n;
        int cols;

        if (text[at] == '\f') {
            p->pages++;
            at++;
            if (!add_line(p, (struct page_line){.page = p->pages, .parts = true}))
                return false;
        }
        n = strcspn(text + at, "\n");
        cols = text_cols(text + at, n, draw_widths());
        p->width_cols = cols > p->width_cols ? cols : p->width_cols;
        if (!add_line(p, (struct page_line){.start = at, .len_bytes = n, .page = p->pages}))
            return false;
        at += n + 1;
    }
    return true;
}

bool page_view_set(struct page_view *p, struct str *whole)
{
    bool cut;

    str_swap(&p->text, whole);
    cut = cut_lines(p);
    if (p->top >= p->n)
        p->top = p->n ? p->n - 1 : 0;
    return cut;
}

static size_t last_top(const struct page_view *p)
{
    const size_t rows = p->rows > 0 ? (size_t)p->rows : 1;

    return p->n > rows ? p->n - rows : 0;
}

/* The first line of PAGE. */
static size_t page_top(const struct page_view *p, int page)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->lines[i].page == page)
            return i;
    return p->n;
}

int page_view_page(const struct page_view *p)
{
    if (p->top && p->top == last_top(p))
        return p->pages;
    return p->n ? p->lines[p->top].page : 1;
}

/* To the next page's beginning, or back to this one's, then to the one before. */
static void turn(struct page_view *p, bool forwards)
{
    const int page = p->n ? p->lines[p->top].page : 1;

    if (forwards)
        p->top = page_top(p, page + 1);
    else
        p->top = page_top(p, page_top(p, page) < p->top || page == 1 ? page : page - 1);
}

static void pan(struct page_view *p, int by)
{
    const int most = p->width_cols > p->cols ? p->width_cols - p->cols : 0;

    p->left += by;
    p->left = p->left < 0 ? 0 : p->left > most ? most : p->left;
}

bool page_view_key(struct page_view *p, const struct key *key)
{
    const size_t screenful = p->rows > 1 ? (size_t)p->rows - 1 : 1;

    if (key_is(key, KEYC_PGDN) || key_is(key, KEYC_PGUP))
        turn(p, key_is(key, KEYC_PGDN));
    else if (key_plain_ascii(key) == ' ')
        p->top += screenful;
    else if (key_is(key, KEYC_DOWN))
        p->top++;
    else if (key_is(key, KEYC_UP))
        p->top -= p->top > 0;
    else if (key_is(key, KEYC_HOME))
        p->top = 0;
    else if (key_is(key, KEYC_END))
        p->top = page_top(p, p->pages);
    else if (key_is(key, KEYC_LEFT) || key_is(key, KEYC_RIGHT))
        pan(p, key_is(key, KEYC_LEFT) ? -PAN_COLS : PAN_COLS);
    else
        return false;
    if (p->top > last_top(p))
        p->top = last_top(p);
    return true;
}

static void draw_line(const struct page_view *p, size_t line, struct rect rect, int row)
{
    const struct page_line *l = &p->lines[line];
    const char *text = p->text.text + l->start;
    struct pen pen = pen_at(rect, row);
    int used = 0;
    size_t at;

    if (l->parts) {
        for (int i = 0; i < rect.cols; i++)
            pen_text(&pen, ROLE_BORDER, "─");
        pen_fill(&pen, ROLE_BORDER);
        return;
    }
    if (p->width_cols < rect.cols)
        pen_skip(&pen, ROLE_TEXT, (rect.cols - p->width_cols) / 2);
    at = text_fit(text, l->len_bytes, p->left, draw_widths(), &used);
    if (at < l->len_bytes && used < p->left) { /* half of a wide one */
        at += text_cluster_bytes(text + at, l->len_bytes - at);
        pen_skip(&pen, ROLE_TEXT, 1);
    }
    pen_bytes(&pen, ROLE_TEXT, text + at, l->len_bytes - at);
    pen_fill(&pen, ROLE_TEXT);
}

void page_view_draw(struct page_view *p, struct rect rect)
{
    p->cols = rect.cols;
    p->rows = rect.rows;
    if (p->top > last_top(p))
        p->top = last_top(p);
    pan(p, 0);
    for (int y = 0; y < rect.rows; y++) {
        struct pen pen = pen_at(rect, y);

        if (p->top + (size_t)y < p->n)
            draw_line(p, p->top + (size_t)y, rect, y);
        else
            pen_fill(&pen, ROLE_TEXT);
    }
}

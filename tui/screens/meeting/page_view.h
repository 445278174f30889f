/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of plain text to look at: turned one by one, moved sideways where they are wider than the screen.
 * Knows nothing of what stands on them.
 */
#ifndef YISHI_TUI_SCREENS_PAGE_VIEW_H
#define YISHI_TUI_SCREENS_PAGE_VIEW_H

#include "core/base/str.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/key.h"

/* A line of the text; one that parts two pages has no bytes. */
struct page_line {
    size_t start, len_bytes;
    int page; /* from 1 */
    bool parts;
};

struct page_view {
    struct str text;
    struct page_line *lines;
    size_t n, room;
    int pages, width_cols; /* of the widest line */
    size_t top;
    int left, rows, cols; /* first column shown; the room on the screen */
};

void page_view_init(struct page_view *view);
void page_view_release(struct page_view *view);
/* Show TEXT, which is taken (and gets what was shown before); false: out of memory. */
bool page_view_set(struct page_view *view, struct str *text);
/* PgUp and PgDn by page, the space bar by screen, arrows by line and sideways, Home, End. */
bool page_view_key(struct page_view *view, const struct key *key);
void page_view_draw(struct page_view *view, struct rect rect);
/* The page that stands at the top; once the last line is seen, the last one. */
int page_view_page(const struct page_view *view);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a tracked decision's page, added one after the other: labels at the left, texts wrapped beside
 * them, two texts beside each other where there is room. For the tracking_page files alone.
 */
#ifndef YISHI_TUI_SCREENS_PAGE_LAYOUT_H
#define YISHI_TUI_SCREENS_PAGE_LAYOUT_H

#include "tui/screens/tracking/tracking_page.h"

#define PAGE_GAP " │ " /* between two columns */
enum { PAGE_GAP_COLS = 3 };

struct layout {
    struct page *page;
    const struct page_source *source;
    struct arena *arena;
    int cols; /* of the text, right of the labels; half of it while two stand side by side */
    /* two columns: */
    enum { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT } side;
    size_t first, next; /* the lines that the left column begins with, and the right one goes on with */
    struct err *err;
    enum status status;
};

void layout_blank(struct layout *l);
void layout_heading(struct layout *l, const struct str *words);
/* TEXT wrapped right of LABEL (borrowed); what is empty has no line. TEXT is copied. */
void layout_text(struct layout *l, const char *label, enum role role, const struct str *text);
void layout_words(struct layout *l, const char *label, enum role role, const char *words);
void layout_outline(struct layout *l, const char *label, const struct outline *outline);
/* Lines that are laid out already, for layout_cols columns. */
void layout_lines(struct layout *l, const char *label, const struct str *lines);

/* The room is wide enough for two columns. */
bool layout_is_wide(const struct layout *l);
/* What is added from here stands at the left, from the next on at the right, from the last on below both. */
void layout_left(struct layout *l);
void layout_right(struct layout *l);
void layout_below(struct layout *l);

/* ---- a round (tracking_page_round.c); NOW: the one that can be written, so it says what is missing ---- */
void page_round(struct layout *l, const struct round *round, bool now);

#endif

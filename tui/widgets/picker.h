/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pick one of many by typing: a number picks by number (a seat), characters filter by name, unit or spelling.
 * Used for people, units, choices and the command palette.
 */
#ifndef YISHI_TUI_WIDGETS_PICKER_H
#define YISHI_TUI_WIDGETS_PICKER_H

#include "tui/terminal/draw.h"
#include "tui/terminal/key.h"
#include "tui/widgets/line.h"

#include <stdint.h>

/* One that can be picked. All texts are borrowed for the picker's life; NULL = none. */
struct pick_row {
    int number;          /* seat; 0 = none */
    const char *label;   /* 歐陽委員河 */
    const char *detail;  /* 民間 河海大學教授 */
    const char *match;   /* more that it is found by */
    const char *refusal; /* why it cannot be picked now */
};

struct picker {
    const struct pick_row *rows;
    size_t n_rows;
    struct line_edit filter;
    size_t *found;          /* rows that match, best first */
    unsigned char *matches; /* how well each row does */
    size_t n_found, at, top;
    int page_rows;
};

enum pick_result { PICK_IGNORED, PICK_HANDLED, PICK_DONE, PICK_CANCEL };

/* ROWS are borrowed. false: out of memory. AT is the row selected first. */
bool picker_init(struct picker *picker, const struct pick_row *rows, size_t n_rows, size_t at);
void picker_release(struct picker *picker);
enum pick_result picker_key(struct picker *picker, const struct key *key);
void picker_draw(struct picker *picker, struct rect rect); /* first row: the filter; then the rows */
/* The row picked; false when nothing matches. */
bool picker_picked(const struct picker *picker, size_t *row);
/* Filter anew: FILTER is what was typed. For screens with a prompt of their own. */
void picker_filter(struct picker *picker, const char *filter);

#endif

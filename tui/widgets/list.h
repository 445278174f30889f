/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list to scroll and select in: columns of fixed or weighted width, a heading, rows that the caller words
 * one at a time. Keeps the selection by id when the rows change. Knows no database.
 */
#ifndef YISHI_TUI_WIDGETS_LIST_H
#define YISHI_TUI_WIDGETS_LIST_H

#include "core/base/str.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/key.h"

#include <stdint.h>

enum { LIST_COLUMNS = 16 };

/* A column: at least `cols` wide; the spare width goes by weight; the highest `fold` goes first when it is
 * narrow. */
struct list_column {
    const char *heading; /* N_() */
    int cols, weight, fold;
    enum text_align align;
};

/* Where the rows come from. All get CONTEXT. */
struct list_source {
    size_t (*count)(void *context);
    /* Append what cell (ROW, COLUMN) shows; *ROLE is ROLE_TEXT and may be changed (the selection wins). */
    void (*cell)(void *context, size_t row, int column, struct str *out, enum role *role);
    int64_t (*id)(void *context, size_t row); /* NULL: the row's number is its id */
    bool (*skip)(void *context, size_t row);  /* a heading that cannot be selected; NULL: none */
};

struct list_view {
    const struct list_column *columns;
    int n_columns;
    const struct list_source *source;
    void *context;
    const char *empty; /* N_(): what to show when there are no rows */
    bool no_heading;
    /* own */
    size_t at, top;
    int64_t at_id;
    int page_rows;
};

void list_view_init(struct list_view *view, const struct list_column *columns, int n_columns,
                    const struct list_source *source, void *context);
/* The rows changed: find the selected id again, or stay near. Also call it after loading first. */
void list_view_reload(struct list_view *view);
bool list_view_key(struct list_view *view, const struct key *key); /* arrows, PgUp PgDn, Home End */
void list_view_draw(struct list_view *view, struct rect rect, bool focus);
/* The selected row; false when there is none. */
bool list_view_selected(const struct list_view *view, size_t *row);
void list_view_select_id(struct list_view *view, int64_t id);
void list_view_select(struct list_view *view, size_t row);
/* One down, and stay at the last: for "do it and go on". */
void list_view_next(struct list_view *view);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table, cell by cell, as in a spreadsheet. For the item_table files alone.
 */
#ifndef YISHI_TUI_SCREENS_ITEM_TABLE_H
#define YISHI_TUI_SCREENS_ITEM_TABLE_H

#include "tui/screens/agenda/item.h"
#include "tui/widgets/line.h"

struct item_table {
    struct item_frame base;
    int64_t table_id;
    const struct grid *grid; /* in the snapshot; never NULL */
    size_t at;               /* its place among the item's tables */
    struct grid none;        /* what GRID is when somebody removed the table */
    int line, column;        /* the cursor; a line below 0 is the head's: -1 the lowest */
    int top, first;          /* the first line and column in sight */
    int page;                /* lines in sight */
    struct line_edit edit;   /* the text of the cell at the cursor */
    bool editing, dirty;     /* it is being typed into; it differs from what is stored */
};

/* The cell at the cursor is several paragraphs: more than the one line of the edit field. */
bool table_cell_is_long(const struct item_table *t);
/* The text of a place, a line of the head too, as one line. Appended. */
void table_cell_text(const struct item_table *t, int line, int column, struct str *out);
/* What stands over the column at line LINE of the head (below 0). */
const struct node *table_head(const struct item_table *t, int line, int column);

/* Find the table in the item as it is loaded now. */
void table_find(struct item_table *t);
/* Store GRID over the table; WHAT, translated, is what the journal calls it. */
enum status table_store(struct item_table *t, struct grid *grid, const char *what, struct err *err);
/* Store TEXT as the cell at the cursor. */
enum status table_put(struct item_table *t, const char *text, struct err *err);
/* Store what was typed into the cell. */
enum status table_leave(struct item_table *t, struct err *err);
/* Go to a place (as near as there is one), the edit field with it. */
void table_go(struct item_table *t, int line, int column);
/* Go on typing TEXT, which was not stored, at the cursor. false: it may not be typed there (it was said so).
 */
bool table_type(struct item_table *t, const char *text, size_t caret_bytes);
bool table_key(struct app *app, struct screen *screen, const struct key *key);

/* The cell on the whole screen, and the notes below the table (item_table_text.c). */
bool table_text_push(struct app *app, const struct item_table *t);
bool table_notes_push(struct app *app, const struct item_table *t);

void table_draw(struct app *app, struct screen *screen, struct rect rect);

#endif

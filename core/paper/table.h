/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table's cells as texts, and the widths of its columns. For core/paper alone.
 */
#ifndef YISHI_PAPER_TABLE_H
#define YISHI_PAPER_TABLE_H

#include "core/paper/document.h"

enum {
    TABLE_COLUMNS = 64,
    /* a page of ODT and HTML in cells of a table's letters, upright and turned; beside each column; a line
     * that is higher may go on on the next page, a table that is lower stays on one */
    TABLE_PAGE_COLS = 80,
    TABLE_TURNED_COLS = 121,
    TABLE_GAP_COLS = 2,
    TABLE_HIGH_LINES = 20,
    TABLE_LOW_LINES = 16
};

struct table {
    const struct grid *grid;
    int columns, head_lines;
    const struct node
        *heads[8][TABLE_COLUMNS]; /* per level of the head; a span's node stands in each of its columns */
    struct arena arena;           /* the head's texts */
    const char *head_texts[8][TABLE_COLUMNS];
    struct str *texts; /* columns × lines, row by row; merged cells are empty */
    bool *merged;      /* the same for: merged with the one above */
    int widths[TABLE_COLUMNS];
    bool ordinals[TABLE_COLUMNS]; /* the column counts its lines: 1, 2, 3 ... */
    bool failed;
};

void table_init(struct table *table, const struct document *document, const struct grid *grid);
void table_release(struct table *table);
/* A cell's text; "" beyond the row's end. */
const char *table_cell(const struct table *table, int line, int column);
/* A cell of the head at LEVEL and COLUMN: how many columns it spans, and *LINES how many lines of the head;
 * 0: another cell covers the place. Its text is head_texts[level][column]. */
int table_head_span(const struct table *table, int level, int column, int *lines);
/* How many lines a cell stands over; 0: the one above covers it. */
int table_cell_lines(const struct table *table, int line, int column);
/* The width of each column so that all fit into WIDTH with GAP cells beside each: short ones as wide as they
 * are, the others by how much stands in them. false: some would be too narrow to read; they are then as
 * narrow as can be. */
bool table_fit(struct table *table, int width_cols, int gap_cols);
/* How many lines a line of the table takes at these widths, its highest cell's. */
int table_line_height(const struct table *table, int line);
/* All of it is so low that it ought to stand on one page. */
bool table_is_low(const struct table *table);

#endif

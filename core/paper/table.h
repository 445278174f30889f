/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table's cells as texts, and the widths of its columns. For core/paper alone.
 */
#ifndef YISHI_PAPER_TABLE_H
#define YISHI_PAPER_TABLE_H

#include "core/paper/document.h"

enum { TABLE_COLUMNS = 64 };

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
/* The width of each column so that all fit into WIDTH with GAP cells beside each; false: some would be too
 * narrow. */
bool table_fit(struct table *table, int width_cols, int gap_cols);

#endif

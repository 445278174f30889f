/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing a table: cells, lines, columns, and what a spreadsheet gives. Pure functions over a copy; knows
 * neither how a table is shown nor how it is stored.
 */
#ifndef YISHI_MEETING_GRID_H
#define YISHI_MEETING_GRID_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/meeting/item.h"

enum { GRID_COLUMNS = 64 }; /* that a paper can set */

/* The columns: the leaves of the head, or what the longest line of a table without a head has. */
int grid_columns(const struct grid *grid);
/* How many lines the head has: the levels of its outline. */
int grid_head_lines(const struct grid *grid);
/* What stands over COLUMN at LEVEL of the head, a span in each of its columns; NULL: nothing. The leaf: */
const struct node *grid_head(const struct grid *grid, int level, int column);
const struct node *grid_leaf(const struct grid *grid, int column);
/* NULL: an empty one that has no row. */
const struct grid_cell *grid_cell_at(const struct grid *grid, int line, int column);

/* A copy with lists of its own in ARENA and a cell in every place: what the functions below change. Its texts
 * stay the original's. */
enum status grid_copy(const struct grid *grid, struct arena *arena, struct grid *out, struct err *err);
/* An empty table of LINES below a head of COLUMNS. */
enum status grid_new(int lines, int columns, struct arena *arena, struct grid *out, struct err *err);
/* TEXT is borrowed. */
void grid_set_text(struct grid *grid, int line, int column, const char *text);
void grid_set_outline(struct grid *grid, int line, int column, struct outline outline);
/* What stands over COLUMN at LEVEL; nothing happens where nothing does. */
void grid_set_head(struct grid *grid, int level, int column, const char *text);
/* An empty line before line AT (lines = at the end). Within the totals it is one of them. */
enum status grid_insert_line(struct grid *grid, int at, struct arena *arena, struct err *err);
/* An empty column before column AT (columns = at the end), below the span of the one at its left.
 * CODE_GRID_COLUMNS where there are too many. */
enum status grid_insert_column(struct grid *grid, int at, struct arena *arena, struct err *err);
/* At least LINES and COLUMNS, by empty ones at the end. */
enum status grid_grow(struct grid *grid, int lines, int columns, struct arena *arena, struct err *err);
void grid_remove_line(struct grid *grid, int at);
/* A span that loses its last column goes with it. */
void grid_remove_column(struct grid *grid, int at);
bool grid_line_is_empty(const struct grid *grid, int line);
bool grid_column_is_empty(const struct grid *grid, int column); /* the head does not count */

/* Cells as text: what a spreadsheet copies (SEPARATOR is a tab), or a CSV file (a comma). A cell in quotation
 * marks may hold line feeds and separators; "" is one mark. Blanks around cells go, and so do lines and
 * columns without anything at the end. */
struct grid_text {
    int lines, columns;
    const char **v; /* lines × columns, never NULL */
};
/* TEXT is valid UTF-8 with line feeds. CODE_GRID_COLUMNS where a line has too many. */
enum status grid_text_read(const char *text, size_t len_bytes, char separator, struct arena *arena,
                           struct grid_text *out, struct err *err);
/* A table of it: its first line is the head. */
enum status grid_of_text(const struct grid_text *text, struct arena *arena, struct grid *out,
                         struct err *err);
/* Put it over GRID from (LINE, COLUMN) on, which grows as it must; LINE -1 is the head's leaves. */
enum status grid_put_text(struct grid *grid, int line, int column, const struct grid_text *text,
                          struct arena *arena, struct err *err);

#endif

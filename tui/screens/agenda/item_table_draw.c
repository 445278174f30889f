/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table as it is drawn: the head, the lines and columns that fit, and the cell at the cursor in full.
 */
#include "tui/screens/agenda/item_table.h"

#include <stdio.h>
#include <string.h>

enum { GUTTER_COLS = 5, NARROWEST = 6, WIDEST = 28, EDIT_ROWS = 3 };

/* ---- widths ---------------------------------------------------------------------------------------- */

static int cell_cols(const struct item_table *t, int line, int column)
{
    struct str text = STR_INIT;
    int cols;

    table_cell_text(t, line, column, &text);
    cols = text_cols(text.text, text.len_bytes, draw_widths());
    str_release(&text);
    return cols;
}

/* As wide as the widest of its head and of the lines in sight. */
static int column_cols(const struct item_table *t, int column)
{
    const struct node *leaf = grid_leaf(t->grid, column);
    int cols = leaf ? text_cols(leaf->text, strlen(leaf->text), draw_widths()) : 0;

    for (int line = t->top; line < t->top + t->page && line < t->grid->lines; line++) {
        int wide = cell_cols(t, line, column);

        if (wide > cols)
            cols = wide;
    }
    return cols < NARROWEST ? NARROWEST : cols > WIDEST ? WIDEST : cols;
}

/* Scroll so that the cursor is in sight in COLS columns and ROWS lines. */
static void scroll(struct item_table *t, int cols, int rows)
{
    int used;

    t->page = rows > 1 ? rows : 1;
    if (t->line >= 0 && t->line < t->top)
        t->top = t->line;
    if (t->line >= t->top + t->page)
        t->top = t->line - t->page + 1;
    if (t->line < 0 || t->top < 0)
        t->top = 0;
    if (t->column < t->first)
        t->first = t->column;
    for (;; t->first++) {
        used = 0;
        for (int j = t->first; j <= t->column; j++)
            used += column_cols(t, j) + 1;
        if (used <= cols || t->first >= t->column)
            return;
    }
}

/* ---- lines ----------------------------------------------------------------------------------------- */

static bool is_merged(const struct item_table *t, int line, int column)
{
    const struct grid_cell *cell = grid_cell_at(t->grid, line, column);

    return cell && cell->kind == CELL_MERGED;
}

/* How many columns from COLUMN on the same name stands over: 1 but for a span of the head. */
static int span(const struct item_table *t, int line, int column)
{
    const struct node *head = line < 0 ? table_head(t, line, column) : NULL;
    int n = 1;

    while (head && column + n < grid_columns(t->grid) && table_head(t, line, column + n) == head)
        n++;
    return n;
}

/* The cell, or the span, that begins at COLUMN; how many columns it takes. */
static int draw_cell(const struct item_table *t, struct pen *pen, int line, int column, enum role role)
{
    const int n = span(t, line, column);
    const bool here = line == t->line && t->column >= column && t->column < column + n;
    struct str text = STR_INIT;
    int cols = n - 1; /* the lines between them */

    for (int j = 0; j < n; j++)
        cols += column_cols(t, column + j);
    if (here && t->editing)
        str_add(&text, t->edit.text.text);
    else if (is_merged(t, line, column))
        str_add(&text, "〃");
    else
        table_cell_text(t, line, column, &text);
    pen_field(pen, here ? ROLE_SELECTED : role, text.text, cols < pen->left_cols ? cols : pen->left_cols,
              TEXT_LEFT);
    pen_text(pen, ROLE_BORDER, "│");
    str_release(&text);
    return n;
}

static void draw_line(const struct item_table *t, struct rect rect, int y, int line)
{
    const bool total = line >= 0 && line >= t->grid->lines - t->grid->footer;
    const enum role role = line < 0 ? ROLE_HEADING : ROLE_TEXT;
    struct pen pen = pen_at(rect, y);
    char number[16];

    (void)snprintf(number, sizeof number, "%d", line + 1);
    pen_field(&pen, total ? ROLE_HEADING : ROLE_DIM,
              line < 0 ? ""
              : total  ? _("計")
                       : number,
              GUTTER_COLS - 1, TEXT_RIGHT);
    pen_skip(&pen, ROLE_TEXT, 1);
    for (int column = t->first; column < grid_columns(t->grid) && pen.left_cols > 2;)
        column += draw_cell(t, &pen, line, column, role);
    pen_fill(&pen, ROLE_TEXT);
}

/* ---- the cell at the cursor ------------------------------------------------------------------------ */

static void draw_place(const struct item_table *t, struct rect rect)
{
    const struct node *leaf = grid_leaf(t->grid, t->column);
    struct str text = STR_INIT;
    struct pen pen = pen_at(rect, 0);

    if (t->line < 0)
        str_printf(&text, _("表頭 第%d欄"), t->column + 1);
    else
        str_printf(&text, _("第%d列 %s"), t->line + 1, leaf ? leaf->text : "");
    if (table_cell_is_long(t))
        str_add(&text, _("　有好幾段，Enter 全螢幕編輯"));
    pen_text(&pen, ROLE_DIM, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static void draw_edit(struct item_table *t, struct rect rect)
{
    draw_place(t, rect);
    rect.y++;
    rect.rows--;
    /* the caret stands here also before anything is typed: the input method's window follows it */
    line_draw(&t->edit, rect, t->editing ? ROLE_INPUT_FOCUS : ROLE_INPUT, true);
}

void table_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct item_table *t = (struct item_table *)screen;
    const int head = grid_head_lines(t->grid);
    struct str title = STR_INIT;
    struct rect inner;
    int y = 0, rows;

    rect = frame_draw(app, &t->base.frame, rect);
    item_table_name(t->grid, t->at, &title);
    draw_frame(rect, title.text, true, &inner);
    draw_blank(inner, ROLE_TEXT);
    rows = inner.rows - EDIT_ROWS;
    scroll(t, inner.cols - GUTTER_COLS, rows - head);
    for (int line = -head; line < 0 && y < rows; line++)
        draw_line(t, inner, y++, line);
    for (int line = t->top; line < t->grid->lines && y < rows; line++)
        draw_line(t, inner, y++, line);
    if (rows > 0)
        draw_edit(t, (struct rect){inner.x, inner.y + inner.rows - EDIT_ROWS + 1, inner.cols, EDIT_ROWS - 1});
    str_release(&title);
}

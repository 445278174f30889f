/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table as plain text: straight borders whatever mixes in the cells, or a block a row.
 */
#include "core/paper/table.h"

#include "core/base/text.h"
#include "core/paper/writer.h"

#include <string.h>

enum {
    WIDE_GAP = 3, /* "| " before a cell and " " after it */
    TIGHT_GAP = 1,
    HANG_COLS = 4
};

/* Where a table is set. */
struct frame {
    const struct table *t;
    int indent, gap;
    bool ruled; /* between its lines too */
};

/* A rule above LINE, which passes by the cells that reach over it; a whole one where LINE is -1. */
static void rule(const struct frame *f, int line, struct str *out)
{
    bool before = false, open = false;

    str_add_repeat(out, " ", f->indent);
    for (int j = 0; j < f->t->columns; j++) {
        open = line >= 0 && table_cell_lines(f->t, line, j) == 0;
        str_add_char(out, open && (before || j == 0) ? '|' : '+');
        str_add_repeat(out, open ? " " : "-", f->t->widths[j] + f->gap - 1);
        before = open;
    }
    str_add(out, open ? "|\n" : "+\n");
}

/* What stands in a row over SPAN columns, and how much of it is set. */
struct setting {
    const char *text;
    int span;
    size_t at;
};

/* The next line of a cell; true: there is more. */
static bool set_line(struct setting *cell, int width, int gap, struct str *out)
{
    size_t len = strlen(cell->text), start = cell->at, end = start, next = start;

    if (text_line(cell->text, len, start, width, &text_paper, &end, &next))
        cell->at = next;
    else
        end = start;
    str_add(out, gap == WIDE_GAP ? "| " : "|");
    str_add_bytes(out, cell->text + start, end - start);
    str_add_repeat(out, " ",
                   width - text_cols(cell->text + start, end - start, &text_paper) + (gap == WIDE_GAP));
    return cell->at < len;
}

/* Line after line until every cell of the row is set. */
static void set_row(const struct frame *f, struct setting *cells, struct str *out)
{
    bool more = true;

    while (more) {
        more = false;
        str_add_repeat(out, " ", f->indent);
        for (int j = 0; j < f->t->columns; j += cells[j].span) {
            int width = f->gap * (cells[j].span - 1);

            for (int k = 0; k < cells[j].span; k++)
                width += f->t->widths[j + k];
            more |= set_line(&cells[j], width, f->gap, out);
        }
        str_add(out, "|\n");
    }
}

static void set_head(const struct frame *f, struct str *out)
{
    struct setting cells[TABLE_COLUMNS];

    for (int level = 0; level < f->t->head_lines; level++) {
        for (int j = 0, span, lines; j < f->t->columns; j += span) {
            span = table_head_span(f->t, level, j, &lines);
            if (span == 0) /* a cell above covers it: blank here */
                span = 1;
            cells[j] = (struct setting){f->t->head_texts[level][j], span, 0};
        }
        set_row(f, cells, out);
    }
}

static void set_grid(const struct frame *f, struct str *out)
{
    const struct grid *grid = f->t->grid;
    struct setting cells[TABLE_COLUMNS];

    rule(f, -1, out);
    if (f->t->head_lines) {
        set_head(f, out);
        rule(f, -1, out);
    }
    for (int i = 0; i < grid->lines; i++) {
        for (int j = 0; j < f->t->columns; j++)
            cells[j] = (struct setting){table_cell(f->t, i, j), 1, 0};
        if (i && i == grid->lines - grid->footer)
            rule(f, -1, out);
        else if (i && f->ruled)
            rule(f, i, out);
        set_row(f, cells, out);
    }
    rule(f, -1, out);
}

static bool has_high_lines(const struct table *t)
{
    for (int i = 0; i < t->grid->lines; i++)
        if (table_line_height(t, i) > 1)
            return true;
    return false;
}

/* Lines after the first are set in by HANG more. */
static void set_wrapped(const char *text, int indent, int hang, int width, struct str *out)
{
    struct str clean = STR_INIT;
    size_t at = 0, end, next;

    writer_clean(&clean, text);
    while (text_line(clean.text, clean.len_bytes, at, width - indent, &text_paper, &end, &next)) {
        str_add_repeat(out, " ", indent);
        str_add_bytes(out, clean.text + at, end - at);
        str_add_char(out, '\n');
        if (at == 0)
            indent += hang;
        at = next;
    }
    out->failed |= str_failed(&clean);
    str_release(&clean);
}

/* Too many columns for the page: each row by itself, a line a column. */
static void set_blocks(const struct table *t, int indent, int width, struct str *out)
{
    for (int i = 0; i < t->grid->lines; i++) {
        if (i)
            str_add_char(out, '\n');
        for (int j = 0; j < t->columns; j++) {
            struct str text = STR_INIT;
            const char *cell = table_cell(t, i, j);

            if (!*cell)
                continue;
            for (int level = 0; level < t->head_lines; level++)
                if (t->heads[level][j])
                    str_printf(&text, "%s%s", level ? "/" : "", t->head_texts[level][j]);
            str_printf(&text, "：%s", cell);
            set_wrapped(text.text, indent, HANG_COLS, width, out);
            out->failed |= str_failed(&text);
            str_release(&text);
        }
    }
}

void document_table_text(const struct document *document, const struct grid *grid, int indent, int width,
                         struct str *out)
{
    struct table t;
    struct frame f = {&t, indent, WIDE_GAP, false};

    table_init(&t, document, grid);
    if (grid->caption)
        set_wrapped(grid->caption, indent, 0, width, out);
    if (t.columns && table_fit(&t, width - indent - 1, f.gap))
        f.ruled = has_high_lines(&t);
    else if (t.columns && table_fit(&t, width - indent - 1, TIGHT_GAP))
        f = (struct frame){&t, indent, TIGHT_GAP, true};
    else
        f.gap = 0;
    if (f.gap)
        set_grid(&f, out);
    else
        set_blocks(&t, indent, width, out);
    for (size_t i = 0; i < grid->notes.n; i++)
        set_wrapped(grid->notes.v[i].text, indent, 0, width, out);
    out->failed |= t.failed;
    table_release(&t);
}

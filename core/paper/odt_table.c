/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table in an ODT: heads that repeat on every page, lines that stay whole, low tables on one page.
 */
#include "core/paper/odt.h"
#include "core/paper/table.h"

#include <stdio.h>
#include <string.h>

/* WORDS as paragraphs, one for each of its lines. */
static void add_lines(struct odt *o, const char *style, const char *words)
{
    struct str line = STR_INIT;

    do {
        const size_t n = strcspn(words, "\n");

        str_clear(&line);
        str_add_bytes(&line, words, n);
        str_printf(&o->body, "<text:p text:style-name=\"%s\">", style);
        markup_text(&o->body, line.text, &odt_paragraphs);
        str_add(&o->body, "</text:p>");
        words += n + (words[n] == '\n');
    } while (*words);
    o->body.failed |= str_failed(&line);
    str_release(&line);
}

/* The table as wide as the page leaves it, its columns in the proportions they have on text's page; its name
 * and notes stand at its edge. Nothing keeps a distance from the last one: that would need a page more. */
static void add_widths(struct odt *o, struct table *t, int depth, bool new_page, bool is_last)
{
    const int page = o->landscape ? ODT_TURNED_POINTS : ODT_WIDTH_POINTS;
    int width = page - depth * ODT_STEP_COLS * ODT_CELL_POINTS, total = 0;

    if (width < ODT_NARROWEST_POINTS)
        width = ODT_NARROWEST_POINTS;
    (void)table_fit(t, (o->landscape ? TABLE_TURNED_COLS : TABLE_PAGE_COLS) - depth * ODT_STEP_COLS,
                    TABLE_GAP_COLS);
    for (int j = 0; j < t->columns; j++)
        total += t->widths[j] + TABLE_GAP_COLS;
    str_printf(
        &o->styles,
        "<style:style style:name=\"Table%d\" style:family=\"table\"><style:table-properties "
        "style:width=\"%dpt\" fo:margin-left=\"%dpt\" fo:margin-top=\"4pt\" fo:margin-bottom=\"%dpt\" "
        "table:align=\"left\" table:border-model=\"collapsing\" style:may-break-between-rows=\"%s\"%s/>"
        "</style:style>\n",
        o->tables, width, page - width, is_last ? 0 : 8, table_is_low(t) ? "false" : "true",
        new_page ? " fo:break-before=\"page\"" : "");
    for (int j = 0; j < t->columns; j++)
        str_printf(&o->styles,
                   "<style:style style:name=\"Table%d.%d\" style:family=\"table-column\">"
                   "<style:table-column-properties style:column-width=\"%dpt\"/></style:style>\n",
                   o->tables, j + 1, width * (t->widths[j] + TABLE_GAP_COLS) / total);
}

static void add_columns(struct odt *o, const struct table *t)
{
    for (int j = 0; j < t->columns; j++)
        str_printf(&o->body, "<table:table-column table:style-name=\"Table%d.%d\"/>", o->tables, j + 1);
    str_add_char(&o->body, '\n');
}

/* What stands above and below a table, at its edge. */
static void add_beside_styles(struct odt *o, int depth)
{
    static const char *const names[] = {"caption", "note"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        str_printf(&o->styles,
                   "<style:style style:name=\"Table_%s_%d\" style:family=\"paragraph\" "
                   "style:parent-style-name=\"Table_%s\"><style:paragraph-properties",
                   names[i], depth, names[i]);
        odt_indent(&o->styles, depth, 0);
        str_add(&o->styles, "/></style:style>\n");
    }
}

static void add_beside(struct odt *o, const char *which, int depth, const char *words)
{
    char style[32];

    (void)snprintf(style, sizeof style, "Table_%s_%d", which, depth);
    if (!o->beside[depth])
        add_beside_styles(o, depth);
    o->beside[depth] = true;
    add_lines(o, style, words);
}

static void add_cell(struct odt *o, int columns, int lines, const char *cell, const char *style,
                     const char *words)
{
    str_printf(&o->body, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\"", cell);
    if (columns > 1)
        str_printf(&o->body, " table:number-columns-spanned=\"%d\"", columns);
    if (lines > 1)
        str_printf(&o->body, " table:number-rows-spanned=\"%d\"", lines);
    str_add_char(&o->body, '>');
    add_lines(o, style, words);
    str_add(&o->body, "</table:table-cell>");
}

static void add_head(struct odt *o, const struct table *t)
{
    if (!t->head_lines)
        return;
    str_add(&o->body, "<table:table-header-rows>\n");
    for (int level = 0; level < t->head_lines; level++) {
        str_add(&o->body, "<table:table-row table:style-name=\"Row\">");
        for (int j = 0, lines; j < t->columns; j++) {
            const int span = table_head_span(t, level, j, &lines);

            if (span)
                add_cell(o, span, lines, "Head_cell", "Table_heading", t->head_texts[level][j]);
            else
                str_add(&o->body, "<table:covered-table-cell/>");
        }
        str_add(&o->body, "</table:table-row>\n");
    }
    str_add(&o->body, "</table:table-header-rows>\n");
}

static const char *cell_style(const struct table *t, int line, int column)
{
    const bool total = line >= t->grid->lines - t->grid->footer;

    if (!total && t->ordinals[column])
        return "Table_ordinal";
    if (writer_is_figure(table_cell(t, line, column)))
        return total ? "Table_total_figure" : "Table_figure";
    return total ? "Table_total" : "Table_contents";
}

static void add_rows(struct odt *o, const struct table *t)
{
    for (int i = 0; i < t->grid->lines; i++) {
        str_printf(&o->body, "<table:table-row table:style-name=\"%s\">",
                   table_line_height(t, i) > TABLE_HIGH_LINES ? "High_row" : "Row");
        for (int j = 0; j < t->columns; j++) {
            const int lines = table_cell_lines(t, i, j);

            if (lines)
                add_cell(o, 1, lines, "Cell", cell_style(t, i, j), table_cell(t, i, j));
            else
                str_add(&o->body, "<table:covered-table-cell/>");
        }
        str_add(&o->body, "</table:table-row>\n");
    }
}

void odt_table(struct odt *o, const struct document *document, const struct block *block)
{
    const int depth = odt_at_most(block->depth, ODT_OWN_DEPTHS - 1);
    const struct grid *grid = block->grid;
    const bool is_last = block + 1 == document->blocks + document->n && !grid->notes.n;
    struct table t;

    table_init(&t, document, grid);
    if (grid->caption)
        add_beside(o, "caption", depth, grid->caption);
    if (t.columns && (t.head_lines || grid->lines)) {
        o->tables++;
        str_printf(&o->body, "<table:table table:name=\"Table%d\" table:style-name=\"Table%d\">\n", o->tables,
                   o->tables);
        add_widths(o, &t, depth, block->new_page, is_last);
        add_columns(o, &t);
        add_head(o, &t);
        add_rows(o, &t);
        str_add(&o->body, "</table:table>\n");
    }
    for (size_t i = 0; i < grid->notes.n; i++)
        add_beside(o, "note", depth, grid->notes.v[i].text);
    str_add_char(&o->body, '\n');
    o->body.failed |= t.failed;
    table_release(&t);
}

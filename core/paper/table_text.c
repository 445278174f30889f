/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table as plain text: straight borders whatever mixes in the cells, or a block a row.
 */
#include "core/paper/table.h"

#include "core/base/text.h"

#include <string.h>

enum { GAP_COLS = 3 }; /* "| " before a cell and " " after it */

static void rule(const struct table *t, int indent, struct str *out)
{
    str_add_repeat(out, " ", indent);
    for (int j = 0; j < t->columns; j++) {
        str_add_char(out, '+');
        str_add_repeat(out, "-", t->widths[j] + 2);
    }
    str_add(out, "+\n");
}

/* Line after line until every cell of the row is set. */
static void set_row(const struct table *t, int indent, const char *const *texts, struct str *out)
{
    size_t at[TABLE_COLUMNS] = {0};
    bool more = true;

    while (more) {
        more = false;
        str_add_repeat(out, " ", indent);
        for (int j = 0; j < t->columns; j++) {
            size_t len = strlen(texts[j]), start = at[j], end = start, next = start;

            if (text_line(texts[j], len, start, t->widths[j], &text_paper, &end, &next))
                at[j] = next;
            else
                end = start;
            str_add(out, "| ");
            str_add_bytes(out, texts[j] + start, end - start);
            str_add_repeat(out, " ", t->widths[j] - text_cols(texts[j] + start, end - start, &text_paper) + 1);
            more |= at[j] < len;
        }
        str_add(out, "|\n");
    }
}

static void set_head(const struct table *t, int indent, struct str *out)
{
    const char *texts[TABLE_COLUMNS];

    for (int level = 0; level < t->head_lines; level++) {
        for (int j = 0; j < t->columns; j++) {
            const struct node *node = t->heads[level][j];
            bool again = j && node && t->heads[level][j - 1] == node; /* a span's name stands once */

            texts[j] = node && !again ? node->text : "";
        }
        set_row(t, indent, texts, out);
    }
}

static void set_grid(const struct table *t, int indent, struct str *out)
{
    const char *texts[TABLE_COLUMNS];

    rule(t, indent, out);
    if (t->head_lines) {
        set_head(t, indent, out);
        rule(t, indent, out);
    }
    for (int i = 0; i < t->grid->lines; i++) {
        for (int j = 0; j < t->columns; j++)
            texts[j] = table_cell(t, i, j);
        if (i && i == t->grid->lines - t->grid->footer)
            rule(t, indent, out);
        set_row(t, indent, texts, out);
    }
    rule(t, indent, out);
}

static void set_wrapped(const char *text, int indent, int width, struct str *out)
{
    size_t at = 0, end, next, len = strlen(text);

    while (text_line(text, len, at, width - indent, &text_paper, &end, &next)) {
        str_add_repeat(out, " ", indent);
        str_add_bytes(out, text + at, end - at);
        str_add_char(out, '\n');
        at = next;
    }
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
                    str_printf(&text, "%s%s", level ? "/" : "", t->heads[level][j]->text);
            str_printf(&text, "：%s", cell);
            set_wrapped(text.text, indent, width, out);
            str_release(&text);
        }
    }
}

void document_table_text(const struct document *document, const struct grid *grid, int indent, int width,
                         struct str *out)
{
    struct table t;

    table_init(&t, document, grid);
    if (grid->caption)
        set_wrapped(grid->caption, indent, width, out);
    if (t.columns && table_fit(&t, width - indent - 1, GAP_COLS))
        set_grid(&t, indent, out);
    else
        set_blocks(&t, indent, width, out);
    for (size_t i = 0; i < grid->notes.n; i++)
        set_wrapped(grid->notes.v[i].text, indent, width, out);
    out->failed |= t.failed;
    table_release(&t);
}

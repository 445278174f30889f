/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preparing a table: its head laid out over its columns, its cells as texts.
 */
#include "core/paper/table.h"

#include "core/base/number.h"
#include "core/paper/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_LEVELS = 3 };

/* The head's nodes over the leaves: a node above spans the leaves below it. */
static void lay_heads(struct table *t)
{
    const struct outline *columns = &t->grid->columns;
    const struct node *path[8] = {NULL};

    for (size_t i = 0; i < columns->n; i++) {
        const struct node *node = &columns->v[i];
        bool leaf = i + 1 == columns->n || columns->v[i + 1].level <= node->level;

        if (node->level >= 8)
            continue;
        path[node->level] = node;
        if (!leaf || t->columns == TABLE_COLUMNS)
            continue;
        for (int level = 0; level <= node->level; level++)
            t->heads[level][t->columns] = path[level];
        if (node->level + 1 > t->head_lines)
            t->head_lines = node->level + 1;
        t->columns++;
    }
}

/* The head's texts as they may be printed. */
static void take_head_texts(struct table *t)
{
    for (int level = 0; level < t->head_lines; level++)
        for (int j = 0; j < t->columns; j++) {
            struct str text = STR_INIT;

            t->head_texts[level][j] = "";
            if (!t->heads[level][j])
                continue;
            writer_clean(&text, t->heads[level][j]->text);
            t->head_texts[level][j] = arena_text(&t->arena, text.text, text.len_bytes);
            if (str_failed(&text) || !t->head_texts[level][j])
                t->failed = true;
            if (!t->head_texts[level][j])
                t->head_texts[level][j] = "";
            str_release(&text);
        }
}

static void add_outline(const struct document *document, const struct outline *outline, struct str *out)
{
    int n[CELL_LEVELS] = {0};

    for (size_t i = 0; i < outline->n; i++) {
        const struct node *node = &outline->v[i];
        int level = node->level < CELL_LEVELS ? node->level : CELL_LEVELS - 1;

        if (i)
            str_add_char(out, '\n');
        for (int k = level + 1; k < CELL_LEVELS; k++)
            n[k] = 0;
        if (!node->plain && outline->n > 1 && document->cell_numbers[level])
            number_format(out, document->cell_numbers[level], ++n[level]);
        writer_clean(out, node->text);
    }
}

static void take_texts(struct table *t, const struct document *document)
{
    size_t n = (size_t)t->columns * (size_t)t->grid->lines;

    t->merged = calloc(n + 1, sizeof *t->merged);
    t->texts = t->merged ? calloc(n + 1, sizeof *t->texts) : NULL;
    if (!t->texts) {
        t->failed = true;
        return;
    }
    for (size_t i = 0; i < n; i++)
        str_init(&t->texts[i]);
    for (size_t k = 0; k < t->grid->cells.n; k++) {
        const struct grid_cell *cell = &t->grid->cells.v[k];
        struct str *text;

        if (cell->column >= t->columns || cell->line >= t->grid->lines)
            continue;
        text = &t->texts[cell->line * t->columns + cell->column];
        t->merged[cell->line * t->columns + cell->column] = cell->kind == CELL_MERGED && cell->line > 0;
        if (cell->kind == CELL_OUTLINE)
            add_outline(document, &cell->outline, text);
        else if (cell->kind == CELL_TEXT)
            writer_clean(text, cell->text);
        t->failed |= str_failed(text);
    }
}

/* A table without a head has as many columns as its longest row. */
static void count_bare_columns(struct table *t)
{
    for (size_t k = 0; k < t->grid->cells.n; k++)
        if (t->grid->cells.v[k].column >= t->columns && t->grid->cells.v[k].column < TABLE_COLUMNS)
            t->columns = t->grid->cells.v[k].column + 1;
}

const char *table_cell(const struct table *t, int line, int column)
{
    return t->texts && line < t->grid->lines && column < t->columns
               ? t->texts[line * t->columns + column].text
               : "";
}

/* The last line may be a total and have none. */
static bool is_ordinals(const struct table *t, int column)
{
    const int lines = t->grid->lines - t->grid->footer;
    char number[16];
    int counted = 0;

    for (int i = 0; i < lines; i++) {
        (void)snprintf(number, sizeof number, "%d", i + 1);
        if (strcmp(table_cell(t, i, column), number) == 0)
            counted++;
        else if (i + 1 < lines || *table_cell(t, i, column))
            return false;
    }
    return counted > 1;
}

void table_init(struct table *t, const struct document *document, const struct grid *grid)
{
    memset(t, 0, sizeof *t);
    t->grid = grid;
    lay_heads(t);
    count_bare_columns(t);
    take_head_texts(t);
    take_texts(t, document);
    for (int j = 0; j < t->columns; j++)
        t->ordinals[j] = is_ordinals(t, j);
}

void table_release(struct table *t)
{
    for (int i = 0; t->texts && i < t->columns * t->grid->lines; i++)
        str_release(&t->texts[i]);
    free(t->texts);
    free(t->merged);
    arena_release(&t->arena);
    t->texts = NULL;
    t->merged = NULL;
}

int table_head_span(const struct table *t, int level, int column, int *lines)
{
    const struct node *node = t->heads[level][column];
    int span = 1, below = level + 1;

    *lines = 1;
    if (!node) /* covered where a leaf stands above */
        return level > 0 ? 0 : 1;
    if (column > 0 && t->heads[level][column - 1] == node)
        return 0;
    while (column + span < t->columns && t->heads[level][column + span] == node)
        span++;
    while (span == 1 && below < t->head_lines && !t->heads[below][column])
        below++;
    *lines = below == t->head_lines ? below - level : 1;
    return span;
}

int table_cell_lines(const struct table *t, int line, int column)
{
    int lines = 1;

    if (!t->merged || t->merged[line * t->columns + column])
        return 0;
    while (line + lines < t->grid->lines && t->merged[(line + lines) * t->columns + column])
        lines++;
    return lines;
}

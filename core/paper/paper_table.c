/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables that a paper makes itself: a column for each name of the style's list, a row for each thing.
 */
#include "core/paper/paper_parts.h"

#include <string.h>

enum { COLUMNS_MAX = 16, NAME_SIZE = 32 };

/* Room to write in: full-width spaces, which no format takes away. */
static const char *const blank = "　　　　　　\n　";

void cell_blank(struct cell *cell)
{
    str_add(&cell->text, blank);
}

static bool is_person_column(const char *column)
{
    static const char *const names[] = {"seat", "who", "post", "kind", "role", "unit", "title"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], column) == 0)
            return true;
    return false;
}

bool cell_person(const struct about *about, const char *column, struct cell *cell)
{
    if (!is_person_column(column))
        return false;
    if (strcmp(column, "post") == 0)
        (void)about_expand(about, style_get(about->b->style, "people:post"), &cell->text);
    else
        (void)about_value(about, column, &cell->text);
    return true;
}

static const char *kept(struct document *document, const char *text)
{
    const char *copy = arena_text(&document->arena, text, strlen(text));

    document->failed |= !copy;
    return copy ? copy : "";
}

static struct grid *new_grid(struct document *document, size_t columns, size_t lines)
{
    struct grid *grid = arena_take(&document->arena, sizeof *grid);

    if (!grid) {
        document->failed = true;
        return NULL;
    }
    grid->lines = (int)lines;
    grid->columns.v = arena_take(&document->arena, columns * sizeof *grid->columns.v);
    grid->cells.v = arena_take(&document->arena, columns * lines * sizeof *grid->cells.v);
    if (!grid->columns.v || !grid->cells.v) {
        document->failed = true;
        return NULL;
    }
    return grid;
}

static void fill_grid(struct document *document, struct grid *grid, char names[][NAME_SIZE], cell_fill fill,
                      const void *context)
{
    for (int line = 0; line < grid->lines; line++)
        for (size_t j = 0; j < grid->columns.n; j++) {
            struct grid_cell *into = &grid->cells.v[grid->cells.n++];
            struct cell cell = {STR_INIT, NULL};

            fill(context, (size_t)line, names[j], &cell);
            *into = (struct grid_cell){.line = line, .column = (int)j, .kind = CELL_TEXT};
            into->text = kept(document, cell.text.text);
            if (cell.outline) {
                into->kind = CELL_OUTLINE;
                into->outline = *cell.outline;
            }
            document->failed |= str_failed(&cell.text);
            str_release(&cell.text);
        }
}

void part_table(struct build *b, const char *part, int depth, const char *caption, size_t n, cell_fill fill,
                const void *context)
{
    char names[COLUMNS_MAX][NAME_SIZE];
    struct str list = STR_INIT;
    struct grid *grid;
    size_t columns = 0;

    str_printf(&list, "%s:columns", part);
    while (columns < COLUMNS_MAX && style_list_at(b->style, list.text, columns, names[columns], NAME_SIZE))
        columns++;
    b->out->failed |= str_failed(&list);
    str_release(&list);
    if (!n || !columns || !(grid = new_grid(b->out, columns, n)))
        return;
    if (caption && *caption)
        grid->caption = kept(b->out, caption);
    for (size_t j = 0; j < columns; j++)
        grid->columns.v[grid->columns.n++] = (struct node){.text = part_get(b, part, names[j])};
    fill_grid(b->out, grid, names, fill, context);
    document_add_grid(b->out, depth, grid);
}

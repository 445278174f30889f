/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a record: outlines, tables' columns and cells, lists of strings.
 */
#include "core/record/read.h"

#include <string.h>

/* How many nodes there are below, to take them at once. */
static size_t count_nodes(const json_t *array, const char *children, int level)
{
    size_t n = json_array_size(array), total = n;

    for (size_t i = 0; i < n && level < RECORD_LEVELS; i++)
        total += count_nodes(json_object_get(json_array_get(array, i), children), children, level + 1);
    return total;
}

static void read_nodes(struct reader *reader, const json_t *array, const char *children, int level,
                       struct outline *outline);

/* A node's own keys: its text and whether it is numbered; *BELOW what hangs under it. */
static void read_node_object(struct reader *reader, const json_t *object, const char *children,
                             struct node *node, const json_t **below)
{
    bool columns = strcmp(children, "columns") == 0;
    const json_t *text = NULL;
    json_t *value;
    const char *key;
    size_t mark;

    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        mark = path_enter(reader, key);
        if (strcmp(key, "text") == 0)
            text = json_is_null(value) ? NULL : value;
        else if (strcmp(key, children) == 0)
            *below = json_is_null(value) ? NULL : value;
        else if (strcmp(key, "plain") != 0 || columns)
            read_problem(reader, CODE_RECORD_UNKNOWN_KEY, key, NULL);
        else if (json_is_boolean(value))
            node->plain = json_is_true(value);
        else if (!json_is_null(value))
            read_problem(reader, CODE_RECORD_TYPE, "true/false", NULL);
        path_leave(reader, mark);
    }
    mark = path_enter(reader, "text");
    if (text)
        node->text = read_text(reader, text, true);
    else
        read_problem(reader, CODE_RECORD_MISSING, "text", NULL);
    path_leave(reader, mark);
}

static void read_node(struct reader *reader, const json_t *value, const char *children, int level,
                      struct outline *outline)
{
    struct node *node = &outline->v[outline->n++];
    const json_t *below = NULL;

    entity_defaults(&node_entity, node);
    node->level = level;
    if (json_is_object(value))
        read_node_object(reader, value, children, node, &below);
    else
        node->text = read_text(reader, value, true);
    if (!node->text)
        node->text = "";
    if (below) {
        size_t mark = path_enter(reader, children);

        read_nodes(reader, below, children, level + 1, outline);
        path_leave(reader, mark);
    }
}

static void read_nodes(struct reader *reader, const json_t *array, const char *children, int level,
                       struct outline *outline)
{
    if (!json_is_array(array)) {
        read_problem(reader, CODE_RECORD_TYPE, "array", NULL);
        return;
    }
    if (level >= RECORD_LEVELS) {
        if (json_array_size(array))
            read_problem(reader, CODE_RECORD_DEEP, NULL, NULL);
        return;
    }
    for (size_t i = 0; i < json_array_size(array); i++) {
        size_t mark = path_enter_index(reader, i);

        read_node(reader, json_array_get(array, i), children, level, outline);
        path_leave(reader, mark);
    }
}

void read_outline(struct reader *reader, const json_t *value, const char *children, struct outline *outline)
{
    outline->n = 0;
    outline->v = read_take(reader, count_nodes(value, children, 0), sizeof *outline->v);
    if (outline->v)
        read_nodes(reader, value, children, 0, outline);
}

static void read_cell(struct reader *reader, const json_t *value, struct grid_cell *cell)
{
    if (json_is_null(value)) {
        cell->kind = CELL_MERGED;
    } else if (json_is_array(value)) {
        cell->kind = CELL_OUTLINE;
        read_outline(reader, value, "points", &cell->outline);
    } else {
        cell->kind = CELL_TEXT;
        cell->text = read_text(reader, value, true);
    }
}

void read_cells(struct reader *reader, const json_t *value, struct grid *grid)
{
    size_t lines = json_array_size(value), n = 0, k = 0;

    if (!json_is_array(value)) {
        read_problem(reader, CODE_RECORD_TYPE, "array", NULL);
        return;
    }
    for (size_t i = 0; i < lines; i++)
        n += json_array_size(json_array_get(value, i));
    grid->lines = (int)lines;
    grid->cells.v = read_take(reader, n, sizeof *grid->cells.v);
    if (!grid->cells.v)
        return;
    for (size_t i = 0; i < lines; i++) {
        const json_t *line = json_array_get(value, i);
        size_t mark = path_enter_index(reader, i);

        if (!json_is_array(line))
            read_problem(reader, CODE_RECORD_TYPE, "array", NULL);
        for (size_t j = 0; j < json_array_size(line); j++) {
            struct grid_cell *cell = &grid->cells.v[k++];
            size_t inner = path_enter_index(reader, j);

            entity_defaults(&cell_entity, cell);
            cell->line = (int)i;
            cell->column = (int)j;
            read_cell(reader, json_array_get(line, j), cell);
            path_leave(reader, inner);
        }
        path_leave(reader, mark);
    }
    grid->cells.n = k;
}

void read_strings(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    const struct entity *e = field->child;
    size_t n = json_array_size(value);
    char *rows = read_take(reader, n, e->size);

    if (!json_is_array(value)) {
        read_problem(reader, CODE_RECORD_TYPE, "array", NULL);
        return;
    }
    for (size_t i = 0; rows && i < n; i++) {
        size_t mark = path_enter_index(reader, i);

        entity_defaults(e, rows + i * e->size);
        field_set_text(&e->fields[0], rows + i * e->size, read_text(reader, json_array_get(value, i), false));
        path_leave(reader, mark);
    }
    if (rows)
        field_set_list(field, row, (struct list){rows, n});
}

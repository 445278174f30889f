/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines, columns and cells of a table.
 */
#include "core/meeting/grid.h"

#include <stdio.h>
#include <string.h>

/* ---- looking ---------------------------------------------------------------------------------------- */

static bool is_leaf(const struct outline *columns, size_t i)
{
    return i + 1 == columns->n || columns->v[i + 1].level <= columns->v[i].level;
}

/* The place of the leaf over COLUMN among the head's nodes; their number where there is none. */
static size_t leaf_place(const struct grid *grid, int column)
{
    const struct outline *columns = &grid->columns;
    int seen = 0;

    for (size_t i = 0; i < columns->n; i++)
        if (is_leaf(columns, i) && seen++ == column)
            return i;
    return columns->n;
}

/* The same at LEVEL: the leaf, or what it stands below. */
static size_t head_place(const struct grid *grid, int level, int column)
{
    size_t at = leaf_place(grid, column);

    if (at == grid->columns.n || grid->columns.v[at].level < level)
        return grid->columns.n;
    while (at > 0 && grid->columns.v[at].level > level)
        at--;
    return grid->columns.v[at].level == level ? at : grid->columns.n;
}

int grid_columns(const struct grid *grid)
{
    int n = 0;

    for (size_t i = 0; i < grid->columns.n; i++)
        n += is_leaf(&grid->columns, i);
    for (size_t k = 0; !grid->columns.n && k < grid->cells.n; k++)
        if (grid->cells.v[k].column >= n)
            n = grid->cells.v[k].column + 1;
    return n;
}

int grid_head_lines(const struct grid *grid)
{
    int n = 0;

    for (size_t i = 0; i < grid->columns.n; i++)
        if (grid->columns.v[i].level >= n)
            n = grid->columns.v[i].level + 1;
    return n;
}

const struct node *grid_head(const struct grid *grid, int level, int column)
{
    size_t at = head_place(grid, level, column);

    return at < grid->columns.n ? &grid->columns.v[at] : NULL;
}

const struct node *grid_leaf(const struct grid *grid, int column)
{
    size_t at = leaf_place(grid, column);

    return at < grid->columns.n ? &grid->columns.v[at] : NULL;
}

/* The cells stand in the order of their places in a copy; where they come from, nobody knows. */
static struct grid_cell *find_cell(const struct grid *grid, int line, int column)
{
    size_t guess = (size_t)line * (size_t)grid_columns(grid) + (size_t)column;

    if (guess < grid->cells.n && grid->cells.v[guess].line == line && grid->cells.v[guess].column == column)
        return &grid->cells.v[guess];
    for (size_t k = 0; k < grid->cells.n; k++)
        if (grid->cells.v[k].line == line && grid->cells.v[k].column == column)
            return &grid->cells.v[k];
    return NULL;
}

const struct grid_cell *grid_cell_at(const struct grid *grid, int line, int column)
{
    return line >= 0 && column >= 0 ? find_cell(grid, line, column) : NULL;
}

static bool has_content(const struct grid_cell *cell)
{
    return cell->kind == CELL_OUTLINE ? cell->outline.n > 0
                                      : cell->kind == CELL_TEXT && cell->text && *cell->text;
}

bool grid_line_is_empty(const struct grid *grid, int line)
{
    for (size_t k = 0; k < grid->cells.n; k++)
        if (grid->cells.v[k].line == line && has_content(&grid->cells.v[k]))
            return false;
    return true;
}

bool grid_column_is_empty(const struct grid *grid, int column)
{
    for (size_t k = 0; k < grid->cells.n; k++)
        if (grid->cells.v[k].column == column && has_content(&grid->cells.v[k]))
            return false;
    return true;
}

/* ---- copies ----------------------------------------------------------------------------------------- */

static struct grid_cell empty_cell(int line, int column)
{
    struct grid_cell cell;

    entity_defaults(&cell_entity, &cell);
    cell.row = (struct row){0};
    cell.kind = CELL_TEXT;
    cell.line = line;
    cell.column = column;
    cell.text = "";
    return cell;
}

/* LINES × COLUMNS cells: what GRID has there, else empty ones. */
static enum status lay_cells(const struct grid *grid, int lines, int columns, struct arena *arena,
                             struct grid *out, struct err *err)
{
    size_t n = (size_t)lines * (size_t)columns;
    struct grid_cell *v = arena_take(arena, (n + 1) * sizeof *v);

    if (!v)
        return err_memory(err);
    for (size_t k = 0; k < n; k++)
        v[k] = empty_cell((int)(k / (size_t)columns), (int)(k % (size_t)columns));
    for (size_t k = 0; k < grid->cells.n; k++) {
        const struct grid_cell *cell = &grid->cells.v[k];

        if (cell->line >= 0 && cell->line < lines && cell->column >= 0 && cell->column < columns)
            v[cell->line * columns + cell->column] = *cell;
    }
    out->cells.v = v;
    out->cells.n = n;
    out->lines = lines;
    return STATUS_OK;
}

enum status grid_copy(const struct grid *grid, struct arena *arena, struct grid *out, struct err *err)
{
    struct grid copy = *grid;
    struct node *nodes = arena_take(arena, (grid->columns.n + 1) * sizeof *nodes);

    if (!nodes)
        return err_memory(err);
    if (grid->columns.n)
        memcpy(nodes, grid->columns.v, grid->columns.n * sizeof *nodes);
    copy.columns.v = nodes;
    if (lay_cells(grid, grid->lines, grid_columns(grid), arena, &copy, err))
        return STATUS_MEMORY;
    *out = copy;
    return STATUS_OK;
}

static struct node empty_node(int level)
{
    return (struct node){.level = level, .text = ""};
}

static enum status check_columns(int columns, struct err *err)
{
    char have[16], most[16];

    if (columns <= GRID_COLUMNS)
        return STATUS_OK;
    (void)snprintf(have, sizeof have, "%d", columns);
    (void)snprintf(most, sizeof most, "%d", (int)GRID_COLUMNS);
    return err_set(err, STATUS_NO, CODE_GRID_COLUMNS, NULL, have, most);
}

enum status grid_new(int lines, int columns, struct arena *arena, struct grid *out, struct err *err)
{
    struct node *nodes = arena_take(arena, ((size_t)columns + 1) * sizeof *nodes);
    enum status status = check_columns(columns, err);

    entity_defaults(&grid_entity, out);
    out->row = (struct row){0};
    out->footer = 0;
    if (status)
        return status;
    if (!nodes)
        return err_memory(err);
    for (int j = 0; j < columns; j++)
        nodes[j] = empty_node(0);
    out->columns = (struct outline){nodes, (size_t)columns};
    return lay_cells(out, lines, columns, arena, out, err);
}

/* ---- changing --------------------------------------------------------------------------------------- */

void grid_set_text(struct grid *grid, int line, int column, const char *text)
{
    struct grid_cell *cell = find_cell(grid, line, column);

    if (!cell)
        return;
    cell->kind = CELL_TEXT;
    cell->text = text;
    cell->outline = (struct outline){NULL, 0};
}

void grid_set_outline(struct grid *grid, int line, int column, struct outline outline)
{
    struct grid_cell *cell = find_cell(grid, line, column);

    if (!cell)
        return;
    cell->kind = CELL_OUTLINE;
    cell->text = NULL;
    cell->outline = outline;
}

void grid_set_head(struct grid *grid, int level, int column, const char *text)
{
    size_t at = head_place(grid, level, column);

    if (at < grid->columns.n)
        grid->columns.v[at].text = text;
}

enum status grid_insert_line(struct grid *grid, int at, struct arena *arena, struct err *err)
{
    struct grid moved = *grid;
    int first_total = grid->lines - grid->footer;

    for (size_t k = 0; k < moved.cells.n; k++)
        if (moved.cells.v[k].line >= at)
            moved.cells.v[k].line++;
    if (lay_cells(&moved, grid->lines + 1, grid_columns(grid), arena, &moved, err))
        return STATUS_MEMORY;
    moved.footer += grid->footer > 0 && at > first_total;
    *grid = moved;
    return STATUS_OK;
}

/* The head with one more leaf before column AT. */
static enum status insert_leaf(struct grid *grid, int at, struct arena *arena, struct err *err)
{
    size_t n = grid->columns.n, beside = leaf_place(grid, at > 0 ? at - 1 : 0), place;
    struct node *nodes = arena_take(arena, (n + 1) * sizeof *nodes);

    if (!nodes)
        return err_memory(err);
    place = at > 0 ? beside + 1 : beside;
    memcpy(nodes, grid->columns.v, place * sizeof *nodes);
    nodes[place] = empty_node(grid->columns.v[beside].level);
    memcpy(nodes + place + 1, grid->columns.v + place, (n - place) * sizeof *nodes);
    grid->columns = (struct outline){nodes, n + 1};
    return STATUS_OK;
}

enum status grid_insert_column(struct grid *grid, int at, struct arena *arena, struct err *err)
{
    struct grid moved = *grid;
    int columns = grid_columns(grid);
    enum status status = check_columns(columns + 1, err);

    if (!status && grid->columns.n)
        status = insert_leaf(&moved, at, arena, err);
    if (status)
        return status;
    for (size_t k = 0; k < moved.cells.n; k++)
        if (moved.cells.v[k].column >= at)
            moved.cells.v[k].column++;
    if (lay_cells(&moved, grid->lines, columns + 1, arena, &moved, err))
        return STATUS_MEMORY;
    *grid = moved;
    return STATUS_OK;
}

enum status grid_grow(struct grid *grid, int lines, int columns, struct arena *arena, struct err *err)
{
    int have = grid_columns(grid);
    enum status status = check_columns(columns, err);

    if (lines < grid->lines)
        lines = grid->lines;
    if (!status && grid->footer > 0) /* what follows a total is one too */
        grid->footer += lines - grid->lines;
    for (int j = have; !status && grid->columns.n && j < columns; j++)
        status = insert_leaf(grid, j, arena, err);
    return status ? status : lay_cells(grid, lines, columns > have ? columns : have, arena, grid, err);
}

void grid_remove_line(struct grid *grid, int at)
{
    size_t kept = 0;

    if (at < 0 || at >= grid->lines)
        return;
    for (size_t k = 0; k < grid->cells.n; k++) {
        struct grid_cell cell = grid->cells.v[k];

        if (cell.line == at)
            continue;
        cell.line -= cell.line > at;
        grid->cells.v[kept++] = cell;
    }
    grid->cells.n = kept;
    grid->footer -= at >= grid->lines - grid->footer;
    grid->lines--;
}

static void remove_node(struct outline *columns, size_t at)
{
    memmove(columns->v + at, columns->v + at + 1, (columns->n - at - 1) * sizeof *columns->v);
    columns->n--;
}

void grid_remove_column(struct grid *grid, int at)
{
    struct outline *columns = &grid->columns;
    size_t leaf = leaf_place(grid, at), kept = 0;

    while (leaf < columns->n) {
        bool alone = leaf > 0 && columns->v[leaf - 1].level < columns->v[leaf].level &&
                     (leaf + 1 == columns->n || columns->v[leaf + 1].level <= columns->v[leaf - 1].level);

        remove_node(columns, leaf);
        if (!alone)
            break;
        leaf--;
    }
    for (size_t k = 0; k < grid->cells.n; k++) {
        struct grid_cell cell = grid->cells.v[k];

        if (cell.column == at)
            continue;
        cell.column -= cell.column > at;
        grid->cells.v[kept++] = cell;
    }
    grid->cells.n = kept;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a spreadsheet gives, into a table.
 */
#include "core/meeting/grid.h"

#include "core/base/str.h"

#include <stdio.h>
#include <string.h>

/* Where in the text one is. */
struct reading {
    const char *at, *end;
    char separator;
    struct arena *arena;
};

/* One cell from AT on without its quotation marks; AT is then at the separator, the line feed or the end.
 * NULL: out of memory. */
static const char *read_cell(struct reading *r)
{
    struct str text = STR_INIT;
    const char *copy;
    size_t from = 0, to;
    bool quoted = r->at < r->end && *r->at == '"';

    r->at += quoted;
    while (r->at < r->end && (quoted || (*r->at != r->separator && *r->at != '\n'))) {
        if (quoted && *r->at == '"') {
            r->at++;
            if (r->at == r->end || *r->at != '"') {
                quoted = false; /* what follows up to the separator belongs to it as it is */
                continue;
            }
        }
        str_add_char(&text, *r->at++);
    }
    to = text.len_bytes;
    while (from < to && strchr(" \t\n", text.text[from]))
        from++;
    while (to > from && strchr(" \t\n", text.text[to - 1]))
        to--;
    copy = str_failed(&text) ? NULL : arena_text(r->arena, text.text + from, to - from);
    str_release(&text);
    return copy;
}

/* A mark that is never closed begins no quotation: it is a mark. */
static bool closes(const char *text, const char *end)
{
    for (const char *p = text + 1; p < end; p++) {
        if (*p != '"')
            continue;
        if (p + 1 == end || p[1] != '"')
            return true;
        p++;
    }
    return false;
}

static const char *read_any_cell(struct reading *r)
{
    const char *start = r->at;

    if (start < r->end && *start == '"' && !closes(start, r->end)) {
        size_t n = 0;

        while (start + n < r->end && start[n] != r->separator && start[n] != '\n')
            n++;
        r->at += n;
        return arena_text(r->arena, start, n);
    }
    return read_cell(r);
}

/* Go through all cells; with V they are put there, COLUMNS to a line. */
static enum status walk(struct reading r, const char **v, int columns, int *lines, int *widest,
                        struct err *err)
{
    int line = 0, column = 0;

    *lines = *widest = 0;
    while (r.at < r.end) {
        const char *cell = read_any_cell(&r);

        if (!cell)
            return err_memory(err);
        if (*cell && line >= *lines)
            *lines = line + 1;
        if (*cell && column >= *widest)
            *widest = column + 1;
        if (*cell && v)
            v[line * columns + column] = cell;
        if (r.at == r.end)
            break;
        if (*r.at++ == '\n') {
            line++;
            column = 0;
        } else {
            column++;
        }
    }
    return STATUS_OK;
}

enum status grid_text_read(const char *text, size_t len_bytes, char separator, struct arena *arena,
                           struct grid_text *out, struct err *err)
{
    struct reading reading = {text, text + len_bytes, separator, arena};
    struct arena scratch = ARENA_INIT;
    int lines, columns;
    size_t n;
    enum status status;

    *out = (struct grid_text){0, 0, NULL};
    reading.arena = &scratch;
    status = walk(reading, NULL, 0, &lines, &columns, err);
    arena_release(&scratch);
    if (status)
        return status;
    if (columns > GRID_COLUMNS) {
        char have[16], most[16];

        (void)snprintf(have, sizeof have, "%d", columns);
        (void)snprintf(most, sizeof most, "%d", (int)GRID_COLUMNS);
        return err_set(err, STATUS_NO, CODE_GRID_COLUMNS, NULL, have, most);
    }
    n = (size_t)lines * (size_t)columns;
    out->v = arena_take(arena, (n + 1) * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    for (size_t k = 0; k < n; k++)
        out->v[k] = "";
    reading.arena = arena;
    out->lines = lines;
    out->columns = columns;
    return walk(reading, out->v, columns, &lines, &columns, err);
}

enum status grid_of_text(const struct grid_text *text, struct arena *arena, struct grid *out, struct err *err)
{
    enum status status = grid_new(text->lines > 0 ? text->lines - 1 : 0, text->columns, arena, out, err);

    return status ? status : grid_put_text(out, -1, 0, text, arena, err);
}

enum status grid_put_text(struct grid *grid, int line, int column, const struct grid_text *text,
                          struct arena *arena, struct err *err)
{
    enum status status;

    if (line < 0 && !grid->columns.n)
        line = 0;
    status = grid_grow(grid, line + text->lines, column + text->columns, arena, err);
    for (int i = 0; !status && i < text->lines; i++)
        for (int j = 0; j < text->columns; j++) {
            const char *cell = text->v[i * text->columns + j];
            const struct node *leaf = line + i < 0 ? grid_leaf(grid, column + j) : NULL;

            if (leaf)
                grid_set_head(grid, leaf->level, column + j, cell);
            else if (line + i >= 0)
                grid_set_text(grid, line + i, column + j, cell);
        }
    return status;
}

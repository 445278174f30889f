/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes what is pasted from a spreadsheet or read from a CSV file: cells, the table they make, and names.
 */
#include "tests/fuzz/fuzz.h"

#include "core/base/names.h"
#include "core/base/text.h"
#include "core/meeting/grid.h"
#include "tui/widgets/editor/paste.h"

#include <locale.h>

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    (void)setlocale(LC_ALL, "C.UTF-8");
    return 0;
}

/* The same but for blanks around them: behind a mark that opens a cell and is never closed they stay. */
static bool is_same(const char *a, const char *b)
{
    size_t n;

    a += strspn(a, " \t\n");
    b += strspn(b, " \t\n");
    n = strlen(b);
    while (n && strchr(" \t\n", b[n - 1]))
        n--;
    return strncmp(a, b, n) == 0 && a[n + strspn(a + n, " \t\n")] == '\0';
}

/* Written as CSV and read again, the cells are the same. */
static void check_again(const struct grid_text *cells, char separator, struct arena *arena)
{
    struct grid_text again = {0, 0, NULL};
    struct str out = STR_INIT;
    struct err err = {0};

    for (int line = 0; line < cells->lines; line++)
        for (int column = 0; column < cells->columns; column++) {
            str_add(&out, "\"");
            for (const char *p = cells->v[line * cells->columns + column]; *p; p++)
                str_add_bytes(&out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
            str_add(&out, "\"");
            str_add_char(&out, column + 1 < cells->columns ? separator : '\n');
        }
    CLAIM(grid_text_read(out.text, out.len_bytes, separator, arena, &again, &err) == STATUS_OK);
    CLAIM(again.lines == cells->lines && again.columns == cells->columns);
    for (int i = 0; i < cells->lines * cells->columns; i++)
        CLAIM(is_same(again.v[i], cells->v[i]));
    str_release(&out);
}

static void check_grid(const struct grid_text *cells, struct arena *arena, const uint8_t *how)
{
    struct grid grid, wider;
    struct err err = {0};
    int columns, line = how[0] % 6 - 1, column = how[1] % 6;

    if (grid_of_text(cells, arena, &grid, &err))
        return;
    columns = grid_columns(&grid);
    CLAIM(columns == cells->columns && grid.lines == cells->lines - 1);
    CLAIM(grid_copy(&grid, arena, &wider, &err) == STATUS_OK);
    if (grid_put_text(&wider, line > wider.lines ? wider.lines : line, column > columns ? columns : column,
                      cells, arena, &err) == STATUS_OK) {
        CLAIM(grid_columns(&wider) >= columns);
        for (int i = 0; i < wider.lines; i++)
            for (int j = 0; j < grid_columns(&wider); j++)
                CLAIM(grid_cell_at(&wider, i, j) != NULL);
        if (wider.lines > 0)
            grid_remove_line(&wider, how[0] % wider.lines);
        if (grid_columns(&wider) > 1)
            grid_remove_column(&wider, how[1] % grid_columns(&wider));
        (void)grid_insert_column(&wider, 0, arena, &err);
        (void)grid_head_lines(&wider);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    struct arena arena = ARENA_INIT;
    struct grid_text cells = {0, 0, NULL};
    struct str clean = STR_INIT, rest = STR_INIT;
    struct err err = {0};
    char separator;

    if (len_bytes < 3)
        return 0;
    separator = data[0] & 1 ? '\t' : ',';
    paste_clean(&clean, (const char *)data + 2, len_bytes - 2, true);
    CLAIM(text_invalid_at(clean.text, clean.len_bytes) == clean.len_bytes);
    str_add_bytes(&rest, clean.text, clean.len_bytes);
    for (size_t i = 0; i < rest.len_bytes; i++)
        if (rest.text[i] == '\t' || rest.text[i] == '\v') /* these two stay, for tables */
            rest.text[i] = ' ';
    CLAIM(text_forbidden_at(rest.text, rest.len_bytes, true) == rest.len_bytes);
    if (!grid_text_read(clean.text, clean.len_bytes, separator, &arena, &cells, &err)) {
        CLAIM(cells.columns <= GRID_COLUMNS);
        for (int i = 0; i < cells.lines * cells.columns; i++) {
            CLAIM(cells.v[i] != NULL);
            CLAIM(name_surname_bytes(cells.v[i]) <= strlen(cells.v[i]));
            planted(strchr(cells.v[i], '"') && strchr(cells.v[i], '\n'));
        }
        if (cells.lines) {
            check_again(&cells, separator, &arena);
            check_grid(&cells, &arena, data);
        }
    }
    str_release(&clean);
    str_release(&rest);
    arena_release(&arena);
    return 0;
}

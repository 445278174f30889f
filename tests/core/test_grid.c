/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing a table, and reading what a spreadsheet gives.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/meeting/grid.h"

#include "core/base/str.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The head as "單位|開放數量(111年|112年)", then a line for each line. */
static void add_head(const struct grid *grid, struct str *out)
{
    int level = 0;

    for (size_t i = 0; i < grid->columns.n; i++) {
        const struct node *node = &grid->columns.v[i];

        if (node->level > level)
            str_add_char(out, '(');
        for (; level > node->level; level--)
            str_add_char(out, ')');
        if (i && out->text[out->len_bytes - 1] != '(')
            str_add_char(out, '|');
        level = node->level;
        str_add(out, node->text);
    }
    for (; level > 0; level--)
        str_add_char(out, ')');
}

static void add_grid(const struct grid *grid, struct str *out)
{
    add_head(grid, out);
    for (int i = 0; i < grid->lines; i++) {
        str_add(out, i == grid->lines - grid->footer ? "\n=" : "\n");
        for (int j = 0; j < grid_columns(grid); j++) {
            const struct grid_cell *cell = grid_cell_at(grid, i, j);

            str_add(out, j ? "|" : "");
            if (cell && cell->kind == CELL_MERGED)
                str_add(out, "^");
            else if (cell && cell->kind == CELL_OUTLINE)
                str_printf(out, "[%zu]", cell->outline.n);
            else if (cell && cell->text)
                str_add(out, cell->text);
        }
    }
}

static void assert_grid(const struct grid *grid, const char *expected)
{
    struct str text = STR_INIT;

    add_grid(grid, &text);
    assert_string_equal(text.text, expected);
    str_release(&text);
}

/* A head of two levels, a line that is too short, one merged cell, a total. */
static struct node sample_nodes[] = {{.level = 0, .text = "單位"},
                                     {.level = 0, .text = "開放數量"},
                                     {.level = 1, .text = "111年"},
                                     {.level = 1, .text = "112年"}};
static struct node sample_points[] = {{.text = "甲"}, {.text = "乙"}};
static struct grid_cell sample_cells[] = {
    {.row = {.id = 5}, .line = 0, .column = 0, .kind = CELL_TEXT, .text = "水質司"},
    {.row = {.id = 6}, .line = 0, .column = 1, .kind = CELL_TEXT, .text = "12"},
    {.row = {.id = 7}, .line = 0, .column = 2, .kind = CELL_OUTLINE, .outline = {sample_points, 2}},
    {.row = {.id = 8}, .line = 1, .column = 0, .kind = CELL_MERGED},
    {.row = {.id = 9}, .line = 2, .column = 0, .kind = CELL_TEXT, .text = "合計"},
    {.row = {.id = 10}, .line = 2, .column = 1, .kind = CELL_TEXT, .text = "12"},
    {.row = {.id = 11}, .line = 2, .column = 2, .kind = CELL_TEXT, .text = "15"},
};
static const struct grid sample = {.columns = {sample_nodes, COUNT(sample_nodes)},
                                   .lines = 3,
                                   .footer = 1,
                                   .cells = {sample_cells, COUNT(sample_cells)}};

static struct grid copy_of_sample(struct arena *arena)
{
    struct grid copy;
    struct err err = {0};

    assert_int_equal(grid_copy(&sample, arena, &copy, &err), STATUS_OK);
    return copy;
}

static void a_copy__has_a_cell_in_every_place__and_the_stored_ones_keep_their_ids(void **state)
{
    struct arena arena = ARENA_INIT;
    struct grid copy = copy_of_sample(&arena);

    (void)state;
    assert_grid(&copy, "單位|開放數量(111年|112年)\n水質司|12|[2]\n^||\n=合計|12|15");
    assert_int_equal(copy.cells.n, 9);
    assert_int_equal(grid_cell_at(&copy, 2, 1)->row.id, 10);
    assert_int_equal(grid_cell_at(&copy, 1, 2)->row.id, 0);
    assert_null(grid_cell_at(&sample, 1, 2));
    arena_release(&arena);
}

static void the_head__is_found_at_each_level_of_each_column(void **state)
{
    (void)state;
    assert_int_equal(grid_columns(&sample), 3);
    assert_int_equal(grid_head_lines(&sample), 2);
    assert_string_equal(grid_head(&sample, 0, 0)->text, "單位");
    assert_null(grid_head(&sample, 1, 0));
    assert_string_equal(grid_head(&sample, 0, 2)->text, "開放數量");
    assert_string_equal(grid_head(&sample, 1, 2)->text, "112年");
    assert_null(grid_head(&sample, 0, 3));
    assert_string_equal(grid_leaf(&sample, 1)->text, "111年");
    assert_null(grid_leaf(&sample, 3));
}

static void a_cell_that_is_set__is_a_text_whatever_it_was(void **state)
{
    struct arena arena = ARENA_INIT;
    struct grid copy = copy_of_sample(&arena);

    (void)state;
    grid_set_text(&copy, 0, 2, "13");
    grid_set_text(&copy, 1, 0, "河川司");
    grid_set_text(&copy, 9, 9, "nowhere");
    grid_set_text(&copy, -1, 0, "nowhere");
    grid_set_head(&copy, 0, 1, "數量");
    grid_set_head(&copy, 1, 0, "nowhere");
    grid_set_outline(&copy, 1, 1, (struct outline){sample_points, 2});
    assert_grid(&copy, "單位|數量(111年|112年)\n水質司|12|13\n河川司|[2]|\n=合計|12|15");
    assert_int_equal(grid_cell_at(&copy, 0, 2)->row.id, 7);
    assert_int_equal(grid_cell_at(&copy, 0, 2)->outline.n, 0);
    arena_release(&arena);
}

static void lines__are_inserted_and_removed__with_the_totals_kept(void **state)
{
    static const struct {
        int insert, remove; /* -1 = not */
        const char *expected;
    } cases[] = {
        {0, -1, "||\n水質司|12|[2]\n^||\n=合計|12|15"},
        {2, -1, "水質司|12|[2]\n^||\n||\n=合計|12|15"},
        {3, -1, "水質司|12|[2]\n^||\n=合計|12|15\n||"},
        {-1, 0, "^||\n=合計|12|15"},
        {-1, 2, "水質司|12|[2]\n^||"},
        {-1, 3, "水質司|12|[2]\n^||\n=合計|12|15"},
        {-1, -2, "水質司|12|[2]\n^||\n=合計|12|15"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct grid copy = copy_of_sample(&arena);
        struct str expected = STR_INIT;
        struct err err = {0};

        if (cases[i].insert >= 0)
            assert_int_equal(grid_insert_line(&copy, cases[i].insert, &arena, &err), STATUS_OK);
        else
            grid_remove_line(&copy, cases[i].remove);
        str_printf(&expected, "單位|開放數量(111年|112年)\n%s", cases[i].expected);
        assert_grid(&copy, expected.text);
        str_release(&expected);
        arena_release(&arena);
    }
}

static void columns__are_inserted_and_removed__with_their_spans(void **state)
{
    static const struct {
        int insert, remove[2]; /* -1 = not */
        const char *expected;
    } cases[] = {
        {0, {-1, -1}, "|單位|開放數量(111年|112年)\n|水質司|12|[2]\n|^||\n=|合計|12|15"},
        {1, {-1, -1}, "單位||開放數量(111年|112年)\n水質司||12|[2]\n^|||\n=合計||12|15"},
        {2, {-1, -1}, "單位|開放數量(111年||112年)\n水質司|12||[2]\n^|||\n=合計|12||15"},
        {3, {-1, -1}, "單位|開放數量(111年|112年|)\n水質司|12|[2]|\n^|||\n=合計|12|15|"},
        {-1, {0, -1}, "開放數量(111年|112年)\n12|[2]\n|\n=12|15"},
        {-1, {1, -1}, "單位|開放數量(112年)\n水質司|[2]\n^|\n=合計|15"},
        {-1, {1, 1}, "單位\n水質司\n^\n=合計"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct grid copy = copy_of_sample(&arena);
        struct err err = {0};

        if (cases[i].insert >= 0)
            assert_int_equal(grid_insert_column(&copy, cases[i].insert, &arena, &err), STATUS_OK);
        for (int k = 0; k < 2; k++)
            if (cases[i].remove[k] >= 0)
                grid_remove_column(&copy, cases[i].remove[k]);
        assert_grid(&copy, cases[i].expected);
        arena_release(&arena);
    }
}

static void a_line_or_column__is_empty__when_only_the_head_says_something(void **state)
{
    struct arena arena = ARENA_INIT;
    struct grid copy = copy_of_sample(&arena);
    struct err err = {0};

    (void)state;
    assert_false(grid_line_is_empty(&copy, 0));
    assert_true(grid_line_is_empty(&copy, 1));
    assert_false(grid_column_is_empty(&copy, 2));
    assert_int_equal(grid_insert_column(&copy, 3, &arena, &err), STATUS_OK);
    grid_set_head(&copy, 1, 3, "113年");
    assert_true(grid_column_is_empty(&copy, 3));
    arena_release(&arena);
}

static void a_table_with_too_many_columns__is_refused__with_both_figures(void **state)
{
    struct arena arena = ARENA_INIT;
    struct grid grid;
    struct err err = {0};

    (void)state;
    assert_int_equal(grid_new(1, GRID_COLUMNS, &arena, &grid, &err), STATUS_OK);
    assert_int_equal(grid_insert_column(&grid, 3, &arena, &err), STATUS_NO);
    assert_int_equal(err.code, CODE_GRID_COLUMNS);
    assert_string_equal(err.arg[0], "65");
    assert_string_equal(err.arg[1], "64");
    assert_int_equal(grid_columns(&grid), GRID_COLUMNS);
    arena_release(&arena);
}

/* ---- from a spreadsheet ---------------------------------------------------------------------------- */

static void pasted_text__is_read_as_the_spreadsheet_meant_it(void **state)
{
    static const struct {
        const char *text;
        char separator;
        const char *expected; /* cells by |, lines by / */
        int columns;
    } cases[] = {
        {"", '\t', "", 0},
        {"\n\t\t\n", '\t', "", 0},
        {"單位", '\t', "單位", 1},
        {"單位\t數量\n水質司\t12", '\t', "單位|數量/水質司|12", 2},
        {"單位\t數量\n水質司\t12\n\n\n", '\t', "單位|數量/水質司|12", 2},
        {"單位\t數量\t\t\n水質司\t12\t\t\n", '\t', "單位|數量/水質司|12", 2},
        {"單位\n水質司\t12\t3\n", '\t', "單位||/水質司|12|3", 3},
        {"a\t\tb\n\nc\td\n", '\t', "a||b/||/c|d|", 3},
        {"a\t\"第一行\n第二行\"\tb\n", '\t', "a|第一行\n第二行|b", 3},
        {"a\t\"有\t跳格\"\n", '\t', "a|有\t跳格", 2},
        {"\"他說\"\"好\"\"\"\tb\n", '\t', "他說\"好\"|b", 2},
        {"\"沒有結尾\tb\nc\td\n", '\t', "\"沒有結尾|b/c|d", 2},
        {"5\" 管\tb\n", '\t', "5\" 管|b", 2},
        {"\"a\"b\tc\n", '\t', "ab|c", 2},
        {" 1,234 \t  x\n", '\t', "1,234|x", 2},
        {"a,b\n\"1,234\",c\n", ',', "a|b/1,234|c", 2},
        {"a,b\tc\n", ',', "a|b\tc", 2},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct grid_text cells;
        struct str got = STR_INIT;
        struct err err = {0};

        assert_int_equal(
            grid_text_read(cases[i].text, strlen(cases[i].text), cases[i].separator, &arena, &cells, &err),
            STATUS_OK);
        for (int k = 0; k < cells.lines * cells.columns; k++) {
            str_add(&got, k % cells.columns ? "|" : k ? "/" : "");
            str_add(&got, cells.v[k]);
        }
        assert_string_equal(got.text, cases[i].expected);
        assert_int_equal(cells.columns, cases[i].columns);
        str_release(&got);
        arena_release(&arena);
    }
}

static void read_cells(const char *text, struct arena *arena, struct grid_text *cells)
{
    struct err err = {0};

    assert_int_equal(grid_text_read(text, strlen(text), '\t', arena, cells, &err), STATUS_OK);
}

static void a_new_table__has_the_first_line_as_its_head(void **state)
{
    struct arena arena = ARENA_INIT;
    struct grid_text cells;
    struct grid grid;
    struct err err = {0};

    (void)state;
    read_cells("單位\t數量\n水質司\t12\n河川司\n", &arena, &cells);
    assert_int_equal(grid_of_text(&cells, &arena, &grid, &err), STATUS_OK);
    assert_grid(&grid, "單位|數量\n水質司|12\n河川司|");
    assert_int_equal(grid.cells.n, 4);
    arena_release(&arena);
    read_cells("單位\t數量\n", &arena, &cells);
    assert_int_equal(grid_of_text(&cells, &arena, &grid, &err), STATUS_OK);
    assert_grid(&grid, "單位|數量");
    assert_int_equal(grid.lines, 0);
    arena_release(&arena);
}

static void cells_put_into_a_table__overwrite_and_let_it_grow(void **state)
{
    static const struct {
        int line, column;
        const char *text, *expected;
    } cases[] = {
        {0, 1, "1\t2\n3\t4", "單位|開放數量(111年|112年)\n水質司|1|2\n^|3|4\n=合計|12|15"},
        {2, 2, "1\t2\n3\t4", "單位|開放數量(111年|112年|)\n水質司|12|[2]|\n^|||\n=合計|12|1|2\n||3|4"},
        {-1, 1, "甲\t乙\n3\t4", "單位|開放數量(甲|乙)\n水質司|3|4\n^||\n=合計|12|15"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct grid copy = copy_of_sample(&arena);
        struct grid_text cells;
        struct err err = {0};

        read_cells(cases[i].text, &arena, &cells);
        assert_int_equal(grid_put_text(&copy, cases[i].line, cases[i].column, &cells, &arena, &err),
                         STATUS_OK);
        assert_grid(&copy, cases[i].expected);
        arena_release(&arena);
    }
}

static void a_table_without_a_head__takes_cells_too(void **state)
{
    struct arena arena = ARENA_INIT;
    struct grid bare = {.lines = 0}, copy;
    struct grid_text cells;
    struct err err = {0};

    (void)state;
    read_cells("1\t2\n3\t4", &arena, &cells);
    assert_int_equal(grid_copy(&bare, &arena, &copy, &err), STATUS_OK);
    assert_int_equal(grid_put_text(&copy, -1, 0, &cells, &arena, &err), STATUS_OK);
    assert_grid(&copy, "\n1|2\n3|4");
    assert_int_equal(grid_insert_column(&copy, 1, &arena, &err), STATUS_OK);
    assert_grid(&copy, "\n1||2\n3||4");
    grid_remove_column(&copy, 0);
    assert_grid(&copy, "\n|2\n|4");
    arena_release(&arena);
}

static void too_many_pasted_columns__are_refused(void **state)
{
    struct arena arena = ARENA_INIT;
    struct grid_text cells;
    struct str text = STR_INIT;
    struct err err = {0};

    (void)state;
    str_add_repeat(&text, "x\t", GRID_COLUMNS);
    str_add(&text, "x");
    assert_int_equal(grid_text_read(text.text, text.len_bytes, '\t', &arena, &cells, &err), STATUS_NO);
    assert_int_equal(err.code, CODE_GRID_COLUMNS);
    str_release(&text);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy__has_a_cell_in_every_place__and_the_stored_ones_keep_their_ids),
        cmocka_unit_test(the_head__is_found_at_each_level_of_each_column),
        cmocka_unit_test(a_cell_that_is_set__is_a_text_whatever_it_was),
        cmocka_unit_test(lines__are_inserted_and_removed__with_the_totals_kept),
        cmocka_unit_test(columns__are_inserted_and_removed__with_their_spans),
        cmocka_unit_test(a_line_or_column__is_empty__when_only_the_head_says_something),
        cmocka_unit_test(a_table_with_too_many_columns__is_refused__with_both_figures),
        cmocka_unit_test(pasted_text__is_read_as_the_spreadsheet_meant_it),
        cmocka_unit_test(a_new_table__has_the_first_line_as_its_head),
        cmocka_unit_test(cells_put_into_a_table__overwrite_and_let_it_grow),
        cmocka_unit_test(a_table_without_a_head__takes_cells_too),
        cmocka_unit_test(too_many_pasted_columns__are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables on paper: the widths of columns, wide and long tables, straight borders whatever stands in the
 * cells.
 */
#include "tests/core/written.h"

#include "core/paper/table.h"

enum { COLUMNS_MAX = 9, ROWS_MAX = 500 };

/* A table whose lines are all alike. */
struct sample {
    struct grid grid;
    struct node columns[COLUMNS_MAX];
    struct grid_cell *cells;
};

static void sample_init(struct sample *s, const char *const *heads, const char *const *cells, int rows)
{
    *s = (struct sample){.cells = calloc((size_t)rows * COLUMNS_MAX, sizeof *s->cells)};
    assert_non_null(s->cells);
    s->grid.lines = rows;
    s->grid.columns.v = s->columns;
    s->grid.cells.v = s->cells;
    for (; heads[s->grid.columns.n]; s->grid.columns.n++)
        s->columns[s->grid.columns.n] = (struct node){.text = heads[s->grid.columns.n]};
    for (int i = 0; i < rows; i++)
        for (size_t j = 0; j < s->grid.columns.n; j++)
            s->cells[s->grid.cells.n++] =
                (struct grid_cell){.line = i, .column = (int)j, .kind = CELL_TEXT, .text = cells[j]};
}

static void sample_print(const struct sample *s, int width, struct str *out)
{
    struct document document;

    document_init(&document);
    document_table_text(&document, &s->grid, 0, width, out);
    assert_false(str_failed(out));
    document_release(&document);
}

/* Every line of TEXT is as wide as the first, and a border stands at both its ends. */
static void assert_straight(const char *text, int most_cols)
{
    const int width = text_cols(text, strcspn(text, "\n"), &text_paper);

    assert_true(width <= most_cols);
    while (*text) {
        const size_t n = strcspn(text, "\n");

        assert_int_equal(text_cols(text, n, &text_paper), width);
        assert_true(strchr("|+", text[0]) && strchr("|+", text[n - 1]));
        text += n + 1;
    }
}

static const char *const eight[] = {"項次",     "資料集名稱", "資料集概述",   "主要欄位", "更新頻率",
                                    "檔案格式", "管理單位",   "預計開放年月", NULL};
static const char *const eight_cells[] = {
    "1",          "地下水觀測井位", "觀測井之位置、構造及濾水管深度", "井號、座標、井深", "每年", "CSV、SHP",
    "水文觀測所", "113年3月"};

static void table_of_eight_columns__fits_the_page_by_wrapping_its_cells(void **state)
{
    struct str out = STR_INIT;
    struct sample s;

    (void)state;
    sample_init(&s, eight, eight_cells, 3);
    sample_print(&s, 76, &out);
    assert_straight(out.text, 76);
    assert_non_null(strstr(out.text, "|項次|"));
    assert_non_null(strstr(out.text, "|CSV、SHP|"));
    str_release(&out);
    free(s.cells);
}

static void table__whose_columns_would_be_under_eight_cells__is_a_block_for_each_line(void **state)
{
    static const struct {
        int width;
        bool is_table;
    } cases[] = {{120, true}, {76, true}, {70, true}, {64, false}, {40, false}};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT;
        struct sample s;

        sample_init(&s, eight, eight_cells, 2);
        sample_print(&s, cases[i].width, &out);
        assert_int_equal(strchr(out.text, '|') != NULL, cases[i].is_table);
        if (cases[i].is_table)
            assert_straight(out.text, cases[i].width);
        else
            assert_non_null(strstr(out.text, "項次：1\n資料集名稱：地下水觀測井位\n"));
        str_release(&out);
        free(s.cells);
    }
}

static void table__with_a_long_text_in_a_narrow_column__is_a_block_for_each_line(void **state)
{
    static const char *const cells[] = {
        "1",
        "地下水觀測井位",
        ("觀測井之位置、構造及濾水管深度，依觀測作業規範逐年校核；歷年儀器汰換"
         "所致之欄位差異，以統一之格式併同說明。"),
        "井號、座標、井深",
        "每年",
        "CSV、SHP",
        "水文觀測所",
        "113年3月"};
    struct str out = STR_INIT;
    struct sample s;

    (void)state;
    sample_init(&s, eight, cells, 1);
    sample_print(&s, 76, &out);
    assert_null(strchr(out.text, '|'));
    str_clear(&out);
    sample_print(&s, 114, &out);
    assert_straight(out.text, 114);
    str_release(&out);
    free(s.cells);
}

/* Numbers and short words whole; the more stands in a column, the wider it is. */
static void columns__are_as_wide_as_what_stands_in_them(void **state)
{
    static const char *const heads[] = {"列管編號", "決議事項", "主辦單位", "辦理情形", NULL};
    static const char *const cells[] = {
        "112-2-01",
        ("請河川司、水質司及水文觀測所於期限前完成開放，並就未達標之資料集逐筆"
         "訂定改善期程，提下次會議報告辦理情形。"),
        "河川司、水質司", "項次3及項次5已開放，其餘依計畫辦理中。"};
    struct document document;
    struct sample s;
    struct table t;

    (void)state;
    document_init(&document);
    sample_init(&s, heads, cells, 4);
    table_init(&t, &document, &s.grid);
    assert_true(table_fit(&t, 75, 3));
    assert_int_equal(t.widths[0], 8);
    assert_true(t.widths[1] > t.widths[3] && t.widths[3] > t.widths[2] && t.widths[2] >= 12);
    assert_int_equal(t.widths[0] + t.widths[1] + t.widths[2] + t.widths[3], 75 - 4 * 3);
    assert_true(table_line_height(&t, 0) > 1 && !table_is_low(&t));
    table_release(&t);
    document_release(&document);
    free(s.cells);
}

static void lines_of_a_table__are_parted_where_one_is_higher_than_a_line(void **state)
{
    static const char *const heads[] = {"站名", "說明", NULL};
    static const char *const low[] = {"北投", "已校核", NULL}, *const high[] = {"北投", "已校核\n待公開",
                                                                                NULL};
    static const struct {
        const char *const *cells;
        const char *expected;
    } cases[] = {{low, "+------+--------+\n| 站名 | 說明   |\n+------+--------+\n| 北投 | 已校核 |\n"
                       "| 北投 | 已校核 |\n+------+--------+\n"},
                 {high, "+------+--------+\n| 站名 | 說明   |\n+------+--------+\n| 北投 | 已校核 |\n"
                        "|      | 待公開 |\n+------+--------+\n| 北投 | 已校核 |\n|      | 待公開 |\n"
                        "+------+--------+\n"}};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT;
        struct sample s;

        sample_init(&s, heads, cases[i].cells, 2);
        sample_print(&s, 76, &out);
        assert_string_equal(out.text, cases[i].expected);
        str_release(&out);
        free(s.cells);
    }
}

static void rule__passes_by_a_cell_that_stands_over_several_lines(void **state)
{
    struct grid grid = small_grid();
    struct document document;
    struct str out = STR_INIT;
    struct grid_cell cells[COUNT(small_cells)];

    (void)state;
    memcpy(cells, small_cells, sizeof cells);
    cells[1].text = "1\n1";
    grid.cells.v = cells;
    document_init(&document);
    document_table_text(&document, &grid, 0, 76, &out);
    assert_non_null(
        strstr(out.text, "| 甲|乙 | 1    |      |\n|       | 1    |      |\n|       +------+------+\n"));
    document_release(&document);
    str_release(&out);
}

/* The marks that may not begin a line do not, in cells either. */
static void cells__keep_the_rules_of_line_breaking(void **state)
{
    static const char *const heads[] = {"說明", NULL};
    static const char *const cells[] = {"一二三四，五六七八。九十（甲乙）丙丁；戊己「庚辛」壬癸、子丑。",
                                        NULL};
    static const char *const never[] = {"|，", "|。", "|；", "|、", "|）", "|」", "（|", "「|"};

    (void)state;
    for (int width = 12; width < 40; width++) {
        struct str out = STR_INIT, bare = STR_INIT;
        struct sample s;

        sample_init(&s, heads, cells, 1);
        sample_print(&s, width, &out);
        assert_straight(out.text, width);
        for (size_t i = 0; i < out.len_bytes; i++)
            if (out.text[i] != ' ')
                str_add_char(&bare, out.text[i]);
        for (size_t i = 0; i < COUNT(never); i++)
            assert_null(strstr(bare.text, never[i]));
        str_release(&out);
        str_release(&bare);
        free(s.cells);
    }
}

static void a_long_table__says_every_line_in_every_format(void **state)
{
    struct sample s;

    (void)state;
    sample_init(&s, eight, eight_cells, ROWS_MAX);
    for (const struct writer *w = document_writers; w->name; w++) {
        const struct page_size page = {76, PAGE_LINES};
        struct str out = STR_INIT, content = STR_INIT;
        struct document document;
        struct err err = {0};
        int n = 0;

        document_init(&document);
        document_add_grid(&document, 0, &s.grid);
        assert_int_equal(w->write(&document, &page, &out, &err), STATUS_OK);
        if (w->binary) {
            unpack(&out, "content.xml", &content);
            str_swap(&out, &content);
        }
        for (const char *at = out.text; (at = strstr(at, "CSV、SHP")) != NULL; at++)
            n++;
        assert_int_equal(n, ROWS_MAX);
        str_release(&out);
        str_release(&content);
        document_release(&document);
    }
    free(s.cells);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_of_eight_columns__fits_the_page_by_wrapping_its_cells),
        cmocka_unit_test(table__whose_columns_would_be_under_eight_cells__is_a_block_for_each_line),
        cmocka_unit_test(table__with_a_long_text_in_a_narrow_column__is_a_block_for_each_line),
        cmocka_unit_test(columns__are_as_wide_as_what_stands_in_them),
        cmocka_unit_test(lines_of_a_table__are_parted_where_one_is_higher_than_a_line),
        cmocka_unit_test(rule__passes_by_a_cell_that_stands_over_several_lines),
        cmocka_unit_test(cells__keep_the_rules_of_line_breaking),
        cmocka_unit_test(a_long_table__says_every_line_in_every_format),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

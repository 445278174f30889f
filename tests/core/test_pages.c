/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text on pages: their length, where they end, what is repeated on each.
 */
#include "tests/core/written.h"

enum { ROWS = 500, SECTIONS = 30 };

/* Take the next page of LINES lines from *AT: its lines between header and footer into BODY. */
static void take_page(const char **at, int number, int lines, struct str *body)
{
    struct str foot = STR_INIT;

    if (number > 1)
        assert_int_equal(*(*at)++, '\f');
    for (int i = 0; i < lines; i++) {
        const size_t n = strcspn(*at, "\n");

        assert_int_equal((*at)[n], '\n');
        assert_true(n == 0 || (*at)[n - 1] != ' ');
        if (number > 1 && i == 0)
            assert_int_equal(strncmp(*at, "水文部會議 紀錄", n), 0);
        else if ((number > 1 && i == 1) || i == lines - 2)
            assert_int_equal(n, 0);
        else if (i == lines - 1)
            str_add_bytes(&foot, *at + strspn(*at, " "), n - strspn(*at, " "));
        else
            str_add_bytes(body, *at, n + 1);
        *at += n + 1;
    }
    str_clear(body + 1);
    str_printf(body + 1, "- %d -", number);
    assert_string_equal(foot.text, body[1].text);
    str_release(&foot);
}

static int count_of(const char *text, const char *what)
{
    int n = 0;

    for (const char *at = text; (at = strstr(at, what)) != NULL; at += strlen(what))
        n++;
    return n;
}

/* The last line of TEXT that is not empty. */
static const char *last_line(struct str *text)
{
    while (text->len_bytes && text->text[text->len_bytes - 1] == '\n')
        str_cut(text, text->len_bytes - 1);
    for (size_t i = text->len_bytes; i > 0; i--)
        if (text->text[i - 1] == '\n')
            return text->text + i;
    return text->text;
}

static void pages__have_their_lines_and_no_heading_at_the_end__and_say_the_same(void **state)
{
    struct document document;

    (void)state;
    build_small(&document, NULL);
    for (int i = 0; i < SECTIONS; i++) {
        document_add(&document, BLOCK_SECTION, 0, "", "節", "");
        for (int k = 0; k <= i % 4; k++)
            document_add(&document, BLOCK_TEXT, 1, "", "",
                         "水位站已全數完成校核，其差異一併公開，供過去引用者修正；餘依計畫於年底前辦理。");
    }
    for (int lines = 20; lines < 45; lines++) {
        const struct page_size endless = {40, 0}, size = {40, lines};
        struct str whole = STR_INIT, out = STR_INIT, all = STR_INIT;
        struct err err = {0};
        const char *at;

        assert_int_equal(write_text(&document, &endless, &whole, &err), STATUS_OK);
        assert_int_equal(write_text(&document, &size, &out, &err), STATUS_OK);
        at = out.text;
        for (int number = 1; *at; number++) {
            struct str body[2] = {STR_INIT, STR_INIT};

            take_page(&at, number, lines, body);
            str_add(&all, body[0].text);
            assert_string_not_equal(last_line(&body[0]), "節");
            str_release(&body[0]);
            str_release(&body[1]);
        }
        squeeze(&all);
        squeeze(&whole);
        assert_string_equal(all.text, whole.text);
        str_release(&all);
        str_release(&out);
        str_release(&whole);
    }
    document_release(&document);
}

static void pages__repeat_the_head_of_a_table(void **state)
{
    const struct page_size size = {76, PAGE_LINES};
    struct grid_cell *cells = calloc(ROWS, sizeof *cells);
    struct grid grid = small_grid();
    struct document document;
    struct str out = STR_INIT;
    struct err err = {0};
    const char *at;
    int number = 1;

    (void)state;
    assert_non_null(cells);
    for (int i = 0; i < ROWS; i++)
        cells[i] = (struct grid_cell){.line = i, .column = 1, .kind = CELL_TEXT, .text = "列"};
    grid.cells.v = cells;
    grid.cells.n = ROWS;
    grid.lines = ROWS;
    build_small(&document, &grid);
    assert_int_equal(write_text(&document, &size, &out, &err), STATUS_OK);
    at = out.text;
    for (; *at; number++) {
        struct str body[2] = {STR_INIT, STR_INIT};

        take_page(&at, number, PAGE_LINES, body);
        assert_true(!strstr(body[0].text, "列") || strstr(body[0].text, "去年"));
        str_release(&body[0]);
        str_release(&body[1]);
    }
    assert_true(number > ROWS / PAGE_LINES);
    str_release(&out);
    document_release(&document);
    free(cells);
}

/* Lines that are cut by a page: each part has its head above and a rule below it. */
static void pages__close_a_table_that_goes_on(void **state)
{
    const struct page_size size = {76, 30};
    struct grid_cell cells[2 * ROWS];
    struct document document;
    struct str out = STR_INIT;
    struct err err = {0};
    int tables = 0;

    (void)state;
    for (int high = 0; high < 2; high++) {
        struct grid grid = small_grid();
        const char *at;

        for (int i = 0; i < 100; i++) {
            cells[2 * i] = (struct grid_cell){
                .line = i, .column = 0, .kind = CELL_TEXT, .text = high ? "上\n中\n下" : "站"};
            cells[2 * i + 1] = (struct grid_cell){.line = i, .column = 1, .kind = CELL_TEXT, .text = "列"};
        }
        grid.cells.v = cells;
        grid.cells.n = 200;
        grid.lines = 100;
        build_small(&document, &grid);
        str_clear(&out);
        assert_int_equal(write_text(&document, &size, &out, &err), STATUS_OK);
        at = out.text;
        for (int number = 1; *at; number++) {
            struct str body[2] = {STR_INIT, STR_INIT};

            take_page(&at, number, 30, body);
            if (strstr(body[0].text, "列")) {
                const char *last = last_line(&body[0]);

                assert_true(strstr(last, "+--") || strstr(last, "散會"));
                assert_int_equal(count_of(body[0].text, "上"), count_of(body[0].text, "下"));
                tables++;
            }
            str_release(&body[0]);
            str_release(&body[1]);
        }
        document_release(&document);
    }
    assert_true(tables > 15);
    str_release(&out);
}

/* A table too wide for the page: its blocks stay whole, and the first stands on the page where it begins. */
static void pages__part_a_table_of_blocks_between_them(void **state)
{
    static struct node heads[12];
    static struct grid_cell cells[12 * 30];
    const struct page_size size = {60, 40};
    struct grid grid = {.lines = 30, .columns = {heads, COUNT(heads)}, .cells = {cells, COUNT(cells)}};
    struct document document;
    struct str out = STR_INIT;
    struct err err = {0};
    const char *at;
    int blocks = 0;

    (void)state;
    for (size_t j = 0; j < COUNT(heads); j++)
        heads[j].text = "水位測站名稱";
    for (size_t k = 0; k < COUNT(cells); k++)
        cells[k] = (struct grid_cell){.line = (int)(k / COUNT(heads)),
                                      .column = (int)(k % COUNT(heads)),
                                      .kind = CELL_TEXT,
                                      .text = k % COUNT(heads) ? "已全數校核完成" : "甲站"};
    build_small(&document, &grid);
    assert_int_equal(write_text(&document, &size, &out, &err), STATUS_OK);
    at = out.text;
    for (int number = 1; *at; number++) {
        struct str body[2] = {STR_INIT, STR_INIT};

        take_page(&at, number, 40, body);
        assert_int_equal(count_of(body[0].text, "已全數校核完成"), 11 * count_of(body[0].text, "甲站"));
        assert_true(count_of(body[0].text, "甲站") > 0 || strstr(body[0].text, "散會"));
        blocks += count_of(body[0].text, "甲站");
        str_release(&body[0]);
        str_release(&body[1]);
    }
    assert_int_equal(blocks, 30);
    str_release(&out);
    document_release(&document);
}

static void a_break__begins_a_page__and_stays_out_of_text_without_pages(void **state)
{
    const struct page_size endless = {40, 0}, size = {40, 30};
    struct document document;
    struct str out = STR_INIT;
    struct err err = {0};

    (void)state;
    document_init(&document);
    document_break_page(&document); /* before the first there is nothing to break */
    document_add(&document, BLOCK_TITLE, 0, "", "", "甲");
    document_add(&document, BLOCK_TEXT, 0, "", "", "子");
    document_break_page(&document);
    document_add(&document, BLOCK_TITLE, 0, "", "", "乙");
    document_add(&document, BLOCK_TEXT, 0, "", "", "丑");
    assert_int_equal(write_text(&document, &size, &out, &err), STATUS_OK);
    assert_int_equal(count_of(out.text, "\f"), 1);
    assert_non_null(strstr(out.text, "\f甲\n\n")); /* the header is the first title alone */
    assert_true(strstr(out.text, "丑") > strchr(out.text, '\f'));
    str_clear(&out);
    assert_int_equal(write_text(&document, &endless, &out, &err), STATUS_OK);
    assert_int_equal(count_of(out.text, "\f"), 0);
    assert_non_null(strstr(out.text, "子\n\n"));
    str_release(&out);
    document_release(&document);
}

static void a_paper_in_landscape__has_wider_and_fewer_lines(void **state)
{
    const struct page_size size = {76, 60}, endless = {76, 0};
    struct document document;
    struct str out = STR_INIT;
    struct err err = {0};

    (void)state;
    build_small(&document, NULL);
    document_add(&document, BLOCK_TEXT, 0, "", "",
                 "水位站已全數完成校核，其差異一併公開，供過去引用者修正；餘依計畫於年底前辦理，並按季公布其"
                 "進度與成果。");
    document.landscape = true;
    assert_int_equal(write_text(&document, &size, &out, &err), STATUS_OK);
    assert_int_equal(count_of(out.text, "\n"), 40);
    assert_non_null(strstr(out.text, "並按季公布其進度與成果。\n"));
    assert_null(strstr(out.text, "餘依計畫\n"));
    str_clear(&out);
    assert_int_equal(write_text(&document, &endless, &out, &err), STATUS_OK);
    assert_non_null(
        strstr(out.text, "水位站已全數完成校核，其差異一併公開，供過去引用者修正；餘依計畫於年底前辦理，"));
    str_release(&out);
    document_release(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages__have_their_lines_and_no_heading_at_the_end__and_say_the_same),
        cmocka_unit_test(pages__repeat_the_head_of_a_table),
        cmocka_unit_test(pages__close_a_table_that_goes_on),
        cmocka_unit_test(pages__part_a_table_of_blocks_between_them),
        cmocka_unit_test(a_break__begins_a_page__and_stays_out_of_text_without_pages),
        cmocka_unit_test(a_paper_in_landscape__has_wider_and_fewer_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

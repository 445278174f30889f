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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages__have_their_lines_and_no_heading_at_the_end__and_say_the_same),
        cmocka_unit_test(pages__repeat_the_head_of_a_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How ODT and HTML stand on their pages: landscape, page breaks, what stays together, numbers in tables.
 */
#include "tests/core/written.h"

/* How a document stands on its pages: in landscape, with a page begun, headings and labels with what follows.
 */
static void build_paged(struct document *document, const struct grid *grid)
{
    document_init(document);
    document->landscape = true;
    document_add(document, BLOCK_TITLE, 0, "", "", "甲");
    document_add(document, BLOCK_LABEL, 1, "", "說明：", "");
    document_add(document, BLOCK_TEXT, 2, "1.", "", "已汰換");
    document_add(document, BLOCK_LABEL, 1, "", "決議：", "");
    document_add(document, BLOCK_SECTION, 0, "貳、", "散會", "");
    document_break_page(document);
    document_add(document, BLOCK_TITLE, 0, "", "", "乙");
    document_add_grid(document, 1, grid);
}

static void odt__says_how_it_stands_on_its_pages(void **state)
{
    static const char *const expected[] = {"style:name=\"Label_1_6_keep\"",
                                           "fo:keep-with-next=\"always\"",
                                           "style:name=\"Title_0_0_page\"",
                                           "fo:break-before=\"page\"",
                                           "fo:margin-bottom=\"0pt\"", /* nothing stands below it */
                                           "style:may-break-between-rows=\"false\"",
                                           "text:style-name=\"Label_1_6_keep\">",
                                           "text:style-name=\"Label_1\"><", /* nothing belongs to 決議： */
                                           "text:style-name=\"Title_0_0_page\"",
                                           "text:style-name=\"Table_caption_1\"",
                                           "text:style-name=\"End\"/>"}; /* no empty page behind a table */
    const struct grid grid = small_grid();
    struct str out = STR_INIT, content = STR_INIT, styles = STR_INIT;
    struct document document;
    const char *at;

    (void)state;
    build_paged(&document, &grid);
    write_as("odt", &document, &out);
    unpack(&out, "content.xml", &content);
    unpack(&out, "styles.xml", &styles);
    at = content.text;
    for (size_t i = 0; i < COUNT(expected); i++) {
        if (!strstr(at, expected[i]))
            print_message("%s\nin\n%s\n", expected[i], at);
        at = strstr(at, expected[i]);
        assert_non_null(at);
    }
    assert_styles_exist(content.text, styles.text);
    assert_non_null(strstr(styles.text, "fo:page-width=\"29.7cm\""));
    assert_non_null(strstr(styles.text, "style:print-orientation=\"landscape\""));
    str_release(&out);
    str_release(&content);
    str_release(&styles);
    document_release(&document);
}

static void html__says_how_it_stands_on_its_pages(void **state)
{
    static const char *const expected[] = {"@page{size:A4 landscape",      "<h1>甲</h1>",
                                           "<p class=\"part keep\"",       "<p class=\"part\"",
                                           "<h1 class=\"page\">乙</h1>",   "<table class=\"keep\"",
                                           "<colgroup><col style=\"width:"};
    const struct grid grid = small_grid();
    struct document document;
    struct str out = STR_INIT;
    const char *at;

    (void)state;
    build_paged(&document, &grid);
    write_as("html", &document, &out);
    at = out.text;
    for (size_t i = 0; i < COUNT(expected); i++) {
        if (!strstr(at, expected[i]))
            print_message("%s\nin\n%s\n", expected[i], at);
        at = strstr(at, expected[i]);
        assert_non_null(at);
    }
    assert_well_formed(out.text);
    str_release(&out);
    document_release(&document);
}

static void numbers_of_lines__stand_in_the_middle_and_figures_at_the_right(void **state)
{
    static struct node heads[] = {{.text = "序號"}, {.text = "件數"}, {.text = "編號"}};
    static struct grid_cell cells[] = {{.line = 0, .column = 0, .kind = CELL_TEXT, .text = "1"},
                                       {.line = 0, .column = 1, .kind = CELL_TEXT, .text = "12"},
                                       {.line = 0, .column = 2, .kind = CELL_TEXT, .text = "112-2-01"},
                                       {.line = 1, .column = 0, .kind = CELL_TEXT, .text = "2"},
                                       {.line = 1, .column = 1, .kind = CELL_TEXT, .text = "-3.5%"},
                                       {.line = 2, .column = 1, .kind = CELL_TEXT, .text = "9"}};
    const struct grid grid = {.lines = 3, .columns = {heads, COUNT(heads)}, .cells = {cells, COUNT(cells)}};
    struct document document;
    struct str out = STR_INIT;

    (void)state;
    document_init(&document);
    document_add_grid(&document, 0, &grid);
    write_as("html", &document, &out);
    assert_non_null(
        strstr(out.text, "<td class=\"ordinal\">1</td><td class=\"figure\">12</td><td>112-2-01</td>"));
    assert_non_null(strstr(out.text, "<td class=\"ordinal\">2</td><td class=\"figure\">-3.5%</td>"));
    str_release(&out);
    document_release(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odt__says_how_it_stands_on_its_pages),
        cmocka_unit_test(html__says_how_it_stands_on_its_pages),
        cmocka_unit_test(numbers_of_lines__stand_in_the_middle_and_figures_at_the_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formats of papers: what each is made of, and that nothing that a user typed is more than text in any.
 */
#include "tests/core/written.h"

#include <time.h>

/* ---- what users may have typed ------------------------------------------------------------------- */

static const char *const hostile[] = {
    "\x01\x1b[31m紅\x7f",
    "左\xE2\x80\xAE右\xE2\x81\xA6隔\xE2\x81\xA9",
    "壞\xFF\xC3(位元組\xED\xA0\x80",
    "非字元\xEF\xBF\xBE\xEF\xBF\xBF",
    "<script>alert('x')</script>&amp;&#x41;",
    "]]><!-- \"引號\" ' --> <?php ?>",
    "\"/><p onclick=\"x\">",
    "* 星 *_底線_ `碼` **粗** ~~刪~~ [連](http://x) ![圖](y) \\ | 豎 | # 井 $x$",
    "1. 不是清單\n- 也不是\n    四格\n=== \n---\n\n|a|b|",
    "+ 加",
    "---",
    "   前後   有空白   ",
    "\n換行在前",
};

/* A table of these texts in head, cells, caption and notes, with cells that span. */
struct hostile_table {
    struct grid grid;
    struct node columns[5], notes[COUNT(hostile)];
    struct grid_cell cells[3 * COUNT(hostile)];
};

static void fill(struct hostile_table *t)
{
    static const int levels[] = {0, 1, 1, 0, 0};

    memset(t, 0, sizeof *t);
    for (size_t i = 0; i < COUNT(levels); i++)
        t->columns[i] = (struct node){.level = levels[i], .text = hostile[4 + i]};
    t->grid.columns = (struct outline){t->columns, COUNT(levels)};
    for (size_t i = 0; i < COUNT(hostile); i++) {
        const int line = (int)i;

        t->notes[i].text = hostile[i];
        t->cells[3 * i] = (struct grid_cell){
            .line = line, .column = 0, .kind = i % 3 ? CELL_MERGED : CELL_TEXT, .text = hostile[i]};
        t->cells[3 * i + 1] =
            (struct grid_cell){.line = line, .column = 1, .kind = CELL_TEXT, .text = hostile[i]};
        t->cells[3 * i + 2] = (struct grid_cell){
            .line = line, .column = 3, .kind = CELL_OUTLINE, .outline = {t->notes, i % 3 + 1}};
    }
    t->grid.caption = hostile[7];
    t->grid.notes = (struct outline){t->notes, COUNT(hostile)};
    t->grid.lines = COUNT(hostile);
    t->grid.footer = 2;
    t->grid.cells.v = t->cells;
    t->grid.cells.n = COUNT(t->cells);
}

static void build_hostile(struct document *document, const struct hostile_table *table)
{
    static const char *const number[] = {"", "一、", "1.", "("};

    document_init(document);
    for (size_t i = 0; i < COUNT(hostile); i++)
        for (int kind = BLOCK_TITLE; kind < BLOCK_TABLE; kind++)
            document_add(document, (enum block_kind)kind, (int)(i * 3 % 20), number[i % COUNT(number)],
                         i % 2 ? hostile[(i + 5) % COUNT(hostile)] : "", hostile[i]);
    document_add_grid(document, 0, &table->grid);
    document_add_grid(document, 3, &table->grid);
    document->cell_numbers[0] = "一、";
    assert_false(document->failed);
}

static void hostile_text__stays_text_in_every_format(void **state)
{
    struct hostile_table table;
    struct document document;

    (void)state;
    fill(&table);
    build_hostile(&document, &table);
    for (const struct writer *w = document_writers; w->name; w++) {
        const struct page_size page = {76, 0};
        struct str out = STR_INIT, part = STR_INIT;
        struct err err = {0};

        assert_int_equal(w->write(&document, &page, &out, &err), STATUS_OK);
        if (w->binary) {
            unpack(&out, "meta.xml", &part);
            assert_clean(&part);
            assert_well_formed(part.text);
            str_clear(&part);
            unpack(&out, "content.xml", &part);
            str_swap(&out, &part);
        }
        assert_clean(&out);
        if (w->binary || text_same(w->name, "html")) {
            assert_well_formed(out.text);
            assert_null(strstr(out.text, "<script"));
            assert_null(strstr(out.text, "onclick=\""));
        }
        str_release(&out);
        str_release(&part);
    }
    document_release(&document);
}

static void hostile_text__is_the_same_in_every_format(void **state)
{
    struct hostile_table table;
    struct document document;

    (void)state;
    fill(&table);
    build_hostile(&document, &table);
    assert_all_say_the_same(&document, "hostile");
    document_release(&document);
}

/* ---- each format --------------------------------------------------------------------------------- */

static void writer__is_found_by_its_name_and_by_a_file_s_ending(void **state)
{
    (void)state;
    assert_string_equal(writer_find("odt")->ending, ".odt");
    assert_null(writer_find("pdf"));
    assert_string_equal(writer_of_file("/tmp/112-2.odt")->name, "odt");
    assert_string_equal(writer_of_file("紀錄.html")->name, "html");
    assert_string_equal(writer_of_file("a.md/b")->name, "text");
    assert_string_equal(writer_of_file("a.b/c.md")->name, "md");
    assert_string_equal(writer_of_file("紀錄.doc")->name, "text");
    assert_string_equal(writer_of_file("紀錄")->name, "text");
}

static void markdown__has_headings_lists_and_tables_of_github(void **state)
{
    const struct grid grid = small_grid();
    struct document document;
    struct str out = STR_INIT;

    (void)state;
    build_small(&document, &grid);
    write_as("md", &document, &out);
    assert_string_equal(out.text, "# 水文部會議<br>紀錄\n\n## 壹、報告事項\n\n### 一、雨量站\n\n"
                                  "- 說明：\n  - 1.已汰換\n    - (1)北部\n\n統計\n\n"
                                  "| 站名 | 數量 |  |\n| --- | --- | --- |\n|  | 去年 | 今年 |\n"
                                  "| 甲\\|乙 | 1 |  |\n|  |  | 2 |\n\n散會\n");
    str_release(&out);
    document_release(&document);
}

static void html__has_language_headings_heads_of_tables_and_no_script(void **state)
{
    static const char *const expected[] = {
        "<html lang=\"zh-Hant-TW\"",
        "<title>水文部會議 紀錄</title>",
        "@page{size:A4",
        "<h1>水文部會議<br/>紀錄</h1>",
        "<h2 style=\"--in:0;--hang:4\">壹、<span class=\"label\">報告事項</span></h2>",
        "<caption>統計</caption>",
        "<thead>\n<tr><th scope=\"col\" rowspan=\"2\">站名</th>",
        "<th scope=\"colgroup\" colspan=\"2\">數量</th></tr>",
        "<tr><th scope=\"col\">去年</th><th scope=\"col\">今年</th></tr>\n</thead>",
        "<td rowspan=\"2\">甲|乙</td><td class=\"figure\">1</td><td></td></tr>\n<tr>",
        "<td></td><td class=\"figure\">2</td></tr>",
    };
    const struct grid grid = small_grid();
    struct document document;
    struct str out = STR_INIT;
    const char *at;

    (void)state;
    build_small(&document, &grid);
    write_as("html", &document, &out);
    at = out.text;
    for (size_t i = 0; i < COUNT(expected); i++) {
        at = strstr(at, expected[i]);
        if (!at)
            print_message("%s\nin\n%s\n", expected[i], out.text);
        assert_non_null(at);
    }
    assert_null(strstr(out.text, "<script"));
    str_release(&out);
    document_release(&document);
}

static void odt__has_its_type_first_and_stored_and_names_every_file(void **state)
{
    static const char type[] = "application/vnd.oasis.opendocument.text";
    static const char *const files[] = {"content.xml", "styles.xml", "meta.xml"};
    const struct grid grid = small_grid();
    struct document document;
    struct str out = STR_INIT, manifest = STR_INIT;

    (void)state;
    build_small(&document, &grid);
    write_as("odt", &document, &out);
    assert_memory_equal(out.text, "PK\3\4", 4);
    assert_int_equal(out.text[6] & 8, 0);                  /* its size stands before it */
    assert_int_equal(out.text[8], 0);                      /* stored */
    assert_int_equal(out.text[28] | out.text[29] << 8, 0); /* nothing between name and content */
    assert_memory_equal(out.text + 30, "mimetype", 8);
    assert_memory_equal(out.text + 38, type, sizeof type - 1);
    unpack(&out, "META-INF/manifest.xml", &manifest);
    assert_well_formed(manifest.text);
    for (size_t i = 0; i < COUNT(files); i++) {
        struct str part = STR_INIT;

        assert_non_null(strstr(manifest.text, files[i]));
        unpack(&out, files[i], &part);
        assert_clean(&part);
        assert_well_formed(part.text);
        str_release(&part);
    }
    str_release(&manifest);
    str_release(&out);
    document_release(&document);
}

static void odt__has_styles_for_all_that_uses_them_and_repeats_the_heads_of_tables(void **state)
{
    struct hostile_table table;
    struct document document;
    struct str out = STR_INIT, content = STR_INIT, styles = STR_INIT;

    (void)state;
    fill(&table);
    build_hostile(&document, &table);
    write_as("odt", &document, &out);
    unpack(&out, "content.xml", &content);
    unpack(&out, "styles.xml", &styles);
    assert_styles_exist(content.text, styles.text);
    assert_non_null(strstr(content.text, "<table:table-header-rows>"));
    assert_non_null(strstr(content.text, "table:number-columns-spanned=\"2\""));
    assert_non_null(strstr(content.text, "table:number-rows-spanned=\"3\""));
    assert_non_null(strstr(styles.text, "fo:page-height=\"29.7cm\""));
    assert_non_null(strstr(styles.text, "<text:page-number"));
    assert_non_null(strstr(styles.text, "標楷體"));
    assert_non_null(strstr(styles.text, "style:country-asian=\"TW\""));
    str_release(&out);
    str_release(&content);
    str_release(&styles);
    document_release(&document);
}

static void odt__is_the_same_bytes_in_every_time_zone(void **state)
{
    static const char *const zones[] = {"UTC", "Asia/Taipei", "XXX+11:30"};
    const char *zone = getenv("TZ");
    struct str before = STR_INIT, first = STR_INIT;
    struct document document;

    (void)state;
    str_add(&before, zone);
    build_small(&document, NULL);
    for (size_t i = 0; i < COUNT(zones); i++) {
        struct str out = STR_INIT;

        assert_int_equal(setenv("TZ", zones[i], 1), 0);
        tzset();
        write_as("odt", &document, i ? &out : &first);
        if (i) {
            assert_int_equal(out.len_bytes, first.len_bytes);
            assert_memory_equal(out.text, first.text, first.len_bytes);
        }
        str_release(&out);
    }
    assert_int_equal(zone ? setenv("TZ", before.text, 1) : unsetenv("TZ"), 0);
    str_release(&before);
    str_release(&first);
    document_release(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_text__stays_text_in_every_format),
        cmocka_unit_test(hostile_text__is_the_same_in_every_format),
        cmocka_unit_test(writer__is_found_by_its_name_and_by_a_file_s_ending),
        cmocka_unit_test(markdown__has_headings_lists_and_tables_of_github),
        cmocka_unit_test(html__has_language_headings_heads_of_tables_and_no_script),
        cmocka_unit_test(odt__has_its_type_first_and_stored_and_names_every_file),
        cmocka_unit_test(odt__has_styles_for_all_that_uses_them_and_repeats_the_heads_of_tables),
        cmocka_unit_test(odt__is_the_same_bytes_in_every_time_zone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

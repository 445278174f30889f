/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines, hanging indents and numbers: at odd and even widths, with everything that Chinese text can hold.
 */
#include "tests/tui/test_editor_help.h"

#include "tui/widgets/editor/flow.h"
#include "tui/widgets/editor/outline_lines.h"

#include <locale.h>

static const struct text_widths widths = {.ambiguous_cols = 1};

/* The lines of TEXT at COLS, joined by "/". */
static void lines_of(const char *text, int cols, const struct text_widths *in, struct str *out)
{
    const struct flow_text its = {text, strlen(text), cols, in};
    struct flow flow = {0};

    assert_true(flow_reach(&flow, &its, SIZE_MAX, SIZE_MAX));
    assert_true(flow.whole);
    for (size_t i = 0; i < flow_known(&flow); i++) {
        const size_t start = flow_start(&flow, i);

        str_printf(out, "%s", i ? "/" : "");
        str_add_bytes(out, text + start, flow_end(&flow, &its, i) - start);
    }
    flow_release(&flow);
}

static void a_paragraph__breaks_where_it_should(void **state)
{
    static const struct {
        const char *text;
        int cols;
        const char *lines;
    } cases[] = {
        {"", 10, ""},
        {"水質", 4, "水質"},
        {"水質", 3, "水/質"},
        {"水質資料", 5, "水質/資料"},
        {"水質資料", 6, "水質資/料"},
        {"水質，資料", 4, "水/質，/資料"},     /* no mark begins a line */
        {"水質「資料」", 6, "水質/「資/料」"}, /* none that opens ends one */
        {"水質（一）", 6, "水質/（一）"},      /* both */
        {"共1,103筆", 5, "共/1,103/筆"},       /* a number stays whole */
        {"open data", 6, "open/data"},         /* the space at the break does not show */
        {"甲\n乙", 10, "甲/乙"},
        {"甲\n", 10, "甲/"}, /* a line for the caret */
        {"\n", 10, "/"},
        {"\n\n", 10, "//"},
        {"甲\n\n乙", 2, "甲//乙"},
        {"𠮷𡈽𠮷", 4, "𠮷𡈽/𠮷"}, /* rare han are two wide */
        {"e\xcc\x81"
         "e\xcc\x81"
         "e\xcc\x81",
         2,
         "e\xcc\x81"
         "e\xcc\x81/e\xcc\x81"}, /* a mark stays on its letter */
        {"👩‍👩‍👧👩‍👩‍👧", 2,
         "👩‍👩‍👧/👩‍👩‍👧"}, /* a family is one */
        {"甲\xff乙", 3, "甲\xff/乙"},              /* an invalid byte is one wide */
        {"水", 1, "水"},                           /* wider than the line */
        {"水質", 1, "水/質"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str lines = STR_INIT;

        lines_of(cases[i].text, cases[i].cols, &widths, &lines);
        assert_string_equal(lines.text, cases[i].lines);
        str_release(&lines);
    }
}

/* Long enough for every rule to meet every width. */
static const char long_text[] =
    "　　本部主管水文（含水位、流量、雨量）、水質、海象等觀測資料，"
    "截至112年4月底已開放1,103筆；其中「河川水位」「雨量」兩項，"
    "下載次數逾238萬次——占全部之72.5%……，詳"
    "https://data.example.invalid/dataset/river-level?year=112。"
    "𠮷田委員建議：（一）é́́́áà "
    "重複；（二）👩‍👩‍👧、🇹🇼🇹🇼🇯🇵、①②★；"
    "（三）\xff\xfe壞掉的位元組。\n"
    "第二列「「「巢狀」」」，，，。。。！！！\n\n末列";

static void no_line__is_wider_than_its_room_or_begins_with_a_mark(void **state)
{
    static const struct text_widths both[] = {{.ambiguous_cols = 1}, {.ambiguous_cols = 2}};

    (void)state;
    for (size_t w = 0; w < 2; w++)
        for (int cols = 4; cols <= 81; cols++) {
            const struct flow_text its = {long_text, sizeof long_text - 1, cols, &both[w]};
            struct flow flow = {0};
            size_t before = 0;

            assert_true(flow_reach(&flow, &its, SIZE_MAX, SIZE_MAX));
            for (size_t i = 0; i < flow_known(&flow); i++) {
                const size_t start = flow_start(&flow, i), end = flow_end(&flow, &its, i);

                assert_true(i == 0 || start > before);
                assert_true(end >= start);
                assert_true(text_cols(long_text + start, end - start, &both[w]) <= cols);
                if (cols >= 36 && i > 0 && long_text[start - 1] != '\n')
                    assert_true(memcmp(long_text + start, "，", 3) != 0 &&
                                memcmp(long_text + start, "」", 3) != 0);
                before = start;
            }
            flow_release(&flow);
        }
}

static void lines__are_found_only_as_far_as_asked(void **state)
{
    struct flow flow = {0};
    struct flow_text its;
    struct str text = STR_INIT;

    (void)state;
    str_add_repeat(&text, "水", 10000);
    its = (struct flow_text){text.text, text.len_bytes, 20, &widths};
    assert_int_equal(flow_known(&flow), 1);
    assert_true(flow_reach(&flow, &its, 0, 24));
    assert_int_equal(flow_known(&flow), 25);
    assert_false(flow.whole);
    assert_true(flow_reach(&flow, &its, 900 * 3, 0));
    assert_int_equal(flow_line(&flow, 900 * 3), 90);
    assert_int_equal(flow_line(&flow, 900 * 3 - 1), 89);
    assert_true(flow_known(&flow) <= 92);
    /* A change forgets what is behind it and little before. */
    flow_touch(&flow, 500 * 3);
    assert_true(flow_known(&flow) >= 40 && flow_known(&flow) <= 51);
    assert_true(flow_reach(&flow, &its, SIZE_MAX, SIZE_MAX));
    assert_int_equal(flow_known(&flow), 1000);
    assert_true(flow.whole);
    its.cols = 40;
    assert_true(flow_reach(&flow, &its, 0, 0));
    assert_int_equal(flow_known(&flow), 2);
    flow_release(&flow);
    str_release(&text);
}

static void the_indent__gives_way_before_the_text(void **state)
{
    static const struct {
        int level, label_cols, cols;
        struct hang hang;
    } cases[] = {
        {0, 4, 40, {0, 4, 36}}, {1, 6, 40, {2, 6, 32}}, {3, 3, 40, {6, 3, 31}}, {7, 6, 40, {14, 6, 20}},
        {7, 6, 24, {8, 6, 10}}, {7, 6, 16, {0, 6, 10}}, {7, 6, 8, {0, 6, 2}},   {7, 6, 7, {0, 0, 7}},
        {0, 0, 1, {0, 0, 1}},   {7, 0, 1, {0, 0, 1}},   {0, 4, 7, {0, 4, 3}},   {2, 0, 30, {4, 0, 26}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct hang hang = hang_of(cases[i].level, cases[i].label_cols, cases[i].cols);

        assert_int_equal(hang.indent_cols, cases[i].hang.indent_cols);
        assert_int_equal(hang.label_cols, cases[i].hang.label_cols);
        assert_int_equal(hang.text_cols, cases[i].hang.text_cols);
        assert_int_equal(hang.indent_cols + hang.label_cols + hang.text_cols, cases[i].cols);
    }
}

/* The labels of a text described as in the help header, joined by "|". */
static void labels_of(const char *described, bool single_plain, struct str *out)
{
    struct editor_options options = {.numbering = test_numbering, .widths = {.ambiguous_cols = 1}};
    struct editor editor;

    options.numbering.single_plain = single_plain;
    options.numbering.pattern[3] = NULL;
    editor_open(&editor, &options);
    load(&editor, described, false);
    buffer_number(&editor.buffer, &editor.options.numbering);
    for (size_t i = 0; i < editor.buffer.n; i++) {
        str_add(out, i ? "|" : "");
        numbering_label(out, &editor.options.numbering, editor.buffer.v[i].shown_level,
                        editor.buffer.v[i].number);
    }
    editor_release(&editor);
}

static void numbers__are_those_that_will_print(void **state)
{
    static const struct {
        const char *text;
        bool single_plain;
        const char *labels;
    } cases[] = {
        {"0.甲", true, ""},
        {"0.甲", false, "一、"},
        {"0.甲|0.乙", true, "一、|二、"},
        {"0.甲|1.子|0.乙", true, "一、||二、"},
        {"0.甲|1.子|0.乙", false, "一、|（一）|二、"},
        {"0.甲|1.子|1.丑|0.乙|1.寅|1.卯", true, "一、|（一）|（二）|二、|（一）|（二）"},
        {"0.甲|0-說明|0.乙", true, "一、||二、"},                   /* plain between points does not count */
        {"0-說明|0.甲", true, "|"},                                 /* and is no company for a single one */
        {"0-說明|1.子|1.丑|0-附註|1.寅", true, "|（一）|（二）||"}, /* each paragraph's points are its own */
        {"0.甲|1.子|2.丑|2.寅|1.卯", true, "|（一）|1.|2.|（二）"},
        {"0.甲|3.子|3.丑", true, "|（一）|（二）"}, /* no level is skipped */
        {"2.甲|0.乙", true, "一、|二、"},           /* nor at the start */
        {"0.甲|3.子|2.丑|5.寅|5.卯", true, "|（一）|（二）|1.|2."},
        {"0.甲|1.子|2.丑|3.寅|3.卯", false, "一、|（一）|1.||"}, /* a level without a pattern has no number */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str labels = STR_INIT;

        labels_of(cases[i].text, cases[i].single_plain, &labels);
        assert_string_equal(labels.text, cases[i].labels);
        str_release(&labels);
    }
}

/* An outline as it reads at COLS: each line with its indent as dots and its label in brackets. */
static void read_outline(const struct outline *outline, int cols, struct str *out)
{
    struct arena arena = ARENA_INIT;
    struct outline_lines lines;

    assert_int_equal(outline_lines(outline, &test_numbering, cols, &widths, &arena, &lines, NULL), STATUS_OK);
    for (size_t i = 0; i < lines.n; i++) {
        const struct outline_line *line = &lines.v[i];

        assert_true(line->indent_cols + text_cols(line->label, strlen(line->label), &widths) +
                        text_cols(line->text, line->len_bytes, &widths) <=
                    cols);
        str_add_repeat(out, ".", line->indent_cols);
        str_printf(out, "%s%s%s", *line->label ? "[" : "", line->label, *line->label ? "]" : "");
        str_add_bytes(out, line->text, line->len_bytes);
        str_add_char(out, '\n');
    }
    arena_release(&arena);
}

static void an_outline__reads_with_hanging_indents(void **state)
{
    struct node nodes[] = {
        {.text = "水質司已完成盤點，請各單位於期限前補正。", .level = 0},
        {.text = "已開放者。", .level = 1},
        {.text = "未開放者\n列如附表。", .level = 1},
        {.text = "以上請核備。", .level = 0, .plain = true},
        {.text = "餘照案。", .level = 0},
    };
    const struct outline outline = {nodes, sizeof nodes / sizeof *nodes};
    struct str lines = STR_INIT;

    (void)state;
    read_outline(&outline, 20, &lines);
    assert_string_equal(lines.text, "[一、]水質司已完成盤\n"
                                    "....點，請各單位於期\n"
                                    "....限前補正。\n"
                                    "..[（一）]已開放者。\n"
                                    "..[（二）]未開放者\n"
                                    "........列如附表。\n"
                                    "以上請核備。\n"
                                    "[二、]餘照案。\n");
    str_release(&lines);
    read_outline(&outline, 21, &lines);
    assert_string_equal(lines.text, "[一、]水質司已完成盤\n"
                                    "....點，請各單位於期\n"
                                    "....限前補正。\n"
                                    "..[（一）]已開放者。\n"
                                    "..[（二）]未開放者\n"
                                    "........列如附表。\n"
                                    "以上請核備。\n"
                                    "[二、]餘照案。\n");
    str_release(&lines);
    for (int cols = 1; cols < 40; cols++) {
        struct arena arena = ARENA_INIT;
        struct outline_lines any;

        assert_int_equal(outline_lines(&outline, &test_numbering, cols, &widths, &arena, &any, NULL),
                         STATUS_OK);
        assert_true(any.n >= 6);
        arena_release(&arena);
    }
}

static void an_empty_outline__has_no_lines(void **state)
{
    const struct outline outline = {0};
    struct arena arena = ARENA_INIT;
    struct outline_lines lines;

    (void)state;
    assert_int_equal(outline_lines(&outline, &test_numbering, 20, &widths, &arena, &lines, NULL), STATUS_OK);
    assert_int_equal(lines.n, 0);
    arena_release(&arena);
}

static void the_height__is_the_number_of_lines(void **state)
{
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    assert_int_equal(editor_height(&editor, 20), 1);
    load(&editor, "0.水質司已完成盤點|0.乙", false);
    assert_int_equal(editor_height(&editor, 40), 2);
    assert_int_equal(editor_height(&editor, 21), 2); /* 4 of the number, 16 of text, 1 of the caret */
    assert_int_equal(editor_height(&editor, 20), 3);
    (void)press(&editor, "Ctrl-End Enter");
    assert_int_equal(editor_height(&editor, 20), 4);
    (void)press(&editor, "Ctrl-J Ctrl-J");
    assert_int_equal(editor_height(&editor, 20), 6);
    editor_release(&editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph__breaks_where_it_should),
        cmocka_unit_test(no_line__is_wider_than_its_room_or_begins_with_a_mark),
        cmocka_unit_test(lines__are_found_only_as_far_as_asked),
        cmocka_unit_test(the_indent__gives_way_before_the_text),
        cmocka_unit_test(numbers__are_those_that_will_print),
        cmocka_unit_test(an_outline__reads_with_hanging_indents),
        cmocka_unit_test(an_empty_outline__has_no_lines),
        cmocka_unit_test(the_height__is_the_number_of_lines),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

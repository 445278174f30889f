/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pasting: lines become points, numbers levels, and nothing gets in that may not stand in a record.
 */
#include "tests/tui/test_editor_help.h"

#include "tui/widgets/editor/paste.h"
#include "tui/widgets/editor/paste_label.h"

#include <locale.h>

static const struct {
    const char *before, *keys, *pasted, *after;
} paste_cases[] = {
    {"0.", "", "甲", "0.甲"},
    {"0.乙", "", "甲", "0.甲乙"},
    {"0.甲丙", "Right", "乙", "0.甲乙丙"},
    {"0.", "", "甲\n乙", "0.甲|0.乙"},
    {"0.", "", "甲\r\n乙\r丙\n", "0.甲|0.乙|0.丙"},
    {"0.", "", "甲\n\n\n乙\n \n", "0.甲|0.乙"},
    {"0.", "", "  甲  \n\xe3\x80\x80乙\xe3\x80\x80", "0.甲|0.乙"},
    {"0.前後", "Right", "甲\n乙", "0.前甲|0.乙後"},
    {"0.一|1-二", "Ctrl-End", "甲\n乙", "0.一|1-二甲|1-乙"},
    {"0.甲乙", "Shift-End", "丙", "0.丙"},
    {"0.", "", "甲\n\t乙\n\t\t丙\n丁", "0.甲|1.乙|2.丙|0.丁"},
    {"0.", "", "甲\t乙\t丙", "0.甲 乙 丙"},
    {"0.", "", "甲\v乙\n丙", "0.甲\n乙|0.丙"}, /* a soft line end of a word processor */
    {"0.", "", "", "0."},
    {"0.", "", "\n\n", "0."},
    /* numbers */
    {"0.", "", "一、甲\n二、乙", "0.甲|0.乙"},
    {"0.", "", "一、甲\n（一）子\n(二)丑\n二、乙", "0.甲|1.子|1.丑|0.乙"},
    {"0.", "", "壹、甲\n一、子\n（一）寅\n1.卯\n(1)辰\n貳、乙", "0.甲|1.子|2.寅|3.卯|4.辰|0.乙"},
    {"0.", "", "１、甲\n２、乙\n１０、不是", "0.甲|0.乙|0-１０、不是"},
    {"0.", "", "1. 甲\n2.  乙\n3)丙", "0.甲|0.乙|0-3)丙"},
    {"0.", "", "①甲\n②乙", "0.甲|0.乙"},
    {"0.", "", "甲、子\n乙、丑", "0.子|0.丑"},
    {"0.", "", "說明：\n一、甲\n二、乙\n以上。", "0-說明：|0.甲|0.乙|0-以上。"},
    {"0.", "", "三、甲\n四、乙", "0.甲|0.乙"}, /* a part of a list */
    {"0.", "", "十一、甲\n十二、乙", "0.甲|0.乙"},
    {"0.", "", "一、甲\n1.子\n2.丑\n二、乙\n1.寅", "0.甲|1.子|1.丑|0.乙|1.寅"},
    {"0.前", "End", "一、甲\n二、乙", "0.前|0.甲|0.乙"}, /* a point does not go on in the middle of another */
    {"0.前|1.", "Ctrl-End", "一、甲\n(一)乙", "0.前|1.甲|2.乙"},
    /* what only looks like numbers */
    {"0.", "", "一、二月份資料", "0.一、二月份資料"},
    {"0.", "", "112.5.24會議\n113.1.5會議", "0.112.5.24會議|0.113.1.5會議"},
    {"0.", "", "3.5倍\n4.2倍", "0.3.5倍|0.4.2倍"},
    {"0.", "", "第一案\n第二案", "0.第一案|0.第二案"},
    {"0.", "", "一、甲\n五、乙", "0.一、甲|0.五、乙"},
    {"0.", "", "（水質司）甲\n（河川司）乙", "0.（水質司）甲|0.（河川司）乙"},
    {"0.", "", "一百多筆\n二百多筆", "0.一百多筆|0.二百多筆"},
    /* what may not get in */
    {"0.", "", "甲\x1b[2J\x07乙\xe2\x80\xae丙\xef\xbb\xbf", "0.甲[2J乙丙"},
    {"0.", "",
     "甲\x1e"
     "0.\x1f乙",
     "0.甲0.乙"},
    {"0.", "", "\xff\xc0甲", "0.\xef\xbf\xbd\xef\xbf\xbd甲"},
    {"0.", "", "甲\xe2\x80\xa8乙\xc2\x85丙", "0.甲|0.乙|0.丙"},
    {"0.", "", "👩‍👩‍👧\n𠮷\xee\x80\x80", "0.👩‍👩‍👧|0.𠮷\xee\x80\x80"},
};

static void a_pasted_text__becomes_points(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof paste_cases / sizeof *paste_cases; i++) {
        struct editor editor;
        const bool nothing = strcmp(paste_cases[i].before, paste_cases[i].after) == 0;

        editor_open(&editor, NULL);
        load(&editor, paste_cases[i].before, false);
        (void)press(&editor, paste_cases[i].keys);
        assert_int_equal(paste(&editor, paste_cases[i].pasted), nothing ? EDITOR_MOVED : EDITOR_CHANGED);
        assert_text(&editor, paste_cases[i].after);
        if (!nothing) {
            /* One step of undo, whatever was recognised. */
            assert_int_equal(press(&editor, "Ctrl-Z"), EDITOR_CHANGED);
            assert_text(&editor, paste_cases[i].before);
            assert_int_equal(press(&editor, "Ctrl-Z"), EDITOR_MOVED);
            assert_int_equal(press(&editor, "Ctrl-Y"), EDITOR_CHANGED);
            assert_text(&editor, paste_cases[i].after);
        }
        editor_release(&editor);
    }
}

static void typing_after_a_paste__is_a_step_of_its_own(void **state)
{
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    type(&editor, "前");
    (void)paste(&editor, "中");
    type(&editor, "後");
    (void)press(&editor, "Ctrl-Z");
    assert_text(&editor, "0.前中");
    (void)press(&editor, "Ctrl-Z");
    assert_text(&editor, "0.前");
    editor_release(&editor);
}

static void numbers__stay_text_where_none_would_show(void **state)
{
    static const struct editor_options none[] = {
        {.widths = {.ambiguous_cols = 1}},
        {.numbering = {.pattern = {"一、"}}, .widths = {.ambiguous_cols = 1}, .levels = 1},
    };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct editor editor;

        editor_open(&editor, &none[i]);
        (void)paste(&editor, "一、甲\n二、乙");
        assert_text(&editor, "0.一、甲|0.二、乙");
        editor_release(&editor);
    }
}

static void tabs__are_levels_where_no_numbers_show(void **state)
{
    const struct editor_options options = {.widths = {.ambiguous_cols = 1}, .levels = 2};
    struct editor editor;

    (void)state;
    editor_open(&editor, &options);
    (void)paste(&editor, "一、甲\n\t乙\n\t\t丙");
    assert_text(&editor, "0.一、甲|1.乙|1.丙");
    editor_release(&editor);
}

static void a_label__is_read_with_its_value(void **state)
{
    static const struct {
        const char *text;
        int value;
        size_t len_bytes; /* 0 = none */
    } cases[] = {
        {"一、甲", 1, 6},   {"二十一、甲", 21, 12}, {"（三）甲", 3, 9}, {"(4)甲", 4, 3},  {"5.甲", 5, 2},
        {"6、甲", 6, 4},    {"７．甲", 7, 6},       {"8)甲", 8, 2},     {"⑨甲", 9, 3},    {"拾、甲", 10, 6},
        {"（甲）子", 1, 9}, {"廿一、甲", 21, 9},    {"1.5", 0, 0},      {"1", 0, 0},      {"一", 0, 0},
        {"(一", 0, 0},      {"(水)", 0, 0},         {"", 0, 0},         {"300.甲", 0, 0}, {"0.甲", 0, 0},
        {"（一、甲", 0, 0}, {"第一、", 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct label label = {0};

        assert_int_equal(label_read(cases[i].text, strlen(cases[i].text), &label), cases[i].len_bytes > 0);
        assert_int_equal(label.value, cases[i].value);
        assert_int_equal(label.len_bytes, cases[i].len_bytes);
    }
}

static void a_million_bytes__are_pasted_and_taken_back(void **state)
{
    struct str text = STR_INIT;
    struct editor editor;

    (void)state;
    for (int i = 1; text.len_bytes < 1024 * 1024; i++)
        str_printf(&text, "%d. 本部資料開放執行情形說明文字。\n", i % 200 ? i % 200 : 1);
    editor_open(&editor, NULL);
    assert_int_equal(paste(&editor, text.text), EDITOR_CHANGED);
    assert_true(editor.buffer.n > 20000);
    assert_int_equal(press(&editor, "Ctrl-Z"), EDITOR_CHANGED);
    assert_text(&editor, "0.");
    editor_release(&editor);
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pasted_text__becomes_points),
        cmocka_unit_test(typing_after_a_paste__is_a_step_of_its_own),
        cmocka_unit_test(numbers__stay_text_where_none_would_show),
        cmocka_unit_test(tabs__are_levels_where_no_numbers_show),
        cmocka_unit_test(a_label__is_read_with_its_value),
        cmocka_unit_test(a_million_bytes__are_pasted_and_taken_back),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

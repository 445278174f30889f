/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the caret goes, what it selects on the way, and what a search finds.
 */
#include "tests/tui/test_editor_help.h"

#include <locale.h>
#include <stdio.h>

/* The caret as "paragraph:bytes". */
#define assert_caret(editor, expected)                                                                    \
    do {                                                                                                  \
        char where_[48];                                                                                  \
        (void)snprintf(where_, sizeof where_, "%zu:%zu", (editor)->caret.para, (editor)->caret.at_bytes); \
        assert_string_equal(where_, (expected));                                                          \
    } while (0)

static void the_caret__goes_by_clusters_words_and_lines(void **state)
{
    static const struct {
        const char *text, *keys, *caret;
    } cases[] = {
        {"0.甲乙", "Right", "0:3"},
        {"0.甲|0.乙", "Right Right", "1:0"},
        {"0.甲|0.乙", "Right Right Left", "0:3"},
        {"0.👩‍👩‍👧甲", "Right", "0:18"},
        {"0.👩‍👩‍👧甲", "End Left Left", "0:0"},
        {"0.e\xcc\x81x", "Right", "0:3"},
        {"0.水質資料，open data。完", "Ctrl-Right", "0:15"},
        {"0.水質資料，open data。完", "Ctrl-Right Ctrl-Right", "0:20"},
        {"0.水質資料，open data。完", "Ctrl-Right Ctrl-Right Ctrl-Right", "0:27"},
        {"0.水質資料，open data。完", "End Ctrl-Left", "0:27"},
        {"0.水質資料，open data。完", "End Ctrl-Left Ctrl-Left", "0:20"},
        {"0.水質資料，open data。完", "End Alt-B Alt-B Alt-B Alt-B", "0:0"},
        {"0.甲|0.乙", "End Ctrl-Right", "1:0"},
        {"0.甲|0.乙", "Down Home Ctrl-Left", "0:3"},
        {"0.甲|0.乙丙", "Ctrl-End", "1:6"},
        {"0.甲|0.乙丙", "Ctrl-End Ctrl-Home", "0:0"},
        {"0.甲\n乙", "Down", "0:4"},
        {"0.甲\n乙", "Ctrl-E", "0:7"},
        {"0.甲\n乙", "End", "0:3"},
        {"0.甲\n乙", "Down End Home", "0:4"},
        {"0.甲\n乙", "Down End Ctrl-A", "0:0"},
        {"0.甲乙", "Down", "0:6"},              /* no line below: to the end */
        {"0.甲乙", "End Up", "0:0"},            /* none above: to the start */
        {"0.甲乙|0.丙丁", "Right PgDn", "1:3"}, /* the last line is less than a page away */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct editor editor;

        editor_open(&editor, NULL);
        editor_resize(&editor, 60, 10);
        load(&editor, cases[i].text, false);
        (void)press(&editor, cases[i].keys);
        assert_caret(&editor, cases[i].caret);
        editor_release(&editor);
    }
}

static void up_and_down__keep_the_column(void **state)
{
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    editor_resize(&editor, 40, 10);
    /* columns:      一、 is 4 wide, （一） stands at 2 and is 6 wide */
    load(&editor, "0.水質司河川司|0-x|0.abcdefgh|1.子丑寅卯|1.|0.甲乙丙丁戊", false);
    (void)press(&editor, "Right Right Right"); /* column 4 + 6 */
    assert_caret(&editor, "0:9");
    (void)press(&editor, "Down");
    assert_caret(&editor, "1:1"); /* a short line */
    (void)press(&editor, "Down");
    assert_caret(&editor, "2:6"); /* 4 + 6 again */
    (void)press(&editor, "Down");
    assert_caret(&editor, "3:3"); /* 2 + 6 + 2 */
    (void)press(&editor, "Down");
    assert_caret(&editor, "4:0");
    (void)press(&editor, "Down");
    assert_caret(&editor, "5:9");
    (void)press(&editor, "Up Up Up Up Up");
    assert_caret(&editor, "0:9");
    (void)press(&editor, "Left Down Down");
    assert_caret(&editor, "2:4"); /* a new column */
    editor_release(&editor);
}

static void a_column_within_a_wide_character__goes_to_its_start(void **state)
{
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    editor_resize(&editor, 40, 10);
    load(&editor, "0.abc|0.水質|0.abc", false);
    (void)press(&editor, "Right Right Right Down");
    assert_caret(&editor, "1:3");
    (void)press(&editor, "Down");
    assert_caret(&editor, "2:3");
    editor_release(&editor);
}

static void the_end_of_a_wrapped_line__is_on_that_line(void **state)
{
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    editor_resize(&editor, 9, 10); /* 8 columns of text */
    load(&editor, "0-一二三四五六七八九十", false);
    (void)press(&editor, "End");
    assert_caret(&editor, "0:12");
    assert_true(editor.caret_at_end);
    (void)press(&editor, "Down");
    assert_caret(&editor, "0:24");
    assert_true(editor.caret_at_end);
    (void)press(&editor, "Home");
    assert_caret(&editor, "0:12");
    assert_false(editor.caret_at_end);
    (void)press(&editor, "Up");
    assert_caret(&editor, "0:0");
    (void)press(&editor, "End Right");
    assert_caret(&editor, "0:15");
    (void)press(&editor, "Up End");
    type(&editor, "甲");
    assert_text(&editor, "0-一二三四甲五六七八九十");
    editor_release(&editor);
}

static void a_selection__grows_from_where_it_began(void **state)
{
    struct editor editor;
    struct place from, to;

    (void)state;
    editor_open(&editor, NULL);
    load(&editor, "0.甲乙丙|0.丁", false);
    assert_false(editor_selection(&editor, &from, &to));
    (void)press(&editor, "Right Shift-Right Shift-Right Shift-Left");
    assert_true(editor_selection(&editor, &from, &to));
    assert_int_equal(from.at_bytes, 3);
    assert_int_equal(to.at_bytes, 6);
    (void)press(&editor, "Shift-Left Shift-Left");
    assert_true(editor_selection(&editor, &from, &to));
    assert_int_equal(from.at_bytes, 0);
    assert_int_equal(to.at_bytes, 3);
    (void)press(&editor, "Right");
    assert_false(editor_selection(&editor, &from, &to));
    /* Where a terminal cannot tell Shift-arrows: Ctrl-Space, until it is pressed again. */
    (void)press(&editor, "Ctrl-Home Ctrl-Space Right Down End");
    assert_true(editor_selection(&editor, &from, &to));
    assert_int_equal(to.para, 1);
    (void)press(&editor, "Ctrl-Space");
    assert_false(editor_selection(&editor, &from, &to));
    (void)press(&editor, "Ctrl-Home Shift-Down");
    type(&editor, "新");
    assert_text(&editor, "0.新丁");
    editor_release(&editor);
}

static void a_search__finds_what_is_written_otherwise_and_goes_round(void **state)
{
    static const struct {
        const char *needle;
        enum editor_find how;
        const char *caret; /* the end of the hit, "" = none */
    } cases[] = {
        {"平臺", EDITOR_FIND_HERE, "0:9"}, /* 平台 is the same word */
        {"平台", EDITOR_FIND_HERE, "0:9"}, /* as the needle is typed the hit stays */
        {"平台", EDITOR_FIND_ONWARDS, "2:6"},
        {"平台", EDITOR_FIND_ONWARDS, "0:9"}, /* round */
        {"平台", EDITOR_FIND_BACK, "2:6"},
        {"open data", EDITOR_FIND_HERE, "1:15"}, /* width and case do not matter */
        {"é", EDITOR_FIND_HERE, "2:9"},
        {"沒有", EDITOR_FIND_ONWARDS, ""},
        {"", EDITOR_FIND_ONWARDS, ""},
        {"DATA", EDITOR_FIND_HERE, "1:15"},
    };
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    load(&editor, "0.於平台公開|0.OPEN　ＤATＡ|0.平臺e\xcc\x81", false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const bool found = editor_find(&editor, cases[i].needle, cases[i].how);

        assert_int_equal(found, *cases[i].caret != '\0');
        if (found)
            assert_caret(&editor, cases[i].caret);
    }
    editor_release(&editor);
}

static void a_search__finds_across_the_pieces_of_a_long_paragraph(void **state)
{
    struct str text = STR_INIT;
    struct editor editor;
    struct node node = {0};
    const struct outline outline = {&node, 1};

    (void)state;
    editor_open(&editor, NULL);
    for (size_t before = 2725; before < 2735; before++) { /* around 8192 bytes */
        str_clear(&text);
        str_add_repeat(&text, "水", (int)before);
        str_add(&text, "河川");
        str_add_repeat(&text, "水", 5000);
        node.text = text.text;
        assert_int_equal(editor_load(&editor, &outline, NULL), STATUS_OK);
        assert_true(editor_find(&editor, "河川", EDITOR_FIND_HERE));
        assert_int_equal(editor.caret.at_bytes, before * 3 + 6);
        assert_true(editor_find(&editor, "河川", EDITOR_FIND_BACK));
        assert_int_equal(editor.caret.at_bytes, before * 3 + 6);
    }
    str_release(&text);
    editor_release(&editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_caret__goes_by_clusters_words_and_lines),
        cmocka_unit_test(up_and_down__keep_the_column),
        cmocka_unit_test(a_column_within_a_wide_character__goes_to_its_start),
        cmocka_unit_test(the_end_of_a_wrapped_line__is_on_that_line),
        cmocka_unit_test(a_selection__grows_from_where_it_began),
        cmocka_unit_test(a_search__finds_what_is_written_otherwise_and_goes_round),
        cmocka_unit_test(a_search__finds_across_the_pieces_of_a_long_paragraph),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

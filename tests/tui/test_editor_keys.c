/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each key does to the text, and which keys are left to the caller.
 */
#include "tests/tui/test_editor_help.h"

#include <locale.h>

struct key_case {
    const char *text, *keys, *after;
};

static void run_cases(const struct key_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct editor editor;

        editor_open(&editor, NULL);
        load(&editor, cases[i].text, false);
        (void)press(&editor, cases[i].keys);
        assert_text(&editor, cases[i].after);
        while (press(&editor, "Ctrl-Z") == EDITOR_CHANGED)
            ;
        assert_text(&editor, cases[i].text);
        editor_release(&editor);
    }
}
#define RUN(cases) run_cases((cases), sizeof(cases) / sizeof *(cases))

static void enter__begins_the_next_point(void **state)
{
    static const struct key_case cases[] = {
        {"0.甲", "End Enter", "0.甲|0."},
        {"0.甲乙", "Right Enter", "0.甲|0.乙"},
        {"0.甲", "Enter", "0.|0.甲"},
        {"0.甲|1-乙", "Ctrl-End Enter", "0.甲|1-乙|1-"},
        {"0.甲|1.子|0.乙", "End Enter", "0.甲|0.|1.子|0.乙"},
        {"0.甲乙|0.丙", "Right Shift-Right Enter", "0.甲|0.|0.丙"},
        {"0.甲|1.", "Down Enter", "0.甲|0."}, /* on an empty point: out of its list */
        {"0.甲|0.", "Down Enter", "0.甲|0-"}, /* then unnumbered */
        {"0.甲|0-", "Down Enter", "0.甲|0-|0-"},
        {"0.甲|0.|1.子", "Down Enter", "0.甲|0-|1.子"},
        {"0.甲|1.|2.丑", "Down Enter", "0.甲|0.|1.丑"}, /* what stood below stays below */
    };

    (void)state;
    RUN(cases);
}

static void enter_on_an_empty_point__is_done_where_the_caller_says_so(void **state)
{
    const struct editor_options options = {
        .numbering = test_numbering, .widths = {.ambiguous_cols = 1}, .done_on_empty = true};
    struct editor editor;

    (void)state;
    editor_open(&editor, &options);
    assert_int_equal(press(&editor, "Enter"), EDITOR_DONE);
    type(&editor, "建議公開。");
    assert_int_equal(press(&editor, "Enter"), EDITOR_CHANGED);
    assert_text(&editor, "0.建議公開。|0.");
    assert_int_equal(press(&editor, "Enter"), EDITOR_DONE);
    assert_int_equal(press(&editor, "Tab"), EDITOR_CHANGED);
    assert_int_equal(press(&editor, "Enter"), EDITOR_DONE);
    assert_text(&editor, "0.建議公開。|1.");
    editor_release(&editor);
}

static void tab__moves_a_point_with_all_below_it(void **state)
{
    static const struct key_case cases[] = {
        {"0.甲|0.乙", "Down Tab", "0.甲|1.乙"},
        {"0.甲|0.乙", "Tab", "0.甲|0.乙"},          /* the first has nothing to stand below */
        {"0.甲|0.乙", "Down Tab Tab", "0.甲|1.乙"}, /* one level below the one before, no more */
        {"0.甲|0.乙|1.子|0.丙", "Down Tab", "0.甲|1.乙|2.子|0.丙"},
        {"0.甲|1.乙|2.子|0.丙", "Down Shift-Tab", "0.甲|0.乙|1.子|0.丙"},
        {"0.甲", "Shift-Tab", "0.甲"},
        {"0.甲|0.乙|0.丙", "Down Shift-Down Shift-End Tab", "0.甲|1.乙|1.丙"},
        {"0.甲|1.乙|1.丙", "Down Shift-Down Shift-End Shift-Tab", "0.甲|0.乙|0.丙"},
        {"0.甲|0.乙|0.丙", "Down Shift-Down Tab",
         "0.甲|1.乙|0.丙"}, /* a selection that ends before a point leaves it */
        {"0.甲|1.乙|1.丙", "Down Shift-Tab", "0.甲|0.乙|1.丙"},
        {"0.1|1.2|2.3|3.4|4.5|5.6|6.7|7.8|7.9", "Ctrl-End Tab", "0.1|1.2|2.3|3.4|4.5|5.6|6.7|7.8|7.9"},
    };

    (void)state;
    RUN(cases);
}

static void tab__is_the_callers_in_a_flat_text(void **state)
{
    const struct editor_options options = {.widths = {.ambiguous_cols = 1}, .levels = 1};
    struct editor editor;

    (void)state;
    editor_open(&editor, &options);
    type(&editor, "甲");
    assert_int_equal(press(&editor, "Tab"), EDITOR_IGNORED);
    assert_int_equal(press(&editor, "Shift-Tab"), EDITOR_IGNORED);
    assert_int_equal(press(&editor, "F4"), EDITOR_IGNORED);
    assert_int_equal(press(&editor, "Enter Enter"), EDITOR_CHANGED);
    assert_text(&editor, "0.甲|0.|0.");
    editor_release(&editor);
}

static void deleting__takes_whole_clusters_and_joins_points(void **state)
{
    static const struct key_case cases[] = {
        {"0.甲乙", "End Backspace", "0.甲"},
        {"0.甲乙", "Delete", "0.乙"},
        {"0.👩‍👩‍👧e\xcc\x81𠮷", "End Backspace", "0.👩‍👩‍👧e\xcc\x81"},
        {"0.👩‍👩‍👧e\xcc\x81𠮷", "End Backspace Backspace", "0.👩‍👩‍👧"},
        {"0.👩‍👩‍👧e\xcc\x81𠮷", "Delete", "0.e\xcc\x81𠮷"},
        {"0.\xff甲", "Delete", "0.甲"},
        {"0.甲|1.乙", "Down Home Backspace", "0.甲乙"},
        {"0.甲|1-乙", "End Delete", "0.甲乙"},
        {"0.|0.甲|1-乙", "Delete", "0.甲|1-乙"},
        {"0.甲|1-", "Down Backspace", "0.甲"},
        {"0.甲|1.|2-丁", "Down Delete",
         "0.甲|1-丁"}, /* an empty point goes, the one behind it stays itself */
        {"0.甲", "Backspace", "0.甲"},
        {"0.甲", "End Delete", "0.甲"},
        {"0.甲乙|1.丙丁|0.戊己", "Right Shift-Down Shift-Down Delete", "0.甲己"},
        {"0.水質資料，open data", "End Ctrl-W", "0.水質資料，open "},
        {"0.水質資料，open data", "End Ctrl-W Ctrl-W Ctrl-W", "0."},
        {"0.水質資料，open data", "Alt-D", "0.open data"},
        {"0.甲|0.乙", "Down Home Ctrl-W", "0.甲乙"},
        {"0.甲乙", "Right Ctrl-K", "0.甲"},
        {"0.甲\n乙", "Ctrl-K Ctrl-K", "0.乙"},
        {"0.甲|0.乙", "Ctrl-K Ctrl-K", "0.乙"},
        {"0.甲|0.乙", "Ctrl-End Ctrl-K", "0.甲|0.乙"},
    };

    (void)state;
    RUN(cases);
}

static void other_changes__do_what_they_say(void **state)
{
    static const struct key_case cases[] = {
        {"0.甲乙", "Right Ctrl-J", "0.甲\n乙"},
        {"0.甲乙", "Right Alt-Enter", "0.甲\n乙"},
        {"0.甲|1.乙", "Down Alt-P", "0.甲|1-乙"},
        {"0.甲|1-乙", "Down F4", "0.甲|1.乙"},
        {"0.甲|1.子|0.乙|1.丑|0.丙", "Alt-Down", "0.乙|1.丑|0.甲|1.子|0.丙"},
        {"0.甲|1.子|0.乙|1.丑|0.丙", "Ctrl-End Alt-Up", "0.甲|1.子|0.丙|0.乙|1.丑"},
        {"0.甲|1.子|1.丑", "Down Alt-Up", "0.甲|1.子|1.丑"}, /* the first below its parent stays there */
        {"0.甲|1.子|0.乙", "Down Alt-Down", "0.甲|1.子|0.乙"},
        {"0.甲|0.乙", "Alt-Down Alt-Down", "0.乙|0.甲"},
        {"0.甲乙", "Shift-Right Ctrl-X End Ctrl-V", "0.乙甲"},
        {"0.甲乙", "Shift-Right Ctrl-C End Ctrl-V Ctrl-V", "0.甲乙甲甲"},
        {"0.甲|1-乙|0.", "Shift-Down Shift-End Ctrl-C Ctrl-End Ctrl-V", "0.甲|1-乙|0.甲|1-乙"},
        {"0.甲|1-乙|0.丙", "Down Home Shift-End Ctrl-C Ctrl-End Ctrl-V", "0.甲|1-乙|0.丙乙"},
        {"0.甲|0.乙", "Alt-A Alt-X", "0."},
        {"0.甲|0.乙", "Ctrl-Space Down End Shift-Delete", "0."},
        {"0.甲乙", "Ctrl-X Right Ctrl-V", "0.甲乙"}, /* nothing selected: not the editor's */
    };

    (void)state;
    RUN(cases);
}

static void cut_without_a_selection__is_left_to_the_caller(void **state)
{
    static const char *const left[] = {"Ctrl-X", "Ctrl-C", "Esc", "Ctrl-T", "Ctrl-F", "Ctrl-G", "Ctrl-P",
                                       "Ctrl-L", "F1",     "F6",  "F9",     "F12",    "Ctrl-S", "Alt-1"};
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    type(&editor, "甲");
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        assert_int_equal(press(&editor, left[i]), EDITOR_IGNORED);
    assert_int_equal(press(&editor, "Shift-Left Esc"), EDITOR_MOVED);
    assert_int_equal(press(&editor, "Esc"), EDITOR_IGNORED);
    assert_int_equal(press(&editor, "Shift-Right Ctrl-C"), EDITOR_MOVED);
    assert_int_equal(press(&editor, "Ctrl-X"), EDITOR_IGNORED);
    editor_release(&editor);
}

static void a_clipboard__can_serve_several_editors(void **state)
{
    struct clipboard clipboard = CLIPBOARD_INIT;
    const struct editor_options options = {
        .numbering = test_numbering, .widths = {.ambiguous_cols = 1}, .clipboard = &clipboard};
    struct editor first, second;

    (void)state;
    editor_open(&first, &options);
    editor_open(&second, &options);
    load(&first, "0.甲|1-乙", true);
    (void)press(&first, "Alt-A Ctrl-C");
    (void)press(&second, "Ctrl-V");
    assert_rows(&second, "0.甲|1-乙");
    editor_release(&first);
    (void)press(&second, "Enter Ctrl-V");
    assert_rows(&second, "0.甲|1-乙|0.甲|1-乙");
    editor_release(&second);
    clipboard_release(&clipboard);
}

static void typed_text__is_cleaned_of_what_may_not_stand_in_a_record(void **state)
{
    struct editor editor;
    static const char dirty[] = "甲\x1b[31m\x7f乙\xff\xe2\x80\xae丙\t\x1e丁";

    (void)state;
    editor_open(&editor, NULL);
    assert_int_equal(editor_insert(&editor, dirty, sizeof dirty - 1), EDITOR_CHANGED);
    assert_text(&editor, "0.甲[31m乙\xef\xbf\xbd丙 丁");
    assert_int_equal(editor_insert(&editor, "一、\n二、", strlen("一、\n二、")), EDITOR_CHANGED);
    assert_text(&editor, "0.甲[31m乙\xef\xbf\xbd丙 丁一、\n二、");
    assert_int_equal(editor_insert(&editor, "\x01\x02", 2), EDITOR_MOVED);
    (void)press(&editor, "Ctrl-Z Ctrl-Z");
    assert_text(&editor, "0.");
    editor_release(&editor);
}

static void every_action__can_be_named_and_its_keys_are_its_own(void **state)
{
    size_t n;
    const struct editor_action *actions = editor_actions(&n);
    struct str all = STR_INIT;
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    str_add(&all, " ");
    for (size_t i = 0; i < n; i++) {
        const char *at = actions[i].keys;

        assert_true(strncmp(actions[i].name, "editor.", 7) == 0);
        assert_true(*actions[i].title != '\0');
        while (*at) {
            const size_t len = strcspn(at, " ");
            struct str one = STR_INIT;
            struct key key;

            str_add(&one, " ");
            str_add_bytes(&one, at, len);
            str_add(&one, " ");
            assert_null(strstr(all.text, one.text));
            str_add(&all, one.text + 1);
            str_cut(&one, one.len_bytes - 1);
            assert_true(key_parse(one.text + 1, &key));
            assert_int_equal(key.kind, KEY_KIND_SPECIAL); /* the input method swallows letters */
            str_release(&one);
            at += len;
            at += strspn(at, " ");
        }
    }
    assert_int_equal(editor_act(&editor, "editor.next-point"), EDITOR_CHANGED);
    assert_int_equal(editor_act(&editor, "editor.undo"), EDITOR_CHANGED);
    assert_int_equal(editor_act(&editor, "agenda.move"), EDITOR_IGNORED);
    str_release(&all);
    editor_release(&editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enter__begins_the_next_point),
        cmocka_unit_test(enter_on_an_empty_point__is_done_where_the_caller_says_so),
        cmocka_unit_test(tab__moves_a_point_with_all_below_it),
        cmocka_unit_test(tab__is_the_callers_in_a_flat_text),
        cmocka_unit_test(deleting__takes_whole_clusters_and_joins_points),
        cmocka_unit_test(other_changes__do_what_they_say),
        cmocka_unit_test(cut_without_a_selection__is_left_to_the_caller),
        cmocka_unit_test(a_clipboard__can_serve_several_editors),
        cmocka_unit_test(typed_text__is_cleaned_of_what_may_not_stand_in_a_record),
        cmocka_unit_test(every_action__can_be_named_and_its_keys_are_its_own),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

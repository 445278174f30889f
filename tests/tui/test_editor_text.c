/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor's text: what goes in comes out, and every paragraph keeps its row in storage.
 */
#include "tests/tui/test_editor_help.h"

#include "tui/widgets/editor/fragment.h"

#include <locale.h>

static void serial_of(const struct editor *editor, struct str *out)
{
    str_clear(out);
    assert_int_equal(editor_serial(editor, out, NULL), STATUS_OK);
}

static void a_head__says_level_plainness_and_row(void **state)
{
    static const struct {
        struct para_look look;
        const char *head;
    } cases[] = {
        {{0, false, {0}}, "0.\x1f"},
        {{7, true, {0}}, "7-\x1f"},
        {{2, false, {.id = 12, .ver = 3, .owner_id = 9, .position = 4}}, "2.12,3,9,4\x1f"},
        {{1, true, {.id = 999999999999, .ver = 1, .owner_id = 0, .position = 0}}, "1-999999999999,1,0,0\x1f"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str head = STR_INIT;
        struct para_look look;

        fragment_add_head(&head, &cases[i].look);
        assert_string_equal(head.text, cases[i].head);
        assert_int_equal(fragment_head_bytes(&cases[i].look), head.len_bytes);
        assert_int_equal(fragment_read_head(head.text, head.len_bytes, &look), head.len_bytes);
        assert_int_equal(look.level, cases[i].look.level);
        assert_int_equal(look.plain, cases[i].look.plain);
        assert_int_equal(look.row.id, cases[i].look.row.id);
        assert_int_equal(look.row.position, cases[i].look.row.position);
        str_release(&head);
    }
}

static void what_is_no_head__is_text(void **state)
{
    static const char *const cases[] = {"",        "0",       "0.",          "8.\x1f",         "0!\x1f",
                                        "0.x\x1f", "0.1\x1f", "0.1,2,3\x1f", "0.1,2,3,4,\x1f", "0.,,,\x1f",
                                        "文字"};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct para_look look;

        assert_int_equal(fragment_read_head(cases[i], strlen(cases[i]), &look), 0);
        assert_int_equal(look.level, 0);
        assert_false(look.plain);
    }
}

static void an_outline__comes_back_as_it_was_loaded(void **state)
{
    static const struct node nodes[] = {
        {.row = {.id = 5, .ver = 2, .owner_id = 1}, .level = 0, .text = "一般文字"},
        {.row = {.id = 6, .ver = 1, .owner_id = 1}, .level = 1, .text = "兩列\n同一點"},
        {.row = {.id = 0}, .level = 2, .plain = true, .text = "𠮷田\xff壞位元組"},
        {.row = {.id = 8, .ver = 1, .owner_id = 1}, .level = 0, .text = "👩‍👩‍👧🇹🇼é"},
    };
    struct node copy[4];
    const struct outline outline = {copy, 4};
    struct outline out;
    struct arena arena = ARENA_INIT;
    struct editor editor;

    (void)state;
    memcpy(copy, nodes, sizeof nodes);
    editor_open(&editor, NULL);
    assert_int_equal(editor_load(&editor, &outline, NULL), STATUS_OK);
    assert_int_equal(editor_outline(&editor, &arena, &out, NULL), STATUS_OK);
    assert_int_equal(out.n, 4);
    for (size_t i = 0; i < out.n; i++) {
        assert_string_equal(out.v[i].text, nodes[i].text);
        assert_int_equal(out.v[i].level, nodes[i].level);
        assert_int_equal(out.v[i].plain, nodes[i].plain);
        assert_int_equal(out.v[i].row.id, nodes[i].row.id);
        assert_int_equal(out.v[i].row.ver, nodes[i].row.ver);
    }
    arena_release(&arena);
    editor_release(&editor);
}

static void an_empty_outline__is_one_empty_paragraph_and_none_comes_out(void **state)
{
    struct arena arena = ARENA_INIT;
    struct outline out;
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    assert_text(&editor, "0.");
    assert_int_equal(editor_load(&editor, NULL, NULL), STATUS_OK);
    assert_text(&editor, "0.");
    assert_true(editor_is_blank(&editor));
    assert_int_equal(editor_outline(&editor, &arena, &out, NULL), STATUS_OK);
    assert_int_equal(out.n, 0);
    arena_release(&arena);
    editor_release(&editor);
}

static void blank_paragraphs__do_not_come_out_and_levels_close_up(void **state)
{
    struct arena arena = ARENA_INIT;
    struct outline out;
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    load(&editor, "0. \xe3\x80\x80|1.甲|2.乙|0.\n|1.丙", true);
    assert_false(editor_is_blank(&editor));
    assert_int_equal(editor_outline(&editor, &arena, &out, NULL), STATUS_OK);
    assert_int_equal(out.n, 3);
    assert_int_equal(out.v[0].level, 0);
    assert_int_equal(out.v[1].level, 1);
    assert_int_equal(out.v[2].level, 0);
    assert_int_equal(out.v[0].row.id, 2);
    arena_release(&arena);
    editor_release(&editor);
}

static void the_serial__holds_everything(void **state)
{
    struct str first = STR_INIT, second = STR_INIT;
    struct editor editor, other;

    (void)state;
    editor_open(&editor, NULL);
    editor_open(&other, NULL);
    load(&editor, "0.甲|1-乙\n丙|1.|2.\xff\xfe|0.👨‍👩‍👧", true);
    serial_of(&editor, &first);
    assert_int_equal(editor_unserial(&other, first.text, first.len_bytes, NULL), STATUS_OK);
    serial_of(&other, &second);
    assert_string_equal(first.text, second.text);
    assert_rows(&other, "0.#1 甲|1-#2 乙\n丙|1.#3 |2.#4 \xff\xfe|0.#5 👨‍👩‍👧");
    str_release(&first);
    str_release(&second);
    editor_release(&other);
    editor_release(&editor);
}

static void a_serial_from_elsewhere__is_text_and_nothing_is_lost(void **state)
{
    static const struct {
        const char *serial, *text;
    } cases[] = {
        {"", "0."},
        {"甲乙", "0.甲乙"},
        {"甲\x1e乙", "0.甲|0.乙"},
        {"9.\x1f甲", "0.9.\x1f甲"},
        {"\x1e\x1e", "0.|0.|0."},
    };
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(editor_unserial(&editor, cases[i].serial, strlen(cases[i].serial), NULL), STATUS_OK);
        assert_text(&editor, cases[i].text);
    }
    editor_release(&editor);
}

static void the_cursor__is_a_place_in_the_serial(void **state)
{
    struct str serial = STR_INIT;
    struct editor editor;
    size_t at;

    (void)state;
    editor_open(&editor, NULL);
    load(&editor, "0.甲乙|1-丙|0.丁", true);
    editor_set_cursor(&editor, SIZE_MAX);
    serial_of(&editor, &serial);
    assert_int_equal(editor_cursor(&editor), serial.len_bytes);
    at = (size_t)(strstr(serial.text, "丙") - serial.text);
    editor_set_cursor(&editor, at);
    assert_int_equal(editor_cursor(&editor), at);
    type(&editor, "新");
    assert_text(&editor, "0.甲乙|1-新丙|0.丁");
    editor_set_cursor(&editor, 0); /* within the first head */
    type(&editor, "首");
    assert_text(&editor, "0.首甲乙|1-新丙|0.丁");
    editor_set_cursor(&editor, strlen("0.1,1,7,0\x1f") + 1); /* within a character */
    type(&editor, "次");
    assert_text(&editor, "0.首次甲乙|1-新丙|0.丁");
    str_release(&serial);
    editor_release(&editor);
}

static void a_paragraph__keeps_its_row_whatever_happens_around_it(void **state)
{
    static const struct {
        const char *keys, *rows;
    } cases[] = {
        {"Enter", "0.|0.#1 甲|0.#2 乙"},                                /* a new point in front */
        {"Right Enter", "0.#1 甲|0.|0.#2 乙"},                          /* behind */
        {"Shift-Down Delete", "0.#2 乙"},                               /* the first taken out whole */
        {"Down Home Shift-Up Backspace", "0.#2 乙"},                    /* the same, from below */
        {"End Delete", "0.#1 甲乙"},                                    /* joined */
        {"Down Home Backspace", "0.#1 甲乙"},                           /* joined */
        {"Alt-Down", "0.#2 乙|0.#1 甲"},                                /* moved */
        {"Down Alt-Up", "0.#2 乙|0.#1 甲"},                             /* moved */
        {"Shift-Down Ctrl-X Down Enter Ctrl-V", "0.#2 乙|0.#1 甲|0."},  /* moved by cutting */
        {"Shift-Down Ctrl-X Ctrl-V", "0.#1 甲|0.#2 乙"},                /* and back */
        {"Shift-Down Ctrl-C Ctrl-Home Ctrl-V", "0.甲|0.#1 甲|0.#2 乙"}, /* a copy is new */
        {"Ctrl-K", "0.#1 |0.#2 乙"},
        {"Ctrl-K Delete", "0.#2 乙"},
        {"Ctrl-K Down Home Backspace", "0.#2 乙"},
    };
    struct editor editor;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        editor_open(&editor, NULL);
        load(&editor, "0.甲|0.乙", true);
        (void)press(&editor, cases[i].keys);
        assert_rows(&editor, cases[i].rows);
        while (press(&editor, "Ctrl-Z") == EDITOR_CHANGED)
            ;
        assert_rows(&editor, "0.#1 甲|0.#2 乙");
        editor_release(&editor);
    }
}

static void a_row__comes_out_once_even_after_a_cut_was_undone_and_pasted(void **state)
{
    struct arena arena = ARENA_INIT;
    struct outline out;
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    load(&editor, "0.甲|0.乙", true);
    (void)press(&editor, "Shift-Down Ctrl-X Ctrl-Z Ctrl-End Enter Ctrl-V");
    assert_rows(&editor, "0.#1 甲|0.#2 乙|0.#1 甲|0.");
    assert_int_equal(editor_outline(&editor, &arena, &out, NULL), STATUS_OK);
    assert_int_equal(out.n, 3);
    assert_int_equal(out.v[0].row.id, 1);
    assert_int_equal(out.v[2].row.id, 0);
    arena_release(&arena);
    editor_release(&editor);
}

static void the_rest__is_parted_from_what_stands_before_the_caret(void **state)
{
    struct arena arena = ARENA_INIT;
    struct outline out;
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    load(&editor, "0.甲|1.乙丙|1-丁|0.戊", true);
    (void)press(&editor, "Down Home Right");
    assert_int_equal(editor_take_rest(&editor, &arena, &out, NULL), STATUS_OK);
    assert_rows(&editor, "0.#1 甲|1.#2 乙");
    assert_int_equal(out.n, 3);
    assert_string_equal(out.v[0].text, "丙");
    assert_int_equal(out.v[0].level, 0);
    assert_true(out.v[1].plain);
    assert_string_equal(out.v[2].text, "戊");
    assert_int_equal(out.v[2].row.id, 0);
    (void)press(&editor, "Ctrl-Z");
    assert_rows(&editor, "0.#1 甲|1.#2 乙丙|1-#3 丁|0.#4 戊");
    (void)press(&editor, "Ctrl-End");
    assert_int_equal(editor_take_rest(&editor, &arena, &out, NULL), STATUS_OK);
    assert_int_equal(out.n, 0);
    assert_rows(&editor, "0.#1 甲|1.#2 乙丙|1-#3 丁|0.#4 戊");
    arena_release(&arena);
    editor_release(&editor);
}

static void rows_given_by_storage__stay_through_undo_and_redo(void **state)
{
    struct node stored[] = {{.row = {.id = 21, .ver = 2}, .text = ""},
                            {.row = {.id = 22, .ver = 5}, .text = ""}};
    const struct outline outline = {stored, 2};
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    type(&editor, "甲");
    (void)press(&editor, "Enter");
    type(&editor, "乙");
    (void)press(&editor, "Tab Enter");
    editor_adopt(&editor, &outline);
    assert_rows(&editor, "0.#21 甲|1.#22 乙|1.");
    (void)press(&editor, "Ctrl-Z Ctrl-Z");
    assert_rows(&editor, "0.#21 甲|0.#22 乙");
    (void)press(&editor, "Ctrl-Z Ctrl-Z");
    assert_rows(&editor, "0.#21 甲");
    (void)press(&editor, "Ctrl-Y Ctrl-Y");
    assert_rows(&editor, "0.#21 甲|0.#22 乙");
    assert_int_equal(editor.buffer.v[1].look.row.ver, 5);
    editor_release(&editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head__says_level_plainness_and_row),
        cmocka_unit_test(what_is_no_head__is_text),
        cmocka_unit_test(an_outline__comes_back_as_it_was_loaded),
        cmocka_unit_test(an_empty_outline__is_one_empty_paragraph_and_none_comes_out),
        cmocka_unit_test(blank_paragraphs__do_not_come_out_and_levels_close_up),
        cmocka_unit_test(the_serial__holds_everything),
        cmocka_unit_test(a_serial_from_elsewhere__is_text_and_nothing_is_lost),
        cmocka_unit_test(the_cursor__is_a_place_in_the_serial),
        cmocka_unit_test(a_paragraph__keeps_its_row_whatever_happens_around_it),
        cmocka_unit_test(a_row__comes_out_once_even_after_a_cut_was_undone_and_pasted),
        cmocka_unit_test(the_rest__is_parted_from_what_stands_before_the_caret),
        cmocka_unit_test(rows_given_by_storage__stay_through_undo_and_redo),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

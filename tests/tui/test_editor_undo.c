/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo: its steps, and that it leads back to where all began, whatever was done.
 */
#include "tests/tui/test_editor_help.h"

#include <locale.h>

static void serial_of(const struct editor *editor, struct str *out)
{
    str_clear(out);
    assert_int_equal(editor_serial(editor, out, NULL), STATUS_OK);
}

static void undo__goes_by_word_and_clause(void **state)
{
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    type(&editor, "今天開會，討論 open data 一案。");
    (void)press(&editor, "Ctrl-Z");
    assert_text(&editor, "0.今天開會，討論 open data ");
    (void)press(&editor, "Ctrl-Z");
    assert_text(&editor, "0.今天開會，討論 open ");
    (void)press(&editor, "Ctrl-Z Ctrl-Z");
    assert_text(&editor, "0.今天開會，");
    (void)press(&editor, "Ctrl-Y");
    assert_text(&editor, "0.今天開會，討論 ");
    (void)press(&editor, "Alt-U Alt-U");
    assert_text(&editor, "0.");
    assert_int_equal(press(&editor, "Ctrl-Z"), EDITOR_MOVED);
    (void)press(&editor, "Ctrl-Y");
    type(&editor, "改");
    assert_int_equal(press(&editor, "Ctrl-Y"), EDITOR_MOVED);
    assert_text(&editor, "0.今天開會，改");
    editor_release(&editor);
}

static void undo__takes_back_in_one_step_what_belongs_together(void **state)
{
    static const struct {
        const char *name, *keys, *after;
    } cases[] = {
        {"deleting backwards", "End Backspace Backspace Backspace", "0.一二|0.六"},
        {"deleting forwards", "Delete Delete Delete", "0.四五|0.六"},
        {"a selection", "Shift-End Delete", "0.|0.六"},
        {"joining", "End Delete", "0.一二三四五六"},
        {"the rest of the line", "Right Ctrl-K", "0.一|0.六"},
        {"a level", "Down Tab", "0.一二三四五|1.六"},
        {"moving", "Alt-Down", "0.六|0.一二三四五"},
        {"plain", "Shift-Down Shift-End Alt-P", "0-一二三四五|0-六"},
        {"cutting", "Shift-Right Ctrl-X", "0.二三四五|0.六"},
    };
    struct editor editor;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        editor_open(&editor, NULL);
        load(&editor, "0.一二三四五|0.六", false);
        (void)press(&editor, cases[i].keys);
        assert_text(&editor, cases[i].after);
        assert_int_equal(press(&editor, "Ctrl-Z"), EDITOR_CHANGED);
        assert_text(&editor, "0.一二三四五|0.六");
        assert_int_equal(press(&editor, "Ctrl-Z"), EDITOR_MOVED);
        assert_int_equal(press(&editor, "Ctrl-Y"), EDITOR_CHANGED);
        assert_text(&editor, cases[i].after);
        editor_release(&editor);
    }
}

static void a_pause_or_a_move__begins_a_step(void **state)
{
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    type(&editor, "水位");
    editor_pause(&editor);
    type(&editor, "水質");
    (void)press(&editor, "Left Right");
    type(&editor, "水量");
    (void)press(&editor, "Ctrl-Z");
    assert_text(&editor, "0.水位水質");
    (void)press(&editor, "Ctrl-Z");
    assert_text(&editor, "0.水位");
    (void)press(&editor, "Ctrl-Z");
    assert_text(&editor, "0.");
    editor_release(&editor);
}

/* ---- a long random session -------------------------------------------------------------------- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void check_sound(struct editor *editor)
{
    const struct str *text = &editor->buffer.v[editor->caret.para].text;
    size_t at = 0;

    assert_true(editor->caret.para < editor->buffer.n);
    assert_true(editor->caret.at_bytes <= text->len_bytes);
    while (at < editor->caret.at_bytes)
        at += text_cluster_bytes(text->text + at, text->len_bytes - at);
    assert_int_equal(at, editor->caret.at_bytes);
    /* Every level is one that the tree allows. */
    buffer_number(&editor->buffer, &editor->options.numbering);
    for (size_t i = 0; i < editor->buffer.n; i++)
        assert_int_equal(editor->buffer.v[i].look.level, editor->buffer.v[i].shown_level);
    /* What is remembered of the lines is what would be found now. */
    for (size_t i = 0; i < editor->buffer.n; i++) {
        const struct para *para = &editor->buffer.v[i];
        const struct flow_text flows = {para->text.text, para->text.len_bytes, para->flow.cols,
                                        &editor->options.widths};
        struct flow fresh = {0};

        assert_null(memchr(para->text.text, FRAGMENT_BREAK, para->text.len_bytes));
        if (!para->flow.cols)
            continue;
        assert_true(flow_reach(&fresh, &flows, SIZE_MAX, SIZE_MAX));
        assert_true(flow_known(&para->flow) <= flow_known(&fresh));
        if (para->flow.whole)
            assert_int_equal(flow_known(&para->flow), flow_known(&fresh));
        for (size_t line = 0; line < flow_known(&para->flow); line++)
            assert_int_equal(flow_start(&para->flow, line), flow_start(&fresh, line));
        flow_release(&fresh);
    }
}

static void random_event(struct editor *editor, uint32_t *seed)
{
    static const char *const texts[] = {"水",
                                        "水質司，",
                                        "「",
                                        "」",
                                        "。",
                                        "，",
                                        "——",
                                        "……",
                                        "a",
                                        "open data ",
                                        "1,103",
                                        " ",
                                        "𠮷",
                                        "e\xcc\x81",
                                        "\xcc\x81",
                                        "👩‍👩‍👧",
                                        "🇹🇼",
                                        "\xe2\x80\x8d",
                                        "①",
                                        "\xee\x80\x80",
                                        "https://example.invalid/a/very/long/address/that/fits/no/line",
                                        "\xff"};
    static const char *const pastes[] = {"一、甲\n(一)乙\n(二)丙\n二、丁", "一列", "a\r\nb\r\n", "\t甲\n乙",
                                         "甲\n\n乙\v丙"};
    static const char *const moves[] = {"Left",       "Right",       "Up",         "Down",       "Home",
                                        "End",        "Ctrl-Left",   "Ctrl-Right", "PgUp",       "PgDn",
                                        "Shift-Left", "Shift-Right", "Shift-Up",   "Shift-Down", "Ctrl-Home",
                                        "Ctrl-End",   "Ctrl-Space",  "Esc"};
    static const char *const edits[] = {"Enter",  "Tab",      "Shift-Tab", "Backspace", "Backspace", "Delete",
                                        "Delete", "Ctrl-W",   "Alt-D",     "Ctrl-K",    "Ctrl-J",    "Alt-P",
                                        "Alt-Up", "Alt-Down", "Ctrl-X",    "Ctrl-C",    "Ctrl-V"};
    const char *text;

    switch (next_random(seed) % 8) {
    case 0:
    case 1:
        (void)press(editor, edits[next_random(seed) % (sizeof edits / sizeof *edits)]);
        return;
    case 2:
    case 3:
        (void)press(editor, moves[next_random(seed) % (sizeof moves / sizeof *moves)]);
        return;
    case 4:
        if (next_random(seed) % 8 == 0)
            (void)paste(editor, pastes[next_random(seed) % (sizeof pastes / sizeof *pastes)]);
        else if (next_random(seed) % 8 == 0)
            editor_resize(editor, 3 + (int)(next_random(seed) % 60), 5);
        return;
    default:
        text = texts[next_random(seed) % (sizeof texts / sizeof *texts)];
        (void)editor_key(editor,
                         &(struct key){.kind = KEY_KIND_TEXT, .text = text, .len_bytes = strlen(text)});
    }
}

static void undo_and_redo__lead_back_and_forth_over_a_long_random_session(void **state)
{
    struct str start = STR_INIT, end = STR_INIT, now = STR_INIT;
    uint32_t seed = 20230524;
    struct editor editor;

    (void)state;
    editor_open(&editor, NULL);
    load(&editor, "0.水質司說明\xff|1-附表|1.乙\n丙|0.é𠮷", true);
    serial_of(&editor, &start);
    for (int round = 0; round < 6; round++) {
        for (int i = 0; i < 600; i++) {
            random_event(&editor, &seed);
            check_sound(&editor);
        }
        serial_of(&editor, &end);
        while (press(&editor, "Ctrl-Z") == EDITOR_CHANGED)
            check_sound(&editor);
        serial_of(&editor, &now);
        assert_string_equal(now.text, start.text);
        while (press(&editor, "Ctrl-Y") == EDITOR_CHANGED)
            check_sound(&editor);
        serial_of(&editor, &now);
        assert_string_equal(now.text, end.text);
    }
    str_release(&start);
    str_release(&end);
    str_release(&now);
    editor_release(&editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undo__goes_by_word_and_clause),
        cmocka_unit_test(undo__takes_back_in_one_step_what_belongs_together),
        cmocka_unit_test(a_pause_or_a_move__begins_a_step),
        cmocka_unit_test(undo_and_redo__lead_back_and_forth_over_a_long_random_session),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

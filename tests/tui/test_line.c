/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one-line edit field.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/widgets/line.h"

/* Keys by name, separated by blanks; a name that is no key is typed as text. */
static void press(struct line_edit *line, const char *keys)
{
    char name[64];

    while (*keys) {
        size_t n = strcspn(keys, " ");
        struct key key;

        memcpy(name, keys, n);
        name[n] = '\0';
        if (!key_parse(name, &key))
            key = key_text(name);
        (void)line_key(line, &key);
        keys += n + (keys[n] == ' ');
    }
}

static void keys__edit_by_characters_as_they_are_read(void **state)
{
    static const struct {
        const char *start, *keys, *text, *before_caret;
    } cases[] = {
        {"", "水 文", "水文", "水文"},
        {"水文部", "Left x", "水文x部", "水文x"},
        {"水文部", "Home Delete", "文部", ""},
        {"水文部", "Backspace Backspace", "水", "水"},
        {"e\xCC\x81x", "Left Backspace", "x", ""},
        {"👨‍👩‍👧家", "Home Right", "👨‍👩‍👧家", "👨‍👩‍👧"},
        {"水文 部", "Ctrl-W", "水文 ", "水文 "},
        {"abc def", "Ctrl-W Ctrl-W", "", ""},
        {"水文部", "Left Ctrl-U", "部", ""},
        {"水文部", "Left Ctrl-K", "水文", "水文"},
        {"水文部", "Ctrl-A a Ctrl-E z", "a水文部z", "a水文部z"},
        {"水文部", "Home Ctrl-F Ctrl-D", "水部", "水"},
        {"ab", "Home Backspace Left", "ab", ""},
        {"ab", "End Delete Right", "ab", "ab"},
        {"x", "\xCC\x81", "x\xCC\x81", "x\xCC\x81"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct line_edit line;

        line_init(&line);
        line_set(&line, cases[i].start);
        press(&line, cases[i].keys);
        assert_string_equal(line.text.text, cases[i].text);
        assert_int_equal(line.caret_bytes, strlen(cases[i].before_caret));
        line_release(&line);
    }
}

static void paste__becomes_one_clean_line(void **state)
{
    static const struct {
        const char *paste, *text;
    } cases[] = {
        {"甲\n乙", "甲 乙"},
        {"a\tb", "a b"},
        {"\033[31m紅", "[31m紅"},
        {"a\xFF"
         "b",
         "ab"},
        {"x\xE2\x80\xAEy", "xy"},
        {"\x01\x02", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct line_edit line;
        struct key key = {
            .kind = KEY_KIND_PASTE, .text = cases[i].paste, .len_bytes = strlen(cases[i].paste)};

        line_init(&line);
        assert_int_equal(line_key(&line, &key), LINE_CHANGED);
        assert_string_equal(line.text.text, cases[i].text);
        line_release(&line);
    }
}

static void fresh_line__is_replaced_by_typing__and_kept_by_moving(void **state)
{
    struct line_edit line;

    (void)state;
    line_init(&line);
    line_set(&line, "112/05/24(三)");
    line.fresh = true;
    press(&line, "5");
    assert_string_equal(line.text.text, "5");
    line_set(&line, "112/05/24");
    line.fresh = true;
    press(&line, "Left 9");
    assert_string_equal(line.text.text, "112/05/294");
    line_set(&line, "112/05/24");
    line.fresh = true;
    press(&line, "Backspace");
    assert_string_equal(line.text.text, "");
    line_release(&line);
}

static void keys_of_others__are_left_alone(void **state)
{
    static const char *const names[] = {"Enter", "Tab",        "Esc",   "Up",     "Down",
                                        "F1",    "Shift-Left", "Alt-P", "Ctrl-G", "PgUp"};
    struct line_edit line;

    (void)state;
    line_init(&line);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct key key = key_named(names[i]);

        assert_int_equal(line_key(&line, &key), LINE_IGNORED);
    }
    line_release(&line);
}

/* At every width and caret: the caret is inside, on the cell of its cluster. */
static void caret__is_always_in_sight(void **state)
{
    static const char text[] = "a水b文c部政府資料開放諮詢小組e\xCC\x81x";

    (void)state;
    for (int cols = 2; cols < 20; cols++) {
        struct line_edit line;
        struct key left = key_named("Left");

        line_init(&line);
        line_set(&line, text);
        for (int i = 0; i < 25; i++) {
            struct cells cells = {0};
            struct cell *cell;

            picture_start(&cells, cols + 4, 1);
            line_draw(&line, (struct rect){2, 0, cols, 1}, ROLE_INPUT, true);
            assert_true(cells.caret_x >= 2 && cells.caret_x < 2 + cols);
            cell = cells_at(&cells, cells.caret_x, 0);
            if (line.caret_bytes < line.text.len_bytes && cell->text[0] != ' ')
                assert_memory_equal(cell->text, line.text.text + line.caret_bytes, cell->len_bytes);
            assert_int_equal(cells_at(&cells, 1, 0)->text[0], ' ');
            assert_int_equal(cells_at(&cells, 2 + cols, 0)->text[0], ' ');
            picture_end(&cells);
            (void)line_key(&line, &left);
        }
        line_release(&line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys__edit_by_characters_as_they_are_read),
        cmocka_unit_test(paste__becomes_one_clean_line),
        cmocka_unit_test(fresh_line__is_replaced_by_typing__and_kept_by_moving),
        cmocka_unit_test(keys_of_others__are_left_alone),
        cmocka_unit_test(caret__is_always_in_sight),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dialogs and the palette: what they return, and that they leave the stack as it was.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/probe.h"

static void refused_text__keeps_the_screen__unless_it_is_given_up(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    desk.above.refuses_to_store = true;
    assert_true(app_push(&desk.app, &desk.above.screen));
    app_feed_bytes(&desk.app, "\033");
    assert_ptr_equal(desk.app.top, &desk.above.screen);
    app_feed_bytes(&desk.app, "\033[27;1;27~\r"); /* Esc; stay */
    assert_ptr_equal(desk.app.top, &desk.above.screen);
    app_feed_bytes(&desk.app, "\033[27;1;27~2"); /* Esc; give up */
    assert_ptr_equal(desk.app.top, &desk.below.screen);
    finish(&desk);
}

static void dialogs__return_what_was_answered(void **state)
{
    static const struct {
        const char *bytes;
        int answer;
    } cases[] = {
        {"a\r", 0}, {"a2", 1},    {"a\033[B\r", 1}, {"a\t\t\r", 0}, {"a\033", -1},
        {"a", -1},  {"p歐\r", 1}, {"p1\r", 0},      {"p\033", -1},  {"p\xEF\xBC\x92\r", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk desk;

        start(&desk);
        desk.below.answer = 99;
        app_feed_bytes(&desk.app, cases[i].bytes);
        assert_int_equal(desk.below.answer, cases[i].answer);
        assert_ptr_equal(desk.app.top, &desk.below.screen);
        finish(&desk);
    }
}

static void input__takes_a_line_that_passes_its_check(void **state)
{
    static const struct {
        const char *bytes, *did;
    } cases[] = {{"i新名\r", "yes 新名"},
                 {"i9\r\177新\r", "yes 新"},
                 {"i新\033", "no 舊"},
                 {"i\r", "yes 舊"},
                 {"i9\r\033", "no 舊"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk desk;

        start(&desk);
        app_feed_bytes(&desk.app, cases[i].bytes);
        assert_string_equal(desk.below.did.text, cases[i].did);
        finish(&desk);
    }
}

static void palette__finds_commands_by_chinese_or_english_name(void **state)
{
    static const char *const ways[] = {":記號\r", ":probe.mark\r", "\x10做\r", "：MARK\r"};

    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct desk desk;

        start(&desk);
        app_feed_bytes(&desk.app, ways[i]);
        assert_string_equal(desk.below.did.text, "mark");
        finish(&desk);
    }
}

static void caret__is_hidden_under_a_dialog_without_one(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    assert_true(app_draw(&desk.app, 80, 24));
    assert_int_equal(desk.app.cells.caret_y, 1);
    desk.above.screen.modal = true;
    assert_true(app_push(&desk.app, &desk.above.screen));
    assert_true(app_draw(&desk.app, 80, 24));
    assert_int_equal(desk.app.cells.caret_x, -1);
    finish(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_text__keeps_the_screen__unless_it_is_given_up),
        cmocka_unit_test(dialogs__return_what_was_answered),
        cmocka_unit_test(input__takes_a_line_that_passes_its_check),
        cmocka_unit_test(palette__finds_commands_by_chinese_or_english_name),
        cmocka_unit_test(caret__is_hidden_under_a_dialog_without_one),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application without a terminal: the stack, the keys, the frame, the clock.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/probe.h"
#include "tui/app_inner.h"

static void keys__go_to_commands_before_the_screen__unless_somebody_types(void **state)
{
    static const struct {
        bool typing;
        const char *key, *did;
    } cases[] = {
        {false, "m", "mark"},     {false, "x", "x"},  {false, "Enter", "mark"}, {true, "m", "m"},
        {true, "Enter", "Enter"}, {true, "F5", "F5"}, {true, "Ctrl-G", "mark"}, {false, "F7", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk desk;

        start(&desk);
        desk.below.takes_keys = true;
        desk.below.typing = cases[i].typing;
        press(&desk, cases[i].key);
        assert_string_equal(desk.below.did.text, cases[i].did);
        finish(&desk);
    }
}

static void key_the_text_leaves_alone__reaches_the_command__but_no_letter_does(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    desk.below.typing = true;
    press(&desk, "F5");
    press(&desk, "m");
    press(&desk, "Enter");
    assert_string_equal(desk.below.did.text, "mark mark");
    finish(&desk);
}

static void refused_command__says_why__until_the_next_key(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    press(&desk, "n");
    assert_string_equal(desk.below.did.text, "");
    assert_true(shows(&desk, 80, 24, "民間代表應親自出席"));
    press(&desk, "F12");
    assert_false(shows(&desk, 80, 24, "民間代表應親自出席"));
    finish(&desk);
}

static void escape__goes_back_and_stores__and_stays_on_the_last_screen(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    assert_true(app_push(&desk.app, &desk.above.screen));
    press(&desk, "Esc");
    assert_string_equal(desk.above.did.text, "store");
    assert_true(desk.above.closed);
    assert_ptr_equal(desk.app.top, &desk.below.screen);
    press(&desk, "Esc");
    assert_ptr_equal(desk.app.top, &desk.below.screen);
    finish(&desk);
}

static void screen_that_cannot_open__is_closed_and_the_reason_shown(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    desk.above.screen.ops = &probe_ops;
    desk.above.fails_to_open = true;
    assert_false(app_push(&desk.app, &desk.above.screen));
    assert_true(desk.above.closed);
    assert_ptr_equal(desk.app.top, &desk.below.screen);
    assert_true(shows(&desk, 80, 24, "別人正在寫入 x.db"));
    finish(&desk);
}

static void change__reloads_the_top_now_and_the_others_when_uncovered(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    assert_true(app_push(&desk.app, &desk.above.screen));
    desk.app.changed = true;
    press(&desk, "F12");
    assert_string_equal(desk.above.did.text, "reload");
    assert_string_equal(desk.below.did.text, "");
    press(&desk, "Esc");
    assert_string_equal(desk.below.did.text, "reload");
    finish(&desk);
}

static void frame__shows_where_we_are_and_what_counts__at_every_size(void **state)
{
    static const int sizes[][2] = {{60, 16}, {80, 24}, {81, 25}, {100, 30}, {120, 40}, {200, 60}};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct desk desk;

        start(&desk);
        assert_true(app_push(&desk.app, &desk.above.screen));
        app_set_saved(&desk.app, SAVED_DONE);
        assert_true(shows(&desk, sizes[i][0], sizes[i][1], "› 籌備"));
        assert_true(shows(&desk, sizes[i][0], sizes[i][1], "出席 7/12 ✔  可以開會  已存 14:03:07"));
        assert_true(shows(&desk, sizes[i][0], sizes[i][1], "F1 說明"));
        finish(&desk);
    }
}

static void small_window__says_so_in_one_line__and_loses_nothing(void **state)
{
    static const int sizes[][2] = {{59, 24}, {80, 15}, {20, 5}, {1, 1}, {40, 1}};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct desk desk;

        start(&desk);
        assert_true(shows(&desk, sizes[i][0], sizes[i][1], sizes[i][0] >= 8 ? "視窗" : "…"));
        assert_false(shows(&desk, sizes[i][0], sizes[i][1], "內容"));
        assert_true(shows(&desk, 80, 24, "內容"));
        finish(&desk);
    }
}

static void clock__is_taipei__also_past_midnight(void **state)
{
    static const struct {
        const char *now, *utc;
        int day, minutes;
    } cases[] = {
        {"2023-05-10T06:03:00Z", "2023-05-10T06:03:00.000Z", 10, 14 * 60 + 3},
        {"2023-05-10T16:00:00Z", "2023-05-10T16:00:00.000Z", 11, 0},
        {"2023-05-10T15:59:59.123Z", "2023-05-10T15:59:59.123Z", 10, 23 * 60 + 59},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk desk;
        char utc[25];

        start(&desk);
        desk.app.now = cases[i].now;
        app_now_utc(&desk.app, utc);
        assert_string_equal(utc, cases[i].utc);
        assert_int_equal(app_moment(&desk.app).date.day, cases[i].day);
        assert_int_equal(app_moment(&desk.app).minutes, cases[i].minutes);
        desk.app.now = NULL;
        app_now_utc(&desk.app, utc);
        assert_int_equal(strlen(utc), 24);
        finish(&desk);
    }
}

static void long_message__is_cut_at_a_character(void **state)
{
    struct desk desk;
    struct str text = STR_INIT;

    (void)state;
    start(&desk);
    str_add(&text, "a");
    str_add_repeat(&text, "水", 400);
    app_message(&desk.app, ROLE_WARN, "%s", text.text);
    assert_int_equal(text_invalid_at(desk.app.message.text, desk.app.message.len_bytes),
                     desk.app.message.len_bytes);
    assert_true(shows(&desk, 80, 24, "a水水"));
    str_release(&text);
    finish(&desk);
}

static void warnings__are_counted__and_all_of_them_stand_in_the_help(void **state)
{
    static const struct {
        const char *warnings, *says;
    } cases[] = {
        {"", ""},
        {"yishi.ini 第 3 行：甲\n", " yishi.ini 第 3 行：甲"},
        {"沒有這種配色\nyishi.ini 第 3 行：甲\nyishi.ini 第 4 行：乙\n",
         " 略過 3 處設定（F1 詳列）：沒有這種配色"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk desk;
        struct str help = STR_INIT;

        start(&desk);
        str_add(&desk.config.warnings, cases[i].warnings);
        app_say_warnings(&desk.app);
        assert_int_equal(desk.app.message.len_bytes > 0, i > 0);
        assert_true(shows(&desk, 80, 24, cases[i].says));
        press(&desk, "F12"); /* the message goes, the help keeps them */
        app_help_text(&desk.app, desk.app.top, &help);
        assert_int_equal(strstr(help.text, "設定檔") != NULL, i > 0);
        assert_int_equal(strstr(help.text, "yishi.ini 第 4 行：乙") != NULL, i == 2);
        assert_non_null(strstr(help.text, cases[i].warnings));
        str_release(&help);
        finish(&desk);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys__go_to_commands_before_the_screen__unless_somebody_types),
        cmocka_unit_test(key_the_text_leaves_alone__reaches_the_command__but_no_letter_does),
        cmocka_unit_test(refused_command__says_why__until_the_next_key),
        cmocka_unit_test(escape__goes_back_and_stores__and_stays_on_the_last_screen),
        cmocka_unit_test(screen_that_cannot_open__is_closed_and_the_reason_shown),
        cmocka_unit_test(change__reloads_the_top_now_and_the_others_when_uncovered),
        cmocka_unit_test(frame__shows_where_we_are_and_what_counts__at_every_size),
        cmocka_unit_test(small_window__says_so_in_one_line__and_loses_nothing),
        cmocka_unit_test(clock__is_taipei__also_past_midnight),
        cmocka_unit_test(warnings__are_counted__and_all_of_them_stand_in_the_help),
        cmocka_unit_test(long_message__is_cut_at_a_character),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only shows in English: words are longer there, and marks of Chinese have no place between them.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/session_help.h"
#include "tui/words.h"

/* Row ROW of the screen at COLS x 24. */
static void row_at(struct office *office, int cols, int row, struct str *out)
{
    struct str screen = STR_INIT;
    const char *at;

    office_screen(office, cols, 24, &screen);
    at = screen.text;
    while (row-- > 0)
        at = strchr(at, '\n') + 1;
    str_add_bytes(out, at, strcspn(at, "\n"));
    str_release(&screen);
}

static void assert_row_has(struct office *office, int cols, int row, const char *text)
{
    struct str line = STR_INIT;

    row_at(office, cols, row, &line);
    if (!strstr(line.text, text))
        print_error("not in row %d at %d columns: %s\n%s\n", row, cols, text, line.text);
    assert_non_null(strstr(line.text, text));
    str_release(&line);
}

static void rail__names_every_step_at_every_width__and_the_one_that_is_open_below_that(void **state)
{
    static const char *const names[] = {"Prepare", "Agenda",  "Tracking", "Check-in",
                                        "Session", "Minutes", "Publish"};
    struct office office;

    (void)state;
    session_opened(&office);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), NULL));
    for (int cols = 72; cols < 98; cols++) {
        struct str line = STR_INIT;

        row_at(&office, cols, 1, &line);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            assert_non_null(strstr(line.text, names[i]));
        assert_null(strstr(line.text, "…"));
        str_release(&line);
    }
    assert_row_has(&office, 97, 1,
                   "✓1Prepare 5/14 ✓2Agenda Items 3 ·3Tracking 0/5 ✓4Check-in 7/12 ▶5Session 0/3");
    assert_row_has(&office, 80, 1, "✓2Agenda ·3Tracking 0/5 ✓4Check-in ▶5Session 0/3 ·6Minutes ·7Publish");
    assert_row_has(&office, 71, 1, "✓2Agenda ·3Tracking ✓4Check-in ▶5Session ·6Minutes ·7Publish");
    assert_row_has(&office, 60, 1, "✓1 ✓2 ·3Tracking ✓4 ▶5 ·6 ·7");
    assert_row_has(&office, 100, 5, "✓ 4 Check-in  7/12 │");
    office_close(&office);
}

static void top_line__tells_the_step_whatever_else_it_says(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    assert_true(home_push(&office.app));
    session_at(&office, "k1");
    assert_row_has(&office, 80, 0, "› Session ");
    office_type(&office, "7" ENTER "We agree." ENTER ENTER);
    assert_row_has(&office, 80, 0, "› Session ");
    assert_row_has(&office, 80, 0, "Saved 14:22:00");
    office_close(&office);
}

static void session__shows_its_labels_whole_and_titles_behind_the_name(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    assert_sees(&office, "Decision (none yet: F6)");
    office_type(&office, "7" ENTER "We agree." ENTER ENTER);
    assert_sees(&office, "陳怡文 Member");
    office_type(&office, F6 "8"
                            "As proposed.");
    assert_sees(&office, "Decision ");
    office_type(&office, F2);
    assert_sees(&office, "Decision As proposed.");
    office_close(&office);
}

static void help_and_explanation__are_two_words(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    assert_sees(&office, "F1 Help");
    assert_sees(&office, "Explanation ");
    office_close(&office);
}

static void tracked_decisions__have_no_chinese_marks_between_english_words(void **state)
{
    static const char *const marks[] = {"　", "／", "；", "（", "："};
    struct office office;

    (void)state;
    session_opened(&office);
    assert_true(register_push(&office.app));
    for (int screen = 0; screen < 3; screen++) {
        for (int row = 0; row < 9; row++) {
            struct str line = STR_INIT;

            row_at(&office, 120, row, &line);
            for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
                assert_null(strstr(line.text, marks[i]));
            str_release(&line);
        }
        if (screen == 0)
            office_type(&office, "\r");
        else if (screen == 1)
            assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), NULL));
    }
    office_close(&office);
}

static int speak_english(void **state)
{
    const int failed = pin_locale(state);

    words_init("en", "README.md");
    assert_true(words_english());
    return failed;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rail__names_every_step_at_every_width__and_the_one_that_is_open_below_that),
        cmocka_unit_test(top_line__tells_the_step_whatever_else_it_says),
        cmocka_unit_test(session__shows_its_labels_whole_and_titles_behind_the_name),
        cmocka_unit_test(help_and_explanation__are_two_words),
        cmocka_unit_test(tracked_decisions__have_no_chinese_marks_between_english_words),
    };

    return cmocka_run_group_tests(tests, speak_english, NULL);
}

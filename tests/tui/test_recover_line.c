/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A single line that was being typed when the program was killed: it is found at the next start.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/recover_help.h"

static void a_line_in_a_form__is_found_at_the_next_start(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk);
    assert_true(home_push(&desk.office.app));
    assert_true(prepare_push(&desk.office.app, office_meeting(&desk.office, "113-1")));
    office_key(&desk.office, "Tab");
    office_key(&desk.office, "Tab");
    office_type(&desk.office, "第九會議");
    crash_and_start(&desk);
    assert_sees(&desk.office, "一行輸入：籌備");
    assert_sees(&desk.office, "第九會議");
    office_key(&desk.office, "Enter");
    assert_sees(&desk.office, "請到那裡再打一次");
    office_close(&desk.office);
}

static void a_line_at_the_prompt__is_found_at_the_next_start(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk);
    assert_true(session_push(&desk.office.app, office_meeting(&desk.office, "113-1"), 0));
    office_type(&desk.office, "歐陽委員說水位");
    crash_and_start(&desk);
    assert_sees(&desk.office, "一行輸入：議事");
    assert_sees(&desk.office, "歐陽委員說水位");
    office_close(&desk.office);
}

static void a_line_that_was_stored_or_given_up__leaves_nothing(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk);
    assert_true(home_push(&desk.office.app));
    assert_true(prepare_push(&desk.office.app, office_meeting(&desk.office, "113-1")));
    office_key(&desk.office, "Tab");
    office_key(&desk.office, "Tab");
    office_type(&desk.office, "第九會議室\t");
    crash_and_start(&desk);
    assert_sees_not(&desk.office, "一行輸入");
    office_close(&desk.office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_in_a_form__is_found_at_the_next_start),
        cmocka_unit_test(a_line_at_the_prompt__is_found_at_the_next_start),
        cmocka_unit_test(a_line_that_was_stored_or_given_up__leaves_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo in the program: the last changes of this session, across screens, each named before it is taken back.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/checkin_help.h"

#include "core/cycle/desk.h"

static int presence(struct office *office, int seat)
{
    struct snapshot s = SNAPSHOT_INIT;
    const struct attendance *a = stored(office, &s, seat);
    const int status = a ? a->status : UNKNOWN;

    snapshot_release(&s);
    return status;
}

static void u__names_the_last_change_and_takes_it_back__ctrl_r_does_it_again(void **state)
{
    struct office office;
    int before;

    (void)state;
    open_checkin(&office, BEFORE);
    before = presence(&office, 1);
    office_type(&office, " ");
    assert_int_equal(presence(&office, 1), PRESENCE_PRESENT);
    office_type(&office, "u\r");
    assert_int_equal(presence(&office, 1), before);
    assert_sees(&office, "復原：");
    assert_sees(&office, "范姜");
    office_type(&office, "\x12\r");
    assert_int_equal(presence(&office, 1), PRESENCE_PRESENT);
    assert_sees(&office, "重做：");
    office_type(&office, "u\r"); /* and once more, as often as one likes */
    assert_int_equal(presence(&office, 1), before);
    office_close(&office);
}

static void esc__leaves_it_as_it_is(void **state)
{
    struct office office;

    (void)state;
    open_checkin(&office, BEFORE);
    office_type(&office, " ");
    office_type(&office, "u\033");
    assert_int_equal(presence(&office, 1), PRESENCE_PRESENT);
    office_type(&office, "u\r");
    assert_int_not_equal(presence(&office, 1), PRESENCE_PRESENT);
    office_close(&office);
}

static void changes__are_taken_back_in_reverse__also_on_another_screen(void **state)
{
    struct office office;
    int first, second;

    (void)state;
    open_checkin(&office, BEFORE);
    first = presence(&office, 1);
    second = presence(&office, 2);
    office_type(&office, "  ");
    assert_true(agenda_push(&office.app, office_meeting(&office, "113-1")));
    office_type(&office, "u\r");
    assert_int_equal(presence(&office, 2), second);
    assert_int_equal(presence(&office, 1), PRESENCE_PRESENT);
    office_type(&office, "u\r");
    assert_int_equal(presence(&office, 1), first);
    office_type(&office, "u");
    assert_sees(&office, "這次開啟之後沒有可以復原的變更");
    office_close(&office);
}

static void a_new_change__leaves_nothing_to_do_again(void **state)
{
    struct office office;

    (void)state;
    open_checkin(&office, BEFORE);
    office_type(&office, " u\r ");
    office_type(&office, "\x12");
    assert_sees(&office, "沒有可以重做的變更");
    office_close(&office);
}

static void what_somebody_else_built_upon__is_refused_with_the_reason(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    struct err err = {0};
    const struct stamp other = {"蘇文書", "2024-05-14T05:51:00.000Z", "報到：改為請假"};
    struct attendance wanted;
    const struct attendance *a;

    (void)state;
    open_checkin(&office, BEFORE);
    office_type(&office, " ");
    a = stored(&office, &s, 1);
    wanted = *a;
    wanted.status = PRESENCE_LEAVE;
    assert_int_equal(attendance_save(office.db, &other, &s, &wanted, &err), STATUS_OK);
    snapshot_release(&s);
    office_type(&office, "u\r");
    assert_sees(&office, "之後已有別的變更（蘇文書：報到：改為請假），不能復原");
    assert_int_equal(presence(&office, 1), PRESENCE_LEAVE);
    office_close(&office);
}

/* What was handed out stays handed out. */
static void a_step_whose_paper_was_kept__is_not_taken_back(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, "2024-05-14T05:50:00Z");
    assert_true(home_push(&office.app));
    assert_true(minutes_push(&office.app, office_meeting(&office, "112-2")));
    office_type(&office, "a報告事項\r雨量站\r水位站\r誤繕\r\r\r\r");
    office_type(&office, "u\r");
    assert_sees(&office, "這個變更已隨紀錄寄送、確認或公開，不能復原");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(u__names_the_last_change_and_takes_it_back__ctrl_r_does_it_again),
        cmocka_unit_test(esc__leaves_it_as_it_is),
        cmocka_unit_test(changes__are_taken_back_in_reverse__also_on_another_screen),
        cmocka_unit_test(a_new_change__leaves_nothing_to_do_again),
        cmocka_unit_test(a_step_whose_paper_was_kept__is_not_taken_back),
        cmocka_unit_test(what_somebody_else_built_upon__is_refused_with_the_reason),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 4 of a meeting: coming late, leaving, coming back, taking over; the quorum follows the clock.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/checkin_help.h"

/* ---- times ---------------------------------------------------------------------------------------- */

static void leaving__is_of_a_meeting_that_has_begun(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    office_type(&office, " ");
    go_to(&office, 1);
    office_key(&office, "o");
    assert_sees(&office, "會議還沒開始");
    assert_int_equal(stored(&office, &s, 1)->stays.n, 0);
    snapshot_release(&s);
    office_close(&office);
}

static void coming_late__is_written_with_its_time(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct attendance *a;

    (void)state;
    open_checkin(&office, BEGUN);
    open_meeting(&office);
    office.app.now = LATER;
    go_to(&office, 3);
    office_key(&office, "Space");
    a = stored(&office, &s, 3);
    assert_int_equal(a->stays.n, 1);
    assert_string_equal(a->stays.v[0].in, "15:10");
    assert_int_equal(snapshot_quorum(&s, 14 * 60 + 5, NULL).present, 7);
    assert_int_equal(snapshot_quorum(&s, 15 * 60 + 10, NULL).present, 8);
    snapshot_release(&s);
    office_close(&office);
}

static void losing_the_quorum__is_announced_loudly_and_so_is_winning_it_back(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEGUN);
    open_meeting(&office);
    office.app.now = LATER;
    go_to(&office, 2);
    office_key(&office, "o");
    assert_int_equal(office.app.message_role, ROLE_BAD);
    assert_sees(&office, "注意：民間代表只剩 2 人，不足 3 人！");
    assert_sees(&office, "15:10– 未達法定人數  14:05 開會");
    assert_int_equal(stored(&office, &s, 2)->stays.n, 1);
    assert_string_equal(stored(&office, &s, 2)->stays.v[0].out, "15:10");
    snapshot_release(&s);
    office.app.now = "2024-05-14T07:20:00Z";
    office_key(&office, "o");
    assert_sees(&office, "已達法定人數");
    assert_sees(&office, "15:10–15:20 未達法定人數  14:05 開會"); /* it stays told */
    assert_int_equal(stored(&office, &s, 2)->stays.n, 2);
    assert_string_equal(stored(&office, &s, 2)->stays.v[1].in, "15:20");
    snapshot_release(&s);
    office_close(&office);
}

static void out_and_back_in_the_same_minute__never_was(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEGUN);
    open_meeting(&office);
    go_to(&office, 1);
    office_type(&office, "oo");
    assert_int_equal(stored(&office, &s, 1)->stays.n, 1);
    assert_null(stored(&office, &s, 1)->stays.v[0].out);
    snapshot_release(&s);
    office_close(&office);
}

static void leave_of_somebody_who_came__asks_whether_he_only_left(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEGUN);
    open_meeting(&office);
    office.app.now = LATER;
    go_to(&office, 8);
    office_type(&office, "l1");
    assert_int_equal(stored(&office, &s, 8)->status, PRESENCE_PRESENT);
    assert_string_equal(stored(&office, &s, 8)->stays.v[0].out, "15:10");
    snapshot_release(&s);
    go_to(&office, 9);
    office_type(&office, "l2");
    assert_int_equal(stored(&office, &s, 9)->status, PRESENCE_LEAVE);
    snapshot_release(&s);
    office_close(&office);
}

static void a_delegate__may_take_over_in_the_middle(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct attendance *a;

    (void)state;
    open_checkin(&office, BEGUN);
    open_meeting(&office);
    office.app.now = LATER;
    go_to(&office, 8);
    office_type(&office, "d1林大同\r\033[19~");
    a = stored(&office, &s, 8);
    assert_int_equal(a->stays.n, 2);
    assert_string_equal(a->stays.v[0].out, "15:10");
    assert_string_equal(a->stays.v[1].in, "15:10");
    assert_string_equal(a->stays.v[1].delegate.surname, "林");
    assert_int_equal(snapshot_quorum(&s, 14 * 60 + 30, NULL).delegates, 0);
    assert_int_equal(snapshot_quorum(&s, 15 * 60 + 30, NULL).delegates, 1);
    assert_int_equal(snapshot_quorum(&s, 15 * 60 + 30, NULL).present, 7);
    snapshot_release(&s);
    assert_sees(&office, "林大同");
    office_close(&office);
}

static void a_member__may_come_for_his_delegate(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct attendance *a;

    (void)state;
    open_checkin(&office, BEGUN);
    go_to(&office, 12);
    office_type(&office, "d林大同\r\033[19~");
    open_meeting(&office);
    office.app.now = LATER;
    go_to(&office, 12);
    office_type(&office, " 1");
    a = stored(&office, &s, 12);
    assert_int_equal(a->status, PRESENCE_PRESENT);
    assert_int_equal(a->stays.n, 2);
    assert_string_equal(a->stays.v[0].delegate.surname, "林");
    assert_true(person_none(&a->stays.v[1].delegate));
    assert_true(person_none(&a->delegate));
    assert_int_equal(snapshot_quorum(&s, 14 * 60 + 30, NULL).delegates, 1);
    assert_int_equal(snapshot_quorum(&s, 15 * 60 + 30, NULL).delegates, 0);
    snapshot_release(&s);
    office_close(&office);
}

static void times__are_typed_in_the_sheet_and_must_follow_each_other(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct attendance *a;

    (void)state;
    open_checkin(&office, BEFORE);
    office_key(&office, "Space");
    go_to(&office, 1);
    office_key(&office, "Enter");
    assert_sees(&office, "在場時間");
    assert_fits_every_size(&office);
    for (int i = 0; i < 5; i++)
        office_key(&office, "Down");
    office_type(&office, "1405\r");
    office_type(&office, "1400\r"); /* out before he came */
    assert_sees(&office, "14:05");
    assert_null(stored(&office, &s, 1)->stays.v[0].out);
    snapshot_release(&s);
    office_type(&office, "\0251510\r下午3時20分\r");
    a = stored(&office, &s, 1);
    assert_int_equal(a->stays.n, 2);
    assert_string_equal(a->stays.v[0].in, "14:05");
    assert_string_equal(a->stays.v[0].out, "15:10");
    assert_string_equal(a->stays.v[1].in, "15:20");
    snapshot_release(&s);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaving__is_of_a_meeting_that_has_begun),
        cmocka_unit_test(coming_late__is_written_with_its_time),
        cmocka_unit_test(losing_the_quorum__is_announced_loudly_and_so_is_winning_it_back),
        cmocka_unit_test(out_and_back_in_the_same_minute__never_was),
        cmocka_unit_test(leave_of_somebody_who_came__asks_whether_he_only_left),
        cmocka_unit_test(a_delegate__may_take_over_in_the_middle),
        cmocka_unit_test(a_member__may_come_for_his_delegate),
        cmocka_unit_test(times__are_typed_in_the_sheet_and_must_follow_each_other),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

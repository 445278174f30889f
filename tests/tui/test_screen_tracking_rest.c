/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tracked decisions taken together: who has reported, the register's filter for it, and ruling on the
 * rest as recommended.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"

static const char weeks_before[] = "2024-04-24T02:00:00Z";
static const char in_session[] = "2024-05-14T06:30:00Z";

static void load(struct office *office, struct snapshot *s)
{
    struct err err = {0};

    snapshot_release(s);
    *s = (struct snapshot)SNAPSHOT_INIT;
    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), s, &err), STATUS_OK);
}

static void open_meeting_now(struct office *office)
{
    const struct stamp stamp = {"何筆", "2024-05-14T06:02:00.000Z", "開會"};
    struct snapshot s = SNAPSHOT_INIT;
    struct err err = {0};

    load(office, &s);
    assert_int_equal(meeting_open(office->db, &stamp, &s, "2024-05-14", "14:02", OUTCOME_HELD, &err),
                     STATUS_OK);
    snapshot_release(&s);
}

static int ruling_of(struct office *office, const char *key)
{
    struct snapshot s = SNAPSHOT_INIT;
    const struct round *round;
    int ruling;

    load(office, &s);
    round = resolution_round(resolution_find(&s.resolutions, key), "113-1");
    ruling = round ? round->ruling : UNKNOWN;
    snapshot_release(&s);
    return ruling;
}

static void the_rest__is_ruled_as_recommended__after_its_numbers_were_shown(void **state)
{
    struct office office;
    int64_t last;

    (void)state;
    office_open(&office, true, in_session);
    open_meeting_now(&office);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), "112-2-02"));
    office_type(&office, "1"); /* 112-2-02: 建請解除列管 */
    office_key(&office, "Right");
    office_type(&office, "4"); /* 112-2-03: to be merged into one that nobody named */
    office_type(&office, "a\033");
    assert_int_equal(ruling_of(&office, "112-2-02"), UNKNOWN);
    last = db_change_set(office.db);
    office_type(&office, "a2");
    assert_int_equal(db_change_set(office.db), last + 1); /* all of it is one change */
    assert_int_equal(ruling_of(&office, "112-2-02"), RULING_RELEASE);
    assert_int_equal(ruling_of(&office, "112-1-02"), RULING_CONTINUE);
    assert_int_equal(ruling_of(&office, "112-2-03"), UNKNOWN);
    assert_int_equal(ruling_of(&office, "111-2-02"), UNKNOWN); /* one of its units has not said anything */
    office_key(&office, "F11");
    assert_sees(&office, "還沒裁示的案都沒有可以照辦的建議");
    office_close(&office);
}

static void a_ruling_that_stands__is_left_alone(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, in_session);
    open_meeting_now(&office);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), "112-2-02"));
    office_type(&office, "1d2"); /* released says the unit, the committee goes on */
    office_type(&office, "a2");
    assert_int_equal(ruling_of(&office, "112-2-02"), RULING_CONTINUE);
    assert_int_equal(ruling_of(&office, "112-1-02"), RULING_CONTINUE);
    office_close(&office);
}

static void ruling_on_the_rest__waits_for_the_meeting(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, weeks_before);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), NULL));
    office_key(&office, "F11");
    assert_sees(&office, "會議還沒開始；裁示在開會後才有");
    office_close(&office);
}

static void the_page__tells_each_unit_that_has_reported_and_that_has_not(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, weeks_before);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), "112-2-02"));
    assert_sees(&office, "·資訊處 ·水文觀測所（協辦）");
    office_close(&office);
}

static void the_register__can_show_what_is_not_reported_yet(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, weeks_before);
    assert_true(register_push(&office.app));
    office_type(&office, "ff");
    assert_sees(&office, "列管總表：未回報");
    assert_sees(&office, "112-2-02");
    assert_sees_not(&office, "112-1-02");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rest__is_ruled_as_recommended__after_its_numbers_were_shown),
        cmocka_unit_test(a_ruling_that_stands__is_left_alone),
        cmocka_unit_test(ruling_on_the_rest__waits_for_the_meeting),
        cmocka_unit_test(the_page__tells_each_unit_that_has_reported_and_that_has_not),
        cmocka_unit_test(the_register__can_show_what_is_not_reported_yet),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

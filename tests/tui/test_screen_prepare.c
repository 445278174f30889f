/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 1 of a meeting: typed dates and times, the chair, putting off and calling off.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/snapshot.h"

static const char spring[] = "2024-05-02T06:03:00Z";

static void load(struct office *office, const char *key, struct snapshot *s)
{
    struct err err = {0};

    assert_int_equal(snapshot_load(office->db, office_meeting(office, key), s, &err), STATUS_OK);
}

static void open_prepare(struct office *office, const char *key, const char *now)
{
    office_open(office, true, now);
    assert_true(home_push(&office->app));
    assert_true(prepare_push(&office->app, office_meeting(office, key)));
}

/* ---- the form ------------------------------------------------------------------------------------- */

static void preparing__shows_the_meeting_and_what_follows_from_its_date(void **state)
{
    struct office office;

    (void)state;
    open_prepare(&office, "113-1", spring);
    assert_sees(&office, "113年第1次會議  113-1");
    assert_sees(&office, "113/05/14(二)");
    assert_sees(&office, "本部第2會議室");
    assert_sees(&office, "應出席 12 人，出席 6 人且其中民間代表 3 人即可開會");
    assert_sees(&office, "資料寄送 5/7(二)前　剩 3 工作日");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void a_date_and_a_time__are_typed_in_any_form(void **state)
{
    static const struct {
        const char *date, *time, *start;
    } cases[] = {{"6/5", "930", "2024-06-05T09:30"},
                 {"1130605", "下午2時", "2024-06-05T14:00"},
                 {"2024-06-05", "14:05", "2024-06-05T14:05"},
                 {"１１３／６／５", "1４00", "2024-06-05T14:00"}};
    struct office office;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct snapshot s;

        open_prepare(&office, "113-1", spring);
        office_type(&office, "\025");
        office_type(&office, cases[i].date);
        office_type(&office, "\r\025");
        office_type(&office, cases[i].time);
        office_type(&office, "\r");
        load(&office, "113-1", &s);
        assert_string_equal(s.meeting.start, cases[i].start);
        snapshot_release(&s);
        office_close(&office);
    }
}

static void nonsense_for_a_date__is_refused_and_stays_typed(void **state)
{
    static const char *const wrong[] = {"113/2/30", "明天", "113/5/14(一)"};
    struct office office;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct snapshot s;

        open_prepare(&office, "113-1", spring);
        office_type(&office, "\025");
        office_type(&office, wrong[i]);
        office_type(&office, "\r");
        assert_sees(&office, wrong[i]);
        load(&office, "113-1", &s);
        assert_string_equal(s.meeting.start, "2024-05-14T14:00");
        snapshot_release(&s);
        /* leaving asks; the answer is to stay */
        office_type(&office, "\t");
        assert_sees(&office, wrong[i]);
        office_close(&office);
    }
}

static void a_time_without_a_date__is_refused(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_prepare(&office, "113-1", spring);
    office_type(&office, "\025\r"); /* no date */
    load(&office, "113-1", &s);
    assert_null(s.meeting.start);
    snapshot_release(&s);
    office_type(&office, "1400\r");
    assert_sees(&office, "這次會議還沒有日期");
    office_close(&office);
}

static void the_recorder__is_typed_as_a_whole_name(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_prepare(&office, "113-1", spring);
    for (int i = 0; i < 6; i++)
        office_type(&office, "\t");
    office_type(&office, "\025歐陽小筆\r");
    load(&office, "113-1", &s);
    assert_string_equal(s.meeting.recorder.surname, "歐陽");
    assert_string_equal(s.meeting.recorder.given, "小筆");
    snapshot_release(&s);
    office_close(&office);
}

static void an_acting_chair__is_picked_from_the_members_by_seat(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_prepare(&office, "113-1", spring);
    for (int i = 0; i < 5; i++)
        office_type(&office, "\t");
    office_type(&office, "8\r"); /* seat 8 */
    load(&office, "113-1", &s);
    assert_string_equal(member_find(&s.members, s.meeting.acting.member)->surname, "高");
    snapshot_release(&s);
    assert_sees(&office, "高志遠");
    office_close(&office);
}

static void postponing__keeps_the_number_and_leaves_the_fact(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_prepare(&office, "113-1", spring);
    office_type(&office, "\033[18~114/1/8\r"); /* F7 */
    load(&office, "113-1", &s);
    assert_string_equal(s.meeting.start, "2025-01-08T14:00");
    assert_int_equal(s.meeting.outcome, UNKNOWN);
    assert_non_null(meeting_milestone(&s.meeting, STEP_POSTPONED));
    snapshot_release(&s);
    assert_sees(&office, "113年第1次會議");
    office_close(&office);
}

static void postponing_without_a_date__waits_for_one(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_prepare(&office, "113-1", spring);
    office_type(&office, "\033[18~\r");
    load(&office, "113-1", &s);
    assert_null(s.meeting.start);
    assert_int_equal(s.meeting.outcome, OUTCOME_POSTPONED);
    snapshot_release(&s);
    office_type(&office, "7/2\r");
    load(&office, "113-1", &s);
    assert_string_equal(s.date, "2024-07-02");
    assert_int_equal(s.meeting.outcome, UNKNOWN);
    snapshot_release(&s);
    office_close(&office);
}

static void cancelling__asks_first_and_can_be_taken_back(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_prepare(&office, "113-1", spring);
    office_type(&office, "\033[19~\r"); /* F8, the safe answer */
    load(&office, "113-1", &s);
    assert_int_equal(s.meeting.outcome, UNKNOWN);
    snapshot_release(&s);
    office_type(&office, "\033[19~2");
    load(&office, "113-1", &s);
    assert_int_equal(s.meeting.outcome, OUTCOME_CANCELLED);
    snapshot_release(&s);
    office_key(&office, "F8");
    load(&office, "113-1", &s);
    assert_int_equal(s.meeting.outcome, UNKNOWN);
    snapshot_release(&s);
    office_close(&office);
}

static void a_confirmed_meeting__is_shown_and_not_changed(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_prepare(&office, "112-1", spring);
    office_type(&office, "\t\t\025別處\r");
    assert_sees(&office, "只能以更正方式修改");
    load(&office, "112-1", &s);
    assert_string_equal(s.meeting.place, "本部第2會議室");
    snapshot_release(&s);
    office_key(&office, "Esc");
    office_key(&office, "F7");
    assert_sees(&office, "不能延期");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(preparing__shows_the_meeting_and_what_follows_from_its_date),
        cmocka_unit_test(a_date_and_a_time__are_typed_in_any_form),
        cmocka_unit_test(nonsense_for_a_date__is_refused_and_stays_typed),
        cmocka_unit_test(a_time_without_a_date__is_refused),
        cmocka_unit_test(the_recorder__is_typed_as_a_whole_name),
        cmocka_unit_test(an_acting_chair__is_picked_from_the_members_by_seat),
        cmocka_unit_test(postponing__keeps_the_number_and_leaves_the_fact),
        cmocka_unit_test(postponing_without_a_date__waits_for_one),
        cmocka_unit_test(cancelling__asks_first_and_can_be_taken_back),
        cmocka_unit_test(a_confirmed_meeting__is_shown_and_not_changed),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

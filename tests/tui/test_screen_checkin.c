/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 4 of a meeting: checking in, delegates, observers, opening; the quorum that goes with it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/checkin_help.h"

/* ---- coming --------------------------------------------------------------------------------------- */

static void the_table__shows_every_seat_and_the_forecast_from_the_replies(void **state)
{
    struct office office;

    (void)state;
    open_checkin(&office, BEFORE);
    assert_sees(&office, " 1 范姜映真");
    assert_sees(&office, "召集人");
    assert_sees(&office, "12 葉劉淑惠");
    assert_sees(&office, "依會前回復預估：出席 6（門檻 6）✔ 民間 2（門檻 3）✘ 未回復 5 人");
    assert_sees(&office, "預估 6/12");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void space__checks_in_and_goes_down(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    office_type(&office, "  "); /* faster than the screen */
    assert_int_equal(stored(&office, &s, 1)->status, PRESENCE_PRESENT);
    assert_int_equal(stored(&office, &s, 1)->stays.n, 0); /* before it opens nobody's time is asked */
    snapshot_release(&s);
    assert_int_equal(stored(&office, &s, 2)->status, PRESENCE_PRESENT);
    assert_int_equal(s.meeting.composition.n, 12);
    assert_false(s.composition_frozen);
    snapshot_release(&s);
    assert_sees(&office, "應出席 12 出席 2（門檻 6，二分之一以上）✘ 民間 1（門檻 3）✘ → 還不能開會");
    assert_sees(&office, "依據 設置要點四(三)");
    office_close(&office);
}

static void all_as_replied__checks_in_who_replied_on_one_key(void **state)
{
    struct office office;

    (void)state;
    open_checkin(&office, BEFORE);
    office_key(&office, "F6");
    assert_sees(&office, "已依會前回復報到 7 人");
    assert_sees(&office, "出席 6（門檻 6，二分之一以上）✔");
    assert_sees(&office, "未填代理人");
    office_key(&office, "F6");
    assert_sees(&office, "有回復的委員都報到了");
    office_close(&office);
}

static void the_rest__is_absent_on_one_key(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    office_key(&office, "F6");
    office_key(&office, "Ctrl-N");
    assert_sees(&office, "其餘 5 人已記為缺席");
    assert_int_equal(stored(&office, &s, 12)->status, PRESENCE_ABSENT);
    snapshot_release(&s);
    office_close(&office);
}

static void online__is_present(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    office_key(&office, "v");
    assert_sees(&office, "視訊 1");
    assert_true(stored(&office, &s, 1)->online);
    assert_int_equal(stored(&office, &s, 1)->status, PRESENCE_PRESENT);
    snapshot_release(&s);
    office_close(&office);
}

static void delete__takes_the_check_in_back_and_keeps_the_reply(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    office_key(&office, "Space");
    go_to(&office, 1);
    office_key(&office, "Delete");
    assert_int_equal(stored(&office, &s, 1)->status, UNKNOWN);
    assert_int_equal(s.meeting.attendance.v[0].reply, PRESENCE_PRESENT);
    snapshot_release(&s);
    assert_sees(&office, "尚未報到");
    office_close(&office);
}

/* ---- delegates and observers ---------------------------------------------------------------------- */

static void an_agency_member__is_stood_in_for_by_a_delegate(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct attendance *a;

    (void)state;
    open_checkin(&office, BEFORE);
    go_to(&office, 4);
    office_type(&office, "d江謝宜君\r\r\r副司長\r\033[19~");
    a = stored(&office, &s, 4);
    assert_int_equal(a->status, PRESENCE_DELEGATE);
    assert_string_equal(a->delegate.surname, "江謝");
    assert_string_equal(a->delegate.given, "宜君");
    assert_string_equal(a->delegate.title, "副司長");
    assert_string_equal(a->delegate.unit, "河川司");
    snapshot_release(&s);
    assert_sees(&office, "江謝宜君 副司長");
    assert_sees(&office, "其中代理 1");
    office_close(&office);
}

static void a_delegate_without_a_name__is_refused_and_the_form_stays(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    go_to(&office, 9);
    office_type(&office, "d\033[19~王小明\r\033[19~"); /* F8 at once: a name is needed */
    assert_int_equal(stored(&office, &s, 9)->status, PRESENCE_DELEGATE);
    assert_string_equal(stored(&office, &s, 9)->delegate.surname, "王");
    snapshot_release(&s);
    office_close(&office);
}

static void a_civil_member__sends_no_delegate_but_an_observer(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    go_to(&office, 2);
    office_type(&office, "d1許子謙\r\033[19~");
    load(&office, &s);
    assert_int_equal(meeting_attendance(&s.meeting, s.meeting.composition.v[1].member)->status, UNKNOWN);
    assert_int_equal(s.meeting.observers.n, 1);
    assert_string_equal(s.meeting.observers.v[0].person.surname, "許");
    assert_string_equal(s.meeting.observers.v[0].for_member, s.meeting.composition.v[1].member);
    snapshot_release(&s);
    assert_sees(&office, "列席 1");
    office_close(&office);
}

static void observers__are_added_changed_and_removed(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    office_type(&office, "sn賴佳蓉\r\033[19~");
    assert_sees(&office, "賴佳蓉");
    office_type(&office, "\r\025方彥博\r\033[19~");
    assert_sees(&office, "方彥博");
    assert_sees_not(&office, "賴佳蓉");
    assert_fits_every_size(&office);
    office_type(&office, "\033[3~2");
    load(&office, &s);
    assert_int_equal(s.meeting.observers.n, 0);
    snapshot_release(&s);
    office_close(&office);
}

/* ---- opening -------------------------------------------------------------------------------------- */

static void opening__is_proposed_now_and_freezes_the_composition(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEGUN);
    check_in_enough(&office);
    assert_sees(&office, "→ 可以開會");
    office_type(&office, "\033[19~\r");
    assert_sees(&office, "14:05 開會，足法定人數");
    load(&office, &s);
    assert_string_equal(s.meeting.opened, "14:05");
    assert_non_null(meeting_milestone(&s.meeting, STEP_OPENED));
    assert_true(s.composition_frozen);
    snapshot_release(&s);
    office_close(&office);
}

static void without_a_quorum__it_waits_falls_or_goes_on_as_a_talk(void **state)
{
    static const struct {
        const char *keys;
        int outcome;
        bool opened;
        const char *said, *rail;
    } cases[] = {{"\033[19~1", UNKNOWN, false, "列席 0", "· 5 議事"},
                 {"\033[19~2\r", OUTCOME_FELL, false, " 流會  ", "· 5 議事"},
                 {"\033[19~3\r", OUTCOME_TALK, true, " 談話會  ", "▶ 5 議事"},
                 {"\033[19~4\r", UNKNOWN, true, " 開會  ", "▶ 5 議事"}};
    struct office office;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct snapshot s = SNAPSHOT_INIT;

        open_checkin(&office, BEGUN);
        office_key(&office, "Space");
        office_type(&office, cases[i].keys);
        load(&office, &s);
        assert_int_equal(s.meeting.outcome, cases[i].outcome);
        assert_int_equal(meeting_milestone(&s.meeting, STEP_OPENED) != NULL, cases[i].opened);
        snapshot_release(&s);
        assert_sees(&office, cases[i].said);
        assert_sees(&office, cases[i].rail);
        assert_fits_every_size(&office);
        office_close(&office);
    }
}

static void a_time_that_is_none__is_refused_and_stays_typed(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEGUN);
    check_in_enough(&office);
    office_type(&office, "\033[19~99點\r\025下午2時3分\r");
    load(&office, &s);
    assert_string_equal(s.meeting.opened, "14:03");
    snapshot_release(&s);
    office_close(&office);
}

static void opening_by_mistake__is_taken_back(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEGUN);
    open_meeting(&office);
    office_type(&office, "\033[19~3");
    load(&office, &s);
    assert_null(s.meeting.opened);
    assert_null(meeting_milestone(&s.meeting, STEP_OPENED));
    snapshot_release(&s);
    office_type(&office, "\033[19~\r");
    load(&office, &s);
    assert_non_null(meeting_milestone(&s.meeting, STEP_OPENED));
    snapshot_release(&s);
    office_close(&office);
}

static void a_fall_by_mistake__is_taken_back(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEGUN);
    office_type(&office, " \033[19~2\r");
    office_type(&office, "\033[19~3");
    load(&office, &s);
    assert_int_equal(s.meeting.outcome, UNKNOWN);
    snapshot_release(&s);
    office_close(&office);
}

/* ---- beforehand ----------------------------------------------------------------------------------- */

static void replies__change_the_forecast(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, "2024-05-06T02:00:00Z");
    go_to(&office, 6);
    office_type(&office, "r1");
    assert_sees(&office, "出席 7（門檻 6）✔ 民間 3（門檻 3）✔ 未回復 4 人");
    assert_int_equal(stored(&office, &s, 6)->status, UNKNOWN);
    snapshot_release(&s);
    go_to(&office, 9);
    office_type(&office, "r4\033"); /* who will come is not known yet */
    assert_int_equal(stored(&office, &s, 9)->reply, PRESENCE_DELEGATE);
    snapshot_release(&s);
    assert_sees(&office, "出席 8（門檻 6）✔");
    office_close(&office);
}

static void a_declared_disclosure__is_shown_at_the_seat(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, BEFORE);
    go_to(&office, 2);
    office_type(&office, "p4");
    assert_int_equal(stored(&office, &s, 2)->disclosure, DISCLOSURE_CLOSED);
    snapshot_release(&s);
    assert_sees(&office, "發言不公開");
    office_close(&office);
}

static void a_confirmed_meeting__is_not_changed(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, BEFORE);
    assert_true(checkin_push(&office.app, office_meeting(&office, "112-1")));
    office_key(&office, "Space");
    assert_sees(&office, "紀錄已確認，不再更改");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table__shows_every_seat_and_the_forecast_from_the_replies),
        cmocka_unit_test(space__checks_in_and_goes_down),
        cmocka_unit_test(all_as_replied__checks_in_who_replied_on_one_key),
        cmocka_unit_test(the_rest__is_absent_on_one_key),
        cmocka_unit_test(online__is_present),
        cmocka_unit_test(delete__takes_the_check_in_back_and_keeps_the_reply),
        cmocka_unit_test(an_agency_member__is_stood_in_for_by_a_delegate),
        cmocka_unit_test(a_delegate_without_a_name__is_refused_and_the_form_stays),
        cmocka_unit_test(a_civil_member__sends_no_delegate_but_an_observer),
        cmocka_unit_test(observers__are_added_changed_and_removed),
        cmocka_unit_test(opening__is_proposed_now_and_freezes_the_composition),
        cmocka_unit_test(without_a_quorum__it_waits_falls_or_goes_on_as_a_talk),
        cmocka_unit_test(a_time_that_is_none__is_refused_and_stays_typed),
        cmocka_unit_test(opening_by_mistake__is_taken_back),
        cmocka_unit_test(a_fall_by_mistake__is_taken_back),
        cmocka_unit_test(replies__change_the_forecast),
        cmocka_unit_test(a_declared_disclosure__is_shown_at_the_seat),
        cmocka_unit_test(a_confirmed_meeting__is_not_changed),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 4 of a meeting: checking in, delegates, times, opening; the quorum that goes with it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

/* The seats of 113-1: 1 范姜映真 (convener), 2 歐陽秉衡, 3 司徒靜宜, 5 諸葛曉青, 6 陳柏安, 7 陳怡文 (civil),
 * 4 張簡文成, 8 高志遠, 9 上官佩玲, 10 尤信宏, 11 潘建霖, 12 葉劉淑惠 (agency). Planned for 14:00. */
static const char before[] = "2024-05-14T05:50:00Z"; /* 13:50 */
static const char begun[] = "2024-05-14T06:05:00Z";  /* 14:05 */
static const char later[] = "2024-05-14T07:10:00Z";  /* 15:10 */

static void open_checkin(struct office *office, const char *now)
{
    office_open(office, true, now);
    assert_true(home_push(&office->app));
    assert_true(checkin_push(&office->app, office_meeting(office, "113-1")));
}

/* Into S, in the place of what is in it. */
static void load(struct office *office, struct snapshot *s)
{
    struct err err = {0};

    snapshot_release(s);
    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), s, &err), STATUS_OK);
}

/* The attendance of the member in SEAT; the snapshot is the caller's to release. */
static const struct attendance *stored(struct office *office, struct snapshot *s, int seat)
{
    load(office, s);
    return meeting_attendance(&s->meeting, s->meeting.composition.v[seat - 1].member);
}

static void go_to(struct office *office, int seat)
{
    office_key(office, "Home");
    for (int i = 1; i < seat; i++)
        office_key(office, "Down");
}

/* Five agency members and three civil ones are there, himself each. */
static void check_in_enough(struct office *office)
{
    static const int seats[] = {1, 2, 6, 7, 8, 9, 10};

    for (size_t i = 0; i < sizeof seats / sizeof *seats; i++) {
        go_to(office, seats[i]);
        office_key(office, "Space");
    }
}

static void open_meeting(struct office *office)
{
    check_in_enough(office);
    office_type(office, "\033[19~\r"); /* F8, and the time as proposed */
}

/* ---- coming --------------------------------------------------------------------------------------- */

static void the_table__shows_every_seat_and_the_forecast_from_the_replies(void **state)
{
    struct office office;

    (void)state;
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    open_checkin(&office, begun);
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
    } cases[] = {{"\033[19~1", UNKNOWN, false},
                 {"\033[19~2\r", OUTCOME_FELL, false},
                 {"\033[19~3\r", OUTCOME_TALK, true},
                 {"\033[19~4\r", UNKNOWN, true}};
    struct office office;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct snapshot s = SNAPSHOT_INIT;

        open_checkin(&office, begun);
        office_key(&office, "Space");
        office_type(&office, cases[i].keys);
        load(&office, &s);
        assert_int_equal(s.meeting.outcome, cases[i].outcome);
        assert_int_equal(meeting_milestone(&s.meeting, STEP_OPENED) != NULL, cases[i].opened);
        snapshot_release(&s);
        assert_fits_every_size(&office);
        office_close(&office);
    }
}

static void a_time_that_is_none__is_refused_and_stays_typed(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_checkin(&office, begun);
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
    open_checkin(&office, begun);
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
    open_checkin(&office, begun);
    office_type(&office, " \033[19~2\r");
    office_type(&office, "\033[19~3");
    load(&office, &s);
    assert_int_equal(s.meeting.outcome, UNKNOWN);
    snapshot_release(&s);
    office_close(&office);
}

/* ---- times ---------------------------------------------------------------------------------------- */

static void coming_late__is_written_with_its_time(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct attendance *a;

    (void)state;
    open_checkin(&office, begun);
    open_meeting(&office);
    office.app.now = later;
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
    open_checkin(&office, begun);
    open_meeting(&office);
    office.app.now = later;
    go_to(&office, 2);
    office_key(&office, "o");
    assert_int_equal(office.app.message_role, ROLE_BAD);
    assert_sees(&office, "注意：民間代表只剩 2 人，不足 3 人！");
    assert_sees(&office, "未達法定人數");
    assert_int_equal(stored(&office, &s, 2)->stays.n, 1);
    assert_string_equal(stored(&office, &s, 2)->stays.v[0].out, "15:10");
    snapshot_release(&s);
    office.app.now = "2024-05-14T07:20:00Z";
    office_key(&office, "o");
    assert_sees(&office, "已達法定人數");
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
    open_checkin(&office, begun);
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
    open_checkin(&office, begun);
    open_meeting(&office);
    office.app.now = later;
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
    open_checkin(&office, begun);
    open_meeting(&office);
    office.app.now = later;
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
    open_checkin(&office, begun);
    go_to(&office, 12);
    office_type(&office, "d林大同\r\033[19~");
    open_meeting(&office);
    office.app.now = later;
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
    open_checkin(&office, before);
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
    open_checkin(&office, before);
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
    office_open(&office, true, before);
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
        cmocka_unit_test(coming_late__is_written_with_its_time),
        cmocka_unit_test(losing_the_quorum__is_announced_loudly_and_so_is_winning_it_back),
        cmocka_unit_test(out_and_back_in_the_same_minute__never_was),
        cmocka_unit_test(leave_of_somebody_who_came__asks_whether_he_only_left),
        cmocka_unit_test(a_delegate__may_take_over_in_the_middle),
        cmocka_unit_test(a_member__may_come_for_his_delegate),
        cmocka_unit_test(times__are_typed_in_the_sheet_and_must_follow_each_other),
        cmocka_unit_test(replies__change_the_forecast),
        cmocka_unit_test(a_declared_disclosure__is_shown_at_the_seat),
        cmocka_unit_test(a_confirmed_meeting__is_not_changed),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

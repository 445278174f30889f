/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the seven steps of a meeting have in common: the rail, the quorum on the top line, the keys.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "tui/screens/meeting/meeting_frame.h"

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

static void rail(struct office *office, const char *key, const char *today, struct frame_rail *out)
{
    struct snapshot s;
    struct date date;
    struct err err = {0};

    load(office, key, &s);
    assert_true(date_parse_iso(today, &date));
    assert_int_equal(frame_rail_of(&s, date, out, &err), STATUS_OK);
    snapshot_release(&s);
}

static void the_rail__marks_every_step_of_a_meeting_in_preparation(void **state)
{
    struct office office;
    struct frame_rail r;

    (void)state;
    office_open(&office, true, spring);
    rail(&office, "113-1", "2024-05-02", &r);
    assert_int_equal(r.next, FRAME_AGENDA);
    assert_int_equal(r.v[FRAME_PREPARE].state, FRAME_DONE);
    assert_int_equal(r.v[FRAME_AGENDA].state, FRAME_HERE);
    assert_int_equal(r.v[FRAME_CHECKIN].state, FRAME_TO_COME);
    assert_string_equal(r.v[FRAME_PREPARE].figure, "5/14");
    assert_string_equal(r.v[FRAME_AGENDA].figure, "3案");
    assert_string_equal(r.v[FRAME_TRACKING].figure, "1/5");
    rail(&office, "113-1", "2024-05-08", &r); /* the papers were due on the 7th */
    assert_int_equal(r.v[FRAME_AGENDA].state, FRAME_ATTENTION);
    assert_int_equal(r.next, FRAME_AGENDA);
    office_close(&office);
}

static void the_rail__is_done_from_end_to_end_when_the_minutes_are_out(void **state)
{
    struct office office;
    struct frame_rail r;

    (void)state;
    office_open(&office, true, spring);
    rail(&office, "112-1", "2024-05-02", &r);
    for (int step = FRAME_PREPARE; step <= FRAME_STEPS; step++)
        assert_int_equal(r.v[step].state, FRAME_DONE);
    assert_int_equal(r.next, FRAME_PUBLISH);
    assert_string_equal(r.v[FRAME_CHECKIN].figure, "10/12");
    office_close(&office);
}

static void the_rail__goes_on_to_check_in_once_the_agenda_is_sent_and_to_the_session_once_open(void **state)
{
    const struct stamp stamp = {"何筆", "2024-05-06T05:00:00.000Z", "試"};
    struct milestone sent;
    struct office office;
    struct snapshot s;
    struct frame_rail r;
    struct err err = {0};

    (void)state;
    office_open(&office, true, spring);
    entity_defaults(&milestone_entity, &sent);
    sent.step = STEP_SENT;
    sent.date = "2024-05-06";
    load(&office, "113-1", &s);
    assert_int_equal(milestone_save(office.db, &stamp, &s, &sent, NULL, &err), STATUS_OK);
    snapshot_release(&s);
    rail(&office, "113-1", "2024-05-08", &r);
    assert_int_equal(r.v[FRAME_AGENDA].state, FRAME_DONE);
    assert_int_equal(r.next, FRAME_TRACKING); /* two units have not reported */
    load(&office, "113-1", &s);
    assert_int_equal(meeting_open(office.db, &stamp, &s, "2024-05-14", "14:02", OUTCOME_HELD, &err),
                     STATUS_OK);
    snapshot_release(&s);
    rail(&office, "113-1", "2024-05-14", &r);
    assert_int_equal(r.v[FRAME_CHECKIN].state, FRAME_DONE);
    assert_string_equal(r.v[FRAME_SESSION].figure, "0/3");
    office_close(&office);
}

static void the_top_line__shows_the_quorum_at_the_opening_of_a_meeting_that_is_over(void **state)
{
    struct office office;

    (void)state;
    open_prepare(&office, "112-1", spring);
    assert_sees(&office, "出席 10/12 ✔");
    assert_sees_not(&office, "可以開會");
    office_close(&office);
}

static void the_top_line__forecasts_from_the_replies_and_then_counts_who_came(void **state)
{
    const struct stamp stamp = {"何筆", "2024-05-06T05:00:00.000Z", "試"};
    struct office office;
    struct snapshot s;
    struct err err = {0};

    (void)state;
    open_prepare(&office, "113-1", "2024-05-14T05:50:00Z");
    load(&office, "113-1", &s);
    for (size_t i = 0; i < 7; i++) { /* two of the others have replied in the example */
        struct attendance a;
        struct snapshot now;

        entity_defaults(&attendance_entity, &a);
        a.member = s.meeting.composition.v[i].member;
        a.reply = PRESENCE_PRESENT;
        load(&office, "113-1", &now);
        assert_int_equal(attendance_save(office.db, &stamp, &now, &a, &err), STATUS_OK);
        snapshot_release(&now);
    }
    office_key(&office, "Ctrl-L");
    assert_sees(&office, "預估 9/12 ✔");
    assert_sees_not(&office, "出席 9/12");
    for (size_t i = 0; i < 3; i++) {
        struct attendance a;
        struct snapshot now;

        entity_defaults(&attendance_entity, &a);
        a.member = s.meeting.composition.v[i].member;
        a.reply = a.status = PRESENCE_PRESENT;
        load(&office, "113-1", &now);
        assert_int_equal(attendance_save(office.db, &stamp, &now, &a, &err), STATUS_OK);
        snapshot_release(&now);
    }
    snapshot_release(&s);
    office_key(&office, "Ctrl-L");
    assert_sees(&office, "出席 3/12 ✘");
    assert_sees(&office, "未達法定人數");
    office_close(&office);
}

static void the_steps__are_left_and_reached_by_their_keys(void **state)
{
    struct office office;

    (void)state;
    open_prepare(&office, "113-1", spring);
    office_key(&office, "F10");
    assert_sees(&office, "這是第一步");
    office_key(&office, "Alt-1"); /* where we are */
    assert_sees(&office, "113年第1次會議  113-1");
    office_key(&office, "Esc");
    assert_sees(&office, "下次會議");
    office_close(&office);
}

/* As when the minutes' gate leads to what is missing. */
static void a_step_above_another_of_its_meeting__names_the_meeting_once_and_leads_back_to_it(void **state)
{
    struct office office;
    const struct screen *minutes;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    assert_true(minutes_push(&office.app, office_meeting(&office, "112-2")));
    minutes = office.app.top;
    assert_true(session_push(&office.app, office_meeting(&office, "112-2"), 0));
    assert_sees(&office, "› 紀錄 › 議事");
    office_key(&office, "Alt-4"); /* another step takes the place of the upper one */
    assert_sees(&office, "› 紀錄 › 報到");
    office_key(&office, "Alt-6");
    assert_ptr_equal(office.app.top, minutes);
    assert_sees_not(&office, "紀錄 ›");
    office_key(&office, "Esc");
    assert_null(office.app.top->below);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rail__marks_every_step_of_a_meeting_in_preparation),
        cmocka_unit_test(the_rail__is_done_from_end_to_end_when_the_minutes_are_out),
        cmocka_unit_test(the_rail__goes_on_to_check_in_once_the_agenda_is_sent_and_to_the_session_once_open),
        cmocka_unit_test(the_top_line__shows_the_quorum_at_the_opening_of_a_meeting_that_is_over),
        cmocka_unit_test(the_top_line__forecasts_from_the_replies_and_then_counts_who_came),
        cmocka_unit_test(the_steps__are_left_and_reached_by_their_keys),
        cmocka_unit_test(a_step_above_another_of_its_meeting__names_the_meeting_once_and_leads_back_to_it),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

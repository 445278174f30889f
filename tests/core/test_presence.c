/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is here at a moment, and with that the quorum of a meeting: times in and out, delegates, recusals,
 * replies given beforehand.
 */
#include "core/meeting/quorum.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct person stand_in_x = {.surname = "許", .given = "子謙"},
                           stand_in_y = {.surname = "溫", .given = "如玉"};
static const char *const seat_keys[] = {"m1", "m2", "m3", "m4"};

/* A meeting of four: m1 convener, m2 civil, m3 and m4 agency; half of them and one civil representative. */
struct small {
    struct rule rule;
    struct meeting meeting;
    struct seat seats[4];
    struct attendance attendance[4];
    struct stay stays[4];
};

static void small_init(struct small *t)
{
    entity_defaults(&meeting_entity, &t->meeting);
    rule_preset(&t->rule);
    t->rule.civil_min = 1;
    for (int i = 0; i < 4; i++) {
        entity_defaults(&seat_entity, &t->seats[i]);
        entity_defaults(&attendance_entity, &t->attendance[i]);
        entity_defaults(&stay_entity, &t->stays[i]);
        t->seats[i].member = t->attendance[i].member = seat_keys[i];
        t->seats[i].role = i == 0 ? MEMBER_CONVENER : MEMBER_ORDINARY;
        t->seats[i].kind = i == 1 ? KIND_CIVIL : KIND_AGENCY;
    }
    t->meeting.start = "2023-05-24T14:00";
    t->meeting.composition.v = t->seats;
    t->meeting.composition.n = 4;
    t->meeting.attendance.v = t->attendance;
    t->meeting.attendance.n = 4;
}

static void small_stays(struct small *t, int i, struct stay *stays, size_t n)
{
    t->attendance[i].status = PRESENCE_PRESENT;
    t->attendance[i].stays.v = stays;
    t->attendance[i].stays.n = n;
}

static int present_at(const struct small *t, int minutes)
{
    return quorum_at(&t->meeting, &t->rule, minutes, NULL).present;
}

static void quorum__follows_times_in_and_out(void **state)
{
    static const struct {
        const char *in, *out, *back, *out_again;
        int minutes;
        bool here;
    } cases[] = {
        {NULL, NULL, NULL, NULL, 14 * 60, true},
        /* leaves at 15:10: here until then, gone at 15:10 */
        {NULL, "15:10", NULL, NULL, 15 * 60 + 9, true},
        {NULL, "15:10", NULL, NULL, 15 * 60 + 10, false},
        /* arrives at 14:20 */
        {"14:20", NULL, NULL, NULL, 14 * 60 + 19, false},
        {"14:20", NULL, NULL, NULL, 14 * 60 + 20, true},
        /* out and back */
        {NULL, "15:10", "15:30", NULL, 15 * 60 + 29, false},
        {NULL, "15:10", "15:30", NULL, 15 * 60 + 30, true},
        {"14:05", "15:10", "15:30", "16:00", 16 * 60, false},
        /* past midnight the hours count on */
        {"23:00", "24:30", NULL, NULL, 24 * 60 + 29, true},
        {"23:00", "24:30", NULL, NULL, 24 * 60 + 30, false},
        {"23:00", NULL, NULL, NULL, 25 * 60, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct small t;
        struct stay stays[2];

        small_init(&t);
        entity_defaults(&stay_entity, &stays[0]);
        entity_defaults(&stay_entity, &stays[1]);
        stays[0].in = cases[i].in;
        stays[0].out = cases[i].out;
        stays[1].in = cases[i].back;
        stays[1].out = cases[i].out_again;
        small_stays(&t, 2, stays, cases[i].back ? 2 : 1);
        assert_int_equal(present_at(&t, cases[i].minutes), cases[i].here);
    }
}

static void quorum__at_the_opening__is_that_of_the_planned_or_real_time(void **state)
{
    struct small t;

    (void)state;
    small_init(&t);
    t.stays[0].in = "14:05";
    small_stays(&t, 2, &t.stays[0], 1);
    assert_int_equal(meeting_opening(&t.meeting), 14 * 60);
    assert_int_equal(present_at(&t, -1), 0);
    t.meeting.opened = "14:06";
    assert_int_equal(meeting_opening(&t.meeting), 14 * 60 + 6);
    assert_int_equal(present_at(&t, -1), 1);
    t.meeting.opened = t.meeting.start = NULL;
    assert_int_equal(meeting_opening(&t.meeting), -1);
    assert_int_equal(present_at(&t, -1), 1); /* no time is known: who came, came */
}

static void quorum__counts_those_who_take_part_online(void **state)
{
    struct small t;
    struct quorum q;

    (void)state;
    small_init(&t);
    t.attendance[1].status = t.attendance[2].status = PRESENCE_PRESENT;
    t.attendance[1].online = true;
    q = quorum_at(&t.meeting, &t.rule, -1, NULL);
    assert_int_equal(q.present, 2);
    assert_int_equal(q.online, 1);
    assert_int_equal(q.civil, 1);
    assert_int_equal(q.verdict, QUORUM_MET);
}

static void quorum__does_not_count_leave_absence_or_a_member_without_an_entry(void **state)
{
    struct small t;

    (void)state;
    small_init(&t);
    t.attendance[0].status = PRESENCE_LEAVE;
    t.attendance[1].status = PRESENCE_ABSENT;
    t.attendance[2].status = PRESENCE_PRESENT;
    t.meeting.attendance.n = 3;
    assert_int_equal(present_at(&t, -1), 1);
    t.attendance[2].status = UNKNOWN; /* a reply alone */
    t.attendance[2].reply = PRESENCE_PRESENT;
    assert_int_equal(present_at(&t, -1), 0);
}

static void quorum__leaves_out_those_recused_from_the_item(void **state)
{
    struct small t;
    struct item item;
    struct named recused[1];

    (void)state;
    small_init(&t);
    entity_defaults(&item_entity, &item);
    entity_defaults(&named_entity, &recused[0]);
    item.recused.v = recused;
    item.recused.n = 1;
    for (int i = 0; i < 4; i++)
        t.attendance[i].status = PRESENCE_PRESENT;
    recused[0].person.member = "m2";
    assert_int_equal(quorum_at(&t.meeting, &t.rule, -1, NULL).present, 4);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, -1, &item).present, 3);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, -1, &item).in_office, 4);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, -1, &item).verdict, QUORUM_NOT_MET);
    /* a delegate is recused by his name, or with the member he stands for */
    t.attendance[3].status = PRESENCE_DELEGATE;
    t.attendance[3].delegate = stand_in_x;
    recused[0].person = stand_in_x;
    assert_int_equal(quorum_at(&t.meeting, &t.rule, -1, &item).present, 3);
    recused[0].person = (struct person){.member = "m4"};
    assert_int_equal(quorum_at(&t.meeting, &t.rule, -1, &item).present, 3);
}

static void quorum__takes_the_delegate_of_the_moment(void **state)
{
    struct small t;

    (void)state;
    small_init(&t);
    t.attendance[0].status = PRESENCE_PRESENT;
    /* himself until 15:00, then somebody for him */
    t.stays[0].out = "15:00";
    t.stays[1].in = "15:00";
    t.stays[1].delegate = stand_in_y;
    small_stays(&t, 2, &t.stays[0], 2);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, 14 * 60, NULL).delegates, 0);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, 15 * 60, NULL).delegates, 1);
    assert_int_equal(present_at(&t, 15 * 60), 2);
    /* the civil member the same: then he does not count */
    t.stays[2].out = "15:00";
    t.stays[3].in = "15:00";
    t.stays[3].delegate = stand_in_x;
    small_stays(&t, 1, &t.stays[2], 2);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, 14 * 60, NULL).civil, 1);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, 15 * 60, NULL).civil, 0);
    assert_int_equal(present_at(&t, 15 * 60), 2);
}

static void quorum__counts_an_acting_chair_once_as_the_member_he_is(void **state)
{
    struct small t;

    (void)state;
    small_init(&t);
    t.meeting.chair.member = "m1";
    t.meeting.acting.member = "m3";
    t.attendance[0].status = PRESENCE_DELEGATE; /* however it was entered */
    t.attendance[0].delegate.member = "m3";
    t.attendance[1].status = t.attendance[2].status = PRESENCE_PRESENT;
    assert_int_equal(present_at(&t, -1), 2);
}

static void quorum__is_unknown__where_attendance_was_not_recorded(void **state)
{
    struct small t;
    struct quorum q;

    (void)state;
    small_init(&t);
    t.meeting.attendance.n = 0;
    q = quorum_at(&t.meeting, &t.rule, -1, NULL);
    assert_int_equal(q.verdict, QUORUM_UNKNOWN);
    assert_int_equal(q.doubt, DOUBT_NO_ATTENDANCE);
    assert_int_equal(q.needed, 2);
    /* recorded, and nobody came */
    t.meeting.attendance_none = true;
    q = quorum_at(&t.meeting, &t.rule, -1, NULL);
    assert_int_equal(q.verdict, QUORUM_NOT_MET);
    assert_int_equal(q.doubt, DOUBT_NONE);
    assert_int_equal(q.present, 0);
}

static void quorum__is_forecast_from_the_replies(void **state)
{
    struct small t;
    struct quorum q;

    (void)state;
    small_init(&t);
    t.attendance[0].reply = PRESENCE_LEAVE;
    t.attendance[1].reply = PRESENCE_PRESENT;
    t.attendance[2].reply = PRESENCE_DELEGATE; /* by whom is not known yet */
    q = quorum_forecast(&t.meeting, &t.rule);
    assert_int_equal(q.present, 2);
    assert_int_equal(q.delegates, 1);
    assert_int_equal(q.civil, 1);
    assert_int_equal(q.verdict, QUORUM_MET);
    assert_int_equal(quorum_at(&t.meeting, &t.rule, -1, NULL).verdict, QUORUM_UNKNOWN);
    t.attendance[1].reply = PRESENCE_DELEGATE; /* a civil member's would not count */
    q = quorum_forecast(&t.meeting, &t.rule);
    assert_int_equal(q.civil, 0);
    assert_int_equal(q.verdict, QUORUM_NOT_MET);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quorum__follows_times_in_and_out),
        cmocka_unit_test(quorum__at_the_opening__is_that_of_the_planned_or_real_time),
        cmocka_unit_test(quorum__counts_those_who_take_part_online),
        cmocka_unit_test(quorum__does_not_count_leave_absence_or_a_member_without_an_entry),
        cmocka_unit_test(quorum__leaves_out_those_recused_from_the_item),
        cmocka_unit_test(quorum__takes_the_delegate_of_the_moment),
        cmocka_unit_test(quorum__counts_an_acting_chair_once_as_the_member_he_is),
        cmocka_unit_test(quorum__is_unknown__where_attendance_was_not_recorded),
        cmocka_unit_test(quorum__is_forecast_from_the_replies),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

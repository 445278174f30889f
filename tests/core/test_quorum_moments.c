/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When the quorum was lost and when it was there again, from who came and went.
 */
#include "core/base/str.h"
#include "core/meeting/quorum.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { SEATS = 6, STAYS = 2 };

/* Six members, m1 the convener and m5 and m6 civil; three are needed, one of them civil. All are here but
 * where a case says when they came and went: {"m5", in, out, in again, out again}. */
static const struct {
    const char *start, *opened, *end;
    struct {
        const char *member, *in, *out, *back, *gone;
    } moves[SEATS];
    const char *expected; /* "14:00 6/6 2 met; 15:10 2/6 1 not met" */
} cases[] = {
    {"2023-05-24T14:00", NULL, "2023-05-24T16:00", {{NULL, NULL, NULL, NULL, NULL}}, "14:00 6/6 2 met"},
    /* somebody leaves, and enough are left */
    {"2023-05-24T14:00", NULL, NULL, {{"m2", NULL, "15:10", NULL, NULL}}, "14:00 6/6 2 met"},
    /* lost when the fourth leaves, there again when one is back, lost for good */
    {"2023-05-24T14:00",
     NULL,
     "2023-05-24T16:00",
     {{"m1", NULL, "15:00", NULL, NULL},
      {"m2", NULL, "15:05", NULL, NULL},
      {"m3", NULL, "15:07", NULL, NULL},
      {"m4", NULL, "15:10", "15:30", "15:45"}},
     "14:00 6/6 2 met; 15:10 2/6 2 not met; 15:30 3/6 2 met; 15:45 2/6 2 not met"},
    /* enough are here, and no civil one */
    {"2023-05-24T14:00",
     "14:05",
     NULL,
     {{"m5", NULL, "14:30", NULL, NULL}, {"m6", NULL, "14:20", NULL, NULL}},
     "14:05 6/6 2 met; 14:30 4/6 0 not met"},
    /* two leave in the same minute as two come: nothing is lost */
    {"2023-05-24T14:00",
     NULL,
     NULL,
     {{"m1", NULL, "15:00", NULL, NULL},
      {"m2", NULL, "15:00", NULL, NULL},
      {"m3", "15:00", NULL, NULL, NULL},
      {"m4", "15:00", NULL, NULL, NULL}},
     "14:00 4/6 2 met"},
    /* it opened without, and got it */
    {"2023-05-24T14:00",
     NULL,
     NULL,
     {{"m1", "14:20", NULL, NULL, NULL},
      {"m2", "14:25", NULL, NULL, NULL},
      {"m3", "14:30", NULL, NULL, NULL},
      {"m4", "14:35", NULL, NULL, NULL}},
     "14:00 2/6 2 not met; 14:20 3/6 2 met"},
    /* all leave at the end, and who left before the opening was never here */
    {"2023-05-24T14:00",
     NULL,
     "2023-05-24T16:00",
     {{"m1", "13:30", "13:50", NULL, NULL},
      {"m2", NULL, "16:00", NULL, NULL},
      {"m3", NULL, "16:00", NULL, NULL},
      {"m4", NULL, "16:00", NULL, NULL},
      {"m5", NULL, "16:00", NULL, NULL}},
     "14:00 5/6 2 met"},
    /* past midnight the hours count on */
    {"2023-05-24T21:00",
     NULL,
     "2023-05-25T01:00",
     {{"m5", NULL, "24:30", NULL, NULL}, {"m6", NULL, "24:10", NULL, NULL}},
     "21:00 6/6 2 met; 24:30 4/6 0 not met"},
    /* when it began is not known */
    {"2023-05-24",
     NULL,
     NULL,
     {{"m5", NULL, "14:30", NULL, NULL}, {"m6", NULL, "14:20", NULL, NULL}},
     "- 6/6 2 met; 14:30 4/6 0 not met"},
};

struct small {
    struct rule rule;
    struct meeting meeting;
    struct seat seats[SEATS];
    struct attendance attendance[SEATS];
    struct stay stays[SEATS][STAYS];
};

static void set_stays(struct small *t, size_t which, size_t seat)
{
    for (size_t k = 0; k < SEATS && cases[which].moves[k].member; k++) {
        struct stay *stays = t->stays[seat];

        if (!text_same(cases[which].moves[k].member, t->seats[seat].member))
            continue;
        stays[0].in = cases[which].moves[k].in;
        stays[0].out = cases[which].moves[k].out;
        stays[1].in = cases[which].moves[k].back;
        stays[1].out = cases[which].moves[k].gone;
        t->attendance[seat].stays.v = stays;
        t->attendance[seat].stays.n = cases[which].moves[k].back ? 2 : 1;
    }
}

static void small_init(struct small *t, size_t which)
{
    static const char *const keys[SEATS] = {"m1", "m2", "m3", "m4", "m5", "m6"};

    entity_defaults(&meeting_entity, &t->meeting);
    rule_preset(&t->rule);
    t->rule.civil_min = 1;
    for (size_t i = 0; i < SEATS; i++) {
        entity_defaults(&seat_entity, &t->seats[i]);
        entity_defaults(&attendance_entity, &t->attendance[i]);
        for (size_t k = 0; k < STAYS; k++)
            entity_defaults(&stay_entity, &t->stays[i][k]);
        t->seats[i].member = t->attendance[i].member = keys[i];
        t->seats[i].role = i == 0 ? MEMBER_CONVENER : MEMBER_ORDINARY;
        t->seats[i].kind = i >= 4 ? KIND_CIVIL : KIND_AGENCY;
        t->attendance[i].status = PRESENCE_PRESENT;
        set_stays(t, which, i);
    }
    t->meeting.start = cases[which].start;
    t->meeting.opened = cases[which].opened;
    t->meeting.end = cases[which].end;
    t->meeting.composition.v = t->seats;
    t->meeting.attendance.v = t->attendance;
    t->meeting.composition.n = t->meeting.attendance.n = SEATS;
}

static void add_moment(struct str *out, const struct quorum_moment *moment)
{
    static const char *const verdicts[] = {"not met", "met", "unknown"};
    char time[TIME_ISO_SIZE] = "-";

    if (moment->minutes >= 0)
        time_iso(time, moment->minutes);
    str_printf(out, "%s%s %d/%d %d %s", out->len_bytes ? "; " : "", time, moment->q.present,
               moment->q.in_office, moment->q.civil, verdicts[moment->q.verdict]);
}

static void moments__are_those_at_which_the_verdict_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct quorum_moments moments;
        struct str text = STR_INIT;
        struct err err = {0};
        struct small t;

        small_init(&t, i);
        assert_int_equal(quorum_moments(&t.meeting, &t.rule, &arena, &moments, &err), STATUS_OK);
        for (size_t k = 0; k < moments.n; k++)
            add_moment(&text, &moments.v[k]);
        assert_string_equal(text.text, cases[i].expected);
        str_release(&text);
        arena_release(&arena);
    }
}

static void nothing_is_told__where_attendance_was_not_recorded(void **state)
{
    struct arena arena = ARENA_INIT;
    struct quorum_moments moments;
    struct err err = {0};
    struct small t;

    (void)state;
    small_init(&t, 0);
    t.meeting.attendance.n = 0;
    assert_int_equal(quorum_moments(&t.meeting, &t.rule, &arena, &moments, &err), STATUS_OK);
    assert_int_equal(moments.n, 0);
    /* nor without a rule: one moment, and it is unknown */
    small_init(&t, 3);
    assert_int_equal(quorum_moments(&t.meeting, NULL, &arena, &moments, &err), STATUS_OK);
    assert_int_equal(moments.n, 1);
    assert_int_equal(moments.v[0].q.verdict, QUORUM_UNKNOWN);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments__are_those_at_which_the_verdict_changes),
        cmocka_unit_test(nothing_is_told__where_attendance_was_not_recorded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

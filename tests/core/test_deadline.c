/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting's deadlines, with the shipped calendar and days taken from it by hand.
 */
#include "core/calendar/deadline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const struct office_calendar *const shipped = &office_calendar_shipped;

/* "" is no date. */
static struct date day(const char *iso)
{
    struct date date = {0, 0, 0};

    if (iso[0])
        assert_true(date_parse_iso(iso, &date));
    return date;
}

static void assert_day(struct date date, const char *iso)
{
    char text[DATE_ISO_SIZE];

    date_iso(text, date);
    assert_string_equal(text, iso);
}

static void deadlines__of_the_known_meetings__are_the_days_they_had(void **state)
{
    static const struct {
        const char *meeting;
        struct deadline_figures figures;
        const char *materials, *draft, *publish;
    } cases[] = {
        {"2023-12-14", {5, 8, 14}, "2023-12-07", "2023-12-26", "2024-01-04"},
        {"2023-12-14", {5, 10, 14}, "2023-12-07", "2023-12-28", "2024-01-04"},
        {"2024-04-29", {5, 8, 14}, "2024-04-22", "2024-05-09", "2024-05-17"},
        {"2024-04-29", {5, 10, 14}, "2024-04-22", "2024-05-13", "2024-05-17"},
        {"2023-05-24", {5, 8, 14}, "2023-05-17", "2023-06-05", "2023-06-13"},
        {"2023-05-24", {5, 10, 14}, "2023-05-17", "2023-06-07", "2023-06-13"},
        {"2015-06-29", {5, 8, 14}, "2015-06-22", "2015-07-09", "2015-07-17"},
        {"2015-06-29", {5, 10, 14}, "2015-06-22", "2015-07-13", "2015-07-17"},
        {"2023-02-10", {5, 10, 14}, "2023-02-04", "2023-02-23", "2023-03-03"},
        {"2023-05-24", {6, 10, 14}, "2023-05-16", "2023-06-07", "2023-06-13"}, /* five clear days */
        {"2023-05-24", {0, 0, 0}, "2023-05-24", "2023-05-24", "2023-05-24"},
        {"2023-05-24", {-1, -1, -1}, "", "", ""}, /* a committee that sets none */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct deadlines of = deadlines_of(shipped, day(cases[i].meeting), day(""), cases[i].figures);

        assert_day(of.materials.date, cases[i].materials);
        assert_day(of.draft.date, cases[i].draft);
        assert_day(of.publish.date, cases[i].publish);
        assert_false(of.materials.provisional || of.draft.provisional || of.publish.provisional);
        assert_false(of.meeting_on_day_off);
    }
    assert_int_equal(deadline_figures_default.materials, 5);
    assert_int_equal(deadline_figures_default.draft, 10);
    assert_int_equal(deadline_figures_default.publish, 14);
}

static void meeting_over_two_days__sends_papers_by_the_first__and_minutes_by_the_last(void **state)
{
    const struct deadline_figures figures = {5, 10, 14};
    struct deadlines one = deadlines_of(shipped, day("2023-05-24"), day("2023-05-24"), figures);
    struct deadlines two = deadlines_of(shipped, day("2023-05-24"), day("2023-05-25"), figures);
    struct deadlines reversed = deadlines_of(shipped, day("2023-05-24"), day("2023-05-23"), figures);
    /* 20:00 to 24:30 ends on the next day. */
    struct moment end = moment_normal((struct moment){day("2023-05-24"), 24 * 60 + 30});
    struct deadlines night = deadlines_of(shipped, day("2023-05-24"), end.date, figures);

    (void)state;
    assert_day(one.publish.date, "2023-06-13");
    assert_day(two.materials.date, "2023-05-17");
    assert_day(two.draft.date, "2023-06-08");
    assert_day(two.publish.date, "2023-06-14");
    assert_day(night.materials.date, "2023-05-17");
    assert_day(night.publish.date, "2023-06-14");
    assert_day(reversed.publish.date, "2023-06-13");
}

static void meeting_on_a_day_off__counts_from_that_day__and_says_so(void **state)
{
    static const struct {
        const char *first, *last;
        bool day_off;
        const char *materials, *draft;
    } cases[] = {
        {"2023-05-20", "", true, "2023-05-15", "2023-06-02"},  /* Saturday */
        {"2023-06-22", "", true, "2023-06-16", "2023-07-07"},  /* 端午節; the 17th is a make-up Saturday */
        {"2023-06-17", "", false, "2023-06-12", "2023-07-04"}, /* the make-up Saturday itself */
        {"2023-05-26", "2023-05-27", true, "2023-05-19", "2023-06-09"},
        {"2028-05-20", "", true, "2028-05-15", "2028-06-02"}, /* not covered: a Saturday all the same */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct deadlines of =
            deadlines_of(shipped, day(cases[i].first), day(cases[i].last), deadline_figures_default);

        assert_int_equal(of.meeting_on_day_off, cases[i].day_off);
        assert_day(of.materials.date, cases[i].materials);
        assert_day(of.draft.date, cases[i].draft);
    }
}

static void deadline__is_provisional__when_its_own_count_leaves_the_calendar(void **state)
{
    struct deadlines of = deadlines_of(shipped, day("2027-12-15"), day(""), deadline_figures_default);
    struct deadlines none = deadlines_of(shipped, day(""), day("2023-05-24"), deadline_figures_default);

    (void)state;
    assert_day(of.materials.date, "2027-12-08");
    assert_false(of.materials.provisional);
    assert_day(of.draft.date, "2027-12-30");
    assert_false(of.draft.provisional);
    assert_day(of.publish.date, "2028-01-06");
    assert_true(of.publish.provisional);
    assert_day(none.materials.date, "");
    assert_day(none.publish.date, "");
    assert_false(none.meeting_on_day_off);
}

static void deadline__stands__as_today_or_the_day_it_was_done_says(void **state)
{
    static const struct {
        const char *due, *today, *done;
        enum deadline_standing standing;
        int workdays, days;
    } cases[] = {
        {"2023-05-17", "2023-05-10", "", DEADLINE_PENDING, 5, 7},
        {"2023-05-17", "2023-05-16", "", DEADLINE_PENDING, 1, 1},
        {"2023-05-22", "2023-05-20", "", DEADLINE_PENDING, 1, 2}, /* on the Saturday before */
        {"2023-05-20", "2023-05-19", "", DEADLINE_PENDING, 0, 1}, /* due on a Saturday */
        {"2023-05-17", "2023-05-17", "", DEADLINE_TODAY, 0, 0},
        {"2023-05-17", "2023-05-18", "", DEADLINE_OVERDUE, 1, 1},
        {"2023-05-17", "2023-05-24", "", DEADLINE_OVERDUE, 5, 7},
        {"2023-05-19", "2023-05-20", "", DEADLINE_OVERDUE, 0, 1},
        {"2023-05-17", "2023-06-01", "2023-05-17", DEADLINE_IN_TIME, 0, 0}, /* on the last day is in time */
        {"2023-05-17", "2023-06-01", "2023-05-15", DEADLINE_IN_TIME, 2, 2},
        {"2023-05-17", "2023-05-10", "2023-05-15", DEADLINE_IN_TIME, 2, 2}, /* whatever today is */
        {"2023-05-17", "2023-06-01", "2023-05-18", DEADLINE_LATE, 1, 1},
        {"2023-05-19", "2023-06-01", "2023-05-20", DEADLINE_LATE, 0, 1},
        {"2023-02-04", "2023-06-01", "2023-02-06", DEADLINE_LATE, 1, 2},
        {"2023-05-17", "", "2023-05-18", DEADLINE_LATE, 1, 1},
        {"", "2023-05-17", "", DEADLINE_NONE, 0, 0},
        {"", "2023-05-17", "2023-05-17", DEADLINE_NONE, 0, 0},
        {"2023-05-17", "", "", DEADLINE_NONE, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct deadline_state is =
            deadline_state(shipped, day(cases[i].due), day(cases[i].today), day(cases[i].done));

        if (is.standing != cases[i].standing || is.workdays != cases[i].workdays || is.days != cases[i].days)
            fail_msg("case %zu: standing %d, %d working days, %d days", i, (int)is.standing, is.workdays,
                     is.days);
        assert_false(is.provisional);
    }
    assert_true(deadline_state(shipped, day("2028-01-05"), day("2027-12-30"), day("")).provisional);
    assert_false(deadline_state(shipped, day("2027-12-30"), day("2027-12-24"), day("")).provisional);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deadlines__of_the_known_meetings__are_the_days_they_had),
        cmocka_unit_test(meeting_over_two_days__sends_papers_by_the_first__and_minutes_by_the_last),
        cmocka_unit_test(meeting_on_a_day_off__counts_from_that_day__and_says_so),
        cmocka_unit_test(deadline__is_provisional__when_its_own_count_leaves_the_calendar),
        cmocka_unit_test(deadline__stands__as_today_or_the_day_it_was_done_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

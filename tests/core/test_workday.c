/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped office calendar and the counting of working days. Expected days were read off the
 * printed calendars, not computed.
 */
#include "core/calendar/workday.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const struct office_calendar *const shipped = &office_calendar_shipped;

static struct date day(const char *iso)
{
    struct date date = {0, 0, 0};

    assert_true(date_parse_iso(iso, &date));
    return date;
}

static void assert_day(struct date date, const char *iso)
{
    char text[DATE_ISO_SIZE];

    date_iso(text, date);
    assert_string_equal(text, iso);
}

static void shipped_calendar__knows_which_days_are_worked(void **state)
{
    static const struct {
        const char *day;
        bool workday;
        const char *name; /* NULL = a plain day */
    } cases[] = {
        {"2023-05-24", true, NULL},
        {"2023-05-20", false, NULL},
        {"2023-05-21", false, NULL},
        {"2023-02-04", true, "補行上班"},
        {"2023-06-17", true, "補行上班"},
        {"2017-06-03", true, "調整上班"},
        {"2023-06-22", false, "端午節"},
        {"2023-06-23", false, "調整放假"},
        {"2020-04-03", false, "放假"},
        {"2024-01-01", false, "開國紀念日"},
        {"2023-01-01", false, NULL}, /* a Sunday needs no entry */
        {"2025-05-01", true, NULL},  /* a day off for firms only */
        {"2026-05-01", false, "勞動節"},
        {"2024-09-28", false, NULL},
        {"2026-09-28", false, "孔子誕辰紀念日/教師節"},
        {"2023-12-25", true, NULL},
        {"2024-10-25", true, NULL},
        /* 114 as revised within its own year */
        {"2025-09-29", false, "補假"},
        {"2025-10-24", false, "補假"},
        {"2025-12-25", false, "行憲紀念日"},
        {"2027-12-31", false, "補假"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *name = workday_name(shipped, day(cases[i].day));

        if (workday_is(shipped, day(cases[i].day)) != cases[i].workday)
            fail_msg("%s is wrong", cases[i].day);
        if (!text_same(name, cases[i].name))
            fail_msg("%s is called %s", cases[i].day, name ? name : "nothing");
    }
    assert_false(workday_is(shipped, (struct date){0, 0, 0}));
    assert_false(workday_is(shipped, (struct date){2023, 2, 31}));
}

static void year_outside_the_calendar__is_not_known__even_where_a_day_of_it_is_listed(void **state)
{
    (void)state;
    assert_int_equal(shipped->first_year, 2015);
    assert_int_equal(shipped->last_year, 2027);
    assert_true(workday_known(shipped, day("2015-01-01")));
    assert_true(workday_known(shipped, day("2027-12-31")));
    assert_false(workday_known(shipped, day("2028-01-01")));
    assert_false(workday_known(shipped, day("2014-12-31")));
    assert_false(workday_known(shipped, day("2014-12-27")));
    assert_true(workday_is(shipped, day("2014-12-27")));
    assert_false(workday_known(shipped, (struct date){0, 0, 0}));
}

static void shipped_calendar__lists_only_days_that_differ__each_once_and_in_order(void **state)
{
    (void)state;
    assert_int_equal(shipped->n_days, 209);
    for (size_t i = 0; i < shipped->n_days; i++) {
        const struct office_day *entry = &shipped->days[i];
        int weekday = date_weekday(entry->date);

        assert_true(date_valid(entry->date));
        assert_int_equal(entry->workday, weekday == 0 || weekday == 6);
        assert_true(entry->name[0] != '\0');
        if (i > 0)
            assert_true(date_compare(shipped->days[i - 1].date, entry->date) < 0);
    }
}

static void working_days_of_each_year__are_as_many_as_printed(void **state)
{
    static const struct {
        int year, workdays;
    } cases[] = {
        {2017, 249}, {2018, 250}, {2019, 250}, {2020, 251}, {2021, 249}, {2022, 250},
        {2023, 249}, {2024, 251}, {2025, 247}, {2026, 245}, {2027, 244},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool provisional = true;
        struct date eve = {cases[i].year - 1, 12, 31}, last = {cases[i].year, 12, 31};

        assert_int_equal(workday_between(shipped, eve, last, &provisional), cases[i].workdays);
        assert_false(provisional);
    }
}

static void nth_working_day__does_not_count_the_day_itself(void **state)
{
    static const struct {
        const char *from;
        int n;
        const char *to;
    } cases[] = {
        {"2023-05-24", 0, "2023-05-24"},   {"2023-05-24", 1, "2023-05-25"},  {"2023-05-24", -1, "2023-05-23"},
        {"2023-05-26", 1, "2023-05-29"},   {"2023-05-29", -1, "2023-05-26"}, {"2023-05-24", -5, "2023-05-17"},
        {"2023-12-14", -5, "2023-12-07"},  {"2023-12-14", 8, "2023-12-26"},  {"2023-12-14", 10, "2023-12-28"},
        {"2023-12-14", 14, "2024-01-04"},  {"2024-04-29", -5, "2024-04-22"}, {"2024-04-29", 8, "2024-05-09"},
        {"2024-04-29", 10, "2024-05-13"},  {"2024-04-29", 14, "2024-05-17"}, {"2023-05-24", 8, "2023-06-05"},
        {"2023-05-24", 10, "2023-06-07"},  {"2023-05-24", 14, "2023-06-13"}, {"2015-06-29", -5, "2015-06-22"},
        {"2015-06-29", 8, "2015-07-09"},   {"2015-06-29", 10, "2015-07-13"}, {"2015-06-29", 14, "2015-07-17"},
        {"2023-02-10", -5, "2023-02-04"}, /* a make-up Saturday counts */
        {"2023-02-03", 1, "2023-02-04"},   {"2023-02-06", -1, "2023-02-04"}, {"2023-06-21", 1, "2023-06-26"},
        {"2023-01-19", 1, "2023-01-30"},                                    /* over the new year's ten days */
        {"2023-01-30", -1, "2023-01-19"},  {"2023-05-20", 1, "2023-05-22"}, /* from a day off: day 1 is the
                                                                               next working day */
        {"2023-05-20", -1, "2023-05-19"},  {"2023-05-20", 0, "2023-05-20"},  {"2025-09-26", 1, "2025-09-30"},
        {"2023-05-24", 250, "2024-05-23"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool provisional = true;

        assert_day(workday_add(shipped, day(cases[i].from), cases[i].n, &provisional), cases[i].to);
        assert_false(provisional);
        assert_day(workday_add(shipped, day(cases[i].from), cases[i].n, NULL), cases[i].to);
    }
}

static void result__is_provisional__when_any_day_on_the_way_is_not_covered(void **state)
{
    static const struct {
        const char *from;
        int n;
        const char *to;
        bool provisional;
    } cases[] = {
        {"2027-12-30", 1, "2028-01-03", true},  {"2027-12-29", 1, "2027-12-30", false},
        {"2028-01-03", -1, "2027-12-30", true}, {"2028-01-01", -1, "2027-12-30", false},
        {"2030-06-03", 5, "2030-06-10", true},  {"2030-06-03", 0, "2030-06-03", false},
        {"2014-12-25", 1, "2014-12-26", true},  {"2014-12-26", 1, "2014-12-27", true},
        {"2014-12-31", 1, "2015-01-05", false}, {"2015-01-05", -1, "2014-12-31", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool provisional = !cases[i].provisional;

        assert_day(workday_add(shipped, day(cases[i].from), cases[i].n, &provisional), cases[i].to);
        if (provisional != cases[i].provisional)
            fail_msg("%s %+d", cases[i].from, cases[i].n);
    }
}

static void counting__is_empty__when_the_years_run_out(void **state)
{
    bool provisional = false;

    (void)state;
    assert_day(workday_add(shipped, day("2023-05-24"), INT_MAX, &provisional), "");
    assert_true(provisional);
    assert_day(workday_add(shipped, day("2023-05-24"), INT_MIN, NULL), "");
    assert_day(workday_add(shipped, (struct date){0, 0, 0}, 3, NULL), "");
    assert_day(workday_add(shipped, (struct date){2023, 2, 30}, 0, NULL), "");
    assert_int_equal(workday_between(shipped, (struct date){0, 0, 0}, day("2023-05-24"), &provisional), 0);
    assert_false(provisional);
    assert_int_equal(workday_between(shipped, day("2023-05-24"), (struct date){0, 0, 0}, NULL), 0);
}

static void working_days_between__count_the_last_day_and_not_the_first(void **state)
{
    static const struct {
        const char *from, *to;
        int n;
    } cases[] = {
        {"2023-05-10", "2023-05-17", 5}, {"2023-05-24", "2023-05-24", 0},  {"2023-05-19", "2023-05-20", 0},
        {"2023-05-19", "2023-05-22", 1}, {"2023-05-20", "2023-05-22", 1},  {"2023-02-03", "2023-02-04", 1},
        {"2023-06-21", "2023-06-26", 1}, {"2023-05-17", "2023-05-10", -5}, {"2023-05-22", "2023-05-20", -1},
        {"2023-05-20", "2023-05-19", 0}, {"2023-12-14", "2024-01-04", 14},
    };
    bool provisional = false;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(workday_between(shipped, day(cases[i].from), day(cases[i].to), NULL), cases[i].n);
    assert_int_equal(workday_between(shipped, day("2027-12-30"), day("2028-01-03"), &provisional), 1);
    assert_true(provisional);
    assert_int_equal(workday_between(shipped, day("2028-01-03"), day("2027-12-30"), &provisional), -1);
    assert_true(provisional);
}

static void counting_there_and_back__agrees__from_every_day_of_the_calendar(void **state)
{
    (void)state;
    for (struct date from = {2015, 2, 1}; from.year < 2027; from = date_add(from, 1))
        for (int n = 1; n <= 14; n++) {
            struct date after = workday_add(shipped, from, n, NULL);
            struct date before = workday_add(shipped, from, -n, NULL);

            assert_true(workday_is(shipped, after));
            assert_true(workday_is(shipped, before));
            assert_int_equal(workday_between(shipped, from, after, NULL), n);
            assert_int_equal(workday_between(shipped, after, from, NULL), -n);
            assert_int_equal(workday_between(shipped, before, from, NULL), n - 1 + workday_is(shipped, from));
        }
}

static void any_calendar__can_be_handed_in(void **state)
{
    static const struct office_day days[] = {{{2031, 3, 4}, false, "停止上班"},
                                             {{2031, 3, 8}, true, "補行上班"}};
    static const struct office_calendar own = {days, 2, 2031, 2031};
    static const struct office_calendar empty = {NULL, 0, 0, 0};
    bool provisional = true;

    (void)state;
    assert_day(workday_add(&own, day("2031-03-03"), 1, &provisional), "2031-03-05");
    assert_false(provisional);
    assert_day(workday_add(&own, day("2031-03-07"), 1, NULL), "2031-03-08");
    assert_string_equal(workday_name(&own, day("2031-03-04")), "停止上班");
    assert_day(workday_add(&empty, day("2023-06-21"), 1, &provisional), "2023-06-22");
    assert_true(provisional);
    assert_null(workday_name(&empty, day("2023-06-22")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_calendar__knows_which_days_are_worked),
        cmocka_unit_test(year_outside_the_calendar__is_not_known__even_where_a_day_of_it_is_listed),
        cmocka_unit_test(shipped_calendar__lists_only_days_that_differ__each_once_and_in_order),
        cmocka_unit_test(working_days_of_each_year__are_as_many_as_printed),
        cmocka_unit_test(nth_working_day__does_not_count_the_day_itself),
        cmocka_unit_test(result__is_provisional__when_any_day_on_the_way_is_not_covered),
        cmocka_unit_test(counting__is_empty__when_the_years_run_out),
        cmocka_unit_test(working_days_between__count_the_last_day_and_not_the_first),
        cmocka_unit_test(counting_there_and_back__agrees__from_every_day_of_the_calendar),
        cmocka_unit_test(any_calendar__can_be_handed_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

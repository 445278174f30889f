/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days, their ISO form and their patterns. Counting is held against the C library's own calendar.
 */
#include "core/calendar/date.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const struct date no_date = {0, 0, 0};

static void assert_date(struct date date, int year, int month, int day)
{
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
}

static void day__is_valid__only_when_it_exists(void **state)
{
    static const struct {
        struct date date;
        bool valid;
    } cases[] = {
        {{2023, 5, 24}, true},       {{2024, 2, 29}, true},   {{2023, 2, 29}, false},
        {{2000, 2, 29}, true},       {{2100, 2, 29}, false},  {{2023, 4, 31}, false},
        {{2023, 12, 31}, true},      {{2023, 12, 32}, false}, {{2023, 13, 1}, false},
        {{2023, 0, 1}, false},       {{2023, 1, 0}, false},   {{2023, -1, 1}, false},
        {{1911, 12, 31}, false},     {{1912, 1, 1}, true},    {{2911, 12, 31}, true},
        {{2912, 1, 1}, false},       {{0, 0, 0}, false},      {{INT_MIN, 1, 1}, false},
        {{2023, INT_MAX, 1}, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(date_valid(cases[i].date), cases[i].valid);
}

static void every_day__counts_as_the_c_library_counts__from_1912_to_2911(void **state)
{
    const struct date first = {DATE_FIRST_YEAR, 1, 1};
    struct tm start = {.tm_year = DATE_FIRST_YEAR - 1900, .tm_mday = 1};
    time_t second = timegm(&start);
    struct date day = first;
    int n = 0;

    (void)state;
    for (; date_valid(day); n++, second += 24 * 60 * 60) {
        char text[DATE_ISO_SIZE];
        struct date read = no_date;
        struct tm tm;

        assert_non_null(gmtime_r(&second, &tm));
        assert_date(day, tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
        assert_int_equal(date_weekday(day), tm.tm_wday);
        assert_int_equal(date_days_between(first, day), n);
        date_iso(text, day);
        assert_true(date_parse_iso(text, &read));
        assert_int_equal(date_compare(read, day), 0);
        day = date_add(day, 1);
    }
    /* 250 of the thousand years can be divided by 4; seven of those are centuries that are not leap. */
    assert_int_equal(n, 365243);
}

static void adding_days__goes_both_ways__and_ends_with_the_years(void **state)
{
    static const struct {
        struct date from;
        int days;
        struct date to;
    } cases[] = {
        {{2023, 12, 14}, 21, {2024, 1, 4}},
        {{2024, 2, 28}, 1, {2024, 2, 29}},
        {{2023, 2, 28}, 1, {2023, 3, 1}},
        {{2024, 3, 1}, -1, {2024, 2, 29}},
        {{2024, 1, 1}, -1, {2023, 12, 31}},
        {{2023, 5, 24}, 0, {2023, 5, 24}},
        {{2023, 12, 31}, 366, {2024, 12, 31}},
        {{2023, 12, 31}, 365, {2024, 12, 30}},
        {{1912, 1, 1}, 365242, {2911, 12, 31}},
        {{2911, 12, 31}, -365242, {1912, 1, 1}},
        {{2911, 12, 31}, 1, {0, 0, 0}},
        {{1912, 1, 1}, -1, {0, 0, 0}},
        {{2023, 5, 24}, INT_MAX, {0, 0, 0}},
        {{2023, 5, 24}, INT_MIN, {0, 0, 0}},
        {{0, 0, 0}, 5, {0, 0, 0}},
        {{2023, 2, 30}, 5, {0, 0, 0}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date to = cases[i].to;
        struct date sum = date_add(cases[i].from, cases[i].days);

        assert_date(sum, to.year, to.month, to.day);
    }
}

static void comparing_days__puts_no_date_first(void **state)
{
    static const struct date ascending[] = {
        {0, 0, 0}, {1912, 1, 1}, {2022, 12, 31}, {2023, 1, 1}, {2023, 1, 2}, {2023, 2, 1}, {2024, 1, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(ascending); i++)
        for (size_t j = 0; j < COUNT(ascending); j++) {
            int order = date_compare(ascending[i], ascending[j]);

            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    assert_int_equal(date_days_between((struct date){2023, 5, 24}, (struct date){2023, 5, 17}), -7);
    assert_int_equal(date_days_between(no_date, (struct date){2023, 5, 17}), 0);
}

static void roc_year__is_the_year_less_1911(void **state)
{
    (void)state;
    assert_int_equal(date_roc_year((struct date){2023, 5, 24}), 112);
    assert_int_equal(date_roc_year((struct date){2010, 5, 24}), 99);
    assert_int_equal(date_roc_year((struct date){1912, 1, 1}), 1);
    assert_int_equal(date_roc_year(no_date), 0);
    assert_string_equal(date_weekday_name(date_weekday((struct date){2023, 5, 24})), "三");
    assert_string_equal(date_weekday_name(date_weekday((struct date){2023, 5, 21})), "日");
    assert_string_equal(date_weekday_name(7), "");
    assert_string_equal(date_weekday_name(-1), "");
}

static void iso_day__is_taken__only_in_its_exact_form(void **state)
{
    static const char *const bad[] = {
        "",           "2023-5-24",  "2023-05-24 ", " 2023-05-24", "2023/05/24",       "20230524",
        "2023-02-30", "2023-02-29", "2023-13-01",  "2023-00-10",  "2023-01-00",       "1911-12-31",
        "2912-01-01", "+023-05-24", "2023-05-2x",  "2023-05-2４", "2023-05-24T00:00", "-2023-05-24",
        "2023-05--1", "0112-05-24",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct date date = {1, 2, 3};

        assert_false(date_parse_iso(bad[i], &date));
        assert_date(date, 1, 2, 3);
    }
    assert_false(date_parse_iso(NULL, &(struct date){0, 0, 0}));
}

static void iso_time__goes_to_47_59__but_a_moment_to_23_59(void **state)
{
    static const struct {
        const char *text;
        int minutes; /* -1 = refused */
    } times[] = {
        {"00:00", 0},  {"14:00", 840}, {"23:59", 1439}, {"24:00", 1440},  {"24:30", 1470}, {"47:59", 2879},
        {"48:00", -1}, {"14:60", -1},  {"9:30", -1},    {"14:0", -1},     {"1400", -1},    {"14:00 ", -1},
        {"-1:00", -1}, {"14：00", -1}, {"", -1},        {"14:00:00", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(times); i++) {
        int minutes = -1;
        char moment_text[32] = "2023-05-24T", text[TIME_ISO_SIZE];
        struct moment moment = {{0, 0, 0}, -1};
        bool day_time = times[i].minutes >= 0 && times[i].minutes < DAY_MINUTES;

        assert_int_equal(time_parse_iso(times[i].text, &minutes), times[i].minutes >= 0);
        assert_int_equal(minutes, times[i].minutes);
        for (size_t j = 0; times[i].text[j]; j++)
            moment_text[11 + j] = times[i].text[j];
        assert_int_equal(moment_parse_iso(moment_text, &moment), day_time);
        assert_int_equal(moment.minutes, day_time ? minutes : -1);
        if (minutes >= 0) {
            time_iso(text, minutes);
            assert_string_equal(text, times[i].text);
        }
    }
    assert_false(moment_parse_iso("2023-05-24 14:00", &(struct moment){{0, 0, 0}, 0}));
    assert_false(moment_parse_iso("2023-02-30T14:00", &(struct moment){{0, 0, 0}, 0}));
    assert_false(moment_parse_iso("2023-05-24T14:00Z", &(struct moment){{0, 0, 0}, 0}));
    assert_false(moment_parse_iso("2023-05-24", &(struct moment){{0, 0, 0}, 0}));
    assert_false(moment_parse_iso(NULL, &(struct moment){{0, 0, 0}, 0}));
    assert_false(time_parse_iso(NULL, &(int){0}));
}

static void iso_moment__past_midnight__is_one_of_the_next_day(void **state)
{
    static const struct {
        struct moment moment;
        const char *iso;
    } cases[] = {
        {{{2023, 5, 24}, 840}, "2023-05-24T14:00"},
        {{{2023, 5, 24}, 0}, "2023-05-24T00:00"},
        {{{2023, 12, 31}, 1470}, "2024-01-01T00:30"},
        {{{2023, 5, 24}, 1440}, "2023-05-25T00:00"},
        {{{2023, 5, 24}, -1}, "2023-05-24"},
        {{{2023, 2, 30}, 840}, ""},
        {{{0, 0, 0}, 840}, ""},
        {{{0, 0, 0}, 1470}, ""},
        {{{2911, 12, 31}, 1470}, ""},
    };
    char text[MOMENT_ISO_SIZE], time[TIME_ISO_SIZE];

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        moment_iso(text, cases[i].moment);
        assert_string_equal(text, cases[i].iso);
    }
    time_iso(time, -1);
    assert_string_equal(time, "");
    time_iso(time, 2880);
    assert_string_equal(time, "");
}

static void pattern__prints_a_moment__as_the_paper_writes_it(void **state)
{
#define FORMAL "{Y}年{m}月{d}日(星期{w}){ap}{h}時[{MM}分]"
    static const struct {
        const char *pattern;
        struct moment moment;
        const char *printed;
    } cases[] = {
        {FORMAL, {{2023, 12, 14}, 570}, "112年12月14日(星期四)上午9時30分"},
        {FORMAL, {{2023, 12, 14}, 540}, "112年12月14日(星期四)上午9時"},
        {FORMAL, {{2023, 5, 24}, 845}, "112年5月24日(星期三)下午2時05分"},
        {FORMAL, {{2010, 1, 3}, 720}, "99年1月3日(星期日)中午12時"},
        {FORMAL, {{2023, 5, 24}, 750}, "112年5月24日(星期三)中午12時30分"},
        {FORMAL, {{2023, 5, 24}, 780}, "112年5月24日(星期三)下午1時"},
        {FORMAL, {{2023, 5, 24}, 10}, "112年5月24日(星期三)上午0時10分"},
        {FORMAL, {{2023, 5, 24}, 1470}, "112年5月25日(星期四)上午0時30分"},
        {FORMAL, {{2023, 12, 31}, 1440}, "113年1月1日(星期一)上午0時"},
        {"{Y} 年 {m} 月 {d} 日(星期{w}){ap} {h} 時 {MM} 分",
         {{2015, 6, 29}, 840},
         "104 年 6 月 29 日(星期一)下午 2 時 00 分"},
        {"{Y}/{mm}/{dd}({w}) {HH}:{MM}", {{2023, 5, 4}, 545}, "112/05/04(四) 09:05"},
        {"{y}-{mm}-{dd} {H}:{MM}", {{2023, 5, 4}, 545}, "2023-05-04 9:05"},
        {"{H}時{M}分", {{2023, 5, 4}, 545}, "9時5分"},
        {"{HH}:{MM}", {{0, 0, 0}, 1470}, "00:30"},
        {"{Y}{m}{d}{w}|{H}:{MM}", {{0, 0, 0}, 545}, "|9:05"},
        {"{Y}/{m}/{d}{H}[:{MM}]", {{2023, 5, 4}, -1}, "112/5/4"},
        {"{x} {Y {} }]{d}", {{2023, 5, 4}, 0}, "{x} {Y {} }4"},
        {"[{MM}", {{2023, 5, 4}, 0}, ""},
        {"", {{2023, 5, 4}, 0}, ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT;

        moment_format(&out, cases[i].pattern, cases[i].moment);
        assert_false(str_failed(&out));
        assert_string_equal(out.text, cases[i].printed);
        str_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day__is_valid__only_when_it_exists),
        cmocka_unit_test(every_day__counts_as_the_c_library_counts__from_1912_to_2911),
        cmocka_unit_test(adding_days__goes_both_ways__and_ends_with_the_years),
        cmocka_unit_test(comparing_days__puts_no_date_first),
        cmocka_unit_test(roc_year__is_the_year_less_1911),
        cmocka_unit_test(iso_day__is_taken__only_in_its_exact_form),
        cmocka_unit_test(iso_time__goes_to_47_59__but_a_moment_to_23_59),
        cmocka_unit_test(iso_moment__past_midnight__is_one_of_the_next_day),
        cmocka_unit_test(pattern__prints_a_moment__as_the_paper_writes_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

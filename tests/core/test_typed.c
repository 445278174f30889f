/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and times as they are typed: what is taken, and that nonsense is refused and touches nothing.
 */
#include "core/calendar/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const struct date wednesday = {2023, 5, 10};

static void typed_date__is_taken__in_every_usual_form(void **state)
{
    static const char *const forms[] = {
        "112/5/24",
        "112/05/24",
        "112.5.24",
        "112.05.24",
        "112-5-24",
        "112-05-24",
        "1120524",
        "5/24",
        "05/24",
        "5-24",
        "5.24",
        "2023-05-24",
        "2023/5/24",
        "2023.5.24",
        "20230524",
        "112年5月24日",
        "112 年 5 月 24 日",
        "112年05月24日",
        "5月24日",
        "5 月 24 日",
        "5月24號",
        "5月24",
        "民國112年5月24日",
        "中華民國 112 年 5 月 24 日",
        "西元2023年5月24日",
        "2023年5月24日",
        "112/5/24(三)",
        "112年5月24日(星期三)",
        "112年5月24日（星期三）",
        "112年5月24日 星期三",
        "5/24 週三",
        "5/24（三）",
        "5/24 (周三)",
        "5/24禮拜三",
        "112/5/24 ( 三 )",
        "１１２／５／２４",
        "１１２０５２４",
        "１１２．５．２４",
        "１１２－５－２４",
        "１１２。５。２４",
        "２０２３—０５—２４",
        "１１２年５月２４日",
        "　112/5/24　",
        "  112 / 5 / 24  ",
        "112 /5/ 24",
        "112\u00A0年5月24日",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct date date = {0, 0, 0};
        enum code code = CODE_NONE;

        if (!date_typed(forms[i], wednesday, &date, &code))
            fail_msg("%s was refused (code %d)", forms[i], (int)code);
        assert_int_equal(date_compare(date, (struct date){2023, 5, 24}), 0);
        assert_int_equal(code, CODE_NONE);
    }
}

static void typed_date__as_the_references_write_it__is_the_right_day(void **state)
{
    static const struct {
        const char *text;
        struct date date;
    } cases[] = {
        {"112年12月14日(星期四)", {2023, 12, 14}},
        {"104 年 6 月 29 日(星期一)", {2015, 6, 29}},
        {"113 年 4 月 29 日（星期一）", {2024, 4, 29}},
        {"112.5.24", {2023, 5, 24}},
        {"108/03/28", {2019, 3, 28}},
        {"113-04-02", {2024, 4, 2}},
        {"中華民國 112 年 11 月 27 日", {2023, 11, 27}},
        {"4月19日", {2023, 4, 19}},
        {"99/12/31", {2010, 12, 31}},
        {"113/2/29", {2024, 2, 29}},
        {"112/5/21(日)", {2023, 5, 21}},
        {"112/5/21 星期天", {2023, 5, 21}},
        {"112/5/21 週日", {2023, 5, 21}},
        {"5月21日(日)", {2023, 5, 21}},
        {"0991231", {2010, 12, 31}},
        {"099/12/31", {2010, 12, 31}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date date = {0, 0, 0};
        enum code code = CODE_NONE;

        if (!date_typed(cases[i].text, wednesday, &date, &code))
            fail_msg("%s was refused (code %d)", cases[i].text, (int)code);
        assert_int_equal(date_compare(date, cases[i].date), 0);
    }
}

static void typed_day_without_a_year__is_this_year__unless_more_than_six_months_past(void **state)
{
    static const struct {
        struct date today;
        const char *text;
        struct date date;
    } cases[] = {
        {{2023, 5, 10}, "5/24", {2023, 5, 24}},   {{2023, 5, 10}, "1/5", {2023, 1, 5}},
        {{2023, 5, 10}, "12/31", {2023, 12, 31}}, {{2023, 12, 20}, "1/5", {2024, 1, 5}},
        {{2023, 12, 20}, "6/19", {2024, 6, 19}},  {{2023, 12, 20}, "6/20", {2023, 6, 20}},
        {{2023, 12, 20}, "6/21", {2023, 6, 21}},  {{2023, 12, 20}, "5月24日(五)", {2024, 5, 24}},
        {{2023, 1, 2}, "12/30", {2023, 12, 30}},  {{2023, 10, 1}, "2/29", {2024, 2, 29}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date date = {0, 0, 0};

        assert_true(date_typed(cases[i].text, cases[i].today, &date, NULL));
        assert_int_equal(date_compare(date, cases[i].date), 0);
    }
}

/* What nobody can mean by a date. */
static const struct {
    const char *text;
    enum code code;
} refused[] = {
    {NULL, CODE_DATE_FORM},
    {"", CODE_DATE_FORM},
    {"   ", CODE_DATE_FORM},
    {"明天", CODE_DATE_FORM},
    {"5", CODE_DATE_FORM},
    {"524", CODE_DATE_FORM},
    {"0524", CODE_DATE_FORM},
    {"112", CODE_DATE_FORM},
    {"112/5", CODE_DATE_FORM},
    {"112/5/", CODE_DATE_FORM},
    {"/5/24", CODE_DATE_FORM},
    {"112//24", CODE_DATE_FORM},
    {"112/5/24/1", CODE_DATE_FORM},
    {"112/5-24", CODE_DATE_FORM},
    {"112/5.24", CODE_DATE_FORM},
    {"112/5/24x", CODE_DATE_FORM},
    {"x112/5/24", CODE_DATE_FORM},
    {"112/5/024", CODE_DATE_FORM},
    {"990524", CODE_DATE_FORM},
    {"230524", CODE_DATE_FORM},
    {"112052", CODE_DATE_FORM},
    {"112052411", CODE_DATE_FORM},
    {"01120524", CODE_DATE_FORM},
    {"0112/5/24", CODE_DATE_FORM},
    {"1/2/3", CODE_DATE_FORM},
    {"12345/5/24", CODE_DATE_FORM},
    {"-112/5/24", CODE_DATE_FORM},
    {"000/5/24", CODE_DATE_FORM},
    {"1911-12-31", CODE_DATE_FORM},
    {"11 2/5/24", CODE_DATE_FORM},
    {"112年5月", CODE_DATE_FORM},
    {"112年", CODE_DATE_FORM},
    {"5月", CODE_DATE_FORM},
    {"112年5/24", CODE_DATE_FORM},
    {"民國2023年5月24日", CODE_DATE_FORM},
    {"西元112年5月24日", CODE_DATE_FORM},
    {"民國5月24日", CODE_DATE_FORM},
    {"民國", CODE_DATE_FORM},
    {"112/5/24(", CODE_DATE_FORM},
    {"112/5/24()", CODE_DATE_FORM},
    {"112/5/24(三", CODE_DATE_FORM},
    {"112/5/24三)", CODE_DATE_FORM},
    {"112/5/24(八)", CODE_DATE_FORM},
    {"112/5/24星期", CODE_DATE_FORM},
    {"112/5/24(三)下午", CODE_DATE_FORM},
    {"112/5/24 14:00", CODE_DATE_FORM},
    {"五月二十四日", CODE_DATE_FORM},
    {"\xEF\xBC", CODE_DATE_FORM},
    {"112/5/24\xFF", CODE_DATE_FORM},
    {"\x1b[31m5/24", CODE_DATE_FORM},
    {"5/24\n", CODE_DATE_FORM},
    {"99999999999999999999", CODE_DATE_FORM},
    {"5/24 天", CODE_DATE_FORM},
    {"2023-02-30", CODE_DATE_NO_SUCH_DAY},
    {"112/2/29", CODE_DATE_NO_SUCH_DAY},
    {"1120230", CODE_DATE_NO_SUCH_DAY},
    {"112/13/1", CODE_DATE_NO_SUCH_DAY},
    {"13/1", CODE_DATE_NO_SUCH_DAY},
    {"112/0/1", CODE_DATE_NO_SUCH_DAY},
    {"112/1/0", CODE_DATE_NO_SUCH_DAY},
    {"4/31", CODE_DATE_NO_SUCH_DAY},
    {"2/29", CODE_DATE_NO_SUCH_DAY},
    {"9999-01-01", CODE_DATE_NO_SUCH_DAY},
    {"112年4月31日(一)", CODE_DATE_NO_SUCH_DAY},
};

static void typed_date__is_refused_with_the_reason__and_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct date date = {1, 2, 3};
        enum code code = CODE_NONE;

        if (date_typed(refused[i].text, wednesday, &date, &code) || code != refused[i].code)
            fail_msg("%s was taken, or refused with code %d", refused[i].text ? refused[i].text : "NULL",
                     (int)code);
        assert_int_equal(date.year, 1);
        assert_int_equal(date.month, 2);
        assert_int_equal(date.day, 3);
    }
    assert_false(date_typed("5/24", (struct date){0, 0, 0}, &(struct date){0, 0, 0}, NULL));
}

static void typed_date__with_the_wrong_weekday__is_refused_but_names_the_day(void **state)
{
    static const char *const cases[] = {"112/5/24(四)", "112年5月24日(星期日)", "5/24 週二",
                                        "112/5/24星期天"};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date date = {0, 0, 0};
        enum code code = CODE_NONE;

        assert_false(date_typed(cases[i], wednesday, &date, &code));
        assert_int_equal(code, CODE_DATE_WEEKDAY);
        assert_string_equal(date_weekday_name(date_weekday(date)), "三");
    }
}

static void what_the_program_prints__can_be_typed_again__on_every_day_of_a_year(void **state)
{
    static const char *const patterns[] = {"{Y}/{mm}/{dd}({w})", "{Y}/{m}/{d}", "{y}-{mm}-{dd}",
                                           "{m}/{d}({w})", "{Y}年{m}月{d}日(星期{w})"};

    (void)state;
    for (struct date day = {2023, 1, 1}; day.year == 2023; day = date_add(day, 1))
        for (size_t i = 0; i < COUNT(patterns); i++) {
            struct str text = STR_INIT;
            struct date read = {0, 0, 0};

            moment_format(&text, patterns[i], (struct moment){day, -1});
            assert_true(date_typed(text.text, wednesday, &read, NULL));
            assert_int_equal(date_compare(read, day), 0);
            str_release(&text);
        }
}

static void typed_time__is_taken__in_every_usual_form(void **state)
{
    static const struct {
        const char *text;
        int hour, minute;
    } cases[] = {
        {"1400", 14, 0},
        {"14:00", 14, 0},
        {"14：00", 14, 0},
        {"下午2時", 14, 0},
        {"下午2時30分", 14, 30},
        {"中午12時", 12, 0},
        {"上午9點半", 9, 30},
        {"930", 9, 30},
        {"0930", 9, 30},
        {"9:30", 9, 30},
        {"0000", 0, 0},
        {"00:00", 0, 0},
        {"下午 2 時 00 分", 14, 0},
        {"下午 2 時 30 分", 14, 30},
        {"上午11時", 11, 0},
        {"下午2時45分", 14, 45},
        {"下午2時整", 14, 0},
        {"下午2:30", 14, 30},
        {"下午２：３０", 14, 30},
        {"１４００", 14, 0},
        {"１４：００", 14, 0},
        {"14時", 14, 0},
        {"14點5分", 14, 5},
        {"9時30", 9, 30},
        {"下午230", 14, 30},
        {"下午12時", 12, 0},
        {"下午12時30分", 12, 30},
        {"中午12:15", 12, 15},
        {"中午1點", 13, 0},
        {"上午0時10分", 0, 10},
        {"凌晨1點", 1, 0},
        {"晚上7點半", 19, 30},
        {"早上8點", 8, 0},
        {"　14:00 ", 14, 0},
        {"2359", 23, 59},
        {"2430", 24, 30},
        {"24:30", 24, 30},
        {"47:59", 47, 59},
        {"下午0時30分", 12, 30},
        {"14 : 00", 14, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int minutes = -1;
        enum code code = CODE_NONE;

        if (!time_typed(cases[i].text, &minutes, &code))
            fail_msg("%s was refused", cases[i].text);
        if (minutes != cases[i].hour * 60 + cases[i].minute)
            fail_msg("%s was taken for %d minutes", cases[i].text, minutes);
    }
}

static void typed_time__is_refused__when_it_could_mean_two_times_or_none(void **state)
{
    static const char *const cases[] = {
        "",         "  ",        "2",       "14",          "14時00分00", "1460",      "9999",
        "14000",    "4800",      "48:00",   "14:60",       "14:5",       "14:",       ":30",
        "14:000",   "14.30",     "14-30",   "14:00:00",    "下午",       "下午13時",  "下午14:00",
        "上午12時", "上午13時",  "中午2時", "晚上12時",    "凌晨6時",    "下午2",     "2時60分",
        "2時半分",  "2時30分半", "2分",     "時",          "兩點",       "下午2時x",  "-9:30",
        "x1400",    "14:00pm",   "14:0 0",  "下午上午2時", "\xEF\xBC",   "14:00\xFF", "下午1400",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int minutes = -7;
        enum code code = CODE_NONE;

        if (time_typed(cases[i], &minutes, &code) || code != CODE_TIME_FORM)
            fail_msg("%s was taken for %d minutes", cases[i], minutes);
        assert_int_equal(minutes, -7);
    }
    assert_false(time_typed(NULL, &(int){0}, NULL));
}

static void every_time__can_be_typed_as_it_is_shown(void **state)
{
    (void)state;
    for (int minutes = 0; minutes <= TIME_LAST; minutes++) {
        char text[TIME_ISO_SIZE];
        int read = -1;

        time_iso(text, minutes);
        assert_true(time_typed(text, &read, NULL));
        assert_int_equal(read, minutes);
    }
    for (int minutes = 0; minutes < DAY_MINUTES; minutes++) {
        struct str text = STR_INIT;
        int read = -1;

        moment_format(&text, "{ap}{h}時[{MM}分]", (struct moment){{0, 0, 0}, minutes});
        assert_true(time_typed(text.text, &read, NULL));
        assert_int_equal(read, minutes);
        str_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed_date__is_taken__in_every_usual_form),
        cmocka_unit_test(typed_date__as_the_references_write_it__is_the_right_day),
        cmocka_unit_test(typed_day_without_a_year__is_this_year__unless_more_than_six_months_past),
        cmocka_unit_test(typed_date__is_refused_with_the_reason__and_changes_nothing),
        cmocka_unit_test(typed_date__with_the_wrong_weekday__is_refused_but_names_the_day),
        cmocka_unit_test(what_the_program_prints__can_be_typed_again__on_every_day_of_a_year),
        cmocka_unit_test(typed_time__is_taken__in_every_usual_form),
        cmocka_unit_test(typed_time__is_refused__when_it_could_mean_two_times_or_none),
        cmocka_unit_test(every_time__can_be_typed_as_it_is_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

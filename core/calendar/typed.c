/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and times as people type them, with the input method on or off. Takes what can be meant in
 * one way only, and refuses the rest; knows nothing of fields and screens.
 */
#include "core/calendar/date.h"

#include <stddef.h>
#include <string.h>

/* Texts that are taken for one another, up to the first NULL. */
typedef const char *const marks[8];
static marks slashes = {"/", "／"};
static marks dots = {".", "．", "。"};
static marks dashes = {"-", "－", "–", "—", "−", "‐"};
static marks colons = {":", "：", "︰", "﹕"};
static marks year_words = {"年"};
static marks month_words = {"月"};
static marks day_words = {"日", "號"};
static marks hour_words = {"時", "點"};
static marks minute_words = {"分"};
static marks half_words = {"半"};
static marks sharp_words = {"整"};
static marks roc_words = {"中華民國", "民國"};
static marks gregorian_words = {"西元", "公元"};
static marks week_words = {"星期", "禮拜", "週", "周"};
static marks openings = {"(", "（"};
static marks closings = {")", "）"};
static marks spaces = {" ", "　", "\u00A0"};

static bool take(const char **at, const char *const *any)
{
    for (; *any; any++) {
        size_t n = strlen(*any);

        if (strncmp(*at, *any, n) == 0) {
            *at += n;
            return true;
        }
    }
    return false;
}

static void skip_spaces(const char **at)
{
    while (take(at, spaces))
        continue;
}

/* take(), with spaces before and after it. */
static bool take_between(const char **at, const char *const *any)
{
    const char *p = *at;

    skip_spaces(&p);
    if (!take(&p, any))
        return false;
    skip_spaces(&p);
    *at = p;
    return true;
}

/* One digit, half-width or full-width (U+FF10 to U+FF19); -1 when there is none. */
static int take_digit(const char **at)
{
    const unsigned char *p = (const unsigned char *)*at;

    if (p[0] >= '0' && p[0] <= '9') {
        *at += 1;
        return p[0] - '0';
    }
    if (p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x90 && p[2] <= 0x99) {
        *at += 3;
        return p[2] - 0x90;
    }
    return -1;
}

struct number {
    int value, digits;
};

/* All the digits there are, at least MIN and at most MAX (up to 8) of them. */
static bool take_number(const char **at, int min, int max, struct number *number)
{
    *number = (struct number){0, 0};
    for (int digit = take_digit(at); digit >= 0; digit = take_digit(at)) {
        if (++number->digits > max)
            return false;
        number->value = number->value * 10 + digit;
    }
    return number->digits >= min;
}

/* ---- dates -------------------------------------------------------------------------------------- */

enum era { ERA_BY_DIGITS, ERA_ROC, ERA_GREGORIAN };

/* Four digits are a Gregorian year, two or three an ROC year; 0 for what is neither, or not what the
 * word before it says. */
static int whole_year(struct number year, enum era era)
{
    if (year.digits == 4)
        return era == ERA_ROC || year.value < DATE_FIRST_YEAR ? 0 : year.value;
    if (year.digits < 2 || year.digits > 3 || era == ERA_GREGORIAN || year.value == 0)
        return 0;
    return year.value + DATE_FIRST_YEAR - 1;
}

/* The year of a day without one: TODAY's, or the next where that day is more than six months past. */
static int nearest_year(int month, int day, struct date today)
{
    int months_ago = today.month - month;

    return today.year + (months_ago > 6 || (months_ago == 6 && day < today.day));
}

/* 1120524 or 20230524. Six digits could be either kind of year and are refused. */
static bool packed_date(struct number all, enum era era, struct date *date)
{
    struct number year = {all.value / 10000, all.digits - 4};

    *date = (struct date){whole_year(year, era), all.value / 100 % 100, all.value % 100};
    return all.digits >= 7 && date->year != 0;
}

/* The numbers of 112/5/24 5/24 (one mark between all) and 112年5月24日 5月24日; how many, 0 = neither. */
static int take_parts(const char **at, struct number parts[3])
{
    static const char *const *const separators[] = {slashes, dots, dashes};
    int n = 1;

    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        while (n < 3 && take_between(at, separators[i]))
            if (!take_number(at, 1, 2, &parts[n++]))
                return 0;
        if (n > 1)
            return n;
    }
    if (take_between(at, year_words) && !take_number(at, 1, 2, &parts[n++]))
        return 0;
    if (!take_between(at, month_words) || !take_number(at, 1, 2, &parts[n++]))
        return 0;
    (void)take_between(at, day_words);
    return n;
}

/* The date without its weekday; it need not exist. */
static bool take_date(const char **at, struct date today, struct date *date)
{
    enum era era = ERA_BY_DIGITS;
    struct number parts[3] = {{0, 0}};
    int n;

    if (take_between(at, roc_words))
        era = ERA_ROC;
    else if (take_between(at, gregorian_words))
        era = ERA_GREGORIAN;
    if (!take_number(at, 1, 8, &parts[0]))
        return false;
    if (parts[0].digits > 4)
        return packed_date(parts[0], era, date);
    n = take_parts(at, parts);
    if (n == 3) {
        *date = (struct date){whole_year(parts[0], era), parts[1].value, parts[2].value};
        return date->year != 0;
    }
    if (n != 2 || parts[0].digits > 2 || era != ERA_BY_DIGITS || !date_valid(today))
        return false;
    *date =
        (struct date){nearest_year(parts[0].value, parts[1].value, today), parts[0].value, parts[1].value};
    return true;
}

/* (三) （星期三） 星期三 週三 星期天: *WEEKDAY, or -1 where there is none. false: half of one. */
static bool take_weekday(const char **at, int *weekday)
{
    static marks heaven = {"天"};
    bool bracket = take_between(at, openings);
    bool word = take_between(at, week_words);

    *weekday = -1;
    if (!bracket && !word)
        return true;
    if (word && take(at, heaven))
        *weekday = 0;
    for (int i = 0; *weekday < 0 && i < 7; i++) {
        const char *const name[] = {date_weekday_name(i), NULL};

        if (take(at, name))
            *weekday = i;
    }
    return *weekday >= 0 && (!bracket || take_between(at, closings));
}

static bool refuse(enum code *code, enum code why)
{
    if (code)
        *code = why;
    return false;
}

bool date_typed(const char *text, struct date today, struct date *date, enum code *code)
{
    const char *at = text ? text : "";
    struct date typed;
    int weekday;

    skip_spaces(&at);
    if (!take_date(&at, today, &typed))
        return refuse(code, CODE_DATE_FORM);
    skip_spaces(&at);
    if (!take_weekday(&at, &weekday))
        return refuse(code, CODE_DATE_FORM);
    skip_spaces(&at);
    if (*at)
        return refuse(code, CODE_DATE_FORM);
    if (!date_valid(typed))
        return refuse(code, CODE_DATE_NO_SUCH_DAY);
    *date = typed;
    if (weekday >= 0 && weekday != date_weekday(typed))
        return refuse(code, CODE_DATE_WEEKDAY);
    return true;
}

/* ---- times -------------------------------------------------------------------------------------- */

/* Words before an hour: which hours they go with, and what they add. 上午12時 is noon to some and
 * midnight to others, so it is taken for neither. */
static const struct part_of_day {
    const char *word;
    int first_hour, last_hour, add;
} parts_of_day[] = {
    {"上午", 0, 11, 0}, {"早上", 5, 11, 0},  {"凌晨", 0, 5, 0},   {"中午", 11, 12, 0},
    {"中午", 1, 1, 12}, {"下午", 0, 11, 12}, {"下午", 12, 12, 0}, {"晚上", 5, 11, 12},
};

/* 30分 30 半 整 or nothing after 時; two digits after a colon. */
static bool take_minutes(const char **at, struct number *minute)
{
    const char *p = *at;

    *minute = (struct number){0, 0};
    if (take_between(at, colons))
        return take_number(at, 2, 2, minute);
    if (!take_between(at, hour_words))
        return false;
    if (take_between(at, half_words)) {
        minute->value = 30;
        return true;
    }
    p = *at;
    if (take_digit(&p) < 0) {
        (void)take_between(at, sharp_words);
        return true;
    }
    if (!take_number(at, 1, 2, minute))
        return false;
    (void)take_between(at, minute_words);
    return true;
}

/* HOUR as the word at WORD (with which no number began) means it; -1 when it cannot. NULL: 24 hours. */
static int hour_of_day(const char *word, int hour)
{
    if (!word)
        return hour;
    for (size_t i = 0; i < sizeof parts_of_day / sizeof parts_of_day[0]; i++) {
        const struct part_of_day *part = &parts_of_day[i];

        if (strncmp(word, part->word, strlen(part->word)) == 0 && hour >= part->first_hour &&
            hour <= part->last_hour)
            return hour + part->add;
    }
    return -1;
}

static bool take_part_of_day(const char **at)
{
    for (size_t i = 0; i < sizeof parts_of_day / sizeof parts_of_day[0]; i++) {
        const char *const word[] = {parts_of_day[i].word, NULL};

        if (take_between(at, word))
            return true;
    }
    return false;
}

bool time_typed(const char *text, int *minutes, enum code *code)
{
    const char *at = text ? text : "", *word;
    struct number hour, minute;
    int whole;

    skip_spaces(&at);
    word = at;
    if (!take_part_of_day(&at))
        word = NULL;
    if (!take_number(&at, 1, 4, &hour))
        return refuse(code, CODE_TIME_FORM);
    if (hour.digits > 2) {
        minute = (struct number){hour.value % 100, 2};
        hour.value /= 100;
    } else if (!take_minutes(&at, &minute)) {
        return refuse(code, CODE_TIME_FORM);
    }
    skip_spaces(&at);
    whole = hour_of_day(word, hour.value);
    if (*at || whole < 0 || minute.value > 59 || whole * 60 + minute.value > TIME_LAST)
        return refuse(code, CODE_TIME_FORM);
    *minutes = whole * 60 + minute.value;
    return true;
}

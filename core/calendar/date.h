/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as the office writes them: ROC years, weekdays in Chinese, 12-hour times. Pure functions
 * that never ask a clock: the caller hands in today's date where it matters.
 */
#ifndef YISHI_CALENDAR_DATE_H
#define YISHI_CALENDAR_DATE_H

#include "core/base/err.h"
#include "core/base/str.h"

#include <stdbool.h>

struct date {
    int year, month, day; /* Gregorian; year 0 = no date */
};
struct moment {
    struct date date;
    int minutes; /* since that date's midnight; past midnight counts on: 24:30 = 1470; -1 = no time */
};

enum {
    DATE_FIRST_YEAR = 1912, /* ROC 1 */
    DATE_LAST_YEAR = 2911,  /* ROC 1000 */
    DATE_ISO_SIZE = 11,     /* bytes of a buffer, with the NUL */
    MOMENT_ISO_SIZE = 17,
    TIME_ISO_SIZE = 6,
    DAY_MINUTES = 24 * 60,
    TIME_LAST = 2 * DAY_MINUTES - 1, /* 47:59, the last time that a day can have */
};

/* A day that exists, in the years 1912 to 2911. */
bool date_valid(struct date date);
/* "2023-05-24", "2023-05-24T14:00", "14:00" (past midnight up to 47:59) and nothing else. On false
 * the result is left as it was. */
bool date_parse_iso(const char *text, struct date *date);
bool moment_parse_iso(const char *text, struct moment *moment);
bool time_parse_iso(const char *text, int *minutes);
/* The same the other way; "" when there is no valid date or time. A moment past midnight becomes one
 * of the next day (T00:30), one without a time the date alone; a time stays as it is (24:30). */
void date_iso(char out[DATE_ISO_SIZE], struct date date);
void moment_iso(char out[MOMENT_ISO_SIZE], struct moment moment);
void time_iso(char out[TIME_ISO_SIZE], int minutes);

/* Less than, equal to or greater than 0, as strcmp; no date is before every date. */
int date_compare(struct date a, struct date b);
/* DAYS later (earlier when negative); no date when DATE or the result is none. */
struct date date_add(struct date date, int days);
/* Calendar days from FROM to TO, negative when TO is earlier; 0 when one of them is no date. */
int date_days_between(struct date from, struct date to);
/* 0 = Sunday; also 0 when it is no date. */
int date_weekday(struct date date);
/* 日 一 二 三 四 五 六 for 0 to 6; "" for anything else. */
const char *date_weekday_name(int weekday);
/* 112 for 2023; 0 when it is no date. */
int date_roc_year(struct date date);
/* The same moment with the date that the clock shows: 24:30 is 00:30 of the next day. */
struct moment moment_normal(struct moment moment);

/* What a person types (typed.c). A date: 112/5/24 112.5.24 112-5-24 1120524 5/24 (the year of TODAY, or
 * the next one where that day is more than six months past), 2023-05-24 2023/5/24 20230524,
 * 112年5月24日 5月24日; with spaces and a weekday, which must be right: (三) 星期三 週三; full-width digits
 * and marks alike. A time: 1400 930 14:00 14時 下午2時 下午2時30分 下午2:30 中午12時 上午9點半; past midnight
 * up to 47:59. false: nonsense; *CODE says why (CODE_DATE_FORM, CODE_DATE_NO_SUCH_DAY, CODE_DATE_WEEKDAY,
 * CODE_TIME_FORM) and the result is left as it was, but after CODE_DATE_WEEKDAY *DATE is that day, so
 * that its right weekday can be named. TODAY may be no date; then a day without a year is nonsense. */
bool date_typed(const char *text, struct date today, struct date *date, enum code *code);
bool time_typed(const char *text, int *minutes, enum code *code);

/* Append MOMENT by a pattern for paper or screen, data of a paper style: {Y} ROC year, {y} Gregorian,
 * {m} {d} plain, {mm} {dd} two digits, {w} 三, {ap} 上午/中午/下午, {h} 12-hour, {H} 24-hour, {HH} two
 * digits, {M} minutes plain, {MM} two digits; a part in [ ] is left out when the minutes are 0. E.g.
 * "{Y}年{m}月{d}日(星期{w}){ap}{h}時[{MM}分]". Past midnight it prints the day and hour that the clock shows.
 * What the moment lacks (no date, no time) prints nothing; an unknown {name} prints as it stands. */
void moment_format(struct str *out, const char *pattern, struct moment moment);

#endif

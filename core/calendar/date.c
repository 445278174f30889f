/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days themselves and their ISO form: counting, comparing, weekdays. Knows no holidays and
 * no other way of writing a date.
 */
#include "core/calendar/date.h"

#include <stddef.h>
#include <string.h>

static const int month_starts[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

static bool leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    return month_starts[month] - month_starts[month - 1] + (month == 2 && leap(year));
}

/* Days before the first of January of YEAR, counted from the year 1. */
static int days_before_year(int year)
{
    int y = year - 1;

    return y * 365 + y / 4 - y / 100 + y / 400;
}

/* A valid date as a number; 0001-01-01, a Monday, is 1. */
static int day_number(struct date date)
{
    return days_before_year(date.year) + month_starts[date.month - 1] + (date.month > 2 && leap(date.year)) +
           date.day;
}

bool date_valid(struct date date)
{
    return date.year >= DATE_FIRST_YEAR && date.year <= DATE_LAST_YEAR && date.month >= 1 &&
           date.month <= 12 && date.day >= 1 && date.day <= month_days(date.year, date.month);
}

int date_compare(struct date a, struct date b)
{
    if (a.year == 0 || b.year == 0)
        return (a.year != 0) - (b.year != 0);
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

struct date date_add(struct date date, int days)
{
    const struct date none = {0, 0, 0};
    long number, rest;
    int year, month = 1;

    if (!date_valid(date))
        return none;
    number = (long)day_number(date) + days;
    if (number <= days_before_year(DATE_FIRST_YEAR) || number > days_before_year(DATE_LAST_YEAR + 1))
        return none;
    /* Never too late, for no year has more than 366 days; and at most a few years too early. */
    year = (int)((number - 1) / 366) + 1;
    while (number > days_before_year(year + 1))
        year++;
    rest = number - days_before_year(year);
    while (rest > month_days(year, month))
        rest -= month_days(year, month++);
    return (struct date){year, month, (int)rest};
}

int date_days_between(struct date from, struct date to)
{
    return date_valid(from) && date_valid(to) ? day_number(to) - day_number(from) : 0;
}

int date_weekday(struct date date)
{
    return date_valid(date) ? day_number(date) % 7 : 0;
}

const char *date_weekday_name(int weekday)
{
    static const char *const names[] = {"日", "一", "二", "三", "四", "五", "六"};

    return weekday >= 0 && weekday < 7 ? names[weekday] : "";
}

int date_roc_year(struct date date)
{
    return date_valid(date) ? date.year - (DATE_FIRST_YEAR - 1) : 0;
}

struct moment moment_normal(struct moment moment)
{
    if (moment.minutes < DAY_MINUTES || !date_valid(moment.date))
        return moment;
    return (struct moment){date_add(moment.date, moment.minutes / DAY_MINUTES), moment.minutes % DAY_MINUTES};
}

/* ---- ISO ---------------------------------------------------------------------------------------- */

/* Exactly N digits at TEXT; -1 when there are fewer. */
static int digits(const char *text, int n)
{
    int value = 0;

    for (int i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool date_parse_iso(const char *text, struct date *date)
{
    struct date read;

    if (!text || strlen(text) != DATE_ISO_SIZE - 1 || text[4] != '-' || text[7] != '-')
        return false;
    read = (struct date){digits(text, 4), digits(text + 5, 2), digits(text + 8, 2)};
    if (!date_valid(read))
        return false;
    *date = read;
    return true;
}

bool time_parse_iso(const char *text, int *minutes)
{
    int hour, minute;

    if (!text || strlen(text) != TIME_ISO_SIZE - 1 || text[2] != ':')
        return false;
    hour = digits(text, 2);
    minute = digits(text + 3, 2);
    if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > TIME_LAST)
        return false;
    *minutes = hour * 60 + minute;
    return true;
}

bool moment_parse_iso(const char *text, struct moment *moment)
{
    char day[DATE_ISO_SIZE];
    struct moment read;

    if (!text || strlen(text) != MOMENT_ISO_SIZE - 1 || text[DATE_ISO_SIZE - 1] != 'T')
        return false;
    memcpy(day, text, DATE_ISO_SIZE - 1);
    day[DATE_ISO_SIZE - 1] = '\0';
    if (!date_parse_iso(day, &read.date) || !time_parse_iso(text + DATE_ISO_SIZE, &read.minutes) ||
        read.minutes >= DAY_MINUTES)
        return false;
    *moment = read;
    return true;
}

static void put_digits(char *out, int value, int n)
{
    while (n-- > 0) {
        out[n] = (char)('0' + value % 10);
        value /= 10;
    }
}

void date_iso(char out[DATE_ISO_SIZE], struct date date)
{
    out[0] = '\0';
    if (!date_valid(date))
        return;
    put_digits(out, date.year, 4);
    out[4] = '-';
    put_digits(out + 5, date.month, 2);
    out[7] = '-';
    put_digits(out + 8, date.day, 2);
    out[10] = '\0';
}

void time_iso(char out[TIME_ISO_SIZE], int minutes)
{
    out[0] = '\0';
    if (minutes < 0 || minutes > TIME_LAST)
        return;
    put_digits(out, minutes / 60, 2);
    out[2] = ':';
    put_digits(out + 3, minutes % 60, 2);
    out[5] = '\0';
}

void moment_iso(char out[MOMENT_ISO_SIZE], struct moment moment)
{
    struct moment m = moment_normal(moment);

    date_iso(out, m.date);
    if (!date_valid(m.date) || m.minutes < 0)
        return;
    out[DATE_ISO_SIZE - 1] = 'T';
    time_iso(out + DATE_ISO_SIZE, m.minutes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moments by a pattern. Which pattern a paper or a screen uses is data and not known here.
 */
#include "core/calendar/date.h"

#include <stddef.h>
#include <string.h>

enum unit { ROC_YEAR, YEAR, MONTH, DAY, WEEKDAY, PART_OF_DAY, HOUR_12, HOUR_24, MINUTE };

static const struct placeholder {
    const char *name;
    enum unit unit;
    bool two_digits;
} placeholders[] = {
    {"{Y}", ROC_YEAR, false}, {"{y}", YEAR, false},    {"{m}", MONTH, false},   {"{mm}", MONTH, true},
    {"{d}", DAY, false},      {"{dd}", DAY, true},     {"{w}", WEEKDAY, false}, {"{ap}", PART_OF_DAY, false},
    {"{h}", HOUR_12, false},  {"{H}", HOUR_24, false}, {"{HH}", HOUR_24, true}, {"{M}", MINUTE, false},
    {"{MM}", MINUTE, true},
};

static const struct placeholder *find(const char *pattern)
{
    for (size_t i = 0; i < sizeof placeholders / sizeof placeholders[0]; i++)
        if (strncmp(pattern, placeholders[i].name, strlen(placeholders[i].name)) == 0)
            return &placeholders[i];
    return NULL;
}

static bool of_the_date(enum unit unit)
{
    return unit == ROC_YEAR || unit == YEAR || unit == MONTH || unit == DAY || unit == WEEKDAY;
}

/* The whole hour from twelve is 中午 (中午12時30分), as the office writes it. */
static const char *part_of_day(int hour)
{
    if (hour < 12)
        return "上午";
    return hour == 12 ? "中午" : "下午";
}

static int number_of(enum unit unit, struct moment m)
{
    int hour = m.minutes / 60;

    switch (unit) {
    case ROC_YEAR:
        return date_roc_year(m.date);
    case YEAR:
        return m.date.year;
    case MONTH:
        return m.date.month;
    case DAY:
        return m.date.day;
    case HOUR_12:
        return hour > 12 ? hour - 12 : hour;
    case HOUR_24:
        return hour;
    case MINUTE:
        return m.minutes % 60;
    case WEEKDAY:
    case PART_OF_DAY:
        break;
    }
    return 0;
}

static void put(struct str *out, const struct placeholder *what, struct moment m)
{
    if (of_the_date(what->unit) ? !date_valid(m.date) : m.minutes < 0)
        return;
    if (what->unit == WEEKDAY)
        str_add(out, date_weekday_name(date_weekday(m.date)));
    else if (what->unit == PART_OF_DAY)
        str_add(out, part_of_day(m.minutes / 60));
    else
        str_printf(out, what->two_digits ? "%02d" : "%d", number_of(what->unit, m));
}

void moment_format(struct str *out, const char *pattern, struct moment moment)
{
    struct moment m = moment_normal(moment);
    bool skipping = false;

    /* A time without a date has no next day to go to, but its clock goes round all the same. */
    if (m.minutes >= DAY_MINUTES)
        m.minutes %= DAY_MINUTES;
    while (*pattern) {
        const struct placeholder *what = *pattern == '{' ? find(pattern) : NULL;
        size_t used = what ? strlen(what->name) : 1;

        if (*pattern == '[')
            skipping = m.minutes < 0 || m.minutes % 60 == 0;
        else if (*pattern == ']')
            skipping = false;
        else if (what && !skipping)
            put(out, what, m);
        else if (!skipping)
            str_add_char(out, *pattern);
        pattern += used;
    }
}

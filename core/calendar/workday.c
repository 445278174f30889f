/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting working days. Pure: the calendar comes from the caller.
 */
#include "core/calendar/workday.h"

/* The calendar's entry for DATE; NULL: a plain day. */
static const struct office_day *find(const struct office_calendar *calendar, struct date date)
{
    size_t low = 0, high = calendar->n_days;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = date_compare(calendar->days[middle].date, date);

        if (order == 0)
            return &calendar->days[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool workday_is(const struct office_calendar *calendar, struct date date)
{
    const struct office_day *day;
    int weekday;

    if (!date_valid(date))
        return false;
    day = find(calendar, date);
    if (day)
        return day->workday;
    weekday = date_weekday(date);
    return weekday >= 1 && weekday <= 5;
}

bool workday_known(const struct office_calendar *calendar, struct date date)
{
    return date_valid(date) && date.year >= calendar->first_year && date.year <= calendar->last_year;
}

const char *workday_name(const struct office_calendar *calendar, struct date date)
{
    const struct office_day *day = find(calendar, date);

    return day ? day->name : NULL;
}

struct date workday_add(const struct office_calendar *calendar, struct date date, int n, bool *provisional)
{
    int step = n < 0 ? -1 : 1;
    bool unknown = false;

    while (n != 0 && date_valid(date)) {
        date = date_add(date, step);
        unknown = unknown || !workday_known(calendar, date);
        if (workday_is(calendar, date))
            n -= step;
    }
    if (provisional)
        *provisional = unknown;
    return date_valid(date) ? date : (struct date){0, 0, 0};
}

int workday_between(const struct office_calendar *calendar, struct date from, struct date to,
                    bool *provisional)
{
    bool back = date_compare(to, from) < 0;
    struct date day = back ? to : from;
    struct date end = back ? from : to;
    bool unknown = false;
    int n = 0;

    if (!date_valid(from) || !date_valid(to))
        day = end;
    while (date_compare(day, end) < 0) {
        day = date_add(day, 1);
        unknown = unknown || !workday_known(calendar, day);
        n += workday_is(calendar, day);
    }
    if (provisional)
        *provisional = unknown;
    return back ? -n : n;
}

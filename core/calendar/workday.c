/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting working days. Pure: the calendar comes from the caller.
 */
#include "core/calendar/workday.h"

/* Where the calendar's first entry on or after DATE is; n_days = there is none. */
static size_t find_from(const struct office_calendar *calendar, struct date date)
{
    size_t low = 0, high = calendar->n_days;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (date_compare(calendar->days[middle].date, date) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The calendar's entry for DATE; NULL: a plain day. */
static const struct office_day *find(const struct office_calendar *calendar, struct date date)
{
    size_t at = find_from(calendar, date);

    return at < calendar->n_days && date_compare(calendar->days[at].date, date) == 0 ? &calendar->days[at]
                                                                                     : NULL;
}

static bool is_plain_workday(struct date date)
{
    int weekday = date_weekday(date);

    return weekday >= 1 && weekday <= 5;
}

bool workday_is(const struct office_calendar *calendar, struct date date)
{
    const struct office_day *day;

    if (!date_valid(date))
        return false;
    day = find(calendar, date);
    return day ? day->workday : is_plain_workday(date);
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

/* Mondays to Fridays after FROM up to and including TO: whole weeks have five. */
static int plain_workdays(struct date from, struct date to)
{
    int days = date_days_between(from, to), first = date_weekday(from), n = days / 7 * 5;

    for (int i = 1; i <= days % 7; i++)
        n += (first + i) % 7 >= 1 && (first + i) % 7 <= 5;
    return n;
}

int workday_between(const struct office_calendar *calendar, struct date from, struct date to,
                    bool *provisional)
{
    bool back = date_compare(to, from) < 0, unknown = false;
    struct date start = back ? to : from, end = back ? from : to;
    int n = 0;

    if (date_valid(from) && date_valid(to) && date_compare(start, end) < 0) {
        const struct date first = date_add(start, 1);

        n = plain_workdays(start, end);
        for (size_t i = find_from(calendar, first);
             i < calendar->n_days && date_compare(calendar->days[i].date, end) <= 0; i++)
            n += calendar->days[i].workday - is_plain_workday(calendar->days[i].date);
        unknown = !workday_known(calendar, first) || !workday_known(calendar, end);
    }
    if (provisional)
        *provisional = unknown;
    return back ? -n : n;
}

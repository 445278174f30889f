/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The government's office calendar and its working days. The shipped calendar (office.csv, compiled in)
 * lists the days of ROC 104-116 that differ from Monday to Friday. Knows no meetings.
 */
#ifndef YISHI_CALENDAR_WORKDAY_H
#define YISHI_CALENDAR_WORKDAY_H

#include "core/calendar/date.h"

#include <stdbool.h>
#include <stddef.h>

struct office_day {
    struct date date;
    bool workday;     /* a make-up working day; else a day off */
    const char *name; /* 補行上班, 春節, ... */
};
struct office_calendar {
    const struct office_day *days; /* ascending; may list days outside the years it covers */
    size_t n_days;
    int first_year, last_year; /* Gregorian years it covers whole */
};
extern const struct office_calendar office_calendar_shipped;

/* Offices work on DATE: as listed, else Monday to Friday. No date is no working day. */
bool workday_is(const struct office_calendar *calendar, struct date date);
/* The calendar covers the year of DATE; where it does not, weekdays are all that is known. */
bool workday_known(const struct office_calendar *calendar, struct date date);
/* Why the day differs, borrowed from the calendar; NULL: a plain day. */
const char *workday_name(const struct office_calendar *calendar, struct date date);
/* The N-th working day strictly after (N > 0) or before (N < 0) DATE; N = 0 is DATE itself, whatever day it
 * is. 行政程序法48 II: the first day does not count. No date when DATE is none, or the years run out.
 * *PROVISIONAL (may be NULL): a day on the way, the result included, lies in a year that is not covered,
 * so that it counts weekdays only. */
struct date workday_add(const struct office_calendar *calendar, struct date date, int n, bool *provisional);
/* Working days strictly after FROM up to and including TO; when TO is earlier, minus the same the other way
 * round. 0 when one of them is no date. */
int workday_between(const struct office_calendar *calendar, struct date from, struct date to,
                    bool *provisional);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting's deadlines. Knows neither where the figures are kept nor how a date is shown.
 */
#include "core/calendar/deadline.h"

#include <stdlib.h>

const struct deadline_figures deadline_figures_default = {5, 10, 14};

/* The N-th working day from DAY, forwards (SIGN 1) or backwards (-1). */
static struct deadline count(const struct office_calendar *calendar, struct date day, int n, int sign)
{
    struct deadline deadline = {{0, 0, 0}, false};

    if (n >= 0)
        deadline.date = workday_add(calendar, day, sign * n, &deadline.provisional);
    return deadline;
}

struct deadlines deadlines_of(const struct office_calendar *calendar, struct date first, struct date last,
                              struct deadline_figures figures)
{
    struct deadlines of = {0};

    if (!date_valid(first))
        return of;
    if (!date_valid(last) || date_compare(last, first) < 0)
        last = first;
    of.materials = count(calendar, first, figures.materials, -1);
    of.draft = count(calendar, last, figures.draft, 1);
    of.publish = count(calendar, last, figures.publish, 1);
    of.meeting_on_day_off = !workday_is(calendar, first) || !workday_is(calendar, last);
    return of;
}

struct deadline_state deadline_state(const struct office_calendar *calendar, struct date due,
                                     struct date today, struct date done)
{
    bool is_done = date_valid(done);
    struct date day = is_done ? done : today;
    struct deadline_state state = {DEADLINE_NONE, 0, 0, false};
    int order = date_compare(day, due);

    if (!date_valid(due) || !date_valid(day))
        return state;
    if (is_done)
        state.standing = order <= 0 ? DEADLINE_IN_TIME : DEADLINE_LATE;
    else if (order == 0)
        state.standing = DEADLINE_TODAY;
    else
        state.standing = order < 0 ? DEADLINE_PENDING : DEADLINE_OVERDUE;
    state.workdays = abs(workday_between(calendar, day, due, &state.provisional));
    state.days = abs(date_days_between(day, due));
    return state;
}

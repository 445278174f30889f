/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates by which a meeting's papers must be out, and how each of them stands today. Pure
 * functions; the committee's figures, the meeting's days and today come as arguments.
 */
#ifndef YISHI_CALENDAR_DEADLINE_H
#define YISHI_CALENDAR_DEADLINE_H

#include "core/calendar/workday.h"

/* The committee's figures in force, in working days; negative = the committee sets none. */
struct deadline_figures {
    int materials; /* 運作指引肆、二 says 5; five clear days are 6 */
    int draft;     /* 運作指引陸、一 says 10 in principle; an agency may bind itself to fewer */
    int publish;   /* 運作指引陸、一 says 14 */
};
extern const struct deadline_figures deadline_figures_default; /* 5, 10, 14 */

struct deadline {
    struct date date; /* no date: not set, or cannot be told */
    bool provisional; /* a year on the way is not in the calendar: weekdays only */
};
struct deadlines {
    struct deadline materials; /* agenda and papers sent on or before this day */
    struct deadline draft;     /* the draft minutes sent to the members by this day */
    struct deadline publish;   /* minutes and papers published by this day */
    bool meeting_on_day_off;   /* worth a warning; the counting is the same */
};

/* The deadlines of a meeting that is held from FIRST to LAST (the day on which it ends, which differs when it
 * passes midnight or takes two days; no date, or one before FIRST: the same day). The meeting's day is day 0.
 * materials  運作指引肆、二: the N-th working day before FIRST; sending on that day is in time.
 * draft      運作指引陸、一: the N-th working day after LAST.
 * publish    運作指引陸、一: the N-th working day after LAST, whenever the minutes are approved.
 * A moved meeting is computed anew. FIRST no date: no dates. */
struct deadlines deadlines_of(const struct office_calendar *calendar, struct date first, struct date last,
                              struct deadline_figures figures);

enum deadline_standing {
    DEADLINE_NONE,    /* no date due */
    DEADLINE_PENDING, /* `workdays` left, today not counted and the last day counted */
    DEADLINE_TODAY,   /* the last day, to 24:00 */
    DEADLINE_OVERDUE, /* since `workdays`; 0 until the next working day has come */
    DEADLINE_IN_TIME, /* done, `workdays` before the last day */
    DEADLINE_LATE,    /* done, `workdays` after the last day */
};
struct deadline_state {
    enum deadline_standing standing;
    int workdays;     /* never negative */
    int days;         /* the same in calendar days */
    bool provisional; /* the working days were counted through a year that is not in the calendar */
};

/* How what was due on DUE stands: TODAY while DONE is no date, else by the day it was done. */
struct deadline_state deadline_state(const struct office_calendar *calendar, struct date due,
                                     struct date today, struct date done);

#endif

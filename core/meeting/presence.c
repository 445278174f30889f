/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is here at a moment: from the attendance, the times in and out, and who is recused.
 */
#include "core/meeting/quorum.h"

#include "core/base/str.h"
#include "core/calendar/date.h"

#include <stdlib.h>
#include <string.h>

int meeting_opening(const struct meeting *meeting)
{
    struct moment start;
    int minutes;

    if (meeting->opened && time_parse_iso(meeting->opened, &minutes))
        return minutes;
    return meeting->start && moment_parse_iso(meeting->start, &start) ? start.minutes : -1;
}

static int minutes_of(const char *time, int otherwise)
{
    int minutes;

    return time && time_parse_iso(time, &minutes) ? minutes : otherwise;
}

/* The stay that covers MINUTES; without a time the first one counts. NULL: not here. */
static const struct stay *stay_at(const struct attendance *a, int minutes)
{
    for (size_t i = 0; i < a->stays.n; i++) {
        const struct stay *stay = &a->stays.v[i];

        if (minutes < 0 || (minutes >= minutes_of(stay->in, 0) && minutes < minutes_of(stay->out, 1 << 20)))
            return stay;
    }
    return NULL;
}

bool quorum_recused(const struct item *item, const char *member, const struct person *delegate)
{
    for (size_t i = 0; item && i < item->recused.n; i++) {
        const struct person *who = &item->recused.v[i].person;

        if ((who->member && text_same(who->member, member)) || (delegate && person_same(who, delegate)))
            return true;
    }
    return false;
}

static void take_seat(const struct seat *seat, struct seat_presence *out)
{
    *out = (struct seat_presence){
        .kind = seat->kind, .convener = seat->role == MEMBER_CONVENER, .member = seat->member};
}

void quorum_seats(const struct meeting *meeting, int minutes, const struct item *item,
                  struct seat_presence *seats)
{
    if (minutes < 0)
        minutes = meeting_opening(meeting);
    for (size_t i = 0; i < meeting->composition.n; i++) {
        const struct seat *seat = &meeting->composition.v[i];
        const struct attendance *a = meeting_attendance(meeting, seat->member);
        const struct stay *stay = NULL;
        const struct person *delegate;

        take_seat(seat, &seats[i]);
        if (!a || (a->status != PRESENCE_PRESENT && a->status != PRESENCE_DELEGATE))
            continue;
        if (a->stays.n && !(stay = stay_at(a, minutes)))
            continue;
        delegate = stay && !person_none(&stay->delegate) ? &stay->delegate
                   : a->status == PRESENCE_DELEGATE      ? &a->delegate
                                                         : NULL;
        if (quorum_recused(item, seat->member, delegate))
            continue;
        seats[i].in_person = !delegate;
        seats[i].online = a->online;
        seats[i].delegate = delegate;
    }
}

void quorum_seats_replied(const struct meeting *meeting, struct seat_presence *seats)
{
    for (size_t i = 0; i < meeting->composition.n; i++) {
        const struct seat *seat = &meeting->composition.v[i];
        const struct attendance *a = meeting_attendance(meeting, seat->member);

        take_seat(seat, &seats[i]);
        if (!a)
            continue;
        seats[i].in_person = a->reply == PRESENCE_PRESENT;
        seats[i].online = seats[i].in_person && a->online;
        if (a->reply == PRESENCE_DELEGATE) /* who it will be need not be known yet */
            seats[i].delegate = &a->delegate;
    }
}

bool quorum_recorded(const struct meeting *meeting)
{
    if (meeting->attendance_none)
        return true;
    for (size_t i = 0; i < meeting->attendance.n; i++)
        if (meeting->attendance.v[i].status != UNKNOWN)
            return true;
    return false;
}

enum { SEATS_USUAL = 96 };

static struct quorum evaluate(const struct meeting *meeting, const struct rule *rule, int minutes,
                              const struct item *item, bool replies)
{
    struct quorum q = {
        .needed = UNKNOWN, .civil_needed = UNKNOWN, .verdict = QUORUM_UNKNOWN, .doubt = DOUBT_NO_MEMBERS};
    struct seat_presence few[SEATS_USUAL], *seats = few;
    const size_t n = meeting->composition.n;

    /* a committee fits; only what no committee is may want memory and lack it, and is then unknown */
    if (n > SEATS_USUAL)
        seats = calloc(n, sizeof *seats);
    if (!seats)
        return q;
    if (replies)
        quorum_seats_replied(meeting, seats);
    else
        quorum_seats(meeting, minutes, item, seats);
    q = quorum_evaluate(rule, seats, n);
    if (seats != few)
        free(seats);
    if (!replies && !quorum_recorded(meeting)) {
        q.verdict = QUORUM_UNKNOWN;
        q.doubt = DOUBT_NO_ATTENDANCE;
    }
    return q;
}

struct quorum quorum_at(const struct meeting *meeting, const struct rule *rule, int minutes,
                        const struct item *item)
{
    return evaluate(meeting, rule, minutes, item, false);
}

struct quorum quorum_forecast(const struct meeting *meeting, const struct rule *rule)
{
    return evaluate(meeting, rule, -1, NULL, true);
}

enum { BEFORE_MINUTES = 6 * 60, AFTER_MINUTES = 20 * 60 };

bool meeting_clock(const struct meeting *meeting, struct moment now, char out[TIME_ISO_SIZE])
{
    struct moment start;
    int minutes;

    out[0] = '\0';
    if (!meeting->start || !moment_parse_iso(meeting->start, &start) || now.minutes < 0)
        return false;
    minutes = now.minutes + date_days_between(start.date, now.date) * 24 * 60;
    if (minutes < start.minutes - BEFORE_MINUTES || minutes > start.minutes + AFTER_MINUTES || minutes < 0)
        return false;
    time_iso(out, minutes);
    return true;
}

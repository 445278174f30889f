/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When the quorum was lost, and when it was there again: the verdict at every time somebody came or went.
 * Recusal is one item's and tells nothing here.
 */
#include "core/meeting/quorum.h"

#include <stdlib.h>

enum { NO_END = 1 << 20 };

/* Minutes since the midnight of the first day. */
static int ending(const struct meeting *meeting)
{
    struct moment start, end;

    if (!meeting->start || !meeting->end || !moment_parse_iso(meeting->start, &start) ||
        !moment_parse_iso(meeting->end, &end) || end.minutes < 0)
        return NO_END;
    return date_days_between(start.date, end.date) * DAY_MINUTES + end.minutes;
}

static int compare_int(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static size_t add_time(int *times, size_t n, const char *time, int after, int before)
{
    int minutes;

    if (!time || !time_parse_iso(time, &minutes) || minutes <= after || minutes >= before)
        return n;
    times[n] = minutes;
    return n + 1;
}

/* Every time within the meeting at which somebody comes or goes, sorted. TIMES has room for two a stay. */
static size_t collect_times(const struct meeting *meeting, int *times)
{
    const int opening = meeting_opening(meeting), end = ending(meeting);
    size_t n = 0;

    for (size_t i = 0; i < meeting->attendance.n; i++) {
        const struct attendance *a = &meeting->attendance.v[i];

        for (size_t k = 0; k < a->stays.n; k++) {
            n = add_time(times, n, a->stays.v[k].in, opening, end);
            n = add_time(times, n, a->stays.v[k].out, opening, end);
        }
    }
    qsort(times, n, sizeof *times, compare_int);
    return n;
}

enum status quorum_moments(const struct meeting *meeting, const struct rule *rule, struct arena *arena,
                           struct quorum_moments *out, struct err *err)
{
    size_t room = 1, n;
    int *times;

    *out = (struct quorum_moments){NULL, 0};
    if (!quorum_recorded(meeting))
        return STATUS_OK;
    for (size_t i = 0; i < meeting->attendance.n; i++)
        room += 2 * meeting->attendance.v[i].stays.n;
    times = arena_take(arena, room * sizeof *times);
    out->v = arena_take(arena, room * sizeof *out->v);
    if (!times || !out->v)
        return err_memory(err);
    n = collect_times(meeting, times);
    out->v[out->n++] = (struct quorum_moment){meeting_opening(meeting), quorum_at(meeting, rule, -1, NULL)};
    for (size_t i = 0; i < n; i++) {
        const struct quorum q = quorum_at(meeting, rule, times[i], NULL);

        if (q.verdict != out->v[out->n - 1].q.verdict)
            out->v[out->n++] = (struct quorum_moment){times[i], q};
    }
    return STATUS_OK;
}

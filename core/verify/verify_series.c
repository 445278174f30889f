/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only all meetings together tell: numbers that are missing, how many a year were held, and whether
 * every tracked decision was gone through until it was closed.
 */
#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/verify/verify_parts.h"

#include <stdio.h>
#include <string.h>

/* ---- numbers --------------------------------------------------------------------------------------------
 */

struct number {
    int year, number;
    bool extraordinary;
};

static bool number_of(const struct meeting *meeting, struct number *out)
{
    return meeting_key_parse(meeting->key, &out->year, &out->number, &out->extraordinary);
}

/* The next lower number of the same year and kind; 0: none. */
static int number_before(const struct verified *all, const struct number *n)
{
    int before = 0;

    for (size_t i = 0; i < all->meetings.n; i++) {
        struct number other;

        if (number_of(&all->meetings.v[i], &other) && other.year == n->year &&
            other.extraordinary == n->extraordinary && other.number < n->number && other.number > before)
            before = other.number;
    }
    return before;
}

static int first_year(const struct verified *all)
{
    int first = 0;

    for (size_t i = 0; i < all->meetings.n; i++) {
        struct number n;

        if (number_of(&all->meetings.v[i], &n) && (!first || n.year < first))
            first = n.year;
    }
    return first;
}

/* A number that is missing. The data may begin within a year: what would lie before them is no gap. */
static void check_numbers(struct verifying *v, const struct verified *all)
{
    int first = first_year(all);

    for (size_t i = 0; i < all->meetings.n; i++) {
        struct number n;
        int before;

        if (!number_of(&all->meetings.v[i], &n))
            continue;
        before = number_before(all, &n);
        if (before == 0 && n.year == first)
            continue;
        for (int missing = before + 1; missing < n.number; missing++)
            verify_add(v, FINDING_NUMBER_GAP, false, all->meetings.v[i].key, "%d-%s%d", n.year,
                       n.extraordinary ? "e" : "", missing);
    }
}

/* ---- meetings a year --------------------------------------------------------------------------------------
 */

static int held_in(const struct verified *all, int year)
{
    int n = 0;

    for (size_t i = 0; i < all->meetings.n; i++) {
        struct number number;

        n += number_of(&all->meetings.v[i], &number) && number.year == year && !number.extraordinary &&
             verify_was_held(&all->meetings.v[i]);
    }
    return n;
}

static bool begins_within(const struct verified *all, int year)
{
    for (size_t i = 0; i < all->meetings.n; i++) {
        struct number n;

        if (number_of(&all->meetings.v[i], &n) && n.year == year && !n.extraordinary && n.number == 1)
            return false;
    }
    return true;
}

/* 要點四(一), 為原則: so many regular meetings a year, for the years that are over. */
static void check_years(struct verifying *v, const struct verified *all)
{
    int first = first_year(all);
    struct date today;

    if (!first || !date_parse_iso(v->today, &today))
        return;
    for (int year = first; year < date_roc_year(today); year++) {
        const struct date last = {year + DATE_FIRST_YEAR - 1, 12, 31};
        char iso[DATE_ISO_SIZE], place[16];
        const struct rule *rule;
        int held = held_in(all, year);

        date_iso(iso, last);
        rule = rule_at(&all->committee, iso);
        if (!rule || rule->meetings_per_year == UNKNOWN || held >= rule->meetings_per_year)
            continue;
        if (year == first && begins_within(all, year))
            continue;
        (void)snprintf(place, sizeof place, "%d", year);
        verify_add(v, FINDING_MEETINGS_FEW, true, place, "%d", held);
    }
}

/* ---- tracking ---------------------------------------------------------------------------------------------
 */

static const struct meeting *find_meeting(const struct verified *all, const char *key)
{
    for (size_t i = 0; key && i < all->meetings.n; i++)
        if (text_same(all->meetings.v[i].key, key))
            return &all->meetings.v[i];
    return NULL;
}

/* The day of the meeting, or of what stands for it where it is not in the data; "": not known. */
static void day_of(const struct verified *all, const char *key, const char *date, char out[DATE_ISO_SIZE])
{
    const struct meeting *meeting = find_meeting(all, key);

    out[0] = '\0';
    if (meeting)
        verify_day(meeting, out);
    else if (date && strlen(date) == DATE_ISO_SIZE - 1)
        memcpy(out, date, DATE_ISO_SIZE);
}

/* Whether the tracked decision was there, and open, when the meeting of that DAY came: by what was ruled
 * before. What is of unknown date was before. */
static bool was_open(const struct verified *all, const struct resolution *r, const char *day)
{
    char other[DATE_ISO_SIZE];
    int ruling = UNKNOWN;

    day_of(all, r->meeting, r->source_date, other);
    if (strcmp(other, day) >= 0 || (!other[0] && !r->rounds.n))
        return false;
    for (size_t i = 0; i < r->rounds.n; i++) {
        const struct round *round = &r->rounds.v[i];

        day_of(all, round->meeting, round->meeting_date, other);
        if (strcmp(other, day) < 0 && round->ruling != UNKNOWN)
            ruling = round->ruling;
    }
    return !ruling_closes(ruling);
}

static bool tracking_is_abridged(const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->items.n; i++)
        if ((meeting->items.v[i].section == SECTION_TRACKING ||
             meeting->items.v[i].content == CONTENT_TRACKING) &&
            meeting->items.v[i].abridged)
            return true;
    return false;
}

/* Every open one is gone through at the next regular meeting. Where the section is abridged it may have been.
 */
static void check_gone_through(struct verifying *v, const struct verified *all, const struct meeting *meeting)
{
    char day[DATE_ISO_SIZE];
    bool over = meeting->end || meeting_milestone(meeting, STEP_ADJOURNED);

    verify_day(meeting, day);
    if (!day[0] || !over || !verify_was_held(meeting) || meeting->kind == MEETING_EXTRAORDINARY)
        return;
    for (size_t i = 0; i < all->resolutions.n; i++) {
        const struct resolution *r = &all->resolutions.v[i];

        if (!resolution_round(r, meeting->key) && was_open(all, r, day))
            verify_add(v, FINDING_TRACK_MISSING, tracking_is_abridged(meeting), meeting->key, "%s", r->key);
    }
}

/* A round after the one that closed it. */
static void check_closed(struct verifying *v, const struct resolution *r)
{
    bool closed = false;

    for (size_t i = 0; i < r->rounds.n; i++) {
        const struct round *round = &r->rounds.v[i];
        const char *place = round->meeting        ? round->meeting
                            : round->meeting_text ? round->meeting_text
                                                  : r->key;

        if (closed)
            verify_add(v, FINDING_TRACK_CLOSED, true, place, "%s", r->key);
        if (round->ruling != UNKNOWN)
            closed = ruling_closes(round->ruling);
    }
}

void verify_series(struct verifying *v, const struct verified *all)
{
    check_numbers(v, all);
    check_years(v, all);
    for (size_t i = 0; i < all->meetings.n; i++)
        check_gone_through(v, all, &all->meetings.v[i]);
    for (size_t i = 0; i < all->resolutions.n; i++)
        check_closed(v, &all->resolutions.v[i]);
}

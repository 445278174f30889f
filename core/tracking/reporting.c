/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filtering and ordering tracked decisions.
 */
#include "core/tracking/reporting.h"

#include "core/base/str.h"
#include "core/base/text.h"

#include <stdlib.h>
#include <string.h>

const struct report *round_report(const struct round *round, const char *unit)
{
    for (size_t i = 0; round && i < round->reports.n; i++)
        if (text_same(round->reports.v[i].unit, unit))
            return &round->reports.v[i];
    return NULL;
}

int resolution_recommendation(const struct resolution *resolution, const struct round *round)
{
    int common = UNKNOWN;

    if (!round || round->recommendation != UNKNOWN)
        return round ? round->recommendation : UNKNOWN;
    for (size_t i = 0; i < resolution->units.n; i++) {
        const struct report *report = round_report(round, resolution->units.v[i].name);

        if (!report || report->recommendation == UNKNOWN || (i && report->recommendation != common))
            return UNKNOWN;
        common = report->recommendation;
    }
    return common;
}

bool resolution_unit_silent(const struct resolution *resolution, const char *meeting, const char *unit)
{
    const struct round *round = resolution_round(resolution, meeting);

    return !(round && round->progress.n) && !round_report(round, unit);
}

bool resolution_silent(const struct resolution *resolution, const char *meeting)
{
    const struct round *round = resolution_round(resolution, meeting);

    if (!resolution->units.n)
        return !round || (!round->progress.n && !round->reports.n);
    for (size_t i = 0; i < resolution->units.n; i++)
        if (resolution_unit_silent(resolution, meeting, resolution->units.v[i].name))
            return true;
    return false;
}

bool resolution_is_of(const struct resolution *resolution, const char *meeting)
{
    const size_t n = strlen(meeting);

    if (resolution->meeting)
        return text_same(resolution->meeting, meeting);
    return n && strncmp(resolution->key, meeting, n) == 0 && resolution->key[n] == '-';
}

static bool outline_has(const struct outline *outline, const char *folded)
{
    for (size_t i = 0; i < outline->n; i++)
        if (text_contains_folded(outline->v[i].text, folded))
            return true;
    return false;
}

bool resolution_has_text(const struct resolution *resolution, const char *folded)
{
    const struct resolution *r = resolution;
    bool has = text_contains_folded(r->key, folded) || outline_has(&r->instruction, folded) ||
               (r->source_text && text_contains_folded(r->source_text, folded));

    for (size_t i = 0; i < r->rounds.n && !has; i++) {
        const struct round *round = &r->rounds.v[i];

        has = outline_has(&round->progress, folded) || outline_has(&round->ruling_text, folded) ||
              (round->letter && text_contains_folded(round->letter, folded)) ||
              (round->remark && text_contains_folded(round->remark, folded));
        for (size_t k = 0; k < round->reports.n && !has; k++)
            has = outline_has(&round->reports.v[k].progress, folded);
    }
    return has;
}

static bool has_state(const struct track_filter *filter, const struct resolution *r)
{
    switch (filter->state) {
    case TRACK_OPEN:
        return resolution_open(r);
    case TRACK_OVERDUE:
        return resolution_overdue(r, filter->today);
    case TRACK_SILENT:
        /* what the meeting itself decided is reported at the next one */
        return filter->round && resolution_open(r) && !text_same(r->meeting, filter->round) &&
               (filter->unit ? resolution_unit_silent(r, filter->round, filter->unit)
                             : resolution_silent(r, filter->round));
    case TRACK_CLOSED:
        return !resolution_open(r);
    case TRACK_ALL:
        break;
    }
    return true;
}

bool track_passes(const struct track_filter *filter, const struct resolution *resolution)
{
    return has_state(filter, resolution) &&
           (!filter->unit || resolution_has_unit(resolution, filter->unit)) &&
           (!filter->meeting || resolution_is_of(resolution, filter->meeting)) &&
           (!filter->folded || resolution_has_text(resolution, filter->folded));
}

/* ---- order ---------------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* As texts, but what are digits in both counts as a number. */
static int compare_keys(const char *a, const char *b)
{
    while (*a && *b) {
        if (is_digit(*a) && is_digit(*b)) {
            size_t m, n;
            int order;

            a += strspn(a, "0");
            b += strspn(b, "0");
            m = strspn(a, "0123456789");
            n = strspn(b, "0123456789");
            order = m != n ? (m < n ? -1 : 1) : strncmp(a, b, n);
            if (order)
                return order;
            a += m;
            b += n;
        } else if (*a != *b) {
            break;
        } else {
            a++;
            b++;
        }
    }
    return (unsigned char)*a - (unsigned char)*b;
}

static int by_number(const void *a, const void *b)
{
    return compare_keys((*(const struct resolution *const *)a)->key,
                        (*(const struct resolution *const *)b)->key);
}

static int by_due(const void *a, const void *b)
{
    const char *due_a = resolution_due(*(const struct resolution *const *)a);
    const char *due_b = resolution_due(*(const struct resolution *const *)b);
    const int order = due_a && due_b ? strcmp(due_a, due_b) : (due_a == NULL) - (due_b == NULL);

    return order ? order : by_number(a, b);
}

void track_sort_by_number(const struct resolution **v, size_t n)
{
    if (n)
        qsort(v, n, sizeof *v, by_number);
}

void track_sort_by_due(const struct resolution **v, size_t n)
{
    if (n)
        qsort(v, n, sizeof *v, by_due);
}

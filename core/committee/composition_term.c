/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Terms of office (設置要點六): how long, how often, and until when a successor's lasts.
 */
#include "core/committee/composition.h"

#include "core/calendar/date.h"

#include <string.h>

enum { TERM_YEARS = 2, TERMS_IN_A_ROW = 2 };

/* The last day of a term of two years from FROM; no date when there is none. */
static struct date last_day(const char *from)
{
    struct date date;

    if (!from || !date_parse_iso(from, &date))
        return (struct date){0, 0, 0};
    date.year += TERM_YEARS;
    if (date.month == 2 && date.day == 29) /* from a leap day: to the last day before the 1st of March */
        return (struct date){date.year, 2, 28};
    return date_add(date, -1);
}

/* TO lies beyond a term of two years from FROM. */
static bool beyond(const char *to, const char *from)
{
    struct date end, last = last_day(from);

    return to && last.year && date_parse_iso(to, &end) && date_compare(end, last) > 0;
}

/* B begins on the day after A ends. */
static bool follows(const struct appointment *a, const struct appointment *b)
{
    struct date end, start;

    return a->to && b->from && date_parse_iso(a->to, &end) && date_parse_iso(b->from, &start) &&
           date_compare(date_add(end, 1), start) == 0;
}

static bool has_term(const struct appointment *a)
{
    return a->kind == KIND_CIVIL && a->basis != BASIS_OFFICE;
}

/* Terms in a row that end with A, by their dates; *REST whether one of them filled a vacancy. */
static int terms_in_a_row(const struct member *member, const struct appointment *a, bool *rest)
{
    int n = 1;
    bool more = true;

    *rest = a->replaces != NULL;
    for (size_t step = 0; more && step < member->appointments.n; step++) {
        more = false;
        for (size_t i = 0; i < member->appointments.n && !more; i++) {
            const struct appointment *before = &member->appointments.v[i];

            if (before == a || !has_term(before) || !follows(before, a))
                continue;
            n += before->term == UNKNOWN || before->term != a->term; /* a change of post is no new term */
            *rest |= before->replaces != NULL;
            a = before;
            more = true;
        }
    }
    return n;
}

static struct composition_finding *add(struct composition_finding *finding, enum composition_kind kind,
                                       bool warning, const struct member *member)
{
    *finding = (struct composition_finding){.kind = kind,
                                            .warning = warning,
                                            .member = member,
                                            .have = UNKNOWN,
                                            .need = UNKNOWN,
                                            .of = UNKNOWN,
                                            .gender = UNKNOWN};
    return finding;
}

/* 要點六 II: renewable once. Whether the rest of somebody else's term counts is not laid down: it does, with
 * a warning only. */
static size_t check_third(const struct member *member, const struct appointment *a,
                          struct composition_finding *out)
{
    bool rest;
    int n = terms_in_a_row(member, a, &rest);
    bool said = a->term != UNKNOWN;

    if (said)
        n = a->term;
    if (n <= TERMS_IN_A_ROW)
        return 0;
    add(out, COMPOSITION_TERM_THIRD, rest || !said, member)->have = n;
    return 1;
}

/* 要點六 III: a scholar's successor serves to the end of the term that he takes over. When that was to end
 * may be after one or two years: only what lies beyond both is certain. */
static size_t check_successor(const struct member *member, const struct appointment *a,
                              const struct members *members, struct composition_finding *out)
{
    const struct member *replaced = members && a->replaces ? member_find(members, a->replaces) : NULL;
    const struct appointment *before = NULL;

    for (size_t i = 0; replaced && i < replaced->appointments.n; i++) {
        const struct appointment *old = &replaced->appointments.v[i];

        if (has_term(old) && old->from && a->from && strcmp(old->from, a->from) < 0 &&
            (!before || strcmp(old->from, before->from) > 0))
            before = old;
    }
    if (!before || !beyond(a->to, before->from))
        return 0;
    add(out, COMPOSITION_SUCCESSOR, false, member)->what = a->to;
    return 1;
}

size_t composition_terms(const struct composition_seat *seat, const struct members *members,
                         struct composition_finding findings[COMPOSITION_TERM_FINDINGS])
{
    const struct appointment *a = seat->appointment;
    size_t n = 0;

    if (!a || !seat->member)
        return 0;
    if (seat->kind == KIND_AGENCY && a->term != UNKNOWN)
        add(&findings[n++], COMPOSITION_AGENCY_TERM, true, seat->member)->have = a->term;
    if (!has_term(a))
        return n;
    if (beyond(a->to, a->from))
        add(&findings[n++], COMPOSITION_TERM_LONG, false, seat->member)->what = a->to;
    n += check_third(seat->member, a, &findings[n]);
    n += check_successor(seat->member, a, members, &findings[n]);
    return n;
}

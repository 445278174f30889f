/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting. What is not known is carried as a lowest and a highest count, so that an unknown kind
 * makes the answer unknown only where it matters.
 */
#include "core/meeting/quorum.h"

#include "core/base/str.h"

#include <string.h>

int quorum_needed(const struct rule *rule, int in_office)
{
    long share;

    if (!rule || rule->quorum_numerator == UNKNOWN || rule->quorum_denominator <= 0 ||
        rule->quorum_comparison == UNKNOWN)
        return UNKNOWN;
    share = (long)in_office * rule->quorum_numerator;
    if (rule->quorum_comparison == COMPARE_AT_LEAST)
        return (int)((share + rule->quorum_denominator - 1) / rule->quorum_denominator);
    return (int)(share / rule->quorum_denominator) + 1;
}

const char *quorum_clause(const struct rule *rule)
{
    if (!rule || rule->quorum_numerator != 1 || rule->quorum_denominator != 2)
        return NULL;
    if (rule->quorum_comparison == COMPARE_AT_LEAST)
        return "設置要點四(三)";
    return rule->quorum_comparison == COMPARE_MORE ? "運作指引肆、一(二)" : NULL;
}

/* The seat is one of those that are counted. */
static bool is_counted(const struct rule *rule, const struct seat_presence *s)
{
    return !s->convener || !rule || rule->convener_counts != 0;
}

/* A delegate who counts: of an agency representative; POSSIBLY also of somebody whose kind is not known. */
static bool delegate_counts(const struct seat_presence *s, bool possibly)
{
    return !s->in_person && s->delegate && (s->kind == KIND_AGENCY || (possibly && s->kind == UNKNOWN));
}

/* The delegate at I counts, and not only as somebody who counts already: a member who is here, or the same
 * delegate of a seat before. */
static bool adds_one(const struct rule *rule, const struct seat_presence *seats, size_t n, size_t i,
                     bool possibly)
{
    const struct person *who = seats[i].delegate;

    if (!delegate_counts(&seats[i], possibly))
        return false;
    for (size_t k = 0; k < n; k++) {
        if (!is_counted(rule, &seats[k]))
            continue;
        if (seats[k].in_person && who->member && text_same(seats[k].member, who->member))
            return false;
        if (k < i && delegate_counts(&seats[k], possibly) && person_same(seats[k].delegate, who))
            return false;
    }
    return true;
}

bool quorum_counts(const struct rule *rule, const struct seat_presence *seats, size_t n, size_t i)
{
    return is_counted(rule, &seats[i]) && (seats[i].in_person || adds_one(rule, seats, n, i, false));
}

struct count {
    int present_low, present_high, civil_low, civil_high;
};

static struct count count_seats(const struct rule *rule, const struct seat_presence *seats, size_t n,
                                struct quorum *q)
{
    struct count c = {0, 0, 0, 0};

    for (size_t i = 0; i < n; i++) {
        const struct seat_presence *s = &seats[i];

        if (!is_counted(rule, s))
            continue;
        q->in_office++;
        if (s->in_person) {
            c.present_low++;
            c.present_high++;
            c.civil_low += s->kind == KIND_CIVIL;
            c.civil_high += s->kind != KIND_AGENCY;
            q->online += s->online;
        } else {
            bool certain = adds_one(rule, seats, n, i, false);

            c.present_low += certain;
            c.present_high += adds_one(rule, seats, n, i, true);
            q->delegates += certain;
            q->online += certain && s->online;
        }
    }
    q->present = c.present_low;
    q->civil = c.civil_low;
    return c;
}

struct quorum quorum_evaluate(const struct rule *rule, const struct seat_presence *seats, size_t n)
{
    struct quorum q = {.needed = UNKNOWN, .civil_needed = UNKNOWN, .verdict = QUORUM_UNKNOWN};
    struct count c = count_seats(rule, seats, n, &q);

    q.needed = quorum_needed(rule, q.in_office);
    q.civil_needed = rule ? rule->civil_min : UNKNOWN;
    if (q.needed == UNKNOWN)
        q.doubt = DOUBT_NO_RULE;
    else if (q.in_office == 0)
        q.doubt = DOUBT_NO_MEMBERS;
    else if (c.present_high < q.needed || (q.civil_needed != UNKNOWN && c.civil_high < q.civil_needed))
        q.verdict = QUORUM_NOT_MET;
    else if (c.present_low >= q.needed && (q.civil_needed == UNKNOWN || c.civil_low >= q.civil_needed))
        q.verdict = QUORUM_MET;
    else
        q.doubt = DOUBT_KIND;
    return q;
}

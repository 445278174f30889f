/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quorum of one meeting: at its opening, when it was lost, and when each decision was taken.
 */
#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/verify/verify_parts.h"

#include <stdio.h>

/* "5/6, 2/3": present and needed, civil representatives and needed; "5/12" of those in office where no rule
 * says what is needed. false: nothing is known. */
static bool figures(const struct quorum *q, char *out, size_t room)
{
    if (q->present == UNKNOWN || (q->needed == UNKNOWN && q->in_office == UNKNOWN))
        return false;
    if (q->needed != UNKNOWN && q->civil_needed > 0)
        (void)snprintf(out, room, "%d/%d, %d/%d", q->present, q->needed, q->civil, q->civil_needed);
    else
        (void)snprintf(out, room, "%d/%d", q->present, q->needed == UNKNOWN ? q->in_office : q->needed);
    return true;
}

static void add_no_quorum(struct verifying *v, enum finding_kind kind, const char *place,
                          const struct rule *rule, const struct quorum *q)
{
    char text[64] = "";
    struct finding *finding =
        verify_add(v, kind, false, place, figures(q, text, sizeof text) ? "%s" : NULL, text);

    if (finding)
        finding->clause = quorum_clause(rule);
}

static void check_opening(struct verifying *v, const struct snapshot *s)
{
    struct quorum q = snapshot_quorum(s, -1, NULL);

    if (q.verdict == QUORUM_NOT_MET)
        add_no_quorum(v, FINDING_NO_QUORUM_OPEN, s->meeting.key, s->rule, &q);
}

/* ---- lost in the midst of it ------------------------------------------------------------------- */

static void add_lost(struct verifying *v, const struct snapshot *s, const struct quorum_moment *moment,
                     const struct quorum_moment *next)
{
    char from[TIME_ISO_SIZE], until[TIME_ISO_SIZE] = "", text[64] = "";
    struct finding *finding;

    time_iso(from, moment->minutes);
    if (next)
        time_iso(until, next->minutes);
    (void)figures(&moment->q, text, sizeof text);
    finding = verify_add(v, FINDING_QUORUM_LOST, true, s->meeting.key, "%s–%s %s", from, until, text);
    if (finding)
        finding->clause = quorum_clause(s->rule);
}

/* Talk is allowed then, and reality is never refused: a warning. What was decided then is a finding of its
 * own. */
static void check_lost(struct verifying *v, const struct snapshot *s)
{
    struct quorum_moments moments;

    if (quorum_moments(&s->meeting, s->rule, v->arena, &moments, NULL)) {
        v->failed = true;
        return;
    }
    for (size_t i = 1; i < moments.n; i++)
        if (moments.v[i].q.verdict == QUORUM_NOT_MET)
            add_lost(v, s, &moments.v[i], i + 1 < moments.n ? &moments.v[i + 1] : NULL);
}

/* ---- decisions --------------------------------------------------------------------------------- */

static bool quorum_stored(const struct decision *d)
{
    return d->present != UNKNOWN || d->in_office != UNKNOWN || d->civil != UNKNOWN || d->met != UNKNOWN;
}

static bool differs(int stored, int counted)
{
    return stored != UNKNOWN && stored != counted;
}

static void add_differs(struct verifying *v, const char *place, const struct decision *d,
                        const struct quorum *q)
{
    static const char *const between[] = {"/", ", ", " ≠ "};
    const int stored[] = {d->present, d->in_office, d->civil};
    struct str text = STR_INIT;

    for (int i = 0; i < 3; i++) {
        if (stored[i] == UNKNOWN)
            str_printf(&text, "?%s", between[i]);
        else
            str_printf(&text, "%d%s", stored[i], between[i]);
    }
    verify_add(v, FINDING_QUORUM_DIFFERS, false, place, "%s%d/%d, %d", text.text, q->present, q->in_office,
               q->civil);
    v->failed |= str_failed(&text);
    str_release(&text);
}

/* The quorum when it was decided, without those recused: stored, and as the attendance gives it. */
static void check_decision(struct verifying *v, const struct snapshot *s, const struct item *item)
{
    const struct decision *d = item_decision(item);
    const char *place = verify_item_place(v, &s->meeting, item);
    int minutes = -1;
    bool timed = d->at && time_parse_iso(d->at, &minutes);
    struct quorum q = snapshot_quorum(s, minutes, item);
    int met = q.verdict == QUORUM_MET ? 1 : q.verdict == QUORUM_NOT_MET ? 0 : UNKNOWN;
    bool possible =
        s->meeting.outcome != OUTCOME_TALK && s->meeting.outcome != OUTCOME_FELL; /* 談話會, 流會 */

    if (d->kind == DECISION_UNDISCUSSED || d->kind == DECISION_WITHDRAWN)
        return;
    if (met == 0 || !possible)
        add_no_quorum(v, FINDING_NO_QUORUM_DECISION, place, s->rule, &q);
    else if (met == UNKNOWN && d->met == 0)
        add_no_quorum(v, FINDING_NO_QUORUM_DECISION, place, s->rule,
                      &(struct quorum){.needed = UNKNOWN, .present = d->present, .in_office = d->in_office});
    if (timed && quorum_stored(d) && quorum_recorded(&s->meeting) &&
        (differs(d->present, q.present) || differs(d->in_office, q.in_office) || differs(d->civil, q.civil) ||
         (q.verdict != QUORUM_UNKNOWN && differs(d->met, met))))
        add_differs(v, place, d, &q);
}

void verify_quorum(struct verifying *v, const struct snapshot *s)
{
    if (verify_was_held(&s->meeting)) {
        check_opening(v, s);
        check_lost(v, s);
    }
    for (size_t i = 0; i < s->meeting.items.n; i++)
        if (item_decision(&s->meeting.items.v[i]))
            check_decision(v, s, &s->meeting.items.v[i]);
}

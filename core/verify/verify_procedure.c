/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether one meeting kept the rules: its number, who sat and chaired, the quorum, the votes, and the dates
 * by which its papers were out.
 */
#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/calendar/deadline.h"
#include "core/committee/composition.h"
#include "core/verify/verify_parts.h"

#include <string.h>

/* ---- number and day -------------------------------------------------------------------------- */

/* A meeting that was put off keeps its number into the next year. */
static void check_day(struct verifying *v, const struct snapshot *s)
{
    int year, number;
    bool extraordinary;
    struct date date;

    if (!s->date || !date_parse_iso(s->date, &date))
        return;
    if (meeting_key_parse(s->meeting.key, &year, &number, &extraordinary) && year != date_roc_year(date))
        verify_add(v, FINDING_YEAR, meeting_milestone(&s->meeting, STEP_POSTPONED) != NULL, s->meeting.key,
                   "%s", s->date);
    if (workday_known(v->calendar, date) && !workday_is(v->calendar, date))
        verify_add(v, FINDING_DAY_OFF, true, s->meeting.key, "%s", s->date);
    if (!s->rule)
        verify_add(v, FINDING_RULE_MISSING, false, s->meeting.key, NULL);
}

/* ---- who sat --------------------------------------------------------------------------------- */

static void add_composition(struct verifying *v, const char *place, const struct composition_finding *f)
{
    struct finding *finding = NULL;
    int of = f->of > 0 ? f->of : 1;

    switch (f->kind) {
    case COMPOSITION_FEW:
        verify_add(v, FINDING_MEMBERS_FEW, f->warning, place, "%d", f->have);
        break;
    case COMPOSITION_CIVIL_SHARE:
    case COMPOSITION_GENDER_SHARE:
        finding = verify_add(
            v, f->kind == COMPOSITION_CIVIL_SHARE ? FINDING_CIVIL_SHARE : FINDING_GENDER_SHARE, f->warning,
            place, "%d/%d (%d.%d%%)", f->have, f->of, f->have * 100 / of, f->have * 1000 / of % 10);
        break;
    case COMPOSITION_CONVENERS:
        verify_add(v, FINDING_CONVENER, f->warning, place, "%d", f->have);
        break;
    case COMPOSITION_NO_CONVENER:
        verify_add(v, FINDING_CONVENER, f->warning, place, "0");
        break;
    case COMPOSITION_KIND_UNKNOWN: /* terms and what is not known are the members' screen's */
    case COMPOSITION_GENDER_UNKNOWN:
    case COMPOSITION_CONVENER_KIND:
    case COMPOSITION_RANK:
    case COMPOSITION_TERM_LONG:
    case COMPOSITION_TERM_THIRD:
    case COMPOSITION_AGENCY_TERM:
    case COMPOSITION_SUCCESSOR:
    case COMPOSITION_KINDS:
        break;
    }
    if (finding)
        finding->gender = f->gender;
}

static void check_composition(struct verifying *v, const struct snapshot *s)
{
    size_t n = s->meeting.composition.n;
    struct composition_seat *seats = arena_take(v->arena, n * sizeof *seats);
    struct composition found;

    if (!n || !seats) {
        v->failed |= !seats;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const struct seat *seat = &s->meeting.composition.v[i];
        const struct member *member = member_find(&s->members, seat->member);

        seats[i] = (struct composition_seat){member, NULL, seat->role, seat->kind};
    }
    if (composition_check(s->rule, &s->members, seats, n, v->arena, &found, NULL)) {
        v->failed = true;
        return;
    }
    for (size_t i = 0; i < found.n; i++)
        add_composition(v, s->meeting.key, &found.findings[i]);
}

/* 要點四(二): the acting chair is a member. One given by name may be one all the same. */
static bool has_seat(const struct snapshot *s, const struct person *person)
{
    if (person->member)
        return meeting_seat(&s->meeting, person->member) != NULL;
    for (size_t i = 0; i < s->members.n; i++)
        if (text_same(s->members.v[i].surname, person->surname) &&
            text_same(s->members.v[i].given, person->given) && meeting_seat(&s->meeting, s->members.v[i].key))
            return true;
    return false;
}

static const char *surname_of(const struct member *member, const struct person *person)
{
    const char *surname = member ? member->surname : person->surname;

    return surname ? surname : person->member ? person->member : "";
}

static void check_chair(struct verifying *v, const struct snapshot *s)
{
    const struct person *acting = &s->meeting.acting;
    const struct member *member = member_find(&s->members, acting->member);
    const char *given = member ? member->given : acting->given;

    if (!person_none(acting) && s->meeting.composition.n && !has_seat(s, acting))
        verify_add(v, FINDING_ACTING_CHAIR, false, s->meeting.key, "%s%s", surname_of(member, acting),
                   given ? given : "");
}

/* 要點七: only agency representatives send somebody. */
static void check_delegates(struct verifying *v, const struct snapshot *s)
{
    for (size_t i = 0; i < s->meeting.attendance.n; i++) {
        const struct attendance *a = &s->meeting.attendance.v[i];
        const struct seat *seat = meeting_seat(&s->meeting, a->member);
        const struct member *member = member_find(&s->members, a->member);
        bool delegate = a->status == PRESENCE_DELEGATE;

        for (size_t k = 0; k < a->stays.n; k++)
            delegate |= !person_none(&a->stays.v[k].delegate);
        if (delegate && seat && seat->kind == KIND_CIVIL)
            verify_add(v, FINDING_CIVIL_DELEGATE, false, s->meeting.key, "%s%s",
                       member ? member->surname : a->member, member && member->given ? member->given : "");
    }
}

/* ---- the quorum ------------------------------------------------------------------------------- */

static void add_no_quorum(struct verifying *v, enum finding_kind kind, const char *place,
                          const struct rule *rule, const struct quorum *q)
{
    struct finding *finding;

    if (q->present == UNKNOWN || (q->needed == UNKNOWN && q->in_office == UNKNOWN))
        finding = verify_add(v, kind, false, place, NULL);
    else if (q->needed == UNKNOWN)
        finding = verify_add(v, kind, false, place, "%d/%d", q->present, q->in_office);
    else if (q->civil_needed > 0)
        finding = verify_add(v, kind, false, place, "%d/%d, %d/%d", q->present, q->needed, q->civil,
                             q->civil_needed);
    else
        finding = verify_add(v, kind, false, place, "%d/%d", q->present, q->needed);
    if (finding)
        finding->clause = quorum_clause(rule);
}

static void check_opening(struct verifying *v, const struct snapshot *s)
{
    struct quorum q = snapshot_quorum(s, -1, NULL);

    if (verify_was_held(&s->meeting) && q.verdict == QUORUM_NOT_MET)
        add_no_quorum(v, FINDING_NO_QUORUM_OPEN, s->meeting.key, s->rule, &q);
}

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

/* The quorum when it was decided: stored, and as the attendance gives it. */
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

/* ---- votes and statements ----------------------------------------------------------------------- */

static int known(int n)
{
    return n == UNKNOWN ? 0 : n;
}

/* 要點七: not more votes than members and delegates present; and they add up to those entitled. */
static void check_vote(struct verifying *v, const struct snapshot *s, const struct item *item)
{
    const struct vote *vote = &item->vote.v[0];
    const struct decision *d = item_decision(item);
    int cast = known(vote->votes_for) + known(vote->against) + known(vote->abstain), voters = vote->entitled,
        minutes;

    if (vote->votes_for == UNKNOWN && vote->against == UNKNOWN && vote->abstain == UNKNOWN)
        return;
    if (quorum_recorded(&s->meeting) && d && d->at && time_parse_iso(d->at, &minutes)) {
        struct quorum q = snapshot_quorum(s, minutes, item);

        if (q.doubt != DOUBT_KIND && (voters == UNKNOWN || q.present < voters))
            voters = q.present;
    }
    if (voters != UNKNOWN && cast > voters)
        verify_add(v, FINDING_VOTES_TOO_MANY, false, verify_item_place(v, &s->meeting, item), "%d+%d+%d/%d",
                   known(vote->votes_for), known(vote->against), known(vote->abstain), voters);
    else if (vote->entitled != UNKNOWN && vote->abstain != UNKNOWN && cast != vote->entitled)
        verify_add(v, FINDING_VOTES, true, verify_item_place(v, &s->meeting, item), "%d+%d+%d/%d",
                   known(vote->votes_for), known(vote->against), known(vote->abstain), vote->entitled);
}

/* 要點十二: every side's opinion is in the minutes. */
static bool lacks_text(const struct item *item)
{
    for (size_t i = 0; i < item->statements.n; i++) {
        const struct statement *statement = &item->statements.v[i];
        bool text = statement->abridged;

        for (size_t k = 0; k < statement->points.n; k++)
            text |= *statement->points.v[k].text != '\0';
        if (!text)
            return true;
    }
    return false;
}

static void check_items(struct verifying *v, const struct snapshot *s)
{
    for (size_t i = 0; i < s->meeting.items.n; i++) {
        const struct item *item = &s->meeting.items.v[i];

        if (item_decision(item))
            check_decision(v, s, item);
        if (item->vote.n)
            check_vote(v, s, item);
        if (lacks_text(item))
            verify_add(v, FINDING_NO_TEXT, true, verify_item_place(v, &s->meeting, item), NULL);
    }
}

/* ---- dates ------------------------------------------------------------------------------------- */

static struct date done_on(const struct meeting *meeting, enum step step)
{
    const struct milestone *milestone = meeting_milestone(meeting, step);
    struct date date = {0, 0, 0};

    if (milestone && milestone->date)
        (void)date_parse_iso(milestone->date, &date);
    return date;
}

/* Late, or overdue: then the milestones must be kept for this meeting at all, and none after it be there. */
static void check_deadline(struct verifying *v, const struct meeting *meeting, enum finding_kind kind,
                           bool warning, enum step step, const struct deadline *due)
{
    const struct milestone *milestone = meeting_milestone(meeting, step);
    struct date done = done_on(meeting, step), today = {0, 0, 0};

    if (!due->date.year)
        return;
    if (done.year) {
        if (date_compare(done, due->date) > 0)
            verify_add(v, kind, warning, meeting->key, "%s", milestone->date);
        return;
    }
    if (milestone || step == STEP_SENT || !meeting->milestones.n || !date_parse_iso(v->today, &today))
        return;
    for (int later = (int)step + 1; later <= STEP_REPORTED; later++)
        if (later != STEP_PUBLISHED && meeting_milestone(meeting, (enum step)later))
            return;
    if (date_compare(today, due->date) > 0)
        verify_add(v, kind, warning, meeting->key, NULL);
}

static void check_dates(struct verifying *v, const struct snapshot *s)
{
    const struct meeting *m = &s->meeting;
    struct date first, last = {0, 0, 0};
    struct deadline_figures figures;
    struct deadlines due;
    struct moment end;

    if (!s->rule || !s->date || !date_parse_iso(s->date, &first) || m->outcome == OUTCOME_CANCELLED)
        return;
    if (m->end && moment_parse_iso(m->end, &end))
        last = end.date;
    figures = (struct deadline_figures){s->rule->materials_workdays, s->rule->draft_workdays,
                                        s->rule->publish_workdays};
    due = deadlines_of(v->calendar, first, last, figures);
    check_deadline(v, m, FINDING_MATERIALS_LATE, false, STEP_SENT, &due.materials);
    if (!verify_was_held(m))
        return;
    check_deadline(v, m, FINDING_DRAFT_LATE, true, STEP_DRAFT_SENT, &due.draft);
    check_deadline(v, m, FINDING_PUBLISH_LATE, false, STEP_PUBLISHED, &due.publish);
}

void verify_meeting(struct verifying *v, const struct snapshot *s)
{
    check_day(v, s);
    check_composition(v, s);
    check_chair(v, s);
    check_delegates(v, s);
    check_opening(v, s);
    check_items(v, s);
    check_dates(v, s);
}

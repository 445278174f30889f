/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether one meeting kept the rules: its number, who sat and chaired, and the dates by which its papers were
 * out. The quorum and the votes have files of their own.
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

/* ---- statements ---------------------------------------------------------------------------------- */

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

        if (item->vote.n)
            verify_vote(v, s, item);
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
    verify_quorum(v, s);
    check_items(v, s);
    check_dates(v, s);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reasons, step by step: what the meeting lacks, what its items lack, what was not done before.
 */
#include "core/cycle/gate.h"

#include "core/base/str.h"
#include "core/calendar/deadline.h"
#include "core/cycle/desk.h"

#include <string.h>

struct gating {
    const struct snapshot *s;
    const struct office_calendar *calendar;
    const char *today;
    struct arena *arena;
    struct reasons *out;
    bool failed; /* out of memory */
};

static struct reason *add(struct gating *g, enum reason_kind kind, enum place_kind place, bool warning)
{
    struct reason *reason = &g->out->v[g->out->n++];

    *reason = (struct reason){.kind = kind, .warning = warning, .place = place};
    g->out->barring += !warning;
    return reason;
}

static struct reason *add_item(struct gating *g, enum reason_kind kind, enum place_kind place, bool warning,
                               const struct item *item)
{
    struct reason *reason = add(g, kind, place, warning);

    reason->item_id = item->row.id;
    reason->what = item->title ? item->title : item->explanation.n ? item->explanation.v[0].text : item->key;
    return reason;
}

/* ---- the meeting and its agenda -------------------------------------------------------------- */

/* It decides, or has still to meet: it neither fell nor is it an informal talk. */
static bool decides(const struct meeting *m)
{
    return m->outcome != OUTCOME_FELL && m->outcome != OUTCOME_TALK && m->outcome != OUTCOME_CANCELLED;
}

static void check_meeting(struct gating *g)
{
    const struct meeting *m = &g->s->meeting;

    if (!g->s->date)
        add(g, REASON_NO_DATE, PLACE_PREPARE, false);
    if (!m->place && m->mode != MODE_ONLINE)
        add(g, REASON_NO_PLACE, PLACE_PREPARE, false);
    if (person_none(&m->chair) && person_none(&m->acting))
        add(g, REASON_NO_CHAIR, PLACE_PREPARE, false);
}

static void check_agenda(struct gating *g)
{
    const struct meeting *m = &g->s->meeting;
    int n = 0;

    for (size_t i = 0; i < m->items.n; i++) {
        const struct item *item = &m->items.v[i];

        if (!item_is_matter(item))
            continue;
        n += item->section != SECTION_MOTION;
        if (!item->title && item->content != CONTENT_TRACKING && !item->explanation.n)
            (void)add_item(g, REASON_NO_TITLE, PLACE_ITEM, false, item);
    }
    if (n == 0)
        add(g, REASON_NO_ITEMS, PLACE_ITEM, false);
}

/* 運作指引肆、二: sent on or before the N-th working day before the meeting; the reason names that day. */
static void check_in_time(struct gating *g)
{
    const struct deadline_figures figures = {g->s->rule ? g->s->rule->materials_workdays : UNKNOWN, UNKNOWN,
                                             UNKNOWN};
    struct date date, today;
    struct deadlines due;
    char iso[DATE_ISO_SIZE];
    const char *kept;

    if (meeting_milestone(&g->s->meeting, STEP_SENT) || !g->s->date || !date_parse_iso(g->s->date, &date) ||
        !date_parse_iso(g->today, &today))
        return;
    due = deadlines_of(g->calendar, date, date, figures);
    if (!due.materials.date.year || date_compare(today, due.materials.date) <= 0)
        return;
    date_iso(iso, due.materials.date);
    kept = arena_text(g->arena, iso, strlen(iso));
    g->failed |= !kept;
    add(g, REASON_TOO_LATE, PLACE_PREPARE, true)->what = kept;
}

/* ---- how it was held ------------------------------------------------------------------------- */

static void check_opening(struct gating *g)
{
    const struct meeting *m = &g->s->meeting;

    if (person_none(&m->recorder))
        add(g, REASON_NO_RECORDER, PLACE_PREPARE, false);
    if (!meeting_milestone(m, STEP_SENT))
        add(g, REASON_NO_MATERIALS_SENT, PLACE_ITEM, true);
    if (!meeting_milestone(m, STEP_OPENED) && !m->opened && !m->end && m->outcome != OUTCOME_FELL)
        add(g, REASON_NOT_OPENED, PLACE_ATTENDANCE, false);
    if (!quorum_recorded(m))
        add(g, REASON_NO_ATTENDANCE, PLACE_ATTENDANCE, false);
    else if (decides(m) && snapshot_quorum(g->s, -1, NULL).verdict == QUORUM_UNKNOWN)
        add(g, REASON_QUORUM_UNKNOWN, PLACE_ATTENDANCE, true);
}

/* What was open when the meeting came to it is gone through. What is open still, and not a matter of this
 * meeting or a later one, was open then. An extraordinary meeting goes through what it chooses. */
static bool lacks_ruling(const struct snapshot *s, const struct resolution *r)
{
    const struct round *round = resolution_round(r, s->meeting.key);

    if (round)
        return round->ruling == UNKNOWN && !round->ruling_text.n;
    if (s->meeting.kind == MEETING_EXTRAORDINARY || !resolution_open(r) ||
        text_same(r->meeting, s->meeting.key) || snapshot_is_later(s, r->meeting))
        return false;
    return !r->source_date || !s->date || strcmp(r->source_date, s->date) < 0;
}

static void check_tracking(struct gating *g)
{
    const struct resolutions *all = &g->s->resolutions;

    for (size_t i = 0; i < all->n; i++) {
        struct reason *reason;

        if (!lacks_ruling(g->s, &all->v[i]))
            continue;
        reason = add(g, REASON_NO_RULING, PLACE_TRACKING, false);
        reason->resolution = all->v[i].key;
        reason->what = all->v[i].instruction.n ? all->v[i].instruction.v[0].text : NULL;
    }
}

static bool says_something(const struct statement *statement)
{
    for (size_t i = 0; i < statement->points.n; i++)
        if (*statement->points.v[i].text)
            return true;
    return statement->abridged;
}

static bool is_pending(const struct statement *s)
{
    return s->pending || (person_none(&s->speaker) && !s->chair && !s->delegate_of && !s->name);
}

/* One reason an item and kind, however many statements it holds for: it leads to the first. */
static void check_statements(struct gating *g, const struct item *item)
{
    int64_t pending = 0, empty = 0;

    for (size_t i = item->statements.n; i > 0; i--) {
        const struct statement *s = &item->statements.v[i - 1];

        pending = is_pending(s) ? s->row.id : pending;
        empty = says_something(s) ? empty : s->row.id;
    }
    if (pending)
        add_item(g, REASON_PENDING_SPEAKER, PLACE_SESSION, false, item)->statement_id = pending;
    if (empty)
        add_item(g, REASON_EMPTY_STATEMENT, PLACE_SESSION, false, item)->statement_id = empty;
}

static void check_item(struct gating *g, const struct item *item)
{
    const struct decision *decision = item_decision(item);

    check_statements(g, item);
    if (!decision) {
        if (item_left_over(item) && item->section != SECTION_MOTION && decides(&g->s->meeting))
            (void)add_item(g, REASON_NO_DECISION, PLACE_SESSION, false, item);
    } else if (decision->met == 0 && decision->kind != DECISION_UNDISCUSSED) {
        (void)add_item(g, REASON_NO_QUORUM, PLACE_SESSION, true, item);
    }
}

static void check_session(struct gating *g)
{
    const struct meeting *m = &g->s->meeting;

    if (decides(m))
        check_tracking(g);
    for (size_t i = 0; i < m->items.n; i++)
        check_item(g, &m->items.v[i]);
    if (!meeting_milestone(m, STEP_ADJOURNED) && !m->end && m->outcome != OUTCOME_FELL)
        add(g, REASON_NOT_ADJOURNED, PLACE_SESSION, false);
}

/* ---- the gates ------------------------------------------------------------------------------- */

static void check_papers(struct gating *g, enum gate gate)
{
    const struct meeting *m = &g->s->meeting;

    if (gate != GATE_APPROVE && !meeting_milestone(m, STEP_APPROVED))
        add(g, REASON_NOT_APPROVED, PLACE_MINUTES, false);
    /* publishing does not wait for the members: its fourteen days run on */
    if ((gate == GATE_CONFIRM || gate == GATE_PUBLISH) && !meeting_milestone(m, STEP_DRAFT_SENT))
        add(g, REASON_DRAFT_NOT_SENT, PLACE_MINUTES, gate == GATE_PUBLISH);
}

/* More than there can be. */
static size_t room_for(const struct snapshot *s)
{
    return REASON_COUNT + 5 * s->meeting.items.n + s->resolutions.n;
}

enum status gate_reasons(const struct snapshot *s, enum gate gate, const struct office_calendar *calendar,
                         const char *today, struct arena *arena, struct reasons *out, struct err *err)
{
    struct gating g = {s, calendar, today, arena, out, false};

    *out = (struct reasons){.n = 0};
    out->v = arena_take(arena, room_for(s) * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    check_meeting(&g);
    check_agenda(&g);
    if (gate == GATE_SEND) {
        check_in_time(&g);
    } else {
        check_opening(&g);
        check_session(&g);
        check_papers(&g, gate);
    }
    return g.failed ? err_memory(err) : STATUS_OK;
}

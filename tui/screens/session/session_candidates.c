/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody who may speak, in the order in which they are likely to: those here first, who spoke last before
 * the others. The prompt filters them by seat, name and unit.
 */
#include "core/base/names.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/label.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { EXTRA_ROWS = 8 };

struct gather {
    struct session *session;
    struct arena *arena;
    struct seat_presence *seats;
    size_t n, room;
    bool failed;
};

/* How many statements ago he spoke last on this item; INT_MAX = not at all. */
static int spoke_ago(const struct session *session, const struct saying *saying)
{
    const struct stop *stop = session_stop(session);
    int ago = 0;

    for (size_t i = stop ? stop->item->statements.n : 0; i > 0; i--) {
        struct saying said;

        if (!session_shows(session, &stop->item->statements.v[i - 1]))
            continue;
        saying_of(&stop->item->statements.v[i - 1], &said);
        if (saying_same_speaker(&said, saying))
            return ago;
        ago++;
    }
    return INT_MAX;
}

static bool has(const struct gather *g, const struct saying *saying)
{
    for (size_t i = 0; i < g->n; i++)
        if (saying_same_speaker(&g->session->candidates[i].saying, saying))
            return true;
    return false;
}

static void add(struct gather *g, const struct saying *saying, bool present, int number, const char *detail,
                const char *match)
{
    struct candidate *candidate = &g->session->candidates[g->n];
    struct str label = STR_INIT;

    if (g->n >= g->room || has(g, saying))
        return;
    candidate->saying = *saying;
    candidate->present = present;
    candidate->recent = spoke_ago(g->session, saying);
    saying_label(g->session, saying, &label);
    g->session->rows[g->n] = (struct pick_row){.number = number,
                                               .label = arena_text(g->arena, label.text, label.len_bytes),
                                               .detail = detail,
                                               .match = match};
    g->failed |= str_failed(&label) || !g->session->rows[g->n].label;
    g->n++;
    str_release(&label);
}

/* Who is in the chair: the acting chair, else the chair. */
static const char *chair_member(const struct meeting *meeting)
{
    return meeting->acting.member ? meeting->acting.member : meeting->chair.member;
}

/* What finds a person who is no member: his name without the title within it, and the title. */
static const char *person_match(struct gather *g, const struct person *person)
{
    const struct member *member =
        person->member ? member_find(&g->session->frame.s.members, person->member) : NULL;
    const char *surname = member ? member->surname : person->surname;
    const char *given = member ? member->given : person->given;
    const char *match = arena_printf(g->arena, "%s%s %s", surname ? surname : "", given ? given : "",
                                     person->title ? person->title : "");

    g->failed |= !match;
    return match ? match : "";
}

static void add_seat(struct gather *g, size_t i)
{
    const struct snapshot *s = &g->session->frame.s;
    const struct seat *seat = &s->meeting.composition.v[i];
    const struct seat_presence *here = &g->seats[i];
    const char *kind = label_choice(&member_kind_choices, seat->kind);
    const bool recorded = quorum_recorded(&s->meeting);
    struct str name = STR_INIT;
    const char *detail, *match;
    struct saying saying;

    label_member(&name, &s->members, seat->member);
    detail = arena_printf(g->arena, "%s%s%s%s",
                          recorded && !here->in_person && !here->delegate ? _("未在場 ") : "", kind,
                          *kind ? " " : "", seat->unit ? seat->unit : "");
    match = arena_printf(g->arena, "%s %s %s", name.text, seat->title ? seat->title : "",
                         here->delegate ? person_match(g, here->delegate) : "");
    g->failed |= !detail || !match;
    if (text_same(seat->member, chair_member(&s->meeting))) {
        saying_member(&saying, 'c', "");
        add(g, &saying, true, seat->seat, detail, match);
        saying_member(&saying, 'm', seat->member);
        add(g, &saying, here->in_person, 0, _("以委員身分"), match);
    } else if (here->delegate) {
        saying_member(&saying, 'd', seat->member);
        add(g, &saying, true, seat->seat, detail, match);
    } else {
        saying_member(&saying, 'm', seat->member);
        add(g, &saying, here->in_person || !recorded, seat->seat, detail, match);
    }
    str_release(&name);
}

static void add_unit(struct gather *g, const char *unit, bool own)
{
    struct statement s;
    struct saying saying;

    if (!unit || !*unit)
        return;
    entity_defaults(&statement_entity, &s);
    s.speaker.unit = unit;
    s.response = true;
    saying_of(&s, &saying);
    add(g, &saying, true, 0, own ? _("本案單位（Tab）") : _("單位"), NULL);
}

static void add_observer(struct gather *g, const struct observer *observer)
{
    struct statement s;
    struct saying saying;

    entity_defaults(&statement_entity, &s);
    s.speaker = observer->person;
    saying_of(&s, &saying);
    add(g, &saying, true, 0, observer->person.unit ? observer->person.unit : _("列席"),
        person_match(g, &observer->person));
}

/* Units that have to do with the meeting: of the stop, of the items, of the members. */
static void add_units(struct gather *g)
{
    const struct snapshot *s = &g->session->frame.s;
    const struct stop *stop = session_stop(g->session);

    if (stop && stop->about)
        for (size_t i = 0; i < stop->about->units.n; i++)
            add_unit(g, stop->about->units.v[i].name, true);
    else if (stop)
        add_unit(g, stop->item->unit, true);
    for (size_t i = 0; i < s->meeting.items.n; i++)
        add_unit(g, s->meeting.items.v[i].unit, false);
    add_unit(g, s->committee.secretariat, false);
    for (size_t i = 0; i < s->meeting.composition.n; i++)
        if (s->meeting.composition.v[i].kind == KIND_AGENCY)
            add_unit(g, s->meeting.composition.v[i].unit, false);
}

/* Present first, then who spoke more lately, then the order in which they were added. */
static bool goes_before(const struct candidate *a, const struct candidate *b)
{
    if (a->present != b->present)
        return a->present;
    return a->recent < b->recent;
}

static void sort(struct session *session, size_t n)
{
    for (size_t i = 1; i < n; i++) /* a few dozen, nearly sorted: by insertion, which keeps the order */
        for (size_t k = i; k > 0 && goes_before(&session->candidates[k], &session->candidates[k - 1]); k--) {
            const struct candidate candidate = session->candidates[k];
            const struct pick_row row = session->rows[k];

            session->candidates[k] = session->candidates[k - 1];
            session->rows[k] = session->rows[k - 1];
            session->candidates[k - 1] = candidate;
            session->rows[k - 1] = row;
        }
}

void session_candidates_release(struct session *session)
{
    picker_release(&session->picker);
    arena_release(&session->candidate_arena);
    session->candidates = NULL;
    session->rows = NULL;
    session->n_candidates = 0;
}

static void gather_all(struct gather *g)
{
    const struct snapshot *s = &g->session->frame.s;
    struct saying chair;

    if (s->meeting.composition.n)
        quorum_seats(&s->meeting, frame_minutes(g->session->app, &g->session->frame), NULL, g->seats);
    for (size_t i = 0; i < s->meeting.composition.n; i++)
        add_seat(g, i);
    saying_member(&chair, 'c', "");
    add(g, &chair, true, 0, _("主持會議"), NULL);
    add_units(g);
    for (size_t i = 0; i < s->meeting.observers.n; i++)
        add_observer(g, &s->meeting.observers.v[i]);
}

enum status session_candidates(struct session *session, struct err *err)
{
    const struct meeting *meeting = &session->frame.s.meeting;
    struct gather g = {.session = session, .arena = &session->candidate_arena};

    session_candidates_release(session);
    g.room = meeting->composition.n * 3 + meeting->items.n + meeting->observers.n +
             session->frame.s.resolutions.n + EXTRA_ROWS;
    session->candidates = arena_take(g.arena, g.room * sizeof *session->candidates);
    session->rows = arena_take(g.arena, g.room * sizeof *session->rows);
    g.seats = arena_take(g.arena, (meeting->composition.n + 1) * sizeof *g.seats);
    if (!session->candidates || !session->rows || !g.seats)
        return err_memory(err);
    gather_all(&g);
    if (g.failed)
        return err_memory(err);
    sort(session, g.n);
    session->n_candidates = g.n;
    if (!picker_init(&session->picker, session->rows, g.n, 0))
        return err_memory(err);
    picker_filter(&session->picker, session->prompt.text.text);
    return STATUS_OK;
}

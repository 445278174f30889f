/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps on people, decisions, votes and what is tracked.
 */
#include "tests/torture/steps/steps.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The digits in KEY, "m07" or "03". */
static int number_of(const char *key)
{
    return (int)strtol(key + strcspn(key, "0123456789"), NULL, 10);
}

/* ---- who is here -------------------------------------------------------------------------------------- */

/* Counted by hand: nobody stands in for anybody here, and whoever is present is so all the time. */
static void count_present(const struct model *m, int *present, int *civil)
{
    *present = *civil = 0;
    for (int i = 0; i < m->n_seats; i++) {
        *present += m->seats[i].status == PRESENCE_PRESENT;
        *civil += m->seats[i].status == PRESENCE_PRESENT && m->seats[i].civil;
    }
}

static void count_decisions(struct model *m)
{
    for (int i = 0; i < m->n_items; i++)
        if (m->items[i].decision != UNKNOWN && m->items[i].timed)
            count_present(m, &m->items[i].present, &m->items[i].civil);
}

static enum status step_check_in(struct walk *w, enum status *expected, struct err *err)
{
    struct m_seat *seat = &w->model.seats[draw_below(w, w->model.n_seats)];
    const struct attendance *old = meeting_attendance(&w->office.s.meeting, seat->member);
    struct attendance wanted;

    (void)expected;
    entity_defaults(&attendance_entity, &wanted);
    if (old)
        wanted = *old;
    wanted.member = seat->member;
    wanted.status = seat->status = draw_below(w, 3) ? PRESENCE_PRESENT : PRESENCE_LEAVE;
    count_decisions(&w->model);
    return attendance_save(w->office.db, &office_stamp, &w->office.s, &wanted, err);
}

static enum status step_rest(struct walk *w, enum status *expected, struct err *err)
{
    int n, wanted = 0;
    enum status status;

    (void)expected;
    for (int i = 0; i < w->model.n_seats; i++)
        if (w->model.seats[i].status == UNKNOWN) {
            w->model.seats[i].status = PRESENCE_ABSENT;
            wanted++;
        }
    status = attendance_rest(w->office.db, &office_stamp, &w->office.s, PRESENCE_ABSENT, &n, err);
    return status == STATUS_OK && n != wanted ? STATUS_BAD : status;
}

static enum status step_observers(struct walk *w, enum status *expected, struct err *err)
{
    struct model *m = &w->model;
    struct observer observers[MODEL_OBSERVERS];

    (void)expected;
    memset(m->observers, 0, sizeof m->observers);
    m->n_observers = draw_below(w, MODEL_OBSERVERS + 1);
    for (int i = 0; i < m->n_observers; i++) {
        entity_defaults(&observer_entity, &observers[i]);
        (void)snprintf(m->observers[i], MODEL_TEXT, "列席%d", draw_below(w, 1000000));
        observers[i].person.surname = m->observers[i];
    }
    return observers_save(w->office.db, &office_stamp, &w->office.s, observers, (size_t)m->n_observers, err);
}

static enum status step_place(struct walk *w, enum status *expected, struct err *err)
{
    struct meeting wanted = w->office.s.meeting;

    (void)expected;
    memset(w->model.place, 0, MODEL_TEXT);
    (void)snprintf(w->model.place, MODEL_TEXT, "第%d會議室", draw_below(w, 1000));
    wanted.place = w->model.place;
    return meeting_save(w->office.db, &office_stamp, &w->office.s, &wanted, err);
}

/* ---- members ------------------------------------------------------------------------------------------ */

static enum status step_member_add(struct walk *w, enum status *expected, struct err *err)
{
    struct m_member *added = &w->model.members[w->model.n_members];
    struct member wanted;
    enum status status;
    int last = 0;

    if (w->model.n_members == MODEL_MEMBERS)
        return *expected = STATUS_MISSING;
    for (int i = 0; i < w->model.n_members; i++)
        if (number_of(w->model.members[i].key) > last)
            last = number_of(w->model.members[i].key);
    entity_defaults(&member_entity, &wanted);
    wanted.surname = "東方";
    (void)snprintf(added->given, sizeof added->given, "洋%d", draw_below(w, 1000000));
    (void)snprintf(added->key, sizeof added->key, "m%02d", last + 1);
    wanted.given = added->given;
    w->model.n_members++;
    status = member_save(w->office.db, &office_stamp, w->office.committee, NULL, &wanted, err);
    return status;
}

static enum status step_member_change(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_below(w, w->model.n_members);
    struct member wanted = w->office.s.members.v[at];
    struct m_member *member = &w->model.members[at];

    (void)expected;
    memset(member->given, 0, sizeof member->given);
    (void)snprintf(member->given, sizeof member->given, "海%d", draw_below(w, 1000000));
    wanted.given = member->given;
    return member_save(w->office.db, &office_stamp, w->office.committee, &w->office.s.members.v[at], &wanted,
                       err);
}

static enum status step_member_move(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_below(w, w->model.n_members), by = draw_below(w, 2) ? 1 : -1;
    struct m_member between = w->model.members[at];

    if (at + by < 0 || at + by >= w->model.n_members) {
        *expected = STATUS_NO;
    } else {
        w->model.members[at] = w->model.members[at + by];
        w->model.members[at + by] = between;
    }
    return member_move(w->office.db, &office_stamp, w->office.committee, &w->office.s.members, (size_t)at, by,
                       err);
}

/* Those of the first seven stand in meetings; the others go. */
static enum status step_member_remove(struct walk *w, enum status *expected, struct err *err)
{
    struct model *m = &w->model;
    int at = draw_below(w, m->n_members);

    if (number_of(m->members[at].key) <= 7) {
        *expected = STATUS_NO;
    } else {
        memmove(&m->members[at], &m->members[at + 1], (size_t)(m->n_members - at - 1) * sizeof m->members[0]);
        memset(&m->members[--m->n_members], 0, sizeof m->members[0]);
    }
    return member_save(w->office.db, &office_stamp, w->office.committee, &w->office.s.members.v[at], NULL,
                       err);
}

/* ---- decisions ---------------------------------------------------------------------------------------- */

static bool is_tracked(const struct walk *w, const struct item *item)
{
    return item->decision.n &&
           (point_tracked(&w->office.s, item, "1") || point_tracked(&w->office.s, item, "2") ||
            point_tracked(&w->office.s, item, "3"));
}

/* An item of the discussion of which nothing is tracked. -1: none fits. */
static int draw_untracked(struct walk *w)
{
    int at = draw_below(w, w->model.n_items);

    return w->model.items[at].section == SECTION_DISCUSSION &&
                   !is_tracked(w, &w->office.s.meeting.items.v[at])
               ? at
               : -1;
}

static void forget_decision(struct m_item *item)
{
    item->decision = UNKNOWN;
    item->timed = false;
    item->present = item->civil = 0;
    memset(&item->points, 0, sizeof item->points);
    memset(item->with, 0, sizeof item->with);
}

/* One decision for two items; whoever else was decided with the first has none any more. */
static enum status step_join(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_untracked(w), other = draw_untracked(w);
    struct model *m = &w->model;
    const struct item *items = w->office.s.meeting.items.v;

    if (at < 0 || other < 0 || at == other || m->items[at].decision == DECISION_JOINT)
        return *expected = STATUS_MISSING;
    for (int i = 0; i < m->n_items; i++) {
        const bool joint = strcmp(m->items[i].with, items[at].key) == 0;

        if (joint != (i == other))
            forget_decision(&m->items[i]);
        if (joint || i != other)
            continue;
        m->items[i].decision = DECISION_JOINT;
        (void)snprintf(m->items[i].with, sizeof m->items[i].with, "%s", items[at].key);
        m->items[i].timed = true;
        count_present(m, &m->items[i].present, &m->items[i].civil);
    }
    return decision_join(w->office.db, &office_stamp, &w->office.s, &items[at], &items[other].row.id, 1,
                         "14:50", err);
}

static enum status step_decide(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_untracked(w);
    struct m_item *item = &w->model.items[at < 0 ? 0 : at];
    struct node nodes[MODEL_POINTS];
    struct decision wanted;

    if (at < 0)
        return *expected = STATUS_MISSING;
    entity_defaults(&decision_entity, &wanted);
    wanted.kind = item->decision = draw_below(w, DECISION_REJECTED + 1);
    memset(&item->points, 0, sizeof item->points);
    memset(item->with, 0, sizeof item->with);
    item->points.n = draw_below(w, MODEL_POINTS + 1);
    for (int i = 0; i < item->points.n; i++) {
        entity_defaults(&node_entity, &nodes[i]);
        nodes[i].text = draw_text(w, item->points.text[i]);
    }
    wanted.points = (struct outline){nodes, (size_t)item->points.n};
    item->timed = true;
    count_present(&w->model, &item->present, &item->civil);
    return decision_save(w->office.db, &office_stamp, &w->office.s, &w->office.s.meeting.items.v[at], &wanted,
                         "14:50", err);
}

static enum status step_undecide(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_untracked(w);
    struct m_item *item = &w->model.items[at < 0 ? 0 : at];

    if (at < 0 || item->decision == UNKNOWN)
        return *expected = STATUS_MISSING;
    forget_decision(item);
    return decision_remove(w->office.db, &office_stamp, &w->office.s, &w->office.s.meeting.items.v[at], err);
}

static enum status step_vote(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_below(w, w->model.n_items);
    struct m_item *item = &w->model.items[at];
    struct vote wanted;

    if (item->section != SECTION_DISCUSSION)
        return *expected = STATUS_MISSING;
    item->votes_for = item->votes_for == UNKNOWN || draw_below(w, 3) ? draw_below(w, 7) : UNKNOWN;
    entity_defaults(&vote_entity, &wanted);
    if (w->office.s.meeting.items.v[at].vote.n)
        wanted = w->office.s.meeting.items.v[at].vote.v[0];
    wanted.method = VOTE_HANDS;
    wanted.votes_for = item->votes_for;
    return vote_save(w->office.db, &office_stamp, &w->office.s, &w->office.s.meeting.items.v[at],
                     item->votes_for == UNKNOWN ? NULL : &wanted, err);
}

/* ---- what is tracked ---------------------------------------------------------------------------------- */

static enum status step_track(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_untracked(w), last = 0;
    struct model *m = &w->model;
    struct m_resolution *added = &m->resolutions[m->n_resolutions];
    const char *key = NULL;
    struct unit unit;
    enum status status;

    if (at < 0 || m->items[at].decision == UNKNOWN || m->items[at].points.n == 0 ||
        m->n_resolutions == MODEL_RESOLUTIONS || draw_below(w, 8))
        return *expected = STATUS_MISSING;
    for (int i = 0; i < m->n_resolutions; i++)
        if (strncmp(m->resolutions[i].key, "112-2-", 6) == 0 && number_of(m->resolutions[i].key + 6) > last)
            last = number_of(m->resolutions[i].key + 6);
    (void)snprintf(added->key, sizeof added->key, "112-2-%02d", last + 1);
    (void)snprintf(added->due, sizeof added->due, "2024-03-%02d", 1 + draw_below(w, 28));
    m->n_resolutions++;
    entity_defaults(&unit_entity, &unit);
    unit.name = "測站組";
    status = point_track(w->office.db, &office_stamp, &w->office.s, &w->office.s.meeting.items.v[at], "1",
                         "案由", &unit, 1, NULL, 0, added->due, &w->office.arena, &key, err);
    return status == STATUS_OK && !text_same(key, added->key) ? STATUS_BAD : status;
}

static enum status step_due(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_below(w, w->model.n_resolutions);
    const struct resolution *old = &w->office.s.resolutions.v[at];
    struct m_resolution *r = &w->model.resolutions[at];
    struct resolution wanted = *old;

    (void)expected;
    memset(r->due, 0, sizeof r->due);
    (void)snprintf(r->due, sizeof r->due, "2025-04-%02d", 1 + draw_below(w, 28));
    wanted.due = r->due;
    return resolution_save(w->office.db, &office_stamp, w->office.committee, old, &wanted, err);
}

static enum status step_round(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_below(w, w->model.n_resolutions);
    const struct resolution *resolution = &w->office.s.resolutions.v[at];
    const struct round *old = resolution_round(resolution, w->office.s.meeting.key);
    struct m_resolution *r = &w->model.resolutions[at];
    struct node nodes[MODEL_POINTS];
    struct round wanted;

    (void)expected;
    entity_defaults(&round_entity, &wanted);
    if (old)
        wanted = *old;
    memset(&r->progress, 0, sizeof r->progress);
    r->progress.n = 1 + draw_below(w, MODEL_POINTS);
    for (int i = 0; i < r->progress.n; i++) {
        entity_defaults(&node_entity, &nodes[i]);
        nodes[i].text = draw_text(w, r->progress.text[i]);
    }
    wanted.progress = (struct outline){nodes, (size_t)r->progress.n};
    wanted.ruling = RULING_CONTINUE;
    r->rounds += old == NULL;
    return round_save(w->office.db, &office_stamp, &w->office.s, resolution, &wanted, err);
}

const struct step_kind people_steps[] = {
    {"check_in", step_check_in},
    {"check_in", step_check_in},
    {"rest", step_rest},
    {"observers", step_observers},
    {"place", step_place},
    {"member_add", step_member_add},
    {"member_change", step_member_change},
    {"member_move", step_member_move},
    {"member_remove", step_member_remove},
    {"decide", step_decide},
    {"decide", step_decide},
    {"undecide", step_undecide},
    {"join", step_join},
    {"vote", step_vote},
    {"track", step_track},
    {"due", step_due},
    {"round", step_round},
};
const size_t n_people_steps = COUNT(people_steps);

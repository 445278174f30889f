/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a snapshot into a model, and two of them compared.
 */
#include "tests/torture/steps/model.h"

#include <stdio.h>
#include <string.h>

void model_text(char *out, const char *text)
{
    memset(out, 0, MODEL_TEXT);
    if (text)
        (void)snprintf(out, MODEL_TEXT, "%s", text);
}

static bool points_of(const struct outline *outline, struct m_points *out)
{
    if (outline->n > MODEL_POINTS)
        return false;
    out->n = (int)outline->n;
    for (size_t i = 0; i < outline->n; i++)
        model_text(out->text[i], outline->v[i].text);
    return true;
}

static bool item_of(const struct item *item, struct m_item *out)
{
    const struct decision *decision = item_decision(item);
    bool fits = item->statements.n <= MODEL_STATEMENTS && points_of(&item->explanation, &out->explanation);

    out->section = item->section;
    model_text(out->title, item->title);
    out->decision = decision ? decision->kind : UNKNOWN;
    if (decision) {
        (void)snprintf(out->with, sizeof out->with, "%s", decision->with ? decision->with : "");
        out->timed = decision->at != NULL;
        out->present = decision->present;
        out->civil = decision->civil;
        fits = fits && points_of(&decision->points, &out->points);
    }
    out->votes_for = item->vote.n ? item->vote.v[0].votes_for : UNKNOWN;
    out->n_statements = (int)item->statements.n;
    for (size_t i = 0; fits && i < item->statements.n; i++) {
        const struct statement *statement = &item->statements.v[i];

        (void)snprintf(out->statements[i].speaker, sizeof out->statements[i].speaker, "%s",
                       statement->speaker.member ? statement->speaker.member : "");
        fits = points_of(&statement->points, &out->statements[i].points);
    }
    return fits;
}

static bool resolutions_of(const struct snapshot *s, struct model *out)
{
    bool fits = s->resolutions.n <= MODEL_RESOLUTIONS;

    out->n_resolutions = (int)s->resolutions.n;
    for (size_t i = 0; fits && i < s->resolutions.n; i++) {
        const struct resolution *r = &s->resolutions.v[i];
        const struct round *round = resolution_round(r, s->meeting.key);
        struct m_resolution *to = &out->resolutions[i];

        (void)snprintf(to->key, sizeof to->key, "%s", r->key);
        (void)snprintf(to->due, sizeof to->due, "%s", r->due ? r->due : "");
        to->rounds = (int)r->rounds.n;
        if (round)
            fits = points_of(&round->progress, &to->progress);
    }
    return fits;
}

bool model_of(const struct snapshot *s, struct model *out)
{
    const struct meeting *m = &s->meeting;
    bool fits = s->members.n <= MODEL_MEMBERS && m->composition.n <= MODEL_MEMBERS &&
                m->items.n <= MODEL_ITEMS && m->observers.n <= MODEL_OBSERVERS;

    memset(out, 0, sizeof *out);
    if (!fits)
        return false;
    model_text(out->place, m->place);
    out->n_members = (int)s->members.n;
    for (size_t i = 0; i < s->members.n; i++) {
        (void)snprintf(out->members[i].key, sizeof out->members[i].key, "%s", s->members.v[i].key);
        model_text(out->members[i].given, s->members.v[i].given);
    }
    out->n_seats = (int)m->composition.n;
    for (size_t i = 0; i < m->composition.n; i++) {
        const struct seat *seat = &m->composition.v[i];
        const struct attendance *a = meeting_attendance(m, seat->member);

        (void)snprintf(out->seats[i].member, sizeof out->seats[i].member, "%s", seat->member);
        out->seats[i].civil = seat->kind == KIND_CIVIL;
        out->seats[i].status = a ? a->status : UNKNOWN;
    }
    out->n_observers = (int)m->observers.n;
    for (size_t i = 0; i < m->observers.n; i++)
        model_text(out->observers[i], m->observers.v[i].person.surname);
    out->n_items = (int)m->items.n;
    for (size_t i = 0; fits && i < m->items.n; i++)
        fits = item_of(&m->items.v[i], &out->items[i]);
    return fits && resolutions_of(s, out);
}

static bool item_same(const struct m_item *a, const struct m_item *b, int n, char *where, size_t room)
{
    const char *what = NULL;

    if (memcmp(a, b, sizeof *a) == 0)
        return true;
    if (strcmp(a->title, b->title) != 0)
        what = "title";
    else if (a->n_statements != b->n_statements ||
             memcmp(a->statements, b->statements, sizeof a->statements) != 0)
        what = "statements";
    else if (a->decision != b->decision || strcmp(a->with, b->with) != 0 ||
             memcmp(&a->points, &b->points, sizeof a->points) != 0)
        what = "decision";
    else if (a->present != b->present || a->civil != b->civil)
        what = "quorum";
    else if (a->votes_for != b->votes_for)
        what = "vote";
    (void)snprintf(where, room, "%s of item %d (%s / %s; %d / %d statements; %d %d / %d %d)",
                   what ? what : "something", n, a->title, b->title, a->n_statements, b->n_statements,
                   a->present, a->civil, b->present, b->civil);
    return false;
}

bool model_same(const struct model *a, const struct model *b, char *where, size_t room)
{
    const char *what = NULL;

    if (a->n_items == b->n_items)
        for (int i = 0; i < a->n_items; i++)
            if (!item_same(&a->items[i], &b->items[i], i, where, room))
                return false;
    if (memcmp(a, b, sizeof *a) == 0)
        return true;
    if (a->n_members != b->n_members || memcmp(a->members, b->members, sizeof a->members) != 0)
        what = "members";
    else if (memcmp(a->seats, b->seats, sizeof a->seats) != 0)
        what = "attendance";
    else if (a->n_items != b->n_items)
        what = "the number of items";
    else if (a->n_resolutions != b->n_resolutions ||
             memcmp(a->resolutions, b->resolutions, sizeof a->resolutions) != 0)
        what = "tracked decisions";
    else if (memcmp(a->observers, b->observers, sizeof a->observers) != 0)
        what = "observers";
    (void)snprintf(where, room, "%s", what ? what : "something");
    return false;
}

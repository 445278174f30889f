/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The public's statements: which are left, what is left of them, and in which order they stand.
 */
#include "core/meeting/disclosure.h"

#include "core/base/str.h"

#include <stdlib.h>
#include <string.h>

/* The member for whom PERSON came. */
static const char *sent_by(const struct meeting *meeting, const struct person *person)
{
    for (size_t i = 0; i < meeting->attendance.n; i++) {
        const struct attendance *a = &meeting->attendance.v[i];

        if (person_same(&a->delegate, person))
            return a->member;
        for (size_t k = 0; k < a->stays.n; k++)
            if (person_same(&a->stays.v[k].delegate, person))
                return a->member;
    }
    return NULL;
}

const char *statement_member(const struct meeting *meeting, const struct statement *s)
{
    if (s->delegate_of)
        return s->delegate_of;
    if (s->chair)
        return person_none(&meeting->acting) ? meeting->chair.member : meeting->acting.member;
    return s->speaker.member ? s->speaker.member : sent_by(meeting, &s->speaker);
}

enum disclosure statement_disclosure(const struct meeting *meeting, const struct statement *s)
{
    const struct attendance *a = meeting_attendance(meeting, statement_member(meeting, s));

    if (s->disclosure == DISCLOSURE_NAMED && a && a->disclosure != UNKNOWN)
        return (enum disclosure)a->disclosure;
    return (enum disclosure)s->disclosure;
}

/* The text alone is left. */
static void make_anonymous(struct statement *s)
{
    const struct statement known = *s;

    entity_defaults(&statement_entity, s);
    s->row = known.row;
    s->about = known.about;
    s->disclosure = DISCLOSURE_ANONYMOUS;
    s->abridged = known.abridged;
    s->points = known.points;
}

static int compare_points(const struct outline *a, const struct outline *b)
{
    for (size_t i = 0; i < a->n && i < b->n; i++) {
        const int order = strcmp(a->v[i].text, b->v[i].text);

        if (order)
            return order;
        if (a->v[i].level != b->v[i].level)
            return a->v[i].level - b->v[i].level;
    }
    return (a->n > b->n) - (a->n < b->n);
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

/* By what is said, and nothing else: what comes out equal here reads the same. */
static int by_words(const void *left, const void *right)
{
    const struct statement *s = left, *t = right;
    int order = compare_points(&s->points, &t->points);

    order = order ? order : compare_texts(s->about, t->about);
    return order ? order : (int)s->abridged - (int)t->abridged;
}

/* Replies, and what the chair says, answer what others said. */
static bool is_reply(const struct statement *s)
{
    return (s->response || s->chair) && s->disclosure != DISCLOSURE_ANONYMOUS;
}

/* Of the N statements V, which the public may read: the named, the anonymous, the replies and the chair. */
static void arrange(const struct statement *v, size_t n, struct statement *out)
{
    size_t k = 0, first;

    for (size_t i = 0; i < n; i++)
        if (!is_reply(&v[i]) && v[i].disclosure != DISCLOSURE_ANONYMOUS)
            out[k++] = v[i];
    first = k;
    for (size_t i = 0; i < n; i++)
        if (v[i].disclosure == DISCLOSURE_ANONYMOUS)
            out[k++] = v[i];
    qsort(out + first, k - first, sizeof *out, by_words);
    for (size_t i = 0; i < n; i++)
        if (is_reply(&v[i]))
            out[k++] = v[i];
}

static enum status take_statements(const struct meeting *meeting, struct item *item, struct arena *arena,
                                   struct err *err)
{
    const size_t room = item->statements.n;
    struct statement *v = arena_take(arena, room * sizeof *v), *ordered = arena_take(arena, room * sizeof *v);
    size_t n = 0, unnamed = 0;

    if (!v || !ordered)
        return err_memory(err);
    for (size_t i = 0; i < room; i++) {
        const struct statement *s = &item->statements.v[i];
        const enum disclosure disclosure = statement_disclosure(meeting, s);

        if (disclosure == DISCLOSURE_CLOSED)
            continue;
        v[n] = *s;
        if (disclosure == DISCLOSURE_ANONYMOUS) {
            make_anonymous(&v[n]);
            unnamed++;
        }
        n++;
    }
    if (unnamed)
        arrange(v, n, ordered);
    item->statements.v = unnamed ? ordered : v;
    item->statements.n = n;
    return STATUS_OK;
}

enum status meeting_for_public(const struct meeting *meeting, struct arena *arena, struct meeting *out,
                               struct err *err)
{
    struct item *items = arena_take(arena, meeting->items.n * sizeof *items);
    enum status status = items ? STATUS_OK : err_memory(err);

    *out = *meeting;
    for (size_t i = 0; i < meeting->items.n && !status; i++) {
        items[i] = meeting->items.v[i];
        status = take_statements(meeting, &items[i], arena, err);
    }
    if (!status)
        out->items.v = items;
    return status;
}

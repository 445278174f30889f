/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tracked decisions go with a meeting, and how much of them.
 */
#include "core/publish/public_parts.h"

#include "core/base/str.h"
#include "core/cycle/desk.h"

/* KEY (NULL: a meeting older than the database) is known to be before OTHER by its number. */
static bool is_before(const char *key, const char *other)
{
    int year, number, other_year, other_number;
    bool extra, other_extra;

    if (!key)
        return true;
    if (!meeting_key_parse(key, &year, &number, &extra) ||
        !meeting_key_parse(other, &other_year, &other_number, &other_extra))
        return false;
    return year < other_year || (year == other_year && extra == other_extra && number < other_number);
}

/* What came after this meeting is not this publication's to tell. Rounds stand in the order of their
 * meetings: those to this meeting's, or where it has none, those that are known to be earlier. */
static void cut_rounds(struct resolution *r, const char *meeting)
{
    size_t n = 0;

    for (size_t i = 0; i < r->rounds.n; i++)
        if (text_same(r->rounds.v[i].meeting, meeting))
            n = i + 1;
    while (!resolution_round(r, meeting) && !text_same(r->meeting, meeting) && n < r->rounds.n &&
           is_before(r->rounds.v[n].meeting, meeting))
        n++;
    r->rounds.n = n;
}

static void want(const struct resolutions *all, const char *key, bool *wanted)
{
    for (size_t i = 0; key && i < all->n; i++)
        wanted[i] |= text_same(all->v[i].key, key);
}

/* The tracked decisions that the items speak of. */
static void want_named(const struct resolutions *all, const struct meeting *meeting, bool *wanted)
{
    for (size_t i = 0; i < meeting->items.n; i++) {
        const struct item *item = &meeting->items.v[i];

        for (size_t k = 0; k < item->statements.n; k++)
            want(all, item->statements.v[k].about, wanted);
        for (size_t k = 0; k < item->prior.n; k++)
            want(all, item->prior.v[k].track, wanted);
        for (size_t k = 0; k < item->decision.n; k++)
            want(all, item->decision.v[k].with, wanted);
    }
}

/* What one of the wanted is bound to: merged into, or the one that it takes up again. */
static void want_bound(const struct resolutions *all, const char *meeting, bool *wanted)
{
    bool more = true;

    while (more) {
        more = false;
        for (size_t i = 0; i < all->n; i++) {
            struct resolution cut = all->v[i];
            size_t before = 0, now = 0;

            if (!wanted[i])
                continue;
            for (size_t k = 0; k < all->n; k++)
                before += wanted[k];
            cut_rounds(&cut, meeting);
            want(all, cut.after, wanted);
            for (size_t k = 0; k < cut.rounds.n; k++) {
                want(all, cut.rounds.v[k].into, wanted);
                want(all, cut.rounds.v[k].proposed_into, wanted);
            }
            for (size_t k = 0; k < all->n; k++)
                now += wanted[k];
            more |= now > before;
        }
    }
}

/* FROM's whose WANTED is set, with their rounds to this meeting. */
static enum status copy_wanted(const struct snapshot *from, const bool *wanted, struct public_copy *to,
                               struct err *err)
{
    enum status status = STATUS_OK;
    struct resolution *v = arena_take(&to->arena, from->resolutions.n * sizeof *v);

    if (!v)
        return err_memory(err);
    for (size_t i = 0; i < from->resolutions.n && !status; i++) {
        struct resolution cut = from->resolutions.v[i];

        if (!wanted[i])
            continue;
        cut_rounds(&cut, from->meeting.key);
        status = public_row(&resolution_entity, &cut, &to->arena, &v[to->s.resolutions.n++], err);
    }
    to->s.resolutions.v = v;
    return status;
}

enum status public_resolutions(const struct snapshot *from, const struct snapshot *previous,
                               struct public_copy *to, struct err *err)
{
    const size_t n = from->resolutions.n;
    bool *wanted = arena_take(&to->arena, n * sizeof *wanted);
    struct tracked tracked;
    enum status status = wanted ? tracked_of(from, &to->arena, &tracked, err) : err_memory(err);

    if (status)
        return status;
    for (size_t i = 0; i < tracked.n; i++)
        want(&from->resolutions, tracked.v[i]->key, wanted);
    for (size_t i = 0; i < n; i++)
        wanted[i] |= from->resolutions.v[i].meeting &&
                     (text_same(from->resolutions.v[i].meeting, from->meeting.key) ||
                      (previous && text_same(from->resolutions.v[i].meeting, previous->meeting.key)));
    want_named(&from->resolutions, &to->s.meeting, wanted);
    want_bound(&from->resolutions, from->meeting.key, wanted);
    return copy_wanted(from, wanted, to, err);
}

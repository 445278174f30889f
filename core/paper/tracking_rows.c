/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which earlier decisions stand in the table: those under tracking, or (where the style asks for it and the
 * meeting before is at hand) all that it decided. Nothing under tracking is ever left out.
 */
#include "core/paper/tracking_rows.h"

#include "core/paper/paper_parts.h"

#include <stdlib.h>
#include <string.h>

static bool shows_all(const struct build *b)
{
    return b->previous && strcmp(part_get(b, "tracking_table", "which"), "all") == 0;
}

bool followed_is_of(const struct follow *f, const struct followed *row, const struct resolution *r)
{
    return row->item && r->item && text_same(r->meeting, f->b->previous->meeting.key) &&
           text_same(r->item, row->item->key);
}

/* A row stands for it already. */
static bool is_listed(const struct follow *f, const struct resolution *r)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->v[i].r == r || followed_is_of(f, &f->v[i], r))
            return true;
    return false;
}

static void add_prior(struct follow *f, const struct prior *prior)
{
    const struct followed *before = f->n ? &f->v[f->n - 1] : NULL;
    const struct followed row = {
        .r = resolution_find(&f->b->s->resolutions, prior->track),
        .prior = prior,
        .begins_section = prior->section && (!before || !text_same(before->prior->section, prior->section))};

    f->v[f->n++] = row;
}

static void add_item(struct follow *f, const struct item *item)
{
    const struct followed *before = f->n ? &f->v[f->n - 1] : NULL;
    struct followed row = {.item = item, .begins_section = !before || before->item->section != item->section};

    for (size_t i = 0; i < f->b->s->resolutions.n; i++) {
        const struct resolution *r = &f->b->s->resolutions.v[i];

        if (!followed_is_of(f, &row, r))
            continue;
        row.r = row.r ? row.r : r;
        row.tracked++;
    }
    f->v[f->n++] = row;
}

static void add_previous(struct follow *f)
{
    const struct meeting *m = &f->b->previous->meeting;

    for (size_t i = 0; i < m->items.n; i++)
        if (item_is_matter(&m->items.v[i]) && m->items.v[i].decision.n)
            add_item(f, &m->items.v[i]);
}

bool follow_take(struct follow *f, const struct item *item)
{
    const struct build *b = f->b;
    const struct meeting *m = &b->s->meeting;
    size_t room = b->tracked.n + (b->previous ? b->previous->meeting.items.n : 0);

    for (size_t i = 0; !item && i < m->items.n; i++)
        if (m->items.v[i].prior.n)
            item = &m->items.v[i];
    room += item ? item->prior.n : 0;
    f->v = calloc(room + 1, sizeof *f->v);
    if (!f->v)
        return false;
    for (size_t i = 0; item && i < item->prior.n; i++)
        add_prior(f, &item->prior.v[i]);
    if (!f->n && shows_all(b))
        add_previous(f);
    for (size_t i = 0; i < b->tracked.n; i++)
        if (!is_listed(f, b->tracked.v[i]))
            f->v[f->n++] = (struct followed){.r = b->tracked.v[i]};
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Following the links between tracked decisions.
 */
#include "core/tracking/kin.h"

#include "core/base/str.h"

const char *resolution_merged_into(const struct resolution *r)
{
    for (size_t i = r->rounds.n; i > 0; i--)
        if (r->rounds.v[i - 1].ruling != UNKNOWN)
            return r->rounds.v[i - 1].ruling == RULING_MERGE ? r->rounds.v[i - 1].into : NULL;
    return NULL;
}

/* How what names OLD in its `after` goes on from it. */
static enum kin_how how_after(const struct resolution *old)
{
    return old && resolution_ruling(old) == RULING_SPLIT ? KIN_SPLIT : KIN_AGAIN;
}

static void add(const struct resolutions *all, struct kins *out, const char *key, enum kin_how how,
                bool before)
{
    out->v[out->n++] = (struct kin){resolution_find(all, key), key, how, before};
}

enum status kin_of(const struct resolutions *all, const struct resolution *r, struct arena *arena,
                   struct kins *out, struct err *err)
{
    const char *into = resolution_merged_into(r);

    out->n = 0;
    out->v = arena_take(arena, (all->n * 2 + 2) * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    if (r->after)
        add(all, out, r->after, how_after(resolution_find(all, r->after)), true);
    for (size_t i = 0; i < all->n; i++)
        if (text_same(resolution_merged_into(&all->v[i]), r->key))
            add(all, out, all->v[i].key, KIN_MERGED, true);
    if (into)
        add(all, out, into, KIN_MERGED, false);
    for (size_t i = 0; i < all->n; i++)
        if (text_same(all->v[i].after, r->key))
            add(all, out, all->v[i].key, how_after(r), false);
    return STATUS_OK;
}

/* A goes on as B in one step. */
static bool leads(const struct resolution *a, const struct resolution *b)
{
    return text_same(resolution_merged_into(a), b->key) || (b->after && text_same(b->after, a->key));
}

enum status kin_before(const struct resolutions *all, const struct resolution *r, struct arena *arena,
                       const bool **marks, struct err *err)
{
    bool *marked = arena_take(arena, (all->n + 1) * sizeof *marked);
    size_t *found =
        arena_take(arena, (all->n + 1) * sizeof *found); /* the marked ones, in order of finding */
    size_t n = 0;

    *marks = marked;
    if (!marked || !found)
        return err_memory(err);
    for (size_t i = 0; i < all->n; i++)
        if (text_same(all->v[i].key, r->key)) {
            marked[i] = true;
            found[n++] = i;
        }
    for (size_t at = 0; at < n; at++)
        for (size_t i = 0; i < all->n; i++)
            if (!marked[i] && leads(&all->v[i], &all->v[found[at]])) {
                marked[i] = true;
                found[n++] = i;
            }
    return STATUS_OK;
}

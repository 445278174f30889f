/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting points under tracking, and the rounds of tracked decisions. The link lies with the tracked
 * decision, never with the decision it comes from.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/cycle/change.h"

#include <stdlib.h>
#include <string.h>

enum status resolutions_load(struct db *db, int64_t committee_id, struct arena *arena,
                             struct resolutions *out, struct err *err)
{
    struct list list;
    enum status status = read_begin(db, err);

    *out = (struct resolutions){NULL, 0};
    if (status)
        return status;
    status = tree_load(db, &resolution_entity, TREE_BY_COMMITTEE, committee_id, arena, &list, err);
    read_end(db);
    if (!status)
        *out = (struct resolutions){list.v, list.n};
    return status;
}

const struct resolution *point_tracked(const struct snapshot *s, const struct item *item, const char *point)
{
    for (size_t i = 0; item->key && i < s->resolutions.n; i++) {
        const struct resolution *r = &s->resolutions.v[i];

        if (text_same(r->meeting, s->meeting.key) && text_same(r->item, item->key) &&
            text_same(r->point ? r->point : "1", point))
            return r;
    }
    return NULL;
}

/* The node that POINT ("2", "2.1") names; the outline's length when there is none. */
static size_t find_point(const struct outline *outline, const char *point)
{
    size_t i = 0;
    int level = 0;

    for (const char *p = point; *p; level++) {
        char *end;
        long wanted = strtol(p, &end, 10), n = 0;

        if (end == p || wanted < 1)
            return outline->n;
        for (; i < outline->n && outline->v[i].level >= level; i++)
            if (outline->v[i].level == level && ++n == wanted)
                break;
        if (n != wanted || i >= outline->n)
            return outline->n;
        p = *end == '.' ? end + 1 : end;
        if (*p)
            i++;
    }
    return level ? i : outline->n;
}

/* The point with what hangs under it, as an instruction of its own. Taken from malloc. */
static enum status take_instruction(const struct item *item, const char *point, struct outline *out,
                                    struct err *err)
{
    const struct decision *d = item_decision(item);
    size_t from = d ? find_point(&d->points, point) : 0, to;
    struct node *nodes = NULL;
    struct outline none = {NULL, 0};

    *out = none;
    if (!d)
        return err_set(err, STATUS_NO, CODE_TRACK_NO_POINT, NULL, point, NULL);
    if (d->points.n && from == d->points.n)
        return err_set(err, STATUS_NO, CODE_TRACK_NO_POINT, NULL, point, NULL);
    nodes = calloc(d->points.n + 1, sizeof *nodes);
    if (!nodes)
        return err_memory(err);
    if (!d->points.n) { /* a standard wording: the matter itself is what is tracked */
        entity_defaults(&node_entity, &nodes[0]);
        nodes[0].text = item->title ? item->title : "";
        *out = (struct outline){nodes, 1};
        return STATUS_OK;
    }
    for (to = from; to < d->points.n && (to == from || d->points.v[to].level > d->points.v[from].level);
         to++) {
        nodes[to - from] = d->points.v[to];
        nodes[to - from].row = (struct row){0};
        nodes[to - from].level -= d->points.v[from].level;
    }
    *out = (struct outline){nodes, to - from};
    return STATUS_OK;
}

static struct tree_place register_place(int64_t committee_id)
{
    return (struct tree_place){
        .owner = "committee", .owner_id = committee_id, .field = "", .committee = committee_id};
}

static enum status put_new(struct db *db, int64_t committee_id, const struct resolutions *all,
                           const char *prefix, struct resolution *wanted, char *key, size_t room,
                           struct err *err)
{
    const struct tree_place place = register_place(committee_id);
    const char *given = wanted->key;
    enum status status;

    if (!given) {
        next_key(&resolution_entity, (struct list){all->v, all->n}, entity_field(&resolution_entity, "key"),
                 prefix, 2, key, room);
        wanted->key = key;
    } else if (resolution_find(all, given)) {
        return err_set(err, STATUS_NO, CODE_KEY_IN_USE, NULL, given, NULL);
    }
    wanted->row.position = all->n ? all->v[all->n - 1].row.position + 1 : 0;
    status = tree_put(db, &resolution_entity, &place, NULL, wanted, err);
    wanted->key = given;
    return status;
}

/* Rows of the caller's names, from malloc; v NULL where memory lacks. */
static struct list copied_units(const struct unit *units, size_t n)
{
    struct unit *copies = calloc(n + 1, sizeof *copies);

    for (size_t i = 0; copies && i < n; i++)
        copies[i].name = units[i].name;
    return (struct list){copies, n};
}

enum status point_track(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                        const struct item *item, const char *point, const char *ref, const struct unit *units,
                        size_t n_units, const struct unit *assisting, size_t n_assisting, const char *due,
                        struct arena *arena, const char **key_out, struct err *err)
{
    const struct resolution *already = point_tracked(s, item, point);
    struct resolution wanted;
    struct str prefix = STR_INIT;
    struct list main_units, others;
    enum { KEY_BYTES = 64 };
    char *key = arena_take(arena, KEY_BYTES); /* before anything is stored */
    enum status status;

    if (already)
        return err_set(err, STATUS_NO, CODE_TRACK_ALREADY, NULL, already->key, NULL);
    entity_defaults(&resolution_entity, &wanted);
    status = take_instruction(item, point, &wanted.instruction, err);
    if (status)
        return status;
    main_units = copied_units(units, n_units);
    others = copied_units(assisting, n_assisting);
    str_printf(&prefix, "%s-", s->meeting.key);
    if (!main_units.v || !others.v || !key || str_failed(&prefix))
        status = err_memory(err);
    wanted.meeting = s->meeting.key;
    wanted.item = item->key;
    wanted.point = point;
    wanted.ref = ref;
    wanted.due = due;
    wanted.units.v = main_units.v;
    wanted.units.n = main_units.n;
    wanted.assisting.v = others.v;
    wanted.assisting.n = others.n;
    if (!status)
        status = change_begin(db, stamp, s, err);
    if (!status)
        status = write_end(
            db, put_new(db, s->committee.row.id, &s->resolutions, prefix.text, &wanted, key, KEY_BYTES, err),
            err);
    if (!status)
        *key_out = key;
    free(wanted.instruction.v);
    free(main_units.v);
    free(others.v);
    str_release(&prefix);
    return status;
}

enum status resolution_save(struct db *db, const struct stamp *stamp, int64_t committee_id,
                            const struct resolution *old, struct resolution *wanted, struct err *err)
{
    const struct tree_place place = register_place(committee_id);
    struct arena arena = ARENA_INIT;
    struct resolutions all = {NULL, 0};
    char key[64];
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    if (!old) {
        status = resolutions_load(db, committee_id, &arena, &all, err);
        if (!status)
            status = put_new(db, committee_id, &all, "old-", wanted, key, sizeof key, err);
    } else if (!wanted && old->rounds.n) {
        status = err_set(err, STATUS_NO, CODE_TRACK_HAS_ROUNDS, NULL, old->key, NULL);
    } else {
        if (wanted)
            wanted->row.position = old->row.position;
        status = tree_put(db, &resolution_entity, &place, old, wanted, err);
    }
    arena_release(&arena);
    return write_end(db, status, err);
}

enum status round_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                       const struct resolution *r, struct round *wanted, struct err *err)
{
    const struct round *old = resolution_round(r, s->meeting.key);
    struct tree_place place = register_place(s->committee.row.id);
    enum status status;

    if (wanted->into && (text_same(wanted->into, r->key) || !resolution_find(&s->resolutions, wanted->into)))
        return err_set(err, STATUS_NO, CODE_TRACK_INTO, NULL, r->key, wanted->into);
    if (!old && !resolution_open(r))
        return err_set(err, STATUS_NO, CODE_TRACK_RELEASED, NULL, r->key, NULL);
    place.owner = "resolution";
    place.owner_id = place.resolution = r->row.id;
    place.field = "rounds";
    wanted->meeting = s->meeting.key;
    if (old)
        wanted->row = old->row;
    else
        wanted->row.position = r->rounds.n ? r->rounds.v[r->rounds.n - 1].row.position + 1 : 0;
    status = change_begin(db, stamp, s, err);
    return status ? status : write_end(db, tree_put(db, &round_entity, &place, old, wanted, err), err);
}

/* This meeting goes through it: it has a round here, or is open while the meeting is not over. */
static bool is_tracked_here(const struct snapshot *s, const struct resolution *r)
{
    if (resolution_round(r, s->meeting.key))
        return true;
    if (meeting_milestone(&s->meeting, STEP_ADJOURNED) || s->meeting.end ||
        text_same(r->meeting, s->meeting.key))
        return false;
    return resolution_open(r);
}

static int by_key(const void *a, const void *b)
{
    return strcmp((*(const struct resolution *const *)a)->key, (*(const struct resolution *const *)b)->key);
}

enum status tracked_of(const struct snapshot *s, struct arena *arena, struct tracked *out, struct err *err)
{
    out->n = 0;
    out->v = arena_take(arena, s->resolutions.n * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    for (size_t i = 0; i < s->resolutions.n; i++)
        if (is_tracked_here(s, &s->resolutions.v[i]))
            out->v[out->n++] = &s->resolutions.v[i];
    if (out->n)
        qsort(out->v, out->n, sizeof *out->v, by_key);
    return STATUS_OK;
}

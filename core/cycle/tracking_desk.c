/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting points under tracking, and the rounds of tracked decisions. The link lies with the tracked
 * decision, never with the decision it comes from.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/cycle/change.h"
#include "core/tracking/kin.h"
#include "core/tracking/reporting.h"

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

enum status resolution_put(struct db *db, int64_t committee_id, const struct resolutions *all,
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
        status = write_end(db,
                           resolution_put(db, s->committee.row.id, &s->resolutions, prefix.text, &wanted, key,
                                          KEY_BYTES, err),
                           err);
    if (!status)
        *key_out = key;
    free(wanted.instruction.v);
    free(main_units.v);
    free(others.v);
    str_release(&prefix);
    return status;
}

/* KEY goes on from OLD, or takes it in: not where it came to OLD by such links itself. */
static enum status check_circle(const struct resolutions *all, const struct resolution *old, const char *key,
                                struct err *err)
{
    struct arena arena = ARENA_INIT;
    const bool *marks = NULL;
    enum status status = kin_before(all, old, &arena, &marks, err);

    for (size_t i = 0; i < all->n && !status; i++)
        if (marks[i] && text_same(all->v[i].key, key))
            status = err_set(err, STATUS_NO, CODE_TRACK_CIRCLE, NULL, key, old->key);
    arena_release(&arena);
    return status;
}

/* A link to KEY anywhere keeps it from being removed. */
static enum status check_linked(const struct resolutions *all, const char *key, struct err *err)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct resolution *other = &all->v[i];
        bool named = text_same(other->after, key);

        for (size_t k = 0; k < other->rounds.n; k++)
            named = named || text_same(other->rounds.v[k].into, key) ||
                    text_same(other->rounds.v[k].proposed_into, key);
        if (named)
            return err_set(err, STATUS_NO, CODE_TRACK_LINKED, NULL, key, other->key);
    }
    return STATUS_OK;
}

/* What may be done with the head OLD, as the committee's stand now. */
static enum status check_head(const struct resolutions *all, const struct resolution *old,
                              const struct resolution *wanted, struct err *err)
{
    const struct resolution *before;

    if (!wanted && old->rounds.n)
        return err_set(err, STATUS_NO, CODE_TRACK_HAS_ROUNDS, NULL, old->key, NULL);
    if (!wanted)
        return check_linked(all, old->key, err);
    before = text_same(wanted->after, old->after) ? NULL : resolution_find(all, wanted->after);
    return before ? check_circle(all, before, old->key, err) : STATUS_OK;
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
    status = resolutions_load(db, committee_id, &arena, &all, err);
    if (!status && !old)
        status = resolution_put(db, committee_id, &all, "old-", wanted, key, sizeof key, err);
    else if (!status)
        status = check_head(&all, old, wanted, err);
    if (!status && old) {
        if (wanted)
            wanted->row.position = old->row.position;
        status = tree_put(db, &resolution_entity, &place, old, wanted, err);
    }
    arena_release(&arena);
    return write_end(db, status, err);
}

/* R may be merged into INTO. Where that stood before, as OLD, it is left alone, whatever became of it. */
static enum status check_into(const struct snapshot *s, const struct resolution *r, const char *old,
                              const char *into, struct err *err)
{
    if (!into || text_same(into, old))
        return STATUS_OK;
    if (text_same(into, r->key) || !resolution_find(&s->resolutions, into))
        return err_set(err, STATUS_NO, CODE_TRACK_INTO, NULL, r->key, into);
    return check_circle(&s->resolutions, r, into, err);
}

enum status round_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                       const struct resolution *r, struct round *wanted, struct err *err)
{
    const struct round *old = resolution_round(r, s->meeting.key);
    struct tree_place place = register_place(s->committee.row.id);
    enum status status;

    status = check_into(s, r, old ? old->into : NULL, wanted->into, err);
    if (!status)
        status = check_into(s, r, old ? old->proposed_into : NULL, wanted->proposed_into, err);
    if (status)
        return status;
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

enum status tracked_of(const struct snapshot *s, struct arena *arena, struct tracked *out, struct err *err)
{
    out->n = 0;
    out->v = arena_take(arena, s->resolutions.n * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    for (size_t i = 0; i < s->resolutions.n; i++)
        if (is_tracked_here(s, &s->resolutions.v[i]))
            out->v[out->n++] = &s->resolutions.v[i];
    track_sort_by_number(out->v, out->n);
    return STATUS_OK;
}

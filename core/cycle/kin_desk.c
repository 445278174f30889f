/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * New heads that go on from an old one.
 */
#include "core/cycle/kin_desk.h"

#include "core/base/str.h"
#include "core/cycle/change.h"

#include <string.h>

enum { KEY_BYTES = 64 };

/* ---- copies without ids --------------------------------------------------------------------------- */

/* N nodes of FROM with their texts in ARENA, so that the first is at the top. */
static enum status copy_nodes(const struct node *from, size_t n, struct arena *arena, struct outline *out,
                              struct err *err)
{
    out->n = n;
    out->v = arena_take(arena, n * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    for (size_t i = 0; i < n; i++) {
        out->v[i] = from[i];
        out->v[i].row = (struct row){0};
        out->v[i].level -= from[0].level;
        out->v[i].text = arena_text(arena, from[i].text, strlen(from[i].text));
        if (!out->v[i].text)
            return err_memory(err);
    }
    return STATUS_OK;
}

enum status instruction_parts(const struct outline *outline, struct arena *arena, struct outline **out,
                              size_t *n, struct err *err)
{
    enum status status = STATUS_OK;

    *n = 0;
    *out = arena_take(arena, (outline->n + 1) * sizeof **out);
    if (!*out)
        return err_memory(err);
    for (size_t from = 0, to; from < outline->n && !status; from = to) {
        for (to = from + 1; to < outline->n && outline->v[to].level > outline->v[from].level;)
            to++;
        status = copy_nodes(&outline->v[from], to - from, arena, &(*out)[(*n)++], err);
    }
    return status;
}

static struct unit *copy_units(const struct unit *from, size_t n, struct arena *arena)
{
    struct unit *v = arena_take(arena, n * sizeof *v);

    for (size_t i = 0; v && i < n; i++)
        v[i].name = from[i].name;
    return v;
}

/* ---- one new head --------------------------------------------------------------------------------- */

/* Inside a write; the keys are drawn after those that this very write drew. */
static enum status put_after(struct db *db, const struct snapshot *s, const struct resolution *r,
                             const struct outline *instruction, const char *due, struct arena *arena,
                             const char **key, struct err *err)
{
    struct resolution wanted;
    struct resolutions all;
    char *drawn = arena_take(arena, KEY_BYTES);
    const char *prefix = arena_printf(arena, "%s-", s->meeting.key);
    enum status status = resolutions_load(db, s->committee.row.id, arena, &all, err);

    entity_defaults(&resolution_entity, &wanted);
    wanted.meeting = s->meeting.key;
    wanted.after = r->key;
    wanted.due = due;
    wanted.units.v = copy_units(r->units.v, r->units.n, arena);
    wanted.units.n = r->units.n;
    wanted.assisting.v = copy_units(r->assisting.v, r->assisting.n, arena);
    wanted.assisting.n = r->assisting.n;
    if (!status && (!drawn || !prefix || !wanted.units.v || !wanted.assisting.v))
        status = err_memory(err);
    if (!status)
        status = copy_nodes(instruction->v, instruction->n, arena, &wanted.instruction, err);
    if (!status)
        status = resolution_put(db, s->committee.row.id, &all, prefix, &wanted, drawn, KEY_BYTES, err);
    *key = drawn;
    return status;
}

/* ---- the two deeds -------------------------------------------------------------------------------- */

enum status resolution_split(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             const struct resolution *r, const struct outline *parts, size_t n,
                             struct arena *arena, const char ***keys, struct err *err)
{
    const struct round *stored = resolution_round(r, s->meeting.key);
    const char *due = resolution_due(r);
    struct round round;
    enum status status;

    if (n < 2)
        return err_set(err, STATUS_NO, CODE_TRACK_PARTS, NULL, r->key, NULL);
    if (!resolution_open(r))
        return err_set(err, STATUS_NO, CODE_TRACK_RELEASED, NULL, r->key, NULL);
    *keys = arena_take(arena, n * sizeof **keys);
    if (!*keys)
        return err_memory(err);
    entity_defaults(&round_entity, &round);
    if (stored)
        round = *stored;
    round.ruling = RULING_SPLIT;
    round.into = NULL;
    status = change_begin(db, stamp, s, err);
    if (status)
        return status;
    status = round_save(db, stamp, s, r, &round, err);
    for (size_t i = 0; i < n && !status; i++)
        status = put_after(db, s, r, &parts[i], due, arena, &(*keys)[i], err);
    return write_end(db, status, err);
}

enum status resolution_again(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             const struct resolution *r, struct arena *arena, const char **key,
                             struct err *err)
{
    enum status status;

    if (resolution_open(r))
        return err_set(err, STATUS_NO, CODE_TRACK_OPEN, NULL, r->key, NULL);
    status = change_begin(db, stamp, s, err);
    if (status)
        return status;
    return write_end(db, put_after(db, s, r, &r->instruction, NULL, arena, key, err), err);
}

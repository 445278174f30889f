/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checking the forms row by row, and storing their reports round by round.
 */
#include "core/cycle/collect.h"

#include "core/base/str.h"
#include "core/base/text.h"
#include "core/cycle/change.h"
#include "core/tracking/reporting.h"

#include <string.h>

struct checking {
    const struct snapshot *s;
    const char *today;
    outline_reader read;
    struct arena *arena;
    struct collection *out;
    struct collected *seen; /* every row that was taken, the unchanged ones too */
    size_t n_seen;
    struct err *err;
};

/* One row of one file. */
struct place {
    const struct form *form;
    const struct form_entry *entry;
};

static void complain(struct checking *c, struct place at, enum form_column column, enum code code,
                     const char *arg)
{
    struct collection *out = c->out;

    if (out->n_problems == COLLECT_PROBLEMS)
        out->more++;
    else
        (void)csv_error(&out->problems[out->n_problems++], code, at.form->name, at.entry->row,
                        at.form->column[column], arg);
}

/* ---- what a row is about -------------------------------------------------------------------------- */

/* The units' own spelling of NAME, where the decision is theirs. */
static const char *unit_of(const struct unit *v, size_t n, const char *folded)
{
    const char *found = NULL;

    for (size_t i = 0; i < n && !found; i++) {
        struct str unit = STR_INIT;

        text_fold(&unit, v[i].name, strlen(v[i].name));
        if (!str_failed(&unit) && text_same(unit.text, folded))
            found = v[i].name;
        str_release(&unit);
    }
    return found;
}

static const char *responsible_unit(const struct resolution *r, const char *name)
{
    struct str folded = STR_INIT;
    const char *unit;

    text_fold(&folded, name, strlen(name));
    unit = unit_of(r->units.v, r->units.n, folded.text);
    if (!unit)
        unit = unit_of(r->assisting.v, r->assisting.n, folded.text);
    if (str_failed(&folded))
        unit = NULL;
    str_release(&folded);
    return unit;
}

static bool is_here(const struct tracked *tracked, const struct resolution *r)
{
    for (size_t i = 0; i < tracked->n; i++)
        if (tracked->v[i] == r)
            return true;
    return false;
}

/* The decision and the unit; false: they do not fit. */
static bool find_matter(struct checking *c, const struct tracked *tracked, struct place at,
                        const struct resolution **r, const char **unit)
{
    const struct form_entry *e = at.entry;
    const char *committee = e->cell[FORM_COMMITTEE];

    *r = resolution_find(&c->s->resolutions, e->number);
    if (*committee && !text_same(committee, c->s->committee.name))
        complain(c, at, FORM_COMMITTEE, CODE_COLLECT_COMMITTEE, committee);
    else if (!text_same(e->meeting, c->s->meeting.key))
        complain(c, at, FORM_MEETING, CODE_COLLECT_MEETING, e->cell[FORM_MEETING]);
    else if (*r && !resolution_open(*r))
        complain(c, at, FORM_NUMBER, CODE_COLLECT_RELEASED, e->number);
    else if (!*r || !is_here(tracked, *r))
        complain(c, at, FORM_NUMBER, CODE_COLLECT_NUMBER, e->cell[FORM_NUMBER]);
    else if (!(*unit = responsible_unit(*r, e->cell[FORM_UNIT])))
        complain(c, at, FORM_UNIT, CODE_COLLECT_UNIT, e->cell[FORM_UNIT]);
    else
        return true;
    return false;
}

/* ---- what a row says ------------------------------------------------------------------------------ */

/* A character that may not stand in a record; line ends of any system and tabs are fine here. */
static bool has_forbidden(struct checking *c, struct place at)
{
    const char *text = at.entry->cell[FORM_PROGRESS];
    const size_t len = strlen(text);

    for (size_t i = 0; i < len; i++) {
        struct str shown = STR_INIT;

        i += text_forbidden_at(text + i, len - i, true);
        if (i >= len || text[i] == '\t' || text[i] == '\r')
            continue;
        text_show(&shown, text + i, text_cluster_bytes(text + i, len - i));
        complain(c, at, FORM_PROGRESS, CODE_COLLECT_CONTROL, shown.text);
        str_release(&shown);
        return true;
    }
    return false;
}

static bool outline_same(const struct outline *a, const struct outline *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (a->v[i].level != b->v[i].level || a->v[i].plain != b->v[i].plain ||
            !text_same(a->v[i].text, b->v[i].text))
            return false;
    return true;
}

static bool was_seen(const struct checking *c, const struct resolution *r, const char *unit)
{
    for (size_t i = 0; i < c->n_seen; i++)
        if (c->seen[i].resolution == r && text_same(c->seen[i].report.unit, unit))
            return true;
    return false;
}

static enum status take_row(struct checking *c, const struct tracked *tracked, struct place at)
{
    const struct form_entry *e = at.entry;
    struct collected new = {NULL, NULL, {.row = {0}}};
    const char *unit = NULL;
    int ruling = UNKNOWN;
    enum status status = STATUS_OK;

    if (!find_matter(c, tracked, at, &new.resolution, &unit))
        return STATUS_OK;
    if (was_seen(c, new.resolution, unit)) {
        complain(c, at, FORM_NUMBER, CODE_COLLECT_TWICE, e->number);
        return STATUS_OK;
    }
    new.old = round_report(resolution_round(new.resolution, c->s->meeting.key), unit);
    if (new.old)
        new.report = *new.old;
    else
        entity_defaults(&report_entity, &new.report);
    new.report.unit = unit;
    c->seen[c->n_seen++] = new;
    if (!form_recommendation(e->cell[FORM_RECOMMENDATION], &ruling))
        complain(c, at, FORM_RECOMMENDATION, CODE_COLLECT_WORD, e->cell[FORM_RECOMMENDATION]);
    else if (ruling != UNKNOWN)
        new.report.recommendation = ruling;
    if (!has_forbidden(c, at) && *e->cell[FORM_PROGRESS])
        status = c->read(e->cell[FORM_PROGRESS], c->arena, &new.report.progress, c->err);
    if (status)
        return status;
    if (new.old &&new.old->recommendation == new.report.recommendation &&
        outline_same(&new.old->progress, &new.report.progress)) {
        c->out->same++;
    } else {
        new.report.on = c->today;
        c->out->v[c->out->n++] = new;
    }
    return STATUS_OK;
}

enum status collect_check(const struct snapshot *s, const struct form *forms, size_t n, const char *today,
                          outline_reader read, struct arena *arena, struct collection *out, struct err *err)
{
    struct checking c = {.s = s, .today = today, .read = read, .arena = arena, .out = out, .err = err};
    struct tracked tracked;
    size_t rows = 0;
    enum status status = tracked_of(s, arena, &tracked, err);

    *out = (struct collection){NULL, 0, 0, 0, {{0}}, 0, 0};
    for (size_t i = 0; i < n; i++) {
        rows += forms[i].n;
        out->blank += forms[i].blank;
    }
    out->v = arena_take(arena, (rows + 1) * sizeof *out->v);
    c.seen = arena_take(arena, (rows + 1) * sizeof *c.seen);
    if (!status && (!out->v || !c.seen))
        status = err_memory(err);
    if (!status && meeting_is_confirmed(&s->meeting))
        status = err_set(err, STATUS_NO, CODE_MEETING_CONFIRMED, NULL, s->meeting.key, NULL);
    for (size_t i = 0; i < n && !status; i++)
        for (size_t k = 0; k < forms[i].n && !status; k++)
            status = take_row(&c, &tracked, (struct place){&forms[i], &forms[i].v[k]});
    if (!status && out->n_problems) {
        *err = out->problems[0];
        status = STATUS_BAD;
    }
    return status;
}

/* ---- storing -------------------------------------------------------------------------------------- */

/* This meeting's round of R with all its new reports, those that are there first. */
static enum status store_round(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                               const struct collection *all, const struct resolution *r, struct arena *arena,
                               struct err *err)
{
    const struct round *stored = resolution_round(r, s->meeting.key);
    struct round round;
    struct report *v;
    size_t n = 0;

    entity_defaults(&round_entity, &round);
    if (stored)
        round = *stored;
    v = arena_take(arena, (round.reports.n + all->n) * sizeof *v);
    if (!v)
        return err_memory(err);
    for (size_t i = 0; i < round.reports.n; i++)
        v[n++] = round.reports.v[i];
    for (size_t i = 0; i < all->n; i++) {
        const struct collected *one = &all->v[i];

        if (one->resolution != r)
            continue;
        if (one->old)
            v[one->old - round.reports.v] = one->report;
        else
            v[n++] = one->report;
    }
    round.reports.v = v;
    round.reports.n = n;
    return round_save(db, stamp, s, r, &round, err);
}

static bool is_first_of(const struct collection *all, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (all->v[i].resolution == all->v[at].resolution)
            return false;
    return true;
}

enum status collect_store(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct collection *collection, struct arena *arena, struct err *err)
{
    enum status status = change_begin(db, stamp, s, err);

    if (status)
        return status;
    for (size_t i = 0; i < collection->n && !status; i++)
        if (is_first_of(collection, i))
            status = store_round(db, stamp, s, collection, collection->v[i].resolution, arena, err);
    return write_end(db, status, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: statements, the vote and the decision on an item.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/cycle/change.h"
#include "core/meeting/merge.h"

#include <stdlib.h>
#include <string.h>

static struct tree_place place_below(const struct snapshot *s, const struct item *item, const char *field)
{
    return change_place(s, &item_entity, item->row.id, field);
}

static enum status save_statements(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                                   const struct item *item, struct list wanted, struct err *err)
{
    const struct tree_place place = place_below(s, item, "statements");
    enum status status = change_begin(db, stamp, s, err);

    if (status) {
        free(wanted.v);
        return status;
    }
    return write_end(db, change_list(db, &place, &statement_entity, AS_LIST(item->statements), wanted, err),
                     err);
}

enum status statement_add(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct item *item, struct statement *wanted, size_t at, int64_t *id,
                          struct err *err)
{
    const struct tree_place place = place_below(s, item, "statements");
    struct list grown;
    enum status status = change_begin(db, stamp, s, err);

    if (status)
        return status;
    if (at > item->statements.n)
        at = item->statements.n;
    wanted->row.id = 0;
    grown = list_insert(&statement_entity, AS_LIST(item->statements), at, wanted);
    status = grown.v ? tree_merge(db, &statement_entity, &place, AS_LIST(item->statements), grown, err)
                     : err_memory(err);
    if (!status)
        *id = ((struct statement *)grown.v)[at].row.id;
    free(grown.v);
    return write_end(db, status, err);
}

enum status statement_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct item *item, const struct statement *old, struct statement *wanted,
                           struct err *err)
{
    wanted->row.position = old->row.position;
    return change_row(db, stamp, s, &item_entity, item->row.id, "statements", &statement_entity, old, wanted,
                      err);
}

enum status statement_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             const struct item *item, size_t at, struct err *err)
{
    return save_statements(db, stamp, s, item, list_without(&statement_entity, AS_LIST(item->statements), at),
                           err);
}

enum status statement_move(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct item *item, size_t at, int by, struct err *err)
{
    size_t to = by < 0 ? at - 1 : at + 1;

    if ((by < 0 && at == 0) || to >= item->statements.n)
        return err_set(err, STATUS_NO, CODE_NONE, NULL, NULL, NULL);
    return save_statements(db, stamp, s, item,
                           list_moved(&statement_entity, AS_LIST(item->statements), at, to), err);
}

/* Where top-level point number POINT (from 0) of an outline starts. */
static size_t point_start(const struct outline *outline, size_t point)
{
    size_t i = 0;

    for (size_t n = 0; i < outline->n; i++)
        if (outline->v[i].level == 0 && n++ == point)
            break;
    return i;
}

enum status statement_split(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            const struct item *item, size_t at, size_t point, struct err *err)
{
    const struct statement *whole = at < item->statements.n ? &item->statements.v[at] : NULL;
    size_t cut = whole ? point_start(&whole->points, point) : 0;
    struct statement first, second;
    struct node *nodes;
    struct list grown;
    enum status status;

    if (!whole || cut == 0 || cut >= whole->points.n)
        return err_set(err, STATUS_NO, CODE_NONE, NULL, NULL, NULL);
    nodes = calloc(whole->points.n, sizeof *nodes); /* a copy: the stored rows are still needed as they are */
    if (!nodes)
        return err_memory(err);
    memcpy(nodes, whole->points.v + cut, (whole->points.n - cut) * sizeof *nodes);
    for (size_t i = 0; i < whole->points.n - cut; i++)
        nodes[i].row = (struct row){0};
    first = second = *whole;
    first.points.n = cut;
    second.points = (struct outline){nodes, whole->points.n - cut};
    second.row = (struct row){0};
    grown = list_insert(&statement_entity, AS_LIST(item->statements), at + 1, &second);
    if (grown.v)
        ((struct statement *)grown.v)[at] = first;
    status = grown.v ? save_statements(db, stamp, s, item, grown, err) : err_memory(err);
    free(nodes);
    return status;
}

enum status statement_join(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct item *item, size_t at, struct err *err)
{
    struct statement joined;
    const struct statement *before, *after;
    struct list less;
    struct node *nodes;
    enum status status;

    if (at == 0 || at >= item->statements.n)
        return err_set(err, STATUS_NO, CODE_NONE, NULL, NULL, NULL);
    before = &item->statements.v[at - 1];
    after = &item->statements.v[at];
    nodes = calloc(before->points.n + after->points.n + 1, sizeof *nodes);
    less = list_without(&statement_entity, AS_LIST(item->statements), at);
    if (!nodes || !less.v) {
        free(nodes);
        free(less.v);
        return err_memory(err);
    }
    if (before->points.n)
        memcpy(nodes, before->points.v, before->points.n * sizeof *nodes);
    if (after->points.n)
        memcpy(nodes + before->points.n, after->points.v, after->points.n * sizeof *nodes);
    for (size_t i = 0; i < after->points.n; i++)
        nodes[before->points.n + i].row = (struct row){0};
    joined = *before;
    joined.points = (struct outline){nodes, before->points.n + after->points.n};
    ((struct statement *)less.v)[at - 1] = joined;
    status = save_statements(db, stamp, s, item, less, err);
    free(nodes);
    return status;
}

/* The quorum at the decision's time stands with it. */
static void count_quorum(const struct snapshot *s, const struct item *item, struct decision *d,
                         const char *time)
{
    struct quorum q;
    int minutes = -1;

    d->at = time;
    if (!time_parse_iso(time, &minutes) || !quorum_recorded(&s->meeting))
        return;
    q = snapshot_quorum(s, minutes, item);
    d->present = q.present;
    d->in_office = q.in_office;
    d->civil = q.civil;
    d->met = q.verdict == QUORUM_UNKNOWN ? UNKNOWN : q.verdict == QUORUM_MET;
}

/* It would go with one that goes with it. */
static bool leads_round(const struct meeting *meeting, const struct item *item, const char *with)
{
    const struct item *next = meeting_item(meeting, with);

    for (size_t steps = 0; next && next != item && steps <= meeting->items.n; steps++)
        next = merge_with(meeting, next);
    return next != NULL; /* ITEM, or a circle that stands already */
}

enum status decision_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct item *item, struct decision *wanted, const char *time, struct err *err)
{
    const struct decision *old = item_decision(item);

    if (s->meeting.outcome == OUTCOME_FELL || s->meeting.outcome == OUTCOME_TALK)
        return err_set(err, STATUS_NO, CODE_MEETING_FELL, NULL, s->meeting.key, NULL);
    if (wanted->kind == DECISION_JOINT && wanted->points.n) { /* it has words of its own after all */
        wanted->kind = DECISION_CUSTOM;
        wanted->with = NULL;
    }
    if (leads_round(&s->meeting, item, wanted->with))
        return err_set(err, STATUS_NO, CODE_MERGE_CIRCLE, NULL, item->title, NULL);
    if (old)
        wanted->row = old->row;
    if (time)
        count_quorum(s, item, wanted, time);
    return change_row(db, stamp, s, &item_entity, item->row.id, "decision", &decision_entity, old, wanted,
                      err);
}

enum status decision_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            const struct item *item, struct err *err)
{
    return change_row(db, stamp, s, &item_entity, item->row.id, "decision", &decision_entity,
                      item_decision(item), NULL, err);
}

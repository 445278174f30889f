/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk's operations on items, statements, decisions and votes. All but the agenda's act on the last
 * discussion item, where two have spoken and three points were decided.
 */
#include "tests/torture/office/operations.h"

#include "core/meeting/grid.h"

/* The last discussion item (with DECIDED: that has a decision; else that has none). */
static const struct item *discussion(const struct office *o, bool decided)
{
    const struct item *found = NULL;

    for (size_t i = 0; i < o->s.meeting.items.n; i++) {
        const struct item *item = &o->s.meeting.items.v[i];

        if (item->section == SECTION_DISCUSSION && (item->decision.n > 0) == decided)
            found = item;
    }
    return found;
}

static void fill(struct node *nodes, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++) {
        entity_defaults(&node_entity, &nodes[i]);
        nodes[i].text = text;
    }
}

/* ---- the agenda ---------------------------------------------------------------------------------- */

enum status run_item_add(struct office *o, struct err *err)
{
    struct item item;
    struct node nodes[3];
    int64_t id;

    entity_defaults(&item_entity, &item);
    fill(nodes, COUNT(nodes), "測站現有一百二十處。");
    item.section = SECTION_DISCUSSION;
    item.title = "新設測站資料開放一案";
    item.unit = "測站組";
    item.explanation = (struct outline){nodes, COUNT(nodes)};
    return item_add(o->db, &office_stamp, &o->s, &item, 0, &id, err);
}

/* A table more, and another title. */
enum status run_item_save(struct office *o, struct err *err)
{
    const struct item *old = discussion(o, true) ? discussion(o, true) : discussion(o, false);
    struct item wanted = *old;
    struct grid tables[8];
    enum status status;

    wanted.title = old->tables.n ? "新設測站資料開放第二案" : "新設測站資料開放修正案";
    for (size_t i = 0; i < old->tables.n && i + 1 < COUNT(tables); i++)
        tables[i] = old->tables.v[i];
    status = grid_new(3, 2, &o->arena, &tables[old->tables.n], err);
    if (status != STATUS_OK)
        return status;
    grid_set_text(&tables[old->tables.n], 0, 0, "雨量");
    grid_set_text(&tables[old->tables.n], 2, 1, "二十");
    wanted.tables.v = tables;
    wanted.tables.n = old->tables.n + 1;
    return item_save(o->db, &office_stamp, &o->s, old, &wanted, err);
}

enum status run_item_move(struct office *o, struct err *err)
{
    return item_move(o->db, &office_stamp, &o->s, discussion(o, false)->row.id, -1, err);
}

enum status run_item_remove(struct office *o, struct err *err)
{
    return item_remove(o->db, &office_stamp, &o->s, discussion(o, false)->row.id, err);
}

enum status run_item_copy(struct office *o, struct err *err)
{
    struct snapshot from = SNAPSHOT_INIT;
    enum status status = snapshot_load(o->db, o->meeting[NOW], &from, err);
    int64_t id;

    if (status == STATUS_OK)
        status = item_copy(o->db, &office_stamp, &o->s, &from,
                           from.meeting.items.v[from.meeting.items.n / 2].row.id, &id, err);
    snapshot_release(&from);
    return status;
}

/* A standing item more, and the agenda that lacks it: one write. */
enum status run_standing_add(struct office *o, struct err *err)
{
    struct committee wanted = o->s.committee;
    struct standing standing[2];
    enum status status = write_begin(o->db, &office_stamp, err);
    int n = 0;

    if (status != STATUS_OK)
        return status;
    standing[0] = wanted.standing.v[0];
    entity_defaults(&standing_entity, &standing[1]);
    standing[1].section = SECTION_REPORT;
    standing[1].title = "民間需求回應報告";
    wanted.standing.v = standing;
    wanted.standing.n = COUNT(standing);
    status = committee_save(o->db, &office_stamp, &o->s.committee, &wanted, err);
    if (status == STATUS_OK)
        status = office_load(o, NEXT, err);
    if (status == STATUS_OK)
        status = standing_add(o->db, &office_stamp, &o->s, &n, err);
    return write_end(o->db, status, err);
}

/* What was deferred is carried on: one write. */
enum status run_items_carry(struct office *o, struct err *err)
{
    struct decision decision;
    enum status status = write_begin(o->db, &office_stamp, err);
    int n = 0;

    if (status != STATUS_OK)
        return status;
    status = office_load(o, NOW, err);
    entity_defaults(&decision_entity, &decision);
    decision.kind = DECISION_DEFERRED;
    if (status == STATUS_OK)
        status = decision_save(o->db, &office_stamp, &o->s, discussion(o, false), &decision, "15:10", err);
    if (status == STATUS_OK)
        status = office_load(o, NEXT, err);
    if (status == STATUS_OK)
        status = items_carry(o->db, &office_stamp, &o->s, &n, err);
    return write_end(o->db, status, err);
}

/* ---- what is said -------------------------------------------------------------------------------- */

static const struct item *talked_of(const struct office *o)
{
    return discussion(o, true) ? discussion(o, true) : discussion(o, false);
}

enum status run_statement_add(struct office *o, struct err *err)
{
    const struct item *item = talked_of(o);
    struct statement wanted;
    struct node nodes[2];
    int64_t id;

    entity_defaults(&statement_entity, &wanted);
    fill(nodes, COUNT(nodes), "測站座標應以公尺為單位，並附上施測日期。");
    wanted.speaker.member = item->statements.n ? "m06" : "m05";
    wanted.points = (struct outline){nodes, COUNT(nodes)};
    return statement_add(o->db, &office_stamp, &o->s, item, &wanted, item->statements.n, &id, err);
}

enum status run_statement_save(struct office *o, struct err *err)
{
    const struct item *item = talked_of(o);
    struct statement wanted = item->statements.v[0];
    struct node nodes[3];

    fill(nodes, COUNT(nodes), "改以經緯度表示。");
    nodes[0] = wanted.points.v[0];
    wanted.points = (struct outline){nodes, COUNT(nodes)};
    return statement_save(o->db, &office_stamp, &o->s, item, &item->statements.v[0], &wanted, err);
}

enum status run_statement_remove(struct office *o, struct err *err)
{
    return statement_remove(o->db, &office_stamp, &o->s, talked_of(o), 0, err);
}

enum status run_statement_move(struct office *o, struct err *err)
{
    return statement_move(o->db, &office_stamp, &o->s, talked_of(o), 1, -1, err);
}

enum status run_statement_split(struct office *o, struct err *err)
{
    return statement_split(o->db, &office_stamp, &o->s, talked_of(o), 0, 1, err);
}

enum status run_statement_join(struct office *o, struct err *err)
{
    return statement_join(o->db, &office_stamp, &o->s, talked_of(o), 1, err);
}

/* ---- what is decided ----------------------------------------------------------------------------- */

static enum status decide(struct office *o, const struct item *item, const char *text, struct err *err)
{
    struct decision wanted;
    struct node nodes[3];

    entity_defaults(&decision_entity, &wanted);
    if (item->decision.n)
        wanted = item->decision.v[0];
    fill(nodes, COUNT(nodes), text);
    wanted.kind = DECISION_APPROVED;
    wanted.points = (struct outline){nodes, COUNT(nodes)};
    return decision_save(o->db, &office_stamp, &o->s, item, &wanted, "14:45", err);
}

enum status run_decision_save(struct office *o, struct err *err)
{
    return decide(o, discussion(o, false), "請測站組於一個月內上架。", err);
}

enum status run_decision_change(struct office *o, struct err *err)
{
    return decide(o, discussion(o, true), "請測站組於兩個月內上架。", err);
}

enum status run_decision_remove(struct office *o, struct err *err)
{
    return decision_remove(o->db, &office_stamp, &o->s, discussion(o, true), err);
}

enum status run_decision_join(struct office *o, struct err *err)
{
    const struct item *own = talked_of(o);
    int64_t ids[16];
    size_t n = 0;

    for (size_t i = 0; i < o->s.meeting.items.n && n < COUNT(ids); i++) {
        const struct item *other = &o->s.meeting.items.v[i];

        if (other != own && item_is_matter(other))
            ids[n++] = other->row.id;
    }
    return decision_join(o->db, &office_stamp, &o->s, own, ids, n, "14:50", err);
}

enum status run_vote_save(struct office *o, struct err *err)
{
    const struct item *item = discussion(o, true);
    struct ballot ballots[2];
    struct vote wanted;

    entity_defaults(&vote_entity, &wanted);
    if (item->vote.n)
        wanted = item->vote.v[0];
    for (size_t i = 0; i < COUNT(ballots); i++) {
        entity_defaults(&ballot_entity, &ballots[i]);
        ballots[i].member = i ? "m05" : "m01";
        ballots[i].vote = VOTE_FOR;
    }
    wanted.method = VOTE_ROLLCALL;
    wanted.votes_for = item->vote.n ? 3 : 2;
    wanted.against = 0;
    wanted.ballots.v = ballots;
    wanted.ballots.n = COUNT(ballots);
    return vote_save(o->db, &office_stamp, &o->s, item, &wanted, err);
}

enum status run_vote_remove(struct office *o, struct err *err)
{
    return vote_save(o->db, &office_stamp, &o->s, discussion(o, true), NULL, err);
}

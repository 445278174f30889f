/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening the next meeting: its number, its sections, what stands on every agenda, what is carried
 * over from before.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/cycle/change.h"
#include "core/meeting/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The sections whose own row is there from the start, in their order. */
static const struct {
    int section;
    bool none;
} sections[] = {
    {SECTION_OPENING, false}, {SECTION_TRACKING, false}, {SECTION_MOTION, true}, {SECTION_CLOSING, false}};

/* All meetings' keys, to draw the next number. */
static enum status draw_number(struct db *db, int64_t committee_id, int year, bool extraordinary, int *number,
                               int64_t *position, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status =
        stmt_begin(db, &stmt, "SELECT key, position FROM meeting WHERE committee_id = $1", err);

    *number = 1;
    *position = 0;
    if (status)
        return status;
    stmt_int(stmt, 1, committee_id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK) {
        int y, n;
        bool e;

        if (stmt_column_int(stmt, 1) >= *position)
            *position = stmt_column_int(stmt, 1) + 1;
        if (meeting_key_parse(stmt_column_text(stmt, 0), &y, &n, &e) && y == year && e == extraordinary &&
            n >= *number)
            *number = n + 1;
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

static enum status put_item(struct db *db, int64_t committee_id, int64_t meeting_id, struct item *item,
                            struct err *err)
{
    const struct tree_place place = {.owner = "meeting",
                                     .owner_id = meeting_id,
                                     .field = "items",
                                     .committee = committee_id,
                                     .meeting = meeting_id};

    return tree_put(db, &item_entity, &place, NULL, item, err);
}

static enum status put_sections(struct db *db, int64_t committee_id, int64_t meeting_id, struct err *err)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < sizeof sections / sizeof *sections && !status; i++) {
        struct item item;

        entity_defaults(&item_entity, &item);
        item.section = sections[i].section;
        item.none = sections[i].none;
        item.row.position = (int64_t)i;
        status = put_item(db, committee_id, meeting_id, &item, err);
    }
    return status;
}

/* Add a copy of ITEM with a key of its own at the end of the items; the caller's snapshot grows stale. */
static enum status append_item(struct db *db, const struct snapshot *s, struct item *item, size_t added,
                               struct err *err)
{
    const struct list list = AS_LIST(s->meeting.items);
    const struct field *key = entity_field(&item_entity, "key");
    char made[24], made_number[24];
    int64_t last = -1;

    for (size_t i = 0; i < s->meeting.items.n; i++)
        if (s->meeting.items.v[i].row.position > last)
            last = s->meeting.items.v[i].row.position;
    next_key(&item_entity, list, key, "i", 1, made, sizeof made);
    (void)snprintf(made_number, sizeof made_number, "i%ld", strtol(made + 1, NULL, 10) + (long)added);
    item->key = made_number;
    item->row.position = last + 1 + (int64_t)added;
    return put_item(db, s->committee.row.id, s->meeting.row.id, item, err);
}

static bool has_standing(const struct snapshot *s, const struct standing *standing)
{
    for (size_t i = 0; i < s->meeting.items.n; i++) {
        const struct item *item = &s->meeting.items.v[i];

        if (item->section != standing->section)
            continue;
        if ((standing->topic && text_same(item->topic, standing->topic)) ||
            text_same(item->title, standing->title))
            return true;
    }
    return false;
}

static enum status add_standing(struct db *db, const struct snapshot *s, int *n, struct err *err)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < s->committee.standing.n && !status; i++) {
        const struct standing *standing = &s->committee.standing.v[i];
        struct item item;

        if (has_standing(s, standing))
            continue;
        entity_defaults(&item_entity, &item);
        item.section = standing->section;
        item.topic = standing->topic;
        item.title = standing->title;
        item.unit = standing->unit;
        status = append_item(db, s, &item, (size_t)(*n)++, err);
    }
    return status;
}

static bool carried_already(const struct snapshot *s, const char *meeting, const struct item *item)
{
    for (size_t i = 0; i < s->meeting.items.n; i++)
        if (text_same(s->meeting.items.v[i].from_meeting, meeting) &&
            text_same(s->meeting.items.v[i].from_item, item->key))
            return true;
    return false;
}

/* An item that was not finished: put off, not reached, or of a meeting that could not decide. */
static bool comes_back(const struct meeting *m, const struct item *item)
{
    const struct decision *d = item_decision(merge_decided(m, item));

    if (!item->key || !item->title || item->topic || item->content == CONTENT_TRACKING ||
        item->section < SECTION_REPORT || item->section > SECTION_MOTION)
        return false;
    if (d)
        return d->kind == DECISION_DEFERRED || d->kind == DECISION_UNDISCUSSED;
    return m->outcome == OUTCOME_FELL || m->outcome == OUTCOME_TALK;
}

static enum status carry_from(struct db *db, const struct snapshot *into, const struct meeting *from,
                              struct arena *arena, int *n, struct err *err)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < from->items.n && !status; i++) {
        const struct item *item = &from->items.v[i];
        struct item copy;

        if (!comes_back(from, item) || carried_already(into, from->key, item))
            continue;
        status = item_copy_matter(item, &copy, arena, err);
        if (status)
            break;
        copy.from_meeting = from->key;
        copy.from_item = item->key;
        if (copy.section == SECTION_MOTION) /* a motion that was put off is an item of business now */
            copy.section = SECTION_DISCUSSION;
        status = append_item(db, into, &copy, (size_t)(*n)++, err);
    }
    return status;
}

/* The meetings from the last regular one on, before this one. */
static enum status carry_all(struct db *db, const struct snapshot *into, int *n, struct err *err)
{
    static const char sql[] =
        "SELECT id FROM meeting WHERE committee_id = $1 AND id <> $2 AND started < $3"
        " AND (outcome IS NULL OR outcome NOT IN ('cancelled', 'postponed'))"
        " AND started >= COALESCE((SELECT started FROM meeting WHERE committee_id = $1 AND id <> $2"
        " AND started < $3 AND kind = 'regular' AND (outcome IS NULL OR outcome NOT IN"
        " ('cancelled', 'postponed')) ORDER BY started DESC LIMIT 1), '') ORDER BY started";
    int64_t ids[16];
    size_t count = 0;
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(db, &stmt, sql, err);

    if (status)
        return status;
    stmt_int(stmt, 1, into->committee.row.id);
    stmt_int(stmt, 2, into->meeting.row.id);
    stmt_text(stmt, 3, into->meeting.start ? into->meeting.start : "9999");
    while ((status = stmt_step(stmt, err)) == STATUS_OK && count < 16)
        ids[count++] = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    if (status == STATUS_NO)
        status = STATUS_OK;
    for (size_t i = 0; i < count && !status; i++) {
        struct arena arena = ARENA_INIT;
        struct list list;

        status = tree_load(db, &meeting_entity, TREE_BY_ID, ids[i], &arena, &list, err);
        if (!status && list.n) {
            meeting_arrange(list.v);
            status = carry_from(db, into, list.v, &arena, n, err);
        }
        arena_release(&arena);
    }
    return status;
}

enum status carry_into(struct db *db, int64_t meeting_id, int *n, struct err *err)
{
    struct snapshot s = SNAPSHOT_INIT;
    enum status status = snapshot_load(db, meeting_id, &s, err);

    if (!status)
        status = carry_all(db, &s, n, err);
    snapshot_release(&s);
    return status;
}

enum status standing_add(struct db *db, const struct stamp *stamp, const struct snapshot *s, int *n,
                         struct err *err)
{
    enum status status = change_begin(db, stamp, s, err);

    *n = 0;
    return status ? status : write_end(db, add_standing(db, s, n, err), err);
}

enum status items_carry(struct db *db, const struct stamp *stamp, const struct snapshot *s, int *n,
                        struct err *err)
{
    enum status status = change_begin(db, stamp, s, err);

    *n = 0;
    return status ? status : write_end(db, carry_all(db, s, n, err), err);
}

/* The convener in office then takes the chair, until somebody says otherwise. */
static const char *convener_of(const struct members *members, const char *date)
{
    for (size_t i = 0; i < members->n; i++) {
        const struct appointment *a = appointment_at(&members->v[i], date);

        if (a && a->role == MEMBER_CONVENER)
            return members->v[i].key;
    }
    return NULL;
}

static enum status put_new_meeting(struct db *db, int64_t committee_id, const char *date,
                                   enum meeting_kind kind, int64_t *id, struct err *err)
{
    const struct tree_place place = {
        .owner = "committee", .owner_id = committee_id, .field = "", .committee = committee_id};
    struct arena arena = ARENA_INIT;
    struct committee committee;
    struct members members = {NULL, 0};
    struct meeting meeting;
    struct date day;
    char key[24], start[24];
    int number = 1;
    enum status status;

    if (!date_parse_iso(date, &day))
        return err_set(err, STATUS_BAD, CODE_DATE_FORM, NULL, date, NULL);
    entity_defaults(&meeting_entity, &meeting);
    status = committee_load(db, committee_id, &arena, &committee, &members, err);
    if (!status)
        status = draw_number(db, committee_id, date_roc_year(day), kind == MEETING_EXTRAORDINARY, &number,
                             &meeting.row.position, err);
    if (!status) {
        (void)snprintf(key, sizeof key, "%d-%s%d", date_roc_year(day),
                       kind == MEETING_EXTRAORDINARY ? "e" : "", number);
        (void)snprintf(start, sizeof start, "%sT14:00", date);
        meeting.key = key;
        meeting.kind = (int)kind;
        meeting.start = start;
        meeting.chair.member = convener_of(&members, date);
        status = tree_put(db, &meeting_entity, &place, NULL, &meeting, err);
    }
    *id = meeting.row.id;
    arena_release(&arena);
    return status;
}

enum status meeting_create(struct db *db, const struct stamp *stamp, int64_t committee_id, const char *date,
                           enum meeting_kind kind, int64_t *id, struct err *err)
{
    struct snapshot s = SNAPSHOT_INIT;
    int n = 0;
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    status = put_new_meeting(db, committee_id, date, kind, id, err);
    if (!status)
        status = put_sections(db, committee_id, *id, err);
    if (!status && kind == MEETING_REGULAR) {
        status = snapshot_load(db, *id, &s, err);
        if (!status)
            status = add_standing(db, &s, &n, err);
        if (!status)
            status = carry_all(db, &s, &n, err);
    }
    snapshot_release(&s);
    return write_end(db, status, err);
}

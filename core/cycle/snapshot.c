/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading a meeting whole, and the composition at a date.
 */
#include "core/cycle/snapshot.h"

#include "core/base/str.h"
#include "db/tree.h"

#include <string.h>

void snapshot_release(struct snapshot *snapshot)
{
    arena_release(&snapshot->arena);
    *snapshot = (struct snapshot)SNAPSHOT_INIT;
}

enum status composition_at(const struct members *members, const char *date, struct arena *arena,
                           struct meeting *out, struct err *err)
{
    struct seat *seats = arena_take(arena, members->n * sizeof *seats);
    size_t n = 0;

    if (!seats)
        return err_memory(err);
    for (size_t i = 0; i < members->n; i++) {
        const struct appointment *a = appointment_at(&members->v[i], date);

        if (!a)
            continue;
        entity_defaults(&seat_entity, &seats[n]);
        seats[n].member = members->v[i].key;
        seats[n].seat = (int)n + 1;
        seats[n].role = a->role;
        seats[n].kind = a->kind;
        seats[n].title = a->title;
        seats[n].unit = a->unit;
        n++;
    }
    out->composition.v = seats;
    out->composition.n = n;
    return STATUS_OK;
}

static enum status load_one(struct db *db, const struct entity *e, int64_t id, struct arena *arena, void *out,
                            enum code missing, struct err *err)
{
    struct list list;
    enum status status = tree_load(db, e, TREE_BY_ID, id, arena, &list, err);

    if (!status && !list.n)
        status = err_set(err, STATUS_MISSING, missing, NULL, NULL, NULL);
    if (!status)
        memcpy(out, list.v, e->size);
    return status;
}

/* Members are called in this meeting as its confirmed minutes call them. */
static void take_names(struct snapshot *s)
{
    for (size_t i = 0; i < s->meeting.composition.n; i++) {
        const struct seat *seat = &s->meeting.composition.v[i];

        for (size_t k = 0; seat->surname && k < s->members.n; k++)
            if (text_same(s->members.v[k].key, seat->member)) {
                s->members.v[k].surname = seat->surname;
                s->members.v[k].given = seat->given;
            }
    }
}

/* The date part alone, so that it compares with the appointments' days. */
static enum status fill_in(struct snapshot *s, struct err *err)
{
    char *date = NULL;

    if (s->meeting.start) {
        date = arena_text(&s->arena, s->meeting.start, strcspn(s->meeting.start, "T"));
        if (!date)
            return err_memory(err);
    }
    s->date = date;
    s->rule = rule_at(&s->committee, date);
    s->composition_frozen = s->meeting.composition.n > 0;
    if (s->composition_frozen) {
        take_names(s);
        return STATUS_OK;
    }
    return composition_at(&s->members, date, &s->arena, &s->meeting, err);
}

static const char *column(struct stmt *stmt, int n, struct arena *arena, bool *failed)
{
    const char *text = stmt_column_text(stmt, n), *copy = arena_text(arena, text, strlen(text));

    *failed |= !copy;
    return copy;
}

static enum status load_amendments(struct db *db, struct snapshot *s, struct err *err)
{
    struct stmt *stmt;
    bool failed = false;
    enum status status = stmt_begin(db, &stmt,
                                    "SELECT id, place, before, after, reason, amended_on, amended_by,"
                                    " count(*) OVER () FROM amendment WHERE meeting = $1 ORDER BY id",
                                    err);

    if (status)
        return status;
    stmt_int(stmt, 1, s->meeting.row.id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK && !failed) {
        struct amendments *all = &s->amendments;
        struct amendment *a;

        if (!all->v)
            all->v = arena_take(&s->arena, (size_t)stmt_column_int(stmt, 7) * sizeof *all->v);
        if (!all->v) {
            failed = true;
            break;
        }
        a = &all->v[all->n++];
        a->id = stmt_column_int(stmt, 0);
        a->place = column(stmt, 1, &s->arena, &failed);
        a->before = column(stmt, 2, &s->arena, &failed);
        a->after = column(stmt, 3, &s->arena, &failed);
        a->reason = column(stmt, 4, &s->arena, &failed);
        a->on = column(stmt, 5, &s->arena, &failed);
        a->by = column(stmt, 6, &s->arena, &failed);
    }
    stmt_done(stmt);
    if (failed)
        return err_memory(err);
    return status == STATUS_NO ? STATUS_OK : status;
}

/* All but the tracked decisions. */
static enum status load_meeting(struct db *db, int64_t meeting_id, struct snapshot *s, struct err *err)
{
    struct list list;
    int64_t committee;
    enum status status =
        load_one(db, &meeting_entity, meeting_id, &s->arena, &s->meeting, CODE_RECORD_NO_MEETING, err);

    if (status)
        return status;
    meeting_arrange(&s->meeting);
    committee = s->meeting.row.owner_id;
    status =
        load_one(db, &committee_entity, committee, &s->arena, &s->committee, CODE_RECORD_NO_COMMITTEE, err);
    if (status)
        return status;
    status = tree_load(db, &member_entity, TREE_BY_COMMITTEE, committee, &s->arena, &list, err);
    if (status)
        return status;
    s->members = (struct members){list.v, list.n};
    status = load_amendments(db, s, err);
    return status ? status : fill_in(s, err);
}

static enum status load_resolutions(struct db *db, struct snapshot *s, struct err *err)
{
    struct list list;
    enum status status =
        tree_load(db, &resolution_entity, TREE_BY_COMMITTEE, s->committee.row.id, &s->arena, &list, err);

    if (!status)
        s->resolutions = (struct resolutions){list.v, list.n};
    return status;
}

/* The days of all meetings; each row says how many there are. */
static enum status load_days(struct db *db, struct snapshot *s, struct err *err)
{
    struct stmt *stmt = NULL;
    size_t room = 0;
    enum status status = stmt_begin(
        db, &stmt, "SELECT key, started, count(*) OVER () FROM meeting WHERE committee_id = $1", err);

    if (status)
        return status;
    stmt_int(stmt, 1, s->committee.row.id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK) {
        const char *key = stmt_column_text(stmt, 0), *start = stmt_column_text(stmt, 1);
        struct meeting_day *day;

        if (!s->days.v) {
            room = (size_t)stmt_column_int(stmt, 2);
            s->days.v = arena_take(&s->arena, room * sizeof *s->days.v);
        }
        if (!s->days.v || s->days.n == room)
            break;
        day = &s->days.v[s->days.n++];
        day->key = arena_text(&s->arena, key, strlen(key));
        day->start = start ? arena_text(&s->arena, start, strlen(start)) : NULL;
        if (!day->key || (start && !day->start))
            break;
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status ? status : err_memory(err);
}

static enum status load(struct db *db, int64_t meeting_id, bool tracking, struct snapshot *out,
                        struct err *err)
{
    struct snapshot s = SNAPSHOT_INIT;
    enum status status = read_begin(db, err);

    if (!status) {
        status = load_meeting(db, meeting_id, &s, err);
        if (!status && tracking)
            status = load_resolutions(db, &s, err);
        if (!status && tracking)
            status = load_days(db, &s, err);
        read_end(db);
    }
    if (status)
        snapshot_release(&s);
    *out = s;
    return status;
}

enum status snapshot_load(struct db *db, int64_t meeting_id, struct snapshot *out, struct err *err)
{
    return load(db, meeting_id, true, out, err);
}

enum status snapshot_load_meeting(struct db *db, int64_t meeting_id, struct snapshot *out, struct err *err)
{
    return load(db, meeting_id, false, out, err);
}

#define AT(m) .offset = offsetof(struct meeting, m)
static const struct field presence_fields[] = {
    {.column = "started", .type = FIELD_MOMENT, AT(start)},
    {.column = "opened", .type = FIELD_TIME, AT(opened)},
    {.column = "attendance_none", .type = FIELD_BOOL, AT(attendance_none)},
    {.column = "composition", .type = FIELD_LIST, AT(composition), .child = &seat_entity},
    {.column = "attendance", .type = FIELD_LIST, AT(attendance), .child = &attendance_entity},
};
#undef AT
/* A part of meeting_entity, for reading alone. */
static const struct entity presence_entity = {
    "meeting",      sizeof(struct meeting), presence_fields, sizeof presence_fields / sizeof *presence_fields,
    "committee_id", SCOPE_COMMITTEE,        SCOPE_MEETING};

enum status snapshot_load_presence(struct db *db, int64_t meeting_id, const struct committee *committee,
                                   const struct members *members, struct snapshot *out, struct err *err)
{
    struct snapshot s = SNAPSHOT_INIT;
    enum status status = read_begin(db, err);

    s.committee = *committee;
    s.members = *members;
    if (!status) {
        status =
            load_one(db, &presence_entity, meeting_id, &s.arena, &s.meeting, CODE_RECORD_NO_MEETING, err);
        read_end(db);
    }
    if (!status)
        status = fill_in(&s, err);
    if (status)
        snapshot_release(&s);
    *out = s;
    return status;
}

static const char *start_of(const struct snapshot *s, const char *key)
{
    for (size_t i = 0; i < s->days.n; i++)
        if (text_same(s->days.v[i].key, key))
            return s->days.v[i].start;
    return NULL;
}

bool snapshot_is_later(const struct snapshot *s, const char *key)
{
    const char *start = start_of(s, key);
    int year, number, own_year, own_number;
    bool extra, own_extra;

    if (start && s->meeting.start)
        return strcmp(start, s->meeting.start) > 0;
    if (!key || !meeting_key_parse(key, &year, &number, &extra) ||
        !meeting_key_parse(s->meeting.key, &own_year, &own_number, &own_extra))
        return false;
    return year != own_year ? year > own_year : extra == own_extra && number > own_number;
}

struct quorum snapshot_quorum(const struct snapshot *snapshot, int minutes, const struct item *item)
{
    return quorum_at(&snapshot->meeting, snapshot->rule, minutes, item);
}

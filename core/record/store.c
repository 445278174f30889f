/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record and the database: loading a committee's whole, storing a file's, all or nothing.
 */
#include "core/record/record.h"

#include "db/tree.h"

#include <string.h>

static void arrange(struct meetings *meetings)
{
    for (size_t i = 0; i < meetings->n; i++)
        meeting_arrange(&meetings->v[i]);
}

enum status record_load(struct db *db, int64_t committee_id, struct record *record, struct err *err)
{
    struct list list;
    enum status status = read_begin(db, err);

    if (status)
        return status;
    status = tree_load(db, &committee_entity, TREE_BY_ID, committee_id, &record->arena, &list, err);
    if (!status && !list.n)
        status = err_set(err, STATUS_MISSING, CODE_RECORD_NO_COMMITTEE, NULL, NULL, NULL);
    if (!status)
        memcpy(&record->committee, list.v, sizeof record->committee);
    if (!status)
        status = tree_load(db, &member_entity, TREE_BY_COMMITTEE, committee_id, &record->arena, &list, err);
    if (!status) {
        record->members = (struct members){list.v, list.n};
        status = tree_load(db, &meeting_entity, TREE_BY_COMMITTEE, committee_id, &record->arena, &list, err);
    }
    if (!status) {
        record->meetings = (struct meetings){list.v, list.n};
        arrange(&record->meetings);
        status =
            tree_load(db, &resolution_entity, TREE_BY_COMMITTEE, committee_id, &record->arena, &list, err);
    }
    if (!status)
        record->resolutions = (struct resolutions){list.v, list.n};
    read_end(db);
    return status;
}

/* Storing one file. */
struct storing {
    struct db *db;
    struct record *stored; /* the committee as it is; empty when it is new */
    bool replace;
    size_t n_new, n_replaced;
    struct problems *problems;
    struct tree_place place;
};

static void *row_at(const struct entity *e, struct list list, size_t i)
{
    return (char *)list.v + i * e->size;
}

/* The stored row with the same key. */
static void *same_key(const struct entity *e, struct list stored, const void *row)
{
    const struct field *key = &e->fields[0];

    for (size_t i = 0; i < stored.n; i++)
        if (text_same(field_text(key, row_at(e, stored, i)), field_text(key, row)))
            return row_at(e, stored, i);
    return NULL;
}

static const struct meeting *confirmed_meeting(const struct record *stored, const char *key)
{
    for (size_t i = 0; key && i < stored->meetings.n; i++)
        if (text_same(stored->meetings.v[i].key, key) &&
            meeting_milestone(&stored->meetings.v[i], STEP_CONFIRMED))
            return &stored->meetings.v[i];
    return NULL;
}

/* A round of A in a confirmed meeting that B has not, or has otherwise; the meeting's key. */
static const char *confirmed_round(const struct record *stored, const struct resolution *a,
                                   const struct resolution *b)
{
    for (size_t i = 0; i < a->rounds.n; i++) {
        const struct round *round = &a->rounds.v[i], *other = resolution_round(b, round->meeting);

        if (confirmed_meeting(stored, round->meeting) &&
            (!other || !record_same(&round_entity, round, other, "", NULL)))
            return round->meeting;
    }
    return NULL;
}

/* The confirmed meeting that replacing OLD by ROW would touch; NULL: none. */
static const char *confirmed(const struct record *stored, const struct entity *e, const void *old_row,
                             const void *row)
{
    const char *meeting;

    if (e == &meeting_entity && meeting_milestone(old_row, STEP_CONFIRMED))
        return ((const struct meeting *)old_row)->key;
    if (e != &resolution_entity)
        return NULL;
    meeting = confirmed_round(stored, old_row, row);
    return meeting ? meeting : confirmed_round(stored, row, old_row);
}

static enum status store_one(struct storing *s, const struct entity *e, const char *place, void *old_row,
                             void *row, int64_t position, struct err *err)
{
    struct row *head = row;
    const char *meeting;

    if (!old_row) {
        s->n_new++;
        head->position = position;
        return tree_put(s->db, e, &s->place, NULL, row, err);
    }
    if (record_same(e, old_row, row, place, s->problems))
        return STATUS_OK;
    meeting = s->replace ? confirmed(s->stored, e, old_row, row) : NULL;
    if (meeting) {
        problems_add(s->problems, CODE_RECORD_CONFIRMED, place, meeting, NULL);
        return err_set(err, STATUS_NO, CODE_RECORD_CONFIRMED, place, meeting, NULL);
    }
    s->n_replaced++;
    head->position = ((const struct row *)old_row)->position;
    /* without `replace` the whole is rolled back in the end; here it goes on, to name all that differs */
    return s->replace ? tree_put(s->db, e, &s->place, old_row, row, err) : STATUS_OK;
}

static enum status store_list(struct storing *s, const struct entity *e, const char *name, struct list stored,
                              struct list rows, struct err *err)
{
    int64_t next = stored.n ? ((const struct row *)row_at(e, stored, stored.n - 1))->position + 1 : 0;
    enum status status = STATUS_OK;

    for (size_t i = 0; i < rows.n && !status; i++) {
        void *row = row_at(e, rows, i), *old_row = same_key(e, stored, row);
        struct str place = STR_INIT;

        str_printf(&place, "%s[%s]", name, field_text(&e->fields[0], row));
        status = store_one(s, e, place.text, old_row, row, next, err);
        str_release(&place);
        if (!old_row)
            next++;
    }
    return status;
}

static enum status store_all(struct storing *s, struct record *record, struct err *err)
{
    bool exists = s->stored->committee.row.id != 0;
    enum status status = STATUS_OK;

    if (!exists || !record->committee_key_only)
        status = store_one(s, &committee_entity, "committee", exists ? &s->stored->committee : NULL,
                           &record->committee, 0, err);
    s->place.committee = exists ? s->stored->committee.row.id : record->committee.row.id;
    s->place.owner_id = s->place.committee;
    if (!status)
        status = store_list(s, &member_entity, "members",
                            (struct list){s->stored->members.v, s->stored->members.n},
                            (struct list){record->members.v, record->members.n}, err);
    if (!status)
        status = store_list(s, &meeting_entity, "meetings",
                            (struct list){s->stored->meetings.v, s->stored->meetings.n},
                            (struct list){record->meetings.v, record->meetings.n}, err);
    if (!status)
        status = store_list(s, &resolution_entity, "resolutions",
                            (struct list){s->stored->resolutions.v, s->stored->resolutions.n},
                            (struct list){record->resolutions.v, record->resolutions.n}, err);
    if (!status && s->n_replaced && !s->replace)
        status = err_set(err, STATUS_NO, CODE_RECORD_DIFFERS, s->problems->v[0].place,
                         s->problems->v[0].arg[0], s->problems->v[0].arg[1]);
    return status;
}

static enum status load_stored(struct db *db, const char *key, struct record *stored, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(db, &stmt, "SELECT id FROM committee WHERE key = $1", err);
    int64_t id = 0;

    if (status)
        return status;
    stmt_text(stmt, 1, key);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        id = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    if (status != STATUS_OK && status != STATUS_NO)
        return status;
    return id ? record_load(db, id, stored, err) : STATUS_OK;
}

/* Ids of an earlier try, of which nothing was stored. */
static void forget_ids(const struct entity *e, void *row)
{
    struct row *head = row;

    *head = (struct row){.position = head->position};
    for (size_t i = 0; i < e->n_fields; i++) {
        struct list below;

        if (e->fields[i].type != FIELD_LIST)
            continue;
        below = field_list(&e->fields[i], row);
        for (size_t k = 0; k < below.n; k++)
            forget_ids(e->fields[i].child, row_at(e->fields[i].child, below, k));
    }
}

static void forget_all(struct record *record)
{
    forget_ids(&committee_entity, &record->committee);
    for (size_t i = 0; i < record->members.n; i++)
        forget_ids(&member_entity, &record->members.v[i]);
    for (size_t i = 0; i < record->meetings.n; i++)
        forget_ids(&meeting_entity, &record->meetings.v[i]);
    for (size_t i = 0; i < record->resolutions.n; i++)
        forget_ids(&resolution_entity, &record->resolutions.v[i]);
}

/* The answer of record_check, with its first problem. */
static enum status first_problem(enum status status, const struct problems *problems, struct err *err)
{
    const struct problem *first = &problems->v[0];

    if (status == STATUS_MEMORY)
        return err_memory(err);
    if (status)
        return err_set(err, STATUS_BAD, first->code, first->place, first->arg[0], first->arg[1]);
    return STATUS_OK;
}

enum status record_import(struct db *db, const struct stamp *stamp, struct record *record, bool replace,
                          enum record_result *result, struct problems *problems, struct err *err)
{
    struct record stored = RECORD_INIT;
    struct storing s = {.db = db, .stored = &stored, .replace = replace, .problems = problems};
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    s.place = (struct tree_place){.owner = "committee", .field = ""};
    forget_all(record);
    status = load_stored(db, record->committee.key, &stored, err);
    if (!status)
        status = first_problem(record_check(record, stored.committee.row.id ? &stored : NULL, problems),
                               problems, err);
    if (!status) {
        arrange(&record->meetings);
        status = store_all(&s, record, err);
    }
    status = write_end(db, status, err);
    *result = s.n_replaced ? RECORD_REPLACED : s.n_new ? RECORD_STORED : RECORD_UNCHANGED;
    record_release(&stored);
    return status;
}

enum status record_import_text(struct db *db, const struct stamp *stamp, const char *text, size_t len_bytes,
                               bool replace, enum record_result *result, struct problems *problems,
                               struct err *err)
{
    struct record record = RECORD_INIT;
    enum status status = record_parse(text, len_bytes, &record, problems, err);

    *result = RECORD_UNCHANGED;
    if (status == STATUS_OK || (status == STATUS_BAD && record.whole))
        status = record_import(db, stamp, &record, replace, result, problems, err);
    record_release(&record);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing a committee and its members.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/cycle/change.h"

#include <stdio.h>
#include <string.h>

enum status committee_load(struct db *db, int64_t committee_id, struct arena *arena,
                           struct committee *committee, struct members *members, struct err *err)
{
    struct list list;
    enum status status = read_begin(db, err);

    if (status)
        return status;
    status = tree_load(db, &committee_entity, TREE_BY_ID, committee_id, arena, &list, err);
    if (!status && !list.n)
        status = err_set(err, STATUS_MISSING, CODE_RECORD_NO_COMMITTEE, NULL, NULL, NULL);
    if (!status) {
        memcpy(committee, list.v, sizeof *committee);
        status = tree_load(db, &member_entity, TREE_BY_COMMITTEE, committee_id, arena, &list, err);
    }
    if (!status)
        *members = (struct members){list.v, list.n};
    read_end(db);
    return status;
}

/* A key that no committee has yet. */
static enum status committee_key(struct db *db, char *out, size_t room, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct committee_lines lines = {NULL, 0};
    enum status status = committee_list(db, &arena, &lines, err);

    (void)snprintf(out, room, "committee");
    for (size_t i = 0, n = 1; !status && i < lines.n; i++)
        if (strcmp(lines.v[i].key, out) == 0) {
            (void)snprintf(out, room, "committee-%zu", ++n);
            i = (size_t)-1; /* from the start again, with the new key */
        }
    arena_release(&arena);
    return status;
}

/* Members without a key get one; the keys live in ARENA. */
static enum status key_members(struct members *members, struct arena *arena, struct err *err)
{
    const struct field *key = entity_field(&member_entity, "key");

    for (size_t i = 0; i < members->n; i++) {
        char made[24];

        if (members->v[i].key)
            continue;
        next_key(&member_entity, (struct list){members->v, members->n}, key, "m", 2, made, sizeof made);
        members->v[i].key = arena_text(arena, made, strlen(made));
        if (!members->v[i].key)
            return err_memory(err);
    }
    return STATUS_OK;
}

static enum status put_members(struct db *db, int64_t committee_id, struct members *members,
                               struct arena *arena, struct err *err)
{
    const struct tree_place place = {
        .owner = "committee", .owner_id = committee_id, .field = "", .committee = committee_id};
    enum status status = key_members(members, arena, err);

    for (size_t i = 0; i < members->n && !status; i++) {
        members->v[i].row.position = (int64_t)i;
        status = tree_put(db, &member_entity, &place, NULL, &members->v[i], err);
    }
    return status;
}

enum status committee_create(struct db *db, const struct stamp *stamp, struct committee *committee,
                             struct members *members, struct arena *arena, int64_t *id, struct err *err)
{
    struct tree_place place = {.owner = "", .field = ""};
    char made[40];
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    if (!committee->key) {
        status = committee_key(db, made, sizeof made, err);
        committee->key = arena_text(arena, made, strlen(made));
        if (!status && !committee->key)
            status = err_memory(err);
    }
    if (!status)
        status = tree_put(db, &committee_entity, &place, NULL, committee, err);
    if (!status) {
        *id = committee->row.id;
        status = put_members(db, *id, members, arena, err);
    }
    return write_end(db, status, err);
}

enum status committee_save(struct db *db, const struct stamp *stamp, const struct committee *old,
                           struct committee *wanted, struct err *err)
{
    const struct tree_place place = {.owner = "", .field = "", .committee = old->row.id};
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    return write_end(db, tree_put(db, &committee_entity, &place, old, wanted, err), err);
}

/* Whether a meeting knows the member. */
static enum status member_used(struct db *db, int64_t committee_id, const char *key, bool *used,
                               struct err *err)
{
    static const char sql[] =
        "SELECT 1 FROM seat WHERE committee_id = $1 AND member = $2"
        " UNION ALL SELECT 1 FROM attendance WHERE committee_id = $1 AND member = $2"
        " UNION ALL SELECT 1 FROM statement WHERE committee_id = $1 AND (member = $2 OR delegate_of = $2)"
        " UNION ALL SELECT 1 FROM meeting WHERE committee_id = $1 AND"
        " (chair_member = $2 OR acting_member = $2 OR recorder_member = $2)"
        " UNION ALL SELECT 1 FROM appointment WHERE committee_id = $1 AND replaces = $2 LIMIT 1";
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(db, &stmt, sql, err);

    if (status)
        return status;
    stmt_int(stmt, 1, committee_id);
    stmt_text(stmt, 2, key);
    status = stmt_step(stmt, err);
    *used = status == STATUS_OK;
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

static enum status add_member(struct db *db, int64_t committee_id, struct member *wanted, struct err *err)
{
    const struct tree_place place = {
        .owner = "committee", .owner_id = committee_id, .field = "", .committee = committee_id};
    struct arena arena = ARENA_INIT;
    struct list list;
    const char *given = wanted->key;
    char made[24];
    enum status status = tree_load(db, &member_entity, TREE_BY_COMMITTEE, committee_id, &arena, &list, err);

    if (!status) {
        next_key(&member_entity, list, entity_field(&member_entity, "key"), "m", 2, made, sizeof made);
        if (!given)
            wanted->key = made;
        wanted->row.position = list.n ? ((const struct member *)list.v)[list.n - 1].row.position + 1 : 0;
        status = tree_put(db, &member_entity, &place, NULL, wanted, err);
        wanted->key = given;
    }
    arena_release(&arena);
    return status;
}

enum status member_save(struct db *db, const struct stamp *stamp, int64_t committee_id,
                        const struct member *old, struct member *wanted, struct err *err)
{
    const struct tree_place place = {
        .owner = "committee", .owner_id = committee_id, .field = "", .committee = committee_id};
    enum status status = write_begin(db, stamp, err);
    bool used = false;

    if (status)
        return status;
    if (!old) {
        status = add_member(db, committee_id, wanted, err);
    } else if (wanted) {
        wanted->row.position = old->row.position;
        status = tree_put(db, &member_entity, &place, old, wanted, err);
    } else {
        status = member_used(db, committee_id, old->key, &used, err);
        if (!status && used)
            status = err_set(err, STATUS_NO, CODE_MEMBER_IN_USE, NULL, old->surname, old->given);
        if (!status)
            status = tree_put(db, &member_entity, &place, old, NULL, err);
    }
    return write_end(db, status, err);
}

enum status members_add(struct db *db, const struct stamp *stamp, int64_t committee_id, struct members *added,
                        struct err *err)
{
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    for (size_t i = 0; i < added->n && !status; i++)
        status = add_member(db, committee_id, &added->v[i], err);
    return write_end(db, status, err);
}

enum status member_move(struct db *db, const struct stamp *stamp, int64_t committee_id,
                        const struct members *members, size_t at, int by, struct err *err)
{
    const struct tree_place place = {
        .owner = "committee", .owner_id = committee_id, .field = "", .committee = committee_id};
    const struct list list = AS_LIST(*members);
    const size_t to = by < 0 ? at - 1 : at + 1;
    enum status status;

    if (at >= list.n || to >= list.n)
        return err_set(err, STATUS_NO, CODE_NONE, NULL, NULL, NULL);
    status = write_begin(db, stamp, err);
    if (status)
        return status;
    return write_end(
        db, change_list(db, &place, &member_entity, list, list_moved(&member_entity, list, at, to), err),
        err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the journal's tables.
 */
#include "core/journal/history.h"

#include <string.h>

/* ---- taking rows over ---------------------------------------------------------------------------- */

/* Column N as a text in ARENA; FALLBACK for null. false: out of memory. */
static bool take(struct stmt *stmt, int n, const char *fallback, struct arena *arena, const char **out)
{
    const char *text = stmt_column_text(stmt, n);

    *out = text ? arena_text(arena, text, strlen(text)) : fallback;
    return *out || !text;
}

/* One growing list in ARENA: room for one more element of SIZE, copied when it is full. */
static void *next_row(struct arena *arena, void *v, size_t n, size_t *room, size_t size)
{
    void *more;

    if (n < *room)
        return v;
    *room = *room ? *room * 2 : 32;
    more = arena_take(arena, *room * size);
    if (more && n)
        memcpy(more, v, n * size);
    return more;
}

static bool take_set(struct stmt *stmt, struct arena *arena, struct history_set *set)
{
    set->id = stmt_column_int(stmt, 0);
    set->first = stmt_column_int(stmt, 4);
    set->changes = stmt_column_int(stmt, 5);
    set->sealed = stmt_column_int(stmt, 6) != 0;
    return take(stmt, 1, "", arena, &set->who) && take(stmt, 2, "", arena, &set->at) &&
           take(stmt, 3, "", arena, &set->label);
}

/* ---- change sets --------------------------------------------------------------------------------- */

/* Rows of a meeting: every row is journalled with its meeting_id when it is added, and with what it belonged
 * to when it goes. A tracked decision's round names the meeting by its key; its texts are found while they
 * are there. */
#define OF_MEETING                                                                                   \
    " AND (c.tbl, c.row_id) IN ("                                                                    \
    "SELECT 'meeting', $1"                                                                           \
    " UNION SELECT tbl, row_id FROM change WHERE col = 'meeting_id' AND coalesce(new, old) = $1"     \
    " UNION SELECT 'version', id FROM version WHERE meeting = $1"                                    \
    " UNION SELECT 'amendment', id FROM amendment WHERE meeting = $1"                                \
    " UNION SELECT tbl, row_id FROM change WHERE tbl IN ('publication', 'publication_choice')"       \
    " AND col = 'meeting' AND coalesce(new, old) = $1"                                               \
    " UNION SELECT 'round', r.id FROM round r JOIN meeting m ON m.committee_id = r.committee_id"     \
    " AND m.key = r.meeting WHERE m.id = $1"                                                         \
    " UNION SELECT 'node', n.id FROM node n JOIN round r ON n.owner = 'round' AND n.owner_id = r.id" \
    " JOIN meeting m ON m.committee_id = r.committee_id AND m.key = r.meeting WHERE m.id = $1)"

/* Entries are grouped by their change set, another tool's by their moment. */
#define SETS(where)                                                                                       \
    "SELECT coalesce(c.change_set_id, 0), s.who, coalesce(s.at, c.at), s.label, min(c.id), count(*),"     \
    " seal.change_set_id IS NOT NULL FROM change c LEFT JOIN change_set s ON s.id = c.change_set_id"      \
    " LEFT JOIN seal ON seal.change_set_id = c.change_set_id WHERE " where                                \
    " GROUP BY c.change_set_id, CASE WHEN c.change_set_id IS NULL THEN c.at END ORDER BY min(c.id) DESC " \
    "LIMIT $3"

enum status history_load(struct db *db, int64_t meeting_id, int64_t before, int limit, struct arena *arena,
                         struct history *out, struct err *err)
{
    struct stmt *stmt;
    size_t room = 0;
    enum status status = stmt_begin(
        db, &stmt, meeting_id ? SETS("($2 = 0 OR c.id < $2)" OF_MEETING) : SETS("($2 = 0 OR c.id < $2)"),
        err);

    *out = (struct history){NULL, 0};
    if (status)
        return status;
    if (meeting_id)
        stmt_int(stmt, 1, meeting_id);
    stmt_int(stmt, 2, before);
    stmt_int(stmt, 3, limit);
    while ((status = stmt_step(stmt, err)) == STATUS_OK) {
        out->v = next_row(arena, out->v, out->n, &room, sizeof *out->v);
        if (!out->v || !take_set(stmt, arena, &out->v[out->n++])) {
            status = err_memory(err);
            break;
        }
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status history_find(struct db *db, int64_t change_set_id, struct arena *arena, struct history_set *out,
                         struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt, SETS("c.change_set_id = $2"), err);

    if (status)
        return status;
    stmt_int(stmt, 2, change_set_id);
    stmt_int(stmt, 3, 1);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK && !take_set(stmt, arena, out))
        status = err_memory(err);
    else if (status == STATUS_NO)
        status = err_set(err, STATUS_MISSING, CODE_UNDO_NOTHING, NULL, NULL, NULL);
    stmt_done(stmt);
    return status;
}

/* ---- what one changed ---------------------------------------------------------------------------- */

static bool take_change(struct stmt *stmt, struct arena *arena, struct history_change *change)
{
    change->row = stmt_column_int(stmt, 1);
    return take(stmt, 0, "", arena, &change->table) && take(stmt, 2, "", arena, &change->op) &&
           take(stmt, 3, "", arena, &change->column) && take(stmt, 4, NULL, arena, &change->before) &&
           take(stmt, 5, NULL, arena, &change->after);
}

enum status history_changes(struct db *db, const struct history_set *set, struct arena *arena,
                            struct history_changes *out, struct err *err)
{
    struct stmt *stmt;
    size_t room = 0;
    enum status status = stmt_begin(db, &stmt,
                                    set->id ? "SELECT tbl, row_id, op, col, old, new FROM change"
                                              " WHERE change_set_id = $1 ORDER BY id"
                                            : "SELECT tbl, row_id, op, col, old, new FROM change"
                                              " WHERE change_set_id IS NULL AND at = $2 ORDER BY id",
                                    err);

    *out = (struct history_changes){NULL, 0};
    if (status)
        return status;
    if (set->id)
        stmt_int(stmt, 1, set->id);
    else
        stmt_text(stmt, 2, set->at);
    while ((status = stmt_step(stmt, err)) == STATUS_OK) {
        out->v = next_row(arena, out->v, out->n, &room, sizeof *out->v);
        if (!out->v || !take_change(stmt, arena, &out->v[out->n++])) {
            status = err_memory(err);
            break;
        }
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

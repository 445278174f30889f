/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a change set backwards, event by event. The statements are put together from the schema's own names;
 * values go from the journal to the table inside SQLite and keep their types.
 */
#include "db/undo.h"

#include "core/base/arena.h"
#include "db/handle.h"

#include <string.h>

/* What one statement did to one row. */
struct event {
    int64_t seq, row_id;
    const char *table, *op;
};

struct undo {
    struct db *db;
    int64_t change_set;
    struct arena arena;
    struct event *events; /* the last first */
    size_t n;
    struct str sql;
};

/* ---- what was done ------------------------------------------------------------------------------ */

static enum status count_events(struct undo *u, size_t *n, struct err *err)
{
    struct stmt *stmt;
    enum status status =
        stmt_begin(u->db, &stmt, "SELECT count(DISTINCT seq) FROM change WHERE change_set_id = $1", err);

    if (status)
        return status;
    stmt_int(stmt, 1, u->change_set);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        *n = (size_t)stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return status;
}

static enum status load_events(struct undo *u, struct err *err)
{
    struct stmt *stmt;
    size_t room = 0;
    enum status status = count_events(u, &room, err);

    if (status)
        return status;
    if (!room)
        return err_set(err, STATUS_MISSING, CODE_UNDO_NOTHING, NULL, NULL, NULL);
    u->events = arena_take(&u->arena, room * sizeof *u->events);
    if (!u->events)
        return err_memory(err);
    status = stmt_begin(u->db, &stmt,
                        "SELECT DISTINCT seq, tbl, row_id, op FROM change WHERE change_set_id = $1"
                        " ORDER BY seq DESC",
                        err);
    if (status)
        return status;
    stmt_int(stmt, 1, u->change_set);
    while ((status = stmt_step(stmt, err)) == STATUS_OK && u->n < room) {
        struct event *e = &u->events[u->n++];
        const char *table = stmt_column_text(stmt, 1), *op = stmt_column_text(stmt, 3);

        e->seq = stmt_column_int(stmt, 0);
        e->row_id = stmt_column_int(stmt, 2);
        e->table = arena_text(&u->arena, table, strlen(table));
        e->op = arena_text(&u->arena, op, strlen(op));
        if (!e->table || !e->op) {
            status = err_memory(err);
            break;
        }
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

/* ---- who is in the way -------------------------------------------------------------------------- */

/* The latest change of the row by another change set since. */
static enum status refuse(struct undo *u, const char *table, int64_t row_id, struct err *err)
{
    struct stmt *stmt;
    enum status status =
        stmt_begin(u->db, &stmt,
                   "SELECT s.who, s.label FROM change c LEFT JOIN change_set s ON s.id = c.change_set_id"
                   " WHERE c.tbl = $1 AND c.row_id = $2 AND c.id >"
                   " (SELECT max(id) FROM change WHERE change_set_id = $3)"
                   " AND c.change_set_id IS NOT (SELECT change_set_id FROM context)"
                   " ORDER BY c.id DESC LIMIT 1",
                   err);

    if (status)
        return status;
    stmt_text(stmt, 1, table);
    stmt_int(stmt, 2, row_id);
    stmt_int(stmt, 3, u->change_set);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK || status == STATUS_NO)
        status = err_set(err, STATUS_NO, CODE_UNDO_BUILT_UPON, NULL,
                         status == STATUS_OK ? stmt_column_text(stmt, 0) : NULL,
                         status == STATUS_OK ? stmt_column_text(stmt, 1) : NULL);
    stmt_done(stmt);
    return status;
}

/* ---- one event back ----------------------------------------------------------------------------- */

/* Append what sqlite3_mprintf makes of FORMAT for each column of the event, SEPARATOR between them. COLUMNS
 * gives a column's name and the id of its row in `change`, 0 where the journal has none. */
static enum status add_columns(struct undo *u, const struct event *e, const char *columns, const char *format,
                               const char *separator, struct err *err)
{
    struct stmt *stmt;
    const char *between = "";
    enum status status = stmt_begin(u->db, &stmt, columns, err);

    if (status)
        return status;
    stmt_int(stmt, 1, u->change_set);
    stmt_int(stmt, 2, e->seq);
    stmt_text(stmt, 3, e->table);
    while ((status = stmt_step(stmt, err)) == STATUS_OK) {
        char *text = sqlite3_mprintf(format, stmt_column_text(stmt, 0), stmt_column_int(stmt, 1));

        if (!text) {
            status = err_memory(err);
            break;
        }
        str_add(&u->sql, between);
        str_add(&u->sql, text);
        sqlite3_free(text);
        between = separator;
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

/* Those that were changed, and all that the table has but ver. */
static const char changed_columns[] =
    "SELECT col, id FROM change WHERE change_set_id = $1 AND seq = $2 AND tbl = $3 ORDER BY id";
static const char all_columns[] =
    "SELECT x.name, coalesce(c.id, 0) FROM pragma_table_xinfo($3) x LEFT JOIN change c"
    " ON c.change_set_id = $1 AND c.seq = $2 AND c.col = x.name WHERE x.hidden = 0 AND x.name <> 'ver'"
    " ORDER BY x.cid";

static void add_table(struct str *sql, const char *format, const char *table)
{
    char *text = sqlite3_mprintf(format, table);

    if (!text)
        sql->failed = true;
    str_add(sql, text);
    sqlite3_free(text);
}

static bool has_ver(struct undo *u, const char *table)
{
    struct stmt *stmt;
    bool has = false;

    if (stmt_begin(u->db, &stmt, "SELECT 1 FROM pragma_table_xinfo($1) WHERE name = 'ver'", NULL))
        return false;
    stmt_text(stmt, 1, table);
    has = stmt_step(stmt, NULL) == STATUS_OK;
    stmt_done(stmt);
    return has;
}

static enum status build_update(struct undo *u, const struct event *e, struct err *err)
{
    enum status status;

    add_table(&u->sql, "UPDATE \"%w\" SET ", e->table);
    status =
        add_columns(u, e, changed_columns, "\"%w\" = (SELECT old FROM change WHERE id = %lld)", ", ", err);
    str_printf(&u->sql, "%s WHERE id = %lld AND ", has_ver(u, e->table) ? ", ver = ver + 1" : "",
               (long long)e->row_id);
    return status ? status
                  : add_columns(u, e, changed_columns, "\"%w\" IS (SELECT new FROM change WHERE id = %lld)",
                                " AND ", err);
}

static enum status build_delete(struct undo *u, const struct event *e, struct err *err)
{
    add_table(&u->sql, "DELETE FROM \"%w\" WHERE ", e->table);
    return add_columns(u, e, all_columns, "\"%w\" IS (SELECT new FROM change WHERE id = %lld)", " AND ", err);
}

/* Its ver is one that the row has never had: who still holds the row as it was meets a conflict. */
static enum status build_insert(struct undo *u, const struct event *e, struct err *err)
{
    bool ver = has_ver(u, e->table);
    enum status status;

    add_table(&u->sql, "INSERT INTO \"%w\" (", e->table);
    status = add_columns(u, e, changed_columns, "\"%w\"", ", ", err);
    str_add(&u->sql, ver ? ", ver) SELECT " : ") SELECT ");
    if (!status)
        status =
            add_columns(u, e, changed_columns, "%.0s(SELECT old FROM change WHERE id = %lld)", ", ", err);
    str_add(&u->sql, ver ? ", (SELECT max(id) FROM change)" : "");
    return status;
}

static enum status take_back(struct undo *u, const struct event *e, struct err *err)
{
    struct err why = {0};
    enum status status;

    str_clear(&u->sql);
    status = text_same(e->op, "insert")   ? build_delete(u, e, err)
             : text_same(e->op, "delete") ? build_insert(u, e, err)
                                          : build_update(u, e, err);
    if (status)
        return status;
    if (str_failed(&u->sql))
        return err_memory(err);
    status = db_run(u->db, u->sql.text, &why);
    if (status == STATUS_OK && sqlite3_changes(u->db->sqlite) == 1)
        return STATUS_OK;
    if (status == STATUS_OK || (why.code == CODE_DB_SQL && (why.os_error & 0xff) == SQLITE_CONSTRAINT))
        return refuse(u, e->table, e->row_id, err);
    if (err)
        *err = why;
    return status;
}

/* ---- what belongs to rows that go away ---------------------------------------------------------- */

/* Rows name their owner by `owner` and `owner_id` where several tables may own them, and no foreign key
 * guards that. */
static enum status find_child(struct undo *u, const struct event *e, const char *sql, int64_t *child,
                              struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(u->db, &stmt, sql, err);

    *child = 0;
    if (status)
        return status;
    stmt_text(stmt, 1, e->table);
    stmt_int(stmt, 2, e->row_id);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        *child = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

static enum status check_children(struct undo *u, const struct event *e, struct err *err)
{
    struct stmt *tables;
    enum status status = stmt_begin(
        u->db, &tables,
        "SELECT format('SELECT id FROM \"%w\" WHERE owner = $1 AND owner_id = $2 LIMIT 1', t.name),"
        " t.name FROM pragma_table_list t, pragma_table_xinfo(t.name) x"
        " WHERE t.schema = 'main' AND t.type = 'table' AND x.name = 'owner_id'",
        err);

    if (status)
        return status;
    while ((status = stmt_step(tables, err)) == STATUS_OK) {
        int64_t child;

        status = find_child(u, e, stmt_column_text(tables, 0), &child, err);
        if (!status && child)
            status = refuse(u, stmt_column_text(tables, 1), child, err);
        if (status) {
            stmt_done(tables);
            return status;
        }
    }
    stmt_done(tables);
    return status == STATUS_NO ? STATUS_OK : status;
}

static enum status take_all_back(struct undo *u, struct err *err)
{
    enum status status = load_events(u, err);

    for (size_t i = 0; i < u->n && !status; i++)
        status = take_back(u, &u->events[i], err);
    for (size_t i = 0; i < u->n && !status; i++)
        if (text_same(u->events[i].op, "insert"))
            status = check_children(u, &u->events[i], err);
    return status;
}

enum status undo_change_set(struct db *db, const struct stamp *stamp, int64_t change_set_id, struct err *err)
{
    struct undo u = {.db = db, .change_set = change_set_id, .arena = ARENA_INIT, .sql = STR_INIT};
    struct err why = {0};
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    status = write_end(db, take_all_back(&u, &why), &why);
    /* a key that other rows refer to now is only found when all is committed */
    if (status && why.code == CODE_DB_SQL && (why.os_error & 0xff) == SQLITE_CONSTRAINT)
        status = err_set(&why, STATUS_NO, CODE_UNDO_BUILT_UPON, NULL, NULL, NULL);
    if (status && err)
        *err = why;
    arena_release(&u.arena);
    str_release(&u.sql);
    return status;
}

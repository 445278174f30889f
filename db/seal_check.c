/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going through the chain again: seals, holes, changes made with another tool, and whether the tables hold
 * what the journal says. Whoever took the triggers away to change something is found here.
 */
#include "db/handle.h"
#include "db/journal.h"
#include "db/seal_parts.h"

#include <stdio.h>
#include <string.h>

struct check {
    struct db *db;
    seal_finding *found;
    void *context;
    struct err *err;
};

/* Every change set in order; each is computed on the seal that is stored before it, so that one that was
 * changed is named and not all that follow. */
static enum status check_chain(const struct check *c)
{
    char before[SHA256_TEXT] = "", computed[SHA256_TEXT];
    struct stmt *sets;
    enum status status = stmt_begin(c->db, &sets,
                                    "SELECT s.id, s.at, seal.sha256 FROM change_set s"
                                    " LEFT JOIN seal ON seal.change_set_id = s.id ORDER BY s.id",
                                    c->err);

    if (status)
        return status;
    while ((status = stmt_step(sets, c->err)) == STATUS_OK) {
        const int64_t id = stmt_column_int(sets, 0);
        const char *at = stmt_column_text(sets, 1), *sha = stmt_column_text(sets, 2);

        if (!sha) {
            c->found(c->context, SEAL_MISSING, id, "", at);
            continue;
        }
        status = seal_compute(c->db, id, before, computed, c->err);
        if (status)
            break;
        if (!text_same(sha, computed))
            c->found(c->context, SEAL_BROKEN, id, "", at);
        (void)snprintf(before, sizeof before, "%s", sha);
    }
    stmt_done(sets);
    return status == STATUS_NO ? STATUS_OK : status;
}

/* SQL gives id, text, time of each finding. */
static enum status check_rows(const struct check *c, enum seal_wrong wrong, const char *sql)
{
    struct stmt *rows;
    enum status status = stmt_begin(c->db, &rows, sql, c->err);

    if (status)
        return status;
    while ((status = stmt_step(rows, c->err)) == STATUS_OK)
        c->found(c->context, wrong, stmt_column_int(rows, 0), stmt_column_text(rows, 1),
                 stmt_column_text(rows, 2));
    stmt_done(rows);
    return status == STATUS_NO ? STATUS_OK : status;
}

/* Ids are never reused and a write that is taken back leaves no hole: a hole was cut. The end is known from
 * where the counting stands. */
static const char holes[] =
    "SELECT before + 1, '', '' FROM (SELECT id, lag(id, 1, 0) OVER (ORDER BY id) AS before FROM change)"
    " WHERE id <> before + 1"
    " UNION ALL SELECT seq, '', '' FROM sqlite_sequence"
    " WHERE name = 'change' AND seq > (SELECT coalesce(max(id), 0) FROM change)";

static const char unsealed[] = "SELECT count(*), tbl, min(at) FROM change WHERE change_set_id IS NULL"
                               " GROUP BY tbl ORDER BY tbl";

/* Rows of TABLE whose COLUMN is not what the journal says last. The row of `change` with the highest id is
 * the one whose columns SQLite gives beside max(). */
static enum status check_column(const struct check *c, const char *table, const char *column)
{
    char *sql = sqlite3_mprintf(
        "SELECT t.id, '%q.%q', '' FROM \"%w\" t LEFT JOIN"
        " (SELECT row_id, new, max(id) FROM change WHERE tbl = '%q' AND col = '%q' GROUP BY row_id) c"
        " ON c.row_id = t.id WHERE c.new IS NOT t.\"%w\"",
        table, column, table, table, column, column);
    enum status status;

    if (!sql)
        return err_memory(c->err);
    status = check_rows(c, SEAL_REPLAY, sql);
    sqlite3_free(sql);
    return status;
}

/* Rows that the journal still has and TABLE has not. */
static enum status check_gone(const struct check *c, const char *table)
{
    char *sql = sqlite3_mprintf("SELECT row_id, '%q', '' FROM (SELECT row_id, new, max(id) FROM change"
                                " WHERE tbl = '%q' AND col = 'id' GROUP BY row_id) c"
                                " WHERE new IS NOT NULL AND row_id NOT IN (SELECT id FROM \"%w\")",
                                table, table, table);
    enum status status;

    if (!sql)
        return err_memory(c->err);
    status = check_rows(c, SEAL_REPLAY, sql);
    sqlite3_free(sql);
    return status;
}

static enum status check_replay(const struct check *c)
{
    struct stmt *columns;
    enum status status =
        stmt_begin(c->db, &columns,
                   "SELECT t.name, x.name FROM pragma_table_list t, pragma_table_xinfo(t.name) x"
                   " WHERE t.schema = 'main' AND t.type = 'table' AND x.hidden = 0"
                   " AND x.name <> 'ver' ORDER BY t.name, x.cid",
                   c->err);

    if (status)
        return status;
    while ((status = stmt_step(columns, c->err)) == STATUS_OK) {
        const char *table = stmt_column_text(columns, 0), *column = stmt_column_text(columns, 1);

        if (journal_skips(table))
            continue;
        status = text_same(column, "id") ? check_gone(c, table) : STATUS_OK;
        if (!status)
            status = check_column(c, table, column);
        if (status)
            break;
    }
    stmt_done(columns);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status seal_check(struct db *db, seal_finding *found, void *context, struct err *err)
{
    const struct check c = {.db = db, .found = found, .context = context, .err = err};
    enum status status = read_begin(db, err);

    if (status)
        return status;
    status = check_chain(&c);
    if (!status)
        status = check_rows(&c, SEAL_HOLE, holes);
    if (!status)
        status = check_rows(&c, SEAL_UNSEALED, unsealed);
    if (!status)
        status = check_replay(&c);
    read_end(db);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the triggers that write the journal. Their text is put together from the schema's own names,
 * quoted by SQLite; no value ever gets into it.
 */
#include "db/journal.h"

#include "db/handle.h"

#include <string.h>

bool journal_skips(const char *table)
{
    static const char *const own[] = {"setting", "context", "change_set", "change", "seal", "draft_stored"};

    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (text_same(table, own[i]))
            return true;
    return strncmp(table, "sqlite_", 7) == 0;
}

/* Append what sqlite3_mprintf makes of FORMAT and up to three names (%w quotes one for SQL). */
static bool add_names(struct str *out, const char *format, const char *a, const char *b, const char *c)
{
    char *text = sqlite3_mprintf(format, a, b, c);

    if (!text)
        return false;
    str_add(out, text);
    sqlite3_free(text);
    return !str_failed(out);
}

/* What differs between the three triggers of a table. */
struct event {
    const char *op;
    const char *row;     /* which image of the row has the id */
    const char *differs; /* of a column, for WHEN; NULL = always */
    const char *images;  /* the last two columns of `change` */
    const char *nothing; /* a row that gives `column` its names and is not written */
    const char *column;
    const char *kept; /* which of the columns are written */
};
static const struct event events[] = {
    {"insert", "NEW", NULL, "NULL, new", "NULL AS col, NULL AS new", "'%q', NEW.\"%w\"", "new IS NOT NULL"},
    {"update", "OLD", "OLD.\"%w\" IS NOT NEW.\"%w\"", "old, new", "NULL AS col, NULL AS old, NULL AS new",
     "'%q', OLD.\"%w\", NEW.\"%w\"", "old IS NOT new"},
    {"delete", "OLD", NULL, "old, NULL", "NULL AS col, NULL AS old", "'%q', OLD.\"%w\"", "old IS NOT NULL"},
};

/* Append FORMAT for each journalled column of TABLE, SEPARATOR between them. */
static enum status add_columns(struct db *db, struct str *out, const char *table, const char *format,
                               const char *separator, struct err *err)
{
    struct stmt *columns = NULL;
    const char *between = "";
    enum status status = stmt_begin(db, &columns,
                                    "SELECT name FROM pragma_table_xinfo($1)"
                                    " WHERE hidden = 0 AND name <> 'ver' ORDER BY cid",
                                    err);

    if (status != STATUS_OK)
        return status;
    stmt_text(columns, 1, table);
    while ((status = stmt_step(columns, err)) == STATUS_OK) {
        const char *name = stmt_column_text(columns, 0);

        str_add(out, between);
        if (!add_names(out, format, name, name, name)) {
            status = err_memory(err);
            break;
        }
        between = separator;
    }
    stmt_done(columns);
    return status == STATUS_NO ? STATUS_OK : status;
}

/* One trigger's SQL:
 *   CREATE TRIGGER journal_item_update AFTER UPDATE ON item WHEN OLD.title IS NOT NEW.title OR ...
 *   BEGIN
 *     UPDATE context SET seq = seq + 1;
 *     INSERT INTO change (...) SELECT change_set_id, seq, ..., col, old, new FROM context,
 *       (VALUES ('title', OLD.title, NEW.title), ...) WHERE old IS NOT new;
 *   END
 * VALUES has no names for its columns, so that a SELECT of nothing goes before it. */
static enum status add_trigger(struct db *db, struct str *sql, const char *table, const struct event *event,
                               struct err *err)
{
    enum status status = STATUS_OK;

    if (!add_names(sql, "CREATE TRIGGER \"journal_%w_%s\" AFTER %s", table, event->op, event->op) ||
        !add_names(sql, " ON \"%w\"", table, NULL, NULL))
        return err_memory(err);
    if (event->differs) {
        str_add(sql, " WHEN ");
        status = add_columns(db, sql, table, event->differs, " OR ", err);
        if (status != STATUS_OK)
            return status;
    }
    str_add(sql, " BEGIN UPDATE context SET seq = seq + 1;"
                 " INSERT INTO change (change_set_id, seq, at, tbl, row_id, op, col, old, new)");
    if (!add_names(sql, " SELECT change_set_id, seq, other_at, '%q', %s.id, '%s', col, ", table, event->row,
                   event->op))
        return err_memory(err);
    str_printf(sql, "%s FROM context, (SELECT %s UNION ALL VALUES (", event->images, event->nothing);
    status = add_columns(db, sql, table, event->column, "), (", err);
    str_printf(sql, ")) WHERE %s; END;\n", event->kept);
    return status;
}

enum status journal_remove(struct db *db, struct err *err)
{
    struct str sql = STR_INIT;
    struct stmt *triggers = NULL;
    enum status status =
        stmt_begin(db, &triggers,
                   "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*'", err);

    if (status != STATUS_OK)
        goto out;
    while ((status = stmt_step(triggers, err)) == STATUS_OK)
        if (!add_names(&sql, "DROP TRIGGER \"%w\";\n", stmt_column_text(triggers, 0), NULL, NULL)) {
            status = err_memory(err);
            goto out;
        }
    if (status != STATUS_NO)
        goto out;
    stmt_done(triggers);
    triggers = NULL;
    status = db_run(db, sql.text, err);
out:
    stmt_done(triggers);
    str_release(&sql);
    return status;
}

enum status journal_install(struct db *db, struct err *err)
{
    struct str sql = STR_INIT;
    struct stmt *tables = NULL;
    enum status status = journal_remove(db, err);

    if (status == STATUS_OK)
        status = stmt_begin(
            db, &tables,
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name", err);
    if (status != STATUS_OK)
        goto out;
    while ((status = stmt_step(tables, err)) == STATUS_OK) {
        const char *table = stmt_column_text(tables, 0);

        for (size_t i = 0; i < sizeof events / sizeof events[0] && !journal_skips(table); i++) {
            status = add_trigger(db, &sql, table, &events[i], err);
            if (status != STATUS_OK)
                goto out;
        }
    }
    if (status != STATUS_NO)
        goto out;
    stmt_done(tables);
    tables = NULL;
    status = str_failed(&sql) ? err_memory(err) : db_run(db, sql.text, err);
out:
    stmt_done(tables);
    str_release(&sql);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the triggers. Their text is put together from the schema's own names, quoted by SQLite.
 */
#include "db/freeze.h"

#include "db/handle.h"

/* The first column of every row of SELECT is SQL to be run. */
static enum status run_made(struct db *db, const char *select, struct err *err)
{
    struct str sql = STR_INIT;
    struct stmt *made = NULL;
    enum status status = stmt_begin(db, &made, select, err);

    if (status)
        return status;
    while ((status = stmt_step(made, err)) == STATUS_OK)
        str_add(&sql, stmt_column_text(made, 0));
    stmt_done(made);
    if (status == STATUS_NO)
        status = str_failed(&sql) ? err_memory(err) : db_run(db, sql.text, err);
    str_release(&sql);
    return status;
}

enum status freeze_remove(struct db *db, struct err *err)
{
    return run_made(db,
                    "SELECT format('DROP TRIGGER \"%w\";', name) FROM sqlite_schema"
                    " WHERE type = 'trigger' AND name GLOB 'freeze_*'",
                    err);
}

/* An update is refused for the meeting the row belongs to and for the one it would be moved to. */
enum status freeze_install(struct db *db, struct err *err)
{
    enum status status = freeze_remove(db, err);

    if (status)
        return status;
    return run_made(
        db,
        "SELECT format('CREATE TRIGGER \"freeze_%w_%s\" BEFORE %s ON \"%w\" WHEN EXISTS"
        " (SELECT 1 FROM frozen_meeting f WHERE f.meeting_id IN (%s))"
        " BEGIN SELECT RAISE(ABORT, ''the meeting is confirmed''); END;', t.name, e.op, e.op, t.name, e.ids)"
        " FROM pragma_table_list t, pragma_table_xinfo(t.name) x,"
        " (SELECT 'insert' AS op, 'NEW.meeting_id' AS ids"
        "  UNION ALL VALUES ('update', 'OLD.meeting_id, NEW.meeting_id'), ('delete', 'OLD.meeting_id')) e"
        " WHERE t.schema = 'main' AND t.type = 'table' AND x.name = 'meeting_id'"
        " AND EXISTS (SELECT 1 FROM sqlite_schema v WHERE v.type = 'view' AND v.name = 'frozen_meeting')"
        " AND NOT EXISTS (SELECT 1 FROM sqlite_schema s"
        "  WHERE s.type = 'trigger' AND s.name = format('frozen_%s_%s', t.name, e.op))"
        " ORDER BY t.name, e.op",
        err);
}

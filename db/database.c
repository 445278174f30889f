/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be asked of an open database: its identity, its settings, its soundness, and whether
 * somebody else has changed it.
 */
#include "db/handle.h"
#include "db/migrate.h"

void db_one_thread(void)
{
    /* refused only where SQLite runs already; it is right then as well, and slower */
    (void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

const char *db_path(const struct db *db)
{
    return db->path;
}

const char *db_uuid(const struct db *db)
{
    return db->uuid;
}

int db_schema_version(void)
{
    return migrations[n_migrations - 1].version;
}

bool db_moved(struct db *db)
{
    int moved = 0;

    /* a file system that cannot say so says nothing */
    return sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

void db_wait(struct db *db, int milliseconds)
{
    db->wait_ms = milliseconds;
    (void)sqlite3_busy_timeout(db->sqlite, milliseconds); /* only sets a number */
}

bool db_changed_outside(struct db *db)
{
    struct stmt *stmt;
    int64_t version = db->data_version;

    if (stmt_begin(db, &stmt, "PRAGMA data_version", NULL) != STATUS_OK)
        return false;
    /* busy: somebody is writing just now, and the next call will see it */
    if (stmt_step(stmt, NULL) == STATUS_OK)
        version = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    if (version == db->data_version)
        return false;
    db->data_version = version;
    return true;
}

enum status db_check(struct db *db, const char **out_text, struct err *err)
{
    struct str *finding = &db->finding;
    enum status status;

    *out_text = NULL;
    str_release(finding);
    status = sqlite_text(db->sqlite, db->path, "PRAGMA quick_check(1)", finding, err);
    if (status != STATUS_OK)
        return status;
    db->damaged = !text_same(finding->text, "ok");
    if (!db->damaged) {
        str_clear(finding);
        status = sqlite_text(db->sqlite, db->path,
                             "SELECT format('FOREIGN KEY %s %d %s', \"table\", rowid, parent)"
                             " FROM pragma_foreign_key_check LIMIT 1",
                             finding, err);
        if (status != STATUS_OK || !finding->len_bytes)
            return status;
    }
    for (size_t i = 0; i < finding->len_bytes; i++)
        if (finding->text[i] == '\n')
            finding->text[i] = ' '; /* SQLite's heading; one line is what is told */
    *out_text = finding->text;
    return err_set(err, STATUS_NO, CODE_DB_DAMAGED, db->path, finding->text, NULL);
}

enum status db_setting(struct db *db, const char *key, const char **out, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt, "SELECT value FROM setting WHERE key = $1", err);

    *out = NULL;
    if (status != STATUS_OK)
        return status;
    stmt_text(stmt, 1, key);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK) {
        str_release(&db->setting);
        str_add(&db->setting, stmt_column_text(stmt, 0));
        if (str_failed(&db->setting))
            status = err_memory(err);
        else
            *out = db->setting.text;
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status db_setting_put(struct db *db, const char *key, const char *value, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt,
                                    "INSERT INTO setting (key, value) VALUES ($1, $2)"
                                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                    err);

    if (status != STATUS_OK)
        return status;
    stmt_text(stmt, 1, key);
    stmt_text(stmt, 2, value);
    status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's calls with its errors turned into ours. Knows nothing of schemas and transactions.
 */
#include "db/handle.h"

#include <errno.h>
#include <string.h>

static bool disk_is_full(int os_error)
{
    return os_error == ENOSPC || os_error == EDQUOT || os_error == EFBIG;
}

/* The system's error behind SQLite's. SQLite 3.40 forgets it when a COMMIT fails; what the system
 * said last is then all there is. */
static int system_error(sqlite3 *sqlite)
{
    int last = errno, noted = sqlite ? sqlite3_system_errno(sqlite) : 0;

    return noted ? noted : last;
}

/* An I/O error: SQLite calls most full disks SQLITE_FULL, but not a quota, nor a full disk met by
 * anything but write(2). */
static enum status fail_io(sqlite3 *sqlite, const char *path, int rc, struct err *err)
{
    int os_error = system_error(sqlite);
    bool reading = rc == SQLITE_IOERR_READ || rc == SQLITE_IOERR_SHORT_READ;

    if (rc == SQLITE_IOERR_NOMEM || os_error == ENOMEM)
        return err_memory(err);
    if (disk_is_full(os_error))
        return err_set(err, STATUS_FULL, CODE_DB_FULL, path, NULL, NULL);
    return err_set(err, STATUS_STORAGE, reading ? CODE_FILE_READ : CODE_FILE_WRITE, path,
                   os_error ? strerror(os_error) : sqlite3_errstr(rc), NULL);
}

static enum status fail_open(sqlite3 *sqlite, const char *path, int rc, struct err *err)
{
    int os_error = system_error(sqlite);

    if (disk_is_full(os_error))
        return err_set(err, STATUS_FULL, CODE_DB_FULL, path, NULL, NULL);
    return err_set(err, STATUS_STORAGE, CODE_FILE_OPEN, path,
                   os_error ? strerror(os_error) : sqlite3_errstr(rc), NULL);
}

static enum status fail_as(sqlite3 *sqlite, const char *path, int rc, struct err *err)
{
    const char *text = sqlite ? sqlite3_errmsg(sqlite) : sqlite3_errstr(rc);

    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_set(err, STATUS_BUSY, CODE_DB_BUSY, path, NULL, NULL);
    case SQLITE_FULL:
        return err_set(err, STATUS_FULL, CODE_DB_FULL, path, NULL, NULL);
    case SQLITE_NOMEM:
        return err_memory(err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return err_set(err, STATUS_STORAGE, CODE_DB_READONLY, path, NULL, NULL);
    case SQLITE_CORRUPT:
        return err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, path, text, NULL);
    case SQLITE_NOTADB:
        return err_set(err, STATUS_STORAGE, CODE_DB_NOT_A_DB, path, NULL, NULL);
    case SQLITE_CANTOPEN:
        return fail_open(sqlite, path, rc, err);
    case SQLITE_IOERR:
        return fail_io(sqlite, path, rc, err);
    case SQLITE_CONSTRAINT:
        if (rc ==
            SQLITE_CONSTRAINT_TRIGGER) /* what the schema itself protects; NO would mean "no more rows" */
            return err_set(err, STATUS_BAD, CODE_DB_PROTECTED, path, text, NULL);
        return err_set(err, STATUS_STORAGE, CODE_DB_SQL, path, text, NULL);
    default:
        return err_set(err, STATUS_STORAGE, CODE_DB_SQL, path, text, NULL);
    }
}

enum status sqlite_fail(sqlite3 *sqlite, const char *path, int rc, struct err *err)
{
    enum status status = fail_as(sqlite, path, rc, err);

    if (err)
        err->os_error = rc;
    return status;
}

enum status sqlite_run(sqlite3 *sqlite, const char *path, const char *sql, struct err *err)
{
    int rc = sqlite3_exec(sqlite, sql, NULL, NULL, NULL);

    return rc == SQLITE_OK ? STATUS_OK : sqlite_fail(sqlite, path, rc, err);
}

enum status sqlite_text(sqlite3 *sqlite, const char *path, const char *sql, struct str *out, struct err *err)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL);

    if (rc == SQLITE_OK)
        rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW) {
        str_add(out, (const char *)sqlite3_column_text(stmt, 0));
        rc = SQLITE_DONE;
    }
    if (rc == SQLITE_DONE)
        rc = sqlite3_finalize(stmt);
    else
        (void)sqlite3_finalize(stmt); /* repeats the error of the step */
    if (rc != SQLITE_OK)
        return sqlite_fail(sqlite, path, rc, err);
    return str_failed(out) ? err_memory(err) : STATUS_OK;
}

enum status sqlite_int(sqlite3 *sqlite, const char *path, const char *sql, int64_t *out, struct err *err)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL);

    *out = 0;
    if (rc == SQLITE_OK)
        rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW) {
        *out = sqlite3_column_int64(stmt, 0);
        rc = SQLITE_DONE;
    }
    if (rc == SQLITE_DONE)
        rc = sqlite3_finalize(stmt);
    else
        (void)sqlite3_finalize(stmt);
    return rc == SQLITE_OK ? STATUS_OK : sqlite_fail(sqlite, path, rc, err);
}

/* A database file may come from anywhere: its schema gets no dangerous functions, and nothing
 * may write the schema table or load code. */
static int defend(sqlite3 *sqlite)
{
    static const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},     {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    int rc = sqlite3_extended_result_codes(sqlite, 1);

    for (size_t i = 0; rc == SQLITE_OK && i < sizeof options / sizeof options[0]; i++)
        rc = sqlite3_db_config(sqlite, options[i].option, options[i].value, NULL);
    return rc;
}

enum status sqlite_open(sqlite3 **out, const char *path, int flags, struct err *err)
{
    enum status status = STATUS_OK;
    struct str name = STR_INIT;
    sqlite3 *sqlite = NULL;
    int rc;

    /* "file:..." would be a URI and ":memory:" no file at all */
    if (path[0] != '/')
        str_add(&name, "./");
    str_add(&name, path);
    if (str_failed(&name)) {
        status = err_memory(err);
        goto out;
    }
    rc = sqlite3_open_v2(name.text, &sqlite, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);
    if (rc == SQLITE_OK)
        rc = defend(sqlite);
    if (rc != SQLITE_OK) {
        status = sqlite_fail(sqlite, path, sqlite ? sqlite3_extended_errcode(sqlite) : rc, err);
        goto out;
    }
    *out = sqlite;
    sqlite = NULL;
out:
    sqlite_shut(sqlite);
    str_release(&name);
    return status;
}

void sqlite_shut(sqlite3 *sqlite)
{
    /* close_v2 never leaves a handle behind, even when a statement was forgotten */
    (void)sqlite3_close_v2(sqlite);
}

enum status db_fail(struct db *db, int rc, struct err *err)
{
    return sqlite_fail(db->sqlite, db->path, rc, err);
}

enum status db_run(struct db *db, const char *sql, struct err *err)
{
    return sqlite_run(db->sqlite, db->path, sql, err);
}

enum status db_misuse(const struct db *db, const char *function, struct err *err)
{
    return err_set(err, STATUS_USAGE, CODE_DB_MISUSE, db->path, function, NULL);
}

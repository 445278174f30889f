/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This session's drafts. One connection alone ever has the file open, in WAL mode: a commit is one
 * write without a sync, which outlives the program though not a power cut; draft_sync adds that.
 */
#include "db/draft.h"

#include "db/draft_file.h"
#include "db/file.h"

#include <stdlib.h>
#include <string.h>

enum {
    CREATE_TRIES = 10,
    WAL_PAGES_AT_SYNC = 1000, /* when a sync moves the log into the file */
    WAL_PAGES_MAX = 16384,    /* when draft_put does it, because nobody ever syncs */
};

struct draft_file {
    sqlite3 *sqlite;
    sqlite3_stmt *put, *drop;
    char *path;
    char session[SESSION_BYTES];
    int64_t serial;
    bool unsynced;
    int wal_pages;
};

/* SQLite's wal hook: how long the log has become. */
static int note_pages(void *argument, sqlite3 *sqlite, const char *name, int pages)
{
    struct draft_file *file = argument;

    (void)sqlite;
    (void)name;
    file->wal_pages = pages;
    return SQLITE_OK;
}

static enum status make_tables(struct draft_file *file, struct err *err)
{
    struct str sql = STR_INIT;
    enum status status;

    str_printf(
        &sql,
        "BEGIN;"
        "CREATE TABLE draft (place TEXT PRIMARY KEY NOT NULL, serial INTEGER NOT NULL, at TEXT NOT NULL,"
        " cursor INTEGER NOT NULL, text BLOB NOT NULL) STRICT;"
        "CREATE TABLE sync (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;"
        "INSERT INTO sync VALUES (1, 0);"
        "PRAGMA application_id = %d;"
        "PRAGMA user_version = %d;"
        "COMMIT;"
        "PRAGMA synchronous = NORMAL",
        DRAFT_APPLICATION_ID, DRAFT_VERSION);
    status = str_failed(&sql) ? err_memory(err) : sqlite_run(file->sqlite, file->path, sql.text, err);
    str_release(&sql);
    return status;
}

static enum status prepare(struct draft_file *file, sqlite3_stmt **out, const char *sql, struct err *err)
{
    int rc = sqlite3_prepare_v3(file->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL);

    return rc == SQLITE_OK ? STATUS_OK : sqlite_fail(file->sqlite, file->path, rc, err);
}

/* A file that nobody has, under our lock. Somebody who looks for orphans may take it for one
 * between its making and its locking: then another is made. */
static enum status create(struct draft_file *file, const char *directory, const char *uuid, struct err *err)
{
    struct str path = STR_INIT;
    struct err why = {0};
    enum status status = STATUS_BUSY;

    for (int i = 0; i < CREATE_TRIES && (status == STATUS_BUSY || status == STATUS_NO); i++) {
        status = file_random_hex(file->session, (SESSION_BYTES - 1) / 2, &why);
        if (status != STATUS_OK)
            break;
        str_clear(&path);
        draft_add_path(&path, directory, uuid, file->session);
        status = str_failed(&path) ? err_memory(&why) : file_create(path.text, &why);
        if (status != STATUS_OK)
            break;
        status = draft_connect(&file->sqlite, path.text, &why);
    }
    if (status == STATUS_OK) {
        file->path = strdup(path.text);
        status = file->path ? STATUS_OK : err_memory(&why);
    }
    if (status != STATUS_OK && err)
        *err = why;
    str_release(&path);
    return status;
}

enum status draft_open(struct draft_file **out, const char *directory, const char *uuid, struct err *err)
{
    struct draft_file *file = NULL;
    enum status status = directory_make(directory, err);

    *out = NULL;
    if (status == STATUS_OK)
        status = file_check_local(directory, err);
    if (status != STATUS_OK)
        return status;
    file = calloc(1, sizeof *file);
    if (!file)
        return err_memory(err);
    status = create(file, directory, uuid, err);
    if (status == STATUS_OK)
        status = make_tables(file, err);
    if (status == STATUS_OK)
        status = prepare(file, &file->put,
                         "INSERT INTO draft (place, serial, at, cursor, text) VALUES (?1, ?2, ?3, ?4, ?5)"
                         " ON CONFLICT (place) DO UPDATE SET serial = excluded.serial, at = excluded.at,"
                         " cursor = excluded.cursor, text = excluded.text",
                         err);
    if (status == STATUS_OK)
        status = prepare(file, &file->drop, "DELETE FROM draft WHERE place = ?1", err);
    if (status != STATUS_OK) {
        draft_close(file);
        return status;
    }
    (void)sqlite3_wal_hook(file->sqlite, note_pages, file); /* returns the hook before, which is none */
    *out = file;
    return STATUS_OK;
}

void draft_close(struct draft_file *file)
{
    if (!file)
        return;
    (void)sqlite3_finalize(file->put); /* repeats an old error at most */
    (void)sqlite3_finalize(file->drop);
    if (file->path)
        (void)draft_disconnect(file->sqlite, file->path, NULL); /* what is left is found at the next start */
    else
        sqlite_shut(file->sqlite);
    free(file->path);
    free(file);
}

const char *draft_session(const struct draft_file *file)
{
    return file->session;
}

/* Run STMT, whose bindings went RC, to its end. */
static enum status run(struct draft_file *file, sqlite3_stmt *stmt, int rc, struct err *err)
{
    enum status status = STATUS_OK;

    if (rc == SQLITE_OK)
        rc = sqlite3_step(stmt);
    if (rc != SQLITE_DONE)
        status = sqlite_fail(file->sqlite, file->path, rc, err);
    (void)sqlite3_reset(stmt); /* repeats the error of the step */
    (void)sqlite3_clear_bindings(stmt);
    file->unsynced = true;
    return status;
}

enum status draft_put(struct draft_file *file, const char *place, const char *text, size_t len_bytes,
                      size_t cursor_bytes, const char *when, int64_t *serial, struct err *err)
{
    sqlite3_stmt *put = file->put;
    enum status status;
    int rc = sqlite3_bind_text(put, 1, place, -1, SQLITE_STATIC);

    if (rc == SQLITE_OK)
        rc = sqlite3_bind_int64(put, 2, file->serial + 1);
    if (rc == SQLITE_OK)
        rc = sqlite3_bind_text(put, 3, when, -1, SQLITE_STATIC);
    if (rc == SQLITE_OK)
        rc = sqlite3_bind_int64(put, 4, (int64_t)cursor_bytes);
    if (rc == SQLITE_OK)
        rc = sqlite3_bind_blob64(put, 5, len_bytes ? text : "", len_bytes, SQLITE_STATIC);
    status = run(file, put, rc, err);
    if (status == STATUS_OK)
        file->serial++;
    if (serial)
        *serial = file->serial;
    if (status == STATUS_OK && file->wal_pages > WAL_PAGES_MAX)
        status = draft_sync(file, err);
    return status;
}

enum status draft_sync(struct draft_file *file, struct err *err)
{
    enum status status, normal;
    int rc;

    if (!file->unsynced)
        return STATUS_OK;
    /* the sync of one commit carries all that went into the log before it */
    status = sqlite_run(file->sqlite, file->path,
                        "PRAGMA synchronous = EXTRA; UPDATE sync SET count = count + 1", err);
    normal =
        sqlite_run(file->sqlite, file->path, "PRAGMA synchronous = NORMAL", status == STATUS_OK ? err : NULL);
    if (status == STATUS_OK)
        status = normal;
    if (status != STATUS_OK)
        return status;
    file->unsynced = false;
    if (file->wal_pages > WAL_PAGES_AT_SYNC) {
        rc = sqlite3_wal_checkpoint_v2(file->sqlite, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
        if (rc != SQLITE_OK)
            return sqlite_fail(file->sqlite, file->path, rc, err);
        file->wal_pages = 0;
    }
    return STATUS_OK;
}

enum status draft_drop(struct draft_file *file, const char *place, struct err *err)
{
    return run(file, file->drop, sqlite3_bind_text(file->drop, 1, place, -1, SQLITE_STATIC), err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drafts of sessions that live no more: which there are, and which of them stand in the database
 * already. Knows nothing of what the texts are.
 */
#include "db/draft.h"
#include "db/draft_file.h"
#include "db/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- what stands in the database ------------------------------------------------------------------ */

enum status draft_mark_stored(struct db *db, const char *session, const char *place, int64_t serial,
                              struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt,
                                    "INSERT INTO draft_stored (session, place, serial) VALUES ($1, $2, $3)"
                                    " ON CONFLICT (session, place) DO UPDATE SET serial = excluded.serial"
                                    " WHERE draft_stored.serial < excluded.serial",
                                    err);

    if (status != STATUS_OK)
        return status;
    stmt_text(stmt, 1, session);
    stmt_text(stmt, 2, place);
    stmt_int(stmt, 3, serial);
    status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

/* STATUS_OK: the draft stands in the database; STATUS_NO: it does not. */
static enum status is_stored(struct db *db, const struct draft_orphan *orphan, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(
        db, &stmt, "SELECT 1 FROM draft_stored WHERE session = $1 AND place = $2 AND serial >= $3", err);

    if (status != STATUS_OK)
        return status;
    stmt_text(stmt, 1, orphan->session);
    stmt_text(stmt, 2, orphan->place);
    stmt_int(stmt, 3, orphan->serial);
    status = stmt_step(stmt, err);
    stmt_done(stmt);
    return status;
}

/* ---- one file --------------------------------------------------------------------------------------- */

struct orphans {
    struct draft_orphan *v;
    size_t n, room;
};

static void orphan_release(struct draft_orphan *orphan)
{
    free(orphan->session);
    free(orphan->place);
    free(orphan->text);
    free(orphan->at);
}

void draft_orphans_free(struct draft_orphan *orphans, size_t n)
{
    for (size_t i = 0; i < n; i++)
        orphan_release(&orphans[i]);
    free(orphans);
}

static enum status orphan_add(struct orphans *orphans, struct draft_orphan *orphan, struct err *err)
{
    size_t room = orphans->room ? orphans->room * 2 : 8;
    struct draft_orphan *v;

    if (orphans->n == orphans->room) {
        v = realloc(orphans->v, room * sizeof *v);
        if (!v)
            return err_memory(err);
        orphans->v = v;
        orphans->room = room;
    }
    orphans->v[orphans->n++] = *orphan;
    *orphan = (struct draft_orphan){0};
    return STATUS_OK;
}

/* The row that ROWS stands on, as a draft of SESSION. */
static enum status orphan_read(struct draft_orphan *orphan, sqlite3_stmt *rows, const char *session,
                               struct err *err)
{
    const char *place = (const char *)sqlite3_column_text(rows, 0);
    const char *at = (const char *)sqlite3_column_text(rows, 2);
    const void *text = sqlite3_column_blob(rows, 4);
    size_t len = (size_t)sqlite3_column_bytes(rows, 4);

    if (!place || !at || (!text && len))
        return err_memory(err);
    orphan->session = strdup(session);
    orphan->place = strdup(place);
    orphan->at = strdup(at);
    orphan->text = malloc(len + 1);
    if (!orphan->session || !orphan->place || !orphan->at || !orphan->text)
        return err_memory(err);
    if (len)
        memcpy(orphan->text, text, len);
    orphan->text[len] = '\0';
    orphan->len_bytes = len;
    orphan->serial = sqlite3_column_int64(rows, 1);
    orphan->cursor_bytes = (size_t)sqlite3_column_int64(rows, 3);
    if (orphan->cursor_bytes > len)
        orphan->cursor_bytes = len;
    return STATUS_OK;
}

static enum status delete_draft(sqlite3 *sqlite, const char *path, const char *place, int64_t serial,
                                struct err *err)
{
    sqlite3_stmt *stmt = NULL;
    int rc =
        sqlite3_prepare_v2(sqlite, "DELETE FROM draft WHERE place = ?1 AND serial <= ?2", -1, &stmt, NULL);

    if (rc == SQLITE_OK)
        rc = sqlite3_bind_text(stmt, 1, place, -1, SQLITE_STATIC);
    if (rc == SQLITE_OK)
        rc = sqlite3_bind_int64(stmt, 2, serial);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(stmt);
    (void)sqlite3_finalize(stmt); /* repeats the error of the step */
    return rc == SQLITE_DONE ? STATUS_OK : sqlite_fail(sqlite, path, rc, err);
}

/* One row: taken into ORPHANS, or deleted where the database has it. */
static enum status sort_out(struct db *db, struct orphans *orphans, sqlite3 *sqlite, sqlite3_stmt *rows,
                            const char *path, const char *session, struct err *err)
{
    struct draft_orphan orphan = {0};
    enum status status = orphan_read(&orphan, rows, session, err);

    if (status == STATUS_OK) {
        status = is_stored(db, &orphan, err);
        if (status == STATUS_OK)
            status = delete_draft(sqlite, path, orphan.place, orphan.serial, err);
        else if (status == STATUS_NO)
            status = orphan_add(orphans, &orphan, err);
    }
    orphan_release(&orphan);
    return status;
}

/* An empty file is what a session left that was killed at its very start: that has no rows. */
static enum status read_rows(struct db *db, struct orphans *orphans, sqlite3 *sqlite, const char *path,
                             const char *session, struct err *err)
{
    sqlite3_stmt *rows = NULL;
    int64_t application, version = 0;
    int rc;
    enum status status = sqlite_int(sqlite, path, "PRAGMA application_id", &application, err);

    if (status == STATUS_OK)
        status = sqlite_int(sqlite, path, "PRAGMA user_version", &version, err);
    if (status != STATUS_OK || application == 0)
        return status;
    if (application != DRAFT_APPLICATION_ID || version != DRAFT_VERSION)
        return err_set(err, STATUS_STORAGE, CODE_DB_FOREIGN, path, NULL, NULL);
    rc = sqlite3_prepare_v2(sqlite, "SELECT place, serial, at, cursor, text FROM draft ORDER BY serial", -1,
                            &rows, NULL);
    while (rc == SQLITE_OK && status == STATUS_OK) {
        rc = sqlite3_step(rows);
        if (rc != SQLITE_ROW)
            break;
        status = sort_out(db, orphans, sqlite, rows, path, session, err);
        rc = SQLITE_OK;
    }
    if (rc != SQLITE_OK && rc != SQLITE_DONE)
        status = sqlite_fail(sqlite, path, rc, err);
    (void)sqlite3_finalize(rows); /* repeats the error of the step */
    return status;
}

/* ---- a directory ------------------------------------------------------------------------------------ */

/* The session of a draft file's name; false when it is none of the database UUID. */
static bool session_of(const char *name, const char *uuid, char session[static SESSION_BYTES])
{
    size_t n = strlen(uuid), digits = SESSION_BYTES - 1;

    if (strncmp(name, "draft-", 6) != 0 || strncmp(name + 6, uuid, n) != 0 || name[6 + n] != '-')
        return false;
    name += 6 + n + 1;
    if (strspn(name, "0123456789abcdef") != digits || strcmp(name + digits, ".db") != 0)
        return false;
    memcpy(session, name, digits);
    session[digits] = '\0';
    return true;
}

static enum status look_into(struct db *db, struct orphans *orphans, const char *directory,
                             const char *session, struct err *err)
{
    struct str path = STR_INIT;
    sqlite3 *sqlite = NULL;
    struct err why = {0};
    enum status status;

    draft_add_path(&path, directory, db_uuid(db), session);
    status = str_failed(&path) ? err_memory(&why) : draft_connect(&sqlite, path.text, &why);
    if (status == STATUS_OK) {
        status = read_rows(db, orphans, sqlite, path.text, session, &why);
        if (status == STATUS_OK)
            status = draft_disconnect(sqlite, path.text, &why);
        else
            sqlite_shut(sqlite);
    }
    str_release(&path);
    if (status == STATUS_MEMORY) {
        if (err)
            *err = why;
        return status;
    }
    return STATUS_OK; /* else locked by a living session, gone meanwhile, or damaged: left alone */
}

static int compare_age(const void *a, const void *b)
{
    const struct draft_orphan *x = a, *y = b;
    int order = strcmp(x->at, y->at);

    return order ? order : (x->serial > y->serial) - (x->serial < y->serial);
}

static enum status look_around(struct db *db, struct orphans *orphans, const char *directory, struct err *err)
{
    char session[SESSION_BYTES];
    const struct dirent *entry;
    enum status status = STATUS_OK;
    DIR *listing = opendir(directory);

    if (!listing)
        return errno == ENOENT ? STATUS_OK : file_fail(CODE_FILE_READ, directory, errno, err);
    while (status == STATUS_OK && (entry = directory_next(listing)) != NULL)
        if (session_of(entry->d_name, db_uuid(db), session))
            status = look_into(db, orphans, directory, session, err);
    if (closedir(listing) != 0 && status == STATUS_OK)
        status = file_fail(CODE_FILE_READ, directory, errno, err);
    return status;
}

enum status draft_orphans(struct db *db, const char *directory, struct draft_orphan **out, size_t *n,
                          struct err *err)
{
    struct orphans orphans = {0};
    enum status status = read_begin(db, err);

    *out = NULL;
    *n = 0;
    if (status != STATUS_OK)
        return status;
    status = look_around(db, &orphans, directory, err);
    read_end(db);
    if (status != STATUS_OK) {
        draft_orphans_free(orphans.v, orphans.n);
        return status;
    }
    if (orphans.n)
        qsort(orphans.v, orphans.n, sizeof *orphans.v, compare_age);
    *out = orphans.v;
    *n = orphans.n;
    return STATUS_OK;
}

enum status draft_orphan_drop(const char *directory, const char *uuid, const struct draft_orphan *orphan,
                              struct err *err)
{
    struct str path = STR_INIT;
    sqlite3 *sqlite = NULL;
    enum status status, closed;

    draft_add_path(&path, directory, uuid, orphan->session);
    status = str_failed(&path) ? err_memory(err) : draft_connect(&sqlite, path.text, err);
    if (status == STATUS_OK) {
        status = delete_draft(sqlite, path.text, orphan->place, orphan->serial, err);
        closed = draft_disconnect(sqlite, path.text, status == STATUS_OK ? err : NULL);
        status = status == STATUS_OK ? closed : status;
    }
    str_release(&path);
    return status == STATUS_NO ? STATUS_OK : status;
}

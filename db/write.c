/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Transactions: the one write call with its context for the journal, and reading several queries
 * as one. Knows no table but context.
 */
#include "db/handle.h"
#include "db/seal.h"

static enum status fill_context(struct db *db, const struct stamp *stamp, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt,
                                    "UPDATE context SET who = $1, at = $2, label = $3, change_set_id = NULL,"
                                    " seq = 0, other_at = NULL WHERE id = 1",
                                    err);

    if (status != STATUS_OK)
        return status;
    stmt_text(stmt, 1, stamp ? stamp->who : NULL);
    stmt_text(stmt, 2, stamp ? stamp->when : NULL);
    stmt_text(stmt, 3, stamp ? stamp->label : NULL);
    status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

/* Give everything back, whatever SQLite has already given back by itself. */
static enum status roll_back(struct db *db, struct err *err)
{
    return sqlite3_get_autocommit(db->sqlite) ? STATUS_OK : db_run(db, "ROLLBACK", err);
}

static enum status begin_outer(struct db *db, const struct stamp *stamp, struct err *err)
{
    enum status status;

    if (db->mode == DB_READ)
        return err_set(err, STATUS_STORAGE, CODE_DB_READONLY, db->path, NULL, NULL);
    if (!stamp || !stamp->who || !stamp->when || !stamp->label || db->read_depth)
        return db_misuse(db, "write_begin", err);
    if (db->damaged)
        return err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, db->path, "quick_check", NULL);
    /* before a lock is taken: the journal beside the name belongs to the new file */
    if (db_moved(db))
        return err_set(err, STATUS_STORAGE, CODE_DB_MOVED, db->path, NULL, NULL);
    status = roll_back(db, err); /* there may have been no memory for it when the last one ended */
    if (status == STATUS_OK)
        status = db_run(db, "BEGIN IMMEDIATE", err);
    if (status != STATUS_OK)
        return status;
    if (db_moved(db)) { /* while it waited for the lock */
        (void)roll_back(db, NULL);
        return err_set(err, STATUS_STORAGE, CODE_DB_MOVED, db->path, NULL, NULL);
    }
    db->write_depth = 1;
    db->lost = false;
    status = fill_context(db, stamp, err);
    if (status != STATUS_OK) {
        (void)roll_back(db, NULL); /* the first error is the one to tell */
        db->write_depth = 0;
        return status;
    }
    db->total_at_begin = sqlite3_total_changes(db->sqlite);
    return STATUS_OK;
}

enum status write_begin(struct db *db, const struct stamp *stamp, struct err *err)
{
    enum status status;

    if (!db->write_depth)
        return begin_outer(db, stamp, err);
    if (sqlite3_get_autocommit(db->sqlite)) {
        if (err)
            *err = db->lost_err;
        return db->lost ? db->lost_err.status : db_misuse(db, "write_begin", err);
    }
    status = db_run(db, "SAVEPOINT inner_write", err);
    if (status == STATUS_OK)
        db->write_depth++;
    return status;
}

static enum status end_inner(struct db *db, enum status status, struct err *err)
{
    enum status ended = STATUS_OK;

    db->write_depth--;
    if (db->lost) {
        if (status == STATUS_OK && err)
            *err = db->lost_err;
        return status == STATUS_OK ? db->lost_err.status : status;
    }
    if (status != STATUS_OK)
        ended = db_run(db, "ROLLBACK TO inner_write", err);
    if (ended == STATUS_OK)
        ended = db_run(db, "RELEASE inner_write", err);
    return ended == STATUS_OK ? status : ended;
}

/* Readers of other processes are short: wait a little for the last of them rather than lose the work. */
static enum status commit(struct db *db, struct err *err)
{
    enum status status;

    (void)sqlite3_busy_timeout(db->sqlite, db->wait_ms > COMMIT_WAIT_MS ? db->wait_ms : COMMIT_WAIT_MS);
    status = db_run(db, "COMMIT", err);
    (void)sqlite3_busy_timeout(db->sqlite, db->wait_ms); /* both only set a number */
    return status;
}

static enum status commit_outer(struct db *db, struct err *err)
{
    enum status status;

    if (db->lost) {
        if (err)
            *err = db->lost_err;
        return db->lost_err.status;
    }
    /* Nothing was changed: no sync, and nobody is woken. */
    db->change_set = 0;
    if (sqlite3_total_changes(db->sqlite) == db->total_at_begin)
        return roll_back(db, err);
    status = seal_changes(db, err);
    if (status == STATUS_OK)
        status = fill_context(db, NULL, err);
    if (status == STATUS_OK)
        status = commit(db, err);
    if (status != STATUS_OK)
        db->change_set = 0;
    return status;
}

enum status write_end(struct db *db, enum status status, struct err *err)
{
    if (!db->write_depth)
        return status == STATUS_OK ? db_misuse(db, "write_end", err) : status;
    if (db->write_depth > 1)
        return end_inner(db, status, err);
    if (status == STATUS_OK)
        status = commit_outer(db, err);
    if (status != STATUS_OK)
        (void)roll_back(db, NULL); /* the first error is the one to tell; closing rolls back too */
    db->write_depth = 0;
    db->lost = false;
    return status;
}

enum status read_begin(struct db *db, struct err *err)
{
    enum status status;
    int64_t ignored;

    if (!db->write_depth && !db->read_depth) {
        status = roll_back(db, err); /* as in begin_outer */
        if (status == STATUS_OK)
            status = db_run(db, "BEGIN", err);
        if (status != STATUS_OK)
            return status;
        /* takes the lock now, so that no query after it meets a writer */
        status = sqlite_int(db->sqlite, db->path, "SELECT count(*) FROM context", &ignored, err);
        if (status != STATUS_OK) {
            (void)roll_back(db, NULL);
            return status;
        }
    }
    db->read_depth++;
    return STATUS_OK;
}

void read_end(struct db *db)
{
    if (!db->read_depth || --db->read_depth || db->write_depth)
        return;
    (void)roll_back(db, NULL); /* there is nothing to lose; the next read_begin would tell */
}

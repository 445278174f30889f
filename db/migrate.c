/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs the missing steps. Does not know what is in them.
 */
#include "db/migrate.h"

#include "db/file.h"
#include "db/freeze.h"
#include "db/handle.h"
#include "db/journal.h"

#include <stdio.h>

/* The error of step VERSION, unless it says more by itself (disk full, busy, no memory). */
static enum status fail_step(struct db *db, int version, const struct err *why, struct err *err)
{
    char number[16];

    if (why->code != CODE_DB_SQL) {
        if (err)
            *err = *why;
        return why->status;
    }
    (void)snprintf(number, sizeof number, "%d", version);
    (void)err_set(err, STATUS_STORAGE, CODE_DB_MIGRATION, db->path, number, why->arg[0]);
    if (err)
        err->os_error = why->os_error;
    return STATUS_STORAGE;
}

static enum status run_steps(struct db *db, const struct migration *steps, size_t n_steps, int64_t from,
                             struct err *err)
{
    struct err why = {0};
    int64_t broken;

    for (size_t i = 0; i < n_steps; i++)
        if (steps[i].version > from && db_run(db, steps[i].sql, &why) != STATUS_OK)
            return fail_step(db, steps[i].version, &why, err);
    if (sqlite_int(db->sqlite, db->path, "SELECT count(*) FROM pragma_foreign_key_check", &broken, &why) !=
        STATUS_OK)
        return fail_step(db, steps[n_steps - 1].version, &why, err);
    if (broken) {
        (void)err_set(&why, STATUS_STORAGE, CODE_DB_SQL, NULL, "FOREIGN KEY constraint failed", NULL);
        return fail_step(db, steps[n_steps - 1].version, &why, err);
    }
    return STATUS_OK;
}

/* What makes a file ours: the application's number and a UUID that no other file has. */
static enum status make_ours(struct db *db, struct err *err)
{
    char uuid[UUID_BYTES], sql[64];
    enum status status = file_uuid(uuid, err);

    if (status != STATUS_OK)
        return status;
    status = db_setting_put(db, "uuid", uuid, err);
    if (status != STATUS_OK)
        return status;
    (void)snprintf(sql, sizeof sql, "PRAGMA application_id = %d", APPLICATION_ID);
    return db_run(db, sql, err);
}

static enum status migrate_inside(struct db *db, const struct migration *steps, size_t n_steps,
                                  struct err *err)
{
    char sql[64];
    int64_t from;
    enum status status = sqlite_int(db->sqlite, db->path, "PRAGMA user_version", &from, err);

    if (status != STATUS_OK)
        return status;
    if (from >= steps[n_steps - 1].version) /* somebody else was quicker */
        return STATUS_OK;
    status = journal_remove(db, err);
    if (status == STATUS_OK)
        status = freeze_remove(db, err);
    if (status == STATUS_OK)
        status = run_steps(db, steps, n_steps, from, err);
    if (status == STATUS_OK)
        status = journal_install(db, err);
    if (status == STATUS_OK)
        status = freeze_install(db, err);
    if (status == STATUS_OK && from == 0)
        status = make_ours(db, err);
    if (status != STATUS_OK)
        return status;
    (void)snprintf(sql, sizeof sql, "PRAGMA user_version = %d", steps[n_steps - 1].version);
    return db_run(db, sql, err);
}

enum status db_migrate(struct db *db, const struct migration *steps, size_t n_steps, struct err *err)
{
    enum status status, keys;

    if (!n_steps || db->write_depth || db->read_depth)
        return db_misuse(db, "db_migrate", err);
    /* a step may rebuild a table that others refer to; it can only be set outside a transaction */
    status = db_run(db, "PRAGMA foreign_keys = OFF", err);
    if (status != STATUS_OK)
        return status;
    status = db_run(db, "BEGIN EXCLUSIVE", err);
    if (status != STATUS_OK)
        goto out;
    db->write_depth = 1;
    status = migrate_inside(db, steps, n_steps, err);
    if (status == STATUS_OK)
        status = db_run(db, "COMMIT", err);
    if (status != STATUS_OK && !sqlite3_get_autocommit(db->sqlite))
        (void)db_run(db, "ROLLBACK", NULL); /* the first error is the one to tell */
    db->write_depth = 0;
    db->lost = false;
out:
    keys = db_run(db, "PRAGMA foreign_keys = ON", status == STATUS_OK ? err : NULL);
    return status == STATUS_OK ? keys : status;
}

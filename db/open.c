/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a database, and refusing what is none of ours before anything is written.
 */
#include "db/backup.h"
#include "db/file.h"
#include "db/handle.h"
#include "db/migrate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- before SQLite touches the file ------------------------------------------------------------- */

static enum status check_file(const char *path, struct err *err)
{
    enum status status;
    struct stat info;

    if (stat(path, &info) != 0) {
        if (errno != ENOENT && errno != ENOTDIR)
            return file_fail(CODE_FILE_OPEN, path, errno, err);
        status = file_check_directory(path, err);
        return status == STATUS_OK ? err_set(err, STATUS_MISSING, CODE_DB_MISSING, path, NULL, NULL) : status;
    }
    /* SQLite takes an empty file for a new database and reads a short one as if zeros followed; to us
     * both are databases that were lost. 512 is the least that a page can have. */
    if (!S_ISREG(info.st_mode) || info.st_size < 512)
        return err_set(err, STATUS_STORAGE, CODE_DB_NOT_A_DB, path, NULL, NULL);
    return STATUS_OK;
}

/* Writing needs the file and, for the rollback journal beside it, the directory. */
static enum status check_writable(const char *path, struct err *err)
{
    struct str directory = STR_INIT, journal = STR_INIT;
    char *real = realpath(path, NULL);
    enum status status = STATUS_OK;

    if (!real) {
        status = file_fail(CODE_FILE_OPEN, path, errno, err);
        goto out;
    }
    status = file_check_local(real, err);
    if (status != STATUS_OK)
        goto out;
    file_add_directory(&directory, real);
    str_printf(&journal, "%s-journal", real);
    if (str_failed(&directory) || str_failed(&journal))
        status = err_memory(err);
    else if (access(real, W_OK) != 0 ||
             (access(directory.text, W_OK | X_OK) != 0 && access(journal.text, W_OK) != 0))
        status = err_set(err, STATUS_STORAGE, CODE_DB_READONLY, path, NULL, NULL);
out:
    str_release(&directory);
    str_release(&journal);
    free(real);
    return status;
}

/* ---- opening a file that is there --------------------------------------------------------------- */

static enum status check_header(struct db *db, int newest, int64_t *version, struct err *err)
{
    char found[24], known[24];
    int64_t application;
    enum status status = sqlite_int(db->sqlite, db->path, "PRAGMA application_id", &application, err);

    if (status == STATUS_OK)
        status = sqlite_int(db->sqlite, db->path, "PRAGMA user_version", version, err);
    if (status != STATUS_OK)
        return status;
    if (application != APPLICATION_ID || *version < 1)
        return err_set(err, STATUS_STORAGE, CODE_DB_FOREIGN, db->path, NULL, NULL);
    (void)snprintf(found, sizeof found, "%lld", (long long)*version);
    (void)snprintf(known, sizeof known, "%d", newest);
    if (*version > newest)
        return err_set(err, STATUS_STORAGE, CODE_DB_NEWER, db->path, found, known);
    if (*version < newest && db->mode == DB_READ)
        return err_set(err, STATUS_STORAGE, CODE_DB_OLDER, db->path, found, known);
    return STATUS_OK;
}

static enum status set_up(struct db *db, struct err *err)
{
    struct str mode = STR_INIT;
    /* The journal in the file's directory is the only file SQLite makes: texts that are closed to the
     * public never lie in a temporary one. A long write waits in memory, so that it meets a
     * reader at its commit only. */
    enum status status =
        db_run(db,
               "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA recursive_triggers = ON;"
               " PRAGMA temp_store = MEMORY; PRAGMA cache_spill = OFF",
               err);

    if (status == STATUS_OK && db->mode == DB_READ)
        return db_run(db, "PRAGMA query_only = ON", err);
    /* EXTRA before the journal mode: the change of mode is a write as well */
    if (status == STATUS_OK)
        status = db_run(db, "PRAGMA synchronous = EXTRA", err);
    if (status == STATUS_OK)
        status = sqlite_text(db->sqlite, db->path, "PRAGMA journal_mode = TRUNCATE", &mode, err);
    if (status == STATUS_OK && !text_same(mode.text, "truncate"))
        status = err_set(err, STATUS_BUSY, CODE_DB_BUSY, db->path, NULL, NULL);
    str_release(&mode);
    return status;
}

static enum status load_identity(struct db *db, struct err *err)
{
    struct str uuid = STR_INIT;
    enum status status =
        sqlite_text(db->sqlite, db->path, "SELECT value FROM setting WHERE key = 'uuid'", &uuid, err);

    if (status == STATUS_OK && uuid.len_bytes != UUID_BYTES - 1)
        status = err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, db->path, "uuid", NULL);
    if (status == STATUS_OK) {
        memcpy(db->uuid, uuid.text, UUID_BYTES);
        status = sqlite_int(db->sqlite, db->path, "PRAGMA data_version", &db->data_version, err);
    }
    str_release(&uuid);
    return status;
}

/* A copy beside the file, under the first free name. */
static enum status back_up_before_migration(struct db *db, int64_t version, struct err *err)
{
    struct str name = STR_INIT;
    enum status status = STATUS_OK;
    struct err why = {0};

    for (int n = 1; n < 1000; n++) {
        str_clear(&name);
        str_printf(&name, "%s.schema-%lld", db->path, (long long)version);
        if (n > 1)
            str_printf(&name, "-%d", n);
        str_add(&name, ".backup");
        status = str_failed(&name) ? err_memory(&why) : db_backup(db, name.text, &why);
        if (status == STATUS_OK || why.code != CODE_DB_EXISTS)
            break;
    }
    if (status != STATUS_OK && err)
        *err = why;
    str_release(&name);
    return status;
}

static enum status connect(struct db *db, int flags, const struct migration *steps, size_t n_steps,
                           struct err *err)
{
    int newest = steps[n_steps - 1].version;
    int64_t version;
    enum status status = sqlite_open(&db->sqlite, db->path, flags, err);

    if (status != STATUS_OK)
        return status;
    db_wait(db, OPENING_WAIT_MS); /* nobody types yet */
    status = check_header(db, newest, &version, err);
    if (status != STATUS_OK)
        return status;
    /* SQLite opens a file that it may not write for reading, and says so here only */
    if (db->mode != DB_READ && sqlite3_db_readonly(db->sqlite, "main"))
        return err_set(err, STATUS_STORAGE, CODE_DB_READONLY, db->path, NULL, NULL);
    status = set_up(db, err);
    if (status == STATUS_OK && version < newest) {
        status = back_up_before_migration(db, version, err);
        if (status == STATUS_OK)
            status = db_migrate(db, steps, n_steps, err);
    }
    if (status == STATUS_OK)
        status = load_identity(db, err);
    db_wait(db, 0);
    return status;
}

static struct db *db_new(const char *path, enum db_mode mode)
{
    struct db *db = calloc(1, sizeof *db);

    if (!db)
        return NULL;
    db->mode = mode;
    db->path = strdup(path);
    str_init(&db->setting);
    str_init(&db->finding);
    if (!db->path) {
        db_close(db);
        return NULL;
    }
    return db;
}

static enum status open_existing(struct db **out, const char *path, enum db_mode mode,
                                 const struct migration *steps, size_t n_steps, struct err *err)
{
    struct err why = {0};
    struct db *db = NULL;
    enum status status = check_file(path, &why);

    if (status == STATUS_OK && mode == DB_WRITE)
        status = check_writable(path, &why);
    if (status != STATUS_OK)
        goto out;
    db = db_new(path, mode);
    if (!db) {
        status = err_memory(&why);
        goto out;
    }
    status =
        connect(db, mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, steps, n_steps, &why);
    if (status != STATUS_OK && mode == DB_READ && why.os_error == SQLITE_READONLY_ROLLBACK) {
        /* a writer was killed: its half-done write must be taken back before anybody can read */
        sqlite_shut(db->sqlite);
        db->sqlite = NULL;
        status = connect(db, SQLITE_OPEN_READWRITE, steps, n_steps, &why);
    }
out:
    if (status == STATUS_OK) {
        *out = db;
        return STATUS_OK;
    }
    db_close(db);
    if (err)
        *err = why;
    return status;
}

/* ---- a new file --------------------------------------------------------------------------------- */

/* A journal that somebody left here would be played back into the new file. */
static enum status check_no_journal(const char *path, const char *suffix, struct err *err)
{
    struct str name = STR_INIT;
    struct stat info;
    enum status status = STATUS_OK;

    str_printf(&name, "%s%s", path, suffix);
    if (str_failed(&name))
        status = err_memory(err);
    else if (stat(name.text, &info) == 0 && info.st_size > 0)
        status = err_set(err, STATUS_STORAGE, CODE_DB_EXISTS, name.text, NULL, NULL);
    str_release(&name);
    return status;
}

static enum status check_new(const char *path, struct err *err)
{
    struct str directory = STR_INIT;
    struct stat info;
    enum status status = file_check_directory(path, err);

    if (status != STATUS_OK)
        return status;
    if (lstat(path, &info) == 0)
        return err_set(err, STATUS_STORAGE, CODE_DB_EXISTS, path, NULL, NULL);
    file_add_directory(&directory, path);
    status = str_failed(&directory) ? err_memory(err) : file_check_local(directory.text, err);
    if (status == STATUS_OK)
        status = check_no_journal(path, "-journal", err);
    if (status == STATUS_OK)
        status = check_no_journal(path, "-wal", err);
    str_release(&directory);
    return status;
}

static enum status fill_new(const char *path, const struct migration *steps, size_t n_steps, struct err *err)
{
    struct db *db = db_new(path, DB_WRITE);
    enum status status;

    if (!db)
        return err_memory(err);
    status = sqlite_open(&db->sqlite, path, SQLITE_OPEN_READWRITE, err);
    /* nothing to roll back to, and file_publish syncs it once */
    if (status == STATUS_OK)
        status = db_run(db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", err);
    if (status == STATUS_OK)
        status = db_migrate(db, steps, n_steps, err);
    db_close(db);
    return status;
}

/* Make the whole database under another name, so that a file of this name is always a complete one. */
static enum status create(const char *path, const struct migration *steps, size_t n_steps, struct err *err)
{
    struct str name = STR_INIT;
    char random[17];
    enum status status = check_new(path, err);

    if (status == STATUS_OK)
        status = file_random_hex(random, 8, err);
    if (status != STATUS_OK)
        return status;
    str_printf(&name, "%s.new-%s", path, random);
    status = str_failed(&name) ? err_memory(err) : file_create(name.text, err);
    if (status == STATUS_OK) {
        status = fill_new(name.text, steps, n_steps, err);
        if (status == STATUS_OK)
            status = file_publish(name.text, path, err);
        if (status != STATUS_OK)
            (void)unlink(name.text); /* the first error is the one to tell */
    }
    str_release(&name);
    return status;
}

/* ---- for everybody ------------------------------------------------------------------------------ */

enum status db_open_with(struct db **out, const char *path, enum db_mode mode, const struct migration *steps,
                         size_t n_steps, struct err *err)
{
    enum status status = STATUS_OK;

    *out = NULL;
    if (mode == DB_CREATE)
        status = create(path, steps, n_steps, err);
    if (status == STATUS_OK)
        status = open_existing(out, path, mode == DB_READ ? DB_READ : DB_WRITE, steps, n_steps, err);
    return status;
}

enum status db_open(struct db **out, const char *path, enum db_mode mode, struct err *err)
{
    return db_open_with(out, path, mode, migrations, n_migrations, err);
}

void db_close(struct db *db)
{
    if (!db)
        return;
    statements_release(db);
    sqlite_shut(db->sqlite); /* rolls back what write_end never ended */
    str_release(&db->setting);
    str_release(&db->finding);
    free(db->path);
    free(db);
}

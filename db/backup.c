/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying by SQLite's own backup, a hundred pages at a time.
 */
#include "db/backup.h"

#include "db/backup_parts.h"
#include "db/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    PAGES_A_STEP = 100,
    PATIENT_STEPS = 10000, /* after so many (somebody writes all the time) the rest is one step */
    BUSY_TRIES = 500,
    BUSY_PAUSE_NS = 10000000,
};

static enum status copy_pages(sqlite3 *from, sqlite3 *copy, const char *path, struct err *err)
{
    const struct timespec pause = {0, BUSY_PAUSE_NS};
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", from, "main");
    int rc, finished, busy = 0;

    if (!backup)
        return sqlite_fail(copy, path, sqlite3_extended_errcode(copy), err);
    for (int step = 0;; step++) {
        rc = sqlite3_backup_step(backup, step < PATIENT_STEPS ? PAGES_A_STEP : -1);
        if ((rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && ++busy < BUSY_TRIES)
            (void)nanosleep(&pause, NULL); /* shorter does no harm */
        else if (rc != SQLITE_OK)
            break;
    }
    finished = sqlite3_backup_finish(backup);
    if (rc == SQLITE_DONE && finished == SQLITE_OK)
        return STATUS_OK;
    /* the error belongs to the copy, unless the source could not be read */
    return sqlite_fail(copy, path, rc == SQLITE_DONE ? finished : rc, err);
}

static enum status check_copy(sqlite3 *copy, const char *path, struct err *err)
{
    struct str finding = STR_INIT;
    enum status status = sqlite_text(copy, path, "PRAGMA quick_check(1)", &finding, err);

    if (status == STATUS_OK && !text_same(finding.text, "ok"))
        status = err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, path, finding.text, NULL);
    str_release(&finding);
    return status;
}

enum status backup_fill(sqlite3 *from, const char *path, struct err *err)
{
    sqlite3 *copy = NULL;
    enum status status = sqlite_open(&copy, path, SQLITE_OPEN_READWRITE, err);

    if (status != STATUS_OK)
        return status;
    /* a half-done copy is thrown away, and file_publish syncs the whole one */
    status = sqlite_run(copy, path, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", err);
    if (status == STATUS_OK)
        status = copy_pages(from, copy, path, err);
    if (status == STATUS_OK)
        status = check_copy(copy, path, err);
    sqlite_shut(copy);
    return status;
}

enum status db_backup(struct db *db, const char *to, struct err *err)
{
    struct str name = STR_INIT;
    struct stat info;
    char random[17];
    bool made = false;
    enum status status = file_check_directory(to, err);

    if (status != STATUS_OK)
        return status;
    if (db->write_depth)
        return db_misuse(db, "db_backup", err);
    if (lstat(to, &info) == 0)
        return err_set(err, STATUS_STORAGE, CODE_DB_EXISTS, to, NULL, NULL);
    status = file_random_hex(random, 8, err);
    if (status != STATUS_OK)
        return status;
    str_printf(&name, "%s.new-%s", to, random);
    status = str_failed(&name) ? err_memory(err) : file_create(name.text, err);
    if (status != STATUS_OK)
        goto out;
    made = true;
    status = backup_fill(db->sqlite, name.text, err);
    if (status == STATUS_OK)
        status = file_publish(name.text, to, err);
    made = status != STATUS_OK;
out:
    if (made)
        (void)unlink(name.text); /* the first error is the one to tell */
    str_release(&name);
    return status;
}

/* ---- one a day ---------------------------------------------------------------------------------- */

/* Is NAME backup-UUID-DATE.db? */
static bool is_backup_of(const struct db *db, const char *name)
{
    static const char form[] = "0000-00-00.db";
    size_t uuid = strlen(db->uuid);

    if (strncmp(name, "backup-", 7) != 0 || strncmp(name + 7, db->uuid, uuid) != 0 || name[7 + uuid] != '-')
        return false;
    name += 7 + uuid + 1;
    for (size_t i = 0; form[i]; i++)
        if (form[i] == '0' ? name[i] < '0' || name[i] > '9' : name[i] != form[i])
            return false;
    return name[sizeof form - 1] == '\0';
}

/* The oldest of DB's backups in DIRECTORY, when there are more than are kept; "" when not. */
static enum status oldest_surplus(const struct db *db, const char *directory, struct str *oldest,
                                  struct err *err)
{
    enum status status = STATUS_OK;
    const struct dirent *entry;
    DIR *listing = opendir(directory);
    size_t count = 0;

    str_clear(oldest);
    if (!listing)
        return file_fail(CODE_FILE_READ, directory, errno, err);
    while ((entry = directory_next(listing)) != NULL) {
        if (!is_backup_of(db, entry->d_name))
            continue;
        if (!count++ || strcmp(entry->d_name, oldest->text) < 0) {
            str_clear(oldest);
            str_add(oldest, entry->d_name);
        }
    }
    if (errno)
        status = file_fail(CODE_FILE_READ, directory, errno, err);
    if (closedir(listing) != 0 && status == STATUS_OK)
        status = file_fail(CODE_FILE_READ, directory, errno, err);
    if (count <= BACKUPS_KEPT)
        str_clear(oldest);
    return status == STATUS_OK && str_failed(oldest) ? err_memory(err) : status;
}

static enum status prune(const struct db *db, const char *directory, struct err *err)
{
    struct str oldest = STR_INIT, path = STR_INIT;
    enum status status;

    for (;;) {
        status = oldest_surplus(db, directory, &oldest, err);
        if (status != STATUS_OK || !oldest.len_bytes)
            break;
        str_clear(&path);
        str_printf(&path, "%s/%s", directory, oldest.text);
        if (str_failed(&path))
            status = err_memory(err);
        else if (unlink(path.text) != 0 && errno != ENOENT)
            status = file_fail(CODE_FILE_WRITE, path.text, errno, err);
        if (status != STATUS_OK)
            break;
    }
    str_release(&oldest);
    str_release(&path);
    return status;
}

enum status db_backup_daily(struct db *db, const char *directory, const char *date, struct err *err)
{
    struct str path = STR_INIT;
    struct err why = {0};
    enum status status = directory_make(directory, err);

    if (status != STATUS_OK)
        return status;
    str_printf(&path, "%s/backup-%s-%s.db", directory, db->uuid, date);
    status = str_failed(&path) ? err_memory(&why) : db_backup(db, path.text, &why);
    if (status != STATUS_OK && why.code == CODE_DB_EXISTS)
        status = STATUS_OK;
    else if (status == STATUS_OK)
        status = prune(db, directory, &why);
    if (status != STATUS_OK && err)
        *err = why;
    str_release(&path);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A draft file's name and its lock. Knows nothing of what is in it, but whether it is empty.
 */
#include "db/draft_file.h"

#include "db/file.h"

#include <errno.h>
#include <unistd.h>

enum { LOCK_WAIT_MS = 30 }; /* for somebody who only looks into it */

void draft_add_path(struct str *out, const char *directory, const char *uuid, const char *session)
{
    str_printf(out, "%s/draft-%s-%s.db", directory, uuid, session);
}

/* Another session removed the file before the lock was ours: then it is one without a name, and what
 * SQLite says of it (STATUS) is of no interest. */
static enum status check_still_there(sqlite3 *sqlite, const char *path, enum status status, struct err *err)
{
    int moved = 0, rc = sqlite3_file_control(sqlite, "main", SQLITE_FCNTL_HAS_MOVED, &moved);

    if (moved)
        return err_set(err, STATUS_NO, CODE_DB_MISSING, path, NULL, NULL);
    if (status == STATUS_OK && rc != SQLITE_OK)
        return sqlite_fail(sqlite, path, rc, err);
    return status;
}

enum status draft_connect(sqlite3 **out, const char *path, struct err *err)
{
    sqlite3 *sqlite = NULL;
    enum status status = sqlite_open(&sqlite, path, SQLITE_OPEN_READWRITE, err);

    *out = NULL;
    if (status != STATUS_OK)
        return access(path, F_OK) != 0 && errno == ENOENT
                   ? err_set(err, STATUS_NO, CODE_DB_MISSING, path, NULL, NULL)
                   : status;
    (void)sqlite3_busy_timeout(sqlite, LOCK_WAIT_MS); /* only sets a number */
    /* The order matters: a WAL file opened exclusively from its first access on keeps its index in memory and
     * shares nothing, and so is outside the race of SQLite before 3.51.3. The log grows
     * between syncs alone, so that no key waits for a checkpoint. */
    status =
        sqlite_run(sqlite, path,
                   "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; PRAGMA synchronous = EXTRA;"
                   " PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; COMMIT; PRAGMA wal_autocheckpoint = 0;"
                   " PRAGMA temp_store = MEMORY",
                   err);
    status = check_still_there(sqlite, path, status, err);
    if (status != STATUS_OK) {
        sqlite_shut(sqlite);
        return status;
    }
    *out = sqlite;
    return STATUS_OK;
}

static enum status remove_file(const char *path, struct err *err)
{
    return unlink(path) == 0 || errno == ENOENT ? STATUS_OK : file_fail(CODE_FILE_WRITE, path, errno, err);
}

enum status draft_disconnect(sqlite3 *sqlite, const char *path, struct err *err)
{
    struct str log = STR_INIT;
    int64_t tables, drafts = 0;
    bool empty;
    enum status status =
        sqlite_int(sqlite, path, "SELECT count(*) FROM sqlite_schema WHERE name = 'draft'", &tables, err);

    if (status == STATUS_OK && tables)
        status = sqlite_int(sqlite, path, "SELECT count(*) FROM draft", &drafts, err);
    empty = status == STATUS_OK && !drafts;
    str_printf(&log, "%s-wal", path);
    if (empty && str_failed(&log))
        status = err_memory(err);
    /* The name goes while the lock is still held, so that nobody finds the file in between. */
    else if (empty)
        status = remove_file(path, err);
    sqlite_shut(sqlite); /* moves the log into the file and removes it, unless the file has no name */
    if (empty && status == STATUS_OK)
        status = remove_file(log.text, err);
    str_release(&log);
    return status;
}

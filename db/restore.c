/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at a backup, and putting it in the place of the database under the lock that keeps writers out.
 */
#include "db/restore.h"

#include "db/backup_parts.h"
#include "db/file.h"
#include "db/migrate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEPT_NAMES = 1000 };

/* ---- looking at a file ---------------------------------------------------------------------------- */

static enum status look_header(sqlite3 *sqlite, const char *path, struct backup_info *out, struct err *err)
{
    char found[24], known[24];
    int64_t application;
    enum status status = sqlite_int(sqlite, path, "PRAGMA application_id", &application, err);

    if (status == STATUS_OK)
        status = sqlite_int(sqlite, path, "PRAGMA user_version", &out->schema, err);
    if (status != STATUS_OK)
        return status;
    if (application != APPLICATION_ID || out->schema < 1)
        return err_set(err, STATUS_STORAGE, CODE_DB_FOREIGN, path, NULL, NULL);
    if (out->schema <= db_schema_version())
        return STATUS_OK;
    (void)snprintf(found, sizeof found, "%lld", (long long)out->schema);
    (void)snprintf(known, sizeof known, "%d", db_schema_version());
    return err_set(err, STATUS_STORAGE, CODE_DB_NEWER, path, found, known);
}

static enum status look_sound(sqlite3 *sqlite, const char *path, struct err *err)
{
    struct str finding = STR_INIT;
    int64_t broken = 0;
    enum status status = sqlite_text(sqlite, path, "PRAGMA integrity_check(1)", &finding, err);

    if (status == STATUS_OK && !text_same(finding.text, "ok"))
        status = err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, path, finding.text, NULL);
    if (status == STATUS_OK)
        status = sqlite_int(sqlite, path, "SELECT count(*) FROM pragma_foreign_key_check", &broken, err);
    if (status == STATUS_OK && broken)
        status = err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, path, "FOREIGN KEY", NULL);
    str_release(&finding);
    return status;
}

/* Append what SQL answers to the text of SIZE bytes at OUT; more than fits is damage. */
static enum status look_text(sqlite3 *sqlite, const char *path, const char *sql, char *out, size_t size,
                             struct err *err)
{
    struct str text = STR_INIT;
    enum status status = sqlite_text(sqlite, path, sql, &text, err);

    if (status == STATUS_OK && text.len_bytes >= size)
        status = err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, path, sql, NULL);
    if (status == STATUS_OK)
        memcpy(out, text.text, text.len_bytes + 1);
    str_release(&text);
    return status;
}

static enum status look(sqlite3 *sqlite, const char *path, struct backup_info *out, struct err *err)
{
    enum status status = look_header(sqlite, path, out, err);

    if (status == STATUS_OK)
        status = look_sound(sqlite, path, err);
    if (status == STATUS_OK)
        status = look_text(sqlite, path, "SELECT value FROM setting WHERE key = 'uuid'", out->uuid,
                           sizeof out->uuid, err);
    if (status == STATUS_OK && strlen(out->uuid) != sizeof out->uuid - 1)
        status = err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, path, "uuid", NULL);
    if (status == STATUS_OK)
        status = look_text(sqlite, path, "SELECT coalesce(max(at), '') FROM change_set", out->last,
                           sizeof out->last, err);
    return status;
}

/* Open PATH for reading and look; *SQLITE is owned: sqlite_shut, also after an error. */
static enum status open_and_look(const char *path, sqlite3 **sqlite, struct backup_info *out, struct err *err)
{
    struct stat info;
    enum status status;

    memset(out, 0, sizeof *out);
    if (stat(path, &info) != 0)
        return errno == ENOENT ? err_set(err, STATUS_STORAGE, CODE_DB_MISSING, path, NULL, NULL)
                               : file_fail(CODE_FILE_OPEN, path, errno, err);
    if (!S_ISREG(info.st_mode) || info.st_size < 512)
        return err_set(err, STATUS_STORAGE, CODE_DB_NOT_A_DB, path, NULL, NULL);
    out->bytes = info.st_size;
    status = sqlite_open(sqlite, path, SQLITE_OPEN_READONLY, err);
    if (status == STATUS_OK)
        status = sqlite_run(*sqlite, path, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; BEGIN", err);
    return status == STATUS_OK ? look(*sqlite, path, out, err) : status;
}

enum status backup_look(const char *path, struct backup_info *out, struct err *err)
{
    sqlite3 *sqlite = NULL;
    enum status status = open_and_look(path, &sqlite, out, err);

    sqlite_shut(sqlite);
    return status;
}

/* ---- the place ------------------------------------------------------------------------------------ */

/* Keep writers out of TO for as long as *SQLITE is open. A file too damaged to be locked has no writer that
 * could store anything. */
static enum status lock(const char *to, int wait_ms, sqlite3 **sqlite, struct err *err)
{
    struct err why = {0};
    int64_t application = 0;
    enum status status = sqlite_open(sqlite, to, SQLITE_OPEN_READWRITE, &why);

    if (status == STATUS_OK) {
        (void)sqlite3_busy_timeout(*sqlite, wait_ms); /* only sets a number */
        status = sqlite_run(*sqlite, to, "BEGIN EXCLUSIVE", &why);
    }
    if (status == STATUS_OK)
        status = sqlite_int(*sqlite, to, "PRAGMA application_id", &application, &why);
    if (status == STATUS_OK && application != APPLICATION_ID && application)
        status = err_set(&why, STATUS_STORAGE, CODE_DB_FOREIGN, to, NULL, NULL);
    if (why.code == CODE_DB_NOT_A_DB || why.code == CODE_DB_DAMAGED)
        return STATUS_OK;
    if (status != STATUS_OK && err)
        *err = why;
    return status;
}

/* Give FILE the name NAME as well, which nobody has. Where there are no second names (FAT) it is moved. */
static enum status keep_as(const char *file, const char *name, struct err *err)
{
    struct stat info;

    if (link(file, name) == 0)
        return STATUS_OK;
    if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS) {
        if (lstat(name, &info) == 0)
            errno = EEXIST;
        else if (rename(file, name) == 0)
            return STATUS_OK;
    }
    if (errno == EEXIST)
        return err_set(err, STATUS_NO, CODE_DB_EXISTS, name, NULL, NULL);
    return file_fail(CODE_FILE_WRITE, name, errno, err);
}

/* A journal that was left would be played back into the new file: it goes with the file it belongs to. */
static enum status keep_journal(const char *to, const char *kept, const char *suffix, struct err *err)
{
    struct str from = STR_INIT, name = STR_INIT;
    enum status status = STATUS_OK;
    struct stat info;

    str_printf(&from, "%s%s", to, suffix);
    str_printf(&name, "%s%s", kept, suffix);
    if (str_failed(&from) || str_failed(&name))
        status = err_memory(err);
    else if (lstat(from.text, &info) == 0 && info.st_size > 0 && rename(from.text, name.text) != 0)
        status = file_fail(CODE_FILE_WRITE, from.text, errno, err);
    str_release(&from);
    str_release(&name);
    return status;
}

static enum status keep(const char *to, const char *date, struct str *kept, struct err *err)
{
    enum status status = STATUS_NO;

    for (int n = 1; n < KEPT_NAMES && status == STATUS_NO; n++) {
        str_clear(kept);
        str_printf(kept, "%s.replaced-%s", to, date);
        if (n > 1)
            str_printf(kept, "-%d", n);
        status = str_failed(kept) ? err_memory(err) : keep_as(to, kept->text, err);
    }
    if (status == STATUS_NO)
        status = err_set(err, STATUS_STORAGE, CODE_RESTORE_KEEP, to, NULL, NULL);
    if (status == STATUS_OK)
        status = keep_journal(to, kept->text, "-journal", err);
    if (status == STATUS_OK)
        status = keep_journal(to, kept->text, "-wal", err);
    return status;
}

/* The copy could not take TO's place: TO is what it was, with its own name alone. */
static void give_back(const char *to, const char *kept)
{
    static const char *const suffixes[] = {"-journal", "-wal", ""};

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct str from = STR_INIT, name = STR_INIT;

        str_printf(&from, "%s%s", kept, suffixes[i]);
        str_printf(&name, "%s%s", to, suffixes[i]);
        if (!str_failed(&from) && !str_failed(&name)) {
            (void)rename(from.text, name.text); /* of two names of one file it keeps both */
            (void)unlink(from.text);
        }
        str_release(&from);
        str_release(&name);
    }
}

/* NAME, a finished copy, becomes TO. */
static enum status replace(const char *name, const char *to, bool there, const char *date, int wait_ms,
                           struct str *kept, struct err *err)
{
    struct str directory = STR_INIT;
    sqlite3 *locked = NULL;
    enum status status = file_sync(name, err);

    file_add_directory(&directory, to);
    if (status == STATUS_OK && str_failed(&directory))
        status = err_memory(err);
    if (status == STATUS_OK && there)
        status = lock(to, wait_ms, &locked, err);
    if (status == STATUS_OK && there)
        status = keep(to, date, kept, err);
    if (status == STATUS_OK && rename(name, to) != 0) {
        status = file_fail(CODE_FILE_WRITE, to, errno, err);
        if (there)
            give_back(to, kept->text);
    }
    if (status == STATUS_OK)
        status = file_sync(directory.text, err);
    sqlite_shut(locked);
    str_release(&directory);
    return status;
}

/* TO without symbolic links, so that what they lead to is replaced and not they; *THERE: there is a file. */
static enum status find_place(const char *from, const char *to, struct str *place, bool *there,
                              struct err *err)
{
    struct str directory = STR_INIT;
    struct stat a, b;
    char *real = realpath(to, NULL);
    enum status status = file_check_directory(to, err);

    *there = real != NULL;
    str_add(place, real ? real : to);
    file_add_directory(&directory, place->text);
    free(real);
    if (status == STATUS_OK && (str_failed(place) || str_failed(&directory)))
        status = err_memory(err);
    if (status == STATUS_OK)
        status = file_check_local(directory.text, err);
    if (status == STATUS_OK && *there && stat(place->text, &a) == 0) {
        if (!S_ISREG(a.st_mode))
            status = err_set(err, STATUS_STORAGE, CODE_DB_NOT_A_DB, to, NULL, NULL);
        else if (stat(from, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino)
            status = err_set(err, STATUS_USAGE, CODE_RESTORE_SELF, from, NULL, NULL);
    }
    str_release(&directory);
    return status;
}

enum status db_restore(const char *from, const char *to, const char *date, int wait_ms,
                       struct backup_info *info, struct str *kept, struct err *err)
{
    struct backup_info own;
    struct str place = STR_INIT, name = STR_INIT;
    sqlite3 *sqlite = NULL;
    char random[17];
    bool there = false, made = false;
    enum status status = find_place(from, to, &place, &there, err);

    str_clear(kept);
    if (status == STATUS_OK)
        status = open_and_look(from, &sqlite, info ? info : &own, err);
    if (status == STATUS_OK)
        status = file_random_hex(random, 8, err);
    if (status != STATUS_OK)
        goto out;
    str_printf(&name, "%s.new-%s", place.text, random);
    status = str_failed(&name) ? err_memory(err) : file_create(name.text, err);
    if (status != STATUS_OK)
        goto out;
    made = true;
    status = backup_fill(sqlite, name.text, err);
    if (status == STATUS_OK)
        status = replace(name.text, place.text, there, date, wait_ms, kept, err);
    made = status != STATUS_OK;
out:
    if (made)
        (void)unlink(name.text); /* the first error is the one to tell */
    sqlite_shut(sqlite);
    str_release(&place);
    str_release(&name);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that makes, opens and copies files: each begins without an open database.
 */
#include "db/backup.h"
#include "db/file.h"
#include "db/handle.h"
#include "db/migrate.h"
#include "db/restore.h"
#include "tests/torture/faults/cases.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct name {
    char text[160];
};

static struct name in_office(const struct office *o, const char *name)
{
    struct name path;

    (void)snprintf(path.text, sizeof path.text, "%s/%s", o->directory, name);
    return path;
}

static bool is_there(const struct name path)
{
    struct stat info;

    return lstat(path.text, &info) == 0;
}

void verify_same(struct office *o, enum status status, struct str *out)
{
    struct str unsound = STR_INIT;
    struct err err = {0};

    (void)status;
    if (office_open(o, &err) != STATUS_OK)
        str_printf(out, "does not open any more: code %d", (int)err.code);
    else
        str_add(out, office_unsound(o->db, &unsound));
    str_release(&unsound);
}

/* ---- opening ------------------------------------------------------------------------------------- */

static enum status run_open(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = db_open(&o->db, o->path, DB_WRITE, err);

    if (status == STATUS_OK)
        figure_text(figure, db_uuid(o->db));
    return status;
}

static enum status run_open_to_read(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = db_open(&o->db, o->path, DB_READ, err);

    if (status == STATUS_OK)
        figure_text(figure, db_uuid(o->db));
    return status;
}

static enum status run_create(struct office *o, uint64_t *figure, struct err *err)
{
    (void)figure;
    return db_open(&o->db, in_office(o, "new.db").text, DB_CREATE, err);
}

/* A file of that name is a whole one. */
static void verify_create(struct office *o, enum status status, struct str *out)
{
    struct err err = {0};

    if (status == STATUS_OK && !is_there(in_office(o, "new.db")))
        str_add(out, "was said to be made and is not there");
    if (!is_there(in_office(o, "new.db")))
        return;
    if (db_open(&o->db, in_office(o, "new.db").text, DB_WRITE, &err) != STATUS_OK)
        str_printf(out, "half of a new database: code %d", (int)err.code);
    else
        str_add(out, office_sum(o->db) ? "" : "cannot be read");
}

/* A file of the schema before this is made first, by a connection of its own. */
static enum status make_older(const struct office *o, struct err *err)
{
    struct db *older = NULL;
    enum status status =
        db_open_with(&older, in_office(o, "old.db").text, DB_CREATE, migrations, n_migrations - 1, err);

    if (status == STATUS_OK)
        status = write_begin(older, &office_stamp, err);
    if (status == STATUS_OK)
        status = write_end(older, db_setting_put(older, "kept", "yes", err), err);
    db_close(older);
    return status;
}

static enum status run_migrate(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = is_there(in_office(o, "old.db")) ? STATUS_OK : make_older(o, err);

    (void)figure;
    if (status == STATUS_OK)
        status = db_open(&o->db, in_office(o, "old.db").text, DB_WRITE, err);
    return status;
}

static void verify_migrate(struct office *o, enum status status, struct str *out)
{
    struct err err = {0};
    const char *kept = NULL;

    (void)status;
    if (!is_there(in_office(o, "old.db")))
        return;
    if (db_open(&o->db, in_office(o, "old.db").text, DB_WRITE, &err) != STATUS_OK)
        str_printf(out, "neither old nor new: code %d", (int)err.code);
    else if (db_setting(o->db, "kept", &kept, &err) != STATUS_OK)
        str_printf(out, "cannot be read after migrating: code %d", (int)err.code);
    else if (!kept && status == STATUS_OK)
        str_add(out, "lost what the old one had");
    else if (db_check(o->db, &kept, &err) != STATUS_OK)
        str_printf(out, "unsound after migrating: %s", kept ? kept : "?");
}

/* ---- copies -------------------------------------------------------------------------------------- */

static enum status run_backup(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = office_open(o, err);

    (void)figure;
    return status == STATUS_OK ? db_backup(o->db, in_office(o, "copy.db").text, err) : status;
}

static void verify_copy(struct office *o, enum status status, const char *name, struct str *out)
{
    struct name copy = in_office(o, name);
    uint64_t sum;

    verify_same(o, status, out);
    if (status == STATUS_OK && !is_there(copy))
        str_add(out, "the copy is not there");
    if (out->len_bytes || !is_there(copy))
        return;
    sum = office_sum(o->db);
    db_close(o->db);
    o->db = NULL;
    if (db_open(&o->db, copy.text, DB_WRITE, NULL) != STATUS_OK || office_sum(o->db) != sum)
        str_add(out, "the copy is not the whole of it");
}

static void verify_backup(struct office *o, enum status status, struct str *out)
{
    verify_copy(o, status, "copy.db", out);
}

static enum status run_backup_daily(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = office_open(o, err);

    (void)figure;
    return status == STATUS_OK ? db_backup_daily(o->db, in_office(o, "copies/here").text, "2024-01-02", err)
                               : status;
}

/* A copy is made, the file changed, and the copy put in its place. */
static enum status run_restore(struct office *o, uint64_t *figure, struct err *err)
{
    const struct name copy = in_office(o, "copy.db");
    struct str kept = STR_INIT;
    struct backup_info info;
    enum status status = run_backup(o, figure, err);

    if (status == STATUS_OK)
        status = write_begin(o->db, &office_stamp, err);
    if (status == STATUS_OK)
        status = write_end(o->db, db_setting_put(o->db, "later", "yes", err), err);
    db_close(o->db);
    o->db = NULL;
    if (status == STATUS_OK)
        status = backup_look(copy.text, &info, err);
    if (status == STATUS_OK)
        status = db_restore(copy.text, o->path, "2024-01-02", 0, &info, &kept, err);
    str_release(&kept);
    return status;
}

/* The file of then or the file of now, whole; when it was said to be done: of then. */
static void verify_restore(struct office *o, enum status status, struct str *out)
{
    const char *later = NULL;

    verify_same(o, status, out);
    if (out->len_bytes || status != STATUS_OK)
        return;
    if (db_setting(o->db, "later", &later, NULL) != STATUS_OK || later)
        str_add(out, "was said to be restored and is not");
}

/* ---- files --------------------------------------------------------------------------------------- */

static enum status run_files(struct office *o, uint64_t *figure, struct err *err)
{
    const struct name directory = in_office(o, "deep/er"), from = in_office(o, "deep/er/a"),
                      to = in_office(o, "deep/er/b");
    char uuid[37];
    enum status status = directory_make(directory.text, err);

    (void)figure;
    if (status == STATUS_OK)
        status = file_check_directory(from.text, err);
    if (status == STATUS_OK)
        status = file_check_local(directory.text, err);
    if (status == STATUS_OK)
        status = file_uuid(uuid, err);
    if (status == STATUS_OK)
        status = file_create(from.text, err);
    if (status == STATUS_OK)
        status = file_sync(from.text, err);
    if (status == STATUS_OK)
        status = file_publish(from.text, to.text, err);
    return status;
}

static void verify_files(struct office *o, enum status status, struct str *out)
{
    if (status == STATUS_OK && !is_there(in_office(o, "deep/er/b")))
        str_add(out, "the file is not there");
}

const struct fault_case file_cases[] = {
    {"open", true, run_open, verify_same},          {"open_to_read", true, run_open_to_read, verify_same},
    {"create", true, run_create, verify_create},    {"migrate", true, run_migrate, verify_migrate},
    {"backup", true, run_backup, verify_backup},    {"backup_daily", true, run_backup_daily, verify_same},
    {"restore", true, run_restore, verify_restore}, {"files", true, run_files, verify_files},
    {"publish", true, run_publish, verify_publish},
};
const size_t n_file_cases = COUNT(file_cases);

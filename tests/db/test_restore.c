/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Restoring: what is looked at first, what is kept, and who may not go on writing to the file that was
 * replaced.
 */
#include "tests/db/scratch.h"

#include "db/backup.h"
#include "db/restore.h"

static const char day[] = "2024-05-02";

static struct db *real_database(void **state)
{
    struct db *db = NULL;

    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_CREATE, NULL), STATUS_OK);
    return db;
}

static enum status write_setting(struct db *db, const char *value, struct err *err)
{
    enum status status = write_begin(db, &stamp, err);

    if (!status)
        status = write_end(db, db_setting_put(db, "test", value, err), err);
    return status;
}

static void assert_setting(struct db *db, const char *expected)
{
    const char *value;

    assert_int_equal(db_setting(db, "test", &value, NULL), STATUS_OK);
    assert_string_equal(value, expected);
}

static enum status restore(void **state, const char *from, struct str *kept, struct err *err)
{
    const struct scratch *scratch = *state;
    struct str to = STR_INIT;
    enum status status;

    str_printf(&to, "%s/x.db", scratch->directory);
    status = db_restore(path_of(state, from), to.text, day, 0, NULL, kept, err);
    str_release(&to);
    return status;
}

static void what_is_looked_at__is_told_whose_it_is_and_how_old(void **state)
{
    struct db *db = real_database(state);
    struct backup_info info;
    struct stat file;

    assert_int_equal(write_setting(db, "a", NULL), STATUS_OK);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    assert_int_equal(backup_look(path_of(state, "copy.db"), &info, NULL), STATUS_OK);
    assert_string_equal(info.uuid, db_uuid(db));
    assert_int_equal(info.schema, db_schema_version());
    assert_int_equal(stat(path_of(state, "copy.db"), &file), 0);
    assert_int_equal(info.bytes, file.st_size);
    assert_string_equal(info.last, ""); /* settings are not journalled */
    db_close(db);
}

static void who_has_the_replaced_file_open__reads_on_and_writes_no_more(void **state)
{
    struct db *db = real_database(state), *other = NULL;
    struct str kept = STR_INIT;
    struct err err = {0};

    assert_int_equal(write_setting(db, "backed up", NULL), STATUS_OK);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    assert_int_equal(write_setting(db, "later", NULL), STATUS_OK);
    assert_false(db_moved(db));
    assert_int_equal(restore(state, "copy.db", &kept, &err), STATUS_OK);
    assert_true(db_moved(db));
    assert_int_equal(write_setting(db, "into the void", &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_MOVED);
    assert_setting(db, "later");
    assert_int_equal(db_open(&other, path_of(state, "x.db"), DB_WRITE, &err), STATUS_OK);
    assert_setting(other, "backed up");
    assert_false(db_moved(other));
    assert_int_equal(write_setting(other, "goes on", &err), STATUS_OK);
    db_close(other);
    db_close(db);
    assert_int_equal(db_open(&other, kept.text, DB_WRITE, &err), STATUS_OK);
    assert_setting(other, "later");
    db_close(other);
    str_release(&kept);
}

static void somebody_who_writes__is_not_replaced(void **state)
{
    const struct scratch *scratch = *state;
    struct db *db = real_database(state);
    struct str kept = STR_INIT;
    struct err err = {0};

    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(restore(state, "copy.db", &kept, &err), STATUS_BUSY);
    assert_int_equal(write_end(db, db_setting_put(db, "test", "stands", NULL), NULL), STATUS_OK);
    assert_false(db_moved(db));
    assert_setting(db, "stands");
    db_close(db);
    assert_int_equal(count_files(scratch->directory, "x.db."), 0);
    assert_int_equal(count_files(scratch->directory, "x.db-wal"), 0);
    str_release(&kept);
}

/* A journal that a killed writer left must never be played into the new file. */
static void a_journal_beside_a_damaged_file__goes_with_it(void **state)
{
    struct db *db = real_database(state), *other = NULL;
    struct str kept = STR_INIT, name = STR_INIT;
    struct err err = {0};
    int fd;

    assert_int_equal(write_setting(db, "good", NULL), STATUS_OK);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    db_close(db);
    fd = open(path_of(state, "x.db"), O_WRONLY | O_TRUNC);
    assert_int_equal(write(fd, "garbage", 7), 7);
    assert_int_equal(close(fd), 0);
    fd = open(path_of(state, "x.db-wal"), O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(fd, "left behind", 11), 11);
    assert_int_equal(close(fd), 0);
    assert_int_equal(restore(state, "copy.db", &kept, &err), STATUS_OK);
    str_printf(&name, "%s-wal", kept.text);
    assert_int_equal(access(name.text, F_OK), 0);
    assert_int_equal(access(path_of(state, "x.db-wal"), F_OK), -1);
    assert_int_equal(db_open(&other, path_of(state, "x.db"), DB_WRITE, &err), STATUS_OK);
    assert_setting(other, "good");
    db_close(other);
    str_release(&kept);
    str_release(&name);
}

static void an_older_schema__is_restored_and_migrated_when_it_is_opened(void **state)
{
    struct db *db = NULL;
    struct str kept = STR_INIT;
    struct backup_info info;
    struct err err = {0};

    assert_int_equal(db_open_with(&db, path_of(state, "old.db"), DB_CREATE, migrations, 3, &err), STATUS_OK);
    db_close(db);
    assert_int_equal(backup_look(path_of(state, "old.db"), &info, &err), STATUS_OK);
    assert_int_equal(info.schema, 3);
    assert_int_equal(restore(state, "old.db", &kept, &err), STATUS_OK);
    assert_string_equal(kept.text, "");
    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_WRITE, &err), STATUS_OK);
    assert_string_equal(db_uuid(db), info.uuid);
    db_close(db);
    str_release(&kept);
}

static void another_programs_database__is_never_replaced(void **state)
{
    struct db *db = real_database(state);
    struct str kept = STR_INIT;
    struct err err = {0};
    sqlite3 *sqlite = NULL;

    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(sqlite3_open(path_of(state, "x.db"), &sqlite), SQLITE_OK);
    assert_int_equal(sqlite3_exec(sqlite, "PRAGMA application_id = 77", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
    assert_int_equal(restore(state, "copy.db", &kept, &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_FOREIGN);
    str_release(&kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(what_is_looked_at__is_told_whose_it_is_and_how_old),
        scratch_test(who_has_the_replaced_file_open__reads_on_and_writes_no_more),
        scratch_test(somebody_who_writes__is_not_replaced),
        scratch_test(a_journal_beside_a_damaged_file__goes_with_it),
        scratch_test(an_older_schema__is_restored_and_migrated_when_it_is_opened),
        scratch_test(another_programs_database__is_never_replaced),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

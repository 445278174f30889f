/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an older schema to the present one: with a backup, all or nothing, and the journal after it.
 */
#include "tests/db/scratch.h"

#include "db/journal.h"

#define OLD_ROW "INSERT INTO thing (id, name) VALUES (1, '水位站')"

/* The tests' schema 2 and STEP after it. */
static enum status open_at_three(struct db **db, const char *path, enum db_mode mode, const char *step,
                                 struct err *err)
{
    const struct migration steps[] = {migrations[0], {2, "thing", THING_SQL}, {3, "third", step}};

    return db_open_with(db, path, mode, steps, 3, err);
}

static void make_two(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, OLD_ROW, NULL), STATUS_OK);
    db_close(db);
}

static void an_older_schema__is_backed_up_and_migrated(void **state)
{
    char uuid[40];
    struct db *db;

    make_two(state);
    assert_int_equal(
        open_at_three(&db, path_of(state, "x.db"), DB_WRITE, "ALTER TABLE thing ADD COLUMN more TEXT", NULL),
        STATUS_OK);
    assert_int_equal(ask(db, "PRAGMA user_version"), 3);
    assert_int_equal(ask(db, "SELECT count(*) FROM thing WHERE more IS NULL"), 1);
    memcpy(uuid, db_uuid(db), 37);
    db_close(db);
    /* the copy is the old database, whole: the program of its time opens it */
    assert_int_equal(open_things(&db, path_of(state, "x.db.schema-2.backup"), DB_WRITE, NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM thing WHERE name = '水位站'"), 1);
    assert_string_equal(db_uuid(db), uuid);
    db_close(db);
}

static void a_new_column__is_journalled_and_what_the_step_did_is_not(void **state)
{
    struct db *db;

    make_two(state);
    assert_int_equal(
        open_at_three(&db, path_of(state, "x.db"), DB_WRITE,
                      "ALTER TABLE thing ADD COLUMN more TEXT; UPDATE thing SET more = 'filled';"
                      "CREATE TABLE fresh (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT) STRICT;",
                      NULL),
        STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM change WHERE col = 'more'"), 0);
    assert_int_equal(write_sql(db, "UPDATE thing SET more = 'x'", NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "INSERT INTO fresh (a) VALUES ('y')", NULL), STATUS_OK);
    assert_int_equal(
        ask(db, "SELECT count(*) FROM change WHERE col = 'more' AND old = 'filled' AND new = 'x'"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM change WHERE tbl = 'fresh'"), 2);
    db_close(db);
}

static void a_database_that_is_up_to_date__is_not_backed_up(void **state)
{
    const struct scratch *scratch = *state;

    make_two(state);
    db_close(old_things(state));
    assert_int_equal(count_files(scratch->directory, "x.db.schema"), 0);
}

static void a_backup_of_an_earlier_migration__is_never_replaced(void **state)
{
    const struct scratch *scratch = *state;
    struct db *db;

    make_two(state);
    write_file(path_of(state, "x.db.schema-2.backup"), "earlier", 7);
    assert_int_equal(open_at_three(&db, path_of(state, "x.db"), DB_WRITE, "SELECT 1", NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(count_files(scratch->directory, "x.db.schema-2-2.backup"), 1);
    assert_int_equal(count_files(scratch->directory, "x.db.schema"), 2);
}

static void a_step_that_fails__leaves_the_database_as_it_was(void **state)
{
    static const struct {
        const char *what, *step, *says;
    } cases[] = {
        {"no SQL", "CREATE TABLE ok (id INTEGER); CREATE TABEL x", "syntax error"},
        {"no such table", "DROP TABLE thing; UPDATE nowhere SET x = 1", "no such table"},
        {"a reference left broken", "INSERT INTO part (thing_id) VALUES (99)", "FOREIGN KEY"},
        {"a reference broken by a drop", "INSERT INTO part (thing_id) VALUES (1); DELETE FROM thing",
         "FOREIGN KEY"},
        {"a constraint", "INSERT INTO thing (id) VALUES (1)", "UNIQUE"},
    };
    struct str before = STR_INIT, after = STR_INIT;

    make_two(state);
    read_file(path_of(state, "x.db"), &before);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err err = {0};
        struct db *db;

        assert_int_equal(open_at_three(&db, path_of(state, "x.db"), DB_WRITE, cases[i].step, &err),
                         STATUS_STORAGE);
        assert_null(db);
        if (err.code != CODE_DB_MIGRATION || !strstr(err.arg[1], cases[i].says))
            fail_msg("%s: code %d, %s", cases[i].what, (int)err.code, err.arg[1]);
        assert_string_equal(err.arg[0], "3");
        db = old_things(state);
        assert_int_equal(ask(db, "SELECT count(*) FROM thing WHERE name = '水位站'"), 1);
        assert_int_equal(ask(db, "SELECT count(*) FROM part"), 0);
        db_close(db);
    }
    read_file(path_of(state, "x.db"), &after);
    assert_int_equal(before.len_bytes, after.len_bytes);
    assert_memory_equal(before.text, after.text, before.len_bytes);
    str_release(&before);
    str_release(&after);
}

static void a_step__may_rebuild_a_table_that_others_refer_to(void **state)
{
    struct err err = {0};
    struct db *db;

    make_two(state);
    assert_int_equal(other_tool(path_of(state, "x.db"), "INSERT INTO part (thing_id, text) VALUES (1, 'p')"),
                     SQLITE_OK);
    assert_int_equal(
        open_at_three(&db, path_of(state, "x.db"), DB_WRITE,
                      "CREATE TABLE thing_new (id INTEGER PRIMARY KEY AUTOINCREMENT, ver INTEGER NOT NULL,"
                      " name TEXT NOT NULL) STRICT;"
                      "INSERT INTO thing_new SELECT id, ver, name FROM thing; DROP TABLE thing;"
                      "ALTER TABLE thing_new RENAME TO thing",
                      &err),
        STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM part"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    assert_int_equal(ask(db, "PRAGMA foreign_keys"), 1);
    assert_int_equal(write_sql(db, "INSERT INTO part (thing_id) VALUES (99)", NULL), STATUS_STORAGE);
    assert_int_equal(write_sql(db, "INSERT INTO part (thing_id) VALUES (1)", NULL), STATUS_OK);
    db_close(db);
}

static void a_new_database__has_the_schema_of_a_migrated_one(void **state)
{
    static const char step[] = "CREATE TABLE later (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT) STRICT";
    static const char schema[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    char *made, *migrated;
    struct db *db;

    make_two(state);
    assert_int_equal(open_at_three(&db, path_of(state, "x.db"), DB_WRITE, step, NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(open_at_three(&db, path_of(state, "y.db"), DB_CREATE, step, NULL), STATUS_OK);
    db_close(db);
    migrated = other_look(path_of(state, "x.db"), schema);
    made = other_look(path_of(state, "y.db"), schema);
    assert_string_equal(made, migrated);
    free(made);
    free(migrated);
}

static void two_schemas_at_once__are_caught_up(void **state)
{
    const struct migration one[] = {migrations[0]};
    struct db *db;

    assert_int_equal(db_open_with(&db, path_of(state, "x.db"), DB_CREATE, one, 1, NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(
        open_at_three(&db, path_of(state, "x.db"), DB_WRITE, "ALTER TABLE thing ADD COLUMN more TEXT", NULL),
        STATUS_OK);
    assert_int_equal(ask(db, "PRAGMA user_version"), 3);
    assert_int_equal(write_sql(db, "INSERT INTO thing (more) VALUES ('x')", NULL), STATUS_OK);
    db_close(db);
}

static void an_older_schema__is_not_migrated_for_reading(void **state)
{
    struct err err = {0};
    struct db *db;

    make_two(state);
    assert_int_equal(open_at_three(&db, path_of(state, "x.db"), DB_READ, "SELECT 1", &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_OLDER);
    assert_string_equal(err.arg[0], "2");
    assert_string_equal(err.arg[1], "3");
    db_close(old_things(state));
}

static void a_migration_that_cannot_be_backed_up__is_not_begun(void **state)
{
    struct err err = {0};
    struct db *db;
    char name[32];

    make_two(state);
    for (int i = 1; i < 1000; i++) { /* every name is taken */
        (void)snprintf(name, sizeof name, i > 1 ? "x.db.schema-2-%d.backup" : "x.db.schema-2.backup", i);
        write_file(path_of(state, name), "", 0);
    }
    assert_int_equal(open_at_three(&db, path_of(state, "x.db"), DB_WRITE, "SELECT 1", &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_EXISTS);
    db_close(old_things(state));
}

static void the_embedded_steps__are_numbered_without_a_gap(void **state)
{
    (void)state;
    assert_true(n_migrations >= 1);
    for (size_t i = 0; i < n_migrations; i++) {
        assert_int_equal(migrations[i].version, i + 1);
        assert_true(strlen(migrations[i].sql) > 100);
        assert_true(strlen(migrations[i].name) > 0);
    }
    assert_string_equal(migrations[0].name, "journal");
    assert_int_equal(db_schema_version(), n_migrations);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(an_older_schema__is_backed_up_and_migrated),
        scratch_test(a_new_column__is_journalled_and_what_the_step_did_is_not),
        scratch_test(a_database_that_is_up_to_date__is_not_backed_up),
        scratch_test(a_backup_of_an_earlier_migration__is_never_replaced),
        scratch_test(a_step_that_fails__leaves_the_database_as_it_was),
        scratch_test(a_step__may_rebuild_a_table_that_others_refer_to),
        scratch_test(a_new_database__has_the_schema_of_a_migrated_one),
        scratch_test(two_schemas_at_once__are_caught_up),
        scratch_test(an_older_schema__is_not_migrated_for_reading),
        scratch_test(a_migration_that_cannot_be_backed_up__is_not_begun),
        scratch_test(the_embedded_steps__are_numbered_without_a_gap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and opening: what is made for whom, how it is opened, what can be asked of it then.
 */
#include "tests/db/scratch.h"

#include "db/handle.h"

/* ---- creating ---------------------------------------------------------------------------------- */

static void create__makes_a_file_for_its_owner_alone(void **state)
{
    struct stat info;

    umask(0);
    db_close(new_things(state));
    assert_int_equal(stat(path_of(state, "x.db"), &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
}

static void create__lets_the_group_in_where_its_directory_is_shared(void **state)
{
    const struct scratch *scratch = *state;
    struct stat info;

    assert_int_equal(chmod(scratch->directory, 02770), 0);
    umask(077);
    db_close(new_things(state));
    assert_int_equal(stat(path_of(state, "x.db"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0660);
}

static void create__leaves_no_other_file(void **state)
{
    const struct scratch *scratch = *state;
    struct db *db = new_things(state);

    assert_int_equal(count_files(scratch->directory, "x.db.new"), 0);
    db_close(db);
    assert_int_equal(count_files(scratch->directory, "x.db"), 1);
}

static void create__is_refused_where_there_is_a_file(void **state)
{
    struct str after = STR_INIT;
    struct err err = {0};
    struct db *db;

    write_file(path_of(state, "x.db"), "稿", 3);
    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_CREATE, &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_EXISTS);
    assert_string_equal(err.place, path_of(state, "x.db"));
    assert_null(db);
    read_file(path_of(state, "x.db"), &after);
    assert_string_equal(after.text, "稿");
    str_release(&after);
}

static void create__is_refused_where_a_symlink_leads_nowhere(void **state)
{
    struct err err = {0};
    struct db *db;

    assert_int_equal(symlink("nowhere", path_of(state, "x.db")), 0);
    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_CREATE, &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_EXISTS);
}

static void create__is_refused_beside_a_journal_that_somebody_left(void **state)
{
    static const char *const names[] = {"x.db-journal", "x.db-wal"};
    struct err err = {0};
    struct db *db;

    for (size_t i = 0; i < 2; i++) {
        write_file(path_of(state, names[i]), "old", 3);
        assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_CREATE, &err), STATUS_STORAGE);
        assert_int_equal(err.code, CODE_DB_EXISTS);
        assert_string_equal(err.place, path_of(state, names[i]));
        assert_int_equal(unlink(path_of(state, names[i])), 0);
    }
}

static void create__is_refused_in_a_directory_that_is_missing(void **state)
{
    struct err err = {0};
    struct db *db;

    assert_int_equal(db_open(&db, path_of(state, "none/x.db"), DB_CREATE, &err), STATUS_MISSING);
    assert_int_equal(err.code, CODE_DIR_MISSING);
}

static void create__gives_every_database_a_uuid_of_its_own(void **state)
{
    static const char form[] = "xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx";
    char first[UUID_BYTES];
    struct db *db = new_things(state);
    const char *setting;

    memcpy(first, db_uuid(db), UUID_BYTES);
    assert_int_equal(strlen(first), sizeof form - 1);
    for (size_t i = 0; form[i]; i++)
        assert_non_null(strchr(form[i] == 'x'   ? "0123456789abcdef"
                               : form[i] == 'v' ? "89ab"
                                                : (char[]){form[i], 0},
                               first[i]));
    assert_int_equal(db_setting(db, "uuid", &setting, NULL), STATUS_OK);
    assert_string_equal(setting, first);
    db_close(db);
    assert_int_equal(open_things(&db, path_of(state, "y.db"), DB_CREATE, NULL), STATUS_OK);
    assert_string_not_equal(db_uuid(db), first);
    db_close(db);
}

static void open__takes_no_name_for_anything_but_a_file(void **state)
{
    static const char *const names[] = {":memory:", "file:y.db?mode=memory", "file::memory:", "a%20b?c#d"};
    const struct scratch *scratch = *state;
    struct db *db;

    assert_int_equal(chdir(scratch->directory), 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_int_equal(db_open(&db, names[i], DB_CREATE, NULL), STATUS_OK);
        assert_string_equal(db_path(db), names[i]);
        db_close(db);
        assert_int_equal(access(path_of(state, names[i]), F_OK), 0);
    }
    assert_int_equal(chdir("/"), 0);
}

/* ---- after a crash ----------------------------------------------------------------------------- */

/* Die in the middle of a write whose pages are on the disk already: the journal is hot. */
static int die_writing(void **state, void *argument)
{
    sqlite3 *sqlite;

    (void)argument;
    if (sqlite3_open(path_of(state, "x.db"), &sqlite) != SQLITE_OK ||
        sqlite3_exec(sqlite,
                     "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 2; BEGIN IMMEDIATE;"
                     "UPDATE thing SET name = 'half done';"
                     "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000)"
                     " INSERT INTO thing (name) SELECT 'lost' FROM c",
                     NULL, NULL, NULL) != SQLITE_OK)
        return 1;
    (void)kill(getpid(), SIGKILL);
    return 2;
}

static void a_write_that_was_killed__is_taken_back_by_whoever_opens_next(void **state)
{
    for (enum db_mode mode = DB_READ; mode <= DB_WRITE; mode++) {
        struct db *db = new_things(state);
        struct stat info;

        assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('stands')", NULL), STATUS_OK);
        db_close(db);
        assert_int_equal(in_child(die_writing, state, NULL), -1);
        assert_int_equal(stat(path_of(state, "x.db-journal"), &info), 0);
        assert_true(info.st_size > 0);
        assert_int_equal(open_things(&db, path_of(state, "x.db"), mode, NULL), STATUS_OK);
        assert_int_equal(ask(db, "SELECT count(*) FROM thing WHERE name = 'stands'"), 1);
        assert_int_equal(ask(db, "SELECT count(*) FROM thing"), 1);
        db_close(db);
        (void)unlink(path_of(state, "x.db-journal"));
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
    }
}

/* ---- how it is opened -------------------------------------------------------------------------- */

static void assert_pragma(struct db *db, const char *pragma, const char *expected)
{
    struct str value = STR_INIT;

    assert_int_equal(sqlite_text(db->sqlite, db->path, pragma, &value, NULL), STATUS_OK);
    if (!text_same(value.text, expected))
        fail_msg("%s is %s", pragma, value.text);
    str_release(&value);
}

static void an_open_database__has_every_setting_that_keeps_it_safe(void **state)
{
    static const char *const settings[][2] = {
        {"PRAGMA journal_mode", "truncate"}, {"PRAGMA synchronous", "3"},
        {"PRAGMA foreign_keys", "1"},        {"PRAGMA trusted_schema", "0"},
        {"PRAGMA cell_size_check", "1"},     {"PRAGMA mmap_size", "0"},
        {"PRAGMA recursive_triggers", "1"},  {"PRAGMA temp_store", "2"},
        {"PRAGMA cache_spill", "0"},         {"PRAGMA busy_timeout", "0"},
        {"PRAGMA user_version", "2"},        {"PRAGMA application_id", "1497977672"},
    };
    struct err err = {0};
    struct stmt *stmt;
    struct db *db = new_things(state);

    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        assert_pragma(db, settings[i][0], settings[i][1]);
    /* DQS: a word in double quotes is never a text */
    assert_int_equal(stmt_begin(db, &stmt, "SELECT \"nothing of the kind\"", &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_SQL);
    /* DEFENSIVE */
    assert_int_equal(write_sql(db, "UPDATE sqlite_schema SET name = 'x'", &err), STATUS_STORAGE);
    db_close(db);
}

static void a_database_in_wal_mode__is_brought_back_to_the_rollback_journal(void **state)
{
    const struct scratch *scratch = *state;
    struct db *db;

    db_close(new_things(state));
    assert_int_equal(other_tool(path_of(state, "x.db"), "PRAGMA journal_mode = WAL"), SQLITE_OK);
    db = old_things(state);
    assert_pragma(db, "PRAGMA journal_mode", "truncate");
    db_close(db);
    assert_int_equal(count_files(scratch->directory, "x.db-wal"), 0);
}

static void a_database_opened_for_reading__cannot_be_written(void **state)
{
    struct err err = {0};
    struct db *db = new_things(state);

    db_close(db);
    assert_int_equal(open_things(&db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
    assert_int_equal(write_begin(db, &stamp, &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_READONLY);
    assert_pragma(db, "PRAGMA query_only", "1");
    db_close(db);
}

static void the_shipped_schema__is_created_opened_and_sound(void **state)
{
    const char *finding;
    struct db *db;

    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_CREATE, NULL), STATUS_OK);
    assert_int_equal(ask(db, "PRAGMA user_version"), db_schema_version());
    assert_int_equal(db_check(db, &finding, NULL), STATUS_OK);
    assert_null(finding);
    db_close(db);
    for (enum db_mode mode = DB_READ; mode <= DB_WRITE; mode++) {
        assert_int_equal(db_open(&db, path_of(state, "x.db"), mode, NULL), STATUS_OK);
        assert_string_equal(db_path(db), path_of(state, "x.db"));
        db_close(db);
    }
    db_close(NULL);
}

static void check__finds_a_reference_to_nothing(void **state)
{
    struct err err = {0};
    const char *finding;
    struct db *db = new_things(state);

    db_close(db);
    assert_int_equal(other_tool(path_of(state, "x.db"), "INSERT INTO part (id, thing_id) VALUES (5, 99)"),
                     SQLITE_OK);
    db = old_things(state);
    assert_int_equal(db_check(db, &finding, &err), STATUS_NO);
    assert_int_equal(err.code, CODE_DB_DAMAGED);
    assert_string_equal(finding, "FOREIGN KEY part 5 thing");
    db_close(db);
}

/* A byte of a table's page changed: the file opens, the check sees it. */
static void check__finds_a_page_that_was_written_over(void **state)
{
    const char *finding;
    char junk[200];
    struct db *db = new_things(state);
    int64_t page;
    int fd;

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('x')", NULL), STATUS_OK);
    page = ask(db, "SELECT rootpage FROM sqlite_schema WHERE name = 'thing'");
    db_close(db);
    memset(junk, 0xA5, sizeof junk);
    fd = open(path_of(state, "x.db"), O_WRONLY);
    assert_int_equal(pwrite(fd, junk, sizeof junk, (page - 1) * 4096), sizeof junk);
    assert_int_equal(close(fd), 0);
    db = old_things(state);
    assert_int_not_equal(db_check(db, &finding, NULL), STATUS_OK);
    db_close(db);
}

static void settings__are_kept_and_replaced(void **state)
{
    struct db *db = new_things(state);
    const char *value;

    assert_int_equal(db_setting(db, "paper", &value, NULL), STATUS_OK);
    assert_null(value);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
        assert_int_equal(db_setting_put(db, "paper", i ? "formal" : "經典", NULL), STATUS_OK);
        assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
        assert_int_equal(db_setting(db, "paper", &value, NULL), STATUS_OK);
        assert_string_equal(value, i ? "formal" : "經典");
    }
    assert_int_equal(ask(db, "SELECT count(*) FROM change"), 0);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(create__makes_a_file_for_its_owner_alone),
        scratch_test(create__lets_the_group_in_where_its_directory_is_shared),
        scratch_test(create__leaves_no_other_file),
        scratch_test(create__is_refused_where_there_is_a_file),
        scratch_test(create__is_refused_where_a_symlink_leads_nowhere),
        scratch_test(create__is_refused_beside_a_journal_that_somebody_left),
        scratch_test(create__is_refused_in_a_directory_that_is_missing),
        scratch_test(create__gives_every_database_a_uuid_of_its_own),
        scratch_test(open__takes_no_name_for_anything_but_a_file),
        scratch_test(a_write_that_was_killed__is_taken_back_by_whoever_opens_next),
        scratch_test(an_open_database__has_every_setting_that_keeps_it_safe),
        scratch_test(a_database_in_wal_mode__is_brought_back_to_the_rollback_journal),
        scratch_test(a_database_opened_for_reading__cannot_be_written),
        scratch_test(the_shipped_schema__is_created_opened_and_sound),
        scratch_test(check__finds_a_reference_to_nothing),
        scratch_test(check__finds_a_page_that_was_written_over),
        scratch_test(settings__are_kept_and_replaced),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

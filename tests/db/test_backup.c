/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: complete, sound, never instead of another file, and of use when they are needed.
 */
#include "tests/db/scratch.h"

#include "db/backup.h"

#include <sys/resource.h>

#define FILL                                                                         \
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000)" \
    " INSERT INTO thing (name, n) SELECT printf('%.*c', 500, 'x'), n FROM c"
#define SUM "SELECT count(*) * 1000000 + sum(n) FROM thing"

static void a_backup__stands_in_for_a_database_that_was_lost(void **state)
{
    struct db *db = new_things(state);
    char uuid[40], copy[128];
    int64_t sum, changes;

    assert_int_equal(write_sql(db, FILL, NULL), STATUS_OK); /* many times the pages of one step */
    sum = ask(db, SUM);
    changes = ask(db, "SELECT count(*) FROM change");
    memcpy(uuid, db_uuid(db), 37);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "DELETE FROM thing", NULL), STATUS_OK); /* goes on being usable */
    db_close(db);
    (void)snprintf(copy, sizeof copy, "%s", path_of(state, "copy.db"));
    (void)unlink(path_of(state, "x.db-journal"));
    assert_int_equal(rename(copy, path_of(state, "x.db")), 0);
    db = old_things(state);
    assert_int_equal(ask(db, SUM), sum);
    assert_int_equal(ask(db, "SELECT count(*) FROM change"), changes);
    assert_string_equal(db_uuid(db), uuid);
    assert_int_equal(write_sql(db, "UPDATE thing SET n = 0 WHERE id = 1", NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM change"), changes + 1);
    db_close(db);
}

static void a_backup__is_for_its_owner_alone_and_leaves_no_other_file(void **state)
{
    const struct scratch *scratch = *state;
    struct db *db = new_things(state);
    struct stat info;

    umask(0);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(stat(path_of(state, "copy.db"), &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    assert_int_equal(count_files(scratch->directory, "copy"), 1);
}

static void a_backup_of_a_database_opened_for_reading__works(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, FILL, NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(open_things(&db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(open_things(&db, path_of(state, "copy.db"), DB_READ, NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM thing"), 3000);
    db_close(db);
}

static void a_backup__is_refused_where_it_would_do_harm(void **state)
{
    struct err err = {0};
    struct db *db = new_things(state);

    assert_int_equal(db_backup(db, path_of(state, "x.db"), &err), STATUS_STORAGE); /* onto itself */
    assert_int_equal(err.code, CODE_DB_EXISTS);
    write_file(path_of(state, "copy.db"), "mine", 4);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_EXISTS);
    assert_int_equal(db_backup(db, path_of(state, "none/copy.db"), &err), STATUS_MISSING);
    assert_int_equal(err.code, CODE_DIR_MISSING);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(db_backup(db, path_of(state, "other.db"), &err), STATUS_USAGE);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    db_close(db);
}

static int back_up_on_a_limit(void **state, void *argument)
{
    struct rlimit limit = {300000, 300000};
    struct err err = {0};
    struct db *db = old_things(state);
    enum status status;

    (void)argument;
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 9;
    status = db_backup(db, path_of(state, "copy.db"), &err);
    db_close(db);
    return status == STATUS_FULL && err.code == CODE_DB_FULL ? 0 : 1;
}

static void a_backup_that_does_not_fit__leaves_no_file(void **state)
{
    const struct scratch *scratch = *state;
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, FILL, NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(in_child(back_up_on_a_limit, state, NULL), 0);
    assert_int_equal(count_files(scratch->directory, "copy"), 0);
}

static void a_damaged_database__gives_no_backup(void **state)
{
    const struct scratch *scratch = *state;
    struct err err = {0};
    struct db *db = new_things(state);
    char junk[300];
    int64_t page;
    int fd;

    assert_int_equal(write_sql(db, FILL, NULL), STATUS_OK);
    page = ask(db, "SELECT rootpage FROM sqlite_schema WHERE name = 'thing'");
    db_close(db);
    memset(junk, 0xA5, sizeof junk);
    fd = open(path_of(state, "x.db"), O_WRONLY);
    assert_int_equal(pwrite(fd, junk, sizeof junk, (page - 1) * 4096), sizeof junk);
    assert_int_equal(close(fd), 0);
    db = old_things(state);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_DB_DAMAGED);
    assert_int_equal(count_files(scratch->directory, "copy"), 0);
    db_close(db);
}

/* Three processes: two write all the time while this one copies. */
static void a_backup_beside_writers__is_one_state_of_the_database(void **state)
{
    pid_t writers[2];
    int pipes[2], told = 0;
    struct db *db = new_things(state);
    const char *finding;

    assert_int_equal(write_sql(db, FILL, NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "INSERT INTO part (thing_id, text) VALUES (1, '0'), (2, '0')", NULL),
                     STATUS_OK);
    db_close(db);
    assert_int_equal(pipe(pipes), 0);
    for (int i = 0; i < 2; i++) {
        writers[i] = fork();
        assert_true(writers[i] >= 0);
        if (writers[i])
            continue;
        db = old_things(state);
        for (;;) /* both parts always say the same */
            if (write_sql(db, "UPDATE part SET text = text + 1", NULL) == STATUS_OK &&
                write(pipes[1], "", 1) != 1)
                _exit(1);
    }
    for (char byte; told < 4; told++)
        assert_int_equal(read(pipes[0], &byte, 1), 1);
    do /* a busy file may refuse to be opened for a while */
        (void)open_things(&db, path_of(state, "x.db"), DB_READ, NULL);
    while (!db);
    assert_int_equal(db_backup(db, path_of(state, "copy.db"), NULL), STATUS_OK);
    db_close(db);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(kill(writers[i], SIGKILL), 0);
        assert_int_equal(waitpid(writers[i], NULL, 0), writers[i]);
    }
    assert_int_equal(close(pipes[0]), 0);
    assert_int_equal(close(pipes[1]), 0);
    assert_int_equal(open_things(&db, path_of(state, "copy.db"), DB_WRITE, NULL), STATUS_OK);
    assert_int_equal(db_check(db, &finding, NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(DISTINCT text) FROM part"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM change WHERE tbl = 'part' AND op = 'update'"),
                     ask(db, "SELECT sum(CAST(text AS INTEGER)) FROM part"));
    db_close(db);
}

/* ---- one a day
 * --------------------------------------------------------------------------------------------- */

static void the_daily_backup__makes_its_directory_and_is_made_once_a_day(void **state)
{
    struct db *db = new_things(state);
    struct stat info;

    for (int i = 0; i < 3; i++)
        assert_int_equal(db_backup_daily(db, path_of(state, "a/b/backups"), "2023-05-24", NULL), STATUS_OK);
    assert_int_equal(count_files(path_of(state, "a/b/backups"), "backup-"), 1);
    assert_int_equal(stat(path_of(state, "a/b/backups"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
    db_close(db);
}

static void the_last_ten_daily_backups_of_this_database__are_kept_and_nothing_else_goes(void **state)
{
    struct db *db = new_things(state), *other = NULL;
    char name[160], date[32];

    assert_int_equal(open_things(&other, path_of(state, "other.db"), DB_CREATE, NULL), STATUS_OK);
    assert_int_equal(db_backup_daily(other, path_of(state, "b"), "2001-01-01", NULL), STATUS_OK);
    (void)snprintf(name, sizeof name, "b/backup-%s-2001-01-01.db.mine", db_uuid(db));
    write_file(path_of(state, name), "", 0);
    for (int day = 10; day < 25; day++) {
        (void)snprintf(date, sizeof date, "2023-05-%d", day);
        assert_int_equal(db_backup_daily(db, path_of(state, "b"), date, NULL), STATUS_OK);
    }
    assert_int_equal(count_files(path_of(state, "b"), ""), BACKUPS_KEPT + 2);
    for (int day = 10; day < 25; day++) {
        (void)snprintf(name, sizeof name, "b/backup-%s-2023-05-%d.db", db_uuid(db), day);
        assert_int_equal(access(path_of(state, name), F_OK), day < 15 ? -1 : 0);
    }
    db_close(db);
    db_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_backup__stands_in_for_a_database_that_was_lost),
        scratch_test(a_backup__is_for_its_owner_alone_and_leaves_no_other_file),
        scratch_test(a_backup_of_a_database_opened_for_reading__works),
        scratch_test(a_backup__is_refused_where_it_would_do_harm),
        scratch_test(a_backup_that_does_not_fit__leaves_no_file),
        scratch_test(a_damaged_database__gives_no_backup),
        scratch_test(a_backup_beside_writers__is_one_state_of_the_database),
        scratch_test(the_daily_backup__makes_its_directory_and_is_made_once_a_day),
        scratch_test(the_last_ten_daily_backups_of_this_database__are_kept_and_nothing_else_goes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

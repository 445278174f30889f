/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing where there is no room, and writers killed at any moment.
 */
#include "tests/db/scratch.h"

#include <errno.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#define INSERT "INSERT INTO thing (name, n) VALUES ('河川水位', 1)"
#define COUNT "SELECT count(*) FROM thing"

/* ---- a full disk
 * ------------------------------------------------------------------------------------------- */

/* Write until it is full; 0 when that was told rightly and nothing of it stands. */
static int fill_up(struct db *db)
{
    const char *big = "INSERT INTO thing (name) SELECT printf('%.*c', 30000, 'x') FROM thing LIMIT 20";
    struct err err = {0};
    enum status status = write_sql(db, INSERT, &err);
    int64_t before = 0;

    for (int i = 0; i < 1000 && status == STATUS_OK; i++) {
        before = ask(db, COUNT);
        status = write_sql(db, big, &err);
    }
    if (status != STATUS_FULL)
        if (status != STATUS_FULL || err.code != CODE_DB_FULL)
            return 1;
    if (ask(db, COUNT) != before ||
        ask(db, "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'"))
        return 2;
    return 0;
}

static int fill_up_to_a_limit(void **state, void *argument)
{
    struct rlimit limit = {1 << 20, 1 << 20};
    struct db *db = old_things(state);
    int wrong;

    (void)argument;
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 9;
    wrong = fill_up(db);
    db_close(db);
    return wrong;
}

static void a_file_that_may_not_grow__is_told_as_full_and_stays_sound(void **state)
{
    struct db *db = new_things(state);
    const char *finding;

    db_close(db);
    assert_int_equal(in_child(fill_up_to_a_limit, state, NULL), 0);
    db = old_things(state);
    assert_int_equal(db_check(db, &finding, NULL), STATUS_OK);
    assert_int_equal(write_sql(db, INSERT, NULL), STATUS_OK);
    db_close(db);
}

/* On a small file system of its own; where mounting is not allowed, the test above must do. */
static void a_full_disk__takes_nothing_and_writing_goes_on_when_there_is_room(void **state)
{
    const char *directory = path_of(state, "small");
    struct err err = {0};
    struct db *db;
    char ballast[300000] = {0};
    int wrong;

    assert_int_equal(mkdir(directory, 0700), 0);
    if (mount("tmpfs", directory, "tmpfs", 0, "size=1m") != 0) {
        assert_true(errno == EPERM || errno == EACCES || errno == ENODEV);
        skip();
    }
    write_file(path_of(state, "small/ballast"), ballast, sizeof ballast);
    assert_int_equal(open_things(&db, path_of(state, "small/x.db"), DB_CREATE, NULL), STATUS_OK);
    wrong = fill_up(db);
    assert_int_equal(unlink(path_of(state, "small/ballast")), 0);
    if (!wrong)
        wrong = write_sql(db, INSERT, &err) == STATUS_OK ? 0 : 3;
    db_close(db);
    assert_int_equal(umount2(path_of(state, "small"), MNT_DETACH), 0);
    assert_int_equal(wrong, 0);
}

static int create_on_a_limit(void **state, void *argument)
{
    struct rlimit limit = {4096, 4096};
    struct err err = {0};
    struct db *db;

    (void)argument;
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 9;
    return open_things(&db, path_of(state, "x.db"), DB_CREATE, &err) == STATUS_FULL &&
                   err.code == CODE_DB_FULL
               ? 0
               : 1;
}

static void a_database_that_does_not_fit__is_not_made_at_all(void **state)
{
    const struct scratch *scratch = *state;

    assert_int_equal(in_child(create_on_a_limit, state, NULL), 0);
    assert_int_equal(count_files(scratch->directory, "x"), 0);
}

/* ---- killed
 * ------------------------------------------------------------------------------------------------ */

enum { WRITERS = 3, ROUNDS = 6 };

/* Insert n = 1, 2, 3 ... as name WHO, and tell each number through TELL after its commit. */
static void write_for_ever(void **state, int who, int tell)
{
    const struct stamp mine = {"writer", "2023-05-24T06:00:00.000Z", "loop"};
    struct db *db = old_things(state);

    for (int n = 1;; n++) {
        struct stmt *stmt;
        enum status status;

        do {
            status = write_begin(db, &mine, NULL);
            if (status != STATUS_OK) {
                (void)sched_yield();
                continue;
            }
            status = stmt_begin(db, &stmt, "INSERT INTO thing (name, n) VALUES ($1, $2)", NULL);
            if (status == STATUS_OK) {
                stmt_text(stmt, 1, (char[]){(char)('a' + who), '\0'});
                stmt_int(stmt, 2, n);
                status = stmt_run(stmt, NULL, NULL);
                stmt_done(stmt);
            }
            status = write_end(db, status, NULL);
        } while (status == STATUS_BUSY);
        if (status != STATUS_OK || write(tell, &n, sizeof n) != sizeof n)
            _exit(1);
    }
}

/* Three writers killed together after TOTAL acknowledged writes. */
static void kill_round(void **state, int total)
{
    int told[WRITERS] = {0}, pipes[WRITERS][2], n;
    pid_t children[WRITERS];
    struct db *db;

    for (int i = 0; i < WRITERS; i++) {
        assert_int_equal(pipe(pipes[i]), 0);
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (!children[i])
            write_for_ever(state, i, pipes[i][1]);
        assert_int_equal(close(pipes[i][1]), 0);
    }
    for (int i = 0; i < total; i++)
        assert_int_equal(read(pipes[0][0], &told[0], sizeof told[0]), sizeof told[0]);
    for (int i = 0; i < WRITERS; i++)
        assert_int_equal(kill(children[i], SIGKILL), 0);
    for (int i = 0; i < WRITERS; i++) {
        assert_int_equal(waitpid(children[i], NULL, 0), children[i]);
        while (read(pipes[i][0], &n, sizeof n) == sizeof n)
            told[i] = n;
        assert_int_equal(close(pipes[i][0]), 0);
    }
    db = old_things(state);
    for (int i = 0; i < WRITERS; i++) {
        char sql[] = "SELECT count(*) FROM thing WHERE name = '?'";
        int64_t found;

        sql[sizeof sql - 3] = (char)('a' + i);
        found = ask(db, sql);
        if (found < told[i] || found > told[i] + 1)
            fail_msg("writer %d: %d acknowledged, %d found", i, told[i], (int)found);
    }
    assert_int_equal(ask(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM change_set") - ask(db, COUNT), 0);
    db_close(db);
}

static void killed_writers__lose_nothing_that_was_acknowledged(void **state)
{
    for (int round = 0; round < ROUNDS; round++) {
        db_close(new_things(state));
        kill_round(state, 1 + round * 7);
        (void)unlink(path_of(state, "x.db-journal"));
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_file_that_may_not_grow__is_told_as_full_and_stays_sound),
        scratch_test(a_full_disk__takes_nothing_and_writing_goes_on_when_there_is_room),
        scratch_test(a_database_that_does_not_fit__is_not_made_at_all),
        scratch_test(killed_writers__lose_nothing_that_was_acknowledged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

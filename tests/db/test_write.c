/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Transactions: all or nothing, one within another, beside other connections.
 */
#include "tests/db/scratch.h"

#define INSERT "INSERT INTO thing (name, n) VALUES ('河川水位', 1)"
#define COUNT "SELECT count(*) FROM thing"

/* ---- one connection ---------------------------------------------------------------------------- */

static void a_write__is_stored_after_it_ended_well(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, INSERT, NULL), STATUS_OK);
    db_close(db);
    db = old_things(state);
    assert_int_equal(ask(db, COUNT), 1);
    db_close(db);
}

static void a_write_that_ends_with_an_error__leaves_nothing_and_returns_the_error(void **state)
{
    static const enum status errors[] = {STATUS_NO, STATUS_BAD, STATUS_CONFLICT, STATUS_MEMORY};
    struct db *db = new_things(state);

    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
        assert_int_equal(run_sql(db, INSERT, NULL), STATUS_OK);
        assert_int_equal(write_end(db, errors[i], NULL), errors[i]);
        assert_int_equal(ask(db, COUNT), 0);
        assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), 0);
    }
    assert_int_equal(write_sql(db, INSERT, NULL), STATUS_OK);
    db_close(db);
}

static void a_write_without_a_change__does_not_touch_the_file(void **state)
{
    struct str before = STR_INIT, after = STR_INIT;
    struct db *db = new_things(state);

    db_close(db);
    read_file(path_of(state, "x.db"), &before);
    db = old_things(state);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(ask(db, COUNT), 0);
    assert_int_equal(run_sql(db, "UPDATE thing SET n = 2", NULL), STATUS_OK); /* no rows */
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    db_close(db);
    read_file(path_of(state, "x.db"), &after);
    assert_int_equal(before.len_bytes, after.len_bytes);
    assert_memory_equal(before.text, after.text, before.len_bytes);
    str_release(&before);
    str_release(&after);
}

static void an_abandoned_write__is_taken_back_by_closing(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, INSERT, NULL), STATUS_OK);
    db_close(db);
    db = old_things(state);
    assert_int_equal(ask(db, COUNT), 0);
    db_close(db);
}

static void a_stamp__must_say_who_when_and_what(void **state)
{
    const struct stamp wrong[] = {{NULL, "2023", "x"}, {"x", NULL, "x"}, {"x", "2023", NULL}};
    struct db *db = new_things(state);
    struct err err = {0};

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(write_begin(db, &wrong[i], &err), STATUS_USAGE);
    assert_int_equal(write_begin(db, NULL, &err), STATUS_USAGE);
    assert_int_equal(err.code, CODE_DB_MISUSE);
    assert_int_equal(write_end(db, STATUS_OK, &err), STATUS_USAGE); /* none was begun */
    db_close(db);
}

static void a_reference_to_nothing__is_refused_at_the_end(void **state)
{
    struct db *db = new_things(state);
    struct err err = {0};

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO part (thing_id) VALUES (99)", NULL), STATUS_OK); /* deferred */
    assert_int_equal(write_end(db, STATUS_OK, &err), STATUS_STORAGE);
    assert_int_equal(err.os_error, SQLITE_CONSTRAINT_FOREIGNKEY);
    assert_int_equal(ask(db, "SELECT count(*) FROM part"), 0);
    assert_int_equal(write_sql(db, INSERT, NULL), STATUS_OK);
    db_close(db);
}

/* ---- one within another ------------------------------------------------------------------------ */

static void inner_writes__join_the_outer_change_set(void **state)
{
    const struct stamp other = {"別人", "2024-01-01T00:00:00.000Z", "不用"};
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(write_begin(db, &other, NULL), STATUS_OK);
        assert_int_equal(run_sql(db, INSERT, NULL), STATUS_OK);
        assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    }
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"),
                 "SELECT who, label FROM change_set; SELECT DISTINCT change_set_id FROM change",
                 "測試者|改一筆\n1\n");
}

static void an_inner_write_that_fails__takes_back_only_its_own(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, INSERT, NULL), STATUS_OK); /* the first change set, taken back */
    assert_int_equal(write_end(db, STATUS_NO, NULL), STATUS_NO);
    assert_int_equal(run_sql(db, "INSERT INTO thing (name) VALUES ('stays')", NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"),
                 "SELECT name FROM thing; SELECT count(*) FROM change_set; SELECT count(*) FROM change",
                 "stays\n1\n2\n");
}

static void an_outer_write_that_fails__takes_back_the_inner(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(write_sql(db, INSERT, NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_NO, NULL), STATUS_NO);
    assert_int_equal(ask(db, COUNT), 0);
    db_close(db);
}

static void writes__nest_deeply(void **state)
{
    struct db *db = new_things(state);

    for (int i = 0; i < 50; i++) {
        assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
        assert_int_equal(run_sql(db, INSERT, NULL), STATUS_OK);
    }
    for (int i = 49; i >= 0; i--) /* the 25 innermost fail */
        assert_int_equal(write_end(db, i >= 25 ? STATUS_NO : STATUS_OK, NULL),
                         i >= 25 ? STATUS_NO : STATUS_OK);
    assert_int_equal(ask(db, COUNT), 25);
    db_close(db);
}

/* SQLite may give a whole transaction up by itself; here a trigger makes it. */
static void a_write_that_sqlite_rolled_back__refuses_everything_until_its_end(void **state)
{
    struct err err = {0};
    struct db *db = new_things(state);

    db_close(db);
    assert_int_equal(other_tool(path_of(state, "x.db"),
                                "CREATE TRIGGER away BEFORE INSERT ON thing WHEN NEW.n = 13"
                                " BEGIN SELECT RAISE(ROLLBACK, 'away'); END"),
                     SQLITE_OK);
    db = old_things(state);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, INSERT, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO thing (n) VALUES (13)", NULL), STATUS_BAD);
    assert_int_equal(run_sql(db, INSERT, &err), STATUS_BAD); /* would commit by itself */
    assert_string_equal(err.arg[0], "away");
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_BAD);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_BAD);
    err = (struct err){0};
    assert_int_equal(write_end(db, STATUS_OK, &err), STATUS_BAD);
    assert_string_equal(err.arg[0], "away");
    assert_int_equal(ask(db, COUNT), 0);
    assert_int_equal(write_sql(db, INSERT, NULL), STATUS_OK);
    db_close(db);
}

/* ---- two connections
 * --------------------------------------------------------------------------------------- */

static void a_second_writer__is_told_at_once_that_somebody_is_writing(void **state)
{
    struct db *first = new_things(state), *second = old_things(state);
    struct err err = {0};

    assert_int_equal(write_begin(first, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(first, INSERT, NULL), STATUS_OK);
    assert_int_equal(write_begin(second, &stamp, &err), STATUS_BUSY);
    assert_int_equal(err.code, CODE_DB_BUSY);
    assert_int_equal(ask(second, COUNT), 0); /* reading goes on */
    assert_int_equal(write_end(first, STATUS_OK, NULL), STATUS_OK);
    assert_int_equal(write_sql(second, INSERT, NULL), STATUS_OK);
    assert_int_equal(ask(first, COUNT), 2);
    db_close(first);
    db_close(second);
}

static void a_commit_while_somebody_reads__is_busy_and_leaves_nothing(void **state)
{
    struct db *writer = new_things(state), *reader = old_things(state);
    struct err err = {0};

    assert_int_equal(read_begin(reader, NULL), STATUS_OK);
    assert_int_equal(write_sql(writer, INSERT, &err), STATUS_BUSY);
    assert_int_equal(err.code, CODE_DB_BUSY);
    assert_int_equal(ask(reader, COUNT), 0);
    read_end(reader);
    assert_int_equal(ask(reader, COUNT), 0);
    assert_int_equal(write_sql(writer, INSERT, NULL), STATUS_OK);
    assert_int_equal(ask(reader, COUNT), 1);
    db_close(writer);
    db_close(reader);
}

static void of_two_who_change_the_same_version__the_second_changes_nothing(void **state)
{
    struct db *first = new_things(state), *second = old_things(state);
    struct db *who[] = {first, second};
    int64_t ver, changed[2];

    assert_int_equal(write_sql(first, INSERT, NULL), STATUS_OK);
    ver = ask(second, "SELECT ver FROM thing WHERE id = 1"); /* both read it before either writes */
    for (int i = 0; i < 2; i++) {
        struct stmt *stmt;

        assert_int_equal(write_begin(who[i], &stamp, NULL), STATUS_OK);
        assert_int_equal(stmt_begin(who[i], &stmt,
                                    "UPDATE thing SET n = $1, ver = ver + 1 WHERE id = 1 AND ver = $2", NULL),
                         0);
        stmt_int(stmt, 1, 10 + i);
        stmt_int(stmt, 2, ver);
        assert_int_equal(stmt_run(stmt, &changed[i], NULL), STATUS_OK);
        stmt_done(stmt);
        assert_int_equal(write_end(who[i], changed[i] ? STATUS_OK : STATUS_CONFLICT, NULL),
                         i ? STATUS_CONFLICT : STATUS_OK);
    }
    assert_int_equal(changed[0], 1);
    assert_int_equal(changed[1], 0);
    assert_int_equal(ask(second, "SELECT n FROM thing WHERE id = 1"), 10);
    db_close(first);
    db_close(second);
}

static void a_change_by_somebody_else__is_seen_once_and_ones_own_never(void **state)
{
    struct db *first = new_things(state), *second = old_things(state);

    assert_false(db_changed_outside(first));
    assert_int_equal(write_sql(first, INSERT, NULL), STATUS_OK);
    assert_false(db_changed_outside(first));
    assert_true(db_changed_outside(second));
    assert_false(db_changed_outside(second));
    assert_int_equal(write_sql(second, "UPDATE thing SET n = 5 WHERE id = 77", NULL),
                     STATUS_OK); /* no such row */
    assert_false(db_changed_outside(first));
    db_close(first);
    db_close(second);
}

static void a_read__shows_one_state_until_its_end(void **state)
{
    struct db *reader = new_things(state), *writer = old_things(state);

    assert_int_equal(read_begin(reader, NULL), STATUS_OK);
    assert_int_equal(read_begin(reader, NULL), STATUS_OK); /* nests */
    assert_int_equal(write_begin(writer, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(writer, INSERT, NULL), STATUS_OK);
    read_end(reader);
    assert_int_equal(ask(reader, COUNT), 0);
    assert_int_equal(write_begin(reader, &stamp, NULL), STATUS_USAGE); /* a read does not turn into a write */
    read_end(reader);
    assert_int_equal(write_end(writer, STATUS_OK, NULL), STATUS_OK);
    assert_int_equal(ask(reader, COUNT), 1);
    read_end(reader); /* one too many does no harm */
    assert_int_equal(read_begin(reader, NULL), STATUS_OK);
    read_end(reader);
    db_close(reader);
    db_close(writer);
}

static void a_read_inside_a_write__sees_it(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, INSERT, NULL), STATUS_OK);
    assert_int_equal(read_begin(db, NULL), STATUS_OK);
    assert_int_equal(ask(db, COUNT), 1);
    read_end(db);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    assert_int_equal(ask(db, COUNT), 1);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_write__is_stored_after_it_ended_well),
        scratch_test(a_write_that_ends_with_an_error__leaves_nothing_and_returns_the_error),
        scratch_test(a_write_without_a_change__does_not_touch_the_file),
        scratch_test(an_abandoned_write__is_taken_back_by_closing),
        scratch_test(a_stamp__must_say_who_when_and_what),
        scratch_test(a_reference_to_nothing__is_refused_at_the_end),
        scratch_test(inner_writes__join_the_outer_change_set),
        scratch_test(an_inner_write_that_fails__takes_back_only_its_own),
        scratch_test(an_outer_write_that_fails__takes_back_the_inner),
        scratch_test(writes__nest_deeply),
        scratch_test(a_write_that_sqlite_rolled_back__refuses_everything_until_its_end),
        scratch_test(a_second_writer__is_told_at_once_that_somebody_is_writing),
        scratch_test(a_commit_while_somebody_reads__is_busy_and_leaves_nothing),
        scratch_test(of_two_who_change_the_same_version__the_second_changes_nothing),
        scratch_test(a_change_by_somebody_else__is_seen_once_and_ones_own_never),
        scratch_test(a_read__shows_one_state_until_its_end),
        scratch_test(a_read_inside_a_write__sees_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

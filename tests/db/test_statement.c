/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prepared statements: parameters by name, the cache, and what a wrong call gives.
 */
#include "tests/db/scratch.h"

static struct stmt *begun(struct db *db, const char *sql)
{
    struct stmt *stmt = NULL;

    assert_int_equal(stmt_begin(db, &stmt, sql, NULL), STATUS_OK);
    return stmt;
}

static void parameters__are_bound_by_their_name_whatever_their_order(void **state)
{
    struct db *db = new_things(state);
    struct stmt *stmt = begun(db, "SELECT $3, $1, $2, $1");

    stmt_text(stmt, 1, "一");
    stmt_int(stmt, 2, INT64_MIN);
    stmt_null(stmt, 3);
    assert_int_equal(stmt_step(stmt, NULL), STATUS_OK);
    assert_true(stmt_column_null(stmt, 0));
    assert_null(stmt_column_text(stmt, 0));
    assert_string_equal(stmt_column_text(stmt, 1), "一");
    assert_int_equal(stmt_column_int(stmt, 2), INT64_MIN);
    assert_string_equal(stmt_column_text(stmt, 3), "一");
    assert_int_equal(stmt_step(stmt, NULL), STATUS_NO);
    stmt_done(stmt);
    db_close(db);
}

static void ten_parameters__are_told_from_one(void **state)
{
    struct db *db = new_things(state);
    struct stmt *stmt = begun(db, "SELECT $10 * 100 + $1");

    stmt_int(stmt, 1, 7);
    stmt_int(stmt, 10, 3);
    assert_int_equal(stmt_step(stmt, NULL), STATUS_OK);
    assert_int_equal(stmt_column_int(stmt, 0), 307);
    stmt_done(stmt);
    db_close(db);
}

static void a_null_text__binds_null(void **state)
{
    struct db *db = new_things(state);
    struct stmt *stmt = begun(db, "SELECT $1 IS NULL");

    stmt_text(stmt, 1, NULL);
    assert_int_equal(stmt_step(stmt, NULL), STATUS_OK);
    assert_int_equal(stmt_column_int(stmt, 0), 1);
    stmt_done(stmt);
    db_close(db);
}

static void bindings__do_not_outlive_the_statement(void **state)
{
    struct db *db = new_things(state);
    struct stmt *stmt = begun(db, "SELECT $1");

    stmt_text(stmt, 1, "before");
    stmt_done(stmt);
    stmt = begun(db, "SELECT $1");
    assert_int_equal(stmt_step(stmt, NULL), STATUS_OK);
    assert_true(stmt_column_null(stmt, 0));
    stmt_done(stmt);
    db_close(db);
}

static void a_parameter_that_is_not_in_the_text__is_a_misuse_told_at_the_step(void **state)
{
    static const int wrong[] = {0, -1, 2, 1000000};
    struct db *db = new_things(state);

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct stmt *stmt = begun(db, "SELECT $1, $3");
        struct err err = {0};

        stmt_int(stmt, wrong[i], 1);
        assert_int_equal(stmt_step(stmt, &err), STATUS_USAGE);
        assert_int_equal(err.code, CODE_DB_MISUSE);
        stmt_done(stmt);
    }
    db_close(db);
}

static void a_statement__is_kept_by_its_text(void **state)
{
    struct db *db = new_things(state);
    char text[] = "SELECT 1"; /* another place in memory */
    struct stmt *first = begun(db, "SELECT 1"), *second;

    stmt_done(first);
    second = begun(db, text);
    assert_ptr_equal(first, second);
    stmt_done(second);
    db_close(db);
}

static void a_text_begun_again_while_in_use__gets_a_second_statement(void **state)
{
    struct db *db = new_things(state);
    struct stmt *outer = begun(db, "SELECT $1"), *inner;

    stmt_int(outer, 1, 1);
    assert_int_equal(stmt_step(outer, NULL), STATUS_OK);
    inner = begun(db, "SELECT $1");
    assert_ptr_not_equal(outer, inner);
    stmt_int(inner, 1, 2);
    assert_int_equal(stmt_step(inner, NULL), STATUS_OK);
    assert_int_equal(stmt_column_int(inner, 0), 2);
    assert_int_equal(stmt_column_int(outer, 0), 1);
    stmt_done(inner);
    stmt_done(outer);
    db_close(db);
}

static void many_texts__are_all_kept(void **state)
{
    struct db *db = new_things(state);
    char sql[32];

    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 1000; i++) {
            (void)snprintf(sql, sizeof sql, "SELECT %d", i);
            assert_int_equal(ask(db, sql), i);
        }
    db_close(db);
}

static void run__counts_the_rows_it_changed(void **state)
{
    static const struct {
        const char *sql;
        int64_t changed;
    } cases[] = {
        {"INSERT INTO thing (name) VALUES ('a'), ('b'), ('c')", 3},
        {"UPDATE thing SET n = 1 WHERE name <> 'a'", 2},
        {"UPDATE thing SET n = 1 WHERE name = 'z'", 0},
        {"SELECT id FROM thing", 0},
        {"DELETE FROM thing WHERE n = 1", 2},
        {"INSERT INTO thing (name) VALUES ('d') RETURNING id", 1},
    };
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct stmt *stmt = begun(db, cases[i].sql);
        int64_t changed = -1;

        assert_int_equal(stmt_run(stmt, &changed, NULL), STATUS_OK);
        if (changed != cases[i].changed)
            fail_msg("%s: %lld", cases[i].sql, (long long)changed);
        stmt_done(stmt);
    }
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    db_close(db);
}

static void a_statement_that_was_run__may_be_bound_and_run_anew(void **state)
{
    struct db *db = new_things(state);
    struct stmt *stmt;

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    stmt = begun(db, "INSERT INTO thing (n) VALUES ($1)");
    for (int i = 0; i < 3; i++) {
        stmt_int(stmt, 1, i);
        assert_int_equal(stmt_run(stmt, NULL, NULL), STATUS_OK);
    }
    stmt_done(stmt);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) * 10 + sum(n) FROM thing"), 33);
    db_close(db);
}

static void returning__gives_the_new_id_even_though_a_trigger_inserts_after_it(void **state)
{
    struct db *db = new_things(state);
    struct stmt *stmt;

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    for (int i = 1; i < 4; i++) {
        stmt = begun(db, "INSERT INTO thing (name) VALUES ($1) RETURNING id");
        stmt_text(stmt, 1, "x");
        assert_int_equal(stmt_step(stmt, NULL), STATUS_OK);
        assert_int_equal(stmt_column_int(stmt, 0), i);
        stmt_done(stmt);
    }
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    db_close(db);
}

static void errors__name_their_cause(void **state)
{
    static const struct {
        const char *sql;
        enum status begin, run;
        enum code code;
        int os_error;
    } cases[] = {
        {"SELEKT 1", STATUS_STORAGE, STATUS_OK, CODE_DB_SQL, SQLITE_ERROR},
        {"SELECT x FROM nowhere", STATUS_STORAGE, STATUS_OK, CODE_DB_SQL, SQLITE_ERROR},
        {"  ", STATUS_USAGE, STATUS_OK, CODE_DB_MISUSE, 0},
        {"INSERT INTO thing (id) VALUES (1)", STATUS_OK, STATUS_STORAGE, CODE_DB_SQL,
         SQLITE_CONSTRAINT_PRIMARYKEY},
        {"INSERT INTO thing (n) VALUES ('x')", STATUS_OK, STATUS_STORAGE, CODE_DB_SQL,
         SQLITE_CONSTRAINT_DATATYPE},
    };
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (id) VALUES (1)", NULL), STATUS_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err err = {0};
        struct stmt *stmt;
        enum status begin, run = STATUS_OK;

        assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
        begin = stmt_begin(db, &stmt, cases[i].sql, &err);
        if (begin == STATUS_OK)
            run = stmt_run(stmt, NULL, &err);
        else
            assert_null(stmt);
        stmt_done(stmt);
        if (begin != cases[i].begin || run != cases[i].run || err.code != cases[i].code ||
            err.os_error != cases[i].os_error)
            fail_msg("%s: %d %d code %d (%d)", cases[i].sql, begin, run, (int)err.code, err.os_error);
        assert_string_equal(err.place, path_of(state, "x.db"));
        assert_int_equal(write_end(db, STATUS_BAD, NULL), STATUS_BAD);
    }
    db_close(db);
}

static void a_kept_statement__survives_a_change_of_the_schema(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(ask(db, "SELECT count(*) FROM thing"), 0);
    assert_int_equal(other_tool(path_of(state, "x.db"), "CREATE TABLE more (id INTEGER PRIMARY KEY);"
                                                        "INSERT INTO thing (name) VALUES ('x')"),
                     SQLITE_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM thing"), 1);
    db_close(db);
}

static void a_write_outside_of_a_write__is_refused(void **state)
{
    struct db *db = new_things(state);
    struct err err = {0};

    assert_int_equal(run_sql(db, "INSERT INTO thing (name) VALUES ('x')", &err), STATUS_USAGE);
    assert_int_equal(err.code, CODE_DB_MISUSE);
    assert_int_equal(ask(db, "SELECT count(*) FROM thing"), 0);
    db_close(db);
}

static void closing__releases_statements_that_were_never_finished(void **state)
{
    struct db *db = new_things(state);
    struct stmt *stmt = begun(db, "SELECT name FROM sqlite_schema");

    assert_int_equal(stmt_step(stmt, NULL), STATUS_OK);
    stmt_done(NULL);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(parameters__are_bound_by_their_name_whatever_their_order),
        scratch_test(ten_parameters__are_told_from_one),
        scratch_test(a_null_text__binds_null),
        scratch_test(bindings__do_not_outlive_the_statement),
        scratch_test(a_parameter_that_is_not_in_the_text__is_a_misuse_told_at_the_step),
        scratch_test(a_statement__is_kept_by_its_text),
        scratch_test(a_text_begun_again_while_in_use__gets_a_second_statement),
        scratch_test(many_texts__are_all_kept),
        scratch_test(run__counts_the_rows_it_changed),
        scratch_test(a_statement_that_was_run__may_be_bound_and_run_anew),
        scratch_test(returning__gives_the_new_id_even_though_a_trigger_inserts_after_it),
        scratch_test(errors__name_their_cause),
        scratch_test(a_kept_statement__survives_a_change_of_the_schema),
        scratch_test(a_write_outside_of_a_write__is_refused),
        scratch_test(closing__releases_statements_that_were_never_finished),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

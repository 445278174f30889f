/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal: every change of every table, by whomever, in order and for good.
 */
#include "tests/db/scratch.h"

#include "db/journal.h"

#define CHANGES "SELECT change_set_id, seq, tbl, row_id, op, col, old, new FROM change ORDER BY id"

static void an_insert__leaves_a_row_for_each_column_that_is_not_null(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('雨量')", NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"), CHANGES,
                 "1|1|thing|1|insert|id|-|1\n1|1|thing|1|insert|name|-|雨量\n");
    assert_looks(path_of(state, "x.db"), "SELECT id, who, at, label FROM change_set",
                 "1|測試者|2023-05-24T06:00:00.123Z|改一筆\n");
    assert_looks(path_of(state, "x.db"), "SELECT DISTINCT at FROM change",
                 "-\n"); /* the change set says it */
}

static void an_update__leaves_a_row_for_each_column_that_differs_but_ver(void **state)
{
    static const struct {
        const char *set, *expected;
    } cases[] = {
        {"name = 'b', ver = ver + 1", "name|a|b\n"},
        {"name = NULL", "name|a|-\n"},
        {"n = 0, name = 'c'", "name|a|c\nn|-|0\n"},
        {"name = ''", "name|a|\n"},
        {"name = 'a'", ""},
        {"ver = ver + 1", ""},
        {"name = name, n = n, ver = 9", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct db *db = new_things(state);
        char sql[100];

        assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('a')", NULL), STATUS_OK);
        (void)snprintf(sql, sizeof sql, "UPDATE thing SET %s", cases[i].set);
        assert_int_equal(write_sql(db, sql, NULL), STATUS_OK);
        assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), cases[i].expected[0] ? 2 : 1);
        db_close(db);
        assert_looks(path_of(state, "x.db"),
                     "SELECT col, old, new FROM change WHERE op = 'update' ORDER BY id", cases[i].expected);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
        (void)unlink(path_of(state, "x.db-journal"));
    }
}

static void a_delete__leaves_what_was_there(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name, n) VALUES ('甲', 3)", NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "DELETE FROM thing", NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"),
                 "SELECT seq, col, old, new FROM change WHERE op = 'delete' ORDER BY id",
                 "1|id|1|-\n1|name|甲|-\n1|n|3|-\n");
}

static void rows_deleted_with_their_owner__are_journalled_too(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO thing (name) VALUES ('a')", NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO part (thing_id, text) VALUES (1, 'p'), (1, 'q')", NULL),
                     STATUS_OK);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "DELETE FROM thing", NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"),
                 "SELECT old FROM change WHERE op = 'delete' AND col = 'text' ORDER BY id", "p\nq\n");
}

static void one_write__is_one_change_set_in_order(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO thing (name) VALUES ('a')", NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "UPDATE thing SET n = 1", NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO part (thing_id) VALUES (1)", NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "UPDATE thing SET n = 2", NULL), STATUS_OK);
    db_close(db);
    assert_looks(
        path_of(state, "x.db"), "SELECT change_set_id, seq, tbl, op, col, new FROM change ORDER BY id",
        "1|1|thing|insert|id|1\n1|1|thing|insert|name|a\n1|2|thing|update|n|1\n1|3|part|insert|id|1\n"
        "1|3|part|insert|thing_id|1\n2|1|thing|update|n|2\n");
}

static void a_write_taken_back__leaves_no_change_set(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO thing (name) VALUES ('a')", NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_NO, NULL), STATUS_NO);
    db_close(db);
    assert_looks(path_of(state, "x.db"), "SELECT count(*) FROM change; SELECT count(*) FROM change_set",
                 "0\n0\n");
}

static void the_context__is_empty_whenever_anybody_else_can_look(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('a')", NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"), "SELECT * FROM context", "1|-|-|-|-|0|-\n");
}

static void another_tools_change__is_journalled_without_who_but_with_its_time(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('a')", NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(other_tool(path_of(state, "x.db"), "UPDATE thing SET name = 'z'; DELETE FROM thing"),
                     SQLITE_OK);
    assert_looks(
        path_of(state, "x.db"),
        "SELECT change_set_id, seq, op, col, old, new, at GLOB '20*-*-*T*:*:*.*Z' AND length(at) = 24"
        " FROM change WHERE id > 2 ORDER BY id",
        "-|1|update|name|a|z|1\n-|2|delete|id|1|-|1\n-|2|delete|name|z|-|1\n");
    db = old_things(state);
    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('b')", NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"),
                 "SELECT change_set_id, seq, col, new, at FROM change WHERE id > 5 ORDER BY id",
                 "2|1|id|2|-\n2|1|name|b|-\n");
}

static void values__keep_their_type(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name, n) VALUES ('007', 7)", NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"), "SELECT col, typeof(new), new FROM change ORDER BY id",
                 "id|integer|1\nname|text|007\nn|integer|7\n");
}

static void the_journal__cannot_be_changed(void **state)
{
    static const char *const attempts[] = {
        "UPDATE change SET new = 'forged'",
        "DELETE FROM change",
        "UPDATE change_set SET who = 'nobody'",
        "DELETE FROM change_set",
        "UPDATE seal SET sha256 = 'x'",
        "DELETE FROM seal",
        "DELETE FROM context",
        "INSERT INTO context (id) VALUES (2)",
        "INSERT INTO change (seq, tbl, row_id, op, col) VALUES (1, 'thing', 1, 'guess', 'x')",
    };
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('a')", NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM seal"), 1);
    db_close(db);
    for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++)
        assert_int_equal(other_tool(path_of(state, "x.db"), attempts[i]), SQLITE_CONSTRAINT);
    assert_looks(path_of(state, "x.db"),
                 "SELECT count(*) FROM change; SELECT who FROM change_set; SELECT length(sha256) FROM seal",
                 "2\n測試者\n64\n");
}

static void ids__are_never_used_again(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('a'), ('b')", NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "DELETE FROM thing", NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('c')", NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT id FROM thing"), 3);
    db_close(db);
}

static void every_table_of_the_shipped_schema__is_journalled_but_the_files_own(void **state)
{
    struct stmt *stmt;
    struct db *db;
    int tables = 0;

    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_CREATE, NULL), STATUS_OK);
    assert_int_equal(
        stmt_begin(db, &stmt,
                   "SELECT name, (SELECT count(*) FROM sqlite_schema AS t WHERE t.type = 'trigger'"
                   " AND t.tbl_name = s.name AND t.name GLOB 'journal_*')"
                   " FROM sqlite_schema AS s WHERE type = 'table'",
                   NULL),
        STATUS_OK);
    while (stmt_step(stmt, NULL) == STATUS_OK) {
        const char *table = stmt_column_text(stmt, 0);

        if (stmt_column_int(stmt, 1) != (journal_skips(table) ? 0 : 3))
            fail_msg("%s has %d triggers", table, (int)stmt_column_int(stmt, 1));
        tables++;
    }
    stmt_done(stmt);
    assert_true(tables > 7);
    /* the journal knows a row by its id */
    assert_int_equal(
        ask(db, "SELECT count(*) FROM pragma_table_list AS t WHERE schema = 'main' AND type = 'table'"
                " AND name NOT GLOB 'sqlite_*' AND name NOT IN ('setting', 'change_set', 'change', 'seal',"
                " 'context', 'draft_stored') AND NOT EXISTS"
                " (SELECT 1 FROM pragma_table_xinfo(t.name) AS c WHERE c.name = 'id' AND c.pk = 1)"),
        0);
    db_close(db);
}

static void own_tables__are_not_journalled(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(db_setting_put(db, "x", "y", NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "INSERT INTO draft_stored VALUES ('s', 'p', 1)", NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM change"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM draft_stored"), 1);
    db_close(db);
}

static void names_that_sql_would_mistake__are_quoted(void **state)
{
    const struct migration steps[] = {migrations[0],
                                      {2, "odd",
                                       "CREATE TABLE \"order\" (id INTEGER PRIMARY KEY, \"select\" TEXT, "
                                       "\"it's \"\"so\"\"\" TEXT, 中文 TEXT)"}};
    struct db *db;

    assert_int_equal(db_open_with(&db, path_of(state, "x.db"), DB_CREATE, steps, 2, NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "INSERT INTO \"order\" VALUES (1, 'a', 'b', 'c')", NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "UPDATE \"order\" SET \"it's \"\"so\"\"\" = 'd'", NULL), STATUS_OK);
    db_close(db);
    assert_looks(
        path_of(state, "x.db"), "SELECT tbl, op, col, old, new FROM change ORDER BY id",
        "order|insert|id|-|1\norder|insert|select|-|a\norder|insert|it's \"so\"|-|b\norder|insert|中文|-|c\n"
        "order|update|it's \"so\"|b|d\n");
}

/* What the tables hold is what the journal says they hold: last value by row and column, rows whose
 * last event is a delete left out. */
static void the_journal_of_random_changes__replays_to_the_table(void **state)
{
    static const char *const forms[] = {
        "INSERT INTO thing (name, n) VALUES (CASE WHEN $1 % 3 THEN 'n' || $1 END, $1)",
        "UPDATE thing SET name = CASE WHEN $1 % 4 THEN 'm' || $1 END, ver = ver + 1 WHERE id % 7 = $1 % 7",
        "UPDATE thing SET n = NULL WHERE id % 11 = $1 % 11 OR id = $1",
        "DELETE FROM thing WHERE id % 13 = $1 % 13 AND id % 2 = $1 % 2 AND n <> $1",
    };
    struct db *db = new_things(state);
    unsigned random = 20230524;

    for (int i = 0; i < 300; i++) {
        struct stmt *stmt;
        unsigned pick;

        random = random * 1103515245U + 12345U;
        pick = random >> 16;
        assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
        assert_int_equal(stmt_begin(db, &stmt, forms[pick % 8 < 4 ? 0 : pick % 4], NULL), STATUS_OK);
        stmt_int(stmt, 1, pick);
        assert_int_equal(stmt_run(stmt, NULL, NULL), STATUS_OK);
        stmt_done(stmt);
        (void)write_end(db, pick % 5 ? STATUS_OK : STATUS_NO, NULL);
    }
    assert_true(ask(db, "SELECT count(*) FROM thing") > 5);
    assert_true(ask(db, "SELECT count(*) FROM change WHERE op = 'delete'") > 5);
    db_close(db);
    assert_looks(
        path_of(state, "x.db"),
        "CREATE TEMP TABLE told AS SELECT row_id, col, new FROM change AS c WHERE tbl = 'thing' AND op <> "
        "'delete'"
        " AND id = (SELECT max(id) FROM change WHERE tbl = 'thing' AND row_id = c.row_id AND col = c.col)"
        " AND NOT EXISTS (SELECT 1 FROM change WHERE tbl = 'thing' AND row_id = c.row_id AND op = 'delete')"
        " AND new IS NOT NULL;"
        "CREATE TEMP TABLE held AS SELECT id AS row_id, 'id' AS col, id AS new FROM thing UNION ALL"
        " SELECT id, 'name', name FROM thing WHERE name IS NOT NULL UNION ALL"
        " SELECT id, 'n', n FROM thing WHERE n IS NOT NULL;"
        "SELECT * FROM told EXCEPT SELECT * FROM held; SELECT * FROM held EXCEPT SELECT * FROM told",
        "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(an_insert__leaves_a_row_for_each_column_that_is_not_null),
        scratch_test(an_update__leaves_a_row_for_each_column_that_differs_but_ver),
        scratch_test(a_delete__leaves_what_was_there),
        scratch_test(rows_deleted_with_their_owner__are_journalled_too),
        scratch_test(one_write__is_one_change_set_in_order),
        scratch_test(a_write_taken_back__leaves_no_change_set),
        scratch_test(the_context__is_empty_whenever_anybody_else_can_look),
        scratch_test(another_tools_change__is_journalled_without_who_but_with_its_time),
        scratch_test(values__keep_their_type),
        scratch_test(the_journal__cannot_be_changed),
        scratch_test(ids__are_never_used_again),
        scratch_test(every_table_of_the_shipped_schema__is_journalled_but_the_files_own),
        scratch_test(own_tables__are_not_journalled),
        scratch_test(names_that_sql_would_mistake__are_quoted),
        scratch_test(the_journal_of_random_changes__replays_to_the_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

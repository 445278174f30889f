/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking back: what a change set did is undone to the byte, or refused whole where somebody built upon it.
 */
#include "tests/db/scratch.h"

#include "db/seal.h"
#include "db/undo.h"

#define ALL "SELECT id, name, n FROM thing ORDER BY id; SELECT id, thing_id, text FROM part ORDER BY id"

static const struct stamp back = {"測試者", "2023-05-24T06:01:00.000Z", "復原"};
static const struct stamp other = {"別人", "2023-05-24T06:00:30.000Z", "別人改的"};

static int64_t write_as(struct db *db, const struct stamp *who, const char *sql)
{
    assert_int_equal(write_begin(db, who, NULL), STATUS_OK);
    for (const char *at = sql; at && *at;) { /* statements are separated by ; */
        const char *end = strchr(at, ';');
        char one[300];

        (void)snprintf(one, sizeof one, "%.*s", end ? (int)(end - at) : (int)strlen(at), at);
        assert_int_equal(run_sql(db, one, NULL), STATUS_OK);
        at = end ? end + 1 : NULL;
    }
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
    return db_change_set(db);
}

static struct db *filled(void **state)
{
    struct db *db = new_things(state);

    write_as(db, &stamp,
             "INSERT INTO thing (name, n) VALUES ('雨量', 1), ('水位', NULL);"
             "INSERT INTO part (thing_id, text) VALUES (1, '甲'), (1, '乙')");
    return db;
}

static char *look(void **state)
{
    return other_look(path_of(state, "x.db"), ALL);
}

static void what_was_done__is_taken_back_and_done_again(void **state)
{
    static const char *const changes[] = {
        "UPDATE thing SET name = '流量' WHERE id = 1",
        "UPDATE thing SET name = NULL, n = 7",
        "UPDATE thing SET n = 5 WHERE id = 1;UPDATE thing SET n = 6 WHERE id = 1",
        "INSERT INTO thing (name) VALUES ('雪')",
        "INSERT INTO thing (name) VALUES ('雪');INSERT INTO part (thing_id, text) VALUES (3, '丙')",
        "INSERT INTO thing (name) VALUES ('雪');UPDATE thing SET n = 3 WHERE id = 3",
        "INSERT INTO thing (name) VALUES ('雪');DELETE FROM thing WHERE id = 3",
        "DELETE FROM part WHERE id = 2",
        "DELETE FROM thing",
        "UPDATE thing SET n = 9 WHERE id = 2;DELETE FROM thing WHERE id = 2",
    };

    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct db *db = filled(state);
        char *before = look(state), *done, *after;
        const int64_t set = write_as(db, &stamp, changes[i]);
        int64_t undone;

        done = look(state);
        assert_int_equal(undo_change_set(db, &back, set, NULL), STATUS_OK);
        undone = db_change_set(db);
        assert_int_equal(undone, set + 1);
        after = look(state);
        assert_string_equal(after, before);
        free(after);
        assert_int_equal(undo_change_set(db, &back, undone, NULL), STATUS_OK);
        after = look(state);
        assert_string_equal(after, done);
        free(after);
        free(before);
        free(done);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
        (void)unlink(path_of(state, "x.db-journal"));
    }
}

static void what_somebody_built_upon__is_refused_and_nothing_is_changed(void **state)
{
    static const struct {
        const char *mine, *others;
    } cases[] = {
        {"UPDATE thing SET name = '流量' WHERE id = 1", "UPDATE thing SET name = '雪' WHERE id = 1"},
        {"UPDATE thing SET n = 2", "UPDATE thing SET n = 3 WHERE id = 2"},
        {"UPDATE thing SET n = 2 WHERE id = 1", "DELETE FROM thing WHERE id = 1"},
        {"INSERT INTO thing (name) VALUES ('雪')", "UPDATE thing SET n = 3 WHERE id = 3"},
        {"INSERT INTO thing (name) VALUES ('雪')", "DELETE FROM thing WHERE id = 3"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct db *db = filled(state);
        const int64_t set = write_as(db, &stamp, cases[i].mine);
        struct err err = {0};
        char *before, *after;

        write_as(db, &other, cases[i].others);
        before = look(state);
        assert_int_equal(undo_change_set(db, &back, set, &err), STATUS_NO);
        assert_int_equal(err.code, CODE_UNDO_BUILT_UPON);
        assert_string_equal(err.arg[0], "別人");
        assert_string_equal(err.arg[1], "別人改的");
        after = look(state);
        assert_string_equal(after, before);
        free(before);
        free(after);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
        (void)unlink(path_of(state, "x.db-journal"));
    }
}

static void another_column_of_the_same_row__is_in_nobodys_way(void **state)
{
    struct db *db = filled(state);
    const int64_t set = write_as(db, &stamp, "UPDATE thing SET name = '流量' WHERE id = 1");

    write_as(db, &other, "UPDATE thing SET n = 8 WHERE id = 1");
    assert_int_equal(undo_change_set(db, &back, set, NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"), "SELECT name, n FROM thing WHERE id = 1", "雨量|8\n");
}

static void what_was_taken_back_by_its_author__is_no_longer_in_the_way(void **state)
{
    struct db *db = filled(state);
    const int64_t set = write_as(db, &stamp, "UPDATE thing SET n = 2 WHERE id = 1");
    const int64_t theirs = write_as(db, &other, "UPDATE thing SET n = 3 WHERE id = 1");

    assert_int_equal(undo_change_set(db, &back, set, NULL), STATUS_NO);
    assert_int_equal(undo_change_set(db, &other, theirs, NULL), STATUS_OK);
    assert_int_equal(undo_change_set(db, &back, set, NULL), STATUS_OK);
    db_close(db);
    assert_looks(path_of(state, "x.db"), "SELECT n FROM thing WHERE id = 1", "1\n");
}

static void a_row_that_came_back__has_a_ver_it_never_had(void **state)
{
    struct db *db = filled(state);
    const int64_t set = write_as(db, &stamp, "DELETE FROM part;DELETE FROM thing WHERE id = 1");

    assert_int_equal(undo_change_set(db, &back, set, NULL), STATUS_OK);
    assert_true(ask(db, "SELECT ver FROM thing WHERE id = 1") > 1);
    db_close(db);
}

static void the_journal_after_it__is_whole(void **state)
{
    struct db *db = filled(state);
    const int64_t set = write_as(db, &stamp, "DELETE FROM thing");

    assert_int_equal(undo_change_set(db, &back, set, NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM seal"), 3);
    assert_int_equal(ask(db, "SELECT count(*) FROM change_set WHERE label = '復原'"), 1);
    db_close(db);
}

static void what_is_not_there__is_said(void **state)
{
    struct db *db = filled(state);
    struct err err = {0};

    assert_int_equal(undo_change_set(db, &back, 4711, &err), STATUS_MISSING);
    assert_int_equal(err.code, CODE_UNDO_NOTHING);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(what_was_done__is_taken_back_and_done_again),
        scratch_test(what_somebody_built_upon__is_refused_and_nothing_is_changed),
        scratch_test(another_column_of_the_same_row__is_in_nobodys_way),
        scratch_test(what_was_taken_back_by_its_author__is_no_longer_in_the_way),
        scratch_test(a_row_that_came_back__has_a_ver_it_never_had),
        scratch_test(the_journal_after_it__is_whole),
        scratch_test(what_is_not_there__is_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

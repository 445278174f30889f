/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seals: what was journalled cannot be changed behind them unseen.
 */
#include "tests/db/scratch.h"

#include "db/seal.h"

/* Everything that was found, a line each: "kind id text". */
static void note(void *context, enum seal_wrong wrong, int64_t id, const char *text, const char *at)
{
    static const char *const words[] = {"broken", "missing", "hole", "unsealed", "replay"};

    (void)at;
    str_printf(context, "%s %lld %s\n", words[wrong], (long long)id, text ? text : "");
}

static void assert_found(struct db *db, const char *expected)
{
    struct str found = STR_INIT;

    assert_int_equal(seal_check(db, note, &found, NULL), STATUS_OK);
    assert_string_equal(found.text, expected);
    str_release(&found);
}

/* Three change sets: two inserts, an update. */
static struct db *three_changes(void **state)
{
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('雨量')", NULL), STATUS_OK);
    assert_int_equal(db_change_set(db), 1);
    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('水位')", NULL), STATUS_OK);
    assert_int_equal(write_sql(db, "UPDATE thing SET name = '流量' WHERE id = 2", NULL), STATUS_OK);
    assert_int_equal(db_change_set(db), 3);
    return db;
}

static void every_change_set__is_sealed_by_its_commit(void **state)
{
    struct db *db = three_changes(state);
    char first[SHA256_TEXT], head[SHA256_TEXT], at[25];
    int64_t id = 0;

    assert_int_equal(ask(db, "SELECT count(*) FROM seal"), 3);
    assert_int_equal(seal_head(db, head, NULL), STATUS_OK);
    assert_true(sha256_is(head));
    assert_int_equal(seal_find(db, head, &id, at, NULL), STATUS_OK);
    assert_int_equal(id, 3);
    assert_string_equal(at, "2023-05-24T06:00:00.123Z");
    assert_found(db, "");
    /* a write that changes nothing seals nothing */
    assert_int_equal(write_sql(db, "UPDATE thing SET name = '流量' WHERE id = 2", NULL), STATUS_OK);
    assert_int_equal(db_change_set(db), 0);
    assert_int_equal(seal_head(db, first, NULL), STATUS_OK);
    assert_string_equal(first, head);
    db_close(db);
}

static void the_seal__is_what_sha256sum_makes_of_the_documented_text(void **state)
{
    static const char text[] = "\n1|'測試者'|'2023-05-24T06:00:00.123Z'|'改一筆'\n"
                               "1|1|NULL|'thing'|1|'insert'|'id'|NULL|1\n"
                               "2|1|NULL|'thing'|1|'insert'|'name'|NULL|'it''s'\n";
    struct db *db = new_things(state);
    char expected[SHA256_TEXT], head[SHA256_TEXT];

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('it''s')", NULL), STATUS_OK);
    sha256_text(text, sizeof text - 1, expected);
    assert_int_equal(seal_head(db, head, NULL), STATUS_OK);
    assert_string_equal(head, expected);
    db_close(db);
}

static void a_write_taken_back__leaves_no_seal_and_no_hole(void **state)
{
    struct db *db = three_changes(state);

    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(run_sql(db, "DELETE FROM thing", NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_NO, NULL), STATUS_NO);
    assert_int_equal(write_sql(db, "DELETE FROM thing WHERE id = 1", NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM seal"), 4);
    assert_found(db, "");
    db_close(db);
}

static void what_was_done_behind_the_journal__is_found(void **state)
{
    static const struct {
        const char *sql, *found;
    } cases[] = {
        {"UPDATE thing SET name = '雨' WHERE id = 1", "unsealed 1 thing\n"},
        {"DROP TRIGGER journal_thing_update; UPDATE thing SET name = '雨' WHERE id = 1",
         "replay 1 thing.name\n"},
        {"DROP TRIGGER journal_thing_insert; INSERT INTO thing (name) VALUES ('雪')",
         "replay 3 thing.id\nreplay 3 thing.name\n"},
        {"DROP TRIGGER journal_thing_delete; DELETE FROM thing WHERE id = 2", "replay 2 thing\n"},
        {"DROP TRIGGER change_is_not_updated; UPDATE change SET old = '水' WHERE op = 'update'",
         "broken 3 \n"},
        {"DROP TRIGGER change_set_is_not_updated; UPDATE change_set SET who = '他' WHERE id = 2",
         "broken 2 \n"},
        {"DROP TRIGGER seal_is_not_deleted; DELETE FROM seal WHERE change_set_id = 3", "missing 3 \n"},
        {"DROP TRIGGER change_is_not_deleted; DELETE FROM change WHERE id = 2",
         "broken 1 \nhole 2 \nreplay 1 thing.name\n"},
        {"DROP TRIGGER change_is_not_deleted; DELETE FROM change WHERE id = 5",
         "broken 3 \nhole 5 \nreplay 2 thing.name\n"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct db *db = three_changes(state);

        db_close(db);
        assert_int_equal(other_tool(path_of(state, "x.db"), cases[i].sql), SQLITE_OK);
        assert_int_equal(open_things(&db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
        assert_found(db, cases[i].found);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
        (void)unlink(path_of(state, "x.db-journal"));
    }
}

/* The control of all this: whoever makes the whole chain anew is found by nothing but the printed head. */
static void a_chain_made_anew__is_told_by_the_head_alone(void **state)
{
    struct db *db = three_changes(state);
    char head[SHA256_TEXT], at[25];
    int64_t id;

    assert_int_equal(seal_head(db, head, NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(unlink(path_of(state, "x.db")), 0);
    db = new_things(state);
    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('雨')", NULL), STATUS_OK);
    assert_found(db, "");
    assert_int_equal(seal_find(db, head, &id, at, NULL), STATUS_MISSING);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(every_change_set__is_sealed_by_its_commit),
        scratch_test(the_seal__is_what_sha256sum_makes_of_the_documented_text),
        scratch_test(a_write_taken_back__leaves_no_seal_and_no_hole),
        scratch_test(what_was_done_behind_the_journal__is_found),
        scratch_test(a_chain_made_anew__is_told_by_the_head_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was confirmed is frozen: against another tool, which meets the schema's triggers, and against
 * everything that the program itself can do.
 */
#include "tests/core/good_meeting.h"

/* A database with the good meeting, which is confirmed, and nothing else. */
static void confirmed(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct str text = STR_INIT;

    good_meeting(&text);
    replace_one(&text, "\"attendance\":[",
                "\"composition\":[{\"member\":\"m01\",\"seat\":1}],\"attendance\":[");
    replace_one(&text, "\"source\":{\"text\":\"111年第2次會議\",\"date\":\"2022-12-13\"}",
                "\"source\":{\"meeting\":\"112-1\",\"item\":\"i2\",\"point\":\"1\"}");
    replace_one(&text, "\"ruling\":\"release\"", "\"progress\":[\"校核完成。\"],\"ruling\":\"release\"");
    import_right(db, text.text, text.len_bytes, RECORD_STORED);
    str_release(&text);
    db_close(db);
}

static void a_confirmed_meeting__refuses_every_change_by_another_tool(void **state)
{
    static const char *const attempts[] = {
        "UPDATE meeting SET place = '別處'",
        "DELETE FROM meeting",
        "DELETE FROM milestone WHERE step = 'confirmed'",
        "UPDATE milestone SET step = 'reported' WHERE step = 'confirmed'",
        "UPDATE milestone SET done_on = '2024-01-01' WHERE step = 'sent'",
        "INSERT INTO milestone (position, committee_id, meeting_id, step) VALUES (9, 1, 1, 'approved')",
        "UPDATE seat SET title = '顧問'",
        "UPDATE attendance SET status = 'absent'",
        "DELETE FROM attendance",
        "INSERT INTO attendance (position, committee_id, meeting_id, member, online) VALUES (9, 1, 1, 'm01', "
        "0)",
        "UPDATE item SET title = '別案'",
        "INSERT INTO item (position, committee_id, meeting_id, section, abridged, is_none)"
        " VALUES (9, 1, 1, 'motions', 0, 0)",
        "DELETE FROM item",
        "UPDATE statement SET name = '別人'",
        "DELETE FROM statement",
        "UPDATE decision SET kind = 'rejected'",
        "UPDATE vote SET votes_for = 9",
        "UPDATE node SET text = '別句' WHERE meeting_id = 1",
        "DELETE FROM node WHERE meeting_id = 1",
        "INSERT INTO node (position, committee_id, meeting_id, owner, owner_id, field, level, plain, text)"
        " VALUES (9, 1, 1, 'statement', 1, 'points', 0, 0, '多一句')",
        "UPDATE resolution SET source_point = '7'",
        "UPDATE resolution SET key = '99-1-01'",
        "DELETE FROM resolution",
        "UPDATE node SET text = '別句' WHERE owner = 'resolution'",
        "INSERT INTO node (position, committee_id, resolution_id, owner, owner_id, field, level, plain, text)"
        " VALUES (9, 1, 1, 'resolution', 1, 'instruction', 0, 0, '多一句')",
        "UPDATE round SET remark = '改'",
        "DELETE FROM round",
        "INSERT INTO round (position, committee_id, resolution_id, meeting) VALUES (9, 1, 1, '112-1')",
        "UPDATE node SET text = '別句' WHERE owner = 'round'",
    };

    confirmed(state);
    for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
        if (other_tool(path_of(state, "x.db"), attempts[i]) != SQLITE_CONSTRAINT)
            fail_msg("was let through: %s", attempts[i]);
    }
}

/* The last line also holds against the program's own ways in, should a check before it be missing. */
static void a_refused_change__is_told_and_taken_back(void **state)
{
    struct err err = {0};
    struct stmt *stmt;
    struct db *db;
    enum status status;

    confirmed(state);
    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_WRITE, NULL), STATUS_OK);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(stmt_begin(db, &stmt, "UPDATE item SET title = '別案'", NULL), STATUS_OK);
    status = stmt_run(stmt, NULL, &err);
    stmt_done(stmt);
    assert_int_equal(write_end(db, status, NULL), STATUS_BAD);
    assert_int_equal(err.code, CODE_DB_PROTECTED);
    assert_string_equal(err.arg[0], "the meeting is confirmed");
    db_close(db);
}

static void what_goes_on_after_the_confirmation__is_let_through(void **state)
{
    static const char *const changes[] = {
        "UPDATE resolution SET due = '2030-01-01'",
        "UPDATE milestone SET letter = '水文字第1130000001號' WHERE step = 'confirmed'",
        "INSERT INTO milestone (position, committee_id, meeting_id, step) VALUES (9, 1, 1, 'published')",
        "INSERT INTO round (position, committee_id, resolution_id, meeting) VALUES (9, 1, 1, '113-1')",
        "UPDATE round SET remark = '更新' WHERE meeting = '113-1'",
        "DELETE FROM round WHERE meeting = '113-1'",
        "UPDATE member SET given = '新名' WHERE id = 1",
        "INSERT INTO meeting (position, committee_id, key, attendance_none) VALUES (9, 1, '113-1', 0)",
        "UPDATE meeting SET place = '別處' WHERE key = '113-1'",
    };

    confirmed(state);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        if (other_tool(path_of(state, "x.db"), changes[i]) != SQLITE_OK)
            fail_msg("was refused: %s", changes[i]);
    }
}

/* The triggers are only the last line: whoever takes them away is found by the journal. */
static void taking_the_triggers_away__is_found_by_the_journal(void **state)
{
    char *found;

    confirmed(state);
    assert_int_equal(
        other_tool(path_of(state, "x.db"), "DROP TRIGGER freeze_vote_update; UPDATE vote SET votes_for = 9"),
        SQLITE_OK);
    found =
        other_look(path_of(state, "x.db"), "SELECT tbl, col, new FROM change WHERE change_set_id IS NULL");
    assert_string_equal(found, "vote|votes_for|9\n");
    free(found);
}

/* Every table with a meeting_id, also those of a schema to come. */
static void every_table_of_a_meeting__is_frozen(void **state)
{
    char *bare;

    confirmed(state);
    bare = other_look(
        path_of(state, "x.db"),
        "SELECT t.name, e.column1 FROM pragma_table_list t, pragma_table_xinfo(t.name) x,"
        " (VALUES ('insert'), ('update'), ('delete')) e"
        " WHERE t.schema = 'main' AND t.type = 'table' AND x.name = 'meeting_id'"
        " AND NOT EXISTS (SELECT 1 FROM sqlite_schema s WHERE s.type = 'trigger' AND s.name IN"
        " (format('freeze_%s_%s', t.name, e.column1), format('frozen_%s_%s', t.name, e.column1)))");
    assert_string_equal(bare, "");
    free(bare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_confirmed_meeting__refuses_every_change_by_another_tool),
        scratch_test(a_refused_change__is_told_and_taken_back),
        scratch_test(what_goes_on_after_the_confirmation__is_let_through),
        scratch_test(taking_the_triggers_away__is_found_by_the_journal),
        scratch_test(every_table_of_a_meeting__is_frozen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

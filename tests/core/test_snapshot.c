/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting loaded whole, and the lists of meetings and committees.
 */
#include "tests/core/records.h"

static void snapshot__holds_the_meeting_with_all_that_belongs_to_it(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct snapshot s;
    const struct item *item;

    import_file(db, EXAMPLE);
    load_meeting(db, "112-1", &s);
    assert_string_equal(s.date, "2023-05-30");
    assert_non_null(s.rule);
    assert_string_equal(s.meeting.key, "112-1");
    assert_string_equal(s.committee.key, "hydrology-opendata");
    assert_true(s.members.n >= 12);
    assert_true(s.resolutions.n >= 10);
    item = meeting_item(&s.meeting, "i4");
    assert_non_null(item);
    assert_true(item == meeting_item_by_id(&s.meeting, item->row.id));
    assert_int_equal(item->vote.n, 1);
    assert_int_equal(item->vote.v[0].votes_for, 7);
    assert_int_equal(item->recused.n, 1);
    assert_int_equal(item_decision(item)->kind, DECISION_AMENDED);
    /* and nothing of another */
    assert_null(meeting_item(&s.meeting, "j1"));
    snapshot_release(&s);
    assert_null(s.meeting.key);
    db_close(db);
}

static void snapshot__has_the_frozen_composition_or_that_of_the_day(void **state)
{
    static const char record[] =
        "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":\"水文部諮詢小組\","
        "\"rules\":["
        "{\"from\":null,\"quorum\":{\"numerator\":1,\"denominator\":2,\"comparison\":\">\",\"civil_min\":1}},"
        "{\"from\":\"2023-06-01\",\"quorum\":{\"numerator\":1,\"denominator\":2,\"comparison\":\">=\","
        "\"civil_min\":3}}]},"
        "\"members\":["
        "{\"key\":\"m1\",\"surname\":\"林\",\"appointments\":[{\"role\":\"convener\",\"kind\":\"agency\","
        "\"title\":\"次長\"}]},"
        "{\"key\":\"m2\",\"surname\":\"歐陽\",\"appointments\":[{\"from\":\"2023-01-01\",\"to\":\"2023-05-"
        "24\",\"kind\":"
        "\"civil\",\"title\":\"教授\"}]},"
        "{\"key\":\"m3\",\"surname\":\"周\",\"appointments\":[{\"from\":\"2023-05-25\",\"kind\":\"agency\"}]}"
        "],"
        "\"meetings\":[{\"id\":\"112-1\",\"start\":\"2023-05-24T14:00\"},{\"id\":\"112-2\",\"start\":\"2023-"
        "12-14T09:30\"},"
        "{\"id\":\"112-3\",\"start\":\"2023-12-20T09:30\",\"composition\":[{\"member\":\"m2\",\"seat\":9,"
        "\"kind\":"
        "\"agency\"}]},{\"id\":\"112-4\"}]}";
    static const struct {
        const char *key, *date;
        bool frozen;
        size_t n;
        const char *members[3];
        int civil_min;
    } cases[] = {
        {"112-1", "2023-05-24", false, 2, {"m1", "m2"}, 1}, /* the last day of office is one */
        {"112-2", "2023-12-14", false, 2, {"m1", "m3"}, 3},
        {"112-3", "2023-12-20", true, 1, {"m2"}, 3},
        {"112-4", NULL, false, 3, {"m1", "m2", "m3"}, 3}, /* no day yet: whoever was appointed last */
    };
    struct db *db = new_db(state, "x.db");

    import_right(db, record, strlen(record), RECORD_STORED);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct snapshot s;

        load_meeting(db, cases[i].key, &s);
        if (cases[i].date)
            assert_string_equal(s.date, cases[i].date);
        else
            assert_null(s.date);
        assert_int_equal(s.composition_frozen, cases[i].frozen);
        assert_int_equal(s.meeting.composition.n, cases[i].n);
        for (size_t k = 0; k < cases[i].n; k++)
            assert_string_equal(s.meeting.composition.v[k].member, cases[i].members[k]);
        assert_int_equal(s.rule->civil_min, cases[i].civil_min);
        snapshot_release(&s);
    }
    db_close(db);
}

static void snapshot__of_a_meeting_that_is_not_there__is_empty(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct snapshot s;
    struct err err = {0};

    import_file(db, FIXTURES "minimal.json");
    assert_int_equal(snapshot_load(db, 4711, &s, &err), STATUS_MISSING);
    assert_int_equal(err.code, CODE_RECORD_NO_MEETING);
    assert_null(s.meeting.key);
    assert_null(s.arena.first);
    db_close(db);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static void meeting_list__has_the_latest_first_and_before_all_those_without_a_date(void **state)
{
    static const char record[] = "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\","
                                 "\"name\":\"水\"},\"meetings\":["
                                 "{\"id\":\"112-2\",\"start\":\"2023-12-14T09:30\",\"place\":\"第1會議室\","
                                 "\"milestones\":[{\"step\":\"sent\"},"
                                 "{\"step\":\"published\"}]},{\"id\":\"113-1\"},{\"id\":\"112-1\",\"start\":"
                                 "\"2023-05-24T14:00\",\"end\":"
                                 "\"2023-05-24T15:00\"},{\"id\":\"112-e1\",\"kind\":\"extraordinary\","
                                 "\"start\":\"2023-08-01T10:00\",\"outcome\":"
                                 "\"fell\"}]}";
    static const char *const keys[] = {"113-1", "112-2", "112-e1", "112-1"};
    struct db *db = new_db(state, "x.db");
    struct arena arena = ARENA_INIT;
    struct meeting_lines lines;
    struct err err = {0};

    import_right(db, record, strlen(record), RECORD_STORED);
    assert_int_equal(meeting_list(db, ask(db, "SELECT id FROM committee"), &arena, &lines, &err), STATUS_OK);
    assert_int_equal(lines.n, COUNT(keys));
    for (size_t i = 0; i < COUNT(keys); i++)
        assert_string_equal(lines.v[i].key, keys[i]);
    assert_null(lines.v[0].start);
    assert_string_equal(lines.v[1].place, "第1會議室");
    assert_true(lines.v[1].has[STEP_SENT]);
    assert_true(lines.v[1].has[STEP_PUBLISHED]);
    assert_false(lines.v[1].has[STEP_OPENED]);
    assert_int_equal(lines.v[2].kind, MEETING_EXTRAORDINARY);
    assert_int_equal(lines.v[2].outcome, OUTCOME_FELL);
    assert_int_equal(lines.v[3].outcome, UNKNOWN);
    assert_string_equal(lines.v[3].end, "2023-05-24T15:00");
    assert_int_equal(meeting_list(db, 4711, &arena, &lines, &err), STATUS_OK);
    assert_int_equal(lines.n, 0);
    arena_release(&arena);
    db_close(db);
}

static void meeting_line__is_filled_with_the_figures_of_its_meeting(void **state)
{
    static const struct {
        const char *key;
        int items, decisions, tracked, present, in_office, verdict;
    } cases[] = {
        {"113-1", 3, 0, 0, UNKNOWN, 12, QUORUM_UNKNOWN},
        {"112-2", 5, 4, 2, 8, 12, QUORUM_MET}, /* what was not discussed is no decision */
        {"112-1", 6, 6, 4, 10, 12, QUORUM_MET},
    };
    struct db *db = new_db(state, "x.db");
    struct arena arena = ARENA_INIT;
    struct meeting_lines lines;
    struct err err = {0};

    import_file(db, EXAMPLE);
    assert_int_equal(meeting_list(db, ask(db, "SELECT id FROM committee"), &arena, &lines, &err), STATUS_OK);
    assert_int_equal(lines.n, COUNT(cases));
    for (size_t i = 0; i < lines.n; i++) {
        struct meeting_line *line = &lines.v[i];
        struct snapshot s;

        assert_int_equal(line->items, UNKNOWN);
        load_meeting(db, line->key, &s);
        assert_int_equal(meeting_line_fill(db, &s.committee, &s.members, &s.resolutions, line, &err),
                         STATUS_OK);
        assert_string_equal(line->key, cases[i].key);
        assert_int_equal(line->items, cases[i].items);
        assert_int_equal(line->decisions, cases[i].decisions);
        assert_int_equal(line->tracked, cases[i].tracked);
        assert_int_equal(line->present, cases[i].present);
        assert_int_equal(line->in_office, cases[i].in_office);
        assert_int_equal(line->verdict, cases[i].verdict);
        /* the one number that everything shows */
        assert_int_equal(line->in_office, snapshot_quorum(&s, -1, NULL).in_office);
        assert_int_equal(line->verdict, snapshot_quorum(&s, -1, NULL).verdict);
        snapshot_release(&s);
    }
    arena_release(&arena);
    db_close(db);
}

static void committees_and_meetings__are_found_by_their_keys(void **state)
{
    static const char other[] =
        "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"gender\",\"name\":"
        "\"性別平等小組\"},\"meetings\":[{\"id\":\"112-7\"}]}";
    struct db *db = new_db(state, "x.db");
    struct arena arena = ARENA_INIT;
    struct committee_lines lines;
    struct err err = {0};
    int64_t id;

    assert_int_equal(committee_list(db, &arena, &lines, &err), STATUS_OK);
    assert_int_equal(lines.n, 0);
    import_file(db, EXAMPLE);
    import_right(db, other, strlen(other), RECORD_STORED);
    assert_int_equal(committee_list(db, &arena, &lines, &err), STATUS_OK);
    assert_int_equal(lines.n, 2);
    assert_string_equal(lines.v[0].key, "hydrology-opendata");
    assert_string_equal(lines.v[1].key, "gender");
    assert_string_equal(lines.v[1].name, "性別平等小組");
    assert_int_equal(meeting_id_find(db, lines.v[0].id, "112-7", &id, &err),
                     STATUS_MISSING); /* the other's */
    assert_int_equal(meeting_id_find(db, lines.v[0].id, "112-1", &id, &err), STATUS_OK);
    assert_true(id > 0);
    assert_int_equal(meeting_id_find(db, lines.v[0].id, "99-9", &id, &err), STATUS_MISSING);
    assert_int_equal(err.code, CODE_RECORD_NO_MEETING);
    assert_string_equal(err.arg[0], "99-9");
    assert_int_equal(id, 0);
    arena_release(&arena);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(snapshot__holds_the_meeting_with_all_that_belongs_to_it),
        scratch_test(snapshot__has_the_frozen_composition_or_that_of_the_day),
        scratch_test(snapshot__of_a_meeting_that_is_not_there__is_empty),
        scratch_test(meeting_list__has_the_latest_first_and_before_all_those_without_a_date),
        scratch_test(meeting_line__is_filled_with_the_figures_of_its_meeting),
        scratch_test(committees_and_meetings__are_found_by_their_keys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

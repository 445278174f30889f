/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying: nothing in what was done right, and for each rule broken the one finding that names it.
 */
#include "tests/core/findings.h"
#include "tests/core/good_meeting.h"

static void verify__finds_nothing_in_what_was_done_right(void **state)
{
    struct str text = STR_INIT;

    good_meeting(&text);
    assert_findings(state, text.text, "2024-05-10", "");
    read_file(EXAMPLE, &text); /* a civil member left before the end, and nothing was decided after that */
    assert_findings(state, text.text, "2024-05-10", "quorum lost: 112-2 11:40– 8/6, 2/3\n");
    str_release(&text);
}

static void verify__names_each_rule_that_was_broken(void **state)
{
    struct str text = STR_INIT;

    read_file(FIXTURES "against-the-rules.json", &text);
    assert_findings(state, text.text, "2024-05-10",
                    "!year: 112-2 2024-01-09\n"
                    "!no rule: 112-2\n"
                    "!acting chair: 112-2 簡郁庭\n"
                    "!civil delegate: 112-2 歐陽秉衡\n"
                    "!decided without quorum: 112-2 d1 4/10\n"
                    "!quorum differs: 112-2 d2 9/10, 3 ≠ 4/10, 1\n"
                    "!too many votes: 112-2 d1 6+2+1/4\n"
                    "!vote's result: 112-2 d1 6+2+1/5\n");
    str_release(&text);
}

/* The good meeting with one thing replaced (both, where there are two). */
static const struct {
    const char *old, *with, *old2, *with2, *expected;
} spoilt_cases[] = {
    /* the day: a Saturday; the materials in time for it all the same */
    {"2023-05-24T14:00", "2023-05-27T14:00", "2023-05-24T15:40", "2023-05-27T15:40",
     "day off: 112-1 2023-05-27\n"},
    /* the year, which a meeting that was put off keeps */
    {"2023-05-24T14:00", "2022-05-24T14:00", "\"sent\",\"date\":\"2023", "\"sent\",\"date\":\"2022",
     "!year: 112-1 2022-05-24\n"},
    {"2023-05-24T14:00\",\"end\":\"2023-05-24T15:40", "2024-01-10T14:00",
     "{\"step\":\"opened\",\"date\":\"2023-05-24\"}", "{\"step\":\"postponed\",\"date\":\"2023-05-20\"}",
     "year: 112-1 2024-01-10\n"},
    /* the quorum at the opening: two civil representatives, and eight members */
    {"\"member\":\"m11\",\"status\":\"present\"", "\"member\":\"m11\",\"status\":\"leave\"",
     "\"resolutions\"", "\"resolutions\"",
     "!opened without quorum: 112-1 8/6, 2/3\n"
     "!decided without quorum: 112-1 i1 8/6, 2/3\n!quorum differs: 112-1 i1 9/12, 3 ≠ 8/12, 2\n"
     "!decided without quorum: 112-1 i2 8/6, 2/3\n!quorum differs: 112-1 i2 9/12, 3 ≠ 8/12, 2\n"
     "!too many votes: 112-1 i2 7+1+1/8\n"},
    /* lost between two decisions */
    {"\"member\":\"m11\",\"status\":\"present\"",
     "\"member\":\"m11\",\"status\":\"present\",\"stays\":[{\"out\":\"14:45\"}]",
     "\"at\":\"15:00\",\"quorum\":{\"present\":9,\"in_office\":12,\"civil\":3,\"met\":true}",
     "\"at\":\"15:00\",\"quorum\":{\"present\":8,\"in_office\":12,\"civil\":2,\"met\":false}",
     "quorum lost: 112-1 14:45– 8/6, 2/3\n"
     "!decided without quorum: 112-1 i2 8/6, 2/3\n!too many votes: 112-1 i2 7+1+1/8\n"},
    /* lost and there again, before anything was decided */
    {"\"member\":\"m11\",\"status\":\"present\"",
     "\"member\":\"m11\",\"status\":\"present\",\"stays\":[{\"out\":\"14:45\"},{\"in\":\"14:50\"}]",
     "\"resolutions\"", "\"resolutions\"", "quorum lost: 112-1 14:45–14:50 8/6, 2/3\n"},
    /* stored, and attendance not recorded any more */
    {"\"met\":true", "\"met\":false", "\"resolutions\"", "\"resolutions\"",
     "!quorum differs: 112-1 i1 9/12, 3 ≠ 9/12, 3\n"},
    /* an informal talk decides nothing, is no meeting of the year and owes no papers */
    {"\"place\"", "\"outcome\":\"talk\",\"place\"", "\"resolutions\"", "\"resolutions\"",
     "!decided without quorum: 112-1 i1 9/6, 3/3\n!decided without quorum: 112-1 i2 9/6, 3/3\n"
     "few meetings: 112 0\n"},
    /* who sits and chairs */
    {"\"status\":\"delegate\"", "\"status\":\"present\"", "\"member\":\"m09\",\"status\":\"present\"",
     "\"member\":\"m09\",\"status\":\"delegate\",\"delegate\":{\"surname\":\"溫\"}",
     "!civil delegate: 112-1 江謝9\n!opened without quorum: 112-1 8/6, 2/3\n"
     "!decided without quorum: 112-1 i1 8/6, 2/3\n!quorum differs: 112-1 i1 9/12, 3 ≠ 8/12, 2\n"
     "!decided without quorum: 112-1 i2 8/6, 2/3\n!quorum differs: 112-1 i2 9/12, 3 ≠ 8/12, 2\n"
     "!too many votes: 112-1 i2 7+1+1/8\n"},
    {"\"chair\":{\"member\":\"m01\"}",
     "\"chair\":{\"member\":\"m01\",\"acting\":{\"surname\":\"溫\",\"given\":\"玉\"}}", "\"resolutions\"",
     "\"resolutions\"", "!acting chair: 112-1 溫玉\n"},
    {"\"chair\":{\"member\":\"m01\"}",
     "\"chair\":{\"member\":\"m01\",\"acting\":{\"surname\":\"江謝\",\"given\":\"5\"}}", "\"resolutions\"",
     "\"resolutions\"", ""}, /* a member by his name */
    {"\"role\":\"convener\"", "\"role\":\"member\"", "\"resolutions\"", "\"resolutions\"",
     "!conveners: 112-1 0\n"},
    {"\"members_min\":11", "\"members_min\":13", "\"resolutions\"", "\"resolutions\"",
     "!few members: 112-1 12\n"},
    {"\"civil_share\":[1,3]", "\"civil_share\":[1,2]", "\"gender_share\":[1,3]", "\"gender_share\":[2,3]",
     "!civil share: 112-1 4/12 (33.3%)\ngender share: 112-1 6/12 (50.0%) female\n"},
    /* votes */
    {"\"for\":7", "\"for\":6", "\"resolutions\"", "\"resolutions\"", "votes: 112-1 i2 6+1+1/9\n"},
    {"\"for\":7", "\"for\":8", "\"resolutions\"", "\"resolutions\"", "!too many votes: 112-1 i2 8+1+1/9\n"},
    {"\"abstain\":1,\"entitled\":9", "\"entitled\":9", "\"resolutions\"", "\"resolutions\"",
     ""}, /* cannot be told */
    /* statements */
    {"\"points\":[\"無意見。\"]", "\"at\":\"14:20\"", "\"resolutions\"", "\"resolutions\"",
     "no text: 112-1 i1\n"},
    /* papers: the 5th working day before, the 10th and the 14th after */
    {"\"sent\",\"date\":\"2023-05-17\"", "\"sent\",\"date\":\"2023-05-18\"", "\"resolutions\"",
     "\"resolutions\"", "!materials late: 112-1 2023-05-18\n"},
    {"\"draft_sent\",\"date\":\"2023-06-07\"", "\"draft_sent\",\"date\":\"2023-06-08\"", "\"resolutions\"",
     "\"resolutions\"", "draft late: 112-1 2023-06-08\n"},
    {"\"published\",\"date\":\"2023-06-13\"", "\"published\",\"date\":\"2023-06-14\"", "\"resolutions\"",
     "\"resolutions\"", "!published late: 112-1 2023-06-14\n"},
    /* still to be done, and overdue; the draft was confirmed, so it was there */
    {",{\"step\":\"published\",\"date\":\"2023-06-13\"}", "",
     "{\"step\":\"draft_sent\",\"date\":\"2023-06-07\"},", "", "!published late: 112-1\n"},
    {"{\"step\":\"draft_sent\",\"date\":\"2023-06-07\"},{\"step\":\"confirmed\",\"date\":\"2023-06-12\"}"
     ",",
     "", "\"resolutions\"", "\"resolutions\"", "draft late: 112-1\n"},
    /* tracking */
    {",\"rounds\":[{\"meeting\":{\"id\":\"112-1\"},\"ruling\":\"release\"}]", "", "\"resolutions\"",
     "\"resolutions\"", "!not gone through: 112-1 111-2-01\n"},
    {",\"rounds\":[{\"meeting\":{\"id\":\"112-1\"}", ",\"rounds\":[{\"meeting\":{\"id\":\"110-2\"}",
     "{\"section\":\"tracking\"}", "{\"section\":\"tracking\",\"abridged\":true}", ""}, /* released before */
    {",\"rounds\":[{\"meeting\":{\"id\":\"112-1\"},\"ruling\":\"release\"}]", "",
     "{\"section\":\"tracking\"}", "{\"section\":\"tracking\",\"abridged\":true}",
     "not gone through: 112-1 111-2-01\n"},
    {"\"rounds\":[",
     "\"rounds\":[{\"meeting\":{\"text\":\"舊\",\"date\":\"2022-12-20\"},\"ruling\":\"self\"},",
     "\"resolutions\"", "\"resolutions\"", "gone through after it was closed: 112-1 111-2-01\n"},
    {"\"ruling\":\"release\"", "\"ruling\":\"merge\",\"into\":\"111-2-01\"", "\"resolutions\"",
     "\"resolutions\"", "!tracked in a circle: 111-2-01 111-2-01\n"},
};

static void verify__names_the_place_and_the_figure(void **state)
{

    for (size_t i = 0; i < COUNT(spoilt_cases); i++) {
        struct str record = STR_INIT;

        good_meeting(&record);
        replace_one(&record, spoilt_cases[i].old, spoilt_cases[i].with);
        replace_one(&record, spoilt_cases[i].old2, spoilt_cases[i].with2);
        assert_findings(state, record.text, "2024-05-10", spoilt_cases[i].expected);
        str_release(&record);
    }
}

/* R11 and the numbers: a series of meetings, each only a day and an end. */
static void verify__finds_gaps_and_years_with_too_few_meetings(void **state)
{
    static const struct {
        const char *keys[6];
        const char *expected;
    } cases[] = {
        {{"111-1", "111-2", "112-1", "112-2"}, ""},
        {{"111-1", "111-3", "112-1", "112-2"}, "!gap: 111-3 111-2\n"},
        {{"111-1", "111-2", "112-3"}, "!gap: 112-3 112-1\n!gap: 112-3 112-2\nfew meetings: 112 1\n"},
        /* the data may begin within a year */
        {{"111-2", "112-1", "112-2"}, ""},
        /* a year without any */
        {{"110-1", "110-2", "112-1", "112-2"}, "few meetings: 111 0\n"},
        /* extraordinary ones count on their own, and for no year */
        {{"111-1", "111-2", "111-e1", "112-1", "112-e1"}, "few meetings: 112 1\n"},
        {{"111-1", "111-2", "111-e2", "112-1", "112-2"}, ""}, /* the first year again */
        {{"111-1", "111-2", "112-1", "112-2", "112-e2"}, "!gap: 112-e2 112-e1\n"},
        /* this year is not over */
        {{"112-1", "112-2", "113-1"}, ""},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str record = STR_INIT;

        str_add(&record, "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":"
                         "\"水\",\"rules\":[{"
                         "\"meetings_per_year\":2}]},\"meetings\":[");
        for (size_t k = 0; k < COUNT(cases[i].keys) && cases[i].keys[k]; k++) {
            int year = 0, number = 0;
            bool extraordinary = false;

            assert_true(meeting_key_parse(cases[i].keys[k], &year, &number, &extraordinary));
            str_printf(&record, "%s{\"id\":\"%s\",\"start\":\"%d-05-17T10:00\",\"end\":\"%d-05-17T11:00\"}",
                       k ? "," : "", cases[i].keys[k], year + 1911, year + 1911);
        }
        str_add(&record, "]}");
        assert_false(str_failed(&record));
        assert_findings(state, record.text, "2024-05-10", cases[i].expected);
        str_release(&record);
    }
}

static void verify__names_the_committee__where_there_are_several(void **state)
{
    static const char other[] = "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":"
                                "\"gender\",\"name\":\"性別平等小組\"},\"meetings\":[{"
                                "\"id\":\"112-7\",\"start\":\"2023-05-18T10:00\"}]}";
    struct db *db = new_db(state, "x.db");
    struct arena arena = ARENA_INIT;
    struct findings findings;
    struct str text = STR_INIT;
    struct err err = {0};

    good_meeting(&text);
    replace_one(&text, "\"for\":7", "\"for\":6");
    import_right(db, text.text, text.len_bytes, RECORD_STORED);
    import_right(db, other, strlen(other), RECORD_STORED);
    findings_text(db, "2024-05-10", &text);
    assert_string_equal(text.text, "votes: c:112-1 i2 6+1+1/9\n!no rule: gender:112-7\n");
    assert_int_equal(verify_all(db, ask(db, "SELECT id FROM committee WHERE key = 'gender'"),
                                &office_calendar_shipped, "2024-05-10", &arena, &findings, &err),
                     STATUS_OK);
    assert_int_equal(findings.n, 1);
    assert_string_equal(findings.v[0].place, "112-7"); /* asked for one, its key need not be said */
    arena_release(&arena);
    str_release(&text);
    db_close(db);
}

/* What another tool left behind: rows that belong to nothing, and rows that refer to nothing. */
static void verify__finds_rows_that_belong_to_nothing(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct str text = STR_INIT;

    good_meeting(&text);
    import_right(db, text.text, text.len_bytes, RECORD_STORED);
    db_close(db);
    assert_int_equal(
        other_tool(
            path_of(state, "x.db"),
            "DROP TRIGGER freeze_node_update; UPDATE node SET owner_id = 4711 WHERE owner = 'statement'"),
        0);
    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
    findings_text(db, "2024-05-10", &text);
    assert_string_equal(text.text, "!data: node 1\nunsealed: node 1\nno text: 112-1 i1\n");
    db_close(db);
    assert_int_equal(other_tool(path_of(state, "x.db"),
                                "PRAGMA foreign_keys = OFF; DROP TRIGGER freeze_vote_update;"
                                " UPDATE vote SET item_id = 4711"),
                     0);
    assert_int_equal(db_open(&db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
    findings_text(db, "2024-05-10", &text);
    assert_int_equal(strncmp(text.text, "!database: ", 11), 0);
    assert_non_null(strstr(text.text, "vote"));
    str_release(&text);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(verify__finds_nothing_in_what_was_done_right),
        scratch_test(verify__names_each_rule_that_was_broken),
        scratch_test(verify__names_the_place_and_the_figure),
        scratch_test(verify__finds_gaps_and_years_with_too_few_meetings),
        scratch_test(verify__names_the_committee__where_there_are_several),
        scratch_test(verify__finds_rows_that_belong_to_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

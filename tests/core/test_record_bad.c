/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records with something wrong: every place is named, nothing is stored, nothing reaches a terminal raw.
 */
#include "tests/core/records.h"

enum { FILES_MAX = 200 };

/* Nothing of the domain, and no trace of a try. */
static void assert_nothing_stored(struct db *db)
{
    assert_int_equal(ask(db, "SELECT count(*) FROM committee"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM meeting"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM node"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), 0);
}

/* What comes to a terminal is what text_show lets through. */
static void assert_showable(const struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++) {
        const char *texts[] = {problems->v[i].place, problems->v[i].arg[0], problems->v[i].arg[1]};

        for (size_t k = 0; k < COUNT(texts); k++) {
            size_t len = strlen(texts[k]);

            assert_int_equal(text_invalid_at(texts[k], len), len);
            assert_int_equal(text_forbidden_at(texts[k], len, false), len);
            assert_true(len < 1000);
        }
    }
}

/* The lines of expected.tsv for FILE, without the file's name. */
static void expected_problems(const char *table, const char *file, struct str *out)
{
    size_t len = strlen(file);

    while (*table) {
        size_t n = strcspn(table, "\n");

        if (n > len && strncmp(table, file, len) == 0 && table[len] == '\t') {
            str_add_bytes(out, table + len + 1, n - len - 1);
            str_add(out, "\n");
        }
        table += n + (table[n] == '\n');
    }
}

static void import__refuses_what_is_wrong__names_every_place_and_stores_nothing(void **state)
{
    char *names[FILES_MAX];
    size_t n = list_files(FIXTURES "bad", ".json", names, FILES_MAX);
    struct str table = STR_INIT;
    struct db *db = new_db(state, "x.db");

    read_file(FIXTURES "bad/expected.tsv", &table);
    for (size_t i = 0; i < n; i++) {
        struct str path = STR_INIT, text = STR_INIT, expected = STR_INIT, found = STR_INIT;
        struct problems problems;
        enum record_result result;

        problems_init(&problems);
        str_printf(&path, FIXTURES "bad/%s", names[i]);
        read_file(path.text, &text);
        if (import_text(db, text.text, text.len_bytes, false, &result, &problems) != STATUS_BAD)
            print_message("%s\n", names[i]);
        problems_text(&problems, &found);
        expected_problems(table.text, names[i], &expected);
        if (!expected.len_bytes || strcmp(found.text, expected.text) != 0)
            print_message("%s\n", names[i]);
        assert_true(expected.len_bytes > 0);
        assert_string_equal(found.text, expected.text);
        assert_showable(&problems);
        assert_nothing_stored(db);
        problems_release(&problems);
        str_release(&path);
        str_release(&text);
        str_release(&expected);
        str_release(&found);
        free(names[i]);
    }
    assert_true(n > 100);
    str_release(&table);
    db_close(db);
}

static void import__refuses_what_is_wrong__beside_what_is_stored_too(void **state)
{
    struct str text = STR_INIT, before = STR_INIT, after = STR_INIT;
    struct db *db = new_db(state, "x.db");
    struct problems problems;
    enum record_result result;

    import_file(db, FIXTURES "vote.json");
    export_text(db, &before);
    read_file(FIXTURES "vote.json", &text);
    replace_one(&text, "\"place\": \"", "\"place\": \"\\u001b");
    for (int replace = 0; replace < 2; replace++) {
        problems_init(&problems);
        assert_int_equal(import_text(db, text.text, text.len_bytes, replace, &result, &problems), STATUS_BAD);
        assert_int_equal(problems.n, 1);
        problems_release(&problems);
    }
    export_text(db, &after);
    assert_string_equal(after.text, before.text);
    assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), 1);
    db_close(db);
    str_release(&text);
    str_release(&before);
    str_release(&after);
}

/* A record whose first decision says TEXT so many times. */
static void record_saying(struct str *out, size_t n_bytes)
{
    str_clear(out);
    str_add(out, "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":\"水\"},"
                 "\"meetings\":[{\"id\":"
                 "\"112-1\",\"items\":[{\"section\":\"report\",\"title\":\"");
    for (size_t i = 0; i < n_bytes; i++)
        str_add_char(out, 'x');
    str_add(out, "\"}]}]}");
    assert_false(str_failed(out));
}

static void import__takes_a_text_of_1_mib_and_refuses_a_longer_one(void **state)
{
    static const struct {
        size_t bytes;
        enum status status;
    } cases[] = {{RECORD_TEXT_BYTES + 1, STATUS_BAD}, {2u << 20, STATUS_BAD}, {RECORD_TEXT_BYTES, STATUS_OK}};
    struct db *db = new_db(state, "x.db");
    struct str text = STR_INIT, found = STR_INIT, out = STR_INIT;

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct problems problems;
        enum record_result result;

        problems_init(&problems);
        record_saying(&text, cases[i].bytes);
        assert_int_equal(import_text(db, text.text, text.len_bytes, false, &result, &problems),
                         cases[i].status);
        if (cases[i].status) {
            str_clear(&found);
            problems_text(&problems, &found);
            assert_string_equal(found.text, "meetings[0].items[0].title\tRECORD_LONG\n");
            assert_nothing_stored(db);
        }
        problems_release(&problems);
    }
    export_text(db, &out);
    assert_true(out.len_bytes > RECORD_TEXT_BYTES);
    db_close(db);
    str_release(&text);
    str_release(&found);
    str_release(&out);
}

static void import__lists_100_problems_and_counts_the_rest(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct str text = STR_INIT;
    struct problems problems;
    enum record_result result;

    problems_init(&problems);
    str_add(&text, "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":\"水\"");
    for (int i = 0; i < 150; i++)
        str_printf(&text, ",\"extra%d\":1", i);
    str_add(&text, "}}");
    assert_int_equal(import_text(db, text.text, text.len_bytes, false, &result, &problems), STATUS_BAD);
    assert_int_equal(problems.n, RECORD_PROBLEMS);
    assert_int_equal(problems.more, 50);
    assert_nothing_stored(db);
    problems_release(&problems);
    str_release(&text);
    db_close(db);
}

/* Whatever a file is cut to: an answer, and nothing stored. */
static void import__refuses_every_beginning_of_a_record(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct str text = STR_INIT;

    read_file(FIXTURES "tracking.json", &text);
    for (size_t n = 0; n + 2 < text.len_bytes; n += 61) {
        char *cut = malloc(n + 1); /* its own block, so that a byte too far is noticed */
        struct problems problems;
        enum record_result result;

        assert_non_null(cut);
        memcpy(cut, text.text, n);
        problems_init(&problems);
        assert_int_equal(import_text(db, cut, n, false, &result, &problems), STATUS_BAD);
        assert_int_equal(problems.n, 1);
        problems_release(&problems);
        free(cut);
    }
    assert_nothing_stored(db);
    str_release(&text);
    db_close(db);
}

/* The descriptions part levels by dots; no key of a file can reach a level below by one. */
static void import__knows_no_keys_with_dots(void **state)
{
    static const char record[] =
        "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":\"水\","
        "\"rules\":[{\"quorum.numerator\":1,\"quorum.denominator\":2}]}}";
    struct db *db = new_db(state, "x.db");
    struct str found = STR_INIT;
    struct problems problems;
    enum record_result result;

    problems_init(&problems);
    assert_int_equal(import_text(db, record, strlen(record), false, &result, &problems), STATUS_BAD);
    problems_text(&problems, &found);
    assert_string_equal(found.text, "committee.rules[0].quorum.numerator\tRECORD_UNKNOWN_KEY\n"
                                    "committee.rules[0].quorum.denominator\tRECORD_UNKNOWN_KEY\n");
    assert_nothing_stored(db);
    problems_release(&problems);
    str_release(&found);
    db_close(db);
}

/* One thing wrong in a list of rows is one problem, not one for each reference into the list. */
static void import__names_no_references_into_a_list_that_could_not_be_read(void **state)
{
    static const struct {
        const char *old, *with, *expected;
    } cases[] = {
        {"\"key\": \"m01\",", "", "members[0].key\tRECORD_MISSING\n"},
        {"\"key\": \"m01\"", "\"key\": \"M01\"", "members[0].key\tRECORD_KEY\n"},
        {"\"members\": [", "\"members\": {}, \"x\": [", "members\tRECORD_TYPE\nx\tRECORD_UNKNOWN_KEY\n"},
        {"\"id\": \"113-1\",", "", "meetings[0].id\tRECORD_MISSING\n"},
        {"\"key\": \"112-2-01\",", "", "resolutions[1].key\tRECORD_MISSING\n"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct db *db = new_db(state, "x.db");
        struct str text = STR_INIT, found = STR_INIT;
        struct problems problems;
        enum record_result result;

        problems_init(&problems);
        read_file(FIXTURES "tracking.json", &text);
        replace_one(&text, cases[i].old, cases[i].with);
        assert_int_equal(import_text(db, text.text, text.len_bytes, false, &result, &problems), STATUS_BAD);
        problems_text(&problems, &found);
        assert_int_equal(strncmp(found.text, cases[i].expected, strlen(cases[i].expected)), 0);
        assert_null(strstr(found.text, "RECORD_NOBODY"));
        problems_release(&problems);
        str_release(&text);
        str_release(&found);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
    }
}

/* A front end may check first and import then, with one list of problems. */
static void import__refuses_what_was_checked_before_too(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct record record = RECORD_INIT;
    struct str text = STR_INIT;
    struct problems problems;
    enum record_result result;
    struct err err = {0};

    problems_init(&problems);
    read_file(FIXTURES "bad/member-key-twice.json", &text);
    assert_int_equal(record_parse(text.text, text.len_bytes, &record, &problems, &err), STATUS_OK);
    assert_int_equal(record_check(&record, NULL, &problems), STATUS_BAD);
    assert_int_equal(problems.n, 1);
    assert_int_equal(record_import(db, &stamp, &record, true, &result, &problems, &err), STATUS_BAD);
    assert_int_equal(problems.n, 1); /* said once */
    assert_nothing_stored(db);
    problems_release(&problems);
    record_release(&record);
    str_release(&text);
    db_close(db);
}

/* ---- keys ------------------------------------------------------------------------------------------------
 */

static void keys__begin_with_a_letter_and_never_look_like_a_meeting(void **state)
{
    static const struct {
        const char *old, *with;
        bool right;
    } cases[] = {
        {"\"key\": \"m02\"", "\"key\": \"1m\"", false},
        {"\"key\": \"m02\"", "\"key\": \"-m\"", false},
        {"\"key\": \"m02\"", "\"key\": \"m_2\"", false},
        {"\"key\": \"m02\"", "\"key\": \"112-1\"", false},
        {"\"key\": \"m02\"", "\"key\": \"112-e1\"", false},
        {"\"key\": \"m02\"", "\"key\": \"\"", false},
        {"\"id\": \"112-1\"", "\"id\": \"112-01\"", false},
        {"\"id\": \"112-1\"", "\"id\": \"012-1\"", false},
        {"\"id\": \"112-1\"", "\"id\": \"112-1x\"", false},
        {"\"id\": \"112-1\"", "\"id\": \"112-E1\"", false},
        {"\"id\": \"112-1\"", "\"id\": \"1120-1\"", false},
        {"\"id\": \"112-1\"", "\"id\": \"112-e1\"", true},
        {"\"id\": \"112-1\"", "\"id\": \"99-12\"", true},
    };
    static const char record[] = "{\"format\": \"yishi-record\", \"version\": 1, \"committee\": {\"key\": "
                                 "\"c\", \"name\": \"水\"}, \"members\": "
                                 "[{\"key\": \"m02\", \"surname\": \"江謝\"}], \"meetings\": [{\"id\": "
                                 "\"112-1\"}], \"resolutions\": [{\"key\": "
                                 "\"112-1-01\", \"source\": {\"text\": \"舊案\"}}]}";

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct db *db = new_db(state, "x.db");
        struct str text = STR_INIT;
        struct problems problems;
        enum record_result result;

        problems_init(&problems);
        str_add(&text, record);
        replace_one(&text, cases[i].old, cases[i].with);
        if (cases[i].right) {
            import_right(db, text.text, text.len_bytes, RECORD_STORED);
        } else {
            assert_int_equal(import_text(db, text.text, text.len_bytes, false, &result, &problems),
                             STATUS_BAD);
            assert_int_equal(problems.v[0].code, CODE_RECORD_KEY);
        }
        problems_release(&problems);
        str_release(&text);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(import__refuses_what_is_wrong__names_every_place_and_stores_nothing),
        scratch_test(import__refuses_what_is_wrong__beside_what_is_stored_too),
        scratch_test(import__takes_a_text_of_1_mib_and_refuses_a_longer_one),
        scratch_test(import__lists_100_problems_and_counts_the_rest),
        scratch_test(import__refuses_every_beginning_of_a_record),
        scratch_test(import__knows_no_keys_with_dots),
        scratch_test(import__names_no_references_into_a_list_that_could_not_be_read),
        scratch_test(import__refuses_what_was_checked_before_too),
        scratch_test(keys__begin_with_a_letter_and_never_look_like_a_meeting),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record in and out: what comes back is what went in; what is there already is left alone, refused
 * or replaced.
 */
#include "tests/core/records.h"

enum { FILES_MAX = 200 };

/* The right records: every fixture and the example. */
static size_t right_records(char **paths)
{
    char *names[FILES_MAX];
    size_t n = list_files(FIXTURES, ".json", names, FILES_MAX), kept = 0;

    for (size_t i = 0; i < n; i++) {
        struct str path = STR_INIT;

        if (!ends_with(names[i], ".exported.json")) {
            str_printf(&path, FIXTURES "%s", names[i]);
            paths[kept] = strdup(path.text);
            assert_non_null(paths[kept++]);
        }
        str_release(&path);
        free(names[i]);
    }
    paths[kept] = strdup(EXAMPLE);
    assert_non_null(paths[kept++]);
    assert_true(kept > 10);
    return kept;
}

/* What export must give for the record at PATH: NAME.exported.json where there is one, else the file itself.
 */
static void expected_export(const char *path, struct str *out)
{
    struct str exported = STR_INIT;

    str_add(&exported, path);
    str_cut(&exported, exported.len_bytes - strlen(".json"));
    str_add(&exported, ".exported.json");
    read_file(access(exported.text, R_OK) == 0 ? exported.text : path, out);
    str_release(&exported);
}

static void export__after_import__gives_the_file_and_again_the_same_bytes(void **state)
{
    char *paths[FILES_MAX];
    size_t n = right_records(paths);

    for (size_t i = 0; i < n; i++) {
        struct str expected = STR_INIT, first = STR_INIT, second = STR_INIT;
        struct db *db = new_db(state, "first.db");

        import_file(db, paths[i]);
        export_text(db, &first);
        db_close(db);
        expected_export(paths[i], &expected);
        if (strcmp(first.text, expected.text) != 0)
            print_message("%s\n", paths[i]);
        assert_string_equal(first.text, expected.text);
        db = new_db(state, "second.db");
        import_right(db, first.text, first.len_bytes, RECORD_STORED);
        export_text(db, &second);
        db_close(db);
        assert_string_equal(second.text, first.text);
        assert_int_equal(unlink(path_of(state, "first.db")), 0);
        assert_int_equal(unlink(path_of(state, "second.db")), 0);
        str_release(&expected);
        str_release(&first);
        str_release(&second);
        free(paths[i]);
    }
}

static void import__again__changes_nothing(void **state)
{
    char *paths[FILES_MAX];
    size_t n = right_records(paths);

    for (size_t i = 0; i < n; i++) {
        struct str text = STR_INIT;
        struct db *db = new_db(state, "x.db");
        int64_t changes;

        import_file(db, paths[i]);
        changes = ask(db, "SELECT count(*) FROM change");
        assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), 1);
        read_file(paths[i], &text);
        import_right(db, text.text, text.len_bytes, RECORD_UNCHANGED);
        export_text(db, &text);
        import_right(db, text.text, text.len_bytes, RECORD_UNCHANGED);
        assert_int_equal(ask(db, "SELECT count(*) FROM change"), changes);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
        str_release(&text);
        free(paths[i]);
    }
}

static void import__takes_a_bom_and_export_writes_none(void **state)
{
    struct str text = STR_INIT, out = STR_INIT, record = STR_INIT;
    struct db *db = new_db(state, "x.db");

    read_file(FIXTURES "minimal.json", &record);
    str_add(&text, "\xEF\xBB\xBF");
    str_add(&text, record.text);
    import_right(db, text.text, text.len_bytes, RECORD_STORED);
    import_right(db, record.text, record.len_bytes, RECORD_UNCHANGED);
    export_text(db, &out);
    assert_int_equal(out.text[0], '{');
    assert_int_equal(out.text[out.len_bytes - 2], '}');
    assert_int_equal(out.text[out.len_bytes - 1], '\n');
    db_close(db);
    str_release(&text);
    str_release(&out);
    str_release(&record);
}

/* ---- beside what is there --------------------------------------------------------------------------------
 */

static void import__of_what_differs__is_refused_with_the_list(void **state)
{
    struct str text = STR_INIT, before = STR_INIT, after = STR_INIT, found = STR_INIT;
    struct db *db = new_db(state, "x.db");
    struct problems problems;
    enum record_result result;

    problems_init(&problems);
    import_file(db, FIXTURES "tracking.json");
    export_text(db, &before);
    str_add(&text, before.text);
    replace_one(&text, "紙本年報停刊一案", "紙本年報續刊一案");
    replace_one(&text, "\"ruling\": \"self\"", "\"ruling\": \"continue\"");
    assert_int_equal(import_text(db, text.text, text.len_bytes, false, &result, &problems), STATUS_NO);
    problems_text(&problems, &found);
    assert_string_equal(found.text, "meetings[113-1].items[1].prior[1].title\tRECORD_DIFFERS\n"
                                    "resolutions[112-2-02].rounds[0].ruling\tRECORD_DIFFERS\n");
    assert_string_equal(problems.v[0].arg[0], "紙本年報停刊一案");
    assert_string_equal(problems.v[0].arg[1], "紙本年報續刊一案");
    assert_string_equal(problems.v[1].arg[0], "self");
    assert_string_equal(problems.v[1].arg[1], "continue");
    export_text(db, &after);
    assert_string_equal(after.text, before.text);
    assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), 1);
    problems_release(&problems);
    db_close(db);
    str_release(&text);
    str_release(&before);
    str_release(&after);
    str_release(&found);
}

/* Everything a --replace may have to change: rows more, rows less, rows otherwise. */
static void import__with_replace__makes_it_so_and_says_what_it_replaced(void **state)
{
    static const struct {
        const char *fixture, *old, *with;
    } cases[] = {
        {"tracking.json", "紙本年報停刊一案", "紙本年報續刊一案"},
        {"tracking.json", "\"text\": \"清查下架資料集。\"",
         "\"text\": \"清查下架資料集。\"}, {\"text\": \"逐筆註明。\""},
        {"vote.json", "\"against\": 1", "\"against\": 2"},
        {"people.json", "\"section\": \"opening\",",
         "\"key\": \"new-item\", \"section\": \"report\", \"title\": \"新案\"}, {\"section\": \"opening\","},
        {"minimal.json", "\"name\": \"", "\"name\": \"新"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str path = STR_INIT, text = STR_INIT, after = STR_INIT, expected = STR_INIT;
        struct db *db = new_db(state, "x.db"), *other = new_db(state, "other.db");
        struct problems problems;
        enum record_result result;

        problems_init(&problems);
        str_printf(&path, FIXTURES "%s", cases[i].fixture);
        import_file(db, path.text);
        read_file(path.text, &text);
        replace_one(&text, cases[i].old, cases[i].with);
        assert_int_equal(import_text(db, text.text, text.len_bytes, true, &result, &problems), STATUS_OK);
        assert_int_equal(result, RECORD_REPLACED);
        assert_true(problems.n > 0);
        import_right(other, text.text, text.len_bytes, RECORD_STORED);
        export_text(db, &after);
        export_text(other, &expected);
        assert_string_equal(after.text, expected.text);
        import_right(db, text.text, text.len_bytes, RECORD_UNCHANGED);
        problems_release(&problems);
        db_close(db);
        db_close(other);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
        assert_int_equal(unlink(path_of(state, "other.db")), 0);
        str_release(&path);
        str_release(&text);
        str_release(&after);
        str_release(&expected);
    }
}

/* Back and forth between the example and what was changed in it leaves the example. */
static void import__with_replace__can_be_replaced_back(void **state)
{
    struct str text = STR_INIT, example = STR_INIT, after = STR_INIT;
    struct db *db = new_db(state, "x.db");
    struct problems problems;
    enum record_result result;

    problems_init(&problems);
    import_file(db, FIXTURES "tracking.json");
    read_file(FIXTURES "tracking.json", &example);
    str_add(&text, example.text);
    replace_one(&text, "\"text\": \"清查下架資料集。\"",
                "\"text\": \"清查。\", \"points\": [{\"text\": \"逐筆註明。\"}]");
    assert_int_equal(import_text(db, text.text, text.len_bytes, true, &result, &problems), STATUS_OK);
    assert_int_equal(import_text(db, example.text, example.len_bytes, true, &result, &problems), STATUS_OK);
    export_text(db, &after);
    assert_string_equal(after.text, example.text);
    assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), 3);
    problems_release(&problems);
    db_close(db);
    str_release(&text);
    str_release(&example);
    str_release(&after);
}

static void import__never_touches_a_confirmed_record(void **state)
{
    static const struct {
        const char *old, *with, *place;
    } cases[] = {
        /* the meeting itself */
        {"\"place\": \"本部第2會議室\"", "\"place\": \"視訊會議室\"", "meetings[112-1]"},
        /* what it ruled */
        {"\"ruling\": \"self\"", "\"ruling\": \"release\"", "resolutions[111-2-04]"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = STR_INIT, before = STR_INIT, after = STR_INIT;
        struct db *db = new_db(state, "x.db");
        struct problems problems;
        enum record_result result;

        problems_init(&problems);
        import_file(db, EXAMPLE);
        export_text(db, &before);
        str_add(&text, before.text);
        replace_one(&text, cases[i].old, cases[i].with);
        assert_int_equal(import_text(db, text.text, text.len_bytes, true, &result, &problems), STATUS_NO);
        assert_int_equal(problems.v[problems.n - 1].code, CODE_RECORD_CONFIRMED);
        assert_string_equal(problems.v[problems.n - 1].place, cases[i].place);
        export_text(db, &after);
        assert_string_equal(after.text, before.text);
        problems_release(&problems);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
        str_release(&text);
        str_release(&before);
        str_release(&after);
    }
}

static void import__adds_meetings_to_a_committee_that_is_there(void **state)
{
    static const char more[] =
        "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"hydrology-opendata\"},"
        "\"meetings\":[{\"id\":\"114-1\",\"chair\":{\"member\":\"m01\"},\"items\":[{\"section\":"
        "\"closing\"}]}]}";
    struct str out = STR_INIT;
    struct db *db = new_db(state, "x.db");
    struct problems problems;
    enum record_result result;

    problems_init(&problems);
    /* without the committee there is nobody to add it to */
    assert_int_equal(import_text(db, more, sizeof more - 1, false, &result, &problems), STATUS_BAD);
    problems_text(&problems, &out);
    assert_string_equal(out.text, "committee.name\tRECORD_MISSING\n"
                                  "meetings[0].chair.member\tRECORD_NOBODY\n");
    import_file(db, FIXTURES "vote.json");
    import_right(db, more, sizeof more - 1, RECORD_STORED);
    import_right(db, more, sizeof more - 1, RECORD_UNCHANGED);
    export_text(db, &out);
    assert_non_null(strstr(out.text, "\"id\": \"114-1\""));
    assert_non_null(strstr(out.text, "\"paper\""));
    problems_release(&problems);
    db_close(db);
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(export__after_import__gives_the_file_and_again_the_same_bytes),
        scratch_test(import__again__changes_nothing),
        scratch_test(import__takes_a_bom_and_export_writes_none),
        scratch_test(import__of_what_differs__is_refused_with_the_list),
        scratch_test(import__with_replace__makes_it_so_and_says_what_it_replaced),
        scratch_test(import__with_replace__can_be_replaced_back),
        scratch_test(import__never_touches_a_confirmed_record),
        scratch_test(import__adds_meetings_to_a_committee_that_is_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching: nothing that was written is missed, and each hit knows its place.
 */
// clang-format off
#include "tests/db/scratch.h"
// clang-format on

#include "core/base/builtin.h"
#include "core/cycle/search.h"
#include "core/cycle/snapshot.h"
#include "core/record/record.h"

struct found {
    struct db *db;
    struct search search;
    int64_t committee;
};

static void open_example(void **state, struct found *f)
{
    const char *text = theme_file_find("record", "example")->text;
    struct record record = RECORD_INIT;
    struct problems problems;
    enum record_result result;
    struct arena arena = ARENA_INIT;
    struct committee_lines lines;
    struct err err = {0};

    problems_init(&problems);
    assert_int_equal(db_open(&f->db, path_of(state, "a.db"), DB_CREATE, &err), STATUS_OK);
    assert_int_equal(record_parse(text, strlen(text), &record, &problems, &err), STATUS_OK);
    assert_int_equal(record_import(f->db, &stamp, &record, false, &result, &problems, &err), STATUS_OK);
    assert_int_equal(committee_list(f->db, &arena, &lines, &err), STATUS_OK);
    f->committee = lines.v[0].id;
    assert_int_equal(search_load(f->db, f->committee, &f->search, &err), STATUS_OK);
    arena_release(&arena);
    record_release(&record);
    problems_release(&problems);
}

static void close_example(struct found *f)
{
    search_release(&f->search);
    db_close(f->db);
}

static size_t count(const struct found *f, const char *wanted)
{
    return search_find(&f->search, wanted, NULL, 0);
}

/* Every text of the outline is among the texts with this kind. */
static void assert_all_found(const struct found *f, const struct outline *outline, enum search_kind kind)
{
    for (size_t i = 0; i < outline->n; i++) {
        bool there = false;

        for (size_t k = 0; k < f->search.n && !there; k++)
            there = f->search.v[k].kind == kind && strcmp(f->search.v[k].text, outline->v[i].text) == 0;
        if (!there)
            print_error("missing: %s\n", outline->v[i].text);
        assert_true(there);
    }
}

static void searching__misses_no_text_of_a_committee(void **state)
{
    struct found f;
    struct record record = RECORD_INIT;
    struct err err = {0};

    open_example(state, &f);
    assert_int_equal(record_load(f.db, f.committee, &record, &err), STATUS_OK);
    for (size_t m = 0; m < record.meetings.n; m++)
        for (size_t i = 0; i < record.meetings.v[m].items.n; i++) {
            const struct item *item = &record.meetings.v[m].items.v[i];

            assert_all_found(&f, &item->explanation, SEARCH_ITEM);
            assert_all_found(&f, &item->proposal, SEARCH_ITEM);
            for (size_t s = 0; s < item->statements.n; s++)
                assert_all_found(&f, &item->statements.v[s].points, SEARCH_STATEMENT);
            if (item->decision.n)
                assert_all_found(&f, &item->decision.v[0].points, SEARCH_DECISION);
            for (size_t t = 0; t < item->tables.n; t++)
                assert_all_found(&f, &item->tables.v[t].columns, SEARCH_TABLE);
        }
    for (size_t r = 0; r < record.resolutions.n; r++) {
        const struct resolution *resolution = &record.resolutions.v[r];

        assert_all_found(&f, &resolution->instruction, SEARCH_TRACKED);
        for (size_t i = 0; i < resolution->rounds.n; i++) {
            assert_all_found(&f, &resolution->rounds.v[i].progress, SEARCH_PROGRESS);
            assert_all_found(&f, &resolution->rounds.v[i].ruling_text, SEARCH_PROGRESS);
        }
    }
    record_release(&record);
    close_example(&f);
}

static void searching__finds_each_text_once(void **state)
{
    struct found f;
    struct stmt *stmt = NULL;
    struct err err = {0};
    size_t nodes = 0;

    open_example(state, &f);
    assert_int_equal(stmt_begin(f.db, &stmt, "SELECT count(*) FROM node", &err), STATUS_OK);
    assert_int_equal(stmt_step(stmt, &err), STATUS_OK);
    nodes = (size_t)stmt_column_int(stmt, 0);
    stmt_done(stmt);
    assert_int_equal(stmt_begin(f.db, &stmt,
                                "SELECT (SELECT count(*) FROM cell WHERE text <> '')"
                                " + (SELECT count(*) FROM member) + (SELECT count(*) FROM meeting)"
                                " + (SELECT count(*) FROM resolution)"
                                " + (SELECT count(*) FROM attachment WHERE title IS NOT NULL)"
                                " + (SELECT count(*) FROM grid WHERE caption IS NOT NULL)"
                                " + (SELECT count(*) FROM item WHERE title IS NOT NULL OR unit IS NOT NULL)",
                                &err),
                     STATUS_OK);
    assert_int_equal(stmt_step(stmt, &err), STATUS_OK);
    assert_int_equal(f.search.n, nodes + (size_t)stmt_column_int(stmt, 0));
    stmt_done(stmt);
    close_example(&f);
}

static void a_hit__knows_its_meeting_item_and_number(void **state)
{
    struct found f;
    size_t hits[64];
    size_t n;

    open_example(state, &f);
    n = search_find(&f.search, "更新頻率", hits, 64);
    assert_true(n > 0);
    for (size_t i = 0; i < n; i++) {
        const struct search_text *text = &f.search.v[hits[i]];

        if (text->kind == SEARCH_STATEMENT || text->kind == SEARCH_DECISION || text->kind == SEARCH_ITEM) {
            assert_true(text->meeting_id > 0 && text->item_id > 0);
            assert_non_null(text->meeting);
        }
        if (text->kind == SEARCH_TRACKED || text->kind == SEARCH_PROGRESS)
            assert_non_null(text->resolution);
    }
    n = search_find(&f.search, "歐陽", hits, 64);
    assert_true(n > 0);
    assert_int_equal(f.search.v[hits[0]].kind, SEARCH_MEMBER);
    assert_true(f.search.v[hits[0]].member_id > 0);
    close_example(&f);
}

static void wanted__is_folded_and_parted_into_words_that_must_all_be_there(void **state)
{
    struct found f;

    open_example(state, &f);
    assert_int_equal(count(&f, ""), 0);
    assert_int_equal(count(&f, "  　 "), 0);
    assert_true(count(&f, "平台") > 0);
    assert_int_equal(count(&f, "平台"), count(&f, "平臺"));
    assert_true(count(&f, "112") > 0);
    assert_int_equal(count(&f, "112"), count(&f, "１１２"));
    assert_true(count(&f, "資料 更新") > 0);
    assert_true(count(&f, "資料 更新") < count(&f, "更新"));
    assert_int_equal(count(&f, "資料 更新"), count(&f, "更新　資料"));
    assert_int_equal(count(&f, "這裡沒有人寫過這句話"), 0);
    close_example(&f);
}

static void another_committee__is_not_searched(void **state)
{
    struct found f;
    struct search other;
    struct err err = {0};

    open_example(state, &f);
    assert_int_equal(search_load(f.db, f.committee + 1, &other, &err), STATUS_OK);
    assert_int_equal(other.n, 0);
    search_release(&other);
    close_example(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(searching__misses_no_text_of_a_committee),
        scratch_test(searching__finds_each_text_once),
        scratch_test(a_hit__knows_its_meeting_item_and_number),
        scratch_test(wanted__is_folded_and_parted_into_words_that_must_all_be_there),
        scratch_test(another_committee__is_not_searched),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

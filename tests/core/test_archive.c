/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept papers and amendments: what was confirmed can be read for ever, and what was put right stands beneath.
 */
#include "tests/core/good_meeting.h"

#include "core/archive/archive.h"
#include "core/paper/minutes.h"
#include "core/verify/verify.h"
#include "db/seal.h"

static const struct stamp stamp_now = {"何筆", "2023-06-12T02:00:00.000Z", "測試"};

struct archive {
    struct db *db;
    struct snapshot s;
    struct style *style;
    struct arena arena;
    struct err err;
};

static void load(struct archive *a)
{
    int64_t id = ask(a->db, "SELECT id FROM meeting");

    snapshot_release(&a->s);
    assert_int_equal(snapshot_load(a->db, id, &a->s, &a->err), STATUS_OK);
}

/* The good meeting before its confirmation. */
static void begin(void **state, struct archive *a)
{
    struct str text = STR_INIT;

    *a = (struct archive){.db = new_db(state, "x.db"), .s = SNAPSHOT_INIT, .arena = ARENA_INIT};
    good_meeting(&text);
    replace_one(
        &text,
        ",{\"step\":\"confirmed\",\"date\":\"2023-06-12\"},{\"step\":\"published\",\"date\":\"2023-06-13\"}",
        "");
    replace_one(
        &text, "\"attendance\":[",
        "\"composition\":[{\"member\":\"m01\",\"seat\":1},{\"member\":\"m09\",\"seat\":9}],\"attendance\":[");
    import_right(a->db, text.text, text.len_bytes, RECORD_STORED);
    str_release(&text);
    assert_int_equal(style_load("classic", &a->style, &a->err), STATUS_OK);
    load(a);
}

static void end(struct archive *a)
{
    snapshot_release(&a->s);
    arena_release(&a->arena);
    style_free(a->style);
    db_close(a->db);
}

static enum status reach(struct archive *a, enum step step, const char *date)
{
    struct milestone milestone;
    enum status status;

    entity_defaults(&milestone_entity, &milestone);
    milestone.step = (int)step;
    milestone.date = date;
    status = milestone_keep(a->db, &stamp_now, &a->s, &milestone, NULL, a->style, "classic", &a->err);
    load(a);
    return status;
}

static struct versions versions(struct archive *a)
{
    struct versions all;

    assert_int_equal(versions_load(a->db, a->s.meeting.row.id, &a->arena, &all, &a->err), STATUS_OK);
    return all;
}

static void each_step_that_hands_out_a_paper__keeps_it(void **state)
{
    struct archive a;
    struct versions all;
    struct str text = STR_INIT;
    char head[SHA256_TEXT];

    begin(state, &a);
    assert_int_equal(reach(&a, STEP_DRAFT_SENT, "2023-06-07"), STATUS_OK);
    assert_int_equal(seal_head(a.db, head, NULL), STATUS_OK);
    assert_int_equal(reach(&a, STEP_CONFIRMED, "2023-06-12"), STATUS_OK);
    assert_int_equal(reach(&a, STEP_PUBLISHED, "2023-06-13"), STATUS_OK);
    all = versions(&a);
    assert_int_equal(all.n, 3);
    assert_int_equal(all.v[0].step, STEP_DRAFT_SENT);
    assert_string_equal(all.v[1].on, "2023-06-12");
    assert_string_equal(all.v[1].by, "何筆");
    assert_string_equal(all.v[1].style, "classic");
    assert_true(all.v[2].is_public);
    assert_ptr_equal(version_find(&all, "confirmed"), &all.v[1]);
    assert_ptr_equal(version_find(&all, "3"), &all.v[2]);
    assert_null(version_find(&all, "4"));
    assert_null(version_find(&all, "now"));
    /* the confirmed paper is what prints, with the seal of all before it beneath */
    assert_int_equal(minutes_text(&a.s, a.style, COPY_INTERNAL, KEPT_WIDTH, &text, &a.err), STATUS_OK);
    assert_memory_equal(all.v[1].text, text.text, text.len_bytes);
    assert_string_equal(all.v[1].head, head);
    assert_non_null(strstr(all.v[1].text + text.len_bytes, head));
    assert_true(version_is_whole(&all.v[1]));
    str_release(&text);
    end(&a);
}

static void a_step_that_hands_nothing_out__keeps_nothing(void **state)
{
    struct archive a;

    begin(state, &a);
    assert_int_equal(reach(&a, STEP_REPORTED, "2023-06-20"), STATUS_OK);
    assert_int_equal(versions(&a).n, 0);
    end(&a);
}

static void kept_papers_and_amendments__refuse_every_change(void **state)
{
    static const char *const attempts[] = {"UPDATE version SET text = '別的'", "DELETE FROM version",
                                           "UPDATE amendment SET reason = '別的'", "DELETE FROM amendment"};
    const struct amendment amendment = {.place = "報告事項",
                                        .before = "甲",
                                        .after = "乙",
                                        .reason = "誤繕",
                                        .on = "2023-07-01",
                                        .by = "何筆"};
    struct archive a;

    begin(state, &a);
    assert_int_equal(reach(&a, STEP_CONFIRMED, "2023-06-12"), STATUS_OK);
    assert_int_equal(amendment_add(a.db, &stamp_now, &a.s, &amendment, &a.err), STATUS_OK);
    end(&a);
    for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++)
        assert_int_equal(other_tool(path_of(state, "x.db"), attempts[i]), SQLITE_CONSTRAINT);
}

static void an_amendment__stands_under_the_minutes__which_stay(void **state)
{
    const struct amendment amendment = {.place = "討論事項決議",
                                        .before = "照案通過。",
                                        .after = "修正通過。",
                                        .reason = "誤繕",
                                        .on = "2023-07-01",
                                        .by = "何筆"};
    struct archive a;
    struct versions all;
    struct str text = STR_INIT;

    begin(state, &a);
    assert_int_equal(amendment_add(a.db, &stamp_now, &a.s, &amendment, &a.err), STATUS_NO);
    assert_int_equal(a.err.code, CODE_AMENDMENT_EARLY);
    assert_int_equal(reach(&a, STEP_CONFIRMED, "2023-06-12"), STATUS_OK);
    assert_int_equal(amendment_add(a.db, &stamp_now, &a.s, &amendment, &a.err), STATUS_OK);
    load(&a);
    assert_int_equal(a.s.amendments.n, 1);
    assert_int_equal(minutes_text(&a.s, a.style, COPY_PUBLIC, KEPT_WIDTH, &text, &a.err), STATUS_OK);
    assert_non_null(
        strstr(text.text, "112年7月1日更正討論事項決議：原「照案通過。」，更正為「修正通過。」，"));
    all = versions(&a);
    assert_null(strstr(all.v[0].text, "112年7月1日"));
    str_release(&text);
    end(&a);
}

static void an_amendment__needs_a_place_a_reason_and_a_difference(void **state)
{
    static const struct amendment cases[] = {
        {.place = "", .before = "甲", .after = "乙", .reason = "誤繕"},
        {.place = "報告事項", .before = "甲", .after = "乙", .reason = ""},
        {.place = "報告事項", .before = "甲", .after = "乙", .reason = NULL},
        {.place = "報告事項", .before = "甲", .after = "甲", .reason = "誤繕"},
    };
    struct archive a;

    begin(state, &a);
    assert_int_equal(reach(&a, STEP_CONFIRMED, "2023-06-12"), STATUS_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(amendment_add(a.db, &stamp_now, &a.s, &cases[i], &a.err), STATUS_BAD);
        assert_int_equal(a.err.code, CODE_AMENDMENT_EMPTY);
    }
    end(&a);
}

static bool verify_finds(struct db *db, enum finding_kind kind)
{
    struct arena arena = ARENA_INIT;
    struct findings findings;
    bool found = false;

    assert_int_equal(verify_all(db, 0, &office_calendar_shipped, "2023-07-01", &arena, &findings, NULL),
                     STATUS_OK);
    for (size_t i = 0; i < findings.n; i++)
        found |= findings.v[i].kind == kind;
    arena_release(&arena);
    return found;
}

/* Whoever takes the triggers away and changes a confirmed meeting is found three ways. */
static void what_was_confirmed_and_changed_by_force__is_found_by_verify(void **state)
{
    const struct amendment amendment = {.place = "報告事項",
                                        .before = "甲",
                                        .after = "乙",
                                        .reason = "誤繕",
                                        .on = "2023-07-01",
                                        .by = "何筆"};
    struct archive a;

    begin(state, &a);
    assert_int_equal(reach(&a, STEP_CONFIRMED, "2023-06-12"), STATUS_OK);
    assert_int_equal(amendment_add(a.db, &stamp_now, &a.s, &amendment, &a.err), STATUS_OK);
    assert_false(verify_finds(a.db, FINDING_PAPER_DIFFERS)); /* an amendment is no change */
    assert_false(verify_finds(a.db, FINDING_KEPT_PAPER));
    end(&a);
    assert_int_equal(other_tool(path_of(state, "x.db"),
                                "DROP TRIGGER freeze_node_update; DROP TRIGGER journal_node_update;"
                                " DROP TRIGGER version_is_not_updated; DROP TRIGGER journal_version_update;"
                                " UPDATE node SET text = '另有意見。' WHERE text = '無意見。';"
                                " UPDATE version SET text = replace(text, '無意見。', '另有意見。')"),
                     SQLITE_OK);
    assert_int_equal(db_open(&a.db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
    assert_true(verify_finds(a.db, FINDING_JOURNAL_DIFFERS));
    assert_true(verify_finds(a.db, FINDING_KEPT_PAPER));
    db_close(a.db);
    assert_int_equal(
        other_tool(path_of(state, "x.db"), "UPDATE node SET text = '又有意見。' WHERE text = '另有意見。'"),
        SQLITE_OK);
    assert_int_equal(db_open(&a.db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
    assert_true(verify_finds(a.db, FINDING_PAPER_DIFFERS));
    db_close(a.db);
}

/* Somebody's name is put right, or becomes another: minutes that are confirmed keep the one they bore. */
static void a_name_that_changes_later__stays_in_confirmed_minutes(void **state)
{
    struct archive a;
    struct str before = STR_INIT, after = STR_INIT;

    begin(state, &a);
    assert_int_equal(reach(&a, STEP_CONFIRMED, "2023-06-12"), STATUS_OK);
    assert_true(a.s.composition_frozen);
    assert_int_equal(minutes_text(&a.s, a.style, COPY_PUBLIC, KEPT_WIDTH, &before, &a.err), STATUS_OK);
    end(&a);
    assert_int_equal(other_tool(path_of(state, "x.db"), "UPDATE member SET surname = '司徒', given = '新'"),
                     SQLITE_OK);
    assert_int_equal(db_open(&a.db, path_of(state, "x.db"), DB_READ, NULL), STATUS_OK);
    a.s = (struct snapshot)SNAPSHOT_INIT;
    load(&a);
    assert_int_equal(style_load("classic", &a.style, &a.err), STATUS_OK);
    assert_int_equal(minutes_text(&a.s, a.style, COPY_PUBLIC, KEPT_WIDTH, &after, &a.err), STATUS_OK);
    assert_string_equal(after.text, before.text);
    assert_non_null(strstr(after.text, "江謝"));
    assert_false(verify_finds(a.db, FINDING_PAPER_DIFFERS));
    str_release(&before);
    str_release(&after);
    end(&a);
}

/* ---- differences ---------------------------------------------------------------------------------- */

static void two_papers__differ_line_by_line(void **state)
{
    static const struct {
        const char *a, *b, *diff;
    } cases[] = {
        {"一\n二\n三\n", "一\n二\n三\n", ""},
        {"一\n二\n三\n", "一\n貳\n三\n", "  一\n- 二\n+ 貳\n  三\n"},
        {"一\n三\n", "一\n二\n三\n", "  一\n+ 二\n  三\n"},
        {"一\n二\n三\n", "一\n三\n", "  一\n- 二\n  三\n"},
        {"", "一\n", "+ 一\n"},
        {"一\n", "", "- 一\n"},
        {"1\n2\n3\n4\n5\nx\n", "1\n2\n3\n4\n5\ny\n", "⋯\n  5\n- x\n+ y\n"},
        {"x\n1\n2\n3\n4\nx\n", "y\n1\n2\n3\n4\ny\n", "- x\n+ y\n  1\n⋯\n  4\n- x\n+ y\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str out = STR_INIT;
        bool same = false;

        assert_int_equal(diff_lines(cases[i].a, cases[i].b, 1, &out, &same, NULL), STATUS_OK);
        assert_string_equal(out.text, cases[i].diff);
        assert_int_equal(same, cases[i].diff[0] == '\0');
        str_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(each_step_that_hands_out_a_paper__keeps_it),
        scratch_test(a_step_that_hands_nothing_out__keeps_nothing),
        scratch_test(kept_papers_and_amendments__refuse_every_change),
        scratch_test(an_amendment__stands_under_the_minutes__which_stay),
        scratch_test(an_amendment__needs_a_place_a_reason_and_a_difference),
        scratch_test(what_was_confirmed_and_changed_by_force__is_found_by_verify),
        scratch_test(a_name_that_changes_later__stays_in_confirmed_minutes),
        scratch_test(two_papers__differ_line_by_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

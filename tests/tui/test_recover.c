/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed outlives the program, and is offered back in its place; the names of places; the full-screen
 * text.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/recover_help.h"
#include "tui/recover.h"
#include "tui/screens/text/text.h"

/* ---- names ---------------------------------------------------------------------------------------- */

static void place__reads_back_as_it_was_written(void **state)
{
    static const struct draft_place places[] = {
        {.kind = DRAFT_EXPLANATION, .meeting_id = 5, .item_id = 12},
        {.kind = DRAFT_PROPOSAL, .meeting_id = 5, .item_id = 12},
        {.kind = DRAFT_DECISION, .meeting_id = 1, .item_id = 9000000000},
        {.kind = DRAFT_STATEMENT, .meeting_id = 5, .item_id = 12, .statement_id = 7},
        {.kind = DRAFT_SAYING,
         .meeting_id = 5,
         .item_id = 12,
         .at = 3,
         .about = "111-2-03",
         .speaker = "0m=a:b"},
        {.kind = DRAFT_SAYING, .meeting_id = 5, .item_id = 12},
        {.kind = DRAFT_PROGRESS, .meeting_id = 5, .resolution_id = 4},
        {.kind = DRAFT_RULING, .meeting_id = 5, .resolution_id = 4},
        {.kind = DRAFT_INSTRUCTION, .resolution_id = 4},
        {.kind = DRAFT_REPORT, .meeting_id = 5, .resolution_id = 4, .speaker = "河川司：一科"},
        {.kind = DRAFT_TITLE, .meeting_id = 5, .item_id = 12},
        {.kind = DRAFT_UNIT, .meeting_id = 5, .item_id = 12},
        {.kind = DRAFT_CELL, .meeting_id = 5, .item_id = 12, .table_id = 33, .line = -1, .column = 2},
        {.kind = DRAFT_CELL_TEXT, .meeting_id = 5, .item_id = 12, .table_id = 33, .line = 4},
        {.kind = DRAFT_NOTES, .meeting_id = 5, .item_id = 12, .table_id = 33},
    };
    size_t kinds = 1; /* DRAFT_NONE */

    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct str name = STR_INIT;
        struct draft_place read;

        draft_place_name(&places[i], &name);
        assert_true(draft_place_parse(name.text, &read));
        assert_int_equal(read.kind, places[i].kind);
        assert_int_equal(read.meeting_id, places[i].meeting_id);
        assert_int_equal(read.item_id, places[i].item_id);
        assert_int_equal(read.statement_id, places[i].statement_id);
        assert_int_equal(read.resolution_id, places[i].resolution_id);
        assert_int_equal(read.table_id, places[i].table_id);
        assert_int_equal(read.line, places[i].line);
        assert_int_equal(read.column, places[i].column);
        assert_int_equal(read.at, places[i].at);
        assert_string_equal(read.about, places[i].about);
        assert_string_equal(read.speaker, places[i].speaker);
        kinds += i == 0 || places[i].kind != places[i - 1].kind;
        str_release(&name);
    }
    assert_int_equal(kinds, DRAFT_KINDS); /* none is left out */
}

static void what_is_no_place__is_refused(void **state)
{
    static const char *const names[] = {"",
                                        "item",
                                        "item:1:explanation",
                                        "explanation",
                                        "explanation:5",
                                        "explanation:5:",
                                        "explanation:5:x",
                                        "explanation:5:-1",
                                        "explanation:5:12:7",
                                        "saying:5:12",
                                        "saying:5:12:0",
                                        "statement:5:12",
                                        "title:5",
                                        "cell:5:12:0:33:1",
                                        "cell:5:12:0:33:-:1",
                                        "cell:5:12:0:33:1:-1",
                                        "cell:5:-12:0:33:1:1",
                                        "notes:5:12:0:33:1"};
    struct draft_place place;

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(draft_place_parse(names[i], &place));
}

/* ---- recovering ----------------------------------------------------------------------------------- */

static void statement_in_the_making__comes_back_with_its_speaker_and_place(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;

    (void)state;
    desk_open(&desk);
    session_at(office, "k1");
    office_type(office, "2" ENTER "甲。" ENTER ENTER UP "\033[2~"
                        "7" ENTER "說到一");
    crash_and_start(&desk);
    assert_sees(office, "有 1 段文字還沒有存");
    assert_sees(office, "113年第1次會議 案由一");
    assert_sees(office, "新的發言");
    assert_sees(office, "說到一");
    office_type(office, ENTER "半。" ENTER ENTER);
    assert_said(office, "k1", "m08 14:22: 說到一半。\nm02 14:22: 甲。\n");
    office_type(office, ESC);
    crash_and_start(&desk);
    assert_sees_not(office, "還沒有存");
    office_close(office);
}

static void statement_that_was_edited_and_decision_words__come_back(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct snapshot s;

    (void)state;
    desk_open(&desk);
    session_at(office, "k1");
    office_type(office, "2" ENTER "甲。" ENTER ENTER UP F2 "乙。");
    crash_and_start(&desk);
    assert_sees(office, "發言");
    office_type(office, ENTER);
    office_type(office, ESC);
    assert_said(office, "k1", "m02 14:22: 甲。乙。\n");
    session_at(office, "k1");
    office_type(office, F6 "8請資訊處辦理。");
    crash_and_start(&desk);
    assert_sees(office, "決議");
    office_type(office, ENTER);
    office_type(office, ESC);
    s = session_snapshot(office);
    assert_string_equal(item_decision(meeting_item(&s.meeting, "k1"))->points.v[0].text, "請資訊處辦理。");
    snapshot_release(&s);
    office_close(office);
}

static void explanation_and_progress__come_back_too(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct snapshot s;

    (void)state;
    desk_open(&desk);
    session_at(office, "k3");
    office_type(office, F5 "補充：");
    crash_and_start(&desk);
    assert_sees(office, "說明");
    assert_sees(office, "補充：");
    office_type(office, ENTER);
    office_type(office, ESC);
    s = session_snapshot(office);
    assert_true(strncmp(meeting_item(&s.meeting, "k3")->explanation.v[0].text, "補充：", 9) == 0);
    snapshot_release(&s);
    session_at(office, NULL);
    office_type(office, F5 "已辦理完成。");
    crash_and_start(&desk);
    assert_sees(office, "列管 111-2-02 辦理情形");
    office_type(office, ENTER);
    office_type(office, ESC);
    s = session_snapshot(office);
    assert_string_equal(
        resolution_round(resolution_find(&s.resolutions, "111-2-02"), "113-1")->progress.v[0].text,
        "已辦理完成。");
    snapshot_release(&s);
    office_close(office);
}

static void put_back__leaves_no_trace_in_the_top_line(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;

    (void)state;
    desk_open(&desk);
    session_at(office, "k1");
    office_type(office, "2" ENTER "說到一");
    crash_and_start(&desk);
    assert_sees(office, "› 上次未存的文字");
    office_type(office, ENTER);
    assert_sees_not(office, "上次未");
    office_type(office, "半。" ENTER ENTER);
    assert_sees(office, "說到一半");
    assert_sees_not(office, "上次未");
    office_close(office);
}

static void text_that_is_kept_for_later__is_asked_about_again_and_thrown_away_only_when_asked(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;

    (void)state;
    desk_open(&desk);
    session_at(office, "k1");
    office_type(office, "2" ENTER "說到一");
    crash_and_start(&desk);
    office_type(office, F9);
    assert_sees(office, "下次開啟時會再問");
    crash_and_start(&desk);
    assert_sees(office, "說到一");
    office_type(office, "\033[3~" ENTER); /* the safe answer keeps it */
    assert_sees(office, "說到一");
    office_type(office, "\033[3~"
                        "2");
    assert_sees_not(office, "說到一");
    crash_and_start(&desk);
    assert_sees_not(office, "還沒有存");
    assert_said(office, "k1", "");
    office_close(office);
}

static void place_that_is_gone__keeps_the_text_to_be_read(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct snapshot s;
    struct err err = {0};

    (void)state;
    desk_open(&desk);
    session_at(office, "k3");
    office_type(office, "2" ENTER "說到一");
    office->app.terminated = true;
    s = session_snapshot(office);
    assert_int_equal(
        item_remove(office->db, &session_stamp, &s, meeting_item(&s.meeting, "k3")->row.id, &err), STATUS_OK);
    snapshot_release(&s);
    crash_and_start(&desk);
    assert_sees(office, "原來的位置已經不在了");
    assert_sees(office, "說到一");
    office_type(office, ENTER);
    assert_sees(office, "說到一");
    office_close(office);
}

/* ---- the full-screen text ------------------------------------------------------------------------- */

static struct draft_place explanation_of(struct office *office, const char *key)
{
    struct snapshot s = session_snapshot(office);
    const struct draft_place place = {.kind = DRAFT_EXPLANATION,
                                      .meeting_id = s.meeting.row.id,
                                      .item_id = meeting_item(&s.meeting, key)->row.id};

    snapshot_release(&s);
    return place;
}

static void text__is_stored_while_it_stays_open_and_again_when_left(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct draft_place place;
    struct snapshot s;
    int64_t id;

    (void)state;
    desk_open(&desk);
    place = explanation_of(office, "k3");
    assert_true(home_push(&office->app));
    assert_true(text_open(&office->app, &place, NULL));
    office_type(office, "一"
                        "\023");
    s = session_snapshot(office);
    assert_true(strncmp(meeting_item(&s.meeting, "k3")->explanation.v[0].text, "一", 3) == 0);
    id = meeting_item(&s.meeting, "k3")->explanation.v[0].row.id;
    snapshot_release(&s);
    office_type(office, "二");
    office_type(office, ESC);
    s = session_snapshot(office);
    assert_true(strncmp(meeting_item(&s.meeting, "k3")->explanation.v[0].text, "一二", 6) == 0);
    assert_int_equal(meeting_item(&s.meeting, "k3")->explanation.v[0].row.id,
                     id); /* the paragraph is the same */
    snapshot_release(&s);
    office_close(office);
}

static void text_that_somebody_else_changed__is_not_overwritten_unasked(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct draft_place place;
    struct snapshot s;
    struct item wanted;
    struct node node;
    struct err err = {0};

    (void)state;
    desk_open(&desk);
    place = explanation_of(office, "k3");
    assert_true(home_push(&office->app));
    assert_true(text_open(&office->app, &place, NULL));
    office_type(office, "我");
    s = session_snapshot(office);
    wanted = *meeting_item(&s.meeting, "k3");
    node = wanted.explanation.v[0];
    node.text = "他人的文字";
    wanted.explanation = (struct outline){&node, 1};
    assert_int_equal(item_save(office->db, &session_stamp, &s, meeting_item(&s.meeting, "k3"), &wanted, &err),
                     STATUS_OK);
    snapshot_release(&s);
    /* both are shown, and nothing is chosen */
    office_type(office, "\023" ENTER);
    s = session_snapshot(office);
    assert_string_equal(meeting_item(&s.meeting, "k3")->explanation.v[0].text, "他人的文字");
    snapshot_release(&s);
    assert_sees(office, "我");
    office_type(office, "\023"
                        "1");
    s = session_snapshot(office);
    assert_true(strncmp(meeting_item(&s.meeting, "k3")->explanation.v[0].text, "我", 3) == 0);
    snapshot_release(&s);
    office_close(office);
}

static void text_of_a_confirmed_meeting__does_not_open(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct snapshot s = SNAPSHOT_INIT;
    struct draft_place place = {.kind = DRAFT_EXPLANATION};
    struct err err = {0};

    (void)state;
    desk_open(&desk);
    place.meeting_id = office_meeting(office, "112-1");
    assert_int_equal(snapshot_load(office->db, place.meeting_id, &s, &err), STATUS_OK);
    place.item_id = meeting_item(&s.meeting, "i1")->row.id;
    snapshot_release(&s);
    assert_true(home_push(&office->app));
    assert_false(text_open(&office->app, &place, NULL));
    assert_sees(office, "紀錄已確認");
    place.item_id = 999999;
    assert_false(text_open(&office->app, &place, NULL));
    assert_sees(office, "已經不在");
    office_close(office);
}

static void text__finds_inserts_and_fits_every_size(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct draft_place place;

    (void)state;
    desk_open(&desk);
    place = explanation_of(office, "k1");
    assert_true(home_push(&office->app));
    assert_true(text_open(&office->app, &place, NULL));
    assert_fits_every_size(office);
    office_type(office, "\024"
                        "歐陽" ENTER);
    assert_sees(office, "歐陽秉衡");
    office_type(office, "\006"
                        "沒有這些字" ENTER);
    assert_sees(office, "找不到「沒有這些字」");
    office_close(office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(place__reads_back_as_it_was_written),
        cmocka_unit_test(what_is_no_place__is_refused),
        cmocka_unit_test(statement_in_the_making__comes_back_with_its_speaker_and_place),
        cmocka_unit_test(statement_that_was_edited_and_decision_words__come_back),
        cmocka_unit_test(explanation_and_progress__come_back_too),
        cmocka_unit_test(put_back__leaves_no_trace_in_the_top_line),
        cmocka_unit_test(text_that_is_kept_for_later__is_asked_about_again_and_thrown_away_only_when_asked),
        cmocka_unit_test(place_that_is_gone__keeps_the_text_to_be_read),
        cmocka_unit_test(text__is_stored_while_it_stays_open_and_again_when_left),
        cmocka_unit_test(text_that_somebody_else_changed__is_not_overwritten_unasked),
        cmocka_unit_test(text_of_a_confirmed_meeting__does_not_open),
        cmocka_unit_test(text__finds_inserts_and_fits_every_size),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

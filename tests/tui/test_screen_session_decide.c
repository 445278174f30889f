/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: decisions, tracking, votes, rulings, who is here, the end.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/session_help.h"
#include "tui/screens/session/session_inner.h"

/* ---- decisions ------------------------------------------------------------------------------------ */

static void f6_enter__is_the_usual_decision_of_the_kind_of_item_with_the_quorum_of_the_hour(void **state)
{
    struct office office;
    struct snapshot s;
    const struct decision *d;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, F6 ENTER F9 F9 F6 ENTER);
    s = session_snapshot(&office);
    d = item_decision(meeting_item(&s.meeting, "k1"));
    assert_non_null(d);
    assert_int_equal(d->kind, DECISION_NOTED);
    assert_string_equal(d->at, "14:22");
    assert_int_equal(d->present, 7);
    assert_int_equal(d->in_office, 12);
    assert_int_equal(d->civil, 3);
    assert_int_equal(d->met, 1);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k3"))->kind, DECISION_APPROVED);
    snapshot_release(&s);
    assert_sees(&office, "照案通過。");
    assert_sees(&office, "作成時出席 7/12（14:22）");
    office_close(&office);
}

static void decision__takes_words_of_its_own_and_gives_them_up_only_when_asked(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k2");
    office_type(&office, F6 "8請資訊處公開更新頻率。" ENTER "並按年統計。" ENTER ENTER);
    s = session_snapshot(&office);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k2"))->kind, DECISION_CUSTOM);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k2"))->points.n, 2);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k2"))->present, 7);
    snapshot_release(&s);
    assert_sees(&office, "並按年統計。");
    office_type(&office, F6 "1" ENTER); /* 洽悉; the words stay unless they are given up */
    assert_sees(&office, "並按年統計。");
    office_type(&office, F6 "12");
    assert_sees(&office, "洽悉。");
    office_type(&office, F6 "92");
    s = session_snapshot(&office);
    assert_null(item_decision(meeting_item(&s.meeting, "k2")));
    snapshot_release(&s);
    office_close(&office);
}

static void standard_words_that_are_left_as_they_are__are_no_words_of_its_own(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, F6 ENTER F6 "8、\177\033[F" ENTER ENTER);
    s = session_snapshot(&office);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k1"))->kind, DECISION_NOTED);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k1"))->points.n, 0);
    snapshot_release(&s);
    office_type(&office, F6 "8，並請追蹤\033[F" ENTER ENTER);
    s = session_snapshot(&office);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k1"))->kind, DECISION_NOTED);
    assert_string_equal(item_decision(meeting_item(&s.meeting, "k1"))->points.v[0].text, "洽悉，並請追蹤。");
    snapshot_release(&s);
    office_close(&office);
}

static void merged_item__names_the_one_it_goes_with(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F6 "7"
                            "第1季" ENTER);
    s = session_snapshot(&office);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k3"))->kind, DECISION_MERGED);
    assert_string_equal(item_decision(meeting_item(&s.meeting, "k3"))->with, "k2");
    snapshot_release(&s);
    office_close(&office);
}

/* ---- tracking ------------------------------------------------------------------------------------- */

static void f7__puts_a_point_under_tracking_and_shows_the_number_drawn(void **state)
{
    struct office office;
    struct snapshot s;
    const struct resolution *r;

    (void)state;
    session_opened(&office);
    session_at(&office, "k2");
    office_type(&office, F7);
    assert_sees(&office, "先用 F6 作成決議");
    office_type(&office, F6 "8甲案辦理。" ENTER "乙案辦理。" ENTER ENTER F7 "2" ENTER "、水質司" ENTER
                            "法制處" ENTER "7/31" ENTER ENTER);
    assert_sees(&office, "已列管，編號 113-1-01");
    s = session_snapshot(&office);
    r = resolution_find(&s.resolutions, "113-1-01");
    assert_non_null(r);
    assert_string_equal(r->item, "k2");
    assert_string_equal(r->point, "2");
    assert_string_equal(r->instruction.v[0].text, "乙案辦理。");
    assert_int_equal(r->units.n, 2);
    assert_string_equal(r->units.v[0].name, "資訊處");
    assert_string_equal(r->units.v[1].name, "水質司");
    assert_string_equal(r->assisting.v[0].name, "法制處");
    assert_string_equal(r->due, "2024-07-31");
    assert_string_equal(r->ref, "參、報告事項、案由二");
    snapshot_release(&s);
    office_type(&office, ESC);
    assert_sees(&office, "113-1-01 資訊處、水質司 7/31(三)前");
    office_type(&office, F7 "2" ENTER); /* the same point a second time: refused, so the list stays */
    assert_sees(&office, "已列管：113-1-01");
    office_close(&office);
}

static void tracked_decision__is_ruled_as_recommended_with_words_and_a_date(void **state)
{
    struct office office;
    struct snapshot s;
    const struct round *round;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    office_type(&office,
                "2" ENTER "建議繼續。" ENTER ENTER F6 "1" F6 "5請併予公開。" ENTER ENTER F6 "67/31" ENTER);
    s = session_snapshot(&office);
    round = resolution_round(resolution_find(&s.resolutions, "111-2-02"), "113-1");
    assert_non_null(round);
    assert_int_equal(round->ruling, RULING_RELEASE);
    assert_string_equal(round->ruling_text.v[0].text, "請併予公開。");
    assert_string_equal(round->due, "2024-07-31");
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (s.meeting.items.v[i].section == SECTION_TRACKING) {
            assert_int_equal(s.meeting.items.v[i].statements.n, 1);
            assert_string_equal(s.meeting.items.v[i].statements.v[0].about, "111-2-02");
        }
    snapshot_release(&s);
    assert_sees(&office, "解除列管");
    assert_sees(&office, "請併予公開。");
    office_type(&office, F9);
    assert_sees(&office, "列管 112-1-02");
    assert_sees_not(&office, "建議繼續。");
    office_type(&office, F6 ENTER); /* as recommended */
    s = session_snapshot(&office);
    round = resolution_round(resolution_find(&s.resolutions, "112-1-02"), "113-1");
    assert_int_equal(round->ruling, round->recommendation);
    snapshot_release(&s);
    office_close(&office);
}

static void tracked_decision__is_merged_into_another(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    office_type(&office, F6 "4"
                            "112-2-01" ENTER);
    s = session_snapshot(&office);
    assert_string_equal(resolution_round(resolution_find(&s.resolutions, "111-2-02"), "113-1")->into,
                        "112-2-01");
    snapshot_release(&s);
    assert_sees(&office, "併入 112-2-01");
    office_close(&office);
}

/* ---- votes and presence --------------------------------------------------------------------------- */

static void vote__knows_who_may_vote_and_what_it_comes_to(void **state)
{
    struct office office;
    struct snapshot s;
    const struct vote *vote;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F8 "5" ENTER "1" ENTER "1" ENTER ENTER);
    s = session_snapshot(&office);
    assert_int_equal(meeting_item(&s.meeting, "k3")->vote.n, 1);
    vote = &meeting_item(&s.meeting, "k3")->vote.v[0];
    assert_int_equal(vote->method, VOTE_HANDS);
    assert_int_equal(vote->votes_for, 5);
    assert_int_equal(vote->entitled, 7);
    assert_int_equal(vote->result, RESULT_CARRIED);
    snapshot_release(&s);
    assert_sees(&office, "舉手表決 通過：同意 5、不同意 1、棄權 1、有表決權 7");
    office_close(&office);
}

static void vote_with_more_votes_than_voters__is_stored_and_said(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F8 "9" ENTER "1" ENTER "0" ENTER ENTER);
    assert_sees(&office, "票數比有表決權人數多 3 票");
    office_type(&office, F8 UP);
    assert_sees(&office, "舉手表決 通過");
    office_close(&office);
}

static void member_who_is_recused__is_out_for_the_item_and_does_not_vote(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, CTRL_G DOWN F7 ESC);
    office_type(&office, F8 "5" ENTER "1" ENTER "0" ENTER ENTER);
    s = session_snapshot(&office);
    assert_string_equal(meeting_item(&s.meeting, "k3")->recused.v[0].person.member, "m02");
    assert_int_equal(meeting_item(&s.meeting, "k3")->vote.v[0].entitled, 6);
    snapshot_release(&s);
    assert_sees(&office, "迴避 歐陽秉衡");
    office_close(&office);
}

static void losing_the_quorum__is_announced_at_once_and_stands_with_the_decision(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    assert_sees(&office, "足法定人數");
    office_type(&office, CTRL_G DOWN ENTER ESC); /* one of three civil members leaves */
    assert_sees(&office, "未達法定人數：出席 6（門檻 6）、民間代表 2");
    assert_sees(&office, "請勿作成決議");
    office_type(&office, F6 ENTER);
    assert_sees(&office, "作成決議時未達法定人數");
    s = session_snapshot(&office);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k1"))->met, 0);
    assert_string_equal(meeting_attendance(&s.meeting, "m02")->stays.v[0].out, "14:22");
    snapshot_release(&s);
    office.app.now = "2024-05-14T06:40:00Z";
    office_type(&office, CTRL_G DOWN ENTER ESC);
    assert_sees(&office, "足法定人數");
    s = session_snapshot(&office);
    assert_string_equal(meeting_attendance(&s.meeting, "m02")->stays.v[1].in, "14:40");
    snapshot_release(&s);
    office_close(&office);
}

/* ---- the end -------------------------------------------------------------------------------------- */

static void motion_from_the_floor__is_an_item_at_once(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, CTRL_N "建議辦理座談" ENTER DOWN DOWN ENTER "2" ENTER "甲。" ENTER ENTER F6 ENTER);
    assert_sees(&office, "建議辦理座談");
    s = session_snapshot(&office);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (s.meeting.items.v[i].section == SECTION_MOTION) {
            assert_string_equal(s.meeting.items.v[i].title, "建議辦理座談");
            assert_int_equal(s.meeting.items.v[i].statements.n, 1);
            assert_int_equal(s.meeting.items.v[i].decision.v[0].kind, DECISION_APPROVED);
        }
    snapshot_release(&s);
    office_close(&office);
}

static void adjourning__names_what_was_not_discussed_and_takes_it_on(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, F6 ENTER F12 ESC);
    s = session_snapshot(&office);
    assert_null(meeting_milestone(&s.meeting, STEP_ADJOURNED));
    snapshot_release(&s);
    office_type(&office, F12 "2"
                             "1605" ENTER);
    assert_sees(&office, "散會 16:05。未及討論 2 案");
    s = session_snapshot(&office);
    assert_string_equal(s.meeting.end, "2024-05-14T16:05");
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k2"))->kind, DECISION_UNDISCUSSED);
    assert_int_equal(item_decision(meeting_item(&s.meeting, "k1"))->kind, DECISION_NOTED);
    snapshot_release(&s);
    office_type(&office, F12);
    assert_sees(&office, "已經散會了");
    office_close(&office);
}

static void the_last_stop__says_how_to_adjourn_until_it_is_done(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F9 F9);
    assert_sees(&office, "按 F12 宣布散會");
    office_type(&office, F12 "2"
                             "1605" ENTER);
    assert_sees_not(&office, "按 F12 宣布散會");
    office_close(&office);
}

/* In Chinese the papers say the kind's own word with a full stop: twice the same says nothing. */
static void kinds_of_decisions__show_the_standard_words_only_where_they_differ(void **state)
{
    static const struct {
        int kind;
        const char *words;
    } cases[] = {
        {DECISION_NOTED, "洽悉"}, {DECISION_APPROVED, "照案通過"}, {DECISION_MERGED, "併案　併案討論。"}};
    struct style *style = NULL;
    struct err err = {0};

    (void)state;
    assert_int_equal(style_load("classic", &style, &err), STATUS_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str words = STR_INIT;

        session_kind_words(style, cases[i].kind, &words);
        assert_string_equal(words.text, cases[i].words);
        str_release(&words);
    }
    style_free(style);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_of_decisions__show_the_standard_words_only_where_they_differ),
        cmocka_unit_test(f6_enter__is_the_usual_decision_of_the_kind_of_item_with_the_quorum_of_the_hour),
        cmocka_unit_test(decision__takes_words_of_its_own_and_gives_them_up_only_when_asked),
        cmocka_unit_test(standard_words_that_are_left_as_they_are__are_no_words_of_its_own),
        cmocka_unit_test(merged_item__names_the_one_it_goes_with),
        cmocka_unit_test(f7__puts_a_point_under_tracking_and_shows_the_number_drawn),
        cmocka_unit_test(tracked_decision__is_ruled_as_recommended_with_words_and_a_date),
        cmocka_unit_test(tracked_decision__is_merged_into_another),
        cmocka_unit_test(vote__knows_who_may_vote_and_what_it_comes_to),
        cmocka_unit_test(vote_with_more_votes_than_voters__is_stored_and_said),
        cmocka_unit_test(member_who_is_recused__is_out_for_the_item_and_does_not_vote),
        cmocka_unit_test(losing_the_quorum__is_announced_at_once_and_stands_with_the_decision),
        cmocka_unit_test(motion_from_the_floor__is_an_item_at_once),
        cmocka_unit_test(adjourning__names_what_was_not_discussed_and_takes_it_on),
        cmocka_unit_test(the_last_stop__says_how_to_adjourn_until_it_is_done),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: votes by name, one key a voter; statements of which only is recorded that they were made.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/session_help.h"

#include "core/meeting/vote.h"
#include "core/paper/document.h"
#include "core/paper/minutes.h"
#include "core/paper/style.h"

#define RIGHT "\033[C"
#define F4 "\033OS"
#define ALT_L "\033l"
/* From F8's first field, the votes for, to the method, one on (hands, by name), and into the ballots. */
#define BY_NAME F8 UP RIGHT DOWN ENTER

/* "m01 for, m02 against" of what is stored with item KEY; *VOTE the figures (without rows). */
static void ballots_of(struct office *office, const char *key, struct str *out, struct vote *vote)
{
    struct snapshot s = session_snapshot(office);
    const struct item *item = meeting_item(&s.meeting, key);

    assert_int_equal(item->vote.n, 1);
    *vote = item->vote.v[0];
    for (size_t i = 0; i < vote->ballots.n; i++)
        str_printf(out, "%s%s %s", i ? ", " : "", vote->ballots.v[i].member,
                   vote_choice_choices.codes[vote->ballots.v[i].vote]);
    memset(&vote->ballots, 0, sizeof vote->ballots);
    snapshot_release(&s);
}

/* Who may vote on item KEY now, by seat: "m01, m02". */
static size_t voters(struct office *office, const char *key)
{
    struct snapshot s = session_snapshot(office);
    size_t n = (size_t)vote_entitled(&s.meeting, s.rule, 14 * 60 + 22, meeting_item(&s.meeting, key));

    snapshot_release(&s);
    return n;
}

static void vote_against_the_decision__is_said(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F6 "2");
    assert_sees_not(&office, "決議卻是");
    office_type(&office, F8 "1" ENTER "6" ENTER "0" ENTER ENTER);
    assert_sees(&office, "表決不通過，決議卻是「照案通過」");
    office_type(&office, F6 "6");
    assert_sees_not(&office, "決議卻是");
    office_close(&office);
}

static void votes_by_name__are_a_key_each__and_give_the_figures(void **state)
{
    struct office office;
    struct str ballots = STR_INIT, again = STR_INIT;
    struct vote vote;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    assert_int_equal(voters(&office, "k3"), 7);
    office_type(&office, BY_NAME "1" F3 F4 F2 F2 F2 ENTER ENTER);
    ballots_of(&office, "k3", &ballots, &vote);
    assert_int_equal(vote.method, VOTE_ROLLCALL);
    assert_int_equal(vote.votes_for, 4);
    assert_int_equal(vote.against, 1);
    assert_int_equal(vote.abstain, 1);
    assert_int_equal(vote.entitled, 7);
    assert_int_equal(vote.result, RESULT_CARRIED);
    assert_non_null(strstr(ballots.text, " for, "));
    assert_sees(&office, "記名表決 通過：同意 4、不同意 1、棄權 1、有表決權 7、未投票 1");
    /* what stands is there again; the rest are for it, and the second thinks better of it */
    office_type(&office, F8 DOWN ENTER F5 "\033[H" DOWN "3" ENTER ENTER);
    ballots_of(&office, "k3", &again, &vote);
    assert_int_equal(vote.votes_for, 5);
    assert_int_equal(vote.against, 0);
    assert_int_equal(vote.abstain, 2);
    assert_int_equal(strncmp(again.text, ballots.text, strlen("m01 for")), 0);
    assert_sees_not(&office, "未投票");
    str_release(&ballots);
    str_release(&again);
    office_close(&office);
}

static void voter_who_is_recused__is_not_among_them(void **state)
{
    struct office office;
    struct str ballots = STR_INIT;
    struct vote vote;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, CTRL_G F7 CTRL_G BY_NAME F5 ENTER ENTER);
    ballots_of(&office, "k3", &ballots, &vote);
    assert_int_equal(voters(&office, "k3"), 6);
    assert_int_equal(vote.votes_for, 6);
    assert_int_equal(vote.entitled, 6);
    str_release(&ballots);
    office_close(&office);
}

static void ballots__go__when_the_vote_was_not_by_name_after_all(void **state)
{
    struct office office;
    struct str ballots = STR_INIT;
    struct vote vote;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, BY_NAME F5 ENTER ENTER);
    office_type(&office, F8 LEFT DOWN "5" ENTER "2" ENTER "0" ENTER ENTER);
    ballots_of(&office, "k3", &ballots, &vote);
    assert_string_equal(ballots.text, "");
    assert_int_equal(vote.method, VOTE_HANDS);
    assert_int_equal(vote.votes_for, 5);
    str_release(&ballots);
    office_close(&office);
}

static void who_is_recused_after_he_voted__loses_his_vote_when_it_is_counted_again(void **state)
{
    struct office office;
    struct str ballots = STR_INIT, again = STR_INIT;
    struct vote vote;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, BY_NAME F5 ENTER ENTER);
    ballots_of(&office, "k3", &ballots, &vote);
    assert_int_equal(vote.votes_for, 7);
    assert_non_null(strstr(ballots.text, "m01 for"));
    office_type(&office, CTRL_G "1" F7);
    assert_sees(&office, "請按 F8 核對票數");
    office_type(&office, F8 DOWN ENTER ENTER ENTER);
    ballots_of(&office, "k3", &again, &vote);
    assert_null(strstr(again.text, "m01"));
    assert_int_equal(vote.votes_for, 6);
    assert_int_equal(vote.entitled, 7); /* as it was, until it is taken anew: the row below 記下表決 */
    str_clear(&again);
    office_type(&office, F8 DOWN DOWN DOWN ENTER ENTER);
    ballots_of(&office, "k3", &again, &vote);
    assert_int_equal(vote.entitled, 6);
    str_release(&ballots);
    str_release(&again);
    office_close(&office);
}

/* ---- 略 --------------------------------------------------------------------------------------------- */

static void assert_prints(struct office *office, const char *text)
{
    struct snapshot s = session_snapshot(office);
    struct style *style = NULL;
    struct str paper = STR_INIT;
    struct document document;
    struct err err = {0};

    document_init(&document);
    assert_int_equal(style_load("formal", &style, &err), STATUS_OK);
    assert_int_equal(minutes_build(&s, style, COPY_PUBLIC, &document, &err), STATUS_OK);
    assert_int_equal(document_text(&document, 76, &paper, &err), STATUS_OK);
    assert_non_null(strstr(paper.text, text));
    document_release(&document);
    style_free(style);
    str_release(&paper);
    snapshot_release(&s);
}

static void statement_without_words__is_recorded_by_one_key__and_prints_so(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, "2" ENTER ALT_L);
    assert_said(&office, "k3", "m02 14:22:\n");
    assert_sees(&office, "略");
    assert_prints(&office, "(略)");
    office_type(&office, UP ALT_L); /* and back */
    assert_sees_not(&office, "略 14:22");
    office_close(&office);
}

static void statement_with_words__is_not_abridged(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, "2" ENTER "同意" ALT_L);
    assert_sees(&office, "請先刪去文字");
    office_type(&office, ENTER ENTER UP ALT_L);
    assert_sees(&office, "請先刪去文字");
    assert_said(&office, "k3", "m02 14:22: 同意\n");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vote_against_the_decision__is_said),
        cmocka_unit_test(votes_by_name__are_a_key_each__and_give_the_figures),
        cmocka_unit_test(voter_who_is_recused__is_not_among_them),
        cmocka_unit_test(ballots__go__when_the_vote_was_not_by_name_after_all),
        cmocka_unit_test(who_is_recused_after_he_voted__loses_his_vote_when_it_is_counted_again),
        cmocka_unit_test(statement_without_words__is_recorded_by_one_key__and_prints_so),
        cmocka_unit_test(statement_with_words__is_not_abridged),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

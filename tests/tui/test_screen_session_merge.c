/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: items that go with another, and one decision for several.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/session_help.h"
#include "tui/screens/session/session_inner.h"

#define ALT(c) "\033" c
#define SPACE " "

static const struct decision *decision_of(const struct snapshot *s, const char *key)
{
    const struct item *item = meeting_item(&s->meeting, key);

    assert_non_null(item);
    return item_decision(item);
}

/* ---- merged --------------------------------------------------------------------------------------- */

static void item_merged_with_another__says_so_at_both(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F6 "7"
                            "第1季" ENTER);
    assert_sees(&office, "併報告事項案由二討論。");
    office_type(&office, F7);
    assert_sees(&office, "本案併入別案，請在那一案列管");
    office_type(&office, F10);
    assert_sees(&office, "併案 討論事項 案由");
    office_type(&office, F6 "7訂定" ENTER ESC); /* that one leads back here: refused, so the list stays */
    s = session_snapshot(&office);
    assert_null(decision_of(&s, "k2"));
    snapshot_release(&s);
    office_close(&office);
}

static void item_merged_with_a_tracked_decision__says_so_at_both(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F6 "7"
                            "111-2-02" ENTER);
    assert_sees(&office, "併111-2-02列管。");
    s = session_snapshot(&office);
    assert_string_equal(decision_of(&s, "k3")->with, "111-2-02");
    snapshot_release(&s);
    office_type(&office, ALT("g") "111-2-02" ENTER);
    assert_sees(&office, "併案 討論事項 案由");
    office_close(&office);
}

/* ---- decided together ------------------------------------------------------------------------------ */

static void several_items_marked__are_decided_by_one_decision(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    /* the list, two marked: one by what is typed, one by the arrows; then the decision itself */
    office_type(&office, ALT("m") "訂定" ENTER DOWN UP UP SPACE ENTER "8合併辦理。" ENTER ENTER);
    s = session_snapshot(&office);
    assert_string_equal(decision_of(&s, "k1")->points.v[0].text, "合併辦理。");
    assert_int_equal(decision_of(&s, "k2")->kind, DECISION_JOINT);
    assert_string_equal(decision_of(&s, "k2")->with, "k1");
    assert_string_equal(decision_of(&s, "k2")->at, "14:22");
    assert_int_equal(decision_of(&s, "k2")->present, 7);
    assert_int_equal(decision_of(&s, "k3")->kind, DECISION_JOINT);
    snapshot_release(&s);
    assert_sees(&office, "併案 案由二（一併決議）、討論事項 案由（一併決議）");
    office_type(&office, F9);
    assert_sees(&office, "與案由一合併決議。");
    office_type(&office, F7);
    assert_sees(&office, "本案與別案一併決議，請在那一案列管");
    office_type(&office, ALT("m"));
    assert_sees(&office, "請到那一案一併決議");
    /* one of them is decided on its own after all */
    office_type(&office, F10 F6 DOWN DOWN ENTER "第1季" ENTER ENTER);
    s = session_snapshot(&office);
    assert_null(decision_of(&s, "k2"));
    assert_int_equal(decision_of(&s, "k3")->kind, DECISION_JOINT);
    snapshot_release(&s);
    office_close(&office);
}

/* The same on the page of each item. */
static void items_page__says_with_what_it_goes(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, ALT("m") "第1季" ENTER ENTER ENTER ALT("e"));
    assert_sees(&office, "併案：案由二");
    office_type(&office, ESC);
    office_type(&office, F9 ALT("e"));
    assert_sees(&office, "與案由一合併決議。");
    office_close(&office);
}

static void items_marked_and_given_up__stay_as_they_were(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k2");
    office_type(&office, F6 "8自己的文字。" ENTER ENTER F10);
    office_type(&office, ALT("m") "第1季" ENTER ESC);
    s = session_snapshot(&office);
    assert_int_equal(decision_of(&s, "k2")->kind, DECISION_CUSTOM);
    snapshot_release(&s);
    office_type(&office, ALT("m") "第1季" ENTER ENTER ENTER); /* its words are asked for, and stay */
    s = session_snapshot(&office);
    assert_int_equal(decision_of(&s, "k2")->kind, DECISION_CUSTOM);
    snapshot_release(&s);
    office_type(&office, ALT("m") "第1季" ENTER ENTER "2" ENTER);
    s = session_snapshot(&office);
    assert_int_equal(decision_of(&s, "k2")->kind, DECISION_JOINT);
    assert_int_equal(decision_of(&s, "k2")->points.n, 0);
    assert_int_equal(decision_of(&s, "k1")->kind, DECISION_NOTED);
    snapshot_release(&s);
    office_close(&office);
}

/* An item that is decided together with one without a decision is not decided yet. */
static void joint_item__is_decided_when_the_other_is(void **state)
{
    struct office office;
    struct session *session;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, ALT("m") "第1季" ENTER ENTER ESC);
    office_type(&office, F9);
    session = (struct session *)office.app.top;
    assert_false(session_is_decided(session, session_stop(session)));
    office_type(&office, F10 F6 ENTER F9);
    assert_true(session_is_decided(session, session_stop(session)));
    office_close(&office);
}

/* Words of its own take a joint decision's place. */
static void joint_item__takes_words_of_its_own(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, ALT("m") "第1季" ENTER ENTER ENTER F9 F6 "8另行處理。" ENTER ENTER);
    s = session_snapshot(&office);
    assert_int_equal(decision_of(&s, "k2")->kind, DECISION_CUSTOM);
    assert_null(decision_of(&s, "k2")->with);
    snapshot_release(&s);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(item_merged_with_another__says_so_at_both),
        cmocka_unit_test(item_merged_with_a_tracked_decision__says_so_at_both),
        cmocka_unit_test(several_items_marked__are_decided_by_one_decision),
        cmocka_unit_test(items_page__says_with_what_it_goes),
        cmocka_unit_test(items_marked_and_given_up__stay_as_they_were),
        cmocka_unit_test(joint_item__is_decided_when_the_other_is),
        cmocka_unit_test(joint_item__takes_words_of_its_own),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

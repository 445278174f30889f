/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: by what a vote is carried: the rule in force says it, or the secretary is asked.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/session_help.h"

#define RIGHT "\033[C"

/* The committee's rule on votes, from the beginning. */
static void lay_down(struct office *office, int of, struct share share, int comparison, int casting)
{
    struct snapshot s = session_snapshot(office);
    struct committee wanted = s.committee;
    struct rule rules[4];
    struct err err = {0};

    assert_true(wanted.rules.n >= 1 && wanted.rules.n <= 4);
    for (size_t i = 0; i < wanted.rules.n; i++) {
        rules[i] = wanted.rules.v[i];
        rules[i].vote_of = of;
        rules[i].vote_share = share;
        rules[i].vote_comparison = comparison;
        rules[i].vote_casting = casting;
    }
    wanted.rules.v = rules;
    assert_int_equal(committee_save(office->db, &session_stamp, &s.committee, &wanted, &err), STATUS_OK);
    snapshot_release(&s);
}

/* Seven may vote. KEYS after F8, and what is stored of it: "cast 1/2 > carried". */
static const struct {
    const char *keys;
    int of; /* the rule's; UNKNOWN: it says nothing of votes */
    struct share share;
    int comparison, casting;
    const char *expected;
} threshold_cases[] = {
    /* nothing is laid down, and every reading says the same */
    {"6" ENTER "1" ENTER "0" ENTER ENTER, UNKNOWN, {0, 0}, UNKNOWN, UNKNOWN, "6:1:0 - carried"},
    /* they do not: the secretary is asked, and chooses */
    {"3" ENTER "2" ENTER "2" ENTER ENTER "1" ENTER,
     UNKNOWN,
     {0, 0},
     UNKNOWN,
     UNKNOWN,
     "3:2:2 cast 1/2 > carried"},
    {"3" ENTER "2" ENTER "2" ENTER ENTER "2" ENTER,
     UNKNOWN,
     {0, 0},
     UNKNOWN,
     UNKNOWN,
     "3:2:2 voting 1/2 > rejected"},
    {"3" ENTER "2" ENTER "2" ENTER ENTER "3" ENTER,
     UNKNOWN,
     {0, 0},
     UNKNOWN,
     UNKNOWN,
     "3:2:2 present 1/2 > rejected"},
    /* or does not, and nothing is stored */
    {"3" ENTER "2" ENTER "2" ENTER ENTER ESC ESC, UNKNOWN, {0, 0}, UNKNOWN, UNKNOWN, "none"},
    /* chosen in the form: below 記下表決, the first after 未定 */
    {"3" ENTER "2" ENTER "2" ENTER DOWN RIGHT UP ENTER,
     UNKNOWN,
     {0, 0},
     UNKNOWN,
     UNKNOWN,
     "3:2:2 cast 1/2 > carried"},
    /* the rule in force decides, and stands with the vote */
    {"3" ENTER "2" ENTER "2" ENTER ENTER,
     OF_PRESENT,
     {1, 2},
     COMPARE_MORE,
     UNKNOWN,
     "3:2:2 present 1/2 > rejected"},
    {"4" ENTER "3" ENTER "0" ENTER ENTER,
     OF_CAST,
     {2, 3},
     COMPARE_AT_LEAST,
     UNKNOWN,
     "4:3:0 cast 2/3 >= rejected"},
    {"5" ENTER "2" ENTER "0" ENTER ENTER,
     OF_CAST,
     {2, 3},
     COMPARE_AT_LEAST,
     UNKNOWN,
     "5:2:0 cast 2/3 >= carried"},
    /* a tie: the chair's vote where the rule has it or says nothing, never where it has none */
    {"3" ENTER "3" ENTER "0" ENTER RIGHT DOWN ENTER,
     OF_CAST,
     {1, 2},
     COMPARE_MORE,
     1,
     "3:3:0 cast 1/2 > carried chair for"},
    {"3" ENTER "3" ENTER "0" ENTER RIGHT RIGHT DOWN ENTER,
     UNKNOWN,
     {0, 0},
     UNKNOWN,
     UNKNOWN,
     "3:3:0 - rejected chair against"},
    {"3" ENTER "3" ENTER "0" ENTER ENTER, OF_CAST, {1, 2}, COMPARE_MORE, 0, "3:3:0 cast 1/2 > tied"},
};

static void describe(struct office *office, struct str *out)
{
    struct snapshot s = session_snapshot(office);
    const struct item *item = meeting_item(&s.meeting, "k3");
    const struct vote *v = item->vote.v;

    str_clear(out);
    if (!item->vote.n) {
        str_add(out, "none");
    } else {
        str_printf(out, "%d:%d:%d ", v->votes_for, v->against, v->abstain);
        if (v->share.den)
            str_printf(out, "%s %d/%d %s", vote_of_choices.codes[v->of], v->share.num, v->share.den,
                       comparison_choices.codes[v->comparison]);
        else
            str_add(out, "-");
        str_printf(out, " %s", vote_result_choices.codes[v->result]);
        if (v->casting != UNKNOWN)
            str_printf(out, " chair %s", vote_choice_choices.codes[v->casting]);
    }
    snapshot_release(&s);
}

static void by_what_it_is_carried__the_rule_says__or_the_secretary(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof threshold_cases / sizeof *threshold_cases; i++) {
        struct office office;
        struct str text = STR_INIT;

        session_opened(&office);
        lay_down(&office, threshold_cases[i].of, threshold_cases[i].share, threshold_cases[i].comparison,
                 threshold_cases[i].casting);
        session_at(&office, "k3");
        str_add(&text, F8);
        str_add(&text, threshold_cases[i].keys);
        office_type(&office, text.text);
        describe(&office, &text);
        assert_string_equal(text.text, threshold_cases[i].expected);
        str_release(&text);
        office_close(&office);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_what_it_is_carried__the_rule_says__or_the_secretary),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

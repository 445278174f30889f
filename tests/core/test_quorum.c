/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quorum: 要點四(三)、七 and 指引肆一 as tables of cases: the counting itself. Who is here at a
 * moment is test_presence.c.
 */
#include "core/meeting/quorum.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct rule rule_of(int numerator, int denominator, enum comparison comparison, int civil_min)
{
    struct rule rule;

    rule_preset(&rule);
    rule.quorum_numerator = numerator;
    rule.quorum_denominator = denominator;
    rule.quorum_comparison = (int)comparison;
    rule.civil_min = civil_min;
    return rule;
}

/* ---- how many are needed --------------------------------------------------------------------------------
 */

static void quorum_needed__takes_the_fraction_and_whether_it_must_be_more(void **state)
{
    static const struct {
        int numerator, denominator;
        enum comparison comparison;
        int in_office, needed;
    } cases[] = {
        {1, 2, COMPARE_AT_LEAST, 11, 6}, {1, 2, COMPARE_AT_LEAST, 12, 6},  {1, 2, COMPARE_AT_LEAST, 13, 7},
        {1, 2, COMPARE_MORE, 11, 6},     {1, 2, COMPARE_MORE, 12, 7},      {1, 2, COMPARE_MORE, 13, 7},
        {1, 2, COMPARE_AT_LEAST, 1, 1},  {1, 2, COMPARE_MORE, 1, 1},       {1, 2, COMPARE_MORE, 2, 2},
        {2, 3, COMPARE_AT_LEAST, 12, 8}, {2, 3, COMPARE_MORE, 12, 9},      {2, 3, COMPARE_AT_LEAST, 13, 9},
        {2, 3, COMPARE_MORE, 13, 9},     {1, 1, COMPARE_AT_LEAST, 12, 12}, {0, 1, COMPARE_AT_LEAST, 12, 0},
        {1, 2, COMPARE_AT_LEAST, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct rule rule = rule_of(cases[i].numerator, cases[i].denominator, cases[i].comparison, 3);

        assert_int_equal(quorum_needed(&rule, cases[i].in_office), cases[i].needed);
    }
}

static void quorum_needed__is_unknown__without_a_whole_rule(void **state)
{
    struct rule rule = rule_of(1, 2, COMPARE_AT_LEAST, 3);

    (void)state;
    assert_int_equal(quorum_needed(NULL, 12), UNKNOWN);
    rule.quorum_numerator = UNKNOWN;
    assert_int_equal(quorum_needed(&rule, 12), UNKNOWN);
    rule = rule_of(1, UNKNOWN, COMPARE_AT_LEAST, 3);
    assert_int_equal(quorum_needed(&rule, 12), UNKNOWN);
    rule = rule_of(1, 0, COMPARE_AT_LEAST, 3);
    assert_int_equal(quorum_needed(&rule, 12), UNKNOWN);
    rule = rule_of(1, 2, COMPARE_AT_LEAST, 3);
    rule.quorum_comparison = UNKNOWN;
    assert_int_equal(quorum_needed(&rule, 12), UNKNOWN);
}

/* ---- counting --------------------------------------------------------------------------------------------
 */

enum { SEATS_MAX = 16 };
static const char *const seat_keys[SEATS_MAX] = {"m1", "m2",  "m3",  "m4",  "m5",  "m6",  "m7",  "m8",
                                                 "m9", "m10", "m11", "m12", "m13", "m14", "m15", "m16"};
static const struct person stand_in_x = {.surname = "許", .given = "子謙"},
                           stand_in_y = {.surname = "溫", .given = "如玉"}, member_2 = {.member = "m2"},
                           nobody_yet = {.member = NULL};

/* A seat a letter, in order m1, m2 …: capital = present in person, small = absent.
 *   A a agency   C c civil   U u of unknown kind   V the convener (agency) present, v absent
 *   x agency by the delegate X, y by Y, z by X for a civil member, w by X for an unknown kind,
 *   2 agency by the member m2, n agency by a delegate not named yet, X the convener by the delegate X */
static size_t seats_of(const char *text, struct seat_presence seats[SEATS_MAX])
{
    size_t n = strlen(text);

    memset(seats, 0, SEATS_MAX * sizeof *seats);
    for (size_t i = 0; i < n; i++) {
        struct seat_presence *s = &seats[i];
        char c = text[i];

        s->member = seat_keys[i];
        s->kind = strchr("Ccz", c) ? KIND_CIVIL : strchr("Uuw", c) ? UNKNOWN : KIND_AGENCY;
        s->convener = strchr("VvX", c) != NULL;
        s->in_person = strchr("ACUV", c) != NULL;
        s->delegate = strchr("xzwX", c) ? &stand_in_x
                      : c == 'y'        ? &stand_in_y
                      : c == '2'        ? &member_2
                      : c == 'n'        ? &nobody_yet
                                        : NULL;
    }
    return n;
}

static const struct {
    const char *seats;
    int in_office, present, delegates, civil;
    enum quorum_verdict verdict;
} count_cases[] = {
    /* R13: 2|P| >= N and three civil representatives */
    {"VAACCCaaaaa", 11, 6, 0, 3, QUORUM_MET},
    {"VACCCaaaaaa", 11, 5, 0, 3, QUORUM_NOT_MET},
    {"VAACCCaaaaaa", 12, 6, 0, 3, QUORUM_MET},
    {"VACCCaaaaaaa", 12, 5, 0, 3, QUORUM_NOT_MET},
    {"VAACCCaaaaaaa", 13, 6, 0, 3, QUORUM_NOT_MET},
    {"VAAACCCaaaaaa", 13, 7, 0, 3, QUORUM_MET},
    /* enough members, too few of them civil */
    {"VAAAAAACCcca", 12, 9, 0, 2, QUORUM_NOT_MET},
    /* nobody at all */
    {"vaaaaaaccccc", 12, 0, 0, 0, QUORUM_NOT_MET},
    /* R15: an agency's delegate counts */
    {"VACCCxyaaaaa", 12, 7, 2, 3, QUORUM_MET},
    {"XACCCaayaaaa", 12, 6, 2, 3, QUORUM_MET},
    /* a civil member's does not */
    {"VAACCzaaaaaa", 12, 5, 0, 2, QUORUM_NOT_MET},
    {"VAACCCzaaaaa", 12, 6, 0, 3, QUORUM_MET},
    /* one person for two members is one */
    {"VACCCxxaaaaa", 12, 6, 1, 3, QUORUM_MET},
    {"VCCCxxxaaaaa", 12, 5, 1, 3, QUORUM_NOT_MET},
    /* for a civil member and an agency: counts once, for the agency */
    {"VACCCzxaaaaa", 12, 6, 1, 3, QUORUM_MET},
    /* a delegate who is here as a member himself */
    {"VACCC2aaaaaa", 12, 5, 0, 3, QUORUM_NOT_MET},
    /* the same member, who is not here himself: a person all the same */
    {"VaACCC2aaaaa", 12, 6, 1, 3, QUORUM_MET},
    /* two delegates whose names nobody knows yet may be two persons */
    {"VCCCnnaaaaaa", 12, 6, 2, 3, QUORUM_MET},
    /* a kind that is not known and does not matter: enough without it */
    {"VAACCCUaaaaa", 12, 7, 0, 3, QUORUM_MET},
    {"VAACCCwaaaaa", 12, 6, 0, 3, QUORUM_MET},
    /* nor can it help */
    {"VAAAACUaaaaa", 12, 7, 0, 1, QUORUM_NOT_MET},
    {"VACwaaaaaaaa", 12, 3, 0, 1, QUORUM_NOT_MET},
    /* it matters: is he the third civil representative? */
    {"VAAACCUaaaaa", 12, 7, 0, 2, QUORUM_UNKNOWN},
    /* it matters: does his delegate count? */
    {"VACCCwaaaaaa", 12, 5, 0, 3, QUORUM_UNKNOWN},
    /* the same delegate counts for an agency anyway */
    {"VACCCwxaaaaa", 12, 6, 1, 3, QUORUM_MET},
    /* an unknown kind that is absent says nothing */
    {"VAACCCuuaaaa", 12, 6, 0, 3, QUORUM_MET},
};

static void quorum__counts_persons_and_civil_representatives(void **state)
{
    struct rule rule = rule_of(1, 2, COMPARE_AT_LEAST, 3);

    (void)state;
    for (size_t i = 0; i < COUNT(count_cases); i++) {
        struct seat_presence seats[SEATS_MAX];
        size_t n = seats_of(count_cases[i].seats, seats);
        struct quorum q = quorum_evaluate(&rule, seats, n);

        if (q.verdict != count_cases[i].verdict || q.present != count_cases[i].present)
            print_message("%s\n", count_cases[i].seats);
        assert_int_equal(q.in_office, count_cases[i].in_office);
        assert_int_equal(q.present, count_cases[i].present);
        assert_int_equal(q.delegates, count_cases[i].delegates);
        assert_int_equal(q.civil, count_cases[i].civil);
        assert_int_equal(q.verdict, count_cases[i].verdict);
        assert_int_equal(q.doubt, count_cases[i].verdict == QUORUM_UNKNOWN ? DOUBT_KIND : DOUBT_NONE);
    }
}

/* R14: the two rules disagree where N is even and exactly half is here. */
static void quorum__differs_between_half_and_more_than_half__only_at_half_of_an_even_number(void **state)
{
    static const struct {
        const char *seats;
        enum quorum_verdict at_least, more;
    } cases[] = {
        {"VAACCCaaaaa", QUORUM_MET, QUORUM_MET},           /* 6 of 11 */
        {"VAACCCaaaaaa", QUORUM_MET, QUORUM_NOT_MET},      /* 6 of 12 */
        {"VAAACCCaaaaa", QUORUM_MET, QUORUM_MET},          /* 7 of 12 */
        {"VAACCCaaaaaaa", QUORUM_NOT_MET, QUORUM_NOT_MET}, /* 6 of 13 */
        {"VAAACCCaaaaaa", QUORUM_MET, QUORUM_MET},         /* 7 of 13 */
    };
    struct rule at_least = rule_of(1, 2, COMPARE_AT_LEAST, 3), more = rule_of(1, 2, COMPARE_MORE, 3);

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct seat_presence seats[SEATS_MAX];
        size_t n = seats_of(cases[i].seats, seats);

        assert_int_equal(quorum_evaluate(&at_least, seats, n).verdict, cases[i].at_least);
        assert_int_equal(quorum_evaluate(&more, seats, n).verdict, cases[i].more);
    }
}

static void quorum__leaves_the_convener_out__where_the_rule_does(void **state)
{
    static const struct {
        const char *seats;
        int in_office, present;
        enum quorum_verdict verdict;
    } cases[] = {
        {"VAACCCaaaaaa", 11, 5, QUORUM_NOT_MET}, /* 6 of 12 with him */
        {"vAAACCCaaaaa", 11, 6, QUORUM_MET},
        {"XAAACCCaaaaa", 11, 6, QUORUM_MET},
        /* who stands in for him may stand in for another too, and counts for that one */
        {"XAACCCxaaaaa", 11, 6, QUORUM_MET},
    };
    struct rule rule = rule_of(1, 2, COMPARE_AT_LEAST, 3);

    (void)state;
    rule.convener_counts = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct seat_presence seats[SEATS_MAX];
        struct quorum q = quorum_evaluate(&rule, seats, seats_of(cases[i].seats, seats));

        assert_int_equal(q.in_office, cases[i].in_office);
        assert_int_equal(q.present, cases[i].present);
        assert_int_equal(q.verdict, cases[i].verdict);
    }
}

static void quorum__needs_no_civil_representative__where_the_rule_names_no_number(void **state)
{
    struct rule rule = rule_of(1, 2, COMPARE_AT_LEAST, UNKNOWN);
    struct seat_presence seats[SEATS_MAX];
    struct quorum q = quorum_evaluate(&rule, seats, seats_of("VAAAAAcccccc", seats));

    (void)state;
    assert_int_equal(q.verdict, QUORUM_MET);
    assert_int_equal(q.civil_needed, UNKNOWN);
}

static void quorum__is_unknown__without_a_rule_or_without_members(void **state)
{
    struct rule rule = rule_of(1, 2, COMPARE_AT_LEAST, 3);
    struct seat_presence seats[SEATS_MAX];
    size_t n = seats_of("VAACCCaaaaaa", seats);
    struct quorum q = quorum_evaluate(NULL, seats, n);

    (void)state;
    assert_int_equal(q.verdict, QUORUM_UNKNOWN);
    assert_int_equal(q.doubt, DOUBT_NO_RULE);
    assert_int_equal(q.present, 6); /* what is known is told all the same */
    assert_int_equal(q.in_office, 12);
    assert_int_equal(q.needed, UNKNOWN);
    q = quorum_evaluate(&rule, seats, 0);
    assert_int_equal(q.verdict, QUORUM_UNKNOWN);
    assert_int_equal(q.doubt, DOUBT_NO_MEMBERS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quorum_needed__takes_the_fraction_and_whether_it_must_be_more),
        cmocka_unit_test(quorum_needed__is_unknown__without_a_whole_rule),
        cmocka_unit_test(quorum__counts_persons_and_civil_representatives),
        cmocka_unit_test(quorum__differs_between_half_and_more_than_half__only_at_half_of_an_even_number),
        cmocka_unit_test(quorum__leaves_the_convener_out__where_the_rule_does),
        cmocka_unit_test(quorum__needs_no_civil_representative__where_the_rule_names_no_number),
        cmocka_unit_test(quorum__is_unknown__without_a_rule_or_without_members),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

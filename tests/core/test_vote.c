/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What votes come to, and who may vote.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/meeting/quorum.h"
#include "core/meeting/vote.h"

/* What the figures come to by a threshold, and how many votes are missing. */
static const struct {
    int method, votes_for, against, abstain, entitled, of;
    struct share share;
    int comparison, casting, outcome, missing;
} cases[] = {
    {VOTE_CONSENT, -1, -1, -1, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_CARRIED, 0},
    {VOTE_HANDS, 5, 3, 1, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_CARRIED, 0},
    /* 5 of 10 is no more than half, and it is half */
    {VOTE_HANDS, 5, 3, 1, 10, OF_PRESENT, {1, 2}, COMPARE_MORE, -1, RESULT_REJECTED, 1},
    {VOTE_HANDS, 5, 3, 1, 10, OF_PRESENT, {1, 2}, COMPARE_AT_LEAST, -1, RESULT_CARRIED, 1},
    {VOTE_HANDS, 6, 3, 1, 10, OF_PRESENT, {1, 2}, COMPARE_MORE, -1, RESULT_CARRIED, 0},
    /* the abstentions count or do not: 5 of 8, 5 of 11 */
    {VOTE_HANDS, 5, 3, 3, 11, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_CARRIED, 0},
    {VOTE_HANDS, 5, 3, 3, 11, OF_VOTING, {1, 2}, COMPARE_MORE, -1, RESULT_REJECTED, 0},
    {VOTE_HANDS, 5, 3, 2, 12, OF_VOTING, {1, 2}, COMPARE_AT_LEAST, -1, RESULT_CARRIED, 2},
    {VOTE_HANDS, 5, 3, -1, 12, OF_VOTING, {1, 2}, COMPARE_MORE, -1, UNKNOWN, 4},
    /* a tie, and the chair's vote, which is one of those that lack */
    {VOTE_HANDS, 4, 4, 0, 8, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_TIED, 0},
    {VOTE_HANDS, 4, 4, 0, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_TIED, 1},
    {VOTE_HANDS, 4, 4, 0, 9, OF_CAST, {1, 2}, COMPARE_MORE, VOTE_FOR, RESULT_CARRIED, 0},
    {VOTE_HANDS, 4, 4, 0, 9, OF_CAST, {1, 2}, COMPARE_MORE, VOTE_AGAINST, RESULT_REJECTED, 0},
    {VOTE_HANDS, 4, 4, 0, 8, OF_CAST, {1, 2}, COMPARE_MORE, VOTE_FOR, RESULT_CARRIED, 0}, /* he voted before
                                                                                           */
    {VOTE_HANDS, 4, 4, 1, 9, OF_PRESENT, {1, 2}, COMPARE_MORE, VOTE_FOR, RESULT_CARRIED, 0},
    {VOTE_HANDS, 4, 4, 1, 9, OF_PRESENT, {1, 2}, COMPARE_AT_LEAST, -1, RESULT_TIED, 0},
    {VOTE_HANDS, 5, 4, 0, 9, OF_CAST, {1, 2}, COMPARE_MORE, VOTE_AGAINST, RESULT_CARRIED, 0},  /* no tie */
    {VOTE_HANDS, 4, 4, 0, 8, OF_CAST, {2, 3}, COMPARE_AT_LEAST, VOTE_FOR, RESULT_REJECTED, 0}, /* 2/3 it is
                                                                                                  not */
    {VOTE_HANDS, 0, 0, 5, 5, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_TIED, 0},
    {VOTE_HANDS, 0, 0, 5, 5, OF_CAST, {2, 3}, COMPARE_AT_LEAST, -1, RESULT_REJECTED, 0}, /* nobody is for it
                                                                                          */
    {VOTE_SECRET, 6, 3, 0, 9, OF_CAST, {2, 3}, COMPARE_AT_LEAST, -1, RESULT_CARRIED, 0},
    {VOTE_SECRET, 5, 4, 0, 9, OF_CAST, {2, 3}, COMPARE_AT_LEAST, -1, RESULT_REJECTED, 0},
    {VOTE_SECRET, 6, 3, 0, 9, OF_CAST, {2, 3}, COMPARE_MORE, -1, RESULT_REJECTED, 0},
    /* more votes than voters */
    {VOTE_HANDS, 6, 3, 1, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_CARRIED, -1},
    /* too little is known */
    {VOTE_HANDS, 6, -1, -1, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, UNKNOWN, 0},
    {VOTE_HANDS, 6, 1, -1, -1, OF_PRESENT, {1, 2}, COMPARE_MORE, -1, UNKNOWN, 0},
    {VOTE_HANDS, 6, 1, 0, 7, UNKNOWN, {0, 0}, UNKNOWN, -1, UNKNOWN, 0},
};

static void outcome_and_missing_votes__follow_from_the_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct threshold threshold = {cases[i].of, cases[i].share, cases[i].comparison};
        struct vote vote;

        entity_defaults(&vote_entity, &vote);
        vote.method = cases[i].method;
        vote.votes_for = cases[i].votes_for;
        vote.against = cases[i].against;
        vote.abstain = cases[i].abstain;
        vote.entitled = cases[i].entitled;
        vote.casting = cases[i].casting;
        if (vote_outcome_by(&vote, &threshold) != cases[i].outcome || vote_missing(&vote) != cases[i].missing)
            print_error("case %zu\n", i);
        assert_int_equal(vote_outcome_by(&vote, &threshold), cases[i].outcome);
        assert_int_equal(vote_missing(&vote), cases[i].missing);
    }
}

/* Without any threshold: by each usual reading (those for and against, with the abstentions, those present),
 * and what is made of it. */
static const struct {
    int votes_for, against, abstain, entitled, by[VOTE_READINGS], outcome;
} reading_cases[] = {
    {5, 3, 1, 10, {RESULT_CARRIED, RESULT_CARRIED, RESULT_REJECTED}, UNKNOWN},
    {5, 3, 3, 11, {RESULT_CARRIED, RESULT_REJECTED, RESULT_REJECTED}, UNKNOWN},
    {7, 1, 1, 9, {RESULT_CARRIED, RESULT_CARRIED, RESULT_CARRIED}, RESULT_CARRIED},
    {6, 3, 1, 10, {RESULT_CARRIED, RESULT_CARRIED, RESULT_CARRIED}, RESULT_CARRIED},
    {2, 6, 0, 8, {RESULT_REJECTED, RESULT_REJECTED, RESULT_REJECTED}, RESULT_REJECTED},
    {4, 4, 1, 10, {RESULT_TIED, RESULT_TIED, RESULT_TIED}, RESULT_TIED},
    {7, 1, -1, 9, {RESULT_CARRIED, UNKNOWN, RESULT_CARRIED}, RESULT_CARRIED},
    {5, 3, -1, 10, {RESULT_CARRIED, UNKNOWN, RESULT_REJECTED}, UNKNOWN},
    {7, 1, 1, -1, {RESULT_CARRIED, RESULT_CARRIED, UNKNOWN}, UNKNOWN}, /* how many were there is not known */
};

static void a_vote_without_a_threshold__is_decided_where_all_readings_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof reading_cases / sizeof *reading_cases; i++) {
        struct rule rule;
        struct vote vote;

        entity_defaults(&vote_entity, &vote);
        rule_preset(&rule); /* the Directions lay down nothing */
        vote.method = VOTE_HANDS;
        vote.votes_for = reading_cases[i].votes_for;
        vote.against = reading_cases[i].against;
        vote.abstain = reading_cases[i].abstain;
        vote.entitled = reading_cases[i].entitled;
        for (int k = 0; k < VOTE_READINGS; k++)
            assert_int_equal(vote_outcome_by(&vote, &vote_readings[k]), reading_cases[i].by[k]);
        assert_int_equal(vote_outcome(&vote, NULL), reading_cases[i].outcome);
        assert_int_equal(vote_outcome(&vote, &rule), reading_cases[i].outcome);
        /* and by a rule where there is one, unless another was recorded */
        rule.vote_of = OF_PRESENT;
        rule.vote_share = (struct share){1, 2};
        assert_int_equal(vote_outcome(&vote, &rule), reading_cases[i].outcome); /* half a rule is none */
        rule.vote_comparison = COMPARE_MORE;
        assert_int_equal(vote_outcome(&vote, &rule), reading_cases[i].by[2]);
        vote_set_threshold(&vote, &vote_readings[0]);
        assert_int_equal(vote_outcome(&vote, &rule), reading_cases[i].by[0]);
    }
}

/* Of more people, never easier: what is carried of those present is carried of those voting, and so on. */
static void what_is_carried_of_more__is_carried_of_fewer(void **state)
{
    enum { MOST = 6 };

    (void)state;
    for (int code = 0; code < MOST * MOST * MOST * MOST; code++) {
        struct vote vote;
        int by[VOTE_READINGS], outcome;

        entity_defaults(&vote_entity, &vote);
        vote.method = VOTE_SECRET;
        vote.votes_for = code % MOST;
        vote.against = code / MOST % MOST;
        vote.abstain = code / (MOST * MOST) % MOST;
        vote.entitled = vote.votes_for + vote.against + vote.abstain + code / (MOST * MOST * MOST);
        for (int i = 0; i < VOTE_READINGS; i++)
            by[i] = vote_outcome_by(&vote, &vote_readings[i]);
        outcome = vote_outcome(&vote, NULL);
        assert_true(by[OF_PRESENT] != RESULT_CARRIED || by[OF_VOTING] == RESULT_CARRIED);
        assert_true(by[OF_VOTING] != RESULT_CARRIED || by[OF_CAST] == RESULT_CARRIED);
        assert_int_equal(outcome, by[OF_CAST] == by[OF_PRESENT] ? by[OF_CAST] : UNKNOWN);
        assert_int_equal(vote_is_tied(&vote), by[OF_CAST] == RESULT_TIED);
    }
}

static void threshold_of_a_vote__is_whole_or_none(void **state)
{
    struct threshold none, own;
    struct rule rule;
    struct vote vote;

    (void)state;
    entity_defaults(&vote_entity, &vote);
    rule_preset(&rule);
    none = vote_threshold(&vote);
    assert_false(threshold_known(&none));
    none = rule_threshold(&rule);
    assert_false(threshold_known(&none));
    none = rule_threshold(NULL);
    assert_false(threshold_known(&none));
    vote.share = (struct share){2, 4}; /* a share alone: more than it of those for and against */
    own = vote_threshold(&vote);
    assert_true(threshold_same(&own, &vote_readings[0]));
    assert_false(threshold_same(&own, &vote_readings[1]));
}

/* Three seats: the convener, an agency's with a delegate, a civil one. */
static void entitled__are_the_present_and_delegates__without_those_recused(void **state)
{
    struct seat seats[3];
    struct seat_presence presence[3];
    struct attendance attendance[3];
    struct named recused;
    struct meeting meeting;
    struct rule rule;
    struct item item;

    (void)state;
    entity_defaults(&meeting_entity, &meeting);
    entity_defaults(&item_entity, &item);
    entity_defaults(&named_entity, &recused);
    rule_preset(&rule);
    rule.convener_counts = 0; /* he is not counted for the quorum, but votes */
    for (int i = 0; i < 3; i++) {
        static const char *const keys[] = {"a", "b", "c"};

        entity_defaults(&seat_entity, &seats[i]);
        entity_defaults(&attendance_entity, &attendance[i]);
        seats[i].member = attendance[i].member = keys[i];
        seats[i].role = i == 0 ? MEMBER_CONVENER : MEMBER_ORDINARY;
        seats[i].kind = i == 2 ? KIND_CIVIL : KIND_AGENCY;
        attendance[i].status = i == 1 ? PRESENCE_DELEGATE : PRESENCE_PRESENT;
    }
    attendance[1].delegate.surname = "葉";
    meeting.composition.v = seats;
    meeting.attendance.v = attendance;
    meeting.composition.n = meeting.attendance.n = 3;
    assert_int_equal(vote_entitled(&meeting, &rule, -1, NULL), 3);
    assert_int_equal(vote_entitled(&meeting, NULL, -1, NULL), 3);
    quorum_seats(&meeting, -1, NULL, presence);
    for (size_t i = 0; i < 3; i++)
        assert_true(vote_may(&rule, presence, 3, i));
    recused.person.member = "c";
    item.recused.v = &recused;
    item.recused.n = 1;
    assert_int_equal(vote_entitled(&meeting, &rule, -1, &item), 2);
    quorum_seats(&meeting, -1, &item, presence);
    assert_true(vote_may(&rule, presence, 3, 1));
    assert_false(vote_may(&rule, presence, 3, 2));
    attendance[1].delegate = (struct person){.member = "a"}; /* who is here himself: one person, one vote */
    quorum_seats(&meeting, -1, NULL, presence);
    assert_false(vote_may(&rule, presence, 3, 1));
    assert_int_equal(vote_entitled(&meeting, &rule, -1, NULL), 2);
}

static void ballots__give_the_figures__and_none_leave_them(void **state)
{
    static const int votes[] = {VOTE_FOR, VOTE_AGAINST, VOTE_FOR, VOTE_ABSTAIN, UNKNOWN, VOTE_FOR};
    struct ballot ballots[6];
    struct vote vote;

    (void)state;
    entity_defaults(&vote_entity, &vote);
    vote.votes_for = 9;
    vote_count(&vote);
    assert_int_equal(vote.votes_for, 9);
    for (size_t i = 0; i < 6; i++) {
        entity_defaults(&ballot_entity, &ballots[i]);
        ballots[i].vote = votes[i];
    }
    vote.ballots.v = ballots;
    vote.ballots.n = 6;
    vote_count(&vote);
    assert_int_equal(vote.votes_for, 3);
    assert_int_equal(vote.against, 1);
    assert_int_equal(vote.abstain, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outcome_and_missing_votes__follow_from_the_figures),
        cmocka_unit_test(a_vote_without_a_threshold__is_decided_where_all_readings_agree),
        cmocka_unit_test(what_is_carried_of_more__is_carried_of_fewer),
        cmocka_unit_test(threshold_of_a_vote__is_whole_or_none),
        cmocka_unit_test(entitled__are_the_present_and_delegates__without_those_recused),
        cmocka_unit_test(ballots__give_the_figures__and_none_leave_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

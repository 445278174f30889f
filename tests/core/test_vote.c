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

static const struct {
    int method, votes_for, against, abstain, entitled, of;
    struct share share;
    int comparison, casting, outcome, missing;
} cases[] = {
    {VOTE_CONSENT, -1, -1, -1, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_CARRIED, 0},
    {VOTE_HANDS, 5, 3, 1, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_CARRIED, 0},
    {VOTE_HANDS, 5, 3, 1, 10, OF_PRESENT, {1, 2}, COMPARE_MORE, -1, RESULT_REJECTED, 1}, /* 5 of 10 is no more
                                                                                            than half */
    {VOTE_HANDS, 5, 3, 1, 10, OF_PRESENT, {1, 2}, COMPARE_AT_LEAST, -1, RESULT_CARRIED, 1},
    {VOTE_HANDS, 4, 4, 0, 8, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_TIED, 0},
    {VOTE_HANDS, 4, 4, 0, 9, OF_CAST, {1, 2}, COMPARE_MORE, VOTE_FOR, RESULT_CARRIED, 1},
    {VOTE_HANDS, 4, 4, 0, 9, OF_CAST, {1, 2}, COMPARE_MORE, VOTE_AGAINST, RESULT_REJECTED, 1},
    {VOTE_SECRET, 6, 3, 0, 9, OF_CAST, {2, 3}, COMPARE_AT_LEAST, -1, RESULT_CARRIED, 0},
    {VOTE_SECRET, 5, 4, 0, 9, OF_CAST, {2, 3}, COMPARE_AT_LEAST, -1, RESULT_REJECTED, 0},
    {VOTE_HANDS, 6, 3, 1, 9, OF_CAST, {0, 0}, COMPARE_MORE, -1, RESULT_CARRIED, -1}, /* more votes than voters
                                                                                      */
    {VOTE_HANDS, 6, -1, -1, 9, OF_CAST, {1, 2}, COMPARE_MORE, -1, UNKNOWN, 0},
    {VOTE_HANDS, 6, 1, -1, -1, OF_PRESENT, {1, 2}, COMPARE_MORE, -1, UNKNOWN, 0},
    {VOTE_HANDS, 0, 0, 5, 5, OF_CAST, {1, 2}, COMPARE_MORE, -1, RESULT_TIED, 0},
};

static void outcome_and_missing_votes__follow_from_the_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct vote vote;

        entity_defaults(&vote_entity, &vote);
        vote.method = cases[i].method;
        vote.votes_for = cases[i].votes_for;
        vote.against = cases[i].against;
        vote.abstain = cases[i].abstain;
        vote.entitled = cases[i].entitled;
        vote.of = cases[i].of;
        vote.share = cases[i].share;
        vote.comparison = cases[i].comparison;
        vote.casting = cases[i].casting;
        if (vote_outcome(&vote) != cases[i].outcome || vote_missing(&vote) != cases[i].missing)
            print_error("case %zu\n", i);
        assert_int_equal(vote_outcome(&vote), cases[i].outcome);
        assert_int_equal(vote_missing(&vote), cases[i].missing);
    }
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
        cmocka_unit_test(entitled__are_the_present_and_delegates__without_those_recused),
        cmocka_unit_test(ballots__give_the_figures__and_none_leave_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

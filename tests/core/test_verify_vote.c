/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying votes: what they come to, by which rule, and who voted.
 */
#include "tests/core/findings.h"
#include "tests/core/good_meeting.h"

/* The good meeting, whose nine voted 7:1:1, with two things replaced. */
static const struct {
    const char *old, *with, *old2, *with2, *expected;
} cases[] = {
    /* 5 of 9 is more than half by every reading */
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":5,\"against\":3,\"abstain\":1,\"entitled\":9,\"result\":\"rejected\"",
     "\"publish_workdays\":14", "\"publish_workdays\":14", "!vote's result: 112-1 i2 5+3+1/9\n"},
    /* carried by those for and against, and by no other reading: nobody laid down which */
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":4,\"against\":3,\"abstain\":2,\"entitled\":9,\"result\":\"carried\"", "\"publish_workdays\":14",
     "\"publish_workdays\":14", "vote open: 112-1 i2 4+3+2/9\n"},
    /* the record tells which */
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":4,\"against\":3,\"abstain\":2,\"entitled\":9,\"of\":\"cast\",\"share\":[1,2],\"comparison\":\">"
     "\",\"result\":\"carried\"",
     "\"publish_workdays\":14", "\"publish_workdays\":14", ""},
    /* the rule tells another */
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":4,\"against\":3,\"abstain\":2,\"entitled\":9,\"of\":\"cast\",\"share\":[1,2],\"comparison\":\">"
     "\",\"result\":\"carried\"",
     "\"publish_workdays\":14",
     "\"publish_workdays\":14,\"vote\":{\"of\":\"present\",\"share\":[1,2],\"comparison\":\">\",\"casting\":"
     "false}",
     "!vote's rule: 112-1 i2\n"},
    /* the rule tells, and by it it was not */
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":4,\"against\":3,\"abstain\":2,\"entitled\":9,\"result\":\"carried\"", "\"publish_workdays\":14",
     "\"publish_workdays\":14,\"vote\":{\"of\":\"present\",\"share\":[1,2],\"comparison\":\">\",\"casting\":"
     "false}",
     "!vote's result: 112-1 i2 4+3+2/9\n"},
    /* the chair decides a tie, and is the ninth */
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":4,\"against\":4,\"abstain\":0,\"entitled\":9,\"casting\":\"for\",\"result\":\"carried\"",
     "\"publish_workdays\":14",
     "\"publish_workdays\":14,\"vote\":{\"of\":\"present\",\"share\":[1,2],\"comparison\":\">\",\"casting\":"
     "true}",
     ""},
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":4,\"against\":4,\"abstain\":0,\"entitled\":9,\"casting\":\"for\",\"result\":\"carried\"",
     "\"publish_workdays\":14",
     "\"publish_workdays\":14,\"vote\":{\"of\":\"present\",\"share\":[1,2],\"comparison\":\">\",\"casting\":"
     "false}",
     "!chair's vote: 112-1 i2 4+4+0/9\n"},
    /* no tie */
    {"\"for\":7,\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"",
     "\"for\":5,\"against\":4,\"abstain\":0,\"entitled\":9,\"casting\":\"for\",\"result\":\"carried\"",
     "\"publish_workdays\":14", "\"publish_workdays\":14", "!chair's vote: 112-1 i2 5+4+0/9\n"},
    /* a vote by name of one who is on leave, and of one who is recused (and then eight may vote) */
    {"\"method\":\"hands\"",
     "\"method\":\"rollcall\",\"ballots\":[{\"member\":\"m03\",\"vote\":\"for\"},{\"member\":\"m02\","
     "\"vote\":\"for\"}]",
     "\"resolutions\"", "\"resolutions\"", "!ballot: 112-1 i2 江謝3\n"},
    {"\"method\":\"hands\"",
     "\"method\":\"rollcall\",\"ballots\":[{\"member\":\"m05\",\"vote\":\"for\"},{\"member\":\"m06\","
     "\"vote\":\"for\"}]",
     "\"title\":\"下架一案\"", "\"title\":\"下架一案\",\"recused\":[{\"member\":\"m05\"}]",
     "!quorum differs: 112-1 i2 9/12, 3 ≠ 8/12, 3\n!ballot: 112-1 i2 江謝5\n!too many votes: 112-1 i2 "
     "7+1+1/8\n"},
};

static void votes__are_held_against_their_figures_and_the_rule(void **state)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str record = STR_INIT;

        good_meeting(&record);
        replace_one(&record, cases[i].old, cases[i].with);
        replace_one(&record, cases[i].old2, cases[i].with2);
        assert_findings(state, record.text, "2024-05-10", cases[i].expected);
        str_release(&record);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(votes__are_held_against_their_figures_and_the_rule),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

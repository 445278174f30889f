/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Votes, recusals and a lost quorum from the desk to the paper: what is refused, what follows, what prints
 * and what never does.
 */
#include "tests/core/papers.h"

#include "core/cycle/desk.h"
#include "core/meeting/vote.h"

/* 112-1: d1 by name with m05 recused, d2 a tie that the chair decided. 113-1: two thirds of those voting by
 * the rule; d1 rejected, d2 secret, decided while there was no quorum (14:50 to 15:05). */
#define VOTING FIXTURES "voting.json"

static struct item *item_of(struct office *office, const char *key)
{
    for (size_t i = 0; i < office->s.meeting.items.n; i++)
        if (text_same(office->s.meeting.items.v[i].key, key))
            return &office->s.meeting.items.v[i];
    fail_msg("no item %s", key);
    return NULL;
}

/* ---- the paper ------------------------------------------------------------------------------------ */

static const struct {
    const char *meeting, *style;
    enum copy copy;
    const char *text;
    bool prints;
} paper_cases[] = {
    /* by name: who and how many, the delegate with the member; the threshold and who stayed out */
    {"112-1", "formal", COPY_PUBLIC,
     "迴避：司徒委員浦表決：記名表決，有表決權6人，同意4票，不同意1票，棄權1票，"
     "以出席人數過半數為可決，通過。同意4人：石委員泉、歐陽委員渡、江謝委員汀(方科長圓代)、"
     "潘委員灣不同意1人：葉劉委員洲棄權1人：尤委員澗決議：照案通過。",
     true},
    {"112-1", "classic", COPY_PUBLIC, "迴避：司徒委員浦", true},
    {"112-1", "docket", COPY_PUBLIC, "迴避：司徒委員浦", true},
    /* the chair at a tie */
    {"112-1", "formal", COPY_PUBLIC, "棄權0票，可否同數，主席投同意票，以可否票數過半數為可決，通過。", true},
    {"112-1", "formal", COPY_PUBLIC, "未投票", false},
    /* of those voting; and where nothing was recorded by the rule of the day */
    {"113-1", "formal", COPY_PUBLIC,
     "同意3票，不同意1票，棄權1票，以參加表決人數三分之二以上為可決，不通過。", true},
    {"113-1", "formal", COPY_PUBLIC,
     "無記名投票，有表決權4人，同意3票，不同意0票，棄權1票，以參加表決人數三分之二以上為可決，"
     "通過。決議：",
     true},
    {"113-1", "formal", COPY_PUBLIC, "同意3人", false},
    /* the lost quorum: in the internal copy alone */
    {"113-1", "formal", COPY_INTERNAL,
     "出(列)席人員：如簽到表法定人數：下午2時50分起出席4人（民間代表1人），"
     "未達法定人數；下午3時05分起出席5人，已達法定人數。",
     true},
    {"113-1", "formal", COPY_PUBLIC, "法定人數", false},
    {"112-1", "formal", COPY_INTERNAL, "法定人數", false}, /* never lost */
};

static void minutes__tell_the_vote_its_threshold_and_who_stayed_out(void **state)
{
    for (size_t i = 0; i < COUNT(paper_cases); i++) {
        struct office office;

        office_of_file(state, &office, VOTING, paper_cases[i].meeting);
        print_paper(&office, "minutes", paper_cases[i].style, paper_cases[i].copy, 76);
        squeeze(&office.out);
        if ((strstr(office.out.text, paper_cases[i].text) != NULL) != paper_cases[i].prints)
            print_error("%zu: %s\n%s\n", i, paper_cases[i].text, office.out.text);
        assert_int_equal(strstr(office.out.text, paper_cases[i].text) != NULL, paper_cases[i].prints);
        office_release(&office);
    }
}

/* A style of somebody's own: what it leaves out is as in the shipped ones. */
static const struct {
    const char *ini, *meeting, *text;
    bool prints;
} style_cases[] = {
    {"[quorum]\npublic = yes\nlost = \"{time}起{present}人\"\n", "113-1", "法定人數：下午2時50分起4人；",
     true},
    {"[section]\nrecused = \"\"\n", "112-1", "司徒", false},
    {"[vote]\nnames_for = \"\"\n", "112-1", "同意4人", false},
    {"[vote]\nnames_for = \"\"\n", "112-1", "棄權1人：尤委員澗", true},
    {"[vote]\nthreshold = \"\"\n", "112-1", "為可決", false},
};

static void what_is_told_of_it__is_the_styles(void **state)
{
    for (size_t i = 0; i < COUNT(style_cases); i++) {
        char path[512];
        struct office office;

        (void)snprintf(path, sizeof path, "%s", path_of(state, "own.ini"));
        write_file(path, style_cases[i].ini, strlen(style_cases[i].ini));
        office_of_file(state, &office, VOTING, style_cases[i].meeting);
        print_paper(&office, "minutes", path, COPY_PUBLIC, 76);
        squeeze(&office.out);
        if ((strstr(office.out.text, style_cases[i].text) != NULL) != style_cases[i].prints)
            print_error("%zu: %s\n%s\n", i, style_cases[i].text, office.out.text);
        assert_int_equal(strstr(office.out.text, style_cases[i].text) != NULL, style_cases[i].prints);
        office_release(&office);
    }
}

static void names__never_print__where_the_vote_was_not_by_name(void **state)
{
    static const int methods[] = {VOTE_HANDS, VOTE_SECRET, VOTE_CONSENT, UNKNOWN};

    for (size_t i = 0; i < COUNT(methods); i++) {
        struct office office;

        office_of_file(state, &office, VOTING, "112-1");
        item_of(&office, "d1")->vote.v[0].method = methods[i]; /* whatever a record may hold besides */
        print_paper(&office, "minutes", "formal", COPY_INTERNAL, 76);
        assert_null(strstr(office.out.text, "葉劉"));
        assert_null(strstr(office.out.text, "4人："));
        office_release(&office);
    }
}

/* ---- the desk ------------------------------------------------------------------------------------- */

static void a_ballot_of_one_who_is_recused__is_refused(void **state)
{
    struct office office;
    struct ballot ballots[2];
    struct vote wanted;
    struct item *item;
    struct err err = {0};

    office_of_file(state, &office, VOTING, "112-1");
    item = item_of(&office, "d1");
    for (size_t i = 0; i < COUNT(ballots); i++) {
        entity_defaults(&ballot_entity, &ballots[i]);
        ballots[i].member = i ? "m05" : "m01";
        ballots[i].vote = VOTE_FOR;
    }
    wanted = item->vote.v[0];
    wanted.ballots.v = ballots;
    wanted.ballots.n = 2;
    assert_int_equal(vote_save(office.db, &stamp, &office.s, item, &wanted, &err), STATUS_NO);
    assert_int_equal(err.code, CODE_BALLOT_RECUSED);
    assert_string_equal(err.arg[0], "司徒");
    assert_string_equal(err.arg[1], "浦");
    office_meeting(&office, "112-1");
    assert_int_equal(item_of(&office, "d1")->vote.v[0].ballots.n, 6); /* nothing was stored */
    wanted = item_of(&office, "d1")->vote.v[0];
    wanted.ballots.v = ballots;
    wanted.ballots.n = 1;
    assert_int_equal(vote_save(office.db, &stamp, &office.s, item_of(&office, "d1"), &wanted, &err),
                     STATUS_OK);
    office_release(&office);
}

static void recusal__is_counted_in_the_decisions_quorum__and_in_who_may_vote(void **state)
{
    static const struct {
        const char *recused[2];
        int present, civil, met, entitled;
    } cases[] = {
        {{NULL, NULL}, 7, 3, 1, 7},
        {{"m05", NULL}, 6, 2, 1, 6},
        {{"m05", "m02"}, 5, 1, 0, 5}, /* two civil members are needed */
        {{"m03", NULL}, 6, 3, 1, 6},  /* who sends somebody */
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct office office;
        struct named named[2];
        struct item wanted;
        struct err err = {0};
        const struct decision *d;
        size_t n = 0;

        office_of_file(state, &office, VOTING, "112-1");
        for (; n < 2 && cases[i].recused[n]; n++) {
            entity_defaults(&named_entity, &named[n]);
            named[n].person.member = cases[i].recused[n];
        }
        wanted = *item_of(&office, "d1");
        wanted.recused.v = named;
        wanted.recused.n = n;
        assert_int_equal(item_save(office.db, &stamp, &office.s, item_of(&office, "d1"), &wanted, &err),
                         STATUS_OK);
        office_meeting(&office, "112-1");
        assert_int_equal(item_of(&office, "d1")->decision.n, 1);
        d = &item_of(&office, "d1")->decision.v[0];
        assert_int_equal(d->present, cases[i].present);
        assert_int_equal(d->in_office, 7);
        assert_int_equal(d->civil, cases[i].civil);
        assert_int_equal(d->met, cases[i].met);
        assert_int_equal(
            vote_entitled(&office.s.meeting, office.s.rule, 14 * 60 + 40, item_of(&office, "d1")),
            cases[i].entitled);
        office_release(&office);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(minutes__tell_the_vote_its_threshold_and_who_stayed_out),
        scratch_test(what_is_told_of_it__is_the_styles),
        scratch_test(names__never_print__where_the_vote_was_not_by_name),
        scratch_test(a_ballot_of_one_who_is_recused__is_refused),
        scratch_test(recusal__is_counted_in_the_decisions_quorum__and_in_who_may_vote),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

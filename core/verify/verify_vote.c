/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The votes of one meeting: whether the figures add up, who voted, and whether they came to what was
 * recorded, by what the rule in force lays down.
 */
#include "core/calendar/date.h"
#include "core/meeting/vote.h"
#include "core/verify/verify_parts.h"

static int known(int n)
{
    return n == UNKNOWN ? 0 : n;
}

static bool has_figures(const struct vote *vote)
{
    return vote->votes_for != UNKNOWN || vote->against != UNKNOWN || vote->abstain != UNKNOWN;
}

/* "6+2+1/10": for, against, abstentions, of whom. */
static void add_figures(struct verifying *v, enum finding_kind kind, bool warning, const char *place,
                        const struct vote *vote, int voters)
{
    if (voters == UNKNOWN)
        verify_add(v, kind, warning, place, "%d+%d+%d", known(vote->votes_for), known(vote->against),
                   known(vote->abstain));
    else
        verify_add(v, kind, warning, place, "%d+%d+%d/%d", known(vote->votes_for), known(vote->against),
                   known(vote->abstain), voters);
}

/* When it was voted, as far as the decision tells; UNKNOWN. */
static int voted_at(const struct snapshot *s, const struct item *item)
{
    const struct decision *d = item_decision(item);
    int minutes;

    return quorum_recorded(&s->meeting) && d && d->at && time_parse_iso(d->at, &minutes) ? minutes : UNKNOWN;
}

/* 要點七: not more votes than members and delegates present; and they add up to those entitled. */
static void check_sum(struct verifying *v, const struct snapshot *s, const struct item *item,
                      const char *place)
{
    const struct vote *vote = &item->vote.v[0];
    const int cast = known(vote->votes_for) + known(vote->against) + known(vote->abstain),
              minutes = voted_at(s, item);
    int voters = vote->entitled;

    if (minutes != UNKNOWN && snapshot_quorum(s, minutes, item).doubt != DOUBT_KIND) {
        const int present = vote_entitled(&s->meeting, s->rule, minutes, item);

        if (voters == UNKNOWN || present < voters)
            voters = present;
    }
    if (voters != UNKNOWN && cast > voters)
        add_figures(v, FINDING_VOTES_TOO_MANY, false, place, vote, voters);
    else if (vote->abstain != UNKNOWN && vote_missing(vote) != 0)
        add_figures(v, FINDING_VOTES, true, place, vote, vote->entitled);
}

/* ---- by name ----------------------------------------------------------------------------------- */

/* MEMBER had no vote on ITEM: he was recused, or neither he nor a delegate who counts was there. */
static bool had_none(const struct snapshot *s, const struct item *item, const char *member, int minutes,
                     struct seat_presence *seats)
{
    const struct attendance *a = meeting_attendance(&s->meeting, member);
    const size_t n = s->meeting.composition.n;

    if (quorum_recused(item, member, a && !person_none(&a->delegate) ? &a->delegate : NULL))
        return true;
    if (minutes == UNKNOWN || !n)
        return false;
    quorum_seats(&s->meeting, minutes, item, seats);
    for (size_t i = 0; i < n; i++)
        if (s->meeting.composition.v[i].member == meeting_seat(&s->meeting, member)->member)
            return !vote_may(s->rule, seats, n, i);
    return false;
}

static void check_ballots(struct verifying *v, const struct snapshot *s, const struct item *item,
                          const char *place)
{
    const struct vote *vote = &item->vote.v[0];
    struct seat_presence *seats = arena_take(v->arena, (s->meeting.composition.n + 1) * sizeof *seats);

    if (!seats) {
        v->failed = true;
        return;
    }
    for (size_t i = 0; i < vote->ballots.n; i++) {
        const char *key = vote->ballots.v[i].member;
        const struct member *member = member_find(&s->members, key);
        const bool seated = meeting_seat(&s->meeting, key) != NULL;

        if (!seated || had_none(s, item, key, voted_at(s, item), seats))
            verify_add(v, FINDING_BALLOT, false, place, "%s%s", member ? member->surname : key,
                       member && member->given ? member->given : "");
    }
}

/* ---- what it came to --------------------------------------------------------------------------- */

static void check_result(struct verifying *v, const struct snapshot *s, const struct item *item,
                         const char *place)
{
    const struct vote *vote = &item->vote.v[0];
    const struct threshold rule = rule_threshold(s->rule), own = vote_threshold(vote);
    const int outcome = vote_outcome(vote, s->rule);

    if (threshold_known(&rule) && threshold_known(&own) && !threshold_same(&rule, &own))
        verify_add(v, FINDING_VOTE_RULE, false, place, NULL);
    if (!threshold_known(&rule) && !threshold_known(&own) && outcome == UNKNOWN && vote->entitled != UNKNOWN)
        add_figures(v, FINDING_VOTE_OPEN, true, place, vote, vote->entitled);
    if (vote->result != UNKNOWN && outcome != UNKNOWN && vote->result != outcome)
        add_figures(v, FINDING_VOTE_RESULT, false, place, vote, vote->entitled);
    if (vote->casting != UNKNOWN && (!vote_is_tied(vote) || (s->rule && s->rule->vote_casting == 0)))
        add_figures(v, FINDING_VOTE_CASTING, false, place, vote, vote->entitled);
}

void verify_vote(struct verifying *v, const struct snapshot *s, const struct item *item)
{
    const char *place = verify_item_place(v, &s->meeting, item);

    check_ballots(v, s, item, place);
    if (!has_figures(&item->vote.v[0]))
        return;
    check_sum(v, s, item, place);
    check_result(v, s, item, place);
}

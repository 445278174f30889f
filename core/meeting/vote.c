/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting votes, and what they come to. Knows neither SQL nor the words of a result.
 */
#include "core/meeting/vote.h"

/* ---- by what a vote is carried ------------------------------------------------------------------- */

static const struct threshold no_threshold = {UNKNOWN, {0, 0}, UNKNOWN};

const struct threshold vote_readings[VOTE_READINGS] = {
    {OF_CAST, {1, 2}, COMPARE_MORE},    /* 參加表決之多數 */
    {OF_VOTING, {1, 2}, COMPARE_MORE},  /* 參加表決者過半數 */
    {OF_PRESENT, {1, 2}, COMPARE_MORE}, /* 出席過半數 */
};

bool threshold_known(const struct threshold *threshold)
{
    return threshold->of != UNKNOWN && threshold->share.den > 0 && threshold->comparison != UNKNOWN;
}

/* 2/4 is 1/2. */
bool threshold_same(const struct threshold *a, const struct threshold *b)
{
    return a->of == b->of && a->comparison == b->comparison &&
           (long)a->share.num * b->share.den == (long)b->share.num * a->share.den;
}

struct threshold rule_threshold(const struct rule *rule)
{
    const struct threshold whole =
        rule ? (struct threshold){rule->vote_of, rule->vote_share, rule->vote_comparison} : no_threshold;

    return threshold_known(&whole) ? whole : no_threshold;
}

struct threshold vote_threshold(const struct vote *vote)
{
    struct threshold own = {vote->of, vote->share, vote->comparison};

    if (own.of == UNKNOWN && own.share.den > 0)
        own.of = OF_CAST;
    if (own.comparison == UNKNOWN && own.share.den > 0)
        own.comparison = COMPARE_MORE;
    return threshold_known(&own) ? own : no_threshold;
}

void vote_set_threshold(struct vote *vote, const struct threshold *threshold)
{
    vote->of = threshold->of;
    vote->share = threshold->share;
    vote->comparison = threshold->comparison;
}

struct threshold vote_applied(const struct vote *vote, const struct rule *rule)
{
    const struct threshold own = vote_threshold(vote);

    return threshold_known(&own) ? own : rule_threshold(rule);
}

/* ---- who votes ------------------------------------------------------------------------------------- */

/* The convener votes, also where he is not one of those counted for the quorum. */
static const struct rule *with_convener(const struct rule *rule, struct rule *copy)
{
    if (!rule)
        return NULL;
    *copy = *rule;
    copy->convener_counts = 1;
    return copy;
}

int vote_entitled(const struct meeting *meeting, const struct rule *rule, int minutes,
                  const struct item *item)
{
    struct rule copy;

    return quorum_at(meeting, with_convener(rule, &copy), minutes, item).present;
}

bool vote_may(const struct rule *rule, const struct seat_presence *seats, size_t n, size_t i)
{
    struct rule copy;

    return quorum_counts(with_convener(rule, &copy), seats, n, i);
}

void vote_count(struct vote *vote)
{
    int counts[VOTE_ABSTAIN + 1] = {0};

    if (!vote->ballots.n)
        return;
    for (size_t i = 0; i < vote->ballots.n; i++)
        if (vote->ballots.v[i].vote >= VOTE_FOR && vote->ballots.v[i].vote <= VOTE_ABSTAIN)
            counts[vote->ballots.v[i].vote]++;
    vote->votes_for = counts[VOTE_FOR];
    vote->against = counts[VOTE_AGAINST];
    vote->abstain = counts[VOTE_ABSTAIN];
}

/* ---- what it came to ------------------------------------------------------------------------------- */

static int known(int figure)
{
    return figure == UNKNOWN ? 0 : figure;
}

static bool is_counted(const struct vote *vote)
{
    return vote->method != VOTE_CONSENT && vote->votes_for != UNKNOWN && vote->against != UNKNOWN;
}

bool vote_is_tied(const struct vote *vote)
{
    return is_counted(vote) && vote->votes_for == vote->against;
}

int vote_missing(const struct vote *vote)
{
    int missing;

    if (!is_counted(vote) || vote->entitled == UNKNOWN)
        return 0;
    missing = vote->entitled - vote->votes_for - vote->against - known(vote->abstain);
    return missing > 0 && vote_is_tied(vote) && vote->casting != UNKNOWN ? missing - 1 : missing;
}

/* How many the share is of; UNKNOWN: the figures do not tell. */
static int base_of(const struct vote *vote, int of)
{
    if (of == OF_PRESENT)
        return vote->entitled;
    if (of == OF_VOTING && vote->abstain == UNKNOWN)
        return UNKNOWN;
    return vote->votes_for + vote->against + (of == OF_VOTING ? vote->abstain : 0);
}

int vote_outcome_by(const struct vote *vote, const struct threshold *threshold)
{
    const bool half = 2L * threshold->share.num == threshold->share.den;
    long have, need;
    int base;

    if (vote->method == VOTE_CONSENT)
        return RESULT_CARRIED;
    if (!is_counted(vote) || !threshold_known(threshold))
        return UNKNOWN;
    base = base_of(vote, threshold->of);
    if (base == UNKNOWN)
        return UNKNOWN;
    if (half && vote_is_tied(vote)) {
        if (vote->casting == VOTE_FOR)
            return RESULT_CARRIED;
        return vote->casting == VOTE_AGAINST ? RESULT_REJECTED : RESULT_TIED;
    }
    have = (long)vote->votes_for * threshold->share.den;
    need = (long)threshold->share.num * base;
    if (vote->votes_for > 0 && (threshold->comparison == COMPARE_AT_LEAST ? have >= need : have > need))
        return RESULT_CARRIED;
    return RESULT_REJECTED;
}

int vote_outcome(const struct vote *vote, const struct rule *rule)
{
    const struct threshold applied = vote_applied(vote, rule);
    int outcome, other;

    if (threshold_known(&applied) || vote->method == VOTE_CONSENT)
        return vote_outcome_by(vote, &applied);
    outcome = vote_outcome_by(vote, &vote_readings[0]);
    for (int i = 1; i < VOTE_READINGS; i++) {
        other = vote_outcome_by(vote, &vote_readings[i]);
        if (other == UNKNOWN && vote_readings[i].of == OF_VOTING)
            continue; /* abstentions not known: it lies between the other two */
        if (other != outcome)
            return UNKNOWN;
    }
    return outcome;
}

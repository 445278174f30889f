/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting votes.
 */
#include "core/meeting/vote.h"

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

static int known(int figure)
{
    return figure == UNKNOWN ? 0 : figure;
}

int vote_missing(const struct vote *vote)
{
    if (vote->method == VOTE_CONSENT || vote->entitled == UNKNOWN || vote->votes_for == UNKNOWN ||
        vote->against == UNKNOWN)
        return 0;
    return vote->entitled - vote->votes_for - vote->against - known(vote->abstain);
}

int vote_outcome(const struct vote *vote)
{
    const struct share share = vote->share.den > 0 ? vote->share : (struct share){1, 2};
    long have, need;

    if (vote->method == VOTE_CONSENT)
        return RESULT_CARRIED;
    if (vote->votes_for == UNKNOWN || vote->against == UNKNOWN ||
        (vote->of == OF_PRESENT && vote->entitled == UNKNOWN))
        return UNKNOWN;
    if (vote->votes_for == vote->against && vote->of != OF_PRESENT) {
        if (vote->casting == VOTE_FOR)
            return RESULT_CARRIED;
        return vote->casting == VOTE_AGAINST ? RESULT_REJECTED : RESULT_TIED;
    }
    have = (long)vote->votes_for * share.den;
    need = (long)share.num * (vote->of == OF_PRESENT ? vote->entitled : vote->votes_for + vote->against);
    if (vote->comparison == COMPARE_AT_LEAST)
        return have >= need ? RESULT_CARRIED : RESULT_REJECTED;
    return have > need ? RESULT_CARRIED : RESULT_REJECTED;
}

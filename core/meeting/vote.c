/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting votes.
 */
#include "core/meeting/vote.h"

#include "core/meeting/quorum.h"

int vote_entitled(const struct meeting *meeting, const struct rule *rule, int minutes,
                  const struct item *item)
{
    struct rule with_convener;

    if (!rule)
        return quorum_at(meeting, rule, minutes, item).present;
    with_convener = *rule;
    with_convener.convener_counts = 1;
    return quorum_at(meeting, &with_convener, minutes, item).present;
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a vote came to: pure functions over its figures. By what it is carried is the rule's to say, or the
 * secretary's; nothing here assumes it.
 */
#ifndef YISHI_MEETING_VOTE_H
#define YISHI_MEETING_VOTE_H

#include "core/committee/committee.h"
#include "core/meeting/quorum.h"

/* By what a vote is carried: "more than 1/2 of those present". OF UNKNOWN: nothing is laid down. */
struct threshold {
    int of; /* enum vote_of */
    struct share share;
    int comparison; /* enum comparison */
};

/* The usual readings of 多數 and 過半數 where no rule tells which is meant: more than half of those for and
 * against, of those voting with the abstentions, of those present. */
enum { VOTE_READINGS = 3 };
extern const struct threshold vote_readings[VOTE_READINGS];

bool threshold_known(const struct threshold *threshold);
bool threshold_same(const struct threshold *a, const struct threshold *b);
/* What RULE (may be NULL) lays down; a part of it alone is nothing. */
struct threshold rule_threshold(const struct rule *rule);
/* What was recorded with the vote; a share without a base is of those for and against. */
struct threshold vote_threshold(const struct vote *vote);
void vote_set_threshold(struct vote *vote, const struct threshold *threshold);
/* The vote's own, else the rule's. */
struct threshold vote_applied(const struct vote *vote, const struct rule *rule);

/* How many may vote on ITEM at MINUTES since the midnight of the meeting's first day: the members present and
 * the delegates that count, the convener among them, without those recused. */
int vote_entitled(const struct meeting *meeting, const struct rule *rule, int minutes,
                  const struct item *item);
/* Seat I may vote: one of those that vote_entitled counts. SEATS as quorum_seats fills them. */
bool vote_may(const struct rule *rule, const struct seat_presence *seats, size_t n, size_t i);
/* The figures from the ballots by name; those without a vote are not counted. Without any ballot the figures
 * stay. */
void vote_count(struct vote *vote);
/* Those entitled less the votes that are known; 0 where the figures add up or too little is known; negative:
 * more votes than voters. The chair's vote at a tie stands in no figure: it is one of those that lack. */
int vote_missing(const struct vote *vote);
/* As many for it as against it. */
bool vote_is_tied(const struct vote *vote);

/* enum vote_result by THRESHOLD; UNKNOWN while the figures do not tell. Unanimous consent is carried
 * (會議規範五十六). An equal number for and against is decided by the chair's vote if he gave one, and is a
 * tie otherwise, unless more than a majority is asked for. */
int vote_outcome_by(const struct vote *vote, const struct threshold *threshold);
/* By what was recorded with it, else by RULE (may be NULL), else what all usual readings agree on; UNKNOWN
 * where they do not. */
int vote_outcome(const struct vote *vote, const struct rule *rule);

#endif

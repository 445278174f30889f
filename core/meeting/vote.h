/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a vote came to: pure functions over its figures.
 */
#ifndef YISHI_MEETING_VOTE_H
#define YISHI_MEETING_VOTE_H

#include "core/meeting/quorum.h"

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
 * more votes than voters. */
int vote_missing(const struct vote *vote);
/* enum vote_result; UNKNOWN while the figures do not tell. Unanimous consent is carried (會議規範五十六).
 * Else the votes for must reach the share (1/2, more than, where none is laid down) of those cast for or
 * against, or of those entitled where it is OF_PRESENT. An equal number for and against is decided by the
 * chair's vote, if he gave one. */
int vote_outcome(const struct vote *vote);

#endif

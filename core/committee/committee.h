/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A committee, the rules in force for it, and what stands on every agenda.
 */
#ifndef YISHI_COMMITTEE_COMMITTEE_H
#define YISHI_COMMITTEE_COMMITTEE_H

#include "core/base/model.h"

enum comparison { COMPARE_AT_LEAST, COMPARE_MORE }; /* >= and > */
/* What the votes for are a share of: those for and against; the same with the abstentions; all present who
 * may vote. */
enum vote_of { OF_CAST, OF_VOTING, OF_PRESENT };
enum section {
    SECTION_OPENING,
    SECTION_TRACKING,
    SECTION_REPORT,
    SECTION_DISCUSSION,
    SECTION_MOTION,
    SECTION_CONCLUSION,
    SECTION_CLOSING,
    SECTION_COUNT
};
extern const struct choices comparison_choices, vote_of_choices, section_choices;

/* Rules in force from a date. Figures are UNKNOWN, shares have den 0, where nothing is laid down. */
struct rule {
    struct row row;
    const char *from; /* NULL = from the beginning */
    int quorum_numerator, quorum_denominator;
    int quorum_comparison;
    int civil_min; /* civil representatives present in person */
    int members_min;
    int convener_counts; /* among the members in office */
    struct share civil_share, gender_share;
    int meetings_per_year;
    int materials_workdays, draft_workdays, publish_workdays;
    int vote_of; /* by what votes are carried: 設置要點 lays down nothing */
    struct share vote_share;
    int vote_comparison;
    int vote_casting;  /* at a tie the chair decides by his vote; UNKNOWN: nothing is laid down */
    int seconders_min; /* of a motion from the floor */
};

/* What stands on every agenda (要點十). */
struct standing {
    struct row row;
    int section;
    const char *topic; /* "inventory", ... */
    const char *title, *unit;
};

struct committee {
    struct row row;
    const char *key; /* mowd-opendata */
    const char *name, *agency;
    const char *self;        /* how the agency speaks of itself: 本部 */
    const char *secretariat; /* the unit that runs the meetings */
    const char *paper;       /* its paper style */
    LIST_OF(struct rule) rules;
    LIST_OF(struct standing) standing;
};

extern const struct entity committee_entity, rule_entity, standing_entity;

/* The preset: 設置要點 as in force since 112-11-27, and 運作指引 for the working days. */
void rule_preset(struct rule *rule);
/* The rules in force on DATE (ISO; NULL = the latest); NULL when there are none. */
const struct rule *rule_at(const struct committee *committee, const char *date);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying: the database as a file, its data, and whether the procedure was kept. It names, and never
 * judges what is the committee's to judge.
 */
#ifndef YISHI_CYCLE_VERIFY_H
#define YISHI_CYCLE_VERIFY_H

#include "core/cycle/snapshot.h"
#include "core/calendar/workday.h"

enum finding_kind {
    FINDING_DATABASE,        /* the file: WHAT SQLite says */
    FINDING_NUMBER_GAP,      /* PLACE: number missing before it */
    FINDING_NO_QUORUM_OPEN,  /* PLACE: opened without a quorum (要點四(三)) */
    FINDING_NO_QUORUM_DECISION, /* PLACE: decided without a quorum */
    FINDING_QUORUM_DIFFERS,  /* PLACE: the stored quorum WHAT is not what the attendance gives */
    FINDING_MEMBERS_FEW,     /* PLACE: WHAT members, fewer than laid down (要點三(二)) */
    FINDING_CIVIL_SHARE,     /* PLACE: civil WHAT, below the share (要點三(二)) */
    FINDING_GENDER_SHARE,    /* PLACE: WHAT, below the share (為原則): a warning */
    FINDING_CIVIL_DELEGATE,  /* PLACE: a civil member's delegate, who does not count (要點七) */
    FINDING_ACTING_CHAIR,    /* PLACE: the acting chair is no member (要點四(二)) */
    FINDING_VOTES,           /* PLACE: the votes WHAT do not add up to those entitled */
    FINDING_VOTES_TOO_MANY,  /* PLACE: more votes than voters */
    FINDING_YEAR,            /* PLACE: the number's year is not the meeting's: WHAT */
    FINDING_MATERIALS_LATE,  /* PLACE: sent on WHAT (議事規則 / 指引肆二) */
    FINDING_DRAFT_LATE,
    FINDING_PUBLISH_LATE,
    FINDING_TRACK_MISSING,   /* PLACE: open tracked decision WHAT was not gone through */
    FINDING_TRACK_CLOSED,    /* PLACE: tracked decision WHAT was gone through after it was closed: a warning */
    FINDING_MEETINGS_FEW,    /* PLACE (a year): WHAT meetings (要點四(一) 為原則): a warning */
    FINDING_NO_TEXT,         /* PLACE: a statement without text (要點十二): a warning */
    FINDING_RULE_MISSING,    /* PLACE: no rules in force */
    FINDING_COUNT
};

struct finding {
    enum finding_kind kind;
    bool warning;
    const char *place; /* "112-1", "112-1 i3" */
    const char *what;
};
struct findings {
    struct finding *v;
    size_t n, warnings;
};

/* Verify the database and every meeting of the committee (0 = all committees). */
enum status verify_all(struct db *db, int64_t committee_id, const struct office_calendar *calendar, const char *today,
                       struct arena *arena, struct findings *out, struct err *err);

#endif

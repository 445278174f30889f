/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying: the database as a file, its data, and whether the procedure was kept. It names, and never
 * judges what is the committee's to judge.
 */
#ifndef YISHI_VERIFY_VERIFY_H
#define YISHI_VERIFY_VERIFY_H

#include "core/calendar/workday.h"
#include "core/cycle/snapshot.h"

enum finding_kind {
    FINDING_DATABASE,       /* the file: WHAT SQLite says */
    FINDING_NUMBER_GAP,     /* PLACE: the number WHAT is missing before it */
    FINDING_NO_QUORUM_OPEN, /* PLACE: opened without a quorum, WHAT "4/5, 1/3": present/needed, civil/needed
                               (要點四(三)) */
    FINDING_NO_QUORUM_DECISION, /* PLACE: decided without a quorum, WHAT the same; present/in office where
                                   what is needed is not known */
    FINDING_QUORUM_DIFFERS, /* PLACE: the stored quorum is not what the attendance gives, WHAT "9/10, 3 ≠
                               4/10, 1" */
    FINDING_QUORUM_LOST, /* PLACE: without a quorum WHAT "15:10–15:30 5/6, 2/3" while it was on; "15:10– …":
                            until its end. A warning: what was decided then is named besides */
    FINDING_MEMBERS_FEW,    /* PLACE: WHAT members, fewer than laid down (要點三(二)) */
    FINDING_CIVIL_SHARE,    /* PLACE: civil WHAT "3/12 (25.0%)", below the share (要點三(二)) */
    FINDING_GENDER_SHARE,   /* PLACE: WHAT, of GENDER, below the share (為原則): a warning */
    FINDING_CIVIL_DELEGATE, /* PLACE: a delegate of the civil member WHAT, who does not count (要點七) */
    FINDING_ACTING_CHAIR,   /* PLACE: the acting chair WHAT is no member (要點四(二)) */
    FINDING_VOTES,          /* PLACE: the votes WHAT "6+2+1/10" do not add up to those entitled: a warning */
    FINDING_VOTES_TOO_MANY, /* PLACE: more votes than voters, WHAT the same */
    FINDING_VOTE_RESULT,    /* PLACE: by the figures WHAT the result is another than was recorded */
    FINDING_VOTE_RULE,      /* PLACE: counted by another threshold than the rule in force lays down */
    FINDING_VOTE_OPEN,    /* PLACE: by what WHAT is carried is laid down nowhere, and it matters: a warning */
    FINDING_VOTE_CASTING, /* PLACE: the chair's vote at WHAT, where there is no tie or the rule has none */
    FINDING_BALLOT,       /* PLACE: a vote by WHAT, who is recused, or was not there */
    FINDING_YEAR,         /* PLACE: the number's year is not that of the meeting's day WHAT */
    FINDING_MATERIALS_LATE, /* PLACE: sent on WHAT (指引肆二) */
    FINDING_DRAFT_LATE, /* PLACE: the draft sent on WHAT; "" = still to be sent (指引陸一, 為原則: a warning)
                         */
    FINDING_PUBLISH_LATE,  /* PLACE: published on WHAT; "" = still to be (指引陸一) */
    FINDING_TRACK_MISSING, /* PLACE: open tracked decision WHAT was not gone through */
    FINDING_TRACK_CLOSED,  /* PLACE: tracked decision WHAT was gone through after it was closed: a warning */
    FINDING_MEETINGS_FEW,  /* PLACE (a year): WHAT meetings (要點四(一) 為原則): a warning */
    FINDING_NO_TEXT,       /* PLACE: a statement without text (要點十二): a warning */
    FINDING_RULE_MISSING,  /* PLACE: no rules in force */
    FINDING_DATA,          /* table PLACE: WHAT rows belong to nothing */
    FINDING_CONVENER,      /* PLACE: WHAT conveners, where there is one (要點三(二)) */
    FINDING_DAY_OFF,       /* PLACE: held on WHAT, a day off: a warning */
    FINDING_SEAL,          /* the journal: change set PLACE is not what was sealed (WHAT: its time) */
    FINDING_SEAL_MISSING,  /* the journal: change set PLACE has no seal */
    FINDING_JOURNAL_HOLE,  /* the journal: entry PLACE was removed */
    FINDING_JOURNAL_DIFFERS, /* column PLACE ("item.title") of row WHAT is not what the journal says last */
    FINDING_UNSEALED,        /* table PLACE: WHAT entries by another tool: a warning */
    FINDING_KEPT_PAPER,      /* PLACE: the kept version WHAT is not what was kept */
    FINDING_PAPER_DIFFERS, /* PLACE: confirmed on WHAT, and its content prints another paper now: a warning */
    FINDING_MERGE_NOBODY,  /* PLACE: goes with WHAT, which is no item of the meeting, nor tracked */
    FINDING_MERGE_CIRCLE,  /* PLACE: goes with WHAT, which leads back to it */
    FINDING_MERGE_UNDECIDED, /* PLACE: decided together with WHAT, which has no decision */
    FINDING_SECONDERS,       /* PLACE: a motion that WHAT "1/2" second, of those needed */
    FINDING_TRACK_CIRCLE,    /* tracked decision PLACE goes on as WHAT, which leads back to it */
    FINDING_COUNT
};

struct finding {
    enum finding_kind kind;
    bool warning;
    const char *place; /* "112-1", "112-1 i3" */
    const char *what;
    const char *clause; /* FINDING_NO_QUORUM_*, _QUORUM_LOST: of the rule in force; NULL: a figure of the
                           committee's own */
    int gender;         /* FINDING_GENDER_SHARE: whose share; else UNKNOWN */
};
struct findings {
    struct finding *v;
    size_t n, warnings;
};

/* Verify the database and every meeting of the committee (0 = all committees; then, where there are several,
 * places begin with the committee's key). STATUS_OK whatever is found. */
enum status verify_all(struct db *db, int64_t committee_id, const struct office_calendar *calendar,
                       const char *today, struct arena *arena, struct findings *out, struct err *err);

#endif

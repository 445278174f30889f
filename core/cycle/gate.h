/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands against a step: every reason at once, each with its place. What the secretariat sends or
 * confirms has a gate; what the chair does never has.
 */
#ifndef YISHI_CYCLE_GATE_H
#define YISHI_CYCLE_GATE_H

#include "core/calendar/workday.h"
#include "core/cycle/snapshot.h"

enum gate {
    GATE_SEND,    /* agenda and papers to the members */
    GATE_APPROVE, /* the minutes to the chair */
    GATE_DRAFT,   /* the draft to the members */
    GATE_CONFIRM,
    GATE_PUBLISH
};

enum reason_kind {
    REASON_NO_DATE, /* the meeting has no date */
    REASON_NO_PLACE,
    REASON_NO_CHAIR,
    REASON_NO_RECORDER,
    REASON_NO_ITEMS,          /* no report or discussion item */
    REASON_NO_TITLE,          /* item: has no title */
    REASON_TOO_LATE,          /* the last day in time, WHAT (ISO), is over: a warning */
    REASON_NO_MATERIALS_SENT, /* the agenda was never sent: a warning */
    REASON_NOT_OPENED,
    REASON_NOT_ADJOURNED,
    REASON_NO_ATTENDANCE,
    REASON_NO_DECISION,     /* item */
    REASON_PENDING_SPEAKER, /* item: a statement without its speaker */
    REASON_EMPTY_STATEMENT, /* item: a statement without text */
    REASON_NO_RULING,       /* tracked decision: no ruling in this meeting */
    REASON_NOT_APPROVED,
    REASON_DRAFT_NOT_SENT, /* for publishing a warning: its fourteen days do not wait */
    REASON_NO_QUORUM,      /* item: decided without quorum: a warning */
    REASON_QUORUM_UNKNOWN, /* a warning */
    REASON_COUNT
};

/* Where a reason leads. */
enum place_kind {
    PLACE_PREPARE,
    PLACE_ITEM,
    PLACE_TRACKING,
    PLACE_ATTENDANCE,
    PLACE_SESSION,
    PLACE_MINUTES,
    PLACE_PUBLISH
};

struct reason {
    enum reason_kind kind;
    bool warning; /* does not bar the step */
    enum place_kind place;
    int64_t item_id;        /* PLACE_ITEM, PLACE_SESSION; 0 = the agenda or session as a whole */
    int64_t statement_id;   /* PLACE_SESSION: the statement that it is about; 0 = none */
    const char *resolution; /* PLACE_TRACKING: its number */
    const char *what;       /* a title, a figure: what the sentence names; in the arena */
};
struct reasons {
    struct reason *v;
    size_t n;
    size_t barring; /* how many are no mere warnings */
};

/* All reasons, in the order of the meeting's steps. TODAY is ISO. */
enum status gate_reasons(const struct snapshot *s, enum gate gate, const struct office_calendar *calendar,
                         const char *today, struct arena *arena, struct reasons *out, struct err *err);

#endif

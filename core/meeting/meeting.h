/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting: when, where, who, its milestones and its items. The structs of a whole meeting as it
 * is loaded at once; what an item holds is in item.h.
 */
#ifndef YISHI_MEETING_MEETING_H
#define YISHI_MEETING_MEETING_H

#include "core/base/model.h"
#include "core/committee/committee.h"
#include "core/committee/member.h"
#include "core/committee/person.h"
#include "core/meeting/item.h"

enum meeting_kind { MEETING_REGULAR, MEETING_EXTRAORDINARY };
enum outcome { OUTCOME_HELD, OUTCOME_TALK, OUTCOME_FELL, OUTCOME_CANCELLED, OUTCOME_POSTPONED };
enum meeting_mode { MODE_ROOM, MODE_ONLINE, MODE_MIXED };
enum step {
    STEP_SENT,
    STEP_OPENED,
    STEP_ADJOURNED,
    STEP_APPROVED,
    STEP_DRAFT_SENT,
    STEP_CONFIRMED,
    STEP_PUBLISHED,
    STEP_REPORTED,
    STEP_POSTPONED,
    STEP_CANCELLED
};
enum presence { PRESENCE_PRESENT, PRESENCE_DELEGATE, PRESENCE_LEAVE, PRESENCE_ABSENT };
extern const struct choices meeting_kind_choices, outcome_choices, meeting_mode_choices, step_choices,
    presence_choices;

/* A dated fact of the meeting's cycle. */
struct milestone {
    struct row row;
    int step;
    const char *date, *by, *ref, *remark; /* ref: the letter's number */
};

/* Who was a member at the meeting, in which capacity and order. Frozen when it opens. */
struct seat {
    struct row row;
    const char *member;
    int seat; /* the number on the table */
    int role, kind;
    const char *title, *unit;
    const char *surname, *given; /* as it stands in confirmed minutes; NULL: as it is now */
};

struct stay {
    struct row row;
    const char *in, *out; /* HH:MM; NULL = from the start, to the end */
    struct person delegate;
};

struct attendance {
    struct row row;
    const char *member;
    int status; /* UNKNOWN: only a reply so far */
    struct person delegate;
    int reply;
    bool online;
    int disclosure; /* declared for the whole meeting; UNKNOWN = none */
    LIST_OF(struct stay) stays;
};

struct observer {
    struct row row;
    struct person person;
    const char *for_member; /* a civil member's stand-in */
};

struct meeting {
    struct row row;
    const char *key; /* 112-2; an extraordinary one 112-e1 */
    int kind;
    const char *title;       /* only where the name is not the usual one */
    const char *start, *end; /* 2023-05-24T14:00; an end past midnight has the next day's date */
    const char *opened;      /* HH:MM, when it really opened; NULL = as planned */
    const char *place;
    int mode, outcome;
    struct person chair, acting, recorder;
    bool attendance_none; /* attendance was recorded, and nobody came */
    LIST_OF(struct milestone) milestones;
    LIST_OF(struct seat) composition;
    LIST_OF(struct attendance) attendance;
    LIST_OF(struct observer) observers;
    LIST_OF(struct item) items;
    LIST_OF(struct grid) annexes;
};
struct meetings {
    struct meeting *v;
    size_t n;
};

extern const struct entity meeting_entity, milestone_entity, seat_entity, attendance_entity, stay_entity,
    observer_entity;

/* The last milestone of this step; NULL when it has not happened. */
const struct milestone *meeting_milestone(const struct meeting *meeting, enum step step);
const struct attendance *meeting_attendance(const struct meeting *meeting, const char *member);
const struct seat *meeting_seat(const struct meeting *meeting, const char *member);
const struct item *meeting_item(const struct meeting *meeting, const char *key);
const struct item *meeting_item_by_id(const struct meeting *meeting, int64_t id);

/* The items in the order of their sections, as an agenda is read; within a section they stay as they are. To
 * be called when a meeting was loaded: who adds an item stores it behind all others. */
void meeting_arrange(struct meeting *meeting);

/* The parts of a meeting's key: ROC year, number, extraordinary. false: not a meeting's key. */
bool meeting_key_parse(const char *key, int *roc_year, int *number, bool *extraordinary);

#endif

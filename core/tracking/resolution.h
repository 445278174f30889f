/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tracked decision (列管): a fixed head, and a round per meeting that only grows. What the unit
 * recommends and what the committee rules are two things.
 */
#ifndef YISHI_TRACKING_RESOLUTION_H
#define YISHI_TRACKING_RESOLUTION_H

#include "core/base/model.h"
#include "core/meeting/item.h"

enum ruling {
    RULING_RELEASE,
    RULING_CONTINUE,
    RULING_SELF,
    RULING_MERGE,
    RULING_AGAIN, /* tracked again, under the same number */
    RULING_SPLIT, /* split into several, which name it in `after` */
    RULINGS
};
extern const struct choices ruling_choices;

/* A responsible unit. */
struct unit {
    struct row row;
    const char *name;
};

/* One unit's own report. */
struct report {
    struct row row;
    const char *unit, *on;
    struct outline progress;
    int recommendation;
};

struct round {
    struct row row;
    const char *meeting;                     /* a meeting's key, which may not be in the data */
    const char *meeting_text, *meeting_date; /* a meeting older than the database */
    LIST_OF(struct report) reports;
    struct outline progress; /* the consolidated text */
    int recommendation;
    const char *proposed_into; /* recommended to be merged into this tracked decision */
    int ruling;
    const char *into; /* merged into this tracked decision */
    struct outline ruling_text;
    const char *due; /* a new date */
    const char *remark;
    const char *letter, *letter_date; /* 字號 and 發文日期 of the letter that reported it */
    LIST_OF(struct grid) tables;
    LIST_OF(struct attachment) attachments; /* rows of round_attachment_entity */
};

struct resolution {
    struct row row;
    const char *key;                          /* 111-2-03 */
    const char *meeting, *item, *point, *ref; /* the decision's point it comes from; ref: the frozen label */
    const char *source_text, *source_date;    /* or a source older than the database */
    struct outline instruction;
    LIST_OF(struct unit) units, assisting; /* 主辦, 協辦 */
    const char *due;
    const char *after; /* takes up this one, which was released, again; or is a part of it */
    LIST_OF(struct round) rounds;
};
struct resolutions {
    struct resolution *v;
    size_t n;
};

extern const struct entity resolution_entity, round_entity, report_entity, unit_entity,
    round_attachment_entity;

/* The tracked decision with this key; NULL when there is none. */
const struct resolution *resolution_find(const struct resolutions *resolutions, const char *key);
/* After RULING it is not tracked any more: release, self, merge, split. */
bool ruling_closes(int ruling);
/* The last ruling; UNKNOWN: none yet. Open = it does not close. */
int resolution_ruling(const struct resolution *resolution);
bool resolution_open(const struct resolution *resolution);
/* The round of this meeting (its key); NULL when there is none yet. */
const struct round *resolution_round(const struct resolution *resolution, const char *meeting);
/* The due date in force: the last round's new one, else the head's; NULL = none. */
const char *resolution_due(const struct resolution *resolution);
/* Overdue: open, and due before DATE (ISO). The due day itself is in time. */
bool resolution_overdue(const struct resolution *resolution, const char *date);
bool resolution_has_unit(const struct resolution *resolution, const char *unit);

#endif

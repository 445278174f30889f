/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of verifying share. For core/verify/verify*.c alone.
 */
#ifndef YISHI_VERIFY_VERIFY_PARTS_H
#define YISHI_VERIFY_VERIFY_PARTS_H

#include "core/verify/verify.h"

struct verifying {
    struct arena *arena;
    const struct office_calendar *calendar;
    const char *today;  /* ISO */
    const char *prefix; /* before every place: "KEY:" or "" */
    struct finding *v;
    size_t n, room;
    bool failed; /* out of memory; asked once at the end */
};

/* All of a committee, as it is loaded. */
struct verified {
    struct committee committee;
    struct members members;
    struct meetings meetings;
    struct resolutions resolutions;
};

/* A finding at PLACE. WHAT (a format of some words) may be NULL. NULL: out of memory. */
struct finding *verify_add(struct verifying *v, enum finding_kind kind, bool warning, const char *place,
                           const char *what, ...) __attribute__((format(printf, 5, 6)));
/* "112-1 i3", or its place in the list where it has no key; in the arena. */
const char *verify_item_place(struct verifying *v, const struct meeting *meeting, const struct item *item);

/* It was held: neither fell nor was it cancelled, put off, or an informal talk. Still to come: not held. */
bool verify_was_held(const struct meeting *meeting);
/* The day of the meeting, ISO in OUT; "": not known. */
void verify_day(const struct meeting *meeting, char out[11]);

/* The data behind the rows: what belongs to nothing (verify_data.c). */
enum status verify_data(struct verifying *v, struct db *db, struct err *err);
/* The journal of changes and its seals (verify_journal.c). */
enum status verify_journal(struct verifying *v, struct db *db, struct err *err);
/* The papers kept of a meeting (verify_papers.c). */
enum status verify_papers(struct verifying *v, struct db *db, const struct meeting *meeting, struct err *err);
/* One meeting: its number, composition, chair, quorum, votes, statements, dates (verify_procedure.c). */
void verify_meeting(struct verifying *v, const struct snapshot *s);
/* Items that go with another (verify_merge.c). */
void verify_merge(struct verifying *v, const struct snapshot *s);
/* Motions from the floor (verify_motion.c). */
void verify_motions(struct verifying *v, const struct snapshot *s);
/* Its quorum: at the opening, lost, with each decision (verify_quorum.c). */
void verify_quorum(struct verifying *v, const struct snapshot *s);
/* The vote of an item that has one (verify_vote.c). */
void verify_vote(struct verifying *v, const struct snapshot *s, const struct item *item);
/* Tracked decisions that go on as others (verify_kin.c). */
enum status verify_kin(struct verifying *v, const struct resolutions *all, struct err *err);
/* What only all meetings together tell: gaps, meetings a year, tracking (verify_series.c). */
void verify_series(struct verifying *v, const struct verified *all);

#endif

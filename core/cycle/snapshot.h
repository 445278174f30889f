/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting with all that a screen, a paper or a check needs, loaded once. Nobody changes it: after
 * a change it is loaded anew.
 */
#ifndef YISHI_CYCLE_SNAPSHOT_H
#define YISHI_CYCLE_SNAPSHOT_H

#include "core/base/arena.h"
#include "core/meeting/amendment.h"
#include "core/meeting/meeting.h"
#include "core/meeting/quorum.h"
#include "core/tracking/resolution.h"
#include "db/db.h"

/* When a meeting of the committee is, by its key: numbers of the two kinds do not tell which comes first. */
struct meeting_day {
    const char *key, *start; /* start NULL: not known */
};
struct meeting_days {
    struct meeting_day *v;
    size_t n;
};

struct snapshot {
    struct arena arena; /* holds all below */
    struct committee committee;
    struct members members;
    struct meeting
        meeting; /* its composition is filled in, from the appointments where it is not frozen yet */
    bool composition_frozen;
    struct resolutions resolutions; /* the committee's, released ones too */
    struct meeting_days days;       /* all the committee's meetings; with the resolutions */
    struct amendments amendments;   /* of confirmed minutes, the oldest first */
    const char *date;               /* the meeting's, ISO; NULL = not known */
    const struct rule *rule;        /* in force on the meeting's date; NULL: none */
};
#define SNAPSHOT_INIT       \
    {                       \
        .arena = ARENA_INIT \
    }

/* STATUS_MISSING where there is no such meeting. On an error *OUT is empty. */
enum status snapshot_load(struct db *db, int64_t meeting_id, struct snapshot *out, struct err *err);
/* The same without the tracked decisions: for the figures of one meeting. */
enum status snapshot_load_meeting(struct db *db, int64_t meeting_id, struct snapshot *out, struct err *err);
/* Only what the quorum is told from: the meeting's times, its composition and attendance; the rest of the
 * meeting is empty. COMMITTEE and MEMBERS are borrowed as long as *OUT lives. */
enum status snapshot_load_presence(struct db *db, int64_t meeting_id, const struct committee *committee,
                                   const struct members *members, struct snapshot *out, struct err *err);
void snapshot_release(struct snapshot *snapshot);

/* The meeting KEY comes after the snapshot's own: by their days, where those are known, else by the numbers
 * of one kind. */
bool snapshot_is_later(const struct snapshot *snapshot, const char *key);

struct quorum snapshot_quorum(const struct snapshot *snapshot, int minutes, const struct item *item);

/* The composition on DATE from the appointments, in the members' order, seats numbered from 1. Into ARENA. */
enum status composition_at(const struct members *members, const char *date, struct arena *arena,
                           struct meeting *out, struct err *err);

/* One line of a committee's list of meetings. */
struct meeting_line {
    int64_t id;
    const char *key, *title, *start, *end, *place;
    int kind, outcome;
    bool has[STEP_CANCELLED + 1]; /* which milestones it has */
    /* The rest is unknown until meeting_line_fill. */
    int items, decisions, tracked; /* items that are numbered, decisions, those put under tracking */
    int present, in_office;        /* at the opening; UNKNOWN before it */
    int verdict;                   /* enum quorum_verdict */
};
struct meeting_lines {
    struct meeting_line *v;
    size_t n;
};
/* All meetings of a committee, the latest first (by date; without one: in preparation, first). One query. */
enum status meeting_list(struct db *db, int64_t committee_id, struct arena *arena, struct meeting_lines *out,
                         struct err *err);
/* The figures of one line, a few queries: only for lines that are shown. The rest is the committee's. */
enum status meeting_line_fill(struct db *db, const struct committee *committee, const struct members *members,
                              const struct resolutions *resolutions, struct meeting_line *line,
                              struct err *err);

struct committee_line {
    int64_t id;
    const char *key, *name;
};
struct committee_lines {
    struct committee_line *v;
    size_t n;
};
enum status committee_list(struct db *db, struct arena *arena, struct committee_lines *out, struct err *err);
/* The id of the meeting KEY of a committee; STATUS_MISSING with CODE_RECORD_NO_MEETING. */
enum status meeting_id_find(struct db *db, int64_t committee_id, const char *key, int64_t *id,
                            struct err *err);

#endif

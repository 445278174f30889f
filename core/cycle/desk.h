/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything a person changes, each one call and one change set of the journal (DB, STAMP: who, when, label).
 * The caller copies a row of the snapshot, changes the copy, and hands in both: the old one tells
 * whether somebody else changed it meanwhile (STATUS_CONFLICT, nothing is stored). Lists below a row that
 * are left alone stay as they are. A confirmed meeting is refused (CODE_MEETING_CONFIRMED). STATUS_BUSY:
 * try again. After any of them the snapshot is loaded anew.
 */
#ifndef YISHI_CYCLE_DESK_H
#define YISHI_CYCLE_DESK_H

#include "core/cycle/snapshot.h"

/* ---- committee and members (committee_desk.c) ---- */
/* A new committee with its rules (usually rule_preset) and members; keys are made (in ARENA) where they are
 * NULL. */
enum status committee_create(struct db *db, const struct stamp *stamp, struct committee *committee,
                             struct members *members, struct arena *arena, int64_t *id, struct err *err);
/* The committee's own fields, rules and standing items. */
enum status committee_save(struct db *db, const struct stamp *stamp, const struct committee *old,
                           struct committee *wanted, struct err *err);
/* OLD NULL adds a member (key made, at the end); WANTED NULL removes one that no meeting knows. */
enum status member_save(struct db *db, const struct stamp *stamp, int64_t committee_id,
                        const struct member *old, struct member *wanted, struct err *err);
/* New members at the end, all or none, as one change. */
enum status members_add(struct db *db, const struct stamp *stamp, int64_t committee_id, struct members *added,
                        struct err *err);
/* The member at place AT of MEMBERS (as they were loaded) one place up (-1) or down (1): their order is that
 * of the seats. STATUS_NO without a message at the edge. */
enum status member_move(struct db *db, const struct stamp *stamp, int64_t committee_id,
                        const struct members *members, size_t at, int by, struct err *err);
/* The committee with its rules, standing items and members. */
enum status committee_load(struct db *db, int64_t committee_id, struct arena *arena,
                           struct committee *committee, struct members *members, struct err *err);

/* ---- the meeting's own fields and milestones (meeting_desk.c) ---- */
/* The next meeting: its number in the ROC year of DATE (ISO) is drawn and kept; sections, standing items, and
 * what was deferred or not discussed last time are there; extraordinary ones count on their own. */
enum status meeting_create(struct db *db, const struct stamp *stamp, int64_t committee_id, const char *date,
                           enum meeting_kind kind, int64_t *id, struct err *err);
/* start, end, opened, place, mode, chair, acting, recorder, title. An acting chair is a member
 * (CODE_CHAIR_NOT_MEMBER). */
enum status meeting_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                         struct meeting *wanted, struct err *err);
/* A dated fact, changed if it is there. SENT freezes the items' labels. LABELS (may be NULL): for each item
 * of the snapshot the label to freeze. CONFIRMED and what follows are open on a confirmed meeting. */
enum status milestone_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           struct milestone *wanted, const char *const *labels, struct err *err);
/* Taken back (not CONFIRMED). SENT: the items' labels go with it. */
enum status milestone_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             enum step step, struct err *err);
/* The chair opens: the composition is frozen, the milestone and the time stand. TIME is HH:MM, DATE ISO.
 * OUTCOME is OUTCOME_HELD, or OUTCOME_FELL / OUTCOME_TALK where there is no quorum. Never refused but when
 * confirmed. */
enum status meeting_open(struct db *db, const struct stamp *stamp, const struct snapshot *s, const char *date,
                         const char *time, enum outcome outcome, struct err *err);
/* 散會: the end, the milestone; items without a decision become 未及討論. END is ISO with its time.
 * *UNDISCUSSED how many. */
enum status meeting_adjourn(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            const char *end, int *undiscussed, struct err *err);

/* ---- check-in (attendance_desk.c) ---- */
/* WANTED is the member's whole attendance. A civil member's delegate is refused (CODE_DELEGATE_CIVIL). The
 * quorum stored with decisions is computed again. */
enum status attendance_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            struct attendance *wanted, struct err *err);
/* Everybody who replied and has no status yet gets the status of the reply. *N how many. */
enum status attendance_as_replied(struct db *db, const struct stamp *stamp, const struct snapshot *s, int *n,
                                  struct err *err);
/* Everybody who has no status yet gets PRESENCE (leave, absent): the rest did not come. *N how many. */
enum status attendance_rest(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            enum presence presence, int *n, struct err *err);
/* The list of observers. */
enum status observers_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           struct observer *v, size_t n, struct err *err);

/* ---- agenda (item_desk.c) ---- */
/* Add WANTED (section set; key made) before the item with id BEFORE of its section (0 = at the end). After
 * the agenda was sent only the end will do. *ID its id. */
enum status item_add(struct db *db, const struct stamp *stamp, const struct snapshot *s, struct item *wanted,
                     int64_t before, int64_t *id, struct err *err);
/* All of the item: fields, outlines, tables, attachments, statements, decision; what WANTED shares with OLD
 * is left alone. */
enum status item_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct item *old, struct item *wanted, struct err *err);
/* One place up (-1) or down (1) within its section; STATUS_NO without a message at the edge. Refused once
 * sent. */
enum status item_move(struct db *db, const struct stamp *stamp, const struct snapshot *s, int64_t item_id,
                      int by, struct err *err);
/* Not once the agenda was sent (withdraw it), nor when it has statements or a decision, nor when others are
 * merged into it or decided with it. */
enum status item_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s, int64_t item_id,
                        struct err *err);
/* A copy of an item of another meeting (its matter, explanation, proposal, tables, attachments) at the end of
 * its section. */
enum status item_copy(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct snapshot *from, int64_t item_id, int64_t *id, struct err *err);
/* The committee's standing items that this agenda lacks, and the items to be carried over (deferred, not
 * discussed, or of a meeting that fell or was a talk, since the last regular meeting) that are not here yet.
 * *N how many were added. */
enum status standing_add(struct db *db, const struct stamp *stamp, const struct snapshot *s, int *n,
                         struct err *err);
enum status items_carry(struct db *db, const struct stamp *stamp, const struct snapshot *s, int *n,
                        struct err *err);

/* ---- session (session_desk.c) ---- */
/* Insert WANTED before the statement at place AT of the item (AT = n: at the end). *ID its id. */
enum status statement_add(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct item *item, struct statement *wanted, size_t at, int64_t *id,
                          struct err *err);
enum status statement_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct item *item, const struct statement *old, struct statement *wanted,
                           struct err *err);
enum status statement_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             const struct item *item, size_t at, struct err *err);
enum status statement_move(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct item *item, size_t at, int by, struct err *err);
/* Split before top-level point number POINT (from 1 on): the second half keeps the speaker. Join with the
 * statement before. */
enum status statement_split(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            const struct item *item, size_t at, size_t point, struct err *err);
enum status statement_join(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct item *item, size_t at, struct err *err);
/* The decision on an item, with the quorum at TIME (HH:MM; NULL = leave the time and quorum that stand).
 * WANTED->kind, points and with; refused for a meeting that fell or is a talk (CODE_MEETING_FELL), and where
 * `with` leads back to the item (CODE_MERGE_CIRCLE). A joint decision with points becomes one of its own. */
enum status decision_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct item *item, struct decision *wanted, const char *time,
                          struct err *err);
enum status decision_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            const struct item *item, struct err *err);
/* One decision for ITEM and the N items with these IDS (merge_desk.c): it stands on ITEM, theirs becomes
 * DECISION_JOINT, whatever it was. Who was joined to ITEM and is not among them has no decision any more. */
enum status decision_join(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct item *item, const int64_t *ids, size_t n, const char *time,
                          struct err *err);
/* The vote on an item; WANTED NULL removes it. The members entitled are members present and delegates less
 * those recused; a ballot of one who is recused is refused (CODE_BALLOT_RECUSED). (vote_desk.c) */
enum status vote_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct item *item, struct vote *wanted, struct err *err);

/* ---- tracked decisions (tracking_desk.c) ---- */
/* Put point POINT ("1", "2.1") of the item's decision under tracking: number drawn (112-1-01), instruction
 * and frozen label REF taken from it. UNITS and ASSISTING: names; DUE ISO or NULL. *KEY_OUT (arena of the
 * caller) the number. */
enum status point_track(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                        const struct item *item, const char *point, const char *ref, const struct unit *units,
                        size_t n_units, const struct unit *assisting, size_t n_assisting, const char *due,
                        struct arena *arena, const char **key_out, struct err *err);
/* The tracked decision of this point; NULL. */
const struct resolution *point_tracked(const struct snapshot *s, const struct item *item, const char *point);
/* One entered by hand (source_text, source_date, key or NULL = drawn as old-01 …), or its head changed;
 * WANTED NULL removes one that has no rounds. */
enum status resolution_save(struct db *db, const struct stamp *stamp, int64_t committee_id,
                            const struct resolution *old, struct resolution *wanted, struct err *err);
/* The round of the snapshot's meeting on R: made with the first call. progress, recommendation, ruling,
 * ruling_text, into, due, remark, reports are WANTED's. */
enum status round_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                       const struct resolution *r, struct round *wanted, struct err *err);
/* What this meeting goes through: open before it, or with a round in it; in the order of their numbers.
 * Pointers into the snapshot, in ARENA. */
struct tracked {
    const struct resolution **v;
    size_t n;
};
enum status tracked_of(const struct snapshot *s, struct arena *arena, struct tracked *out, struct err *err);
/* The register: all of a committee. */
enum status resolutions_load(struct db *db, int64_t committee_id, struct arena *arena,
                             struct resolutions *out, struct err *err);

#endif

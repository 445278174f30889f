/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 4, 報到: what its files share. For the checkin files alone.
 */
#ifndef YISHI_TUI_SCREENS_CHECKIN_H
#define YISHI_TUI_SCREENS_CHECKIN_H

#include "tui/screens/meeting/meeting_frame.h"
#include "tui/widgets/list.h"

struct checkin {
    struct meeting_frame frame;
    struct app *app;
    struct list_view list;
    struct seat_presence *seats; /* core's view of each seat now, by place; in the snapshot's arena */
    bool counted;                /* VERDICT is of an earlier look */
    enum quorum_verdict verdict;
};

/* ---- one seat's attendance (checkin_seat.c) ---- */
/* What is stored for MEMBER, to be changed and stored; blank where nothing is. Its stays are the snapshot's:
 * copy them (stays_copy) before changing them. */
struct attendance seat_attendance(const struct snapshot *s, const char *member);
/* The stays with room for one more, in ARENA; NULL: out of memory. */
struct stay *stays_copy(const struct attendance *a, struct arena *arena);
/* Store WANTED; the journal says "報到：NAME WHAT". The frame is loaded anew. ERR NULL: the error is shown.
 */
bool seat_store(struct app *app, struct meeting_frame *frame, struct attendance *wanted, const char *what,
                struct err *err);
/* Ask for a delegate (a civil member: why not, and whether he comes as an observer) and store it. */
void seat_delegate(struct app *app, struct meeting_frame *frame, const char *member);
/* The clock's time for coming and going, HH:MM; "" when the meeting is not on (nobody's times are asked
 * then). */
void seat_clock(const struct app *app, const struct meeting_frame *frame, char out[TIME_ISO_SIZE]);
/* Has come, himself or by a delegate; and has left since. */
bool seat_came(const struct attendance *a);
bool seat_gone(const struct attendance *a);
/* Out now, or back; the time is asked where the clock does not tell. Says so where he has not checked in. */
void seat_out_or_back(struct app *app, struct meeting_frame *frame, const char *member);
/* From TIME on somebody else sits there: DELEGATE, or the member himself (NULL). ARENA takes the stays. */
bool seat_hand_over(struct attendance *a, const char *time, const struct person *delegate,
                    struct arena *arena);
/* Loads FRAME anew where something was stored since. Every command begins with it: keys may be faster than
 * the screen. */
bool frame_fresh(struct app *app, struct meeting_frame *frame);

/* ---- commands (checkin_commands.c, checkin_open.c) ---- */
enum { CHECKIN_COMMANDS = 25 };
extern const struct command checkin_commands[CHECKIN_COMMANDS];
/* The seat at the cursor; NULL: none. */
const struct seat *checkin_seat(const struct checkin *c);
const char *checkin_why_not(struct app *app, struct screen *screen);
void checkin_run_open(struct app *app, struct screen *screen);
/* (checkin_all.c) */
const char *checkin_why_no_replies(struct app *app, struct screen *screen);
void checkin_run_replied(struct app *app, struct screen *screen);
const char *checkin_why_no_rest(struct app *app, struct screen *screen);
void checkin_run_rest(struct app *app, struct screen *screen);
const char *checkin_why_not_open(struct app *app, struct screen *screen);

/* ---- drawing (checkin_draw.c) ---- */
void checkin_list_init(struct checkin *c);
void checkin_draw(struct app *app, struct screen *screen, struct rect rect);
/* (checkin_quorum.c) "應出席 12  出席 7（門檻 6，二分之一以上）✔  民間代表 3（門檻 3）✔" with GAP between;
 * its verdict apart. BRIEF: 民間. */
void quorum_label(struct str *out, const struct quorum *q, const struct rule *rule, const char *gap,
                  bool brief);
void verdict_label(struct str *out, const struct meeting_frame *frame, const struct quorum *q,
                   enum role *role);

/* When the quorum was lost since the meeting opened: "15:10–15:30 未達法定人數"; nothing where it never was.
 */
void lost_label(struct str *out, const struct meeting_frame *frame);

/* ---- further screens ---- */
/* All of one seat: times in and out, delegate, reply, disclosure. */
bool checkin_sheet_push(struct app *app, int64_t meeting_id, const char *member);
/* The observers: list and form. */
bool observers_push(struct app *app, int64_t meeting_id);
/* Ask for one more observer, for the member FOR_MEMBER (NULL: not for one), and store him. */
bool observer_add(struct app *app, struct meeting_frame *frame, const char *for_member);

#endif

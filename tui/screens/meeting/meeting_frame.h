/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the seven steps of a meeting have in common: the loaded meeting, the rail with every step's state and
 * figure, the quorum on the top line, the keys from step to step. A step's struct begins with a struct
 * meeting_frame.
 *
 *     struct checkin { struct meeting_frame frame; struct list_view list; };
 *     checkin_load(app, screen, err): frame_load(app, screen, err), then its own list; open and reload
 *     checkin_draw(app, screen, rect): rect = frame_draw(app, &checkin->frame, rect), then its boxes
 *     checkin_ops: .open = .reload = checkin_load, .crumb = frame_crumb, .status = frame_status,
 *         .close = frame_close, or its own, which frees its own and calls frame_close last
 *     checkin_push(app, meeting_id):
 *         return frame_push(app, sizeof(struct checkin), &checkin_ops, meeting_id, FRAME_CHECKIN);
 */
#ifndef YISHI_TUI_SCREENS_MEETING_FRAME_H
#define YISHI_TUI_SCREENS_MEETING_FRAME_H

#include "core/calendar/deadline.h"
#include "core/cycle/desk.h"
#include "core/cycle/snapshot.h"
#include "core/paper/style.h"
#include "tui/app.h"
#include "tui/widgets/editor/numbering.h"

enum frame_step {
    FRAME_PREPARE = 1,
    FRAME_AGENDA,
    FRAME_TRACKING,
    FRAME_CHECKIN,
    FRAME_SESSION,
    FRAME_MINUTES,
    FRAME_PUBLISH,
    FRAME_STEPS = 7
};
enum frame_state {
    FRAME_TO_COME,   /* · */
    FRAME_HERE,      /* ▶ the first that is not done */
    FRAME_DONE,      /* ✓ */
    FRAME_ATTENTION, /* ! overdue, or done against the rules */
};
/* How a step stands, and its one figure ("8案", "7/12"); "" = none. */
struct frame_view {
    enum frame_state state;
    char figure[32];
};
struct frame_rail {
    struct frame_view v[FRAME_STEPS + 1]; /* by enum frame_step */
    int next;                             /* the step to be done next; FRAME_PUBLISH when all is done */
};

struct meeting_frame {
    struct screen screen;
    int64_t meeting_id;
    int step; /* which of the seven this screen is; 0: none of them (an item's form) */
    /* loaded by frame_load */
    struct snapshot s;
    struct style *style; /* the committee's paper style: names of sections, numbers, wording of decisions */
    const char *style_name; /* under which it was found */
    struct tracked tracked; /* the tracked decisions that this meeting goes through; in s.arena */
    struct deadlines deadlines;
    struct frame_rail rail;
};

/* ---- life ---- */
/* Make the screen of SIZE bytes (zeroed), open it on top. */
bool frame_push(struct app *app, size_t size, const struct screen_ops *ops, int64_t meeting_id, int step);
/* The same without opening, for a screen with arguments of its own; NULL: out of memory (shown). */
struct meeting_frame *frame_new(struct app *app, size_t size, const struct screen_ops *ops,
                                int64_t meeting_id, int step);
/* Load, or load anew, all that is above. On an error what was loaded before stays. Fits screen_ops open and
 * reload. */
enum status frame_load(struct app *app, struct screen *screen, struct err *err);
/* Frees what frame_load loaded; frame_close the screen as well. */
void frame_release(struct meeting_frame *frame);
void frame_close(struct app *app, struct screen *screen);

/* ---- drawing ---- */
/* The rail: at the left where RECT has 98 columns or more, else one row. Returns what is left. */
struct rect frame_draw(struct app *app, struct meeting_frame *frame, struct rect rect);
/* "112年第1次會議 112/05/24(三) › 報到". Fits screen_ops crumb; the step's name is the ops' title. */
void frame_crumb(const struct app *app, const struct screen *screen, struct str *out);
/* "出席 7/12 ✔  民間 3 ✔  可以開會"; before anybody is checked in the forecast from the replies. Fits
 * screen_ops status. */
void frame_status(const struct app *app, const struct screen *screen, struct status_line *line);
/* The same without those recused from ITEM: "本案 出席 6/12 ✔ …". NULL: the whole meeting. */
void frame_status_of(const struct app *app, const struct meeting_frame *frame, const struct item *item,
                     struct status_line *line);

/* ---- the meeting now ---- */
/* Minutes since the midnight of the meeting's first day for snapshot_quorum: now, while the meeting is on
 * (and on its day before it opens, not before the planned time); else -1 = its opening. */
int frame_minutes(const struct app *app, const struct meeting_frame *frame);
/* The quorum at that moment: what the top line shows. */
struct quorum frame_quorum(const struct app *app, const struct meeting_frame *frame);
/* Opened and not adjourned; adjourned or otherwise over; confirmed (the desk refuses changes). */
bool frame_is_open(const struct meeting_frame *frame);
bool frame_meeting_over(const struct meeting *meeting);
bool frame_is_over(const struct meeting_frame *frame);
bool frame_is_confirmed(const struct meeting_frame *frame);
/* Today's date as ISO, into OUT, which is returned. */
const char *frame_today(const struct app *app, char out[DATE_ISO_SIZE]);
/* For refusal() of commands that change the meeting: the confirmed record's reason, else NULL. */
const char *frame_why_not_change(struct app *app, struct screen *screen);
/* The numbering that an outline of the meeting prints with: its top points stand at LEVEL of the style (0 =
 * 壹、). */
struct numbering frame_numbering(const struct meeting_frame *frame, int level);

/* How every step of a meeting stands on TODAY, from a snapshot alone: for the rail and for Home. */
enum status frame_rail_of(const struct snapshot *s, struct date today, struct frame_rail *out,
                          struct err *err);
/* N_() name of a step: 籌備. */
const char *frame_step_name(int step);
/* The four dates of a meeting by the rule in force. */
struct deadlines frame_deadlines(const struct snapshot *s);

/* ---- from step to step ---- */
/* Leave this screen (its text is stored, or it stays) and open that step of the same meeting. FRAME is gone
 * after it. */
void frame_go(struct app *app, struct meeting_frame *frame, int step);
/* The rows of a step's command table. FRAME_NEXT is for the hints: put it where it belongs in the order of
 * importance; a step that uses F9 otherwise leaves it out. FRAME_JUMPS (Alt-1 to Alt-7, and back) go last. */
/* clang-format off */
#define FRAME_NEXT {"meeting.next", "F9", N_("到下一步"), N_("下一步"), 0, frame_why_no_next, frame_run_next}
#define FRAME_JUMPS                                                                                    \
    {"meeting.previous", "Shift-F9 F10", N_("回上一步"), NULL, 0, frame_why_no_previous, frame_run_previous}, \
    {"meeting.prepare", "Alt-1", N_("到「籌備」"), NULL, 0, NULL, frame_run_prepare},                  \
    {"meeting.agenda", "Alt-2", N_("到「議程」"), NULL, 0, NULL, frame_run_agenda},                    \
    {"meeting.tracking", "Alt-3", N_("到「列管」"), NULL, 0, NULL, frame_run_tracking},                \
    {"meeting.checkin", "Alt-4", N_("到「報到」"), NULL, 0, NULL, frame_run_checkin},                  \
    {"meeting.session", "Alt-5", N_("到「議事」"), NULL, 0, NULL, frame_run_session},                  \
    {"meeting.minutes", "Alt-6", N_("到「紀錄」"), NULL, 0, NULL, frame_run_minutes},                  \
    {"meeting.publish", "Alt-7", N_("到「公開」"), NULL, 0, NULL, frame_run_publish},                \
    {"meeting.journal", "Alt-8", N_("這次會議的異動日誌"), NULL, 0, NULL, frame_run_journal},  \
    {"meeting.papers", "Alt-9", N_("會議文件：開會通知、議程、簽到表等"), NULL, 0, NULL, frame_run_papers}
/* clang-format on */

const char *frame_why_no_next(struct app *app, struct screen *screen);
const char *frame_why_no_previous(struct app *app, struct screen *screen);
void frame_run_next(struct app *app, struct screen *screen);
void frame_run_previous(struct app *app, struct screen *screen);
void frame_run_prepare(struct app *app, struct screen *screen);
void frame_run_agenda(struct app *app, struct screen *screen);
void frame_run_tracking(struct app *app, struct screen *screen);
void frame_run_checkin(struct app *app, struct screen *screen);
void frame_run_session(struct app *app, struct screen *screen);
void frame_run_minutes(struct app *app, struct screen *screen);
void frame_run_publish(struct app *app, struct screen *screen);
void frame_run_journal(struct app *app, struct screen *screen);
void frame_run_papers(struct app *app, struct screen *screen);

#endif

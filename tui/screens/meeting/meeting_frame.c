/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading a meeting for one of its steps, what the top line says of it, and going from step to step.
 */
#include "tui/screens/meeting/meeting_frame.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"

#include <stdlib.h>
#include <string.h>

/* ---- life ----------------------------------------------------------------------------------------- */

struct meeting_frame *frame_new(struct app *app, size_t size, const struct screen_ops *ops,
                                int64_t meeting_id, int step)
{
    struct meeting_frame *frame = calloc(1, size);
    struct err err = {0};

    if (!frame) {
        (void)err_memory(&err);
        app_error(app, &err);
        return NULL;
    }
    frame->screen.ops = ops;
    frame->meeting_id = meeting_id;
    frame->step = step;
    return frame;
}

bool frame_push(struct app *app, size_t size, const struct screen_ops *ops, int64_t meeting_id, int step)
{
    struct meeting_frame *frame = frame_new(app, size, ops, meeting_id, step);

    return frame && app_push(app, &frame->screen);
}

/* The committee's style; one that this program does not know gives way to the desk's own, then to the first
 * that is compiled in: numbers and names of sections are needed on every screen. */
static enum status load_style(const struct app *app, const char *paper, struct style **out, const char **name,
                              struct err *err)
{
    const char *const names[] = {paper, config_text(app->config, SET_PAPER), style_builtin_name(0)};
    enum status status = STATUS_MISSING;

    for (size_t i = 0; i < sizeof names / sizeof *names && status && status != STATUS_MEMORY; i++) {
        *name = names[i];
        status = names[i] ? style_load(names[i], out, err) : STATUS_MISSING;
    }
    return status;
}

enum status frame_load(struct app *app, struct screen *screen, struct err *err)
{
    struct meeting_frame *frame = (struct meeting_frame *)screen;
    struct snapshot s = SNAPSHOT_INIT;
    struct style *style = NULL;
    const char *style_name = NULL;
    struct tracked tracked = {NULL, 0};
    struct frame_rail rail = {.next = 0};
    enum status status = snapshot_load(app->db, frame->meeting_id, &s, err);

    if (!status)
        status = load_style(app, s.committee.paper, &style, &style_name, err);
    if (!status)
        status = tracked_of(&s, &s.arena, &tracked, err);
    if (!status)
        status = frame_rail_of(&s, app_today(app), &rail, err);
    if (status) {
        style_free(style);
        snapshot_release(&s);
        return status;
    }
    frame_release(frame);
    frame->s = s;
    frame->style = style;
    frame->style_name = style_name;
    frame->tracked = tracked;
    frame->rail = rail;
    frame->deadlines = frame_deadlines(&s);
    return STATUS_OK;
}

void frame_release(struct meeting_frame *frame)
{
    snapshot_release(&frame->s);
    style_free(frame->style);
    frame->style = NULL;
    frame->tracked = (struct tracked){NULL, 0};
}

void frame_close(struct app *app, struct screen *screen)
{
    (void)app;
    frame_release((struct meeting_frame *)screen);
    free(screen);
}

/* ---- the meeting now ------------------------------------------------------------------------------ */

bool frame_is_over(const struct meeting_frame *frame)
{
    return frame_meeting_over(&frame->s.meeting);
}

bool frame_is_open(const struct meeting_frame *frame)
{
    return meeting_milestone(&frame->s.meeting, STEP_OPENED) && !frame_is_over(frame);
}

bool frame_is_confirmed(const struct meeting_frame *frame)
{
    return meeting_milestone(&frame->s.meeting, STEP_CONFIRMED) != NULL;
}

const char *frame_why_not_change(struct app *app, struct screen *screen)
{
    (void)app;
    return frame_is_confirmed((const struct meeting_frame *)screen) ? _("紀錄已確認，不再更改") : NULL;
}

const char *frame_today(const struct app *app, char out[DATE_ISO_SIZE])
{
    date_iso(out, app_today(app));
    return out;
}

struct numbering frame_numbering(const struct meeting_frame *frame, int level)
{
    struct numbering numbering = {.single_plain = true};

    for (int i = 0; i < OUTLINE_LEVELS; i++)
        numbering.pattern[i] = style_level(frame->style, level + i);
    return numbering;
}

/* ---- the top line --------------------------------------------------------------------------------- */

/* The step of the same meeting below SCREEN, as when a gate led from the one to the other; STEP 0: any of
 * the seven. NULL: none. */
static const struct screen *step_below(const struct screen *screen, int step)
{
    const int64_t meeting_id = ((const struct meeting_frame *)screen)->meeting_id;

    for (const struct screen *below = screen->below; below; below = below->below) {
        const struct meeting_frame *frame = (const struct meeting_frame *)below;

        if (below->ops->crumb == frame_crumb && frame->meeting_id == meeting_id &&
            (!step || frame->step == step))
            return below;
    }
    return NULL;
}

void frame_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    const struct meeting_frame *frame = (const struct meeting_frame *)screen;

    (void)app;
    if (!step_below(screen, 0)) {
        label_meeting(out, &frame->s.meeting);
        if (frame->s.date) {
            str_add_char(out, ' ');
            label_date(out, frame->s.date);
        }
        str_add(out, screen->ops->title ? " › " : "");
    }
    if (screen->ops->title)
        str_add(out, _(screen->ops->title));
}

/* ---- from step to step ---------------------------------------------------------------------------- */

static bool push_step(struct app *app, int64_t meeting_id, int step)
{
    switch (step) {
    case FRAME_PREPARE:
        return prepare_push(app, meeting_id);
    case FRAME_AGENDA:
        return agenda_push(app, meeting_id);
    case FRAME_TRACKING:
        return tracking_push(app, meeting_id, NULL);
    case FRAME_CHECKIN:
        return checkin_push(app, meeting_id);
    case FRAME_SESSION:
        return session_push(app, meeting_id, 0);
    case FRAME_MINUTES:
        return minutes_push(app, meeting_id);
    default:
        return publish_push(app, meeting_id);
    }
}

void frame_go(struct app *app, struct meeting_frame *frame, int step)
{
    const int64_t meeting_id = frame->meeting_id;
    const struct screen *below;

    if (step < FRAME_PREPARE || step > FRAME_STEPS || step == frame->step)
        return;
    below = step_below(&frame->screen, step);
    if (below) { /* that step is open already, and led here */
        (void)app_pop_to(app, below);
        return;
    }
    /* an item's form above its agenda goes with it; what refuses to go says why and stays */
    if (app_pop_to(app, &frame->screen) && app_pop(app))
        (void)push_step(app, meeting_id, step);
}

bool meeting_push(struct app *app, int64_t meeting_id)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct frame_rail rail = {.next = FRAME_PREPARE};
    struct err err = {0};
    enum status status = snapshot_load(app->db, meeting_id, &s, &err);

    if (!status)
        status = frame_rail_of(&s, app_today(app), &rail, &err);
    snapshot_release(&s);
    if (status) {
        app_error(app, &err);
        return false;
    }
    return push_step(app, meeting_id, rail.next);
}

const char *frame_why_no_next(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct meeting_frame *)screen)->step >= FRAME_STEPS ? _("這是最後一步") : NULL;
}

const char *frame_why_no_previous(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct meeting_frame *)screen)->step <= FRAME_PREPARE ? _("這是第一步") : NULL;
}

void frame_run_next(struct app *app, struct screen *screen)
{
    frame_go(app, (struct meeting_frame *)screen, ((struct meeting_frame *)screen)->step + 1);
}

void frame_run_previous(struct app *app, struct screen *screen)
{
    frame_go(app, (struct meeting_frame *)screen, ((struct meeting_frame *)screen)->step - 1);
}

#define RUN_STEP(name, step)                                      \
    void frame_run_##name(struct app *app, struct screen *screen) \
    {                                                             \
        frame_go(app, (struct meeting_frame *)screen, step);      \
    }
RUN_STEP(prepare, FRAME_PREPARE)
RUN_STEP(agenda, FRAME_AGENDA)
RUN_STEP(tracking, FRAME_TRACKING)
RUN_STEP(checkin, FRAME_CHECKIN)
RUN_STEP(session, FRAME_SESSION)
RUN_STEP(minutes, FRAME_MINUTES)
RUN_STEP(publish, FRAME_PUBLISH)

void frame_run_journal(struct app *app, struct screen *screen)
{
    const struct meeting_frame *frame = (const struct meeting_frame *)screen;

    (void)journal_push(app, frame->meeting_id, frame->s.meeting.key);
}

void frame_run_papers(struct app *app, struct screen *screen)
{
    (void)papers_push(app, ((const struct meeting_frame *)screen)->meeting_id);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 1, 籌備: when, where, how, who takes the chair and who the minutes; putting it off and calling it off.
 */
#include "tui/screens/meeting/prepare.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_not_move(struct app *app, struct screen *screen)
{
    struct prepare *prepare = (struct prepare *)screen;

    if (frame_is_open(&prepare->frame) || frame_is_over(&prepare->frame))
        return prepare->frame.s.meeting.outcome == OUTCOME_CANCELLED ? _("會議已取消；F8 可以恢復")
                                                                     : _("會議已經開過，不能延期");
    return frame_why_not_change(app, screen);
}

static const char *why_not_cancel(struct app *app, struct screen *screen)
{
    struct prepare *prepare = (struct prepare *)screen;

    if (prepare->frame.s.meeting.outcome == OUTCOME_CANCELLED)
        return NULL;
    if (frame_is_open(&prepare->frame) || frame_is_over(&prepare->frame))
        return _("會議已經開過，不能取消");
    return frame_why_not_change(app, screen);
}

static bool put_milestone(struct app *app, struct prepare *prepare, enum step step, bool there)
{
    struct milestone milestone;
    struct attempt attempt;
    char today[DATE_ISO_SIZE];
    struct err err = {0};
    enum status status;

    entity_defaults(&milestone_entity, &milestone);
    milestone.step = (int)step;
    milestone.date = frame_today(app, today);
    milestone.by = app->who;
    app_attempt(app, &attempt, there ? _("%s：%s") : _("%s：撤回%s"), prepare->frame.s.meeting.key,
                label_choice(&step_choices, (int)step));
    do
        status =
            there ? milestone_save(app->db, &attempt.stamp, &prepare->frame.s, &milestone, NULL, &attempt.err)
                  : milestone_remove(app->db, &attempt.stamp, &prepare->frame.s, step, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status && frame_load(app, &prepare->frame.screen, &err))
        app_error(app, &err);
    form_reload(&prepare->form);
    return status == STATUS_OK;
}

static void run_postpone(struct app *app, struct screen *screen)
{
    static const struct form_field date_field = {.name = "date", .label = N_("日期"), .kind = FORM_DATE};
    struct prepare *prepare = (struct prepare *)screen;
    const struct date none = {0, 0, 0};
    char iso[DATE_ISO_SIZE];
    struct err err = {0};

    if (!form_leave(&prepare->form) ||
        !ask_day(app, _("延期：改到哪一天？"), _("還不知道就留空，之後再填；編號不變"), none, true, iso) ||
        !put_milestone(app, prepare, STEP_POSTPONED, true))
        return;
    /* the postponing is a fact that stays; the meeting itself waits for, or has, its new day */
    if (prepare_source.set(prepare, &date_field, iso, &err)) {
        app_error(app, &err);
        return;
    }
    form_reload(&prepare->form);
    app_message(app, ROLE_GOOD, "%s", *iso ? _("已延期到新的日期") : _("已延期，日期未定"));
}

static void run_cancel(struct app *app, struct screen *screen)
{
    struct prepare *prepare = (struct prepare *)screen;
    const char *const choices[] = {_("不取消"), _("取消會議")};

    if (prepare->frame.s.meeting.outcome == OUTCOME_CANCELLED) {
        (void)put_milestone(app, prepare, STEP_CANCELLED, false);
        return;
    }
    if (app_ask(app, _("取消這次會議？"), _("案由與資料都會留著，編號不再給別的會議；之後可以恢復。"),
                choices, 2, 0) == 1)
        (void)put_milestone(app, prepare, STEP_CANCELLED, true);
}

static const struct command prepare_commands[] = {
    FRAME_NEXT,
    {"prepare.postpone", "F7", N_("延期"), N_("延期"), 0, why_not_move, run_postpone},
    {"prepare.cancel", "F8", N_("取消或恢復會議"), N_("取消會議"), 0, why_not_cancel, run_cancel},
    FRAME_JUMPS,
};

/* ---- life ----------------------------------------------------------------------------------------- */

static enum status prepare_load(struct app *app, struct screen *screen, struct err *err)
{
    struct prepare *prepare = (struct prepare *)screen;
    enum status status = frame_load(app, screen, err);

    prepare->app = app;
    if (status)
        return status;
    if (!prepare->formed) {
        form_init(&prepare->form, prepare_fields, prepare_n_fields, &prepare_source, prepare, app_today(app));
        prepare->formed = true;
    }
    form_reload(&prepare->form);
    return STATUS_OK;
}

static bool prepare_key(struct app *app, struct screen *screen, const struct key *key)
{
    enum form_result result = form_walk(&((struct prepare *)screen)->form, key);

    if (result == FORM_LAST)
        app_message(app, ROLE_TEXT, "%s", _("填好了。按 F9 到下一步：議程"));
    return result != FORM_IGNORED;
}

static const struct str *prepare_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct prepare *)screen)->form);
}

static bool prepare_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct prepare *)screen)->form);
}

static enum status prepare_store(struct app *app, struct screen *screen, struct err *err)
{
    struct prepare *prepare = (struct prepare *)screen;

    (void)app;
    if (form_leave(&prepare->form))
        return STATUS_OK;
    *err = prepare->form.err;
    return err->status;
}

static void prepare_close(struct app *app, struct screen *screen)
{
    struct prepare *prepare = (struct prepare *)screen;

    if (prepare->formed)
        form_release(&prepare->form);
    frame_close(app, screen);
}

static const struct screen_ops prepare_ops = {.name = "prepare",
                                              .title = N_("籌備"),
                                              .commands = COMMANDS(prepare_commands),
                                              .open = prepare_load,
                                              .reload = prepare_load,
                                              .draw = prepare_draw,
                                              .key = prepare_key,
                                              .typing = prepare_typing,
                                              .line = prepare_line,
                                              .crumb = frame_crumb,
                                              .status = frame_status,
                                              .store = prepare_store,
                                              .close = prepare_close};

bool prepare_push(struct app *app, int64_t meeting_id)
{
    return frame_push(app, sizeof(struct prepare), &prepare_ops, meeting_id, FRAME_PREPARE);
}

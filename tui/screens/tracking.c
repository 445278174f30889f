/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 3, 列管: the tracked decisions that this meeting goes through, a page each: progress, recommendation,
 * remark; who has not reported; old ones entered by hand.
 */
#include "tui/screens/tracking.h"

#include "tui/screens/label.h"
#include "tui/screens/screens.h"
#include "tui/screens/text.h"
#include "tui/widgets/picker.h"

#include <string.h>

/* ---- which one ---------------------------------------------------------------------------------- */

static enum status show_chosen(struct tracking *tracking, struct err *err)
{
    const struct resolution *chosen = tracking_chosen(tracking);
    struct str text = STR_INIT;
    enum status status = STATUS_OK;

    if (chosen)
        tracking_page(tracking, chosen, &text);
    else
        str_add(&text, _("這次會議沒有列管案。\n\n已結案的在首頁「列管總表」；建檔前的舊案按 F5 輸入。"));
    if (str_failed(&text) || !pager_set(&tracking->pager, text.text))
        status = err_memory(err);
    str_release(&text);
    return status;
}

static void choose(struct app *app, struct tracking *tracking, const char *key)
{
    struct err err = {0};

    if (strlen(key) < sizeof tracking->key)
        memcpy(tracking->key, key, strlen(key) + 1);
    tracking->pager.top = 0;
    if (show_chosen(tracking, &err))
        app_error(app, &err);
}

static void step(struct app *app, struct tracking *tracking, int by)
{
    const struct tracked *all = &tracking->frame.tracked;
    const struct resolution *chosen = tracking_chosen(tracking);

    for (size_t i = 0; i < all->n; i++)
        if (all->v[i] == chosen && (by > 0 ? i + 1 < all->n : i > 0)) {
            choose(app, tracking, all->v[by > 0 ? i + 1 : i - 1]->key);
            return;
        }
}

/* ---- commands ----------------------------------------------------------------------------------- */

static const char *why_none(struct app *app, struct screen *screen)
{
    const struct tracking *tracking = (const struct tracking *)screen;

    if (!tracking_chosen(tracking))
        return _("這次會議沒有列管案");
    return frame_why_not_change(app, screen);
}

static struct draft_place progress_place(const struct tracking *tracking)
{
    return (struct draft_place){.kind = DRAFT_PROGRESS,
                                .meeting_id = tracking->frame.meeting_id,
                                .resolution_id = tracking_chosen(tracking)->row.id};
}

static void run_progress(struct app *app, struct screen *screen)
{
    const struct draft_place place = progress_place((struct tracking *)screen);

    (void)text_open(app, &place, NULL);
}

/* The latest earlier round that says anything. */
static const struct round *last_round(const struct tracking *tracking, const struct resolution *r)
{
    for (size_t i = r->rounds.n; i > 0; i--)
        if (!text_same(r->rounds.v[i - 1].meeting, tracking->frame.s.meeting.key) &&
            r->rounds.v[i - 1].progress.n)
            return &r->rounds.v[i - 1];
    return NULL;
}

static const char *why_no_last(struct app *app, struct screen *screen)
{
    const struct tracking *tracking = (const struct tracking *)screen;
    const char *why = why_none(app, screen);

    if (why)
        return why;
    return last_round(tracking, tracking_chosen(tracking)) ? NULL : _("之前沒有辦理情形");
}

static void run_from_last(struct app *app, struct screen *screen)
{
    const struct tracking *tracking = (const struct tracking *)screen;
    const struct draft_place place = progress_place(tracking);
    const struct text_start start = {.outline = &last_round(tracking, tracking_chosen(tracking))->progress};

    (void)text_open(app, &place, &start);
}

/* This meeting's round as it is, or a new one. */
static struct round round_now(const struct tracking *tracking, const struct resolution *r)
{
    const struct round *stored = resolution_round(r, tracking->frame.s.meeting.key);
    struct round round;

    if (stored)
        return *stored;
    entity_defaults(&round_entity, &round);
    return round;
}

static void save_round(struct app *app, struct tracking *tracking, struct round *round, const char *what)
{
    const struct resolution *r = tracking_chosen(tracking);
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("列管案 %s：%s"), r->key, what);
    do
        status = round_save(app->db, &attempt.stamp, &tracking->frame.s, r, round, &attempt.err);
    while (app_again(app, &attempt, status));
}

static void run_recommendation(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct pick_row rows[RULING_AGAIN + 1];
    struct round round = round_now(tracking, tracking_chosen(tracking));
    int picked;

    memset(rows, 0, sizeof rows);
    for (int i = 0; i <= RULING_AGAIN; i++) {
        char key[48] = "recommendation:";

        memcpy(key + strlen(key), ruling_choices.codes[i], strlen(ruling_choices.codes[i]) + 1);
        rows[i].number = i + 1;
        rows[i].label = style_get(tracking->frame.style, key);
    }
    picked = app_pick(app, _("列管建議"), rows, RULING_AGAIN + 1,
                      round.recommendation == UNKNOWN ? 0 : (size_t)round.recommendation);
    if (picked < 0)
        return;
    round.recommendation = picked;
    save_round(app, tracking, &round, _("列管建議"));
}

static enum status any_text(void *context, const char *text, struct err *err)
{
    (void)context;
    (void)text;
    (void)err;
    return STATUS_OK;
}

static void run_remark(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct round round = round_now(tracking, tracking_chosen(tracking));
    struct str text = STR_INIT;

    str_add(&text, round.remark);
    if (app_input(app, _("備註"), "", &text, any_text, NULL)) {
        round.remark = text.len_bytes ? text.text : NULL;
        save_round(app, tracking, &round, _("備註"));
    }
    str_release(&text);
}

static void run_silent(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct tracked *all = &tracking->frame.tracked;
    struct str text = STR_INIT;

    for (size_t i = 0; i < all->n; i++) {
        if (tracking_reported(tracking, all->v[i]))
            continue;
        str_printf(&text, "%s　", all->v[i]->key);
        for (size_t k = 0; k < all->v[i]->units.n; k++)
            str_printf(&text, "%s%s", k ? "、" : "", all->v[i]->units.v[k].name);
        str_printf(&text, "　%s\n", all->v[i]->instruction.n ? all->v[i]->instruction.v[0].text : "");
    }
    if (!text.len_bytes)
        str_add(&text, _("每一案都有辦理情形了。"));
    app_show(app, _("尚未回報"), text.text);
    str_release(&text);
}

static void run_enter(struct app *app, struct screen *screen)
{
    tracking_enter(app, (struct tracking *)screen);
}

static void run_left(struct app *app, struct screen *screen)
{
    step(app, (struct tracking *)screen, -1);
}

static void run_right(struct app *app, struct screen *screen)
{
    step(app, (struct tracking *)screen, 1);
}

static const struct command tracking_commands[] = {
    {"tracking.right", "Right", N_("下一案"), N_("下一案"), 0, NULL, run_right},
    {"tracking.left", "Left", N_("上一案"), NULL, 0, NULL, run_left},
    {"tracking.progress", "Enter e", N_("填辦理情形"), N_("辦理情形"), 0, why_none, run_progress},
    {"tracking.copy", "F6 c", N_("由上次的辦理情形開始寫"), N_("由上次"), 0, why_no_last, run_from_last},
    {"tracking.recommend", "F7 r", N_("列管建議"), N_("建議"), 0, why_none, run_recommendation},
    FRAME_NEXT,
    {"tracking.silent", "F8 R", N_("看誰還沒回報"), N_("未回報"), 0, NULL, run_silent},
    {"tracking.remark", "F4 k", N_("備註"), NULL, 0, why_none, run_remark},
    {"tracking.enter", "F5 n", N_("輸入建檔前的舊案"), NULL, 0, frame_why_not_change, run_enter},
    FRAME_JUMPS,
};

/* ---- life --------------------------------------------------------------------------------------- */

static enum status tracking_load(struct app *app, struct screen *screen, struct err *err)
{
    enum status status = frame_load(app, screen, err);

    return status ? status : show_chosen((struct tracking *)screen, err);
}

static bool tracking_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return pager_key(&((struct tracking *)screen)->pager, key);
}

static void tracking_close(struct app *app, struct screen *screen)
{
    pager_release(&((struct tracking *)screen)->pager);
    frame_close(app, screen);
}

static const struct screen_ops tracking_ops = {.name = "tracking",
                                               .title = N_("列管"),
                                               .commands = COMMANDS(tracking_commands),
                                               .open = tracking_load,
                                               .reload = tracking_load,
                                               .draw = tracking_draw,
                                               .key = tracking_key,
                                               .crumb = frame_crumb,
                                               .status = frame_status,
                                               .close = tracking_close};

bool tracking_push(struct app *app, int64_t meeting_id, const char *resolution)
{
    struct meeting_frame *frame =
        frame_new(app, sizeof(struct tracking), &tracking_ops, meeting_id, FRAME_TRACKING);
    struct tracking *tracking = (struct tracking *)frame;

    if (!frame)
        return false;
    pager_init(&tracking->pager);
    if (resolution && strlen(resolution) < sizeof tracking->key)
        memcpy(tracking->key, resolution, strlen(resolution) + 1);
    return app_push(app, &frame->screen);
}

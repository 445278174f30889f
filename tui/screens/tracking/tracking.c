/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 3, 列管: the tracked decisions that this meeting goes through, a page each: progress, recommendation,
 * remark, and how they stood at every meeting before.
 */
#include "tui/screens/tracking/tracking.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/text/text.h"

#include <stdio.h>
#include <string.h>

/* ---- which one ------------------------------------------------------------------------------------ */

const struct resolution *tracking_chosen(const struct tracking *tracking)
{
    const struct tracked *all = &tracking->frame.tracked;

    for (size_t i = 0; i < all->n; i++)
        if (text_same(all->v[i]->key, tracking->key))
            return all->v[i];
    return all->n ? all->v[0] : NULL;
}

void tracking_choose(struct tracking *tracking, const char *key)
{
    (void)snprintf(tracking->key, sizeof tracking->key, "%s", key ? key : "");
    tracking->page.top = 0;
    tracking->page_cols = 0;
}

static bool step_to(struct tracking *tracking, int by)
{
    const struct tracked *all = &tracking->frame.tracked;
    const struct resolution *chosen = tracking_chosen(tracking);

    for (size_t i = 0; i < all->n; i++)
        if (all->v[i] == chosen && (by > 0 ? i + 1 < all->n : i > 0)) {
            tracking_choose(tracking, all->v[by > 0 ? i + 1 : i - 1]->key);
            return true;
        }
    return false;
}

/* ---- this meeting's round ------------------------------------------------------------------------- */

const char *tracking_why_none(struct app *app, struct screen *screen)
{
    if (!tracking_chosen((const struct tracking *)screen))
        return _("這次會議沒有列管案");
    return frame_why_not_change(app, screen);
}

struct round tracking_round(const struct tracking *tracking, const struct resolution *resolution)
{
    const struct round *stored = resolution_round(resolution, tracking->frame.s.meeting.key);
    struct round round;

    if (stored)
        return *stored;
    entity_defaults(&round_entity, &round);
    return round;
}

bool tracking_fresh(struct app *app, struct tracking *tracking)
{
    struct err err = {0};

    if (!app->changed || !tracking->frame.screen.ops->reload(app, &tracking->frame.screen, &err))
        return tracking_chosen(tracking) != NULL;
    app_error(app, &err);
    return false;
}

bool tracking_store(struct app *app, struct tracking *tracking, struct round *round, const char *what)
{
    const struct resolution *r = tracking_chosen(tracking);
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("%s 列管 %s：%s"), tracking->frame.s.meeting.key, r->key, what);
    do
        status = round_save(app->db, &attempt.stamp, &tracking->frame.s, r, round, &attempt.err);
    while (app_again(app, &attempt, status));
    return !status && tracking_fresh(app, tracking);
}

/* ---- commands ------------------------------------------------------------------------------------- */

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
static const struct round *last_round(const struct tracking *tracking)
{
    const struct resolution *r = tracking_chosen(tracking);

    for (size_t i = r->rounds.n; i > 0; i--)
        if (!text_same(r->rounds.v[i - 1].meeting, tracking->frame.s.meeting.key) &&
            r->rounds.v[i - 1].progress.n)
            return &r->rounds.v[i - 1];
    return NULL;
}

static const char *why_no_last(struct app *app, struct screen *screen)
{
    const char *why = tracking_why_none(app, screen);

    if (why)
        return why;
    return last_round((struct tracking *)screen) ? NULL : _("之前沒有辦理情形可以沿用");
}

/* What stands is only replaced when that is wanted. */
static void run_from_last(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const char *const choices[] = {_("保留現在的文字"), _("改用上次的文字")};
    const struct draft_place place = progress_place(tracking);
    const struct text_start start = {.outline = &last_round(tracking)->progress};

    if (tracking_round(tracking, tracking_chosen(tracking)).progress.n &&
        app_ask(app, _("由上次的辦理情形開始"), _("這次的辦理情形已經有文字了。"), choices, 2, 0) != 1)
        return;
    (void)text_open(app, &place, &start);
}

static void run_remark(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct round round = tracking_round(tracking, tracking_chosen(tracking));
    struct str text = STR_INIT;

    str_add(&text, round.remark);
    if (app_input(app, _("備註"), _("印在辦理情形表的備註欄；留空就清除"), &text, NULL, NULL) &&
        tracking_fresh(app, tracking)) {
        round = tracking_round(tracking, tracking_chosen(tracking));
        round.remark = text.len_bytes ? text.text : NULL;
        (void)tracking_store(app, tracking, &round, _("備註"));
    }
    str_release(&text);
}

static void run_new(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    char key[64];

    if (tracking_head_ask(app, &tracking->frame.s.resolutions, NULL, key)) {
        tracking_choose(tracking, key);
        (void)tracking_fresh(app, tracking);
        app_message(app, ROLE_GOOD, _("已列管，編號 %s；這次會議就會追蹤"), key);
    }
}

const char *tracking_why_no_head(struct app *app, struct screen *screen)
{
    (void)app;
    return tracking_chosen((const struct tracking *)screen) ? NULL : _("這次會議沒有列管案");
}

static void run_head(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;

    if (tracking_head_ask(app, &tracking->frame.s.resolutions, tracking_chosen(tracking), NULL))
        (void)tracking_fresh(app, tracking);
}

static void run_left(struct app *app, struct screen *screen)
{
    if (!step_to((struct tracking *)screen, -1))
        app_message(app, ROLE_TEXT, "%s", _("這是第一案"));
}

static void run_right(struct app *app, struct screen *screen)
{
    if (!step_to((struct tracking *)screen, 1))
        app_message(app, ROLE_TEXT, "%s", _("這是最後一案。F8 看誰還沒回報，F9 到下一步"));
}

static const struct command tracking_commands[] = {
    {"tracking.progress", "Enter e", N_("填寫辦理情形"), N_("辦理情形"), 0, tracking_why_none, run_progress},
    {"tracking.right", "Right Tab", N_("下一案"), N_("下一案"), 0, tracking_why_no_head, run_right},
    {"tracking.recommend", "F7 r", N_("列管建議：從清單選"), N_("建議"), 0, tracking_why_none,
     tracking_run_recommend},
    {"tracking.copy", "F6 c", N_("由上次的辦理情形開始寫"), N_("由上次"), 0, why_no_last, run_from_last},
    {"tracking.silent", "F8 R", N_("看誰還沒回報"), N_("未回報"), 0, NULL, tracking_run_silent},
    FRAME_NEXT,
    {"tracking.ruling", "F12 d", N_("會議的裁示（會中在「議事」記，會後可在這裡補）"), N_("裁示"), 0,
     tracking_why_no_ruling, tracking_run_ruling},
    {"tracking.rest", "F11 a", N_("其餘照建議：還沒裁示的都照列管建議裁示"), N_("其餘照建議"), 0,
     tracking_why_no_ruling, tracking_run_rest},
    {"tracking.unit", "F3 u", N_("記一個單位自己的回報"), N_("單位回報"), 0, tracking_why_none,
     tracking_run_unit},
    {"tracking.new", "F5 n", N_("輸入建檔前的舊案"), N_("舊案"), 0, NULL, run_new},
    {"tracking.remark", "F4 k", N_("備註"), N_("備註"), 0, tracking_why_none, run_remark},
    {"tracking.head", "F2 h", N_("修改裁示事項、單位與期限"), N_("修改"), 0, tracking_why_no_head, run_head},
    {"tracking.release", "1", N_("建議解除列管"), NULL, 0, tracking_why_none, tracking_run_release},
    {"tracking.continue", "2", N_("建議繼續列管"), NULL, 0, tracking_why_none, tracking_run_continue},
    {"tracking.self", "3", N_("建議自行列管"), NULL, 0, tracking_why_none, tracking_run_self},
    {"tracking.merge", "4", N_("建議併案列管"), NULL, 0, tracking_why_none, tracking_run_merge},
    {"tracking.kin", "g", N_("到前案、後續或併入的案"), N_("相關案"), 0, tracking_why_no_head,
     tracking_run_kin},
    {"tracking.split", "s", N_("分成數案：原案結案，各案另編號"), N_("分案"), 0, tracking_why_no_ruling,
     tracking_run_split},
    {"tracking.tables", "t", N_("辦理情形的附表"), N_("附表"), 0, tracking_why_none, tracking_run_tables},
    {"tracking.attachments", "f", N_("辦理情形的附件"), N_("附件"), 0, tracking_why_none,
     tracking_run_attachments},
    {"tracking.letter", "l", N_("回報的公文：發文日期、字號"), N_("公文"), 0, tracking_why_none,
     tracking_run_letter},
    {"tracking.ask", "w", N_("寫出請各單位填寫的表（CSV）"), N_("寫出表"), 0, tracking_why_none,
     tracking_run_ask},
    {"tracking.collect", "i", N_("收回各單位填好的表"), N_("收回表"), 0, tracking_why_none,
     tracking_run_collect},
    {"tracking.decisions", "o", N_("上次會議的全部決議，洽悉的也在"), N_("上次決議"), 0, NULL,
     tracking_run_decisions},
    {"tracking.left", "Left Shift-Tab", N_("上一案"), NULL, 0, tracking_why_no_head, run_left},
    FRAME_JUMPS,
};

/* ---- life ----------------------------------------------------------------------------------------- */

static enum status tracking_load(struct app *app, struct screen *screen, struct err *err)
{
    struct tracking *tracking = (struct tracking *)screen;
    enum status status = frame_load(app, screen, err);

    tracking->page_cols = 0;
    if (!status)
        status = meeting_list(app->db, tracking->frame.s.committee.row.id, &tracking->frame.s.arena,
                              &tracking->meetings, err);
    return status;
}

static bool tracking_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return page_key(&((struct tracking *)screen)->page, key);
}

static void tracking_close(struct app *app, struct screen *screen)
{
    arena_release(&((struct tracking *)screen)->arena);
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
    struct tracking *tracking =
        (struct tracking *)frame_new(app, sizeof(struct tracking), &tracking_ops, meeting_id, FRAME_TRACKING);

    if (!tracking)
        return false;
    tracking_choose(tracking, resolution);
    return app_push(app, &tracking->frame.screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The register of tracked decisions (列管總表): all a committee ever put under tracking, filtered, each with
 * its age as a bar; Enter opens its page.
 */
#include "tui/screens/tracking/register.h"

#include "tui/cli/sentence.h"
#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/tracking/tracking.h"
#include "tui/widgets/picker.h"

#include <stdlib.h>
#include <string.h>

/* ---- what is shown -------------------------------------------------------------------------------- */

void register_choose(struct tracked_register *reg)
{
    reg->n_shown = 0;
    for (size_t i = 0; i < reg->data.all.n; i++)
        if (register_passes(reg, &reg->data.all.v[i]))
            reg->shown[reg->n_shown++] = &reg->data.all.v[i];
    if (reg->by_due)
        track_sort_by_due(reg->shown, reg->n_shown);
    else
        track_sort_by_number(reg->shown, reg->n_shown);
    list_view_reload(&reg->list);
}

static enum status register_load(struct app *app, struct screen *screen, struct err *err)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    enum status status = register_data_load(app, &reg->data, err);

    if (status)
        return status;
    reg->n_shown = 0;
    reg->shown = arena_take(&reg->data.arena, (reg->data.all.n + 1) * sizeof *reg->shown);
    if (!reg->shown)
        return err_memory(err);
    reg->today = app_today(app);
    (void)frame_today(app, reg->today_iso);
    register_choose(reg);
    return STATUS_OK;
}

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *const filter_names[FILTERS] = {N_("列管中"), N_("逾期"), N_("未回報"), N_("已結案"),
                                                  N_("全部")};

static const char *why_none(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct tracked_register *)screen)->n_shown ? NULL : _("這個篩選之下沒有列管案");
}

static void run_page(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    int64_t *ids = calloc(reg->n_shown + 1, sizeof *ids);
    struct err err = {0};
    size_t row;

    if (!ids) {
        (void)err_memory(&err);
        app_error(app, &err);
        return;
    }
    for (size_t i = 0; i < reg->n_shown; i++)
        ids[i] = reg->shown[i]->row.id;
    if (list_view_selected(&reg->list, &row))
        (void)register_page_push(app, ids, reg->n_shown, row);
    free(ids);
}

static void run_filter(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;

    (void)app;
    reg->filter = (enum track_state)((reg->filter + 1) % FILTERS);
    register_choose(reg);
}

static void run_sort(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;

    reg->by_due = !reg->by_due;
    register_choose(reg);
    app_message(app, ROLE_TEXT, "%s", reg->by_due ? _("依期限排列，沒有期限的在最後") : _("依案號排列"));
}

static void run_text(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;

    if (!app_input(app, _("找哪些字？"), _("在裁示、辦理情形、備註與案號中找；留空看全部"), &reg->text, NULL,
                   NULL))
        return;
    str_clear(&reg->folded);
    text_fold(&reg->folded, reg->text.text, reg->text.len_bytes);
    register_choose(reg);
}

static void run_clear(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;

    (void)app;
    str_clear(&reg->unit);
    str_clear(&reg->meeting);
    str_clear(&reg->text);
    str_clear(&reg->folded);
    reg->filter = TRACK_OPEN;
    register_choose(reg);
}

static void run_new(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    struct err err = {0};
    char key[64] = "";

    if (!tracking_head_ask(app, &reg->data.all, NULL, key))
        return;
    if (register_load(app, screen, &err))
        app_error(app, &err);
    for (size_t i = 0; i < reg->n_shown; i++)
        if (text_same(reg->shown[i]->key, key))
            list_view_select(&reg->list, i);
    app_message(app, ROLE_GOOD, _("已列管，編號 %s"), key);
}

static void run_head(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    size_t row;

    if (list_view_selected(&reg->list, &row))
        (void)tracking_head_ask(app, &reg->data.all, reg->shown[row], NULL);
}

static void run_remove(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    const char *const choices[] = {_("不刪除"), _("刪除")};
    const struct resolution *r;
    struct attempt attempt;
    enum status status;
    size_t row;

    if (!list_view_selected(&reg->list, &row))
        return;
    r = reg->shown[row];
    if (app_ask(app, _("刪除這一列管案？"), r->instruction.n ? r->instruction.v[0].text : r->key, choices, 2,
                0) != 1)
        return;
    app_attempt(app, &attempt, _("刪除列管案 %s"), r->key);
    do
        status = resolution_save(app->db, &attempt.stamp, app->committee_id, r, NULL, &attempt.err);
    while (app_again(app, &attempt, status));
}

static const struct command register_commands[] = {
    {"register.page", "Enter", N_("看這一案的全部歷程"), N_("歷程"), 0, why_none, run_page},
    {"register.filter", "Tab f", N_("換篩選：列管中、逾期、未回報、已結案、全部"), N_("篩選"), 0, NULL,
     run_filter},
    {"register.unit", "F7", N_("只看一個單位"), N_("單位"), 0, NULL, register_run_unit},
    {"register.text", "s F8", N_("只看有這些字的"), N_("找字"), 0, NULL, run_text},
    {"register.sort", "o F4", N_("換排列：案號、期限"), N_("排列"), 0, NULL, run_sort},
    {"register.meeting", "m F6", N_("只看一次會議決議的"), N_("會議"), 0, NULL, register_run_meeting},
    {"register.new", "n F5", N_("輸入建檔前的舊案"), N_("舊案"), 0, NULL, run_new},
    {"register.head", "h F2", N_("修改裁示事項、單位與期限"), N_("修改"), 0, why_none, run_head},
    {"register.clear", "x F9", N_("清除篩選"), NULL, 0, NULL, run_clear},
    {"register.remove", "Delete", N_("刪除還沒有辦理情形的"), NULL, 0, why_none, run_remove},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static void register_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    struct str title = STR_INIT;
    struct rect inner;

    (void)app;
    str_printf(&title, _("列管總表：%s %zu 案"), _(filter_names[reg->filter]), reg->n_shown);
    if (reg->by_due)
        str_add(&title, _("　依期限"));
    if (reg->unit.len_bytes)
        str_printf(&title, _("　%s"), reg->unit.text);
    if (reg->meeting.len_bytes) {
        str_add(&title, _("　"));
        label_meeting_key(&title, reg->meeting.text, NULL);
    }
    if (reg->folded.len_bytes)
        str_printf(&title, _("　「%s」"), reg->text.text);
    draw_frame(rect, title.text, true, &inner);
    list_view_draw(&reg->list, inner, true);
    str_release(&title);
}

static bool register_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct tracked_register *)screen)->list, key);
}

static void register_close(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;

    (void)app;
    register_data_release(&reg->data);
    str_release(&reg->unit);
    str_release(&reg->meeting);
    str_release(&reg->text);
    str_release(&reg->folded);
    free(reg);
}

static const struct screen_ops register_ops = {.name = "register",
                                               .title = N_("列管總表"),
                                               .commands = COMMANDS(register_commands),
                                               .open = register_load,
                                               .reload = register_load,
                                               .draw = register_draw,
                                               .key = register_key,
                                               .close = register_close};

bool register_push(struct app *app)
{
    struct tracked_register *reg = calloc(1, sizeof *reg);
    struct err err = {0};

    if (!reg) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    reg->screen.ops = &register_ops;
    str_init(&reg->unit);
    str_init(&reg->meeting);
    str_init(&reg->text);
    str_init(&reg->folded);
    register_list_init(reg);
    return app_push(app, &reg->screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roster at a date, and whether it is composed as the rules want.
 */
#include "tui/screens/committee/roster.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- loading -------------------------------------------------------------------------------------- */

enum status members_load(struct app *app, struct arena *arena, struct committee *committee,
                         struct members *members, struct err *err)
{
    *members = (struct members){NULL, 0};
    arena_release(arena);
    return committee_load(app->db, app->committee_id, arena, committee, members, err);
}

const struct member *members_by_id(const struct members *members, int64_t id)
{
    for (size_t i = 0; id && i < members->n; i++)
        if (members->v[i].row.id == id)
            return &members->v[i];
    return NULL;
}

static enum status make_rows(struct roster *roster, struct err *err)
{
    int seat = 0;

    roster->n = 0;
    roster->rows = arena_take(&roster->arena, (roster->members.n + 1) * sizeof *roster->rows);
    if (!roster->rows)
        return err_memory(err);
    for (size_t i = 0; i < roster->members.n; i++) {
        const struct member *member = &roster->members.v[i];
        const struct appointment *now = appointment_at(member, roster->on);

        if (!now && !roster->all)
            continue;
        roster->rows[roster->n++] =
            (struct roster_row){member, now ? now : appointment_at(member, NULL), now ? ++seat : 0};
    }
    return composition_on(rule_at(&roster->committee, roster->on), &roster->members, roster->on,
                          &roster->arena, &roster->composition, err);
}

static enum status roster_load(struct app *app, struct screen *screen, struct err *err)
{
    struct roster *roster = (struct roster *)screen;
    enum status status = members_load(app, &roster->arena, &roster->committee, &roster->members, err);

    if (!*roster->on)
        date_iso(roster->on, app_today(app));
    roster->n = 0;
    if (!status)
        status = make_rows(roster, err);
    if (status) {
        roster->n = 0;
        roster->composition = (struct composition){0};
    }
    list_view_reload(&roster->list);
    return status;
}

/* ---- commands ------------------------------------------------------------------------------------- */

static const struct roster_row *selected(struct roster *roster)
{
    size_t row;

    return list_view_selected(&roster->list, &row) ? &roster->rows[row] : NULL;
}

static const char *why_nobody(struct app *app, struct screen *screen)
{
    (void)app;
    return selected((struct roster *)screen) ? NULL : _("名冊是空的：按 n 新增委員");
}

static const char *why_not_end(struct app *app, struct screen *screen)
{
    const struct roster_row *row = selected((struct roster *)screen);

    if (!row)
        return why_nobody(app, screen);
    return row->seat ? NULL : _("這一天不在任，沒有可以解任的任期");
}

static void run_new(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)member_push(app, 0);
}

static void run_edit(struct app *app, struct screen *screen)
{
    const struct roster_row *row = selected((struct roster *)screen);

    if (row)
        (void)member_push(app, row->member->row.id);
}

static void run_end(struct app *app, struct screen *screen)
{
    const struct roster_row *row = selected((struct roster *)screen);

    if (row)
        member_end(app, row->member, row->appointment);
}

static void run_remove(struct app *app, struct screen *screen)
{
    const struct roster_row *row = selected((struct roster *)screen);
    const char *const choices[] = {_("不刪除"), _("刪除")};
    struct attempt attempt;
    struct str text = STR_INIT;
    enum status status;

    if (!row)
        return;
    str_printf(&text, _("刪除 %s%s？只有從未出現在會議裡的委員才能刪除；離任的請用「解任」。"),
               row->member->surname, row->member->given ? row->member->given : "");
    if (app_ask(app, _("刪除委員"), text.text, choices, 2, 0) == 1) {
        app_attempt(app, &attempt, _("刪除委員：%s%s"), row->member->surname,
                    row->member->given ? row->member->given : "");
        do
            status = member_save(app->db, &attempt.stamp, app->committee_id, row->member, NULL, &attempt.err);
        while (app_again(app, &attempt, status));
    }
    str_release(&text);
}

static void run_all(struct app *app, struct screen *screen)
{
    struct roster *roster = (struct roster *)screen;
    struct err err = {0};

    roster->all = !roster->all;
    if (make_rows(roster, &err))
        app_error(app, &err);
    list_view_reload(&roster->list);
}

static void run_date(struct app *app, struct screen *screen)
{
    struct roster *roster = (struct roster *)screen;
    char iso[DATE_ISO_SIZE];
    struct err err = {0};

    if (!ask_day(app, _("哪一天的名冊？"), _("例如 112/5/24"), app_today(app), false, iso))
        return;
    (void)snprintf(roster->on, sizeof roster->on, "%s", iso);
    if (make_rows(roster, &err))
        app_error(app, &err);
    list_view_reload(&roster->list);
}

static void run_paste(struct app *app, struct screen *screen)
{
    (void)screen;
    app_message(app, ROLE_TEXT, "%s",
                _("在試算表選取每位委員一列（姓名、性別、身分、單位、職稱），複製後在這裡貼上"));
}

static void move(struct app *app, struct roster *roster, int by)
{
    const struct roster_row *row = selected(roster);
    struct attempt attempt;
    enum status status;

    if (!row)
        return;
    app_attempt(app, &attempt, _("委員席次：%s%s"), row->member->surname,
                row->member->given ? row->member->given : "");
    attempt.quiet = true;
    do
        status = member_move(app->db, &attempt.stamp, app->committee_id, &roster->members,
                             (size_t)(row->member - roster->members.v), by, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status && (status != STATUS_NO || attempt.err.code != CODE_NONE))
        app_error(app, &attempt.err);
}

static void run_up(struct app *app, struct screen *screen)
{
    move(app, (struct roster *)screen, -1);
}

static void run_down(struct app *app, struct screen *screen)
{
    move(app, (struct roster *)screen, 1);
}

static const struct command commands[] = {
    {"members.edit", "Enter", N_("修改委員資料"), N_("修改"), 0, why_nobody, run_edit},
    {"members.new", "n F7", N_("新增委員"), N_("新增"), 0, NULL, run_new},
    {"members.end", "e F8", N_("解任（任期到某日為止）"), N_("解任"), 0, why_not_end, run_end},
    {"members.date", "d F5", N_("看某一天的名冊"), N_("日期"), 0, NULL, run_date},
    {"members.all", "a F6", N_("也列出不在任的委員"), N_("含不在任"), 0, NULL, run_all},
    {"members.paste", "p", N_("從試算表貼上名冊"), N_("貼上"), 0, NULL, run_paste},
    {"members.up", "Shift-Up Ctrl-Up Alt-Up", N_("席次往前"), NULL, 0, why_nobody, run_up},
    {"members.down", "Shift-Down Ctrl-Down Alt-Down", N_("席次往後"), NULL, 0, why_nobody, run_down},
    {"members.remove", "Delete", N_("刪除誤加的委員"), NULL, 0, why_nobody, run_remove},
};

/* ---- drawing and life ----------------------------------------------------------------------------- */

static void roster_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct roster *roster = (struct roster *)screen;
    const struct layout_part parts[] = {
        {6, 0, 1, 0}, {3, 3 + (int)(roster->composition.n < 6 ? roster->composition.n : 6), 1, 1}};
    struct rect boxes[2], inner;
    struct str title = STR_INIT;

    (void)app;
    layout_rows(rect, parts, 2, boxes);
    str_add(&title, _("委員名冊 "));
    label_date(&title, roster->on);
    if (roster->all)
        str_add(&title, _("（含不在任）"));
    draw_frame(boxes[0], title.text, true, &inner);
    list_view_draw(&roster->list, inner, true);
    if (boxes[1].rows > 2) {
        draw_frame(boxes[1], _("組成"), false, &inner);
        draw_blank(inner, ROLE_TEXT);
        composition_draw(&roster->composition, layout_inset(inner, 1, 0));
    }
    str_release(&title);
}

static bool roster_key(struct app *app, struct screen *screen, const struct key *key)
{
    if (key->kind == KEY_KIND_PASTE) {
        members_paste(app, key->text, key->len_bytes);
        return true;
    }
    return list_view_key(&((struct roster *)screen)->list, key);
}

static void roster_close(struct app *app, struct screen *screen)
{
    (void)app;
    arena_release(&((struct roster *)screen)->arena);
    free(screen);
}

static const struct screen_ops roster_ops = {.name = "members",
                                             .title = N_("委員名冊"),
                                             .commands = COMMANDS(commands),
                                             .open = roster_load,
                                             .reload = roster_load,
                                             .draw = roster_draw,
                                             .key = roster_key,
                                             .close = roster_close};

bool members_push(struct app *app)
{
    struct roster *roster = calloc(1, sizeof *roster);
    struct err err = {0};

    if (!roster) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    roster->screen.ops = &roster_ops;
    list_view_init(&roster->list, roster_columns, roster_n_columns, &roster_source, roster);
    roster->list.empty = N_("還沒有委員。按 n 一位一位新增，或從試算表複製整份名冊在這裡貼上。");
    return app_push(app, &roster->screen);
}

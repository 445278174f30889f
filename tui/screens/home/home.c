/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Home: what is next, what is tracked, all meetings. Everything starts from here.
 */
#include "tui/screens/home/home.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/picker.h"

#include <stdlib.h>
#include <string.h>

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_no_committee(struct app *app, struct screen *screen)
{
    (void)screen;
    return app->committee_id ? NULL : _("還沒有委員會，請先建立");
}

static void run_open(struct app *app, struct screen *screen)
{
    struct home *home = (struct home *)screen;
    size_t row;

    if (!app->committee_id) {
        (void)welcome_push(app);
    } else if (home->on_tracked && list_view_selected(&home->tracked, &row)) {
        /* in its place in the meeting where it comes up; without one in the register */
        if (home->next.meeting.row.id && !frame_meeting_over(&home->next.meeting))
            (void)tracking_push(app, home->next.meeting.row.id, home->open[row].resolution->key);
        else
            (void)register_push(app);
    } else if (list_view_selected(&home->meetings, &row)) {
        (void)meeting_push(app, home->lines.v[row].id);
    } else {
        app_message(app, ROLE_WARN, "%s", _("還沒有會議：按 n 建立第一次會議"));
    }
}

static void create(struct app *app, const char *iso, enum meeting_kind kind)
{
    struct attempt attempt;
    struct str day = STR_INIT;
    struct date date;
    int64_t id = 0;
    enum status status;

    label_date(&day, iso);
    app_attempt(app, &attempt, _("建立新會議：%s"), day.text);
    do
        status = meeting_create(app->db, &attempt.stamp, app->committee_id, iso, kind, &id, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status == STATUS_OK && prepare_push(app, id) && date_parse_iso(iso, &date) &&
        !workday_is(&office_calendar_shipped, date)) {
        const char *name = workday_name(&office_calendar_shipped, date);

        app_message(app, ROLE_WARN, _("請留意：%s 不上班（%s）"), day.text, name ? name : _("週休"));
    }
    str_release(&day);
}

static void run_new(struct app *app, struct screen *screen)
{
    const char *const kinds[] = {_("例行會議：常設議程、緩議與未及討論的案自動列入"),
                                 _("臨時會議：由空白議程開始，不計入每年開會次數")};
    char iso[DATE_ISO_SIZE];
    int kind =
        app_ask(app, _("新會議"), _("兩種會議分別編號；決議都可以列管，由下一次例行會議追蹤。"), kinds, 2, 0);

    (void)screen;
    if (kind >= 0 &&
        ask_day(app, _("新會議：哪一天開會？"), _("例如 5/24、112/5/24 或 1120524；之後可以再改"),
                (struct date){0, 0, 0}, false, iso))
        create(app, iso, kind == 1 ? MEETING_EXTRAORDINARY : MEETING_REGULAR);
}

static void run_switch(struct app *app, struct screen *screen)
{
    struct home *home = (struct home *)screen;

    (void)app;
    home->on_tracked = !home->on_tracked && home->n_open > 0;
}

static void run_register(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)register_push(app);
}

static void run_members(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)members_push(app);
}

static void run_committee(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)committee_push(app);
}

static void run_search(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)search_push(app);
}

static void run_other(struct app *app, struct screen *screen)
{
    struct arena arena = ARENA_INIT;
    struct committee_lines lines = {NULL, 0};
    struct pick_row *rows = NULL;
    struct err err = {0};
    size_t at = 0;
    int picked = -1;
    enum status status = committee_list(app->db, &arena, &lines, &err);

    if (!status && !(rows = arena_take(&arena, (lines.n + 1) * sizeof *rows)))
        status = err_memory(&err);
    for (size_t i = 0; i < lines.n && !status; i++) {
        rows[i] = (struct pick_row){.label = lines.v[i].name, .detail = lines.v[i].key};
        if (lines.v[i].id == app->committee_id)
            at = i;
    }
    if (status)
        app_error(app, &err);
    else
        picked = app_pick(app, _("哪一個委員會？"), rows, lines.n, at);
    if (picked >= 0) {
        app->committee_id = lines.v[picked].id;
        if (home_load(app, screen, &err))
            app_error(app, &err);
    }
    arena_release(&arena);
}

static void run_add_committee(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)welcome_push(app);
}

static void run_settings(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)settings_push(app);
}

static void run_journal(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)journal_push(app, 0, NULL);
}

static const struct command home_commands[] = {
    {"home.open", "Enter", N_("開啟會議或列管案"), N_("開啟"), 0, NULL, run_open},
    {"home.new", "n F7", N_("建立新會議"), N_("新會議"), 0, why_no_committee, run_new},
    {"home.register", "t F6", N_("列管總表"), N_("列管總表"), 0, why_no_committee, run_register},
    {"home.members", "m F5", N_("委員名冊"), N_("委員名冊"), 0, why_no_committee, run_members},
    {"home.search", "/ F3", N_("搜尋所有會議"), N_("搜尋"), 0, why_no_committee, run_search},
    {"home.committee", "c F4", N_("委員會資料與規則"), N_("委員會"), 0, why_no_committee, run_committee},
    {"home.settings", "s F8", N_("設定：語言、配色、按鍵"), N_("設定"), 0, NULL, run_settings},
    {"home.journal", "j F9", N_("異動日誌：誰在何時改了什麼"), NULL, 0, NULL, run_journal},
    {"home.switch", "Tab", N_("在會議與列管案之間切換"), NULL, 0, NULL, run_switch},
    {"home.other", "", N_("換到另一個委員會"), NULL, 0, NULL, run_other},
    {"home.add", "", N_("再建立或匯入一個委員會"), NULL, 0, NULL, run_add_committee},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static bool home_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct home *home = (struct home *)screen;

    (void)app;
    return list_view_key(home->on_tracked ? &home->tracked : &home->meetings, key);
}

static void home_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    const struct home *home = (const struct home *)screen;

    (void)app;
    str_add(out, home->committee.name ? home->committee.name : _("首頁"));
}

static void home_status(const struct app *app, const struct screen *screen, struct status_line *line)
{
    struct moment now = app_moment(app);
    struct str text = STR_INIT;

    (void)screen;
    moment_format(&text, _("{Y}/{mm}/{dd}({w}) {HH}:{MM}"), now);
    status_add(line, ROLE_TITLE, text.text);
    str_release(&text);
}

static void home_close(struct app *app, struct screen *screen)
{
    (void)app;
    home_forget((struct home *)screen);
    free(screen);
}

static const struct screen_ops home_ops = {.name = "home",
                                           .title = N_("首頁"),
                                           .commands = COMMANDS(home_commands),
                                           .open = home_load,
                                           .reload = home_load,
                                           .draw = home_draw,
                                           .key = home_key,
                                           .crumb = home_crumb,
                                           .status = home_status,
                                           .close = home_close};

struct screen *home_new(void)
{
    struct home *home = calloc(1, sizeof *home);

    if (!home)
        return NULL;
    home->screen.ops = &home_ops;
    list_view_init(&home->meetings, home_meeting_columns, home_n_meeting_columns, &home_meeting_source, home);
    list_view_init(&home->tracked, home_tracked_columns, home_n_tracked_columns, &home_tracked_source, home);
    home->meetings.empty = N_("還沒有會議。按 n 建立第一次會議。");
    home->tracked.empty = N_("目前沒有列管中的決議。");
    home->tracked.no_heading = home->meetings.no_heading = true;
    return &home->screen;
}

bool home_push(struct app *app)
{
    struct screen *screen = home_new();
    struct err err = {0};

    if (screen)
        return app_push(app, screen);
    (void)err_memory(&err);
    app_error(app, &err);
    return false;
}

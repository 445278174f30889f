/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The register of tracked decisions: all a committee ever put under tracking, filtered, each with its age
 * as a bar and its whole history on Enter.
 */
#include "core/base/text.h"
#include "tui/cli/sentence.h"
#include "tui/screens/label.h"
#include "tui/screens/meeting_frame.h"
#include "tui/screens/screens.h"
#include "tui/widgets/list.h"

#include <stdlib.h>
#include <string.h>

enum filter { FILTER_OPEN, FILTER_OVERDUE, FILTER_RELEASED, FILTER_ALL, FILTERS };
enum { BAR_CELLS = 8, BAR_DAYS = 90 }; /* a cell of the bar is a quarter of a year */

struct entry {
    const struct resolution *resolution;
    int days; /* since it was decided; -1 = not known */
};
struct tracked_register {
    struct screen screen;
    struct arena arena;
    struct resolutions all;
    struct meeting_lines meetings;
    struct style *style;
    struct entry *shown;
    size_t n_shown;
    enum filter filter;
    struct str unit, text; /* "" = any; text is folded */
    struct list_view list;
    char today[DATE_ISO_SIZE];
};

/* ---- what is shown ------------------------------------------------------------------------------ */

static const char *decided_on(const struct tracked_register *r, const struct resolution *resolution)
{
    for (size_t i = 0; resolution->meeting && i < r->meetings.n; i++)
        if (text_same(r->meetings.v[i].key, resolution->meeting))
            return r->meetings.v[i].start;
    return resolution->source_date;
}

static bool has_text(const struct resolution *resolution, const char *folded)
{
    for (size_t i = 0; i < resolution->instruction.n; i++)
        if (text_contains_folded(resolution->instruction.v[i].text, folded))
            return true;
    for (size_t i = 0; i < resolution->rounds.n; i++)
        for (size_t k = 0; k < resolution->rounds.v[i].progress.n; k++)
            if (text_contains_folded(resolution->rounds.v[i].progress.v[k].text, folded))
                return true;
    return text_contains_folded(resolution->key, folded);
}

static bool passes(const struct tracked_register *r, const struct resolution *resolution)
{
    bool by_state = r->filter == FILTER_ALL || (r->filter == FILTER_OPEN && resolution_open(resolution)) ||
                    (r->filter == FILTER_OVERDUE && resolution_overdue(resolution, r->today)) ||
                    (r->filter == FILTER_RELEASED && !resolution_open(resolution));

    return by_state && (!r->unit.len_bytes || resolution_has_unit(resolution, r->unit.text)) &&
           (!r->text.len_bytes || has_text(resolution, r->text.text));
}

static void choose_shown(struct app *app, struct tracked_register *r)
{
    r->n_shown = 0;
    for (size_t i = 0; i < r->all.n; i++) {
        const struct resolution *resolution = &r->all.v[i];
        const char *since = decided_on(r, resolution);
        struct moment moment = {.minutes = -1};
        int days = -1;

        if (!passes(r, resolution))
            continue;
        if (since && (moment_parse_iso(since, &moment) || date_parse_iso(since, &moment.date)))
            days = date_days_between(moment.date, app_today(app));
        r->shown[r->n_shown++] = (struct entry){resolution, days};
    }
    list_view_reload(&r->list);
}

static enum status register_load(struct app *app, struct screen *screen, struct err *err)
{
    struct tracked_register *r = (struct tracked_register *)screen;
    struct arena arena = ARENA_INIT;
    struct resolutions all = {NULL, 0};
    struct meeting_lines meetings = {NULL, 0};
    struct entry *shown = NULL;
    enum status status = resolutions_load(app->db, app->committee_id, &arena, &all, err);

    if (!status)
        status = meeting_list(app->db, app->committee_id, &arena, &meetings, err);
    if (!status && !(shown = arena_take(&arena, (all.n + 1) * sizeof *shown)))
        status = err_memory(err);
    if (status) {
        arena_release(&arena);
        return status;
    }
    arena_release(&r->arena);
    r->arena = arena;
    r->all = all;
    r->meetings = meetings;
    r->shown = shown;
    (void)frame_today(app, r->today);
    choose_shown(app, r);
    return STATUS_OK;
}

/* ---- the list ----------------------------------------------------------------------------------- */

enum { COLUMN_KEY, COLUMN_TEXT, COLUMN_UNIT, COLUMN_DUE, COLUMN_ROUNDS, COLUMN_STATE, COLUMN_AGE };
static const struct list_column columns[] = {
    {.heading = N_("案號"), .cols = 9},
    {.heading = N_("決議"), .cols = 20, .weight = 3},
    {.heading = N_("主辦"), .cols = 8, .weight = 1, .fold = 1},
    {.heading = N_("期限"), .cols = 9},
    {.heading = N_("次"), .cols = 3, .align = TEXT_RIGHT, .fold = 2},
    {.heading = N_("狀態"), .cols = 8},
    {.heading = N_("經過"), .cols = BAR_CELLS + 6, .fold = 3},
};

static size_t count(void *context)
{
    return ((struct tracked_register *)context)->n_shown;
}

static void add_units(const struct resolution *resolution, struct str *out)
{
    for (size_t i = 0; i < resolution->units.n; i++)
        str_printf(out, "%s%s", i ? "、" : "", resolution->units.v[i].name);
}

static void add_age(int days, struct str *out)
{
    int cells = days < 0 ? 0 : 1 + days / BAR_DAYS;

    str_add_repeat(out, "█", cells > BAR_CELLS ? BAR_CELLS : cells);
    if (days >= 0)
        str_printf(out, _(" %d日"), days);
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct tracked_register *r = context;
    const struct resolution *resolution = r->shown[row].resolution;
    const char *due = resolution_due(resolution);
    struct date date;

    switch (column) {
    case COLUMN_KEY:
        str_add(out, resolution->key);
        break;
    case COLUMN_TEXT:
        str_add(out, resolution->instruction.n ? resolution->instruction.v[0].text : "");
        break;
    case COLUMN_UNIT:
        add_units(resolution, out);
        break;
    case COLUMN_DUE:
        if (due && date_parse_iso(due, &date))
            moment_format(out, "{Y}/{mm}/{dd}", (struct moment){date, -1});
        break;
    case COLUMN_ROUNDS:
        str_printf(out, "%zu", resolution->rounds.n);
        break;
    case COLUMN_STATE:
        str_add(out, track_state_words(resolution, r->today));
        *role = resolution_overdue(resolution, r->today) ? ROLE_BAD
                : resolution_open(resolution)            ? ROLE_TEXT
                                                         : ROLE_DIM;
        break;
    default:
        add_age(resolution_open(resolution) ? r->shown[row].days : -1, out);
        break;
    }
}

static const struct list_source source = {.count = count, .cell = cell};

/* ---- the history of one ------------------------------------------------------------------------- */

static void add_outline(const char *label, const struct outline *outline, struct str *out)
{
    for (size_t i = 0; i < outline->n; i++) {
        str_add(out, i ? "　　" : label);
        str_add_repeat(out, "　", outline->v[i].level);
        str_add(out, outline->v[i].text);
        str_add(out, "\n");
    }
}

static const char *style_words(const struct tracked_register *r, const char *section, int ruling)
{
    struct str key = STR_INIT;
    const char *text;

    str_printf(&key, "%s:%s", section, ruling_choices.codes[ruling]);
    text = style_get(r->style, key.text);
    str_release(&key);
    return text;
}

static void add_round(const struct tracked_register *r, const struct round *round, struct str *out)
{
    str_add(out, "\n— ");
    if (round->meeting)
        label_meeting_key(out, round->meeting, NULL);
    else
        str_add(out, round->meeting_text);
    str_add(out, " —\n");
    add_outline(_("辦理情形："), &round->progress, out);
    if (round->recommendation != UNKNOWN)
        str_printf(out, _("列管建議：%s\n"), style_words(r, "recommendation", round->recommendation));
    if (round->ruling != UNKNOWN)
        str_printf(out, _("決議：%s\n"), style_words(r, "ruling", round->ruling));
    add_outline(_("決議文字："), &round->ruling_text, out);
    if (round->remark)
        str_printf(out, _("備註：%s\n"), round->remark);
}

static void run_history(struct app *app, struct screen *screen)
{
    struct tracked_register *r = (struct tracked_register *)screen;
    const struct resolution *resolution;
    struct str text = STR_INIT;
    size_t row;

    if (!list_view_selected(&r->list, &row))
        return;
    resolution = r->shown[row].resolution;
    add_outline("", &resolution->instruction, &text);
    str_printf(&text, _("來源：%s\n"),
               resolution->ref           ? resolution->ref
               : resolution->source_text ? resolution->source_text
               : resolution->meeting     ? resolution->meeting
                                         : "");
    str_add(&text, _("主辦："));
    add_units(resolution, &text);
    str_add(&text, "\n");
    for (size_t i = resolution->rounds.n; i > 0; i--)
        add_round(r, &resolution->rounds.v[i - 1], &text);
    app_show(app, resolution->key, text.text);
    str_release(&text);
}

/* ---- commands ----------------------------------------------------------------------------------- */

static const char *const filter_names[FILTERS] = {N_("列管中"), N_("逾期"), N_("已結案"), N_("全部")};

static void run_filter(struct app *app, struct screen *screen)
{
    struct tracked_register *r = (struct tracked_register *)screen;

    r->filter = (enum filter)((r->filter + 1) % FILTERS);
    choose_shown(app, r);
}

static enum status any_text(void *context, const char *text, struct err *err)
{
    (void)context;
    (void)text;
    (void)err;
    return STATUS_OK;
}

static void run_unit(struct app *app, struct screen *screen)
{
    struct tracked_register *r = (struct tracked_register *)screen;

    if (app_input(app, _("只看哪個單位？"), _("主辦或協辦單位的全名；留空看全部"), &r->unit, any_text, NULL))
        choose_shown(app, r);
}

static void run_text(struct app *app, struct screen *screen)
{
    struct tracked_register *r = (struct tracked_register *)screen;
    struct str typed = STR_INIT;

    if (app_input(app, _("找哪些字？"), _("在決議、辦理情形與案號中找；留空看全部"), &typed, any_text,
                  NULL)) {
        str_clear(&r->text);
        text_fold(&r->text, typed.text, typed.len_bytes);
        choose_shown(app, r);
    }
    str_release(&typed);
}

static const struct command register_commands[] = {
    {"register.history", "Enter", N_("看這一案的全部歷程"), N_("歷程"), 0, NULL, run_history},
    {"register.filter", "Tab f", N_("換篩選：列管中、逾期、已結案、全部"), N_("篩選"), 0, NULL, run_filter},
    {"register.unit", "u F7", N_("只看一個單位"), N_("單位"), 0, NULL, run_unit},
    {"register.text", "s F8", N_("只看有這些字的"), N_("找字"), 0, NULL, run_text},
};

/* ---- life --------------------------------------------------------------------------------------- */

static void register_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct tracked_register *r = (struct tracked_register *)screen;
    struct str title = STR_INIT;
    struct rect inner;

    (void)app;
    str_printf(&title, _("列管總表：%s %zu 案"), _(filter_names[r->filter]), r->n_shown);
    if (r->unit.len_bytes)
        str_printf(&title, "　%s", r->unit.text);
    if (r->text.len_bytes)
        str_printf(&title, _("　「%s」"), r->text.text);
    draw_frame(rect, title.text, true, &inner);
    list_view_draw(&r->list, inner, true);
    str_release(&title);
}

static bool register_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct tracked_register *)screen)->list, key);
}

static void register_close(struct app *app, struct screen *screen)
{
    struct tracked_register *r = (struct tracked_register *)screen;

    (void)app;
    arena_release(&r->arena);
    str_release(&r->unit);
    str_release(&r->text);
    style_free(r->style);
    free(r);
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
    struct tracked_register *r = calloc(1, sizeof *r);
    struct err err = {0};

    if (!r || style_load(config_text(app->config, SET_PAPER), &r->style, &err)) {
        if (!r)
            (void)err_memory(&err);
        app_error(app, &err);
        free(r);
        return false;
    }
    r->screen.ops = &register_ops;
    str_init(&r->unit);
    str_init(&r->text);
    list_view_init(&r->list, columns, sizeof columns / sizeof *columns, &source, r);
    r->list.empty = N_("這個篩選之下沒有列管案");
    return app_push(app, &r->screen);
}

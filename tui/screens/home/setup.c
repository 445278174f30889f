/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Setting up a committee: stored as soon as it has its name, then field by field; the members come next.
 */
#include "tui/screens/committee/committee_form.h"
#include "tui/screens/home/welcome.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/ask.h"
#include "tui/terminal/layout.h"

#include <stdlib.h>
#include <string.h>

struct setup {
    struct screen screen;
    struct app *app;
    struct arena arena;
    struct committee committee; /* row.id 0: not stored yet */
    struct members members;
    struct form form;
    bool formed;
};

static const struct form_field fields[] = {
    {.name = "name",
     .label = N_("委員會名稱"),
     .kind = FORM_TEXT,
     .required = true,
     .help = N_("全名，例如 水文部政府資料開放諮詢小組；印在會議紀錄的標題")},
    {.name = "agency", .label = N_("機關"), .kind = FORM_TEXT, .help = N_("例如 水文部")},
    {.name = "self", .label = N_("自稱"), .kind = FORM_TEXT, .help = N_("例如 本部、本處")},
    {.name = "secretariat",
     .label = N_("幕僚單位"),
     .kind = FORM_TEXT,
     .help = N_("辦理會議的單位，例如 資訊處")},
    {.name = "paper",
     .label = N_("紀錄格式"),
     .kind = FORM_CHOICE,
     .help = N_("會議紀錄的編號樣式；← → 選擇，之後可以改")},
    {.name = "preset",
     .label = N_("法定人數"),
     .kind = FORM_CHOICE,
     .help = N_("← → 選擇；細項之後在「委員會」修改")},
    {.name = "members", .label = N_("接著建立委員名冊"), .kind = FORM_ACTION},
};
enum { N_FIELDS = sizeof fields / sizeof *fields };

/* ---- values --------------------------------------------------------------------------------------- */

static int preset_of(const struct committee *committee)
{
    if (!committee->rules.n || committee->rules.v[0].quorum_numerator == UNKNOWN)
        return 2;
    return committee->rules.v[0].quorum_comparison == COMPARE_MORE ? 1 : 0;
}

static void value_get(void *context, const struct form_field *field, struct str *out)
{
    const struct setup *setup = context;
    const struct field *own = entity_field(&committee_entity, field->name);

    if (own)
        str_add(out, field_text(own, &setup->committee));
    else if (strcmp(field->name, "preset") == 0)
        str_printf(out, "%d", preset_of(&setup->committee));
}

static enum status load(struct setup *setup, struct err *err)
{
    arena_release(&setup->arena);
    return committee_load(setup->app->db, setup->app->committee_id, &setup->arena, &setup->committee,
                          &setup->members, err);
}

static enum status create(struct setup *setup, const char *name, struct err *err)
{
    struct app *app = setup->app;
    struct members nobody = {NULL, 0};
    struct committee wanted;
    struct rule rule;
    struct attempt attempt;
    int64_t id = 0;
    enum status status;

    entity_defaults(&committee_entity, &wanted);
    rule_preset(&rule);
    wanted.name = name;
    wanted.paper = config_text(app->config, SET_PAPER);
    wanted.rules.v = &rule;
    wanted.rules.n = 1;
    app_attempt(app, &attempt, _("建立委員會：%s"), name);
    attempt.quiet = true;
    do
        status =
            committee_create(app->db, &attempt.stamp, &wanted, &nobody, &setup->arena, &id, &attempt.err);
    while (app_again(app, &attempt, status));
    *err = attempt.err;
    if (!status)
        app->committee_id = id;
    return status ? status : load(setup, err);
}

static enum status value_set(void *context, const struct form_field *field, const char *value,
                             struct err *err)
{
    struct setup *setup = context;
    const struct field *own = entity_field(&committee_entity, field->name);
    struct committee wanted = setup->committee;
    struct rule rule;

    if (!setup->committee.row.id)
        return create(setup, value, err);
    if (own) {
        field_set_text(own, &wanted, *value ? value : NULL);
    } else {
        committee_preset((int)strtol(value, NULL, 10), &rule);
        if (wanted.rules.n)
            rule.row = wanted.rules.v[0].row;
        wanted.rules.v = &rule;
        wanted.rules.n = 1;
    }
    if (!committee_store(setup->app, &setup->committee, &wanted, _(field->label), err))
        return err->status;
    return load(setup, err);
}

static void value_options(void *context, const struct form_field *field, struct arena *arena,
                          struct form_option **out, size_t *n)
{
    struct form_option *v;

    (void)context;
    if (strcmp(field->name, "paper") == 0) {
        committee_paper_options(arena, out, n);
        return;
    }
    *n = 0;
    *out = v = arena_take(arena, 3 * sizeof *v);
    for (int i = 0; v && i < 3; i++)
        v[(*n)++] =
            (struct form_option){.code = arena_printf(arena, "%d", i), .label = committee_preset_name(i)};
}

static bool value_hidden(void *context, const struct form_field *field)
{
    return !((struct setup *)context)->committee.row.id && strcmp(field->name, "name") != 0;
}

static const struct form_source source = {
    .get = value_get, .set = value_set, .options = value_options, .hidden = value_hidden};

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_no_name(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct setup *)screen)->committee.row.id ? NULL : _("請先打委員會的名稱，按 Enter");
}

static void run_members(struct app *app, struct screen *screen)
{
    struct setup *setup = (struct setup *)screen;

    if (form_leave(&setup->form) && welcome_done(app))
        (void)members_push(app);
}

/* Once it is stored, the way back leads Home. */
static void run_back(struct app *app, struct screen *screen)
{
    if (((struct setup *)screen)->committee.row.id)
        (void)welcome_done(app);
    else
        (void)app_pop(app);
}

static const struct command commands[] = {
    {"setup.members", "F9", N_("接著建立委員名冊"), N_("建名冊"), 0, why_no_name, run_members},
    {"setup.back", "Esc", N_("回首頁"), NULL, 0, NULL, run_back},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static enum status setup_load(struct app *app, struct screen *screen, struct err *err)
{
    struct setup *setup = (struct setup *)screen;
    enum status status = STATUS_OK;

    setup->app = app;
    if (setup->committee.row.id)
        status = load(setup, err);
    if (status)
        return status;
    if (!setup->formed) {
        form_init(&setup->form, fields, N_FIELDS, &source, setup, app_today(app));
        setup->formed = true;
    }
    form_reload(&setup->form);
    return STATUS_OK;
}

static void setup_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct rect box = layout_centre(rect, rect.cols < 84 ? rect.cols : 84, N_FIELDS + 8), inner;

    (void)app;
    draw_blank(rect, ROLE_TEXT);
    draw_frame(box, _("建立我的委員會"), true, &inner);
    form_draw(&((struct setup *)screen)->form, inner, true);
}

static bool setup_key(struct app *app, struct screen *screen, const struct key *key)
{
    enum form_result result = form_walk(&((struct setup *)screen)->form, key);

    if (result != FORM_RUN)
        return result != FORM_IGNORED;
    run_members(app, screen);
    return true;
}

static const struct str *setup_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct setup *)screen)->form);
}

static bool setup_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct setup *)screen)->form);
}

static enum status setup_store(struct app *app, struct screen *screen, struct err *err)
{
    struct setup *setup = (struct setup *)screen;

    (void)app;
    if (form_leave(&setup->form))
        return STATUS_OK;
    *err = setup->form.err;
    return err->status;
}

static void setup_close(struct app *app, struct screen *screen)
{
    struct setup *setup = (struct setup *)screen;

    (void)app;
    if (setup->formed)
        form_release(&setup->form);
    arena_release(&setup->arena);
    free(setup);
}

static const struct screen_ops setup_ops = {.name = "setup",
                                            .title = N_("建立委員會"),
                                            .commands = COMMANDS(commands),
                                            .open = setup_load,
                                            .reload = setup_load,
                                            .draw = setup_draw,
                                            .key = setup_key,
                                            .typing = setup_typing,
                                            .line = setup_line,
                                            .store = setup_store,
                                            .close = setup_close};

bool setup_push(struct app *app)
{
    struct setup *setup = calloc(1, sizeof *setup);
    struct err err = {0};

    if (!setup) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    setup->screen.ops = &setup_ops;
    return app_push(app, &setup->screen);
}

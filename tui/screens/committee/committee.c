/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The committee: its names, its rules and the days they are in force.
 */
#include "tui/screens/committee/committee_form.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/ask.h"

#include <stdlib.h>
#include <string.h>

/* The rules as they are with one more; NULL: out of memory. */
static struct rule *rules_and_one(const struct committee_form *c, struct arena *arena)
{
    struct rule *rules = arena_take(arena, (c->committee.rules.n + 1) * sizeof *rules);

    if (rules && c->committee.rules.n)
        memcpy(rules, c->committee.rules.v, c->committee.rules.n * sizeof *rules);
    return rules;
}

static void run_new_rules(struct app *app, struct screen *screen)
{
    struct committee_form *c = (struct committee_form *)screen;
    struct arena arena = ARENA_INIT;
    struct committee wanted;
    char iso[DATE_ISO_SIZE];

    if (!form_leave(&c->form) || !ask_day(app, _("新的規則從哪一天起適用？"),
                                          _("之前的會議仍照原來的規則計算"), app_today(app), false, iso))
        return;
    wanted = c->committee; /* not before: leaving the form may store it and load it again */
    wanted.rules.v = rules_and_one(c, &arena);
    if (wanted.rules.v) {
        if (wanted.rules.n) {
            wanted.rules.v[wanted.rules.n] = wanted.rules.v[c->rule];
            wanted.rules.v[wanted.rules.n].row = (struct row){0, 0, 0, 0};
        } else {
            rule_preset(&wanted.rules.v[0]);
        }
        wanted.rules.v[wanted.rules.n++].from = iso;
        if (committee_store(app, &c->committee, &wanted, _("新的規則"), NULL)) {
            c->rule = wanted.rules.n - 1;
            app_message(app, ROLE_GOOD, "%s", _("已照原規則加上新的一段，請改成新的內容"));
        }
    }
    arena_release(&arena);
}

static void run_preset(struct app *app, struct screen *screen)
{
    struct committee_form *c = (struct committee_form *)screen;
    const char *const choices[] = {committee_preset_name(0), committee_preset_name(1)};
    struct arena arena = ARENA_INIT;
    struct committee wanted;
    struct row row = {0, 0, 0, 0};
    const char *from = NULL;
    int picked;

    if (!form_leave(&c->form))
        return;
    picked = app_ask(app, _("套用標準規則"), _("這一段期間的各項數字會換成標準值；可以再逐項修改。"), choices,
                     2, 0);
    wanted = c->committee; /* not before: leaving the form may store it and load it again */
    wanted.rules.v = picked >= 0 ? rules_and_one(c, &arena) : NULL;
    if (wanted.rules.v) {
        if (wanted.rules.n) {
            row = wanted.rules.v[c->rule].row;
            from = wanted.rules.v[c->rule].from;
        } else {
            wanted.rules.n = 1;
        }
        committee_preset(picked, &wanted.rules.v[c->rule]);
        wanted.rules.v[c->rule].row = row;
        wanted.rules.v[c->rule].from = from;
        (void)committee_store(app, &c->committee, &wanted, _("套用標準規則"), NULL);
    }
    arena_release(&arena);
}

static void run_standing(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)standing_push(app);
}

static void run_members(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)members_push(app);
}

static const struct command commands[] = {
    {"committee.standing", "F6", N_("常設議程：每次會議都有的案"), N_("常設議程"), 0, NULL, run_standing},
    {"committee.members", "F5", N_("委員名冊"), N_("委員名冊"), 0, NULL, run_members},
    {"committee.rules", "F7", N_("從某一天起適用新的規則"), N_("新規則"), 0, NULL, run_new_rules},
    {"committee.preset", "F8", N_("套用標準規則"), N_("標準規則"), 0, NULL, run_preset},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static enum status committee_open(struct app *app, struct screen *screen, struct err *err)
{
    struct committee_form *c = (struct committee_form *)screen;
    enum status status;

    c->app = app;
    if (!c->formed)
        c->rule = (size_t)-1; /* the latest; the loading puts it there */
    status = committee_form_load(c, err);
    if (status)
        return status;
    if (!c->formed) {
        form_init(&c->form, committee_fields, committee_n_fields, &committee_source, c, app_today(app));
        c->formed = true;
    }
    form_reload(&c->form);
    return STATUS_OK;
}

static void committee_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct rect inner;

    (void)app;
    draw_frame(rect, _("委員會資料與規則"), true, &inner);
    form_draw(&((struct committee_form *)screen)->form, inner, true);
}

static bool committee_key(struct app *app, struct screen *screen, const struct key *key)
{
    enum form_result result = form_walk(&((struct committee_form *)screen)->form, key);

    if (result == FORM_LAST)
        app_message(app, ROLE_TEXT, "%s", _("都已存好。Esc 回首頁"));
    return result != FORM_IGNORED;
}

static const struct str *committee_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct committee_form *)screen)->form);
}

static bool committee_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct committee_form *)screen)->form);
}

static enum status committee_keep(struct app *app, struct screen *screen, struct err *err)
{
    struct committee_form *c = (struct committee_form *)screen;

    (void)app;
    if (form_leave(&c->form))
        return STATUS_OK;
    *err = c->form.err;
    return err->status;
}

static void committee_close(struct app *app, struct screen *screen)
{
    struct committee_form *c = (struct committee_form *)screen;

    (void)app;
    if (c->formed)
        form_release(&c->form);
    arena_release(&c->arena);
    free(c);
}

static const struct screen_ops committee_ops = {.name = "committee",
                                                .title = N_("委員會"),
                                                .commands = COMMANDS(commands),
                                                .open = committee_open,
                                                .reload = committee_open,
                                                .draw = committee_draw,
                                                .key = committee_key,
                                                .typing = committee_typing,
                                                .line = committee_line,
                                                .store = committee_keep,
                                                .close = committee_close};

bool committee_push(struct app *app)
{
    struct committee_form *c = calloc(1, sizeof *c);
    struct err err = {0};

    if (!c) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    c->screen.ops = &committee_ops;
    return app_push(app, &c->screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stack of screens, and which of them a key belongs to.
 */
#include "tui/app_inner.h"

bool app_push(struct app *app, struct screen *screen)
{
    struct err err = {0};

    app->redraw = true;
    if (screen->ops->open && screen->ops->open(app, screen, &err)) {
        if (screen->ops->close)
            screen->ops->close(app, screen);
        app_error(app, &err);
        return false;
    }
    screen->below = app->top;
    screen->stale = screen->done = false;
    app->top = screen;
    return true;
}

/* The screen has stored what was typed, or the user gives it up. */
static bool may_leave(struct app *app, struct screen *screen)
{
    const char *const choices[] = {_("留在這裡修改"), _("放棄這段文字")};
    struct err err = {0};
    struct str text = STR_INIT;
    int answer;

    if (!screen->ops->store || !screen->ops->store(app, screen, &err))
        return true;
    err_words(&err, &text);
    answer = app_ask(app, _("還沒有存"), text.text, choices, 2, 0);
    str_release(&text);
    return answer == 1 || app->hung_up || app->terminated;
}

bool app_pop(struct app *app)
{
    struct screen *screen = app->top;

    if (!screen || !may_leave(app, screen))
        return false;
    app->top = screen->below;
    if (screen->ops->close)
        screen->ops->close(app, screen);
    app->redraw = true;
    return true;
}

bool app_pop_to(struct app *app, const struct screen *below)
{
    while (app->top && app->top != below)
        if (!app_pop(app))
            return false;
    return true;
}

bool app_quit(struct app *app)
{
    for (struct screen *screen = app->top; screen; screen = screen->below)
        if (!may_leave(app, screen))
            return false;
    app->quit = true;
    return true;
}

void app_run_modal(struct app *app, struct screen *screen)
{
    struct screen *under = app->top;

    screen->modal = true;
    if (!app_push(app, screen))
        return;
    while (!screen->done && !app_over(app))
        if (!app_step(app))
            break;
    while (app->top && app->top != under) {
        struct screen *top = app->top;

        app->top = top->below;
        if (top->ops->close)
            top->ops->close(app, top);
    }
    app->redraw = true;
}

bool app_typing(const struct app *app)
{
    return app->top && app->top->ops->typing && app->top->ops->typing(app, app->top);
}

size_t app_tables(const struct app *app, struct command_table tables[3])
{
    tables[0] = app->top ? app->top->ops->commands : (struct command_table){NULL, 0};
    if (app->top && app->top->modal)
        return 1;
    tables[1] = app->commands;
    tables[2] = app_own_commands;
    if (!app->top || !app->top->below) { /* nothing to go back to */
        tables[2].v++;
        tables[2].n--;
    }
    return 3;
}

void app_run_command(struct app *app, const struct command *command)
{
    const char *refusal = command->refusal ? command->refusal(app, app->top) : NULL;

    if (refusal)
        app_message(app, ROLE_WARN, "%s", refusal);
    else
        command->run(app, app->top);
}

/* The command of TABLE for KEY; FIRST: only those that come before the text. */
static bool try_table(struct app *app, struct command_table table, const struct key *key, bool typing,
                      bool first)
{
    const struct command *command = command_find(&app->config->keymap, table, key, typing);

    if (!command || (first && !(command->flags & COMMAND_FIRST)))
        return false;
    app_run_command(app, command);
    return true;
}

static void handle_key(struct app *app, const struct key *key)
{
    struct screen *top = app->top;
    struct command_table tables[3];
    size_t n = app_tables(app, tables);
    bool typing = app_typing(app);

    app->redraw = true;
    if (!top || key->kind == KEY_KIND_NONE || key->kind == KEY_KIND_RESIZE)
        return;
    app->typed_at_ms = app_ticks_ms();
    if (!app->pause_due)
        app->typing_since_ms = app->typed_at_ms;
    app->pause_due = true;
    str_clear(&app->message);
    for (size_t i = 0; typing && i < n; i++)
        if (try_table(app, tables[i], key, typing, true))
            return;
    if (!typing && try_table(app, tables[0], key, typing, false))
        return;
    if (top->ops->key && top->ops->key(app, top, key))
        return;
    for (size_t i = typing ? 0 : 1; i < n; i++)
        if (try_table(app, tables[i], key, typing, false))
            return;
}

void app_key(struct app *app, const struct key *key)
{
    handle_key(app, key);
    app_note_line(app);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small form.
 */
#include "tui/screens/session/session_form.h"

#include "tui/screens/shared/ask.h"
#include "tui/terminal/layout.h"

#include <stdlib.h>

enum { FORM_COLS = 68 };

struct small_form {
    struct screen screen;
    struct form form;
    const char *title;
    const char **action;
};

static bool small_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct small_form *small = (struct small_form *)screen;
    enum form_result result = form_walk(&small->form, key);

    (void)app;
    if (result == FORM_RUN && form_field(&small->form)) {
        *small->action = form_field(&small->form)->name;
        screen->done = true;
    }
    return result != FORM_IGNORED;
}

static const struct str *small_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct small_form *)screen)->form);
}

static bool small_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct small_form *)screen)->form);
}

static void small_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct small_form *small = (struct small_form *)screen;
    struct rect inner;

    (void)app;
    rect = layout_centre(rect, FORM_COLS, (int)small->form.n_fields + 4);
    draw_frame(rect, small->title, true, &inner);
    form_draw(&small->form, inner, true);
}

static void small_close(struct app *app, struct screen *screen)
{
    (void)app;
    form_release(&((struct small_form *)screen)->form);
    free(screen);
}

static void run_cancel(struct app *app, struct screen *screen)
{
    (void)app;
    screen->done = true;
}

/* A command, so that it is hinted: where no text has the focus, commands come before the form. */
static void run_enter(struct app *app, struct screen *screen)
{
    const struct key enter = {.kind = KEY_KIND_SPECIAL, .code = KEYC_ENTER};

    (void)small_key(app, screen, &enter);
}

static const struct command small_commands[] = {
    {"dialog.next", "Enter", N_("下一欄；在最後一列完成"), N_("下一欄"), 0, NULL, run_enter},
    {"dialog.cancel", "Esc", N_("放棄"), N_("放棄"), 0, NULL, run_cancel},
};

static const struct screen_ops small_ops = {.name = "dialog",
                                            .commands = COMMANDS(small_commands),
                                            .draw = small_draw,
                                            .key = small_key,
                                            .typing = small_typing,
                                            .line = small_line,
                                            .close = small_close};

const char *session_form(struct app *app, const char *title, const struct form_field *fields, size_t n_fields,
                         const struct form_source *source, void *context, const char *first)
{
    struct small_form *small = calloc(1, sizeof *small);
    const char *action = NULL;
    struct err err = {0};

    if (!small) {
        (void)err_memory(&err);
        app_error(app, &err);
        return NULL;
    }
    small->screen.ops = &small_ops;
    small->title = title;
    small->action = &action;
    form_init(&small->form, fields, n_fields, source, context, app_today(app));
    form_reload(&small->form);
    if (first)
        (void)form_go(&small->form, first);
    app_run_modal(app, &small->screen);
    return action;
}

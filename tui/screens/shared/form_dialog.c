/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The box, its keys and its end.
 */
#include "tui/screens/shared/form_dialog.h"

#include <stdlib.h>

enum { BOX_COLS = 64 };

struct form_box {
    struct screen screen;
    struct screen_ops ops; /* its own, for its name and title */
    struct form form;
    const struct form_dialog *dialog;
    bool *done;
};

static bool box_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct form_box *box = (struct form_box *)screen;
    enum form_result result = form_key(&box->form, key);

    (void)app;
    if (result == FORM_RUN) {
        *box->done = true;
        screen->done = true;
    }
    return result != FORM_IGNORED;
}

static const struct str *box_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct form_box *)screen)->form);
}

static bool box_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct form_box *)screen)->form);
}

static void box_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct form_box *box = (struct form_box *)screen;
    struct rect at = rect, inner;
    const int rows = (int)box->dialog->n + 4;

    (void)app;
    if (at.cols > BOX_COLS) {
        at.x += (at.cols - BOX_COLS) / 2;
        at.cols = BOX_COLS;
    }
    if (at.rows > rows) {
        at.y += (at.rows - rows) / 2;
        at.rows = rows;
    }
    draw_frame(at, box->dialog->title, true, &inner);
    form_draw(&box->form, inner, true);
}

static void box_close(struct app *app, struct screen *screen)
{
    (void)app;
    form_release(&((struct form_box *)screen)->form);
    free(screen);
}

bool form_dialog_run(struct app *app, const struct form_dialog *dialog)
{
    struct form_box *box = calloc(1, sizeof *box);
    struct err err = {0};
    bool done = false;

    if (!box) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    box->ops = (struct screen_ops){.name = dialog->name,
                                   .title = dialog->title,
                                   .draw = box_draw,
                                   .key = box_key,
                                   .typing = box_typing,
                                   .line = box_line,
                                   .close = box_close};
    box->screen.ops = &box->ops;
    box->screen.modal = true;
    box->dialog = dialog;
    box->done = &done;
    form_init(&box->form, dialog->fields, dialog->n, dialog->source, dialog->context, app_today(app));
    form_reload(&box->form);
    app_run_modal(app, &box->screen);
    return done;
}

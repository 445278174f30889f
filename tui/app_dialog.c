/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dialogs: screens of their own that lie over the others until they are answered.
 */
#include "tui/app_inner.h"
#include "tui/terminal/layout.h"
#include "tui/widgets/line.h"
#include "tui/widgets/pager.h"
#include "tui/widgets/picker.h"

#include <string.h>

struct dialog {
    struct screen screen;
    const char *title, *help;
    struct pager pager; /* the text */
    const char *const *choices;
    int n_choices, at;
    struct line_edit line;
    struct picker picker;
    enum status (*check)(void *context, const char *text, struct err *err);
    void *context;
    struct err err;
    bool accepted;
};

static struct dialog *dialog_of(struct screen *screen)
{
    return (struct dialog *)screen;
}

static void finish(struct app *app, struct screen *screen, bool accepted)
{
    (void)app;
    dialog_of(screen)->accepted = accepted;
    screen->done = true;
}

static void run_accept(struct app *app, struct screen *screen)
{
    finish(app, screen, true);
}

static void run_cancel(struct app *app, struct screen *screen)
{
    finish(app, screen, false);
}

static int widest(const char *const *texts, int n)
{
    int cols = 0;

    for (int i = 0; i < n; i++) {
        int wide = text_cols(texts[i], strlen(texts[i]), draw_widths());

        if (wide > cols)
            cols = wide;
    }
    return cols;
}

/* ---- a question with named answers ---- */

static void draw_ask(struct app *app, struct screen *screen, struct rect rect)
{
    struct dialog *dialog = dialog_of(screen);
    int cols = rect.cols - 8 < 64 ? rect.cols - 8 : 64, lines = (int)pager_lines(&dialog->pager, cols - 4);
    int most = rect.rows - dialog->n_choices - 3, wide = widest(dialog->choices, dialog->n_choices) + 8;
    struct rect box, inner, text;

    (void)app;
    if (lines > most)
        lines = most;
    box = layout_centre(rect, cols > wide ? cols : wide, lines + dialog->n_choices + 3);
    draw_frame(box, dialog->title, true, &inner);
    text = (struct rect){inner.x + 1, inner.y, inner.cols - 2, lines};
    pager_draw(&dialog->pager, text);
    for (int i = 0; i < dialog->n_choices; i++) {
        struct pen pen = pen_at(inner, lines + 1 + i);
        enum role role = i == dialog->at ? ROLE_SELECTED : ROLE_TEXT;
        struct str number = STR_INIT;

        str_printf(&number, "%d ", i + 1);
        pen_skip(&pen, ROLE_TEXT, 1);
        pen_text(&pen, role == ROLE_TEXT ? ROLE_KEY : role, number.text);
        pen_field(&pen, role, dialog->choices[i], inner.cols - 4, TEXT_LEFT);
        str_release(&number);
    }
}

static bool key_ask(struct app *app, struct screen *screen, const struct key *key)
{
    struct dialog *dialog = dialog_of(screen);
    int n = dialog->n_choices, digit = key_plain_ascii(key) - '1';

    if (digit >= 0 && digit < n) {
        dialog->at = digit;
        finish(app, screen, true);
    } else if (key_is(key, KEYC_UP) || key_is(key, KEYC_LEFT))
        dialog->at = (dialog->at + n - 1) % n;
    else if (key_is(key, KEYC_DOWN) || key_is(key, KEYC_RIGHT) || key_is(key, KEYC_TAB))
        dialog->at = (dialog->at + 1) % n;
    else
        return pager_key(&dialog->pager, key);
    return true;
}

static const struct command answer_commands[] = {
    {"dialog.accept", "Enter", N_("確定"), N_("確定"), 0, NULL, run_accept},
    {"dialog.cancel", "Esc", N_("取消"), N_("取消"), 0, NULL, run_cancel},
};

static const struct screen_ops ask_ops = {
    .name = "dialog", .commands = COMMANDS(answer_commands), .draw = draw_ask, .key = key_ask};

int app_ask(struct app *app, const char *title, const char *text, const char *const *choices, int n, int safe)
{
    struct dialog dialog = {
        .screen = {.ops = &ask_ops}, .title = title, .choices = choices, .n_choices = n, .at = safe};

    pager_init(&dialog.pager);
    (void)pager_set(&dialog.pager, text);
    app_run_modal(app, &dialog.screen);
    pager_release(&dialog.pager);
    return dialog.accepted ? dialog.at : -1;
}

/* ---- one line of text ---- */

static void draw_input(struct app *app, struct screen *screen, struct rect rect)
{
    struct dialog *dialog = dialog_of(screen);
    struct rect box = layout_centre(rect, rect.cols - 8 < 66 ? rect.cols - 8 : 66, 6), inner, line;
    struct str words = STR_INIT;
    struct pen pen;

    (void)app;
    draw_frame(box, dialog->title, true, &inner);
    pen = pen_at(inner, 0);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_DIM, dialog->help);
    line = (struct rect){inner.x + 1, inner.y + 1, inner.cols - 2, 1};
    line_draw(&dialog->line, line, ROLE_INPUT_FOCUS, true);
    if (dialog->err.status) {
        err_words(&dialog->err, &words);
        pen = pen_at(inner, 2);
        pen_skip(&pen, ROLE_TEXT, 1);
        pen_text(&pen, ROLE_BAD, words.text);
    }
    str_release(&words);
}

static bool key_input(struct app *app, struct screen *screen, const struct key *key)
{
    struct dialog *dialog = dialog_of(screen);
    enum line_result result = line_key(&dialog->line, key);

    (void)app;
    if (result == LINE_CHANGED)
        dialog->err = (struct err){0};
    return result != LINE_IGNORED;
}

static void run_check(struct app *app, struct screen *screen)
{
    struct dialog *dialog = dialog_of(screen);
    enum status status = STATUS_OK;

    dialog->err = (struct err){0};
    if (dialog->check)
        status = dialog->check(dialog->context, dialog->line.text.text, &dialog->err);
    if (!status)
        finish(app, screen, true);
    else if (!dialog->err.status)
        dialog->err.status = status;
}

static bool always_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

static const struct command input_commands[] = {
    {"dialog.accept", "Enter", N_("確定"), N_("確定"), 0, NULL, run_check},
    {"dialog.cancel", "Esc", N_("取消"), N_("取消"), 0, NULL, run_cancel},
};

static const struct str *input_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return &((const struct dialog *)screen)->line.text;
}

static const struct screen_ops input_ops = {.name = "dialog",
                                            .commands = COMMANDS(input_commands),
                                            .draw = draw_input,
                                            .key = key_input,
                                            .typing = always_typing,
                                            .line = input_line};

bool app_input(struct app *app, const char *title, const char *help, struct str *text,
               enum status (*check)(void *context, const char *text, struct err *err), void *context)
{
    struct dialog dialog = {
        .screen = {.ops = &input_ops}, .title = title, .help = help, .check = check, .context = context};

    line_init(&dialog.line);
    line_set(&dialog.line, text->text);
    dialog.line.fresh = text->len_bytes > 0;
    app_run_modal(app, &dialog.screen);
    if (dialog.accepted)
        str_swap(text, &dialog.line.text);
    line_release(&dialog.line);
    return dialog.accepted;
}

/* ---- one of many ---- */

static void draw_pick(struct app *app, struct screen *screen, struct rect rect)
{
    struct dialog *dialog = dialog_of(screen);
    int rows = dialog->picker.n_rows + 3 < 64 ? (int)dialog->picker.n_rows + 3 : 64;
    struct rect inner;

    (void)app;
    rect = layout_centre(rect, rect.cols - 6 < 76 ? rect.cols - 6 : 76,
                         rows < rect.rows - 2 ? rows : rect.rows - 2);
    draw_frame(rect, dialog->title, true, &inner);
    picker_draw(&dialog->picker, inner);
}

static bool key_pick(struct app *app, struct screen *screen, const struct key *key)
{
    struct dialog *dialog = dialog_of(screen);
    enum pick_result result = picker_key(&dialog->picker, key);
    size_t row;

    if (result == PICK_DONE || result == PICK_CANCEL)
        finish(app, screen, result == PICK_DONE);
    else if (key_is(key, KEYC_ENTER) && picker_picked(&dialog->picker, &row))
        app_message(app, ROLE_WARN, "%s", dialog->picker.rows[row].refusal);
    return result != PICK_IGNORED;
}

/* Never run: the picker has its own Enter and Esc first; these are for the hints. */
static const struct command pick_commands[] = {
    {"dialog.accept", "Enter", N_("選擇"), N_("選擇"), 0, NULL, run_accept},
    {"dialog.cancel", "Esc", N_("取消"), N_("取消"), 0, NULL, run_cancel},
};

static const struct screen_ops pick_ops = {.name = "dialog",
                                           .commands = COMMANDS(pick_commands),
                                           .draw = draw_pick,
                                           .key = key_pick,
                                           .typing = always_typing};

int app_pick(struct app *app, const char *title, const struct pick_row *rows, size_t n, size_t at)
{
    struct dialog dialog = {.screen = {.ops = &pick_ops}, .title = title};
    size_t row = 0;

    if (picker_init(&dialog.picker, rows, n, at))
        app_run_modal(app, &dialog.screen);
    if (!dialog.accepted || !picker_picked(&dialog.picker, &row))
        dialog.accepted = false;
    picker_release(&dialog.picker);
    return dialog.accepted ? (int)row : -1;
}

/* ---- text to read ---- */

static void draw_show(struct app *app, struct screen *screen, struct rect rect)
{
    struct dialog *dialog = dialog_of(screen);
    int cols = rect.cols - 4 < 90 ? rect.cols - 4 : 90, lines = (int)pager_lines(&dialog->pager, cols - 4);
    struct rect inner;

    (void)app;
    rect = layout_centre(rect, cols, lines + 2 < rect.rows ? lines + 2 : rect.rows);
    draw_frame(rect, dialog->title, true, &inner);
    pager_draw(&dialog->pager, layout_inset(inner, 1, 0));
}

static bool key_show(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return pager_key(&dialog_of(screen)->pager, key);
}

static const struct command show_commands[] = {
    {"dialog.close", "Esc Enter q F1", N_("關閉"), N_("關閉"), 0, NULL, run_cancel},
};

static const struct screen_ops show_ops = {
    .name = "dialog", .commands = COMMANDS(show_commands), .draw = draw_show, .key = key_show};

void app_show(struct app *app, const char *title, const char *text)
{
    struct dialog dialog = {.screen = {.ops = &show_ops}, .title = title};

    pager_init(&dialog.pager);
    if (pager_set(&dialog.pager, text))
        app_run_modal(app, &dialog.screen);
    pager_release(&dialog.pager);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 設定: every setting of yishi.ini with its value, its default and what it does. Stored when a field is left,
 * like everything else.
 */
#include "tui/screens/settings/settings.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/ask.h"
#include "tui/terminal/layout.h"

#include <stdlib.h>
#include <string.h>

static struct settings *settings_of(struct screen *screen)
{
    return (struct settings *)screen;
}

/* ---- the fields, from the table of settings -------------------------------------------------------- */

static enum form_kind kind_of(enum setting setting)
{
    switch (setting_info[setting].type) {
    case SETTING_NUMBER:
        return FORM_NUMBER;
    case SETTING_SWITCH:
    case SETTING_CHOICE:
        return FORM_CHOICE;
    case SETTING_TEXT:
        break;
    }
    return setting == SET_THEME || setting == SET_PAPER ? FORM_CHOICE : FORM_TEXT;
}

static void make_fields(struct settings *settings)
{
    for (int i = 0; i < SET_COUNT; i++) {
        const struct setting_info *info = &setting_info[i];
        const enum form_kind kind = kind_of((enum setting)i);

        settings->fields[i] = (struct form_field){.name = info->key,
                                                  .label = info->title,
                                                  .kind = kind,
                                                  .help = info->help,
                                                  .min = kind == FORM_NUMBER ? info->min : 0,
                                                  .max = info->max};
    }
    settings->fields[SET_COUNT] = (struct form_field){.name = "keys",
                                                      .label = N_("指令的按鍵…"),
                                                      .kind = FORM_ACTION,
                                                      .help = N_("每個指令用哪個鍵；按新的鍵就改")};
}

/* ---- commands -------------------------------------------------------------------------------------- */

static void run_keys(struct app *app, struct screen *screen)
{
    if (form_leave(&settings_of(screen)->form))
        (void)keys_push(app);
}

static const char *why_no_default(struct app *app, struct screen *screen)
{
    const enum setting setting = setting_of_field(form_field(&settings_of(screen)->form));

    if (setting == SET_COUNT)
        return _("請選一項設定");
    return app->config->value[setting] ? NULL : _("已經是預設值");
}

static void run_default(struct app *app, struct screen *screen)
{
    struct settings *settings = settings_of(screen);
    const struct key esc = {.kind = KEY_KIND_SPECIAL, .code = KEYC_ESC};
    struct err err = {0};

    if (settings->form.dirty) /* what is typed into the field is given up */
        (void)form_key(&settings->form, &esc);
    if (setting_store(app, setting_of_field(form_field(&settings->form)), NULL, &err))
        app_error(app, &err);
    form_reload(&settings->form);
}

static const struct command settings_commands[] = {
    {"settings.default", "F4", N_("這一項恢復預設值"), N_("恢復預設"), 0, why_no_default, run_default},
    {"settings.keys", "F6", N_("指令的按鍵"), N_("按鍵"), 0, NULL, run_keys},
};

/* ---- drawing --------------------------------------------------------------------------------------- */

static void info_row(struct rect rect, int row, const char *label, const char *text)
{
    struct pen pen = pen_at(rect, row);

    if (row >= rect.rows)
        return;
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_DIM, label);
    pen_text(&pen, ROLE_TEXT, text);
    pen_fill(&pen, ROLE_TEXT);
}

static void draw_info(const struct settings *settings, struct rect rect)
{
    const enum setting setting = setting_of_field(form_field(&settings->form));
    struct str text = STR_INIT;
    int row = 0;

    draw_blank(rect, ROLE_TEXT);
    if (setting != SET_COUNT) {
        const struct setting_info *info = &setting_info[setting];

        setting_value_words(setting, info->fallback, &text);
        info_row(rect, row++, _("預設：　"), text.text);
        info_row(rect, row++, _("生效：　"), info->later ? _("下次啟動") : _("立即"));
        str_clear(&text);
        str_printf(&text, "[%.*s] %s", (int)strcspn(info->key, ":"), info->key, strchr(info->key, ':') + 1);
        info_row(rect, row++, _("名稱：　"), text.text);
    }
    info_row(rect, row, _("設定檔："), settings->app->config_path ? settings->app->config_path : _("（無）"));
    str_release(&text);
}

static void settings_draw(struct app *app, struct screen *screen, struct rect rect)
{
    enum { INFO_ROWS = 4, FRAME_COLS = 92 };
    struct settings *settings = settings_of(screen);
    struct rect inner, info;

    (void)app;
    draw_blank(rect, ROLE_TEXT);
    rect = layout_centre(rect, rect.cols < FRAME_COLS ? rect.cols : FRAME_COLS,
                         N_SETTING_FIELDS + INFO_ROWS + 6);
    draw_frame(rect, _("設定"), true, &inner);
    info = inner;
    info.rows = inner.rows > INFO_ROWS + 6 ? INFO_ROWS : 0;
    info.y += inner.rows - info.rows;
    inner.rows -= info.rows;
    draw_info(settings, info);
    form_draw(&settings->form, inner, true);
}

/* ---- life ------------------------------------------------------------------------------------------ */

static enum status settings_load(struct app *app, struct screen *screen, struct err *err)
{
    struct settings *settings = settings_of(screen);

    (void)err;
    settings->app = app;
    if (!settings->formed) {
        make_fields(settings);
        form_init(&settings->form, settings->fields, N_SETTING_FIELDS, &settings_source, settings,
                  app_today(app));
        settings->formed = true;
    }
    form_reload(&settings->form);
    return STATUS_OK;
}

static bool settings_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct settings *settings = settings_of(screen);
    const enum form_result result = form_walk(&settings->form, key);

    if (result == FORM_RUN)
        run_keys(app, screen);
    return result != FORM_IGNORED;
}

static bool settings_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct settings *)screen)->form);
}

static enum status settings_store(struct app *app, struct screen *screen, struct err *err)
{
    struct settings *settings = settings_of(screen);

    (void)app;
    if (form_leave(&settings->form))
        return STATUS_OK;
    *err = settings->form.err;
    return err->status;
}

static void settings_close(struct app *app, struct screen *screen)
{
    (void)app;
    if (settings_of(screen)->formed)
        form_release(&settings_of(screen)->form);
    free(screen);
}

static const struct screen_ops settings_ops = {.name = "settings",
                                               .title = N_("設定"),
                                               .commands = COMMANDS(settings_commands),
                                               .open = settings_load,
                                               .reload = settings_load,
                                               .draw = settings_draw,
                                               .key = settings_key,
                                               .typing = settings_typing,
                                               .store = settings_store,
                                               .close = settings_close};

bool settings_push(struct app *app)
{
    struct settings *settings;
    struct err err = {0};

    for (const struct screen *at = app->top; at; at = at->below)
        if (at->ops == &settings_ops) /* it is open already, under the keys at most */
            return app_pop_to(app, at);
    settings = calloc(1, sizeof *settings);
    if (!settings) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    settings->screen.ops = &settings_ops;
    return app_push(app, &settings->screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of the settings: what can be chosen, what will do, storing. They are checked here as they are
 * when the program starts, so that what is accepted now is accepted then.
 */
#include "core/base/builtin.h"
#include "core/paper/style.h"
#include "tui/config_write.h"
#include "tui/file.h"
#include "tui/screens/settings/settings.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* The option that asks for what is not listed; no value begins so. */
static const char something_else[] = "\001";

enum setting setting_of_field(const struct form_field *field)
{
    for (int i = 0; field && i < SET_COUNT; i++)
        if (strcmp(field->name, setting_info[i].key) == 0)
            return (enum setting)i;
    return SET_COUNT;
}

void setting_value_words(enum setting setting, const char *value, struct str *out)
{
    if (*value && setting == SET_LANGUAGE)
        str_add(out, strcmp(value, "en") == 0 ? "English" : _("中文"));
    else if (setting_info[setting].type == SETTING_SWITCH)
        str_add(out, strcmp(value, "no") == 0 ? _("關") : _("開"));
    else if (*value)
        str_add(out, value);
    else
        str_add(out, setting == SET_LANGUAGE ? _("（依系統語系）")
                     : setting == SET_WHO    ? _("（登入帳號）")
                                             : _("（預設位置）"));
}

/* ---- checks ---------------------------------------------------------------------------------------- */

/* A file that is there must be one of ours, as at the start; one that is not must have its directory. */
static enum status check_database(const char *path, struct err *err)
{
    struct db *db = NULL;
    struct err why = {0};
    enum status status;

    if (!*path)
        return STATUS_OK;
    if (path[0] != '/') /* it would depend on where the program was started */
        return err_set(err, STATUS_BAD, CODE_SETTING_PATH, NULL, path, NULL);
    status = db_open(&db, path, DB_READ, &why);
    db_close(db);
    if (!status || why.code == CODE_DB_MISSING || why.code == CODE_DB_OLDER)
        return STATUS_OK;
    *err = why;
    return status;
}

static enum status check_style(const char *name, struct err *err)
{
    struct style *style = NULL;
    enum status status = style_load(name, &style, err);

    style_free(style);
    return status;
}

static enum status check_theme(const struct app *app, const char *name, struct err *err)
{
    enum { MANY_COLOURS = 256 };
    struct theme theme;

    return theme_load(&theme, app->theme_directory, name, MANY_COLOURS, err);
}

static enum status check(const struct app *app, enum setting setting, const char *value, struct err *err)
{
    struct config scratch;
    enum status status;

    config_init(&scratch);
    status = config_set(&scratch, setting, value, err); /* type and range */
    config_release(&scratch);
    if (status)
        return status;
    if (setting == SET_DATABASE)
        return check_database(value, err);
    if (setting == SET_PAPER)
        return check_style(value, err);
    return setting == SET_THEME ? check_theme(app, value, err) : STATUS_OK;
}

/* ---- storing --------------------------------------------------------------------------------------- */

enum status setting_store(struct app *app, enum setting setting, const char *value, struct err *err)
{
    struct str words = STR_INIT;
    enum status status = value ? check(app, setting, value, err) : STATUS_OK;

    if (!status && app->config_path)
        status = config_store(app->config_path, setting_info[setting].key, value, err);
    if (!status && value)
        status = config_set(app->config, setting, value, err);
    else if (!status)
        config_forget(app->config, setting);
    if (!status) {
        app_setting_changed(app, setting);
        setting_value_words(setting, config_text(app->config, setting), &words);
        app_message(app, ROLE_GOOD,
                    setting_info[setting].later ? _("已存：%s %s，下次啟動起生效") : _("已存：%s %s"),
                    _(setting_info[setting].title), words.text);
    }
    str_release(&words);
    return status;
}

static void value_get(void *context, const struct form_field *field, struct str *out)
{
    const struct settings *settings = context;
    const enum setting setting = setting_of_field(field);

    if (setting == SET_COUNT)
        return;
    if (setting_info[setting].type == SETTING_SWITCH) /* however it is written */
        str_add(out, config_number(settings->app->config, setting) ? "yes" : "no");
    else
        str_add(out, config_text(settings->app->config, setting));
}

/* A style of one's own is a file. false: Esc. */
static bool ask_other(struct app *app, struct str *out)
{
    return app_input(app, _("自訂的紀錄格式"), _("格式檔的路徑，例如 ~/格式/河川.ini"), out, NULL, NULL);
}

static enum status value_set(void *context, const struct form_field *field, const char *value,
                             struct err *err)
{
    struct settings *settings = context;
    const enum setting setting = setting_of_field(field);
    struct str typed = STR_INIT, path = STR_INIT;
    enum status status = STATUS_OK;

    if (strcmp(value, something_else) == 0) {
        if (!ask_other(settings->app, &typed))
            goto out;
        value = typed.text;
    }
    if (setting == SET_DATABASE || setting == SET_PAPER) {
        file_typed_path(value, &path);
        value = path.text;
    }
    status = str_failed(&typed) || str_failed(&path) ? err_memory(err)
                                                     : setting_store(settings->app, setting, value, err);
out:
    str_release(&path);
    str_release(&typed);
    return status;
}

/* ---- options --------------------------------------------------------------------------------------- */

struct options {
    struct arena *arena;
    struct form_option *v;
    size_t n, room;
};

static void add(struct options *options, const char *code, const char *label)
{
    for (size_t i = 0; i < options->n; i++)
        if (strcmp(options->v[i].code, code) == 0)
            return;
    if (options->n < options->room)
        options->v[options->n++] = (struct form_option){.code = code, .label = label};
}

static void add_own_themes(struct options *options, const char *directory)
{
    DIR *dir = directory ? opendir(directory) : NULL;

    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        const size_t n = strlen(entry->d_name);
        const char *name;

        if (n <= 4 || entry->d_name[0] == '.' || strcmp(entry->d_name + n - 4, ".ini") != 0 ||
            text_forbidden_at(entry->d_name, n, false) < n)
            continue;
        name = arena_text(options->arena, entry->d_name, n - 4);
        if (name)
            add(options, name, name);
    }
    if (dir)
        (void)closedir(dir);
}

static void add_themes(struct options *options, const struct app *app)
{
    static const char *const labels[] = {N_("dark 深色"), N_("light 淺色"), N_("blue 藍底"),
                                         N_("contrast 高對比"), N_("mono 單色")};
    const char *const *choices = setting_info[SET_THEME].choices;

    for (size_t i = 0; choices[i]; i++)
        add(options, choices[i], i < sizeof labels / sizeof labels[0] ? _(labels[i]) : choices[i]);
    add_own_themes(options, app->theme_directory);
}

static void add_choices(struct options *options, enum setting setting)
{
    static const char *const switched[] = {"no", "yes", NULL};
    const char *const *choices =
        setting_info[setting].type == SETTING_SWITCH ? switched : setting_info[setting].choices;

    for (; choices && *choices; choices++) {
        struct str words = STR_INIT;
        const char *label;

        setting_value_words(setting, *choices, &words);
        label = arena_text(options->arena, words.text, words.len_bytes);
        add(options, *choices, label ? label : *choices);
        str_release(&words);
    }
}

static void value_options(void *context, const struct form_field *field, struct arena *arena,
                          struct form_option **out, size_t *n)
{
    enum { MOST = 64 };
    const struct settings *settings = context;
    const enum setting setting = setting_of_field(field);
    struct options options = {arena, arena_take(arena, MOST * sizeof *options.v), 0, MOST - 2};

    *out = options.v;
    *n = 0;
    if (!options.v || setting == SET_COUNT)
        return;
    if (setting == SET_THEME)
        add_themes(&options, settings->app);
    else if (setting == SET_PAPER)
        for (size_t i = 0; style_builtin_name(i); i++)
            add(&options, style_builtin_name(i), style_builtin_name(i));
    else
        add_choices(&options, setting);
    options.room = MOST;
    if (setting == SET_THEME || setting == SET_PAPER) { /* what is set now, whether it is there or not */
        const char *now = config_text(settings->app->config, setting);
        const char *kept = arena_text(arena, now, strlen(now));

        if (kept)
            add(&options, kept, kept);
    }
    if (setting == SET_PAPER)
        add(&options, something_else, _("自訂的格式檔…"));
    *n = options.n;
}

const struct form_source settings_source = {.get = value_get, .set = value_set, .options = value_options};

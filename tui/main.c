/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi: where the program starts. The one place that reads the environment and the clock; hands them on.
 */
#include "core/base/builtin.h"
#include "tui/app.h"
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/live.h"
#include "tui/recover.h"
#include "tui/screens/screens.h"
#include "tui/version.h"
#include "tui/words.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the environment says, read once. */
struct desk {
    struct args args;
    struct config config;
    struct str db_path, draft_dir, theme_dir;
    bool db_default;
    const char *who, *now;
};

static const char *set_or_null(const char *name)
{
    const char *value = getenv(name);

    return value && *value ? value : NULL;
}

/* $XDG_..., else the place under HOME. */
static void xdg_path(struct str *out, const char *variable, const char *under_home, const char *name)
{
    const char *base = set_or_null(variable), *home = set_or_null("HOME");

    if (base && base[0] == '/')
        str_add(out, base);
    else
        str_printf(out, "%s/%s", home ? home : "", under_home);
    str_add(out, name);
}

static const char *login_name(void)
{
    const struct passwd *user = getpwuid(geteuid());

    return user ? user->pw_name : "?";
}

static void say(const struct err *err)
{
    struct str text = STR_INIT;

    err_words(err, &text);
    (void)fprintf(stderr, "yishi: %s\n", text.text);
    str_release(&text);
}

/* --now would forge the journal: it is honoured only together with the tests' own variable. */
static enum status check_now(struct desk *desk, struct err *err)
{
    const char *now = desk->args.value[OPT_NOW];

    if (now && !set_or_null("YISHI_TEST"))
        return err_set(err, STATUS_USAGE, CODE_CLI_TEST_ONLY, NULL, "--now", NULL);
    desk->now = now;
    return STATUS_OK;
}

static enum status read_config(struct desk *desk, struct err *err)
{
    struct str path = STR_INIT;
    enum status status;

    config_path(&path, set_or_null("XDG_CONFIG_HOME"), set_or_null("HOME"));
    status = config_read(&desk->config, path.text, err);
    str_release(&path);
    return status;
}

static enum status settle(struct desk *desk, struct err *err)
{
    const char *db = desk->args.value[OPT_DB], *lang = desk->args.value[OPT_LANG];
    enum status status = read_config(desk, err);

    if (status)
        return status;
    if (lang && strcmp(lang, "zh") != 0 && strcmp(lang, "en") != 0) {
        status = err_set(err, STATUS_USAGE, CODE_CLI_CHOICE, NULL, "--lang", "zh|en");
        err_arg(err, 2, lang);
        return status;
    }
    if (!lang && *config_text(&desk->config, SET_LANGUAGE))
        words_init(config_text(&desk->config, SET_LANGUAGE), "/proc/self/exe");
    desk->who = *config_text(&desk->config, SET_WHO) ? config_text(&desk->config, SET_WHO) : login_name();
    if (!db && *config_text(&desk->config, SET_DATABASE))
        db = config_text(&desk->config, SET_DATABASE);
    desk->db_default = db == NULL;
    if (db)
        str_add(&desk->db_path, db);
    else
        xdg_path(&desk->db_path, "XDG_DATA_HOME", ".local/share", "/yishi/yishi.db");
    xdg_path(&desk->draft_dir, "XDG_STATE_HOME", ".local/state", "/yishi");
    xdg_path(&desk->theme_dir, "XDG_CONFIG_HOME", ".config", "/yishi/themes");
    return check_now(desk, err);
}

/* The default place's directory is made; one that the user named must be there. */
static enum status open_or_create(struct desk *desk, struct db **db, struct err *err)
{
    enum status status = desk->db_default ? file_make_parents(desk->db_path.text, err) : STATUS_OK;

    if (!status)
        status = db_open(db, desk->db_path.text, DB_WRITE, err);
    if (status == STATUS_MISSING && err->code == CODE_DB_MISSING)
        status = db_open(db, desk->db_path.text, DB_CREATE, err);
    return status;
}

/* The committee to start with: the only one, or the one that was named. */
static enum status choose_committee(struct desk *desk, struct db *db, int64_t *id, struct err *err)
{
    const char *key = desk->args.value[OPT_COMMITTEE];
    struct arena arena = ARENA_INIT;
    struct committee_lines lines = {NULL, 0};
    enum status status = committee_list(db, &arena, &lines, err);

    *id = 0;
    for (size_t i = 0; i < lines.n && !status; i++)
        if (key ? strcmp(key, lines.v[i].key) == 0 : i == 0)
            *id = lines.v[i].id;
    if (!status && key && !*id)
        status = err_set(err, STATUS_MISSING, CODE_RECORD_NO_COMMITTEE, NULL, key, NULL);
    arena_release(&arena);
    return status;
}

static void run_search(struct app *app, struct screen *screen)
{
    (void)screen;
    if (app->committee_id)
        (void)search_push(app);
}

/* What works on every screen, beside the application's own. */
static const struct command everywhere[] = {
    {"yishi.search", "/", N_("搜尋"), NULL, 0, NULL, run_search},
};

static int run_app(struct desk *desk)
{
    struct app app;
    struct db *db = NULL;
    struct err err = {0};
    int64_t committee = 0;
    int result;
    enum status status = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)
                             ? open_or_create(desk, &db, &err)
                             : err_set(&err, STATUS_USAGE, CODE_CLI_NO_TERMINAL, NULL, NULL, NULL);

    if (!status)
        status = choose_committee(desk, db, &committee, &err);
    if (status) {
        say(&err);
        db_close(db);
        return status_exit(status);
    }
    app_init(&app, &desk->config);
    app.db = db;
    app.who = desk->who;
    app.now = desk->now;
    app.draft_dir = desk->draft_dir.text;
    app.committee_id = committee;
    app.commands = (struct command_table)COMMANDS(everywhere);
    app.no_colour = set_or_null("NO_COLOR") != NULL;
    app.theme_directory = desk->theme_dir.text;
    app.started = recover_start;
    result = app_run(&app, committee ? home_new() : welcome_new(), &err);
    app_release(&app);
    if (err.status)
        say(&err);
    app.look = live_look;
    db_close(db);
    return result;
}

static void clock_texts(const struct desk *desk, struct cli *cli)
{
    struct app app; /* only for its clock: one place tells the time */

    memset(&app, 0, sizeof app);
    app.now = desk->now;
    app_now_utc(&app, cli->when);
    date_iso(cli->today, app_today(&app));
}

static int run_command(struct desk *desk)
{
    struct cli cli = {.args = &desk->args,
                      .config = &desk->config,
                      .db_path = desk->db_path.text,
                      .db_default = desk->db_default,
                      .who = desk->who,
                      .out = STR_INIT};
    int result;

    clock_texts(desk, &cli);
    result = cli_run(&cli);
    str_release(&cli.out);
    return result;
}

static int run(struct desk *desk)
{
    if (desk->args.has[OPT_VERSION]) {
        (void)printf("yishi %s\n", YISHI_VERSION);
        return 0;
    }
    if (desk->args.has[OPT_HELP]) {
        cli_help(&desk->args);
        return 0;
    }
    if (desk->config.warnings.len_bytes)
        (void)fputs(desk->config.warnings.text, stderr);
    return desk->args.command ? run_command(desk) : run_app(desk);
}

int main(int argc, char **argv)
{
    struct desk desk = {.db_path = STR_INIT, .draft_dir = STR_INIT, .theme_dir = STR_INIT};
    struct err err = {0};
    enum status status = args_read(argc, argv, cli_commands, &desk.args, &err);
    int result;

    db_one_thread();
    config_init(&desk.config);
    words_init(desk.args.value[OPT_LANG], "/proc/self/exe");
    if (!status)
        status = settle(&desk, &err);
    if (status)
        say(&err);
    result = status ? status_exit(status) : run(&desk);
    config_release(&desk.config);
    str_release(&desk.db_path);
    str_release(&desk.draft_dir);
    str_release(&desk.theme_dir);
    return result;
}

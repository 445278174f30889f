/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi: where the program starts. The one place that reads the environment and the clock; hands them on.
 */
#include "core/base/builtin.h"
#include "tui/app.h"
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/guard.h"
#include "tui/live.h"
#include "tui/recover.h"
#include "tui/screens/screens.h"
#include "tui/version.h"
#include "tui/words.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the environment says, read once. */
struct desk {
    struct args args;
    char **argv;
    struct config config;
    struct str db_path, draft_dir, theme_dir, config_path;
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
    config_path(&desk->config_path, set_or_null("XDG_CONFIG_HOME"), set_or_null("HOME"));
    return config_read(&desk->config, desk->config_path.text, err);
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

static void run_settings(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)settings_push(app);
}

/* What works on every screen, beside the application's own. */
static const struct command everywhere[] = {
    {"yishi.search", "/", N_("搜尋"), NULL, 0, NULL, run_search},
    {"yishi.settings", "Alt-,", N_("設定：語言、配色、按鍵"), NULL, 0, NULL, run_settings},
};

static void start_app(const struct desk *desk, struct app *app, struct config *config)
{
    app_init(app, config);
    app->who = desk->who;
    app->now = desk->now;
    app->draft_dir = desk->draft_dir.text;
    app->no_colour = set_or_null("NO_COLOR") != NULL;
    app->theme_directory = desk->theme_dir.text;
    app->login = login_name();
    app->config_path = desk->config_path.text;
}

/* The first screen stands. */
static void started(struct app *app)
{
    guard_started(app);
    recover_start(app);
}

/* Open the database and choose the committee. After a session that did not end cleanly nothing is shown
 * before the file was checked. */
static enum status open_checked(struct desk *desk, struct db **db, int64_t *committee, struct guard *guard,
                                struct err *err)
{
    const char *finding;
    enum status status = open_or_create(desk, db, err);

    if (!status && guard_unclean(desk->draft_dir.text, db_uuid(*db))) {
        status = db_check(*db, &finding, err);
        guard->checked = status == STATUS_OK;
        if (!guard_is_damage(status, finding))
            status = STATUS_OK; /* what else there is is told of when idle */
    }
    if (status == STATUS_NO)
        status = err->status = STATUS_STORAGE;
    return status ? status : choose_committee(desk, *db, committee, err);
}

/* The database cannot be read: offer its newest good backup. *AGAIN: it was restored. */
static int run_rescue(struct desk *desk, const struct err *why, bool *again)
{
    struct app app;
    struct err err = {0};
    char uuid[37];
    int result;

    guard_known_uuid(desk->draft_dir.text, desk->db_path.text, uuid);
    if ((why->code != CODE_DB_DAMAGED && why->code != CODE_DB_NOT_A_DB) || !*uuid) {
        say(why);
        return status_exit(why->status);
    }
    start_app(desk, &app, &desk->config);
    result = app_run(&app, rescue_new(desk->db_path.text, uuid, why), &err);
    *again = app.reopen;
    app_release(&app);
    if (!*again)
        say(err.status ? &err : why);
    return result ? result : status_exit(why->status);
}

/* One session. *AGAIN: to be started anew, the database is another file now. */
static int run_once(struct desk *desk, bool *again)
{
    struct app app;
    struct guard guard;
    struct db *db = NULL;
    struct err err = {0};
    int64_t committee = 0;
    int result;

    *again = false;
    guard_init(&guard);
    if (open_checked(desk, &db, &committee, &guard, &err)) {
        db_close(db);
        guard_release(&guard);
        return run_rescue(desk, &err, again);
    }
    start_app(desk, &app, &desk->config);
    app.db = db;
    app.guard = &guard;
    app.committee_id = committee;
    app.commands = (struct command_table)COMMANDS(everywhere);
    app.started = started;
    app.look = live_look;
    result = app_run(&app, committee ? home_new() : welcome_new(), &err);
    *again = app.reopen;
    app_release(&app);
    if (err.status)
        say(&err);
    if (guard.check_failed && !*again) { /* left damaged */
        say(&guard.why);
        result = status_exit(STATUS_STORAGE);
    }
    db_close(db);
    guard_release(&guard);
    return result;
}

static int run_app(struct desk *desk)
{
    struct err err = {0};
    bool again = false;
    int result;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        (void)err_set(&err, STATUS_USAGE, CODE_CLI_NO_TERMINAL, NULL, NULL, NULL);
        say(&err);
        return status_exit(err.status);
    }
    result = run_once(desk, &again);
    if (again) {
        /* the terminal library starts once in a process only */
        (void)execv("/proc/self/exe", desk->argv);
        (void)err_set(&err, STATUS_STORAGE, CODE_FILE_OPEN, "/proc/self/exe", strerror(errno), NULL);
        say(&err);
        result = status_exit(err.status);
    }
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

/* The exit status of what was printed: a full disk or a closed pipe is told. */
static int flushed(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return 0;
    (void)fprintf(stderr, "yishi: %s\n", strerror(errno));
    return status_exit(STATUS_STORAGE);
}

static int run(struct desk *desk)
{
    if (desk->args.has[OPT_VERSION]) {
        (void)printf("yishi %s\n", YISHI_VERSION);
        return flushed();
    }
    if (desk->args.has[OPT_HELP]) {
        cli_help(&desk->args);
        return flushed();
    }
    if (desk->config.warnings.len_bytes)
        (void)fputs(desk->config.warnings.text, stderr);
    return desk->args.command ? run_command(desk) : run_app(desk);
}

int main(int argc, char **argv)
{
    struct desk desk = {.argv = argv,
                        .db_path = STR_INIT,
                        .draft_dir = STR_INIT,
                        .theme_dir = STR_INIT,
                        .config_path = STR_INIT};
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
    str_release(&desk.config_path);
    return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk: a home, a terminal, the command line.
 */
#include "tests/torture/kill_desk.h"

#include "tests/terminal/keys.h"
#include "tests/terminal/look.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOW "2024-05-14T06:03:00Z"
#define NOW_OPTION "--now " NOW " "

unsigned desk_random(struct desk *desk, unsigned n)
{
    uint64_t x = desk->random;

    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    desk->random = x;
    return (unsigned)((x >> 11) % n);
}

/* ---- the home --------------------------------------------------------------------------------------- */

static int remove_entry(const char *path, const struct stat *info, int flag, struct FTW *ftw)
{
    (void)info;
    (void)flag;
    (void)ftw;
    return remove(path);
}

void desk_setenv(struct desk *desk, const char *name, const char *value)
{
    const size_t len = strlen(name);
    int i = 0;

    while (i < desk->n_env &&
           (strncmp(desk->env_text[i].text, name, len) != 0 || desk->env_text[i].text[len] != '='))
        i++;
    if (i == DESK_ENV)
        return;
    if (i == desk->n_env)
        str_init(&desk->env_text[desk->n_env++]);
    str_clear(&desk->env_text[i]);
    str_printf(&desk->env_text[i], "%s=%s", name, value);
    desk->env[i] = desk->env_text[i].text;
    desk->env[desk->n_env] = NULL;
}

/* NAME is BEFORE, the home, BELOW. */
static void set_below(struct desk *desk, const char *name, const char *before, const char *below)
{
    struct str value = STR_INIT;

    str_printf(&value, "%s%s/%s", before, desk->home, below);
    desk_setenv(desk, name, value.text);
    str_release(&value);
}

static void set_environment(struct desk *desk, const char *planted)
{
    static const char *const fixed[][2] = {{"PATH", "/usr/bin:/bin"}, {"TZ", "UTC"},
                                           {"LANG", "C.UTF-8"},       {"TERM", "xterm-256color"},
                                           {"USER", "clerk"},         {"YISHI_TEST", "1"}};

    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        desk_setenv(desk, fixed[i][0], fixed[i][1]);
    desk_setenv(desk, "HOME", desk->home);
    set_below(desk, "XDG_DATA_HOME", "", "data");
    set_below(desk, "XDG_CONFIG_HOME", "", "config");
    set_below(desk, "XDG_STATE_HOME", "", "state");
    set_below(desk, "XDG_RUNTIME_DIR", "", "run");
    set_below(desk, "TMPDIR", "", "tmp");
    set_below(desk, "ASAN_OPTIONS", "detect_leaks=1:malloc_context_size=12:log_path=", "sanitizer");
    set_below(desk, "UBSAN_OPTIONS", "print_stacktrace=1:log_path=", "sanitizer");
    if (planted)
        desk_setenv(desk, "YISHI_PLANTED", planted);
}

bool desk_open(struct desk *desk, const char *program, const char *planted, uint64_t seed)
{
    const char *directory = getenv("TMPDIR"), *yishi = getenv("YISHI");

    memset(desk, 0, sizeof *desk);
    str_init(&desk->result.out);
    str_init(&desk->result.err);
    desk->random = seed * 0x9E3779B97F4A7C15U + 0x1234567U;
    (void)snprintf(desk->sound, sizeof desk->sound, "%s", yishi ? yishi : "");
    (void)snprintf(desk->program, sizeof desk->program, "%s", program ? program : desk->sound);
    (void)snprintf(desk->home, sizeof desk->home, "%s/desk-XXXXXX", directory ? directory : "/tmp");
    if (access(desk->program, X_OK) != 0 || !getcwd(desk->root, sizeof desk->root) || !mkdtemp(desk->home)) {
        printf("no program at %s, or no home\n", desk->program);
        return false;
    }
    set_environment(desk, planted);
    return true;
}

void desk_close(struct desk *desk)
{
    terminal_release(&desk->terminal);
    command_result_release(&desk->result);
    for (int i = 0; i < desk->n_env; i++)
        str_release(&desk->env_text[i]);
    if (*desk->home)
        (void)nftw(desk->home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

bool desk_fresh(struct desk *desk)
{
    static const char *const folders[] = {"data", "config", "state", "run", "tmp"};
    char words[DESK_PATH * 2];

    terminal_release(&desk->terminal);
    (void)nftw(desk->home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    if (mkdir(desk->home, 0700) != 0)
        return false;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (snprintf(words, sizeof words, "%s/%s", desk->home, folders[i]) < 0 || mkdir(words, 0700) != 0)
            return false;
    (void)snprintf(words, sizeof words, "import %s/core/record/example.json", desk->root);
    return desk_run(desk, words) && desk_start(desk, 24, 80) && desk_wait(desk, "113年第1次會議") &&
           desk_keys(desk, "Home Enter") && desk_wait(desk, "› 議程") && desk_keys(desk, "Alt-4") &&
           desk_wait(desk, "› 報到") && desk_keys(desk, "F6") && desk_wait(desk, "已依會前回復報到") &&
           desk_keys(desk, "Down Down Space") && desk_wait(desk, "可以開會") && desk_keys(desk, "F8") &&
           desk_wait(desk, "幾點開會？") && desk_keys(desk, "Enter") && desk_wait(desk, "開會，足法定人數") &&
           desk_keys(desk, "Ctrl-Q") && desk_leave(desk);
}

/* ---- the program ------------------------------------------------------------------------------------ */

/* Named in every call: keys may choose another one in the settings. */
void desk_database(const struct desk *desk, char *out, size_t size)
{
    (void)snprintf(out, size, "%s/a.db", desk->home);
}

bool desk_start(struct desk *desk, int rows, int cols)
{
    char now[] = NOW, now_option[] = "--now", db[DESK_PATH * 2], db_option[] = "--db";
    char *argv[] = {desk->program, now_option, now, db_option, db, NULL};

    terminal_release(&desk->terminal);
    desk_database(desk, db, sizeof db);
    return terminal_start(&desk->terminal, argv, desk->env, desk->home, rows, cols);
}

bool desk_run(struct desk *desk, const char *words)
{
    char text[DESK_PATH * 5], db[DESK_PATH * 2];
    char *argv[16] = {desk->sound}, *at = text;
    int n = 1;

    desk_database(desk, db, sizeof db);
    (void)snprintf(text, sizeof text, "%s--db %s %s", NOW_OPTION, db, words);
    while (*at && n < 15) {
        argv[n++] = at;
        at += strcspn(at, " ");
        if (*at)
            *at++ = '\0';
    }
    argv[n] = NULL;
    return command_run(argv, desk->env, desk->home, DESK_PATIENCE_MS * 3, &desk->result) &&
           desk->result.exit == 0;
}

bool desk_export_holds(struct desk *desk, const char *text)
{
    return desk_run(desk, "export") && strstr(desk->result.out.text, text) != NULL;
}

/* ---- the terminal ----------------------------------------------------------------------------------- */

bool desk_sees(const struct desk *desk, const char *text)
{
    int row = 0, start, end;

    return look_find(&desk->terminal, text, &row, &start, &end);
}

bool desk_wait(struct desk *desk, const char *text)
{
    const double until = clock_ms() + DESK_PATIENCE_MS;

    while (clock_ms() < until && !desk->terminal.ended) {
        if (terminal_idle(&desk->terminal) && desk_sees(desk, text))
            return true;
        (void)terminal_pump(&desk->terminal, 2);
    }
    return false;
}

bool desk_keys(struct desk *desk, const char *names)
{
    while (*names) {
        size_t n = strcspn(names, " "), len;
        char name[32];
        long times = 1;

        if (n >= sizeof name)
            return false;
        memcpy(name, names, n);
        name[n] = '\0';
        len = strcspn(name, "*");
        if (name[len] && len) {
            times = strtol(name + len + 1, NULL, 10);
            name[len] = '\0';
        }
        for (long i = 0; i < times; i++)
            if (!key_send(&desk->terminal, name) || !terminal_settle(&desk->terminal, DESK_PATIENCE_MS))
                return false;
        names += n + strspn(names + n, " ");
    }
    return true;
}

void desk_pass(struct desk *desk, int ms)
{
    const double until = clock_ms() + ms;

    while (!desk->terminal.ended && clock_ms() < until)
        (void)terminal_pump(&desk->terminal, 1);
}

bool desk_leave(struct desk *desk)
{
    bool well = terminal_wait_end(&desk->terminal, DESK_PATIENCE_MS);

    well = well && desk->terminal.wait_status == 0;
    terminal_release(&desk->terminal);
    return well;
}

bool desk_to_meeting(struct desk *desk, const char *step_key, const char *sight)
{
    return desk_wait(desk, "113年第1次會議") && desk_keys(desk, "Home Enter") &&
           desk_wait(desk, "113年第1次會議 113") && desk_keys(desk, step_key) && desk_wait(desk, sight);
}

/* ---- what went wrong -------------------------------------------------------------------------------- */

static bool is_report(const char *name)
{
    return strncmp(name, "sanitizer.", 10) == 0;
}

bool desk_reported(const struct desk *desk)
{
    DIR *listing = opendir(desk->home);
    const struct dirent *entry;
    bool found = false;

    while (listing && (entry = readdir(listing)) != NULL)
        found = found || is_report(entry->d_name);
    if (listing)
        (void)closedir(listing);
    return found;
}

static void show_report(const char *path)
{
    FILE *file = fopen(path, "r");
    char line[512];

    for (int i = 0; file && i < 40 && fgets(line, sizeof line, file); i++)
        printf("# %s", line);
    if (file)
        (void)fclose(file);
}

void desk_show(const struct desk *desk)
{
    DIR *listing = opendir(desk->home);
    const struct dirent *entry;
    struct str out = STR_INIT;

    if (desk->terminal.vt)
        look_dump(&desk->terminal, &out);
    printf("%s\n", out.text);
    str_release(&out);
    while (listing && (entry = readdir(listing)) != NULL) {
        char path[DESK_PATH * 3];

        if (is_report(entry->d_name) &&
            snprintf(path, sizeof path, "%s/%s", desk->home, entry->d_name) < (int)sizeof path)
            show_report(path);
    }
    if (listing)
        (void)closedir(listing);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Playing a script, from an empty home to a clean end.
 */
#include "tests/terminal/story.h"

#include "tests/terminal/look.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_MS = 20000 };

bool story_fail(struct story *story, const char *format, ...)
{
    char text[4096];
    va_list args;

    if (story->failure.len_bytes > 0)
        return false;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    str_add(&story->failure, text);
    return false;
}

/* ---- a home of its own -------------------------------------------------------------------------- */

bool story_set_env(struct story *story, const char *name, const char *value)
{
    size_t len = strlen(name), i = 0, room = len + (value ? strlen(value) : 0) + 2;
    char *text = malloc(room);

    if (!text)
        return story_fail(story, "out of memory");
    snprintf(text, room, "%s=%s", name, value ? value : "");
    while (story->env[i] && (strncmp(story->env[i], name, len) != 0 || story->env[i][len] != '='))
        i++;
    if (i == STORY_ENV_MAX) {
        free(text);
        return story_fail(story, "too many variables");
    }
    free(story->env[i]);
    story->env[i] = text;
    if (!value) {
        free(text);
        for (; story->env[i]; i++)
            story->env[i] = story->env[i + 1];
    }
    return true;
}

/* The folder PATH below the scratch folder, named to the program by the variable NAME. */
static bool make_folder(struct story *story, const char *name, const char *path)
{
    char whole[STORY_PATH_BYTES];

    snprintf(whole, sizeof whole, "%s/%s", story->scratch, path);
    if (mkdir(whole, 0700) != 0)
        return story_fail(story, "%s: %s", whole, strerror(errno));
    return story_set_env(story, name, whole);
}

static bool set_sanitizer(struct story *story, const char *name, const char *options)
{
    char whole[STORY_PATH_BYTES];
    const char *outer = getenv(name);

    snprintf(whole, sizeof whole, "%s%s%s:log_path=%s/sanitizer", outer ? outer : "", outer ? ":" : "",
             options, story->scratch);
    return story_set_env(story, name, whole);
}

static bool make_home(struct story *story)
{
    static const char *const fixed[][2] = {
        {"TZ", "UTC"},       {"LANG", "C.UTF-8"}, {"TERM", "xterm-256color"},
        {"YISHI_TEST", "1"}, {"USER", "clerk"},   {"LOGNAME", "clerk"},
    };
    const char *tmp = getenv("TMPDIR"), *path = getenv("PATH");
    size_t i;
    bool ok = true;

    snprintf(story->scratch, sizeof story->scratch, "%s/yishi-story-XXXXXX",
             tmp && strlen(tmp) < sizeof story->scratch - 24 ? tmp : "/tmp");
    if (!mkdtemp(story->scratch)) {
        story->scratch[0] = '\0';
        return story_fail(story, "no scratch folder: %s", strerror(errno));
    }
    for (i = 0; ok && i < sizeof fixed / sizeof *fixed; i++)
        ok = story_set_env(story, fixed[i][0], fixed[i][1]);
    return ok && story_set_env(story, "PATH", path ? path : "/usr/bin:/bin") &&
           story_set_env(story, "ROOT", story->root) && story_set_env(story, "PROGRAM", story->program) &&
           make_folder(story, "HOME", "home") && make_folder(story, "XDG_DATA_HOME", "home/data") &&
           make_folder(story, "XDG_CONFIG_HOME", "home/config") &&
           make_folder(story, "XDG_STATE_HOME", "home/state") &&
           make_folder(story, "XDG_CACHE_HOME", "home/cache") &&
           make_folder(story, "XDG_RUNTIME_DIR", "home/run") && make_folder(story, "TMPDIR", "tmp") &&
           set_sanitizer(story, "ASAN_OPTIONS", "detect_leaks=1:exitcode=99") &&
           set_sanitizer(story, "UBSAN_OPTIONS", "print_stacktrace=1:exitcode=99") &&
           set_sanitizer(story, "LSAN_OPTIONS", "exitcode=99");
}

static int remove_one(const char *path, const struct stat *info, int type, struct FTW *where)
{
    (void)info;
    (void)type;
    (void)where;
    return remove(path);
}

void story_release(struct story *story)
{
    size_t i;

    terminal_release(&story->terminal);
    if (story->scratch[0] != '\0' && !getenv("YISHI_KEEP"))
        nftw(story->scratch, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    for (i = 0; story->env[i]; i++)
        free(story->env[i]);
    str_release(&story->title);
    str_release(&story->failure);
    str_release(&story->now);
    str_release(&story->lang);
    str_release(&story->data.texts);
    str_release(&story->quorum);
    command_result_release(&story->result);
}

/* ---- programs ----------------------------------------------------------------------------------- */

/* The program, the options that pin it, and the words of ARGS; to be freed as words. */
static char **program_words(struct story *story, const char *args)
{
    struct str text = STR_INIT;
    char **words = NULL;

    str_add(&text, "$PROGRAM");
    if (story->now.len_bytes > 0)
        str_printf(&text, " --now '%s'", story->now.text);
    if (story->lang.len_bytes > 0)
        str_printf(&text, " --lang '%s'", story->lang.text);
    str_printf(&text, " %s", args);
    if (!str_failed(&text))
        words = script_words(text.text, story->env);
    if (!words)
        story_fail(story, "an open quote, or out of memory: %s", args);
    str_release(&text);
    return words;
}

bool story_start(struct story *story, const char *args)
{
    char **words = program_words(story, args);
    bool ok = words != NULL;

    if (ok) {
        terminal_release(&story->terminal);
        ok = terminal_start(&story->terminal, words, story->env, script_env(story->env, "HOME", 4),
                            story->rows, story->cols);
        if (!ok)
            story_fail(story, "%s does not start: %s", story->program, strerror(errno));
        story->running = ok;
    }
    script_free_words(words);
    return ok;
}

bool story_run_words(struct story *story, char *const *words, struct command_result *result)
{
    if (command_run(words, story->env, script_env(story->env, "HOME", 4), story->patience_ms, result))
        return true;
    return story_fail(story, "%s does not start, or does not end", words[0]);
}

bool story_run(struct story *story, const char *args, struct command_result *result)
{
    char **words = program_words(story, args);
    bool ok = words && story_run_words(story, words, result);

    script_free_words(words);
    return ok;
}

int story_exit(const struct story *story)
{
    int status = story->terminal.wait_status;

    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool story_check_end(struct story *story)
{
    DIR *folder = opendir(story->scratch);
    struct str report = STR_INIT;
    const struct dirent *entry;
    bool clean = true;

    while (folder && clean && (entry = readdir(folder)) != NULL) {
        char path[STORY_PATH_BYTES];

        if (strncmp(entry->d_name, "sanitizer", 9) != 0)
            continue;
        clean = false;
        snprintf(path, sizeof path, "%s/%s", story->scratch, entry->d_name);
        script_file_text(path, &report);
        story_fail(story, "a sanitizer reports:\n%s", report.text);
    }
    if (folder)
        closedir(folder);
    str_release(&report);
    return clean;
}

/* ---- playing ------------------------------------------------------------------------------------ */

bool story_wait(struct story *story, story_look_fn *look, const void *data)
{
    double until = clock_ms() + story->patience_ms;

    while (clock_ms() < until) {
        if (terminal_idle(&story->terminal) && look(story, data))
            return true;
        if (story->terminal.ended)
            return false;
        terminal_pump(&story->terminal, 10);
    }
    return false;
}

static const struct verb *find_verb(const char *name)
{
    static const struct verb *const all[] = {verbs_set, verbs_type, verbs_see, verbs_command};
    const struct verb *verb;
    size_t i;

    for (i = 0; i < sizeof all / sizeof *all; i++)
        for (verb = all[i]; verb->name; verb++)
            if (strcmp(verb->name, name) == 0)
                return verb;
    return NULL;
}

static bool play_line(struct story *story)
{
    const struct verb *verb = find_verb(story->line->verb);

    if (!verb)
        return story_fail(story, "there is no verb \"%s\"", story->line->verb);
    if (verb->on_screen && !story->running)
        return story_fail(story, "\"%s\" needs a program on the terminal: run comes first", verb->name);
    return verb->run(story, story->line->rest) || story_fail(story, "expected: %s", verb->help);
}

/* Whoever still runs at the end is hung up on, and must leave by itself, cleanly. */
static bool play_end(struct story *story)
{
    struct terminal *terminal = &story->terminal;

    story->line = NULL;
    if (story->exit_unseen && story->result.exit != 0)
        return story_fail(story, "the last command ended with %d:\n%s", story->result.exit,
                          story->result.err.text);
    if (!story_quorum_was_seen(story))
        return false;
    if (!story->running)
        return true;
    if (!terminal->ended) {
        terminal_settle(terminal, story->patience_ms);
        terminal_hang_up(terminal);
        if (!terminal_wait_end(terminal, story->patience_ms))
            return story_fail(story, "the program still runs after its terminal was closed");
        if (story_exit(story) != 0 && story_check_end(story))
            return story_fail(story, "the program ended with %d when its terminal was closed",
                              story_exit(story));
    }
    return story_check_end(story);
}

bool story_play(struct story *story, const struct script *script, const char *file, const char *program)
{
    const char *slash = strrchr(file, '/'), *patience = getenv("YISHI_PATIENCE_MS"),
               *bless = getenv("YISHI_BLESS");
    size_t i;

    str_init(&story->title);
    str_init(&story->failure);
    str_init(&story->now);
    str_init(&story->lang);
    str_init(&story->data.texts);
    str_init(&story->quorum);
    str_init(&story->result.out);
    str_init(&story->result.err);
    story->rows = 24;
    story->cols = 80;
    story->patience_ms = patience ? (int)strtol(patience, NULL, 10) : PATIENCE_MS;
    story->bless = bless && bless[0] != '\0';
    str_add(&story->title, slash ? slash + 1 : file);
    snprintf(story->folder, sizeof story->folder, "%.*s", slash ? (int)(slash - file) : 1,
             slash ? file : ".");
    snprintf(story->program, sizeof story->program, "%s", program);
    if (!getcwd(story->root, sizeof story->root))
        return story_fail(story, "no current folder: %s", strerror(errno));
    if (!make_home(story))
        return false;
    for (i = 0; i < script->n; i++) {
        story->line = &script->v[i];
        if (!play_line(story))
            return false;
    }
    return play_end(story);
}

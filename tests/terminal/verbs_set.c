/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs that set the scene, start the program and end it.
 */
#include "tests/terminal/story.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool set_text(struct str *str, const char *text)
{
    str_clear(str);
    str_add(str, text);
    return !str_failed(str);
}

static bool verb_title(struct story *story, const char *rest)
{
    return rest[0] != '\0' && set_text(&story->title, rest);
}

/* COLSxROWS. */
static bool read_size(const char *text, int *cols, int *rows)
{
    char end;

    return sscanf(text, "%dx%d%c", cols, rows, &end) == 2 && *cols > 0 && *rows > 0 && *cols < 1000 &&
           *rows < 1000;
}

static bool verb_size(struct story *story, const char *rest)
{
    return read_size(rest, &story->cols, &story->rows);
}

static bool verb_env(struct story *story, const char *rest)
{
    char **words = script_words(rest, story->env);
    bool ok = words && words[0] && !words[1] && words[0][0] != '=';

    if (ok) {
        char *equals = strchr(words[0], '=');

        if (equals)
            *equals = '\0';
        ok = story_set_env(story, words[0], equals ? equals + 1 : NULL);
    }
    script_free_words(words);
    return ok;
}

static bool verb_now(struct story *story, const char *rest)
{
    return set_text(&story->now, rest);
}

static bool verb_lang(struct story *story, const char *rest)
{
    return set_text(&story->lang, rest);
}

static bool verb_program(struct story *story, const char *rest)
{
    bool absolute = rest[0] == '/';
    int len = snprintf(story->program, sizeof story->program, "%s%s%s", absolute ? "" : story->root,
                       absolute ? "" : "/", rest);

    if (rest[0] == '\0' || len >= (int)sizeof story->program)
        return false;
    return story_set_env(story, "PROGRAM", story->program);
}

static bool verb_patience(struct story *story, const char *rest)
{
    story->patience_ms = (int)strtol(rest, NULL, 10) * 1000;
    return story->patience_ms > 0;
}

static bool verb_data(struct story *story, const char *rest)
{
    str_add(&story->data.texts, rest);
    str_add_char(&story->data.texts, '\n');
    return rest[0] != '\0';
}

static bool verb_data_file(struct story *story, const char *rest)
{
    return script_file_text(rest, &story->data.texts) || story_fail(story, "%s: %s", rest, strerror(errno));
}

static bool verb_data_region(struct story *story, const char *rest)
{
    struct rule_region region;
    size_t room = sizeof story->data.regions / sizeof *story->data.regions;

    if (sscanf(rest, "%d-%d %d-%d", &region.top, &region.bottom, &region.left, &region.right) != 4)
        return false;
    if (story->data.n_regions == room)
        return story_fail(story, "more than %zu regions", room);
    story->data.regions[story->data.n_regions++] = region;
    return true;
}

static bool verb_data_none(struct story *story, const char *rest)
{
    (void)rest;
    str_clear(&story->data.texts);
    story->data.n_regions = 0;
    return true;
}

static bool verb_quorum(struct story *story, const char *rest)
{
    if (rest[0] == '\0' || !story_quorum_was_seen(story))
        return false;
    story->quorum_unseen = true;
    return set_text(&story->quorum, strcmp(rest, "off") == 0 ? "" : rest);
}

/* write PATH, and the lines below it. */
static bool verb_write(struct story *story, const char *rest)
{
    const char *body = strchr(rest, '\n');
    char *name = strndup(rest, body ? (size_t)(body - rest) : strlen(rest));
    char **words = name ? script_words(name, story->env) : NULL;
    bool ok = words && words[0] && !words[1];
    char *slash = ok ? strrchr(words[0], '/') : NULL;
    FILE *file = NULL;

    if (slash && slash != words[0]) {
        *slash = '\0';
        mkdir(words[0], 0700); /* when it is there, or cannot be, opening the file tells */
        *slash = '/';
    }
    if (ok) {
        file = fopen(words[0], "we");
        ok = file && (!body || fprintf(file, "%s\n", body + 1) >= 0);
        if ((file && fclose(file) != 0) || !ok)
            ok = story_fail(story, "%s: %s", words[0], strerror(errno));
    }
    script_free_words(words);
    free(name);
    return ok;
}

/* ---- the program -------------------------------------------------------------------------------- */

static bool verb_run(struct story *story, const char *rest)
{
    if (story->running && !story->terminal.ended)
        return story_fail(story, "the program runs already");
    if (story->running && !story_check_end(story))
        return false;
    return story_start(story, rest);
}

static bool verb_resize(struct story *story, const char *rest)
{
    int cols, rows;

    if (!read_size(rest, &cols, &rows))
        return false;
    terminal_settle(&story->terminal, story->patience_ms);
    return terminal_resize(&story->terminal, rows, cols) || story_fail(story, "resize: %s", strerror(errno));
}

static bool verb_kill(struct story *story, const char *rest)
{
    if (strcmp(rest, "-9") != 0)
        return false;
    terminal_signal(&story->terminal, SIGKILL);
    story->running = false;
    return terminal_wait_end(&story->terminal, story->patience_ms) ||
           story_fail(story, "SIGKILL did not end it");
}

static bool verb_hangup(struct story *story, const char *rest)
{
    terminal_hang_up(&story->terminal);
    return rest[0] == '\0';
}

static bool verb_terminate(struct story *story, const char *rest)
{
    terminal_signal(&story->terminal, SIGTERM);
    return rest[0] == '\0';
}

static bool verb_expect_exit(struct story *story, const char *rest)
{
    char *end;
    long wanted = strtol(rest, &end, 10);

    if (end == rest || *end != '\0')
        return false;
    if (!terminal_wait_end(&story->terminal, story->patience_ms))
        return story_fail(story, "the program still runs");
    if (!story_check_end(story))
        return false;
    story->running = false;
    return story_exit(story) == wanted || story_fail(story, "it ended with %d", story_exit(story));
}

const struct verb verbs_set[] = {
    {"title", verb_title, "title TEXT: what the story is about", false},
    {"size", verb_size, "size COLSxROWS: of the next run (80x24)", false},
    {"env", verb_env, "env NAME=VALUE: for all that is started later; env NAME takes it away", false},
    {"now", verb_now, "now 2023-05-10T06:03:00Z: the clock, as --now", false},
    {"lang", verb_lang, "lang en: as --lang; en also forbids Chinese but for data", false},
    {"program", verb_program, "program PATH: instead of yishi", false},
    {"patience", verb_patience, "patience SECONDS: how long anything may take (20)", false},
    {"data", verb_data, "data TEXT: the user's words, Chinese in English too", false},
    {"data-file", verb_data_file, "data-file PATH: all its words are the user's", false},
    {"data-region", verb_data_region, "data-region TOP-BOTTOM LEFT-RIGHT: cells of the user's, from 1",
     false},
    {"data-none", verb_data_none, "data-none: forget them", false},
    {"quorum", verb_quorum, "quorum MEETING [--at HH:MM]: from here the top row = yishi quorum; quorum off",
     false},
    {"write", verb_write, "write PATH and | lines: make a file", false},
    {"run", verb_run, "run [ARGUMENTS]: start the program on the terminal", false},
    {"resize", verb_resize, "resize COLSxROWS", true},
    {"kill", verb_kill, "kill -9", true},
    {"hangup", verb_hangup, "hangup: close the terminal", true},
    {"terminate", verb_terminate, "terminate: SIGTERM", true},
    {"expect-exit", verb_expect_exit, "expect-exit STATUS", true},
    {NULL, NULL, NULL, false},
};

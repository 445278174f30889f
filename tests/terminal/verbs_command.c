/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs of the command line: run something in the story's home without a terminal, and ask what
 * it printed and how it ended.
 */
#include "tests/terminal/story.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Before the next command: nobody asked how the last one ended, so it must have been well. */
static bool last_was_well(struct story *story)
{
    bool well = !story->exit_unseen || story->result.exit == 0;

    return well || story_fail(story, "the command before ended with %d:\n%s", story->result.exit,
                              story->result.err.text);
}

static bool after_command(struct story *story, bool ok)
{
    story->exit_unseen = ok;
    return ok && story_check_end(story);
}

static bool verb_cli(struct story *story, const char *rest)
{
    return last_was_well(story) && after_command(story, story_run(story, rest, &story->result));
}

static bool run_shell(struct story *story, const char *rest)
{
    char name[] = "/bin/sh", option[] = "-c", *text = strdup(rest), *words[] = {name, option, text, NULL};
    bool ok = text && after_command(story, story_run_words(story, words, &story->result));

    free(text);
    return ok;
}

static bool verb_shell(struct story *story, const char *rest)
{
    return last_was_well(story) && run_shell(story, rest);
}

/* What the program does while nobody types shows on no screen: the program goes on between two tries. */
static bool verb_until(struct story *story, const char *rest)
{
    const double until = clock_ms() + story->patience_ms;

    if (!last_was_well(story))
        return false;
    while (run_shell(story, rest)) {
        if (story->result.exit == 0)
            return true;
        if (clock_ms() >= until || story->terminal.ended)
            break;
        terminal_pump(&story->terminal, 50);
    }
    return story_fail(story, "it never ended with 0:\n%s", story->result.err.text);
}

static bool contains(struct story *story, const struct str *output, const char *name, const char *rest)
{
    if (rest[0] == '\0')
        return false;
    return strstr(output->text, rest) != NULL ||
           story_fail(story, "not on standard %s, which is:\n%s%s", name, output->text,
                      output == &story->result.out ? story->result.err.text : "");
}

static bool verb_prints(struct story *story, const char *rest)
{
    return contains(story, &story->result.out, "output", rest);
}

static bool verb_says(struct story *story, const char *rest)
{
    return contains(story, &story->result.err, "error", rest);
}

static bool verb_silent(struct story *story, const char *rest)
{
    if (rest[0] != '\0')
        return false;
    return (story->result.out.len_bytes == 0 && story->result.err.len_bytes == 0) ||
           story_fail(story, "it printed:\n%s%s", story->result.out.text, story->result.err.text);
}

/* Blanks, line feeds and the ideographic space. */
static size_t white_bytes(const char *text)
{
    if (text[0] != '\0' && strchr(" \t\r\n\f", text[0]))
        return 1;
    return strncmp(text, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

/* Where A and B begin to differ, white space left out on both sides when WORDS; NULL = nowhere. */
static const char *difference(const char *a, const char *b, bool words)
{
    for (;;) {
        while (words && white_bytes(a) > 0)
            a += white_bytes(a);
        while (words && white_bytes(b) > 0)
            b += white_bytes(b);
        if (*a != *b)
            return a;
        if (*a == '\0')
            return NULL;
        a++;
        b++;
    }
}

static bool compare_file(struct story *story, const char *rest, bool words)
{
    struct str wanted = STR_INIT;
    const char *at;
    bool ok = script_file_text(rest, &wanted);

    if (!ok)
        story_fail(story, "%s: %s", rest, strerror(errno));
    at = ok ? difference(story->result.out.text, wanted.text, words) : NULL;
    if (at) {
        while (at > story->result.out.text && ((unsigned char)*at & 0xc0) == 0x80)
            at--;
        ok = story_fail(story, "standard output is not %s; from here on it differs:\n%.600s", rest, at);
    }
    str_release(&wanted);
    return ok;
}

static bool verb_prints_file(struct story *story, const char *rest)
{
    return compare_file(story, rest, false);
}

static bool verb_prints_words(struct story *story, const char *rest)
{
    return compare_file(story, rest, true);
}

static bool verb_exit(struct story *story, const char *rest)
{
    char *end;
    long wanted = strtol(rest, &end, 10);

    if (end == rest || *end != '\0')
        return false;
    story->exit_unseen = false;
    return story->result.exit == wanted ||
           story_fail(story, "it ended with %d:\n%s", story->result.exit, story->result.err.text);
}

const struct verb verbs_command[] = {
    {"cli", verb_cli,
     "cli ARGUMENTS: run the program without a terminal; must end with 0 unless exit says else", false},
    {"shell", verb_shell, "shell COMMAND: the same for any command; $PROGRAM, $ROOT, $HOME, $XDG_… are set",
     false},
    {"until", verb_until,
     "until COMMAND: run it again and again, the program going on meanwhile, until it ends with 0", true},
    {"prints", verb_prints, "prints TEXT: is on its standard output", false},
    {"says", verb_says, "says TEXT: is on its standard error", false},
    {"silent", verb_silent, "silent: it printed nothing", false},
    {"prints-file", verb_prints_file, "prints-file PATH: its standard output is this file", false},
    {"prints-words", verb_prints_words, "prints-words PATH: the same but for white space", false},
    {"exit", verb_exit, "exit STATUS: how it ended", false},
    {NULL, NULL, NULL, false},
};

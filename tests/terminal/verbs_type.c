/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs of the keyboard. Each waits until the program has answered what was typed before, as a
 * person does; only a burst does not.
 */
#include "tests/terminal/keys.h"
#include "tests/terminal/story.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The program waits for a key. */
static bool ready(struct story *story)
{
    if (!terminal_settle(&story->terminal, story->patience_ms))
        return story_fail(story, "the program does not come to rest");
    if (story->terminal.ended)
        return story_fail(story, "the program has ended with %d", story_exit(story));
    return true;
}

static bool sent(struct story *story)
{
    return !story->terminal.write_failed || story_fail(story, "the program does not read what is typed");
}

static bool verb_type(struct story *story, const char *rest)
{
    struct str text = STR_INIT;
    bool ok = ready(story);

    if (ok) {
        script_unescape(rest, &text);
        terminal_send(&story->terminal, text.text, text.len_bytes);
        ok = sent(story);
    }
    str_release(&text);
    return ok;
}

static bool verb_paste(struct story *story, const char *rest)
{
    struct str text = STR_INIT;
    bool ok = ready(story);

    if (ok) {
        script_unescape(rest[0] == '\n' ? rest + 1 : rest, &text);
        terminal_paste(&story->terminal, text.text, text.len_bytes);
        ok = sent(story);
    }
    str_release(&text);
    return ok;
}

static bool verb_paste_file(struct story *story, const char *rest)
{
    struct str text = STR_INIT;
    bool ok = ready(story);

    if (ok && !script_file_text(rest, &text))
        ok = story_fail(story, "%s: %s", rest, strerror(errno));
    if (ok) {
        terminal_paste(&story->terminal, text.text, text.len_bytes);
        ok = sent(story);
    }
    str_release(&text);
    return ok;
}

/* Send WORD, which is a key's name, or NAME*TIMES. */
static bool press(struct story *story, const char *word, bool wait)
{
    const char *star = strrchr(word, '*');
    size_t len = strlen(word);
    long times = 1;
    char name[32];

    if (star && star != word) {
        char *end;
        long number = strtol(star + 1, &end, 10);

        if (end != star + 1 && *end == '\0') {
            times = number;
            len = (size_t)(star - word);
        }
    }
    snprintf(name, sizeof name, "%.*s", (int)len, word);
    for (; times > 0; times--) {
        if (wait && !ready(story))
            return false;
        if (!key_send(&story->terminal, name))
            return story_fail(story, "there is no key \"%s\"", name);
    }
    return sent(story);
}

static bool press_all(struct story *story, const char *rest, bool wait)
{
    static char *const no_env[] = {NULL};
    char **words = script_words(rest, no_env);
    bool ok = words && words[0] && ready(story);
    size_t i;

    for (i = 0; ok && words[i]; i++)
        ok = press(story, words[i], wait);
    script_free_words(words);
    return ok;
}

static bool verb_key(struct story *story, const char *rest)
{
    return press_all(story, rest, true);
}

static bool verb_burst(struct story *story, const char *rest)
{
    return press_all(story, rest, false);
}

const struct verb verbs_type[] = {
    {"type", verb_type, "type TEXT: as an input method commits it; \\n \\t \\e \\\\ \\xNN", true},
    {"key", verb_key, "key NAME…: F6 Enter Ctrl-G Alt-P Shift-Up Space n; Down*3 repeats", true},
    {"burst", verb_burst, "burst NAME…: keys without waiting for an answer", true},
    {"paste", verb_paste, "paste TEXT (escapes as in type), or | lines: one bracketed paste", true},
    {"paste-file", verb_paste_file, "paste-file PATH", true},
    {NULL, NULL, NULL, false},
};

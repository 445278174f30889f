/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs that look at the screen. Each waits for what it wants to see, and each sight is held
 * against the rules of every screen.
 */
#include "tests/terminal/look.h"
#include "tests/terminal/story.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* TEXT may stand in quotes, for blanks at its ends. */
static char *unquoted(const char *rest)
{
    size_t len = strlen(rest);

    if (len >= 2 && rest[0] == '"' && rest[len - 1] == '"')
        return strndup(rest + 1, len - 2);
    return strdup(rest);
}

/* Wait for LOOK at TEXT, then check the rules. */
static bool see(struct story *story, const char *rest, story_look_fn *look, const char *unseen)
{
    char *text = unquoted(rest);
    bool ok = text && text[0] != '\0';

    if (ok && !story_wait(story, look, text))
        ok = story_fail(story, "%s: \"%s\"%s", unseen, text,
                        story->terminal.ended ? " (the program has ended)" : "");
    free(text);
    return ok && story_check_rules(story);
}

static bool on_screen(const struct story *story, const void *data)
{
    int row = 0, start, end;

    return look_find(&story->terminal, data, &row, &start, &end);
}

static bool verb_wait(struct story *story, const char *rest)
{
    return see(story, rest, on_screen, "not on the screen");
}

static bool off_screen(const struct story *story, const void *data)
{
    return !on_screen(story, data);
}

static bool verb_gone(struct story *story, const char *rest)
{
    return see(story, rest, off_screen, "still on the screen");
}

static bool marked(const struct story *story, const void *data)
{
    return look_is_marked(&story->terminal, data);
}

static bool verb_marked(struct story *story, const char *rest)
{
    return see(story, rest, marked, "not on the screen, or not highlighted");
}

static bool caret_behind(const struct story *story, const void *data)
{
    return look_caret_is_behind(&story->terminal, data);
}

static bool verb_caret(struct story *story, const char *rest)
{
    return see(story, rest, caret_behind, "the caret does not stand behind");
}

struct row_text {
    int row;
    const char *text;
};

static bool in_row(const struct story *story, const void *data)
{
    const struct row_text *wanted = data;
    int row = wanted->row < 0 ? story->terminal.rows + wanted->row : wanted->row - 1, first = row, start, end;

    return row >= 0 && look_find(&story->terminal, wanted->text, &row, &start, &end) && row == first;
}

static bool verb_row(struct story *story, const char *rest)
{
    struct row_text wanted;
    char *after, *text;
    bool ok;

    wanted.row = (int)strtol(rest, &after, 10);
    if (after == rest || wanted.row == 0)
        return false;
    text = unquoted(after + strspn(after, " \t"));
    wanted.text = text;
    ok = text && text[0] != '\0';
    if (ok && !story_wait(story, in_row, &wanted))
        ok = story_fail(story, "not in row %d: \"%s\"", wanted.row, text);
    free(text);
    return ok && story_check_rules(story);
}

/* ---- golden screens ----------------------------------------------------------------------------- */

static bool equals(const struct story *story, const void *data)
{
    struct str now = STR_INIT;
    bool same;

    look_screen(&story->terminal, &now);
    same = strcmp(now.text, data) == 0;
    str_release(&now);
    return same;
}

/* Append the lines in which WANTED and the screen differ. */
static void add_differences(const char *wanted, const char *now, struct str *out)
{
    int row = 1;

    for (; *wanted != '\0' || *now != '\0'; row++) {
        size_t len = strcspn(wanted, "\n"), now_len = strcspn(now, "\n");

        if (len != now_len || memcmp(wanted, now, len) != 0)
            str_printf(out, "\n  %3d golden |%.*s\n  %3d now    |%.*s", row, (int)len, wanted, row,
                       (int)now_len, now);
        wanted += len + (wanted[len] == '\n');
        now += now_len + (now[now_len] == '\n');
    }
}

/* Longer than the program's own pauses, after which it may tell that all is stored. */
static bool unchanged_for_a_while(const struct story *story, const void *data)
{
    (void)data;
    return story->terminal.ended || clock_ms() - story->terminal.last_activity > 800;
}

static bool bless(struct story *story, const char *path)
{
    struct str now = STR_INIT;
    char folder[STORY_PATH_BYTES + 8];
    FILE *file;
    bool ok;

    if (!story_wait(story, unchanged_for_a_while, NULL))
        return story_fail(story, "the screen does not come to rest");
    snprintf(folder, sizeof folder, "%s/golden", story->folder);
    mkdir(folder, 0777); /* it may be there; fopen() tells when it cannot be made */
    look_screen(&story->terminal, &now);
    file = fopen(path, "we");
    ok = file && fputs(now.text, file) >= 0;
    if ((file && fclose(file) != 0) || !ok)
        ok = story_fail(story, "%s: %s", path, strerror(errno));
    str_release(&now);
    return ok;
}

/* golden/NAME.txt at the usual size, golden/NAME-120x40.txt at another: a story may be played at both. */
static bool golden_path(const struct story *story, const char *name, char path[STORY_PATH_BYTES])
{
    const struct terminal *terminal = &story->terminal;
    char size[32] = "";

    if (terminal->cols != 80 || terminal->rows != 24)
        snprintf(size, sizeof size, "-%dx%d", terminal->cols, terminal->rows);
    return snprintf(path, STORY_PATH_BYTES, "%s/golden/%s%s.txt", story->folder, name, size) <
           STORY_PATH_BYTES;
}

static bool verb_screen(struct story *story, const char *rest)
{
    struct str wanted = STR_INIT, now = STR_INIT, differences = STR_INIT;
    char path[STORY_PATH_BYTES];
    bool ok;

    if (rest[0] == '\0' || strchr(rest, '/') || !golden_path(story, rest, path))
        return false;
    if (story->bless) {
        ok = bless(story, path);
    } else if (!script_file_text(path, &wanted)) {
        ok = story_fail(story, "%s: %s; YISHI_BLESS=1 writes it", path, strerror(errno));
    } else {
        ok = story_wait(story, equals, wanted.text);
        if (!ok) {
            look_screen(&story->terminal, &now);
            add_differences(wanted.text, now.text, &differences);
            story_fail(story, "the screen is not %s:%s", path, differences.text);
        }
    }
    str_release(&wanted);
    str_release(&now);
    str_release(&differences);
    return ok && story_check_rules(story);
}

const struct verb verbs_see[] = {
    {"wait", verb_wait, "wait TEXT: until it is on the screen", true},
    {"gone", verb_gone, "gone TEXT: until it is not", true},
    {"row", verb_row, "row NUMBER TEXT: until it is in this row; -1 is the last", true},
    {"marked", verb_marked, "marked TEXT: until it is highlighted", true},
    {"caret", verb_caret, "caret TEXT: until the caret stands directly behind it", true},
    {"screen", verb_screen, "screen NAME: until the screen is golden/NAME.txt; YISHI_BLESS=1 writes it",
     true},
    {NULL, NULL, NULL, false},
};

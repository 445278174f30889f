/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of every screen, put to the story's own: its language, its data, and the quorum as
 * the program's command line counts it.
 */
#include "tests/terminal/story.h"

#include <jansson.h>
#include <string.h>

/* The number at KEY of the quorum's JSON; -1 when it is not known. */
static int figure(const json_t *root, const char *key)
{
    const json_t *value = json_object_get(root, key);

    return json_is_integer(value) ? (int)json_integer_value(value) : -1;
}

/* What `quorum ARGS` says now. */
static bool count_quorum(struct story *story, struct rule_quorum *quorum)
{
    struct command_result result = {STR_INIT, STR_INIT, 0};
    struct str args = STR_INIT;
    json_t *root = NULL;
    bool ok;

    str_printf(&args, "quorum %s --format json", story->quorum.text);
    ok = story_run(story, args.text, &result);
    if (ok)
        root = json_loads(result.out.text, 0, NULL);
    if (ok)
        ok = story_check_end(story);
    if (ok && !root)
        ok = story_fail(story, "yishi %s: no JSON: %s%s", args.text, result.out.text, result.err.text);
    *quorum = (struct rule_quorum){figure(root, "present"), figure(root, "in_office"), figure(root, "civil")};
    json_decref(root);
    command_result_release(&result);
    str_release(&args);
    return ok;
}

/* The screen's quorum is the command line's. What is shown may be stored a moment later, so both
 * are looked at again until patience ends. */
static bool check_quorum(struct story *story)
{
    struct rule_quorum shown, counted = {-1, -1, -1};
    double until = clock_ms() + story->patience_ms;

    do {
        terminal_settle(&story->terminal, story->patience_ms);
        if (!rule_quorum_shown(&story->terminal, &shown))
            return true;
        if (!count_quorum(story, &counted))
            return false;
        story->quorum_unseen = false;
        if (shown.present == counted.present && shown.members == counted.members &&
            (shown.civil < 0 || shown.civil == counted.civil))
            return true;
    } while (clock_ms() < until);
    return story_fail(story, "the screen's quorum is %d/%d, civil %d; yishi quorum counts %d/%d, civil %d",
                      shown.present, shown.members, shown.civil, counted.present, counted.members,
                      counted.civil);
}

bool story_quorum_was_seen(struct story *story)
{
    return story->quorum.len_bytes == 0 || !story->quorum_unseen ||
           story_fail(story, "no screen showed the quorum of %s in its top row", story->quorum.text);
}

bool story_check_rules(struct story *story)
{
    const struct terminal *terminal = &story->terminal;
    struct str wrong = STR_INIT;
    bool ok = rule_rows_are_whole(terminal, &wrong) && rule_caret_is_placed(terminal, &wrong);

    if (ok && strncmp(story->lang.text, "en", 2) == 0)
        ok = rule_is_english(terminal, &story->data, &wrong);
    if (!ok)
        story_fail(story, "a rule of every screen is broken: %s", wrong.text);
    str_release(&wrong);
    return ok && (story->quorum.len_bytes == 0 || terminal->ended || check_quorum(story));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a tracked decision to those it is linked with, and splitting one into several.
 */
#include "core/cycle/kin_desk.h"
#include "core/tracking/kin.h"
#include "tui/screens/tracking/register.h"
#include "tui/screens/tracking/tracking.h"
#include "tui/widgets/picker.h"

#include <stdio.h>

enum { PARTS_MAX = 20 };

/* ---- following a link ----------------------------------------------------------------------------- */

const struct resolution *tracking_pick_kin(struct app *app, const struct resolutions *all,
                                           const struct resolution *r)
{
    struct arena arena = ARENA_INIT;
    struct err err = {0};
    struct kins kins = {NULL, 0};
    struct pick_row *rows = NULL;
    const struct resolution *found = NULL;
    size_t n = 0;
    int row = 0;
    enum status status = kin_of(all, r, &arena, &kins, &err);

    if (!status && !(rows = arena_take(&arena, (kins.n + 1) * sizeof *rows)))
        status = err_memory(&err);
    for (size_t i = 0; i < kins.n && !status; i++) {
        struct str words = STR_INIT;

        if (!kins.v[i].other)
            continue;
        tracking_kin_words(&words, &kins.v[i]);
        kins.v[n] = kins.v[i];
        rows[n].label = arena_text(&arena, words.text, words.len_bytes);
        rows[n].detail = kins.v[i].other->instruction.n ? kins.v[i].other->instruction.v[0].text : "";
        if (str_failed(&words) || !rows[n++].label)
            status = err_memory(&err);
        str_release(&words);
    }
    if (status)
        app_error(app, &err);
    else if (!n)
        app_message(app, ROLE_TEXT, "%s", _("這一案沒有前案、後續，也沒有併案"));
    else if (n > 1)
        row = app_pick(app, _("到哪一案？"), rows, n, 0);
    if (!status && n && row >= 0)
        found = kins.v[row].other;
    arena_release(&arena);
    return found;
}

/* On this step where it is gone through here, else on its page in the register. */
static void go_to(struct app *app, struct tracking *tracking, const struct resolution *r)
{
    for (size_t i = 0; i < tracking->frame.tracked.n; i++)
        if (tracking->frame.tracked.v[i] == r) {
            tracking_choose(tracking, r->key);
            return;
        }
    (void)register_page_push(app, &r->row.id, 1, 0);
}

void tracking_run_kin(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct resolution *r =
        tracking_pick_kin(app, &tracking->frame.s.resolutions, tracking_chosen(tracking));

    if (r)
        go_to(app, tracking, r);
}

/* ---- splitting ------------------------------------------------------------------------------------ */

/* The paragraphs that are proposed, and what was typed over them. */
struct parts {
    struct outline *proposed;
    size_t n_proposed;
    struct outline v[PARTS_MAX];
    size_t n;
};

/* What part AT begins with: a point of the instruction; where it has but one, the whole for the first two. */
static const struct outline *proposal(const struct parts *parts, size_t at)
{
    if (parts->n_proposed > 1)
        return at < parts->n_proposed ? &parts->proposed[at] : NULL;
    return parts->n_proposed && at < 2 ? &parts->proposed[0] : NULL;
}

/* TEXT as part AT: with all that hangs below it where it was left as it was proposed. */
static bool take_part(struct parts *parts, size_t at, const struct str *text, struct arena *arena)
{
    const struct outline *was = proposal(parts, at);
    struct node *node;

    if (was && text_same(was->v[0].text, text->text)) {
        parts->v[parts->n++] = *was;
        return true;
    }
    node = arena_take(arena, sizeof *node);
    if (!node)
        return false;
    entity_defaults(&node_entity, node);
    node->text = arena_text(arena, text->text, text->len_bytes);
    parts->v[parts->n++] = (struct outline){node, 1};
    return node->text != NULL;
}

/* The instruction of each part, one after the other; an empty one ends. false: Esc, or no memory (shown). */
static bool ask_parts(struct app *app, const char *key, struct parts *parts, struct arena *arena)
{
    struct str title = STR_INIT, text = STR_INIT;
    struct err err = {0};
    bool going = true, taken = true;

    for (size_t at = 0; going && taken && at < PARTS_MAX; at++) {
        const struct outline *was = proposal(parts, at);

        str_clear(&title);
        str_clear(&text);
        str_printf(&title, _("%s 分出的第 %zu 案"), key, at + 1);
        str_add(&text, was ? was->v[0].text : NULL);
        going =
            app_input(app, title.text, at < 2 ? _("這一案的裁示事項") : _("這一案的裁示事項；留空就不再分"),
                      &text, NULL, NULL);
        if (!going || !text.len_bytes)
            break;
        taken = !str_failed(&text) && take_part(parts, at, &text, arena);
    }
    if (!taken) {
        (void)err_memory(&err);
        app_error(app, &err);
    }
    str_release(&title);
    str_release(&text);
    return going && taken;
}

static bool confirm(struct app *app, const char *key, const struct parts *parts)
{
    const char *const choices[] = {_("分案"), _("先不分案")};
    struct str title = STR_INIT, text = STR_INIT;
    int answer;

    str_printf(&title, _("%s 分成 %zu 案？"), key, parts->n);
    for (size_t i = 0; i < parts->n; i++)
        str_printf(&text, "%zu. %s\n", i + 1, parts->v[i].v[0].text);
    str_add(&text, _("原案記為分案列管，不再追蹤；各案沿用單位與期限，下次會議起追蹤。"));
    answer = app_ask(app, title.text, text.text, choices, 2, 0);
    str_release(&title);
    str_release(&text);
    return answer == 0;
}

static void split(struct app *app, struct tracking *tracking, const struct parts *parts, struct arena *arena)
{
    const struct resolution *r = tracking_chosen(tracking);
    const char **keys = NULL;
    struct str list = STR_INIT;
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("%s 列管 %s：分案"), tracking->frame.s.meeting.key, r->key);
    do
        status = resolution_split(app->db, &attempt.stamp, &tracking->frame.s, r, parts->v, parts->n, arena,
                                  &keys, &attempt.err);
    while (app_again(app, &attempt, status));
    for (size_t i = 0; i < parts->n && !status; i++)
        str_printf(&list, "%s%s", i ? _("、") : "", keys[i]);
    if (!status && tracking_fresh(app, tracking))
        app_message(app, ROLE_GOOD, _("已分成 %s；按 g 到各案修改單位與期限"), list.text);
    str_release(&list);
}

static void split_asked(struct app *app, struct tracking *tracking, const char *key,
                        const struct parts *parts, struct arena *arena)
{
    if (parts->n < 2)
        app_message(app, ROLE_WARN, "%s", _("至少要分成兩案；沒有變更"));
    else if (confirm(app, key, parts) && tracking_fresh(app, tracking))
        split(app, tracking, parts, arena);
}

void tracking_run_split(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct arena arena = ARENA_INIT;
    struct err err = {0};
    struct parts parts = {.n = 0};
    char key[sizeof tracking->key];

    if (!tracking_fresh(app, tracking))
        return;
    (void)snprintf(key, sizeof key, "%s", tracking_chosen(tracking)->key);
    if (!resolution_open(tracking_chosen(tracking)))
        app_message(app, ROLE_WARN, "%s", _("這一案已裁示結案，不能再分"));
    else if (instruction_parts(&tracking_chosen(tracking)->instruction, &arena, &parts.proposed,
                               &parts.n_proposed, &err))
        app_error(app, &err);
    else if (ask_parts(app, key, &parts, &arena))
        split_asked(app, tracking, key, &parts, &arena);
    arena_release(&arena);
}

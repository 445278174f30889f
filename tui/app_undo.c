/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking back what was done in this session, across screens, and doing it again. The journal knows what a
 * change set did; here is only which ones were made since the program started, and in which order.
 */
#include "core/journal/history.h"
#include "db/undo.h"
#include "tui/app_inner.h"

#include <stdlib.h>
#include <string.h>

static bool push(struct change_stack *stack, int64_t change_set)
{
    if (stack->n == stack->room) {
        size_t room = stack->room ? stack->room * 2 : 64;
        int64_t *more = realloc(stack->v, room * sizeof *more);

        if (!more)
            return false; /* what is not remembered is not taken back; nothing else suffers */
        stack->v = more;
        stack->room = room;
    }
    stack->v[stack->n++] = change_set;
    return true;
}

void app_undo_note(struct app *app)
{
    const int64_t made = app->db ? db_change_set(app->db) : 0;

    if (!made)
        return;
    (void)push(&app->done, made);
    app->undone.n = 0; /* what was taken back before is another branch now */
}

void app_undo_release(struct app *app)
{
    free(app->done.v);
    free(app->undone.v);
    app->done = app->undone = (struct change_stack){NULL, 0, 0};
}

/* What is to be taken back (or done again) is named, and nothing happens before the user agrees. */
static bool agreed(struct app *app, const struct history_set *set, bool again)
{
    const char *const undo_choices[] = {_("復原"), _("不要")};
    const char *const redo_choices[] = {_("重做"), _("不要")};
    struct str text = STR_INIT;
    bool yes;

    str_printf(&text, "%s\n", set->label);
    yes = !str_failed(&text) && app_ask(app, again ? _("重做這次復原掉的變更？") : _("復原這次變更？"),
                                        text.text, again ? redo_choices : undo_choices, 2, 0) == 0;
    str_release(&text);
    return yes;
}

/* Labels do not pile up: 復原：復原：… */
static const char *bare_label(const char *label)
{
    static const char *const heads[] = {N_("復原：%s"), N_("重做：%s")};

    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        const char *head = _(heads[i]), *end = strstr(head, "%s");
        size_t len = end ? (size_t)(end - head) : 0;

        if (len && strncmp(label, head, len) == 0)
            return label + len;
    }
    return label;
}

static void take_back(struct app *app, struct change_stack *from, struct change_stack *to, bool again)
{
    struct arena arena = ARENA_INIT;
    struct history_set set = {.id = 0};
    struct attempt attempt;
    struct err err = {0};
    enum status status;

    if (!from->n) {
        app_message(app, ROLE_WARN, "%s",
                    again ? _("沒有可以重做的變更。") : _("這次開啟之後沒有可以復原的變更。"));
        return;
    }
    if (history_find(app->db, from->v[from->n - 1], &arena, &set, &err)) {
        app_error(app, &err);
        goto out;
    }
    set.label = bare_label(set.label);
    if (!agreed(app, &set, again))
        goto out;
    app_attempt(app, &attempt, again ? _("重做：%s") : _("復原：%s"), set.label);
    attempt.is_undo = attempt.quiet = true;
    do
        status = undo_change_set(app->db, &attempt.stamp, set.id, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status == STATUS_OK)
        app_message(app, ROLE_GOOD, "%s", attempt.label);
    else if (attempt.err.code == CODE_DB_PROTECTED)
        app_message(app, ROLE_BAD, "%s",
                    _("這個變更已隨紀錄寄送、確認或公開，不能復原；已確認的內容請用更正。"));
    else
        app_error(app, &attempt.err);
    if (status == STATUS_BUSY)
        goto out;
    from->n--; /* a change that was refused would be refused again */
    if (!status)
        (void)push(to, db_change_set(app->db));
out:
    arena_release(&arena);
}

void app_run_undo(struct app *app, struct screen *screen)
{
    (void)screen;
    if (app->db)
        take_back(app, &app->done, &app->undone, false);
}

void app_run_redo(struct app *app, struct screen *screen)
{
    (void)screen;
    if (app->db)
        take_back(app, &app->undone, &app->done, true);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 其餘照建議: what is not ruled on yet is named, and ruled on as recommended with one key.
 */
#include "core/cycle/ruling.h"
#include "tui/screens/tracking/ruling_menu.h"
#include "tui/screens/tracking/tracking.h"

/* "解除列管（2）：111-2-02、112-1-02", those of RULING; nothing where there are none. */
static void add_group(struct str *out, const struct meeting_frame *frame, const struct rest *rest, int ruling)
{
    size_t n = 0;

    for (size_t i = 0; i < rest->n; i++)
        n += rest->rulings[i] == ruling;
    if (!n)
        return;
    str_printf(out, _("%s（%zu 案）："), tracking_ruling(frame->style, ruling), n);
    n = 0;
    for (size_t i = 0; i < rest->n; i++)
        if (rest->rulings[i] == ruling) {
            str_printf(out, "%s%s", n++ ? _("、") : "", rest->v[i]->key);
            if (ruling == RULING_MERGE)
                str_printf(out, _("（併入 %s）"),
                           resolution_round(rest->v[i], frame->s.meeting.key)->proposed_into);
        }
    str_add(out, "\n");
}

static void describe(struct str *out, const struct meeting_frame *frame, const struct rest *rest)
{
    for (int ruling = 0; ruling <= RULING_AGAIN; ruling++)
        add_group(out, frame, rest, ruling);
    if (!rest->n_unclear)
        return;
    str_printf(out, _("沒有一致的建議，或沒有指明併入哪一案，不動（%zu 案）："), rest->n_unclear);
    for (size_t i = 0; i < rest->n_unclear; i++)
        str_printf(out, "%s%s", i ? _("、") : "", rest->unclear[i]->key);
    str_add(out, "\n");
}

static void store(struct app *app, const struct meeting_frame *frame, const struct rest *rest)
{
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("%s 列管：其餘 %zu 案照建議"), frame->s.meeting.key, rest->n);
    do
        status = rest_rule(app->db, &attempt.stamp, &frame->s, rest, &attempt.err);
    while (app_again(app, &attempt, status));
}

void rest_ask(struct app *app, const struct meeting_frame *frame)
{
    const char *const choices[] = {_("先不裁示"), _("照建議裁示")};
    struct arena arena = ARENA_INIT;
    struct str text = STR_INIT;
    struct err err = {0};
    struct rest rest;

    if (rest_find(&frame->s, &frame->tracked, &arena, &rest, &err)) {
        app_error(app, &err);
    } else if (!rest.n) {
        app_message(app, ROLE_WARN, "%s",
                    rest.n_unclear ? _("還沒裁示的案都沒有可以照辦的建議") : _("每一案都裁示過了"));
    } else {
        describe(&text, frame, &rest);
        if (app_ask(app, _("其餘照建議"), text.text, choices, 2, 0) == 1)
            store(app, frame, &rest);
    }
    str_release(&text);
    arena_release(&arena);
}

void tracking_run_rest(struct app *app, struct screen *screen)
{
    rest_ask(app, &((const struct tracking *)screen)->frame);
}

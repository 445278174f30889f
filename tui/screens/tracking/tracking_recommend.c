/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is recommended: one key each, or from a list. A merge may name the survivor.
 */
#include "tui/screens/tracking/tracking.h"

#include "tui/screens/tracking/ruling_menu.h"

#include <stdio.h>

static void recommend(struct app *app, struct tracking *tracking, int ruling)
{
    char into[64] = "";
    struct round round;

    if (!tracking_fresh(app, tracking))
        return;
    if (ruling == RULING_MERGE) {
        const char *picked = NULL;

        if (!ruling_ask_proposed(app, &tracking->frame.s, tracking_chosen(tracking), &picked))
            return;
        (void)snprintf(into, sizeof into, "%s", picked ? picked : "");
        if (!tracking_fresh(app, tracking))
            return;
    }
    round = tracking_round(tracking, tracking_chosen(tracking));
    if (round.recommendation == ruling && text_same(round.proposed_into, *into ? into : NULL))
        return;
    round.recommendation = ruling;
    round.proposed_into = *into ? into : NULL;
    (void)tracking_store(app, tracking, &round, _("列管建議"));
}

void tracking_run_recommend(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct round round = tracking_round(tracking, tracking_chosen(tracking));
    const char *choices[RULINGS + 1];
    int answer;

    for (int i = 0; i < RULINGS; i++)
        choices[i] = tracking_recommendation(tracking->frame.style, i);
    choices[RULINGS] = _("（清除）");
    answer = app_ask(app, _("列管建議"), _("主辦單位或幕僚的建議；會議怎麼裁示是另一件事。"), choices,
                     RULINGS + 1, round.recommendation == UNKNOWN ? 0 : round.recommendation);
    if (answer >= 0)
        recommend(app, tracking, answer == RULINGS ? UNKNOWN : answer);
}

void tracking_run_release(struct app *app, struct screen *screen)
{
    recommend(app, (struct tracking *)screen, RULING_RELEASE);
}

void tracking_run_continue(struct app *app, struct screen *screen)
{
    recommend(app, (struct tracking *)screen, RULING_CONTINUE);
}

void tracking_run_self(struct app *app, struct screen *screen)
{
    recommend(app, (struct tracking *)screen, RULING_SELF);
}

void tracking_run_merge(struct app *app, struct screen *screen)
{
    recommend(app, (struct tracking *)screen, RULING_MERGE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the committee ruled on a tracked decision, where it was not written down in the session.
 */
#include "tui/screens/tracking/tracking.h"

#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/text/text.h"
#include "tui/widgets/picker.h"

enum { MENU_WORDS = RULING_AGAIN + 1, MENU_DUE, MENU_CLEAR, MENU };

const char *tracking_why_no_ruling(struct app *app, struct screen *screen)
{
    const struct tracking *tracking = (const struct tracking *)screen;
    const char *why = tracking_why_none(app, screen);

    if (why)
        return why;
    if (!frame_is_open(&tracking->frame) && !frame_is_over(&tracking->frame))
        return _("會議還沒開始；裁示在開會後才有");
    return NULL;
}

/* Which one it is merged into: its number, in the snapshot; NULL: none was picked. */
static const char *pick_into(struct app *app, const struct tracking *tracking)
{
    const struct resolutions *all = &tracking->frame.s.resolutions;
    const struct resolution *own = tracking_chosen(tracking);
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, all->n * sizeof *rows);
    const char *into = NULL;
    size_t n = 0;
    int row = -1;

    for (size_t i = 0; rows && i < all->n; i++)
        if (&all->v[i] != own && resolution_open(&all->v[i]))
            rows[n++] =
                (struct pick_row){.label = all->v[i].key,
                                  .detail = all->v[i].instruction.n ? all->v[i].instruction.v[0].text : ""};
    if (n)
        row = app_pick(app, _("併入哪一案？"), rows, n, 0);
    else
        app_message(app, ROLE_WARN, "%s", _("沒有別的列管案可以併入"));
    if (row >= 0)
        into = rows[row].label;
    arena_release(&arena);
    return into;
}

static bool ask_due(struct app *app, const struct tracking *tracking, char iso[DATE_ISO_SIZE])
{
    const char *due = resolution_due(tracking_chosen(tracking));
    struct date first = {0, 0, 0};

    if (due)
        (void)date_parse_iso(due, &first);
    return ask_day(app, _("新的期限"), _("例如 7/31、112/7/31；留空表示沒有新的期限"), first, true, iso);
}

static int ask(struct app *app, const struct tracking *tracking, const struct round *round)
{
    const char *choices[MENU];
    int usual = round->ruling != UNKNOWN           ? round->ruling
                : round->recommendation != UNKNOWN ? round->recommendation
                                                   : RULING_CONTINUE;

    for (int i = 0; i <= RULING_AGAIN; i++)
        choices[i] = tracking_ruling(tracking->frame.style, i);
    choices[MENU_WORDS] = _("裁示的文字…");
    choices[MENU_DUE] = _("新的期限…");
    choices[MENU_CLEAR] = _("清除裁示");
    return app_ask(app, _("會議的裁示"), _("會議怎麼決定；可以和建議不同，也可以另有文字與期限。"), choices,
                   MENU, usual);
}

void tracking_run_ruling(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct resolution *r = tracking_chosen(tracking);
    const struct draft_place place = {
        .kind = DRAFT_RULING, .meeting_id = tracking->frame.meeting_id, .resolution_id = r->row.id};
    struct round round = tracking_round(tracking, r);
    char iso[DATE_ISO_SIZE];
    const int answer = ask(app, tracking, &round);

    if (answer < 0)
        return;
    if (answer == MENU_WORDS) {
        (void)text_open(app, &place, NULL);
        return;
    }
    if (answer == MENU_DUE) {
        if (!ask_due(app, tracking, iso))
            return;
        round.due = *iso ? iso : NULL;
    } else {
        round.ruling = answer == MENU_CLEAR ? UNKNOWN : answer;
        round.into = NULL;
        if (answer == RULING_MERGE && !(round.into = pick_into(app, tracking)))
            return;
    }
    (void)tracking_store(app, tracking, &round, _("裁示"));
}

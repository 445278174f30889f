/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one menu of rulings, and what it asks further.
 */
#include "tui/screens/tracking/ruling_menu.h"

#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/picker.h"

static const struct {
    enum ruling_deed deed;
    int ruling;
    const char *words; /* of a kind what it means, behind its name */
} menu[] = {
    {RULING_DEED_KIND, RULING_RELEASE, N_("不再列管")},
    {RULING_DEED_KIND, RULING_CONTINUE, N_("下次會議再報告")},
    {RULING_DEED_KIND, RULING_SELF, N_("由主辦單位自行列管")},
    {RULING_DEED_KIND, RULING_MERGE, N_("併入另一案")},
    {RULING_DEED_WORDS, UNKNOWN, N_("裁示文字…")},
    {RULING_DEED_DUE, UNKNOWN, N_("新的期限…")},
    {RULING_DEED_CLEAR, UNKNOWN, N_("清除裁示")},
    {RULING_DEED_KIND, RULING_AGAIN, N_("重新列管")},
};
enum { MENU = sizeof menu / sizeof *menu };

static bool is_offered(size_t row, const struct resolution *resolution, const struct round *round)
{
    if (menu[row].deed == RULING_DEED_CLEAR)
        return round && (round->ruling != UNKNOWN || round->ruling_text.n);
    return menu[row].ruling != RULING_AGAIN || !resolution_open(resolution);
}

struct ruling_choice ruling_ask(struct app *app, const struct resolution *resolution,
                                const struct round *round)
{
    const int usual = !round                             ? UNKNOWN
                      : round->ruling != UNKNOWN         ? round->ruling
                      : round->recommendation != UNKNOWN ? round->recommendation
                                                         : UNKNOWN;
    struct arena arena = ARENA_INIT;
    const char *choices[MENU];
    size_t rows[MENU];
    int n = 0, safe = RULING_CONTINUE, answer;

    for (size_t row = 0; row < MENU; row++) {
        const char *text = _(menu[row].words);

        if (!is_offered(row, resolution, round))
            continue;
        if (menu[row].deed == RULING_DEED_KIND)
            text = arena_printf(&arena, _("%s　%s"), label_choice(&ruling_choices, menu[row].ruling), text);
        if (usual != UNKNOWN && menu[row].ruling == usual)
            safe = n;
        rows[n] = row;
        choices[n++] = text ? text : "";
    }
    answer =
        app_ask(app, resolution->key,
                resolution->instruction.n ? resolution->instruction.v[0].text : _("裁示"), choices, n, safe);
    arena_release(&arena);
    if (answer < 0)
        return (struct ruling_choice){RULING_DEED_NONE, UNKNOWN};
    return (struct ruling_choice){menu[rows[answer]].deed, menu[rows[answer]].ruling};
}

const char *ruling_ask_into(struct app *app, const struct snapshot *s, const struct resolution *resolution)
{
    const struct resolutions *all = &s->resolutions;
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, all->n * sizeof *rows);
    const char *into = NULL;
    size_t n = 0;
    int row = -1;

    for (size_t i = 0; rows && i < all->n; i++) {
        const struct resolution *r = &all->v[i];

        if (r != resolution && (resolution_open(r) || resolution_round(r, s->meeting.key)))
            rows[n++] = (struct pick_row){.label = r->key,
                                          .detail = r->instruction.n ? r->instruction.v[0].text : ""};
    }
    if (n)
        row = app_pick(app, _("併入哪一案？"), rows, n, 0);
    else
        app_message(app, ROLE_WARN, "%s", _("沒有別的列管案可以併入"));
    if (row >= 0 && (size_t)row < n)
        into = rows[row].label; /* the resolution's own key */
    arena_release(&arena);
    return into;
}

bool ruling_ask_due(struct app *app, const struct resolution *resolution, char iso[DATE_ISO_SIZE])
{
    const char *due = resolution_due(resolution);
    struct date first = {0, 0, 0};

    if (due)
        (void)date_parse_iso(due, &first);
    return ask_day(app, _("新的期限"), _("例如 7/31、112/7/31；留空表示沒有新的期限"), first, true, iso);
}

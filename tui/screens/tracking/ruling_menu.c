/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one menu of rulings, and what it asks further.
 */
#include "tui/screens/tracking/ruling_menu.h"

#include "core/tracking/kin.h"
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

/* This meeting ends it, and what is merged into it would end with it. */
static bool is_closed_here(const struct snapshot *s, const struct resolution *r)
{
    const struct round *round = resolution_round(r, s->meeting.key);

    return round && (round->ruling == RULING_RELEASE || round->ruling == RULING_SELF);
}

/* Those that RESOLUTION can be merged into, after FIRST (NULL: none) that stands for nobody; what would go in
 * a circle says so. false: out of memory. */
static bool survivors(const struct snapshot *s, const struct resolution *resolution, const char *first,
                      struct arena *arena, struct pick_row **rows, size_t *n)
{
    const struct resolutions *all = &s->resolutions;
    const bool *marks;

    *n = 0;
    *rows = arena_take(arena, (all->n + 1) * sizeof **rows);
    if (!*rows || kin_before(all, resolution, arena, &marks, NULL))
        return false;
    if (first)
        (*rows)[(*n)++] = (struct pick_row){.label = first};
    for (size_t i = 0; i < all->n; i++) {
        const struct resolution *r = &all->v[i];

        if (r != resolution && (resolution_open(r) || resolution_round(r, s->meeting.key)))
            (*rows)[(*n)++] = (struct pick_row){.label = r->key,
                                                .detail = r->instruction.n ? r->instruction.v[0].text : "",
                                                .refusal = marks[i] ? _("已併入本案或由本案接續")
                                                           : is_closed_here(s, r)
                                                               ? _("這一案本次裁示不再追蹤，併入就沒有下文")
                                                               : NULL};
    }
    return true;
}

/* Which of them, into *KEY in the snapshot: NULL where FIRST was picked. false: none was. */
static bool pick_survivor(struct app *app, const struct snapshot *s, const struct resolution *resolution,
                          const char *title, const char *first, const char **key)
{
    const struct round *round = resolution_round(resolution, s->meeting.key);
    const char *usual = !round ? NULL : !first && round->into ? round->into : round->proposed_into;
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = NULL;
    size_t n = 0, at = 0;
    int row = -1;

    if (survivors(s, resolution, first, &arena, &rows, &n) && n > (first != NULL)) {
        for (size_t i = 0; i < n; i++)
            if (text_same(rows[i].label, usual))
                at = i;
        row = app_pick(app, title, rows, n, at);
    } else {
        app_message(app, ROLE_WARN, "%s", _("沒有別的列管案可以併入"));
    }
    if (row >= 0)
        *key = first && row == 0 ? NULL : rows[row].label; /* the other's own number */
    arena_release(&arena);
    return row >= 0;
}

const char *ruling_ask_into(struct app *app, const struct snapshot *s, const struct resolution *resolution)
{
    const char *into = NULL;

    return pick_survivor(app, s, resolution, _("併入哪一案？"), NULL, &into) ? into : NULL;
}

bool ruling_ask_proposed(struct app *app, const struct snapshot *s, const struct resolution *resolution,
                         const char **into)
{
    return pick_survivor(app, s, resolution, _("建議併入哪一案？"), _("（先不指定）"), into);
}

bool ruling_ask_due(struct app *app, const struct resolution *resolution, char iso[DATE_ISO_SIZE])
{
    const char *due = resolution_due(resolution);
    struct date first = {0, 0, 0};

    if (due)
        (void)date_parse_iso(due, &first);
    return ask_day(app, _("新的期限"), _("例如 7/31、112/7/31；留空表示沒有新的期限"), first, true, iso);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What several units report each for itself, and who has not reported yet.
 */
#include "tui/screens/tracking/tracking.h"

#include "core/tracking/reporting.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/text/text.h"
#include "tui/widgets/picker.h"

#include <stdio.h>
#include <string.h>

/* ---- one unit's report ---------------------------------------------------------------------------- */

static void add_unit(struct pick_row *rows, size_t *n, const struct round *round, const char *unit,
                     const char *part)
{
    for (size_t i = 0; i < *n; i++)
        if (text_same(rows[i].label, unit))
            return;
    if (!unit)
        return;
    rows[*n] = (struct pick_row){
        .label = unit, .detail = round_report(round, unit) ? _("已回報") : part, .number = (int)*n + 1};
    ++*n;
}

/* The unit's name, in the snapshot; NULL: none was picked. */
static const char *pick_unit(struct app *app, const struct resolution *r, const struct round *round)
{
    const size_t most = r->units.n + r->assisting.n + round->reports.n;
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, (most + 1) * sizeof *rows);
    const char *unit = NULL;
    size_t n = 0;
    int row = -1;

    for (size_t i = 0; rows && i < r->units.n; i++)
        add_unit(rows, &n, round, r->units.v[i].name, _("主辦，未回報"));
    for (size_t i = 0; rows && i < r->assisting.n; i++)
        add_unit(rows, &n, round, r->assisting.v[i].name, _("協辦，未回報"));
    for (size_t i = 0; rows && i < round->reports.n; i++)
        add_unit(rows, &n, round, round->reports.v[i].unit, "");
    if (n)
        row = app_pick(app, _("哪一個單位的回報？"), rows, n, 0);
    else
        app_message(app, ROLE_WARN, "%s", _("這一案還沒有主辦單位：按 F2 填寫"));
    if (row >= 0)
        unit = rows[row].label;
    arena_release(&arena);
    return unit;
}

/* The recommendation of the unit, or the whole report taken out (RULING NULL). */
static void change_report(struct app *app, struct tracking *tracking, struct round *round, const char *unit,
                          const int *ruling)
{
    struct arena arena = ARENA_INIT;
    struct report *v = arena_take(&arena, (round->reports.n + 1) * sizeof *v);
    struct err err = {0};
    char today[DATE_ISO_SIZE];
    bool found = false;
    size_t n = 0;

    for (size_t i = 0; v && i < round->reports.n; i++) {
        const bool its = text_same(round->reports.v[i].unit, unit);

        if (its && !ruling)
            continue;
        v[n] = round->reports.v[i];
        if (its)
            v[n].recommendation = *ruling;
        found = found || its;
        n++;
    }
    if (v && ruling && !found) {
        entity_defaults(&report_entity, &v[n]);
        v[n].unit = unit;
        v[n].on = frame_today(app, today);
        v[n++].recommendation = *ruling;
    }
    round->reports.v = v;
    round->reports.n = n;
    if (v) {
        (void)tracking_store(app, tracking, round, ruling ? _("單位的列管建議") : _("刪除單位的回報"));
    } else {
        (void)err_memory(&err);
        app_error(app, &err);
    }
    arena_release(&arena);
}

static void open_report(struct app *app, const struct tracking *tracking, const char *unit)
{
    struct draft_place place = {.kind = DRAFT_REPORT,
                                .meeting_id = tracking->frame.meeting_id,
                                .resolution_id = tracking_chosen(tracking)->row.id};

    if (strlen(unit) >= sizeof place.speaker) {
        app_message(app, ROLE_WARN, "%s", _("單位名稱太長，請先改短"));
        return;
    }
    (void)snprintf(place.speaker, sizeof place.speaker, "%s", unit);
    (void)text_open(app, &place, NULL);
}

void tracking_run_unit(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct resolution *r = tracking_chosen(tracking);
    struct round round = tracking_round(tracking, r);
    const char *unit = pick_unit(app, r, &round);
    const char *choices[RULING_MERGE + 3] = {_("填寫它的辦理情形")};
    const bool there = unit && round_report(&round, unit);
    int answer;

    if (!unit)
        return;
    for (int i = 0; i <= RULING_MERGE; i++)
        choices[i + 1] = tracking_recommendation(tracking->frame.style, i);
    choices[RULING_MERGE + 2] = _("刪除這個單位的回報");
    answer = app_ask(app, unit, _("這個單位自己的回報與建議；綜整後的辦理情形另外填。"), choices,
                     there ? RULING_MERGE + 3 : RULING_MERGE + 2, 0);
    if (answer == 0) {
        open_report(app, tracking, unit);
    } else if (answer == RULING_MERGE + 2) {
        change_report(app, tracking, &round, unit, NULL);
    } else if (answer > 0) {
        const int ruling = answer - 1;

        change_report(app, tracking, &round, unit, &ruling);
    }
}

/* ---- who has not reported ------------------------------------------------------------------------- */

/* The units that still owe their report; the consolidated text speaks for all. */
static void add_silent(const struct tracking *tracking, const struct resolution *r, struct str *out)
{
    const char *meeting = tracking->frame.s.meeting.key;

    for (size_t i = 0; i < r->units.n; i++)
        if (resolution_unit_silent(r, meeting, r->units.v[i].name))
            str_printf(out, "%s%s", out->len_bytes ? _("、") : "", r->units.v[i].name);
    if (!r->units.n && resolution_silent(r, meeting))
        str_add(out, _("（未定主辦單位）"));
}

void tracking_run_silent(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct tracked *all = &tracking->frame.tracked;
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, (all->n + 1) * sizeof *rows);
    struct str units = STR_INIT;
    size_t n = 0;
    int row = -1;

    for (size_t i = 0; rows && i < all->n; i++) {
        const struct resolution *r = all->v[i];

        str_clear(&units);
        add_silent(tracking, r, &units);
        if (!units.len_bytes)
            continue;
        rows[n].label = r->key;
        rows[n++].detail =
            arena_printf(&arena, _("%s　%s"), units.text, r->instruction.n ? r->instruction.v[0].text : "");
    }
    if (n)
        row = app_pick(app, _("尚未回報（Enter 到那一案）"), rows, n, 0);
    else
        app_message(app, ROLE_GOOD, "%s",
                    all->n ? _("每一案都有辦理情形了") : _("這次會議沒有要追蹤的列管案"));
    if (row >= 0)
        tracking_choose(tracking, rows[row].label);
    str_release(&units);
    arena_release(&arena);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tracked decision as a page: what was decided, what this meeting says of it, what was before.
 */
#include "tui/screens/tracking.h"

#include "tui/cli/sentence.h"
#include "tui/screens/label.h"

const struct resolution *tracking_chosen(const struct tracking *tracking)
{
    const struct tracked *all = &tracking->frame.tracked;

    for (size_t i = 0; i < all->n; i++)
        if (text_same(all->v[i]->key, tracking->key))
            return all->v[i];
    return all->n ? all->v[0] : NULL;
}

bool tracking_reported(const struct tracking *tracking, const struct resolution *resolution)
{
    const struct round *round = resolution_round(resolution, tracking->frame.s.meeting.key);

    return round && (round->progress.n || round->reports.n);
}

static void add_outline(const char *label, const struct outline *outline, struct str *out)
{
    if (!outline->n)
        return;
    str_add(out, label);
    for (size_t i = 0; i < outline->n; i++) {
        if (i)
            str_add_repeat(out, "　", outline->v[i].level + 2);
        str_add(out, outline->v[i].text);
        str_add(out, "\n");
    }
}

static void add_units(const char *label, const struct unit *units, size_t n, struct str *out)
{
    if (!n)
        return;
    str_add(out, label);
    for (size_t i = 0; i < n; i++)
        str_printf(out, "%s%s", i ? "、" : "", units[i].name);
    str_add(out, "　");
}

static const char *ruling_words(const struct tracking *tracking, const char *section, int ruling)
{
    struct str key = STR_INIT;
    const char *words;

    str_printf(&key, "%s:%s", section, ruling_choices.codes[ruling]);
    words = style_get(tracking->frame.style, key.text);
    str_release(&key);
    return words;
}

static void add_round(const struct tracking *tracking, const struct round *round, struct str *out)
{
    add_outline(_("辦理情形："), &round->progress, out);
    for (size_t i = 0; i < round->reports.n; i++) {
        const struct report *report = &round->reports.v[i];

        str_printf(out, "%s ", report->unit ? report->unit : "");
        add_outline(_("回報："), &report->progress, out);
    }
    if (round->recommendation != UNKNOWN)
        str_printf(out, _("列管建議：%s\n"), ruling_words(tracking, "recommendation", round->recommendation));
    if (round->ruling != UNKNOWN) {
        str_printf(out, _("會議決議：%s"), ruling_words(tracking, "ruling", round->ruling));
        str_printf(out, "%s%s\n", round->into ? " → " : "", round->into ? round->into : "");
    }
    add_outline(_("決議文字："), &round->ruling_text, out);
    if (round->due) {
        str_add(out, _("新期限："));
        label_date(out, round->due);
        str_add(out, "\n");
    }
    if (round->remark)
        str_printf(out, _("備註：%s\n"), round->remark);
}

static void add_head(const struct resolution *r, struct str *out)
{
    const char *due = resolution_due(r);

    add_outline(_("決議："), &r->instruction, out);
    add_units(_("主辦："), r->units.v, r->units.n, out);
    add_units(_("協辦："), r->assisting.v, r->assisting.n, out);
    if (due) {
        str_add(out, _("期限："));
        label_date(out, due);
    }
    str_add(out, "\n");
    str_add(out, _("來源："));
    if (r->meeting) {
        label_meeting_key(out, r->meeting, NULL);
        str_printf(out, " %s", r->ref ? r->ref : "");
    } else {
        str_printf(out, "%s ", r->source_text ? r->source_text : "");
        label_date(out, r->source_date);
    }
    str_add(out, "\n");
}

void tracking_page(const struct tracking *tracking, const struct resolution *r, struct str *out)
{
    const struct round *now = resolution_round(r, tracking->frame.s.meeting.key);

    add_head(r, out);
    str_add(out, _("\n── 本次會議 ──\n"));
    if (now)
        add_round(tracking, now, out);
    if (!now || !now->progress.n)
        str_add(out, _("（尚未填辦理情形：Enter 填寫，F6 由上次內容開始）\n"));
    for (size_t i = r->rounds.n; i > 0; i--) {
        const struct round *round = &r->rounds.v[i - 1];

        if (round == now)
            continue;
        str_add(out, "\n── ");
        if (round->meeting)
            label_meeting_key(out, round->meeting, NULL);
        else
            str_add(out, round->meeting_text);
        str_add(out, " ──\n");
        add_round(tracking, round, out);
    }
}

static size_t place_of(const struct tracking *tracking, const struct resolution *chosen)
{
    for (size_t i = 0; i < tracking->frame.tracked.n; i++)
        if (tracking->frame.tracked.v[i] == chosen)
            return i + 1;
    return 0;
}

void tracking_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct resolution *chosen = tracking_chosen(tracking);
    struct str title = STR_INIT;
    char today[DATE_ISO_SIZE];
    struct rect inner;

    rect = frame_draw(app, &tracking->frame, rect);
    if (chosen)
        str_printf(&title, _("列管 %zu/%zu　%s　%s"), place_of(tracking, chosen), tracking->frame.tracked.n,
                   chosen->key, track_state_words(chosen, frame_today(app, today)));
    else
        str_add(&title, _("列管"));
    draw_frame(rect, title.text, true, &inner);
    pager_draw(&tracking->pager, inner);
    str_release(&title);
}

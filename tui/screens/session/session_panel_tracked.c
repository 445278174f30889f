/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying out a tracked decision within the tracking section, and the ruling on it.
 */
#include "tui/screens/session/session_panel_parts.h"
#include "tui/screens/shared/label.h"

#include "core/paper/minutes.h"
#include "core/tracking/reporting.h"
#include "tui/screens/tracking/tracking_page.h"

#include <string.h>

static void add_units(struct str *out, const struct resolution *r)
{
    for (size_t i = 0; i < r->units.n; i++)
        str_printf(out, "%s%s", i ? _("、") : "", r->units.v[i].name);
    for (size_t i = 0; i < r->assisting.n; i++)
        str_printf(out, "%s%s", i ? _("、") : _("；協辦："), r->assisting.v[i].name);
    if (resolution_due(r)) {
        str_add(out, _("  期限 "));
        label_date(out, resolution_due(r));
    }
}

/* The consolidated word, or what all units say alike; else each unit's own. */
static void add_recommendation(const struct session *session, const struct resolution *r,
                               const struct round *round, struct str *out)
{
    const struct style *style = session->frame.style;
    const int common = resolution_recommendation(r, round);

    str_add(out, tracking_recommendation(style, common));
    if (round->proposed_into)
        str_printf(out, _("（併入 %s）"), round->proposed_into);
    for (size_t i = 0; common == UNKNOWN && i < round->reports.n; i++)
        if (round->reports.v[i].recommendation != UNKNOWN)
            str_printf(out, "%s%s %s", out->len_bytes ? _("、") : "", round->reports.v[i].unit,
                       tracking_recommendation(style, round->reports.v[i].recommendation));
}

/* What the units reported each for itself, where nobody has consolidated it: each begins with its unit. */
static struct outline reports(struct lay *lay, const struct round *round)
{
    struct outline all = {NULL, 0};
    size_t room = 0;

    for (size_t i = 0; i < round->reports.n; i++)
        room += round->reports.v[i].progress.n;
    all.v = arena_take(&lay->panel->arena, room * sizeof *all.v);
    if (!all.v) {
        lay->status = err_memory(lay->err);
        return all;
    }
    for (size_t i = 0; i < round->reports.n; i++) {
        const struct report *report = &round->reports.v[i];

        for (size_t k = 0; k < report->progress.n; k++) {
            struct node *node = &all.v[all.n++];
            struct str text = STR_INIT;

            *node = report->progress.v[k];
            node->plain = true;
            if (!k && report->unit)
                str_printf(&text, _("%s："), report->unit);
            str_add(&text, report->progress.v[k].text);
            node->text = panel_keep(lay, &text);
            str_release(&text);
        }
    }
    return all;
}

void panel_resolution(struct lay *lay, const struct stop *stop)
{
    const struct meeting_frame *frame = &lay->session->frame;
    const int level = minutes_points_level(&frame->s, frame->style, stop->item) + 1;
    const struct round *round = resolution_round(stop->about, frame->s.meeting.key);
    struct str text = STR_INIT;
    struct outline line;

    panel_add_part(lay, _("事項"), &stop->about->instruction, level);
    add_units(&text, stop->about);
    line = panel_one_line(lay, &text);
    if (text.len_bytes)
        panel_add_part(lay, _("主辦"), &line, level);
    line = round && !round->progress.n ? reports(lay, round) : (struct outline){NULL, 0};
    if (round && round->progress.n) {
        panel_add_part(lay, _("辦理"), &round->progress, level);
    } else if (line.n) {
        panel_add_part(lay, _("辦理"), &line, level);
    } else {
        str_clear(&text);
        str_add(&text, _("本次尚未回報辦理情形"));
        line = panel_one_line(lay, &text);
        panel_add_part(lay, _("辦理"), &line, level);
    }
    str_clear(&text);
    if (round)
        add_recommendation(lay->session, stop->about, round, &text);
    if (text.len_bytes) {
        line = panel_one_line(lay, &text);
        panel_add_part(lay, _("建議"), &line, level);
    }
    str_clear(&text);
    session_joined(frame, stop->about->key, UNKNOWN, &text);
    line = panel_one_line(lay, &text);
    if (text.len_bytes)
        panel_add_part(lay, _("併案"), &line, level);
    str_release(&text);
}

void panel_ruling(struct lay *lay, const struct stop *stop)
{
    const struct meeting_frame *frame = &lay->session->frame;
    const struct round *round = resolution_round(stop->about, frame->s.meeting.key);
    struct str text = STR_INIT;
    struct node *nodes;
    struct outline whole;

    panel_label_decision(lay, _("裁示"));
    if (!round || (round->ruling == UNKNOWN && !round->ruling_text.n && !round->due))
        return;
    /* words or a date before the ruling itself: it still lacks */
    str_add(&text,
            round->ruling == UNKNOWN ? _("（尚未裁示：F6）") : label_choice(&ruling_choices, round->ruling));
    if (round->into)
        str_printf(&text, _("（併入 %s）"), round->into);
    if (round->due) {
        str_add(&text, _("，期限 "));
        label_date(&text, round->due);
    }
    nodes = arena_take(&lay->panel->arena, (round->ruling_text.n + 1) * sizeof *nodes);
    if (nodes) {
        whole = panel_one_line(lay, &text);
        nodes[0] = whole.n ? whole.v[0] : nodes[0];
        if (round->ruling_text.n)
            memcpy(nodes + 1, round->ruling_text.v, round->ruling_text.n * sizeof *nodes);
        whole = (struct outline){text.len_bytes ? nodes : nodes + 1,
                                 round->ruling_text.n + (text.len_bytes ? 1 : 0)};
        panel_lines(lay, &whole, 3, lay->panel->cols - lay->panel->label_cols, &lay->panel->decision.lines);
    } else {
        lay->status = err_memory(lay->err);
    }
    str_release(&text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A round on the page of a tracked decision: what was reported, recommended and ruled at one meeting.
 */
#include "tui/screens/tracking/page_layout.h"

#include "core/paper/document.h"
#include "core/tracking/reporting.h"
#include "tui/screens/shared/label.h"

#include <string.h>

/* ---- the units' own reports ----------------------------------------------------------------------- */

static void add_report(struct layout *l, const char *label, const char *part, const struct report *report)
{
    struct str head = STR_INIT;

    str_printf(&head, _("%s%s 回報"), part, report->unit ? report->unit : "");
    if (report->on) {
        str_add_char(&head, ' ');
        label_date(&head, report->on);
    }
    if (report->recommendation != UNKNOWN)
        str_printf(&head, _("　%s"), tracking_recommendation(l->source->style, report->recommendation));
    layout_text(l, label, ROLE_DIM, &head);
    layout_outline(l, "", &report->progress);
    str_release(&head);
}

static bool is_among(const struct unit *v, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (text_same(v[i].name, name))
            return true;
    return false;
}

/* Those of the responsible units first, then of the assisting ones, then of whoever else reported. */
static void add_reports(struct layout *l, const struct round *round, const char *label)
{
    const struct resolution *r = l->source->resolution;

    for (size_t i = 0; i < r->units.n; i++) {
        const struct report *report = round_report(round, r->units.v[i].name);

        if (report) {
            add_report(l, label, _("主辦　"), report);
            label = "";
        }
    }
    for (size_t i = 0; i < r->assisting.n; i++) {
        const struct report *report = round_report(round, r->assisting.v[i].name);

        if (report && !is_among(r->units.v, r->units.n, report->unit)) {
            add_report(l, label, _("協辦　"), report);
            label = "";
        }
    }
    for (size_t i = 0; i < round->reports.n; i++) {
        const struct report *report = &round->reports.v[i];

        if (is_among(r->units.v, r->units.n, report->unit) ||
            is_among(r->assisting.v, r->assisting.n, report->unit))
            continue;
        add_report(l, label, "", report);
        label = "";
    }
}

/* The consolidated text, and beside it (below, where it is narrow) what each unit said itself. */
static void add_progress(struct layout *l, const struct round *round)
{
    const bool both = round->progress.n && round->reports.n;

    if (both && layout_is_wide(l)) {
        layout_left(l);
        layout_words(l, _("辦理情形"), ROLE_DIM, _("綜整"));
        layout_outline(l, "", &round->progress);
        layout_right(l);
        add_reports(l, round, "");
        layout_below(l);
        return;
    }
    layout_outline(l, _("辦理情形"), &round->progress);
    add_reports(l, round, round->progress.n ? _("單位回報") : _("辦理情形"));
}

/* Who has reported this time and who has not; nothing where the consolidated text alone speaks for all. */
static void add_reported(struct layout *l, const struct round *round)
{
    struct str text = STR_INIT;

    if (round->progress.n && !round->reports.n)
        return;
    tracking_reported(&text, l->source->resolution, round->meeting);
    layout_text(l, _("單位回報"), ROLE_TEXT, &text);
    str_release(&text);
}

/* ---- tables, attachments, the letter -------------------------------------------------------------- */

static void add_table(struct layout *l, const char *label, const struct grid *grid)
{
    struct document document;
    struct str text = STR_INIT;

    document_init(&document);
    for (int i = 0; i < 3; i++) /* as papers number the points in a cell */
        document.cell_numbers[i] = style_level(l->source->style, i + 2);
    document_table_text(&document, grid, 0, l->cols, &text);
    layout_lines(l, label, &text);
    document_release(&document);
    str_release(&text);
}

static void add_attachments(struct layout *l, const struct round *round)
{
    for (size_t i = 0; i < round->attachments.n; i++) {
        const struct attachment *a = &round->attachments.v[i];
        struct str text = STR_INIT;

        str_printf(&text, _("%s　%s"), a->label ? a->label : "", a->title ? a->title : "");
        if (a->file)
            str_printf(&text, _("（%s）"), a->file);
        layout_text(l, i ? "" : _("附件"), ROLE_TEXT, &text);
        for (size_t k = 0; k < a->tables.n; k++)
            add_table(l, "", &a->tables.v[k]);
        str_release(&text);
    }
}

static void add_letter(struct layout *l, const struct round *round)
{
    struct str text = STR_INIT;

    label_date(&text, round->letter_date);
    if (round->letter)
        str_printf(&text, "%s%s", text.len_bytes ? " " : "", round->letter);
    layout_text(l, _("公文"), ROLE_TEXT, &text);
    str_release(&text);
}

/* ---- what came of it ------------------------------------------------------------------------------ */

static void add_recommendation(struct layout *l, const struct round *round, bool now)
{
    struct str text = STR_INIT;

    str_add(&text, tracking_recommendation(l->source->style, round->recommendation));
    if (round->proposed_into)
        str_printf(&text, _("（併入 %s）"), round->proposed_into);
    layout_text(l, _("列管建議"), ROLE_TEXT, &text);
    if (round->recommendation == UNKNOWN && now)
        layout_words(l, _("列管建議"), ROLE_DIM, _("（還沒有：1 解除　2 繼續　3 自行　4 併案）"));
    str_release(&text);
}

static void add_ruling(struct layout *l, const struct round *round)
{
    struct str text = STR_INIT;

    str_add(&text, tracking_ruling(l->source->style, round->ruling));
    if (round->into)
        str_printf(&text, _("（併入 %s）"), round->into);
    layout_text(l, _("裁示"), ROLE_TEXT, &text);
    layout_outline(l, text.len_bytes ? "" : _("裁示"), &round->ruling_text);
    str_clear(&text);
    label_date(&text, round->due);
    layout_text(l, _("新期限"), ROLE_TEXT, &text);
    str_release(&text);
}

static void add_heading(struct layout *l, const struct round *round, bool now)
{
    const struct meeting_lines *meetings = l->source->meetings;
    struct str text = STR_INIT;

    if (now)
        str_add(&text, _("本次　"));
    if (round->meeting)
        label_meeting_key(&text, round->meeting, NULL);
    else
        str_add(&text, round->meeting_text);
    if (round->meeting_date) {
        str_add(&text, _("　"));
        label_date(&text, round->meeting_date);
    }
    for (size_t i = 0; round->meeting && meetings && i < meetings->n; i++)
        if (text_same(meetings->v[i].key, round->meeting) && meetings->v[i].start) {
            char day[DATE_ISO_SIZE] = "";

            memcpy(day, meetings->v[i].start, strnlen(meetings->v[i].start, sizeof day - 1));
            str_add(&text, _("　"));
            label_date(&text, day);
        }
    layout_blank(l);
    layout_heading(l, &text);
    str_release(&text);
}

void page_round(struct layout *l, const struct round *round, bool now)
{
    add_heading(l, round, now);
    if (now)
        add_reported(l, round);
    add_progress(l, round);
    if (now && !round->progress.n && !round->reports.n)
        layout_words(l, _("辦理情形"), ROLE_WARN, _("（還沒有：按 Enter 填寫）"));
    for (size_t i = 0; i < round->tables.n; i++)
        add_table(l, i ? "" : _("附表"), &round->tables.v[i]);
    add_attachments(l, round);
    add_letter(l, round);
    add_recommendation(l, round, now);
    add_ruling(l, round);
    if (round->remark)
        layout_words(l, _("備註"), ROLE_TEXT, round->remark);
}

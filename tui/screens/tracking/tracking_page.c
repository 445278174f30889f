/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on the page of a tracked decision: its fixed head, then round by round.
 */
#include "tui/screens/tracking/page_layout.h"

#include "core/tracking/kin.h"
#include "tui/cli/sentence.h"
#include "tui/screens/shared/label.h"

#include <string.h>

/* The names of the left column: so wide it is. */
static const char *const names[] = {N_("裁示事項"), N_("主辦"), N_("協辦"),     N_("期限"),     N_("來源"),
                                    N_("前案"),     N_("後續"), N_("辦理情形"), N_("列管建議"), N_("裁示"),
                                    N_("新期限"),   N_("備註"), N_("狀態"),     N_("單位回報"), N_("附表"),
                                    N_("附件"),     N_("公文")};
enum { NAMES = sizeof names / sizeof *names };

/* ---- due dates ------------------------------------------------------------------------------------ */

/* How the date in force stands to today. */
static void due_words(const struct page_source *source, struct str *out, enum role *role)
{
    const char *due = resolution_due(source->resolution);
    char today[DATE_ISO_SIZE];
    struct date date;

    date_iso(today, source->today);
    label_date(out, due);
    if (!due || !resolution_open(source->resolution) || !date_parse_iso(due, &date))
        return;
    if (resolution_overdue(source->resolution, today)) {
        str_printf(out, _("　逾期 %d 日"), date_days_between(date, source->today));
        *role = ROLE_BAD;
    } else {
        str_printf(out, _("　還有 %d 日"), date_days_between(source->today, date));
    }
}

/* The dates that it had before, and the meetings that moved them; the newest first. */
static void add_dues(struct layout *l)
{
    const struct resolution *r = l->source->resolution;
    struct str text = STR_INIT;
    enum role role = ROLE_TEXT;
    bool moved = false;

    due_words(l->source, &text, &role);
    layout_text(l, _("期限"), role, &text);
    for (size_t i = r->rounds.n; i > 0; i--) {
        const struct round *round = &r->rounds.v[i - 1];

        if (!round->due)
            continue;
        str_clear(&text);
        if (round->meeting)
            label_meeting_key(&text, round->meeting, NULL);
        else
            str_add(&text, round->meeting_text);
        str_add(&text, _("改為 "));
        label_date(&text, round->due);
        layout_text(l, "", ROLE_DIM, &text);
        moved = true;
    }
    str_clear(&text);
    str_add(&text, _("原訂 "));
    if (r->due)
        label_date(&text, r->due);
    else
        str_add(&text, _("沒有期限"));
    if (moved)
        layout_text(l, "", ROLE_DIM, &text);
    str_release(&text);
}

/* ---- the head ------------------------------------------------------------------------------------- */

static void state_words(const struct page_source *source, struct str *out)
{
    const struct resolution *r = source->resolution;
    const int days = tracking_days(r, source->meetings, source->today);
    char today[DATE_ISO_SIZE];

    date_iso(today, source->today);
    str_add(out, track_state_words(r, today));
    if (resolution_open(r) && days >= 0)
        str_printf(out, _("　決議至今 %d 日"), days);
    if (r->rounds.n)
        str_printf(out, _("　報告 %zu 次"), r->rounds.n);
}

/* Those that this one goes on from, and those that go on from it. */
static void add_kin(struct layout *l)
{
    struct kins kins;
    bool labelled[2] = {false, false};

    if (!l->status)
        l->status = kin_of(l->source->all, l->source->resolution, l->arena, &kins, l->err);
    for (size_t i = 0; !l->status && i < kins.n; i++) {
        const struct kin *kin = &kins.v[i];
        struct str text = STR_INIT;

        tracking_kin_words(&text, kin);
        if (kin->other && kin->other->instruction.n)
            str_printf(&text, _("　%s"), kin->other->instruction.v[0].text);
        layout_text(l, labelled[kin->before] ? "" : kin->before ? _("前案") : _("後續"), ROLE_TEXT, &text);
        labelled[kin->before] = true;
        str_release(&text);
    }
}

static void add_head(struct layout *l)
{
    const struct resolution *r = l->source->resolution;
    struct str text = STR_INIT;

    layout_outline(l, _("裁示事項"), &r->instruction);
    tracking_units(&text, r->units.v, r->units.n);
    layout_text(l, _("主辦"), ROLE_TEXT, &text);
    str_clear(&text);
    tracking_units(&text, r->assisting.v, r->assisting.n);
    layout_text(l, _("協辦"), ROLE_TEXT, &text);
    add_dues(l);
    str_clear(&text);
    tracking_source(&text, r, l->source->meetings);
    layout_text(l, _("來源"), ROLE_TEXT, &text);
    str_clear(&text);
    state_words(l->source, &text);
    layout_text(l, _("狀態"), ROLE_TEXT, &text);
    add_kin(l);
    str_release(&text);
}

/* ---- the whole ------------------------------------------------------------------------------------ */

static int widest_name(void)
{
    int widest = 0;

    for (int i = 0; i < NAMES; i++) {
        const int cols = text_cols(_(names[i]), strlen(_(names[i])), draw_widths());

        if (cols > widest)
            widest = cols;
    }
    return widest;
}

enum status page_build(struct page *page, const struct page_source *source, int cols, struct arena *arena,
                       struct err *err)
{
    const struct resolution *r = source->resolution;
    struct layout l = {.page = page, .source = source, .arena = arena, .err = err};
    const struct round *now = resolution_round(r, source->now);
    struct round none;

    page->v = NULL;
    page->n = page->room = 0;
    page->label_cols = widest_name() + 2;
    page->cols =
        cols - page->label_cols - 3 > 8 ? cols - page->label_cols - 3 : 8; /* the marks of more at the edge */
    l.cols = page->cols;
    add_head(&l);
    if (source->now) {
        entity_defaults(&round_entity, &none);
        none.meeting = source->now;
        page_round(&l, now ? now : &none, true);
    }
    for (size_t i = r->rounds.n; i > 0; i--)
        if (&r->rounds.v[i - 1] != now)
            page_round(&l, &r->rounds.v[i - 1], false);
    return l.status;
}

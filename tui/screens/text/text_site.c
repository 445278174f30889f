/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the place of a text, and what it is called: for its screen and for what is offered back after a
 * crash. Stores nothing.
 */
#include "tui/screens/text/text_site.h"

#include "tui/screens/agenda/item.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

enum { LIST_COLS = 24 }; /* of an item's title in the list of what is offered back */

static enum status gone(struct err *err)
{
    return err_set(err, STATUS_MISSING, CODE_NONE, NULL, NULL, NULL);
}

bool text_site_has_meeting(const struct text_site *site)
{
    return site->place.kind != DRAFT_INSTRUCTION;
}

/* The tables among which the place's table is: an item's, or those of a round. */
static struct list tables_of(const struct text_site *site)
{
    const struct round *round =
        site->resolution ? resolution_round(site->resolution, site->frame.s.meeting.key) : NULL;

    if (site->item)
        return (struct list){site->item->tables.v, site->item->tables.n};
    return round ? (struct list){round->tables.v, round->tables.n} : (struct list){NULL, 0};
}

static const struct grid *find_table(const struct text_site *site)
{
    const struct list tables = tables_of(site);

    for (size_t i = 0; i < tables.n; i++)
        if (((const struct grid *)tables.v)[i].row.id == site->place.table_id)
            return &((const struct grid *)tables.v)[i];
    return NULL;
}

static enum status find(struct text_site *site, struct err *err)
{
    const struct draft_place *place = &site->place;
    const struct snapshot *s = &site->frame.s;

    site->item = NULL;
    site->statement = NULL;
    site->resolution = NULL;
    site->table = NULL;
    if (place->item_id) {
        site->item = meeting_item_by_id(&s->meeting, place->item_id);
        if (!site->item)
            return gone(err);
    }
    if (!site->item && (place->statement_id || !place->resolution_id))
        return gone(err);
    for (size_t i = 0; place->statement_id && i < site->item->statements.n; i++)
        if (site->item->statements.v[i].row.id == place->statement_id)
            site->statement = &site->item->statements.v[i];
    for (size_t i = 0; place->resolution_id && i < s->resolutions.n; i++)
        if (s->resolutions.v[i].row.id == place->resolution_id)
            site->resolution = &s->resolutions.v[i];
    if (place->table_id)
        site->table = find_table(site);
    if ((place->statement_id && !site->statement) || (place->resolution_id && !site->resolution) ||
        (place->table_id && !site->table))
        return gone(err);
    return STATUS_OK;
}

/* A tracked decision may come from no meeting of ours: the committee alone. */
static enum status load_committee(struct app *app, struct meeting_frame *frame, struct err *err)
{
    struct snapshot *s = &frame->s;
    enum status status;

    frame_release(frame);
    status = committee_load(app->db, app->committee_id, &s->arena, &s->committee, &s->members, err);
    if (!status)
        status = resolutions_load(app->db, app->committee_id, &s->arena, &s->resolutions, err);
    if (!status)
        status =
            style_load(s->committee.paper ? s->committee.paper : style_builtin_name(0), &frame->style, err);
    return status;
}

enum status text_site_load(struct app *app, struct text_site *site, struct err *err)
{
    enum status status;

    site->frame.meeting_id = site->place.meeting_id;
    status = text_site_has_meeting(site) ? frame_load(app, &site->frame.screen, err)
                                         : load_committee(app, &site->frame, err);
    site->stale = false;
    return status ? status : find(site, err);
}

/* ---- words ------------------------------------------------------------------------------------------- */

static const char *const kind_words[DRAFT_KINDS] = {
    [DRAFT_EXPLANATION] = N_("說明"), [DRAFT_PROPOSAL] = N_("擬辦"),
    [DRAFT_DECISION] = N_("決議"),    [DRAFT_STATEMENT] = N_("發言"),
    [DRAFT_SAYING] = N_("新的發言"),  [DRAFT_PROGRESS] = N_("辦理情形"),
    [DRAFT_RULING] = N_("裁示文字"),  [DRAFT_INSTRUCTION] = N_("列管事項"),
    [DRAFT_REPORT] = N_("回報"),      [DRAFT_TITLE] = N_("案由"),
    [DRAFT_UNIT] = N_("單位"),        [DRAFT_NOTES] = N_("註"),
};

/* "表1 第2列第1欄" */
static void add_cell_words(const struct text_site *site, struct str *out)
{
    const struct draft_place *place = &site->place;

    item_table_name(site->table, (size_t)(site->table - (const struct grid *)tables_of(site).v), out);
    str_add_char(out, ' ');
    if (place->kind == DRAFT_NOTES)
        return;
    if (place->line < 0)
        str_printf(out, _("表頭第%lld欄"), (long long)place->column + 1);
    else
        str_printf(out, _("第%lld列第%lld欄"), (long long)place->line + 1, (long long)place->column + 1);
}

void text_site_words(const struct text_site *site, int cols, struct str *out)
{
    struct str item = STR_INIT;

    if (site->item)
        label_item(&item, &site->frame.s, site->frame.style, site->item);
    if (cols)
        text_truncate(out, item.text, cols, draw_widths());
    else
        str_add(out, item.text);
    str_release(&item);
    if (!site->item && site->resolution)
        str_printf(out, _("列管 %s"), site->resolution->key);
    str_add_char(out, ' ');
    if (site->table)
        add_cell_words(site, out);
    if (site->place.kind == DRAFT_REPORT)
        str_add(out, site->place.speaker);
    str_add(out, words_of(kind_words[site->place.kind]));
}

enum status text_place_words(struct app *app, const struct draft_place *place, bool meeting, struct str *out,
                             struct err *err)
{
    struct text_site site = {.place = *place};
    enum status status = text_site_load(app, &site, err);

    if (!status) {
        if (meeting && text_site_has_meeting(&site)) {
            label_meeting(out, &site.frame.s.meeting);
            str_add_char(out, ' ');
        }
        text_site_words(&site, meeting ? LIST_COLS : 0, out);
    }
    frame_release(&site.frame);
    return status;
}

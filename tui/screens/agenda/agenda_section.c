/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A section as a whole: its own text, 無 and 略; opening a row.
 */
#include "tui/screens/agenda/agenda.h"
#include "tui/screens/screens.h"
#include "tui/screens/text/text.h"

/* The section gets a row of its own. 0: refused, and it was said why. */
static int64_t add_own_row(struct app *app, struct agenda *agenda, int section, bool none)
{
    struct attempt attempt;
    struct item item;
    int64_t id = 0;
    enum status status;

    entity_defaults(&item_entity, &item);
    item.section = section;
    item.none = none;
    app_attempt(app, &attempt, _("議程 %s：加入 %s"), agenda->frame.s.meeting.key,
                agenda_section_words(section));
    do
        status = item_add(app->db, &attempt.stamp, &agenda->frame.s, &item, 0, &id, &attempt.err);
    while (app_again(app, &attempt, status));
    agenda_refresh(app, agenda, 0);
    return status ? 0 : id;
}

/* ---- opening --------------------------------------------------------------------------------------- */

static void open_text(struct app *app, struct agenda *agenda, const struct agenda_row *row)
{
    const int section = row->section;
    struct draft_place place = {.kind = DRAFT_EXPLANATION, .meeting_id = agenda->frame.meeting_id};

    place.item_id = row->item ? row->item->row.id : add_own_row(app, agenda, section, false);
    if (place.item_id)
        (void)text_open(app, &place, NULL);
}

void agenda_run_open(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    const struct agenda_row *row = agenda_selected(agenda);
    const char *refusal = frame_why_not_change(app, screen);

    if (!row)
        return;
    if (!row->heading)
        (void)item_push(app, agenda->frame.meeting_id, row->item->row.id);
    else if (row->section == SECTION_TRACKING)
        frame_go(app, &agenda->frame, FRAME_TRACKING);
    else if (refusal)
        app_message(app, ROLE_WARN, "%s", refusal);
    else if (row->section < SECTION_REPORT || row->section > SECTION_MOTION)
        open_text(app, agenda, row);
    else
        agenda_run_new(app, screen);
}

/* ---- 無 and 略 ------------------------------------------------------------------------------------- */

const char *agenda_why_not_said(struct app *app, struct screen *screen)
{
    const struct agenda *agenda = (struct agenda *)screen;
    const struct agenda_row *row = agenda_selected(agenda);

    if (!row)
        return _("請選一節或一案");
    if (!row->heading) /* an item is 略 or it is not */
        return frame_why_not_change(app, screen);
    if (row->section == SECTION_CLOSING)
        return _("散會不印「無」或「略」");
    if (!row->item && row->section >= SECTION_REPORT && row[1].section == row->section)
        return _("這一節有案由");
    return frame_why_not_change(app, screen);
}

static void save(struct app *app, struct agenda *agenda, const struct agenda_row *row, struct item *wanted,
                 const char *what)
{
    struct attempt attempt;
    const struct item before = *wanted;
    const int64_t id = row->item->row.id;
    enum status status;

    app_attempt(app, &attempt, _("議程 %s：%s %s"), agenda->frame.s.meeting.key, what,
                wanted->none       ? _("無")
                : wanted->abridged ? _("略")
                                   : _("照常"));
    do {
        *wanted = before;
        status = item_save(app->db, &attempt.stamp, &agenda->frame.s, row->item, wanted, &attempt.err);
    } while (app_again(app, &attempt, status));
    if (status)
        return;
    agenda_refresh(app, agenda, row->heading ? 0 : id);
    if (wanted->none && before.explanation.n)
        app_message(app, ROLE_WARN, "%s", _("這一節有本文：本文還在，印的仍是本文"));
}

/* As it is, 無, 略, and round again; an item as it is, or 略. */
void agenda_run_said(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    const struct agenda_row *row = agenda_selected(agenda);
    struct item wanted;

    if (!row->item) {
        (void)add_own_row(app, agenda, row->section, true);
        return;
    }
    wanted = *row->item;
    wanted.abridged = row->heading ? row->item->none : !row->item->abridged;
    wanted.none = row->heading && !row->item->none && !row->item->abridged;
    save(app, agenda, row, &wanted,
         !row->heading && wanted.title ? wanted.title : agenda_section_words(row->section));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the committee ruled on a tracked decision, where it was not written down in the session.
 */
#include "tui/screens/tracking/tracking.h"

#include "tui/screens/text/text.h"
#include "tui/screens/tracking/ruling_menu.h"

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

void tracking_run_ruling(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct resolution *r = tracking_chosen(tracking);
    const struct draft_place place = {
        .kind = DRAFT_RULING, .meeting_id = tracking->frame.meeting_id, .resolution_id = r->row.id};
    struct round round = tracking_round(tracking, r);
    const struct ruling_choice choice = ruling_ask(app, r, &round);
    char iso[DATE_ISO_SIZE];

    switch (choice.deed) {
    case RULING_DEED_NONE:
        return;
    case RULING_DEED_WORDS:
        (void)text_open(app, &place, NULL);
        return;
    case RULING_DEED_DUE:
        if (!ruling_ask_due(app, r, iso))
            return;
        round.due = *iso ? iso : NULL;
        break;
    case RULING_DEED_CLEAR:
    case RULING_DEED_KIND:
        if (choice.deed == RULING_DEED_CLEAR)
            round.ruling_text = (struct outline){NULL, 0};
        round.ruling = choice.ruling;
        round.into = NULL;
        if (choice.ruling == RULING_MERGE && !(round.into = ruling_ask_into(app, &tracking->frame.s, r)))
            return;
        break;
    }
    (void)tracking_store(app, tracking, &round, _("裁示"));
}

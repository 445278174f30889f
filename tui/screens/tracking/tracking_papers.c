/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes with a report: tables, attachments, the date and number of its letter.
 */
#include "tui/screens/agenda/item.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/tracking/tracking.h"

static struct item_owner owner_of(const struct tracking *tracking)
{
    return (struct item_owner){.meeting_id = tracking->frame.meeting_id,
                               .resolution_id = tracking_chosen(tracking)->row.id};
}

void tracking_run_tables(struct app *app, struct screen *screen)
{
    const struct item_owner owner = owner_of((struct tracking *)screen);

    (void)item_tables_push(app, &owner);
}

void tracking_run_attachments(struct app *app, struct screen *screen)
{
    const struct item_owner owner = owner_of((struct tracking *)screen);

    (void)item_attachments_push(app, &owner);
}

void tracking_run_letter(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct round round = tracking_round(tracking, tracking_chosen(tracking));
    struct str number = STR_INIT;
    struct date day = {0, 0, 0};
    char iso[DATE_ISO_SIZE];

    str_add(&number, round.letter);
    if (round.letter_date)
        (void)date_parse_iso(round.letter_date, &day);
    if (app_input(app, _("公文字號"), _("例如 水資字第1130001234號函；留空就清除"), &number, NULL, NULL) &&
        ask_day(app, _("發文日期"), _("例如 113/4/20；可以留空"), day, true, iso) &&
        tracking_fresh(app, tracking)) {
        round = tracking_round(tracking, tracking_chosen(tracking));
        round.letter = number.len_bytes ? number.text : NULL;
        round.letter_date = *iso ? iso : NULL;
        (void)tracking_store(app, tracking, &round, _("公文"));
    }
    str_release(&number);
}

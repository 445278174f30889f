/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 3's state, shared by its drawing and its commands.
 */
#ifndef YISHI_TUI_SCREENS_TRACKING_H
#define YISHI_TUI_SCREENS_TRACKING_H

#include "tui/screens/meeting_frame.h"
#include "tui/widgets/pager.h"

struct tracking {
    struct meeting_frame frame;
    struct pager pager; /* the page of the chosen one */
    char key[64];       /* the chosen one's number */
};

/* The chosen one; NULL: there is none. */
const struct resolution *tracking_chosen(const struct tracking *tracking);
/* Whether this meeting's round of it says anything yet. */
bool tracking_reported(const struct tracking *tracking, const struct resolution *resolution);
/* Its page as text: instruction, this meeting's round, the earlier ones, the newest first. Appended. */
void tracking_page(const struct tracking *tracking, const struct resolution *resolution, struct str *out);
void tracking_draw(struct app *app, struct screen *screen, struct rect rect);
/* Enter one that is older than the database, by hand: number, instruction, units, source. */
void tracking_enter(struct app *app, struct tracking *tracking);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking what the committee rules on a tracked decision: in the session, and on its own step afterwards. Asks
 * only; who asks stores.
 */
#ifndef YISHI_TUI_SCREENS_RULING_MENU_H
#define YISHI_TUI_SCREENS_RULING_MENU_H

#include "core/cycle/snapshot.h"
#include "tui/app.h"
#include "tui/screens/meeting/meeting_frame.h"

enum ruling_deed {
    RULING_DEED_NONE, /* Esc */
    RULING_DEED_KIND, /* rule as `ruling` says */
    RULING_DEED_WORDS,
    RULING_DEED_DUE,
    RULING_DEED_CLEAR, /* the ruling and its words */
};
struct ruling_choice {
    enum ruling_deed deed;
    int ruling;
};

/* What is to be done with ROUND (NULL: none yet) of RESOLUTION; the ruling that stands, else the recommended
 * one is preselected. */
struct ruling_choice ruling_ask(struct app *app, const struct resolution *resolution,
                                const struct round *round);
/* Into which other one RESOLUTION is merged: its number, in the snapshot; NULL: none was picked. The one that
 * was recommended is selected. */
const char *ruling_ask_into(struct app *app, const struct snapshot *s, const struct resolution *resolution);
/* Into which one it is recommended to be merged, the same; *INTO NULL: it is not named. false: Esc. */
bool ruling_ask_proposed(struct app *app, const struct snapshot *s, const struct resolution *resolution,
                         const char **into);
/* Its new date into ISO, "" = none; false: Esc. */
bool ruling_ask_due(struct app *app, const struct resolution *resolution, char iso[DATE_ISO_SIZE]);
/* 其餘照建議: what FRAME's meeting has not ruled on yet is named, and ruled on as recommended if the user
 * says so (tracking_rest.c). FRAME is to be loaded anew. */
void rest_ask(struct app *app, const struct meeting_frame *frame);

#endif

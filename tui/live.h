/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Others who have the same database open: what they are editing is shown in the top line, and what is typed
 * here is told to them. It never interrupts anybody.
 */
#ifndef YISHI_TUI_LIVE_H
#define YISHI_TUI_LIVE_H

#include "tui/app.h"

/* For app->look. */
void live_look(struct app *app);

#endif

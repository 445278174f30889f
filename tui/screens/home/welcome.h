/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the first start to Home.
 */
#ifndef YISHI_TUI_SCREENS_WELCOME_H
#define YISHI_TUI_SCREENS_WELCOME_H

#include "tui/app.h"

/* There is a committee now: leave all screens for Home. The screens that were open are gone after it. */
bool welcome_done(struct app *app);

#endif

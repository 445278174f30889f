/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 5, 議事: what others need of it beside session_push (screens.h).
 */
#ifndef YISHI_TUI_SCREENS_SESSION_H
#define YISHI_TUI_SCREENS_SESSION_H

#include "tui/screens/text/text.h"

/* Open the session at a statement that was being typed (PLACE is a DRAFT_SAYING), with its text in the
 * editor. */
bool session_recover(struct app *app, const struct draft_place *place, const struct text_start *start);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several of many, by typing: as a picker, but each that is picked is marked, and a last Enter is the answer.
 */
#ifndef YISHI_TUI_SCREENS_SESSION_MARKS_H
#define YISHI_TUI_SCREENS_SESSION_MARKS_H

#include "tui/app.h"
#include "tui/widgets/picker.h"

/* MARKED: N, as it is to begin with, and as it was answered. false: given up by Esc; MARKED is as before. */
bool session_marks(struct app *app, const char *title, const struct pick_row *rows, size_t n, bool *marked);

#endif

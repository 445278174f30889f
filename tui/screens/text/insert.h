/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is put into a text without being typed: names of members and units, usual phrases; and the way through
 * the user's own $EDITOR.
 */
#ifndef YISHI_TUI_SCREENS_INSERT_H
#define YISHI_TUI_SCREENS_INSERT_H

#include "tui/app.h"
#include "tui/widgets/editor/editor.h"

/* Let the user pick something and put it at the caret. false: the text is as it was. */
bool insert_into(struct app *app, struct editor *editor);
/* Hand the text to $VISUAL or $EDITOR and take back what it became, a step of undo. false: nothing changed.
 */
bool insert_outside(struct app *app, struct editor *editor);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two people changed the same text: both versions on one screen, and neither is lost.
 */
#ifndef YISHI_TUI_SCREENS_CONFLICT_H
#define YISHI_TUI_SCREENS_CONFLICT_H

#include "tui/app.h"
#include "tui/widgets/editor/editor.h"

enum conflict_end {
    CONFLICT_BACK, /* nothing is stored; what was typed is still in the editor and in its draft */
    CONFLICT_MINE, /* mine takes the place of theirs, which the journal keeps */
    CONFLICT_BOTH, /* theirs, and mine behind it */
};
/* THEIRS is what is stored now, EDITOR holds what was typed here. CONFLICT_BOTH: the editor holds both.
 * Stored then as new paragraphs, all of it. Hung up or terminated: CONFLICT_BACK at once. */
enum conflict_end conflict_ask(struct app *app, const struct outline *theirs, struct editor *editor);

#endif

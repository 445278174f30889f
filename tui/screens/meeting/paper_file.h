/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paper into a file that the user names.
 */
#ifndef YISHI_TUI_SCREENS_PAPER_FILE_H
#define YISHI_TUI_SCREENS_PAPER_FILE_H

#include "core/paper/paper.h"
#include "tui/screens/meeting/meeting_frame.h"

/* Ask for a file's name and write them there; a file that is there is replaced only when the user says so.
 * false: not written (said why). */
bool paper_write(struct app *app, const struct meeting_frame *frame, const struct style *style,
                 enum copy copy);
/* The same for any paper; NAME is the file's name that is proposed. */
bool paper_write_as(struct app *app, const struct paper *paper, const struct paper_source *source,
                    const char *name);

#endif

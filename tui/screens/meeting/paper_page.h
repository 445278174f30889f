/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paper as it will print, page by page; and what papers are called.
 */
#ifndef YISHI_TUI_SCREENS_PAPER_PAGE_H
#define YISHI_TUI_SCREENS_PAPER_PAGE_H

#include "core/paper/paper.h"
#include "tui/screens/meeting/paper_choice.h"

/* Show PAPER of the meeting in the style and copy of CHOICE, of which a copy of its own is made. */
bool paper_page_push(struct app *app, int64_t meeting_id, const struct paper *paper,
                     const struct paper_choice *choice);
/* "簽到表", and what it is for. */
const char *paper_title(const struct paper *paper);
const char *paper_help(const struct paper *paper);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting's four dates drawn as a line in time, today on it. Two rows.
 */
#ifndef YISHI_TUI_SCREENS_TIMELINE_H
#define YISHI_TUI_SCREENS_TIMELINE_H

#include "core/calendar/deadline.h"
#include "core/meeting/meeting.h"
#include "tui/terminal/draw.h"

enum { TIMELINE_ROWS = 2 };

/* In the first two rows of RECT: the line with today (●) and the dates (┬), and below them "資料5/17 開會5/24
 * …", each in the role of how it stands. What has no date is left out. */
void timeline_draw(struct rect rect, const struct meeting *meeting, const struct deadlines *deadlines,
                   struct date today);

/* The deadline that is due next: its words "資料寄送 5/17(三)前　剩 5 工作日" and role. false: none is left.
 */
bool timeline_next(const struct meeting *meeting, const struct deadlines *deadlines, struct date today,
                   struct str *out, enum role *role);

#endif

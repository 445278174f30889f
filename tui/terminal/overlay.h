/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ambiguous characters (①★…) on terminals that draw them two columns wide, which curses believes to be one.
 * Curses is given a wide blank in their place, and they are painted over it afterwards.
 */
#ifndef YISHI_TUI_TERMINAL_OVERLAY_H
#define YISHI_TUI_TERMINAL_OVERLAY_H

#include "tui/terminal/cells.h"
#include "tui/terminal/theme.h"

extern const char overlay_placeholder[];

/* CELL is wider than curses believes. */
bool overlay_needed(const struct cell *cell);
bool overlay_row_needed(const struct cells *cells, int y);
/* Paint them all; the cursor and the attributes are as curses left them afterwards. */
void overlay_show(const struct theme *theme, bool colours, const struct cells *cells);

#endif

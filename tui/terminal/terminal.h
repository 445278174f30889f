/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real terminal, through curses: started and given back, its size, its bytes, and the picture put on it.
 * The only files that include curses are terminal.c and overlay.c.
 */
#ifndef YISHI_TUI_TERMINAL_TERMINAL_H
#define YISHI_TUI_TERMINAL_TERMINAL_H

#include "core/base/err.h"
#include "tui/terminal/cells.h"
#include "tui/terminal/decode.h"
#include "tui/terminal/theme.h"

#include <stdbool.h>

struct terminal {
    struct theme theme;
    struct cells shown; /* what stands on the terminal now */
    bool started, mouse, colours, caret;
    bool fresh; /* everything must be put on it again */
};

struct terminal_options {
    const char *theme, *theme_directory;
    bool no_colour; /* NO_COLOR is set */
    bool mouse;
};

/* Take the terminal over and teach DECODER its sequences. STATUS_USAGE with CODE_TERMINAL_MISSING or
 * _UNKNOWN: nothing was touched. A theme that is not there is no failure: *THEME_ERR (status not OK) is for
 * the message line. */
enum status terminal_start(struct terminal *terminal, const struct terminal_options *options,
                           struct decoder *decoder, struct err *theme_err, struct err *err);
/* Give it back as it was. HUNG_UP: it is gone; nothing is written to it. */
void terminal_stop(struct terminal *terminal, bool hung_up);
/* Other OPTIONS from now on; STATUS_MISSING or _BAD: as for THEME_ERR. */
enum status terminal_options(struct terminal *terminal, const struct terminal_options *options,
                             struct err *theme_err);
/* For a child, or for SIGTSTP. */
void terminal_suspend(struct terminal *terminal);
void terminal_resume(struct terminal *terminal);
/* Its size now (asked of the system, so it is right after a resize and after a child). */
void terminal_size(struct terminal *terminal, int *cols, int *rows);
/* Put CELLS on it: only rows that changed are handed to curses, the caret last, one update. */
void terminal_show(struct terminal *terminal, const struct cells *cells);
/* Clear it and put everything on it again with the next terminal_show. */
void terminal_redraw(struct terminal *terminal);
/* Read what has come into DECODER. false: the terminal is gone. */
bool terminal_read(struct decoder *decoder);

#endif

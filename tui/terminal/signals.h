/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals as something to poll for. The handlers set a flag and wake the loop; the loop does the work.
 */
#ifndef YISHI_TUI_TERMINAL_SIGNALS_H
#define YISHI_TUI_TERMINAL_SIGNALS_H

#include "core/base/err.h"

#include <stdbool.h>

struct signals {
    bool resize, terminate, hang_up, suspend;
};

/* Install the handlers (WINCH, TERM, INT, QUIT, HUP, TSTP; PIPE is ignored). */
enum status signals_start(struct err *err);
void signals_stop(void);
int signals_fd(void); /* readable when one came; -1 before the start */
/* What came since the last call. */
struct signals signals_take(void);

#endif

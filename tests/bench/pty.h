/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program in a terminal that exists only here: started, given keys, its screen read as text, every
 * answer stamped with the time. Knows nothing of what it runs.
 */
#ifndef YISHI_BENCH_PTY_H
#define YISHI_BENCH_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <vterm.h>

struct pty {
    int fd;
    pid_t pid; /* 0 = not running */
    VTerm *vterm;
    VTermScreen *screen;
    bool ended;
};

/* When output came, in milliseconds of the monotonic clock; 0 = none came. */
struct answer {
    double first, last;
    size_t bytes;
};

double now_ms(void);
/* Start ARGV on a fresh terminal of that size, with a fixed environment and HOME as its home. */
bool pty_start(struct pty *pty, char *const argv[], int rows, int cols, const char *home);
/* Read until TEXT stands on the screen (NULL: any output came) and the program was then silent for
 * QUIET_MS, or LIMIT_MS have passed, or it has ended. TEXT not seen: the answer is all 0. */
struct answer pty_read(struct pty *pty, const char *text, double quiet_ms, double limit_ms);
bool pty_shows(const struct pty *pty, const char *text);
/* Send the first key of *KEYS and move on past it: a character, or a name: <down> <up> <left> <right>
 * <enter> <tab> <esc> <space> <bs> <f1> to <f12> <c-x> <a-x> <s-down>. false: no such name, or none left. */
bool pty_key(struct pty *pty, const char **keys);
/* Send KEYS, wait for the program to leave, and end it where it does not. false: it had to be ended. */
bool pty_stop(struct pty *pty, const char *keys);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program on a pty, and the terminal that shows what it prints. Knows when the program has
 * taken every key and waits for the next one, so that nobody needs to sleep. Knows nothing of
 * scripts or of what the screen should say.
 */
#ifndef YISHI_TESTS_TERMINAL_TERMINAL_H
#define YISHI_TESTS_TERMINAL_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <vterm.h>

struct terminal {
    VTerm *vt;
    VTermScreen *screen;
    int rows, cols;
    bool caret_visible;
    int master; /* -1 after a hang-up */
    int slave;  /* held open to see which keys are still unread */
    int pidfd;
    pid_t pid;            /* 0 = never started */
    bool ended;           /* the program is gone and `wait_status` holds how */
    int wait_status;      /* as waitpid() gives it */
    double last_activity; /* clock_ms() of the last byte either way */
    bool reading;         /* output is being taken: an answer of the terminal must not take more */
    bool write_failed;    /* the program went away while it was being typed at */
};

/* Milliseconds on a clock that only moves forward. */
double clock_ms(void);

/* Start ARGV[0] with the environment ENVP in directory CWD on a terminal of ROWS x COLS.
 * False, with errno set, when the system refuses. */
bool terminal_start(struct terminal *terminal, char *const *argv, char *const *envp, const char *cwd,
                    int rows, int cols);
/* Kill what still runs and free everything. A terminal of zeroes may be released. */
void terminal_release(struct terminal *terminal);

/* Take what the program printed, waiting at most TIMEOUT_MS for it. True when something came or
 * the program ended. */
bool terminal_pump(struct terminal *terminal, int timeout_ms);
/* The program has read every key, printed its answer and waits for more (or is gone). */
bool terminal_idle(struct terminal *terminal);
/* Pump until idle; false when it is not within TIMEOUT_MS. */
bool terminal_settle(struct terminal *terminal, int timeout_ms);
/* Pump until the program is gone; false when it still runs after TIMEOUT_MS. */
bool terminal_wait_end(struct terminal *terminal, int timeout_ms);

/* Send bytes as typed. Reads what is printed meanwhile, so that neither side blocks. */
void terminal_send(struct terminal *terminal, const char *bytes, size_t len_bytes);
/* Send TEXT as a paste: bracketed when the program asked for that, line feeds as the Enter key. */
void terminal_paste(struct terminal *terminal, const char *text, size_t len_bytes);
bool terminal_resize(struct terminal *terminal, int rows, int cols);
/* Close the terminal under the program, as closing its window does. */
void terminal_hang_up(struct terminal *terminal);
/* Send the program a signal. */
void terminal_signal(struct terminal *terminal, int number);

#endif

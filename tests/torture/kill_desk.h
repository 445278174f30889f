/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A secretary's desk for the harnesses that drive the real program: a home of its own with the example's
 * third meeting open, the program on a terminal, its command line beside it. Judges nothing.
 */
#ifndef YISHI_TESTS_TORTURE_KILL_DESK_H
#define YISHI_TESTS_TORTURE_KILL_DESK_H

#include "core/base/str.h"
#include "tests/terminal/command.h"
#include "tests/terminal/terminal.h"

#include <stdbool.h>
#include <stdint.h>

enum { DESK_ENV = 24, DESK_PATH = 256, DESK_PATIENCE_MS = 20000 };

struct desk {
    char root[DESK_PATH];    /* the top of the tree */
    char program[DESK_PATH]; /* what is tortured, absolute */
    char sound[DESK_PATH];   /* the program that looks afterwards: the same, but for a control */
    char home[DESK_PATH];    /* its own, below the harness's TMPDIR */
    struct str env_text[DESK_ENV];
    char *env[DESK_ENV + 1];
    int n_env;
    struct terminal terminal;
    struct command_result result; /* of the last command */
    uint64_t random;
    int rounds; /* the harness's own count */
};

/* A number below N (> 0), from the desk's own row of random numbers. */
unsigned desk_random(struct desk *desk, unsigned n);

/* A desk for PROGRAM (NULL: $YISHI) with SEED. PLANTED (may be NULL) is what the planted program is told to
 * do wrong. False: it says why on standard output. */
bool desk_open(struct desk *desk, const char *program, const char *planted, uint64_t seed);
void desk_close(struct desk *desk);
/* Set a variable of the environment from now on. */
void desk_setenv(struct desk *desk, const char *name, const char *value);
/* An empty home with the example imported and its meeting 113-1 opened. */
bool desk_fresh(struct desk *desk);

/* The path of its database. */
void desk_database(const struct desk *desk, char *out, size_t size);
/* Start the program on the terminal. */
bool desk_start(struct desk *desk, int rows, int cols);
/* Run its command line: words separated by blanks. False when it did not end with 0. */
bool desk_run(struct desk *desk, const char *words);
/* What was exported holds TEXT. */
bool desk_export_holds(struct desk *desk, const char *text);

/* Until TEXT is on a screen at rest, or the program is gone, or patience ends. */
bool desk_wait(struct desk *desk, const char *text);
bool desk_sees(const struct desk *desk, const char *text);
/* Keys by their names, separated by blanks, "Down*3" three times; each is waited for. */
bool desk_keys(struct desk *desk, const char *names);
/* Take what comes for so long, without waiting for rest. */
void desk_pass(struct desk *desk, int ms);
/* The program was told to go: hang up, wait; true when it went by itself with 0. */
bool desk_leave(struct desk *desk);
/* The screen and what a sanitizer wrote, on standard output. */
void desk_show(const struct desk *desk);
/* A sanitizer's report was left in the home. */
bool desk_reported(const struct desk *desk);
/* To the session of the open meeting, at its first report item; or another step by its key ("Alt-4"). */
bool desk_to_meeting(struct desk *desk, const char *step_key, const char *sight);

#endif

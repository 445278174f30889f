/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program run without a terminal, as a script of the office would run it: what it printed and
 * how it ended.
 */
#ifndef YISHI_TESTS_TERMINAL_COMMAND_H
#define YISHI_TESTS_TERMINAL_COMMAND_H

#include "core/base/str.h"

#include <stdbool.h>

struct command_result {
    struct str out, err; /* standard output and standard error */
    int exit;            /* exit status; 128 + the signal that ended it */
};

/* Run ARGV with the environment ENVP in CWD; standard input is empty. False when it could not be
 * started or did not end within TIMEOUT_MS (it is killed then). RESULT is initialised by the
 * caller and filled anew. */
bool command_run(char *const *argv, char *const *envp, const char *cwd, int timeout_ms,
                 struct command_result *result);
void command_result_release(struct command_result *result);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One script being played: a home of its own, the program on a terminal, and what failed. The
 * verbs of the language work on this.
 */
#ifndef YISHI_TESTS_TERMINAL_STORY_H
#define YISHI_TESTS_TERMINAL_STORY_H

#include "core/base/str.h"
#include "tests/terminal/command.h"
#include "tests/terminal/rules.h"
#include "tests/terminal/script.h"
#include "tests/terminal/terminal.h"

#include <stdbool.h>
#include <stddef.h>

enum { STORY_ENV_MAX = 64, STORY_PATH_BYTES = 512 };

struct story {
    const struct script_line *line; /* being played; NULL at the end */
    struct str title, failure;
    char folder[STORY_PATH_BYTES]; /* of the script: its golden files stand below */
    char root[STORY_PATH_BYTES];   /* where the driver was started: files are named from here */
    char program[STORY_PATH_BYTES];
    char scratch[64];             /* holds the home and what sanitizers report; removed at the end */
    char *env[STORY_ENV_MAX + 1]; /* owned, NULL-ended */
    struct str now, lang;         /* given to the program as --now and --lang; "" = not */
    int rows, cols;
    int patience_ms; /* how long anything may take */
    bool bless;      /* write golden files instead of comparing */

    struct terminal terminal;
    bool running; /* there is a program on the terminal, or was until it ended by itself */

    struct command_result result; /* of the last cli or shell */
    bool exit_unseen;             /* nobody asked yet how that ended: it must have been 0 */

    struct rule_data data;
    struct str quorum;  /* arguments for the quorum command; "" = not compared */
    bool quorum_unseen; /* and it was never compared yet: the top row showed none */
};

/* Play SCRIPT, which was read from FILE; false when it failed, and `failure` says how. PROGRAM is
 * an absolute path. The story (of zeroes) is to be released in either case. */
bool story_play(struct story *story, const struct script *script, const char *file, const char *program);
void story_release(struct story *story);

/* Note what is wrong; always false. The first failure counts. */
bool story_fail(struct story *story, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Set NAME for what is started from now on; VALUE NULL takes it away. */
bool story_set_env(struct story *story, const char *name, const char *value);
/* Start the program with the words of ARGS on the terminal. */
bool story_start(struct story *story, const char *args);
/* Run the program with the words of ARGS without a terminal, into RESULT. */
bool story_run(struct story *story, const char *args, struct command_result *result);
/* Run any words the same way. */
bool story_run_words(struct story *story, char *const *words, struct command_result *result);
/* The program on the terminal ended: fail when a sanitizer reported something. */
bool story_check_end(struct story *story);
/* The exit status of the program that ended, or 128 + the signal. */
int story_exit(const struct story *story);

typedef bool story_look_fn(const struct story *story, const void *data);
/* Wait until LOOK is true of a screen at rest. False when patience ends or the program does. */
bool story_wait(struct story *story, story_look_fn *look, const void *data);
/* The quorum that is to be compared was on the screen at least once. */
bool story_quorum_was_seen(struct story *story);
/* The rules that hold on every screen. */
bool story_check_rules(struct story *story);

/* A word of the language. */
struct verb {
    const char *name;
    bool (*run)(struct story *story, const char *rest);
    const char *help;
    bool on_screen; /* needs a program on the terminal */
};
extern const struct verb verbs_set[], verbs_type[], verbs_see[], verbs_command[]; /* ended by a NULL name */

#endif

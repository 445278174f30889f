/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line's words: options that may stand anywhere, the command, its arguments. Checked
 * whole before anything is opened.
 */
#ifndef YISHI_TUI_CLI_ARGS_H
#define YISHI_TUI_CLI_ARGS_H

#include "core/base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum option {
    OPT_DB,
    OPT_LANG,
    OPT_COMMITTEE,
    OPT_NOW,
    OPT_HELP,
    OPT_VERSION,
    OPT_REPLACE,
    OPT_AT,
    OPT_FORMAT,
    OPT_OPEN,
    OPT_ALL,
    OPT_OVERDUE,
    OPT_UNIT,
    OPT_PAPER,
    OPT_OUTPUT,
    OPT_WIDTH,
    OPT_PAGES, /* its value may be left out */
    OPT_INTERNAL,
    OPT_JSON,
    OPT_KEPT,
    OPT_SEAL,
    OPT_RELEASED,
    OPT_UNREPORTED,
    OPT_MEETING,
    OPT_TEXT,
    OPT_SORT,
    OPT_DRY_RUN,
    OPT_PUBLIC,
    OPT_KEEP,
    OPT_REDACT,
    OPT_MEMBER,
    OPT_COUNT
};
#define BIT(option) (1u << (option))
enum {
    ARGS_MAX = 256,
    OPTIONS_EVERYWHERE =
        BIT(OPT_DB) | BIT(OPT_LANG) | BIT(OPT_COMMITTEE) | BIT(OPT_NOW) | BIT(OPT_HELP) | BIT(OPT_VERSION)
};

struct args {
    const char *command; /* NULL: none, the application is meant */
    const char *word[ARGS_MAX];
    size_t n;
    bool has[OPT_COUNT];
    const char *value[OPT_COUNT];
};

struct cli_command;
/* Read ARGV. COMMANDS end with a NULL name. STATUS_USAGE: ERR says what is wrong. */
enum status args_read(int argc, char **argv, const struct cli_command *commands, struct args *args,
                      struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the command line.
 */
#include "tui/cli/args.h"

#include "tui/cli/cli.h"

#include <string.h>

static const struct {
    const char *name;
    bool takes_value;
} options[OPT_COUNT] = {
    [OPT_DB] = {"--db", true},
    [OPT_LANG] = {"--lang", true},
    [OPT_COMMITTEE] = {"--committee", true},
    [OPT_NOW] = {"--now", true},
    [OPT_HELP] = {"--help", false},
    [OPT_VERSION] = {"--version", false},
    [OPT_REPLACE] = {"--replace", false},
    [OPT_AT] = {"--at", true},
    [OPT_FORMAT] = {"--format", true},
    [OPT_OPEN] = {"--open", false},
    [OPT_ALL] = {"--all", false},
    [OPT_OVERDUE] = {"--overdue", false},
    [OPT_UNIT] = {"--unit", true},
    [OPT_PAPER] = {"--paper", true},
    [OPT_OUTPUT] = {"-o", true},
    [OPT_WIDTH] = {"--width", true},
    [OPT_PAGES] = {"--pages", false},
    [OPT_INTERNAL] = {"--internal", false},
    [OPT_JSON] = {"--json", false},
    [OPT_KEPT] = {"--kept", true},
    [OPT_SEAL] = {"--seal", true},
    [OPT_RELEASED] = {"--released", false},
    [OPT_UNREPORTED] = {"--unreported", false},
    [OPT_MEETING] = {"--meeting", true},
    [OPT_TEXT] = {"--text", true},
    [OPT_SORT] = {"--sort", true},
    [OPT_DRY_RUN] = {"--dry-run", false},
    [OPT_PUBLIC] = {"--public", false},
    [OPT_KEEP] = {"--keep", true},
    [OPT_REDACT] = {"--redact", true},
    [OPT_MEMBER] = {"--member", true},
};

/* The option that WORD is, also as --name=value; OPT_COUNT: none. */
static enum option find_option(const char *word, const char **value)
{
    *value = NULL;
    for (int i = 0; i < OPT_COUNT; i++) {
        size_t n = strlen(options[i].name);

        if (strcmp(word, options[i].name) == 0)
            return (enum option)i;
        if ((options[i].takes_value || i == OPT_PAGES) && strncmp(word, options[i].name, n) == 0 &&
            word[n] == '=') {
            *value = word + n + 1;
            return (enum option)i;
        }
    }
    return strcmp(word, "-h") == 0 ? OPT_HELP : strcmp(word, "--output") == 0 ? OPT_OUTPUT : OPT_COUNT;
}

/* "-" is standard input, and -5 a number of days: neither is an option. */
static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0' && !(word[1] >= '0' && word[1] <= '9');
}

static enum status read_option(int argc, char **argv, int *i, struct args *args, struct err *err)
{
    const char *value;
    enum option option = find_option(argv[*i], &value);

    if (option == OPT_COUNT)
        return err_set(err, STATUS_USAGE, CODE_CLI_OPTION, NULL, args->command ? args->command : "yishi",
                       argv[*i]);
    args->has[option] = true;
    if (!options[option].takes_value) {
        args->value[option] = value;
        return STATUS_OK;
    }
    if (!value && *i + 1 < argc)
        value = argv[++*i];
    if (!value)
        return err_set(err, STATUS_USAGE, CODE_CLI_VALUE, NULL, options[option].name, NULL);
    args->value[option] = value;
    return STATUS_OK;
}

static enum status check(const struct cli_command *commands, const struct args *args, struct err *err)
{
    const struct cli_command *command = commands;
    unsigned allowed = OPTIONS_EVERYWHERE;

    if (args->command) {
        while (command->name && strcmp(command->name, args->command) != 0)
            command++;
        if (!command->name)
            return err_set(err, STATUS_USAGE, CODE_CLI_COMMAND, NULL, args->command, NULL);
        allowed |= command->options;
    }
    for (int i = 0; i < OPT_COUNT; i++)
        if (args->has[i] && !(allowed & BIT(i)))
            return err_set(err, STATUS_USAGE, CODE_CLI_OPTION, NULL, args->command ? args->command : "yishi",
                           options[i].name);
    if (args->command && !args->has[OPT_HELP] &&
        (args->n < command->min_words || args->n > command->max_words))
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, command->name, command->usage);
    return STATUS_OK;
}

enum status args_read(int argc, char **argv, const struct cli_command *commands, struct args *args,
                      struct err *err)
{
    bool only_words = false;
    enum status status = STATUS_OK;

    memset(args, 0, sizeof *args);
    for (int i = 1; i < argc && !status; i++) {
        if (!only_words && strcmp(argv[i], "--") == 0)
            only_words = true;
        else if (!only_words && is_option(argv[i]))
            status = read_option(argc, argv, &i, args, err);
        else if (!args->command)
            args->command = argv[i];
        else if (args->n < ARGS_MAX)
            args->word[args->n++] = argv[i];
        else
            status = err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, args->command, argv[i]);
    }
    return status ? status : check(commands, args, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi print: the paper and nothing else.
 */
#include "core/paper/minutes.h"
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/words.h"

#include <stdlib.h>
#include <string.h>

enum { NARROWEST = 40, WIDEST = 200 };

static enum status build(struct cli *cli, const struct snapshot *s, const char *paper, int width,
                         struct str *out, struct err *err)
{
    struct style *style = NULL;
    enum status status = style_load(paper, &style, err);

    if (!status)
        status = minutes_text(s, style, cli->args->has[OPT_INTERNAL] ? COPY_INTERNAL : COPY_PUBLIC, width,
                              out, err);
    style_free(style);
    return status;
}

static enum status read_width(const struct cli *cli, int *width, struct err *err)
{
    const char *text = cli->args->value[OPT_WIDTH];
    char *end = NULL;
    long n = text ? strtol(text, &end, 10) : config_number(cli->config, SET_WIDTH);

    if ((text && (*end || end == text)) || n < NARROWEST || n > WIDEST) {
        enum status status = err_set(err, STATUS_USAGE, CODE_CLI_CHOICE, NULL, "--width", "40-200");

        err_arg(err, 2, text);
        return status;
    }
    *width = (int)n;
    return STATUS_OK;
}

enum status cli_print(struct cli *cli, struct err *err)
{
    const char *paper = cli->args->value[OPT_PAPER], *path = cli->args->value[OPT_OUTPUT];
    struct snapshot s = SNAPSHOT_INIT;
    struct str text = STR_INIT;
    struct db *db = NULL;
    int width = 76;
    enum status status;

    if (strcmp(cli->args->word[0], "minutes") != 0)
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "print", "minutes MEETING");
    status = read_width(cli, &width, err);
    if (!status)
        status = cli_open(cli, DB_READ, &db, err);
    if (!status)
        status = cli_meeting(cli, db, cli->args->word[1], &s, err);
    if (!status && !paper)
        paper = s.committee.paper ? s.committee.paper : config_text(cli->config, SET_PAPER);
    if (!status)
        status = cli->args->has[OPT_KEPT] ? cli_print_kept(cli, db, &s, &text, err)
                                          : build(cli, &s, paper, width, &text, err);
    if (!status && path)
        status = file_write(path, text.text, text.len_bytes, err);
    else if (!status)
        str_add_bytes(&cli->out, text.text, text.len_bytes);
    str_release(&text);
    snapshot_release(&s);
    db_close(db);
    return status;
}

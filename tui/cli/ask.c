/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi ask: the forms on which the units report.
 */
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/forms.h"

static enum status ask_one(struct cli *cli, const struct asking *a, const char *unit, struct err *err)
{
    const char *path = cli->args->value[OPT_OUTPUT];
    struct str form = STR_INIT;
    size_t rows;
    enum status status = forms_write_one(a, unit, &form, &rows, err);

    if (!status && path)
        status = forms_refuse_existing(path, err);
    if (!status && path)
        status = file_write(path, form.text, form.len_bytes, err);
    else if (!status)
        str_add_bytes(&cli->out, form.text, form.len_bytes);
    str_release(&form);
    return status;
}

enum status cli_ask(struct cli *cli, struct err *err)
{
    const char *unit = cli->args->value[OPT_UNIT];
    struct snapshot s = SNAPSHOT_INIT;
    struct arena arena = ARENA_INIT;
    struct tracked tracked = {NULL, 0};
    const struct asking a = {&s, &tracked, &arena};
    struct db *db = NULL;
    enum status status;

    if (!unit && (!cli->args->has[OPT_OUTPUT] || !*cli->args->value[OPT_OUTPUT]))
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "ask",
                       "MEETING --unit UNIT [-o FILE] | MEETING -o DIRECTORY");
    status = cli_open(cli, DB_READ, &db, err);
    if (!status)
        status = cli_meeting(cli, db, cli->args->word[0], &s, err);
    if (!status && meeting_milestone(&s.meeting, STEP_CONFIRMED))
        status = err_set(err, STATUS_NO, CODE_MEETING_CONFIRMED, NULL, s.meeting.key, NULL);
    if (!status)
        status = tracked_of(&s, &arena, &tracked, err);
    if (!status)
        status = unit ? ask_one(cli, &a, unit, err)
                      : forms_write_all(&a, cli->args->value[OPT_OUTPUT], &cli->out, err);
    snapshot_release(&s);
    arena_release(&arena);
    db_close(db);
    return status;
}

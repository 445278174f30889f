/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi collect: the forms that units filled in, back again: what would change is shown, then stored.
 */
#include "core/cycle/collect.h"

#include "tui/cli/cli.h"
#include "tui/forms.h"
#include "tui/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct collecting {
    struct arena arena;
    struct form *forms;
    size_t n;
    struct snapshot s;
    struct collection *found;
};

static void say(const struct err *err)
{
    struct str text = STR_INIT;

    err_words(err, &text);
    (void)fprintf(stderr, "%s\n", text.text);
    str_release(&text);
}

/* ---- reading -------------------------------------------------------------------------------------- */

static enum status read_form(struct collecting *c, const char *path, struct err *err)
{
    bool big5;
    const enum status status = forms_read(path, &c->arena, &c->forms[c->n], &big5, err);

    if (status)
        return status;
    if (big5)
        (void)fprintf(
            stderr,
            _("yishi: %s 是 Big5（Excel 的「CSV」），已照讀；Big5 沒有的字存檔時已變成「?」，請核對。\n"),
            c->forms[c->n].name);
    c->n++;
    return STATUS_OK;
}

/* All files, so that what is wrong with each is said; ERR the first of them. */
static enum status read_forms(struct cli *cli, struct collecting *c, struct err *err)
{
    enum status first = STATUS_OK;

    for (size_t i = 0; i < cli->args->n; i++) {
        struct err one = {0};
        const enum status status = read_form(c, cli->args->word[i], &one);

        if (status && !first) {
            *err = one;
            first = status;
        } else if (status) {
            say(&one);
        }
    }
    return first;
}

/* The meeting that the first row names. */
static enum status load_meeting(struct cli *cli, struct db *db, struct collecting *c, struct err *err)
{
    const char *meeting = NULL;

    for (size_t i = 0; i < c->n && !meeting; i++)
        meeting = c->forms[i].meeting;
    if (!meeting)
        return err_set(err, STATUS_BAD, CODE_COLLECT_NONE, c->forms[0].name, NULL, NULL);
    return cli_meeting(cli, db, meeting, &c->s, err);
}

/* ---- what would change ---------------------------------------------------------------------------- */

static void say_problems(const struct collection *found, struct err *err)
{
    for (size_t i = 0; i < found->n_problems; i++)
        say(&found->problems[i]);
    (void)fprintf(stderr, _("yishi: %zu 處不符，沒有變更任何資料\n"), found->n_problems + found->more);
    err->code = CODE_NONE;
}

static enum status store(struct cli *cli, struct db *db, struct collecting *c, struct err *err)
{
    struct str label = STR_INIT;
    const struct stamp stamp = {cli->who, cli->when, NULL};
    struct stamp labelled = stamp;
    enum status status;

    str_printf(&label, _("%s 收回單位回報：%zu 筆"), c->s.meeting.key, c->found->n);
    labelled.label = label.text;
    status =
        str_failed(&label) ? err_memory(err) : collect_store(db, &labelled, &c->s, c->found, &c->arena, err);
    str_release(&label);
    return status;
}

static enum status collect(struct cli *cli, struct db *db, struct collecting *c, struct err *err)
{
    const bool dry = cli->args->has[OPT_DRY_RUN];
    enum status status = load_meeting(cli, db, c, err);

    if (status)
        return status;
    status = collect_check(&c->s, c->forms, c->n, cli->today, forms_outline, &c->arena, c->found, err);
    if (status == STATUS_BAD && c->found->n_problems)
        say_problems(c->found, err);
    if (status)
        return status;
    for (size_t i = 0; i < c->found->n; i++)
        forms_change_words(&cli->out, &c->found->v[i]);
    if (!dry && c->found->n)
        status = store(cli, db, c, err);
    if (status)
        return status;
    str_printf(&cli->out, _("%s：變更 %zu 筆，相同 %zu 筆，未填 %zu 筆。"), c->s.meeting.key, c->found->n,
               c->found->same, c->found->blank);
    str_printf(&cli->out, "%s\n",
               !c->found->n ? _("沒有要變更的。")
               : dry        ? _("只是預覽，沒有存入。")
                            : _("已存入。"));
    return STATUS_OK;
}

enum status cli_collect(struct cli *cli, struct err *err)
{
    struct collecting c = {.arena = ARENA_INIT, .s = SNAPSHOT_INIT};
    struct db *db = NULL;
    enum status status = STATUS_OK;

    c.forms = arena_take(&c.arena, cli->args->n * sizeof *c.forms);
    c.found = arena_take(&c.arena, sizeof *c.found);
    if (!c.forms || !c.found)
        status = err_memory(err);
    if (!status)
        status = read_forms(cli, &c, err);
    if (!status)
        status = cli_open(cli, cli->args->has[OPT_DRY_RUN] ? DB_READ : DB_WRITE, &db, err);
    if (!status)
        status = collect(cli, db, &c, err);
    snapshot_release(&c.s);
    arena_release(&c.arena);
    db_close(db);
    return status;
}

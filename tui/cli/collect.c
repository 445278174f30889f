/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi collect: the forms that units filled in, back again: what would change is shown, then stored.
 */
#include "core/cycle/collect.h"

#include "core/base/text.h"
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/editor/numbering.h"
#include "tui/widgets/editor/paste.h"
#include "tui/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MIB = 64 };

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

/* ---- a cell as paragraphs, as if it had been pasted ----------------------------------------------- */

static enum status add_paragraph(struct outline *out, const struct para_look *look, const struct piece *piece,
                                 struct arena *arena, struct err *err)
{
    struct node *node = &out->v[out->n];

    entity_defaults(&node_entity, node);
    node->level = look->level;
    node->plain = look->plain;
    node->text = arena_text(arena, piece->text, piece->len_bytes);
    out->n++;
    return node->text ? STATUS_OK : err_memory(err);
}

static enum status read_outline(const char *text, struct arena *arena, struct outline *out, struct err *err)
{
    const struct paste_where where = {.look = {.level = 0}, .levels = OUTLINE_LEVELS, .numbers = true};
    struct pasted pasted = {.text = STR_INIT};
    struct pieces pieces;
    struct piece piece;
    enum status status = STATUS_OK;

    *out = (struct outline){NULL, 0};
    if (!paste_outline(&pasted, text, strlen(text), &where) || str_failed(&pasted.text))
        status = err_memory(err);
    if (!status) {
        out->v = arena_take(arena,
                            (fragment_breaks(pasted.text.text, pasted.text.len_bytes) + 1) * sizeof *out->v);
        status = out->v ? STATUS_OK : err_memory(err);
    }
    pieces = fragment_pieces(pasted.text.text, pasted.text.len_bytes);
    while (!status && fragment_next(&pieces, &piece))
        status = add_paragraph(out, piece.begins ? &piece.look : &pasted.first, &piece, arena, err);
    str_release(&pasted.text);
    return status;
}

/* ---- reading -------------------------------------------------------------------------------------- */

static enum status read_form(struct collecting *c, const char *path, struct err *err)
{
    struct str text = STR_INIT, shown = STR_INIT;
    const char *name;
    struct csv csv;
    enum status status = file_read(path, (size_t)FILE_MIB << 20, &text, err);

    text_show(&shown, path, strlen(path)); /* a file may be called anything */
    name = arena_text(&c->arena, shown.text, shown.len_bytes);
    if (!status && (str_failed(&shown) || !name))
        status = err_memory(err);
    if (!status)
        status = csv_read(name, text.text, text.len_bytes, &c->arena, &csv, err);
    if (!status)
        status = form_read(name, &csv, &c->arena, &c->forms[c->n], err);
    c->n += !status;
    str_release(&text);
    str_release(&shown);
    return status;
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

static void add_lines(struct str *out, const char *mark, const struct outline *outline)
{
    struct str text = STR_INIT;

    form_outline(&text, outline);
    for (const char *line = text.text; *line;) {
        const size_t n = strcspn(line, "\n");

        str_printf(out, "    %s ", mark);
        text_show(out, line, n);
        str_add(out, "\n");
        line += n + (line[n] == '\n');
    }
    out->failed = out->failed || text.failed;
    str_release(&text);
}

static void add_recommendation(struct str *out, const char *mark, int ruling)
{
    if (ruling != UNKNOWN)
        str_printf(out, _("    %s 建議：%s\n"), mark, label_choice(&ruling_choices, ruling));
}

static void add_change(struct str *out, const struct collected *one)
{
    str_printf(out, "%s  %s  %s\n", one->resolution->key, one->report.unit,
               one->old ? _("修改回報") : _("新回報"));
    if (one->old) {
        add_lines(out, "-", &one->old->progress);
        add_recommendation(out, "-", one->old->recommendation);
    }
    add_lines(out, "+", &one->report.progress);
    add_recommendation(out, "+", one->report.recommendation);
}

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
    status = collect_check(&c->s, c->forms, c->n, cli->today, read_outline, &c->arena, c->found, err);
    if (status == STATUS_BAD && c->found->n_problems)
        say_problems(c->found, err);
    if (status)
        return status;
    for (size_t i = 0; i < c->found->n; i++)
        add_change(&cli->out, &c->found->v[i]);
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

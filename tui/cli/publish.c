/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi publish: the publication package. What somebody must decide first is listed, a line each.
 */
#include "core/publish/publication.h"

#include "core/cycle/gate.h"
#include "tui/cli/cli.h"
#include "tui/screens/meeting/gate.h"
#include "tui/screens/shared/finding_words.h"
#include "tui/words.h"

#include <stdio.h>
#include <string.h>

/* What is left to be done about it, for who types commands. */
static void add_advice(const struct publish_finding *f, struct str *out)
{
    const char *const keep = finding_choice_words(f->kind, PUBLISH_KEEP);
    const char *const redact = finding_choice_words(f->kind, PUBLISH_REDACT);

    if (f->choice != UNKNOWN)
        str_printf(out, "%s", finding_choice_words(f->kind, f->choice));
    else if (f->kind == PUBLISH_FILE_MISSING)
        str_printf(out, _("尚未決定：放好檔案，或 --redact %s %s"), f->id, redact);
    else
        str_printf(out, _("尚未決定：--keep %s %s，或 --redact %s %s"), f->id, keep, f->id, redact);
}

/* "1f2e3d4c  案由一 說明：電話：請洽【02-…】 → 尚未決定：…" */
static void add_finding(const struct publication *p, const struct style *style,
                        const struct publish_finding *f, struct str *out)
{
    struct str place = STR_INIT, text = STR_INIT, advice = STR_INIT;

    finding_place_words(p, style, f, &place);
    finding_text_words(f, &text);
    add_advice(f, &advice);
    str_printf(out, _("%s  %s：%s：%s → %s\n"), f->id, place.text, finding_kind_words(f->kind), text.text,
               advice.text);
    out->failed |= str_failed(&place) || str_failed(&text) || str_failed(&advice);
    str_release(&place);
    str_release(&text);
    str_release(&advice);
}

static void add_findings(const struct publication *p, const struct style *style, bool all, struct str *out)
{
    for (size_t i = 0; i < p->findings.n; i++)
        if (all || p->findings.v[i].choice == UNKNOWN)
            add_finding(p, style, &p->findings.v[i], out);
}

/* What the gate of the publish step would say: reminders here, since scripts publish old records as well. */
static enum status remind(struct cli *cli, const struct publication *p, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct reasons reasons = {NULL, 0, 0};
    enum status status =
        gate_reasons(&p->s, GATE_PUBLISH, &office_calendar_shipped, cli->today, &arena, &reasons, err);

    for (size_t i = 0; i < reasons.n && !status; i++) {
        struct str words = STR_INIT;

        reason_words(&reasons.v[i], &words);
        (void)fprintf(stderr, _("提醒：%s\n"), words.text);
        str_release(&words);
    }
    arena_release(&arena);
    return status;
}

/* The files, each with its size, and every finding. */
static enum status preview(struct cli *cli, const struct publication *p, const struct style *style,
                           struct err *err)
{
    struct package_items items;
    enum status status = package_items_make(&p->copy, style, p->beside.text, &items, err);

    for (size_t i = 0; i < items.n && !status; i++) {
        if (items.v[i].from)
            str_printf(&cli->out, "%s  ← %s\n", items.v[i].name, items.v[i].from);
        else
            str_printf(&cli->out, _("%s  %zu 位元組\n"), items.v[i].name, items.v[i].len_bytes);
    }
    if (!status) {
        str_add(&cli->out, "manifest.json\n");
        add_findings(p, style, true, &cli->out);
        if (p->findings.undecided)
            str_printf(&cli->out, _("只是預覽，沒有寫出。還有 %zu 處沒有決定。\n"), p->findings.undecided);
        else
            str_add(&cli->out, _("只是預覽，沒有寫出。\n"));
    }
    package_items_release(&items);
    return status ? status : p->findings.undecided ? STATUS_NO : STATUS_OK;
}

static enum status write_package(struct cli *cli, struct db *db, struct publication *p,
                                 const struct style *style, struct err *err)
{
    const char *path = cli->args->word[1];
    struct str label = STR_INIT, undecided = STR_INIT;
    struct stamp stamp = {cli->who, cli->when, NULL};
    const struct publishing how = {&stamp, cli->today};
    enum status status;

    str_printf(&label, _("%s：公開前的決定"), p->s.meeting.key);
    stamp.label = label.text;
    status = str_failed(&label) ? err_memory(err) : package_check_place(path, err);
    if (!status)
        status = publish_store_answers(db, &stamp, &p->s, &p->findings, err);
    if (!status && p->findings.undecided) {
        add_findings(p, style, false, &undecided);
        (void)fprintf(stderr, "%s", undecided.text);
    }
    str_clear(&label);
    str_printf(&label, _("%s：寫出公開資料夾"), p->s.meeting.key);
    stamp.label = label.text;
    if (!status)
        status = publication_write(db, p, style, &how, path, err);
    if (!status)
        str_printf(&cli->out, _("已寫出公開資料夾 %s\n"), path);
    str_release(&label);
    str_release(&undecided);
    return status;
}

static enum status load_style(struct cli *cli, struct db *db, int64_t meeting_id, struct style **style,
                              struct err *err)
{
    const char *paper = cli->args->value[OPT_PAPER];
    struct snapshot s = SNAPSHOT_INIT;
    enum status status = snapshot_load_meeting(db, meeting_id, &s, err);

    if (!status && !paper)
        paper = s.committee.paper ? s.committee.paper : config_text(cli->config, SET_PAPER);
    if (!status)
        status = style_load(paper, style, err);
    snapshot_release(&s);
    return status;
}

enum status cli_publish(struct cli *cli, struct err *err)
{
    const struct args *args = cli->args;
    const struct publish_answers answers = {args->value[OPT_KEEP], args->value[OPT_REDACT]};
    const bool dry = args->has[OPT_DRY_RUN];
    struct publication p = {.arena = ARENA_INIT, .beside = STR_INIT};
    struct style *style = NULL;
    struct db *db = NULL;
    int64_t id = 0;
    enum status status;

    if (!dry && args->n < 2)
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "publish",
                       "publish MEETING DIR | publish MEETING --dry-run");
    status = cli_open(cli, dry ? DB_READ : DB_WRITE, &db, err);
    if (!status)
        status = cli_meeting_id(cli, db, args->word[0], &id, err);
    if (!status)
        status = load_style(cli, db, id, &style, err);
    if (!status)
        status = publication_open(db, id, style, &answers, &p, err);
    if (!status)
        status = remind(cli, &p, err);
    if (!status)
        status = dry ? preview(cli, &p, style, err) : write_package(cli, db, &p, style, err);
    publication_release(&p);
    style_free(style);
    db_close(db);
    return status;
}

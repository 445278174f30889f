/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi meetings, workday, verify: lists and answers, a line each.
 */
#include "core/base/text.h"
#include "core/calendar/workday.h"
#include "core/cycle/desk.h"
#include "core/verify/verify.h"
#include "db/seal.h"
#include "tui/cli/cli.h"
#include "tui/cli/sentence.h"
#include "tui/screens/shared/label.h"
#include "tui/words.h"

#include <stdlib.h>
#include <string.h>

static void short_date(const char *iso, struct str *out)
{
    struct moment moment = {.minutes = 0};

    if (!iso || (!moment_parse_iso(iso, &moment) && !date_parse_iso(iso, &moment.date)))
        text_pad(out, "-", 9, TEXT_LEFT, &text_paper);
    else
        moment_format(out, "{Y}/{mm}/{dd}", moment);
}

/* With several committees the key stands before the id, as the commands take it. */
static enum status list_committee(struct db *db, const struct committee_line *c, bool several,
                                  struct str *out, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct meeting_lines lines = {NULL, 0};
    struct committee committee;
    struct members members = {NULL, 0};
    struct resolutions resolutions = {NULL, 0};
    enum status status = committee_load(db, c->id, &arena, &committee, &members, err);

    if (!status)
        status = resolutions_load(db, c->id, &arena, &resolutions, err);
    if (!status)
        status = meeting_list(db, c->id, &arena, &lines, err);

    for (size_t i = 0; i < lines.n && !status; i++) {
        struct meeting_line *line = &lines.v[i];
        struct str name = STR_INIT;

        status = meeting_line_fill(db, &committee, &members, &resolutions, line, err);
        if (several)
            str_printf(out, "%s:", c->key);
        text_pad(out, line->key, 8, TEXT_LEFT, &text_paper);
        str_add(out, "  ");
        short_date(line->start, out);
        str_printf(out, "  %s", meeting_state_words(line));
        label_meeting_key(&name, line->key, line->title);
        str_printf(out, "  %s", name.text);
        if (line->place)
            str_printf(out, "  %s", line->place);
        str_add(out, "\n");
        str_release(&name);
    }
    arena_release(&arena);
    return status;
}

enum status cli_meetings(struct cli *cli, struct err *err)
{
    const char *key = cli->args->value[OPT_COMMITTEE];
    struct arena arena = ARENA_INIT;
    struct committee_lines committees = {NULL, 0};
    struct committee_line one;
    struct db *db = NULL;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status)
        status = committee_list(db, &arena, &committees, err);
    if (!status && key)
        status = cli_committee(cli, db, key, &one, &arena, err);
    for (size_t i = 0; i < committees.n && !status; i++)
        if (!key || text_same(key, committees.v[i].key))
            status = list_committee(db, &committees.v[i], committees.n > 1, &cli->out, err);
    arena_release(&arena);
    db_close(db);
    return status;
}

enum status cli_workday(struct cli *cli, struct err *err)
{
    const struct office_calendar *calendar = &office_calendar_shipped;
    struct date today = {0}, from, to;
    enum code code = CODE_DATE_FORM;
    bool provisional = false;
    char *end, iso[11];
    long n = strtol(cli->args->word[1], &end, 10);

    (void)date_parse_iso(cli->today, &today);
    if (!date_typed(cli->args->word[0], today, &from, &code))
        return err_set(err, STATUS_BAD, code, NULL, cli->args->word[0], NULL);
    if (end == cli->args->word[1] || *end || n < -100000 || n > 100000)
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "workday", "workday DATE ±N");
    to = workday_add(calendar, from, (int)n, &provisional);
    if (!date_valid(to))
        return err_set(err, STATUS_BAD, CODE_DATE_FORM, NULL, cli->args->word[1], NULL);
    date_iso(iso, to);
    str_printf(&cli->out, "%s  ", iso);
    moment_format(&cli->out, _("{Y}年{m}月{d}日(星期{w})"), (struct moment){to, 0});
    if (provisional)
        str_add(&cli->out, _("  （暫定：辦公日曆表未涵蓋該年，僅以週一至週五計）"));
    str_add(&cli->out, "\n");
    return STATUS_OK;
}

/* Whether a seal that stands on paper is one of the journal's: whoever made the chain anew has others. */
static enum status find_seal(struct cli *cli, struct db *db, const char *seal, struct err *err)
{
    int64_t id = 0;
    char at[25] = "";
    enum status status;

    if (!sha256_is(seal))
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "verify", "verify [--seal SHA256]");
    status = seal_find(db, seal, &id, at, err);
    if (status == STATUS_MISSING)
        status = err->status = STATUS_NO;
    if (!status)
        str_printf(&cli->out, _("封印相符：第 %lld 次異動，%s\n"), (long long)id, at);
    return status;
}

enum status cli_verify(struct cli *cli, struct err *err)
{
    const char *key = cli->args->value[OPT_COMMITTEE];
    struct arena arena = ARENA_INIT;
    struct findings findings = {NULL, 0, 0};
    char head[SHA256_TEXT] = "";
    struct committee_line committee = {.id = 0};
    struct db *db = NULL;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status && key)
        status = cli_committee(cli, db, key, &committee, &arena, err);
    if (!status && cli->args->has[OPT_SEAL])
        status = find_seal(cli, db, cli->args->value[OPT_SEAL], err);
    if (!status)
        status = verify_all(db, committee.id, &office_calendar_shipped, cli->today, &arena, &findings, err);
    for (size_t i = 0; i < findings.n && !status; i++) {
        str_printf(&cli->out, "%s  ", findings.v[i].warning ? _("提醒") : _("不符"));
        finding_words(&findings.v[i], &cli->out);
        str_add(&cli->out, "\n");
    }
    if (!status)
        status = seal_head(db, head, err);
    if (!status && *head)
        str_printf(&cli->out, _("封印  %s\n"), head);
    if (!status) {
        str_printf(&cli->out, _("檢核完成：不符 %zu 項，提醒 %zu 項\n"), findings.n - findings.warnings,
                   findings.warnings);
        status = findings.n > findings.warnings ? STATUS_NO : STATUS_OK;
    }
    arena_release(&arena);
    db_close(db);
    return status;
}

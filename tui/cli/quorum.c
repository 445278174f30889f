/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi quorum: the one number, as text or JSON.
 */
#include "tui/cli/cli.h"
#include "tui/screens/shared/label.h"
#include "tui/words.h"

#include <string.h>

static const char *doubt_words(enum quorum_doubt doubt)
{
    switch (doubt) {
    case DOUBT_NO_RULE:
        return _("委員會未訂開會規則");
    case DOUBT_NO_MEMBERS:
        return _("會議當日沒有在任委員");
    case DOUBT_NO_ATTENDANCE:
        return _("未記錄出席");
    case DOUBT_KIND:
        return _("有委員未註明機關代表或民間代表");
    case DOUBT_NONE:
        break;
    }
    return "";
}

void quorum_words(const struct quorum *q, const struct rule *rule, struct str *out)
{
    const char *clause = quorum_clause(rule);

    str_printf(out, _("應出席 %d 人，出席 %d 人"), q->in_office, q->present);
    if (q->delegates || q->online)
        str_printf(out, _("（代理 %d、視訊 %d）"), q->delegates, q->online);
    if (rule && q->needed != UNKNOWN) {
        str_printf(out, _("，門檻 %d 人（"), q->needed);
        label_share(out, rule);
        str_add(out, _("）"));
    }
    str_add(out, "\n");
    str_printf(out, _("民間代表出席 %d 人"), q->civil);
    if (q->civil_needed != UNKNOWN)
        str_printf(out, _("，門檻 %d 人"), q->civil_needed);
    str_add(out, "\n");
    if (clause)
        str_printf(out, _("依據：%s\n"), label_clause(clause));
    if (q->verdict == QUORUM_UNKNOWN)
        str_printf(out, _("結果：無法判斷（%s）\n"), doubt_words(q->doubt));
    else
        str_printf(out, _("結果：%s\n"), q->verdict == QUORUM_MET ? _("成會") : _("未達法定人數"));
}

static void add_figure(struct str *out, const char *key, int value)
{
    if (value == UNKNOWN)
        str_printf(out, "  \"%s\": null,\n", key);
    else
        str_printf(out, "  \"%s\": %d,\n", key, value);
}

static const char *const doubt_codes[] = {"", "no-rule", "no-members", "no-attendance", "kind"};

static void add_json(const struct snapshot *s, const struct quorum *q, const char *at, struct str *out)
{
    const char *clause = quorum_clause(s->rule);

    str_printf(out, "{\n  \"meeting\": \"%s\",\n", s->meeting.key);
    if (at)
        str_printf(out, "  \"at\": \"%s\",\n", at);
    add_figure(out, "in_office", q->in_office);
    add_figure(out, "present", q->present);
    add_figure(out, "delegates", q->delegates);
    add_figure(out, "online", q->online);
    add_figure(out, "needed", q->needed);
    add_figure(out, "civil", q->civil);
    add_figure(out, "civil_needed", q->civil_needed);
    if (clause)
        str_printf(out, "  \"clause\": \"%s\",\n", clause);
    else
        str_add(out, "  \"clause\": null,\n");
    if (q->verdict == QUORUM_UNKNOWN)
        str_printf(out, "  \"met\": null,\n  \"unknown\": \"%s\"\n}\n", doubt_codes[q->doubt]);
    else
        str_printf(out, "  \"met\": %s\n}\n", q->verdict == QUORUM_MET ? "true" : "false");
}

enum status cli_quorum(struct cli *cli, struct err *err)
{
    const char *at = cli->args->value[OPT_AT], *format = cli->args->value[OPT_FORMAT];
    struct snapshot s = SNAPSHOT_INIT;
    struct db *db = NULL;
    struct quorum q;
    int minutes = -1;
    enum status status;

    if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0) {
        status = err_set(err, STATUS_USAGE, CODE_CLI_CHOICE, NULL, "--format", "text|json");
        err_arg(err, 2, format);
        return status;
    }
    if (at && !time_parse_iso(at, &minutes))
        return err_set(err, STATUS_USAGE, CODE_TIME_FORM, NULL, at, NULL);
    status = cli_open(cli, DB_READ, &db, err);
    if (!status)
        status = cli_meeting(cli, db, cli->args->word[0], &s, err);
    if (!status) {
        q = snapshot_quorum(&s, minutes, NULL);
        if (format && strcmp(format, "json") == 0)
            add_json(&s, &q, at, &cli->out);
        else
            quorum_words(&q, s.rule, &cli->out);
        status = q.verdict == QUORUM_MET ? STATUS_OK : STATUS_NO;
    }
    snapshot_release(&s);
    db_close(db);
    return status;
}

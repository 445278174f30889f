/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi quorum: the one number, as text or JSON; and when it was lost.
 */
#include "tui/cli/cli.h"
#include "tui/screens/shared/label.h"
#include "tui/words.h"

#include <string.h>

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
        str_printf(out, _("結果：無法判斷（%s）\n"), label_doubt(q->doubt));
    else
        str_printf(out, _("結果：%s\n"), q->verdict == QUORUM_MET ? _("成會") : _("未達法定人數"));
}

static void add_figure(struct str *out, const char *key, int value)
{
    if (value == UNKNOWN)
        str_printf(out, "\"%s\": null", key);
    else
        str_printf(out, "\"%s\": %d", key, value);
}

/* The figures and the verdict, with BETWEEN before each but the first. */
static void add_json(const struct quorum *q, const char *clause, const char *between, struct str *out)
{
    static const char *const doubt_codes[] = {"", "no-rule", "no-members", "no-attendance", "kind"};
    const struct {
        const char *key;
        int value;
    } figures[] = {{"in_office", q->in_office},
                   {"present", q->present},
                   {"delegates", q->delegates},
                   {"online", q->online},
                   {"needed", q->needed},
                   {"civil", q->civil},
                   {"civil_needed", q->civil_needed}};

    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        str_add(out, i ? between : "");
        add_figure(out, figures[i].key, figures[i].value);
    }
    str_printf(out, clause ? "%s\"clause\": \"%s\"" : "%s\"clause\": null", between, clause ? clause : "");
    if (q->verdict == QUORUM_UNKNOWN)
        str_printf(out, "%s\"met\": null%s\"unknown\": \"%s\"", between, between, doubt_codes[q->doubt]);
    else
        str_printf(out, "%s\"met\": %s", between, q->verdict == QUORUM_MET ? "true" : "false");
}

/* ---- at one moment -------------------------------------------------------------------------------- */

static enum status tell_one(struct cli *cli, const struct snapshot *s, const char *at, int minutes, bool json)
{
    const struct quorum q = snapshot_quorum(s, minutes, NULL);

    if (json) {
        str_printf(&cli->out, "{\n  \"meeting\": \"%s\",\n  ", s->meeting.key);
        if (at)
            str_printf(&cli->out, "\"at\": \"%s\",\n  ", at);
        add_json(&q, quorum_clause(s->rule), ",\n  ", &cli->out);
        str_add(&cli->out, "\n}\n");
    } else {
        quorum_words(&q, s->rule, &cli->out);
    }
    return q.verdict == QUORUM_MET ? STATUS_OK : STATUS_NO;
}

/* ---- all of them ---------------------------------------------------------------------------------- */

static void moment_time(const struct quorum_moment *moment, char out[TIME_ISO_SIZE])
{
    out[0] = '\0';
    if (moment->minutes >= 0)
        time_iso(out, moment->minutes);
}

static void moment_words(const struct quorum_moment *moment, struct str *out)
{
    const struct quorum *q = &moment->q;
    char time[TIME_ISO_SIZE];

    moment_time(moment, time);
    str_printf(out, _("%s 起　出席 %d/%d"), *time ? time : "--:--", q->present, q->in_office);
    if (q->needed != UNKNOWN)
        str_printf(out, _("（門檻 %d）"), q->needed);
    str_printf(out, _("　民間代表 %d"), q->civil);
    if (q->civil_needed != UNKNOWN)
        str_printf(out, _("（門檻 %d）"), q->civil_needed);
    str_printf(out, "  %s\n",
               q->verdict == QUORUM_UNKNOWN ? label_doubt(q->doubt)
               : q->verdict == QUORUM_MET   ? _("成會")
                                            : _("未達法定人數"));
}

static void moments_json(const struct snapshot *s, const struct quorum_moments *moments, struct str *out)
{
    char time[TIME_ISO_SIZE];

    str_printf(out, "{\n  \"meeting\": \"%s\",\n  \"moments\": [", s->meeting.key);
    for (size_t i = 0; i < moments->n; i++) {
        moment_time(&moments->v[i], time);
        str_add(out, i ? ",\n    {" : "\n    {");
        str_printf(out, *time ? "\"at\": \"%s\", " : "\"at\": null%s, ", time);
        add_json(&moments->v[i].q, quorum_clause(s->rule), ", ", out);
        str_add_char(out, '}');
    }
    str_add(out, moments->n ? "\n  ]\n}\n" : "]\n}\n");
}

/* Since the opening each moment at which there was a quorum or there was none any more. */
static enum status tell_all(struct cli *cli, const struct snapshot *s, bool json, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct quorum_moments moments;
    enum status status = quorum_moments(&s->meeting, s->rule, &arena, &moments, err);

    if (!status && json)
        moments_json(s, &moments, &cli->out);
    if (!status && !json && !moments.n)
        str_printf(&cli->out, _("結果：無法判斷（%s）\n"), label_doubt(DOUBT_NO_ATTENDANCE));
    for (size_t i = 0; i < moments.n && !json; i++)
        moment_words(&moments.v[i], &cli->out);
    if (!status && !moments.n)
        status = STATUS_NO;
    for (size_t i = 0; i < moments.n && !status; i++)
        if (moments.v[i].q.verdict != QUORUM_MET)
            status = STATUS_NO;
    arena_release(&arena);
    return status;
}

enum status cli_quorum(struct cli *cli, struct err *err)
{
    const char *at = cli->args->value[OPT_AT], *format = cli->args->value[OPT_FORMAT];
    const bool all = cli->args->has[OPT_ALL], json = format && strcmp(format, "json") == 0;
    struct snapshot s = SNAPSHOT_INIT;
    struct db *db = NULL;
    int minutes = -1;
    enum status status;

    if (format && strcmp(format, "text") != 0 && !json) {
        status = err_set(err, STATUS_USAGE, CODE_CLI_CHOICE, NULL, "--format", "text|json");
        err_arg(err, 2, format);
        return status;
    }
    if (at && all)
        return err_set(err, STATUS_USAGE, CODE_CLI_OPTION, NULL, "quorum --all", "--at");
    if (at && !time_parse_iso(at, &minutes))
        return err_set(err, STATUS_USAGE, CODE_TIME_FORM, NULL, at, NULL);
    status = cli_open(cli, DB_READ, &db, err);
    if (!status)
        status = cli_meeting(cli, db, cli->args->word[0], &s, err);
    if (!status)
        status = all ? tell_all(cli, &s, json, err) : tell_one(cli, &s, at, minutes, json);
    snapshot_release(&s);
    db_close(db);
    return status;
}

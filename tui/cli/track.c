/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi track: the register of tracked decisions, for people, spreadsheets and programs.
 */
#include "core/base/csv.h"
#include "core/base/text.h"
#include "core/cycle/desk.h"
#include "core/tracking/form.h"
#include "core/tracking/reporting.h"
#include "tui/cli/cli.h"
#include "tui/cli/sentence.h"
#include "tui/screens/tracking/register.h"
#include "tui/words.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct track {
    struct arena arena;
    struct resolutions all;
    struct meeting_lines meetings;
    const struct resolution **v; /* those that are wanted, in order */
    size_t n;
    struct date today;
    const char *today_iso;
};

static int days_of(const struct track *t, const struct resolution *r)
{
    return resolution_open(r) ? tracking_days(r, &t->meetings, t->today) : UNKNOWN;
}

/* TEXT in one line, safe on a terminal. */
static void add_in_line(struct str *out, const char *text)
{
    const char *line = text;

    while (*line) {
        const size_t n = strcspn(line, "\n");

        text_show(out, line, n);
        line += n;
        if (*line) {
            str_add_char(out, ' ');
            line++;
        }
    }
}

/* ---- for people ----------------------------------------------------------------------------------- */

static void add_due(struct str *out, const struct resolution *r)
{
    const char *due = resolution_due(r);
    struct moment moment = {.minutes = -1};
    struct str text = STR_INIT;

    if (due && date_parse_iso(due, &moment.date))
        moment_format(&text, "{Y}/{mm}/{dd}", moment);
    text_pad(out, text.len_bytes ? text.text : "-", 9, TEXT_LEFT, &text_paper);
    str_release(&text);
}

static void add_line(const struct track *t, const struct resolution *r, struct str *out)
{
    const int days = days_of(t, r);
    struct str text = STR_INIT;

    text_pad(out, r->key, 10, TEXT_LEFT, &text_paper);
    str_printf(out, "  %s  ", track_state_words(r, t->today_iso));
    add_due(out, r);
    str_printf(out, _("  %zu次"), r->rounds.n);
    if (days >= 0)
        str_printf(out, _("  %d日"), days);
    str_add(out, "  ");
    tracking_units(&text, r->units.v, r->units.n);
    if (r->assisting.n) {
        str_add(&text, _("（協辦 "));
        tracking_units(&text, r->assisting.v, r->assisting.n);
        str_add(&text, _("）"));
    }
    add_in_line(out, text.len_bytes ? text.text : "-");
    str_clear(&text);
    form_outline(&text, &r->instruction);
    str_add(out, "  ");
    add_in_line(out, text.text);
    str_clear(&text);
    form_source(&text, r);
    if (text.len_bytes) {
        str_add(out, _("（"));
        add_in_line(out, text.text);
        str_add(out, _("）"));
    }
    str_add(out, "\n");
    out->failed = out->failed || text.failed;
    str_release(&text);
}

/* ---- for spreadsheets: the headings are the file's, the same in every language --------------------- */

enum {
    CELL_KEY,
    CELL_STATE,
    CELL_SOURCE,
    CELL_INSTRUCTION,
    CELL_UNITS,
    CELL_ASSISTING,
    CELL_DUE,
    CELL_ROUNDS,
    CELL_DAYS,
    CELL_DUES,
    CELLS
};

static const char *const headings[CELLS] = {"案號", "狀態", "來源",     "裁示事項", "主辦",
                                            "協辦", "期限", "報告次數", "日數",     "歷次期限"};

/* The state as a code: that of the ruling, or whether it is open. */
static const char *state_code(const struct track *t, const struct resolution *r)
{
    if (!resolution_open(r))
        return ruling_choices.codes[resolution_ruling(r)];
    return resolution_overdue(r, t->today_iso) ? "overdue" : "open";
}

static void add_csv(const struct track *t, const struct resolution *r, struct str *out)
{
    const int days = days_of(t, r);
    const char *cells[CELLS];
    struct str texts[CELLS];

    for (int i = 0; i < CELLS; i++)
        str_init(&texts[i]);
    str_add(&texts[CELL_KEY], r->key);
    str_add(&texts[CELL_STATE], state_code(t, r));
    form_source(&texts[CELL_SOURCE], r);
    form_outline(&texts[CELL_INSTRUCTION], &r->instruction);
    for (size_t i = 0; i < r->units.n; i++)
        str_printf(&texts[CELL_UNITS], "%s%s", i ? "、" : "", r->units.v[i].name);
    for (size_t i = 0; i < r->assisting.n; i++)
        str_printf(&texts[CELL_ASSISTING], "%s%s", i ? "、" : "", r->assisting.v[i].name);
    str_add(&texts[CELL_DUE], resolution_due(r));
    str_printf(&texts[CELL_ROUNDS], "%zu", r->rounds.n);
    if (days >= 0)
        str_printf(&texts[CELL_DAYS], "%d", days);
    str_add(&texts[CELL_DUES], r->due);
    for (size_t i = 0; i < r->rounds.n; i++)
        if (r->rounds.v[i].due)
            str_printf(&texts[CELL_DUES], "%s%s", texts[CELL_DUES].len_bytes ? "→" : "", r->rounds.v[i].due);
    for (int i = 0; i < CELLS; i++) {
        cells[i] = texts[i].text;
        out->failed = out->failed || texts[i].failed;
    }
    csv_add_row(out, cells, CELLS);
    for (int i = 0; i < CELLS; i++)
        str_release(&texts[i]);
}

/* ---- for programs --------------------------------------------------------------------------------- */

/* null for NULL and for what another tool wrote that is no UTF-8. */
static json_t *json_of(const char *text)
{
    json_t *value = text ? json_string(text) : NULL;

    return value ? value : json_null();
}

static json_t *json_units(const struct unit *v, size_t n)
{
    json_t *list = json_array();

    for (size_t i = 0; list && i < n; i++)
        if (json_array_append_new(list, json_of(v[i].name))) {
            json_decref(list);
            list = NULL;
        }
    return list;
}

/* The due date that it began with (meeting null), and each that a meeting gave it since. */
static json_t *json_dues(const struct resolution *r)
{
    json_t *list = json_array();
    bool whole = list != NULL;

    if (whole && r->due)
        whole = json_array_append_new(list, json_pack("{s:o, s:n}", "due", json_of(r->due), "meeting")) == 0;
    for (size_t i = 0; i < r->rounds.n && whole; i++)
        if (r->rounds.v[i].due)
            whole = json_array_append_new(list, json_pack("{s:o, s:o}", "due", json_of(r->rounds.v[i].due),
                                                          "meeting", json_of(r->rounds.v[i].meeting))) == 0;
    if (!whole) {
        json_decref(list);
        list = NULL;
    }
    return list;
}

static json_t *json_decision(const struct track *t, const struct resolution *r)
{
    const int days = days_of(t, r);
    struct str text = STR_INIT;
    json_t *value;

    form_outline(&text, &r->instruction);
    value =
        json_pack("{s:o, s:s, s:b, s:{s:o, s:o, s:o, s:o}, s:o, s:o, s:o, s:o, s:o, s:o, s:I, s:o}", "key",
                  json_of(r->key), "state", state_code(t, r), "open", (int)resolution_open(r), "source",
                  "meeting", json_of(r->meeting), "ref", json_of(r->ref), "text", json_of(r->source_text),
                  "date", json_of(tracking_decided_on(r, &t->meetings)), "instruction",
                  str_failed(&text) ? NULL : json_of(text.text), "units", json_units(r->units.v, r->units.n),
                  "assisting", json_units(r->assisting.v, r->assisting.n), "due", json_of(resolution_due(r)),
                  "dues", json_dues(r), "after", json_of(r->after), "rounds", (json_int_t)r->rounds.n, "days",
                  days >= 0 ? json_integer(days) : json_null());
    str_release(&text);
    return value;
}

static enum status add_json(const struct track *t, struct str *out, struct err *err)
{
    json_t *list = json_array();
    bool whole = list != NULL;
    char *text = NULL;

    for (size_t i = 0; i < t->n && whole; i++)
        whole = json_array_append_new(list, json_decision(t, t->v[i])) == 0;
    if (whole)
        text = json_dumps(list, JSON_INDENT(2));
    if (text)
        str_printf(out, "%s\n", text);
    json_decref(list);
    free(text);
    return text ? STATUS_OK : err_memory(err);
}

/* ---- the command ---------------------------------------------------------------------------------- */

/* The place of an option's value among WORDS, which are listed as NAMES; the first without the option. */
static enum status choose(const struct cli *cli, enum option option, const char *name,
                          const char *const *words, int n, const char *names, int *out, struct err *err)
{
    const char *value = cli->args->value[option];

    *out = 0;
    for (int i = 0; value && i < n; i++)
        if (strcmp(value, words[i]) == 0) {
            *out = i;
            return STATUS_OK;
        }
    if (value) {
        (void)err_set(err, STATUS_USAGE, CODE_CLI_CHOICE, NULL, name, names);
        err_arg(err, 2, value);
    }
    return value ? STATUS_USAGE : STATUS_OK;
}

static enum status load(struct cli *cli, struct track *t, struct err *err)
{
    struct committee_line committee;
    struct db *db = NULL;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status)
        status = cli_committee(cli, db, NULL, &committee, &t->arena, err);
    if (!status)
        status = resolutions_load(db, committee.id, &t->arena, &t->all, err);
    if (!status)
        status = meeting_list(db, committee.id, &t->arena, &t->meetings, err);
    db_close(db);
    return status;
}

/* KEY (NULL: any) is one of the committee's meetings. */
static enum status has_meeting(const struct track *t, const char *key, struct err *err)
{
    for (size_t i = 0; key && i < t->meetings.n; i++)
        if (text_same(t->meetings.v[i].key, key))
            return STATUS_OK;
    for (size_t i = 0; key && i < t->all.n; i++) /* one that is older than the data */
        if (resolution_is_of(&t->all.v[i], key))
            return STATUS_OK;
    return key ? err_set(err, STATUS_MISSING, CODE_RECORD_NO_MEETING, NULL, key, NULL) : STATUS_OK;
}

static enum status pick(struct cli *cli, struct track *t, bool by_due, struct err *err)
{
    const struct args *args = cli->args;
    const struct meeting_line *next = register_next(&t->meetings);
    struct str folded = STR_INIT;
    struct track_filter filter = {.state = args->has[OPT_ALL]          ? TRACK_ALL
                                           : args->has[OPT_OVERDUE]    ? TRACK_OVERDUE
                                           : args->has[OPT_RELEASED]   ? TRACK_CLOSED
                                           : args->has[OPT_UNREPORTED] ? TRACK_SILENT
                                                                       : TRACK_OPEN,
                                  .unit = args->value[OPT_UNIT],
                                  .meeting = args->value[OPT_MEETING],
                                  .today = cli->today,
                                  .round = next ? next->key : NULL};
    enum status status = has_meeting(t, filter.meeting, err);

    if (args->has[OPT_TEXT]) {
        text_fold(&folded, args->value[OPT_TEXT], strlen(args->value[OPT_TEXT]));
        filter.folded = folded.text;
    }
    t->v = arena_take(&t->arena, (t->all.n + 1) * sizeof *t->v);
    if (!status && (!t->v || str_failed(&folded)))
        status = err_memory(err);
    for (size_t i = 0; i < t->all.n && !status; i++)
        if (track_passes(&filter, &t->all.v[i]))
            t->v[t->n++] = &t->all.v[i];
    if (!status && by_due)
        track_sort_by_due(t->v, t->n);
    else if (!status)
        track_sort_by_number(t->v, t->n);
    str_release(&folded);
    return status;
}

enum status cli_track(struct cli *cli, struct err *err)
{
    static const char *const formats[] = {"text", "csv", "json"}, *const orders[] = {"number", "due"};
    const struct args *args = cli->args;
    struct track t = {.arena = ARENA_INIT, .today_iso = cli->today};
    int format = 0, order = 0;
    enum status status;

    if (args->has[OPT_OPEN] + args->has[OPT_ALL] + args->has[OPT_OVERDUE] + args->has[OPT_RELEASED] +
            args->has[OPT_UNREPORTED] >
        1)
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "track",
                       "[--open|--all|--overdue|--released|--unreported]");
    status = choose(cli, OPT_FORMAT, "--format", formats, 3, "text, csv, json", &format, err);
    if (!status)
        status = choose(cli, OPT_SORT, "--sort", orders, 2, "number, due", &order, err);
    if (!status)
        status = load(cli, &t, err);
    (void)date_parse_iso(cli->today, &t.today);
    if (!status)
        status = pick(cli, &t, order == 1, err);
    if (!status && format == 1) {
        csv_begin(&cli->out);
        csv_add_row(&cli->out, headings, CELLS);
    }
    for (size_t i = 0; i < t.n && !status && format < 2; i++)
        (format == 1 ? add_csv : add_line)(&t, t.v[i], &cli->out);
    if (!status && format == 2)
        status = add_json(&t, &cli->out, err);
    arena_release(&t.arena);
    return status;
}

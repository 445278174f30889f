/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi log: the journal of changes, the latest at the end as a log is read.
 */
#include "core/journal/history.h"

#include "core/base/text.h"
#include "core/cycle/desk.h"
#include "tui/cli/cli.h"
#include "tui/journal_words.h"
#include "tui/words.h"

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    TEXT_COLS = 60,  /* of a value; all of it is in the JSON */
    LINES_A_SET = 24 /* an import has thousands; all of them are in the JSON */
};

/* ---- as text -------------------------------------------------------------------------------------- */

static void add_set(const struct history_set *set, const struct history_changes *changes,
                    const struct members *members, struct str *out)
{
    size_t line = 0, next = 0;

    journal_when(set->at, out);
    str_add(out, "  ");
    journal_who(set, out);
    str_add(out, *set->label ? "  " : "");
    journal_label(set, out);
    if (set->id && !set->sealed)
        str_add(out, _("（沒有封印）"));
    str_add_char(out, '\n');
    while (next < changes->n && line++ < LINES_A_SET) {
        str_add(out, "    ");
        next = journal_line(changes, next, members, TEXT_COLS, out);
        str_add_char(out, '\n');
    }
    if (next < changes->n)
        str_printf(out, _("    另有 %zu 項，見 yishi log --json\n"), changes->n - next);
}

/* The members, where there is only one committee whose they can be. */
static enum status load_members(struct db *db, struct arena *arena, struct members *members, bool *known,
                                struct err *err)
{
    struct committee_lines lines = {NULL, 0};
    struct committee committee;
    enum status status = committee_list(db, arena, &lines, err);

    *known = !status && lines.n == 1;
    return *known ? committee_load(db, lines.v[0].id, arena, &committee, members, err) : status;
}

static enum status add_text(struct cli *cli, struct db *db, const struct history *history, struct err *err)
{
    struct arena kept = ARENA_INIT;
    struct members members = {NULL, 0};
    bool known = false;
    enum status status = load_members(db, &kept, &members, &known, err);

    for (size_t i = history->n; i-- > 0 && !status;) {
        struct arena arena = ARENA_INIT;
        struct history_changes changes = {NULL, 0};

        status = history_changes(db, &history->v[i], &arena, &changes, err);
        if (!status)
            add_set(&history->v[i], &changes, known ? &members : NULL, &cli->out);
        arena_release(&arena);
    }
    arena_release(&kept);
    return status;
}

/* ---- as JSON -------------------------------------------------------------------------------------- */

/* null for NULL. What another tool wrote may be no UTF-8: then as it is shown. */
static json_t *json_of(const char *text)
{
    struct str shown = STR_INIT;
    json_t *value;

    if (!text)
        return json_null();
    value = json_string(text);
    if (value)
        return value;
    text_show(&shown, text, strlen(text));
    value = str_failed(&shown) ? NULL : json_string(shown.text);
    str_release(&shown);
    return value;
}

static json_t *json_change(const struct history_change *c)
{
    return json_pack("{s:o, s:s, s:I, s:o, s:o, s:o}", "table", json_of(c->table), "op", c->op, "row",
                     (json_int_t)c->row, "column", json_of(c->column), "before", json_of(c->before), "after",
                     json_of(c->after));
}

static json_t *json_set(const struct history_set *set, const struct history_changes *changes)
{
    json_t *list = json_array();
    bool whole = list != NULL;

    for (size_t i = 0; i < changes->n && whole; i++)
        whole = json_array_append_new(list, json_change(&changes->v[i])) == 0;
    if (!whole) {
        json_decref(list);
        return NULL;
    }
    return json_pack("{s:o, s:o, s:o, s:o, s:b, s:I, s:o}", "id",
                     set->id ? json_integer(set->id) : json_null(), "at", json_of(set->at), "who",
                     json_of(set->id ? set->who : NULL), "label", json_of(set->id ? set->label : NULL),
                     "sealed", (int)set->sealed, "first", (json_int_t)set->first, "changes", list);
}

/* One change set a line within the array, so that no more than one is held. */
static enum status add_json(struct cli *cli, struct db *db, const struct history *history, struct err *err)
{
    enum status status = STATUS_OK;

    str_add(&cli->out, "[");
    for (size_t i = history->n; i-- > 0 && !status;) {
        struct arena arena = ARENA_INIT;
        struct history_changes changes = {NULL, 0};
        json_t *set = NULL;
        char *text = NULL;

        status = history_changes(db, &history->v[i], &arena, &changes, err);
        if (!status && !((set = json_set(&history->v[i], &changes)) &&
                         (text = json_dumps(set, JSON_COMPACT | JSON_PRESERVE_ORDER))))
            status = err_memory(err);
        if (!status)
            str_printf(&cli->out, "%s\n%s", i + 1 < history->n ? "," : "", text);
        free(text);
        json_decref(set);
        arena_release(&arena);
    }
    str_add(&cli->out, history->n ? "\n]\n" : "]\n");
    return status;
}

enum status cli_log(struct cli *cli, struct err *err)
{
    const struct args *args = cli->args;
    struct arena arena = ARENA_INIT;
    struct history history = {NULL, 0};
    struct db *db = NULL;
    int64_t meeting = 0;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status)
        status = read_begin(db, err);
    if (status) {
        db_close(db);
        return status;
    }
    if (args->n)
        status = cli_meeting_id(cli, db, args->word[0], &meeting, err);
    if (!status)
        status = history_load(db, meeting, 0, INT_MAX, &arena, &history, err);
    if (!status)
        status = args->has[OPT_JSON] ? add_json(cli, db, &history, err) : add_text(cli, db, &history, err);
    if (status)
        str_clear(&cli->out);
    read_end(db);
    arena_release(&arena);
    db_close(db);
    return status;
}

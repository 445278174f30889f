/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi versions, diff: the minutes as they were handed out, and how they differ.
 */
#include "core/archive/archive.h"
#include "core/paper/minutes.h"
#include "core/publish/publication.h"
#include "tui/cli/cli.h"
#include "tui/screens/shared/label.h"
#include "tui/words.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { CONTEXT_LINES = 2 };

/* ---- versions ------------------------------------------------------------------------------------- */

static void add_line(const struct version *v, struct str *out)
{
    str_printf(out, "%d  %s  %s  %s  %s  SHA-256 %s%s\n", v->number, v->on,
               label_choice(&step_choices, v->step), v->is_public ? _("公開版") : _("內部版"), v->by,
               v->sha256, version_is_whole(v) ? "" : _("  ✘ 內容已不是留存時的樣子"));
}

static json_t *json_of(const struct version *v)
{
    return json_pack("{si ss ss ss sb ss ss* ss sb}", "number", v->number, "step",
                     step_choices.codes[v->step], "date", v->on, "by", v->by, "public", v->is_public, "style",
                     v->style, "seal", v->head, "sha256", v->sha256, "whole", version_is_whole(v));
}

static enum status add_json(const struct versions *all, struct str *out, struct err *err)
{
    json_t *root = json_array();
    char *text;

    for (size_t i = 0; root && i < all->n; i++)
        if (json_array_append_new(root, json_of(&all->v[i])) != 0) {
            json_decref(root);
            root = NULL;
        }
    text = root ? json_dumps(root, JSON_INDENT(2)) : NULL;
    json_decref(root);
    if (!text)
        return err_memory(err);
    str_printf(out, "%s\n", text);
    free(text);
    return STATUS_OK;
}

enum status cli_versions(struct cli *cli, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct versions all = {NULL, 0};
    struct db *db = NULL;
    const bool json = cli->args->has[OPT_JSON];
    int64_t id = 0;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status)
        status = cli_meeting_id(cli, db, cli->args->word[0], &id, err);
    if (!status)
        status = versions_load(db, id, &arena, &all, err);
    if (!status && json)
        status = add_json(&all, &cli->out, err);
    for (size_t i = 0; i < all.n && !status && !json; i++)
        add_line(&all.v[i], &cli->out);
    arena_release(&arena);
    db_close(db);
    return status;
}

/* ---- differences ---------------------------------------------------------------------------------- */

/* The text that WORD names: a version, or "now" for what prints today, in the style of OTHER. */
static enum status text_of(struct db *db, const struct snapshot *s, const struct versions *all,
                           const char *word, const struct version *other, struct str *out, struct err *err)
{
    const struct version *version = version_find(all, word);
    struct style *style = NULL;
    enum status status;

    if (version) {
        str_add(out, version->text);
        return STATUS_OK;
    }
    if (strcmp(word, "now") != 0)
        return err_set(err, STATUS_MISSING, CODE_VERSION_UNKNOWN, NULL, s->meeting.key, word);
    status = style_load(other ? other->style : "classic", &style, err);
    if (!status)
        status = other && other->is_public
                     ? publication_minutes(db, s->meeting.row.id, style, KEPT_WIDTH, out, err)
                     : minutes_text(s, style, COPY_INTERNAL, KEPT_WIDTH, out, err);
    style_free(style);
    return status;
}

static enum status compare(struct cli *cli, struct db *db, const struct snapshot *s,
                           const struct versions *all, struct err *err)
{
    const char *a = cli->args->word[1], *b = cli->args->word[2];
    struct str before = STR_INIT, after = STR_INIT;
    bool same = true;
    enum status status = text_of(db, s, all, a, version_find(all, b), &before, err);

    if (!status)
        status = text_of(db, s, all, b, version_find(all, a), &after, err);
    if (!status)
        status = diff_lines(before.text, after.text, CONTEXT_LINES, &cli->out, &same, err);
    str_release(&before);
    str_release(&after);
    return status ? status : same ? STATUS_OK : STATUS_NO;
}

enum status cli_diff(struct cli *cli, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct versions all = {NULL, 0};
    struct snapshot s = SNAPSHOT_INIT;
    struct db *db = NULL;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status)
        status = cli_meeting(cli, db, cli->args->word[0], &s, err);
    if (!status)
        status = versions_load(db, s.meeting.row.id, &arena, &all, err);
    if (!status)
        status = compare(cli, db, &s, &all, err);
    snapshot_release(&s);
    arena_release(&arena);
    db_close(db);
    return status;
}

/* ---- printing a kept one -------------------------------------------------------------------------- */

enum status cli_print_kept(struct cli *cli, struct db *db, const struct snapshot *s, struct str *out,
                           struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct versions all;
    const char *word = cli->args->value[OPT_KEPT];
    enum status status = versions_load(db, s->meeting.row.id, &arena, &all, err);

    if (!status && !version_find(&all, word))
        status = err_set(err, STATUS_MISSING, CODE_VERSION_UNKNOWN, NULL, s->meeting.key, word);
    if (!status)
        str_add(out, version_find(&all, word)->text);
    arena_release(&arena);
    return status;
}

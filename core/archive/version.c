/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping papers and finding them again.
 */
#include "core/archive/archive.h"

#include "core/cycle/desk.h"
#include "core/paper/minutes.h"
#include "core/paper/template.h"
#include "db/seal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading -------------------------------------------------------------------------------------- */

static const char *take(struct stmt *stmt, int n, struct arena *arena, bool *failed)
{
    const char *text = stmt_column_text(stmt, n), *copy;

    if (!text)
        return NULL;
    copy = arena_text(arena, text, strlen(text));
    *failed |= !copy;
    return copy;
}

static bool take_version(struct stmt *stmt, struct arena *arena, struct version *v)
{
    bool failed = false;

    v->id = stmt_column_int(stmt, 0);
    v->step = choice_find(&step_choices, stmt_column_text(stmt, 1));
    v->is_public = stmt_column_int(stmt, 2) != 0;
    v->on = take(stmt, 3, arena, &failed);
    v->by = take(stmt, 4, arena, &failed);
    v->style = take(stmt, 5, arena, &failed);
    v->head = take(stmt, 6, arena, &failed);
    v->sha256 = take(stmt, 7, arena, &failed);
    v->text = take(stmt, 8, arena, &failed);
    return !failed;
}

static enum status count(struct db *db, int64_t meeting_id, size_t *n, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt, "SELECT count(*) FROM version WHERE meeting = $1", err);

    if (status)
        return status;
    stmt_int(stmt, 1, meeting_id);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        *n = (size_t)stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return status;
}

static enum status load(struct db *db, int64_t meeting_id, struct arena *arena, struct versions *out,
                        struct err *err)
{
    struct stmt *stmt;
    size_t room = 0;
    enum status status = count(db, meeting_id, &room, err);

    if (status)
        return status;
    out->v = arena_take(arena, room * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    status = stmt_begin(db, &stmt,
                        "SELECT id, step, public, kept_on, kept_by, style, head, sha256, text FROM version"
                        " WHERE meeting = $1 ORDER BY id",
                        err);
    if (status)
        return status;
    stmt_int(stmt, 1, meeting_id);
    while (out->n < room && (status = stmt_step(stmt, err)) == STATUS_OK) {
        struct version *v = &out->v[out->n++];

        v->number = (int)out->n;
        if (!take_version(stmt, arena, v)) {
            status = err_memory(err);
            break;
        }
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status versions_load(struct db *db, int64_t meeting_id, struct arena *arena, struct versions *out,
                          struct err *err)
{
    enum status status = read_begin(db, err);

    *out = (struct versions){NULL, 0};
    if (status)
        return status;
    status = load(db, meeting_id, arena, out, err);
    read_end(db);
    return status;
}

const struct version *version_find(const struct versions *versions, const char *word)
{
    const int step = choice_find(&step_choices, word);
    char *end = NULL;
    long number = strtol(word, &end, 10);

    if (end != word && !*end)
        return number >= 1 && (size_t)number <= versions->n ? &versions->v[number - 1] : NULL;
    for (size_t i = versions->n; i > 0 && step != UNKNOWN; i--)
        if (versions->v[i - 1].step == step)
            return &versions->v[i - 1];
    return NULL;
}

bool version_is_whole(const struct version *version)
{
    char sha[SHA256_TEXT];

    sha256_text(version->text, strlen(version->text), sha);
    return text_same(sha, version->sha256);
}

/* ---- keeping -------------------------------------------------------------------------------------- */

static bool is_kept(int step)
{
    return step == STEP_DRAFT_SENT || step == STEP_CONFIRMED || step == STEP_PUBLISHED;
}

static bool seal_value(const void *head, const char *name, struct str *out)
{
    if (!text_same(name, "seal"))
        return false;
    str_add(out, head);
    return true;
}

/* The paper as it is now, and under a confirmed one the seal of all that was journalled before. */
static enum status print(const struct snapshot *s, const struct style *style, int step, const char *head,
                         struct str *out, struct err *err)
{
    const char *pattern = style_get(style, "kept:seal");
    enum status status =
        minutes_text(s, style, step == STEP_PUBLISHED ? COPY_PUBLIC : COPY_INTERNAL, KEPT_WIDTH, out, err);

    if (!status && step == STEP_CONFIRMED && *pattern && *head) {
        (void)template_expand(out, pattern, seal_value, head);
        str_add(out, "\n");
    }
    return status ? status : str_failed(out) ? err_memory(err) : STATUS_OK;
}

static enum status put_version(struct db *db, const struct snapshot *s, const struct version *v,
                               struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt,
                                    "INSERT INTO version (committee_id, meeting, step, public, kept_on,"
                                    " kept_by, style, head, sha256, text)"
                                    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                                    err);

    if (status)
        return status;
    stmt_int(stmt, 1, s->committee.row.id);
    stmt_int(stmt, 2, s->meeting.row.id);
    stmt_text(stmt, 3, step_choices.codes[v->step]);
    stmt_int(stmt, 4, v->is_public);
    stmt_text(stmt, 5, v->on);
    stmt_text(stmt, 6, v->by);
    stmt_text(stmt, 7, v->style);
    stmt_text(stmt, 8, v->head);
    stmt_text(stmt, 9, v->sha256);
    stmt_text(stmt, 10, v->text);
    status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

/* What is to be kept: TEXT, or what STYLE prints now. */
struct keeping {
    const struct style *style;
    const char *style_name, *text;
};

/* Inside the write, after the milestone stands. */
static enum status keep(struct db *db, const struct stamp *stamp, int64_t meeting_id,
                        const struct milestone *milestone, const struct keeping *keeping, struct err *err)
{
    char head[SHA256_TEXT] = "", sha[SHA256_TEXT];
    struct snapshot now = SNAPSHOT_INIT;
    struct str text = STR_INIT;
    enum status status = snapshot_load(db, meeting_id, &now, err);

    if (!status)
        status = seal_head(db, head, err);
    if (!status && keeping->text)
        str_add(&text, keeping->text);
    else if (!status)
        status = print(&now, keeping->style, milestone->step, head, &text, err);
    if (!status && str_failed(&text))
        status = err_memory(err);
    if (!status) {
        const struct version version = {.step = milestone->step,
                                        .is_public = milestone->step == STEP_PUBLISHED,
                                        .on = milestone->date ? milestone->date : "",
                                        .by = stamp->who,
                                        .style = keeping->style_name,
                                        .head = *head ? head : NULL,
                                        .sha256 = sha,
                                        .text = text.text};

        sha256_text(text.text, text.len_bytes, sha);
        status = put_version(db, &now, &version, err);
    }
    snapshot_release(&now);
    str_release(&text);
    return status;
}

static enum status reach(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                         struct milestone *wanted, const char *const *labels, const struct keeping *keeping,
                         struct err *err)
{
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    status = milestone_save(db, stamp, s, wanted, labels, err);
    if (!status && is_kept(wanted->step))
        status = keep(db, stamp, s->meeting.row.id, wanted, keeping, err);
    return write_end(db, status, err);
}

enum status milestone_keep(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           struct milestone *wanted, const char *const *labels, const struct style *style,
                           const char *style_name, struct err *err)
{
    const struct keeping keeping = {style, style_name, NULL};

    return reach(db, stamp, s, wanted, labels, &keeping, err);
}

enum status milestone_keep_text(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                                struct milestone *wanted, const char *text, const char *style_name,
                                struct err *err)
{
    const struct keeping keeping = {NULL, style_name, text};

    return reach(db, stamp, s, wanted, NULL, &keeping, err);
}

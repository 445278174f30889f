/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was decided about findings: the table publication_choice.
 */
#include "core/publish/finding.h"

#include <string.h>

static const char *const choice_codes[] = {"keep", "redact"};
const struct choices publish_choice_choices = {"publish_choice", choice_codes, 2};

static const char *take(struct stmt *stmt, int n, struct arena *arena, bool *failed)
{
    const char *text = stmt_column_text(stmt, n), *copy = text ? arena_text(arena, text, strlen(text)) : NULL;

    *failed |= !copy;
    return copy;
}

enum status publish_choices_load(struct db *db, int64_t meeting_id, struct arena *arena,
                                 struct publish_choices *out, struct err *err)
{
    struct stmt *stmt;
    bool failed = false;
    enum status status = stmt_begin(db, &stmt,
                                    "SELECT c.kind, c.place, c.found, c.choice, count(*) OVER ()"
                                    " FROM publication_choice c JOIN meeting m"
                                    " ON m.committee_id = c.committee_id WHERE m.id = $1"
                                    " ORDER BY CASE WHEN c.meeting = m.id THEN 1 ELSE 0 END, c.id",
                                    err);

    *out = (struct publish_choices){.v = NULL};
    if (status)
        return status;
    stmt_int(stmt, 1, meeting_id);
    while (!failed && (status = stmt_step(stmt, err)) == STATUS_OK) {
        if (!out->v)
            out->v = arena_take(arena, (size_t)stmt_column_int(stmt, 4) * sizeof *out->v);
        if (!out->v) {
            failed = true;
            break;
        }
        struct publish_stored *stored = &out->v[out->n++];

        stored->kind = take(stmt, 0, arena, &failed);
        stored->place = take(stmt, 1, arena, &failed);
        stored->found = take(stmt, 2, arena, &failed);
        stored->choice = choice_find(&publish_choice_choices, stmt_column_text(stmt, 3));
    }
    stmt_done(stmt);
    return failed ? err_memory(err) : status == STATUS_NO ? STATUS_OK : status;
}

/* Inside a write. */
static enum status put(struct db *db, const struct snapshot *s, const struct publish_finding *finding,
                       int choice, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(
        db, &stmt,
        choice == UNKNOWN
            ? "DELETE FROM publication_choice WHERE meeting = $2 AND kind = $3 AND place = $4 AND found = $5"
            : "INSERT INTO publication_choice (committee_id, meeting, kind, place, found, choice)"
              " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (meeting, kind, place, found)"
              " DO UPDATE SET choice = excluded.choice",
        err);

    if (status)
        return status;
    if (choice != UNKNOWN) {
        stmt_int(stmt, 1, s->committee.row.id);
        stmt_text(stmt, 6, choice_codes[choice]);
    }
    stmt_int(stmt, 2, s->meeting.row.id);
    stmt_text(stmt, 3, publish_kind_choices.codes[finding->kind]);
    stmt_text(stmt, 4, finding->place);
    stmt_text(stmt, 5, finding->found);
    status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

enum status publish_choose(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct publish_finding *finding, int choice, struct err *err)
{
    enum status status = write_begin(db, stamp, err);

    return status ? status : write_end(db, put(db, s, finding, choice, err), err);
}

enum status publish_store_answers(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                                  const struct publish_findings *findings, struct err *err)
{
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    for (size_t i = 0; i < findings->n && !status; i++)
        if (findings->v[i].answered)
            status = put(db, s, &findings->v[i], findings->v[i].choice, err);
    return write_end(db, status, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of committees and meetings: cheap lines, and the figures of the lines that are shown.
 */
#include "core/cycle/snapshot.h"

#include <stdlib.h>
#include <string.h>

/* Rows as they are read, handed over to the arena at the end. */
struct growing {
    void *v;
    size_t n, room, size;
};

static void *next_row(struct growing *rows)
{
    if (rows->n == rows->room) {
        size_t room = rows->room ? rows->room * 2 : 64;
        void *more = room <= SIZE_MAX / rows->size ? realloc(rows->v, room * rows->size) : NULL;

        if (!more)
            return NULL;
        rows->v = more;
        rows->room = room;
    }
    return memset((char *)rows->v + rows->n++ * rows->size, 0, rows->size);
}

/* *OUT is in the arena; ROWS are gone. */
static enum status hand_over(struct growing *rows, enum status status, struct arena *arena, void **out,
                             struct err *err)
{
    *out = NULL;
    if (!status) {
        *out = arena_take(arena, rows->n * rows->size);
        if (*out && rows->n)
            memcpy(*out, rows->v, rows->n * rows->size);
        status = *out ? STATUS_OK : err_memory(err);
    }
    free(rows->v);
    return status;
}

/* A column's text in the arena; *FAILED when it could not be kept. */
static const char *text_at(struct stmt *stmt, int column, struct arena *arena, bool *failed)
{
    const char *text = stmt_column_text(stmt, column), *copy;

    if (!text)
        return NULL;
    copy = arena_text(arena, text, strlen(text));
    *failed |= !copy;
    return copy;
}

enum { LINE_ID, LINE_KEY, LINE_TITLE, LINE_START, LINE_END, LINE_PLACE, LINE_KIND, LINE_OUTCOME, LINE_STEP };

static void read_line(struct stmt *stmt, struct arena *arena, struct meeting_line *line, bool *failed)
{
    *line = (struct meeting_line){
        .id = stmt_column_int(stmt, LINE_ID),
        .key = text_at(stmt, LINE_KEY, arena, failed),
        .title = text_at(stmt, LINE_TITLE, arena, failed),
        .start = text_at(stmt, LINE_START, arena, failed),
        .end = text_at(stmt, LINE_END, arena, failed),
        .place = text_at(stmt, LINE_PLACE, arena, failed),
        .kind = choice_find(&meeting_kind_choices, stmt_column_text(stmt, LINE_KIND)),
        .outcome = choice_find(&outcome_choices, stmt_column_text(stmt, LINE_OUTCOME)),
        .items = UNKNOWN,
        .decisions = UNKNOWN,
        .tracked = UNKNOWN,
        .present = UNKNOWN,
        .in_office = UNKNOWN,
        .verdict = QUORUM_UNKNOWN,
    };
}

/* A row a milestone, or one alone; the rows of a meeting stand together. */
static enum status read_milestone(struct stmt *stmt, struct growing *lines, struct arena *arena,
                                  struct err *err)
{
    struct meeting_line *last = lines->n ? (struct meeting_line *)lines->v + lines->n - 1 : NULL;
    int step = choice_find(&step_choices, stmt_column_text(stmt, LINE_STEP));
    bool failed = false;

    if (!last || last->id != stmt_column_int(stmt, LINE_ID)) {
        last = next_row(lines);
        if (!last)
            return err_memory(err);
        read_line(stmt, arena, last, &failed);
    }
    if (step != UNKNOWN)
        last->has[step] = true;
    return failed ? err_memory(err) : STATUS_OK;
}

enum status meeting_list(struct db *db, int64_t committee_id, struct arena *arena, struct meeting_lines *out,
                         struct err *err)
{
    struct growing lines = {.size = sizeof(struct meeting_line)};
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(
        db, &stmt,
        "SELECT m.id, m.key, m.title, m.started, m.ended, m.place, m.kind, m.outcome, s.step FROM meeting m "
        "LEFT JOIN milestone s ON s.meeting_id = m.id WHERE m.committee_id = $1 "
        "ORDER BY m.started DESC NULLS FIRST, m.id DESC",
        err);
    void *v;

    *out = (struct meeting_lines){NULL, 0};
    if (status)
        return status;
    stmt_int(stmt, 1, committee_id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK)
        if ((status = read_milestone(stmt, &lines, arena, err)))
            break;
    stmt_done(stmt);
    status = hand_over(&lines, status == STATUS_NO ? STATUS_OK : status, arena, &v, err);
    if (!status)
        *out = (struct meeting_lines){v, lines.n};
    return status;
}

/* How many decisions of the meeting were put under tracking. */
static int count_tracked(const struct resolutions *resolutions, const char *meeting)
{
    int n = 0;

    for (size_t i = 0; i < resolutions->n; i++)
        n += text_same(resolutions->v[i].meeting, meeting);
    return n;
}

static enum status count_decisions(struct db *db, struct meeting_line *line, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(db, &stmt,
                                    "SELECT count(DISTINCT item_id) FROM decision WHERE meeting_id = $1"
                                    " AND coalesce(kind, '') <> 'undiscussed'",
                                    err);

    if (status)
        return status;
    stmt_int(stmt, 1, line->id);
    status = stmt_step(stmt, err);
    if (!status)
        line->decisions = (int)stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return status;
}

static enum status count_items(struct db *db, struct meeting_line *line, struct err *err)
{
    struct stmt *stmt = NULL;
    /* the explanations are looked for only where they decide */
    enum status status =
        stmt_begin(db, &stmt,
                   "SELECT i.section, i.title, i.key, i.content, i.is_none, CASE WHEN i.title IS NULL "
                   "AND i.key IS NULL AND i.is_none = 0 "
                   "AND i.section NOT IN ('opening', 'tracking', 'closing') AND EXISTS (SELECT 1 FROM node n "
                   "WHERE n.meeting_id = i.meeting_id AND n.owner = 'item' AND n.owner_id = i.id "
                   "AND n.field = 'explanation') THEN 1 ELSE 0 END FROM item i WHERE i.meeting_id = $1",
                   err);

    if (status)
        return status;
    line->items = 0;
    stmt_int(stmt, 1, line->id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK) {
        const struct item item = {.section = choice_find(&section_choices, stmt_column_text(stmt, 0)),
                                  .title = stmt_column_text(stmt, 1),
                                  .key = stmt_column_text(stmt, 2),
                                  .content = choice_find(&content_choices, stmt_column_text(stmt, 3)),
                                  .none = stmt_column_int(stmt, 4) != 0,
                                  .explanation.n = stmt_column_int(stmt, 5) != 0};

        line->items += item_is_matter(&item);
    }
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

static void take_quorum(const struct snapshot *s, struct meeting_line *line)
{
    struct quorum quorum = snapshot_quorum(s, -1, NULL);

    line->in_office = quorum.in_office;
    line->present = quorum_recorded(&s->meeting) ? quorum.present : UNKNOWN;
    line->verdict = (int)quorum.verdict;
}

enum status meeting_line_fill(struct db *db, const struct committee *committee, const struct members *members,
                              const struct resolutions *resolutions, struct meeting_line *line,
                              struct err *err)
{
    struct snapshot s = SNAPSHOT_INIT;
    enum status status = read_begin(db, err);

    if (status)
        return status;
    status = snapshot_load_presence(db, line->id, committee, members, &s, err);
    if (!status)
        status = count_items(db, line, err);
    if (!status)
        status = count_decisions(db, line, err);
    read_end(db);
    if (!status) {
        line->tracked = count_tracked(resolutions, line->key);
        take_quorum(&s, line);
    }
    snapshot_release(&s);
    return status;
}

enum status committee_list(struct db *db, struct arena *arena, struct committee_lines *out, struct err *err)
{
    struct growing lines = {.size = sizeof(struct committee_line)};
    struct stmt *stmt = NULL;
    enum status status =
        stmt_begin(db, &stmt, "SELECT id, key, name FROM committee ORDER BY position, id", err);
    bool failed = false;
    void *v;

    *out = (struct committee_lines){NULL, 0};
    if (status)
        return status;
    while (!failed && (status = stmt_step(stmt, err)) == STATUS_OK) {
        struct committee_line *line = next_row(&lines);

        failed = !line;
        if (line)
            *line = (struct committee_line){stmt_column_int(stmt, 0), text_at(stmt, 1, arena, &failed),
                                            text_at(stmt, 2, arena, &failed)};
    }
    stmt_done(stmt);
    if (failed)
        status = err_memory(err);
    status = hand_over(&lines, status == STATUS_NO ? STATUS_OK : status, arena, &v, err);
    if (!status)
        *out = (struct committee_lines){v, lines.n};
    return status;
}

enum status meeting_id_find(struct db *db, int64_t committee_id, const char *key, int64_t *id,
                            struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status =
        stmt_begin(db, &stmt, "SELECT id FROM meeting WHERE committee_id = $1 AND key = $2", err);

    *id = 0;
    if (status)
        return status;
    stmt_int(stmt, 1, committee_id);
    stmt_text(stmt, 2, key);
    status = stmt_step(stmt, err);
    if (!status)
        *id = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    if (status == STATUS_NO)
        return err_set(err, STATUS_MISSING, CODE_RECORD_NO_MEETING, NULL, key, NULL);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Storing what was typed in the stream: one write a text, in which it is also noted that its draft is no
 * longer needed. What is refused stays in the editor as it was.
 */
#include "core/paper/minutes.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/conflict.h"

#include <string.h>

/* A statement as it is typed, in ARENA. */
static bool make_statement(struct session *session, const struct outline *points, struct statement *wanted,
                           struct arena *arena)
{
    const struct stop *stop = session_stop(session);

    entity_defaults(&statement_entity, wanted);
    wanted->points = *points;
    wanted->about = stop->about ? stop->about->key : NULL;
    wanted->at = *session->said_at ? session->said_at : NULL;
    return saying_apply(&session->saying, wanted, arena);
}

/* The item with the typed statement, and REST as one more behind it, of the same speaker. *ID is REST's. */
static enum status store_parted(struct app *app, struct session *session, const struct stamp *stamp,
                                const struct outline *points, const struct outline *rest, int64_t *id,
                                struct arena *arena, struct err *err)
{
    const struct item *item = session_stop(session)->item;
    const bool is_new = session->focus == FOCUS_SAYING;
    const size_t n = item->statements.n,
                 at = session_place_of(item, is_new ? session->before_id : session->typing_id);
    struct statement *v = arena_take(arena, (n + 2) * sizeof *v), *first;
    struct item wanted = *item;
    enum status status;

    if (!v)
        return err_memory(err);
    if (!is_new && at == n)
        return err_set(err, STATUS_CONFLICT, CODE_DB_CONFLICT, NULL, NULL, NULL);
    if (at)
        memcpy(v, item->statements.v, at * sizeof *v);
    first = &v[at];
    if (!is_new) {
        *first = item->statements.v[at];
        first->points = *points;
    } else if (!make_statement(session, points, first, arena)) {
        return err_memory(err);
    }
    v[at + 1] = *first;
    v[at + 1].row = (struct row){0};
    v[at + 1].points = *rest;
    if (at + !is_new < n)
        memcpy(v + at + 2, item->statements.v + at + !is_new, (n - at - !is_new) * sizeof *v);
    wanted.statements.v = v;
    wanted.statements.n = n + (is_new ? 2 : 1);
    status = item_save(app->db, stamp, &session->frame.s, item, &wanted, err);
    *id = v[at + 1].row.id;
    return status;
}

static enum status store_statement(struct app *app, struct session *session, const struct stamp *stamp,
                                   const struct outline *points, struct err *err)
{
    const struct item *item = session_stop(session)->item;
    const size_t at = session_place_of(item, session->typing_id);
    struct statement wanted;

    if (at == item->statements.n)
        return err_set(err, STATUS_CONFLICT, CODE_DB_CONFLICT, NULL, NULL, NULL);
    wanted = item->statements.v[at];
    wanted.points = *points;
    return statement_save(app->db, stamp, &session->frame.s, item, &item->statements.v[at], &wanted, err);
}

static enum status store_new(struct app *app, struct session *session, const struct stamp *stamp,
                             const struct outline *points, struct arena *arena, struct err *err)
{
    const struct item *item = session_stop(session)->item;
    struct statement wanted;
    int64_t id = 0;

    if (!make_statement(session, points, &wanted, arena))
        return err_memory(err);
    return statement_add(app->db, stamp, &session->frame.s, item, &wanted,
                         session_place_of(item, session->before_id), &id, err);
}

static enum status store_ruling(struct app *app, struct session *session, const struct stamp *stamp,
                                const struct outline *points, struct err *err)
{
    const struct resolution *about = session_stop(session)->about;
    const struct round *old = resolution_round(about, session->frame.s.meeting.key);
    struct round wanted;

    if (old)
        wanted = *old;
    else
        entity_defaults(&round_entity, &wanted);
    wanted.ruling_text = *points;
    return round_save(app->db, stamp, &session->frame.s, about, &wanted, err);
}

/* Words that say no more than the kind's own are not kept apart from it. */
static bool says_only_the_kind(const struct session *session, const struct outline *points, int kind)
{
    const struct item *item = session_stop(session)->item;
    struct str words = STR_INIT;
    bool same = false;

    if (item_decision(item) && item_decision(item)->kind == kind)
        minutes_decision_text(&session->frame.s, session->frame.style, item, &words);
    if (points->n == 1 && kind != UNKNOWN && kind != DECISION_CUSTOM)
        same = strcmp(points->v[0].text, minutes_decision_words(session->frame.style, kind)) == 0 ||
               strcmp(points->v[0].text, words.text) == 0;
    str_release(&words);
    return same;
}

static enum status store_decision(struct app *app, struct session *session, const struct stamp *stamp,
                                  const struct outline *points, struct err *err)
{
    const struct item *item = session_stop(session)->item;
    const struct decision *old = item_decision(item);
    struct decision wanted;
    char time[TIME_ISO_SIZE];

    if (!points->n && session->decision_kind == DECISION_CUSTOM)
        return old ? decision_remove(app->db, stamp, &session->frame.s, item, err) : STATUS_OK;
    if (old)
        wanted = *old;
    else
        entity_defaults(&decision_entity, &wanted);
    wanted.kind = session->decision_kind;
    if (wanted.kind != DECISION_MERGED)
        wanted.with = NULL;
    wanted.points = *points;
    if (says_only_the_kind(session, points, wanted.kind))
        wanted.points = (struct outline){NULL, 0};
    return decision_save(app->db, stamp, &session->frame.s, item, &wanted,
                         !old && *session_time(app, session, time) ? time : NULL, err);
}

static enum status store_text(struct app *app, struct session *session, const struct stamp *stamp,
                              const struct outline *points, struct arena *arena, struct err *err)
{
    switch (session->focus) {
    case FOCUS_SAYING:
        return store_new(app, session, stamp, points, arena, err);
    case FOCUS_STATEMENT:
        return store_statement(app, session, stamp, points, err);
    case FOCUS_DECISION:
        return session_stop(session)->about ? store_ruling(app, session, stamp, points, err)
                                            : store_decision(app, session, stamp, points, err);
    case FOCUS_PROMPT:
        break;
    }
    return STATUS_OK;
}

/* One write: the text, and that its draft stands in the database. REST may be NULL. */
static enum status write_once(struct app *app, struct session *session, const struct stamp *stamp,
                              bool replace, const struct outline *rest, int64_t *rest_id, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct str name = STR_INIT;
    struct outline points = {NULL, 0};
    enum status status = editor_outline(&session->editor, &arena, &points, err);

    for (size_t i = 0; replace && i < points.n; i++)
        points.v[i].row = (struct row){0};
    if (!status)
        status = write_begin(app->db, stamp, err);
    if (status)
        goto out;
    status = rest ? store_parted(app, session, stamp, &points, rest, rest_id, &arena, err)
                  : store_text(app, session, stamp, &points, &arena, err);
    if (!status && session->place.kind != DRAFT_NONE) {
        draft_place_name(&session->place, &name);
        status = app_draft_mark(app, name.text, err);
    }
    status = write_end(app->db, status, err);
out:
    str_release(&name);
    arena_release(&arena);
    return status;
}

static void to_prompt(struct session *session)
{
    if (session->focus == FOCUS_SAYING)
        session->before_id = 0;
    session->focus = FOCUS_PROMPT;
    session->changed = false;
    session->typing_id = 0;
    session->place = (struct draft_place){.kind = DRAFT_NONE};
    session_at_prompt(session);
}

/* "112-1 案由二：歐陽委員河發言" */
static void begin_attempt(struct app *app, struct session *session, struct attempt *attempt)
{
    struct str place = STR_INIT, what = STR_INIT;

    session_stop_label(session, session_stop(session), &place);
    if (session->focus == FOCUS_DECISION) {
        str_add(&what, session_stop(session)->about ? _("裁示文字") : _("決議文字"));
    } else if (saying_disclosure(&session->saying) != DISCLOSURE_NAMED) {
        str_add(&what, _("發言")); /* the journal is no place to learn the name */
    } else {
        saying_label(session, &session->saying, &what);
        str_add(&what, _(" 發言"));
    }
    app_attempt(app, attempt, _("%s %s：%s"), session->frame.s.meeting.key, place.text, what.text);
    attempt->quiet = true;
    str_release(&place);
    str_release(&what);
}

static enum status store(struct app *app, struct session *session, bool replace, const struct outline *rest,
                         int64_t *rest_id, struct err *err)
{
    struct attempt attempt;
    enum status status;

    begin_attempt(app, session, &attempt);
    do
        status = write_once(app, session, &attempt.stamp, replace, rest, rest_id, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status) {
        session_drop_draft(app, session);
        to_prompt(session);
        session_reload(app, session);
    } else {
        *err = attempt.err;
        err->status = status;
    }
    return status;
}

/* What stands where the text is to be stored; NULL: nothing yet. */
static const struct outline *stored_points(const struct session *session)
{
    const struct stop *stop = session_stop(session);
    const struct round *round;

    if (session->focus == FOCUS_STATEMENT)
        return &stop->item->statements.v[session_place_of(stop->item, session->typing_id)].points;
    if (session->focus != FOCUS_DECISION)
        return NULL;
    if (!stop->about)
        return item_decision(stop->item) ? &item_decision(stop->item)->points : NULL;
    round = resolution_round(stop->about, session->frame.s.meeting.key);
    return round ? &round->ruling_text : NULL;
}

enum status session_finish(struct app *app, struct session *session, struct err *err)
{
    enum status status;

    if (session->focus == FOCUS_PROMPT)
        return STATUS_OK;
    if (!session->changed || (session->focus == FOCUS_SAYING && editor_is_blank(&session->editor))) {
        session_drop_draft(app, session);
        to_prompt(session);
        return STATUS_OK;
    }
    if (!session_fresh(app, session))
        return STATUS_STORAGE;
    if (!session_stands(session)) /* the item went while it was talked about: the text stays in its draft */
        return err_set(err, STATUS_CONFLICT, CODE_DB_CONFLICT, NULL, NULL, NULL);
    status = store(app, session, false, NULL, NULL, err);
    if (status != STATUS_CONFLICT || app->hung_up || app->terminated)
        return status;
    session_reload(app, session);
    if (!session_stands(session))
        return status;
    if (session->focus == FOCUS_STATEMENT &&
        session_place_of(session_stop(session)->item, session->typing_id) ==
            session_stop(session)->item->statements.n) {
        session->focus = FOCUS_SAYING; /* somebody removed it: what was typed is a statement of its own */
        session->before_id = 0;
        return store(app, session, true, NULL, NULL, err);
    }
    if (conflict_ask(app, stored_points(session), &session->editor) != CONFLICT_BACK)
        status = store(app, session, true, NULL, NULL, err);
    return status;
}

bool session_end(struct app *app, struct session *session)
{
    struct err err = {0};

    if (!session_finish(app, session, &err))
        return true;
    if (err.status)
        app_error(app, &err);
    return false;
}

/* ---- parting one in two ---------------------------------------------------------------------------- */

void session_run_split(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct arena arena = ARENA_INIT;
    struct outline rest = {NULL, 0};
    struct err err = {0};
    int64_t id = 0;

    if (session->focus == FOCUS_DECISION || session->focus == FOCUS_PROMPT) {
        app_message(app, ROLE_WARN, "%s", _("只有發言可以分成兩則"));
        return;
    }
    if (!session_fresh(app, session))
        return;
    if (editor_take_rest(&session->editor, &arena, &rest, &err)) {
        app_error(app, &err);
    } else if (!rest.n || editor_is_blank(&session->editor)) {
        (void)editor_act(&session->editor, "editor.undo");
        app_message(app, ROLE_WARN, "%s", _("游標前後都要有文字，才能從這裡分開"));
    } else if (store(app, session, false, &rest, &id, &err)) {
        (void)editor_act(&session->editor, "editor.undo");
        app_error(app, &err);
    } else {
        session->chosen = id;
        app_message(app, ROLE_GOOD, "%s", _("已分成兩則；F3 可以改第二則的發言人"));
    }
    arena_release(&arena);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing in the stream: a new statement, one that stands, the decision's text. In its draft at every key;
 * session_store.c puts it into the database the moment it is done.
 */
#include "core/meeting/disclosure.h"
#include "core/paper/minutes.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/text/insert.h"

#include <string.h>

/* ---- drafts --------------------------------------------------------------------------------------- */

/* Where the draft of what is typed belongs now. */
static struct draft_place place_now(const struct session *session)
{
    const struct stop *stop = session_stop(session);
    struct draft_place place = {.meeting_id = session->frame.meeting_id, .item_id = session->item_id};

    if (!session_stands(session))
        return session->place; /* the item went: the draft stays where it was */
    switch (session->focus) {
    case FOCUS_SAYING:
        place.kind = DRAFT_SAYING;
        place.at = session_place_of(stop->item, session->before_id);
        memcpy(place.about, session->about, sizeof place.about);
        memcpy(place.speaker, session->saying.speaker, sizeof place.speaker);
        break;
    case FOCUS_STATEMENT:
        place.kind = DRAFT_STATEMENT;
        place.statement_id = session->typing_id;
        break;
    case FOCUS_DECISION:
        place.kind = stop->about ? DRAFT_RULING : DRAFT_DECISION;
        if (stop->about) {
            place.item_id = 0;
            place.resolution_id = stop->about->row.id;
        }
        break;
    case FOCUS_PROMPT:
        break;
    }
    return place;
}

void session_drop_draft(struct app *app, const struct session *session)
{
    struct str name = STR_INIT;

    if (session->place.kind == DRAFT_NONE)
        return;
    draft_place_name(&session->place, &name);
    app_draft_drop(app, name.text);
    str_release(&name);
}

void session_put_draft(struct app *app, struct session *session)
{
    const struct draft_place place = place_now(session);
    struct str serial = STR_INIT, name = STR_INIT, before = STR_INIT;
    struct err err = {0};

    if (place.kind == DRAFT_NONE || !session->changed)
        return;
    draft_place_name(&place, &name);
    draft_place_name(&session->place, &before);
    if (editor_serial(&session->editor, &serial, &err))
        app_error(app, &err);
    else if (app_draft_put(app, name.text, serial.text, serial.len_bytes, editor_cursor(&session->editor)) &&
             session->place.kind != DRAFT_NONE && strcmp(name.text, before.text) != 0)
        app_draft_drop(app, before.text);
    session->place = place;
    str_release(&serial);
    str_release(&name);
    str_release(&before);
}

/* ---- beginning ------------------------------------------------------------------------------------ */

void session_number(struct session *session)
{
    const struct snapshot *s = &session->frame.s;
    const struct stop *stop = session_stop(session);
    struct arena arena = ARENA_INIT;
    struct statement said;
    struct numbering numbering;
    int level;

    if (!stop || session->focus == FOCUS_PROMPT)
        return;
    entity_defaults(&statement_entity, &said);
    (void)saying_apply(&session->saying, &said, &arena);
    said.about = stop->about ? stop->about->key : NULL;
    level = session->focus == FOCUS_DECISION
                ? minutes_points_level(s, session->frame.style, stop->item) + (stop->about ? 1 : 0)
                : minutes_statement_level(s, session->frame.style, stop->item, &said);
    numbering = frame_numbering(&session->frame, level);
    editor_set_numbering(&session->editor, &numbering);
    arena_release(&arena);
}

/* The editor with OUTLINE, or with a draft's text. */
static void begin(struct app *app, struct session *session, enum session_focus focus,
                  const struct outline *outline, const struct text_start *start)
{
    const struct stop *stop = session_stop(session);
    struct err err = {0};
    enum status status = start && start->serial
                             ? editor_unserial(&session->editor, start->serial, start->len_bytes, &err)
                             : editor_load(&session->editor, outline, &err);

    if (status) {
        app_error(app, &err);
        return;
    }
    editor_set_cursor(&session->editor, start ? start->cursor_bytes : SIZE_MAX);
    session->focus = focus;
    session->frame.screen.ops = stop && stop->about ? &session_ruling_text_ops : &session_text_ops;
    session->place = (struct draft_place){.kind = DRAFT_NONE};
    session->changed = start != NULL;
    session_number(session);
    session_put_draft(app, session);
    app->redraw = true;
}

/* Who declared for the whole meeting how open his statements are need not say it again. */
static void declare(struct session *session)
{
    struct arena arena = ARENA_INIT;
    struct statement said;

    entity_defaults(&statement_entity, &said);
    if (saying_apply(&session->saying, &said, &arena) && said.disclosure == DISCLOSURE_NAMED)
        saying_set_disclosure(&session->saying, (int)statement_disclosure(&session->frame.s.meeting, &said));
    arena_release(&arena);
}

void session_begin_saying(struct app *app, struct session *session, const struct saying *saying,
                          const struct text_start *start)
{
    session->saying = *saying;
    declare(session);
    session->chosen = 0;
    (void)session_time(app, session, session->said_at);
    line_set(&session->prompt, "");
    begin(app, session, FOCUS_SAYING, NULL, start);
}

void session_begin_statement(struct app *app, struct session *session, const struct statement *statement)
{
    session->typing_id = session->chosen = statement->row.id;
    saying_of(statement, &session->saying);
    begin(app, session, FOCUS_STATEMENT, &statement->points, NULL);
}

static bool ends_with_stop(const char *text)
{
    static const char stop[] = "。";
    const size_t len = strlen(text), n = sizeof stop - 1;

    return len >= n && memcmp(text + len - n, stop, n) == 0;
}

void session_begin_decision(struct app *app, struct session *session, int kind, const char *first)
{
    const struct stop *stop = session_stop(session);
    const struct round *round =
        stop->about ? resolution_round(stop->about, session->frame.s.meeting.key) : NULL;
    const struct decision *decision = item_decision(stop->item);
    struct node node;
    const struct outline *points = stop->about ? (round ? &round->ruling_text : NULL)
                                   : decision  ? &decision->points
                                               : NULL;
    struct outline begun = {&node, 1};

    entity_defaults(&node_entity, &node);
    node.text = first ? first : "";
    if ((!points || !points->n) && first && *first)
        points = &begun;
    session->decision_kind = kind;
    begin(app, session, FOCUS_DECISION, points, NULL);
    if (points == &begun && ends_with_stop(first)) /* words go on in front of it: 洽悉，並請… */
        (void)editor_act(&session->editor, "editor.left");
}

/* ---- keys ----------------------------------------------------------------------------------------- */

static void changed(struct app *app, struct session *session)
{
    session->changed = true;
    session_put_draft(app, session);
}

bool session_text_key(struct app *app, struct session *session, const struct key *key)
{
    switch (editor_key(&session->editor, key)) {
    case EDITOR_CHANGED:
        changed(app, session);
        return true;
    case EDITOR_MOVED:
        return true;
    case EDITOR_DONE:
        (void)session_end(app, session);
        return true;
    case EDITOR_MEMORY:
        app_message(app, ROLE_BAD, "%s", _("記憶體不足，這個字沒有打進去"));
        return true;
    case EDITOR_IGNORED:
        break;
    }
    return false;
}

void session_run_insert_text(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (insert_into(app, &session->editor))
        changed(app, session);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session's plain commands: going from stop to stop, opening what a stop or a statement holds.
 */
#include "tui/screens/screens.h"
#include "tui/screens/session/session_inner.h"

const char *session_why_not_speak(struct app *app, struct screen *screen)
{
    return session_stop(session_of(screen)) ? frame_why_not_change(app, screen)
                                            : _("議程還沒有任何案；Alt-2 到「議程」新增");
}

void session_run_edit(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (session_fresh(app, session) && session_chosen(session))
        session_begin_statement(app, session, session_chosen(session));
}

void session_run_done(struct app *app, struct screen *screen)
{
    (void)session_end(app, session_of(screen));
}

/* The editor, or the prompt, has this key first; it stands in the table for the hints and the help. */
void session_run_nothing(struct app *app, struct screen *screen)
{
    (void)app;
    (void)screen;
}

void session_run_explain(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct draft_place place = {.meeting_id = session->frame.meeting_id};
    const struct stop *stop;

    if (!session_end(app, session) || !session_fresh(app, session) || !session_stop(session))
        return;
    stop = session_stop(session);
    place.kind = stop->about ? DRAFT_PROGRESS : DRAFT_EXPLANATION;
    place.item_id = stop->about ? 0 : stop->item->row.id;
    place.resolution_id = stop->about ? stop->about->row.id : 0;
    (void)text_open(app, &place, NULL);
}

void session_run_item(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (session_end(app, session) && session_fresh(app, session) && session_stop(session))
        (void)item_push(app, session->frame.meeting_id, session_stop(session)->item->row.id);
}

void session_run_next(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (session->at + 1 < session->n_stops)
        (void)session_go(app, session, session->at + 1);
    else if (frame_is_over(&session->frame))
        frame_run_next(app, screen);
    else
        app_message(app, ROLE_TEXT, "%s", _("這是最後一案。F12 散會；Alt-6 到「紀錄」"));
}

void session_run_previous(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (session->at > 0)
        (void)session_go(app, session, session->at - 1);
    else
        app_message(app, ROLE_TEXT, "%s", _("這是第一案。Alt-4 到「報到」"));
}

/* All stops, to go to one by typing. */
void session_run_goto(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct arena arena = ARENA_INIT;
    struct pick_row *rows;
    int row = -1;

    if (!session_end(app, session) || !session_fresh(app, session))
        return;
    rows = arena_take(&arena, (session->n_stops + 1) * sizeof *rows);
    for (size_t i = 0; rows && i < session->n_stops; i++) {
        const struct stop *stop = &session->stops[i];
        struct str label = STR_INIT;

        session_stop_label(session, stop, &label);
        rows[i] = (struct pick_row){.label = arena_text(&arena, label.text, label.len_bytes),
                                    .detail = stop->about && stop->about->instruction.n
                                                  ? stop->about->instruction.v[0].text
                                                  : stop->item->unit};
        str_release(&label);
    }
    if (rows)
        row = app_pick(app, _("到哪一案？"), rows, session->n_stops, session->at);
    if (row >= 0)
        (void)session_go(app, session, (size_t)row);
    arena_release(&arena);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quorum while the meeting goes on: that of the whole meeting, and of the item where somebody is recused
 * from it (迴避), which is the one that its decision is stored with. All figures are core's.
 */
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/label.h"

/* The item that somebody stays out for; NULL: nobody does. */
static const struct item *recused_item(const struct session *session)
{
    const struct stop *stop = session_stop(session);

    return stop && stop->item->recused.n ? stop->item : NULL;
}

struct quorum session_quorum(const struct app *app, const struct session *session)
{
    return snapshot_quorum(&session->frame.s, frame_minutes(app, &session->frame), recused_item(session));
}

bool session_is_recusal(const struct app *app, const struct session *session)
{
    return recused_item(session) && frame_quorum(app, &session->frame).verdict == QUORUM_MET;
}

void session_status(const struct app *app, const struct screen *screen, struct status_line *line)
{
    const struct session *session = (const struct session *)screen;

    frame_status_of(app, &session->frame, recused_item(session), line);
}

/* ---- saying so ------------------------------------------------------------------------------------- */

static void tell_lost(struct app *app, const struct quorum *q, bool recusal)
{
    struct str text = STR_INIT;

    str_printf(&text, recusal ? _("迴避後本案出席 %d（門檻 %d）") : _("未達法定人數：出席 %d（門檻 %d）"),
               q->present, q->needed);
    if (q->civil_needed > 0)
        str_printf(&text, _("、民間代表 %d（門檻 %d）"), q->civil, q->civil_needed);
    app_message(app, ROLE_BAD, recusal ? _("%s，未達法定人數。請勿作成決議！") : _("%s。請勿作成決議！"),
                text.text);
    str_release(&text);
}

/* The meeting has a quorum; whether this item has, with those who stay out for it. */
static void watch_item(struct app *app, struct session *session)
{
    const struct item *item = recused_item(session);
    const struct quorum q = session_quorum(app, session);
    const bool lacks = item && q.verdict == QUORUM_NOT_MET;

    if (lacks && session->told_item != item->row.id)
        tell_lost(app, &q, true);
    session->told_item = lacks ? item->row.id : 0;
}

void session_watch_quorum(struct app *app, struct session *session)
{
    const struct quorum q = frame_quorum(app, &session->frame);
    const bool met = q.verdict == QUORUM_MET;

    if (!frame_is_open(&session->frame) || q.verdict == QUORUM_UNKNOWN)
        return;
    if (!met && (!session->quorum_known || session->quorum_met))
        tell_lost(app, &q, false);
    else if (met && session->quorum_known && !session->quorum_met)
        app_message(app, ROLE_GOOD, _("已恢復法定人數：出席 %d/%d"), q.present, q.in_office);
    session->quorum_known = true;
    session->quorum_met = met;
    if (met)
        watch_item(app, session);
}

void session_say_quorum_again(struct app *app, struct session *session)
{
    session->quorum_known &= session->quorum_met;
    session->told_item = 0;
    session_watch_quorum(app, session);
}

/* What nobody shall overlook, in the first row of the panel. false: there is nothing. */
bool session_draw_notice(struct app *app, const struct session *session, struct rect rect)
{
    const struct meeting *meeting = &session->frame.s.meeting;
    struct pen pen = pen_at(rect, 0);

    if (!frame_is_over(&session->frame) && !meeting_milestone(meeting, STEP_OPENED))
        pen_text(&pen, ROLE_WARN, _("還沒有宣布開會：Alt-4 到「報到」按 F8。可以先記。"));
    else if (frame_is_open(&session->frame) && meeting->outcome == OUTCOME_TALK)
        pen_text(&pen, ROLE_WARN, _("談話會：可以記錄發言，不能作成決議。"));
    else if (!frame_is_open(&session->frame) || session_quorum(app, session).verdict != QUORUM_NOT_MET)
        return false;
    else if (session_is_recusal(app, session))
        pen_text(&pen, ROLE_BAD, _("迴避後本案未達法定人數：請勿就本案作成決議。"));
    else
        pen_text(&pen, ROLE_BAD, _("未達法定人數：可以繼續記錄，請勿作成決議。"));
    pen_fill(&pen, ROLE_TEXT);
    return true;
}

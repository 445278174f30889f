/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 略: that somebody spoke is recorded, what was said is not (a slide show, a speech). Such a statement has no
 * text of its own; the paper says 略 for it.
 */
#include "tui/screens/session/session_inner.h"

#include <string.h>

static void begin(struct app *app, const struct session *session, struct attempt *attempt, bool abridged)
{
    struct str place = STR_INIT;

    session_stop_label(session, session_stop(session), &place);
    app_attempt(app, attempt, abridged ? _("%s %s：發言略") : _("%s %s：發言照常"),
                session->frame.s.meeting.key, place.text);
    str_release(&place);
}

/* A new statement of SAYING, without a word; before the statement with id BEFORE. */
static void add(struct app *app, struct session *session, const struct saying *saying, int64_t before,
                const char *at)
{
    const struct stop *stop = session_stop(session);
    struct arena arena = ARENA_INIT;
    struct attempt attempt;
    enum status status;
    int64_t id = 0;

    begin(app, session, &attempt, true);
    do {
        struct statement wanted;

        entity_defaults(&statement_entity, &wanted);
        wanted.about = stop->about ? stop->about->key : NULL;
        wanted.at = *at ? at : NULL;
        wanted.abridged = true;
        status = saying_apply(saying, &wanted, &arena)
                     ? statement_add(app->db, &attempt.stamp, &session->frame.s, stop->item, &wanted,
                                     session_place_of(stop->item, before), &id, &attempt.err)
                     : err_memory(&attempt.err);
    } while (app_again(app, &attempt, status));
    arena_release(&arena);
    session_reload(app, session);
}

static void turn(struct app *app, struct session *session, const struct statement *old)
{
    const struct item *item = session_stop(session)->item;
    struct attempt attempt;
    enum status status;

    begin(app, session, &attempt, !old->abridged);
    do {
        struct statement wanted = *old;

        wanted.abridged = !old->abridged;
        status = statement_save(app->db, &attempt.stamp, &session->frame.s, item, old, &wanted, &attempt.err);
    } while (app_again(app, &attempt, status));
    session_reload(app, session);
}

void session_run_abridge(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    const bool saying = session->focus == FOCUS_SAYING;
    const bool said = session->focus != FOCUS_PROMPT && !editor_is_blank(&session->editor);
    const struct saying who = session->saying;
    const int64_t before = session->before_id;
    char at[TIME_ISO_SIZE];

    memcpy(at, session->said_at, sizeof at);
    if (session->focus == FOCUS_DECISION) {
        app_message(app, ROLE_WARN, "%s", _("「略」只用於發言；整案略請在議程按 x"));
        return;
    }
    if (said) {
        app_message(app, ROLE_WARN, "%s", _("這則發言有文字，印的是文字；要印「略」請先刪去文字"));
        return;
    }
    if (!session_end(app, session) || !session_fresh(app, session) || !session_stop(session))
        return;
    if (saying)
        add(app, session, &who, before, at);
    else if (!session_chosen(session))
        app_message(app, ROLE_WARN, "%s", _("請先用 ↑ ↓ 選一則發言"));
    else if (session_chosen(session)->points.n && !session_chosen(session)->abridged)
        app_message(app, ROLE_WARN, "%s", _("這則發言有文字，印的是文字；要印「略」請先刪去文字"));
    else
        turn(app, session, session_chosen(session));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the committee rules on a tracked decision, which may differ from what was recommended: from the menu
 * (F6), by one key each, and on all that are left at once; with words and a date of its own.
 */
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/tracking/ruling_menu.h"

static const struct round *round_now(const struct session *session)
{
    return resolution_round(session_stop(session)->about, session->frame.s.meeting.key);
}

/* What is changed in the round; the rest stays as it is. */
struct ruling_change {
    int ruling;
    const char *into, *due;
    bool sets_ruling, sets_due, clears_words;
};

static bool store(struct app *app, struct session *session, const struct ruling_change *change,
                  const char *what)
{
    const struct resolution *about = session_stop(session)->about;
    const struct round *old = round_now(session);
    struct attempt attempt;
    struct round wanted;
    enum status status;

    app_attempt(app, &attempt, _("%s 列管 %s：%s"), session->frame.s.meeting.key, about->key, what);
    do {
        if (old)
            wanted = *old;
        else
            entity_defaults(&round_entity, &wanted);
        if (change->sets_ruling) {
            wanted.ruling = change->ruling;
            wanted.into = change->into;
        }
        if (change->sets_due)
            wanted.due = change->due;
        if (change->clears_words)
            wanted.ruling_text = (struct outline){NULL, 0};
        status = round_save(app->db, &attempt.stamp, &session->frame.s, about, &wanted, &attempt.err);
    } while (app_again(app, &attempt, status));
    session_reload(app, session);
    return !status;
}

static bool still_there(struct app *app, struct session *session)
{
    return session_fresh(app, session) && session_stop(session) && session_stop(session)->about;
}

static void ask_due(struct app *app, struct session *session)
{
    struct ruling_change change = {.sets_due = true};
    char iso[DATE_ISO_SIZE];

    if (!ruling_ask_due(app, session_stop(session)->about, iso) || !still_there(app, session))
        return;
    change.due = *iso ? iso : NULL;
    (void)store(app, session, &change, _("新的期限"));
}

/* Rule, and name the survivor of a merge. false: given up, or refused. */
static bool rule(struct app *app, struct session *session, int ruling)
{
    struct ruling_change change = {.ruling = ruling, .sets_ruling = true};

    if (ruling == RULING_MERGE) {
        change.into = ruling_ask_into(app, &session->frame.s, session_stop(session)->about);
        if (!change.into)
            return false;
    }
    return store(app, session, &change, label_choice(&ruling_choices, ruling));
}

void session_decide_ruling(struct app *app, struct session *session)
{
    const struct ruling_choice choice = ruling_ask(app, session_stop(session)->about, round_now(session));
    struct ruling_change change = {.ruling = UNKNOWN, .sets_ruling = true};

    if (choice.deed == RULING_DEED_NONE || !still_there(app, session))
        return;
    switch (choice.deed) {
    case RULING_DEED_WORDS:
        session_begin_decision(app, session, UNKNOWN, NULL);
        return;
    case RULING_DEED_DUE:
        ask_due(app, session);
        return;
    case RULING_DEED_CLEAR:
        change.clears_words = true;
        (void)store(app, session, &change, _("清除裁示"));
        return;
    case RULING_DEED_NONE:
    case RULING_DEED_KIND:
        break;
    }
    (void)rule(app, session, choice.ruling);
}

/* ---- one key each --------------------------------------------------------------------------------- */

static bool at_tracked(struct app *app, struct session *session)
{
    return session_end(app, session) && still_there(app, session);
}

static void rule_at_once(struct app *app, struct screen *screen, int ruling)
{
    struct session *session = session_of(screen);

    if (at_tracked(app, session) && rule(app, session, ruling))
        app_message(app, ROLE_GOOD, _("%s 裁示%s；Alt-W 加文字，F9 下一案"),
                    session_stop(session)->about->key, label_choice(&ruling_choices, ruling));
}

void session_run_release(struct app *app, struct screen *screen)
{
    rule_at_once(app, screen, RULING_RELEASE);
}

void session_run_continue(struct app *app, struct screen *screen)
{
    rule_at_once(app, screen, RULING_CONTINUE);
}

void session_run_self(struct app *app, struct screen *screen)
{
    rule_at_once(app, screen, RULING_SELF);
}

void session_run_merge(struct app *app, struct screen *screen)
{
    rule_at_once(app, screen, RULING_MERGE);
}

void session_run_ruling_words(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (at_tracked(app, session))
        session_begin_decision(app, session, UNKNOWN, NULL);
}

void session_run_rest(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (!at_tracked(app, session))
        return;
    rest_ask(app, &session->frame);
    session_reload(app, session);
}

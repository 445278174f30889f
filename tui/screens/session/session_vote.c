/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vote on an item: how, how many, and what it came to. Who may vote is counted by core.
 */
#include "tui/screens/session/session_form.h"
#include "tui/screens/session/session_vote_form.h"
#include "tui/screens/shared/label.h"

#include <string.h>

/* ---- the command ---------------------------------------------------------------------------------- */

const char *session_why_not_vote(struct app *app, struct screen *screen)
{
    const struct session *session = session_of(screen);
    const struct stop *stop = session_stop(session);

    if (frame_why_not_change(app, screen))
        return frame_why_not_change(app, screen);
    if (!stop || stop->about || !session_wants_decision(stop))
        return _("這裡沒有要表決的案");
    if (session->frame.s.meeting.outcome == OUTCOME_FELL || session->frame.s.meeting.outcome == OUTCOME_TALK)
        return _("流會或談話會不能表決");
    return NULL;
}

/* FORM NULL: the vote is taken away. */
static void store_vote(struct app *app, struct session *session, struct vote_form *form)
{
    const struct item *item = session_stop(session)->item;
    const struct vote *stored = item->vote.n ? &item->vote.v[0] : NULL;
    struct arena arena = ARENA_INIT;
    struct attempt attempt;
    struct str place = STR_INIT;
    struct vote copy;
    enum status status = STATUS_OK;

    session_stop_label(session, session_stop(session), &place);
    app_attempt(app, &attempt, _("%s %s：%s"), session->frame.s.meeting.key, place.text,
                form ? _("表決") : _("刪除表決"));
    do {
        if (form) {
            copy = form->vote;
            status = ballots_put(&form->ballots, stored, &arena, &copy, &attempt.err);
            copy.result = vote_outcome(&copy, NULL);
        }
        if (!status)
            status = vote_save(app->db, &attempt.stamp, &session->frame.s, item, form ? &copy : NULL,
                               &attempt.err);
    } while (app_again(app, &attempt, status));
    str_release(&place);
    arena_release(&arena);
    session_reload(app, session);
    if (!status && form && vote_missing(&copy) < 0)
        app_message(app, ROLE_WARN, _("已記下；但票數比有表決權人數多 %d 票，請再核對"),
                    -vote_missing(&copy));
    else if (!status && form)
        session_warn_contrary(app, session);
}

void session_warn_contrary(struct app *app, const struct session *session)
{
    const struct stop *stop = session_stop(session);
    const struct decision *d = stop && !stop->about ? item_decision(stop->item) : NULL;
    const int result = d && stop->item->vote.n ? stop->item->vote.v[0].result : UNKNOWN;

    if (!d)
        return;
    if (result == RESULT_REJECTED && (d->kind == DECISION_APPROVED || d->kind == DECISION_AMENDED))
        app_message(app, ROLE_WARN, _("表決不通過，決議卻是「%s」；請按 F6 或 F8 核對"),
                    label_choice(&decision_kind_choices, d->kind));
    else if (result == RESULT_CARRIED && d->kind == DECISION_REJECTED)
        app_message(app, ROLE_WARN, _("表決通過，決議卻是「%s」；請按 F6 或 F8 核對"),
                    label_choice(&decision_kind_choices, d->kind));
}

/* When it is voted: now, and written up later when it was decided. */
static int voting_minutes(struct app *app, const struct session *session, const struct item *item)
{
    const struct decision *d = item_decision(item);
    int minutes = frame_minutes(app, &session->frame);

    if (minutes < 0 && d && d->at)
        (void)time_parse_iso(d->at, &minutes);
    return minutes;
}

/* What the form begins with: the vote that stands, or a show of hands. */
static void start(struct app *app, const struct session *session, const struct item *item,
                  struct vote_form *form)
{
    const struct rule *rule = session->frame.s.rule;
    struct vote *vote = &form->vote;

    form->stored = item->vote.n > 0;
    form->recused = (int)item->recused.n;
    entity_defaults(&rule_entity, &form->rule);
    if (rule) {
        form->rule = *rule;
        if (rule->from && strlen(rule->from) < sizeof form->rule_from)
            memcpy(form->rule_from, rule->from, strlen(rule->from) + 1);
        form->rule.from = NULL;
    }
    if (form->stored) {
        *vote = item->vote.v[0];
    } else {
        entity_defaults(&vote_entity, vote);
        vote->method = VOTE_HANDS;
    }
    memset(&vote->ballots, 0, sizeof vote->ballots); /* their rows may be loaded anew meanwhile */
    form->now = UNKNOWN;
    if (quorum_recorded(&session->frame.s.meeting))
        form->now = vote_entitled(&session->frame.s.meeting, rule, voting_minutes(app, session, item), item);
    if (!form->stored || vote->entitled == UNKNOWN)
        vote->entitled = form->now;
}

/* What is put in for a vote of this method: ballots are for a vote by name alone, the chair's vote for a tie.
 * The rule that was applied stands with it, whatever the rules become. */
static void settle(struct vote_form *form)
{
    const struct threshold by = vote_applied(&form->vote, &form->rule);
    struct vote *vote = &form->vote;

    if (vote->method != VOTE_ROLLCALL)
        form->ballots.n = 0;
    if (vote->method == VOTE_CONSENT)
        vote->votes_for = vote->against = vote->abstain = UNKNOWN;
    else
        vote_set_threshold(vote, &by);
    if (!vote_is_tied(vote))
        vote->casting = UNKNOWN;
    vote->result = vote_outcome(vote, NULL);
}

/* No rule says by what it is carried, and it matters: the secretary does. false: not now. */
static bool choose_threshold(struct app *app, struct vote_form *form)
{
    struct arena arena = ARENA_INIT;
    struct pick_row rows[VOTE_READINGS];
    int row;

    memset(rows, 0, sizeof rows);
    for (int i = 0; i < VOTE_READINGS; i++) {
        struct str label = STR_INIT;

        label_threshold(&label, &vote_readings[i]);
        rows[i].number = i + 1;
        rows[i].label = arena_text(&arena, label.text, label.len_bytes);
        rows[i].detail = label_choice(&vote_result_choices, vote_outcome_by(&form->vote, &vote_readings[i]));
        str_release(&label);
        if (!rows[i].label)
            rows[i].label = "";
    }
    row = app_pick(app, _("本會規則沒有定可決數，以哪一種計算？"), rows, VOTE_READINGS, 0);
    if (row >= 0)
        vote_set_threshold(&form->vote, &vote_readings[row]);
    arena_release(&arena);
    return row >= 0;
}

/* The form, and the ballots by name from within it, until it is answered. NULL: given up. */
static const char *ask(struct app *app, struct vote_form *form)
{
    const char *first = form->stored ? NULL : "for", *action;
    struct arena arena = ARENA_INIT;
    struct err err = {0};

    for (;;) {
        action = session_form(app, _("表決"), vote_fields, vote_n_fields, &vote_source, form, first);
        if (action && strcmp(action, "store") == 0 && vote_form_is_open(form) &&
            !choose_threshold(app, form)) {
            first = "threshold";
            continue;
        }
        if (action && strcmp(action, "recount") == 0) {
            form->vote.entitled = form->now;
            first = "store";
            continue;
        }
        if (!action || strcmp(action, "ballots") != 0)
            break;
        ballots_ask(app, &form->ballots);
        if (!ballots_cast(&form->ballots))
            first = "ballots";
        else if (ballots_put(&form->ballots, NULL, &arena, &form->vote, &err))
            app_error(app, &err);
        else
            first = "store";
        memset(&form->vote.ballots, 0, sizeof form->vote.ballots); /* they are kept by name */
    }
    arena_release(&arena);
    return action;
}

void session_run_vote(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct vote_form form = {.ballots = {.arena = ARENA_INIT}};
    const char *action;
    struct err err = {0};

    if (!session_end(app, session) || !session_fresh(app, session) || !session_stop(session))
        return;
    start(app, session, session_stop(session)->item, &form);
    if (ballots_load(app, session, &form.ballots, &err)) {
        app_error(app, &err);
        goto out;
    }
    action = ask(app, &form);
    if (!action || !session_fresh(app, session) || !session_stop(session))
        goto out;
    settle(&form);
    if (strcmp(action, "remove") == 0)
        store_vote(app, session, NULL);
    else if (form.vote.result == UNKNOWN && form.vote.of == OF_PRESENT && form.vote.entitled == UNKNOWN)
        app_message(app, ROLE_WARN, "%s", _("沒有報到紀錄，算不出出席人數的比例，沒有記下表決"));
    else if (form.vote.result == UNKNOWN)
        app_message(app, ROLE_WARN, "%s", _("票數還沒有填，沒有記下表決"));
    else
        store_vote(app, session, &form);
out:
    arena_release(&form.ballots.arena);
}

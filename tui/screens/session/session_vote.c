/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vote on an item: how, how many, and what it came to. Who may vote is counted by core.
 */
#include "core/meeting/vote.h"
#include "tui/screens/session/session_ballots.h"
#include "tui/screens/session/session_form.h"
#include "tui/screens/shared/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the form ------------------------------------------------------------------------------------- */

static const struct form_field fields[] = {
    {.name = "method", .label = N_("方式"), .kind = FORM_CHOICE, .help = N_("← → 選擇；無異議不必填票數")},
    {.name = "entitled", .label = N_("有表決權"), .kind = FORM_FIXED},
    {.name = "ballots",
     .label = N_("逐人記票"),
     .kind = FORM_OPEN,
     .help = N_("Enter 逐人記下同意、不同意、棄權；不逐人記時填下面的票數")},
    {.name = "counted", .label = N_("票數"), .kind = FORM_FIXED},
    {.name = "for",
     .label = N_("同意"),
     .kind = FORM_NUMBER,
     .max = 999,
     .help = N_("↑ 可以改表決方式；無異議不必填票數")},
    {.name = "against", .label = N_("不同意"), .kind = FORM_NUMBER, .max = 999},
    {.name = "abstain", .label = N_("棄權"), .kind = FORM_NUMBER, .max = 999},
    {.name = "result", .label = N_("結果"), .kind = FORM_FIXED},
    {.name = "casting", .label = N_("主席表決"), .kind = FORM_CHOICE, .help = N_("可否同數時取決於主席")},
    {.name = "store",
     .label = N_("記下表決"),
     .kind = FORM_ACTION,
     .help = N_("Enter 存檔；Esc 放棄；↓ 可以改門檻")},
    {.name = "of",
     .label = N_("計算基準"),
     .kind = FORM_CHOICE,
     .help = N_("以贊成與反對的票數，或以出席人數為準")},
    {.name = "share",
     .label = N_("通過門檻"),
     .kind = FORM_CHOICE,
     .help = N_("依本會規定；設置要點沒有另定時用過半數")},
    {.name = "remove", .label = N_("刪除表決"), .kind = FORM_ACTION, .help = N_("這一案沒有表決")},
};

struct vote_form {
    struct vote vote;
    struct ballots ballots;
    bool stored; /* there was one before */
};

/* The figures come from the ballots, not from typing. */
static bool is_by_name(const struct vote_form *form)
{
    return form->vote.method == VOTE_ROLLCALL && ballots_cast(&form->ballots) > 0;
}

static int *figure(struct vote *vote, const char *name)
{
    return strcmp(name, "for") == 0       ? &vote->votes_for
           : strcmp(name, "against") == 0 ? &vote->against
           : strcmp(name, "abstain") == 0 ? &vote->abstain
           : strcmp(name, "method") == 0  ? &vote->method
           : strcmp(name, "of") == 0      ? &vote->of
                                          : &vote->casting;
}

static const struct choices *choices_of(const char *name)
{
    return strcmp(name, "method") == 0    ? &vote_method_choices
           : strcmp(name, "of") == 0      ? &vote_of_choices
           : strcmp(name, "casting") == 0 ? &vote_choice_choices
                                          : NULL;
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    struct vote_form *form = context;
    struct vote *vote = &form->vote;
    const struct choices *choices = choices_of(field->name);
    int value;

    if (field->kind == FORM_ACTION)
        return;
    if (strcmp(field->name, "ballots") == 0) {
        str_printf(out, _("已填 %zu/%zu 人"), ballots_cast(&form->ballots), form->ballots.n);
    } else if (strcmp(field->name, "counted") == 0) {
        vote_figures_label(vote, out);
    } else if (strcmp(field->name, "entitled") == 0) {
        if (vote->entitled != UNKNOWN)
            str_printf(out, _("%d 人（出席委員與代理人，扣除迴避）"), vote->entitled);
    } else if (strcmp(field->name, "result") == 0) {
        str_add(out, label_choice(&vote_result_choices, vote_outcome(vote)));
        if (vote_missing(vote) > 0)
            str_printf(out, _("（還有 %d 人未投票）"), vote_missing(vote));
        else if (vote_missing(vote) < 0)
            str_printf(out, _("（比有表決權人數多 %d 票，請再核對）"), -vote_missing(vote));
    } else if (strcmp(field->name, "share") == 0) {
        str_printf(out, "%d/%d%s", vote->share.num, vote->share.den,
                   vote->comparison == COMPARE_AT_LEAST ? ">=" : ">");
    } else {
        value = *figure(vote, field->name);
        if (value == UNKNOWN)
            return;
        if (choices)
            str_add(out, choices->codes[value]);
        else
            str_printf(out, "%d", value);
    }
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct vote *vote = &((struct vote_form *)context)->vote;
    const struct choices *choices = choices_of(field->name);

    (void)err;
    if (strcmp(field->name, "share") == 0) {
        char *end;

        vote->share.num = (int)strtol(value, &end, 10);
        vote->share.den = *end == '/' ? (int)strtol(end + 1, &end, 10) : 0;
        vote->comparison = strcmp(end, ">=") == 0 ? COMPARE_AT_LEAST : COMPARE_MORE;
    } else if (choices) {
        *figure(vote, field->name) = choice_find(choices, value);
    } else {
        *figure(vote, field->name) = *value ? (int)strtol(value, NULL, 10) : UNKNOWN;
    }
    return STATUS_OK;
}

static void share_options(struct form_option *v, size_t *n)
{
    v[0] = (struct form_option){.code = "1/2>", .label = _("過半數")};
    v[1] = (struct form_option){.code = "1/2>=", .label = _("二分之一以上")};
    v[2] = (struct form_option){.code = "2/3>=", .label = _("三分之二以上")};
    v[3] = (struct form_option){.code = "3/4>=", .label = _("四分之三以上")};
    *n = 4;
}

static void options(void *context, const struct form_field *field, struct arena *arena,
                    struct form_option **out, size_t *n)
{
    const struct choices *choices = choices_of(field->name);
    struct form_option *v = arena_take(arena, 8 * sizeof *v);

    (void)context;
    *n = 0;
    *out = v;
    if (!v)
        return;
    if (!choices) {
        share_options(v, n);
        return;
    }
    if (choices == &vote_choice_choices)
        v[(*n)++] = (struct form_option){.code = "", .label = _("（未表決）")};
    for (size_t i = 0; i < choices->n && *n < 8; i++)
        if (choices != &vote_choice_choices || i != VOTE_ABSTAIN)
            v[(*n)++] =
                (struct form_option){.code = choices->codes[i], .label = label_choice(choices, (int)i)};
}

static bool hidden(void *context, const struct form_field *field)
{
    const struct vote_form *form = context;

    if (strcmp(field->name, "remove") == 0)
        return !form->stored;
    if (strcmp(field->name, "ballots") == 0)
        return form->vote.method != VOTE_ROLLCALL;
    if (strcmp(field->name, "counted") == 0)
        return !is_by_name(form);
    if (field->kind == FORM_NUMBER && is_by_name(form))
        return true;
    if (strcmp(field->name, "method") == 0 || strcmp(field->name, "store") == 0 ||
        strcmp(field->name, "result") == 0)
        return false;
    if (strcmp(field->name, "casting") == 0)
        return form->vote.method == VOTE_CONSENT || form->vote.votes_for == UNKNOWN ||
               form->vote.votes_for != form->vote.against;
    return form->vote.method == VOTE_CONSENT;
}

static const struct form_source source = {.get = get, .set = set, .options = options, .hidden = hidden};

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
            copy.result = vote_outcome(&copy);
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
}

/* What a vote begins with: the one that stands, or a show of hands by the usual majority. */
static struct vote start_of(struct app *app, const struct session *session, const struct item *item)
{
    struct vote vote;

    if (item->vote.n) {
        vote = item->vote.v[0];
    } else {
        entity_defaults(&vote_entity, &vote);
        vote.method = VOTE_HANDS;
        vote.of = OF_CAST;
        vote.share = (struct share){1, 2};
        vote.comparison = COMPARE_MORE;
    }
    if (vote.share.den <= 0)
        vote.share = (struct share){1, 2};
    if (quorum_recorded(&session->frame.s.meeting) && (!item->vote.n || vote.entitled == UNKNOWN))
        vote.entitled = vote_entitled(&session->frame.s.meeting, session->frame.s.rule,
                                      frame_minutes(app, &session->frame), item);
    return vote;
}

/* What is put in for a vote of this method: ballots are for a vote by name alone. */
static void settle(struct vote_form *form)
{
    struct vote *vote = &form->vote;

    if (vote->method != VOTE_ROLLCALL)
        form->ballots.n = 0;
    if (vote->method == VOTE_CONSENT)
        vote->votes_for = vote->against = vote->abstain = UNKNOWN;
    vote->result = vote_outcome(vote);
}

/* The form, and the ballots by name from within it, until it is answered. NULL: given up. */
static const char *ask(struct app *app, struct vote_form *form)
{
    const char *first = form->stored ? NULL : "for", *action;
    struct arena arena = ARENA_INIT;
    struct err err = {0};

    for (;;) {
        action = session_form(app, _("表決"), fields, sizeof fields / sizeof *fields, &source, form, first);
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
    form.stored = session_stop(session)->item->vote.n > 0;
    form.vote = start_of(app, session, session_stop(session)->item);
    memset(&form.vote.ballots, 0, sizeof form.vote.ballots); /* their rows may be loaded anew meanwhile */
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
    else if (form.vote.result == UNKNOWN)
        app_message(app, ROLE_WARN, "%s", _("票數還沒有填，沒有記下表決"));
    else
        store_vote(app, session, &form);
out:
    arena_release(&form.ballots.arena);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * F6 on an item: the standard decisions, words of its own, one for several items, taking it back. The usual
 * one is chosen already, so that F6 Enter is enough. Never refused for want of a quorum: it is said loudly,
 * and stands with the decision.
 */
#include "core/meeting/merge.h"
#include "core/paper/minutes.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

#include <string.h>

const char *session_time(const struct app *app, const struct session *session, char out[TIME_ISO_SIZE])
{
    out[0] = '\0';
    if (frame_is_open(&session->frame))
        (void)meeting_clock(&session->frame.s.meeting, app_moment(app), out);
    return out;
}

const char *session_why_not_decide(struct app *app, struct screen *screen)
{
    const struct session *session = session_of(screen);
    const struct stop *stop = session_stop(session);

    if (frame_why_not_change(app, screen))
        return frame_why_not_change(app, screen);
    if (!stop || !session_wants_decision(stop))
        return _("這一節沒有要作成的決議");
    if (session->frame.s.meeting.outcome == OUTCOME_FELL || session->frame.s.meeting.outcome == OUTCOME_TALK)
        return _("流會或談話會不能作成決議");
    return NULL;
}

/* ---- storing -------------------------------------------------------------------------------------- */

/* A decision without quorum is recorded as such, and nobody shall overlook it. */
static void warn_quorum(struct app *app, const struct session *session)
{
    const struct stop *stop = session_stop(session);
    const struct decision *d = stop && !stop->about ? item_decision(stop->item) : NULL;

    if (d && d->met == 0)
        app_message(app, ROLE_BAD, _("注意：作成決議時未達法定人數（出席 %d/%d），已註記在決議上"),
                    d->present, d->in_office);
    else
        session_warn_contrary(app, session);
}

static void store(struct app *app, struct session *session, int kind, const char *with)
{
    const struct item *item = session_stop(session)->item;
    const struct decision *old = item_decision(item);
    struct attempt attempt;
    struct str place = STR_INIT;
    struct decision wanted;
    char time[TIME_ISO_SIZE];
    enum status status;

    session_stop_label(session, session_stop(session), &place);
    app_attempt(app, &attempt, _("%s %s：%s"), session->frame.s.meeting.key, place.text,
                label_choice(&decision_kind_choices, kind));
    do {
        if (old)
            wanted = *old;
        else
            entity_defaults(&decision_entity, &wanted);
        wanted.kind = kind;
        wanted.with = with;
        wanted.points = (struct outline){NULL, 0};
        status = decision_save(app->db, &attempt.stamp, &session->frame.s, item, &wanted,
                               *session_time(app, session, time) ? time : NULL, &attempt.err);
    } while (app_again(app, &attempt, status));
    str_release(&place);
    session_reload(app, session);
    if (!status)
        warn_quorum(app, session);
}

static void take_back(struct app *app, struct session *session)
{
    const char *const choices[] = {_("留著"), _("刪除決議")};
    struct attempt attempt;
    struct str place = STR_INIT;
    enum status status;

    session_stop_label(session, session_stop(session), &place);
    if (app_ask(app, _("刪除這項決議？"), place.text, choices, 2, 0) == 1 && session_fresh(app, session)) {
        app_attempt(app, &attempt, _("%s %s：%s"), session->frame.s.meeting.key, place.text, _("刪除決議"));
        do
            status = decision_remove(app->db, &attempt.stamp, &session->frame.s, session_stop(session)->item,
                                     &attempt.err);
        while (app_again(app, &attempt, status));
        session_reload(app, session);
    }
    str_release(&place);
}

/* ---- the menu ------------------------------------------------------------------------------------- */

/* What can be chosen: the kinds, in one order everywhere, then what is done with the decision that stands. */
enum { CHOICE_WORDS = DECISION_CUSTOM, CHOICE_REMOVE, CHOICE_TOGETHER };
enum { KINDS = DECISION_UNDISCUSSED }; /* 未及討論 comes of itself at the adjournment */

static int usual(const struct item *item)
{
    const struct decision *d = item_decision(item);

    if (d && d->kind != UNKNOWN && d->kind < KINDS)
        return d->kind;
    return item->section == SECTION_REPORT || item->section == SECTION_TRACKING ? DECISION_NOTED
                                                                                : DECISION_APPROVED;
}

void session_kind_words(const struct style *style, int kind, struct str *out)
{
    const char *word = label_choice(&decision_kind_choices, kind);
    const char *printed = minutes_decision_words(style, kind);
    const size_t len = strlen(word);

    str_add(out, word);
    if (*printed && (strncmp(printed, word, len) != 0 || (printed[len] && strcmp(printed + len, "。") != 0)))
        str_printf(out, _("　%s"), printed);
}

static int ask(struct app *app, struct session *session)
{
    const struct item *item = session_stop(session)->item;
    struct str words[KINDS], title = STR_INIT;
    const char *choices[KINDS + 3];
    int deeds[KINDS + 3], n = 0, answer;

    for (; n < KINDS; n++) {
        str_init(&words[n]);
        session_kind_words(session->frame.style, n, &words[n]);
        choices[n] = words[n].text;
        deeds[n] = n;
    }
    deeds[n] = CHOICE_WORDS;
    choices[n++] = item->decision.n ? _("改寫決議文字…") : _("自訂文字…");
    if (item->decision.n) {
        deeds[n] = CHOICE_REMOVE;
        choices[n++] = _("刪除決議…");
    }
    if (item_is_matter(item) && !merge_goes(item)) {
        deeds[n] = CHOICE_TOGETHER;
        choices[n++] = _("幾案一併決議…");
    }
    session_stop_label(session, session_stop(session), &title);
    answer = app_ask(app, item->section == SECTION_REPORT ? _("決定") : _("決議"), title.text, choices, n,
                     item->decision.n && item->decision.v[0].points.n ? KINDS : usual(item));
    str_release(&title);
    for (int i = 0; i < KINDS; i++)
        str_release(&words[i]);
    return answer < 0 ? answer : deeds[answer];
}

/* Words of its own are lost when a standard wording takes their place. */
static bool may_replace(struct app *app, const struct item *item)
{
    const char *const choices[] = {_("保留原來的文字"), _("改用標準文字")};

    return !item->decision.n || !item->decision.v[0].points.n ||
           app_ask(app, _("取代決議文字？"), _("這一案的決議已有自訂的文字，改用標準文字就會取代它。"),
                   choices, 2, 0) == 1;
}

static void write_words(struct app *app, struct session *session)
{
    const struct decision *d = item_decision(session_stop(session)->item);
    const int kind = d && d->kind != UNKNOWN && d->kind != DECISION_JOINT ? d->kind : DECISION_CUSTOM;
    struct str first = STR_INIT;

    if (kind != DECISION_CUSTOM)
        minutes_decision_text(&session->frame.s, session->frame.style, session_stop(session)->item, &first);
    session_begin_decision(app, session, kind, first.len_bytes ? first.text : NULL);
    str_release(&first);
}

void session_run_decide(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    const char *with = NULL;
    int choice;

    if (!session_end(app, session) || !session_fresh(app, session) || !session_stop(session))
        return;
    if (session_stop(session)->about) {
        session_decide_ruling(app, session);
        return;
    }
    choice = ask(app, session);
    if (choice < 0 || !session_fresh(app, session) || !session_stop(session))
        return;
    if (choice == CHOICE_WORDS) {
        write_words(app, session);
        return;
    }
    if (choice == CHOICE_REMOVE) {
        take_back(app, session);
        return;
    }
    if (choice == CHOICE_TOGETHER) {
        session_run_together(app, screen);
        return;
    }
    if (!may_replace(app, session_stop(session)->item))
        return;
    if (choice == DECISION_MERGED) {
        with = session_pick_with(app, session);
        if (!with)
            return;
    }
    store(app, session, choice, with);
}

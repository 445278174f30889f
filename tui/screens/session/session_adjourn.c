/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The end of the meeting.
 */
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/item_label.h"

const char *session_why_not_adjourn(struct app *app, struct screen *screen)
{
    const struct session *session = session_of(screen);

    if (frame_why_not_change(app, screen))
        return frame_why_not_change(app, screen);
    if (frame_is_over(&session->frame))
        return _("已經散會了");
    if (!meeting_milestone(&session->frame.s.meeting, STEP_OPENED))
        return _("還沒有開會：請先到「報到」（Alt-4）按 F8");
    return NULL;
}

/* The items that core will leave undiscussed, one a line; how many. */
static int list_undiscussed(const struct session *session, struct str *out)
{
    const struct meeting *meeting = &session->frame.s.meeting;
    int n = 0;

    for (size_t i = 0; i < meeting->items.n; i++) {
        if (!item_left_over(&meeting->items.v[i]))
            continue;
        str_add(out, "  ");
        label_item(out, &session->frame.s, session->frame.style, &meeting->items.v[i]);
        str_add_char(out, '\n');
        n++;
    }
    return n;
}

static int list_unruled(const struct session *session)
{
    int n = 0;

    for (size_t i = 0; i < session->n_stops; i++)
        n += session->stops[i].about && !session_is_decided(session, &session->stops[i]);
    return n;
}

static bool confirm(struct app *app, const struct session *session)
{
    const char *const choices[] = {_("還沒有散會"), _("散會")};
    struct str text = STR_INIT, items = STR_INIT;
    int n = list_undiscussed(session, &items), unruled = list_unruled(session), answer;

    if (session->frame.s.meeting.outcome == OUTCOME_TALK) {
        str_add(&text, _("談話會不作成決議，各案都列入下次議程。"));
        n = unruled = 0;
    } else if (n)
        str_printf(&text, _("下列 %d 案還沒有決議，散會後記為「未及討論」，自動列入下次議程：\n%s"), n,
                   items.text);
    if (unruled)
        str_printf(&text, _("還有 %d 件列管案沒有裁示，會繼續列管。\n"), unruled);
    if (!text.len_bytes)
        str_add(&text, _("所有的案都有決議了。"));
    answer = app_ask(app, _("散會？"), text.text, choices, 2, n || unruled ? 0 : 1);
    str_release(&text);
    str_release(&items);
    return answer == 1;
}

/* When it ended: a time of the meeting's first day, past midnight 24:10. */
static bool ask_end(struct app *app, const struct session *session, char iso[MOMENT_ISO_SIZE])
{
    struct moment end = {.minutes = -1};
    char time[TIME_ISO_SIZE];
    int first = -1;

    if (meeting_clock(&session->frame.s.meeting, app_moment(app), time))
        (void)time_parse_iso(time, &first);
    if (!ask_time(app, _("散會時間"), _("例如 1605、16:05、下午4時5分；過午夜寫 24:10"), first, time) ||
        !time_parse_iso(time, &end.minutes) || !session->frame.s.date ||
        !date_parse_iso(session->frame.s.date, &end.date))
        return false;
    moment_iso(iso, end);
    return true;
}

void session_run_adjourn(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    char end[MOMENT_ISO_SIZE];
    struct attempt attempt;
    enum status status;
    int undiscussed = 0;

    if (!session_end(app, session) || !session_fresh(app, session) || !confirm(app, session) ||
        !ask_end(app, session, end) || !session_fresh(app, session))
        return;
    app_attempt(app, &attempt, _("%s 散會"), session->frame.s.meeting.key);
    do
        status = meeting_adjourn(app->db, &attempt.stamp, &session->frame.s, end, &undiscussed, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status)
        return;
    session_reload(app, session);
    if (undiscussed)
        app_message(app, ROLE_GOOD, _("散會 %s。未及討論 %d 案，下次會議自動列入。Alt-6 到「紀錄」"),
                    end + 11, undiscussed);
    else
        app_message(app, ROLE_GOOD, _("散會 %s。Alt-6 到「紀錄」"), end + 11);
}

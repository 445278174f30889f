/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checking in everybody at once: as they replied, and the rest as absent.
 */
#include "tui/screens/checkin/checkin.h"

const char *checkin_why_no_replies(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    bool replied = false;

    for (size_t i = 0; i < c->frame.s.meeting.attendance.n; i++) {
        const struct attendance *a = &c->frame.s.meeting.attendance.v[i];

        replied = replied || a->reply != UNKNOWN;
        if (a->reply != UNKNOWN && a->status == UNKNOWN)
            return checkin_why_not(app, screen);
    }
    return replied ? _("有回復的委員都報到了") : _("還沒有會前回復：逐一按空白鍵報到，或用 r 記下回復");
}

void checkin_run_replied(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    struct attempt attempt;
    enum status status;
    int n = 0;

    if (!frame_fresh(app, &c->frame))
        return;
    app_attempt(app, &attempt, "%s", _("報到：全部依會前回復"));
    do
        status = attendance_as_replied(app->db, &attempt.stamp, &c->frame.s, &n, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status && frame_fresh(app, &c->frame))
        app_message(app, ROLE_GOOD, _("已依會前回復報到 %d 人；與實際不同的再逐一改"), n);
}

const char *checkin_why_no_rest(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;

    for (size_t i = 0; i < c->frame.s.meeting.composition.n; i++)
        if (seat_attendance(&c->frame.s, c->frame.s.meeting.composition.v[i].member).status == UNKNOWN)
            return checkin_why_not(app, screen);
    return _("所有委員都有出席狀態了");
}

void checkin_run_rest(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    struct attempt attempt;
    enum status status;
    int n = 0;

    if (!frame_fresh(app, &c->frame))
        return;
    app_attempt(app, &attempt, "%s", _("報到：其餘缺席"));
    do
        status = attendance_rest(app->db, &attempt.stamp, &c->frame.s, PRESENCE_ABSENT, &n, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status && frame_fresh(app, &c->frame))
        app_message(app, ROLE_GOOD, _("其餘 %d 人已記為缺席"), n);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quorum of a loaded meeting at the moment that counts, and how the top line shows it. All figures are
 * core's.
 */
#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/shared/label.h"

int frame_minutes(const struct app *app, const struct meeting_frame *frame)
{
    const struct moment now = app_moment(app);
    int opening = meeting_opening(&frame->s.meeting), minutes;
    struct date first;

    if (frame_is_over(frame) || !frame->s.date || !date_parse_iso(frame->s.date, &first))
        return -1;
    minutes = date_days_between(first, now.date) * DAY_MINUTES + now.minutes;
    /* past midnight a meeting goes on; one that was never opened does not */
    if (minutes < 0 || minutes > (frame_is_open(frame) ? TIME_LAST : DAY_MINUTES))
        return -1;
    return minutes > opening ? minutes : opening;
}

struct quorum frame_quorum(const struct app *app, const struct meeting_frame *frame)
{
    return snapshot_quorum(&frame->s, frame_minutes(app, frame), NULL);
}

static void add_piece(struct status_line *line, struct str *text, bool known, bool met)
{
    if (known)
        str_add(text, met ? " ✔" : " ✘");
    status_add(line, !known ? ROLE_TEXT : met ? ROLE_GOOD : ROLE_BAD, text->text);
    str_clear(text);
}

enum quorum_count { COUNT_FORECAST, COUNT_PRESENT, COUNT_ITEM };

static void add_quorum(struct status_line *line, const struct quorum *q, enum quorum_count count)
{
    struct str text = STR_INIT;

    if (count == COUNT_FORECAST)
        str_printf(&text, _("預估 %d/%d"), q->present, q->in_office);
    else if (count == COUNT_ITEM)
        str_printf(&text, _("本案 出席 %d/%d"), q->present, q->in_office);
    else
        str_printf(&text, _("出席 %d/%d"), q->present, q->in_office);
    add_piece(line, &text, q->needed != UNKNOWN, q->present >= q->needed);
    if (q->civil_needed > 0) {
        str_printf(&text, _("民間 %d"), q->civil);
        add_piece(line, &text, true, q->civil >= q->civil_needed);
    }
    str_release(&text);
}

static bool any_reply(const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->attendance.n; i++)
        if (meeting->attendance.v[i].reply != UNKNOWN)
            return true;
    return false;
}

void frame_status(const struct app *app, const struct screen *screen, struct status_line *line)
{
    frame_status_of(app, (const struct meeting_frame *)screen, NULL, line);
}

void frame_status_of(const struct app *app, const struct meeting_frame *frame, const struct item *item,
                     struct status_line *line)
{
    const struct meeting *meeting = &frame->s.meeting;
    struct quorum q = snapshot_quorum(&frame->s, frame_minutes(app, frame), item);

    if (meeting->outcome == OUTCOME_FELL || meeting->outcome == OUTCOME_TALK ||
        meeting->outcome == OUTCOME_CANCELLED || meeting->outcome == OUTCOME_POSTPONED)
        status_add(line, ROLE_WARN, label_choice(&outcome_choices, meeting->outcome));
    if (q.doubt == DOUBT_NO_ATTENDANCE) {
        if (!any_reply(meeting)) {
            status_add(line, ROLE_DIM, label_doubt(q.doubt));
            return;
        }
        q = quorum_forecast(meeting, frame->s.rule);
        add_quorum(line, &q, COUNT_FORECAST);
        return;
    }
    add_quorum(line, &q, item ? COUNT_ITEM : COUNT_PRESENT);
    if (q.verdict == QUORUM_UNKNOWN)
        status_add(line, ROLE_WARN, label_doubt(q.doubt));
    else if (frame_is_over(frame))
        return; /* what it was at its opening; nothing is to be opened any more */
    else if (q.verdict == QUORUM_MET)
        status_add(line, ROLE_GOOD, frame_is_open(frame) ? _("足法定人數") : _("可以開會"));
    else
        status_add(line, ROLE_BAD, _("未達法定人數"));
}

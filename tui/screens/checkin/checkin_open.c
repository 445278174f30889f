/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * F8: the chair opens the meeting, or it falls, or goes on as a talk. What the chair does is never refused;
 * without a quorum it is asked what he did.
 */
#include "tui/screens/checkin/checkin.h"

#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"

#include <string.h>

const char *checkin_why_not_open(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const struct meeting *m = &c->frame.s.meeting;

    if (m->outcome == OUTCOME_CANCELLED || m->outcome == OUTCOME_POSTPONED)
        return _("會議已取消或延期：請先在「籌備」恢復或填新的日期");
    if (m->end || meeting_milestone(m, STEP_ADJOURNED))
        return _("會議已經散會");
    return frame_why_not_change(app, screen);
}

/* The time to propose: now, where it is about the time of the meeting; else as planned. */
static int proposed(const struct app *app, const struct meeting_frame *frame)
{
    char now[TIME_ISO_SIZE];
    int minutes;

    if (frame->s.meeting.opened && time_parse_iso(frame->s.meeting.opened, &minutes))
        return minutes;
    if (meeting_clock(&frame->s.meeting, app_moment(app), now) && time_parse_iso(now, &minutes))
        return minutes;
    minutes = meeting_opening(&frame->s.meeting);
    return minutes >= 0 ? minutes : app_moment(app).minutes;
}

static bool ask_opening(struct app *app, const struct checkin *c, const char *title, const char *told,
                        char time[TIME_ISO_SIZE])
{
    const char *date = c->frame.s.date;
    char today[DATE_ISO_SIZE];
    struct str help = STR_INIT;
    bool answered;

    str_add(&help, told);
    if (date && strcmp(frame_today(app, today), date) != 0) {
        str_add(&help, _("（會議日期是 "));
        label_date(&help, date);
        str_add(&help, _("，不是今天）"));
    }
    answered = ask_time(app, title, help.text, proposed(app, &c->frame), time);
    str_release(&help);
    return answered;
}

static void store(struct app *app, struct checkin *c, const char *time, enum outcome outcome,
                  const char *what)
{
    struct attempt attempt;
    char today[DATE_ISO_SIZE], date[DATE_ISO_SIZE] = "";
    enum status status;

    memcpy(date, c->frame.s.date ? c->frame.s.date : frame_today(app, today), sizeof date - 1);
    app_attempt(app, &attempt, _("%s：%s %s"), c->frame.s.meeting.key, what, time);
    do
        status = meeting_open(app->db, &attempt.stamp, &c->frame.s, date, time, outcome, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status || !frame_fresh(app, &c->frame))
        return;
    if (outcome == OUTCOME_FELL)
        app_message(app, ROLE_WARN, _("%s 宣布流會；案由會列入下次會議"), time);
    else if (outcome == OUTCOME_TALK)
        app_message(app, ROLE_WARN,
                    _("%s 改開談話會：可以記發言，不能作成決議；案由會列入下次會議。F9 進入議事"), time);
    else if (c->verdict == QUORUM_MET)
        app_message(app, ROLE_GOOD, _("%s 開會，足法定人數。按 F9 進入議事"), time);
    else
        app_message(app, ROLE_BAD, _("%s 開會，但未足法定人數，紀錄會註明。按 F9 進入議事"), time);
}

/* The figures as the dialogs tell them. */
static void tell(const struct checkin *c, const struct quorum *q, struct str *out)
{
    const char *clause = quorum_clause(c->frame.s.rule);
    enum role role;

    quorum_label(out, q, c->frame.s.rule, "\n", false);
    if (clause)
        str_printf(out, _("\n依據 %s"), label_clause(clause));
    str_add_char(out, '\n');
    verdict_label(out, &c->frame, q, &role);
}

static void open_met(struct app *app, struct checkin *c, const struct quorum *q)
{
    struct str told = STR_INIT;
    char time[TIME_ISO_SIZE];

    str_printf(&told, _("出席 %d/%d"), q->present, q->in_office);
    if (q->civil_needed > 0)
        str_printf(&told, _("，民間 %d"), q->civil);
    str_add(&told, _("，可以開會。幾點開會？"));
    if (ask_opening(app, c, _("開會"), told.text, time))
        store(app, c, time, OUTCOME_HELD, _("開會"));
    str_release(&told);
}

static void open_unmet(struct app *app, struct checkin *c, const struct quorum *q)
{
    const char *const choices[] = {_("再等一等"), _("流會"), _("改開談話會（不能作成決議）"),
                                   _("主席仍宣布開會（紀錄會註明）")};
    struct str told = STR_INIT;
    char time[TIME_ISO_SIZE];
    int answer;

    tell(c, q, &told);
    answer = app_ask(app, q->verdict == QUORUM_NOT_MET ? _("未達法定人數") : _("還不知道是否足法定人數"),
                     told.text, choices, 4, 0);
    if (answer == 1 && ask_opening(app, c, _("流會"), _("幾點宣布流會？"), time))
        store(app, c, time, OUTCOME_FELL, _("流會"));
    else if (answer == 2 && ask_opening(app, c, _("談話會"), _("幾點開始？"), time))
        store(app, c, time, OUTCOME_TALK, _("談話會"));
    else if (answer == 3 && ask_opening(app, c, _("開會"), _("幾點開會？"), time))
        store(app, c, time, OUTCOME_HELD, _("開會"));
    str_release(&told);
}

/* What was said of the opening was a slip: as if it had not been. A fall has no milestone. */
static void take_back(struct app *app, struct checkin *c)
{
    const bool fell = !meeting_milestone(&c->frame.s.meeting, STEP_OPENED);
    struct meeting wanted = c->frame.s.meeting;
    struct attempt attempt;
    enum status status;

    wanted.opened = NULL;
    wanted.outcome = UNKNOWN;
    app_attempt(app, &attempt, _("%s：撤回開會"), c->frame.s.meeting.key);
    do
        status = fell ? meeting_save(app->db, &attempt.stamp, &c->frame.s, &wanted, &attempt.err)
                      : milestone_remove(app->db, &attempt.stamp, &c->frame.s, STEP_OPENED, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status && frame_fresh(app, &c->frame))
        app_message(app, ROLE_TEXT, "%s", _("已撤回，會議還沒有開始"));
}

/* It was opened, or fell, already. */
static void change(struct app *app, struct checkin *c, const struct quorum *q)
{
    const struct meeting *m = &c->frame.s.meeting;
    const bool fell = m->outcome == OUTCOME_FELL, talk = m->outcome == OUTCOME_TALK;
    const char *const choices[] = {_("不用了"), fell || talk ? _("改為正式開會") : _("更正開會時間"),
                                   _("撤回，還沒有開會"),
                                   fell ? _("改開談話會") : _("改為談話會（不能作成決議）")};
    struct str told = STR_INIT;
    char time[TIME_ISO_SIZE];
    int answer;

    str_printf(&told,
               fell   ? _("%s 已記為流會。")
               : talk ? _("%s 起開談話會。")
                      : _("%s 已經開會。"),
               m->opened ? m->opened : "");
    str_add_char(&told, '\n');
    tell(c, q, &told);
    answer = app_ask(app,
                     fell   ? _("流會")
                     : talk ? _("談話會")
                            : _("開會"),
                     told.text, choices, talk ? 3 : 4, 0);
    if (answer == 1 && ask_opening(app, c, _("開會"), _("幾點開會？"), time))
        store(app, c, time, OUTCOME_HELD, _("開會"));
    else if (answer == 2)
        take_back(app, c);
    else if (answer == 3 && ask_opening(app, c, _("談話會"), _("幾點開始？"), time))
        store(app, c, time, OUTCOME_TALK, _("談話會"));
    str_release(&told);
}

void checkin_run_open(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    struct quorum q;

    if (!frame_fresh(app, &c->frame))
        return;
    q = frame_quorum(app, &c->frame);
    if (meeting_milestone(&c->frame.s.meeting, STEP_OPENED) || c->frame.s.meeting.outcome == OUTCOME_FELL)
        change(app, c, &q);
    else if (q.verdict == QUORUM_MET)
        open_met(app, c, &q);
    else
        open_unmet(app, c, &q);
}

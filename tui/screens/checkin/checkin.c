/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 4, 報到: loading the seats, and saying at once when the quorum is lost or won.
 */
#include "tui/screens/checkin/checkin.h"

#include "tui/screens/screens.h"

/* The quorum changed hands while the meeting is on: nobody may overlook it. */
static void announce(struct app *app, struct checkin *c)
{
    const struct quorum q = frame_quorum(app, &c->frame);
    const bool had = c->counted && c->verdict == QUORUM_MET,
               lacked = c->counted && c->verdict == QUORUM_NOT_MET;

    c->counted = true;
    c->verdict = q.verdict;
    if (!frame_is_open(&c->frame))
        return;
    if (had && q.verdict == QUORUM_NOT_MET && q.present < q.needed)
        app_message(app, ROLE_BAD, _("注意：出席 %d 人，已不足法定人數 %d 人！請告知主席；紀錄會註明。"),
                    q.present, q.needed);
    else if (had && q.verdict == QUORUM_NOT_MET)
        app_message(app, ROLE_BAD, _("注意：民間代表只剩 %d 人，不足 %d 人！請告知主席；紀錄會註明。"),
                    q.civil, q.civil_needed);
    else if (lacked && q.verdict == QUORUM_MET)
        app_message(app, ROLE_GOOD, _("出席 %d 人，已達法定人數"), q.present);
}

static enum status checkin_load(struct app *app, struct screen *screen, struct err *err)
{
    struct checkin *c = (struct checkin *)screen;
    enum status status = frame_load(app, screen, err);

    c->app = app;
    if (status)
        return status;
    c->seats = arena_take(&c->frame.s.arena, c->frame.s.meeting.composition.n * sizeof *c->seats);
    if (!c->seats)
        return err_memory(err);
    list_view_reload(&c->list);
    announce(app, c);
    return STATUS_OK;
}

static bool checkin_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct checkin *)screen)->list, key);
}

static const struct screen_ops checkin_ops = {.name = "checkin",
                                              .title = N_("報到"),
                                              .commands = COMMANDS(checkin_commands),
                                              .open = checkin_load,
                                              .reload = checkin_load,
                                              .draw = checkin_draw,
                                              .key = checkin_key,
                                              .crumb = frame_crumb,
                                              .status = frame_status,
                                              .close = frame_close};

bool checkin_push(struct app *app, int64_t meeting_id)
{
    struct checkin *c =
        (struct checkin *)frame_new(app, sizeof(struct checkin), &checkin_ops, meeting_id, FRAME_CHECKIN);

    if (!c)
        return false;
    checkin_list_init(c);
    return app_push(app, &c->frame.screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is here: a list that lies over the session, in which somebody goes out and comes back on one key, or
 * stays out for the item (迴避).
 */
#include "tui/screens/checkin/checkin.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

#include <stdlib.h>
#include <string.h>

struct present {
    struct screen screen;
    struct session *session;
    struct list_view list;
    struct seat_presence *seats;
    struct arena arena;
};

static const struct seat *seat_at(const struct present *present, size_t row)
{
    return &present->session->frame.s.meeting.composition.v[row];
}

static bool is_recused(const struct present *present, const char *member)
{
    const struct stop *stop = session_stop(present->session);

    for (size_t i = 0; stop && i < stop->item->recused.n; i++)
        if (text_same(stop->item->recused.v[i].person.member, member))
            return true;
    return false;
}

/* ---- the list ------------------------------------------------------------------------------------- */

static size_t count_seats(void *context)
{
    return ((struct present *)context)->session->frame.s.meeting.composition.n;
}

static void add_presence(const struct present *present, size_t row, struct str *out, enum role *role)
{
    const struct attendance *a =
        meeting_attendance(&present->session->frame.s.meeting, seat_at(present, row)->member);
    const struct seat_presence *here = &present->seats[row];

    if (is_recused(present, seat_at(present, row)->member)) {
        str_add(out, _("迴避本案"));
        *role = ROLE_WARN;
    } else if (here->in_person) {
        str_add(out, here->online ? _("視訊") : _("在場"));
        *role = ROLE_GOOD;
    } else if (here->delegate) {
        str_add(out, _("代理 "));
        label_person(out, &present->session->frame.s.members, here->delegate);
        *role = ROLE_GOOD;
    } else if (a && seat_gone(a)) {
        str_printf(out, _("%s 離席"), a->stays.v[a->stays.n - 1].out);
        *role = ROLE_WARN;
    } else {
        str_add(out, a && a->status != UNKNOWN ? label_choice(&presence_choices, a->status) : _("未報到"));
        *role = ROLE_DIM;
    }
}

static void add_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct present *present = context;
    const struct seat *seat = seat_at(present, row);

    if (column == 0)
        str_printf(out, "%d", seat->seat);
    else if (column == 1)
        label_member(out, &present->session->frame.s.members, seat->member);
    else if (column == 2)
        str_add(out, label_choice(&member_kind_choices, seat->kind));
    else
        add_presence(present, row, out, role);
}

static const struct list_column columns[] = {{N_("席"), 3, 0, 0, TEXT_RIGHT},
                                             {N_("姓名"), 12, 1, 0, TEXT_LEFT},
                                             {N_("類別"), 8, 0, 1, TEXT_LEFT},
                                             {N_("現在"), 20, 2, 0, TEXT_LEFT}};
static const struct list_source source = {.count = count_seats, .cell = add_cell};

static enum status present_load(struct app *app, struct screen *screen, struct err *err)
{
    struct present *present = (struct present *)screen;
    const struct meeting *meeting = &present->session->frame.s.meeting;
    const struct stop *stop = session_stop(present->session);

    arena_release(&present->arena);
    present->seats = arena_take(&present->arena, (meeting->composition.n + 1) * sizeof *present->seats);
    if (!present->seats)
        return err_memory(err);
    quorum_seats(meeting, frame_minutes(app, &present->session->frame), stop ? stop->item : NULL,
                 present->seats);
    list_view_reload(&present->list);
    return STATUS_OK;
}

/* ---- commands ------------------------------------------------------------------------------------- */

static void again(struct app *app, struct present *present)
{
    struct err err = {0};

    session_reload(app, present->session);
    if (present_load(app, &present->screen, &err))
        app_error(app, &err);
}

static const char *why_not(struct app *app, struct screen *screen)
{
    return frame_why_not_change(app, &((struct present *)screen)->session->frame.screen);
}

static void run_out(struct app *app, struct screen *screen)
{
    struct present *present = (struct present *)screen;
    size_t row;

    if (!list_view_selected(&present->list, &row))
        return;
    seat_out_or_back(app, &present->session->frame, seat_at(present, row)->member);
    again(app, present);
}

/* The item's list of those recused, with MEMBER or without. */
static void store_recused(struct app *app, struct present *present, const char *member)
{
    const struct item *item = session_stop(present->session)->item;
    struct arena arena = ARENA_INIT;
    struct named *v = arena_take(&arena, (item->recused.n + 1) * sizeof *v);
    struct item wanted = *item;
    struct str name = STR_INIT;
    struct attempt attempt;
    size_t n = 0;
    enum status status;

    if (!v)
        return;
    for (size_t i = 0; i < item->recused.n; i++)
        if (!text_same(item->recused.v[i].person.member, member))
            v[n++] = item->recused.v[i];
    if (n == item->recused.n) {
        entity_defaults(&named_entity, &v[n]);
        v[n++].person.member = member;
    }
    label_member(&name, &present->session->frame.s.members, member);
    app_attempt(app, &attempt, n > item->recused.n ? _("%s 迴避") : _("%s 不再迴避"), name.text);
    do {
        wanted = *item;
        wanted.recused.v = v;
        wanted.recused.n = n;
        status = item_save(app->db, &attempt.stamp, &present->session->frame.s, item, &wanted, &attempt.err);
    } while (app_again(app, &attempt, status));
    str_release(&name);
    arena_release(&arena);
}

static void run_recused(struct app *app, struct screen *screen)
{
    struct present *present = (struct present *)screen;
    size_t row;

    if (!list_view_selected(&present->list, &row) || !session_stop(present->session))
        return;
    store_recused(app, present, seat_at(present, row)->member);
    again(app, present);
}

static void run_close(struct app *app, struct screen *screen)
{
    (void)app;
    screen->done = true;
}

static const struct command present_commands[] = {
    {"present.out", "Enter Space", N_("離席或回座，記下現在時間"), N_("離席／回座"), 0, why_not, run_out},
    {"present.recused", "F7 r", N_("迴避本案（或不再迴避）"), N_("迴避本案"), 0, why_not, run_recused},
    {"present.close", "Esc Ctrl-G", N_("回到議事"), N_("回到議事"), 0, NULL, run_close},
};

/* ---- drawing and life ----------------------------------------------------------------------------- */

static void present_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct present *present = (struct present *)screen;
    const struct quorum q = frame_quorum(app, &present->session->frame);
    struct str title = STR_INIT;
    struct rect inner;

    rect = layout_centre(rect, 64, (int)count_seats(present) + 3);
    str_printf(&title, _("誰在場　出席 %d/%d　民間 %d"), q.present, q.in_office, q.civil);
    draw_frame(rect, title.text, true, &inner);
    list_view_draw(&present->list, inner, true);
    str_release(&title);
}

static bool present_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct present *)screen)->list, key);
}

static void present_close(struct app *app, struct screen *screen)
{
    (void)app;
    arena_release(&((struct present *)screen)->arena);
    free(screen);
}

static const struct screen_ops present_ops = {.name = "present",
                                              .title = N_("誰在場"),
                                              .commands = COMMANDS(present_commands),
                                              .open = present_load,
                                              .draw = present_draw,
                                              .key = present_key,
                                              .close = present_close};

void session_run_present(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct present *present;
    struct err err = {0};

    if (!session_fresh(app, session))
        return;
    present = calloc(1, sizeof *present);
    if (!present) {
        (void)err_memory(&err);
        app_error(app, &err);
        return;
    }
    present->screen.ops = &present_ops;
    present->session = session;
    list_view_init(&present->list, columns, (int)(sizeof columns / sizeof *columns), &source, present);
    present->list.empty = N_("還沒有委員名單。");
    app_run_modal(app, &present->screen);
    session->quorum_known &=
        session->quorum_met; /* say once more that there are too few, now that it is read */
    session_watch_quorum(app, session);
}

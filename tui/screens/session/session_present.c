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

enum { PRESENT_COLS = 64 };

struct present {
    struct screen screen;
    struct session *session;
    struct list_view list;
    struct seat_presence *seats;
    struct arena arena;
    int typed; /* the seat that is being typed; 0: none */
};

static const struct seat *seat_at(const struct present *present, size_t row)
{
    return &present->session->frame.s.meeting.composition.v[row];
}

/* He himself, or who stands in for him, stays out for the item. */
static bool is_recused(const struct present *present, const char *member)
{
    const struct stop *stop = session_stop(present->session);
    const struct attendance *a = meeting_attendance(&present->session->frame.s.meeting, member);

    return stop && quorum_recused(stop->item, member, a && !person_none(&a->delegate) ? &a->delegate : NULL);
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

/* PERSON is MEMBER, or who stands in for him. */
static bool is_same(const struct present *present, const struct person *person, const char *member)
{
    const struct attendance *a = meeting_attendance(&present->session->frame.s.meeting, member);

    return text_same(person->member, member) ||
           (a && !person_none(&a->delegate) && person_same(person, &a->delegate));
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
    struct err err = {0};
    size_t n = 0;
    enum status status;

    if (!v) {
        (void)err_memory(&err);
        app_error(app, &err);
        return;
    }
    for (size_t i = 0; i < item->recused.n; i++)
        if (!is_same(present, &item->recused.v[i].person, member))
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

/* Figures of a vote that stand already: who stays out may be among them. */
static bool has_vote(const struct present *present)
{
    const struct stop *stop = session_stop(present->session);

    return stop && stop->item->vote.n && stop->item->vote.v[0].method != VOTE_CONSENT;
}

static void run_recused(struct app *app, struct screen *screen)
{
    struct present *present = (struct present *)screen;
    size_t row;

    if (!list_view_selected(&present->list, &row) || !session_stop(present->session))
        return;
    store_recused(app, present, seat_at(present, row)->member);
    again(app, present);
    if (has_vote(present))
        app_message(app, ROLE_WARN, "%s", _("本案已經表決：迴避變更之後，請按 F8 核對票數"));
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

/* Whether there are enough, in the last row: loudly where there are not. */
static void draw_verdict(const struct present *present, const struct quorum *q, struct rect row)
{
    const bool item = session_stop(present->session) && session_stop(present->session)->item->recused.n;
    struct pen pen = pen_at(row, 0);
    struct str text = STR_INIT;
    enum role role = ROLE_WARN;

    pen_skip(&pen, ROLE_TEXT, 1);
    if (q->verdict == QUORUM_UNKNOWN) {
        str_add(&text, label_doubt(q->doubt));
    } else {
        role = q->verdict == QUORUM_MET ? ROLE_GOOD : ROLE_BAD;
        str_add(&text, item ? _("本案") : "");
        str_add(&text, q->verdict == QUORUM_MET ? _("足法定人數") : _("未達法定人數"));
        str_printf(&text, _("　出席 %d（門檻 %d）%s"), q->present, q->needed,
                   q->present >= q->needed ? "✔" : "✘");
        if (q->civil_needed > 0)
            str_printf(&text, _("　民間 %d（門檻 %d）%s"), q->civil, q->civil_needed,
                       q->civil >= q->civil_needed ? "✔" : "✘");
    }
    pen_text(&pen, role, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static void present_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct present *present = (struct present *)screen;
    const struct quorum q = session_quorum(app, present->session);
    const struct stop *stop = session_stop(present->session);
    const size_t recused = stop ? stop->item->recused.n : 0;
    struct str title = STR_INIT;
    struct rect inner, last;

    rect = layout_centre(rect, PRESENT_COLS, (int)count_seats(present) + 4);
    if (recused)
        str_printf(&title, _("誰在場　本案出席 %d/%d　民間 %d　迴避 %zu"), q.present, q.in_office, q.civil,
                   recused);
    else
        str_printf(&title, _("誰在場　出席 %d/%d　民間 %d"), q.present, q.in_office, q.civil);
    draw_frame(rect, title.text, true, &inner);
    last = inner;
    last.y += inner.rows - 1;
    last.rows = 1;
    inner.rows--;
    list_view_draw(&present->list, inner, true);
    draw_verdict(present, &q, last);
    str_release(&title);
}

/* A digit goes to the seat of that number, a second one to a seat of two digits. */
static bool type_seat(struct present *present, int digit)
{
    const struct meeting *meeting = &present->session->frame.s.meeting;
    const int wanted[] = {present->typed * 10 + digit, digit};

    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < meeting->composition.n; i++)
            if (wanted[k] > 0 && meeting->composition.v[i].seat == wanted[k]) {
                list_view_select(&present->list, i);
                present->typed = wanted[k];
                return true;
            }
    return false;
}

static bool present_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct present *present = (struct present *)screen;
    const char c = key_plain_ascii(key);

    (void)app;
    if (c >= '0' && c <= '9' && type_seat(present, c - '0'))
        return true;
    present->typed = 0;
    return list_view_key(&present->list, key);
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
    session_say_quorum_again(app, session);
}

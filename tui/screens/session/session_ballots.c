/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of those who may vote: a key is a vote, and the next one is up.
 */
#include "tui/screens/session/session_ballots.h"

#include "core/meeting/vote.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"
#include "tui/widgets/list.h"

#include <stdlib.h>
#include <string.h>

/* ---- who votes ------------------------------------------------------------------------------------- */

static const struct ballot *ballot_of(const struct vote *vote, const char *member)
{
    for (size_t i = 0; vote && i < vote->ballots.n; i++)
        if (text_same(vote->ballots.v[i].member, member))
            return &vote->ballots.v[i];
    return NULL;
}

static const char *kept(struct arena *arena, struct str *text)
{
    const char *copy = arena_text(arena, text->text, text->len_bytes);

    str_clear(text);
    return copy;
}

static bool add(struct ballots *out, const struct session *session, const char *member, int seat,
                const struct person *delegate, int vote)
{
    const struct members *members = &session->frame.s.members;
    struct voter *voter = &out->v[out->n++];
    struct str text = STR_INIT;

    *voter = (struct voter){.seat = seat, .vote = vote};
    voter->member = arena_text(&out->arena, member, strlen(member));
    label_member(&text, members, member);
    voter->name = kept(&out->arena, &text);
    if (delegate) {
        label_person(&text, members, delegate);
        voter->delegate = kept(&out->arena, &text);
    }
    str_release(&text);
    return voter->member && voter->name && (!delegate || voter->delegate);
}

/* Who stays out for the item has no vote on it, also where one was recorded before. */
static bool is_recused(const struct meeting *meeting, const struct item *item, const char *member)
{
    const struct attendance *a = meeting_attendance(meeting, member);

    return quorum_recused(item, member, a && !person_none(&a->delegate) ? &a->delegate : NULL);
}

enum status ballots_load(struct app *app, const struct session *session, struct ballots *out, struct err *err)
{
    const struct meeting *meeting = &session->frame.s.meeting;
    const struct item *item = session_stop(session)->item;
    const struct vote *stored = item->vote.n ? &item->vote.v[0] : NULL;
    const size_t n = meeting->composition.n;
    const bool recorded = quorum_recorded(meeting);
    struct seat_presence *seats = arena_take(&out->arena, (n + 1) * sizeof *seats);
    bool done = true;

    out->n = 0;
    out->v = arena_take(&out->arena, (n + (stored ? stored->ballots.n : 0) + 1) * sizeof *out->v);
    if (!seats || !out->v)
        return err_memory(err);
    quorum_seats(meeting, frame_minutes(app, &session->frame), item, seats);
    for (size_t i = 0; i < n && done; i++) {
        const struct seat *seat = &meeting->composition.v[i];
        const struct ballot *ballot = ballot_of(stored, seat->member);

        if (is_recused(meeting, item, seat->member))
            continue;
        if (ballot || !recorded || vote_may(session->frame.s.rule, seats, n, i))
            done = add(out, session, seat->member, seat->seat, seats[i].in_person ? NULL : seats[i].delegate,
                       ballot ? ballot->vote : UNKNOWN);
    }
    for (size_t i = 0; stored && i < stored->ballots.n && done; i++)
        if (!meeting_seat(meeting, stored->ballots.v[i].member) &&
            !is_recused(meeting, item, stored->ballots.v[i].member))
            done = add(out, session, stored->ballots.v[i].member, 0, NULL, stored->ballots.v[i].vote);
    return done ? STATUS_OK : err_memory(err);
}

size_t ballots_cast(const struct ballots *ballots)
{
    size_t cast = 0;

    for (size_t i = 0; i < ballots->n; i++)
        cast += ballots->v[i].vote != UNKNOWN;
    return cast;
}

enum status ballots_put(const struct ballots *ballots, const struct vote *stored, struct arena *arena,
                        struct vote *vote, struct err *err)
{
    struct ballot *v = arena_take(arena, (ballots->n + 1) * sizeof *v);
    size_t n = 0;

    if (!v)
        return err_memory(err);
    for (size_t i = 0; i < ballots->n; i++) {
        const struct ballot *old = ballot_of(stored, ballots->v[i].member);

        if (ballots->v[i].vote == UNKNOWN)
            continue;
        if (old)
            v[n] = *old;
        else
            entity_defaults(&ballot_entity, &v[n]);
        v[n].member = ballots->v[i].member;
        v[n++].vote = ballots->v[i].vote;
    }
    vote->ballots.v = v;
    vote->ballots.n = n;
    vote_count(vote);
    return STATUS_OK;
}

/* ---- the list -------------------------------------------------------------------------------------- */

struct asking {
    struct screen screen;
    struct ballots *ballots;
    struct list_view list;
};

static size_t count(void *context)
{
    return ((struct asking *)context)->ballots->n;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    static const enum role roles[] = {ROLE_GOOD, ROLE_BAD, ROLE_WARN};
    const struct voter *voter = &((struct asking *)context)->ballots->v[row];

    if (column == 0) {
        if (voter->seat > 0)
            str_printf(out, "%d", voter->seat);
    } else if (column == 1) {
        str_add(out, voter->name);
        if (voter->delegate && !*voter->delegate)
            str_add(out, _("（代理）"));
        else if (voter->delegate)
            str_printf(out, _("（代理人 %s）"), voter->delegate);
    } else if (voter->vote == UNKNOWN) {
        str_add(out, "·");
        *role = ROLE_DIM;
    } else {
        str_add(out, label_choice(&vote_choice_choices, voter->vote));
        *role = roles[voter->vote];
    }
}

static const struct list_column columns[] = {{N_("席"), 3, 0, 0, TEXT_RIGHT},
                                             {N_("有表決權者"), 24, 1, 0, TEXT_LEFT},
                                             {N_("表決"), 10, 0, 0, TEXT_LEFT}};
static const struct list_source source = {.count = count, .cell = cell};

static void give(struct screen *screen, int vote)
{
    struct asking *asking = (struct asking *)screen;
    size_t row;

    if (!list_view_selected(&asking->list, &row))
        return;
    asking->ballots->v[row].vote = vote;
    list_view_next(&asking->list);
}

static void run_for(struct app *app, struct screen *screen)
{
    (void)app;
    give(screen, VOTE_FOR);
}

static void run_against(struct app *app, struct screen *screen)
{
    (void)app;
    give(screen, VOTE_AGAINST);
}

static void run_abstain(struct app *app, struct screen *screen)
{
    (void)app;
    give(screen, VOTE_ABSTAIN);
}

static void run_clear(struct app *app, struct screen *screen)
{
    (void)app;
    give(screen, UNKNOWN);
}

static void run_rest(struct app *app, struct screen *screen)
{
    struct ballots *ballots = ((struct asking *)screen)->ballots;

    (void)app;
    for (size_t i = 0; i < ballots->n; i++)
        if (ballots->v[i].vote == UNKNOWN)
            ballots->v[i].vote = VOTE_FOR;
}

static void run_close(struct app *app, struct screen *screen)
{
    (void)app;
    screen->done = true;
}

static const struct command vote_commands[] = {
    {"vote.for", "F2 1", N_("同意，並到下一位"), N_("同意"), 0, NULL, run_for},
    {"vote.against", "F3 2", N_("不同意，並到下一位"), N_("不同意"), 0, NULL, run_against},
    {"vote.abstain", "F4 3", N_("棄權，並到下一位"), N_("棄權"), 0, NULL, run_abstain},
    {"vote.rest", "F5", N_("其餘皆同意"), N_("其餘同意"), 0, NULL, run_rest},
    {"vote.clear", "Delete 0", N_("取消這一位的票，並到下一位"), NULL, 0, NULL, run_clear},
    {"vote.close", "Enter Esc", N_("填好了"), N_("填好"), 0, NULL, run_close},
};

static void draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct asking *asking = (struct asking *)screen;
    struct str title = STR_INIT;
    struct rect inner;

    (void)app;
    rect = layout_centre(rect, 64, (int)asking->ballots->n + 3);
    str_printf(&title, _("記名表決　已填 %zu/%zu"), ballots_cast(asking->ballots), asking->ballots->n);
    draw_frame(rect, title.text, true, &inner);
    list_view_draw(&asking->list, inner, true);
    str_release(&title);
}

static bool key_list(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct asking *)screen)->list, key);
}

static const struct screen_ops vote_ops = {.name = "vote",
                                           .title = N_("記名表決"),
                                           .commands = COMMANDS(vote_commands),
                                           .draw = draw,
                                           .key = key_list};

void ballots_ask(struct app *app, struct ballots *ballots)
{
    struct asking asking = {.screen = {.ops = &vote_ops}, .ballots = ballots};

    list_view_init(&asking.list, columns, (int)(sizeof columns / sizeof *columns), &source, &asking);
    asking.list.empty = N_("沒有人在場。");
    list_view_reload(&asking.list);
    for (size_t i = ballots->n; i > 0; i--) /* at the first who has not voted */
        if (ballots->v[i - 1].vote == UNKNOWN)
            list_view_select(&asking.list, i - 1);
    app_run_modal(app, &asking.screen);
}

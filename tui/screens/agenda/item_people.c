/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People about an item, ticked off on the list of members: those who recuse themselves, those who second a
 * motion. Who is no member stands below.
 */
#include "core/committee/member.h"
#include "tui/screens/agenda/item.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/shared/person_form.h"
#include "tui/widgets/list.h"

#include <string.h>

struct people {
    struct item_frame base;
    enum item_people which;
    struct list_view list;
    bool listed;
};

/* ---- who is there ---------------------------------------------------------------------------------- */

static size_t n_named(const struct people *p)
{
    return p->which == ITEM_RECUSED ? p->base.item->recused.n : p->base.item->seconders.n;
}

static const struct named *named_at(const struct people *p, size_t i)
{
    return p->which == ITEM_RECUSED ? &p->base.item->recused.v[i] : &p->base.item->seconders.v[i];
}

static size_t n_seats(const struct people *p)
{
    return p->base.frame.s.meeting.composition.n;
}

/* The place of a seat's member among those named; their number: he is not. */
static size_t place_of(const struct people *p, const struct seat *seat)
{
    size_t i = 0;

    while (i < n_named(p) && !text_same(named_at(p, i)->person.member, seat->member))
        i++;
    return i;
}

/* The Kth of those named who has no seat; the number of all named where there are not so many. */
static size_t guest_place(const struct people *p, size_t k)
{
    for (size_t i = 0; i < n_named(p); i++) {
        const char *member = named_at(p, i)->person.member;

        if ((!member || !meeting_seat(&p->base.frame.s.meeting, member)) && k-- == 0)
            return i;
    }
    return n_named(p);
}

/* The place in the list of those named of the person in ROW; their number: he is not named. */
static size_t place_at(const struct people *p, size_t row)
{
    if (row < n_seats(p))
        return place_of(p, &p->base.frame.s.meeting.composition.v[row]);
    return guest_place(p, row - n_seats(p));
}

static size_t row_count(void *context)
{
    const struct people *p = context;
    size_t guests = 0;

    while (guest_place(p, guests) < n_named(p))
        guests++;
    return n_seats(p) + guests;
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct people *p = context;
    const struct snapshot *s = &p->base.frame.s;
    const struct seat *seat = row < n_seats(p) ? &s->meeting.composition.v[row] : NULL;
    const bool named = place_at(p, row) < n_named(p);

    if (named)
        *role = ROLE_GOOD;
    if (column == 0)
        str_add(out, named ? "✓" : "");
    else if (column == 1 && seat)
        str_printf(out, "%d", seat->seat);
    else if (column == 2 && seat)
        label_member(out, &s->members, seat->member);
    else if (column == 2)
        label_person(out, &s->members, &named_at(p, place_at(p, row))->person);
    else if (column == 3)
        str_add(out, !seat                           ? _("非委員")
                     : seat->role == MEMBER_CONVENER ? label_choice(&member_role_choices, seat->role)
                                                     : label_choice(&member_kind_choices, seat->kind));
    else if (column == 4 && seat)
        str_printf(out, "%s%s", seat->unit ? seat->unit : "", seat->title ? seat->title : "");
}

static const struct list_column columns[] = {{"", 2, 0, 0, TEXT_LEFT},
                                             {N_("席"), 3, 0, 0, TEXT_RIGHT},
                                             {N_("姓名"), 14, 1, 0, TEXT_LEFT},
                                             {N_("類別"), 10, 0, 1, TEXT_LEFT},
                                             {N_("單位職稱"), 20, 1, 2, TEXT_LEFT}};
static const struct list_source source = {.count = row_count, .cell = row_cell};

/* ---- changing -------------------------------------------------------------------------------------- */

/* Take out the one at place OUT_AT (the number of all: nobody), put PERSON at the end (NULL: nobody). */
static void change(struct people *p, size_t out_at, const struct person *person)
{
    struct item wanted = *p->base.item;
    struct arena arena = ARENA_INIT;
    struct named *v = arena_take(&arena, (n_named(p) + 1) * sizeof *v);
    struct err err = {0};
    size_t n = 0;

    for (size_t i = 0; v && i < n_named(p); i++)
        if (i != out_at)
            v[n++] = *named_at(p, i);
    if (v && person) {
        entity_defaults(&named_entity, &v[n]);
        v[n++].person = *person;
    }
    if (p->which == ITEM_RECUSED) {
        wanted.recused.v = v;
        wanted.recused.n = n;
    } else {
        wanted.seconders.v = v;
        wanted.seconders.n = n;
    }
    if (!v) {
        (void)err_memory(&err);
        app_error(p->base.app, &err);
    } else if (!item_store(&p->base, &wanted, p->which == ITEM_RECUSED ? _("迴避") : _("連署人"), NULL)) {
        list_view_reload(&p->list);
    }
    arena_release(&arena);
}

static void run_toggle(struct app *app, struct screen *screen)
{
    struct people *p = (struct people *)screen;
    size_t row, at;

    (void)app;
    if (!list_view_selected(&p->list, &row))
        return;
    at = place_at(p, row);
    if (at < n_named(p)) {
        change(p, at, NULL);
    } else {
        const struct person person = {.member = p->base.frame.s.meeting.composition.v[row].member};

        change(p, n_named(p), &person);
    }
}

static bool is_named(const struct people *p, const struct person *person)
{
    for (size_t i = 0; i < n_named(p); i++)
        if (person_same(&named_at(p, i)->person, person))
            return true;
    return false;
}

static void run_guest(struct app *app, struct screen *screen)
{
    struct people *p = (struct people *)screen;
    const char *title = p->which == ITEM_RECUSED ? _("迴避的人") : _("連署人");
    struct arena arena = ARENA_INIT;
    struct person person = {NULL, NULL, NULL, NULL, NULL};

    if (person_ask(app, title, &p->base.frame.s, NULL, PERSON_ONE, &arena, &person, NULL)) {
        if (is_named(p, &person))
            app_message(app, ROLE_WARN, "%s", _("名單上已經有了"));
        else
            change(p, n_named(p), &person);
    }
    arena_release(&arena);
}

static const struct command commands[] = {
    {"people.toggle", "Space Enter F5", N_("勾選或取消"), N_("勾選"), 0, item_why_not_change, run_toggle},
    {"people.guest", "n F6", N_("加入不是委員的人"), N_("其他人"), 0, item_why_not_change, run_guest},
};

/* ---- life ------------------------------------------------------------------------------------------ */

static enum status people_load(struct app *app, struct screen *screen, struct err *err)
{
    struct people *p = (struct people *)screen;
    enum status status = item_frame_load(app, screen, err);

    if (status)
        return status;
    if (!p->listed) {
        list_view_init(&p->list, columns, (int)(sizeof columns / sizeof *columns), &source, p);
        p->list.empty = N_("當日沒有在任委員。");
        p->listed = true;
    }
    list_view_reload(&p->list);
    return STATUS_OK;
}

static void people_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct people *p = (struct people *)screen;
    struct rect inner;
    struct pen pen;

    rect = frame_draw(app, &p->base.frame, rect);
    draw_frame(rect, p->which == ITEM_RECUSED ? _("迴避") : _("連署人"), true, &inner);
    pen = pen_at(inner, 0);
    pen_text(&pen, ROLE_DIM,
             p->which == ITEM_RECUSED ? _(" 迴避的委員不計入這一案的出席與表決人數。")
                                      : _(" 連署這項臨時動議的委員。"));
    pen_fill(&pen, ROLE_TEXT);
    inner.y++;
    inner.rows--;
    list_view_draw(&p->list, inner, true);
}

static bool people_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct people *)screen)->list, key);
}

static const struct screen_ops people_ops = {.name = "people",
                                             .title = N_("勾選委員"),
                                             .commands = COMMANDS(commands),
                                             .open = people_load,
                                             .reload = people_load,
                                             .draw = people_draw,
                                             .key = people_key,
                                             .crumb = item_frame_crumb,
                                             .status = frame_status,
                                             .close = item_frame_close};

bool item_people_push(struct app *app, int64_t meeting_id, int64_t item_id, enum item_people which)
{
    struct item_frame *f =
        item_frame_new(app, sizeof(struct people), &people_ops, &(struct item_owner){meeting_id, item_id, 0});

    if (!f)
        return false;
    ((struct people *)f)->which = which;
    return app_push(app, &f->frame.screen);
}

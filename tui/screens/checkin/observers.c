/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The observers (列席): a list; they attend and never count.
 */
#include "tui/screens/checkin/checkin.h"

#include "tui/screens/shared/label.h"
#include "tui/screens/shared/person_form.h"

#include <stdlib.h>
#include <string.h>

struct observers {
    struct meeting_frame frame;
    struct list_view list;
};

/* ---- storing ------------------------------------------------------------------------------------ */

/* Store the frame's observers with WANTED at AT (n: at the end), or without the one at AT (WANTED NULL). */
static bool store(struct app *app, struct meeting_frame *frame, const struct observer *wanted, size_t at,
                  const char *what)
{
    const size_t n = frame->s.meeting.observers.n;
    struct observer *v = calloc(n + 2, sizeof *v);
    struct attempt attempt;
    struct err err = {0};
    enum status status;
    size_t kept = 0;

    if (!v) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    for (size_t i = 0; i < n; i++)
        if (i != at)
            v[kept++] = frame->s.meeting.observers.v[i];
        else if (wanted)
            v[kept++] = *wanted;
    if (wanted && at >= n)
        v[kept++] = *wanted;
    app_attempt(app, &attempt, _("列席：%s"), what);
    do
        status = observers_save(app->db, &attempt.stamp, &frame->s, v, kept, &attempt.err);
    while (app_again(app, &attempt, status));
    free(v);
    return !status && frame_fresh(app, frame);
}

bool observer_add(struct app *app, struct meeting_frame *frame, const char *for_member)
{
    struct arena arena = ARENA_INIT;
    struct observer wanted;
    bool stored = false;

    entity_defaults(&observer_entity, &wanted);
    wanted.for_member = for_member;
    if (person_ask(app, _("列席人員"), &frame->s, NULL, PERSON_ONE | PERSON_FOR, &arena, &wanted.person,
                   &wanted.for_member))
        stored = store(app, frame, &wanted, frame->s.meeting.observers.n, _("新增"));
    arena_release(&arena);
    return stored;
}

/* ---- the list ----------------------------------------------------------------------------------- */

static size_t count(void *context)
{
    return ((struct observers *)context)->frame.s.meeting.observers.n;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct observers *o = context;
    const struct observer *observer = &o->frame.s.meeting.observers.v[row];

    if (column == 0) {
        label_person(out, &o->frame.s.members, &observer->person);
    } else if (observer->for_member) {
        str_add(out, _("代 "));
        label_member(out, &o->frame.s.members, observer->for_member);
        str_add(out, _(" 列席（不計入出席）"));
        *role = ROLE_DIM;
    }
}

static const struct list_column columns[] = {{.heading = N_("列席人員"), .cols = 20, .weight = 2},
                                             {.heading = N_("備註"), .cols = 20, .weight = 1}};
static const struct list_source source = {.count = count, .cell = cell};

/* ---- commands ----------------------------------------------------------------------------------- */

static void run_add(struct app *app, struct screen *screen)
{
    struct observers *o = (struct observers *)screen;

    if (observer_add(app, &o->frame, NULL))
        list_view_select(&o->list, o->frame.s.meeting.observers.n - 1);
}

static const char *why_none(struct app *app, struct screen *screen)
{
    if (!((struct observers *)screen)->frame.s.meeting.observers.n)
        return _("還沒有列席人員");
    return frame_why_not_change(app, screen);
}

static void run_edit(struct app *app, struct screen *screen)
{
    struct observers *o = (struct observers *)screen;
    struct arena arena = ARENA_INIT;
    struct observer wanted;
    size_t row;

    if (!list_view_selected(&o->list, &row))
        return;
    wanted = o->frame.s.meeting.observers.v[row];
    if (person_ask(app, _("列席人員"), &o->frame.s, NULL, PERSON_ONE | PERSON_FOR, &arena, &wanted.person,
                   &wanted.for_member))
        (void)store(app, &o->frame, &wanted, row, _("修改"));
    arena_release(&arena);
}

static void run_remove(struct app *app, struct screen *screen)
{
    struct observers *o = (struct observers *)screen;
    const char *const choices[] = {_("不刪除"), _("刪除")};
    struct str name = STR_INIT;
    size_t row;

    if (!list_view_selected(&o->list, &row))
        return;
    label_person(&name, &o->frame.s.members, &o->frame.s.meeting.observers.v[row].person);
    if (app_ask(app, _("刪除列席人員？"), name.text, choices, 2, 0) == 1)
        (void)store(app, &o->frame, NULL, row, _("刪除"));
    str_release(&name);
}

static const struct command observers_commands[] = {
    {"observers.add", "n F5 Insert", N_("新增列席人員"), N_("新增"), 0, frame_why_not_change, run_add},
    {"observers.edit", "Enter", N_("修改"), N_("修改"), 0, why_none, run_edit},
    {"observers.remove", "Delete F7", N_("刪除"), N_("刪除"), 0, why_none, run_remove},
};

/* ---- life --------------------------------------------------------------------------------------- */

static enum status observers_load(struct app *app, struct screen *screen, struct err *err)
{
    struct observers *o = (struct observers *)screen;
    enum status status = frame_load(app, screen, err);

    if (!status)
        list_view_reload(&o->list);
    return status;
}

static void observers_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct observers *o = (struct observers *)screen;
    struct rect inner;

    rect = frame_draw(app, &o->frame, rect);
    draw_frame(rect, _("列席"), true, &inner);
    list_view_draw(&o->list, inner, true);
}

static bool observers_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct observers *)screen)->list, key);
}

static const struct screen_ops observers_ops = {.name = "observers",
                                                .title = N_("列席"),
                                                .commands = COMMANDS(observers_commands),
                                                .open = observers_load,
                                                .reload = observers_load,
                                                .draw = observers_draw,
                                                .key = observers_key,
                                                .status = frame_status,
                                                .close = frame_close};

bool observers_push(struct app *app, int64_t meeting_id)
{
    struct meeting_frame *frame =
        frame_new(app, sizeof(struct observers), &observers_ops, meeting_id, FRAME_CHECKIN);
    struct observers *o = (struct observers *)frame;

    if (!frame)
        return false;
    list_view_init(&o->list, columns, 2, &source, o);
    o->list.empty = N_("還沒有列席人員：按 n 新增");
    return app_push(app, &frame->screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gate's list: what stands against a step, before anything is sent or confirmed.
 */
#include "tui/screens/meeting/gate.h"

#include "tui/widgets/list.h"

#include <stdlib.h>

struct gate_screen {
    struct screen screen;
    struct list_view list;
    const struct reasons *reasons;
    size_t *chosen; /* the reason to go to; reasons->n: none */
    bool *go_on;
};

static size_t count_reasons(void *context)
{
    return ((struct gate_screen *)context)->reasons->n;
}

static void reason_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct reason *reason = &((struct gate_screen *)context)->reasons->v[row];

    if (column == 0) {
        str_add(out, reason->warning ? _("提醒") : _("缺漏"));
        *role = reason->warning ? ROLE_WARN : ROLE_BAD;
    } else {
        reason_words(reason, out);
    }
}

static const struct list_column gate_columns[] = {{.heading = "", .cols = 6},
                                                  {.heading = "", .cols = 20, .weight = 1}};
static const struct list_source gate_source = {.count = count_reasons, .cell = reason_cell};

static void run_go(struct app *app, struct screen *screen)
{
    struct gate_screen *gate = (struct gate_screen *)screen;

    (void)app;
    if (list_view_selected(&gate->list, gate->chosen))
        screen->done = true;
}

static const char *why_not_on(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct gate_screen *)screen)->reasons->barring ? _("缺漏補齊之後才能進行；Enter 前往補正")
                                                            : NULL;
}

static void run_on(struct app *app, struct screen *screen)
{
    (void)app;
    *((struct gate_screen *)screen)->go_on = true;
    screen->done = true;
}

static const struct command open_commands[] = {
    {"gate.go", "Enter", N_("前往這一處"), N_("前往"), 0, NULL, run_go},
    {"gate.on", "F8", N_("只有提醒，仍要進行"), N_("仍要進行"), 0, why_not_on, run_on},
};
/* Where something bars the step, going on is refused with its reason, and not hinted. */
static const struct command barred_commands[] = {
    {"gate.go", "Enter", N_("前往這一處"), N_("前往"), 0, NULL, run_go},
    {"gate.on", "F8", N_("只有提醒，仍要進行"), NULL, 0, why_not_on, run_on},
};

static void gate_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct gate_screen *gate = (struct gate_screen *)screen;
    int rows = (int)gate->reasons->n + 4;
    struct rect box = rect, inner;
    struct pen pen;

    (void)app;
    if (box.cols > 76) {
        box.x += (box.cols - 76) / 2;
        box.cols = 76;
    }
    if (box.rows > rows) {
        box.y += (box.rows - rows) / 2;
        box.rows = rows;
    }
    draw_frame(box, _("進行之前"), true, &inner);
    pen = pen_at(inner, 0);
    pen_text(&pen, ROLE_TEXT,
             gate->reasons->barring ? _("還缺下列各項，Enter 前往：") : _("請先看過下列提醒："));
    pen_fill(&pen, ROLE_TEXT);
    inner.y++;
    inner.rows--;
    list_view_draw(&gate->list, inner, true);
}

static bool gate_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct gate_screen *)screen)->list, key);
}

static void gate_close(struct app *app, struct screen *screen)
{
    (void)app;
    free(screen);
}

#define GATE_OPS(table)                                                                          \
    {                                                                                            \
        .name = "gate", .title = N_("進行之前"), .commands = COMMANDS(table), .draw = gate_draw, \
        .key = gate_key, .close = gate_close                                                     \
    }
static const struct screen_ops open_ops = GATE_OPS(open_commands);
static const struct screen_ops barred_ops = GATE_OPS(barred_commands);

static bool show(struct app *app, const struct reasons *reasons, size_t *chosen)
{
    struct gate_screen *gate = calloc(1, sizeof *gate);
    struct err err = {0};
    bool go_on = false;

    if (!gate) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    gate->screen.ops = reasons->barring ? &barred_ops : &open_ops;
    gate->screen.modal = true;
    gate->reasons = reasons;
    gate->chosen = chosen;
    gate->go_on = &go_on;
    list_view_init(&gate->list, gate_columns, 2, &gate_source, gate);
    gate->list.no_heading = true;
    list_view_reload(&gate->list);
    app_run_modal(app, &gate->screen);
    return go_on;
}

enum gate_way gate_ask(struct app *app, struct meeting_frame *frame, enum gate gate)
{
    struct arena arena = ARENA_INIT;
    struct reasons reasons = {NULL, 0, 0};
    char today[DATE_ISO_SIZE];
    struct err err = {0};
    enum gate_way way = GATE_OPEN;
    size_t chosen;

    if (gate_reasons(&frame->s, gate, &office_calendar_shipped, frame_today(app, today), &arena, &reasons,
                     &err)) {
        app_error(app, &err);
        way = GATE_SHUT;
    }
    chosen = reasons.n;
    if (way == GATE_OPEN && reasons.n && !show(app, &reasons, &chosen))
        way = GATE_SHUT;
    if (chosen < reasons.n) {
        reason_go(app, frame, &reasons.v[chosen]);
        way = GATE_LEFT;
    }
    arena_release(&arena);
    return way;
}

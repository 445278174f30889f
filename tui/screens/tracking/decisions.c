/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that the meeting before decided, noted things too, beside what became of it: the other view of step 3.
 * Shows only; a line that is tracked leads to its page.
 */
#include "tui/screens/tracking/decisions.h"

#include "core/cycle/previous.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/tracking/register.h"
#include "tui/widgets/picker.h"

/* ---- the list ------------------------------------------------------------------------------------- */

enum { COLUMN_MATTER, COLUMN_DECISION, COLUMN_TRACKED, COLUMN_PROGRESS };
static const struct list_column columns[] = {
    {.heading = N_("案由"), .cols = 16, .weight = 2},
    {.heading = N_("決議"), .cols = 16, .weight = 3},
    {.heading = N_("列管"), .cols = 10},
    {.heading = N_("辦理情形"), .cols = 14, .weight = 2, .fold = 1},
};

static size_t count(void *context)
{
    return ((struct decisions *)context)->n;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    static void (*const add[])(const struct decisions *, const struct decided *,
                               struct str *) = {[COLUMN_MATTER] = decided_matter,
                                                [COLUMN_DECISION] = decided_decision,
                                                [COLUMN_TRACKED] = decided_tracked,
                                                [COLUMN_PROGRESS] = decided_progress};
    const struct decisions *d = context;

    if (d->rows[row].heading) {
        str_add(out, column == COLUMN_MATTER ? d->rows[row].heading : NULL);
        *role = ROLE_HEADING;
        return;
    }
    add[column](d, &d->rows[row], out);
    if (column == COLUMN_TRACKED && !out->len_bytes) {
        str_add(out, "-");
        *role = ROLE_DIM;
    }
}

static bool skip(void *context, size_t row)
{
    return ((struct decisions *)context)->rows[row].heading != NULL;
}

static const struct list_source source = {.count = count, .cell = cell, .skip = skip};

/* ---- loading ------------------------------------------------------------------------------------- */

static enum status decisions_load(struct app *app, struct screen *screen, struct err *err)
{
    struct decisions *d = (struct decisions *)screen;
    struct snapshot previous = SNAPSHOT_INIT;
    bool found = false;
    enum status status = frame_load(app, screen, err);

    d->n = 0;
    if (!status)
        status = snapshot_load_previous(app->db, &d->frame.s, &previous, &found, err);
    if (!status) {
        snapshot_release(&d->previous);
        d->previous = previous;
        status = decisions_take(d, err);
    }
    list_view_reload(&d->list);
    return status;
}

/* ---- commands ------------------------------------------------------------------------------------- */

static void show(struct app *app, const struct decisions *d, const struct decided *row)
{
    struct str title = STR_INIT, text = STR_INIT;

    decided_matter(d, row, &title);
    decided_decision(d, row, &text);
    app_show(app, title.text, text.text);
    str_release(&title);
    str_release(&text);
}

/* The one of the line that is meant; NULL: none. */
static const struct resolution *pick(struct app *app, const struct decisions *d, const struct decided *row)
{
    const struct resolutions *all = &d->frame.s.resolutions;
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, (all->n + 1) * sizeof *rows);
    const struct resolution *found = NULL;
    size_t n = 0;
    int at = 0;

    for (size_t i = 0; rows && i < all->n; i++)
        if (decided_is_of(d, row, &all->v[i])) {
            rows[n].label = all->v[i].key;
            rows[n++].detail = all->v[i].instruction.n ? all->v[i].instruction.v[0].text : "";
        }
    if (n > 1)
        at = app_pick(app, _("到哪一案？"), rows, n, 0);
    if (n && at >= 0)
        found = resolution_find(all, rows[at].label);
    arena_release(&arena);
    return found;
}

static const char *why_none(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct decisions *)screen)->n ? NULL : _("沒有上次會議的決議");
}

static void run_open(struct app *app, struct screen *screen)
{
    struct decisions *d = (struct decisions *)screen;
    const struct resolution *r;
    size_t row;

    if (!list_view_selected(&d->list, &row))
        return;
    r = pick(app, d, &d->rows[row]);
    if (!r) {
        show(app, d, &d->rows[row]);
        return;
    }
    for (size_t i = 0; i < d->frame.tracked.n; i++)
        if (d->frame.tracked.v[i] == r) {
            tracking_choose(d->tracking, r->key);
            (void)app_pop(app);
            return;
        }
    (void)register_page_push(app, &r->row.id, 1, 0);
}

static void run_text(struct app *app, struct screen *screen)
{
    struct decisions *d = (struct decisions *)screen;
    size_t row;

    if (list_view_selected(&d->list, &row))
        show(app, d, &d->rows[row]);
}

static void run_back(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)app_pop(app);
}

static const struct command commands[] = {
    {"decisions.open", "Enter", N_("列管的到那一案，其他的看決議全文"), N_("打開"), 0, why_none, run_open},
    {"decisions.text", "F3 Space", N_("看決議全文"), N_("全文"), 0, why_none, run_text},
    {"decisions.back", "o", N_("只看列管的"), N_("只看列管"), 0, NULL, run_back},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static void decisions_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct decisions *d = (struct decisions *)screen;
    struct str title = STR_INIT;
    struct rect inner;

    rect = frame_draw(app, &d->frame, rect);
    if (d->previous.meeting.key) {
        label_meeting(&title, &d->previous.meeting);
        str_printf(&title, _("決議 %zu 案"), d->n_decided);
    } else {
        str_add(&title, _("上次會議的決議"));
    }
    draw_frame(rect, title.text, true, &inner);
    list_view_draw(&d->list, inner, true);
    str_release(&title);
}

static bool decisions_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct decisions *)screen)->list, key);
}

static void decisions_close(struct app *app, struct screen *screen)
{
    struct decisions *d = (struct decisions *)screen;

    snapshot_release(&d->previous);
    arena_release(&d->arena);
    frame_close(app, screen);
}

static const struct screen_ops decisions_ops = {.name = "decisions",
                                                .title = N_("上次決議"),
                                                .commands = COMMANDS(commands),
                                                .open = decisions_load,
                                                .reload = decisions_load,
                                                .draw = decisions_draw,
                                                .key = decisions_key,
                                                .crumb = frame_crumb,
                                                .status = frame_status,
                                                .close = decisions_close};

void tracking_run_decisions(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct decisions *d =
        (struct decisions *)frame_new(app, sizeof *d, &decisions_ops, tracking->frame.meeting_id, 0);

    if (!d)
        return;
    d->tracking = tracking;
    d->previous = (struct snapshot)SNAPSHOT_INIT;
    list_view_init(&d->list, columns, sizeof columns / sizeof *columns, &source, d);
    d->list.empty = N_("沒有上次會議的決議：這是第一次會議，或上次會議還沒散會");
    (void)app_push(app, &d->frame.screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on every agenda (要點十): each new meeting has these items without being asked for.
 */
#include "tui/screens/committee/committee_form.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/list.h"

#include <stdlib.h>
#include <string.h>

struct standing_list {
    struct screen screen;
    struct arena arena;
    struct committee committee;
    struct members members;
    struct list_view list;
};

static enum status standing_load(struct app *app, struct screen *screen, struct err *err)
{
    struct standing_list *s = (struct standing_list *)screen;
    enum status status;

    arena_release(&s->arena);
    memset(&s->committee, 0, sizeof s->committee);
    status = committee_load(app->db, app->committee_id, &s->arena, &s->committee, &s->members, err);
    list_view_reload(&s->list);
    return status;
}

/* ---- the list ------------------------------------------------------------------------------------- */

static const struct list_column columns[] = {{N_("節"), 10, 0, 0, TEXT_LEFT},
                                             {N_("案由"), 24, 3, 0, TEXT_LEFT},
                                             {N_("報告或提案單位"), 14, 1, 1, TEXT_LEFT}};

static size_t row_count(void *context)
{
    return ((struct standing_list *)context)->committee.standing.n;
}

static int64_t row_id(void *context, size_t row)
{
    return ((struct standing_list *)context)->committee.standing.v[row].row.id;
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct standing *standing = &((struct standing_list *)context)->committee.standing.v[row];

    (void)role;
    str_add(out, column == 0   ? label_choice(&section_choices, standing->section)
                 : column == 1 ? standing->title
                               : standing->unit);
}

static const struct list_source source = {.count = row_count, .cell = row_cell, .id = row_id};

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_nothing(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct standing_list *)screen)->committee.standing.n ? NULL : _("還沒有常設議程：按 n 新增");
}

/* Ask for an item's texts and store it: over row AT, or as a new one at the end. */
static void edit(struct app *app, struct standing_list *s, size_t at)
{
    const bool is_new = at == s->committee.standing.n;
    struct arena arena = ARENA_INIT;
    struct committee wanted = s->committee;
    struct standing *rows = arena_take(&arena, (wanted.standing.n + 1) * sizeof *rows);
    struct str title = STR_INIT, unit = STR_INIT;
    const char *const sections[] = {label_choice(&section_choices, SECTION_REPORT),
                                    label_choice(&section_choices, SECTION_DISCUSSION)};
    int section;

    if (!rows)
        goto out;
    if (wanted.standing.n)
        memcpy(rows, wanted.standing.v, wanted.standing.n * sizeof *rows);
    if (is_new)
        entity_defaults(&standing_entity, &rows[at]);
    str_add(&title, rows[at].title);
    str_add(&unit, rows[at].unit);
    section = app_ask(app, _("常設議程"), _("放在哪一節？"), sections, 2,
                      !is_new && rows[at].section == SECTION_DISCUSSION ? 1 : 0);
    if (section < 0 ||
        !app_input(app, _("案由"), _("例如 資料盤點表及民間需求回應說明"), &title, NULL, NULL) ||
        !title.len_bytes || !app_input(app, _("單位"), _("報告或提案的單位；沒有就留空"), &unit, NULL, NULL))
        goto out;
    rows[at].section = section == 0 ? SECTION_REPORT : SECTION_DISCUSSION;
    rows[at].title = title.text;
    rows[at].unit = unit.len_bytes ? unit.text : NULL;
    wanted.standing.v = rows;
    wanted.standing.n += is_new;
    (void)committee_store(app, &s->committee, &wanted, _("常設議程"), NULL);
out:
    str_release(&title);
    str_release(&unit);
    arena_release(&arena);
}

static void run_new(struct app *app, struct screen *screen)
{
    struct standing_list *s = (struct standing_list *)screen;

    edit(app, s, s->committee.standing.n);
}

static void run_edit(struct app *app, struct screen *screen)
{
    struct standing_list *s = (struct standing_list *)screen;
    size_t row;

    if (list_view_selected(&s->list, &row))
        edit(app, s, row);
}

/* The list without row AT, or with it moved to place TO. */
static void rearrange(struct app *app, struct standing_list *s, size_t at, size_t to, bool remove)
{
    struct arena arena = ARENA_INIT;
    struct committee wanted = s->committee;
    struct standing *rows = arena_take(&arena, (wanted.standing.n + 1) * sizeof *rows);
    size_t n = 0;

    for (size_t i = 0; rows && i < wanted.standing.n; i++) {
        if (i == at)
            continue;
        if (!remove && n == to)
            rows[n++] = s->committee.standing.v[at];
        rows[n++] = s->committee.standing.v[i];
    }
    if (rows && !remove && n == to)
        rows[n++] = s->committee.standing.v[at];
    wanted.standing.v = rows;
    wanted.standing.n = n;
    if (rows)
        (void)committee_store(app, &s->committee, &wanted, remove ? _("刪除常設議程") : _("常設議程順序"),
                              NULL);
    arena_release(&arena);
}

static void run_remove(struct app *app, struct screen *screen)
{
    struct standing_list *s = (struct standing_list *)screen;
    size_t row;

    if (list_view_selected(&s->list, &row))
        rearrange(app, s, row, 0, true);
}

static void run_up(struct app *app, struct screen *screen)
{
    struct standing_list *s = (struct standing_list *)screen;
    size_t row;

    if (list_view_selected(&s->list, &row) && row > 0)
        rearrange(app, s, row, row - 1, false);
}

static void run_down(struct app *app, struct screen *screen)
{
    struct standing_list *s = (struct standing_list *)screen;
    size_t row;

    if (list_view_selected(&s->list, &row) && row + 1 < s->committee.standing.n)
        rearrange(app, s, row, row + 1, false);
}

static const struct command commands[] = {
    {"standing.edit", "Enter", N_("修改"), N_("修改"), 0, why_nothing, run_edit},
    {"standing.new", "n F7", N_("新增常設議程"), N_("新增"), 0, NULL, run_new},
    {"standing.up", "Shift-Up Ctrl-Up Alt-Up", N_("往上移"), N_("上移"), 0, why_nothing, run_up},
    {"standing.down", "Shift-Down Ctrl-Down Alt-Down", N_("往下移"), NULL, 0, why_nothing, run_down},
    {"standing.remove", "Delete F8", N_("刪除"), N_("刪除"), 0, why_nothing, run_remove},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static void standing_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct rect inner;

    (void)app;
    draw_frame(rect, _("常設議程"), true, &inner);
    list_view_draw(&((struct standing_list *)screen)->list, inner, true);
}

static bool standing_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct standing_list *)screen)->list, key);
}

static void standing_close(struct app *app, struct screen *screen)
{
    (void)app;
    arena_release(&((struct standing_list *)screen)->arena);
    free(screen);
}

static const struct screen_ops standing_ops = {.name = "standing",
                                               .title = N_("常設議程"),
                                               .commands = COMMANDS(commands),
                                               .open = standing_load,
                                               .reload = standing_load,
                                               .draw = standing_draw,
                                               .key = standing_key,
                                               .close = standing_close};

bool standing_push(struct app *app)
{
    struct standing_list *s = calloc(1, sizeof *s);
    struct err err = {0};

    if (!s) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    s->screen.ops = &standing_ops;
    list_view_init(&s->list, columns, (int)(sizeof columns / sizeof *columns), &source, s);
    s->list.empty = N_("還沒有常設議程。按 n 新增：之後每次會議都會自動列入。");
    return app_push(app, &s->screen);
}

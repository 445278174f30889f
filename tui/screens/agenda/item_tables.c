/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of an item: the list, and below it the table at the cursor as it prints.
 */
#include "core/paper/document.h"
#include "tui/screens/agenda/item.h"
#include "tui/terminal/layout.h"
#include "tui/widgets/list.h"

#include <string.h>

enum { EMPTY_LINES = 2, EMPTY_COLUMNS = 2, PAGE_LINES = 8 };

struct tables {
    struct item_frame base;
    struct list_view list;
    bool listed;
    size_t top; /* the first line shown of the table */
};

void item_table_name(const struct grid *grid, size_t at, struct str *out)
{
    if (grid->caption)
        str_add(out, grid->caption);
    else
        str_printf(out, _("第%zu個表"), at + 1);
}

void item_table_text(const struct meeting_frame *frame, const struct grid *grid, int cols, struct str *out)
{
    struct document document;

    document_init(&document);
    for (int i = 0; i < 3; i++) /* as the minutes number the points in a cell */
        document.cell_numbers[i] = style_level(frame->style, i + 2);
    document_table_text(&document, grid, 0, cols, out);
    document_release(&document);
}

/* ---- the list -------------------------------------------------------------------------------------- */

static size_t row_count(void *context)
{
    return ((struct tables *)context)->base.item->tables.n;
}

static int64_t row_id(void *context, size_t row)
{
    return ((struct tables *)context)->base.item->tables.v[row].row.id;
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct grid *grid = &((struct tables *)context)->base.item->tables.v[row];

    (void)role;
    if (column == 0)
        item_table_name(grid, row, out);
    else
        str_printf(out, _("%d 列 × %d 欄"), grid->lines, grid_columns(grid));
}

static const struct list_column columns[] = {{N_("附表"), 30, 1, 0, TEXT_LEFT}, {"", 16, 0, 1, TEXT_RIGHT}};
static const struct list_source source = {.count = row_count, .cell = row_cell, .id = row_id};

static const struct grid *selected(const struct tables *t)
{
    size_t row;

    return list_view_selected(&t->list, &row) ? &t->base.item->tables.v[row] : NULL;
}

static void refresh(struct tables *t, int64_t table_id)
{
    list_view_reload(&t->list);
    if (table_id)
        list_view_select_id(&t->list, table_id);
    t->top = 0;
}

/* ---- commands -------------------------------------------------------------------------------------- */

static const char *why_none(struct app *app, struct screen *screen)
{
    return selected((struct tables *)screen) ? item_why_not_change(app, screen) : _("還沒有附表：按 n 新增");
}

static void run_open(struct app *app, struct screen *screen)
{
    struct tables *t = (struct tables *)screen;
    const struct item_owner owner = item_frame_owner(&t->base);
    const struct grid *grid = selected(t);

    if (grid)
        (void)item_table_push(app, &owner, grid->row.id);
    else
        app_message(app, ROLE_WARN, "%s", _("還沒有附表：按 n 新增"));
}

/* How a new table begins. */
static bool add_pasted(struct app *app, struct tables *t, int64_t *id)
{
    struct str text = STR_INIT;
    bool added = paste_ask(app, _("貼上試算表的內容"), &text) &&
                 item_table_paste(&t->base, text.text, text.len_bytes, '\t', id);

    str_release(&text);
    return added;
}

static bool add_empty(struct app *app, struct tables *t, int64_t *id)
{
    struct arena arena = ARENA_INIT;
    struct grid grid;
    struct err err = {0};
    bool added = false;

    if (grid_new(EMPTY_LINES, EMPTY_COLUMNS, &arena, &grid, &err))
        app_error(app, &err);
    else
        added = item_table_add(&t->base, &grid, id);
    arena_release(&arena);
    return added;
}

static void run_new(struct app *app, struct screen *screen)
{
    struct tables *t = (struct tables *)screen;
    const char *const choices[] = {_("貼上試算表的內容"), _("從 CSV 檔匯入"), _("從空白的表開始")};
    const int answer = app_ask(app, _("新增附表"), _("貼上或匯入時，第一列是表頭。"), choices, 3, 0);
    int64_t id = 0;
    bool added = false;

    if (answer == 0)
        added = add_pasted(app, t, &id);
    else if (answer == 1)
        added = item_table_import(&t->base, &id);
    else if (answer == 2)
        added = add_empty(app, t, &id);
    if (!added)
        return;
    refresh(t, id);
    if (answer == 2)
        run_open(app, screen);
    else
        app_message(app, ROLE_GOOD, "%s", _("附表已建立；Enter 打開修改"));
}

/* The item with another list of tables: without row AT (TO = AT), or with it moved to TO. */
static void rearrange(struct tables *t, size_t at, size_t to, const char *what)
{
    struct item wanted = *t->base.item;
    struct arena arena = ARENA_INIT;
    struct grid *v = arena_take(&arena, (wanted.tables.n + 1) * sizeof *v);
    const int64_t id = wanted.tables.v[at].row.id;
    struct err err = {0};
    size_t n = 0;

    if (!v) {
        (void)err_memory(&err);
        app_error(t->base.app, &err);
        return;
    }
    for (size_t i = 0; i < wanted.tables.n; i++)
        if (i != at)
            v[n++] = wanted.tables.v[i];
    if (to != at) {
        memmove(v + to + 1, v + to, (n - to) * sizeof *v);
        v[to] = wanted.tables.v[at];
        n++;
    }
    wanted.tables.v = v;
    wanted.tables.n = n;
    if (!item_store(&t->base, &wanted, what, NULL))
        refresh(t, to == at ? 0 : id);
    arena_release(&arena);
}

static void run_remove(struct app *app, struct screen *screen)
{
    struct tables *t = (struct tables *)screen;
    const char *const choices[] = {_("不刪除"), _("刪除")};
    struct str name = STR_INIT;
    size_t row;

    if (!list_view_selected(&t->list, &row))
        return;
    item_table_name(&t->base.item->tables.v[row], row, &name);
    if (app_ask(app, _("刪除這個表？"), name.text, choices, 2, 0) == 1)
        rearrange(t, row, row, _("刪除附表"));
    str_release(&name);
}

static void run_up(struct app *app, struct screen *screen)
{
    struct tables *t = (struct tables *)screen;
    size_t row;

    (void)app;
    if (list_view_selected(&t->list, &row) && row > 0)
        rearrange(t, row, row - 1, _("附表順序"));
}

static void run_down(struct app *app, struct screen *screen)
{
    struct tables *t = (struct tables *)screen;
    size_t row;

    (void)app;
    if (list_view_selected(&t->list, &row) && row + 1 < t->base.item->tables.n)
        rearrange(t, row, row + 1, _("附表順序"));
}

static const struct command commands[] = {
    {"tables.open", "Enter", N_("打開這個表"), N_("打開"), 0, NULL, run_open},
    {"tables.new", "n F5 Insert", N_("新增附表：貼上、匯入或空白"), N_("新增"), 0, item_why_not_change,
     run_new},
    {"tables.up", "Shift-Up Ctrl-Up Alt-Up", N_("往上移"), N_("上移"), 0, why_none, run_up},
    {"tables.down", "Shift-Down Ctrl-Down Alt-Down", N_("往下移"), NULL, 0, why_none, run_down},
    {"tables.remove", "Delete", N_("刪除這個表"), N_("刪除"), 0, why_none, run_remove},
};

/* ---- life ------------------------------------------------------------------------------------------ */

static enum status tables_load(struct app *app, struct screen *screen, struct err *err)
{
    struct tables *t = (struct tables *)screen;
    enum status status = item_frame_load(app, screen, err);

    if (status)
        return status;
    if (!t->listed) {
        list_view_init(&t->list, columns, 2, &source, t);
        t->list.no_heading = true;
        t->list.empty = N_("還沒有附表。在試算表選取並複製，再到這裡貼上；或按 n 新增。");
        t->listed = true;
    }
    list_view_reload(&t->list);
    return STATUS_OK;
}

/* The table at the cursor as it prints, from line TOP on. */
static void draw_preview(struct tables *t, struct rect rect)
{
    const struct grid *grid = selected(t);
    struct str text = STR_INIT;
    struct rect inner;
    size_t line = 0;

    draw_frame(rect, _("印出來的樣子"), false, &inner);
    draw_blank(inner, ROLE_TEXT);
    if (grid)
        item_table_text(&t->base.frame, grid, inner.cols - 1, &text);
    for (const char *at = text.text; *at; line++) {
        size_t n = strcspn(at, "\n");

        if (line >= t->top && line - t->top < (size_t)inner.rows) {
            struct pen pen = pen_at(inner, (int)(line - t->top));

            pen_bytes(&pen, ROLE_TEXT, at, n);
        }
        at += n + (at[n] == '\n');
    }
    if (t->top + 1 >= line)
        t->top = line > 0 ? line - 1 : 0;
    str_release(&text);
}

static void tables_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct tables *t = (struct tables *)screen;
    const int rows = (int)t->base.item->tables.n + 2;
    struct rect boxes[2], inner;

    rect = frame_draw(app, &t->base.frame, rect);
    layout_rows(rect, (const struct layout_part[]){{4, rows < 9 ? rows : 9, 1, 0}, {4, 0, 2, 1}}, 2, boxes);
    draw_frame(boxes[0], _("附表"), true, &inner);
    list_view_draw(&t->list, inner, true);
    if (boxes[1].rows > 2)
        draw_preview(t, boxes[1]);
}

static bool tables_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct tables *t = (struct tables *)screen;
    const char *refusal = item_why_not_change(app, screen);
    int64_t id = 0;

    if (key->kind == KEY_KIND_PASTE) {
        if (refusal)
            app_message(app, ROLE_WARN, "%s", refusal);
        else if (item_table_paste(&t->base, key->text, key->len_bytes, '\t', &id))
            refresh(t, id);
        return true;
    }
    if (key_is(key, KEYC_PGDN)) {
        t->top += PAGE_LINES;
        return true;
    }
    if (key_is(key, KEYC_PGUP)) {
        t->top -= t->top < PAGE_LINES ? t->top : PAGE_LINES;
        return true;
    }
    if (!list_view_key(&t->list, key))
        return false;
    t->top = 0;
    return true;
}

static const struct screen_ops tables_ops = {.name = "tables",
                                             .title = N_("附表"),
                                             .commands = COMMANDS(commands),
                                             .open = tables_load,
                                             .reload = tables_load,
                                             .draw = tables_draw,
                                             .key = tables_key,
                                             .crumb = item_frame_crumb,
                                             .status = frame_status,
                                             .close = item_frame_close};

bool item_tables_push(struct app *app, const struct item_owner *owner)
{
    struct item_frame *f = item_frame_new(app, sizeof(struct tables), &tables_ops, owner);

    return f && app_push(app, &f->frame.screen);
}

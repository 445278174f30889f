/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table, as in a spreadsheet: its lines, columns, caption and totals.
 */
#include "tui/screens/agenda/item_table.h"

#include "tui/screens/shared/ask.h"

#include <string.h>

enum { VIEW_COLS = 84 };

/* ---- changing its shape ---------------------------------------------------------------------------- */

static const char *why_not(struct app *app, struct screen *screen)
{
    const struct item_table *t = (struct item_table *)screen;

    return t->grid == &t->none ? _("這個表已被刪除") : item_why_not_change(app, screen);
}

static const char *why_no_line(struct app *app, struct screen *screen)
{
    return ((struct item_table *)screen)->line < 0 ? _("這裡是表頭") : why_not(app, screen);
}

static const char *why_no_column(struct app *app, struct screen *screen)
{
    return grid_columns(((struct item_table *)screen)->grid) < 2 ? _("表格至少要有一欄")
                                                                 : why_not(app, screen);
}

/* A copy to change, what was typed stored before. false: neither. */
static bool begin(struct item_table *t, struct arena *arena, struct grid *copy)
{
    struct err err = {0};

    if (!table_leave(t, &err) && !grid_copy(t->grid, arena, copy, &err))
        return true;
    app_error(t->base.app, &err);
    return false;
}

/* Store it unless STATUS says that it could not be changed; then the cursor goes to (LINE, COLUMN). */
static void finish(struct item_table *t, struct grid *copy, enum status status, struct err *err,
                   const char *what, int line, int column)
{
    if (!status)
        status = table_store(t, copy, what, err);
    if (status)
        app_error(t->base.app, err);
    else
        table_go(t, line, column);
}

static void run_line(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct arena arena = ARENA_INIT;
    struct grid copy;
    struct err err = {0};
    const int at = t->line < 0 ? 0 : t->line + 1;

    (void)app;
    if (begin(t, &arena, &copy))
        finish(t, &copy, grid_insert_line(&copy, at, &arena, &err), &err, _("附表：加一列"), at, t->column);
    arena_release(&arena);
}

static void run_column(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct arena arena = ARENA_INIT;
    struct grid copy;
    struct err err = {0};
    const int at = t->column + 1;

    (void)app;
    if (begin(t, &arena, &copy))
        finish(t, &copy, grid_insert_column(&copy, at, &arena, &err), &err, _("附表：加一欄"), -1, at);
    arena_release(&arena);
}

static bool ask_remove(struct app *app, const char *title, bool empty)
{
    const char *const choices[] = {_("不刪除"), _("刪除")};

    return empty || app_ask(app, title, _("裡面還有內容。"), choices, 2, 0) == 1;
}

static void run_remove_line(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct arena arena = ARENA_INIT;
    struct grid copy;
    struct err err = {0};

    if (begin(t, &arena, &copy) && ask_remove(app, _("刪除這一列？"), grid_line_is_empty(&copy, t->line))) {
        grid_remove_line(&copy, t->line);
        finish(t, &copy, STATUS_OK, &err, _("附表：刪一列"), t->line, t->column);
    }
    arena_release(&arena);
}

static void run_remove_column(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct arena arena = ARENA_INIT;
    struct grid copy;
    struct err err = {0};

    if (begin(t, &arena, &copy) &&
        ask_remove(app, _("刪除這一欄？"), grid_column_is_empty(&copy, t->column))) {
        grid_remove_column(&copy, t->column);
        finish(t, &copy, STATUS_OK, &err, _("附表：刪一欄"), t->line, t->column);
    }
    arena_release(&arena);
}

/* ---- around the cells ------------------------------------------------------------------------------ */

static void run_caption(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct arena arena = ARENA_INIT;
    struct str caption = STR_INIT;
    struct grid copy;
    struct err err = {0};

    if (begin(t, &arena, &copy)) {
        str_add(&caption, copy.caption);
        if (app_input(app, _("表的標題"), _("例如 表1　各單位開放情形；可以留空"), &caption, NULL, NULL)) {
            copy.caption = caption.len_bytes ? caption.text : NULL;
            finish(t, &copy, STATUS_OK, &err, _("附表標題"), t->line, t->column);
        }
    }
    str_release(&caption);
    arena_release(&arena);
}

static void run_as_of(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct arena arena = ARENA_INIT;
    struct date now = {0, 0, 0};
    char iso[DATE_ISO_SIZE];
    struct grid copy;
    struct err err = {0};

    if (begin(t, &arena, &copy)) {
        if (copy.as_of)
            (void)date_parse_iso(copy.as_of, &now);
        if (ask_day(app, _("資料截至哪一天？"), _("例如 112/4/30；可以留空"), now, true, iso)) {
            copy.as_of = *iso ? iso : NULL;
            finish(t, &copy, STATUS_OK, &err, _("附表：資料截止日"), t->line, t->column);
        }
    }
    arena_release(&arena);
}

/* The totals begin with the line at the cursor; once more there: none are. */
static void run_totals(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct arena arena = ARENA_INIT;
    struct grid copy;
    struct err err = {0};

    if (begin(t, &arena, &copy)) {
        int footer = copy.lines - t->line;

        copy.footer = copy.footer == footer ? 0 : footer;
        finish(t, &copy, STATUS_OK, &err, _("附表：合計列"), t->line, t->column);
        app_message(app, ROLE_TEXT, "%s", t->grid->footer ? _("從這一列起是合計") : _("沒有合計列"));
    }
    arena_release(&arena);
}

static void run_view(struct app *app, struct screen *screen)
{
    const struct item_table *t = (struct item_table *)screen;
    struct str text = STR_INIT;

    item_table_text(&t->base.frame, t->grid, VIEW_COLS, &text);
    app_show(app, _("印出來的樣子"), text.text);
    str_release(&text);
}

/* ---- the cell -------------------------------------------------------------------------------------- */

static void run_text(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct err err = {0};

    if (table_leave(t, &err))
        app_error(app, &err);
    else
        (void)table_text_push(app, t);
}

static void run_notes(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;
    struct err err = {0};

    if (table_leave(t, &err))
        app_error(app, &err);
    else
        (void)table_notes_push(app, t);
}

static void run_edit(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;

    if (table_cell_is_long(t)) {
        run_text(app, screen);
        return;
    }
    t->edit.fresh = false; /* go on with what is there */
    t->editing = true;
}

static const struct command commands[] = {
    {"table.edit", "Enter F2", N_("改這一格（直接打字會取代）"), N_("改這一格"), 0, why_not, run_edit},
    {"table.line", "F5 Insert", N_("在下面加一列"), N_("加列"), 0, why_not, run_line},
    {"table.column", "F6", N_("在右邊加一欄"), N_("加欄"), 0, why_not, run_column},
    {"table.remove_line", "F7", N_("刪除這一列"), N_("刪列"), 0, why_no_line, run_remove_line},
    {"table.remove_column", "F8", N_("刪除這一欄"), N_("刪欄"), 0, why_no_column, run_remove_column},
    {"table.caption", "F4", N_("表的標題"), N_("標題"), 0, why_not, run_caption},
    {"table.totals", "Ctrl-T", N_("從這一列起是合計列"), N_("合計列"), 0, why_no_line, run_totals},
    {"table.text", "F3", N_("在全螢幕編輯這一格"), NULL, 0, why_no_line, run_text},
    {"table.view", "Alt-v", N_("看印出來的樣子"), N_("預覽"), 0, NULL, run_view},
    {"table.as_of", "", N_("資料截止日"), NULL, 0, why_not, run_as_of},
    {"table.notes", "", N_("表下面的註"), NULL, 0, why_not, run_notes},
};

/* ---- life ------------------------------------------------------------------------------------------ */

static enum status table_load(struct app *app, struct screen *screen, struct err *err)
{
    struct item_table *t = (struct item_table *)screen;
    enum status status = item_frame_load(app, screen, err);

    if (status)
        return status;
    table_find(t);
    if (!t->editing)
        table_go(t, t->line, t->column);
    return STATUS_OK;
}

static enum status table_leave_screen(struct app *app, struct screen *screen, struct err *err)
{
    (void)app;
    return table_leave((struct item_table *)screen, err);
}

static void table_close(struct app *app, struct screen *screen)
{
    struct item_table *t = (struct item_table *)screen;

    line_release(&t->edit);
    item_frame_close(app, screen);
}

static bool table_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

static const struct screen_ops table_ops = {.name = "table",
                                            .title = N_("附表"),
                                            .commands = COMMANDS(commands),
                                            .open = table_load,
                                            .reload = table_load,
                                            .draw = table_draw,
                                            .key = table_key,
                                            .typing = table_typing,
                                            .crumb = item_frame_crumb,
                                            .status = frame_status,
                                            .store = table_leave_screen,
                                            .close = table_close};

bool item_table_push(struct app *app, const struct item_owner *owner, int64_t table_id)
{
    struct item_frame *f = item_frame_new(app, sizeof(struct item_table), &table_ops, owner);
    struct item_table *t = (struct item_table *)f;

    if (!f)
        return false;
    t->table_id = table_id;
    t->grid = &t->none;
    line_init(&t->edit);
    return app_push(app, &f->frame.screen);
}

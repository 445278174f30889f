/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The attachments of an item: what each is called on paper, its title, the name of its file.
 */
#include "tui/screens/agenda/item.h"
#include "tui/widgets/list.h"

#include <string.h>

struct attachments {
    struct item_frame base;
    struct list_view list;
    bool listed;
};

/* ---- the list -------------------------------------------------------------------------------------- */

static size_t row_count(void *context)
{
    return ((struct attachments *)context)->base.item->attachments.n;
}

static int64_t row_id(void *context, size_t row)
{
    return ((struct attachments *)context)->base.item->attachments.v[row].row.id;
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct attachment *a = &((struct attachments *)context)->base.item->attachments.v[row];

    (void)role;
    str_add(out, column == 0 ? a->label : column == 1 ? a->title : a->file);
    if (column == 1 && a->tables.n)
        str_printf(out, _("（附表 %zu）"), a->tables.n);
}

static const struct list_column columns[] = {
    {N_("編號"), 10, 0, 0, TEXT_LEFT}, {N_("名稱"), 24, 2, 0, TEXT_LEFT}, {N_("檔案"), 16, 1, 1, TEXT_LEFT}};
static const struct list_source source = {.count = row_count, .cell = row_cell, .id = row_id};

/* ---- changing -------------------------------------------------------------------------------------- */

/* The item's attachments with room for one more, in ARENA; NULL: out of memory (shown). */
static struct attachment *copy_rows(struct attachments *a, struct arena *arena)
{
    const struct item *item = a->base.item;
    struct attachment *v = arena_take(arena, (item->attachments.n + 1) * sizeof *v);
    struct err err = {0};

    if (!v) {
        (void)err_memory(&err);
        app_error(a->base.app, &err);
    } else if (item->attachments.n) {
        memcpy(v, item->attachments.v, item->attachments.n * sizeof *v);
    }
    return v;
}

static bool store(struct attachments *a, struct attachment *v, size_t n, const char *what)
{
    struct item wanted = *a->base.item;

    wanted.attachments.v = v;
    wanted.attachments.n = n;
    if (item_store(&a->base, &wanted, what, NULL))
        return false;
    list_view_reload(&a->list);
    return true;
}

static enum status check_required(void *context, const char *text, struct err *err)
{
    (void)context;
    return *text ? STATUS_OK : err_set(err, STATUS_BAD, CODE_FORM_REQUIRED, NULL, NULL, NULL);
}

/* The three texts, one after the other; Esc at any of them gives all up. */
static bool ask(struct app *app, struct str *label, struct str *title, struct str *file)
{
    return app_input(app, _("附件編號"), _("印在紙上的，例如 附件1"), label, NULL, NULL) &&
           app_input(app, _("附件名稱"), _("例如 資料集清單"), title, check_required, NULL) &&
           app_input(app, _("檔案名稱"), _("隨議程寄送的檔案，例如 清單.ods；沒有可以留空"), file, NULL,
                     NULL);
}

static const char *text_of(const struct str *text)
{
    return text->len_bytes ? text->text : NULL;
}

/* Row AT is asked for and stored; AT = n: a new one. */
static void edit(struct app *app, struct attachments *a, size_t at)
{
    const bool is_new = at == a->base.item->attachments.n;
    struct arena arena = ARENA_INIT;
    struct attachment *v = copy_rows(a, &arena);
    struct str label = STR_INIT, title = STR_INIT, file = STR_INIT;

    if (v && is_new) {
        entity_defaults(&attachment_entity, &v[at]);
        str_printf(&label, _("附件%zu"), at + 1);
    } else if (v) {
        str_add(&label, v[at].label);
        str_add(&title, v[at].title);
        str_add(&file, v[at].file);
    }
    if (v && ask(app, &label, &title, &file)) {
        v[at].label = text_of(&label);
        v[at].title = text_of(&title);
        v[at].file = text_of(&file);
        if (store(a, v, a->base.item->attachments.n + is_new, is_new ? _("新增附件") : _("修改附件")) &&
            is_new)
            list_view_select(&a->list, at);
    }
    str_release(&label);
    str_release(&title);
    str_release(&file);
    arena_release(&arena);
}

/* Without row AT (TO = AT), or with it moved to TO. */
static void rearrange(struct attachments *a, size_t at, size_t to, const char *what)
{
    struct arena arena = ARENA_INIT;
    struct attachment *v = copy_rows(a, &arena);
    size_t n = a->base.item->attachments.n;

    if (v) {
        struct attachment moved = v[at];

        memmove(v + at, v + at + 1, (n - at - 1) * sizeof *v);
        n--;
        if (to != at) {
            memmove(v + to + 1, v + to, (n - to) * sizeof *v);
            v[to] = moved;
            n++;
        }
        (void)store(a, v, n, what);
    }
    arena_release(&arena);
}

/* ---- commands -------------------------------------------------------------------------------------- */

static const char *why_none(struct app *app, struct screen *screen)
{
    return ((struct attachments *)screen)->base.item->attachments.n ? item_why_not_change(app, screen)
                                                                    : _("還沒有附件：按 n 新增");
}

static void run_edit(struct app *app, struct screen *screen)
{
    struct attachments *a = (struct attachments *)screen;
    size_t row;

    if (list_view_selected(&a->list, &row))
        edit(app, a, row);
}

static void run_new(struct app *app, struct screen *screen)
{
    struct attachments *a = (struct attachments *)screen;

    edit(app, a, a->base.item->attachments.n);
}

static void run_remove(struct app *app, struct screen *screen)
{
    struct attachments *a = (struct attachments *)screen;
    const char *const choices[] = {_("不刪除"), _("刪除")};
    const char *title;
    size_t row;

    if (!list_view_selected(&a->list, &row))
        return;
    title = a->base.item->attachments.v[row].title;
    if (app_ask(app, _("刪除這個附件？"), title ? title : "", choices, 2, 0) == 1)
        rearrange(a, row, row, _("刪除附件"));
}

static void run_up(struct app *app, struct screen *screen)
{
    struct attachments *a = (struct attachments *)screen;
    size_t row;

    (void)app;
    if (list_view_selected(&a->list, &row) && row > 0)
        rearrange(a, row, row - 1, _("附件順序"));
}

static void run_down(struct app *app, struct screen *screen)
{
    struct attachments *a = (struct attachments *)screen;
    size_t row;

    (void)app;
    if (list_view_selected(&a->list, &row) && row + 1 < a->base.item->attachments.n)
        rearrange(a, row, row + 1, _("附件順序"));
}

static const struct command commands[] = {
    {"attachments.edit", "Enter", N_("修改這個附件"), N_("修改"), 0, why_none, run_edit},
    {"attachments.new", "n F5 Insert", N_("新增附件"), N_("新增"), 0, item_why_not_change, run_new},
    {"attachments.up", "Shift-Up Ctrl-Up Alt-Up", N_("往上移"), N_("上移"), 0, why_none, run_up},
    {"attachments.down", "Shift-Down Ctrl-Down Alt-Down", N_("往下移"), NULL, 0, why_none, run_down},
    {"attachments.remove", "Delete", N_("刪除這個附件"), N_("刪除"), 0, why_none, run_remove},
};

/* ---- life ------------------------------------------------------------------------------------------ */

static enum status attachments_load(struct app *app, struct screen *screen, struct err *err)
{
    struct attachments *a = (struct attachments *)screen;
    enum status status = item_frame_load(app, screen, err);

    if (status)
        return status;
    if (!a->listed) {
        list_view_init(&a->list, columns, 3, &source, a);
        a->list.empty = N_("還沒有附件。按 n 新增：編號、名稱與檔案名稱。");
        a->listed = true;
    }
    list_view_reload(&a->list);
    return STATUS_OK;
}

static void attachments_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct attachments *a = (struct attachments *)screen;
    struct rect inner;

    rect = frame_draw(app, &a->base.frame, rect);
    draw_frame(rect, _("附件"), true, &inner);
    list_view_draw(&a->list, inner, true);
}

static bool attachments_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct attachments *)screen)->list, key);
}

static const struct screen_ops attachments_ops = {.name = "attachments",
                                                  .title = N_("附件"),
                                                  .commands = COMMANDS(commands),
                                                  .open = attachments_load,
                                                  .reload = attachments_load,
                                                  .draw = attachments_draw,
                                                  .key = attachments_key,
                                                  .crumb = item_frame_crumb,
                                                  .status = frame_status,
                                                  .close = item_frame_close};

bool item_attachments_push(struct app *app, const struct item_owner *owner)
{
    struct item_frame *f = item_frame_new(app, sizeof(struct attachments), &attachments_ops, owner);

    return f && app_push(app, &f->frame.screen);
}

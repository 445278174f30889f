/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of one item of the agenda, with a preview of what the field at the cursor holds.
 */
#include "tui/screens/agenda/item.h"
#include "tui/screens/screens.h"
#include "tui/screens/text/text.h"

#include <string.h>

/* ---- opening what a field holds -------------------------------------------------------------------- */

static struct item_screen *left(struct screen *screen)
{
    struct item_screen *item = (struct item_screen *)screen;

    return form_leave(&item->form) ? item : NULL;
}

/* FIELD gets the focus: its preview is what the user wants to see when he comes back. */
static void open_text(struct app *app, struct screen *screen, enum draft_kind kind, const char *field)
{
    struct item_screen *item = left(screen);

    if (item) {
        const struct draft_place place = {
            .kind = kind, .meeting_id = item->base.frame.meeting_id, .item_id = item->base.item_id};

        (void)form_go(&item->form, field);
        (void)text_open(app, &place, NULL);
    }
}

static void run_explanation(struct app *app, struct screen *screen)
{
    open_text(app, screen, DRAFT_EXPLANATION, "explanation");
}

static void run_proposal(struct app *app, struct screen *screen)
{
    open_text(app, screen, DRAFT_PROPOSAL, "proposal");
}

static void run_tables(struct app *app, struct screen *screen)
{
    struct item_screen *item = left(screen);
    const struct item_owner owner = item_frame_owner((struct item_frame *)screen);

    if (item)
        (void)item_tables_push(app, &owner);
}

static void run_attachments(struct app *app, struct screen *screen)
{
    struct item_screen *item = left(screen);
    const struct item_owner owner = item_frame_owner((struct item_frame *)screen);

    if (item)
        (void)item_attachments_push(app, &owner);
}

static void open_people(struct app *app, struct screen *screen, enum item_people which)
{
    struct item_screen *item = left(screen);

    if (item)
        (void)item_people_push(app, item->base.frame.meeting_id, item->base.item_id, which);
}

static void open_field(struct app *app, struct screen *screen)
{
    const struct form_field *field = form_field(&((struct item_screen *)screen)->form);

    if (!field)
        return;
    if (strcmp(field->name, "explanation") == 0)
        run_explanation(app, screen);
    else if (strcmp(field->name, "proposal") == 0)
        run_proposal(app, screen);
    else if (strcmp(field->name, "tables") == 0)
        run_tables(app, screen);
    else if (strcmp(field->name, "attachments") == 0)
        run_attachments(app, screen);
    else
        open_people(app, screen, strcmp(field->name, "recused") == 0 ? ITEM_RECUSED : ITEM_SECONDERS);
}

/* ---- the item before and after --------------------------------------------------------------------- */

/* The next item with a matter, in the agenda's order; 0: there is none. */
static int64_t neighbour(const struct item_screen *item, int by)
{
    const struct meeting *meeting = &item->base.frame.s.meeting;
    int64_t before = 0;
    bool passed = false;

    for (int section = 0; section < SECTION_COUNT; section++)
        for (size_t i = 0; i < meeting->items.n; i++) {
            const struct item *v = &meeting->items.v[i];

            if (v->section != section || (!v->title && v->row.id != item->base.item_id))
                continue;
            if (passed)
                return v->row.id;
            if (v->row.id != item->base.item_id)
                before = v->row.id;
            else if (by < 0)
                return before;
            else
                passed = true;
        }
    return 0;
}

static void go(struct app *app, struct screen *screen, int by)
{
    struct item_screen *item = left(screen);
    int64_t id = item ? neighbour(item, by) : 0;
    struct err err = {0};

    if (!item)
        return;
    if (!id) {
        app_message(app, ROLE_TEXT, "%s", by < 0 ? _("這是第一案") : _("這是最後一案。Esc 回到議程"));
        return;
    }
    item->base.item_id = id;
    item->preview_top = 0;
    if (item_frame_load(app, screen, &err))
        app_error(app, &err);
    form_reload(&item->form);
}

static void run_next(struct app *app, struct screen *screen)
{
    go(app, screen, 1);
}

static void run_previous(struct app *app, struct screen *screen)
{
    go(app, screen, -1);
}

static const struct command item_commands[] = {
    {"item.explanation", "F5", N_("編輯說明"), N_("說明"), 0, NULL, run_explanation},
    {"item.proposal", "F7", N_("編輯擬辦"), N_("擬辦"), 0, NULL, run_proposal},
    {"item.tables", "F6", N_("附表"), N_("附表"), 0, NULL, run_tables},
    {"item.attachments", "F8", N_("附件"), N_("附件"), 0, NULL, run_attachments},
    {"item.next", "F9", N_("到下一案"), N_("下一案"), 0, NULL, run_next},
    {"item.previous", "Shift-F9 F10", N_("到上一案"), NULL, 0, NULL, run_previous},
};

/* ---- life ------------------------------------------------------------------------------------------ */

static enum status item_load(struct app *app, struct screen *screen, struct err *err)
{
    struct item_screen *item = (struct item_screen *)screen;
    enum status status = item_frame_load(app, screen, err);

    if (status)
        return status;
    if (!item->formed) {
        form_init(&item->form, item_fields, item_n_fields, &item_source, item, app_today(app));
        item->formed = true;
        form_reload(&item->form);
        (void)form_go(&item->form, "title");
    }
    form_reload(&item->form);
    return STATUS_OK;
}

static void scroll(struct item_screen *item, bool down)
{
    const size_t page = item->preview_rows > 1 ? item->preview_rows - 1 : 1;

    if (down)
        item->preview_top += page; /* drawing takes back what goes beyond the end */
    else
        item->preview_top -= item->preview_top < page ? item->preview_top : page;
}

/* A whole range of cells, wherever it is pasted: it can only be meant as a table. In a text, line feeds alone
 * are a text's. */
static bool is_table_paste(const struct item_screen *item, const struct key *key)
{
    const struct form_field *field = form_field(&item->form);

    if (key->kind != KEY_KIND_PASTE || item->form.picking || !paste_is_table(key->text, key->len_bytes))
        return false;
    return (field && field->kind == FORM_OPEN) || memchr(key->text, '\t', key->len_bytes);
}

/* What is typed and not stored yet is a draft: "title:5:12". */
static void keep_draft(struct item_screen *item)
{
    const struct form_field *field = form_field(&item->form);
    const struct line_edit *line = &item->form.line;
    struct str place = STR_INIT;

    if (item->form.dirty && field && !item->base.gone) {
        str_printf(&place, "%s:%lld:%lld", field->name, (long long)item->base.frame.meeting_id,
                   (long long)item->base.item_id);
        item_draft_put(&item->base, place.text, &line->text, line->caret_bytes);
    } else {
        item_draft_drop(&item->base);
    }
    str_release(&place);
}

static bool item_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct item_screen *item = (struct item_screen *)screen;
    const size_t at = item->form.at;
    enum form_result result;

    if (is_table_paste(item, key)) {
        const char *refusal = item_why_not_change(app, screen);

        if (refusal)
            app_message(app, ROLE_WARN, "%s", refusal);
        else if (item_table_paste(&item->base, key->text, key->len_bytes, '\t', NULL))
            (void)form_go(&item->form, "tables");
        return true;
    }
    result = form_key(&item->form, key);
    keep_draft(item);
    if (result == FORM_RUN)
        open_field(app, screen);
    if (result == FORM_LAST)
        app_message(app, ROLE_TEXT, "%s", _("填好了。F9 到下一案，Esc 回到議程"));
    if (item->form.at != at)
        item->preview_top = 0;
    if (result != FORM_IGNORED)
        return true;
    if (!key_is(key, KEYC_PGDN) && !key_is(key, KEYC_PGUP))
        return false;
    scroll(item, key->code == KEYC_PGDN);
    return true;
}

static bool item_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct item_screen *)screen)->form);
}

static enum status item_leave(struct app *app, struct screen *screen, struct err *err)
{
    struct item_screen *item = (struct item_screen *)screen;

    (void)app;
    if (form_leave(&item->form))
        return STATUS_OK;
    *err = item->form.err;
    return err->status;
}

static void item_close(struct app *app, struct screen *screen)
{
    struct item_screen *item = (struct item_screen *)screen;

    if (item->formed)
        form_release(&item->form);
    item_frame_close(app, screen);
}

static const struct screen_ops item_ops = {.name = "item",
                                           .commands = COMMANDS(item_commands),
                                           .open = item_load,
                                           .reload = item_load,
                                           .draw = item_draw,
                                           .key = item_key,
                                           .typing = item_typing,
                                           .crumb = item_frame_crumb,
                                           .status = frame_status,
                                           .store = item_leave,
                                           .close = item_close};

bool item_push(struct app *app, int64_t meeting_id, int64_t item_id)
{
    struct item_frame *f = item_frame_new(app, sizeof(struct item_screen), &item_ops,
                                          &(struct item_owner){meeting_id, item_id, 0});

    return f && app_push(app, &f->frame.screen);
}

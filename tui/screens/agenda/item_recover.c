/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line that was typed into an item's form or into a cell and never stored, put back where it was typed.
 * Long texts have their own way (item_table_text.c, text_place.c).
 */
#include "tui/screens/agenda/item_table.h"
#include "tui/screens/screens.h"
#include "tui/screens/text/text.h"

#include <string.h>

static bool gone(struct app *app)
{
    app_message(app, ROLE_BAD, "%s", _("這段文字所屬的資料已經不在了。"));
    return false;
}

/* The screen that was just opened goes again; why, if that is known, is said. */
static bool withdraw(struct app *app, const char *why)
{
    (void)app_pop(app);
    if (!why)
        return gone(app);
    app_message(app, ROLE_BAD, "%s", why);
    return false;
}

static size_t caret(const struct line_edit *line, size_t at_bytes)
{
    return at_bytes < line->text.len_bytes ? at_bytes : line->text.len_bytes;
}

bool item_recover(struct app *app, const struct draft_place *place, const struct text_start *start)
{
    struct str name = STR_INIT;
    struct item_screen *item;
    const char *why;

    if (!item_push(app, place->meeting_id, place->item_id))
        return false;
    item = (struct item_screen *)app->top;
    why = item_why_not_change(app, app->top);
    if (why || !form_go(&item->form, draft_place_word(place->kind)))
        return withdraw(app, why);
    line_set(&item->form.line, start->serial);
    item->form.line.caret_bytes = caret(&item->form.line, start->cursor_bytes);
    item->form.dirty = true;
    draft_place_name(place, &name);
    item_draft_put(&item->base, name.text, &item->form.line.text, item->form.line.caret_bytes);
    str_release(&name);
    return true;
}

bool item_table_recover(struct app *app, const struct draft_place *place, const struct text_start *start)
{
    const struct item_owner owner = {place->meeting_id, place->item_id, place->resolution_id};
    struct item_table *t;

    if (!item_table_push(app, &owner, place->table_id))
        return false;
    t = (struct item_table *)app->top;
    if (t->base.gone || t->grid == &t->none)
        return withdraw(app, NULL);
    table_go(t, (int)place->line, (int)place->column);
    if (t->line != place->line || t->column != place->column)
        return withdraw(app, NULL); /* the table became smaller */
    if (table_type(t, start->serial, start->cursor_bytes))
        return true;
    return withdraw(app, item_why_not_change(app, app->top));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cursor in a table, and what is typed: it goes into the cell at the cursor and is stored when that moves
 * on.
 */
#include "tui/screens/agenda/item_table.h"

#include <string.h>

/* ---- what stands where ----------------------------------------------------------------------------- */

const struct node *table_head(const struct item_table *t, int line, int column)
{
    return grid_head(t->grid, grid_head_lines(t->grid) + line, column);
}

bool table_cell_is_long(const struct item_table *t)
{
    const struct grid_cell *cell = t->line < 0 ? NULL : grid_cell_at(t->grid, t->line, t->column);

    if (!cell)
        return false;
    return cell->kind == CELL_OUTLINE || (cell->kind == CELL_TEXT && cell->text && strchr(cell->text, '\n'));
}

static void add_outline(const struct outline *outline, struct str *out)
{
    for (size_t i = 0; i < outline->n; i++) {
        str_add(out, i ? " ／ " : "");
        str_add(out, outline->v[i].text);
    }
}

void table_cell_text(const struct item_table *t, int line, int column, struct str *out)
{
    const struct grid_cell *cell = grid_cell_at(t->grid, line, column);
    const struct node *head = line < 0 ? table_head(t, line, column) : NULL;

    if (head)
        str_add(out, head->text);
    else if (cell && cell->kind == CELL_OUTLINE)
        add_outline(&cell->outline, out);
    else if (cell && cell->kind == CELL_TEXT)
        str_add(out, cell->text);
}

/* ---- the cursor ------------------------------------------------------------------------------------ */

static int within(int at, int low, int high)
{
    return at > high ? (high < low ? low : high) : at < low ? low : at;
}

static void load_edit(struct item_table *t)
{
    struct str text = STR_INIT;

    table_cell_text(t, t->line, t->column, &text);
    line_set(&t->edit, text.text);
    t->edit.fresh = true;
    t->editing = t->dirty = false;
    str_release(&text);
}

void table_go(struct item_table *t, int line, int column)
{
    t->line = within(line, -grid_head_lines(t->grid), t->grid->lines - 1);
    t->column = within(column, 0, grid_columns(t->grid) - 1);
    load_edit(t);
}

/* ---- storing --------------------------------------------------------------------------------------- */

void table_find(struct item_table *t)
{
    const struct item *item = t->base.item;

    t->grid = &t->none;
    for (size_t i = 0; i < item->tables.n; i++)
        if (item->tables.v[i].row.id == t->table_id) {
            t->grid = &item->tables.v[i];
            t->at = i;
        }
}

enum status table_store(struct item_table *t, struct grid *grid, const char *what, struct err *err)
{
    struct item wanted = *t->base.item;
    struct arena arena = ARENA_INIT;
    struct grid *v = arena_take(&arena, (wanted.tables.n + 1) * sizeof *v);
    enum status status = v ? STATUS_OK : err_memory(err);

    if (!status && t->grid == &t->none)
        status = err_set(err, STATUS_MISSING, CODE_ITEM_GONE, NULL, NULL, NULL);
    if (!status) {
        memcpy(v, wanted.tables.v, wanted.tables.n * sizeof *v);
        v[t->at] = *grid;
        wanted.tables.v = v;
        status = item_store(&t->base, &wanted, what, err);
    }
    if (!status)
        table_find(t);
    arena_release(&arena);
    return status;
}

enum status table_put(struct item_table *t, const char *text, struct err *err)
{
    const struct node *head = t->line < 0 ? table_head(t, t->line, t->column) : NULL;
    struct arena arena = ARENA_INIT;
    struct grid copy;
    enum status status = grid_copy(t->grid, &arena, &copy, err);

    if (!status) {
        if (head)
            grid_set_head(&copy, head->level, t->column, text);
        else
            grid_set_text(&copy, t->line, t->column, text);
        status = table_store(t, &copy, _("附表"), err);
    }
    arena_release(&arena);
    return status;
}

enum status table_leave(struct item_table *t, struct err *err)
{
    enum status status = t->dirty ? table_put(t, t->edit.text.text, err) : STATUS_OK;

    if (!status)
        t->editing = t->dirty = false;
    return status;
}

static bool left(struct item_table *t)
{
    struct err err = {0};

    if (!table_leave(t, &err))
        return true;
    app_error(t->base.app, &err);
    return false;
}

static bool move_to(struct item_table *t, int line, int column)
{
    if (!left(t))
        return false;
    table_go(t, line, column);
    return true;
}

/* A line more where Tab leaves the last cell. */
static void next_cell(struct item_table *t)
{
    struct arena arena = ARENA_INIT;
    struct grid copy;
    struct err err = {0};

    if (!left(t))
        return;
    if (t->column + 1 < grid_columns(t->grid)) {
        table_go(t, t->line, t->column + 1);
    } else if (t->line + 1 < t->grid->lines) {
        table_go(t, t->line + 1, 0);
    } else {
        if (grid_copy(t->grid, &arena, &copy, &err) || grid_insert_line(&copy, copy.lines, &arena, &err) ||
            table_store(t, &copy, _("附表：加一列"), &err))
            app_error(t->base.app, &err);
        else
            table_go(t, t->grid->lines - 1, 0);
        arena_release(&arena);
    }
}

/* A range of cells over those from the cursor on. */
static void put_cells(struct item_table *t, const struct key *key)
{
    struct arena arena = ARENA_INIT;
    struct grid_text cells;
    struct grid copy;
    struct err err = {0};
    int line = t->line, column = t->column;

    if (paste_cells(t->base.app, key->text, key->len_bytes, '\t', &arena, &cells)) {
        if (line < -1)
            line = -1;
        if (grid_copy(t->grid, &arena, &copy, &err) ||
            grid_put_text(&copy, line, column, &cells, &arena, &err) ||
            table_store(t, &copy, _("附表：貼上"), &err))
            app_error(t->base.app, &err);
        else
            table_go(t, line, column);
    }
    arena_release(&arena);
}

/* ---- keys ------------------------------------------------------------------------------------------ */

static bool arrow_key(struct item_table *t, const struct key *key)
{
    const int page = t->page > 1 ? t->page - 1 : 1;

    if (key->kind != KEY_KIND_SPECIAL || key->mods)
        return false;
    switch ((int)key->code) {
    case KEYC_UP:
        (void)move_to(t, t->line - 1, t->column);
        break;
    case KEYC_DOWN:
        (void)move_to(t, t->line + 1, t->column);
        break;
    case KEYC_PGUP:
        (void)move_to(t, t->line > page ? t->line - page : -1, t->column);
        break;
    case KEYC_PGDN:
        (void)move_to(t, t->line + page, t->column);
        break;
    case KEYC_LEFT:
        (void)move_to(t, t->line, t->column - 1);
        break;
    case KEYC_RIGHT:
        (void)move_to(t, t->line, t->column + 1);
        break;
    case KEYC_HOME:
        (void)move_to(t, t->line, 0);
        break;
    case KEYC_END:
        (void)move_to(t, t->line, grid_columns(t->grid) - 1);
        break;
    default:
        return false;
    }
    return true;
}

/* Nothing is in the cell any more. */
static void clear(struct item_table *t)
{
    struct err err = {0};

    if (t->edit.text.len_bytes && table_put(t, "", &err))
        app_error(t->base.app, &err);
    load_edit(t);
}

/* What is typed and not stored yet is a draft: "cell:5:12:0:33:2:1". */
static void keep_draft(struct item_table *t)
{
    const struct draft_place place = {.kind = DRAFT_CELL,
                                      .meeting_id = t->base.frame.meeting_id,
                                      .item_id = t->base.item_id,
                                      .resolution_id = t->base.resolution_id,
                                      .table_id = t->table_id,
                                      .line = t->line,
                                      .column = t->column};
    struct str name = STR_INIT;

    draft_place_name(&place, &name);
    item_draft_put(&t->base, name.text, &t->edit.text, t->edit.caret_bytes);
    str_release(&name);
}

static void give_up(struct item_table *t)
{
    item_draft_drop(&t->base);
    load_edit(t);
}

static bool editing_key(struct item_table *t, const struct key *key)
{
    if (key_is(key, KEYC_ESC))
        give_up(t);
    else if (key_is(key, KEYC_ENTER))
        (void)move_to(t, t->line + 1, t->column);
    else if (key_is(key, KEYC_UP) || key_is(key, KEYC_DOWN))
        return arrow_key(t, key);
    else
        return false;
    return true;
}

/* What may not be typed over, said. */
static bool refused(struct item_table *t)
{
    const char *refusal = item_why_not_change(t->base.app, &t->base.frame.screen);

    if (!refusal && t->grid == &t->none)
        refusal = _("這個表已被刪除");
    if (!refusal && t->line < 0 && !table_head(t, t->line, t->column))
        refusal = _("這一欄的表頭在別列");
    if (!refusal && table_cell_is_long(t))
        refusal = _("這一格有好幾段：按 Enter 在全螢幕編輯");
    if (refusal)
        app_message(t->base.app, ROLE_WARN, "%s", refusal);
    return refusal != NULL;
}

bool table_type(struct item_table *t, const char *text, size_t caret_bytes)
{
    if (refused(t))
        return false;
    line_set(&t->edit, text);
    t->edit.caret_bytes = caret_bytes < t->edit.text.len_bytes ? caret_bytes : t->edit.text.len_bytes;
    t->editing = t->dirty = true;
    keep_draft(t);
    return true;
}

static bool tab_key(struct item_table *t, const struct key *key)
{
    const bool first = t->column == 0;

    if (key->kind != KEY_KIND_SPECIAL || key->code != KEYC_TAB)
        return false;
    if (key->mods & MOD_SHIFT)
        (void)move_to(t, first ? t->line - 1 : t->line, first ? grid_columns(t->grid) - 1 : t->column - 1);
    else
        next_cell(t);
    return true;
}

bool table_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct item_table *t = (struct item_table *)screen;
    const bool text = key->kind == KEY_KIND_TEXT || key->kind == KEY_KIND_PASTE;
    const bool empties = !t->editing && (key_is(key, KEYC_DELETE) || key_is(key, KEYC_BACKSPACE));
    enum line_result result;

    (void)app;
    if (tab_key(t, key) || (t->editing ? editing_key(t, key) : arrow_key(t, key)))
        return true;
    if (!t->editing && !text && !empties)
        return false;
    if (!t->editing && refused(t))
        return true;
    if (empties) {
        clear(t);
        return true;
    }
    if (key->kind == KEY_KIND_PASTE && paste_is_table(key->text, key->len_bytes)) {
        put_cells(t, key);
        return true;
    }
    result = line_key(&t->edit, key);
    if (result == LINE_CHANGED) {
        t->editing = t->dirty = true;
        keep_draft(t);
    }
    return result != LINE_IGNORED;
}

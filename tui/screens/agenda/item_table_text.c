/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a table is longer than a line: a cell on the whole screen, the notes below the table.
 */
#include "tui/screens/agenda/item_table.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/text/text.h"

#include <stdlib.h>
#include <string.h>

enum { CELL_LEVEL = 2 }; /* of the paper's numbers, as the minutes number the points in a cell */

/* Where the text belongs, with the item as it was when it was last loaded. */
struct site {
    struct item_frame base;   /* no screen: only what item_frame_load loads */
    struct draft_place place; /* DRAFT_NOTES or DRAFT_CELL_TEXT */
    bool stale;               /* stored since */
};

static bool is_notes(const struct site *site)
{
    return site->place.kind == DRAFT_NOTES;
}

static int line_of(const struct site *site)
{
    return (int)site->place.line;
}

static int column_of(const struct site *site)
{
    return (int)site->place.column;
}

static const struct grid *find(const struct site *site, size_t *at)
{
    const struct item *item = site->base.item;

    for (*at = 0; *at < item->tables.n; (*at)++)
        if (item->tables.v[*at].row.id == site->place.table_id)
            return &item->tables.v[*at];
    return NULL;
}

/* ---- a cell as an outline, and back ---------------------------------------------------------------- */

/* The lines of TEXT as unnumbered paragraphs. */
static enum status outline_of_text(const char *text, struct arena *arena, struct outline *out,
                                   struct err *err)
{
    size_t lines = 1;

    for (const char *p = text; *p; p++)
        lines += *p == '\n';
    out->n = 0;
    out->v = arena_take(arena, lines * sizeof *out->v);
    while (out->v && *text) {
        size_t n = strcspn(text, "\n");
        struct node *node = &out->v[out->n++];

        *node = (struct node){.plain = true, .text = arena_text(arena, text, n)};
        if (!node->text)
            return err_memory(err);
        text += n + (text[n] == '\n');
    }
    return out->v ? STATUS_OK : err_memory(err);
}

/* Paragraphs without numbers are lines of a text. */
static bool is_text(const struct outline *outline)
{
    for (size_t i = 0; i < outline->n; i++)
        if (outline->v[i].level > 0 || (!outline->v[i].plain && outline->n > 1))
            return false;
    return true;
}

static const char *text_of_outline(const struct outline *outline, struct arena *arena)
{
    struct str text = STR_INIT;
    const char *copy;

    for (size_t i = 0; i < outline->n; i++) {
        str_add(&text, i ? "\n" : "");
        str_add(&text, outline->v[i].text);
    }
    copy = str_failed(&text) ? NULL : arena_text(arena, text.text, text.len_bytes);
    str_release(&text);
    return copy;
}

/* ---- storing --------------------------------------------------------------------------------------- */

static enum status put(const struct site *site, struct grid *grid, struct outline *outline,
                       struct arena *arena, struct err *err)
{
    const char *text;

    if (is_notes(site)) {
        grid->notes = *outline;
        return STATUS_OK;
    }
    if (!is_text(outline)) {
        grid_set_outline(grid, line_of(site), column_of(site), *outline);
        return STATUS_OK;
    }
    text = text_of_outline(outline, arena);
    if (!text)
        return err_memory(err);
    grid_set_text(grid, line_of(site), column_of(site), text);
    return STATUS_OK;
}

static enum status store(struct app *app, void *context, const struct stamp *stamp, struct outline *outline,
                         bool replace, struct err *err)
{
    struct site *site = context;
    struct arena arena = ARENA_INIT;
    const struct grid *grid;
    struct item wanted;
    struct grid *v;
    size_t at;
    enum status status =
        site->stale || replace ? item_frame_load(app, &site->base.frame.screen, err) : STATUS_OK;

    if (status)
        return status;
    site->stale = false;
    grid = find(site, &at);
    if (!grid)
        return err_set(err, STATUS_MISSING, CODE_ITEM_GONE, NULL, NULL, NULL);
    wanted = *site->base.item;
    v = arena_take(&arena, wanted.tables.n * sizeof *v);
    status = v ? STATUS_OK : err_memory(err);
    if (!status) {
        memcpy(v, wanted.tables.v, wanted.tables.n * sizeof *v);
        status = grid_copy(grid, &arena, &v[at], err);
    }
    if (!status)
        status = put(site, &v[at], outline, &arena, err);
    if (!status) {
        wanted.tables.v = v;
        status = item_put(&site->base, stamp, &wanted, err);
    }
    site->stale = !status;
    arena_release(&arena);
    return status;
}

static void site_free(void *context)
{
    struct site *site = context;

    frame_release(&site->base.frame);
    free(site);
}

/* ---- opening --------------------------------------------------------------------------------------- */

static enum status stored_outline(const struct site *site, const struct grid *grid, struct arena *arena,
                                  struct outline *out, struct err *err)
{
    const struct grid_cell *cell = grid_cell_at(grid, line_of(site), column_of(site));

    if (is_notes(site))
        *out = grid->notes;
    else if (cell && cell->kind == CELL_OUTLINE)
        *out = cell->outline;
    else
        return outline_of_text(cell && cell->kind == CELL_TEXT && cell->text ? cell->text : "", arena, out,
                               err);
    return STATUS_OK;
}

static enum status stored(struct app *app, void *context, struct arena *arena, struct outline *out,
                          struct err *err)
{
    struct site *site = context;
    const struct grid *grid;
    size_t at;
    enum status status = item_frame_load(app, &site->base.frame.screen, err);

    *out = (struct outline){NULL, 0};
    if (status)
        return status;
    grid = find(site, &at);
    return grid ? stored_outline(site, grid, arena, out, err)
                : err_set(err, STATUS_MISSING, CODE_ITEM_GONE, NULL, NULL, NULL);
}

/* The table is there, a cell in it too, and its meeting not confirmed. */
static enum status check(const struct site *site, const struct grid *grid, struct err *err)
{
    const struct meeting_frame *frame = &site->base.frame;

    if (!grid || (!is_notes(site) && (site->place.line < 0 || site->place.line >= grid->lines ||
                                      site->place.column >= grid_columns(grid))))
        return err_set(err, STATUS_MISSING, CODE_ITEM_GONE, NULL, NULL, NULL);
    if (frame_is_confirmed(frame))
        return err_set(err, STATUS_NO, CODE_MEETING_CONFIRMED, NULL, frame->s.meeting.key, NULL);
    return STATUS_OK;
}

static bool open_site(struct app *app, struct site *site, const struct text_start *start)
{
    const struct meeting_frame *frame = &site->base.frame;
    struct text_job job = {.store = store, .stored = stored, .release = site_free, .context = site};
    struct str title = STR_INIT, label = STR_INIT, name = STR_INIT;
    struct arena arena = ARENA_INIT;
    struct outline outline = {NULL, 0};
    struct err err = {0};
    const struct grid *grid;
    size_t at = 0;
    bool pushed = false;
    enum status status = item_frame_load(app, &site->base.frame.screen, &err);

    grid = status ? NULL : find(site, &at);
    if (!status)
        status = check(site, grid, &err);
    if (!status)
        status = stored_outline(site, grid, &arena, &outline, &err);
    if (status) {
        app_error(app, &err);
        site_free(site);
        goto out;
    }
    if (site->base.resolution)
        item_frame_name(&site->base, &title);
    else
        label_item_number(&title, &frame->s, frame->style, site->base.item);
    str_add(&title, title.len_bytes ? " " : "");
    item_table_name(grid, at, &title);
    if (is_notes(site))
        str_printf(&title, " %s", _("註"));
    str_printf(&label, _("%s：%s"), frame->s.meeting.key, title.text);
    job.title = title.text;
    job.label = label.text;
    draft_place_name(&site->place, &name);
    job.place = name.text;
    job.numbering = frame_numbering(frame, CELL_LEVEL);
    pushed = text_push(app, &job, &outline, start);
out:
    str_release(&title);
    str_release(&label);
    str_release(&name);
    arena_release(&arena);
    return pushed;
}

bool item_table_recover_text(struct app *app, const struct draft_place *place, const struct text_start *start)
{
    struct site *site = calloc(1, sizeof *site);
    struct err err = {0};

    if (!site) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    site->base.app = app;
    site->base.frame.meeting_id = place->meeting_id;
    site->base.item_id = place->item_id;
    site->base.resolution_id = place->resolution_id;
    entity_defaults(&item_entity, &site->base.blank);
    site->place = *place;
    return open_site(app, site, start);
}

static bool push(struct app *app, const struct item_table *t, enum draft_kind kind)
{
    struct draft_place place = {.kind = kind,
                                .meeting_id = t->base.frame.meeting_id,
                                .item_id = t->base.item_id,
                                .resolution_id = t->base.resolution_id,
                                .table_id = t->table_id};

    if (kind == DRAFT_CELL_TEXT) {
        place.line = t->line;
        place.column = t->column;
    }
    return item_table_recover_text(app, &place, NULL);
}

bool table_text_push(struct app *app, const struct item_table *t)
{
    return push(app, t, DRAFT_CELL_TEXT);
}

bool table_notes_push(struct app *app, const struct item_table *t)
{
    return push(app, t, DRAFT_NOTES);
}

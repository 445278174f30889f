/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item with its meeting, loaded and stored; or a round of a tracked decision in an item's place.
 */
#include "tui/screens/agenda/item.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

#include <string.h>

enum { CRUMB_COLS = 24 };

struct item_frame *item_frame_new(struct app *app, size_t size, const struct screen_ops *ops,
                                  const struct item_owner *owner)
{
    struct item_frame *f = (struct item_frame *)frame_new(app, size, ops, owner->meeting_id, 0);

    if (!f)
        return NULL;
    f->app = app;
    f->item_id = owner->item_id;
    f->resolution_id = owner->resolution_id;
    entity_defaults(&item_entity, &f->blank);
    f->blank.section = SECTION_REPORT;
    f->item = &f->blank;
    str_init(&f->draft);
    return f;
}

struct item_owner item_frame_owner(const struct item_frame *f)
{
    return (struct item_owner){f->frame.meeting_id, f->item_id, f->resolution_id};
}

void item_frame_name(const struct item_frame *f, struct str *out)
{
    if (f->resolution_id)
        str_printf(out, _("列管 %s"), f->resolution ? f->resolution->key : "");
    else
        label_item(out, &f->frame.s, f->frame.style, f->item);
}

/* The round stands in for an item. */
static void find_round(struct item_frame *f)
{
    const struct resolutions *all = &f->frame.s.resolutions;
    const struct round *round;

    f->resolution = NULL;
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].row.id == f->resolution_id)
            f->resolution = &all->v[i];
    round = f->resolution ? resolution_round(f->resolution, f->frame.s.meeting.key) : NULL;
    entity_defaults(&item_entity, &f->blank);
    f->blank.section = SECTION_TRACKING;
    if (round) {
        f->blank.tables.v = round->tables.v;
        f->blank.tables.n = round->tables.n;
        f->blank.attachments.v = round->attachments.v;
        f->blank.attachments.n = round->attachments.n;
    }
    f->item = &f->blank;
    f->gone = !f->resolution;
}

enum status item_frame_load(struct app *app, struct screen *screen, struct err *err)
{
    struct item_frame *f = (struct item_frame *)screen;
    enum status status = frame_load(app, screen, err);

    if (status)
        return status;
    if (f->resolution_id) {
        find_round(f);
        return STATUS_OK;
    }
    f->item = meeting_item_by_id(&f->frame.s.meeting, f->item_id);
    f->gone = !f->item;
    if (f->gone)
        f->item = &f->blank;
    return STATUS_OK;
}

/* The step below says which meeting it is; a search does not. */
static bool is_above_a_step(const struct screen *screen)
{
    for (const struct screen *below = screen->below; below; below = below->below)
        if (below->ops->crumb == frame_crumb)
            return true;
    return false;
}

void item_frame_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    const struct item_frame *f = (const struct item_frame *)screen;
    struct str name = STR_INIT;

    (void)app;
    if (screen->ops->title) { /* part of an item, which stands below it */
        str_add(out, _(screen->ops->title));
        return;
    }
    if (!is_above_a_step(screen)) {
        label_meeting(out, &f->frame.s.meeting);
        str_add(out, " › ");
    }
    label_item_number(&name, &f->frame.s, f->frame.style, f->item);
    text_truncate(out, name.len_bytes ? name.text : item_title(f->item), CRUMB_COLS, draw_widths());
    str_release(&name);
}

/* ---- drafts ---------------------------------------------------------------------------------------- */

void item_draft_drop(struct item_frame *f)
{
    if (f->draft.len_bytes)
        app_draft_drop(f->app, f->draft.text);
    str_clear(&f->draft);
}

void item_draft_put(struct item_frame *f, const char *place, const struct str *text, size_t caret_bytes)
{
    if (strcmp(f->draft.text, place) != 0)
        item_draft_drop(f);
    if (!f->draft.len_bytes)
        str_add(&f->draft, place);
    (void)app_draft_put(f->app, place, text->text, text->len_bytes, caret_bytes);
}

/* A text that is given up leaves no draft behind; on a signal it does. */
void item_frame_close(struct app *app, struct screen *screen)
{
    struct item_frame *f = (struct item_frame *)screen;

    if (!app->hung_up && !app->terminated)
        item_draft_drop(f);
    str_release(&f->draft);
    frame_close(app, screen);
}

/* ---- storing --------------------------------------------------------------------------------------- */

enum status item_put(const struct item_frame *f, const struct stamp *stamp, struct item *wanted,
                     struct err *err)
{
    const struct round *stored;
    struct round round;

    if (!f->resolution_id)
        return item_save(f->app->db, stamp, &f->frame.s, f->item, wanted, err);
    stored = resolution_round(f->resolution, f->frame.s.meeting.key);
    entity_defaults(&round_entity, &round);
    if (stored)
        round = *stored;
    round.tables.v = wanted->tables.v;
    round.tables.n = wanted->tables.n;
    round.attachments.v = wanted->attachments.v;
    round.attachments.n = wanted->attachments.n;
    return round_save(f->app->db, stamp, &f->frame.s, f->resolution, &round, err);
}

/* The item, and that its draft stands in the database. */
static enum status write_once(struct item_frame *f, struct item *wanted, struct attempt *attempt)
{
    struct db *db = f->app->db;
    enum status status;

    if (f->gone)
        return err_set(&attempt->err, STATUS_MISSING, CODE_ITEM_GONE, NULL, NULL, NULL);
    status = write_begin(db, &attempt->stamp, &attempt->err);
    if (status)
        return status;
    status = item_put(f, &attempt->stamp, wanted, &attempt->err);
    if (!status && f->draft.len_bytes)
        status = app_draft_mark(f->app, f->draft.text, &attempt->err);
    return write_end(db, status, &attempt->err);
}

enum status item_store(struct item_frame *f, struct item *wanted, const char *what, struct err *err)
{
    struct app *app = f->app;
    struct str name = STR_INIT;
    struct attempt attempt;
    struct err load_err = {0};
    enum status status;

    item_frame_name(f, &name);
    app_attempt(app, &attempt, _("%s %s：%s"), f->frame.s.meeting.key, name.text, what);
    attempt.quiet = err != NULL;
    do
        status = write_once(f, wanted, &attempt);
    while (app_again(app, &attempt, status));
    str_release(&name);
    if (err && status)
        *err = attempt.err;
    if (status)
        return status;
    item_draft_drop(f);
    if (item_frame_load(app, &f->frame.screen, &load_err))
        app_error(app, &load_err);
    return STATUS_OK;
}

const char *item_why_not_change(struct app *app, struct screen *screen)
{
    return ((struct item_frame *)screen)->gone ? _("這一案已被刪除") : frame_why_not_change(app, screen);
}

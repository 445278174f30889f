/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How what is typed on the text screen is kept: a draft with every change, the database when it is left.
 */
#include "tui/screens/shared/conflict.h"
#include "tui/screens/text/text_inner.h"

void text_put_draft(struct app *app, struct text *text)
{
    struct str serial = STR_INIT;
    struct err err = {0};

    text->changed = true;
    if (!text->job.place)
        return;
    if (editor_serial(&text->editor, &serial, &err))
        app_error(app, &err);
    else
        (void)app_draft_put(app, text->job.place, serial.text, serial.len_bytes,
                            editor_cursor(&text->editor));
    str_release(&serial);
}

/* One write: the text, and that its draft stands in the database. */
static enum status write_once(struct app *app, struct text *text, const struct stamp *stamp,
                              struct outline *outline, bool replace, struct err *err)
{
    enum status status = write_begin(app->db, stamp, err);

    if (status)
        return status;
    status = text->job.store(app, text->job.context, stamp, outline, replace, err);
    if (!status && text->job.place)
        status = app_draft_mark(app, text->job.place, err);
    return write_end(app->db, status, err);
}

static enum status store_text(struct app *app, struct text *text, bool replace, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct outline outline = {NULL, 0};
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, "%s", text->job.label);
    attempt.quiet = true;
    do {
        /* taken from the editor each time: a write that was undone leaves versions in the rows */
        arena_release(&arena);
        status = editor_outline(&text->editor, &arena, &outline, &attempt.err);
        for (size_t i = 0; replace && i < outline.n; i++)
            outline.v[i].row = (struct row){0};
        if (!status)
            status = write_once(app, text, &attempt.stamp, &outline, replace, &attempt.err);
    } while (app_again(app, &attempt, status));
    if (!status) {
        editor_adopt(&text->editor, &outline);
        text->changed = false;
        if (text->job.place)
            app_draft_drop(app, text->job.place);
    } else {
        *err = attempt.err;
        err->status = status;
    }
    arena_release(&arena);
    return status;
}

/* Somebody else changed it meanwhile: both are shown, and one of them or both are kept. */
static enum status settle(struct app *app, struct text *text, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct outline theirs;
    struct err why = {0};
    enum status status = text->job.stored(app, text->job.context, &arena, &theirs, &why);

    if (status)
        *err = why;
    else if (conflict_ask(app, &theirs, &text->editor) == CONFLICT_BACK)
        status = STATUS_CONFLICT; /* ERR says so already */
    else
        status = store_text(app, text, true, err);
    arena_release(&arena);
    return status;
}

enum status text_store(struct app *app, struct screen *screen, struct err *err)
{
    struct text *text = text_of(screen);
    const enum status status = text->changed ? store_text(app, text, false, err) : STATUS_OK;

    return status == STATUS_CONFLICT ? settle(app, text, err) : status;
}

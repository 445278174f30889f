/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-screen text. Whatever the user typed is in its draft at once and in the database when he leaves;
 * it knows neither what the text is nor where it is stored.
 */
#include "tui/screens/text/text_inner.h"

#include "tui/screens/text/insert.h"

#include <stdlib.h>
#include <string.h>

/* ---- commands ------------------------------------------------------------------------------------- */

static void run_leave(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)app_pop(app);
}

static void run_store(struct app *app, struct screen *screen)
{
    struct err err = {0};

    if (text_store(app, screen, &err))
        app_error(app, &err);
}

static void find(struct app *app, struct text *text, enum editor_find how)
{
    if (!editor_find(&text->editor, text->needle.text, how))
        app_message(app, ROLE_WARN, _("找不到「%s」"), text->needle.text);
}

static void run_find(struct app *app, struct screen *screen)
{
    struct text *text = text_of(screen);

    if (app_input(app, _("尋找"), _("找到後按 F3 找下一個"), &text->needle, NULL, NULL) &&
        text->needle.len_bytes)
        find(app, text, EDITOR_FIND_HERE);
}

static void run_next(struct app *app, struct screen *screen)
{
    struct text *text = text_of(screen);

    if (text->needle.len_bytes)
        find(app, text, EDITOR_FIND_ONWARDS);
    else
        run_find(app, screen);
}

static void run_insert(struct app *app, struct screen *screen)
{
    struct text *text = text_of(screen);

    if (insert_into(app, &text->editor))
        text_put_draft(app, text);
}

static void run_outside(struct app *app, struct screen *screen)
{
    struct text *text = text_of(screen);

    if (insert_outside(app, &text->editor))
        text_put_draft(app, text);
}

/* The editor has these keys first; they stand here for the hints and the help. */
static void run_nothing(struct app *app, struct screen *screen)
{
    (void)app;
    (void)screen;
}

static const struct command text_commands[] = {
    {"text.leave", "F2", N_("完成並存檔（Esc 也會存）"), N_("完成"), 0, NULL, run_leave},
    {"text.enter", "Enter", N_("下一點"), N_("下一點"), 0, NULL, run_nothing},
    {"text.deeper", "Tab", N_("降一級；Shift-Tab 升一級"), N_("降一級"), 0, NULL, run_nothing},
    {"text.plain", "F4", N_("編號或不編號"), N_("不編號"), 0, NULL, run_nothing},
    {"text.insert", "Ctrl-T", N_("插入委員、單位或常用語"), N_("插入"), 0, NULL, run_insert},
    {"text.undo", "Ctrl-Z", N_("復原；Ctrl-Y 重做"), N_("復原"), 0, NULL, run_nothing},
    {"text.find", "Ctrl-F", N_("尋找"), N_("尋找"), 0, NULL, run_find},
    {"text.next", "F3", N_("找下一個"), NULL, 0, NULL, run_next},
    {"text.store", "Ctrl-S", N_("現在就存，繼續編輯"), NULL, 0, NULL, run_store},
    {"text.outside", "", N_("用外部編輯器（Ctrl-X Ctrl-E）"), NULL, 0, NULL, run_outside},
};

/* ---- keys and drawing ----------------------------------------------------------------------------- */

/* Ctrl-X Ctrl-E: the text goes to $EDITOR and comes back as one step of undo. */
static bool take_outside(struct app *app, struct text *text, const struct key *key)
{
    const bool armed = text->outside;

    text->outside = false;
    if (armed && key_is_ctrl(key, 'e')) {
        run_outside(app, &text->screen);
        return true;
    }
    return false;
}

static bool text_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct text *text = text_of(screen);

    if (take_outside(app, text, key))
        return true;
    switch (editor_key(&text->editor, key)) {
    case EDITOR_CHANGED:
        text_put_draft(app, text);
        return true;
    case EDITOR_MOVED:
    case EDITOR_DONE:
        return true;
    case EDITOR_MEMORY:
        app_message(app, ROLE_BAD, "%s", _("記憶體不足，這個字沒有打進去"));
        return true;
    case EDITOR_IGNORED:
        break;
    }
    text->outside = key_is_ctrl(key, 'x');
    return text->outside;
}

static void text_paint(struct app *app, struct screen *screen, struct rect rect)
{
    struct text *text = text_of(screen);
    struct rect inner;

    (void)app;
    draw_frame(rect, text->job.title, true, &inner);
    inner.x++;
    inner.cols -= 2;
    draw_blank((struct rect){inner.x - 1, inner.y, inner.cols + 2, inner.rows}, ROLE_TEXT);
    editor_draw(&text->editor, inner, true);
}

static bool text_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

static void text_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    (void)app;
    str_add(out, text_of(screen)->job.title);
}

static void text_pause(struct app *app, struct screen *screen)
{
    (void)app;
    editor_pause(&text_of(screen)->editor);
}

/* ---- life ----------------------------------------------------------------------------------------- */

/* A text that is given up leaves no draft behind; on a signal it does. */
static void text_close(struct app *app, struct screen *screen)
{
    struct text *text = text_of(screen);

    if (text->changed && text->job.place && !app->hung_up && !app->terminated)
        app_draft_drop(app, text->job.place);
    if (text->job.release)
        text->job.release(text->job.context);
    editor_release(&text->editor);
    str_release(&text->needle);
    arena_release(&text->arena);
    free(text);
}

static const struct screen_ops text_ops = {.name = "text",
                                           .title = N_("文字"),
                                           .commands = COMMANDS(text_commands),
                                           .draw = text_paint,
                                           .key = text_key,
                                           .typing = text_typing,
                                           .crumb = text_crumb,
                                           .store = text_store,
                                           .pause = text_pause,
                                           .close = text_close};

static const char *kept(struct arena *arena, const char *text, bool *failed)
{
    const char *copy = text ? arena_text(arena, text, strlen(text)) : NULL;

    *failed |= text && !copy;
    return copy;
}

static bool keep_job(struct text *text, const struct text_job *job)
{
    bool failed = false;

    text->job = *job;
    text->job.title = kept(&text->arena, job->title, &failed);
    text->job.place = kept(&text->arena, job->place, &failed);
    text->job.label = kept(&text->arena, job->label, &failed);
    for (int i = 0; i < OUTLINE_LEVELS; i++)
        text->job.numbering.pattern[i] = kept(&text->arena, job->numbering.pattern[i], &failed);
    return !failed;
}

/* OUTLINE as paragraphs that were never stored. */
static enum status load_copy(struct text *text, const struct outline *outline, struct err *err)
{
    struct outline copy = {arena_take(&text->arena, outline->n * sizeof *copy.v), outline->n};

    if (!copy.v)
        return err_memory(err);
    for (size_t i = 0; i < outline->n; i++) {
        copy.v[i] = outline->v[i];
        copy.v[i].row = (struct row){0};
    }
    return editor_load(&text->editor, &copy, err);
}

static enum status load(struct text *text, const struct outline *outline, const struct text_start *start,
                        struct err *err)
{
    enum status status = editor_load(&text->editor, outline, err);

    if (status || !start)
        return status;
    if (start->serial) {
        status = editor_unserial(&text->editor, start->serial, start->len_bytes, err);
        if (!status)
            editor_set_cursor(&text->editor, start->cursor_bytes);
    } else if (start->outline) {
        status = load_copy(text, start->outline, err);
    }
    return status;
}

bool text_push(struct app *app, const struct text_job *job, const struct outline *outline,
               const struct text_start *start)
{
    const struct editor_options options = {.numbering = job->numbering, .widths = *draw_widths()};
    struct text *text = calloc(1, sizeof *text);
    struct err err = {0};
    enum status status;

    if (!text) {
        (void)err_memory(&err);
        app_error(app, &err);
        if (job->release)
            job->release(job->context);
        return false;
    }
    text->screen.ops = &text_ops;
    str_init(&text->needle);
    text->job = *job;
    status = editor_init(&text->editor, &options, &err);
    if (!status && !keep_job(text, job))
        status = err_memory(&err);
    if (!status) {
        editor_set_numbering(&text->editor, &text->job.numbering);
        status = load(text, outline, start, &err);
    }
    if (status) {
        text->job.place = NULL;
        text_close(app, &text->screen);
        app_error(app, &err);
        return false;
    }
    if (!app_push(app, &text->screen))
        return false;
    if (start && (start->serial || start->outline))
        text_put_draft(app, text);
    return true;
}

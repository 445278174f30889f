/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts that earlier sessions left behind: each with its place and its words, to be put back, kept or
 * thrown away. Nothing is ever thrown away without being asked for.
 */
#include "tui/recover.h"

#include "tui/app_inner.h"
#include "tui/screens/agenda/item.h"
#include "tui/screens/session/session.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/text/text.h"
#include "tui/terminal/layout.h"
#include "tui/widgets/editor/editor.h"
#include "tui/widgets/list.h"

#include <stdlib.h>
#include <string.h>

enum { ZONE_MINUTES = 8 * 60 };

struct recover {
    struct screen screen;
    struct draft_orphan *orphans;
    size_t n;
    struct str *words; /* of each orphan's place */
    struct list_view list;
    struct editor preview;
    size_t shown; /* the orphan in the preview; n = none */
};

static struct recover *recover_of(struct screen *screen)
{
    return (struct recover *)screen;
}

/* ---- words ---------------------------------------------------------------------------------------- */

/* "5/24(三) 14:31" in the committee's zone. */
static void add_when(struct str *out, const char *utc)
{
    struct moment moment;
    char minute[17] = "";

    memcpy(minute, utc, strlen(utc) < 16 ? strlen(utc) : 16);
    if (!moment_parse_iso(minute, &moment))
        return;
    moment.minutes += ZONE_MINUTES;
    moment = moment_normal(moment);
    label_short_date(out, moment.date);
    str_add_char(out, ' ');
    moment_format(out, "{HH}:{MM}", moment);
}

/* A single line knows in words where it was typed, and is not put back by itself. */
static bool is_line(const char *name)
{
    return strncmp(name, APP_LINE_PLACE, sizeof APP_LINE_PLACE - 1) == 0;
}

static void add_words(struct app *app, const char *name, struct str *out)
{
    struct draft_place place;
    struct err err = {0};

    if (is_line(name)) {
        str_printf(out, _("一行輸入：%s"), name + sizeof APP_LINE_PLACE - 1);
        return;
    }
    if (!draft_place_parse(name, &place) || text_place_words(app, &place, true, out, &err)) {
        str_clear(out);
        str_add(out, _("（原來的位置已經不在了）"));
    }
}

/* ---- the list ------------------------------------------------------------------------------------- */

static size_t count_rows(void *context)
{
    return ((struct recover *)context)->n;
}

static void add_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct recover *recover = context;

    if (column == 0) {
        str_add(out, recover->words[row].text);
    } else {
        add_when(out, recover->orphans[row].at);
        *role = ROLE_DIM;
    }
}

static const struct list_column columns[] = {{N_("位置"), 30, 1, 0, TEXT_LEFT},
                                             {N_("打字時間"), 15, 0, 1, TEXT_LEFT}};
static const struct list_source source = {.count = count_rows, .cell = add_cell};

/* The text of the selected one into the preview. */
static void show_selected(struct recover *recover)
{
    struct err err = {0};
    size_t row;

    if (!list_view_selected(&recover->list, &row) || row == recover->shown)
        return;
    recover->shown = row;
    (void)editor_unserial(&recover->preview, recover->orphans[row].text, recover->orphans[row].len_bytes,
                          &err);
}

/* ---- life ----------------------------------------------------------------------------------------- */

static void release_orphans(struct recover *recover)
{
    for (size_t i = 0; recover->words && i < recover->n; i++)
        str_release(&recover->words[i]);
    free(recover->words);
    draft_orphans_free(recover->orphans, recover->n);
    recover->words = NULL;
    recover->orphans = NULL;
    recover->n = 0;
    recover->shown = SIZE_MAX;
}

static enum status recover_load(struct app *app, struct screen *screen, struct err *err)
{
    struct recover *recover = recover_of(screen);
    struct draft_orphan *orphans;
    size_t n;
    enum status status = draft_orphans(app->db, app->draft_dir, &orphans, &n, err);

    if (status)
        return status;
    release_orphans(recover);
    recover->orphans = orphans;
    recover->n = n;
    recover->words = calloc(n + 1, sizeof *recover->words);
    if (!recover->words) {
        recover->n = 0;
        draft_orphans_free(orphans, n);
        recover->orphans = NULL;
        return err_memory(err);
    }
    for (size_t i = 0; i < n; i++) {
        str_init(&recover->words[i]);
        add_words(app, orphans[i].place, &recover->words[i]);
    }
    list_view_reload(&recover->list);
    show_selected(recover);
    return STATUS_OK;
}

/* Back from the last one: there is nothing more to ask. */
static enum status recover_reload(struct app *app, struct screen *screen, struct err *err)
{
    enum status status = recover_load(app, screen, err);

    if (!status && !recover_of(screen)->n)
        (void)app_pop(app);
    return status;
}

static void recover_close(struct app *app, struct screen *screen)
{
    struct recover *recover = recover_of(screen);

    (void)app;
    release_orphans(recover);
    editor_release(&recover->preview);
    free(recover);
}

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_nothing(struct app *app, struct screen *screen)
{
    (void)app;
    return recover_of(screen)->n ? NULL : _("都處理完了；按 Esc 繼續");
}

typedef bool open_place(struct app *app, const struct draft_place *place, const struct text_start *start);

/* What opens each kind of place with its draft in the editor or the line. */
static open_place *const openers[DRAFT_KINDS] = {
    [DRAFT_EXPLANATION] = text_open,
    [DRAFT_PROPOSAL] = text_open,
    [DRAFT_DECISION] = text_open,
    [DRAFT_STATEMENT] = text_open,
    [DRAFT_SAYING] = session_recover,
    [DRAFT_PROGRESS] = text_open,
    [DRAFT_RULING] = text_open,
    [DRAFT_INSTRUCTION] = text_open,
    [DRAFT_REPORT] = text_open,
    [DRAFT_TITLE] = item_recover,
    [DRAFT_UNIT] = item_recover,
    [DRAFT_CELL] = item_table_recover,
    [DRAFT_CELL_TEXT] = item_table_recover_text,
    [DRAFT_NOTES] = item_table_recover_text,
};

static bool put_back(struct app *app, const struct draft_orphan *orphan)
{
    const struct text_start start = {
        .serial = orphan->text, .len_bytes = orphan->len_bytes, .cursor_bytes = orphan->cursor_bytes};
    struct draft_place place;

    if (is_line(orphan->place)) {
        app_message(app, ROLE_WARN,
                    _("這一行是在「%s」打的，還沒有存：請到那裡再打一次；在這裡按 F8 之前都看得到。"),
                    orphan->place + sizeof APP_LINE_PLACE - 1);
        return false;
    }
    if (!draft_place_parse(orphan->place, &place)) {
        app_message(app, ROLE_BAD, "%s", _("原來的位置已經不在了；文字仍留著，可以在這裡看。"));
        return false;
    }
    return openers[place.kind](app, &place, &start);
}

/* Opened in its place it is this session's own draft; only then does the old one go. */
static void run_back(struct app *app, struct screen *screen)
{
    struct recover *recover = recover_of(screen);
    struct err err = {0};
    size_t row;

    if (!list_view_selected(&recover->list, &row) || !put_back(app, &recover->orphans[row]))
        return;
    screen->stale = true;
    if (app->saved != SAVED_DRAFT)
        return;
    if (draft_orphan_drop(app->draft_dir, db_uuid(app->db), &recover->orphans[row], &err))
        app_error(app, &err);
    else
        app_message(app, ROLE_GOOD, "%s", _("已放回原處，請接著打；離開時會存檔。"));
}

static void run_drop(struct app *app, struct screen *screen)
{
    const char *const choices[] = {_("留著"), _("捨棄")};
    struct recover *recover = recover_of(screen);
    struct err err = {0};
    size_t row;

    if (!list_view_selected(&recover->list, &row) ||
        app_ask(app, _("捨棄這段文字？"), _("捨棄之後就找不回來了。"), choices, 2, 0) != 1)
        return;
    if (draft_orphan_drop(app->draft_dir, db_uuid(app->db), &recover->orphans[row], &err) ||
        recover_load(app, screen, &err))
        app_error(app, &err);
    else if (!recover->n)
        (void)app_pop(app);
}

static void run_later(struct app *app, struct screen *screen)
{
    const bool left = recover_of(screen)->n > 0;

    if (app_pop(app) && left)
        app_message(app, ROLE_TEXT, "%s", _("文字都留著，下次開啟時會再問。"));
}

static const struct command recover_commands[] = {
    {"recover.back", "Enter", N_("放回原處，接著編輯"), N_("放回原處"), 0, why_nothing, run_back},
    {"recover.drop", "Delete F8", N_("捨棄這段文字"), N_("捨棄"), 0, why_nothing, run_drop},
    {"recover.later", "F9", N_("以後再說（文字都留著）"), N_("以後再說"), 0, NULL, run_later},
};

/* ---- drawing -------------------------------------------------------------------------------------- */

static void recover_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct recover *recover = recover_of(screen);
    const struct layout_part parts[] = {
        {.min = 2, .max = 2}, {.min = 4, .max = (int)recover->n + 4, .weight = 2}, {.min = 4, .weight = 3}};
    struct rect rows[3], inner;
    struct str text = STR_INIT;
    struct pen pen;

    (void)app;
    draw_blank(rect, ROLE_TEXT);
    layout_rows(rect, parts, 3, rows);
    pen = pen_at(rows[0], 0);
    pen_skip(&pen, ROLE_TEXT, 1);
    if (recover->n)
        str_printf(&text, _("上次離開時，有 %zu 段文字還沒有存。一個字都沒有少，請決定怎麼處理："),
                   recover->n);
    else
        str_add(&text, _("上次未存的文字都處理完了。按 Esc 繼續。"));
    pen_text(&pen, recover->n ? ROLE_WARN : ROLE_GOOD, text.text);
    str_release(&text);
    draw_frame(rows[1], _("上次未存的文字"), true, &inner);
    list_view_draw(&recover->list, inner, true);
    draw_frame(rows[2], _("內容"), false, &inner);
    draw_blank(inner, ROLE_TEXT);
    if (recover->n)
        editor_draw(&recover->preview, layout_inset(inner, 1, 0), false);
}

static bool recover_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct recover *recover = recover_of(screen);

    (void)app;
    if (!list_view_key(&recover->list, key))
        return false;
    show_selected(recover);
    return true;
}

/* Below what was put back it is no place on the way there. */
static void recover_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    if (app->top == screen)
        str_add(out, _(screen->ops->title));
}

static const struct screen_ops recover_ops = {.name = "recover",
                                              .title = N_("上次未存的文字"),
                                              .commands = COMMANDS(recover_commands),
                                              .open = recover_load,
                                              .reload = recover_reload,
                                              .draw = recover_draw,
                                              .key = recover_key,
                                              .crumb = recover_crumb,
                                              .close = recover_close};

static bool any_left(struct app *app)
{
    struct draft_orphan *orphans = NULL;
    struct err err = {0};
    size_t n = 0;

    if (draft_orphans(app->db, app->draft_dir, &orphans, &n, &err))
        app_error(app, &err);
    draft_orphans_free(orphans, n);
    return n > 0;
}

void recover_start(struct app *app)
{
    const struct editor_options options = {.widths = *draw_widths()};
    struct recover *recover;
    struct err err = {0};

    if (!app->draft_dir || !app->db || !any_left(app))
        return;
    recover = calloc(1, sizeof *recover);
    if (!recover || editor_init(&recover->preview, &options, &err)) {
        free(recover);
        (void)err_memory(&err);
        app_error(app, &err);
        return;
    }
    recover->screen.ops = &recover_ops;
    recover->shown = SIZE_MAX;
    list_view_init(&recover->list, columns, 2, &source, recover);
    (void)app_push(app, &recover->screen);
}

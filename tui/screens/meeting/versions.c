/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minutes as they were handed out, the latest first, beneath what would print now: to read, and what
 * differs from the one before.
 */
#include "core/archive/archive.h"
#include "core/paper/minutes.h"
#include "core/publish/publication.h"
#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/list.h"

#include <string.h>

enum { COLUMN_NUMBER, COLUMN_STEP, COLUMN_DATE, COLUMN_COPY, COLUMN_BY, COLUMNS, CONTEXT_LINES = 2 };

struct versions_screen {
    struct meeting_frame frame;
    struct list_view list;
    bool listed;
    struct arena arena;
    struct versions all;
};

/* ---- the list: row 0 is the paper of now -------------------------------------------------------- */

static const struct version *version_of(const struct versions_screen *v, size_t row)
{
    return row > 0 && row <= v->all.n ? &v->all.v[v->all.n - row] : NULL;
}

static size_t count(void *context)
{
    return ((const struct versions_screen *)context)->all.n + 1;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct version *version = version_of(context, row);

    if (!version) {
        if (column == COLUMN_STEP)
            str_add(out, _("現在印出的"));
        return;
    }
    if (column == COLUMN_NUMBER)
        str_printf(out, "%d", version->number);
    else if (column == COLUMN_STEP)
        str_add(out, label_choice(&step_choices, version->step));
    else if (column == COLUMN_DATE)
        label_date(out, version->on);
    else if (column == COLUMN_COPY)
        str_add(out, version->is_public ? _("公開版") : _("內部版"));
    else if (version_is_whole(version))
        str_add(out, version->by);
    else
        str_add(out, _("✘ 內容已不是留存時的樣子"));
    if (!version_is_whole(version))
        *role = ROLE_BAD;
}

static const struct list_column columns[COLUMNS] = {{.heading = "", .cols = 3},
                                                    {.heading = N_("步驟"), .cols = 14},
                                                    {.heading = N_("日期"), .cols = 14},
                                                    {.heading = N_("版本"), .cols = 8},
                                                    {.heading = N_("承辦人"), .cols = 12, .weight = 1}};
static const struct list_source source = {.count = count, .cell = cell};

static enum status versions_load_screen(struct app *app, struct screen *screen, struct err *err)
{
    struct versions_screen *v = (struct versions_screen *)screen;
    enum status status = frame_load(app, screen, err);

    if (status)
        return status;
    arena_release(&v->arena);
    status = versions_load(app->db, v->frame.meeting_id, &v->arena, &v->all, err);
    if (!v->listed)
        list_view_init(&v->list, columns, COLUMNS, &source, v);
    v->listed = true;
    list_view_reload(&v->list);
    return status;
}

/* ---- reading and comparing ------------------------------------------------------------------------ */

/* The paper of ROW; that of now prints as the public copy where NEXT, the one beside it, is one. */
static enum status text_of(struct app *app, const struct versions_screen *v, size_t row,
                           const struct version *next, struct str *out, struct err *err)
{
    const struct version *version = version_of(v, row);

    if (version) {
        str_add(out, version->text);
        return str_failed(out) ? err_memory(err) : STATUS_OK;
    }
    if (next && next->is_public)
        return publication_minutes(app->db, v->frame.meeting_id, v->frame.style, KEPT_WIDTH, out, err);
    return minutes_text(&v->frame.s, v->frame.style, COPY_INTERNAL, KEPT_WIDTH, out, err);
}

static void run_read(struct app *app, struct screen *screen)
{
    struct versions_screen *v = (struct versions_screen *)screen;
    struct str text = STR_INIT;
    struct err err = {0};
    size_t row;

    if (!list_view_selected(&v->list, &row))
        return;
    if (text_of(app, v, row, NULL, &text, &err))
        app_error(app, &err);
    else
        app_show(app, version_of(v, row) ? _("留存的版本") : _("現在印出的"), text.text);
    str_release(&text);
}

static void run_diff(struct app *app, struct screen *screen)
{
    struct versions_screen *v = (struct versions_screen *)screen;
    struct str older = STR_INIT, newer = STR_INIT, diff = STR_INIT;
    struct err err = {0};
    bool same = true;
    size_t row;

    if (!list_view_selected(&v->list, &row) || row >= v->all.n) {
        app_message(app, ROLE_WARN, "%s", _("這是最早的版本，沒有前一版可比"));
        return;
    }
    if (text_of(app, v, row + 1, NULL, &older, &err) ||
        text_of(app, v, row, version_of(v, row + 1), &newer, &err) ||
        diff_lines(older.text, newer.text, CONTEXT_LINES, &diff, &same, &err))
        app_error(app, &err);
    else if (same)
        app_message(app, ROLE_GOOD, "%s", _("與前一版完全相同"));
    else
        app_show(app, _("與前一版的差異（- 前一版，+ 這一版）"), diff.text);
    str_release(&older);
    str_release(&newer);
    str_release(&diff);
}

static const struct command versions_commands[] = {
    {"versions.read", "Enter", N_("看這個版本"), N_("看"), 0, NULL, run_read},
    {"versions.diff", "F7 d", N_("與前一版的差異"), N_("差異"), 0, NULL, run_diff},
};

/* ---- the screen ----------------------------------------------------------------------------------- */

static bool versions_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct versions_screen *)screen)->list, key);
}

static void versions_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct versions_screen *v = (struct versions_screen *)screen;

    list_view_draw(&v->list, frame_draw(app, &v->frame, rect), true);
}

static void versions_close(struct app *app, struct screen *screen)
{
    struct versions_screen *v = (struct versions_screen *)screen;

    arena_release(&v->arena);
    frame_close(app, screen);
}

static const struct screen_ops versions_ops = {.name = "versions",
                                               .title = N_("版本"),
                                               .commands = COMMANDS(versions_commands),
                                               .open = versions_load_screen,
                                               .reload = versions_load_screen,
                                               .draw = versions_draw,
                                               .key = versions_key,
                                               .crumb = frame_crumb,
                                               .status = frame_status,
                                               .close = versions_close};

bool versions_push(struct app *app, int64_t meeting_id)
{
    struct meeting_frame *frame =
        frame_new(app, sizeof(struct versions_screen), &versions_ops, meeting_id, FRAME_MINUTES);

    return frame && app_push(app, &frame->screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame around the screens: where we are, how the meeting stands, whether it is stored; messages; hints.
 */
#include "tui/app_inner.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { CRUMBS = 8, CRUMB_COLS_MIN = 8 };

/* On the top line a role keeps the line's own background. */
static enum role on_top(enum role role)
{
    if (role == ROLE_GOOD)
        return ROLE_TITLE_GOOD;
    if (role == ROLE_WARN)
        return ROLE_TITLE_WARN;
    return role == ROLE_BAD ? ROLE_TITLE_BAD : ROLE_TITLE;
}

void status_add(struct status_line *line, enum role role, const char *text)
{
    if (line->n >= sizeof line->v / sizeof line->v[0] || !text || !*text)
        return;
    str_init(&line->v[line->n].text);
    str_add(&line->v[line->n].text, text);
    line->v[line->n++].role = on_top(role);
}

static int cols_of(const char *text)
{
    return text_cols(text, strlen(text), draw_widths());
}

void app_set_saved(struct app *app, enum saved saved)
{
    struct moment now = app_moment(app);
    char utc[25], time[6] = "--:--";

    app->saved = saved;
    app->redraw = true;
    app_now_utc(app, utc);
    if (now.minutes >= 0)
        time_iso(time, now.minutes);
    (void)snprintf(app->saved_at, sizeof app->saved_at, "%s:%.2s", time, utc + 17);
}

/* What others with the same database do, cut short: the quorum and 已存 go before it. */
static void add_others(const struct app *app, int cols, struct status_line *line)
{
    enum { OTHERS_COLS = 24, OTHERS_COLS_NARROW = 12, WIDE = 100 };
    struct str text = STR_INIT;

    if (!app->others.len_bytes)
        return;
    text_truncate(&text, app->others.text, cols < WIDE ? OTHERS_COLS_NARROW : OTHERS_COLS, draw_widths());
    status_add(line, ROLE_TITLE, text.text);
    str_release(&text);
}

static void add_saved(const struct app *app, struct status_line *line)
{
    struct str text = STR_INIT;

    if (app->alarm)
        status_add(line, ROLE_BAD, _(app->alarm));
    switch (app->saved) {
    case SAVED_NOTHING:
        break;
    case SAVED_WAITING:
        status_add(line, ROLE_WARN, _("等待寫入…"));
        break;
    case SAVED_DRAFT:
        status_add(line, ROLE_TITLE, _("草稿已存"));
        break;
    case SAVED_DONE:
        str_printf(&text, "%s %s", _("已存"), app->saved_at);
        status_add(line, ROLE_TITLE, text.text);
        break;
    case SAVED_FAILED:
        status_add(line, ROLE_BAD, _("未存"));
        break;
    }
    str_release(&text);
}

static const char between[] = " › ";

/* The crumbs from the bottom of the stack to the top, as one text; dialogs have none. */
static void add_path(const struct app *app, struct str *out)
{
    const struct screen *path[CRUMBS];
    struct str crumb = STR_INIT;
    size_t n = 0;

    for (const struct screen *screen = app->top; screen && n < CRUMBS; screen = screen->below)
        if (!screen->modal)
            path[n++] = screen;
    while (n > 0) {
        const struct screen *screen = path[--n];

        str_clear(&crumb);
        if (screen->ops->crumb)
            screen->ops->crumb(app, screen, &crumb);
        else if (screen->ops->title)
            str_add(&crumb, _(screen->ops->title));
        str_add(out, out->len_bytes && crumb.len_bytes ? between : ""); /* one may say nothing */
        str_add(out, crumb.text);
    }
    str_release(&crumb);
}

/* A screen's crumb may have several parts: each is shortened by itself. */
static size_t split_path(const char *path, struct str *crumbs)
{
    size_t n = 0;

    while (n < CRUMBS) {
        const char *end = n + 1 < CRUMBS ? strstr(path, between) : NULL;

        str_init(&crumbs[n]);
        str_add_bytes(&crumbs[n++], path, end ? (size_t)(end - path) : strlen(path));
        if (!end)
            break;
        path = end + sizeof between - 1;
    }
    return n;
}

/* TEXT shortened to COLS, but never below the least that is worth showing. */
static void shorten(struct str *text, int cols)
{
    struct str shorter = STR_INIT;

    text_truncate(&shorter, text->text, cols < CRUMB_COLS_MIN ? CRUMB_COLS_MIN : cols, draw_widths());
    if (!str_failed(&shorter))
        str_swap(&shorter, text);
    str_release(&shorter);
}

/* The least that the crumbs from FIRST on can be shortened to; the last stays whole. */
static int least_cols(const struct str *crumbs, size_t first, size_t n)
{
    int least = cols_of(crumbs[n - 1].text);

    for (size_t i = first; i + 1 < n; i++) {
        struct str crumb = STR_INIT;

        str_add(&crumb, crumbs[i].text);
        shorten(&crumb, 0);
        least += cols_of(crumb.text) + cols_of(between);
        str_release(&crumb);
    }
    return least;
}

/* Leave the first crumbs out where they cannot be made to fit into COLS, and shorten what is left, the first
 * ones first. Where one stands is always told: the last stays whole. Returns which is the first to be
 * shown. */
static size_t fit_crumbs(struct str *crumbs, size_t n, int cols)
{
    size_t first = 0;
    int total = -cols_of(between);

    while (first + 1 < n && least_cols(crumbs, first, n) > cols)
        first++;
    for (size_t i = first; i < n; i++)
        total += cols_of(crumbs[i].text) + cols_of(between);
    for (size_t i = first; i + 1 < n && total > cols; i++) {
        const int now = cols_of(crumbs[i].text);

        if (now > CRUMB_COLS_MIN)
            shorten(&crumbs[i], now - (total - cols));
        total -= now - cols_of(crumbs[i].text);
    }
    return first;
}

static void draw_crumbs(const struct app *app, struct pen *pen)
{
    struct str crumbs[CRUMBS], path = STR_INIT;
    size_t n, first;

    add_path(app, &path);
    n = split_path(path.text, crumbs);
    first = fit_crumbs(crumbs, n, pen->left_cols);
    for (size_t i = 0; i < n; i++) {
        if (i > first)
            pen_text(pen, ROLE_TITLE, between);
        if (i >= first)
            pen_text(pen, ROLE_TITLE, crumbs[i].text);
        str_release(&crumbs[i]);
    }
    str_release(&path);
}

static void draw_top(const struct app *app, struct rect row)
{
    struct pen pen = pen_at(row, 0), left;
    struct status_line line = {.n = 0};
    int right_cols = 1;

    for (const struct screen *screen = app->top; screen; screen = screen->below)
        if (screen->ops->status) {
            screen->ops->status(app, screen, &line);
            break;
        }
    add_others(app, row.cols, &line);
    add_saved(app, &line);
    for (size_t i = 0; i < line.n; i++)
        right_cols += cols_of(line.v[i].text.text) + 2;
    pen_skip(&pen, ROLE_TITLE, 1);
    pen_text(&pen, ROLE_TITLE, "議事"); /* the name, the same in every language */
    pen_skip(&pen, ROLE_TITLE, 2);
    left = pen;
    left.left_cols -= right_cols < left.left_cols ? right_cols : left.left_cols;
    draw_crumbs(app, &left);
    pen_fill(&left, ROLE_TITLE);
    pen.left_cols -= left.x - pen.x;
    pen.x = left.x;
    for (size_t i = 0; i < line.n; i++) {
        pen_skip(&pen, ROLE_TITLE, 2);
        pen_text(&pen, line.v[i].role, line.v[i].text.text);
        str_release(&line.v[i].text);
    }
    pen_fill(&pen, ROLE_TITLE);
}

static void draw_hints(const struct app *app, struct rect row)
{
    struct command_table tables[3];
    size_t n = app_tables(app, tables);
    struct hints hints = {.n = 0};
    struct pen pen = pen_at(row, 0);

    hints_choose(&hints, &app->config->keymap, tables, n, app_typing(app), row.cols - 1);
    pen_skip(&pen, ROLE_HINT, 1);
    for (size_t i = 0; i < hints.n; i++) {
        pen_text(&pen, ROLE_KEY, hints.v[i].key.text);
        pen_skip(&pen, ROLE_HINT, 1);
        pen_text(&pen, ROLE_HINT, words_of(hints.v[i].command->hint));
        pen_skip(&pen, ROLE_HINT, 2);
    }
    pen_fill(&pen, ROLE_HINT);
    hints_release(&hints);
}

static void draw_stack(struct app *app, struct screen *screen, struct rect body)
{
    if (screen->modal && screen->below)
        draw_stack(app, screen->below, body);
    app->cells.caret_x = app->cells.caret_y = -1; /* the caret is the uppermost screen's */
    if (screen->ops->draw)
        screen->ops->draw(app, screen, body);
}

static void draw_too_small(struct rect all)
{
    struct pen pen = pen_at(all, 0);

    draw_blank(all, ROLE_TEXT);
    pen_text(&pen, ROLE_WARN, _("視窗太小，請放大到至少 60×16；資料都還在。"));
}

void app_frame(struct app *app)
{
    struct rect all = {0, 0, app->cells.cols, app->cells.rows}, body;
    bool message = app->message.len_bytes > 0;

    if (all.cols < APP_COLS_MIN || all.rows < APP_ROWS_MIN) {
        draw_too_small(all);
        return;
    }
    body = (struct rect){0, 1, all.cols, all.rows - 2 - (message ? 1 : 0)};
    draw_top(app, (struct rect){0, 0, all.cols, 1});
    if (message) {
        struct pen pen = pen_at(all, all.rows - 2);

        pen_skip(&pen, app->message_role, 1);
        pen_bytes(&pen, app->message_role, app->message.text, strcspn(app->message.text, "\n"));
        pen_fill(&pen, app->message_role);
    }
    draw_hints(app, (struct rect){0, all.rows - 1, all.cols, 1});
    if (app->top)
        draw_stack(app, app->top, body);
}

bool app_draw(struct app *app, int cols, int rows)
{
    if (!cells_resize(&app->cells, cols, rows))
        return false;
    draw_target(&app->cells);
    app_frame(app);
    return true;
}

void app_message(struct app *app, enum role role, const char *format, ...)
{
    char text[512];
    va_list args;
    size_t len;
    int n;

    va_start(args, format);
    n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    len = n < 0 ? 0 : (size_t)n;
    if (len >= sizeof text) /* longer than any screen: cut at a whole character */
        len = text_invalid_at(text, sizeof text - 1);
    str_clear(&app->message);
    str_add_bytes(&app->message, text, len);
    app->message.failed = false;
    app->message_role = role;
    app->redraw = true;
}

void app_message_now(struct app *app, const char *text)
{
    app_message(app, ROLE_TEXT, "%s", text);
    if (!app->headless)
        app_paint(app);
}

void app_error(struct app *app, const struct err *err)
{
    struct str words = STR_INIT;

    err_words(err, &words);
    app_message(app, ROLE_BAD, "%s", words.text);
    str_release(&words);
}

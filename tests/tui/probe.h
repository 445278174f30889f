/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A screen that remembers what was done to it, and an application without a terminal around it. For the tests
 * of the application; include after cmocka.h.
 */
#ifndef YISHI_TESTS_TUI_PROBE_H
#define YISHI_TESTS_TUI_PROBE_H

#include "tests/tui/screen_text.h"
#include "tui/app.h"
#include "tui/widgets/picker.h"

/* A screen that remembers what was done to it. */
struct probe {
    struct screen screen;
    struct str did;
    bool typing, takes_keys, refuses_to_store, fails_to_open, closed;
    int answer;
};

static inline struct probe *probe_of(const struct screen *screen)
{
    union {
        const struct screen *in;
        struct probe *out;
    } probe = {screen};

    return probe.out;
}

static inline void did(struct screen *screen, const char *what)
{
    struct str *list = &probe_of(screen)->did;

    str_printf(list, "%s%s", list->len_bytes ? " " : "", what);
}

static inline enum status probe_open(struct app *app, struct screen *screen, struct err *err)
{
    (void)app;
    did(screen, "open");
    return probe_of(screen)->fails_to_open ? err_set(err, STATUS_STORAGE, CODE_DB_BUSY, "x.db", NULL, NULL)
                                           : STATUS_OK;
}

static inline enum status probe_reload(struct app *app, struct screen *screen, struct err *err)
{
    (void)app;
    (void)err;
    did(screen, "reload");
    return STATUS_OK;
}

static inline void probe_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct pen pen = pen_at(rect, 0);

    (void)app;
    (void)screen;
    pen_text(&pen, ROLE_TEXT, "內容");
    draw_caret(rect.x, rect.y);
}

static inline bool probe_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct str name = STR_INIT;

    (void)app;
    if (!probe_of(screen)->takes_keys)
        return false;
    key_format(&name, key);
    did(screen, name.text);
    str_release(&name);
    return true;
}

static inline bool probe_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return probe_of(screen)->typing;
}

static inline enum status probe_store(struct app *app, struct screen *screen, struct err *err)
{
    (void)app;
    did(screen, "store");
    return probe_of(screen)->refuses_to_store ? err_set(err, STATUS_BAD, CODE_FORM_REQUIRED, NULL, NULL, NULL)
                                              : STATUS_OK;
}

static inline void probe_close(struct app *app, struct screen *screen)
{
    (void)app;
    probe_of(screen)->closed = true;
}

static inline void probe_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    (void)app;
    (void)screen;
    str_add(out, "水文部政府資料開放諮詢小組第一屆委員會");
}

static inline void probe_status(const struct app *app, const struct screen *screen, struct status_line *line)
{
    (void)app;
    (void)screen;
    status_add(line, ROLE_GOOD, "出席 7/12 ✔");
    status_add(line, ROLE_TITLE, "可以開會");
}

static inline void run_mark(struct app *app, struct screen *screen)
{
    (void)app;
    did(screen, "mark");
}

static inline void run_ask(struct app *app, struct screen *screen)
{
    static const char *const choices[] = {"留下", "刪除"};

    probe_of(screen)->answer = app_ask(app, "刪除", "確定嗎？", choices, 2, 0);
}

static inline void run_pick(struct app *app, struct screen *screen)
{
    static const struct pick_row rows[] = {{1, "林主秘", NULL, NULL, NULL}, {2, "歐陽河", NULL, NULL, NULL}};

    probe_of(screen)->answer = app_pick(app, "主席", rows, 2, 0);
}

static inline enum status no_digits(void *context, const char *text, struct err *err)
{
    (void)context;
    return strpbrk(text, "0123456789") ? err_set(err, STATUS_BAD, CODE_KEY_IN_USE, NULL, text, NULL)
                                       : STATUS_OK;
}

static inline void run_input(struct app *app, struct screen *screen)
{
    struct str text = STR_INIT;

    str_add(&text, "舊");
    did(screen, app_input(app, "更名", "新名稱", &text, no_digits, NULL) ? "yes" : "no");
    did(screen, text.text);
    str_release(&text);
}

static const char *why_not(struct app *app, struct screen *screen)
{
    (void)app;
    (void)screen;
    return "民間代表應親自出席";
}

static const struct command probe_commands[] = {
    {"probe.mark", "m Enter F5", "做記號", "記號", 0, NULL, run_mark},
    {"probe.ask", "a", "詢問", NULL, 0, NULL, run_ask},
    {"probe.pick", "p", "挑選", NULL, 0, NULL, run_pick},
    {"probe.input", "i", "輸入", NULL, 0, NULL, run_input},
    {"probe.never", "n F7", "永遠不行", NULL, 0, why_not, run_mark},
    {"probe.first", "Ctrl-G", "先於文字", NULL, COMMAND_FIRST, NULL, run_mark},
};
static const struct screen_ops probe_ops = {
    .name = "probe",
    .title = "測試",
    .commands = COMMANDS(probe_commands),
    .open = probe_open,
    .reload = probe_reload,
    .draw = probe_draw,
    .key = probe_key,
    .typing = probe_typing,
    .crumb = probe_crumb,
    .status = probe_status,
    .store = probe_store,
    .close = probe_close,
};
static const struct screen_ops plain_ops = {
    .name = "plain", .title = "籌備", .store = probe_store, .close = probe_close, .reload = probe_reload};

struct desk {
    struct config config;
    struct app app;
    struct probe below, above;
};

static inline void start(struct desk *desk)
{
    memset(desk, 0, sizeof *desk);
    config_init(&desk->config);
    app_init(&desk->app, &desk->config);
    desk->app.headless = true;
    desk->app.now = "2023-05-10T06:03:07Z";
    str_init(&desk->below.did);
    str_init(&desk->above.did);
    desk->below.screen.ops = &probe_ops;
    desk->above.screen.ops = &plain_ops;
    assert_true(app_push(&desk->app, &desk->below.screen));
    str_clear(&desk->below.did);
}

static inline void finish(struct desk *desk)
{
    app_release(&desk->app);
    str_release(&desk->below.did);
    str_release(&desk->above.did);
    config_release(&desk->config);
}

static inline void press(struct desk *desk, const char *name)
{
    struct key key = key_named(name);

    app_feed(&desk->app, &key);
}

static inline bool shows(struct desk *desk, int cols, int rows, const char *text)
{
    struct str line = STR_INIT;
    bool found = false;

    assert_true(app_draw(&desk->app, cols, rows));
    assert_true(cells_whole(&desk->app.cells));
    for (int y = 0; y < rows && !found; y++) {
        str_clear(&line);
        cells_row_text(&desk->app.cells, y, &line);
        found = strstr(line.text, text) != NULL;
    }
    str_release(&line);
    return found;
}

#endif

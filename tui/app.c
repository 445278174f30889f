/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application's life and its one loop. Nothing else waits for anything.
 */
#include "db/live.h"
#include "tui/app_inner.h"
#include "tui/guard.h"
#include "tui/terminal/signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    PAUSE_MS = 300,          /* nothing typed for so long: a pause */
    STEADY_MS = 1000,        /* a pause at least this often while typing goes on */
    LOOK_MS = 500,           /* how often to look whether somebody else wrote */
    PASTE_GIVE_UP_MS = 5000, /* a paste whose end never comes */
};

void app_init(struct app *app, struct config *config)
{
    *app = (struct app){.config = config,
                        .who = "",
                        .message = STR_INIT,
                        .typing = {STR_INIT, STR_INIT, false, false, 0},
                        .others = STR_INIT,
                        .line_place = STR_INIT,
                        .line_text = STR_INIT,
                        .redraw = true};
    decoder_init(&app->decoder);
}

static void close_all(struct app *app)
{
    while (app->top) {
        struct screen *screen = app->top;

        app->top = screen->below;
        if (screen->ops->close)
            screen->ops->close(app, screen);
    }
}

void app_release(struct app *app)
{
    close_all(app);
    draft_close(app->draft);
    decoder_release(&app->decoder);
    cells_release(&app->cells);
    str_release(&app->message);
    app_undo_release(app);
    live_close(app->live);
    str_release(&app->typing.place);
    str_release(&app->typing.text);
    str_release(&app->others);
    str_release(&app->line_place);
    str_release(&app->line_text);
    app_init(app, app->config);
}

int64_t app_ticks_ms(void)
{
    struct timespec now = {0, 0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool app_over(const struct app *app)
{
    return app->quit || app->hung_up || app->terminated;
}

/* ---- waiting ---- */

static int64_t shorter(int64_t wait, int64_t other)
{
    if (other < 0)
        other = 0;
    return wait < 0 || other < wait ? other : wait;
}

/* How long nothing need be done; -1 = for ever. */
static int wait_ms(const struct app *app, int64_t now)
{
    int64_t wait = -1;

    if (decoder_waiting(&app->decoder))
        wait = shorter(wait, DECODE_ESC_MS);
    if (app->decoder.pasting)
        wait = shorter(wait, PASTE_GIVE_UP_MS);
    if (app->pause_due)
        wait = shorter(wait, app->typed_at_ms + PAUSE_MS - now);
    if (app->db)
        wait = shorter(wait, app->looked_at_ms + LOOK_MS - now);
    return (int)wait;
}

static void take_signals(struct app *app)
{
    struct signals signals = signals_take();

    app->hung_up = app->hung_up || signals.hang_up;
    app->terminated = app->terminated || signals.terminate;
    app->redraw = app->redraw || signals.resize;
    if (signals.suspend) {
        terminal_suspend(&app->terminal);
        (void)raise(SIGSTOP);
        terminal_resume(&app->terminal);
        app->redraw = true;
    }
}

/* What is due by the clock: pauses, and a look whether somebody else wrote. */
static void timers(struct app *app)
{
    int64_t now = app_ticks_ms();

    if (app->pause_due && (now - app->typed_at_ms >= PAUSE_MS || now - app->typing_since_ms >= STEADY_MS)) {
        app->pause_due = false;
        for (struct screen *screen = app->top; screen; screen = screen->below)
            if (screen->ops->pause)
                screen->ops->pause(app, screen);
        app_sync_drafts(app);
    }
    if (app->db && now - app->looked_at_ms >= LOOK_MS) {
        app->looked_at_ms = now;
        if (db_changed_outside(app->db))
            app->changed = true;
        if (app->guard && !app->pause_due && now - app->typed_at_ms >= GUARD_IDLE_MS)
            guard_idle(app);
        if (app->look)
            app->look(app);
    }
}

static void wait_for_something(struct app *app)
{
    struct pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {signals_fd(), POLLIN, 0}};
    int64_t began = app_ticks_ms();
    int n = poll(fds, 2, wait_ms(app, began));

    app->esc_over = n == 0 && app_ticks_ms() - began >= DECODE_ESC_MS;
    if (n < 0 && errno != EINTR)
        app->hung_up = true;
    if (n > 0 && fds[1].revents)
        take_signals(app);
    if (n > 0 && fds[0].revents && !terminal_read(&app->decoder))
        app->hung_up = true;
    timers(app);
}

/* ---- one step ---- */

static bool next_key(struct app *app, struct key *key)
{
    if (decoder_next(&app->decoder, app->esc_over || app->headless, key))
        return true;
    if (app->esc_over && app->decoder.pasting)
        return decoder_end_paste(&app->decoder, key);
    return false;
}

bool app_step(struct app *app)
{
    struct key key;

    if (next_key(app, &key)) {
        app_key(app, &key);
        if (app_ticks_ms() - app->typing_since_ms >= STEADY_MS)
            timers(app);
        return true;
    }
    app->esc_over = false;
    app_reload_stale(app);
    if (app->headless)
        return false;
    if (app->redraw)
        app_paint(app);
    if (!app_over(app))
        wait_for_something(app);
    return true;
}

void app_reload_stale(struct app *app)
{
    struct err err = {0};

    if (app->changed) {
        app->changed = false;
        for (struct screen *screen = app->top; screen; screen = screen->below)
            screen->stale = true;
    }
    if (!app->top || !app->top->stale)
        return;
    app->top->stale = false;
    app->redraw = true;
    if (app->top->ops->reload && app->top->ops->reload(app, app->top, &err))
        app_error(app, &err);
}

void app_paint(struct app *app)
{
    int cols, rows;

    terminal_size(&app->terminal, &cols, &rows);
    if (!app_draw(app, cols, rows))
        return;
    terminal_show(&app->terminal, &app->cells);
    app->redraw = false;
}

/* ---- tests ---- */

void app_feed(struct app *app, const struct key *key)
{
    app_key(app, key);
    app_reload_stale(app);
}

void app_feed_bytes(struct app *app, const char *bytes)
{
    if (!decoder_feed(&app->decoder, bytes, strlen(bytes)))
        return;
    while (app->top && app_step(app))
        continue;
}

/* ---- the whole life ---- */

/* A signal ends it: every screen puts away what is being typed. What a screen cannot store stays in its
 * draft. */
static void store_all(struct app *app)
{
    for (struct screen *screen = app->top; screen; screen = screen->below) {
        struct err err = {0};

        if (screen->ops->store)
            (void)screen->ops->store(app, screen, &err);
    }
    app_note_line(app);
    app_sync_drafts(app);
}

static struct terminal_options options_of(const struct app *app)
{
    return (struct terminal_options){.theme = config_text(app->config, SET_THEME),
                                     .theme_directory = app->theme_directory,
                                     .no_colour = app->no_colour,
                                     .mouse = config_number(app->config, SET_MOUSE) != 0};
}

void app_setting_changed(struct app *app, enum setting setting)
{
    const struct terminal_options options = options_of(app);
    const char *who = config_text(app->config, SET_WHO);
    struct err err = {0};

    if (setting == SET_WHO)
        app->who = *who || !app->login ? who : app->login;
    if (setting == SET_LANGUAGE)
        words_init(config_text(app->config, SET_LANGUAGE), "/proc/self/exe");
    if (setting == SET_AMBIGUOUS)
        draw_set_ambiguous(config_number(app->config, SET_AMBIGUOUS));
    if ((setting == SET_THEME || setting == SET_MOUSE || setting == SET_AMBIGUOUS) && !app->headless &&
        terminal_options(&app->terminal, &options, &err))
        app_error(app, &err);
    app->changed = app->redraw = true; /* every screen words itself anew */
}

int app_run(struct app *app, struct screen *first, struct err *err)
{
    const struct terminal_options options = options_of(app);
    struct err theme_err;
    enum status status;

    draw_set_ambiguous(config_number(app->config, SET_AMBIGUOUS));
    status = terminal_start(&app->terminal, &options, &app->decoder, &theme_err, err);
    if (!status)
        status = signals_start(err);
    if (status) {
        if (first->ops->close)
            first->ops->close(app, first);
        goto out;
    }
    if (theme_err.status) {
        err_words(&theme_err, &app->config->warnings);
        str_add_char(&app->config->warnings, '\n');
    }
    app_say_warnings(app);
    app->looked_at_ms = app_ticks_ms();
    if (!app_push(app, first))
        guard_first_failed(app);
    else if (app->started)
        app->started(app);
    while (app->top && !app_over(app))
        if (!app_step(app))
            break;
    if (app->hung_up || app->terminated)
        store_all(app);
    close_all(app);
    app_sync_drafts(app);
    signals_stop();
out:
    terminal_stop(&app->terminal, app->hung_up);
    return status ? status_exit(status) : 0;
}

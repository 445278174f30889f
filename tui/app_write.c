/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing: who and when, trying again while somebody else writes, drafts. The one place that reads the clock.
 */
#include "tui/app_inner.h"
#include "tui/guard.h"

#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { RETRY_MS = 50, PATIENCE_MS = 5000, ZONE_HOURS = 8 };

/* ---- the clock ---- */

void app_now_utc(const struct app *app, char out[25])
{
    struct timespec now = {0, 0};
    struct tm utc = {0};
    char text[32];

    if (app->now) { /* 2023-05-10T06:03:00Z, with or without milliseconds */
        bool exact = strlen(app->now) >= 24;

        (void)snprintf(out, 25, "%.*s%sZ", exact ? 23 : 19, app->now, exact ? "" : ".000");
        return;
    }
    (void)clock_gettime(CLOCK_REALTIME, &now);
    (void)gmtime_r(&now.tv_sec, &utc);
    if (strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc) == 0)
        text[0] = '\0';
    (void)snprintf(out, 25, "%.19s.%03uZ", text, (unsigned)(now.tv_nsec / 1000000) % 1000U);
}

int64_t app_now_s(const struct app *app)
{
    struct tm utc = {0};
    char text[25];

    app_now_utc(app, text);
    if (sscanf(text, "%d-%d-%dT%d:%d:%d", &utc.tm_year, &utc.tm_mon, &utc.tm_mday, &utc.tm_hour, &utc.tm_min,
               &utc.tm_sec) != 6)
        return 0;
    utc.tm_year -= 1900;
    utc.tm_mon--;
    return (int64_t)timegm(&utc);
}

struct moment app_moment(const struct app *app)
{
    struct moment moment = {.minutes = -1};
    char utc[25];

    app_now_utc(app, utc);
    utc[16] = '\0';
    if (!moment_parse_iso(utc, &moment))
        return moment;
    moment.minutes += ZONE_HOURS * 60;
    if (moment.minutes >= 24 * 60) {
        moment.minutes -= 24 * 60;
        moment.date = date_add(moment.date, 1);
    }
    return moment;
}

struct date app_today(const struct app *app)
{
    return app_moment(app).date;
}

/* ---- attempts ---- */

void app_attempt(struct app *app, struct attempt *attempt, const char *format, ...)
{
    va_list args;

    *attempt = (struct attempt){.since_ms = app_ticks_ms()};
    va_start(args, format);
    if (vsnprintf(attempt->label, sizeof attempt->label, format, args) < 0)
        attempt->label[0] = '\0';
    va_end(args);
    attempt->label[text_invalid_at(attempt->label, strlen(attempt->label))] =
        '\0'; /* cut at a whole character */
    app_now_utc(app, attempt->when);
    guard_before_write(app);
    attempt->stamp = (struct stamp){.who = app->who, .when = attempt->when, .label = attempt->label};
}

/* Somebody else is writing: wait a little. false: the user, or the end, gives it up. */
static bool wait_for_others(struct app *app, struct attempt *attempt)
{
    const char *const choices[] = {_("再等一下"), _("放棄這次變更")};

    if (app_ticks_ms() - attempt->since_ms >= PATIENCE_MS) {
        if (app->hung_up || app->terminated || app->headless)
            return false;
        if (app_ask(app, _("別人正在寫入"), _("已經等了 5 秒，資料庫還被占用。您的變更還在，沒有遺失。"),
                    choices, 2, 0) != 0)
            return false;
        attempt->since_ms = app_ticks_ms();
    }
    if (app->saved != SAVED_WAITING) {
        app_set_saved(app, SAVED_WAITING);
        if (!app->headless)
            app_paint(app);
    }
    (void)poll(NULL, 0, RETRY_MS);
    return true;
}

bool app_again(struct app *app, struct attempt *attempt, enum status status)
{
    app->redraw = true;
    if (status == STATUS_BUSY && wait_for_others(app, attempt))
        return true;
    if (status == STATUS_FULL && guard_disk_full(app))
        return true;
    if (status == STATUS_OK) {
        app->changed = true;
        if (!attempt->is_undo)
            app_undo_note(app);
        app_set_saved(app, SAVED_DONE);
        return false;
    }
    if (status == STATUS_CONFLICT)
        app->changed = true; /* what is shown is old: load it again */
    if (status == STATUS_BUSY || status == STATUS_STORAGE || status == STATUS_FULL || status == STATUS_MEMORY)
        app_set_saved(app, SAVED_FAILED);
    else if (app->saved == SAVED_WAITING)
        app_set_saved(app, SAVED_NOTHING);
    if (!attempt->quiet)
        app_error(app, &attempt->err);
    return false;
}

/* ---- drafts ---- */

/* What others are told: the text as it reads, without the editor's marks behind it. */
static void note_typing(struct app *app, const char *place, const char *text, size_t len_bytes)
{
    if (strcmp(app->typing.place.text, place) != 0)
        app->typing.warned = false;
    str_clear(&app->typing.place);
    str_add(&app->typing.place, place);
    str_clear(&app->typing.text);
    str_add_bytes(&app->typing.text, text, len_bytes);
    app->typing.changed = true;
}

bool app_draft_put(struct app *app, const char *place, const char *text, size_t len_bytes,
                   size_t cursor_bytes)
{
    struct err err = {0};
    enum status status = STATUS_OK;
    char when[25];

    app_now_utc(app, when);
    if (!app->draft && (!app->draft_dir || !app->db))
        return false;
    if (!app->draft)
        status = draft_open(&app->draft, app->draft_dir, db_uuid(app->db), &err);
    for (int tries = 0; !status && tries < 2; tries++) {
        status = draft_put(app->draft, place, text, len_bytes, cursor_bytes, when, &app->draft_serial, &err);
        if (status != STATUS_FULL || !guard_disk_full(app))
            break;
        status = STATUS_OK; /* the ballast made room: once more */
    }
    if (status) {
        app_set_saved(app, SAVED_FAILED);
        app_error(app, &err);
        return false;
    }
    app->unsynced = true;
    app_set_saved(app, SAVED_DRAFT);
    note_typing(app, place, text, len_bytes);
    return true;
}

enum status app_draft_mark(struct app *app, const char *place, struct err *err)
{
    if (!app->draft)
        return STATUS_OK;
    return draft_mark_stored(app->db, draft_session(app->draft), place, app->draft_serial, err);
}

void app_draft_drop(struct app *app, const char *place)
{
    struct err err = {0};

    if (app->draft && draft_drop(app->draft, place, &err))
        app_error(app, &err);
    if (strcmp(app->typing.place.text, place) == 0) {
        str_clear(&app->typing.place);
        app->typing.changed = true;
    }
}

void app_sync_drafts(struct app *app)
{
    struct err err = {0};

    if (!app->unsynced || !app->draft)
        return;
    app->unsynced = false;
    if (draft_sync(app->draft, &err)) {
        app->unsynced = true;
        app_set_saved(app, SAVED_FAILED);
        app_error(app, &err);
    }
}

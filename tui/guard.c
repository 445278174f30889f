/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is due when nobody types: the check, the day's backup, the ballast.
 */
#include "tui/guard.h"

#include "core/calendar/date.h"
#include "db/backup.h"
#include "db/file.h"
#include "tui/app.h"
#include "tui/screens/screens.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static const char full_words[] = N_("磁碟快滿了");

enum { BALLAST_LOOK_MS = 30000, ROOM_TIMES = 8 }; /* made where eight times as much is free */

/* ---- is it sound ---------------------------------------------------------------------------------- */

bool guard_is_damage(enum status status, const char *finding)
{
    static const char rows[] = "FOREIGN KEY";

    return status == STATUS_STORAGE ||
           (status == STATUS_NO && !(finding && strncmp(finding, rows, sizeof rows - 1) == 0));
}

static void check(struct app *app)
{
    struct guard *guard = app->guard;
    const char *finding;
    enum status status = db_check(app->db, &finding, &guard->why);

    if (status == STATUS_BUSY)
        return; /* later; the first write comes here again */
    guard->checked = true;
    guard->check_failed = guard_is_damage(status, finding);
    if (status == STATUS_NO && !guard->check_failed) {
        app_message(app, ROLE_WARN, "%s",
                    _("有資料無所歸屬，可能是用其他工具改的；請執行 yishi verify 檢核。"));
        app->redraw = true;
    }
    if (guard->check_failed)
        app->alarm = N_("資料庫毀損");
}

/* Over whatever is open, but for a dialog, which is answered first. */
static void show_damage(struct app *app)
{
    if (app->guard->shown || !app->top || app->top->modal)
        return;
    app->guard->shown = true;
    (void)rescue_push(app, db_path(app->db), db_uuid(app->db), &app->guard->why);
}

void guard_before_write(struct app *app)
{
    if (app->guard && !app->guard->checked && app->db)
        check(app);
}

void guard_first_failed(struct app *app)
{
    struct guard *guard = app->guard;

    guard_before_write(app);
    if (!guard || !guard->check_failed)
        return;
    guard->shown = true;
    (void)rescue_push(app, db_path(app->db), db_uuid(app->db), &guard->why);
}

static void look_moved(struct app *app)
{
    struct guard *guard = app->guard;

    if (guard->moved || !db_moved(app->db))
        return;
    guard->moved = true;
    app->alarm = N_("資料庫已換");
    app_message(app, ROLE_BAD, "%s", _("資料庫剛被還原、搬走或刪除。請離開再開啟；在這之前的都已存。"));
    app->redraw = true;
}

/* ---- the day's backup ----------------------------------------------------------------------------- */

/* false: there is one already, or none is wanted. */
static bool back_up(struct app *app)
{
    struct guard *guard = app->guard;
    struct err err = {0};
    struct str text = STR_INIT;
    char day[11];

    date_iso(day, app_today(app));
    if (!app->draft_dir || strcmp(day, guard->backed_up) == 0)
        return false;
    memcpy(guard->backed_up, day, sizeof day); /* tried once a day */
    if (db_backup_daily(app->db, app->draft_dir, day, &err) == STATUS_OK || guard->backup_told)
        return true;
    guard->backup_told = true;
    err_words(&err, &text);
    app_message(app, ROLE_WARN, _("今天的自動備份沒有做成，工作可以繼續：%s"), text.text);
    app->redraw = true;
    str_release(&text);
    return true;
}

/* ---- the ballast ---------------------------------------------------------------------------------- */

static const char *ballast_path(struct app *app)
{
    struct guard *guard = app->guard;
    char *real = guard->ballast_path.len_bytes ? NULL : realpath(db_path(app->db), NULL);

    if (real)
        str_printf(&guard->ballast_path, "%s-ballast", real);
    free(real);
    return guard->ballast_path.len_bytes && !str_failed(&guard->ballast_path) ? guard->ballast_path.text
                                                                              : NULL;
}

static bool room_for_ballast(const char *path)
{
    struct str directory = STR_INIT;
    struct statvfs info;
    bool room;

    file_add_directory(&directory, path);
    room = !str_failed(&directory) && statvfs(directory.text, &info) == 0 &&
           (uint64_t)info.f_bavail * info.f_frsize >= (uint64_t)BALLAST_BYTES * ROOM_TIMES;
    str_release(&directory);
    return room;
}

/* Real blocks, or it would make no room. What is half made is taken away. */
static bool make_ballast(const char *path)
{
    int fd;
    bool made;

    if (!room_for_ballast(path) || file_create(path, NULL))
        return false;
    fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    made = fd >= 0 && posix_fallocate(fd, 0, BALLAST_BYTES) == 0;
    if (fd >= 0 && close(fd) != 0)
        made = false;
    if (!made)
        (void)unlink(path); /* there is none, which is how it was */
    return made;
}

static void look_ballast(struct app *app)
{
    const char *path = ballast_path(app);
    struct stat info;
    bool there;

    if (!path)
        return;
    there = lstat(path, &info) == 0;
    if (there && S_ISREG(info.st_mode) && info.st_size < BALLAST_BYTES && unlink(path) == 0)
        there = false; /* its maker was killed */
    if ((there || make_ballast(path)) && app->alarm == full_words) {
        app->alarm = NULL;
        app->redraw = true;
    }
}

bool guard_disk_full(struct app *app)
{
    const char *path = app->guard && app->db ? ballast_path(app) : NULL;

    if (!path || unlink(path) != 0)
        return false;
    if (!app->alarm)
        app->alarm = full_words;
    app->guard->looked_at_ms = app_ticks_ms();
    app->redraw = true;
    return true;
}

void guard_idle(struct app *app)
{
    struct guard *guard = app->guard;
    const int64_t now = app_ticks_ms();

    if (!app->db)
        return;
    look_moved(app);
    if (guard->check_failed && !guard->moved)
        show_damage(app);
    if (guard->moved || guard->check_failed)
        return;
    if (!guard->checked) {
        check(app);
        if (guard->check_failed)
            show_damage(app);
    } else if (!back_up(app) && (!guard->looked_at_ms || now - guard->looked_at_ms >= BALLAST_LOOK_MS)) {
        guard->looked_at_ms = now;
        look_ballast(app);
    }
}

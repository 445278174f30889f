/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The database is damaged: what is wrong, the newest backup that is sound, what would be lost by it. Restores
 * it when asked to, keeping the damaged file; or leaves everything alone.
 */
#include "db/backup.h"
#include "db/file.h"
#include "db/restore.h"
#include "tui/guard.h"
#include "tui/journal_words.h"
#include "tui/screens/screens.h"
#include "tui/widgets/pager.h"

#include "core/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { WAIT_MS = 2000, DATE_BYTES = 10, UTC_BYTES = 25 };

struct rescue {
    struct screen screen;
    struct str path, uuid, why; /* the damaged file; whose it is, "" = not known; what is wrong, in words */
    struct str backup;          /* the newest that is sound; "" = none */
    struct backup_info info;
    size_t n_bad; /* newer backups that are no good themselves */
    struct pager pager;
};

/* ---- the backups ---------------------------------------------------------------------------------- */

/* The newest name of a backup of UUID in DIRECTORY that is older than BEFORE ("" = any); "" = none. */
static void newest_before(const char *directory, const char *uuid, const char *before, struct str *out)
{
    struct str head = STR_INIT;
    DIR *listing = opendir(directory);
    const struct dirent *entry;

    str_clear(out);
    str_printf(&head, "backup-%s-", uuid);
    while (listing && (entry = directory_next(listing)) != NULL) {
        const char *name = entry->d_name;

        if (strncmp(name, head.text, head.len_bytes) != 0 ||
            strlen(name) != head.len_bytes + DATE_BYTES + strlen(".db") ||
            (*before && strcmp(name, before) >= 0) || strcmp(name, out->text) <= 0)
            continue;
        str_clear(out);
        str_add(out, name);
    }
    if (listing)
        (void)closedir(listing);
    str_release(&head);
}

/* Each is looked at before it is offered. */
static void find_backup(struct app *app, struct rescue *rescue)
{
    struct str name = STR_INIT, before = STR_INIT;

    str_clear(&rescue->backup);
    rescue->n_bad = 0;
    while (app->draft_dir && rescue->uuid.len_bytes) {
        newest_before(app->draft_dir, rescue->uuid.text, before.text, &name);
        if (!name.len_bytes)
            break;
        str_clear(&rescue->backup);
        str_printf(&rescue->backup, "%s/%s", app->draft_dir, name.text);
        if (backup_look(rescue->backup.text, &rescue->info, NULL) == STATUS_OK)
            break;
        str_clear(&rescue->backup);
        rescue->n_bad++;
        str_clear(&before);
        str_add(&before, name.text);
    }
    str_release(&name);
    str_release(&before);
}

/* ---- what is said --------------------------------------------------------------------------------- */

static bool seconds_of(const char *utc, int64_t *out)
{
    struct moment moment = {.minutes = -1};
    char text[17] = "";

    if (strlen(utc) < 16)
        return false;
    memcpy(text, utc, 16);
    if (!moment_parse_iso(text, &moment))
        return false;
    *out =
        ((int64_t)date_days_between((struct date){1970, 1, 1}, moment.date) * 24 * 60 + moment.minutes) * 60;
    return true;
}

/* When the damaged file was last written, as UTC. */
static bool last_written(const char *path, char out[UTC_BYTES])
{
    struct stat info;
    struct tm utc;

    return stat(path, &info) == 0 && gmtime_r(&info.st_mtime, &utc) &&
           strftime(out, UTC_BYTES, "%Y-%m-%dT%H:%M:%S.000Z", &utc) > 0;
}

/* How much time lies between the backup and the last write to the damaged file: what was done in it is lost.
 */
static void add_lost(const struct rescue *rescue, struct str *out)
{
    char written[UTC_BYTES];
    int64_t last = 0, now = 0, minutes;

    if (!last_written(rescue->path.text, written))
        return;
    str_add(out, _("毀損的檔案最後寫入："));
    journal_when(written, out);
    str_add_char(out, '\n');
    if (!seconds_of(rescue->info.last, &last) || !seconds_of(written, &now))
        return;
    minutes = now > last ? (now - last) / 60 : 0;
    if (minutes < 1)
        str_add(out, _("兩者相差不到一分鐘：還原之後應該什麼都不會少。\n"));
    else if (minutes < 120)
        str_printf(out, _("兩者相差約 %lld 分鐘：這段時間的變更，還原之後不會在裡面。\n"),
                   (long long)minutes);
    else if (minutes < 48 * 60)
        str_printf(out, _("兩者相差約 %lld 小時：這段時間的變更，還原之後不會在裡面。\n"),
                   (long long)minutes / 60);
    else
        str_printf(out, _("兩者相差約 %lld 天：這段時間的變更，還原之後不會在裡面。\n"),
                   (long long)minutes / (24 * 60));
}

static void add_backup(const struct rescue *rescue, struct str *out)
{
    if (!rescue->backup.len_bytes) {
        str_add(out, rescue->uuid.len_bytes ? _("找不到可用的自動備份。")
                                            : _("不知道這個檔案是哪一個資料庫，所以找不到它的自動備份。"));
        str_add(out, _("若另有備份，請離開後執行 yishi restore。\n"));
        return;
    }
    str_add(out, _("最新的好備份（已檢查，完整無誤）：\n    "));
    text_show(out, rescue->backup.text, rescue->backup.len_bytes);
    str_add(out, _("\n這份備份最後的異動："));
    if (*rescue->info.last)
        journal_when(rescue->info.last, out);
    else
        str_add(out, _("沒有"));
    str_add_char(out, '\n');
    add_lost(rescue, out);
    if (rescue->n_bad)
        str_printf(out, _("（另有 %zu 份較新的備份也壞了，不用。）\n"), rescue->n_bad);
    str_add(out, _("\n按 F8 以這份備份還原；毀損的檔案會留在旁邊，不會刪除。按 Esc 什麼都不動。\n"));
}

static enum status rescue_load(struct app *app, struct screen *screen, struct err *err)
{
    struct rescue *rescue = (struct rescue *)screen;
    struct str text = STR_INIT;
    enum status status = STATUS_OK;

    find_backup(app, rescue);
    str_printf(&text, "%s\n\n", rescue->why.text);
    add_backup(rescue, &text);
    if (str_failed(&text) || !pager_set(&rescue->pager, text.text))
        status = err_memory(err);
    str_release(&text);
    return status;
}

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_not(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct rescue *)screen)->backup.len_bytes ? NULL : _("沒有可用的備份");
}

static void run_restore(struct app *app, struct screen *screen)
{
    struct rescue *rescue = (struct rescue *)screen;
    struct str kept = STR_INIT;
    struct err err = {0};
    char day[11];

    date_iso(day, app_today(app));
    if (db_restore(rescue->backup.text, rescue->path.text, day, WAIT_MS, NULL, &kept, &err)) {
        app_error(app, &err);
    } else {
        app->reopen = true; /* what is open is the damaged file */
        app->quit = true;
    }
    str_release(&kept);
}

static void run_leave(struct app *app, struct screen *screen)
{
    if (!screen->below)
        app->quit = true;
    else if (app_pop(app))
        app_message(app, ROLE_BAD, "%s", _("資料庫毀損，沒有還原；現在只能看，不會寫入。"));
}

static const struct command rescue_commands[] = {
    {"rescue.restore", "F8", N_("以備份還原，毀損的檔案留著"), N_("還原"), 0, why_not, run_restore},
    {"rescue.leave", "Esc", N_("什麼都不動"), N_("不動"), 0, NULL, run_leave},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static void rescue_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct rescue *rescue = (struct rescue *)screen;
    struct rect inner;

    (void)app;
    draw_frame(rect, _("資料庫毀損"), true, &inner);
    draw_blank(inner, ROLE_TEXT);
    pager_draw(&rescue->pager, (struct rect){inner.x + 1, inner.y + 1, inner.cols - 2, inner.rows - 1});
}

static bool rescue_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return pager_key(&((struct rescue *)screen)->pager, key);
}

static void rescue_close(struct app *app, struct screen *screen)
{
    struct rescue *rescue = (struct rescue *)screen;

    (void)app;
    str_release(&rescue->path);
    str_release(&rescue->uuid);
    str_release(&rescue->why);
    str_release(&rescue->backup);
    pager_release(&rescue->pager);
    free(rescue);
}

static const struct screen_ops rescue_ops = {.name = "rescue",
                                             .title = N_("資料庫毀損"),
                                             .commands = COMMANDS(rescue_commands),
                                             .open = rescue_load,
                                             .draw = rescue_draw,
                                             .key = rescue_key,
                                             .close = rescue_close};

struct screen *rescue_new(const char *path, const char *uuid, const struct err *why)
{
    struct rescue *rescue = calloc(1, sizeof *rescue);

    if (!rescue)
        return NULL;
    rescue->screen.ops = &rescue_ops;
    str_init(&rescue->path);
    str_init(&rescue->uuid);
    str_init(&rescue->why);
    str_init(&rescue->backup);
    pager_init(&rescue->pager);
    str_add(&rescue->path, path);
    str_add(&rescue->uuid, uuid);
    err_words(why, &rescue->why);
    return &rescue->screen;
}

bool rescue_push(struct app *app, const char *path, const char *uuid, const struct err *why)
{
    struct screen *screen = rescue_new(path, uuid, why);
    struct err err = {0};

    if (screen)
        return app_push(app, screen);
    (void)err_memory(&err);
    app_error(app, &err);
    return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the units for their reports and collecting them, from step 3: a form for each unit into a directory;
 * the filled ones back from it, shown before anything is stored.
 */
#include "tui/file.h"
#include "tui/forms.h"
#include "tui/screens/tracking/tracking.h"
#include "tui/words.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FORMS_MAX = 200 };

/* ---- asking --------------------------------------------------------------------------------------- */

void tracking_run_ask(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct arena arena = ARENA_INIT;
    const struct asking asking = {&tracking->frame.s, &tracking->frame.tracked, &arena};
    struct str typed = STR_INIT, path = STR_INIT, report = STR_INIT;
    struct err err = {0};

    str_printf(&typed, _("~/%s回報表"), tracking->frame.s.meeting.key);
    if (app_input(app, _("請各單位填寫的表放在哪個資料夾？"), _("每個單位一個 CSV 檔；已有的檔案不會覆蓋"),
                  &typed, NULL, NULL) &&
        typed.len_bytes) {
        file_typed_path(typed.text, &path);
        if (forms_write_all(&asking, path.text, &report, &err))
            app_error(app, &err);
        else
            app_show(app, _("表已寫好，請轉給各單位填寫"), report.text);
    }
    str_release(&typed);
    str_release(&path);
    str_release(&report);
    arena_release(&arena);
}

/* ---- collecting: reading -------------------------------------------------------------------------- */

struct collecting {
    struct arena arena;
    struct form *forms;
    size_t n;
    struct collection *found;
    char today[DATE_ISO_SIZE]; /* stands in what is found */
    struct str said;           /* what is wrong, a line each; or what would change */
    size_t wrong;
};

static void complain(struct collecting *c, const struct err *err)
{
    err_words(err, &c->said);
    str_add(&c->said, "\n");
    c->wrong++;
}

static void read_one(struct collecting *c, const char *path)
{
    struct err err = {0};
    bool big5;

    if (c->n == FORMS_MAX)
        return;
    if (forms_read(path, &c->arena, &c->forms[c->n], &big5, &err)) {
        complain(c, &err);
        return;
    }
    if (big5)
        str_printf(&c->said, _("%s 是 Big5，沒有的字存檔時已變成「?」，請核對。\n"), c->forms[c->n].name);
    c->n++;
}

static int is_csv(const struct dirent *entry)
{
    const size_t n = strlen(entry->d_name);

    return n > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + n - 4, ".csv") == 0;
}

/* A file, or all CSV files of a directory. */
static void read_path(struct collecting *c, const char *path)
{
    struct dirent **entries = NULL;
    struct stat stat_of;
    const int n = stat(path, &stat_of) == 0 && S_ISDIR(stat_of.st_mode)
                      ? scandir(path, &entries, is_csv, alphasort)
                      : -1;

    if (n < 0)
        read_one(c, path);
    for (int i = 0; i < n; i++) {
        struct str name = STR_INIT;

        str_printf(&name, "%s/%s", path, entries[i]->d_name);
        read_one(c, name.text);
        str_release(&name);
        free(entries[i]);
    }
    free(entries);
}

/* ---- collecting: storing -------------------------------------------------------------------------- */

static void check(struct app *app, struct tracking *tracking, struct collecting *c)
{
    struct err err = {0};
    const enum status status = collect_check(&tracking->frame.s, c->forms, c->n, frame_today(app, c->today),
                                             forms_outline, &c->arena, c->found, &err);

    for (size_t i = 0; i < c->found->n_problems; i++)
        complain(c, &c->found->problems[i]);
    if (status && !c->found->n_problems)
        complain(c, &err);
    for (size_t i = 0; i < c->found->n && !status; i++)
        forms_change_words(&c->said, &c->found->v[i]);
}

static void store(struct app *app, struct tracking *tracking, struct collecting *c)
{
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("%s 收回單位回報：%zu 筆"), tracking->frame.s.meeting.key, c->found->n);
    do
        status =
            collect_store(app->db, &attempt.stamp, &tracking->frame.s, c->found, &c->arena, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status && tracking_fresh(app, tracking))
        app_message(app, ROLE_GOOD, _("已收回 %zu 筆回報（相同 %zu 筆，未填 %zu 筆）"), c->found->n,
                    c->found->same, c->found->blank);
}

static void collect(struct app *app, struct tracking *tracking, struct collecting *c)
{
    const char *const choices[] = {_("先不存"), _("存入")};

    if (!c->wrong && !c->n)
        app_message(app, ROLE_WARN, "%s", _("這個資料夾裡沒有 CSV 檔"));
    if (!c->wrong && c->n)
        check(app, tracking, c);
    if (c->wrong)
        app_show(app, _("有地方不符，沒有收回任何一張"), c->said.text);
    else if (c->n && !c->found->n)
        app_message(app, ROLE_TEXT, _("沒有要變更的：相同 %zu 筆，未填 %zu 筆"), c->found->same,
                    c->found->blank);
    else if (c->n && app_ask(app, _("收回單位回報"), c->said.text, choices, 2, 0) == 1)
        store(app, tracking, c);
}

void tracking_run_collect(struct app *app, struct screen *screen)
{
    struct tracking *tracking = (struct tracking *)screen;
    struct collecting c = {.arena = ARENA_INIT, .said = STR_INIT};
    struct str typed = STR_INIT, path = STR_INIT;
    struct err err = {0};

    c.forms = arena_take(&c.arena, FORMS_MAX * sizeof *c.forms);
    c.found = arena_take(&c.arena, sizeof *c.found);
    str_printf(&typed, _("~/%s回報表"), tracking->frame.s.meeting.key);
    if (!c.forms || !c.found) {
        (void)err_memory(&err);
        app_error(app, &err);
    } else if (app_input(app, _("收回哪些表？"), _("一個 CSV 檔，或放著它們的資料夾；先看會變更什麼再存"),
                         &typed, NULL, NULL) &&
               typed.len_bytes && tracking_fresh(app, tracking)) {
        file_typed_path(typed.text, &path);
        read_path(&c, path.text);
        collect(app, tracking, &c);
    }
    str_release(&typed);
    str_release(&path);
    str_release(&c.said);
    arena_release(&c.arena);
}

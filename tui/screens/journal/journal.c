/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of changes (異動日誌): above, who did what when, the latest first; below, from what to what.
 * Read only; what stands in it may come from anywhere and is shown without its control characters.
 */
#include "tui/screens/journal/journal.h"

#include "tui/journal_words.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_COLS = 2000, WHEN_COLS = 22 };

/* ---- the list ------------------------------------------------------------------------------------- */

enum { COLUMN_WHEN, COLUMN_WHO, COLUMN_LABEL, COLUMN_COUNT };
static const struct list_column columns[] = {
    {.heading = N_("時間"), .cols = WHEN_COLS},
    {.heading = N_("何人"), .cols = 10, .weight = 1},
    {.heading = N_("做了什麼"), .cols = 20, .weight = 5},
    {.heading = N_("欄數"), .cols = 6, .align = TEXT_RIGHT, .fold = 1},
};

static size_t count(void *context)
{
    return ((struct journal *)context)->n_shown;
}

static int64_t row_id(void *context, size_t row)
{
    return ((struct journal *)context)->shown[row]->first;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct history_set *set = ((struct journal *)context)->shown[row];

    switch (column) {
    case COLUMN_WHEN:
        journal_when(set->at, out);
        break;
    case COLUMN_WHO:
        journal_who(set, out);
        break;
    case COLUMN_LABEL:
        journal_label(set, out);
        break;
    default:
        str_printf(out, "%lld", (long long)set->changes);
    }
    if (!set->id || !set->sealed)
        *role = ROLE_WARN;
}

static const struct list_source source = {.count = count, .cell = cell, .id = row_id};

/* ---- the changes ---------------------------------------------------------------------------------- */

static void add_lines(const struct journal *journal, const struct history_set *set,
                      const struct history_changes *changes, struct str *out)
{
    if (!set->id)
        str_add(out, _("這些是用其他工具改的，日誌不知道是誰。\n"));
    else if (!set->sealed)
        str_add(out, _("這次異動沒有封印；請執行 yishi verify 檢核。\n"));
    for (size_t next = 0; next < changes->n;) {
        next =
            journal_line(changes, next, journal->members_known ? &journal->members : NULL, VALUE_COLS, out);
        str_add_char(out, '\n');
    }
}

/* What the selected set changed, loaded when it is looked at. */
static void show_selected(struct app *app, struct journal *journal)
{
    struct arena arena = ARENA_INIT;
    struct history_changes changes = {NULL, 0};
    struct str text = STR_INIT;
    struct err err = {0};
    size_t row;

    if (!list_view_selected(&journal->list, &row)) {
        (void)pager_set(&journal->pager, "");
        journal->paged = 0;
        return;
    }
    if (journal->paged == journal->shown[row]->first)
        return;
    journal->paged = journal->shown[row]->first;
    if (history_changes(app->db, journal->shown[row], &arena, &changes, &err))
        err_words(&err, &text);
    else
        add_lines(journal, journal->shown[row], &changes, &text);
    if (str_failed(&text) || !pager_set(&journal->pager, text.text)) {
        (void)err_memory(&err);
        app_error(app, &err);
    }
    str_release(&text);
    arena_release(&arena);
}

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_none(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct journal *)screen)->n_shown ? NULL : _("沒有異動");
}

static void run_switch(struct app *app, struct screen *screen)
{
    struct journal *journal = (struct journal *)screen;

    (void)app;
    journal->reading = !journal->reading;
}

static void filter(struct app *app, struct journal *journal)
{
    struct err err = {0};

    str_clear(&journal->folded);
    text_fold(&journal->folded, journal->text.text, journal->text.len_bytes);
    journal->reading = false;
    if (journal_load(app, &journal->screen, &err))
        app_error(app, &err);
}

static void run_text(struct app *app, struct screen *screen)
{
    struct journal *journal = (struct journal *)screen;

    if (app_input(app, _("找哪些字？"), _("在時間、何人、做了什麼之中找；留空看全部"), &journal->text, NULL,
                  NULL))
        filter(app, journal);
}

static void run_clear(struct app *app, struct screen *screen)
{
    struct journal *journal = (struct journal *)screen;

    str_clear(&journal->text);
    filter(app, journal);
}

static const struct command journal_commands[] = {
    {"journal.switch", "Enter Tab", N_("看改了什麼，或回到清單"), N_("改了什麼"), 0, why_none, run_switch},
    {"journal.text", "/ F8", N_("只看有這些字的"), N_("找字"), 0, NULL, run_text},
    {"journal.clear", "x F9", N_("清除篩選"), NULL, 0, NULL, run_clear},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static void journal_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct journal *journal = (struct journal *)screen;
    const struct layout_part parts[] = {{.min = 5, .weight = 1}, {.min = 5, .weight = 1}};
    struct str title = STR_INIT;
    struct rect rows[2], inner;

    layout_rows(rect, parts, 2, rows);
    if (*journal->key) {
        label_meeting_key(&title, journal->key, NULL);
        str_add(&title, _("　"));
    }
    str_printf(&title, journal->whole ? _("異動 %zu 次") : _("最近的異動 %zu 次，往下還有"),
               journal->n_shown);
    if (journal->folded.len_bytes)
        str_printf(&title, _("　「%s」"), journal->text.text);
    draw_frame(rows[0], title.text, !journal->reading, &inner);
    list_view_draw(&journal->list, inner, !journal->reading);
    show_selected(app, journal);
    draw_frame(rows[1], _("改了什麼"), journal->reading, &inner);
    draw_blank(inner, ROLE_TEXT);
    pager_draw(&journal->pager, layout_inset(inner, 1, 0));
    str_release(&title);
}

static bool journal_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct journal *journal = (struct journal *)screen;
    struct err err = {0};
    size_t row;

    if (journal->reading)
        return pager_key(&journal->pager, key);
    if (!list_view_key(&journal->list, key))
        return false;
    if (list_view_selected(&journal->list, &row) && row + 1 == journal->n_shown &&
        journal_older(app, journal, &err))
        app_error(app, &err);
    return true;
}

static void journal_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    (void)app;
    str_add(out, _(screen->ops->title));
}

static void journal_close(struct app *app, struct screen *screen)
{
    struct journal *journal = (struct journal *)screen;

    (void)app;
    journal_forget(journal);
    pager_release(&journal->pager);
    str_release(&journal->text);
    str_release(&journal->folded);
    free(journal);
}

static const struct screen_ops journal_ops = {.name = "journal",
                                              .title = N_("異動日誌"),
                                              .commands = COMMANDS(journal_commands),
                                              .open = journal_load,
                                              .reload = journal_load,
                                              .draw = journal_draw,
                                              .key = journal_key,
                                              .crumb = journal_crumb,
                                              .close = journal_close};

bool journal_push(struct app *app, int64_t meeting_id, const char *key)
{
    struct journal *journal = calloc(1, sizeof *journal);
    struct err err = {0};

    if (!journal) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    journal->screen.ops = &journal_ops;
    journal->meeting_id = meeting_id;
    (void)snprintf(journal->key, sizeof journal->key, "%s", key ? key : "");
    str_init(&journal->text);
    str_init(&journal->folded);
    pager_init(&journal->pager);
    list_view_init(&journal->list, columns, sizeof columns / sizeof *columns, &source, journal);
    journal->list.empty = N_("沒有異動");
    return app_push(app, &journal->screen);
}

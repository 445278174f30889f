/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application's own commands; the help and the palette, both made from the tables that are live.
 */
#include "tui/app_inner.h"
#include "tui/widgets/picker.h"

#include <stdlib.h>
#include <string.h>

enum { KEYS_COLS = 22 };

static void run_back(struct app *app, struct screen *screen)
{
    if (screen->below)
        (void)app_pop(app);
}

static void run_quit(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)app_quit(app);
}

static void run_redraw(struct app *app, struct screen *screen)
{
    (void)screen;
    if (!app->headless)
        terminal_redraw(&app->terminal);
    app->redraw = true;
    app->changed = true;
}

/* The first one is for screens that lie over another: see app_tables(). */
static const struct command own_commands[] = {
    {"app.back", "Esc", N_("回上一個畫面"), N_("返回"), 0, NULL, run_back},
    {"app.palette", ": Ctrl-P", N_("用名稱尋找並執行指令"), N_("指令"), 0, NULL, app_palette},
    {"app.undo", "u Alt-Z", N_("復原這次開啟之後的上一個變更"), NULL, 0, NULL, app_run_undo},
    {"app.redo", "Ctrl-R", N_("重做剛才復原的變更"), NULL, 0, NULL, app_run_redo},
    {"app.redraw", "Ctrl-L", N_("重新載入並重畫畫面"), NULL, 0, NULL, run_redraw},
    {"app.quit", "Ctrl-Q", N_("結束程式"), NULL, 0, NULL, run_quit},
    {"app.help", "F1 ?", N_("說明：這個畫面上能做的事"), NC_("help", "說明"), 0, NULL, app_help},
};
const struct command_table app_own_commands = COMMANDS(own_commands);

/* All keys of a command, as they are shown. */
static void all_keys(const struct app *app, const struct command *command, struct str *out)
{
    struct key keys[COMMAND_KEYS];
    size_t n = command_keys(&app->config->keymap, command, keys);

    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            str_add(out, "  ");
        key_words(&keys[i], out);
    }
}

static void help_table(struct app *app, const char *title, struct command_table table, struct str *out)
{
    struct str keys = STR_INIT;

    if (table.n == 0)
        return;
    str_printf(out, "%s── %s ──\n", out->len_bytes ? "\n" : "", title);
    for (size_t i = 0; i < table.n; i++) {
        const struct command *command = &table.v[i];
        const char *refusal = command->refusal ? command->refusal(app, app->top) : NULL;

        if (command->flags & COMMAND_HIDDEN)
            continue;
        str_clear(&keys);
        all_keys(app, command, &keys);
        str_add(out, "  ");
        text_pad(out, keys.text, KEYS_COLS, TEXT_LEFT, draw_widths());
        str_printf(out, "  %s", _(command->title));
        if (refusal)
            str_printf(out, _("（現在不能：%s）"), refusal);
        str_add_char(out, '\n');
    }
    str_release(&keys);
}

void app_say_warnings(struct app *app)
{
    const char *text = app->config->warnings.text;
    const int first = (int)strcspn(text, "\n");
    int n = 0;

    for (const char *at = text; *at; at++)
        n += *at == '\n';
    if (n > 1)
        app_message(app, ROLE_WARN, _("略過 %d 處設定（F1 詳列）：%.*s"), n, first, text);
    else if (n)
        app_message(app, ROLE_WARN, "%.*s", first, text);
}

void app_help_text(struct app *app, struct screen *screen, struct str *out)
{
    if (app->config->warnings.len_bytes)
        str_printf(out, "── %s ──\n%s", _("設定檔裡略過的"), app->config->warnings.text);
    help_table(app, screen->ops->title ? _(screen->ops->title) : _("這個畫面"), screen->ops->commands, out);
    help_table(app, _("每個畫面"), app->commands, out);
    help_table(app, _("程式"), app_own_commands, out);
    str_printf(
        out, "\n%s\n",
        _("沒有存檔鍵：離開欄位就存，打字時隨打隨存。輸入中文時用功能鍵、Ctrl、Enter、Tab、Esc 與方向鍵。"));
}

void app_help(struct app *app, struct screen *screen)
{
    struct str text = STR_INIT;

    app_help_text(app, screen, &text);
    if (!str_failed(&text))
        app_show(app, C_("help", "說明"), text.text);
    str_release(&text);
}

/* ---- the palette ---- */

struct entry {
    const struct command *command;
    struct str detail;
};

static size_t collect(struct app *app, struct entry *entries, struct pick_row *rows)
{
    struct command_table tables[3];
    size_t n_tables = app_tables(app, tables), n = 0;

    for (size_t t = 0; t < n_tables; t++)
        for (size_t i = 0; i < tables[t].n; i++) {
            const struct command *command = &tables[t].v[i];

            if ((command->flags & COMMAND_HIDDEN) || command->run == app_palette)
                continue;
            entries[n].command = command;
            str_init(&entries[n].detail);
            all_keys(app, command, &entries[n].detail);
            rows[n] = (struct pick_row){.label = _(command->title),
                                        .detail = entries[n].detail.text,
                                        .match = command->name,
                                        .refusal = command->refusal ? command->refusal(app, app->top) : NULL};
            n++;
        }
    return n;
}

void app_palette(struct app *app, struct screen *screen)
{
    size_t most = screen->ops->commands.n + app->commands.n + app_own_commands.n, n = 0;
    struct entry *entries = calloc(most, sizeof *entries);
    struct pick_row *rows = calloc(most, sizeof *rows);
    const struct command *chosen = NULL;
    int row;

    if (entries && rows) {
        n = collect(app, entries, rows);
        row = app_pick(app, _("指令"), rows, n, 0);
        chosen = row >= 0 ? entries[row].command : NULL;
    }
    for (size_t i = 0; i < n; i++)
        str_release(&entries[i].detail);
    free(entries);
    free(rows);
    if (chosen)
        app_run_command(app, chosen);
}

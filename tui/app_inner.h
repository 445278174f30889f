/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the application's own files share. Screens use app.h.
 */
#ifndef YISHI_TUI_APP_INNER_H
#define YISHI_TUI_APP_INNER_H

#include "tui/app.h"

enum { APP_COLS_MIN = 60, APP_ROWS_MIN = 16 };

struct status_line {
    struct status_piece {
        struct str text;
        enum role role;
    } v[8];
    size_t n;
};

/* The commands that every screen has. */
extern const struct command_table app_own_commands;

bool app_over(const struct app *app); /* it is to be left */
bool app_step(struct app *app);       /* one key, or one wait; false: nothing will come any more */
void app_key(struct app *app, const struct key *key);
void app_paint(struct app *app);
void app_frame(struct app *app); /* the whole picture into app->cells */
void app_reload_stale(struct app *app);
void app_run_command(struct app *app, const struct command *command);
void app_sync_drafts(struct app *app);
/* The tables that are live now, the screen's first; how many (at most 3). */
size_t app_tables(const struct app *app, struct command_table tables[3]);
bool app_typing(const struct app *app);
/* Before the words of where a single line was typed, in the name of its draft. */
#define APP_LINE_PLACE "line:"
/* After each key: keep the line that is being typed as a draft, or drop it. */
void app_note_line(struct app *app);
/* A write went well: remember it for undo. */
void app_undo_note(struct app *app);
void app_undo_release(struct app *app);
void app_run_undo(struct app *app, struct screen *screen);
void app_run_redo(struct app *app, struct screen *screen);
void app_help(struct app *app, struct screen *screen);
/* What it shows: first what is wrong with the settings, then the commands that are live. Appended. */
void app_help_text(struct app *app, struct screen *screen, struct str *out);
/* The first of the warnings about the settings, and how many there are. */
void app_say_warnings(struct app *app);
void app_palette(struct app *app, struct screen *screen);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The settings of the desk and the keys of the commands: what their files share. They know no meeting.
 */
#ifndef YISHI_TUI_SCREENS_SETTINGS_H
#define YISHI_TUI_SCREENS_SETTINGS_H

#include "tui/app.h"
#include "tui/widgets/form.h"

enum { N_SETTING_FIELDS = SET_COUNT + 1 };

struct settings {
    struct screen screen;
    struct app *app;
    struct form_field fields[N_SETTING_FIELDS]; /* made from setting_info; the last opens the keys */
    struct form form;
    bool formed;
};

/* ---- values (settings_value.c) ---- */
/* Its context is the struct settings. */
extern const struct form_source settings_source;
/* The row of FIELD in setting_info; SET_COUNT: it is none of the settings. */
enum setting setting_of_field(const struct form_field *field);
/* "（依系統語系）" for what is left empty, else VALUE in words. Appended. */
void setting_value_words(enum setting setting, const char *value, struct str *out);
/* VALUE into yishi.ini and into app->config, and it counts from now on where it can; NULL: the default again.
 */
enum status setting_store(struct app *app, enum setting setting, const char *value, struct err *err);

/* ---- a key (settings_capture.c) ---- */
/* The name of the next key that is pressed, appended: "F6", "Ctrl-G". TITLE is what it will be for. Nothing:
 * Esc. */
void settings_ask_key(struct app *app, const char *title, struct str *name);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk's own settings, from yishi.ini. Every setting is a row of one table, which the reader, the
 * settings screen and the manual page share. A bad file never stops the start.
 */
#ifndef YISHI_TUI_CONFIG_H
#define YISHI_TUI_CONFIG_H

#include "core/base/err.h"
#include "tui/command.h"

enum setting_type { SETTING_TEXT, SETTING_CHOICE, SETTING_NUMBER, SETTING_SWITCH };

enum setting {
    SET_LANGUAGE, /* "" = from the locale */
    SET_WHO,      /* "" = the login */
    SET_DATABASE, /* "" = the default place */
    SET_THEME,
    SET_AMBIGUOUS,
    SET_MOUSE,
    SET_PAPER,
    SET_WIDTH,
    SET_PRINT_COMMAND, /* "" = none */
    SET_PRINT_FORMAT,
    SET_COUNT
};

struct setting_info {
    const char *key; /* "screen:theme", as iniparser writes it */
    enum setting_type type;
    const char *fallback;
    const char *const *choices; /* ending in NULL */
    int min, max;
    const char *help;  /* N_() */
    const char *title; /* N_() */
    bool later;        /* counts from the next start on */
};
extern const struct setting_info setting_info[SET_COUNT];

struct config {
    char *value[SET_COUNT]; /* NULL = the default */
    struct keymap keymap;
    struct str warnings; /* a line each, worded */
};

/* A config with the defaults. */
void config_init(struct config *config);
void config_release(struct config *config);
/* Read the file at PATH. What is wrong with it becomes lines in config->warnings, and the settings concerned
 * keep their defaults. No file is fine. Only out of memory is an error. */
enum status config_read(struct config *config, const char *path, struct err *err);
/* The same from TEXT, which loses its bad lines; NAME is for the warnings. */
enum status config_read_text(struct config *config, const char *name, struct str *text, struct err *err);
const char *config_text(const struct config *config, enum setting setting);
int config_number(const struct config *config, enum setting setting); /* a switch: 0 or 1 */
/* Set from the command line or the settings screen. STATUS_BAD: not in the setting's range. */
enum status config_set(struct config *config, enum setting setting, const char *value, struct err *err);
/* The default again. */
void config_forget(struct config *config, enum setting setting);
/* Append $XDG_CONFIG_HOME/yishi/yishi.ini; HOME and XDG are handed in, NULL = not set. */
void config_path(struct str *out, const char *xdg_config_home, const char *home);

#endif

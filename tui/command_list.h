/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All commands of all screens in one list, made from their tables when the program is built
 * (tui/commands.awk): for the configuration, the settings screen and the manual page. What a screen does it
 * asks its own table.
 */
#ifndef YISHI_TUI_COMMAND_LIST_H
#define YISHI_TUI_COMMAND_LIST_H

#include <stdbool.h>
#include <stddef.h>

enum listed_flags {
    LISTED_HIDDEN = 1, /* a second way to something that is listed */
    LISTED_FIXED = 2,  /* says what a key does that is the text's own: it cannot be given another */
};

struct listed_command {
    const char *name;  /* "agenda.open" */
    const char *keys;  /* default keys of all tables that it stands in */
    const char *title; /* for _() */
    unsigned flags;
};
/* In the order of the rooms. */
extern const struct listed_command listed_commands[];
extern const size_t n_listed_commands;

enum room_flags {
    ROOM_EVERYWHERE = 1, /* its commands work in every room */
    ROOM_STEPS = 2,      /* its commands work in every step of a meeting */
    ROOM_STEP = 4,       /* it is one of the steps */
    ROOM_TYPING = 8,     /* a text always has the focus: a plain character is never a command */
    ROOM_TEXT = 32,      /* its keys come before those of a room where a text has the focus */
    ROOM_FIXED = 16,     /* its keys are a widget's own and cannot be given in the configuration */
};
/* The part of a command's name before the dot, and where in the program that is. */
struct command_room {
    const char *name;
    const char *title; /* N_() */
    unsigned flags;
};
extern const struct command_room command_rooms[];
extern const size_t n_command_rooms;

/* The command of that name; NULL: there is none. */
const struct listed_command *command_listed(const char *name);
/* The room of command NAME; NULL: it has none in the table. */
const struct command_room *command_room_of(const char *name);
/* Its keys can be given in the configuration. */
bool command_is_free(const struct listed_command *command);
/* Both can be on the screen at the same time, so that one key cannot be for both. */
bool commands_meet(const char *name, const char *other);

#endif

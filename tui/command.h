/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything a user can do, as data. The hints, the help screen, the palette and the manual page's key
 * list are made from these tables, so they cannot disagree with the keys.
 */
#ifndef YISHI_TUI_COMMAND_H
#define YISHI_TUI_COMMAND_H

#include "core/base/err.h"
#include "core/base/str.h"
#include "tui/terminal/key.h"

#include <stdbool.h>
#include <stddef.h>

struct app;
struct screen;

enum command_flags {
    COMMAND_FIRST = 1,  /* tried before the text that has the focus sees the key (F-keys and Ctrl need it not:
                           the editor leaves alone what it does not know) */
    COMMAND_HIDDEN = 2, /* in no hint, help or palette: a second way to something that is listed */
};

struct command {
    const char *name;  /* "attendance.present"; the part before the dot is the screen's */
    const char *keys;  /* default keys, separated by blanks: "Space" "F8 Ctrl-V"; "" = palette only. The first
                          that works is the one that hints show: while a text has the focus a plain letter,
                          digit, mark or Space never commands, so give such a command a second key */
    const char *title; /* N_("出席並往下"): help and palette */
    const char *hint;  /* N_("出席"): bottom line; NULL = not there. Table order is order of importance */
    unsigned flags;
    /* Why not now, translated; NULL = it can be done. May itself be NULL: always. */
    const char *(*refusal)(struct app *app, struct screen *screen);
    void (*run)(struct app *app, struct screen *screen);
};

struct command_table {
    const struct command *v;
    size_t n;
};
#define COMMANDS(array)                           \
    {                                             \
        (array), sizeof(array) / sizeof(array)[0] \
    }

/* Keys given in the configuration, by command name. */
struct keymap {
    struct keymap_entry {
        char *name, *keys;
    } * v;
    size_t n;
};
enum { COMMAND_KEYS = 6 };

/* Give command NAME the KEYS ("F6 Ctrl-D", "none" = no key). STATUS_BAD when a key's name is unknown. */
enum status keymap_set(struct keymap *keymap, const char *name, const char *keys, struct err *err);
/* NAME has its default keys again. */
void keymap_forget(struct keymap *keymap, const char *name);
void keymap_release(struct keymap *keymap);
/* The keys of COMMAND, at most COMMAND_KEYS; the number of them. */
size_t command_keys(const struct keymap *keymap, const struct command *command,
                    struct key keys[COMMAND_KEYS]);
/* The command of TABLE that KEY belongs to; NULL. TYPING: a text has the focus, so plain characters never
 * are. */
const struct command *command_find(const struct keymap *keymap, struct command_table table,
                                   const struct key *key, bool typing);
/* The name of the key to show for COMMAND: the first that works now. false: none. Full-width and Space have
 * their Chinese names on the screen (空白鍵), so this is not key_format's. */
void key_words(const struct key *key, struct str *out); /* of any key */
bool command_key_words(const struct keymap *keymap, const struct command *command, bool typing,
                       struct str *out);
/* KEY is a plain character (letter, digit, mark, Space): never a command while a text has the focus. */
bool key_is_plain(const struct key *key);

/* The bottom line: key, what it does, key, … */
struct hint {
    const struct command *command;
    struct str key; /* owned */
    int cols;       /* of "key word" */
};
enum { HINTS_MAX = 12 };
/* Which commands of the tables (first the screen's, then the global one) are hinted in COLS columns: those
 * with a hint and a working key, in order, as many as fit; the last global one (F1) always. */
struct hints {
    struct hint v[HINTS_MAX];
    size_t n;
};
void hints_choose(struct hints *hints, const struct keymap *keymap, const struct command_table *tables,
                  size_t n_tables, bool typing, int cols);
void hints_release(struct hints *hints);

#endif

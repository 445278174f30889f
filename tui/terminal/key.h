/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed: a key event, decoded from bytes. No curses here; the decoder is tested alone.
 */
#ifndef YISHI_TUI_TERMINAL_KEY_H
#define YISHI_TUI_TERMINAL_KEY_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum key_kind {
    KEY_KIND_NONE,
    KEY_KIND_TEXT,    /* text: one cluster or more as it was typed */
    KEY_KIND_PASTE,   /* text: a whole bracketed paste */
    KEY_KIND_SPECIAL, /* code and mods */
    KEY_KIND_RESIZE,
};
enum key_code {
    KEYC_NONE,
    KEYC_ENTER,
    KEYC_TAB,
    KEYC_ESC,
    KEYC_BACKSPACE,
    KEYC_DELETE,
    KEYC_INSERT,
    KEYC_UP,
    KEYC_DOWN,
    KEYC_LEFT,
    KEYC_RIGHT,
    KEYC_HOME,
    KEYC_END,
    KEYC_PGUP,
    KEYC_PGDN,
    KEYC_F1, /* F1 to F12 follow each other */
    KEYC_F12 = KEYC_F1 + 11,
    KEYC_LETTER, /* with MOD_CTRL or MOD_ALT; `letter` says which: a-z, 0-9 or a mark */
};
enum key_mods { MOD_SHIFT = 1, MOD_ALT = 2, MOD_CTRL = 4 };

struct key {
    enum key_kind kind;
    enum key_code code;
    unsigned mods;
    char letter;
    const char *text; /* borrowed from the decoder until the next event */
    size_t len_bytes;
};

/* KEY without modifiers, and Ctrl with LETTER. */
bool key_is(const struct key *key, enum key_code code);
bool key_is_ctrl(const struct key *key, char letter);
/* The ASCII character that a text key is, full-width forms as their half-width ones; NUL = another text. */
char key_plain_ascii(const struct key *key);

/* A key's name as the configuration and the hints write it: "F6" "Ctrl-G" "Shift-Up" "Enter" "n" "Space".
 * The key's text is borrowed from NAME. */
bool key_parse(const char *name, struct key *key);
void key_format(struct str *out, const struct key *key);
/* Full-width ：／？１ equal their half-width forms. */
bool key_same(const struct key *a, const struct key *b);

#endif

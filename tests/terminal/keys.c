/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys. The terminal library knows the sequences, in both cursor modes; control letters are made
 * here because it would send some of them in a form that no office terminal uses.
 */
#include "tests/terminal/keys.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    VTermKey key;
} named[] = {
    {"Enter", VTERM_KEY_ENTER},
    {"Tab", VTERM_KEY_TAB},
    {"Backspace", VTERM_KEY_BACKSPACE},
    {"Esc", VTERM_KEY_ESCAPE},
    {"Up", VTERM_KEY_UP},
    {"Down", VTERM_KEY_DOWN},
    {"Left", VTERM_KEY_LEFT},
    {"Right", VTERM_KEY_RIGHT},
    {"Insert", VTERM_KEY_INS},
    {"Delete", VTERM_KEY_DEL},
    {"Home", VTERM_KEY_HOME},
    {"End", VTERM_KEY_END},
    {"PgUp", VTERM_KEY_PAGEUP},
    {"PgDn", VTERM_KEY_PAGEDOWN},
    {"F1", VTERM_KEY_FUNCTION(1)},
    {"F2", VTERM_KEY_FUNCTION(2)},
    {"F3", VTERM_KEY_FUNCTION(3)},
    {"F4", VTERM_KEY_FUNCTION(4)},
    {"F5", VTERM_KEY_FUNCTION(5)},
    {"F6", VTERM_KEY_FUNCTION(6)},
    {"F7", VTERM_KEY_FUNCTION(7)},
    {"F8", VTERM_KEY_FUNCTION(8)},
    {"F9", VTERM_KEY_FUNCTION(9)},
    {"F10", VTERM_KEY_FUNCTION(10)},
    {"F11", VTERM_KEY_FUNCTION(11)},
    {"F12", VTERM_KEY_FUNCTION(12)},
};

static const char *take_modifiers(const char *name, unsigned *mods)
{
    static const struct {
        const char *prefix;
        unsigned mod;
    } all[] = {{"Shift-", VTERM_MOD_SHIFT}, {"Alt-", VTERM_MOD_ALT}, {"Ctrl-", VTERM_MOD_CTRL}};
    size_t i = 0;

    *mods = VTERM_MOD_NONE;
    while (i < sizeof all / sizeof *all) {
        size_t len = strlen(all[i].prefix);

        if (strncmp(name, all[i].prefix, len) == 0 && name[len] != '\0') {
            *mods |= all[i].mod;
            name += len;
            i = 0;
        } else {
            i++;
        }
    }
    return name;
}

/* One whole UTF-8 character. */
static bool is_one_character(const char *name)
{
    size_t len = strlen(name), i;

    if (len == 0 || (name[0] & 0xc0) == 0x80)
        return false;
    for (i = 1; i < len; i++)
        if ((name[i] & 0xc0) != 0x80)
            return false;
    return true;
}

/* The byte that Ctrl makes of C, or -1. */
static int control_byte(char c)
{
    if (isalpha((unsigned char)c) || (c != '\0' && strchr("@[\\]^_", c)))
        return toupper((unsigned char)c) & 0x1f;
    if (c == ' ')
        return 0;
    return c == '/' ? 0x1f : -1;
}

bool key_send(struct terminal *terminal, const char *name)
{
    char bytes[16];
    unsigned mods;
    size_t i;

    name = take_modifiers(name, &mods);
    for (i = 0; i < sizeof named / sizeof *named; i++) {
        if (strcmp(name, named[i].name) == 0) {
            vterm_keyboard_key(terminal->vt, named[i].key, (VTermModifier)mods);
            return true;
        }
    }
    if (strcmp(name, "Space") == 0)
        name = " ";
    if (!is_one_character(name) || (mods & VTERM_MOD_SHIFT))
        return false;
    if ((mods & VTERM_MOD_CTRL) && (name[1] != '\0' || control_byte(name[0]) < 0))
        return false;
    if (mods & VTERM_MOD_CTRL)
        i = (size_t)snprintf(bytes, sizeof bytes, "%s%c", mods & VTERM_MOD_ALT ? "\033" : "",
                             control_byte(name[0]));
    else
        i = (size_t)snprintf(bytes, sizeof bytes, "%s%s", mods & VTERM_MOD_ALT ? "\033" : "", name);
    terminal_send(terminal, bytes, i);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of keys, and when two keys are the same. Knows nothing of bytes or commands.
 */
#include "tui/terminal/key.h"

#include <string.h>
#include <strings.h>

static const struct {
    enum key_code code;
    const char *name;
} names[] = {
    {KEYC_ENTER, "Enter"},   {KEYC_TAB, "Tab"},       {KEYC_ESC, "Esc"},   {KEYC_BACKSPACE, "Backspace"},
    {KEYC_DELETE, "Delete"}, {KEYC_INSERT, "Insert"}, {KEYC_UP, "Up"},     {KEYC_DOWN, "Down"},
    {KEYC_LEFT, "Left"},     {KEYC_RIGHT, "Right"},   {KEYC_HOME, "Home"}, {KEYC_END, "End"},
    {KEYC_PGUP, "PgUp"},     {KEYC_PGDN, "PgDn"},
};

static const struct {
    unsigned mod;
    const char *name;
} mods[] = {{MOD_CTRL, "Ctrl-"}, {MOD_ALT, "Alt-"}, {MOD_SHIFT, "Shift-"}};

char key_plain_ascii(const struct key *key)
{
    const unsigned char *text = (const unsigned char *)key->text;

    if (key->kind != KEY_KIND_TEXT)
        return '\0';
    if (key->len_bytes == 1 && text[0] >= ' ' && text[0] < 0x7F)
        return (char)text[0];
    if (key->len_bytes != 3)
        return '\0';
    if (memcmp(text, "\xE3\x80\x80", 3) == 0)
        return ' ';
    /* U+FF01 to U+FF5E stand in the order of ! to ~ */
    if (text[0] == 0xEF && text[1] == 0xBC && text[2] >= 0x81)
        return (char)(text[2] - 0x81 + '!');
    if (text[0] == 0xEF && text[1] == 0xBD && text[2] <= 0x9E)
        return (char)(text[2] - 0x80 + 0x60);
    return '\0';
}

static bool parse_function(const char *name, struct key *key)
{
    int number = 0;

    if ((name[0] != 'F' && name[0] != 'f') || name[1] < '1' || name[1] > '9')
        return false;
    for (const char *at = name + 1; *at; at++) {
        if (*at < '0' || *at > '9' || number > 12)
            return false;
        number = number * 10 + (*at - '0');
    }
    if (number > 12)
        return false;
    key->kind = KEY_KIND_SPECIAL;
    key->code = (enum key_code)(KEYC_F1 + number - 1);
    return true;
}

static bool parse_special(const char *name, struct key *key)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcasecmp(name, names[i].name) == 0) {
            key->kind = KEY_KIND_SPECIAL;
            key->code = names[i].code;
            return true;
        }
    return parse_function(name, key);
}

/* A single character, with Ctrl or Alt or none of them. */
static bool parse_character(const char *name, struct key *key)
{
    size_t len = strlen(name);

    if (strcasecmp(name, "Space") == 0) {
        name = " ";
        len = 1;
    }
    if (key->mods & (MOD_CTRL | MOD_ALT)) {
        if (len != 1 || name[0] < ' ' || name[0] >= 0x7F)
            return false;
        key->kind = KEY_KIND_SPECIAL;
        key->code = KEYC_LETTER;
        key->letter = name[0] >= 'A' && name[0] <= 'Z' ? (char)(name[0] - 'A' + 'a') : name[0];
        return true;
    }
    if (key->mods || len == 0 || len > 4 || (len > 1 && (unsigned char)name[0] < 0xC0))
        return false;
    key->kind = KEY_KIND_TEXT;
    key->text = name;
    key->len_bytes = len;
    return true;
}

bool key_parse(const char *name, struct key *key)
{
    *key = (struct key){0};
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < sizeof mods / sizeof mods[0]; i++) {
            size_t len = strlen(mods[i].name);

            if (strncasecmp(name, mods[i].name, len) == 0 && name[len]) {
                key->mods |= mods[i].mod;
                name += len;
                more = true;
            }
        }
    }
    return parse_special(name, key) || parse_character(name, key);
}

static void add_special(struct str *out, const struct key *key)
{
    if (key->code == KEYC_LETTER) {
        char letter =
            key->letter >= 'a' && key->letter <= 'z' ? (char)(key->letter - 'a' + 'A') : key->letter;

        if (letter == ' ')
            str_add(out, "Space");
        else
            str_add_char(out, letter);
        return;
    }
    if (key->code >= KEYC_F1 && key->code <= KEYC_F12) {
        str_printf(out, "F%d", (int)key->code - (int)KEYC_F1 + 1);
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].code == key->code)
            str_add(out, names[i].name);
}

void key_format(struct str *out, const struct key *key)
{
    if (key->kind == KEY_KIND_TEXT) {
        if (key->len_bytes == 1 && key->text[0] == ' ')
            str_add(out, "Space");
        else
            str_add_bytes(out, key->text, key->len_bytes);
        return;
    }
    if (key->kind != KEY_KIND_SPECIAL)
        return;
    for (size_t i = 0; i < sizeof mods / sizeof mods[0]; i++)
        if (key->mods & mods[i].mod)
            str_add(out, mods[i].name);
    add_special(out, key);
}

bool key_same(const struct key *a, const struct key *b)
{
    char ascii;

    if (a->kind != b->kind)
        return false;
    if (a->kind == KEY_KIND_SPECIAL)
        return a->code == b->code && a->mods == b->mods && (a->code != KEYC_LETTER || a->letter == b->letter);
    if (a->kind != KEY_KIND_TEXT)
        return false;
    ascii = key_plain_ascii(a);
    if (ascii)
        return ascii == key_plain_ascii(b);
    return a->len_bytes == b->len_bytes && memcmp(a->text, b->text, a->len_bytes) == 0;
}

bool key_is(const struct key *key, enum key_code code)
{
    return key->kind == KEY_KIND_SPECIAL && key->code == code && key->mods == 0;
}

bool key_is_ctrl(const struct key *key, char letter)
{
    return key->kind == KEY_KIND_SPECIAL && key->code == KEYC_LETTER && key->mods == MOD_CTRL &&
           key->letter == letter;
}

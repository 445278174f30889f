/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Control sequences: xterm's (also with modifiers), the VT220's numbers, PuTTY's F1-F4, rxvt's ^ $ @ and a-d,
 * the Linux console's [[A, application keypad, and the wheel of a mouse.
 */
#include "tui/terminal/sequence.h"

#include <string.h>

enum { SEQUENCE_MAX = 64, SS3_MAX = 8, PARAMS = 4 };

struct csi {
    int param[PARAMS];
    int n_params;
    char lead; /* < = > ? before the parameters */
    char final;
};

static void special(struct key *key, enum key_code code, unsigned mods)
{
    *key = (struct key){.kind = KEY_KIND_SPECIAL, .code = code, .mods = mods};
}

/* ESC [ A and ESC O A: the final letter's key. */
static enum key_code letter_code(char final)
{
    static const struct {
        char final;
        enum key_code code;
    } codes[] = {
        {'A', KEYC_UP},  {'B', KEYC_DOWN}, {'C', KEYC_RIGHT},  {'D', KEYC_LEFT},   {'H', KEYC_HOME},
        {'F', KEYC_END}, {'P', KEYC_F1},   {'Q', KEYC_F1 + 1}, {'R', KEYC_F1 + 2}, {'S', KEYC_F1 + 3},
    };

    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (codes[i].final == final)
            return codes[i].code;
    return KEYC_NONE;
}

/* ESC [ 5 ~ : the number's key; F13 and up are what several terminals send for Shift-F3 and up. */
static enum key_code number_code(int number, unsigned *mods)
{
    static const struct {
        int number;
        enum key_code code;
        unsigned mods;
    } codes[] = {
        {1, KEYC_HOME, 0},
        {2, KEYC_INSERT, 0},
        {3, KEYC_DELETE, 0},
        {4, KEYC_END, 0},
        {5, KEYC_PGUP, 0},
        {6, KEYC_PGDN, 0},
        {7, KEYC_HOME, 0},
        {8, KEYC_END, 0},
        {11, KEYC_F1, 0},
        {12, KEYC_F1 + 1, 0},
        {13, KEYC_F1 + 2, 0},
        {14, KEYC_F1 + 3, 0},
        {15, KEYC_F1 + 4, 0},
        {17, KEYC_F1 + 5, 0},
        {18, KEYC_F1 + 6, 0},
        {19, KEYC_F1 + 7, 0},
        {20, KEYC_F1 + 8, 0},
        {21, KEYC_F1 + 9, 0},
        {23, KEYC_F1 + 10, 0},
        {24, KEYC_F1 + 11, 0},
        {25, KEYC_F1 + 2, MOD_SHIFT},
        {26, KEYC_F1 + 3, MOD_SHIFT},
        {28, KEYC_F1 + 4, MOD_SHIFT},
        {29, KEYC_F1 + 5, MOD_SHIFT},
        {31, KEYC_F1 + 6, MOD_SHIFT},
        {32, KEYC_F1 + 7, MOD_SHIFT},
        {33, KEYC_F1 + 8, MOD_SHIFT},
        {34, KEYC_F1 + 9, MOD_SHIFT},
    };

    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (codes[i].number == number) {
            *mods |= codes[i].mods;
            return codes[i].code;
        }
    return KEYC_NONE;
}

/* xterm's modifier parameter: 1 + shift 1 + alt 2 + ctrl 4 (+ meta 8). */
static unsigned modifiers(int param)
{
    unsigned bits = param > 1 ? (unsigned)param - 1 : 0, mods = 0;

    if (bits & 1)
        mods |= MOD_SHIFT;
    if (bits & (2 | 8))
        mods |= MOD_ALT;
    if (bits & 4)
        mods |= MOD_CTRL;
    return mods;
}

/* A character sent as its number, with modifiers (CSI u, modifyOtherKeys). */
static void numbered_character(int character, unsigned mods, struct key *key)
{
    switch (character) {
    case 9:
        special(key, KEYC_TAB, mods);
        return;
    case 13:
        special(key, KEYC_ENTER, mods);
        return;
    case 27:
        special(key, KEYC_ESC, mods);
        return;
    case 8:
    case 127:
        special(key, KEYC_BACKSPACE, mods);
        return;
    default:
        break;
    }
    if (character < ' ' || character >= 0x7F || !(mods & (MOD_CTRL | MOD_ALT)))
        return;
    if (character >= 'A' && character <= 'Z')
        character += 'a' - 'A';
    special(key, KEYC_LETTER, mods);
    key->letter = (char)character;
}

static void csi_key(const struct csi *csi, struct key *key)
{
    unsigned mods = csi->n_params >= 2 ? modifiers(csi->param[1]) : 0;
    enum key_code code = KEYC_NONE;

    if (csi->lead == '<') { /* the mouse: its wheel moves like the arrows */
        if (csi->final == 'M' && (csi->param[0] == 64 || csi->param[0] == 65))
            special(key, csi->param[0] == 64 ? KEYC_UP : KEYC_DOWN, 0);
        return;
    }
    if (csi->lead)
        return;
    switch (csi->final) {
    case '~':
        if (csi->param[0] == 200) {
            key->kind = KEY_KIND_PASTE;
            return;
        }
        if (csi->param[0] == 27 && csi->n_params >= 3) {
            numbered_character(csi->param[2], mods, key);
            return;
        }
        code = number_code(csi->param[0], &mods);
        break;
    case '^':
    case '$':
    case '@':
        mods |= (csi->final != '$' ? MOD_CTRL : 0) | (csi->final != '^' ? MOD_SHIFT : 0);
        code = number_code(csi->param[0], &mods);
        break;
    case 'u':
        numbered_character(csi->param[0], mods, key);
        return;
    case 'Z':
        special(key, KEYC_TAB, MOD_SHIFT);
        return;
    case 'a':
    case 'b':
    case 'c':
    case 'd':
        mods |= MOD_SHIFT;
        code = letter_code((char)(csi->final - 'a' + 'A'));
        break;
    default:
        code = letter_code(csi->final);
    }
    if (code != KEYC_NONE)
        special(key, code, mods);
}

static size_t decode_csi(const char *text, size_t len, struct key *key)
{
    struct csi csi = {0};
    size_t at = 2;

    if (at < len && text[at] == '[') { /* the Linux console's F1 to F5 */
        if (len < 4)
            return 0;
        if (text[3] >= 'A' && text[3] <= 'E')
            special(key, (enum key_code)(KEYC_F1 + (text[3] - 'A')), 0);
        return 4;
    }
    if (at < len && text[at] == 'M') /* an old mouse report: three bytes follow */
        return len < 6 ? 0 : 6;
    for (; at < len && at < SEQUENCE_MAX; at++) {
        char c = text[at];

        if (c >= '<' && c <= '?' && at == 2)
            csi.lead = c;
        else if (c >= '0' && c <= '9') {
            if (csi.n_params == 0)
                csi.n_params = 1;
            if (csi.n_params <= PARAMS && csi.param[csi.n_params - 1] < 100000)
                csi.param[csi.n_params - 1] = csi.param[csi.n_params - 1] * 10 + (c - '0');
        } else if (c == ';' || c == ':') {
            if (csi.n_params <= PARAMS)
                csi.n_params += csi.n_params == 0 ? 2 : 1;
        } else if ((c >= '@' && c <= '~') || (c == '$' && csi.n_params > 0)) {
            csi.final = c;
            csi_key(&csi, key);
            return at + 1;
        } else if (c < ' ' || c > '/')
            return at; /* broken off by something else: forget it */
    }
    return at >= SEQUENCE_MAX ? at : 0;
}

/* ESC O x: arrows and F1-F4, rxvt's Ctrl-arrows, the keypad in application mode. */
static size_t decode_ss3(const char *text, size_t len, struct key *key)
{
    static const char keypad[] = "*+,-./0123456789";
    enum key_code code;
    size_t at = 2;
    unsigned mods = 0;
    char final;

    while (at < len && at < SS3_MAX && ((text[at] >= '0' && text[at] <= '9') || text[at] == ';')) {
        mods = modifiers(text[at] - '0');
        at++;
    }
    if (at == SS3_MAX)
        return at; /* so long is none: what follows is read for itself, however the bytes were split */
    if (at == len)
        return 0;
    final = text[at];
    code = letter_code(final);
    if (final == 'M')
        special(key, KEYC_ENTER, mods);
    else if (final >= 'a' && final <= 'd')
        special(key, letter_code((char)(final - 'a' + 'A')), MOD_CTRL);
    else if (final >= 'j' && final <= 'y')
        *key = (struct key){.kind = KEY_KIND_TEXT, .text = keypad + (final - 'j'), .len_bytes = 1};
    else if (code != KEYC_NONE)
        special(key, code, mods);
    else if (final < ' ' || (unsigned char) final >= 0x7F)
        return at;
    return at + 1;
}

size_t sequence_decode(const char *text, size_t len_bytes, struct key *key)
{
    *key = (struct key){0};
    if (len_bytes < 3)
        return 0;
    return text[1] == '[' ? decode_csi(text, len_bytes, key) : decode_ss3(text, len_bytes, key);
}

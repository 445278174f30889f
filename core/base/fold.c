/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text made alike for comparing and searching. What is stored never passes through here: NFKC would
 * change characters that stand in people's names.
 */
#include "core/base/text.h"
#include "core/base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

static const char platform[] = "臺";

static bool is_dash(uint32_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x2E3A || c == 0x2E3B;
}

/* Characters that fold_simple() folds as the library would, and that compose with nothing before
 * them: nearly all of a Chinese text. */
static bool is_simple(uint32_t c)
{
    return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c < 0x302A) ||
           (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2013 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201D);
}

static void fold_simple(struct str *out, uint32_t c, const char *text, size_t len_bytes)
{
    if (c == 0x3000)
        c = ' ';
    else if (c >= 0xFF01 && c <= 0xFF5E)
        c = c - 0xFF01 + '!';
    if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
    else if (is_dash(c))
        c = '-';
    else if (c == 0x301C) /* 〜, which is ～ elsewhere */
        c = '~';
    if (c < 0x80)
        str_add_char(out, (char)c);
    else if (c == 0x53F0) /* 台 */
        str_add_bytes(out, platform, sizeof platform - 1);
    else
        str_add_bytes(out, text, len_bytes);
}

/* What the library folded; a dash or a 台 may have come out of another form of it. */
static void add_folded(struct str *out, const char *text, size_t len_bytes)
{
    size_t used;

    for (size_t at = 0; at < len_bytes; at += used) {
        uint32_t c = utf8_first(text + at, len_bytes - at, &used);

        fold_simple(out, c, text + at, used);
    }
}

static void fold_hard(struct str *out, const char *text, size_t len_bytes)
{
    size_t folded_bytes;
    uint8_t *folded;

    if (!len_bytes)
        return;
    folded = u8_casefold((const uint8_t *)text, len_bytes, NULL, UNINORM_NFKC, NULL, &folded_bytes);
    if (folded)
        add_folded(out, (const char *)folded, folded_bytes);
    else if (errno == ENOMEM)
        out->failed = true;
    else
        str_add_bytes(out, text, len_bytes);
    free(folded);
}

void text_fold(struct str *out, const char *text, size_t len_bytes)
{
    size_t hard = 0, used, next_used; /* [hard, at) waits to be folded by the library */

    for (size_t at = 0; at < len_bytes; at += used) {
        uint32_t c = utf8_first(text + at, len_bytes - at, &used);
        const size_t next = at + used;
        bool simple = is_simple(c);

        /* a letter may compose with the mark that follows it */
        if (simple && next < len_bytes && !is_simple(utf8_first(text + next, len_bytes - next, &next_used)))
            simple = false;
        if (!simple && c != UTF8_INVALID) {
            if (hard < at && is_simple(c)) {
                fold_hard(out, text + hard, at - hard);
                hard = at;
            }
            continue;
        }
        fold_hard(out, text + hard, at - hard);
        if (simple)
            fold_simple(out, c, text + at, used);
        else
            str_add_bytes(out, text + at, used);
        hard = next;
    }
    fold_hard(out, text + hard, len_bytes - hard);
}

bool text_contains_folded(const char *text, const char *folded_needle)
{
    struct str folded = STR_INIT;
    bool found;

    text_fold(&folded, text, strlen(text));
    found = !str_failed(&folded) && strstr(folded.text, folded_needle) != NULL;
    str_release(&folded);
    return found;
}

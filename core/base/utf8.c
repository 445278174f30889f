/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UTF-8: what is valid, what may be stored, and how the rest is shown. Knows no widths.
 */
#include "core/base/utf8.h"

#include "core/base/text.h"

#include <unistr.h>

uint32_t utf8_first(const char *text, size_t len_bytes, size_t *used_bytes)
{
    ucs4_t c;
    int n;

    *used_bytes = 1;
    if ((unsigned char)text[0] < 0x80)
        return (unsigned char)text[0];
    n = u8_mbtoucr(&c, (const uint8_t *)text, len_bytes);
    if (n <= 0)
        return UTF8_INVALID;
    *used_bytes = (size_t)n;
    return c;
}

size_t utf8_before(const char *text, size_t len_bytes, size_t at_bytes)
{
    size_t start = at_bytes - 1, used;

    while (start > 0 && at_bytes - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80)
        start--;
    if (utf8_first(text + start, len_bytes - start, &used) != UTF8_INVALID && start + used >= at_bytes)
        return start;
    return at_bytes - 1;
}

bool utf8_forbidden(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

size_t text_invalid_at(const char *text, size_t len_bytes)
{
    const uint8_t *bad = len_bytes ? u8_check((const uint8_t *)text, len_bytes) : NULL;

    return bad ? (size_t)((const char *)bad - text) : len_bytes;
}

size_t text_forbidden_at(const char *text, size_t len_bytes, bool lines)
{
    size_t used;

    for (size_t at = 0; at < len_bytes; at += used) {
        uint32_t c = utf8_first(text + at, len_bytes - at, &used);

        if (utf8_forbidden(c) && !(lines && c == '\n'))
            return at;
    }
    return len_bytes;
}

void text_show(struct str *out, const char *text, size_t len_bytes)
{
    size_t used, shown = 0;

    for (size_t at = 0; at < len_bytes; at += used) {
        uint32_t c = utf8_first(text + at, len_bytes - at, &used);

        if (c != UTF8_INVALID && !utf8_forbidden(c))
            continue;
        str_add_bytes(out, text + shown, at - shown);
        shown = at + used;
        if (c == UTF8_INVALID)
            str_printf(out, "\\x%02X", (unsigned)(unsigned char)text[at]);
        else
            str_printf(out, "<U+%04X>", (unsigned)c);
    }
    str_add_bytes(out, text + shown, len_bytes - shown);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The growing text.
 */
#include "core/base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char str_empty[1] = "";

void str_init(struct str *str)
{
    *str = (struct str)STR_INIT;
}

void str_release(struct str *str)
{
    if (str->room_bytes)
        free(str->text);
    str_init(str);
}

void str_clear(struct str *str)
{
    str->len_bytes = 0;
    if (str->room_bytes)
        str->text[0] = '\0';
}

bool str_failed(const struct str *str)
{
    return str->failed;
}

/* Room for EXTRA more bytes and the NUL. */
static bool grow(struct str *str, size_t extra)
{
    size_t need, room;
    char *text;

    if (str->failed || extra >= SIZE_MAX / 2 - str->len_bytes)
        goto failed;
    need = str->len_bytes + extra + 1;
    if (need <= str->room_bytes)
        return true;
    room = str->room_bytes ? str->room_bytes : 32;
    while (room < need)
        room *= 2;
    text = realloc(str->room_bytes ? str->text : NULL, room);
    if (!text)
        goto failed;
    if (!str->room_bytes)
        text[0] = '\0';
    str->text = text;
    str->room_bytes = room;
    return true;
failed:
    str->failed = true;
    return false;
}

void str_add_bytes(struct str *str, const char *bytes, size_t len_bytes)
{
    if (!len_bytes || !grow(str, len_bytes))
        return;
    memcpy(str->text + str->len_bytes, bytes, len_bytes);
    str->len_bytes += len_bytes;
    str->text[str->len_bytes] = '\0';
}

void str_add(struct str *str, const char *text)
{
    if (text)
        str_add_bytes(str, text, strlen(text));
}

void str_add_char(struct str *str, char c)
{
    str_add_bytes(str, &c, 1);
}

void str_add_repeat(struct str *str, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        str_add(str, text);
}

void str_printf(struct str *str, const char *format, ...)
{
    va_list args, again;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    if (n < 0) {
        str->failed = true;
    } else if (n > 0 && grow(str, (size_t)n)) {
        (void)vsnprintf(str->text + str->len_bytes, (size_t)n + 1, format, again);
        str->len_bytes += (size_t)n;
    }
    va_end(again);
    va_end(args);
}

void str_splice(struct str *str, size_t at, size_t del, const char *bytes, size_t len_bytes)
{
    if (at > str->len_bytes)
        at = str->len_bytes;
    if (del > str->len_bytes - at)
        del = str->len_bytes - at;
    if (!grow(str, len_bytes))
        return;
    memmove(str->text + at + len_bytes, str->text + at + del, str->len_bytes - at - del);
    if (len_bytes)
        memcpy(str->text + at, bytes, len_bytes);
    str->len_bytes = str->len_bytes - del + len_bytes;
    str->text[str->len_bytes] = '\0';
}

void str_cut(struct str *str, size_t len_bytes)
{
    if (len_bytes >= str->len_bytes)
        return;
    str->len_bytes = len_bytes;
    str->text[len_bytes] = '\0';
}

void str_swap(struct str *a, struct str *b)
{
    struct str c = *a;

    *a = *b;
    *b = c;
}

bool text_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text that grows. Bytes only: what a character or a column is, text.h knows.
 */
#ifndef YISHI_BASE_STR_H
#define YISHI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/* `text` is always NUL-terminated and never NULL. After an allocation failed, `failed` stays set,
 * further appends do nothing, and the owner asks once at the end: str_failed(). */
struct str {
    char *text;
    size_t len_bytes;
    size_t room_bytes;
    bool failed;
};

extern char str_empty[1];
#define STR_INIT               \
    {                          \
        str_empty, 0, 0, false \
    }

void str_init(struct str *str);
void str_release(struct str *str);
void str_clear(struct str *str); /* keeps the memory */
bool str_failed(const struct str *str);
void str_add(struct str *str, const char *text); /* NULL adds nothing */
void str_add_bytes(struct str *str, const char *bytes, size_t len_bytes);
void str_add_char(struct str *str, char c);
void str_add_repeat(struct str *str, const char *text, int times);
void str_printf(struct str *str, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Replace DEL bytes at AT by LEN bytes. AT and DEL are clamped to the text. */
void str_splice(struct str *str, size_t at, size_t del, const char *bytes, size_t len_bytes);
void str_cut(struct str *str, size_t len_bytes); /* shorten to at most LEN bytes */
void str_swap(struct str *a, struct str *b);

/* Two C strings are the same text; NULL equals NULL only. */
bool text_same(const char *a, const char *b);

#endif

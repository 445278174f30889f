/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One character at a time: what the text functions of this folder share. Others use text.h.
 */
#ifndef YISHI_BASE_UTF8_H
#define YISHI_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_INVALID = 0x7FFFFFFF }; /* stands for one byte that is no part of a character */

/* The first character of TEXT, of which LEN (> 0) bytes are left, and its length in bytes; an
 * invalid byte is UTF8_INVALID, 1 long. */
uint32_t utf8_first(const char *text, size_t len_bytes, size_t *used_bytes);
/* Start of the character that holds the byte before AT (> 0); an invalid byte is one character. */
size_t utf8_before(const char *text, size_t len_bytes, size_t at_bytes);
/* A character that may not stand in a record; a line feed is one. */
bool utf8_forbidden(uint32_t c);

#endif

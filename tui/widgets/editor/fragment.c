/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and writing pieces of an outline.
 */
#include "tui/widgets/editor/fragment.h"

#include "tui/widgets/editor/numbering.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { HEAD_ROOM = 96, HEAD_NUMBERS = 4 };

/* The head's text into HEAD; its bytes. */
static size_t head_of(const struct para_look *look, char head[HEAD_ROOM])
{
    const int level = look->level < 0 ? 0 : look->level < OUTLINE_LEVELS ? look->level : OUTLINE_LEVELS - 1;
    int n;

    if (look->row.id)
        n = snprintf(head, HEAD_ROOM, "%d%c%lld,%lld,%lld,%lld%c", level, look->plain ? '-' : '.',
                     (long long)look->row.id, (long long)look->row.ver, (long long)look->row.owner_id,
                     (long long)look->row.position, FRAGMENT_HEAD_END);
    else
        n = snprintf(head, HEAD_ROOM, "%d%c%c", level, look->plain ? '-' : '.', FRAGMENT_HEAD_END);
    return n > 0 && n < HEAD_ROOM ? (size_t)n : 0;
}

void fragment_add_head(struct str *out, const struct para_look *look)
{
    char head[HEAD_ROOM];

    str_add_bytes(out, head, head_of(look, head));
}

void fragment_add_break(struct str *out, const struct para_look *look)
{
    str_add_char(out, FRAGMENT_BREAK);
    fragment_add_head(out, look);
}

size_t fragment_head_bytes(const struct para_look *look)
{
    char head[HEAD_ROOM];

    return look->row.id ? head_of(look, head) : 3;
}

/* A number of at most 18 digits (so that it cannot overflow); bytes read, 0 = none. */
static size_t read_number(const char *text, size_t len_bytes, int64_t *number)
{
    const size_t sign = len_bytes && text[0] == '-';
    size_t n = sign;

    *number = 0;
    for (; n < len_bytes && n < 18 + sign && text[n] >= '0' && text[n] <= '9'; n++)
        *number = *number * 10 + (text[n] - '0');
    if (sign)
        *number = -*number;
    return n > sign ? n : 0;
}

static bool read_row(const char *text, size_t len_bytes, struct row *row)
{
    int64_t number[HEAD_NUMBERS];
    size_t at = 0;

    for (int i = 0; i < HEAD_NUMBERS; i++) {
        size_t used;

        if (i && (at >= len_bytes || text[at++] != ','))
            return false;
        used = read_number(text + at, len_bytes - at, &number[i]);
        if (!used)
            return false;
        at += used;
    }
    row->id = number[0];
    row->ver = number[1];
    row->owner_id = number[2];
    row->position = number[3];
    return at == len_bytes;
}

size_t fragment_read_head(const char *text, size_t len_bytes, struct para_look *look)
{
    const size_t searched = len_bytes < HEAD_ROOM ? len_bytes : HEAD_ROOM;
    const char *end = searched ? memchr(text, FRAGMENT_HEAD_END, searched) : NULL;
    struct row row = {0};

    *look = (struct para_look){0};
    if (!end || end - text < 2 || text[0] < '0' || text[0] >= '0' + OUTLINE_LEVELS)
        return 0;
    if (text[1] != '.' && text[1] != '-')
        return 0;
    if (end - text > 2 && !read_row(text + 2, (size_t)(end - text) - 2, &row))
        return 0;
    look->level = text[0] - '0';
    look->plain = text[1] == '-';
    look->row = row;
    return (size_t)(end - text) + 1;
}

struct pieces fragment_pieces(const char *text, size_t len_bytes)
{
    return (struct pieces){text, text + len_bytes, false};
}

bool fragment_next(struct pieces *pieces, struct piece *piece)
{
    const char *end;

    if (pieces->started && pieces->at == pieces->end)
        return false;
    *piece = (struct piece){0};
    if (pieces->started) {
        pieces->at++; /* the RS */
        pieces->at += fragment_read_head(pieces->at, (size_t)(pieces->end - pieces->at), &piece->look);
        piece->begins = true;
    }
    pieces->started = true;
    end = pieces->at < pieces->end ? memchr(pieces->at, FRAGMENT_BREAK, (size_t)(pieces->end - pieces->at))
                                   : NULL;
    piece->text = pieces->at;
    pieces->at = end ? end : pieces->end;
    piece->len_bytes = (size_t)(pieces->at - piece->text);
    return true;
}

size_t fragment_breaks(const char *text, size_t len_bytes)
{
    size_t n = 0;

    for (size_t i = 0; i < len_bytes; i++)
        n += text[i] == FRAGMENT_BREAK;
    return n;
}

void fragment_add_unstored(struct str *out, const char *text, size_t len_bytes)
{
    struct pieces pieces = fragment_pieces(text, len_bytes);
    struct piece piece;

    while (fragment_next(&pieces, &piece)) {
        piece.look.row = (struct row){0};
        if (piece.begins)
            fragment_add_break(out, &piece.look);
        str_add_bytes(out, piece.text, piece.len_bytes);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paragraphs: replacing a range, numbering.
 */
#include "tui/widgets/editor/buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int place_compare(struct place a, struct place b)
{
    if (a.para != b.para)
        return a.para < b.para ? -1 : 1;
    return a.at_bytes < b.at_bytes ? -1 : a.at_bytes > b.at_bytes;
}

static void para_release(struct para *para)
{
    flow_release(&para->flow);
    str_release(&para->text);
}

/* Room for EXTRA more paragraphs. */
static bool make_room(struct buffer *buffer, size_t extra)
{
    size_t room = buffer->room ? buffer->room : 8;
    struct para *v;

    if (extra > SIZE_MAX / 4 / sizeof *v - buffer->n)
        return false;
    if (buffer->n + extra <= buffer->room)
        return true;
    while (room < buffer->n + extra)
        room *= 2;
    v = realloc(buffer->v, room * sizeof *v);
    if (!v)
        return false;
    buffer->v = v;
    buffer->room = room;
    return true;
}

bool buffer_init(struct buffer *buffer)
{
    *buffer = (struct buffer){.stale = true};
    if (!make_room(buffer, 1))
        return false;
    buffer->v[0] = (struct para){.text = STR_INIT};
    buffer->n = 1;
    return true;
}

void buffer_release(struct buffer *buffer)
{
    for (size_t i = 0; i < buffer->n; i++)
        para_release(&buffer->v[i]);
    free(buffer->v);
    *buffer = (struct buffer){0};
}

struct place buffer_end(const struct buffer *buffer)
{
    return (struct place){buffer->n - 1, buffer->v[buffer->n - 1].text.len_bytes};
}

struct place buffer_clamp(const struct buffer *buffer, struct place place)
{
    if (place.para >= buffer->n)
        return buffer_end(buffer);
    if (place.at_bytes > buffer->v[place.para].text.len_bytes)
        place.at_bytes = buffer->v[place.para].text.len_bytes;
    return place;
}

void buffer_copy(const struct buffer *buffer, struct place from, struct place to, struct str *out)
{
    for (size_t i = from.para; i <= to.para; i++) {
        const struct para *para = &buffer->v[i];
        const size_t begin = i == from.para ? from.at_bytes : 0;
        const size_t end = i == to.para ? to.at_bytes : para->text.len_bytes;

        if (i > from.para)
            fragment_add_break(out, &para->look);
        str_add_bytes(out, para->text.text + begin, end - begin);
    }
}

struct place buffer_fragment_end(struct place from, const char *fragment, size_t len_bytes)
{
    struct pieces pieces = fragment_pieces(fragment, len_bytes);
    struct piece piece;

    while (fragment_next(&pieces, &piece)) {
        if (piece.begins)
            from = (struct place){from.para + 1, 0};
        from.at_bytes += piece.len_bytes;
    }
    return from;
}

/* str_splice that leaves the text usable when memory runs out. */
static bool splice(struct str *text, size_t at, size_t del, const char *bytes, size_t len_bytes)
{
    str_splice(text, at, del, bytes, len_bytes);
    if (!str_failed(text))
        return true;
    text->failed = false;
    return false;
}

/* The paragraphs that the pieces begin, the last one with TAIL behind it, into V (room for N, zeroed). */
static bool make_paras(struct para *v, size_t n, struct pieces pieces, const char *tail, size_t tail_bytes)
{
    for (size_t i = 0; i < n; i++)
        str_init(&v[i].text);
    for (size_t i = 0; i < n; i++) {
        struct piece piece;

        if (!fragment_next(&pieces, &piece))
            return false;
        v[i].look = piece.look;
        str_add_bytes(&v[i].text, piece.text, piece.len_bytes);
        if (i == n - 1)
            str_add_bytes(&v[i].text, tail, tail_bytes);
        if (str_failed(&v[i].text))
            return false;
    }
    return true;
}

/* A range that ends in the paragraph where it began becomes text without a break: the common case. */
static bool replace_within(struct buffer *buffer, struct place from, struct place to, const char *text,
                           size_t len_bytes)
{
    struct para *para = &buffer->v[from.para];

    if (!splice(&para->text, from.at_bytes, to.at_bytes - from.at_bytes, text, len_bytes))
        return false;
    flow_touch(&para->flow, from.at_bytes);
    return true;
}

/* The first paragraph gets FIRST and, when nothing follows it, the tail of the last one. */
static bool replace_head(struct buffer *buffer, struct place from, struct place to, const struct piece *first,
                         bool alone)
{
    const struct para *last = &buffer->v[to.para];
    struct str head = STR_INIT;
    bool done;

    str_add_bytes(&head, first->text, first->len_bytes);
    if (alone)
        str_add_bytes(&head, last->text.text + to.at_bytes, last->text.len_bytes - to.at_bytes);
    done = !str_failed(&head) &&
           splice(&buffer->v[from.para].text, from.at_bytes, SIZE_MAX, head.text, head.len_bytes);
    if (done)
        flow_touch(&buffer->v[from.para].flow, from.at_bytes);
    str_release(&head);
    return done;
}

/* Paragraphs FIRST up to END make way for the N in V, which the buffer takes over. There is room. */
static void exchange(struct buffer *buffer, size_t first, size_t end, const struct para *v, size_t n)
{
    for (size_t i = first; i < end; i++)
        para_release(&buffer->v[i]);
    memmove(buffer->v + first + n, buffer->v + end, (buffer->n - end) * sizeof *buffer->v);
    if (n)
        memcpy(buffer->v + first, v, n * sizeof *v);
    buffer->n = buffer->n - (end - first) + n;
    buffer->stale = true;
}

bool buffer_replace(struct buffer *buffer, struct place from, struct place to, const char *fragment,
                    size_t len_bytes, struct place *end)
{
    const size_t n = fragment_breaks(fragment, len_bytes);
    struct pieces pieces = fragment_pieces(fragment, len_bytes);
    struct para *paras = NULL;
    struct piece first;
    bool done = false;

    if (n == 0 && from.para == to.para) {
        done = replace_within(buffer, from, to, fragment, len_bytes);
        goto out;
    }
    if (!fragment_next(&pieces, &first) || !make_room(buffer, n))
        goto out;
    if (n) {
        const struct para *last = &buffer->v[to.para];

        paras = calloc(n, sizeof *paras);
        if (!paras ||
            !make_paras(paras, n, pieces, last->text.text + to.at_bytes, last->text.len_bytes - to.at_bytes))
            goto out;
    }
    if (!replace_head(buffer, from, to, &first, n == 0))
        goto out;
    exchange(buffer, from.para + 1, to.para + 1, paras, n);
    done = true;
out:
    for (size_t i = 0; paras && !done && i < n; i++)
        para_release(&paras[i]);
    free(paras);
    if (done && end)
        *end = buffer_fragment_end(from, fragment, len_bytes);
    return done;
}

void buffer_set_look(struct buffer *buffer, size_t para, const struct para_look *look)
{
    buffer->v[para].look = *look;
    buffer->stale = true;
}

void buffer_number(struct buffer *buffer, const struct numbering *numbering)
{
    struct counting counting = {0};

    if (!buffer->stale)
        return;
    for (size_t i = 0; i < buffer->n; i++) {
        struct para *para = &buffer->v[i];
        const struct counted counted =
            counting_next(&counting, numbering, para->look.level, para->look.plain);

        para->shown_level = counted.level;
        para->number = counted.number;
        if (counted.first_is_number)
            buffer->v[counted.first].number = 1;
    }
    buffer->stale = false;
}

size_t buffer_subtree_end(const struct buffer *buffer, size_t para)
{
    size_t end = para + 1;

    while (end < buffer->n && buffer->v[end].shown_level > buffer->v[para].shown_level)
        end++;
    return end;
}

bool para_is_blank(const struct para *para)
{
    static const char wide_space[] = "\xe3\x80\x80"; /* U+3000 */
    const char *text = para->text.text;

    while (*text) {
        if (*text == ' ' || *text == '\n' || *text == '\t')
            text++;
        else if (strncmp(text, wide_space, sizeof wide_space - 1) == 0)
            text += sizeof wide_space - 1;
        else
            return false;
    }
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cleaning what comes from outside, and splitting it into paragraphs.
 */
#include "tui/widgets/editor/paste.h"

#include "core/base/text.h"
#include "tui/widgets/editor/paste_label.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* Append valid text without controls; U+FEFF goes, U+2028 and U+2029 are line ends. */
static void add_span(struct str *out, const char *text, size_t len_bytes)
{
    size_t from = 0;

    for (size_t i = 0; i + 2 < len_bytes; i++) {
        const bool mark = memcmp(text + i, "\xef\xbb\xbf", 3) == 0;
        const bool line =
            memcmp(text + i, "\xe2\x80\xa8", 3) == 0 || memcmp(text + i, "\xe2\x80\xa9", 3) == 0;

        if (!mark && !line)
            continue;
        str_add_bytes(out, text + from, i - from);
        if (line)
            str_add_char(out, '\n');
        from = i + 3;
        i += 2;
    }
    str_add_bytes(out, text + from, len_bytes - from);
}

/* A character that may not stand in a record: what becomes of it. Returns its bytes. */
static size_t add_forbidden(struct str *out, const char *text, size_t len_bytes, bool tabs)
{
    const unsigned char first = (unsigned char)text[0];

    switch (first) {
    case '\r':
        str_add_char(out, '\n');
        return len_bytes > 1 && text[1] == '\n' ? 2 : 1;
    case '\f':
        str_add_char(out, '\n');
        return 1;
    case '\v': /* word processors: a line end within the paragraph */
        str_add_char(out, tabs ? '\v' : '\n');
        return 1;
    case '\t':
        str_add_char(out, tabs ? '\t' : ' ');
        return 1;
    default:
        break;
    }
    if (len_bytes > 1 && memcmp(text, "\xc2\x85", 2) == 0)
        str_add_char(out, '\n');
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
}

static void clean_valid(struct str *out, const char *text, size_t len_bytes, bool tabs)
{
    while (len_bytes) {
        size_t fine = text_forbidden_at(text, len_bytes, true);

        add_span(out, text, fine);
        if (fine < len_bytes)
            fine += add_forbidden(out, text + fine, len_bytes - fine, tabs);
        if (fine > len_bytes)
            fine = len_bytes;
        text += fine;
        len_bytes -= fine;
    }
}

void paste_clean(struct str *out, const char *text, size_t len_bytes, bool tabs)
{
    while (len_bytes) {
        const size_t valid = text_invalid_at(text, len_bytes);

        clean_valid(out, text, valid, tabs);
        text += valid;
        len_bytes -= valid;
        if (len_bytes) {
            str_add(out, replacement);
            text++;
            len_bytes--;
        }
    }
}

/* A line that is not blank, without the spaces around it. */
struct line {
    const char *text;
    size_t len_bytes;
    int tabs;            /* in front of it */
    size_t number_bytes; /* of the number that it begins with and that is believed; 0 = none */
    int depth;           /* of that number among the kinds of numbers there are */
};
struct lines {
    struct line *v;
    size_t n, room;
};

static bool add_line(struct lines *lines, const struct line *line)
{
    if (lines->n == lines->room) {
        const size_t room = lines->room ? lines->room * 2 : 16;
        struct line *v;

        if (room > SIZE_MAX / sizeof *v)
            return false;
        v = realloc(lines->v, room * sizeof *v);
        if (!v)
            return false;
        lines->v = v;
        lines->room = room;
    }
    lines->v[lines->n++] = *line;
    return true;
}

/* Bytes of the white space that TEXT begins with; 0 = none. */
static size_t space_at(const char *text, size_t len_bytes)
{
    if (!len_bytes)
        return 0;
    if (*text == ' ' || *text == '\t' || *text == '\v')
        return 1;
    return len_bytes >= 3 && memcmp(text, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

static size_t space_before(const char *text, size_t len_bytes)
{
    if (len_bytes && space_at(text + len_bytes - 1, 1))
        return 1;
    return len_bytes >= 3 && space_at(text + len_bytes - 3, 3) == 3 ? 3 : 0;
}

static struct line trimmed(const char *text, size_t len_bytes)
{
    struct line line = {.text = text, .len_bytes = len_bytes};
    size_t n;

    while ((n = space_at(line.text, line.len_bytes))) {
        line.tabs += *line.text == '\t';
        line.text += n;
        line.len_bytes -= n;
    }
    while ((n = space_before(line.text, line.len_bytes)))
        line.len_bytes -= n;
    return line;
}

/* The lines of TEXT with the numbers that can be believed. *BELIEVED = how many. */
static bool read_lines(struct lines *lines, const char *text, size_t len_bytes, size_t *believed)
{
    struct label_stack stack = {0};

    *believed = 0;
    while (len_bytes) {
        const char *end = memchr(text, '\n', len_bytes);
        const size_t n = end ? (size_t)(end - text) : len_bytes;
        struct line line = trimmed(text, n);

        if (line.len_bytes) {
            struct label label;

            if (label_read(line.text, line.len_bytes, &label) && label_believe(&stack, &label, &line.depth)) {
                line.number_bytes = label.len_bytes;
                ++*believed;
            }
            if (!add_line(lines, &line))
                return false;
        }
        text += end ? n + 1 : n;
        len_bytes -= end ? n + 1 : n;
    }
    return true;
}

static void add_line_text(struct str *out, const struct line *line, size_t skip)
{
    size_t n;

    while (skip < line->len_bytes && (n = space_at(line->text + skip, line->len_bytes - skip)))
        skip += n;
    for (size_t i = skip; i < line->len_bytes; i++) {
        const char c = line->text[i];

        str_add_char(out, c == '\t' ? ' ' : c);
        if (c == '\v' && !str_failed(out))
            out->text[out->len_bytes - 1] = '\n';
    }
}

static struct para_look look_of(const struct line *line, bool numbered, const struct paste_where *where,
                                int *depth)
{
    struct para_look look = {.level = where->look.level, .plain = where->look.plain};

    if (numbered && line->number_bytes)
        *depth = line->depth;
    look.level += numbered ? *depth : line->tabs;
    if (numbered)
        look.plain = !line->number_bytes;
    if (look.level >= where->levels)
        look.level = where->levels - 1;
    return look;
}

bool paste_outline(struct pasted *out, const char *text, size_t len_bytes, const struct paste_where *where)
{
    struct lines lines = {0};
    struct str clean = STR_INIT;
    size_t believed;
    int depth = 0;
    bool done = false;

    paste_clean(&clean, text, len_bytes, true);
    if (str_failed(&clean) || !read_lines(&lines, clean.text, clean.len_bytes, &believed))
        goto out;
    out->numbered = where->numbers && believed >= 2;
    out->first = where->look;
    for (size_t i = 0; i < lines.n; i++) {
        const struct para_look look = look_of(&lines.v[i], out->numbered, where, &depth);

        if (i)
            fragment_add_break(&out->text, &look);
        else
            out->first = look;
        add_line_text(&out->text, &lines.v[i], out->numbered ? lines.v[i].number_bytes : 0);
    }
    done = !str_failed(&out->text);
out:
    free(lines.v);
    str_release(&clean);
    return done;
}

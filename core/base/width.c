/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many columns text takes, and what a terminal is given for it. Both come from one walk over
 * the cluster, so what is measured and what is drawn cannot differ. The only caller of wcwidth.
 */
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/base/width_table.h"

#include <unictype.h>
#include <uniwidth.h>
#include <wchar.h>

enum {
    CLUSTER_COLS = 2,     /* the most that a cluster takes */
    MARKS_DRAWN = 4,      /* the most marks that ncurses keeps in a cell */
    NO_WIDTH = -1,        /* the terminal library cannot draw it */
    ACCENTED_END = 0x250, /* where the blocks of Latin letters end */
    FLAG_FIRST = 0x1F1E6, /* the letters that flags are spelled with */
    FLAG_LAST = 0x1F1FF,
};

const struct text_widths text_paper = {.ambiguous_cols = 2, .paper = true};

/* The program's own decision. On paper the ambiguous characters are as wide as the fonts draw them
 * that Taiwanese offices print with: those fonts follow Big5, where punctuation, symbols, Greek,
 * Cyrillic and the agency's own characters fill a square, and Latin letters do not. */
static int own_cols(uint32_t c, const struct text_widths *widths)
{
    if (width_is_wide(c))
        return 2;
    if (!width_is_ambiguous(c))
        return 1;
    if (widths->paper && c < ACCENTED_END && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L))
        return 1;
    return widths->ambiguous_cols == 2 ? 2 : 1;
}

/* Columns of a character that is drawn by itself. */
static int char_cols(uint32_t c, const struct text_widths *widths)
{
    int cols;

    if (c >= 0x20 && c < 0x7F)
        return 1;
    if (widths->paper || (widths->ambiguous_cols == 2 && width_is_ambiguous(c)))
        return own_cols(c, widths);
    cols = wcwidth((wchar_t)c);
    if (cols >= 0)
        return cols;
    return wcwidth(L'一') == 2 ? NO_WIDTH : own_cols(c, widths);
}

/* Characters that join, choose or order others and have no shape: never given to a terminal. */
static bool is_invisible(uint32_t c)
{
    if (c >= 0xFE00 && c <= 0xFE0F)
        return true;
    if (c >= 0xE0000 && c <= 0xE0FFF)
        return true;
    return uc_width(c, "UTF-8") == 0 && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf);
}

/* What is drawn of one cluster so far. OUT is NULL where it is only measured. */
struct walk {
    struct str *out;
    const struct text_widths *widths;
    int cols, marks;
};

static void put(struct walk *walk, const char *text, size_t len_bytes, int cols)
{
    if (walk->out)
        str_add_bytes(walk->out, text, len_bytes);
    walk->cols += cols;
}

/* A mark without width. Where it is the first on paper it stays alone; on the screen it would join the
 * cell before, or the row above. */
static void put_mark(struct walk *walk, const char *text, size_t len_bytes)
{
    if (!walk->cols && !walk->widths->paper)
        put(walk, "◌", sizeof "◌" - 1, 1);
    if (walk->marks++ < MARKS_DRAWN)
        put(walk, text, len_bytes, 0);
}

static void put_control(struct walk *walk, uint32_t c)
{
    const char caret[2] = {'^', (char)(c ^ 0x40)};

    if (c == '\n' || c == '\r')
        return;
    if (c < 0x80)
        put(walk, caret, sizeof caret, 2);
    else
        put(walk, "?", 1, 1);
}

/* One more character of the cluster; false when no further one has room. */
static bool put_char(struct walk *walk, uint32_t c, const char *text, size_t len_bytes)
{
    int cols;

    if (c == UTF8_INVALID || utf8_forbidden(c)) {
        put_control(walk, c);
        return true;
    }
    if (c >= FLAG_FIRST && c <= FLAG_LAST) {
        const char letter = (char)('A' + (int)(c - FLAG_FIRST));

        put(walk, &letter, 1, 1);
        return true;
    }
    if (is_invisible(c))
        return true;
    cols = uc_width(c, "UTF-8") == 0 ? 0 : char_cols(c, walk->widths);
    if (cols == 0) {
        put_mark(walk, text, len_bytes);
        return true;
    }
    if (cols == NO_WIDTH) {
        bool wide = width_is_wide(c);

        text = wide ? "〓" : "?";
        len_bytes = wide ? sizeof "〓" - 1 : 1;
        cols = wide ? 2 : 1;
    }
    if (walk->cols + cols > CLUSTER_COLS)
        return false;
    put(walk, text, len_bytes, cols);
    return true;
}

static int walk_cluster(struct str *out, const char *text, size_t len_bytes, const struct text_widths *widths)
{
    struct walk walk = {out, widths, 0, 0};
    size_t used;

    for (size_t at = 0; at < len_bytes; at += used) {
        uint32_t c = utf8_first(text + at, len_bytes - at, &used);

        if (!put_char(&walk, c, text + at, used))
            break;
    }
    return walk.cols;
}

int text_cluster_cols(const char *text, size_t cluster_bytes, const struct text_widths *widths)
{
    size_t used;
    uint32_t c;

    if (!cluster_bytes)
        return 0;
    /* nearly all there is, and alike on every terminal */
    c = utf8_first(text, cluster_bytes, &used);
    if (used == cluster_bytes && c >= 0x20 && c < 0x7F)
        return 1;
    if (used == cluster_bytes && c >= 0x4E00 && c <= 0x9FFF)
        return 2;
    return walk_cluster(NULL, text, cluster_bytes, widths);
}

int text_cols(const char *text, size_t len_bytes, const struct text_widths *widths)
{
    int cols = 0;
    size_t n;

    for (size_t at = 0; at < len_bytes; at += n) {
        n = text_cluster_bytes(text + at, len_bytes - at);
        cols += text_cluster_cols(text + at, n, widths);
    }
    return cols;
}

void text_draw(struct str *out, const char *text, size_t len_bytes, const struct text_widths *widths)
{
    size_t n;

    for (size_t at = 0; at < len_bytes; at += n) {
        n = text_cluster_bytes(text + at, len_bytes - at);
        (void)walk_cluster(out, text + at, n, widths);
    }
}

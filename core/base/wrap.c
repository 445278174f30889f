/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line ends: 避頭尾 for Chinese, whole words and numbers for the rest. The same rules wrap
 * the editor and the papers. Looks only at the line itself, never at the whole text.
 */
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/base/width_table.h"

#include <unictype.h>
#include <uniwidth.h>

enum kind {
    KIND_SQUARE, /* han and what behaves like one: may break on both sides */
    KIND_WORD,   /* letters and digits of scripts that put spaces between words */
    KIND_QUOTE,  /* " and ', of which nobody knows whether they open or close */
    KIND_OPEN,   /* may not end a line */
    KIND_CLOSE,  /* may not begin one */
    KIND_LEADER, /* not to be parted from its like: —— …… */
    KIND_GLUE,   /* no break on either side */
    KIND_SPACE,
    KIND_CHANCE, /* a break without a space: U+200B */
    KIND_FEED,
};

/* May a line break here? */
enum chance {
    CHANCE_NONE,
    CHANCE_EMERGENCY, /* inside a word or a number, when that is longer than a line */
    CHANCE_FREE,
};

struct unit {
    uint32_t c; /* the cluster's first character; 0 = there is none */
    enum kind kind;
    int cols;
    size_t bytes;
};

static bool is_in(uint32_t c, const uint32_t *set, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (set[i] == c)
            return true;
    return false;
}
#define IS_IN(c, set) is_in((c), (set), sizeof(set) / sizeof *(set)-1)

/* As wide strings, so that they can be read; the final NUL is not counted. */
static const uint32_t closing[] = U"、，。．：；！？」』”’）］｝〕〗】》〉‧·・－–～／〜％‰﹪»›｠〙〛〞〟"
                                  U"﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞｡｣､･‼⁇⁈⁉";
static const uint32_t opening[] = U"「『“‘（［｛〔〖【《〈«‹｟〘〚〝﹙﹛﹝｢";
static const uint32_t leaders[] = U"—―…⋯‥─";
static const uint32_t glues[] = U"\u00A0\u2007\u202F\u2060\uFEFF";
static const uint32_t number_marks[] = U"．，：／－–"; /* within full-width numbers, – within any */
static const uint32_t after_number[] = U"℃℉°′″％‰";
static const uint32_t before_number[] = U"＄￥£€＃№＋−±";

static enum kind ascii_kind(uint32_t c)
{
    switch (c) {
    case '\n':
        return KIND_FEED;
    case ' ':
    case '\t':
        return KIND_SPACE;
    case '(':
    case '[':
    case '{':
        return KIND_OPEN;
    case ',':
    case '.':
    case ':':
    case ';':
    case '!':
    case '?':
    case ')':
    case ']':
    case '}':
    case '%':
        return KIND_CLOSE;
    case '"':
    case '\'':
        return KIND_QUOTE;
    default:
        return KIND_WORD;
    }
}

static enum kind kind_of(uint32_t c)
{
    if (c < 0x80)
        return ascii_kind(c);
    if (c == UTF8_INVALID || (c >= 0x4E00 && c <= 0x9FFF))
        return KIND_SQUARE;
    if (c == 0x200B)
        return KIND_CHANCE;
    if (IS_IN(c, glues))
        return KIND_GLUE;
    if (c == 0x3000 || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zs))
        return KIND_SPACE;
    if (IS_IN(c, closing))
        return KIND_CLOSE;
    if (IS_IN(c, opening))
        return KIND_OPEN;
    if (IS_IN(c, leaders))
        return KIND_LEADER;
    if (width_is_wide(c))
        return KIND_SQUARE;
    if (uc_width(c, "UTF-8") == 0)
        return KIND_GLUE;
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nd))
        return KIND_WORD;
    return KIND_SQUARE;
}

static struct unit unit_at(const char *text, size_t len_bytes, const struct text_widths *widths)
{
    struct unit unit;
    size_t used;

    unit.bytes = text_cluster_bytes(text, len_bytes);
    unit.c = utf8_first(text, len_bytes, &used);
    unit.kind = text[unit.bytes - 1] == '\n' ? KIND_FEED : kind_of(unit.c);
    if (unit.kind == KIND_SPACE && unit.bytes > used) /* a space that carries a mark is seen */
        unit.kind = KIND_SQUARE;
    if (!unit.c)
        unit.c = UTF8_INVALID;
    unit.cols = text_cluster_cols(text, unit.bytes, widths);
    return unit;
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* Stands in a run of Latin text, where only spaces part. */
static bool is_latin(const struct unit *unit)
{
    return unit->kind == KIND_WORD || (unit->c > 0x20 && unit->c < 0x7F);
}

/* A and B belong to one word or number; X stands before A. */
static bool is_one_word(const struct unit *x, const struct unit *a, const struct unit *b)
{
    if (a->kind == KIND_QUOTE || b->kind == KIND_QUOTE)
        return true;
    if (a->c < 0x7F && a->kind == KIND_CLOSE && b->kind == KIND_OPEN)
        return false;
    if (is_latin(a) && is_latin(b))
        return true;
    if (a->c == 0x2019 && x->kind == KIND_WORD && b->kind == KIND_WORD) /* an apostrophe: ’ */
        return true;
    if (is_digit(b->c))
        return is_digit(a->c) || IS_IN(a->c, before_number) || (is_digit(x->c) && IS_IN(a->c, number_marks));
    return is_digit(a->c) && IS_IN(b->c, after_number);
}

/* May a line break between A and B? INK is the last unit before B that is no space, X the one before A. */
static enum chance chance_between(const struct unit *x, const struct unit *a, const struct unit *ink,
                                  const struct unit *b)
{
    if (b->kind == KIND_SPACE || b->kind == KIND_CHANCE || b->kind == KIND_CLOSE || ink->kind == KIND_OPEN)
        return CHANCE_NONE;
    if (a->kind == KIND_SPACE || a->kind == KIND_CHANCE)
        return CHANCE_FREE;
    if (a->kind == KIND_GLUE || b->kind == KIND_GLUE)
        return CHANCE_NONE;
    if (a->kind == KIND_LEADER && a->c == b->c)
        return CHANCE_NONE;
    return is_one_word(x, a, b) ? CHANCE_EMERGENCY : CHANCE_FREE;
}

/* A place to break: where the line's print ends and where the next line starts. 0 = none yet. */
struct place {
    size_t end, next;
};

/* A line as far as it has been looked at. */
struct line {
    struct unit x, a, ink; /* the last two units, and the last that is no space */
    int cols;              /* of everything, spaces included */
    size_t fits_end;       /* what fits, spaces included */
    size_t ink_end;        /* what is printed before a break */
    struct place free, emergency;
};

/* Before B, which starts at AT. */
static void note_place(struct line *line, const struct unit *b, size_t at)
{
    const struct place place = {line->ink_end, at};

    if (!line->ink.c)
        return;
    switch (chance_between(&line->x, &line->a, &line->ink, b)) {
    case CHANCE_FREE:
        line->free = place;
        break;
    case CHANCE_EMERGENCY:
        line->emergency = place;
        break;
    case CHANCE_NONE:
        break;
    }
}

/* Take B, which starts at AT, into the line. */
static void take(struct line *line, const struct unit *b, size_t at, int cols)
{
    const size_t end = at + b->bytes;
    const bool first = !line->a.c;

    line->cols += b->cols;
    if (first || line->cols <= cols)
        line->fits_end = end;
    if (b->kind != KIND_SPACE && b->kind != KIND_CHANCE) {
        line->ink_end = end;
        line->ink = *b;
    }
    line->x = line->a;
    line->a = *b;
}

static struct place best_place(const struct line *line)
{
    if (line->free.next)
        return line->free;
    if (line->emergency.next)
        return line->emergency;
    return (struct place){line->fits_end, line->fits_end};
}

bool text_line(const char *text, size_t len_bytes, size_t at_bytes, int cols,
               const struct text_widths *widths, size_t *end_bytes, size_t *next_bytes)
{
    struct line line = {.fits_end = at_bytes, .ink_end = at_bytes};
    struct place place = {at_bytes, len_bytes};
    size_t at = at_bytes;
    struct unit b;

    if (at >= len_bytes)
        return false;
    if (cols < 1)
        cols = 1;
    for (; at < len_bytes; at += b.bytes) {
        b = unit_at(text + at, len_bytes - at, widths);
        if (b.kind == KIND_FEED)
            break;
        note_place(&line, &b, at);
        /* spaces after print hang over the edge, where they are not seen */
        if (line.a.c && line.cols + b.cols > cols && !(b.kind == KIND_SPACE && line.ink.c)) {
            place = best_place(&line);
            goto out;
        }
        take(&line, &b, at, cols);
    }
    place.end = line.fits_end;
    place.next = at < len_bytes ? at + b.bytes : len_bytes;
out:
    *end_bytes = place.end;
    *next_bytes = place.next;
    return true;
}

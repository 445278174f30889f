/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recognising numbers in front of lines.
 */
#include "tui/widgets/editor/paste_label.h"

#include "core/base/number.h"

#include <string.h>

enum { LABEL_VALUE_MOST = 199 };

enum numeral { NUMERAL_ARABIC, NUMERAL_CHINESE, NUMERAL_FORMAL, NUMERAL_STEM, NUMERAL_CIRCLED };
enum around { AROUND_NOTHING, AROUND_PARENTHESES, AROUND_COMMA, AROUND_DOT, AROUND_CLOSING, AROUND_COUNT };

static bool starts(const char *text, size_t len_bytes, const char *with)
{
    const size_t n = strlen(with);

    return len_bytes >= n && memcmp(text, with, n) == 0;
}

/* The place (from 1) in LIST, a text of three-byte characters, of the one that TEXT begins with; 0 = none. */
static int place_in(const char *list, const char *text, size_t len_bytes)
{
    for (int i = 0; len_bytes >= 3 && list[i * 3]; i++)
        if (memcmp(list + (size_t)i * 3, text, 3) == 0)
            return i + 1;
    return 0;
}

static bool is_digit(const char *text, size_t len_bytes)
{
    return (len_bytes && *text >= '0' && *text <= '9') || place_in("０１２３４５６７８９", text, len_bytes);
}

/* The numeral that TEXT begins with: its bytes, 0 = none. */
static size_t read_numeral(const char *text, size_t len_bytes, enum numeral *numeral, int *value)
{
    size_t used;

    *value = place_in("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", text, len_bytes);
    *numeral = NUMERAL_CIRCLED;
    if (*value)
        return 3;
    *value = place_in("甲乙丙丁戊己庚辛壬癸", text, len_bytes);
    *numeral = NUMERAL_STEM;
    if (*value)
        return 3;
    *numeral = NUMERAL_CHINESE;
    if (is_digit(text, len_bytes))
        *numeral = NUMERAL_ARABIC;
    else if (place_in("壹貳參肆伍陸柒捌玖拾", text, len_bytes))
        *numeral = NUMERAL_FORMAL;
    *value = number_parse(text, &used);
    return *value > 0 && used <= len_bytes ? used : 0;
}

/* What closes a number: its bytes, 0 = nothing that would. */
static size_t read_closing(const char *text, size_t len_bytes, bool opened, enum around *around)
{
    static const struct {
        const char *text;
        enum around around;
    } closings[] = {{")", AROUND_CLOSING},
                    {"）", AROUND_CLOSING},
                    {"、", AROUND_COMMA},
                    {".", AROUND_DOT},
                    {"．", AROUND_DOT}};

    for (size_t i = 0; i < sizeof closings / sizeof *closings; i++) {
        const size_t n = strlen(closings[i].text);

        if (!starts(text, len_bytes, closings[i].text))
            continue;
        if (opened && closings[i].around != AROUND_CLOSING)
            return 0;
        *around = opened ? AROUND_PARENTHESES : closings[i].around;
        /* 112.5.24 and 3.5 are no numbers of points. */
        return *around == AROUND_DOT && is_digit(text + n, len_bytes - n) ? 0 : n;
    }
    return 0;
}

bool label_read(const char *text, size_t len_bytes, struct label *label)
{
    const size_t open = starts(text, len_bytes, "(") ? 1 : starts(text, len_bytes, "（") ? strlen("（") : 0;
    enum numeral numeral;
    enum around around = AROUND_NOTHING;
    size_t used, closing;
    int value;

    used = read_numeral(text + open, len_bytes - open, &numeral, &value);
    if (!used || value < 1 || value > LABEL_VALUE_MOST)
        return false;
    used += open;
    closing = read_closing(text + used, len_bytes - used, open > 0, &around);
    if (!closing && (open || numeral != NUMERAL_CIRCLED))
        return false;
    if (!closing)
        around = AROUND_NOTHING;
    *label = (struct label){(int)numeral * AROUND_COUNT + (int)around, value, used + closing};
    return true;
}

bool label_believe(struct label_stack *stack, const struct label *label, int *depth)
{
    int at = 0;

    while (at < stack->depth && stack->kind[at] != label->kind)
        at++;
    if (at == OUTLINE_LEVELS)
        return false;
    /* A list goes on by one or begins again; a part of a list may be pasted, so the very first may be any. */
    if (label->value != 1 && stack->any && (at == stack->depth || label->value != stack->value[at] + 1))
        return false;
    stack->any = true;
    stack->kind[at] = label->kind;
    stack->value[at] = label->value;
    stack->depth = at + 1;
    *depth = at;
    return true;
}

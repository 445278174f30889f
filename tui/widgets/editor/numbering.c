/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting the points of an outline, and the geometry of a hanging indent.
 */
#include "tui/widgets/editor/numbering.h"

#include "core/base/number.h"

enum {
    TEXT_WANTED_COLS = 10, /* five han: narrower than that the indent gives way */
    TEXT_LEAST_COLS = 2,   /* one han: narrower than that the number gives way */
};

struct counted counting_next(struct counting *counting, const struct numbering *numbering, int level,
                             bool plain)
{
    struct counted counted = {0};

    if (level >= OUTLINE_LEVELS)
        level = OUTLINE_LEVELS - 1;
    if (level < 0)
        level = 0;
    while (counting->depth > 0 && counting->asked[counting->depth - 1] >= level)
        counting->depth--;
    counting->asked[counting->depth] = level;
    level = counting->depth++;
    /* What stood deeper belonged to an earlier point. */
    for (int i = level + 1; i < OUTLINE_LEVELS; i++)
        counting->count[i] = 0;
    counted.level = level;
    if (!plain) {
        counted.number = ++counting->count[level];
        if (counted.number == 1)
            counting->first[level] = counting->at;
        if (numbering->single_plain && counted.number == 1)
            counted.number = 0;
        if (numbering->single_plain && counted.number == 2) {
            counted.first_is_number = true;
            counted.first = counting->first[level];
        }
    }
    counting->at++;
    return counted;
}

void numbering_label(struct str *out, const struct numbering *numbering, int level, int number)
{
    if (number > 0 && level >= 0 && level < OUTLINE_LEVELS && numbering->pattern[level])
        number_format(out, numbering->pattern[level], number);
}

struct hang hang_of(int level, int label_cols, int cols)
{
    struct hang hang = {level * OUTLINE_STEP_COLS, label_cols, 0};

    if (hang.indent_cols + label_cols + TEXT_WANTED_COLS > cols)
        hang.indent_cols = cols - label_cols - TEXT_WANTED_COLS;
    if (hang.indent_cols < 0)
        hang.indent_cols = 0;
    if (label_cols + TEXT_LEAST_COLS > cols)
        hang.label_cols = 0;
    hang.text_cols = cols - hang.indent_cols - hang.label_cols;
    return hang;
}

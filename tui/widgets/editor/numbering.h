/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers of an outline's points as they will print, and where a paragraph stands on its line:
 * indent, number, text. Numbers are computed, never text. Knows no editor and no screen.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_NUMBERING_H
#define YISHI_TUI_WIDGETS_EDITOR_NUMBERING_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum { OUTLINE_LEVELS = 8, OUTLINE_STEP_COLS = 2 };

/* What a paper style says about points. The patterns (number.h) are borrowed: they outlive whoever is
 * handed this. */
struct numbering {
    const char *pattern[OUTLINE_LEVELS]; /* per level, "一、" "（一）" "1." …; NULL = no number */
    bool single_plain;                   /* the only point of its list prints without a number */
};

/* Counting through an outline from its first paragraph. Initialise with {0}. */
struct counting {
    int depth;                 /* of the paragraph before and those it stands below */
    int asked[OUTLINE_LEVELS]; /* their levels as asked for */
    int count[OUTLINE_LEVELS];
    size_t first[OUTLINE_LEVELS]; /* the paragraph that was number 1 */
    size_t at;
};

struct counted {
    int level;            /* in the tree: one below the nearest earlier paragraph that asked for less */
    int number;           /* 0 = prints without one */
    bool first_is_number; /* paragraph FIRST is not alone any more: its number is 1 after all */
    size_t first;
};
/* The next paragraph, which asks to stand at LEVEL. */
struct counted counting_next(struct counting *counting, const struct numbering *numbering, int level,
                             bool plain);

/* Append a point's number as it prints; nothing for NUMBER 0 or a level without numbers. */
void numbering_label(struct str *out, const struct numbering *numbering, int level, int number);

/* The parts of a paragraph's first line; the following lines hang under the text. */
struct hang {
    int indent_cols, label_cols, text_cols;
};
/* COLS is what the line has in all (at least 1). Deep levels give up indent, and then the number, before
 * the text becomes too narrow to read. */
struct hang hang_of(int level, int label_cols, int cols);

#endif

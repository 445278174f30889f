/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that stand as text in front of a line, "一、" "(2)" "３．" "①", and whether they are an outline's.
 * Knows one line at a time and what came before.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_PASTE_LABEL_H
#define YISHI_TUI_WIDGETS_EDITOR_PASTE_LABEL_H

#include "tui/widgets/editor/numbering.h"

#include <stdbool.h>
#include <stddef.h>

struct label {
    int kind; /* 一、 and （一） are two kinds, (一) and （一） one */
    int value;
    size_t len_bytes;
};
/* TEXT begins with what looks like a number (but 112.5.24 and 3.5 do not). TEXT must go on to a NUL. */
bool label_read(const char *text, size_t len_bytes, struct label *label);

/* The kinds of numbers met so far, outermost first. Initialise with {0}. */
struct label_stack {
    int depth; /* how many */
    int kind[OUTLINE_LEVELS], value[OUTLINE_LEVELS];
    bool any;
};
/* LABEL goes on with a list that was begun, or begins one; *DEPTH is that list's, from 0. False: it does not
 * fit, so it is text. */
bool label_believe(struct label_stack *stack, const struct label *label, int *depth);

#endif

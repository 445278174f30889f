/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text from outside made fit to stand in an outline. Knows no editor.
 *
 * Lines become paragraphs, blank ones go. Where at least two lines begin with numbers that follow each other,
 * numbers become levels, in the order in which their kinds first appear, and lines without one become
 * unnumbered paragraphs. One number alone proves nothing and stays text: it may be the "一、" of
 * "一、二月份". Otherwise tabs in front of a line are its level. Spaces around lines go, tabs within become
 * spaces.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_PASTE_H
#define YISHI_TUI_WIDGETS_EDITOR_PASTE_H

#include "tui/widgets/editor/fragment.h"

#include <stdbool.h>
#include <stddef.h>

/* Append TEXT without what may not stand in a record: line ends of any system become line feeds, invalid
 * bytes U+FFFD, control and direction characters (but tabs, when TABS) go. */
void paste_clean(struct str *out, const char *text, size_t len_bytes, bool tabs);

/* The paragraphs of a pasted text. */
struct pasted {
    struct str text;        /* a fragment, appended to */
    struct para_look first; /* of its first paragraph */
    bool numbered;          /* numbers were recognised */
};
struct paste_where {
    struct para_look look; /* of the paragraph where it is put */
    int levels;            /* how many the outline has */
    bool numbers;          /* are to be looked for: not where none would show */
};
/* False: out of memory. */
bool paste_outline(struct pasted *out, const char *text, size_t len_bytes, const struct paste_where *where);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An outline to be read, not edited: its lines at a width, numbered and hanging as in the editor. For panels,
 * previews and pagers.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_OUTLINE_LINES_H
#define YISHI_TUI_WIDGETS_EDITOR_OUTLINE_LINES_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/model.h"
#include "tui/terminal/draw.h"
#include "tui/widgets/editor/numbering.h"

#include <stddef.h>

struct outline_line {
    size_t node;       /* its place in the outline */
    int indent_cols;   /* blanks in front of the label; on later lines, of the text */
    const char *label; /* the number, on a node's first line; else "" */
    const char *text;  /* borrowed from the outline */
    size_t len_bytes;
};
struct outline_lines {
    struct outline_line *v;
    size_t n;
};

/* The lines of OUTLINE at COLS columns, in ARENA; texts are borrowed from OUTLINE. On error *OUT is empty. */
enum status outline_lines(const struct outline *outline, const struct numbering *numbering, int cols,
                          const struct text_widths *widths, struct arena *arena, struct outline_lines *out,
                          struct err *err);
/* Draw one line in the ROLE; the rest of the row is the caller's (pen_fill). */
void outline_line_draw(struct pen *pen, const struct outline_line *line, enum role role);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one drawing primitive: a row is filled left to right, exactly as many cells as it has. Nobody
 * writes over half a wide character.
 */
#ifndef YISHI_TUI_TERMINAL_DRAW_H
#define YISHI_TUI_TERMINAL_DRAW_H

#include "core/base/text.h"

#include <stdbool.h>
#include <stddef.h>

struct cells;

struct rect {
    int x, y, cols, rows;
};

/* What a cell looks like, by meaning; a theme gives each role its colours and attributes. */
enum role {
    ROLE_TEXT,
    ROLE_DIM,
    ROLE_TITLE, /* the top line */
    ROLE_HINT,  /* the bottom line */
    ROLE_BORDER,
    ROLE_BORDER_FOCUS, /* of the box that has the focus */
    ROLE_HEADING,      /* a box's title, a column's head */
    ROLE_SELECTED,     /* the chosen row where the focus is */
    ROLE_SELECTED_DIM, /* the chosen row elsewhere */
    ROLE_INPUT,        /* a field that can be typed into */
    ROLE_INPUT_FOCUS,
    ROLE_GOOD, /* met, done */
    ROLE_WARN,
    ROLE_BAD,        /* not met, overdue */
    ROLE_KEY,        /* a key's name in a hint */
    ROLE_MARK,       /* a search hit, a selection in a text */
    ROLE_TITLE_GOOD, /* the three on the top line */
    ROLE_TITLE_WARN,
    ROLE_TITLE_BAD,
    ROLE_COUNT
};

/* Writing one row of a rectangle, from its left edge. */
struct pen {
    int x, y, left_cols; /* where the next cell goes, and how many are left */
};
struct pen pen_at(struct rect rect, int row);
void pen_text(struct pen *pen, enum role role, const char *text); /* cut with … where it does not fit */
void pen_bytes(struct pen *pen, enum role role, const char *text, size_t len_bytes);
void pen_field(struct pen *pen, enum role role, const char *text, int cols,
               enum text_align align);                    /* exactly COLS */
void pen_fill(struct pen *pen, enum role role);           /* blanks to the right edge */
void pen_skip(struct pen *pen, enum role role, int cols); /* COLS blanks */
void draw_blank(struct rect rect, enum role role);
/* A box with a title in its upper edge; *INNER is what is inside. */
void draw_frame(struct rect rect, const char *title, bool focus, struct rect *inner);
/* Where the caret stands (the input method's window follows it); no call in a frame = hidden. */
void draw_caret(int x, int y);
/* The widths of this terminal, from the configuration. */
const struct text_widths *draw_widths(void);

/* Which picture the functions above draw into (there is one terminal, so there is one), and how wide
 * ambiguous characters are. Called by the application's loop and by tests; NULL = nowhere. */
void draw_target(struct cells *cells);
void draw_set_ambiguous(int cols);

#endif

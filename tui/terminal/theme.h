/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From roles to colours and attributes, as an INI file says. Knows no curses.
 */
#ifndef YISHI_TUI_TERMINAL_THEME_H
#define YISHI_TUI_TERMINAL_THEME_H

#include "core/base/err.h"
#include "tui/terminal/draw.h"

enum { COLOUR_DEFAULT = -1 };
enum look_flags { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_UNDERLINE = 4, LOOK_REVERSE = 8 };

struct look {
    short fg, bg; /* 0 to 255; COLOUR_DEFAULT = the terminal's own */
    unsigned flags;
};
struct theme {
    struct look look[ROLE_COUNT];
};

/* The name of a role in the file. */
const char *role_name(enum role role);
/* Read TEXT (NAME is for errors) for a terminal of COLOURS colours: section [roles], and for 256 colours
 * [256] over it. "selected = black on bright-cyan bold". Roles that are not named look like `text`. With
 * COLOURS < 8 only the attributes count. On STATUS_BAD the theme holds what could be read. */
enum status theme_read(struct theme *theme, const char *name, const char *text, int colours, struct err *err);
/* The theme NAME, from DIRECTORY/NAME.ini (may be NULL) or compiled in; the compiled-in mono where COLOURS
 * < 8. STATUS_MISSING: there is none of that name (then THEME is the compiled-in dark). */
enum status theme_load(struct theme *theme, const char *directory, const char *name, int colours,
                       struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of text to type into: clusters, wide characters, sideways scrolling, the caret. The text is
 * always valid UTF-8 without control characters. Knows no meaning.
 */
#ifndef YISHI_TUI_WIDGETS_LINE_H
#define YISHI_TUI_WIDGETS_LINE_H

#include "core/base/str.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/key.h"

struct line_edit {
    struct str text;
    size_t caret_bytes; /* always between clusters */
    size_t first_bytes; /* first cluster shown */
    bool fresh;         /* just entered: typing replaces everything, as in a form's field */
};

enum line_result { LINE_IGNORED, LINE_MOVED, LINE_CHANGED };

void line_init(struct line_edit *line);
void line_release(struct line_edit *line);
void line_set(struct line_edit *line, const char *text); /* caret at the end */
void line_insert(struct line_edit *line, const char *text,
                 size_t len_bytes); /* line feeds and tabs become blanks */
/* Characters, paste, Backspace Delete ← → Home End, Ctrl-A/E/B/F start end, Ctrl-U/K/W delete. Not Enter,
 * Tab, Esc, ↑ ↓. */
enum line_result line_key(struct line_edit *line, const struct key *key);
/* Draws in the first row of RECT; with FOCUS the caret is placed. */
void line_draw(struct line_edit *line, struct rect rect, enum role role, bool focus);

#endif

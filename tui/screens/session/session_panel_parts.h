/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layers of a stop share. For session_panel*.c alone.
 */
#ifndef YISHI_TUI_SCREENS_SESSION_PANEL_PARTS_H
#define YISHI_TUI_SCREENS_SESSION_PANEL_PARTS_H

#include "tui/screens/session/session_inner.h"

struct lay {
    const struct session *session;
    struct panel *panel;
    struct err *err;
    enum status status;
};

/* TEXT in the panel's arena; "" when out of memory (LAY tells). */
const char *panel_keep(struct lay *lay, const struct str *text);
/* OUTLINE in lines of COLS, its top points at LEVEL of the style. */
void panel_lines(struct lay *lay, const struct outline *outline, int level, int cols,
                 struct outline_lines *out);
/* An outline made of one text, for what is no outline. */
struct outline panel_one_line(struct lay *lay, const struct str *text);
/* One more text above the stream; an empty one is left out. */
void panel_add_part(struct lay *lay, const char *label, const struct outline *outline, int level);
/* LABEL stands before the decision; the words of all labels down there begin and end at the same columns. */
void panel_label_decision(struct lay *lay, const char *label);

/* A tracked decision and the ruling on it (session_panel_tracked.c). */
void panel_resolution(struct lay *lay, const struct stop *stop);
void panel_ruling(struct lay *lay, const struct stop *stop);

#endif

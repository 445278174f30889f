/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text to scroll through, wrapped to the width with 避頭尾. Knows nothing of what it says.
 */
#ifndef YISHI_TUI_WIDGETS_PAGER_H
#define YISHI_TUI_WIDGETS_PAGER_H

#include "core/base/str.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/key.h"

struct pager {
    struct str text;
    size_t *starts; /* of the lines as wrapped for `cols`; one more than there are lines */
    size_t n_lines;
    int cols;
    size_t top;
    int page_rows;
};

void pager_init(struct pager *pager);
void pager_release(struct pager *pager);
bool pager_set(struct pager *pager, const char *text);      /* copied; false: out of memory */
bool pager_key(struct pager *pager, const struct key *key); /* arrows, PgUp PgDn Space, Home End */
void pager_draw(struct pager *pager, struct rect rect);
size_t pager_lines(struct pager *pager, int cols); /* how many lines it has at that width */

#endif

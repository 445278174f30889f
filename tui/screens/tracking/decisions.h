/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that the meeting before decided: what its files share. For the decisions files alone.
 */
#ifndef YISHI_TUI_SCREENS_DECISIONS_H
#define YISHI_TUI_SCREENS_DECISIONS_H

#include "tui/screens/tracking/tracking.h"
#include "tui/widgets/list.h"

/* A decision of the meeting before, one of a meeting that is not in the data, one that is tracked from
 * elsewhere, or a heading above such. */
struct decided {
    const struct item *item;
    const struct prior *prior;
    const struct resolution *tracked;
    const char *heading;
};

struct decisions {
    struct meeting_frame frame;
    struct tracking *tracking; /* the screen below */
    struct snapshot previous;
    struct arena arena; /* holds the rows */
    struct decided *rows;
    size_t n, n_decided;
    struct list_view list;
};

/* Choose the rows from what is loaded. */
enum status decisions_take(struct decisions *d, struct err *err);
/* R comes from ROW's decision. */
bool decided_is_of(const struct decisions *d, const struct decided *row, const struct resolution *r);
/* The four columns of a line, appended. */
void decided_matter(const struct decisions *d, const struct decided *row, struct str *out);
void decided_decision(const struct decisions *d, const struct decided *row, struct str *out);
void decided_tracked(const struct decisions *d, const struct decided *row, struct str *out);
void decided_progress(const struct decisions *d, const struct decided *row, struct str *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which earlier decisions a table of them lists. For core/paper alone.
 */
#ifndef YISHI_PAPER_TRACKING_ROWS_H
#define YISHI_PAPER_TRACKING_ROWS_H

#include "core/paper/build.h"

/* A row: a tracked decision, one of a meeting that is not in the data, or an item of the meeting before. */
struct followed {
    const struct resolution *r; /* what is tracked of it; NULL: nothing */
    const struct prior *prior;
    const struct item *item;
    int tracked;         /* how many points of the item are tracked; R is the first */
    bool begins_section; /* the first of its section in the table */
};
struct follow {
    struct build *b;
    struct followed *v; /* free it */
    size_t n;
    size_t from; /* the row that the table begins with */
};

/* The rows for the table in ITEM (NULL: the meeting's). false: out of memory. */
bool follow_take(struct follow *follow, const struct item *item);
/* R is a point of ROW's item. */
bool followed_is_of(const struct follow *follow, const struct followed *row, const struct resolution *r);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roster as it is loaded and listed. For the members files alone.
 */
#ifndef YISHI_TUI_SCREENS_ROSTER_H
#define YISHI_TUI_SCREENS_ROSTER_H

#include "tui/screens/committee/members.h"
#include "tui/widgets/list.h"

struct roster {
    struct screen screen;
    struct arena arena;
    struct committee committee;
    struct members members;
    struct roster_row {
        const struct member *member;
        const struct appointment *appointment; /* in force on the day; else the last; NULL = none at all */
        int seat;                              /* 0 = not in office on the day */
    } * rows;
    size_t n;
    struct composition composition;
    char on[DATE_ISO_SIZE]; /* the day */
    bool all;               /* former and future ones too */
    struct list_view list;
};

extern const struct list_column roster_columns[];
extern const int roster_n_columns;
extern const struct list_source roster_source; /* its context is the struct roster */

#endif

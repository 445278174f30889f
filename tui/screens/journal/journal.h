/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal screen: what its files share. For the journal files alone.
 */
#ifndef YISHI_TUI_SCREENS_JOURNAL_H
#define YISHI_TUI_SCREENS_JOURNAL_H

#include "core/committee/member.h"
#include "core/journal/history.h"
#include "tui/app.h"
#include "tui/widgets/list.h"
#include "tui/widgets/pager.h"

struct journal {
    struct screen screen;
    int64_t meeting_id; /* 0 = all */
    char key[64];       /* the meeting's */
    struct arena arena; /* holds the history, and the members */
    struct history history;
    size_t room;
    bool whole; /* there is nothing older */
    struct members members;
    bool members_known;               /* there is one committee only, whose keys they are */
    const struct history_set **shown; /* what passes the filter, in the arena */
    size_t n_shown;
    struct str text, folded; /* the filter as it was typed, and folded; "" = all */
    struct list_view list;
    struct pager pager; /* the changes of the set that is selected */
    int64_t paged;      /* its first entry; 0 = none */
    bool reading;       /* the focus is on the changes */
};

/* Load the newest, as many as there were, or all where a filter asks for them. */
enum status journal_load(struct app *app, struct screen *screen, struct err *err);
/* Load what is older, once the last row is reached. */
enum status journal_older(struct app *app, struct journal *journal, struct err *err);
/* Choose anew what is shown; false: out of memory. */
bool journal_choose(struct journal *journal);
void journal_forget(struct journal *journal);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching all that a committee ever wrote: every text loaded once and folded, then looked through whole
 * at each key. Nothing is ranked and nothing is missed.
 */
#ifndef YISHI_CYCLE_SEARCH_H
#define YISHI_CYCLE_SEARCH_H

#include "core/base/arena.h"
#include "db/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum search_kind {
    SEARCH_MEMBER,  /* name and posts */
    SEARCH_MEETING, /* key, title, place */
    SEARCH_TRACKED, /* a tracked decision: number, source, units; its instruction */
    SEARCH_ITEM,    /* an item's title and unit; its explanation and proposal */
    SEARCH_DECISION,
    SEARCH_STATEMENT,
    SEARCH_PROGRESS, /* a round of a tracked decision */
    SEARCH_TABLE,    /* a caption, a column, a cell, a note */
    SEARCH_KINDS
};

/* One text, and where it stands. Ids are 0 and texts NULL where they do not apply. */
struct search_text {
    enum search_kind kind;
    int64_t meeting_id, item_id, member_id;
    const char *meeting;    /* its key */
    const char *resolution; /* the tracked decision's number */
    const char *title;      /* of the item, or the member's name */
    const char *text;       /* as it is written */
    const char *folded;     /* for comparing */
    bool closed;            /* of a statement that is not to be shown */
};
struct search {
    struct arena arena;
    struct search_text *v;
    size_t n;
};
#define SEARCH_INIT         \
    {                       \
        .arena = ARENA_INIT \
    }

/* All texts of a committee, by kind and the latest meeting first. On an error *OUT is empty. */
enum status search_load(struct db *db, int64_t committee_id, struct search *out, struct err *err);
void search_release(struct search *search);
/* The places in search->v, in their order, whose text has every word of WANTED (parted by blanks; full-width,
 * case and 台 or 臺 are the same). At most ROOM go into HITS; returns how many there are. No word: none. */
size_t search_find(const struct search *search, const char *wanted, size_t *hits, size_t room);

#endif

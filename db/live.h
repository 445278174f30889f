/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is editing what just now, for others who have the same database open: a throw-away file beside it
 * (PATH-live). Nothing in it is ever trusted or needed: it is not synced, any error is swallowed, and whoever
 * deletes it does no harm. In the database itself it would wake everybody.
 */
#ifndef YISHI_DB_LIVE_H
#define YISHI_DB_LIVE_H

#include "core/base/arena.h"
#include "db/db.h"

enum {
    LIVE_FRESH_S = 12, /* what was not said again for so long is over */
    LIVE_AGAIN_S = 4,  /* so say it again in good time */
};

struct live;

/* Join those who have DB open, as WHO. NULL: it cannot be; then nobody sees anything. Owned: live_close. */
struct live *live_open(const struct db *db, const char *who);
void live_close(struct live *live); /* NULL is fine; what was said is taken back */
/* LIVE may be NULL here and below: nobody is told, and nobody is seen. */
/* I am editing PLACE (NULL: nothing, only here), and TEXT is what it is by now. NOW: seconds since 1970.
 * Called again at least each LIVE_AGAIN_S. */
void live_say(struct live *live, const char *place, const char *text, int64_t now);

struct live_other {
    const char *who;
    const char *place; /* NULL: here, and editing nothing */
    const char *text;
};
struct live_others {
    struct live_other *v;
    size_t n;
};
/* The other sessions at NOW; in ARENA. */
struct live_others live_others(struct live *live, int64_t now, struct arena *arena);

#endif

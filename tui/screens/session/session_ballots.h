/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 記名表決: who voted how. What is filled in lives beside the session, which may load its rows anew
 * meanwhile.
 */
#ifndef YISHI_TUI_SCREENS_SESSION_BALLOTS_H
#define YISHI_TUI_SCREENS_SESSION_BALLOTS_H

#include "tui/screens/session/session_inner.h"

/* One who may vote; all texts are in the arena of the ballots. */
struct voter {
    const char *member, *name, *delegate; /* the delegate's name, or NULL */
    int seat;
    int vote; /* enum vote_choice; UNKNOWN = not yet */
};
struct ballots {
    struct arena arena;
    struct voter *v;
    size_t n;
};

/* Those who may vote on the item where the session stands, by seat, with the votes that are stored. Who voted
 * and left since is there too, who is recused is not. */
enum status ballots_load(struct app *app, const struct session *session, struct ballots *out,
                         struct err *err);
/* How many have voted. */
size_t ballots_cast(const struct ballots *ballots);
/* Fill them in, one key each. */
void ballots_ask(struct app *app, struct ballots *ballots);
/* The list to be stored with VOTE, in ARENA, and its figures: the rows of STORED (may be NULL) where they are
 * the same members'. */
enum status ballots_put(const struct ballots *ballots, const struct vote *stored, struct arena *arena,
                        struct vote *vote, struct err *err);

#endif

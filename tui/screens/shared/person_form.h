/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person, asked for: a name typed and split, title and unit; or a member picked. A dialog.
 */
#ifndef YISHI_TUI_SCREENS_PERSON_FORM_H
#define YISHI_TUI_SCREENS_PERSON_FORM_H

#include "core/cycle/snapshot.h"
#include "tui/app.h"

enum person_asks {
    PERSON_FOR = 1,   /* whom he comes for is asked too (an observer for a civil member) */
    PERSON_ONE = 2,   /* a name, a member or a unit is needed */
    PERSON_NAMED = 4, /* a name or a member is needed */
};

/* Ask for PERSON, beginning with what is in it. FOR_MEMBER is a member's key or NULL; may be NULL unless
 * PERSON_FOR. EXCEPT: the member who cannot be picked; NULL. The answer's texts are in ARENA or the
 * snapshot's. false: Esc, nothing is changed. */
bool person_ask(struct app *app, const char *title, const struct snapshot *s, const char *except,
                unsigned asks, struct arena *arena, struct person *person, const char **for_member);

#endif

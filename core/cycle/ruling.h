/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 其餘照建議: ruling at one stroke on all that the meeting has not ruled on yet.
 */
#ifndef YISHI_CYCLE_RULING_H
#define YISHI_CYCLE_RULING_H

#include "core/cycle/desk.h"

/* What is left, in the order of the numbers. */
struct rest {
    const struct resolution **v; /* with a recommendation that can be ruled as it stands */
    int *rulings;
    size_t n;
    const struct resolution **unclear; /* without one, or to be merged into one that is not named */
    size_t n_unclear;
};
/* Of TRACKED (tracked_of) those without a ruling, in kind or words, at this meeting. Into ARENA. */
enum status rest_find(const struct snapshot *s, const struct tracked *tracked, struct arena *arena,
                      struct rest *out, struct err *err);
/* Rule on REST->v as recommended, as one change set. */
enum status rest_rule(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct rest *rest, struct err *err);

#endif

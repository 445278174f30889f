/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splitting a tracked decision and taking one up again: new heads, drawn at a meeting, that name the old one.
 * As in core/cycle/desk.h each call is one change set, and a confirmed meeting is refused.
 */
#ifndef YISHI_CYCLE_KIN_DESK_H
#define YISHI_CYCLE_KIN_DESK_H

#include "core/cycle/desk.h"

/* The snapshot's meeting splits R (open, CODE_TRACK_RELEASED) into N of PARTS, the instructions
 * (CODE_TRACK_PARTS where there are fewer than two): its round there rules `split`, and each part is tracked
 * under a number of this meeting, with R's units and the due date in force. *KEYS (N of them, in ARENA). */
enum status resolution_split(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             const struct resolution *r, const struct outline *parts, size_t n,
                             struct arena *arena, const char ***keys, struct err *err);
/* The meeting takes R, which is closed (CODE_TRACK_OPEN), up again under a new number, *KEY in ARENA: the
 * instruction and units are R's, the due date is to be set. */
enum status resolution_again(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             const struct resolution *r, struct arena *arena, const char **key,
                             struct err *err);
/* The paragraphs of OUTLINE at its top level, each with what hangs under it, as instructions of their own:
 * *N of them. Into ARENA. */
enum status instruction_parts(const struct outline *outline, struct arena *arena, struct outline **out,
                              size_t *n, struct err *err);

#endif

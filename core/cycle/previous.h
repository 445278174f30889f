/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meeting before a meeting, whole: for papers that tell what became of all it decided.
 */
#ifndef YISHI_CYCLE_PREVIOUS_H
#define YISHI_CYCLE_PREVIOUS_H

#include "core/cycle/snapshot.h"

/* The last regular meeting before that of S which took place and is over, into *OUT (to be released);
 * *FOUND false: there is none, and *OUT is left alone. A talk, or a meeting that fell, does not count. */
enum status snapshot_load_previous(struct db *db, const struct snapshot *s, struct snapshot *out, bool *found,
                                   struct err *err);

#endif

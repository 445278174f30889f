/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tracked decisions go on as which: merged into another, taken up again after they were released, split
 * into several. Pure functions; a record may say anything, so they also end where the links run in a circle.
 */
#ifndef YISHI_TRACKING_KIN_H
#define YISHI_TRACKING_KIN_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/tracking/resolution.h"

/* What R was merged into by its last ruling, a key; NULL: nothing. */
const char *resolution_merged_into(const struct resolution *r);

enum kin_how { KIN_MERGED, KIN_AGAIN, KIN_SPLIT };
/* A direct link to OTHER. */
struct kin {
    const struct resolution *other; /* NULL: it is not in the data */
    const char *key;                /* its number */
    enum kin_how how;
    bool before; /* R goes on from it; else it goes on from R */
};
struct kins {
    struct kin *v;
    size_t n;
};
/* All direct links of R, those before it first. Into ARENA. */
enum status kin_of(const struct resolutions *all, const struct resolution *r, struct arena *arena,
                   struct kins *out, struct err *err);

/* *MARKS (in ARENA) tells of each of ALL whether it goes on as R, over any number of steps; of R itself it
 * does. What is marked cannot take R in, nor go on from it. */
enum status kin_before(const struct resolutions *all, const struct resolution *r, struct arena *arena,
                       const bool **marks, struct err *err);

#endif

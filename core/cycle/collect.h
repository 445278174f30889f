/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forms that units filled in, held against what is stored, and stored as the units' own reports: all of them,
 * or nothing. Knows neither files nor words.
 */
#ifndef YISHI_CYCLE_COLLECT_H
#define YISHI_CYCLE_COLLECT_H

#include "core/cycle/desk.h"
#include "core/tracking/form.h"

enum { COLLECT_PROBLEMS = 100 };

/* A report that differs from what stands. */
struct collected {
    const struct resolution *resolution; /* in the snapshot */
    const struct report *old;            /* NULL: the unit's first */
    struct report report;                /* as it will stand */
};
struct collection {
    struct collected *v;
    size_t n;
    size_t same, blank;                    /* rows that say what stands already, and nothing */
    struct err problems[COLLECT_PROBLEMS]; /* all that does not fit, each with its file, row and column */
    size_t n_problems, more;
};

/* A text as its paragraphs, in ARENA. */
typedef enum status (*outline_reader)(const char *text, struct arena *arena, struct outline *out,
                                      struct err *err);

/* Hold FORMS against S, the meeting that they are for, reported on TODAY (ISO). A column left empty leaves
 * what stands. STATUS_BAD: there are problems (ERR has the first); the snapshot, FORMS and TODAY must outlive
 * OUT.
 */
enum status collect_check(const struct snapshot *s, const struct form *forms, size_t n, const char *today,
                          outline_reader read, struct arena *arena, struct collection *out, struct err *err);
/* Store what was found, as one change set. */
enum status collect_store(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct collection *collection, struct arena *arena, struct err *err);

#endif

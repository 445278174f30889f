/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing a meeting, as the command line and the publish step do it: loaded, examined, then written or
 * kept.
 */
#ifndef YISHI_PUBLISH_PUBLICATION_H
#define YISHI_PUBLISH_PUBLICATION_H

#include "core/publish/package.h"

struct publication {
    struct arena arena;
    struct snapshot s, previous; /* whole; nothing of them is printed */
    struct public_copy copy;
    struct publish_findings findings;
    struct str beside; /* the directory of the database file */
};
#define PUBLICATION_INIT                                                                                   \
    {                                                                                                      \
        .arena = ARENA_INIT, .s = SNAPSHOT_INIT, .previous = SNAPSHOT_INIT, .copy = {.arena = ARENA_INIT}, \
        .beside = STR_INIT                                                                                 \
    }

/* Load and examine a meeting, as STYLE prints it. ANSWERS (may be NULL) count beside what is stored. To be
 * released. */
enum status publication_open(struct db *db, int64_t meeting_id, const struct style *style,
                             const struct publish_answers *answers, struct publication *out, struct err *err);
void publication_release(struct publication *publication);

/* Write the package to the new directory PATH. CODE_PUBLISH_UNDECIDED where a finding is. Answers are not
 * stored here: publish_store_answers. */
enum status publication_write(struct db *db, struct publication *publication, const struct style *style,
                              const struct publishing *how, const char *path, struct err *err);

/* The day on which a package of the meeting was written last, ISO; "" = never. */
enum status publication_day(struct db *db, int64_t meeting_id, char out[11], struct err *err);
/* The public minutes as the package has them, WIDTH cells wide. Appended. */
enum status publication_minutes(struct db *db, int64_t meeting_id, const struct style *style, int width_cols,
                                struct str *out, struct err *err);
/* milestone_keep of STEP_PUBLISHED: what is kept are the minutes as the package has them. */
enum status publication_keep(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             struct milestone *wanted, const struct style *style, const char *style_name,
                             struct err *err);

#endif

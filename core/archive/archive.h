/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was handed out and what was put right afterwards: the minutes as they were printed when their draft
 * was sent, when they were confirmed and when they were published, and the amendments. Both only grow.
 */
#ifndef YISHI_ARCHIVE_ARCHIVE_H
#define YISHI_ARCHIVE_ARCHIVE_H

#include "core/base/sha256.h"
#include "core/cycle/snapshot.h"
#include "core/paper/style.h"

enum { KEPT_WIDTH = 76 };

struct version {
    int64_t id;
    int number; /* in its meeting, from 1 */
    int step;   /* enum step: STEP_DRAFT_SENT, STEP_CONFIRMED, STEP_PUBLISHED */
    bool is_public;
    const char *on, *by, *style;
    const char *head; /* of the journal's chain before the step; it stands on the paper. NULL: not known */
    const char *sha256, *text;
};
struct versions {
    struct version *v;
    size_t n;
};

/* The versions of a meeting, the oldest first. */
enum status versions_load(struct db *db, int64_t meeting_id, struct arena *arena, struct versions *out,
                          struct err *err);
/* The version that WORD names: its number, or "confirmed" … (the last of that step). NULL: none. */
const struct version *version_find(const struct versions *versions, const char *word);
/* The text is what was kept: its SHA-256 still fits. */
bool version_is_whole(const struct version *version);

/* milestone_save, and with the steps above the paper as it is then printed, in one change: STYLE under the
 * name STYLE_NAME; the public copy when it is published, the whole before. With the confirmation the chain's
 * head is printed on it (the style's "kept:seal"). */
enum status milestone_keep(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           struct milestone *wanted, const char *const *labels, const struct style *style,
                           const char *style_name, struct err *err);
/* The same of STEP_PUBLISHED, when the public copy stands already: TEXT is kept. */
enum status milestone_keep_text(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                                struct milestone *wanted, const char *text, const char *style_name,
                                struct err *err);

/* Put a confirmed text right. Refused before the confirmation (CODE_AMENDMENT_EARLY), without a reason or a
 * difference (CODE_AMENDMENT_EMPTY). What was confirmed is not touched. */
enum status amendment_add(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct amendment *wanted, struct err *err);

/* The lines of A and B side by side in one text: "  " the same, "- " only in A, "+ " only in B; of what is
 * the same CONTEXT lines around each difference, "⋯" between. *SAME (may be NULL): there is none, OUT is
 * untouched. */
enum status diff_lines(const char *a, const char *b, int context, struct str *out, bool *same,
                       struct err *err);

#endif

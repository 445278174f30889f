/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seals of the journal: each change set's SHA-256 over the seal before it, so that nobody changes what
 * was journalled without every later seal telling. Triggers stop accidents; a seal that is printed on paper
 * finds the rest.
 *
 * The text that is hashed, for whoever checks it with another tool: the seal before (nothing before the
 * first), a line feed, then lines of what SQLite's quote() makes of the values, "|" between them: id, who,
 * at, label of the change set; then of every change of it in the order of their ids: id, seq, at, tbl,
 * row_id, op, col, old, new.
 */
#ifndef YISHI_DB_SEAL_H
#define YISHI_DB_SEAL_H

#include "core/base/sha256.h"
#include "db/db.h"

/* Seal the change set of the write that is about to be committed; without a change nothing is sealed. For
 * write_end alone. */
enum status seal_changes(struct db *db, struct err *err);

/* The last seal: the chain's head. "" where nothing is sealed yet. */
enum status seal_head(struct db *db, char out[SHA256_TEXT], struct err *err);
/* Which change set SHA seals: its id and time. STATUS_MISSING (CODE_SEAL_UNKNOWN): none. */
enum status seal_find(struct db *db, const char *sha, int64_t *change_set_id, char at[25], struct err *err);

enum seal_wrong {
    SEAL_BROKEN,   /* change set ID is not what was sealed */
    SEAL_MISSING,  /* change set ID has no seal */
    SEAL_HOLE,     /* change ID is not there: it was removed */
    SEAL_UNSEALED, /* changes of table TEXT were made with another tool at AT, ID how many */
    SEAL_REPLAY, /* the journal ends with another value than the table has; TEXT: "item.title", ID the row */
};
typedef void seal_finding(void *context, enum seal_wrong wrong, int64_t id, const char *text, const char *at);
/* Compute every seal again, look for holes and for changes without a change set, and compare what the
 * journal says of every row and column with what the tables hold. STATUS_OK whatever is found. */
enum status seal_check(struct db *db, seal_finding *found, void *context, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being typed, kept in a file of the session's own until it stands in the database.
 * Knows nothing of what the texts are.
 *
 * The order of saving: write_begin, the change, draft_mark_stored, write_end; then draft_drop. Killed
 * anywhere in between, the text is in the draft, in the database or in both, and never offered
 * back when it is in the database.
 */
#ifndef YISHI_DB_DRAFT_H
#define YISHI_DB_DRAFT_H

#include "db/db.h"

struct draft_file; /* this session's */

/* Create this session's draft file in DIRECTORY (made 0700 when missing, with its parents) for the
 * database UUID. A network file system is refused with CODE_DB_NETWORK: try another directory. */
enum status draft_open(struct draft_file **out, const char *directory, const char *uuid, struct err *err);
void draft_close(struct draft_file *file);                /* removes it when it holds nothing; NULL is fine */
const char *draft_session(const struct draft_file *file); /* a name of its own */
/* Store TEXT as it is typed for PLACE (an opaque name: "item:12:explanation"); not synced, but it outlives
 * the program whatever ends it. Replaces the earlier text of PLACE. WHEN: UTC, as in struct stamp.
 * *SERIAL (may be NULL) counts up with every call of the session. */
enum status draft_put(struct draft_file *file, const char *place, const char *text, size_t len_bytes,
                      size_t cursor_bytes, const char *when, int64_t *serial, struct err *err);
/* Make everything put so far survive a power cut: at a pause, at most a second apart, on a signal. */
enum status draft_sync(struct draft_file *file, struct err *err);
/* PLACE stands in the database (or was given up): forget it. */
enum status draft_drop(struct draft_file *file, const char *place, struct err *err);

/* Inside a write: the text of PLACE with SERIAL, and all before it, is stored by this very write. */
enum status draft_mark_stored(struct db *db, const char *session, const char *place, int64_t serial,
                              struct err *err);

/* A draft that a session left which no longer lives. */
struct draft_orphan {
    char *session, *place, *text, *at; /* at: when it was typed, UTC */
    size_t len_bytes, cursor_bytes;    /* of the text, which is NUL-terminated as well */
    int64_t serial;
};
/* All orphans for the database DB, oldest first. A file that is locked belongs to a living session and is
 * left alone, and so is a damaged one. What draft_mark_stored knows is dropped silently.
 * No DIRECTORY: none. *OUT is owned: draft_orphans_free. */
enum status draft_orphans(struct db *db, const char *directory, struct draft_orphan **out, size_t *n,
                          struct err *err);
void draft_orphans_free(struct draft_orphan *orphans, size_t n);
/* Forget an orphan that was stored or given up; its file goes with its last draft. One that is gone
 * already is no error; STATUS_BUSY while another session looks at the file. */
enum status draft_orphan_drop(const char *directory, const char *uuid, const struct draft_orphan *orphan,
                              struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The database: one SQLite file, opened the one right way. Knows nothing of the domain.
 */
#ifndef YISHI_DB_DB_H
#define YISHI_DB_DB_H

#include "core/base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;

enum db_mode {
    DB_READ,   /* an existing file, never written */
    DB_WRITE,  /* an existing file */
    DB_CREATE, /* a new file (0600; 0660 in a shared setgid directory); refused when it exists */
};

/* Once, before the first database is opened, by a process that has one thread: SQLite then takes no locks
 * between threads and keeps no statistics: an eighth of what a start costs. */
void db_one_thread(void);
/* Open PATH. An older schema is backed up beside the file and migrated (DB_WRITE; refused with
 * CODE_DB_OLDER for DB_READ); a newer one, a foreign or damaged file, a network file system (for
 * writing) are refused with a code of their own. Waits up to two seconds for somebody else's write.
 * Returns STATUS_MISSING with CODE_DB_MISSING where there is no file, CODE_DIR_MISSING where not even its
 * directory is there. *OUT is owned: db_close. */
enum status db_open(struct db **out, const char *path, enum db_mode mode, struct err *err);
void db_close(struct db *db); /* NULL is fine */
const char *db_path(const struct db *db);
const char *db_uuid(const struct db *db);
int db_schema_version(void); /* that this program knows */
/* Somebody else changed the file since the last call (PRAGMA data_version). */
bool db_changed_outside(struct db *db);
/* The file has another name now, or none: it was replaced by a backup, moved or deleted since it was opened.
 * Nothing more can be written to it (CODE_DB_MOVED). */
bool db_moved(struct db *db);
/* How long every later call waits for somebody else's write before it returns STATUS_BUSY. 0 from the
 * start, for a loop that shows the wait and tries again; a command line without a loop sets 5000. */
void db_wait(struct db *db, int milliseconds);
/* PRAGMA quick_check and foreign_key_check. STATUS_OK: sound; STATUS_NO (CODE_DB_DAMAGED): *OUT_TEXT (owned
 * by DB until the next call) is the first finding; else the check could not be made, and *OUT_TEXT is NULL.
 * What quick_check finds damaged is not written any more (CODE_DB_DAMAGED).
 */
enum status db_check(struct db *db, const char **out_text, struct err *err);

/* Who changes something, when, and what it is called in the journal ("報到：歐陽河 出席"). */
struct stamp {
    const char *who;
    const char *when; /* UTC, 2023-05-24T06:00:00.123Z */
    const char *label;
};
/* The one way to change anything: write_begin, any number of statements, write_end. The change set is
 * made with its first journal row; without a change none is left. write_end commits when STATUS is
 * STATUS_OK and rolls back otherwise; it returns STATUS or what went wrong with the commit.
 * STATUS_BUSY comes from write_begin at once (busy_timeout 0), or from write_end when somebody is still
 * reading; nothing is stored then, and the caller tries the whole of it again. A file that was replaced since
 * it was opened is not written (CODE_DB_MOVED). They nest: an inner pair joins
 * the outer change set (its label is not used); one that ends with an error takes back what it did itself,
 * and the outer one may go on. A statement that writes outside of a pair is refused (CODE_DB_MISUSE). */
enum status write_begin(struct db *db, const struct stamp *stamp, struct err *err);
enum status write_end(struct db *db, enum status status, struct err *err);
/* The change set of the last write that ended well: the unit of undo. 0: it changed nothing. */
int64_t db_change_set(const struct db *db);
/* A read transaction over several queries: STATUS_BUSY comes from read_begin or not at all. They nest, also
 * inside a write; no write begins inside one. */
enum status read_begin(struct db *db, struct err *err);
void read_end(struct db *db);

/* A prepared statement, kept by its text for the life of the database. Begun again while it is in use,
 * the text gets a second one. stmt_done gives it back; until then it may hold a read lock. */
struct stmt;
enum status stmt_begin(struct db *db, struct stmt **out, const char *sql, struct err *err);
/* Bind $1 $2 ... (bound by name, so the same text serves another database later). Text is not copied: it must
 * live until stmt_done. */
void stmt_int(struct stmt *stmt, int parameter, int64_t value);
void stmt_text(struct stmt *stmt, int parameter, const char *text); /* NULL binds null */
void stmt_null(struct stmt *stmt, int parameter);
/* STATUS_OK: a row; STATUS_NO: no more; else an error. */
enum status stmt_step(struct stmt *stmt, struct err *err);
int64_t stmt_column_int(struct stmt *stmt, int column);
const char *stmt_column_text(struct stmt *stmt, int column); /* NULL for null; valid until the next step */
bool stmt_column_null(struct stmt *stmt, int column);
void stmt_done(struct stmt *stmt); /* NULL is fine */
/* Run SQL whose rows are of no interest; *CHANGED (may be NULL) the number of rows it changed. After it the
 * statement may be bound and run anew; stmt_done is still due. */
enum status stmt_run(struct stmt *stmt, int64_t *changed, struct err *err);

/* A setting of the database: uuid, and the like. *OUT (owned by DB until the next call) is NULL when it is
 * not set. Settings are not journalled. */
enum status db_setting(struct db *db, const char *key, const char **out, struct err *err);
/* Inside a write. */
enum status db_setting_put(struct db *db, const char *key, const char *value, struct err *err);

#endif

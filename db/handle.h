/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of db/ share: the database's insides, and SQLite's calls with its errors turned into
 * ours. Nobody outside db/ includes it.
 */
#ifndef YISHI_DB_HANDLE_H
#define YISHI_DB_HANDLE_H

#include "core/base/str.h"
#include "db/db.h"

#include <sqlite3.h>

enum {
    APPLICATION_ID = 0x59495348, /* "YISH" */
    UUID_BYTES = 37,             /* with the NUL */
    STATEMENT_BUCKETS = 256,
    OPENING_WAIT_MS = 2000,
    COMMIT_WAIT_MS = 300, /* for readers, who are short */
};

struct db {
    sqlite3 *sqlite;
    char *path; /* as it was given */
    char uuid[UUID_BYTES];
    enum db_mode mode;
    int wait_ms;
    int64_t data_version;

    int write_depth, read_depth;
    int total_at_begin; /* sqlite3_total_changes when the context had been filled */
    int64_t change_set; /* of the last write that was committed; 0: it changed nothing */
    bool damaged;       /* the check found it: nothing is written any more */
    bool lost;          /* SQLite itself rolled the write back */
    struct err lost_err;

    struct stmt *statements[STATEMENT_BUCKETS];
    struct str setting, finding; /* lent out by db_setting and db_check */
};

/* SQLite's result RC (extended) on PATH as a status; SQLITE may be NULL. */
enum status sqlite_fail(sqlite3 *sqlite, const char *path, int rc, struct err *err);
/* Run SQL, several statements too, without parameters. */
enum status sqlite_run(sqlite3 *sqlite, const char *path, const char *sql, struct err *err);
/* The first column of the first row of SQL; 0 or "" when there is none. */
enum status sqlite_int(sqlite3 *sqlite, const char *path, const char *sql, int64_t *out, struct err *err);
enum status sqlite_text(sqlite3 *sqlite, const char *path, const char *sql, struct str *out, struct err *err);
/* Open PATH (never as a URI or in memory) with FLAGS and take away what an attacker's file could use. */
enum status sqlite_open(sqlite3 **out, const char *path, int flags, struct err *err);
/* Close after the last statement is finalised. */
void sqlite_shut(sqlite3 *sqlite);

/* The same for an open database. */
enum status db_fail(struct db *db, int rc, struct err *err);
enum status db_run(struct db *db, const char *sql, struct err *err);
enum status db_misuse(const struct db *db, const char *function, struct err *err);

void statements_release(struct db *db);

#endif

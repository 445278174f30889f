/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prepared statements, kept by their text. A caller sees rows and parameters, never SQLite.
 */
#include "db/handle.h"

#include <stdlib.h>
#include <string.h>

struct stmt {
    struct stmt *next; /* in its bucket */
    struct db *db;
    sqlite3_stmt *sqlite;
    uint64_t hash;
    bool used;
    int failed;       /* the first binding that went wrong; SQLITE_OK = none */
    int n_parameters; /* the highest n of $n */
    int index[];      /* [n] = SQLite's index of $n; 0 = there is none */
};

static uint64_t hash_of(const char *sql)
{
    uint64_t hash = 14695981039346656037U; /* FNV-1a */

    for (; *sql; sql++)
        hash = (hash ^ (unsigned char)*sql) * 1099511628211U;
    return hash;
}

/* n of "$n"; 0 for any other name. */
static int parameter_number(const char *name)
{
    int n = 0;

    if (!name || *name++ != '$')
        return 0;
    while (n < 1000 && *name >= '0' && *name <= '9')
        n = n * 10 + (*name++ - '0');
    return *name ? 0 : n;
}

static struct stmt *stmt_new(struct db *db, sqlite3_stmt *sqlite, uint64_t hash)
{
    int count = sqlite3_bind_parameter_count(sqlite), highest = 0;
    struct stmt *stmt;

    for (int i = 1; i <= count; i++) {
        int n = parameter_number(sqlite3_bind_parameter_name(sqlite, i));

        highest = n > highest ? n : highest;
    }
    stmt = calloc(1, sizeof *stmt + ((size_t)highest + 1) * sizeof stmt->index[0]);
    if (!stmt)
        return NULL;
    stmt->db = db;
    stmt->sqlite = sqlite;
    stmt->hash = hash;
    stmt->n_parameters = highest;
    for (int i = 1; i <= count; i++) {
        const char *name = sqlite3_bind_parameter_name(sqlite, i);
        int n = parameter_number(name);

        if (n)
            stmt->index[n] = sqlite3_bind_parameter_index(sqlite, name);
    }
    return stmt;
}

enum status stmt_begin(struct db *db, struct stmt **out, const char *sql, struct err *err)
{
    uint64_t hash = hash_of(sql);
    struct stmt **bucket = &db->statements[hash % STATEMENT_BUCKETS], *stmt;
    sqlite3_stmt *sqlite = NULL;
    int rc;

    *out = NULL;
    for (stmt = *bucket; stmt; stmt = stmt->next)
        if (!stmt->used && stmt->hash == hash && strcmp(sqlite3_sql(stmt->sqlite), sql) == 0)
            goto found;
    rc = sqlite3_prepare_v3(db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &sqlite, NULL);
    if (rc != SQLITE_OK)
        return db_fail(db, rc, err);
    if (!sqlite)
        return db_misuse(db, "stmt_begin", err); /* nothing but white space */
    stmt = stmt_new(db, sqlite, hash);
    if (!stmt) {
        (void)sqlite3_finalize(sqlite); /* never stepped */
        return err_memory(err);
    }
    stmt->next = *bucket;
    *bucket = stmt;
found:
    stmt->used = true;
    *out = stmt;
    return STATUS_OK;
}

/* SQLite's index of the parameter; 0 after it noted that there is none. */
static int index_of(struct stmt *stmt, int parameter)
{
    int index = parameter > 0 && parameter <= stmt->n_parameters ? stmt->index[parameter] : 0;

    if (!index && stmt->failed == SQLITE_OK)
        stmt->failed = SQLITE_RANGE;
    return index;
}

static void note(struct stmt *stmt, int rc)
{
    if (stmt->failed == SQLITE_OK)
        stmt->failed = rc;
}

void stmt_int(struct stmt *stmt, int parameter, int64_t value)
{
    int index = index_of(stmt, parameter);

    if (index)
        note(stmt, sqlite3_bind_int64(stmt->sqlite, index, value));
}

void stmt_text(struct stmt *stmt, int parameter, const char *text)
{
    int index = index_of(stmt, parameter);

    if (index)
        note(stmt, sqlite3_bind_text(stmt->sqlite, index, text, -1, SQLITE_STATIC));
}

void stmt_null(struct stmt *stmt, int parameter)
{
    int index = index_of(stmt, parameter);

    if (index)
        note(stmt, sqlite3_bind_null(stmt->sqlite, index));
}

/* A write is allowed between write_begin and write_end only, and not after SQLite gave the
 * transaction up: it would commit on its own. */
static enum status check_place(struct stmt *stmt, struct err *err)
{
    struct db *db = stmt->db;

    if (db->write_depth && sqlite3_get_autocommit(db->sqlite)) {
        if (err)
            *err = db->lost_err;
        return db->lost ? db->lost_err.status : db_misuse(db, "stmt_step", err);
    }
    if (!db->write_depth && !sqlite3_stmt_readonly(stmt->sqlite))
        return db_misuse(db, "stmt_step", err);
    return STATUS_OK;
}

enum status stmt_step(struct stmt *stmt, struct err *err)
{
    struct db *db = stmt->db;
    struct err why = {0};
    enum status status;
    int rc = stmt->failed;

    if (rc == SQLITE_OK) {
        status = check_place(stmt, err);
        if (status != STATUS_OK)
            return status;
        rc = sqlite3_step(stmt->sqlite);
    }
    if (rc == SQLITE_ROW)
        return STATUS_OK;
    if (rc == SQLITE_DONE)
        return STATUS_NO;
    status = rc == SQLITE_RANGE ? db_misuse(db, "stmt_bind", &why) : db_fail(db, rc, &why);
    if (db->write_depth && !db->lost && sqlite3_get_autocommit(db->sqlite)) {
        db->lost = true;
        db->lost_err = why;
    }
    if (err)
        *err = why;
    return status;
}

int64_t stmt_column_int(struct stmt *stmt, int column)
{
    return sqlite3_column_int64(stmt->sqlite, column);
}

const char *stmt_column_text(struct stmt *stmt, int column)
{
    const char *text;

    if (stmt_column_null(stmt, column))
        return NULL;
    text = (const char *)sqlite3_column_text(stmt->sqlite, column);
    if (!text) {
        note(stmt, SQLITE_NOMEM); /* the next step tells */
        return "";
    }
    return text;
}

bool stmt_column_null(struct stmt *stmt, int column)
{
    return sqlite3_column_type(stmt->sqlite, column) == SQLITE_NULL;
}

/* Both repeat what the step before said, which its caller was told. */
static void rewind_statement(struct stmt *stmt)
{
    (void)sqlite3_reset(stmt->sqlite);
    stmt->failed = SQLITE_OK;
}

void stmt_done(struct stmt *stmt)
{
    if (!stmt)
        return;
    rewind_statement(stmt);
    (void)sqlite3_clear_bindings(stmt->sqlite); /* always SQLITE_OK; the texts were borrowed */
    stmt->used = false;
}

enum status stmt_run(struct stmt *stmt, int64_t *changed, struct err *err)
{
    enum status status;

    do
        status = stmt_step(stmt, err);
    while (status == STATUS_OK);
    if (changed)
        *changed = sqlite3_stmt_readonly(stmt->sqlite) ? 0 : sqlite3_changes(stmt->db->sqlite);
    rewind_statement(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

void statements_release(struct db *db)
{
    for (size_t i = 0; i < STATEMENT_BUCKETS; i++) {
        while (db->statements[i]) {
            struct stmt *stmt = db->statements[i];

            db->statements[i] = stmt->next;
            (void)sqlite3_finalize(stmt->sqlite); /* repeats an old error at most */
            free(stmt);
        }
    }
}

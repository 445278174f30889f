/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making the chain and asking for its head. db/seal_check.c goes through it again.
 */
#include "db/seal.h"

#include "db/handle.h"
#include "db/seal_parts.h"

#include <stdio.h>
#include <string.h>

/* The first N columns of STMT's row, quoted by the query, as a line. */
static void add_line(struct sha256 *sha, struct stmt *stmt, int n)
{
    for (int i = 0; i < n; i++) {
        sha256_add(sha, i ? "|" : "");
        sha256_add(sha, stmt_column_text(stmt, i));
    }
    sha256_add(sha, "\n");
}

static enum status add_rows(struct db *db, struct sha256 *sha, const char *sql, int columns, int64_t id,
                            struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt, sql, err);

    if (status)
        return status;
    stmt_int(stmt, 1, id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK)
        add_line(sha, stmt, columns);
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status seal_compute(struct db *db, int64_t change_set_id, const char *before, char out[SHA256_TEXT],
                         struct err *err)
{
    struct sha256 sha;
    enum status status;

    sha256_begin(&sha);
    sha256_add(&sha, before);
    sha256_add(&sha, "\n");
    status =
        add_rows(db, &sha, "SELECT id, quote(who), quote(at), quote(label) FROM change_set WHERE id = $1", 4,
                 change_set_id, err);
    if (!status)
        status = add_rows(db, &sha,
                          "SELECT id, seq, quote(at), quote(tbl), row_id, quote(op), quote(col), quote(old),"
                          " quote(new) FROM change WHERE change_set_id = $1 ORDER BY id",
                          9, change_set_id, err);
    sha256_end(&sha, out);
    return status;
}

/* The change set that the triggers have opened for this write; 0 = none. */
static enum status present_change_set(struct db *db, int64_t *id, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt, "SELECT coalesce(change_set_id, 0) FROM context", err);

    *id = 0;
    if (status)
        return status;
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        *id = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return status;
}

static enum status put_seal(struct db *db, int64_t id, const char *sha, struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt,
                                    "INSERT INTO seal (change_set_id, sha256, at)"
                                    " SELECT id, $2, at FROM change_set WHERE id = $1",
                                    err);

    if (status)
        return status;
    stmt_int(stmt, 1, id);
    stmt_text(stmt, 2, sha);
    status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

enum status seal_changes(struct db *db, struct err *err)
{
    char before[SHA256_TEXT], sha[SHA256_TEXT];
    int64_t id;
    enum status status = present_change_set(db, &id, err);

    db->change_set = id;
    if (status || !id)
        return status;
    status = seal_head(db, before, err);
    if (!status)
        status = seal_compute(db, id, before, sha, err);
    return status ? status : put_seal(db, id, sha, err);
}

enum status seal_head(struct db *db, char out[SHA256_TEXT], struct err *err)
{
    struct stmt *stmt;
    enum status status =
        stmt_begin(db, &stmt, "SELECT sha256 FROM seal ORDER BY change_set_id DESC LIMIT 1", err);

    out[0] = '\0';
    if (status)
        return status;
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        (void)snprintf(out, SHA256_TEXT, "%s", stmt_column_text(stmt, 0));
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status seal_find(struct db *db, const char *sha, int64_t *change_set_id, char at[25], struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(db, &stmt, "SELECT change_set_id, at FROM seal WHERE sha256 = $1", err);

    if (status)
        return status;
    stmt_text(stmt, 1, sha);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK) {
        *change_set_id = stmt_column_int(stmt, 0);
        (void)snprintf(at, 25, "%s", stmt_column_text(stmt, 1));
    }
    stmt_done(stmt);
    return status == STATUS_NO ? err_set(err, STATUS_MISSING, CODE_SEAL_UNKNOWN, NULL, sha, NULL) : status;
}

int64_t db_change_set(const struct db *db)
{
    return db->change_set;
}

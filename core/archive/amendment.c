/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding an amendment. They are loaded with the meeting (core/cycle/snapshot.c).
 */
#include "core/archive/archive.h"

static enum status check(const struct snapshot *s, const struct amendment *wanted, struct err *err)
{
    if (!meeting_milestone(&s->meeting, STEP_CONFIRMED))
        return err_set(err, STATUS_NO, CODE_AMENDMENT_EARLY, NULL, s->meeting.key, NULL);
    if (!wanted->reason || !*wanted->reason || !wanted->place || !*wanted->place ||
        text_same(wanted->before, wanted->after))
        return err_set(err, STATUS_BAD, CODE_AMENDMENT_EMPTY, NULL, NULL, NULL);
    return STATUS_OK;
}

static enum status put(struct db *db, const struct snapshot *s, const struct amendment *a, struct err *err)
{
    struct stmt *stmt;
    enum status status =
        stmt_begin(db, &stmt,
                   "INSERT INTO amendment (committee_id, meeting, place, before, after,"
                   " reason, amended_on, amended_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                   err);

    if (status)
        return status;
    stmt_int(stmt, 1, s->committee.row.id);
    stmt_int(stmt, 2, s->meeting.row.id);
    stmt_text(stmt, 3, a->place);
    stmt_text(stmt, 4, a->before ? a->before : "");
    stmt_text(stmt, 5, a->after ? a->after : "");
    stmt_text(stmt, 6, a->reason);
    stmt_text(stmt, 7, a->on);
    stmt_text(stmt, 8, a->by);
    status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

enum status amendment_add(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct amendment *wanted, struct err *err)
{
    enum status status = check(s, wanted, err);

    if (!status)
        status = write_begin(db, stamp, err);
    return status ? status : write_end(db, put(db, s, wanted, err), err);
}

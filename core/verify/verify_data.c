/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that several tables may own and that no foreign key guards: each must belong to a row.
 */
#include "core/verify/verify_parts.h"

/* Every table whose rows bear `owner`, and every table that can be meant. */
static const struct {
    const char *table, *owner, *sql;
} owned[] = {
#define OWNED(table, owner)                                                                                  \
    {                                                                                                        \
        table, owner,                                                                                        \
            "SELECT count(*) FROM " table " WHERE owner = $1 AND owner_id NOT IN (SELECT id FROM " owner ")" \
    }
    OWNED("node", "item"),       OWNED("node", "statement"),  OWNED("node", "decision"),
    OWNED("node", "prior"),      OWNED("node", "grid"),       OWNED("node", "cell"),
    OWNED("node", "resolution"), OWNED("node", "round"),      OWNED("node", "report"),
    OWNED("grid", "item"),       OWNED("grid", "attachment"), OWNED("grid", "meeting"),
    OWNED("named", "item"),      OWNED("unit", "resolution"),
#undef OWNED
};

enum status verify_data(struct verifying *v, struct db *db, struct err *err)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < sizeof owned / sizeof *owned && !status; i++) {
        struct stmt *stmt = NULL;
        int n = 0;

        status = stmt_begin(db, &stmt, owned[i].sql, err);
        if (status)
            return status;
        stmt_text(stmt, 1, owned[i].owner);
        status = stmt_step(stmt, err);
        if (!status)
            n = (int)stmt_column_int(stmt, 0);
        stmt_done(stmt);
        if (n)
            verify_add(v, FINDING_DATA, false, owned[i].table, "%d", n);
    }
    return status;
}

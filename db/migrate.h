/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From one schema to the next. The steps are db/schema/NNNN-name.sql, embedded when the program is
 * built. Knows the order of the steps, not what they do.
 */
#ifndef YISHI_DB_MIGRATE_H
#define YISHI_DB_MIGRATE_H

#include "db/db.h"

struct migration {
    int version; /* 1, 2, 3 ... */
    const char *name, *sql;
};
extern const struct migration migrations[];
extern const size_t n_migrations;

/* Bring DB to the last of STEPS, all missing ones in one transaction: either the file has the new
 * schema or it is as it was. Foreign keys are checked before the commit; the journal's triggers are
 * taken away before and made anew after, so what a step moves about is not journalled (the backup
 * taken before says what there was). A file without a schema becomes one of ours. */
enum status db_migrate(struct db *db, const struct migration *steps, size_t n_steps, struct err *err);

/* db_open for a program that knows STEPS instead of the embedded ones. */
enum status db_open_with(struct db **out, const char *path, enum db_mode mode, const struct migration *steps,
                         size_t n_steps, struct err *err);

#endif

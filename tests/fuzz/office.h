/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A database in the temporary directory that holds a record, for the targets that need a committee.
 */
#ifndef YISHI_TESTS_FUZZ_OFFICE_H
#define YISHI_TESTS_FUZZ_OFFICE_H

#include "tests/fuzz/fuzz.h"

#include "core/cycle/snapshot.h"
#include "core/record/record.h"
#include "db/db.h"

#include <unistd.h>

static const struct stamp office_stamp = {"測試者", "2023-05-24T06:00:00.123Z", "匯入"};

/* Append the whole file. */
static inline void office_read(const char *path, struct str *out)
{
    FILE *file = fopen(path, "rb");
    char bytes[4096];
    size_t n;

    CLAIM(file != NULL);
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_add_bytes(out, bytes, n);
    CLAIM(!ferror(file) && fclose(file) == 0 && !str_failed(out));
}

/* The temporary directory's NAME, of this process, into OUT. */
static inline void office_path(const char *name, struct str *out)
{
    const char *directory = getenv("TMPDIR");

    str_clear(out);
    str_printf(out, "%s/fuzz-%ld-%s", directory ? directory : "/tmp", (long)getpid(), name);
}

/* A new database NAME with the record at PATH (NULL: empty). */
static inline struct db *office_open(const char *name, const char *record_path)
{
    struct str path = STR_INIT, text = STR_INIT;
    struct problems problems;
    enum record_result result;
    struct db *db = NULL;
    struct err err = {0};

    office_path(name, &path);
    (void)unlink(path.text);
    CLAIM(db_open(&db, path.text, DB_CREATE, &err) == STATUS_OK);
    if (record_path) {
        office_read(record_path, &text);
        problems_init(&problems);
        CLAIM(record_import_text(db, &office_stamp, text.text, text.len_bytes, false, &result, &problems,
                                 &err) == STATUS_OK);
        problems_release(&problems);
    }
    str_release(&path);
    str_release(&text);
    return db;
}

#endif

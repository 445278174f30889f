/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of db/: a directory of their own, a small schema of their own, and a second way into
 * a database file (SQLite itself) to look at it or to spoil it.
 */
#ifndef YISHI_TESTS_DB_SCRATCH_H
#define YISHI_TESTS_DB_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/str.h"
#include "db/migrate.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The state of every test: its empty directory, which others may enter. */
struct scratch {
    char directory[64];
    struct str path; /* lent out by path_of */
};

static inline int remove_entry(const char *path, const struct stat *info, int flag, struct FTW *ftw)
{
    (void)info;
    (void)flag;
    (void)ftw;
    return remove(path);
}

static inline int scratch_setup(void **state)
{
    struct scratch *scratch = calloc(1, sizeof *scratch);

    if (!scratch)
        return -1;
    umask(022);
    str_init(&scratch->path);
    memcpy(scratch->directory, "/tmp/yishi-test-XXXXXX", 23);
    if (!mkdtemp(scratch->directory) || chmod(scratch->directory, 0755) != 0)
        return -1;
    *state = scratch;
    return 0;
}

static inline int scratch_teardown(void **state)
{
    struct scratch *scratch = *state;
    int rc = nftw(scratch->directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS);

    str_release(&scratch->path);
    free(scratch);
    return rc;
}

#define scratch_test(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

/* NAME in the test's directory; good until the next call. */
static inline const char *path_of(void **state, const char *name)
{
    struct scratch *scratch = *state;

    str_clear(&scratch->path);
    str_printf(&scratch->path, "%s/%s", scratch->directory, name);
    assert_false(str_failed(&scratch->path));
    return scratch->path.text;
}

/* ---- a schema of the tests' own ---------------------------------------------------------------- */

static const struct stamp stamp = {"測試者", "2023-05-24T06:00:00.123Z", "改一筆"};

#define THING_SQL                                                                                            \
    "CREATE TABLE thing (id INTEGER PRIMARY KEY AUTOINCREMENT, ver INTEGER NOT NULL DEFAULT 1, name TEXT, "  \
    "n INTEGER)"                                                                                             \
    " STRICT;"                                                                                               \
    "CREATE TABLE part (id INTEGER PRIMARY KEY AUTOINCREMENT, ver INTEGER NOT NULL DEFAULT 1,"               \
    " thing_id INTEGER NOT NULL REFERENCES thing(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, text " \
    "TEXT)"                                                                                                  \
    " STRICT;"

/* The file's own tables and the two above: schema 2. */
static inline enum status open_things(struct db **db, const char *path, enum db_mode mode, struct err *err)
{
    const struct migration steps[] = {migrations[0], {2, "thing", THING_SQL}};

    return db_open_with(db, path, mode, steps, 2, err);
}

static inline struct db *new_things(void **state)
{
    struct db *db = NULL;

    assert_int_equal(open_things(&db, path_of(state, "x.db"), DB_CREATE, NULL), STATUS_OK);
    return db;
}

static inline struct db *old_things(void **state)
{
    struct db *db = NULL;

    assert_int_equal(open_things(&db, path_of(state, "x.db"), DB_WRITE, NULL), STATUS_OK);
    return db;
}

/* One statement without parameters inside a write. */
static inline enum status run_sql(struct db *db, const char *sql, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(db, &stmt, sql, err);

    if (status == STATUS_OK)
        status = stmt_run(stmt, NULL, err);
    stmt_done(stmt);
    return status;
}

/* The same as a whole write. */
static inline enum status write_sql(struct db *db, const char *sql, struct err *err)
{
    enum status status = write_begin(db, &stamp, err);

    return status == STATUS_OK ? write_end(db, run_sql(db, sql, err), err) : status;
}

/* The integer that SQL answers. */
static inline int64_t ask(struct db *db, const char *sql)
{
    struct stmt *stmt = NULL;
    int64_t answer;

    assert_int_equal(stmt_begin(db, &stmt, sql, NULL), STATUS_OK);
    assert_int_equal(stmt_step(stmt, NULL), STATUS_OK);
    answer = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return answer;
}

/* ---- the second way in ------------------------------------------------------------------------- */

/* Run SQL on the file as another tool would. */
static inline int other_tool(const char *path, const char *sql)
{
    sqlite3 *sqlite = NULL;
    int rc = sqlite3_open_v2(path, &sqlite, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

    if (rc == SQLITE_OK)
        rc = sqlite3_exec(sqlite, sql, NULL, NULL, NULL);
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
    return rc;
}

static inline int add_row(void *argument, int n, char **values, char **names)
{
    (void)names;
    for (int i = 0; i < n; i++) {
        str_add(argument, i ? "|" : "");
        str_add(argument, values[i] ? values[i] : "-");
    }
    str_add(argument, "\n");
    return 0;
}

/* What SQL says on the file: columns apart by |, null as -, rows by line feeds. Freed by the caller. */
static inline char *other_look(const char *path, const char *sql)
{
    struct str out = STR_INIT;
    sqlite3 *sqlite = NULL;

    assert_int_equal(sqlite3_open_v2(path, &sqlite, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(sqlite, sql, add_row, &out, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
    assert_false(str_failed(&out));
    if (!out.room_bytes)
        return strdup("");
    return out.text;
}

static inline void assert_looks(const char *path, const char *sql, const char *expected)
{
    char *found = other_look(path, sql);

    assert_string_equal(found, expected);
    free(found);
}

/* ---- files ------------------------------------------------------------------------------------- */

static inline void write_file(const char *path, const void *bytes, size_t n)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    assert_int_equal(close(fd), 0);
}

/* All bytes of a file that nothing has open. */
static inline void read_file(const char *path, struct str *out)
{
    char piece[4096];
    ssize_t n;
    int fd = open(path, O_RDONLY);

    assert_true(fd >= 0);
    str_clear(out);
    while ((n = read(fd, piece, sizeof piece)) > 0)
        str_add_bytes(out, piece, (size_t)n);
    assert_int_equal(n, 0);
    assert_int_equal(close(fd), 0);
    assert_false(str_failed(out));
}

/* How many entries of DIRECTORY begin with START. */
static inline int count_files(const char *directory, const char *start)
{
    const struct dirent *entry;
    DIR *listing = opendir(directory);
    int n = 0;

    assert_non_null(listing);
    while ((entry = readdir(listing)) != NULL)
        if (entry->d_name[0] != '.' && strncmp(entry->d_name, start, strlen(start)) == 0)
            n++;
    assert_int_equal(closedir(listing), 0);
    return n;
}

/* ---- another process --------------------------------------------------------------------------- */

/* RUN in a child, which must have no connection of its parent's; what it returns (0-255), or -1 when it died.
 */
static inline int in_child(int (*run)(void **state, void *argument), void **state, void *argument)
{
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (!child)
        _exit(run(state, argument));
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#endif

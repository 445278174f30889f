/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The office's files: made once, put back before each try, looked at after it.
 */
#include "tests/torture/office/office.h"

#include "core/record/record.h"
#include "db/handle.h"
#include "db/seal.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RECORD "tests/torture/office/record.json"

const struct stamp office_stamp = {"何筆", "2023-11-10T06:03:00.000Z", "測試"};

/* ---- files -------------------------------------------------------------------------------------- */

bool office_read(const char *path, struct str *out)
{
    static char piece[65536];
    ssize_t n = -1;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    str_clear(out);
    while (fd >= 0 && (n = read(fd, piece, sizeof piece)) > 0)
        str_add_bytes(out, piece, (size_t)n);
    return fd >= 0 && close(fd) == 0 && n == 0 && !str_failed(out);
}

bool office_write(const char *path, const void *bytes, size_t len_bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    return fd >= 0 && write(fd, bytes, len_bytes) == (ssize_t)len_bytes && close(fd) == 0;
}

/* Everything in PATH but KEEP (may be NULL) is removed. */
static void clear_directory(const char *path, const char *keep)
{
    DIR *listing = opendir(path);
    const struct dirent *entry;
    char name[400];

    while (listing && (entry = readdir(listing)) != NULL) {
        if (entry->d_name[0] == '.' || text_same(entry->d_name, keep))
            continue;
        (void)snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (unlink(name) != 0) {
            clear_directory(name, NULL);
            (void)rmdir(name);
        }
    }
    if (listing)
        (void)closedir(listing);
}

/* ---- what is in it ------------------------------------------------------------------------------- */

static void mix(uint64_t *sum, const void *bytes, size_t n)
{
    const unsigned char *byte = bytes;

    for (size_t i = 0; i < n; i++)
        *sum = (*sum ^ byte[i]) * 1099511628211u;
    *sum = (*sum ^ 0x1f) * 1099511628211u;
}

static int mix_rows(sqlite3 *sqlite, const char *table, uint64_t *sum)
{
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table);
    sqlite3_stmt *rows = NULL;
    int rc = sql ? sqlite3_prepare_v2(sqlite, sql, -1, &rows, NULL) : SQLITE_NOMEM;

    mix(sum, table, strlen(table));
    while (rc == SQLITE_OK && (rc = sqlite3_step(rows)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            const void *value = sqlite3_column_blob(rows, i);

            mix(sum, value ? value : "", (size_t)sqlite3_column_bytes(rows, i));
        }
        rc = SQLITE_OK;
    }
    (void)sqlite3_finalize(rows);
    sqlite3_free(sql);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

uint64_t office_sum(struct db *db)
{
    sqlite3_stmt *tables = NULL;
    uint64_t sum = 14695981039346656037u;
    int rc = sqlite3_prepare_v2(db->sqlite, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1",
                                -1, &tables, NULL);

    while (rc == SQLITE_OK && (rc = sqlite3_step(tables)) == SQLITE_ROW)
        rc = mix_rows(db->sqlite, (const char *)sqlite3_column_text(tables, 0), &sum);
    (void)sqlite3_finalize(tables);
    return rc == SQLITE_DONE ? sum : 0;
}

int64_t office_ask(struct db *db, const char *sql)
{
    struct stmt *stmt = NULL;
    int64_t answer = -1;

    if (stmt_begin(db, &stmt, sql, NULL) == STATUS_OK && stmt_step(stmt, NULL) == STATUS_OK)
        answer = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return answer;
}

static void add_finding(void *context, enum seal_wrong wrong, int64_t id, const char *text, const char *at)
{
    (void)at;
    str_printf(context, "seal: finding %d at %lld %s; ", (int)wrong, (long long)id, text ? text : "");
}

const char *office_unsound(struct db *db, struct str *out)
{
    struct err err = {0};
    const char *finding = NULL;
    enum status status = db_check(db, &finding, &err);

    str_clear(out);
    if (status != STATUS_OK)
        str_printf(out, "check: %s (status %d, code %d); ", finding ? finding : "", (int)status,
                   (int)err.code);
    if (seal_check(db, add_finding, out, &err) != STATUS_OK)
        str_printf(out, "seals cannot be read, code %d; ", (int)err.code);
    if (office_ask(db, "SELECT count(*) FROM context WHERE who IS NULL AND change_set_id IS NULL") != 1)
        str_add(out, "the context was left filled; ");
    if (office_ask(db, "SELECT count(*) FROM change_set s WHERE NOT EXISTS"
                       " (SELECT 1 FROM change c WHERE c.change_set_id = s.id)") != 0)
        str_add(out, "a change set without a change; ");
    return str_failed(out) ? "out of memory" : out->text;
}

enum status office_export(struct db *db, int64_t committee, struct str *out, struct err *err)
{
    struct record record = RECORD_INIT;
    enum status status = record_load(db, committee, &record, err);

    str_clear(out);
    if (status == STATUS_OK)
        status = record_write(&record, out, err);
    record_release(&record);
    return status;
}

enum status office_import(struct db *db, const struct str *text, struct err *err)
{
    struct problems problems;
    enum record_result result;
    enum status status;

    problems_init(&problems);
    status =
        record_import_text(db, &office_stamp, text->text, text->len_bytes, false, &result, &problems, err);
    if (status != STATUS_OK && problems.n)
        fprintf(stderr, "import: %s, code %d, %s %s\n", problems.v[0].place, (int)problems.v[0].code,
                problems.v[0].arg[0] ? problems.v[0].arg[0] : "",
                problems.v[0].arg[1] ? problems.v[0].arg[1] : "");
    problems_release(&problems);
    return status;
}

/* ---- made once ----------------------------------------------------------------------------------- */

static void must(bool good, const char *what, const struct err *err)
{
    if (good)
        return;
    fprintf(stderr, "the office cannot be set up: %s: code %d %s %s\n", what, err ? (int)err->code : 0,
            err ? err->place : "", err ? err->arg[0] : "");
    exit(2);
}

/* A directory in memory: fast, and what a disk does is played by others here. */
static void make_directory(struct office *o)
{
    const char *tmp = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : getenv("TMPDIR");

    (void)snprintf(o->directory, sizeof o->directory, "%s/yishi-torture-XXXXXX", tmp ? tmp : "/tmp");
    must(mkdtemp(o->directory) != NULL, o->directory, NULL);
    (void)snprintf(o->path, sizeof o->path, "%s/a.db", o->directory);
    (void)snprintf(o->drafts, sizeof o->drafts, "%s/drafts", o->directory);
}

/* The two meetings after the one of the record, by the desk's own calls. */
static void hold_meetings(struct office *o)
{
    static const char *const preparing[] = {"item_add", "item_add", "observers_save", "attendance_reply"};
    static const char *const going_on[] = {"item_add",        "item_add",        "item_save",
                                           "attendance_save", "attendance_rest", "meeting_open",
                                           "statement_add",   "statement_add",   "decision_save",
                                           "vote_save",       "point_track",     "round_save"};
    struct err err = {0};

    must(meeting_create(o->db, &office_stamp, o->committee, "2023-11-15", MEETING_REGULAR, &o->meeting[NOW],
                        &err) == STATUS_OK,
         "meeting_create", &err);
    must(meeting_create(o->db, &office_stamp, o->committee, "2024-05-15", MEETING_REGULAR, &o->meeting[NEXT],
                        &err) == STATUS_OK,
         "meeting_create", &err);
    for (size_t n = 0; n < COUNT(going_on) + COUNT(preparing); n++) {
        const char *name = n < COUNT(going_on) ? going_on[n] : preparing[n - COUNT(going_on)];

        for (size_t i = 0; i < n_operations; i++) {
            struct operation operation = operations[i];

            if (!text_same(operation.name, name))
                continue;
            operation.which = n < COUNT(going_on) ? NOW : NEXT;
            must(operation_run(o, &operation, &err) == STATUS_OK, name, &err);
        }
    }
}

void office_begin(struct office *o)
{
    struct str text = STR_INIT;
    struct err err = {0};

    *o = (struct office){.s = SNAPSHOT_INIT, .arena = ARENA_INIT};
    str_init(&o->base);
    make_directory(o);
    must(office_read(RECORD, &text), RECORD, NULL);
    must(db_open(&o->db, o->path, DB_CREATE, &err) == STATUS_OK, o->path, &err);
    must(office_import(o->db, &text, &err) == STATUS_OK, RECORD, &err);
    o->committee = office_ask(o->db, "SELECT min(id) FROM committee");
    o->meeting[BEFORE] = office_ask(o->db, "SELECT min(id) FROM meeting");
    hold_meetings(o);
    must(!*office_unsound(o->db, &text), text.text, NULL);
    office_close(o);
    must(office_read(o->path, &o->base), o->path, NULL);
    str_release(&text);
}

void office_end(struct office *o)
{
    office_close(o);
    clear_directory(o->directory, NULL);
    (void)rmdir(o->directory);
    str_release(&o->base);
}

void office_reset(struct office *o)
{
    office_close(o);
    clear_directory(o->directory, NULL);
    must(office_write(o->path, o->base.text, o->base.len_bytes), o->path, NULL);
}

enum status office_open(struct office *o, struct err *err)
{
    return db_open(&o->db, o->path, DB_WRITE, err);
}

void office_close(struct office *o)
{
    snapshot_release(&o->s);
    arena_release(&o->arena);
    db_close(o->db);
    o->db = NULL;
}

enum status office_load(struct office *o, enum which which, struct err *err)
{
    snapshot_release(&o->s);
    return snapshot_load(o->db, o->meeting[which], &o->s, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes a database file as input: opened, listed, verified, exported, printed. An input that begins like a
 * file of SQLite is one; any other is a list of spoilings of a good file, so that the corpus stays small:
 *   byte op; op even: uint32 offset, 4 bytes that are written there; op odd: table, column, row, kind and a
 *   value that is put there with the tables' rules and triggers out of the way.
 */
#include "tests/fuzz/fuzz.h"

#include "core/cycle/gate.h"
#include "core/paper/minutes.h"
#include "core/verify/verify.h"
#include "tests/fuzz/office.h"

#include <fcntl.h>
#include <locale.h>
#include <sqlite3.h>

/* The good file's bytes; the same without triggers, which would refuse; where a spoilt one is put. */
static struct str good = STR_INIT, bare = STR_INIT, path = STR_INIT;

struct input {
    const uint8_t *at, *end;
};

static unsigned take(struct input *in, size_t n)
{
    unsigned value = 0;

    for (size_t i = 0; i < n && in->at < in->end; i++)
        value = value << 8 | *in->at++;
    return value;
}

/* The names that one column of a query gives: the INDEX-th, modulo how many there are. */
static void name_at(sqlite3 *sqlite, const char *sql, const char *parameter, unsigned index, struct str *out)
{
    sqlite3_stmt *stmt = NULL;
    unsigned n = 0;

    str_clear(out);
    if (sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL) != SQLITE_OK)
        return;
    if (parameter)
        (void)sqlite3_bind_text(stmt, 1, parameter, -1, SQLITE_STATIC);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        n++;
    (void)sqlite3_reset(stmt);
    for (unsigned i = 0; n && i <= index % n && sqlite3_step(stmt) == SQLITE_ROW; i++)
        if (i == index % n)
            str_add(out, (const char *)sqlite3_column_text(stmt, 0));
    (void)sqlite3_finalize(stmt);
}

/* Every trigger goes, or the journal's rules would refuse. */
static void drop_triggers(sqlite3 *sqlite)
{
    struct str name = STR_INIT, sql = STR_INIT;

    for (;;) {
        name_at(sqlite, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", NULL, 0, &name);
        if (!name.len_bytes)
            break;
        str_clear(&sql);
        str_printf(&sql, "DROP TRIGGER \"%s\"", name.text);
        CLAIM(sqlite3_exec(sqlite, sql.text, NULL, NULL, NULL) == SQLITE_OK);
    }
    str_release(&name);
    str_release(&sql);
}

/* SQLite's memory without the checks of the sanitizer, which sees nothing of it: three times as fast. Its
 * size stands in front of each block. */
enum { FRONT = 16 };
void *__libc_malloc(size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *old);

static void *plain_malloc(int size)
{
    char *block = __libc_malloc((size_t)size + FRONT);

    if (!block)
        return NULL;
    memcpy(block, &size, sizeof size);
    return block + FRONT;
}

static void plain_free(void *old)
{
    __libc_free((char *)old - FRONT);
}

static void *plain_realloc(void *old, int size)
{
    char *block = __libc_realloc((char *)old - FRONT, (size_t)size + FRONT);

    if (!block)
        return NULL;
    memcpy(block, &size, sizeof size);
    return block + FRONT;
}

static int plain_size(void *block)
{
    int size;

    memcpy(&size, (char *)block - FRONT, sizeof size);
    return size;
}

static int plain_roundup(int size)
{
    return (size + 7) & ~7;
}

static int plain_init(void *data)
{
    (void)data;
    return SQLITE_OK;
}

static void plain_shutdown(void *data)
{
    (void)data;
}

static void make_bare(const char *from)
{
    sqlite3 *sqlite = NULL;

    CLAIM(sqlite3_open(from, &sqlite) == SQLITE_OK);
    drop_triggers(sqlite);
    CLAIM(sqlite3_close(sqlite) == SQLITE_OK);
    office_read(from, &bare);
}

/* One value somewhere, whatever the schema says of it. */
static void spoil_value(sqlite3 *sqlite, struct input *in)
{
    struct str table = STR_INIT, column = STR_INIT, sql = STR_INIT;
    sqlite3_stmt *stmt = NULL;
    unsigned row, kind, n;

    name_at(sqlite, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'", NULL,
            take(in, 1), &table);
    name_at(sqlite, "SELECT name FROM pragma_table_info(?1)", table.text, take(in, 1), &column);
    row = take(in, 1);
    kind = take(in, 1);
    str_printf(&sql,
               "UPDATE \"%s\" SET \"%s\" = ?1 WHERE rowid = (SELECT rowid FROM \"%s\" LIMIT 1 OFFSET"
               " (?2 %% (SELECT max(1, count(*)) FROM \"%s\")))",
               table.text, column.text, table.text, table.text);
    if (sqlite3_prepare_v2(sqlite, sql.text, -1, &stmt, NULL) == SQLITE_OK) {
        n = kind % 3 == 2 ? take(in, 1) % 64 : 0;
        n = n > (size_t)(in->end - in->at) ? (unsigned)(in->end - in->at) : n;
        if (kind % 3 == 1)
            (void)sqlite3_bind_int64(stmt, 1, (sqlite3_int64)(int32_t)take(in, 4));
        else if (kind % 3 == 2)
            (void)sqlite3_bind_text(stmt, 1, (const char *)in->at, (int)n, SQLITE_STATIC);
        in->at += n;
        (void)sqlite3_bind_int(stmt, 2, (int)row);
        (void)sqlite3_step(stmt);
    }
    (void)sqlite3_finalize(stmt);
    str_release(&table);
    str_release(&column);
    str_release(&sql);
}

static void put_file(const char *bytes, size_t len_bytes)
{
    int fd = open(path.text, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    CLAIM(fd >= 0 && write(fd, bytes, len_bytes) == (ssize_t)len_bytes && close(fd) == 0);
}

static void put_spoilt(struct input in)
{
    struct input all = in;
    struct str bytes = STR_INIT;
    sqlite3 *sqlite = NULL;

    if (in.at < in.end && *in.at % 2) /* values are spoilt first */
        put_file(bare.text, bare.len_bytes);
    else
        put_file(good.text, good.len_bytes);
    while (in.at < in.end) { /* values first: afterwards SQLite might not take the file */
        if (take(&in, 1) % 2 == 0) {
            (void)take(&in, 8);
            continue;
        }
        if (!sqlite) {
            CLAIM(sqlite3_open(path.text, &sqlite) == SQLITE_OK);
            (void)sqlite3_exec(
                sqlite,
                "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF;"
                " PRAGMA ignore_check_constraints = ON",
                NULL, NULL, NULL);
        }
        spoil_value(sqlite, &in);
    }
    if (sqlite)
        (void)sqlite3_exec(sqlite, "COMMIT", NULL, NULL, NULL);
    (void)sqlite3_close(sqlite);
    office_read(path.text, &bytes);
    for (in = all; in.at < in.end;) {
        unsigned op = take(&in, 1), at = take(&in, 4), value = take(&in, 4);

        if (op % 2 == 0 && bytes.len_bytes > 4) /* odd ones were taken above, with another length */
            memcpy(bytes.text + at % (bytes.len_bytes - 4), &value, 4);
        else
            break;
    }
    put_file(bytes.text, bytes.len_bytes);
    str_release(&bytes);
}

static void see_meeting(struct db *db, int64_t id)
{
    struct snapshot snapshot = SNAPSHOT_INIT;
    struct arena arena = ARENA_INIT;
    struct document document;
    struct style *style = NULL;
    struct reasons reasons;
    struct str out = STR_INIT;
    struct err err = {0};

    if (snapshot_load(db, id, &snapshot, &err) == STATUS_OK) {
        (void)gate_reasons(&snapshot, GATE_CONFIRM, &office_calendar_shipped, "2023-05-24", &arena, &reasons,
                           &err);
        CLAIM(style_load(style_builtin_name(0), &style, &err) == STATUS_OK);
        document_init(&document);
        if (minutes_build(&snapshot, style, COPY_INTERNAL, &document, &err) == STATUS_OK)
            (void)document_text(&document, 60, &out, &err);
        document_release(&document);
        style_free(style);
    }
    snapshot_release(&snapshot);
    arena_release(&arena);
    str_release(&out);
}

static void see_all(struct db *db)
{
    struct arena arena = ARENA_INIT;
    struct committee_lines committees = {NULL, 0};
    struct meeting_lines meetings = {NULL, 0};
    struct findings findings = {NULL, 0, 0};
    struct record record = RECORD_INIT;
    struct str out = STR_INIT;
    struct err err = {0};
    const char *text;

    (void)db_check(db, &text, &err);
    (void)verify_all(db, 0, &office_calendar_shipped, "2023-05-24", &arena, &findings, &err);
    for (size_t i = 0; i < findings.n; i++)
        planted(findings.v[i].kind == FINDING_DATABASE);
    if (committee_list(db, &arena, &committees, &err) == STATUS_OK && committees.n) {
        if (meeting_list(db, committees.v[0].id, &arena, &meetings, &err) == STATUS_OK)
            for (size_t i = 0; i < meetings.n && i < 3; i++)
                see_meeting(db, meetings.v[i].id);
        if (record_load(db, committees.v[0].id, &record, &err) == STATUS_OK)
            (void)record_write(&record, &out, &err);
    }
    record_release(&record);
    arena_release(&arena);
    str_release(&out);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const sqlite3_mem_methods plain = {plain_malloc,  plain_free, plain_realloc,  plain_size,
                                              plain_roundup, plain_init, plain_shutdown, NULL};
    struct str from = STR_INIT;

    (void)argc;
    (void)argv;
    (void)setlocale(LC_ALL, "C.UTF-8");
    CLAIM(sqlite3_config(SQLITE_CONFIG_MALLOC, &plain) == SQLITE_OK);
    db_close(office_open("good.db", "tests/fixtures/tracking.json"));
    office_path("good.db", &from);
    office_read(from.text, &good);
    make_bare(from.text);
    (void)unlink(from.text);
    str_release(&from);
    office_path("spoilt.db", &path);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    struct db *db = NULL;
    struct err err = {0};

    if (len_bytes >= 16 && memcmp(data, "SQLite format 3", 16) == 0)
        put_file((const char *)data, len_bytes);
    else
        put_spoilt((struct input){data, data + len_bytes});
    if (db_open(&db, path.text, DB_READ, &err) == STATUS_OK)
        see_all(db);
    else
        CLAIM(err.code != CODE_NONE);
    db_close(db);
    (void)unlink(path.text);
    return 0;
}

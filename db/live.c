/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table in a file of its own: a row a session.
 */
#include "db/live.h"

#include "db/file.h"
#include "db/handle.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct live {
    sqlite3 *sqlite;
    char *path, *who;
    char session[UUID_BYTES];
};

static const char schema[] =
    "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"
    "CREATE TABLE IF NOT EXISTS live (session TEXT PRIMARY KEY, who TEXT, place TEXT,"
    " text TEXT, said INTEGER)";

/* Run SQL with up to five texts; true: done. Somebody else's write is not waited for. */
static bool run(struct live *live, const char *sql, const char *const *texts, int n, int64_t number)
{
    sqlite3_stmt *stmt = NULL;
    bool done = sqlite3_prepare_v2(live->sqlite, sql, -1, &stmt, NULL) == SQLITE_OK;

    for (int i = 0; i < n && done; i++)
        done = sqlite3_bind_text(stmt, i + 1, texts[i], -1, SQLITE_STATIC) == SQLITE_OK;
    done = done && sqlite3_bind_int64(stmt, n + 1, number) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_DONE;
    (void)sqlite3_finalize(stmt); /* repeats the error of the step */
    return done;
}

/* A file that is damaged or another's is deleted and made anew, once. */
static bool open_file(struct live *live)
{
    for (int try = 0; try < 2; try++) {
        (void)file_create(live->path, NULL); /* it may be there; what is typed is nobody else's to read */
        if (sqlite_open(&live->sqlite, live->path, SQLITE_OPEN_READWRITE, NULL) == STATUS_OK &&
            sqlite_run(live->sqlite, live->path, schema, NULL) == STATUS_OK)
            return true;
        sqlite_shut(live->sqlite);
        live->sqlite = NULL;
        if (unlink(live->path) != 0)
            return false;
    }
    return false;
}

struct live *live_open(const struct db *db, const char *who)
{
    struct live *live = calloc(1, sizeof *live);
    struct str path = STR_INIT;

    if (!live)
        return NULL;
    str_printf(&path, "%s-live", db_path(db));
    live->path = str_failed(&path) ? NULL : strdup(path.text);
    live->who = strdup(who ? who : "");
    str_release(&path);
    if (!live->path || !live->who || file_uuid(live->session, NULL) || !open_file(live)) {
        live_close(live);
        return NULL;
    }
    return live;
}

void live_close(struct live *live)
{
    if (!live)
        return;
    if (live->sqlite) {
        const char *const texts[] = {live->session};

        (void)run(live, "DELETE FROM live WHERE session = $1 AND $2 = 0", texts, 1, 0);
    }
    sqlite_shut(live->sqlite);
    free(live->path);
    free(live->who);
    free(live);
}

static void say(struct live *live, const char *place, const char *text, int64_t now)
{
    const char *const texts[] = {live->session, live->who, place, text};

    (void)run(live,
              "INSERT INTO live (session, who, place, text, said) VALUES ($1, $2, $3, $4, $5)"
              " ON CONFLICT (session) DO UPDATE SET who = excluded.who, place = excluded.place,"
              " text = excluded.text, said = excluded.said",
              texts, 4, now);
}

void live_say(struct live *live, const char *place, const char *text, int64_t now)
{
    if (live)
        say(live, place, text, now);
}

static const char *take(sqlite3_stmt *stmt, int n, struct arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(stmt, n);

    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

struct live_others live_others(struct live *live, int64_t now, struct arena *arena)
{
    struct live_others others = {NULL, 0};
    sqlite3_stmt *stmt = NULL;
    enum { OTHERS_MOST = 16 };

    if (!live)
        return others;
    others.v = arena_take(arena, OTHERS_MOST * sizeof *others.v);
    if (!others.v || sqlite3_prepare_v2(live->sqlite,
                                        "SELECT who, place, text FROM live WHERE session <> $1 AND said > $2"
                                        " AND said <= $2 + 86400 ORDER BY who, session LIMIT 16",
                                        -1, &stmt, NULL) != SQLITE_OK)
        return others;
    (void)sqlite3_bind_text(stmt, 1, live->session, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int64(stmt, 2, now - LIVE_FRESH_S);
    while (others.n < OTHERS_MOST && sqlite3_step(stmt) == SQLITE_ROW) {
        struct live_other *other = &others.v[others.n];

        other->who = take(stmt, 0, arena);
        other->place = take(stmt, 1, arena);
        other->text = take(stmt, 2, arena);
        others.n += other->who != NULL;
    }
    (void)sqlite3_finalize(stmt);
    return others;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every allocation and every file operation that SQLite makes for us fails once, and fails from then on.
 * Whatever fails: no crash, no leak, an error that says so, no half of a write, and no "stored" that is lost.
 * Most of the 30,000 allocations belong to reading the schema: only some of the later ones are tried, all of
 * them (five minutes) where YISHI_EVERY_POINT is set.
 */
#include "tests/db/scratch.h"

#include "db/backup.h"
#include "db/draft.h"
#include "tests/db/faults.h"

enum { POINTS_MAX = 40000 };

/* ---- operations
 * ---------------------------------------------------------------------------------------------- */

struct operation {
    const char *name;
    bool older; /* the file before it has schema 1 */
    bool fresh; /* there is no file before it */
    enum status (*run)(void **state, struct err *err);
    void (*verify)(void **state, enum status status); /* with all faults gone */
};

static enum status run_create(void **state, struct err *err)
{
    struct db *db;
    enum status status = open_things(&db, path_of(state, "x.db"), DB_CREATE, err);

    db_close(db);
    return status;
}

static void verify_create(void **state, enum status status)
{
    struct db *db;

    if (status != STATUS_OK && access(path_of(state, "x.db"), F_OK) != 0)
        return;
    db = old_things(state); /* there is a file, so it is a whole one */
    assert_int_equal(ask(db, "SELECT count(*) FROM sqlite_schema WHERE name GLOB 'journal_*'"), 6);
    db_close(db);
}

static enum status run_open(void **state, struct err *err)
{
    struct db *db;
    enum status status = open_things(&db, path_of(state, "x.db"), DB_WRITE, err);

    db_close(db);
    return status;
}

static void verify_open(void **state, enum status status)
{
    struct db *db = old_things(state);

    (void)status;
    assert_int_equal(ask(db, "SELECT count(*) FROM thing"), 0);
    db_close(db);
}

/* Three rows, the last of them in an inner write. */
static enum status run_write(void **state, struct err *err)
{
    struct db *db;
    enum status status = open_things(&db, path_of(state, "x.db"), DB_WRITE, err);

    if (status != STATUS_OK)
        return status;
    status = write_begin(db, &stamp, err);
    if (status == STATUS_OK) {
        status = run_sql(db, "INSERT INTO thing (name) VALUES ('a'), ('b')", err);
        if (status == STATUS_OK)
            status = write_sql(db, "INSERT INTO part (thing_id, text) VALUES (1, 'c')", err);
        if (status == STATUS_OK)
            status = db_setting_put(db, "three", "yes", err);
        status = write_end(db, status, err);
    }
    db_close(db);
    return status;
}

static void verify_write(void **state, enum status status)
{
    struct db *db = old_things(state);
    const char *three;
    int64_t things = ask(db, "SELECT count(*) FROM thing");
    bool all = things == 2;

    /* an error at the very last sync may leave the whole; never a part */
    assert_true(all || (things == 0 && status != STATUS_OK));
    assert_int_equal(ask(db, "SELECT count(*) FROM part"), all ? 1 : 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM change_set"), all ? 1 : 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM change"), all ? 7 : 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM context WHERE who IS NULL"), 1);
    assert_int_equal(db_setting(db, "three", &three, NULL), STATUS_OK);
    assert_true(text_same(three, all ? "yes" : NULL));
    db_close(db);
}

static enum status run_read(void **state, struct err *err)
{
    const char *finding;
    struct stmt *stmt = NULL;
    struct db *db;
    enum status status = open_things(&db, path_of(state, "x.db"), DB_READ, err);

    if (status != STATUS_OK)
        return status;
    status = read_begin(db, err);
    if (status == STATUS_OK) {
        status = stmt_begin(db, &stmt, "SELECT name FROM sqlite_schema ORDER BY sql", err);
        while (status == STATUS_OK)
            status = stmt_step(stmt, err);
        stmt_done(stmt);
        status = status == STATUS_NO ? db_check(db, &finding, err) : status;
        read_end(db);
    }
    (void)db_changed_outside(db);
    db_close(db);
    return status;
}

static enum status run_backup(void **state, struct err *err)
{
    struct db *db;
    enum status status = open_things(&db, path_of(state, "x.db"), DB_WRITE, err);

    if (status == STATUS_OK)
        status = db_backup(db, path_of(state, "copy.db"), err);
    db_close(db);
    return status;
}

static void verify_backup(void **state, enum status status)
{
    struct db *db;

    verify_open(state, status);
    if (access(path_of(state, "copy.db"), F_OK) != 0) {
        assert_int_not_equal(status, STATUS_OK);
        return;
    }
    assert_int_equal(open_things(&db, path_of(state, "copy.db"), DB_WRITE, NULL), STATUS_OK);
    db_close(db);
}

static void verify_migration(void **state, enum status status)
{
    const struct migration one[] = {migrations[0]};
    struct db *db = NULL;

    if (status != STATUS_OK && db_open_with(&db, path_of(state, "x.db"), DB_WRITE, one, 1, NULL) == STATUS_OK)
        assert_int_equal(ask(db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('thing', 'part')"), 0);
    db_close(db);
    db = old_things(state); /* it is new, or it can be made new now */
    assert_int_equal(ask(db, "SELECT count(*) FROM sqlite_schema WHERE name GLOB 'journal_*'"), 6);
    db_close(db);
}

static int64_t typed; /* the last serial that was acknowledged */

static enum status run_typing(void **state, struct err *err)
{
    struct draft_file *file = NULL;
    struct db *db;
    enum status status = open_things(&db, path_of(state, "x.db"), DB_READ, err);
    char text[] = "0";

    typed = 0;
    if (status == STATUS_OK)
        status = draft_open(&file, path_of(state, "drafts"), db_uuid(db), err);
    if (status != STATUS_OK)
        goto out;
    for (int i = 0; i < 6 && status == STATUS_OK; i++) {
        text[0] = (char)('1' + i);
        status = draft_put(file, "p", text, 1, 1, stamp.when, &typed, err);
        if (status == STATUS_OK && i % 2)
            status = draft_sync(file, err);
    }
    draft_close(file);
out:
    db_close(db);
    return status;
}

static void verify_typing(void **state, enum status status)
{
    struct draft_orphan *found;
    struct db *db = old_things(state);
    size_t n;

    assert_int_equal(draft_orphans(db, path_of(state, "drafts"), &found, &n, NULL), STATUS_OK);
    if (status == STATUS_OK)
        assert_int_equal(typed, 6);
    if (typed) {
        assert_int_equal(n, 1);
        assert_true(found[0].serial == typed || found[0].serial == typed + 1);
        assert_int_equal(found[0].text[0], '0' + found[0].serial);
    }
    for (size_t i = 0; i < n; i++)
        assert_int_equal(draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), &found[i], NULL),
                         STATUS_OK);
    draft_orphans_free(found, n);
    db_close(db);
}

/* One session's draft is there; it is looked for, stored, and dropped. */
static enum status run_finding(void **state, struct err *err)
{
    struct draft_orphan *found = NULL;
    struct db *db;
    size_t n = 0;
    enum status status = open_things(&db, path_of(state, "x.db"), DB_WRITE, err);

    if (status == STATUS_OK)
        status = draft_orphans(db, path_of(state, "drafts"), &found, &n, err);
    if (status == STATUS_OK && n) {
        status = write_begin(db, &stamp, err);
        if (status == STATUS_OK) {
            status = run_sql(db, "INSERT INTO thing (name) VALUES ('stored')", err);
            if (status == STATUS_OK)
                status = draft_mark_stored(db, found[0].session, found[0].place, found[0].serial, err);
            status = write_end(db, status, err);
        }
        if (status == STATUS_OK)
            status = draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), &found[0], err);
    }
    draft_orphans_free(found, n);
    db_close(db);
    return status;
}

/* The text stands in the database or is offered: in one of the two, not in both and never in none. */
static void verify_finding(void **state, enum status status)
{
    struct draft_orphan *found;
    struct db *db = old_things(state);
    size_t n;

    (void)status;
    assert_int_equal(draft_orphans(db, path_of(state, "drafts"), &found, &n, NULL), STATUS_OK);
    assert_int_equal(ask(db, "SELECT count(*) FROM thing") + (int64_t)n, 1);
    draft_orphans_free(found, n);
    db_close(db);
}

/* ---- all of them, at every point
 * ------------------------------------------------------------------------------- */

static void clear_directory(void **state)
{
    const struct scratch *scratch = *state;

    assert_int_equal(nftw(scratch->directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS), 0);
    assert_int_equal(mkdir(scratch->directory, 0755), 0);
}

static void prepare(void **state, const struct operation *operation, const struct str *file)
{
    struct draft_file *draft;
    struct db *db;

    clear_directory(state);
    if (operation->fresh)
        return;
    write_file(path_of(state, "x.db"), file->text, file->len_bytes);
    if (operation->run != run_finding)
        return;
    db = old_things(state);
    assert_int_equal(draft_open(&draft, path_of(state, "drafts"), db_uuid(db), NULL), STATUS_OK);
    assert_int_equal(draft_put(draft, "p", "text", 4, 0, stamp.when, NULL, NULL), STATUS_OK);
    draft_close(draft);
    db_close(db);
}

static void try_every_point(void **state, const struct operation *operation, const struct str *file,
                            enum kind kind, bool for_ever)
{
    bool all = kind == FILES || getenv("YISHI_EVERY_POINT");
    int point, hits = 1;

    for (point = 1; hits && point < POINTS_MAX; point += all ? 1 : 1 + point / 10) {
        struct err err = {0};
        enum status status;

        prepare(state, operation, file);
        fault = (struct fault){.armed = true, .for_ever = for_ever, .kind = kind, .countdown = point};
        status = operation->run(state, &err);
        fault.armed = false;
        hits = fault.hits;
        if (status != STATUS_OK && (err.code == CODE_NONE || !hits))
            fail_msg("%s, point %d: status %d, code %d", operation->name, point, (int)status, (int)err.code);
        operation->verify(state, status);
    }
    assert_true(point > 10);
    assert_true(point < POINTS_MAX);
}

static void every_operation__survives_the_failure_of_any(void **state, enum kind kind)
{
    static const struct operation operations[] = {
        {"create", false, true, run_create, verify_create},
        {"open", false, false, run_open, verify_open},
        {"write", false, false, run_write, verify_write},
        {"read", false, false, run_read, verify_open},
        {"backup", false, false, run_backup, verify_backup},
        {"migration", true, false, run_open, verify_migration},
        {"typing", false, false, run_typing, verify_typing},
        {"finding", false, false, run_finding, verify_finding},
    };
    const struct migration one[] = {migrations[0]};
    struct str files[2] = {STR_INIT, STR_INIT};
    struct db *db = new_things(state);

    db_close(db);
    read_file(path_of(state, "x.db"), &files[0]);
    assert_int_equal(db_open_with(&db, path_of(state, "y.db"), DB_CREATE, one, 1, NULL), STATUS_OK);
    db_close(db);
    read_file(path_of(state, "y.db"), &files[1]);
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++)
        for (int for_ever = 0; for_ever < 2; for_ever++)
            try_every_point(state, &operations[i], &files[operations[i].older ? 1 : 0], kind, for_ever);
    str_release(&files[0]);
    str_release(&files[1]);
}

static void every_operation__survives_the_failure_of_any_allocation(void **state)
{
    every_operation__survives_the_failure_of_any(state, MEMORY);
}

static void every_operation__survives_the_failure_of_any_file_operation(void **state)
{
    every_operation__survives_the_failure_of_any(state, FILES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(every_operation__survives_the_failure_of_any_allocation),
        scratch_test(every_operation__survives_the_failure_of_any_file_operation),
    };

    return install_faults() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}

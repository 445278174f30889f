/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts that a session left: offered with all that was typed, and never when they are stored already.
 */
#include "tests/db/drafts.h"

/* ---- what is found again
 * ------------------------------------------------------------------------------------- */

static void what_a_session_left__is_offered_with_all_that_was_put(void **state)
{
    struct db *db = new_things(state);
    struct draft_file *file = opened(state, db_uuid(db));
    char session[32];
    struct found found;

    (void)snprintf(session, sizeof session, "%s", draft_session(file));
    (void)put(file, "item:12:explanation", "前一版");
    assert_int_equal(
        draft_put(file, "item:12:explanation", "水質感測\0器", 16, 6, "2023-05-24T06:00:01.000Z", NULL, NULL),
        STATUS_OK);
    draft_close(file);
    found = look(state, db);
    assert_int_equal(found.n, 1);
    assert_string_equal(found.v[0].session, session);
    assert_string_equal(found.v[0].place, "item:12:explanation");
    assert_int_equal(found.v[0].len_bytes, 16);
    assert_memory_equal(found.v[0].text, "水質感測\0器", 17);
    assert_int_equal(found.v[0].cursor_bytes, 6);
    assert_int_equal(found.v[0].serial, 2);
    assert_string_equal(found.v[0].at, "2023-05-24T06:00:01.000Z");
    draft_orphans_free(found.v, found.n);
    found = look(state, db); /* looking takes nothing away */
    assert_int_equal(found.n, 1);
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

static void texts_of_every_size__come_back_as_they_were(void **state)
{
    static const size_t sizes[] = {0, 1, 4095, 4096, 100000, 1 << 20};
    char *text = malloc(1 << 20);

    assert_non_null(text);
    for (size_t i = 0; i < 1 << 20; i++)
        text[i] = (char)(i * 7 % 256); /* invalid UTF-8 and NULs among them */
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct db *db = new_things(state);
        struct draft_file *file = opened(state, db_uuid(db));
        struct found found;

        assert_int_equal(
            draft_put(file, "p", sizes[i] ? text : NULL, sizes[i], sizes[i] + 5, WHEN, NULL, NULL),
            STATUS_OK);
        draft_close(file);
        found = look(state, db);
        assert_int_equal(found.n, 1);
        assert_int_equal(found.v[0].len_bytes, sizes[i]);
        assert_int_equal(found.v[0].cursor_bytes, sizes[i]); /* never outside of the text */
        if (sizes[i])
            assert_memory_equal(found.v[0].text, text, sizes[i]);
        assert_int_equal(found.v[0].text[sizes[i]], 0);
        draft_orphans_free(found.v, found.n);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
    }
    free(text);
}

static void orphans__come_oldest_first_from_all_sessions(void **state)
{
    static const struct {
        const char *place, *at;
    } puts[2][2] = {{{"b", "2023-05-24T06:00:02Z"}, {"d", "2023-05-24T06:00:04Z"}},
                    {{"a", "2023-05-24T06:00:01Z"}, {"c", "2023-05-24T06:00:03Z"}}};
    struct db *db = new_things(state);
    struct found found;

    for (int i = 0; i < 2; i++) {
        struct draft_file *file = opened(state, db_uuid(db));

        for (int j = 0; j < 2; j++)
            assert_int_equal(draft_put(file, puts[i][j].place, "x", 1, 0, puts[i][j].at, NULL, NULL),
                             STATUS_OK);
        draft_close(file);
    }
    found = look(state, db);
    assert_int_equal(found.n, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(found.v[i].place[0], "abcd"[i]);
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

static void an_orphan_that_was_dealt_with__is_not_offered_again_and_the_last_takes_the_file(void **state)
{
    static const char *const places[] = {"item:1", "item:2", NULL};
    struct db *db = new_things(state);
    struct found found;

    leave(state, db_uuid(db), places, "文字");
    found = look(state, db);
    assert_int_equal(found.n, 2);
    assert_int_equal(draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), &found.v[0], NULL), STATUS_OK);
    draft_orphans_free(found.v, found.n);
    found = look(state, db);
    assert_int_equal(found.n, 1);
    assert_string_equal(found.v[0].place, "item:2");
    assert_int_equal(files_left(state), 1);
    assert_int_equal(draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), &found.v[0], NULL), STATUS_OK);
    assert_int_equal(files_left(state), 0);
    assert_int_equal(draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), &found.v[0], NULL), STATUS_OK);
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

static void no_directory__holds_no_orphans(void **state)
{
    struct db *db = new_things(state);
    struct found found = look(state, db);

    assert_int_equal(found.n, 0);
    assert_null(found.v);
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

static void drafts_of_another_database__are_left_alone(void **state)
{
    static const char *const places[] = {"item:1", NULL};
    struct db *db = new_things(state);
    struct found found;

    leave(state, UUID, places, "x");
    found = look(state, db);
    assert_int_equal(found.n, 0);
    assert_int_equal(files_left(state), 1);
    db_close(db);
}

static void a_damaged_or_foreign_file__is_left_alone_and_hides_no_other(void **state)
{
    static const char *const places[] = {"item:1", NULL};
    struct db *db = new_things(state);
    char name[160];
    struct found found;

    leave(state, db_uuid(db), places, "x");
    (void)snprintf(name, sizeof name, "drafts/draft-%s-00000000000000aa.db", db_uuid(db));
    write_file(path_of(state, name), "This is no database, but it may have been one some time ago.", 60);
    (void)snprintf(name, sizeof name, "drafts/draft-%s-00000000000000bb.db", db_uuid(db));
    assert_int_equal(other_tool(path_of(state, name), "CREATE TABLE draft (a); PRAGMA application_id = 3"),
                     SQLITE_OK);
    (void)snprintf(name, sizeof name, "drafts/draft-%s-cc.db", db_uuid(db));
    write_file(path_of(state, name), "", 0);
    found = look(state, db);
    assert_int_equal(found.n, 1);
    draft_orphans_free(found.v, found.n);
    assert_int_equal(files_left(state), 4);
    db_close(db);
}

static void a_file_without_drafts__is_cleared_away(void **state)
{
    struct db *db = new_things(state);
    char name[160];

    assert_int_equal(mkdir(path_of(state, "drafts"), 0700), 0);
    (void)snprintf(name, sizeof name, "drafts/draft-%s-00000000000000aa.db", db_uuid(db));
    write_file(path_of(state, name), "", 0); /* killed between making and filling it */
    assert_int_equal(look(state, db).n, 0);
    assert_int_equal(files_left(state), 0);
    db_close(db);
}

/* ---- what is stored
 * ------------------------------------------------------------------------------------------ */

static void mark(struct db *db, const char *session, const char *place, int64_t serial)
{
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(draft_mark_stored(db, session, place, serial, NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_OK, NULL), STATUS_OK);
}

static void a_draft_that_is_stored__is_dropped_silently(void **state)
{
    static const struct {
        int64_t marked[2]; /* in this order; 0 = not */
        int64_t draft;
        bool offered;
    } cases[] = {
        {{0, 0}, 1, true},  {{3, 0}, 3, false}, {{3, 0}, 2, false}, /* a power cut lost the later one */
        {{3, 0}, 4, true},                                          /* typed on after the save */
        {{5, 3}, 4, false},                                         /* a mark never goes back */
        {{3, 5}, 4, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct db *db = new_things(state);
        struct draft_file *file = opened(state, db_uuid(db));
        struct found found;

        for (int64_t n = 0; n < cases[i].draft; n++)
            (void)put(file, "item:1", "x");
        for (int m = 0; m < 2; m++)
            if (cases[i].marked[m])
                mark(db, draft_session(file), "item:1", cases[i].marked[m]);
        draft_close(file);
        found = look(state, db);
        if (found.n != (cases[i].offered ? 1 : 0))
            fail_msg("case %d: %d found", (int)i, (int)found.n);
        assert_int_equal(files_left(state), cases[i].offered ? 1 : 0);
        if (found.n)
            assert_int_equal(draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), found.v, NULL),
                             STATUS_OK);
        draft_orphans_free(found.v, found.n);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "x.db")), 0);
    }
}

static void a_stored_place__hides_neither_another_place_nor_another_session(void **state)
{
    static const char *const places[] = {"item:2", "item:1", NULL};
    struct db *db = new_things(state);
    struct draft_file *file = opened(state, db_uuid(db));
    struct found found;

    (void)put(file, "item:2", "unsaved"); /* an earlier serial than what is stored */
    mark(db, draft_session(file), "item:1", put(file, "item:1", "saved"));
    draft_close(file);
    leave(state, db_uuid(db), places, "y");
    found = look(state, db);
    assert_int_equal(found.n, 3);
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

static void a_mark__is_taken_back_with_its_write(void **state)
{
    static const char *const places[] = {"item:1", NULL};
    struct db *db = new_things(state);
    struct found found;

    leave(state, db_uuid(db), places, "x");
    found = look(state, db);
    assert_int_equal(write_begin(db, &stamp, NULL), STATUS_OK);
    assert_int_equal(draft_mark_stored(db, found.v[0].session, "item:1", found.v[0].serial, NULL), STATUS_OK);
    assert_int_equal(write_end(db, STATUS_CONFLICT, NULL), STATUS_CONFLICT);
    draft_orphans_free(found.v, found.n);
    found = look(state, db);
    assert_int_equal(found.n, 1);
    assert_int_equal(draft_mark_stored(db, "s", "p", 1, NULL), STATUS_USAGE); /* outside of a write */
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(what_a_session_left__is_offered_with_all_that_was_put),
        scratch_test(texts_of_every_size__come_back_as_they_were),
        scratch_test(orphans__come_oldest_first_from_all_sessions),
        scratch_test(an_orphan_that_was_dealt_with__is_not_offered_again_and_the_last_takes_the_file),
        scratch_test(no_directory__holds_no_orphans),
        scratch_test(drafts_of_another_database__are_left_alone),
        scratch_test(a_damaged_or_foreign_file__is_left_alone_and_hides_no_other),
        scratch_test(a_file_without_drafts__is_cleared_away),
        scratch_test(a_draft_that_is_stored__is_dropped_silently),
        scratch_test(a_stored_place__hides_neither_another_place_nor_another_session),
        scratch_test(a_mark__is_taken_back_with_its_write),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

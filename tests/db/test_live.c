/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is editing what: seen by the others, gone with the session, and never in anybody's way.
 */
#include "tests/db/scratch.h"

#include "db/live.h"

enum { NOW = 1700000000 };

static void assert_others(struct live *live, int64_t now, const char *expected)
{
    struct arena arena = ARENA_INIT;
    struct live_others others = live_others(live, now, &arena);
    struct str text = STR_INIT;

    for (size_t i = 0; i < others.n; i++)
        str_printf(&text, "%s|%s|%s\n", others.v[i].who, others.v[i].place ? others.v[i].place : "-",
                   others.v[i].text ? others.v[i].text : "-");
    assert_string_equal(text.text, expected);
    str_release(&text);
    arena_release(&arena);
}

static void what_one_types__is_seen_by_the_other(void **state)
{
    struct db *db = new_things(state);
    struct live *a = live_open(db, "何筆"), *b = live_open(db, "蘇文書");

    assert_non_null(a);
    assert_non_null(b);
    live_say(a, "item:1:2:proposal", "請各單位", NOW);
    live_say(b, NULL, NULL, NOW);
    assert_others(b, NOW + 1, "何筆|item:1:2:proposal|請各單位\n");
    assert_others(a, NOW + 1, "蘇文書|-|-\n");
    live_say(a, "item:1:2:proposal", "請各單位於", NOW + 2);
    assert_others(b, NOW + 3, "何筆|item:1:2:proposal|請各單位於\n");
    live_close(a);
    assert_others(b, NOW + 3, "");
    live_close(b);
    db_close(db);
}

static void who_says_nothing_any_more__is_gone(void **state)
{
    struct db *db = new_things(state);
    struct live *a = live_open(db, "何筆"), *b = live_open(db, "蘇文書");

    live_say(a, "x", "y", NOW);
    assert_others(b, NOW + LIVE_FRESH_S - 1, "何筆|x|y\n");
    assert_others(b, NOW + LIVE_FRESH_S, "");
    live_close(a);
    live_close(b);
    db_close(db);
}

static void a_damaged_file__is_made_anew(void **state)
{
    struct db *db = new_things(state);
    struct live *a;

    write_file(path_of(state, "x.db-live"), "this is no database, and longer than a header would be", 54);
    a = live_open(db, "何筆");
    assert_non_null(a);
    live_say(a, "x", "y", NOW);
    assert_others(a, NOW, "");
    live_close(a);
    db_close(db);
}

static void a_file_deleted_under_us__does_no_harm(void **state)
{
    struct db *db = new_things(state);
    struct live *a = live_open(db, "何筆");

    assert_int_equal(unlink(path_of(state, "x.db-live")), 0);
    live_say(a, "x", "y", NOW);
    assert_others(a, NOW, "");
    live_close(a);
    db_close(db);
}

static void the_database_itself__is_not_touched(void **state)
{
    struct db *db = new_things(state), *other = old_things(state);
    struct stat info;
    struct live *a = live_open(db, "何筆");

    (void)db_changed_outside(other);
    live_say(a, "x", "y", NOW);
    assert_false(db_changed_outside(other));
    assert_int_equal(stat(path_of(state, "x.db-live"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600); /* closed statements may be typed */
    live_close(a);
    db_close(other);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(what_one_types__is_seen_by_the_other),
        scratch_test(who_says_nothing_any_more__is_gone),
        scratch_test(a_damaged_file__is_made_anew),
        scratch_test(a_file_deleted_under_us__does_no_harm),
        scratch_test(the_database_itself__is_not_touched),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

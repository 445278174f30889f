/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formats of papers all say the same: every paper of every fixture, in every style and both copies.
 */
#include "tests/core/written.h"

#include "core/paper/paper.h"

enum { FILES_MAX = 100 };

/* Every paper of a meeting in both copies. */
static void compare_papers(const struct snapshot *s, const struct snapshot *previous,
                           const struct style *style, const char *which)
{
    for (size_t i = 0; paper_at(i); i++)
        for (int copy = COPY_PUBLIC; copy <= COPY_INTERNAL; copy++) {
            const struct paper_source source = {s, previous, style, (enum copy)copy};
            struct document document;
            struct err err = {0};

            document_init(&document);
            assert_int_equal(paper_build(paper_at(i), &source, &document, &err), STATUS_OK);
            assert_all_say_the_same(&document, which);
            document_release(&document);
        }
}

/* In every style; PREVIOUS is the meeting before it, 0: not at hand. */
static void compare_meeting(struct db *db, int64_t id, int64_t previous_id, const char *which)
{
    struct snapshot s, previous = SNAPSHOT_INIT;
    struct style *style;
    struct err err = {0};

    assert_int_equal(snapshot_load(db, id, &s, &err), STATUS_OK);
    if (previous_id)
        assert_int_equal(snapshot_load(db, previous_id, &previous, &err), STATUS_OK);
    for (size_t i = 0; style_builtin_name(i); i++) {
        assert_int_equal(style_load(style_builtin_name(i), &style, &err), STATUS_OK);
        compare_papers(&s, previous_id ? &previous : NULL, style, which);
        style_free(style);
    }
    snapshot_release(&previous);
    snapshot_release(&s);
}

static void formats__say_the_same__for_every_fixture_and_style(void **state)
{
    char *names[FILES_MAX];
    size_t n = list_files(FIXTURES, ".json", names, FILES_MAX), meetings = 0;

    for (size_t i = 0; i < n; i++) {
        struct str path = STR_INIT;
        struct db *db = new_db(state, "paper.db");
        int64_t last;

        str_printf(&path, FIXTURES "%s", names[i]);
        import_file(db, path.text);
        last = ask(db, "SELECT coalesce(max(id), 0) FROM meeting");
        for (int64_t id = 1; id <= last; id++, meetings++)
            compare_meeting(db, id, 0, names[i]);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "paper.db")), 0);
        str_release(&path);
        free(names[i]);
    }
    assert_true(n >= 15 && meetings >= n);
}

static void formats__say_the_same__for_the_example(void **state)
{
    struct db *db = new_db(state, "paper.db");

    import_file(db, EXAMPLE);
    assert_int_equal(ask(db, "SELECT count(*) FROM meeting"), 3);
    for (int64_t id = 1; id <= 3; id++)
        compare_meeting(db, id, id - 1, EXAMPLE);
    db_close(db);
}

/* A form for each member, a table for each decision, letters, everything in landscape. */
static void formats__say_the_same__in_a_style_of_one_s_own(void **state)
{
    static const char own[] =
        "[reply]\neach = yes\n[tracking_table]\neach = \"案由1\"\nlandscape = yes\n"
        "lines = \"letter\"\ncolumns = \"n key by_letter decision\"\n"
        "[signin]\nlandscape = yes\n[fees]\nlandscape = yes\n[roster]\nlandscape = yes\n"
        "[head]\nlines = \"letter minutes_letter present\"\n";
    struct db *db = new_db(state, "paper.db");
    struct snapshot s;
    struct style *style;
    struct err err = {0};

    import_file(db, EXAMPLE);
    write_file(path_of(state, "own.ini"), own, sizeof own - 1);
    assert_int_equal(style_load(path_of(state, "own.ini"), &style, &err), STATUS_OK);
    load_meeting(db, "112-2", &s);
    compare_papers(&s, NULL, style, "own.ini");
    snapshot_release(&s);
    style_free(style);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(formats__say_the_same__for_every_fixture_and_style),
        scratch_test(formats__say_the_same__for_the_example),
        scratch_test(formats__say_the_same__in_a_style_of_one_s_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

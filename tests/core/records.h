/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of core/ that need a committee: records from tests/fixtures, a database of the test's own,
 * import and export. Tests run from the project's root.
 */
#ifndef YISHI_TESTS_CORE_RECORDS_H
#define YISHI_TESTS_CORE_RECORDS_H

#include "tests/db/scratch.h"

#include "core/base/text.h"
#include "core/cycle/snapshot.h"
#include "core/record/record.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define FIXTURES "tests/fixtures/"
#define EXAMPLE "core/record/example.json"

/* A new, empty database in the test's directory. */
static inline struct db *new_db(void **state, const char *name)
{
    struct db *db = NULL;
    struct err err = {0};

    assert_int_equal(db_open(&db, path_of(state, name), DB_CREATE, &err), STATUS_OK);
    return db;
}

/* Everything that is wrong, a line each: "place CODE". */
static inline void problems_text(const struct problems *problems, struct str *out)
{
    static const char *const names[] = {
#define X(name) #name,
#include "core/base/codes.def"
#undef X
    };

    for (size_t i = 0; i < problems->n; i++)
        str_printf(out, "%s\t%s\n", *problems->v[i].place ? problems->v[i].place : "-",
                   names[problems->v[i].code]);
}

static inline enum status import_text(struct db *db, const char *text, size_t len_bytes, bool replace,
                                      enum record_result *result, struct problems *problems)
{
    struct err err = {0};

    return record_import_text(db, &stamp, text, len_bytes, replace, result, problems, &err);
}

/* Import what must be right. */
static inline void import_right(struct db *db, const char *text, size_t len_bytes,
                                enum record_result expected)
{
    struct problems problems;
    enum record_result result;
    enum status status;

    problems_init(&problems);
    status = import_text(db, text, len_bytes, false, &result, &problems);
    if (status) {
        struct str wrong = STR_INIT;

        problems_text(&problems, &wrong);
        print_message("%s", wrong.text);
        str_release(&wrong);
    }
    assert_int_equal(status, STATUS_OK);
    assert_int_equal(result, expected);
    problems_release(&problems);
}

static inline void import_file(struct db *db, const char *path)
{
    struct str text = STR_INIT;

    read_file(path, &text);
    import_right(db, text.text, text.len_bytes, RECORD_STORED);
    str_release(&text);
}

/* The only committee's record. */
static inline void export_text(struct db *db, struct str *out)
{
    struct record record = RECORD_INIT;
    struct err err = {0};

    str_clear(out);
    assert_int_equal(record_load(db, ask(db, "SELECT min(id) FROM committee"), &record, &err), STATUS_OK);
    assert_int_equal(record_write(&record, out, &err), STATUS_OK);
    record_release(&record);
}

/* A record in a database of its own, and the snapshot of one of its meetings. */
static inline void load_meeting(struct db *db, const char *key, struct snapshot *s)
{
    struct err err = {0};
    int64_t id;

    assert_int_equal(meeting_id_find(db, ask(db, "SELECT min(id) FROM committee"), key, &id, &err),
                     STATUS_OK);
    assert_int_equal(snapshot_load(db, id, s, &err), STATUS_OK);
}

/* Replace the N-th (from 1) OLD in TEXT; it must be there. */
static inline void replace_nth(struct str *text, int n, const char *old, const char *with)
{
    char *at = text->text;

    for (int i = 0; i < n; i++) {
        at = strstr(i ? at + 1 : at, old);
        assert_non_null(at);
    }
    str_splice(text, (size_t)(at - text->text), strlen(old), with, strlen(with));
    assert_false(str_failed(text));
}

static inline void replace_one(struct str *text, const char *old, const char *with)
{
    replace_nth(text, 1, old, with);
}

static inline bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), k = strlen(end);

    return n >= k && strcmp(text + n - k, end) == 0;
}

/* The names in DIRECTORY that end in END, in order, into NAMES of ROOM; how many. Freed by the caller. */
static inline size_t list_files(const char *directory, const char *end, char **names, size_t room)
{
    struct dirent **entries = NULL;
    int found = scandir(directory, &entries, NULL, alphasort);
    size_t n = 0;

    assert_true(found > 0);
    for (int i = 0; i < found; i++) {
        if (ends_with(entries[i]->d_name, end)) {
            assert_true(n < room);
            names[n] = strdup(entries[i]->d_name);
            assert_non_null(names[n++]);
        }
        free(entries[i]);
    }
    free(entries);
    return n;
}

#endif

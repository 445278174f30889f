/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of drafts: sessions that type, and a look at what they left.
 */
#ifndef YISHI_TESTS_DB_DRAFTS_H
#define YISHI_TESTS_DB_DRAFTS_H

#include "tests/db/scratch.h"

#include "db/draft.h"

#define UUID "01234567-89ab-4cde-8f01-23456789abcd"
#define WHEN "2023-05-24T06:00:00.000Z"

static inline struct draft_file *opened(void **state, const char *uuid)
{
    struct draft_file *file = NULL;

    assert_int_equal(draft_open(&file, path_of(state, "drafts"), uuid, NULL), STATUS_OK);
    return file;
}

static inline int64_t put(struct draft_file *file, const char *place, const char *text)
{
    int64_t serial = 0;

    assert_int_equal(draft_put(file, place, text, strlen(text), 3, WHEN, &serial, NULL), STATUS_OK);
    return serial;
}

/* A session of the database UUID that puts TEXT at each place and is left as it stands. */
static inline void leave(void **state, const char *uuid, const char *const *places, const char *text)
{
    struct draft_file *file = opened(state, uuid);

    for (; *places; places++)
        (void)put(file, *places, text);
    draft_close(file);
}

struct found {
    struct draft_orphan *v;
    size_t n;
};

static inline struct found look(void **state, struct db *db)
{
    struct found found = {0};

    assert_int_equal(draft_orphans(db, path_of(state, "drafts"), &found.v, &found.n, NULL), STATUS_OK);
    return found;
}

static inline int files_left(void **state)
{
    return count_files(path_of(state, "drafts"), "draft-");
}

#endif

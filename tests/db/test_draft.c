/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts while they are typed: what was acknowledged outlives whatever ends the session, and a living
 * session is never taken for a dead one.
 */
#include "tests/db/drafts.h"

#include <sys/resource.h>

/* ---- a session's own file
 * ------------------------------------------------------------------------------------ */

static void a_draft_file__is_for_its_owner_alone_in_a_directory_that_is_made(void **state)
{
    struct draft_file *file;
    struct stat info;

    assert_int_equal(draft_open(&file, path_of(state, "state/yishi/drafts"), UUID, NULL), STATUS_OK);
    assert_int_equal(stat(path_of(state, "state"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
    assert_int_equal(count_files(path_of(state, "state/yishi/drafts"), "draft-" UUID "-"),
                     2); /* and its log */
    draft_close(file);
    assert_int_equal(count_files(path_of(state, "state/yishi/drafts"), ""), 0);
    draft_close(NULL);
}

static void sessions__have_names_of_their_own(void **state)
{
    struct draft_file *first = opened(state, UUID), *second = opened(state, UUID);

    assert_int_equal(strlen(draft_session(first)), 16);
    assert_string_not_equal(draft_session(first), draft_session(second));
    draft_close(first);
    draft_close(second);
    assert_int_equal(files_left(state), 0);
}

static void a_serial__counts_up_whatever_the_place(void **state)
{
    struct draft_file *file = opened(state, UUID);

    for (int i = 1; i < 6; i++)
        assert_int_equal(put(file, i % 2 ? "item:1" : "item:2", "x"), i);
    assert_int_equal(draft_put(file, "item:3", "x", 1, 0, WHEN, NULL, NULL), STATUS_OK);
    assert_int_equal(put(file, "item:3", "x"), 7);
    draft_close(file);
}

static void a_dropped_draft__goes_with_its_file(void **state)
{
    struct draft_file *file = opened(state, UUID);

    (void)put(file, "item:1", "文字");
    assert_int_equal(draft_drop(file, "item:1", NULL), STATUS_OK);
    assert_int_equal(draft_drop(file, "item:never", NULL), STATUS_OK);
    draft_close(file);
    assert_int_equal(files_left(state), 0);
}

static void syncing__is_repeated_freely_and_shortens_the_log(void **state)
{
    struct draft_file *file = opened(state, UUID);
    struct scratch *scratch = *state;
    char *text = malloc(100001);
    struct str log = STR_INIT;
    struct stat info;

    assert_non_null(text);
    text[100000] = '\0';
    for (int i = 0; i < 60; i++) {
        memset(text, 'A' + i, 100000);
        (void)put(file, "item:1", text);
    }
    str_printf(&log, "%s/drafts/draft-" UUID "-%s.db-wal", scratch->directory, draft_session(file));
    assert_int_equal(stat(log.text, &info), 0);
    assert_true(info.st_size > 4000000); /* nothing was moved while keys were typed */
    for (int i = 0; i < 3; i++)
        assert_int_equal(draft_sync(file, NULL), STATUS_OK);
    assert_int_equal(stat(log.text, &info), 0);
    assert_int_equal(info.st_size, 0);
    (void)put(file, "item:1", "short");
    assert_int_equal(draft_sync(file, NULL), STATUS_OK);
    draft_close(file);
    str_release(&log);
    free(text);
}

/* ---- living and dead
 * ------------------------------------------------------------------------------------------ */

static void ones_own_draft__is_no_orphan(void **state)
{
    struct db *db = new_things(state);
    struct draft_file *file = opened(state, db_uuid(db));
    struct draft_orphan mine = {
        .session = (char *)(uintptr_t)draft_session(file), .place = (char[]){"p"}, .serial = 9};
    struct found found;

    (void)put(file, "p", "being typed");
    found = look(state, db);
    assert_int_equal(found.n, 0);
    assert_int_equal(draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), &mine, NULL), STATUS_BUSY);
    (void)put(file, "p", "being typed still");
    draft_close(file);
    found = look(state, db);
    assert_int_equal(found.n, 1);
    assert_string_equal(found.v[0].text, "being typed still");
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

/* Type growing texts into two places for ever, tell each serial after it was stored. */
static void type_for_ever(void **state, const char *uuid, int tell, int sync_every)
{
    struct draft_file *file = opened(state, uuid);
    struct str text = STR_INIT;
    int64_t serial;

    for (int i = 1;; i++) {
        str_add(&text, "字");
        if (draft_put(file, i % 2 ? "odd" : "even", text.text, text.len_bytes, text.len_bytes, WHEN, &serial,
                      NULL) != STATUS_OK ||
            serial != i)
            _exit(1);
        if (sync_every && i % sync_every == 0 && draft_sync(file, NULL) != STATUS_OK)
            _exit(2);
        if (write(tell, &serial, sizeof serial) != sizeof serial)
            _exit(3);
    }
}

static void kill_while_typing(void **state, int keys, int sync_every)
{
    char uuid[40];
    int64_t told = 0, n;
    struct found found;
    int pipes[2];
    pid_t child;
    struct db *db = new_things(state);

    memcpy(uuid, db_uuid(db), 37);
    db_close(db); /* no connection goes through a fork */
    assert_int_equal(pipe(pipes), 0);
    child = fork();
    assert_true(child >= 0);
    if (!child)
        type_for_ever(state, uuid, pipes[1], sync_every);
    assert_int_equal(close(pipes[1]), 0);
    for (int i = 0; i < keys; i++)
        assert_int_equal(read(pipes[0], &told, sizeof told), sizeof told);
    db = old_things(state);
    assert_int_equal(look(state, db).n, 0); /* it lives */
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    while (read(pipes[0], &n, sizeof n) == sizeof n)
        told = n;
    assert_int_equal(close(pipes[0]), 0);
    found = look(state, db);
    assert_int_equal(found.n, told > 1 ? 2 : 1);
    n = found.v[found.n - 1].serial;
    assert_true(n >= told && n <= told + 1);
    for (size_t i = 0; i < found.n; i++)
        assert_int_equal(found.v[i].len_bytes, found.v[i].serial * 3);
    for (size_t i = 0; i < found.n; i++)
        assert_int_equal(draft_orphan_drop(path_of(state, "drafts"), db_uuid(db), &found.v[i], NULL),
                         STATUS_OK);
    draft_orphans_free(found.v, found.n);
    assert_int_equal(count_files(path_of(state, "drafts"), ""), 0);
    db_close(db);
    assert_int_equal(unlink(path_of(state, "x.db")), 0);
}

static void a_session_killed_while_typing__loses_no_key_that_was_stored(void **state)
{
    static const int keys[] = {2, 3, 10, 77, 400, 1500};

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        for (int sync_every = 0; sync_every <= 60; sync_every += 30)
            kill_while_typing(state, keys[i], sync_every);
}

/* Sessions that come and go, each looking for orphans while others are making their files. */
static int come_and_go(void **state, void *argument)
{
    const char *uuid = argument;
    struct err err = {0};

    for (int i = 0; i < 15; i++) {
        struct draft_file *file;
        struct found found;
        struct db *db;

        while (open_things(&db, path_of(state, "x.db"), DB_READ, NULL) != STATUS_OK)
            ;
        if (draft_open(&file, path_of(state, "drafts"), uuid, &err) != STATUS_OK || err.code)
            return 1;
        if (draft_orphans(db, path_of(state, "drafts"), &found.v, &found.n, NULL) != STATUS_OK || found.n)
            return 2;
        for (int key = 0; key < 3; key++)
            if (draft_put(file, "p", "x", 1, 0, WHEN, NULL, NULL) != STATUS_OK)
                return 3;
        if (access(path_of(state, "drafts"), F_OK) != 0 || draft_drop(file, "p", NULL) != STATUS_OK)
            return 4;
        draft_close(file);
        db_close(db);
    }
    return 0;
}

static void sessions_that_start_together__never_take_each_other_for_dead(void **state)
{
    enum { SESSIONS = 6 };
    pid_t children[SESSIONS];
    char uuid[40];
    struct db *db = new_things(state);
    int status;

    memcpy(uuid, db_uuid(db), 37);
    db_close(db);
    for (int i = 0; i < SESSIONS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (!children[i])
            _exit(come_and_go(state, uuid));
    }
    for (int i = 0; i < SESSIONS; i++) {
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    assert_int_equal(count_files(path_of(state, "drafts"), ""), 0);
}

static int type_on_a_limit(void **state, void *argument)
{
    struct rlimit limit = {200000, 200000};
    struct draft_file *file = opened(state, argument);
    struct err err = {0};
    char text[5000];
    enum status status = STATUS_OK;

    memset(text, 'x', sizeof text);
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 9;
    for (int i = 0; i < 1000 && status == STATUS_OK; i++)
        status = draft_put(file, "p", text, 4000 + (size_t)i, 0, WHEN, NULL, &err);
    draft_close(file);
    return status == STATUS_FULL && err.code == CODE_DB_FULL ? 0 : 1;
}

static void a_full_disk__is_told_and_leaves_the_draft_before_it(void **state)
{
    char uuid[40];
    struct found found;
    struct db *db = new_things(state);

    memcpy(uuid, db_uuid(db), 37);
    db_close(db);
    assert_int_equal(in_child(type_on_a_limit, state, uuid), 0);
    db = old_things(state);
    found = look(state, db);
    assert_int_equal(found.n, 1);
    assert_int_equal(found.v[0].len_bytes, 4000 + found.v[0].serial - 1);
    draft_orphans_free(found.v, found.n);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_draft_file__is_for_its_owner_alone_in_a_directory_that_is_made),
        scratch_test(sessions__have_names_of_their_own),
        scratch_test(a_serial__counts_up_whatever_the_place),
        scratch_test(a_dropped_draft__goes_with_its_file),
        scratch_test(syncing__is_repeated_freely_and_shortens_the_log),
        scratch_test(ones_own_draft__is_no_orphan),
        scratch_test(a_session_killed_while_typing__loses_no_key_that_was_stored),
        scratch_test(sessions_that_start_together__never_take_each_other_for_dead),
        scratch_test(a_full_disk__is_told_and_leaves_the_draft_before_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

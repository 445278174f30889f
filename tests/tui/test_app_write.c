/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing from the application: stamps, waiting for others, conflicts, drafts.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/app.h"

#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct desk {
    char directory[64], path[96], drafts[96];
    struct config config;
    struct app app;
    struct db *db;
    int reloads;
};

static int remove_entry(const char *path, const struct stat *info, int flag, struct FTW *ftw)
{
    (void)info;
    (void)flag;
    (void)ftw;
    return remove(path);
}

static void start(struct desk *desk)
{
    struct err err = {0};

    memset(desk, 0, sizeof *desk);
    memcpy(desk->directory, "/tmp/yishi-test-XXXXXX", 23);
    assert_non_null(mkdtemp(desk->directory));
    (void)snprintf(desk->path, sizeof desk->path, "%s/x.db", desk->directory);
    (void)snprintf(desk->drafts, sizeof desk->drafts, "%s/drafts", desk->directory);
    assert_int_equal(db_open(&desk->db, desk->path, DB_CREATE, &err), STATUS_OK);
    config_init(&desk->config);
    app_init(&desk->app, &desk->config);
    desk->app.headless = true;
    desk->app.db = desk->db;
    desk->app.who = "陳秘書";
    desk->app.now = "2023-05-10T06:03:00Z";
    desk->app.draft_dir = desk->drafts;
}

static void finish(struct desk *desk)
{
    app_release(&desk->app);
    db_close(desk->db);
    config_release(&desk->config);
    assert_int_equal(nftw(desk->directory, remove_entry, 8, FTW_DEPTH | FTW_PHYS), 0);
}

/* A setting is the smallest thing that can be written. */
static enum status put(struct db *db, const struct stamp *stamp, const char *name, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status = write_begin(db, stamp, err);

    if (status)
        return status;
    status = stmt_begin(db, &stmt, "INSERT INTO setting (key, value) VALUES ($1, 'x')", err);
    if (!status) {
        stmt_text(stmt, 1, name);
        status = stmt_run(stmt, NULL, err);
        stmt_done(stmt);
    }
    return write_end(db, status, err);
}

static void write__carries_who_when_and_label__and_says_it_is_stored(void **state)
{
    struct desk desk;
    struct attempt attempt;
    enum status status;

    (void)state;
    start(&desk);
    app_attempt(&desk.app, &attempt, "報到：%s %s", "歐陽河", "出席");
    assert_string_equal(attempt.stamp.who, "陳秘書");
    assert_string_equal(attempt.stamp.when, "2023-05-10T06:03:00.000Z");
    assert_string_equal(attempt.stamp.label, "報到：歐陽河 出席");
    do
        status = put(desk.db, &attempt.stamp, "甲", &attempt.err);
    while (app_again(&desk.app, &attempt, status));
    assert_int_equal(status, STATUS_OK);
    assert_int_equal(desk.app.saved, SAVED_DONE);
    assert_string_equal(desk.app.saved_at, "14:03:00");
    assert_true(desk.app.changed);
    assert_string_equal(desk.app.message.text, "");
    finish(&desk);
}

static void long_label__is_cut_at_a_character(void **state)
{
    struct desk desk;
    struct attempt attempt;
    struct str name = STR_INIT;

    (void)state;
    start(&desk);
    str_add_repeat(&name, "水", 300);
    app_attempt(&desk.app, &attempt, "改%s", name.text);
    assert_int_equal(text_invalid_at(attempt.stamp.label, strlen(attempt.stamp.label)),
                     strlen(attempt.stamp.label));
    assert_true(strlen(attempt.stamp.label) > 200);
    str_release(&name);
    finish(&desk);
}

static void busy_database__is_tried_again_until_the_other_is_done(void **state)
{
    struct desk desk;
    struct db *other = NULL;
    struct err err = {0};
    struct stamp stamp = {"別人", "2023-05-10T06:00:00.000Z", "寫入"};
    struct attempt attempt;
    enum status status;
    int tries = 0;

    (void)state;
    start(&desk);
    assert_int_equal(db_open(&other, desk.path, DB_WRITE, &err), STATUS_OK);
    assert_int_equal(write_begin(other, &stamp, &err), STATUS_OK);
    app_attempt(&desk.app, &attempt, "新增");
    do {
        status = put(desk.db, &attempt.stamp, "乙", &attempt.err);
        if (++tries == 3) {
            assert_int_equal(desk.app.saved, SAVED_WAITING);
            assert_int_equal(write_end(other, STATUS_OK, &err), STATUS_OK);
        }
    } while (app_again(&desk.app, &attempt, status));
    assert_int_equal(status, STATUS_OK);
    assert_int_equal(tries, 4);
    assert_int_equal(desk.app.saved, SAVED_DONE);
    db_close(other);
    finish(&desk);
}

static void failure__is_said__unless_the_caller_words_it(void **state)
{
    static const struct {
        enum status status;
        enum code code;
        bool quiet;
        enum saved saved;
        const char *message;
        bool changed;
    } cases[] = {
        {STATUS_NO, CODE_KEY_IN_USE, false, SAVED_NOTHING, "「甲」已經有了。", false},
        {STATUS_NO, CODE_KEY_IN_USE, true, SAVED_NOTHING, "", false},
        {STATUS_CONFLICT, CODE_DB_CONFLICT, true, SAVED_NOTHING, "", true},
        {STATUS_MEMORY, CODE_MEMORY, true, SAVED_FAILED, "", false},
        {STATUS_FULL, CODE_DB_FULL, true, SAVED_FAILED, "", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk desk;
        struct attempt attempt;

        start(&desk);
        app_attempt(&desk.app, &attempt, "新增");
        attempt.quiet = cases[i].quiet;
        (void)err_set(&attempt.err, cases[i].status, cases[i].code, NULL, "甲", NULL);
        assert_false(app_again(&desk.app, &attempt, cases[i].status));
        assert_int_equal(desk.app.saved, cases[i].saved);
        assert_int_equal(desk.app.changed, cases[i].changed);
        assert_string_equal(desk.app.message.text, cases[i].message);
        finish(&desk);
    }
}

static size_t orphans(struct desk *desk)
{
    struct draft_orphan *list = NULL;
    struct err err = {0};
    size_t n = 0;

    assert_int_equal(draft_orphans(desk->db, desk->drafts, &list, &n, &err), STATUS_OK);
    draft_orphans_free(list, n);
    return n;
}

static void draft__outlives_the_application__unless_it_was_stored(void **state)
{
    struct desk desk;
    struct attempt attempt;
    enum status status;

    (void)state;
    start(&desk);
    assert_true(app_draft_put(&desk.app, "item:1", "打到一半", 12, 12));
    assert_int_equal(desk.app.saved, SAVED_DRAFT);
    assert_true(app_draft_put(&desk.app, "item:2", "另一段", 9, 0));
    app_attempt(&desk.app, &attempt, "儲存");
    status = write_begin(desk.db, &attempt.stamp, &attempt.err);
    assert_int_equal(status, STATUS_OK);
    assert_int_equal(app_draft_mark(&desk.app, "item:2", &attempt.err), STATUS_OK);
    assert_int_equal(write_end(desk.db, status, &attempt.err), STATUS_OK);
    app_release(&desk.app);
    desk.app.db = desk.db;
    assert_int_equal(orphans(&desk), 1);
    finish(&desk);
}

static void dropped_draft__is_not_offered_back(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    assert_true(app_draft_put(&desk.app, "item:1", "打到一半", 12, 12));
    app_draft_drop(&desk.app, "item:1");
    app_release(&desk.app);
    assert_int_equal(orphans(&desk), 0);
    finish(&desk);
}

static void without_a_place_for_drafts__nothing_is_promised(void **state)
{
    struct desk desk;

    (void)state;
    start(&desk);
    desk.app.draft_dir = NULL;
    assert_false(app_draft_put(&desk.app, "item:1", "x", 1, 1));
    assert_int_equal(desk.app.saved, SAVED_NOTHING);
    finish(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(write__carries_who_when_and_label__and_says_it_is_stored),
        cmocka_unit_test(long_label__is_cut_at_a_character),
        cmocka_unit_test(busy_database__is_tried_again_until_the_other_is_done),
        cmocka_unit_test(failure__is_said__unless_the_caller_words_it),
        cmocka_unit_test(draft__outlives_the_application__unless_it_was_stored),
        cmocka_unit_test(dropped_draft__is_not_offered_back),
        cmocka_unit_test(without_a_place_for_drafts__nothing_is_promised),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two at once: each sees what the other is typing, and nobody is interrupted.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "tui/live.h"
#include "tui/screens/text/text.h"

#include <stdio.h>
#include <string.h>

/* Drafts go beside the database, which is removed with all that lies there. */
static void open_office(struct office *office, char directory[64])
{
    office_open(office, true, "2024-05-14T05:50:00Z");
    (void)snprintf(directory, 64, "%.*s", (int)(strrchr(office->path, '/') - office->path), office->path);
    office->app.draft_dir = directory;
}

/* A second program on the same file, as 蘇文書. */
static void join(struct office *office, struct office *other)
{
    struct err err = {0};

    *other = *office;
    config_init(&other->config);
    app_init(&other->app, &other->config);
    assert_int_equal(db_open(&other->db, office->path, DB_WRITE, &err), STATUS_OK);
    other->app.db = other->db;
    other->app.who = "蘇文書";
    other->app.now = office->app.now;
    other->app.draft_dir = office->app.draft_dir;
    other->app.headless = true;
    other->app.committee_id = office->app.committee_id;
}

static void leave(struct office *other)
{
    app_release(&other->app);
    config_release(&other->config);
    db_close(other->db);
}

static int64_t first_item(struct office *office, int64_t meeting)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct err err = {0};
    int64_t id = 0;

    assert_int_equal(snapshot_load(office->db, meeting, &s, &err), STATUS_OK);
    for (size_t i = 0; i < s.meeting.items.n && !id; i++)
        if (s.meeting.items.v[i].section == SECTION_REPORT)
            id = s.meeting.items.v[i].row.id;
    snapshot_release(&s);
    return id;
}

static void open_explanation(struct office *office)
{
    const int64_t meeting = office_meeting(office, "113-1");
    const struct draft_place place = {
        .kind = DRAFT_EXPLANATION, .meeting_id = meeting, .item_id = first_item(office, meeting)};

    assert_true(home_push(&office->app));
    assert_true(text_open(&office->app, &place, NULL));
}

static void what_one_types__stands_in_the_others_top_line(void **state)
{
    struct office office, other;
    char directory[64];

    (void)state;
    open_office(&office, directory);
    join(&office, &other);
    assert_true(home_push(&other.app));
    live_look(&office.app);
    live_look(&other.app);
    assert_sees(&other, "● 何筆");
    open_explanation(&office);
    office_type(&office, "新");
    live_look(&office.app);
    live_look(&other.app);
    assert_sees(&other, "✎ 何筆 ");
    assert_fits_every_size(&other);
    office_key(&office, "F2"); /* stored: he types no longer */
    live_look(&office.app);
    live_look(&other.app);
    assert_sees(&other, "● 何筆");
    leave(&other);
    live_look(&office.app);
    assert_sees_not(&office, "蘇文書");
    office_close(&office);
}

static void the_same_text_open_twice__is_said_once(void **state)
{
    struct office office, other;
    char directory[64];

    (void)state;
    open_office(&office, directory);
    join(&office, &other);
    open_explanation(&office);
    open_explanation(&other);
    office_type(&office, "甲");
    office_type(&other, "乙");
    live_look(&office.app);
    live_look(&other.app);
    assert_sees(&other, "何筆 也在改這段文字");
    office_type(&other, "丙");
    live_look(&other.app);
    assert_sees_not(&other, "也在改這段文字");
    leave(&other);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_one_types__stands_in_the_others_top_line),
        cmocka_unit_test(the_same_text_open_twice__is_said_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the agenda share. Include after cmocka.h.
 */
#ifndef YISHI_TESTS_TUI_AGENDA_HELP_H
#define YISHI_TESTS_TUI_AGENDA_HELP_H

#include "tests/tui/office.h"

#include "core/cycle/desk.h"

static const char spring[] = "2024-05-02T06:03:00Z";

static inline void load(struct office *office, const char *key, struct snapshot *s)
{
    struct err err = {0};

    assert_int_equal(snapshot_load(office->db, office_meeting(office, key), s, &err), STATUS_OK);
}

static inline void open_agenda(struct office *office, const char *key)
{
    office_open(office, true, spring);
    assert_true(home_push(&office->app));
    assert_true(agenda_push(&office->app, office_meeting(office, key)));
}

/* "1 主席致詞 / 3 資料盤點 / ..." of the stored items, in their order: section and title. */
static inline void assert_items(struct office *office, const char *key, int section, const char *expected)
{
    struct snapshot s;
    struct str titles = STR_INIT;

    load(office, key, &s);
    for (size_t i = 0; i < s.meeting.items.n; i++) {
        const struct item *item = &s.meeting.items.v[i];

        if (item->section != section)
            continue;
        str_add(&titles, titles.len_bytes ? "|" : "");
        str_add(&titles, item->none ? "(none)" : item->abridged ? "(abridged)" : item->title);
    }
    assert_string_equal(titles.text, expected);
    str_release(&titles);
    snapshot_release(&s);
}

/* A meeting of its own: the report section has A, B and C. */
static inline void open_letters(struct office *office)
{
    static const char *const titles[] = {"甲案", "乙案", "丙案"};
    const struct stamp stamp = {"何筆", "2024-05-02T05:00:00.000Z", "測試"};
    int64_t meeting = 0, id = 0;
    struct err err = {0};

    office_open(office, true, spring);
    assert_int_equal(meeting_create(office->db, &stamp, office->app.committee_id, "2024-06-20",
                                    MEETING_EXTRAORDINARY, &meeting, &err),
                     STATUS_OK);
    for (size_t i = 0; i < 3; i++) {
        struct snapshot s;
        struct item item;

        assert_int_equal(snapshot_load(office->db, meeting, &s, &err), STATUS_OK);
        entity_defaults(&item_entity, &item);
        item.section = SECTION_REPORT;
        item.title = titles[i];
        assert_int_equal(item_add(office->db, &stamp, &s, &item, 0, &id, &err), STATUS_OK);
        snapshot_release(&s);
    }
    assert_true(home_push(&office->app));
    assert_true(agenda_push(&office->app, meeting));
}

static inline void press(struct office *office, const char *name, int times)
{
    for (int i = 0; i < times; i++)
        office_key(office, name);
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of the screens: a program without a terminal, on a database of its own, at a pinned hour.
 * Include after cmocka.h.
 */
#ifndef YISHI_TESTS_TUI_OFFICE_H
#define YISHI_TESTS_TUI_OFFICE_H

#include "core/base/builtin.h"
#include "core/cycle/snapshot.h"
#include "core/record/record.h"
#include "tests/tui/screen_text.h"
#include "tui/app.h"
#include "tui/screens/screens.h"

#include <ftw.h>
#include <stdio.h>

struct office {
    struct config config;
    struct app app;
    struct db *db;
    char path[64];
};

static inline void office_import(struct office *office, const char *text)
{
    const struct stamp stamp = {"何筆", "2024-05-02T05:00:00.000Z", "匯入"};
    struct record record = RECORD_INIT;
    struct problems problems;
    enum record_result result;
    struct err err = {0};

    problems_init(&problems);
    assert_int_equal(record_parse(text, strlen(text), &record, &problems, &err), STATUS_OK);
    assert_int_equal(record_import(office->db, &stamp, &record, false, &result, &problems, &err), STATUS_OK);
    record_release(&record);
    problems_release(&problems);
}

static inline void office_choose_committee(struct office *office)
{
    struct arena arena = ARENA_INIT;
    struct committee_lines lines;
    struct err err = {0};

    assert_int_equal(committee_list(office->db, &arena, &lines, &err), STATUS_OK);
    office->app.committee_id = lines.n ? lines.v[0].id : 0;
    arena_release(&arena);
}

/* A new database; with EXAMPLE the committee that the program ships. NOW is UTC, "2024-05-02T06:03:00Z". */
static inline void office_open(struct office *office, bool example, const char *now)
{
    struct err err = {0};

    (void)snprintf(office->path, sizeof office->path, "/tmp/yishi-office-XXXXXX");
    assert_non_null(mkdtemp(office->path));
    (void)snprintf(office->path + strlen(office->path), 16, "/yishi.db");
    config_init(&office->config);
    app_init(&office->app, &office->config);
    assert_int_equal(db_open(&office->db, office->path, DB_CREATE, &err), STATUS_OK);
    office->app.db = office->db;
    office->app.who = "何筆";
    office->app.now = now;
    office->app.headless = true;
    if (example)
        office_import(office, theme_file_find("record", "example")->text);
    office_choose_committee(office);
}

static inline int office_remove(const char *path, const struct stat *info, int flag, struct FTW *ftw)
{
    (void)info;
    (void)flag;
    (void)ftw;
    return remove(path);
}

static inline void office_close(struct office *office)
{
    draw_target(NULL);
    app_release(&office->app);
    config_release(&office->config);
    db_close(office->db);
    *strrchr(office->path, '/') = '\0';
    assert_int_equal(nftw(office->path, office_remove, 8, FTW_DEPTH | FTW_PHYS), 0);
}

/* Bytes as a terminal sends them; a dialog takes its keys from the rest of them. */
static inline void office_type(struct office *office, const char *bytes)
{
    app_feed_bytes(&office->app, bytes);
}

static inline void office_key(struct office *office, const char *name)
{
    struct key key = key_named(name);

    app_feed(&office->app, &key);
}

static inline int64_t office_meeting(struct office *office, const char *key)
{
    struct err err = {0};
    int64_t id = 0;

    assert_int_equal(meeting_id_find(office->db, office->app.committee_id, key, &id, &err), STATUS_OK);
    return id;
}

/* The whole screen as text, a line a row. */
static inline void office_screen(struct office *office, int cols, int rows, struct str *out)
{
    assert_true(app_draw(&office->app, cols, rows));
    assert_true(cells_whole(&office->app.cells));
    for (int y = 0; y < rows; y++) {
        cells_row_text(&office->app.cells, y, out);
        str_add_char(out, '\n');
    }
}

static inline bool office_sees(struct office *office, const char *text)
{
    struct str screen = STR_INIT;
    bool found;

    office_screen(office, 100, 30, &screen);
    found = strstr(screen.text, text) != NULL;
    str_release(&screen);
    return found;
}

/* The screen shows TEXT at 100x30, or the test fails with the screen. */
static inline void assert_sees(struct office *office, const char *text)
{
    struct str screen = STR_INIT;

    office_screen(office, 100, 30, &screen);
    if (!strstr(screen.text, text))
        print_error("not on the screen: %s\n%s\n", text, screen.text);
    assert_non_null(strstr(screen.text, text));
    str_release(&screen);
}

static inline void assert_sees_not(struct office *office, const char *text)
{
    struct str screen = STR_INIT;

    office_screen(office, 100, 30, &screen);
    if (strstr(screen.text, text))
        print_error("on the screen: %s\n%s\n", text, screen.text);
    assert_null(strstr(screen.text, text));
    str_release(&screen);
}

/* It is drawn whole at every size from the smallest up, whatever the terminal's ambiguous characters are
 * wide, without a caret outside. */
static inline void assert_fits_every_size(struct office *office)
{
    for (int ambiguous = 2; ambiguous >= 1; ambiguous--)
        for (int cols = 60; cols <= 132; cols += 3)
            for (int rows = 16; rows <= 44; rows += 4) {
                struct str screen = STR_INIT;

                draw_set_ambiguous(ambiguous);
                office_screen(office, cols, rows, &screen);
                assert_true(office->app.cells.caret_x < cols && office->app.cells.caret_y < rows);
                str_release(&screen);
            }
}

#endif

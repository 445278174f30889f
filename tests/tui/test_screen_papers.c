/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meeting's papers: all are listed, each can be looked at in every style and written to a file.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/paper/paper.h"
#include "tests/tui/office.h"

#include <stdio.h>
#include <unistd.h>

#define ENTER "\r"
#define ESC "\033"
#define CTRL_U "\025"
#define DOWN "\033[B"

static void at_papers(struct office *office, const char *meeting)
{
    memset(office, 0, sizeof *office);
    office_open(office, true, "2024-05-02T06:03:00Z");
    assert_true(home_push(&office->app));
    assert_true(prepare_push(&office->app, office_meeting(office, meeting)));
    office_key(office, "Alt-9");
}

static void every_paper__is_listed_with_what_it_is_for(void **state)
{
    static const char *const names[] = {
        "開會通知",       "出席回復單", "議程",    "上次會議決議事項辦理情形表", "委員名單", "簽到表",
        "出席費及交通費", "主席主持稿", "會議紀錄"};
    struct office office;
    size_t n = 0;

    (void)state;
    at_papers(&office, "113-1");
    for (; n < sizeof names / sizeof *names; n++)
        assert_sees(&office, names[n]);
    assert_null(paper_at(n)); /* none has only its name in the program */
    assert_fits_every_size(&office);
    office_type(&office, ESC);
    assert_sees_not(&office, "主席主持稿");
    office_close(&office);
}

/* The selected paper into the file NAME beside the database, and what then stands there. */
static void write_as(struct office *office, const char *name, char *text, size_t room)
{
    char path[128], keys[192];
    FILE *file;
    size_t n;

    (void)snprintf(path, sizeof path, "%.*s/%s", (int)(strrchr(office->path, '/') - office->path),
                   office->path, name);
    (void)snprintf(keys, sizeof keys, "w" CTRL_U "%s" ENTER, path);
    office_type(office, keys);
    assert_sees(office, "已寫入");
    file = fopen(path, "rb");
    assert_non_null(file);
    n = fread(text, 1, room - 1, file);
    text[n] = '\0';
    assert_int_equal(fclose(file), 0);
    assert_int_equal(unlink(path), 0);
}

static void a_paper__is_written_as_it_prints__in_another_style_too(void **state)
{
    struct office office;
    char text[16384];

    (void)state;
    at_papers(&office, "113-1");
    write_as(&office, "notice.txt", text, sizeof text);
    assert_non_null(strstr(text, "水文部開會通知單"));
    office_type(&office, DOWN DOWN);
    write_as(&office, "agenda.txt", text, sizeof text);
    assert_null(strstr(text, "第一案"));
    office_type(&office, "ss");
    assert_sees(&office, "docket");
    write_as(&office, "agenda.txt", text, sizeof text);
    assert_non_null(strstr(text, "「政府資料開放諮詢小組」113 年第 1 次會議 議程"));
    assert_non_null(strstr(text, "報告事項 第一案"));
    office_type(&office, ENTER ESC); /* looking at it leads back here */
    assert_sees(&office, "主席主持稿");
    office_close(&office);
}

/* In docket the table has what the meeting before noted, too. */
static void the_tracking_table__has_the_meeting_before(void **state)
{
    struct office office;
    char text[16384];

    (void)state;
    at_papers(&office, "113-1");
    office_type(&office, "ss" DOWN DOWN DOWN);
    write_as(&office, "tracking.md", text, sizeof text);
    assert_non_null(strstr(text, "| 洽悉。 |"));
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_paper__is_listed_with_what_it_is_for),
        cmocka_unit_test(a_paper__is_written_as_it_prints__in_another_style_too),
        cmocka_unit_test(the_tracking_table__has_the_meeting_before),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

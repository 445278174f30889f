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

/* ---- page by page ------------------------------------------------------------------------------- */

#define PGDN "\033[6~"
#define PGUP "\033[5~"
#define HOME "\033[H"
#define END "\033[F"
#define RIGHT "\033[C"

/* "第 3／3 頁" */
static void assert_last_page(struct office *office)
{
    char text[64];
    bool found = false;

    for (int n = 2; n < 10 && !found; n++) {
        (void)snprintf(text, sizeof text, "第 %d／%d 頁", n, n);
        found = office_sees(office, text);
    }
    assert_true(found);
}

static void pages__are_turned_one_by_one__with_header_and_number(void **state)
{
    struct office office;

    (void)state;
    at_papers(&office, "112-2");
    office_type(&office, END ENTER); /* the minutes are last */
    assert_sees(&office, "會議紀錄  第 1／");
    assert_sees(&office, "時間：112年12月5日");
    office_type(&office, PGDN);
    assert_sees(&office, "第 2／");
    assert_sees(&office, "水文部政府資料開放諮詢小組112年第2次會議紀錄"); /* the page's header */
    office_type(&office, PGUP);
    assert_sees(&office, "第 1／");
    assert_sees(&office, "時間：112年12月5日");
    office_type(&office, END);
    assert_last_page(&office);
    office_type(&office, PGUP PGUP PGUP PGUP HOME);
    assert_sees(&office, "第 1／");
    assert_fits_every_size(&office);
    office_type(&office, ESC);
    assert_sees(&office, "主席主持稿");
    office_close(&office);
}

static void pages__in_another_style_and_copy(void **state)
{
    struct office office;

    (void)state;
    at_papers(&office, "112-2");
    office_type(&office, END ENTER);
    assert_sees(&office, "formal  公開版");
    assert_sees(&office, "壹、主席致詞");
    office_type(&office, "s");
    assert_sees(&office, "classic  公開版");
    assert_sees(&office, "五、主席致詞");
    office_type(&office, "i");
    assert_sees(&office, "classic  內部版");
    office_type(&office, "i");
    assert_sees(&office, "classic  公開版");
    office_type(&office, ESC); /* the list keeps its own choice */
    office_type(&office, ENTER);
    assert_sees(&office, "formal  公開版");
    office_close(&office);
}

/* ---- to the printer ----------------------------------------------------------------------------- */

static void set(struct office *office, enum setting setting, const char *value)
{
    struct err err = {0};

    assert_int_equal(config_set(&office->config, setting, value, &err), STATUS_OK);
}

/* What is seen is what is printed: upright as text, else as the style says. */
static void a_page_wider_than_the_screen__is_moved_sideways(void **state)
{
    struct office office;
    struct str screen = STR_INIT;

    (void)state;
    at_papers(&office, "113-1");
    office_type(&office, DOWN DOWN DOWN ENTER);
    assert_sees_not(&office, "←→ 看左右");
    office_type(&office, ESC);
    set(&office, SET_PRINT_FORMAT, "odt");
    office_type(&office, ENTER);
    assert_sees(&office, "←→ 看左右");
    office_screen(&office, 80, 24, &screen);
    assert_null(strstr(screen.text, "列管建議"));
    office_type(&office, RIGHT RIGHT RIGHT RIGHT RIGHT RIGHT);
    str_clear(&screen);
    office_screen(&office, 80, 24, &screen);
    assert_non_null(strstr(screen.text, "列管建議"));
    assert_null(strstr(screen.text, "列管編號"));
    str_release(&screen);
    office_close(&office);
}

static void take_printed(const struct office *office, char *text, size_t room)
{
    char path[128];
    FILE *file;
    size_t n;

    (void)snprintf(path, sizeof path, "%.*s/printed", (int)(strrchr(office->path, '/') - office->path),
                   office->path);
    file = fopen(path, "rb");
    assert_non_null(file);
    n = fread(text, 1, room - 1, file);
    text[n] = '\0';
    assert_int_equal(fclose(file), 0);
    assert_int_equal(unlink(path), 0);
}

static void a_paper__is_printed_by_the_command_of_the_settings(void **state)
{
    struct office office;
    char command[160], text[32768];

    (void)state;
    at_papers(&office, "112-2");
    (void)snprintf(command, sizeof command, "tee %.*s/printed <",
                   (int)(strrchr(office.path, '/') - office.path), office.path);
    set(&office, SET_PRINT_COMMAND, command);
    office_type(&office, END ENTER "p");
    assert_sees(&office, "會議紀錄 已送出列印");
    take_printed(&office, text, sizeof text);
    assert_non_null(strstr(text, "- 1 -\n\f水文部政府資料開放諮詢小組112年第2次會議紀錄\n"));
    set(&office, SET_PRINT_FORMAT, "html");
    office_type(&office, ESC);
    office_type(&office, HOME "p"); /* from the list too */
    assert_sees(&office, "開會通知 已送出列印");
    take_printed(&office, text, sizeof text);
    assert_non_null(strstr(text, "<title>水文部開會通知單</title>"));
    office_type(&office, "ip" ENTER); /* the internal copy is asked about, and Enter means no */
    assert_sees_not(&office, "已送出列印");
    office_type(&office, "p" DOWN ENTER);
    assert_sees(&office, "已送出列印");
    take_printed(&office, text, sizeof text);
    office_type(&office, "i");
    set(&office, SET_PRINT_COMMAND, "echo 沒有紙了; exit 2 #");
    office_type(&office, "p");
    assert_sees(&office, "沒有紙了");
    set(&office, SET_PRINT_COMMAND, "");
    office_type(&office, "p");
    assert_sees(&office, "還沒有列印指令：首頁按 s");
    office_close(&office);
}

static void minutes__are_printed_and_paged_from_their_step(void **state)
{
    struct office office;

    (void)state;
    memset(&office, 0, sizeof office);
    office_open(&office, true, "2024-05-02T06:03:00Z");
    assert_true(home_push(&office.app));
    assert_true(minutes_push(&office.app, office_meeting(&office, "112-2")));
    office_type(&office, "s" ENTER);
    assert_sees(&office, "會議紀錄  第 1／");
    assert_sees(&office, "classic");
    office_type(&office, ESC);
    set(&office, SET_PRINT_COMMAND, "true");
    office_type(&office, "p");
    assert_sees(&office, "會議紀錄 已送出列印（true）");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_paper__is_listed_with_what_it_is_for),
        cmocka_unit_test(a_paper__is_written_as_it_prints__in_another_style_too),
        cmocka_unit_test(the_tracking_table__has_the_meeting_before),
        cmocka_unit_test(pages__are_turned_one_by_one__with_header_and_number),
        cmocka_unit_test(pages__in_another_style_and_copy),
        cmocka_unit_test(a_page_wider_than_the_screen__is_moved_sideways),
        cmocka_unit_test(a_paper__is_printed_by_the_command_of_the_settings),
        cmocka_unit_test(minutes__are_printed_and_paged_from_their_step),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

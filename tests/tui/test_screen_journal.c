/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal screen: who, when, from what to what; older ones as they are wanted; nothing raw.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/cycle/desk.h"
#include "core/journal/history.h"
#include "tests/tui/office.h"
#include "tui/journal_words.h"

#include <sqlite3.h>

#define ENTER "\r"
#define ESC "\033"
#define DOWN "\033[B"
#define END "\033[F"
#define F8 "\033[19~"
#define F9 "\033[20~"

static void change_place(struct office *office, const char *meeting, const char *place, const char *when)
{
    const struct stamp stamp = {"何筆", when, place};
    const int64_t id = office_meeting(office, meeting);
    struct stmt *stmt;
    struct err err = {0};
    enum status status = write_begin(office->db, &stamp, &err);

    assert_int_equal(status, STATUS_OK);
    assert_int_equal(stmt_begin(office->db, &stmt, "UPDATE meeting SET place = $1 WHERE id = $2", &err),
                     STATUS_OK);
    stmt_text(stmt, 1, place);
    stmt_int(stmt, 2, id);
    status = stmt_run(stmt, NULL, &err);
    stmt_done(stmt);
    assert_int_equal(write_end(office->db, status, &err), STATUS_OK);
}

static void with_another_tool(struct office *office, const char *sql)
{
    sqlite3 *sqlite = NULL;

    assert_int_equal(sqlite3_open(office->path, &sqlite), SQLITE_OK);
    assert_int_equal(sqlite3_exec(sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
}

static void at_home(struct office *office)
{
    memset(office, 0, sizeof *office);
    office_open(office, true, "2024-05-02T06:03:00Z");
    change_place(office, "113-1", "河圖樓", "2024-05-02T05:30:00.000Z");
    change_place(office, "113-1", "洛書樓", "2024-05-02T23:30:09.000Z");
    assert_true(home_push(&office->app));
}

static void the_journal_opens_from_home__latest_first__with_what_changed(void **state)
{
    struct office office;

    (void)state;
    at_home(&office);
    office_type(&office, "j");
    assert_sees(&office, "異動 3 次");
    assert_sees(&office, "113/05/03(五) 07:30:09 何筆");
    assert_sees(&office, "會議（第 3 筆）地點：「河圖樓」 → 「洛書樓」");
    office_type(&office, DOWN);
    assert_sees(&office, "地點：「本部第2會議室」 → 「河圖樓」");
    office_type(&office, DOWN);
    assert_sees(&office, "新增委員會（第 1 筆）");
    office_type(&office, ENTER END);
    assert_sees_not(&office, "新增委員會（第 1 筆）");
    assert_fits_every_size(&office);
    office_type(&office, ENTER ESC);
    assert_sees(&office, "下次會議");
    office_close(&office);
}

static void a_meetings_journal_has_its_own_changes_only(void **state)
{
    struct office office;

    (void)state;
    at_home(&office);
    assert_true(prepare_push(&office.app, office_meeting(&office, "113-1")));
    office_key(&office, "Alt-8");
    assert_sees(&office, "113年第1次會議　異動 3 次");
    office_type(&office, ESC);
    assert_true(prepare_push(&office.app, office_meeting(&office, "112-1")));
    office_key(&office, "Alt-8");
    assert_sees(&office, "112年第1次會議　異動 1 次");
    assert_sees_not(&office, "洛書樓");
    office_close(&office);
}

static void a_filter_shows_what_has_the_words__and_is_cleared(void **state)
{
    struct office office;

    (void)state;
    at_home(&office);
    office_type(&office, "j/洛書" ENTER);
    assert_sees(&office, "異動 1 次　「洛書」");
    assert_sees_not(&office, "07:30:09 何筆        河圖");
    office_type(&office, F9);
    assert_sees(&office, "異動 3 次");
    office_type(&office, F8 "沒有這些字" ENTER);
    assert_sees(&office, "異動 0 次");
    assert_sees(&office, "沒有異動");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void a_new_change_appears__and_the_selection_stays(void **state)
{
    struct office office;

    (void)state;
    at_home(&office);
    office_type(&office, "j" DOWN);
    assert_sees(&office, "地點：「本部第2會議室」 → 「河圖樓」");
    change_place(&office, "113-1", "太極樓", "2024-05-03T01:00:00.000Z");
    office.app.changed = true;
    office_type(&office, " ");
    assert_sees(&office, "太極樓");
    assert_sees(&office, "地點：「本部第2會議室」 → 「河圖樓」");
    office_close(&office);
}

static void older_changes_come_when_the_last_row_is_reached__all_once(void **state)
{
    struct office office;
    char name[32], when[40];

    (void)state;
    at_home(&office);
    for (int i = 0; i < 230; i++) {
        (void)snprintf(name, sizeof name, "第%d樓", i);
        (void)snprintf(when, sizeof when, "2024-05-03T02:%02d:%02d.000Z", i / 60, i % 60);
        change_place(&office, "113-1", name, when);
    }
    office_type(&office, "j");
    assert_sees(&office, "最近的異動 100 次");
    office_type(&office, END);
    assert_sees(&office, "最近的異動 200 次");
    assert_sees(&office, "地點：「第129樓」 → 「第130樓」");
    office_type(&office, END);
    assert_sees(&office, "異動 233 次");
    office_type(&office, END);
    assert_sees(&office, "新增委員會（第 1 筆）");
    office_close(&office);
}

static void another_tools_changes_have_no_name__and_nothing_of_them_is_raw(void **state)
{
    struct office office;

    (void)state;
    at_home(&office);
    with_another_tool(&office, "UPDATE meeting SET place = char(27) || '[2J' || char(8238) || char(10) || 'x'"
                               " WHERE key = '113-1'");
    office_type(&office, "j");
    assert_sees(&office, "其他工具，無姓名");
    assert_sees(&office, "這些是用其他工具改的");
    assert_sees(&office, "<U+001B>[2J<U+202E><U+000A>x");
    office_close(&office);
}

/* ---- words ------------------------------------------------------------------------------------------ */

static void a_change_is_a_line_that_a_secretary_reads(void **state)
{
    static const struct {
        struct history_change change;
        const char *line;
    } cases[] = {
        {{"attendance", "update", "status", 4, "present", "leave"},
         "出席（第 4 筆）出席情形：「出席」 → 「請假」"},
        {{"item", "update", "title", 7, NULL, "新案"}, "議程案（第 7 筆）案由：空白 → 「新案」"},
        {{"member", "update", "given", 1, "河", NULL}, "委員（第 1 筆）名：「河」 → 空白"},
        {{"decision", "update", "kind", 2, "noted", "custom"},
         "決議（第 2 筆）決議種類：「洽悉」 → 「自訂文字」"},
        {{"attendance", "update", "online", 2, "0", "1"}, "出席（第 2 筆）視訊：「否」 → 「是」"},
        {{"nonesuch", "update", "odd", 2, "a", "b"}, "nonesuch（第 2 筆）odd：「a」 → 「b」"},
        {{"member", "update", "gender", 2, "x\033y", "male"}, "委員（第 2 筆）性別：「x<U+001B>y」 → 「男」"},
        {{"ballot", "delete", "member", 9, "m02", NULL}, "刪除記名票（第 9 筆）：委員「m02」"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history_change change = cases[i].change;
        const struct history_changes changes = {&change, 1};
        struct str line = STR_INIT;

        assert_int_equal(journal_line(&changes, 0, NULL, 80, &line), 1);
        assert_string_equal(line.text, cases[i].line);
        str_release(&line);
    }
}

static void a_row_that_was_added_is_one_line__named_after_its_list(void **state)
{
    struct history_change v[] = {
        {"node", "insert", "id", 5, NULL, "5"},           {"node", "insert", "meeting_id", 5, NULL, "2"},
        {"node", "insert", "field", 5, NULL, "proposal"}, {"node", "insert", "plain", 5, NULL, "0"},
        {"node", "insert", "text", 5, NULL, "擬同意。"},  {"node", "insert", "text", 6, NULL, "又一點"},
    };
    const struct history_changes changes = {v, 6};
    struct str line = STR_INIT;

    (void)state;
    assert_int_equal(journal_line(&changes, 0, NULL, 80, &line), 5);
    assert_string_equal(line.text, "新增擬辦（第 5 筆）：內容「擬同意。」");
    str_clear(&line);
    assert_int_equal(journal_line(&changes, 5, NULL, 4, &line), 6);
    assert_string_equal(line.text, "新增文字（第 6 筆）：內容「又…」");
    str_release(&line);
}

/* Every column of the schema has its word, so that no new one is forgotten. */
static void every_table_and_column_of_the_schema_has_a_word(void **state)
{
    struct office office;
    sqlite3 *sqlite = NULL;
    sqlite3_stmt *stmt = NULL;
    int missing = 0;

    (void)state;
    at_home(&office);
    assert_int_equal(sqlite3_open(office.path, &sqlite), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(
            sqlite,
            "SELECT DISTINCT tbl, col FROM change UNION SELECT m.name, i.name FROM"
            " sqlite_schema m JOIN pragma_table_info(m.name) i WHERE m.type = 'table' AND m.name <> 'context'"
            " AND EXISTS (SELECT 1 FROM sqlite_schema t WHERE t.type = 'trigger' AND"
            " t.tbl_name = m.name AND t.sql LIKE '%INTO change%')",
            -1, &stmt, NULL),
        SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(stmt, 0);
        const char *column = (const char *)sqlite3_column_text(stmt, 1);

        if (journal_table(table) == table || (!journal_column_inner(column) && strcmp(column, "ver") != 0 &&
                                              journal_column(table, column) == column)) {
            print_error("no word for %s.%s\n", table, column);
            missing++;
        }
    }
    assert_int_equal(sqlite3_finalize(stmt), SQLITE_OK);
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
    assert_int_equal(missing, 0);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_journal_opens_from_home__latest_first__with_what_changed),
        cmocka_unit_test(a_meetings_journal_has_its_own_changes_only),
        cmocka_unit_test(a_filter_shows_what_has_the_words__and_is_cleared),
        cmocka_unit_test(a_new_change_appears__and_the_selection_stays),
        cmocka_unit_test(older_changes_come_when_the_last_row_is_reached__all_once),
        cmocka_unit_test(another_tools_changes_have_no_name__and_nothing_of_them_is_raw),
        cmocka_unit_test(a_change_is_a_line_that_a_secretary_reads),
        cmocka_unit_test(a_row_that_was_added_is_one_line__named_after_its_list),
        cmocka_unit_test(every_table_and_column_of_the_schema_has_a_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

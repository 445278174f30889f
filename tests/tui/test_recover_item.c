/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed into an item's form and its tables outlives the program, and is offered back in its place.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/meeting/grid.h"
#include "tests/tui/recover_help.h"

/* On the form of item k1 of 113-1; as T, on its table of two lines whose first cell is under the cursor. */
static void item_at(struct office *office, bool table)
{
    struct snapshot s = session_snapshot(office);

    assert_true(home_push(&office->app));
    assert_true(item_push(&office->app, s.meeting.row.id, meeting_item(&s.meeting, "k1")->row.id));
    snapshot_release(&s);
    if (table)
        office_type(office, "\033[200~單位\t數量\n水質司\t12\n河川司\t7\n\033[201~表1\r" F6 ENTER);
}

static const struct grid *grid_of(const struct snapshot *s)
{
    return &meeting_item(&s->meeting, "k1")->tables.v[0];
}

static void field_of_an_item__comes_back_into_its_field(void **state)
{
    static const struct {
        const char *keys, *place, *typed, *stored;
    } cases[] = {
        {"\025第一季執行", "案由", "情形", "第一季執行情形"},
        {DOWN "\025資訊", "單位", "處", "資訊處"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk desk;
        struct office *office = &desk.office;
        const struct item *item;
        struct snapshot s;

        desk_open(&desk);
        item_at(office, false);
        office_type(office, cases[i].keys);
        crash_and_start(&desk);
        assert_sees(office, "113年第1次會議 案由一");
        assert_sees(office, cases[i].place);
        office_type(office, ENTER);
        assert_sees(office, "已放回原處");
        office_type(office, cases[i].typed);
        office_type(office, ENTER);
        s = session_snapshot(office);
        item = meeting_item(&s.meeting, "k1");
        assert_string_equal(i ? item->unit : item->title, cases[i].stored);
        snapshot_release(&s);
        office_type(office, ESC);
        crash_and_start(&desk);
        assert_sees_not(office, "還沒有存");
        office_close(office);
    }
}

static void cell_of_a_table_and_a_word_of_its_head__come_back_into_their_cell(void **state)
{
    static const struct {
        const char *keys, *place;
        int line, column;
        const char *stored;
    } cases[] = {
        {DOWN "9", "表1 第2列第1欄", 1, 0, "98"},
        {"\033[C9", "表1 第1列第2欄", 0, 1, "98"},
        {UP "9", "表1 表頭第1欄", -1, 0, "98"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk desk;
        struct office *office = &desk.office;
        struct snapshot s;

        desk_open(&desk);
        item_at(office, true);
        office_type(office, cases[i].keys);
        crash_and_start(&desk);
        assert_sees(office, cases[i].place);
        office_type(office, ENTER);
        assert_sees(office, "已放回原處");
        office_type(office, "8" ENTER);
        s = session_snapshot(office);
        assert_string_equal(cases[i].line < 0
                                ? grid_leaf(grid_of(&s), cases[i].column)->text
                                : grid_cell_at(grid_of(&s), cases[i].line, cases[i].column)->text,
                            cases[i].stored);
        snapshot_release(&s);
        office_type(office, ESC);
        crash_and_start(&desk);
        assert_sees_not(office, "還沒有存");
        office_close(office);
    }
}

static void cell_on_the_whole_screen_and_notes__come_back_too(void **state)
{
    struct desk desk;
    struct office *office = &desk.office;
    struct snapshot s;

    (void)state;
    desk_open(&desk);
    item_at(office, true);
    office_type(office, F3 "司" ENTER "科");
    crash_and_start(&desk);
    assert_sees(office, "表1 第1列第1欄");
    office_type(office, ENTER "室");
    office_type(office, ESC);
    s = session_snapshot(office);
    assert_string_equal(grid_cell_at(grid_of(&s), 0, 0)->text, "司\n科室水質司");
    snapshot_release(&s);
    item_at(office, false);
    office_type(office, F6 ENTER);
    office_type(office, "\020"
                        "表下面的註" ENTER);
    office_type(office, "單位：件");
    crash_and_start(&desk);
    assert_sees(office, "表1 註");
    office_type(office, ENTER "。");
    office_type(office, ESC);
    s = session_snapshot(office);
    assert_string_equal(grid_of(&s)->notes.v[0].text, "單位：件。");
    snapshot_release(&s);
    office_close(office);
}

static void field_or_cell_whose_place_is_gone_or_closed__keeps_its_text(void **state)
{
    static const char *const places[][2] = {
        {"title", ""}, {"cell", ":999:0:0"}, {"celltext", ":999:0:0"}, {"notes", ":999"}};
    static const char *const keys[] = {"113-1", "112-1"};

    (void)state;
    for (size_t i = 0; i < 2 * sizeof places / sizeof *places; i++) {
        struct desk desk;
        struct office *office = &desk.office;
        struct str place = STR_INIT;
        struct snapshot s = SNAPSHOT_INIT;
        struct err err = {0};
        int64_t meeting;

        desk_open(&desk);
        meeting = office_meeting(office, keys[i % 2]);
        assert_int_equal(snapshot_load(office->db, meeting, &s, &err), STATUS_OK);
        str_printf(&place, "%s:%lld:%lld%s", places[i / 2][0], (long long)meeting,
                   i % 2 ? (long long)meeting_item(&s.meeting, "i1")->row.id : 999999LL, places[i / 2][1]);
        snapshot_release(&s);
        assert_true(app_draft_put(&office->app, place.text, "打到一半", strlen("打到一半"), 0));
        crash_and_start(&desk);
        assert_sees(office, "打到一半");
        office_type(office, ENTER);
        assert_sees(office, "打到一半");
        assert_sees_not(office, "已放回原處");
        str_release(&place);
        office_close(office);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(field_of_an_item__comes_back_into_its_field),
        cmocka_unit_test(cell_of_a_table_and_a_word_of_its_head__come_back_into_their_cell),
        cmocka_unit_test(cell_on_the_whole_screen_and_notes__come_back_too),
        cmocka_unit_test(field_or_cell_whose_place_is_gone_or_closed__keeps_its_text),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 2 of a meeting: items withdrawn and removed, the sections' own texts, sending the agenda.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/agenda_help.h"

/* ---- removing, withdrawing ------------------------------------------------------------------------- */

static void an_item__is_removed_only_when_that_is_confirmed(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    press(&office, "Down", 4);
    office_type(&office, "\033[3~\r");
    assert_items(&office, "113-e1", SECTION_REPORT, "甲案|乙案|丙案");
    office_type(&office, "\033[3~2");
    assert_items(&office, "113-e1", SECTION_REPORT, "甲案|丙案");
    office_close(&office);
}

static void a_withdrawn_item__keeps_its_place_and_comes_back(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_letters(&office);
    press(&office, "Down", 4);
    office_key(&office, "w");
    assert_sees(&office, "撤案");
    load(&office, "113-e1", &s);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (text_same(s.meeting.items.v[i].title, "乙案"))
            assert_int_equal(item_decision(&s.meeting.items.v[i])->kind, DECISION_WITHDRAWN);
    snapshot_release(&s);
    office_key(&office, "w");
    assert_sees(&office, "已恢復這一案");
    load(&office, "113-e1", &s);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        assert_int_equal(s.meeting.items.v[i].decision.n, 0);
    snapshot_release(&s);
    office_close(&office);
}

static void an_item_with_a_decision__is_neither_withdrawn_nor_removed(void **state)
{
    struct office office;
    const struct stamp stamp = {"何筆", "2024-05-02T05:00:00.000Z", "測試"};
    struct snapshot s;
    struct decision decision;
    struct err err = {0};

    (void)state;
    open_letters(&office);
    load(&office, "113-e1", &s);
    entity_defaults(&decision_entity, &decision);
    decision.kind = DECISION_NOTED;
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (text_same(s.meeting.items.v[i].title, "甲案"))
            assert_int_equal(
                decision_save(office.db, &stamp, &s, &s.meeting.items.v[i], &decision, NULL, &err),
                STATUS_OK);
    snapshot_release(&s);
    office.app.changed = true;
    office_key(&office, "Home");
    press(&office, "Down", 3);
    office_key(&office, "w");
    assert_sees(&office, "這一案已有決議，不能撤案");
    office_type(&office, "\033[3~2");
    assert_sees(&office, "甲案 已有發言或決議，不能刪除");
    office_close(&office);
}

/* ---- the sections' own rows ------------------------------------------------------------------------- */

static void a_section__prints_none_or_abridged_in_turn(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    office_key(&office, "x");
    assert_items(&office, "113-e1", SECTION_OPENING, "(none)");
    office_key(&office, "F4");
    assert_items(&office, "113-e1", SECTION_OPENING, "(abridged)");
    assert_sees(&office, "主席致詞(略)");
    office_key(&office, "x");
    assert_sees_not(&office, "(略)");
    press(&office, "Down", 3);
    office_key(&office, "x"); /* an item is 略, or it is not */
    assert_items(&office, "113-e1", SECTION_REPORT, "(abridged)|乙案|丙案");
    assert_sees(&office, "略");
    office_key(&office, "F4");
    assert_items(&office, "113-e1", SECTION_REPORT, "甲案|乙案|丙案");
    office_key(&office, "Up");
    office_key(&office, "x");
    assert_sees(&office, "這一節有案由");
    office_close(&office);
}

static void the_openings_text__is_edited_on_the_whole_screen(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_letters(&office);
    office_type(&office, "\r感謝各位委員撥冗。\033");
    assert_sees(&office, "有本文");
    load(&office, "113-e1", &s);
    assert_string_equal(s.meeting.items.v[0].explanation.v[0].text, "感謝各位委員撥冗。");
    snapshot_release(&s);
    office_close(&office);
}

static size_t paragraphs(struct office *office, int section)
{
    struct snapshot s;
    size_t n = 99; /* no such section */

    load(office, "113-e1", &s);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (s.meeting.items.v[i].section == section)
            n = s.meeting.items.v[i].explanation.n;
    snapshot_release(&s);
    return n;
}

static void a_conclusion__is_there_once_it_is_written__and_can_go_again(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    press(&office, "Down", 8);
    assert_int_equal(paragraphs(&office, SECTION_CONCLUSION), 99);
    office_type(&office, "\r請持續推動。\033");
    assert_int_equal(paragraphs(&office, SECTION_CONCLUSION), 1);
    assert_sees(&office, "有本文");
    office_type(&office, "\033[3~2");
    assert_int_equal(paragraphs(&office, SECTION_CONCLUSION), 99);
    office_close(&office);
}

/* ---- sending --------------------------------------------------------------------------------------- */

static void sending__freezes_the_numbers__and_shows_date_and_letter(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_agenda(&office, "113-1");
    /* F8; whatever the gate warns of: go on; letter after date and person */
    office_type(&office, "\033[19~\033[19~\t\t水資字第1130001234號\t\t\r");
    assert_sees(&office, "已寄送 113/05/02(四)");
    assert_sees(&office, "水資字第1130001234號");
    load(&office, "113-1", &s);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        assert_int_equal(s.meeting.items.v[i].label != NULL, s.meeting.items.v[i].title != NULL);
    snapshot_release(&s);
    press(&office, "Down", 3);
    office_key(&office, "Shift-Down");
    assert_sees(&office, "議程已寄送，案號不再變動");
    office_key(&office, "Delete");
    assert_sees(&office, "不審議請按 w 撤案");
    office_close(&office);
}

static void an_item_added_after_sending__comes_at_the_end(void **state)
{
    struct office office;

    (void)state;
    open_agenda(&office, "113-1");
    office_type(&office, "\033[19~\033[19~\t\t\t\t\r");
    assert_sees(&office, "已寄送");
    press(&office, "Down", 3);
    office_type(&office, "n後加的案\r");
    assert_items(&office, "113-1", SECTION_REPORT,
                 "本部及所屬機關資料盤點表及民間需求回應說明報告|"
                 "113年第1季資料開放推動情形及高應用價值資料集開放進度報告|"
                 "後加的案");
    office_close(&office);
}

static void a_sending_that_is_taken_back__frees_the_numbers(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_agenda(&office, "113-1");
    office_type(&office, "\033[19~\033[19~\t\t\t\t\r");
    office_type(&office, "\033[19~2");
    assert_sees(&office, "資料寄送期限");
    load(&office, "113-1", &s);
    assert_null(meeting_milestone(&s.meeting, STEP_SENT));
    for (size_t i = 0; i < s.meeting.items.n; i++)
        assert_null(s.meeting.items.v[i].label);
    snapshot_release(&s);
    office_close(&office);
}

static void a_confirmed_meeting__is_only_looked_at(void **state)
{
    static const char *const keys[] = {"n", "t", "c", "F8", "Delete"};
    struct office office;

    (void)state;
    open_agenda(&office, "112-1");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        office_key(&office, keys[i]);
        assert_sees(&office, "紀錄已確認，不再更改");
    }
    assert_sees(&office, "已寄送 112/05/22(一)");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item__is_removed_only_when_that_is_confirmed),
        cmocka_unit_test(a_withdrawn_item__keeps_its_place_and_comes_back),
        cmocka_unit_test(an_item_with_a_decision__is_neither_withdrawn_nor_removed),
        cmocka_unit_test(a_section__prints_none_or_abridged_in_turn),
        cmocka_unit_test(the_openings_text__is_edited_on_the_whole_screen),
        cmocka_unit_test(a_conclusion__is_there_once_it_is_written__and_can_go_again),
        cmocka_unit_test(sending__freezes_the_numbers__and_shows_date_and_letter),
        cmocka_unit_test(an_item_added_after_sending__comes_at_the_end),
        cmocka_unit_test(a_sending_that_is_taken_back__frees_the_numbers),
        cmocka_unit_test(a_confirmed_meeting__is_only_looked_at),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 2 of a meeting: the outline of the agenda, its items added and moved.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/agenda_help.h"

/* The screen shows TEXTS from above to below, each once at least. */
static void assert_in_order(struct office *office, const char *const *texts, size_t n)
{
    struct str screen = STR_INIT;
    const char *at;

    office_screen(office, 100, 30, &screen);
    at = screen.text;
    for (size_t i = 0; i < n; i++) {
        const char *found = strstr(at, texts[i]);

        if (!found)
            print_error("not below the others: %s\n%s\n", texts[i], screen.text);
        assert_non_null(found);
        at = found + strlen(texts[i]);
    }
    str_release(&screen);
}

/* ---- the outline ----------------------------------------------------------------------------------- */

static void the_agenda__shows_all_sections_in_order__with_numbers_as_they_print(void **state)
{
    static const char *const lines[] = {"主席致詞",
                                        "前次會議決議事項追蹤",
                                        "報告事項",
                                        "本部及所屬機關資料盤點表",
                                        "113年第1季",
                                        "討論事項",
                                        "訂定本部資料集命名",
                                        "臨時動議",
                                        "結論",
                                        "散會"};
    struct office office;

    (void)state;
    open_agenda(&office, "113-1");
    assert_in_order(&office, lines, sizeof lines / sizeof *lines);
    assert_sees(&office, "資料寄送期限 5/7(二)");
    assert_sees(&office, "承112-2");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void an_item_that_moves__takes_its_number_along(void **state)
{
    static const char *const before[] = {"一", "甲案", "二", "乙案", "三", "丙案"};
    static const char *const after[] = {"一", "乙案", "二", "甲案", "三", "丙案"};
    static const char *const keys[] = {"Shift-Down", "Ctrl-Down", "Alt-Down"};
    struct office office;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        open_letters(&office);
        assert_in_order(&office, before, 6);
        press(&office, "Down", 3); /* opening, tracking, reports, the first item */
        office_key(&office, keys[i]);
        assert_in_order(&office, after, 6);
        assert_items(&office, "113-e1", SECTION_REPORT, "乙案|甲案|丙案");
        office_key(&office, "Shift-Up");
        office_key(&office, "Shift-Up");
        assert_items(&office, "113-e1", SECTION_REPORT, "甲案|乙案|丙案");
        assert_sees(&office, "已是這一節的第一案");
        office_close(&office);
    }
}

static void keys_faster_than_the_screen__move_an_item_all_the_way(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    office_type(&office, "\033[B\033[B\033[B\033[1;2B\033[1;2B\033[1;2B");
    assert_items(&office, "113-e1", SECTION_REPORT, "乙案|丙案|甲案");
    office_close(&office);
}

static void a_section__cannot_be_moved(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    office_key(&office, "Shift-Down");
    assert_sees(&office, "節的順序是固定的");
    office_close(&office);
}

/* ---- adding ---------------------------------------------------------------------------------------- */

static void a_new_item__comes_after_the_one_at_the_cursor(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    press(&office, "Down", 3);
    office_type(&office, "n新案\r");
    assert_items(&office, "113-e1", SECTION_REPORT, "甲案|新案|乙案|丙案");
    /* the cursor went with it, so that the next one follows */
    office_type(&office, "\033[15~再一案\r");
    assert_items(&office, "113-e1", SECTION_REPORT, "甲案|新案|再一案|乙案|丙案");
    office_close(&office);
}

static void a_new_item_on_a_section__comes_at_its_end(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    press(&office, "Down", 2);
    office_type(&office, "n丁案\r");
    assert_items(&office, "113-e1", SECTION_REPORT, "甲案|乙案|丙案|丁案");
    office_close(&office);
}

static void a_first_motion__takes_the_place_of_none(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    assert_items(&office, "113-e1", SECTION_MOTION, "(none)");
    press(&office, "Down", 7); /* the motions */
    office_type(&office, "\r汛期座談\r");
    assert_items(&office, "113-e1", SECTION_MOTION, "汛期座談");
    office_close(&office);
}

static void a_new_item_without_a_section__asks_for_one(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    office_type(&office, "n2討論甲\r");
    assert_items(&office, "113-e1", SECTION_DISCUSSION, "討論甲");
    office_close(&office);
}

static void an_item_without_a_title__is_not_added(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    press(&office, "Down", 3);
    office_type(&office, "n\r\033");
    assert_items(&office, "113-e1", SECTION_REPORT, "甲案|乙案|丙案");
    office_close(&office);
}

static void an_item_of_an_earlier_meeting__is_copied_with_what_it_holds(void **state)
{
    struct office office;
    struct snapshot s;
    const struct item *copy = NULL;

    (void)state;
    open_letters(&office);
    office_type(&office, "c112-1\r下架\r");
    load(&office, "113-e1", &s);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (s.meeting.items.v[i].section == SECTION_DISCUSSION)
            copy = &s.meeting.items.v[i];
    assert_non_null(copy);
    assert_non_null(strstr(copy->title, "下架"));
    assert_int_equal(copy->tables.n, 1);
    assert_int_equal(copy->attachments.n, 2);
    assert_true(copy->explanation.n > 0 && copy->proposal.n > 0);
    assert_int_equal(copy->statements.n, 0);
    assert_int_equal(copy->decision.n, 0);
    assert_null(copy->from_meeting);
    snapshot_release(&s);
    office_close(&office);
}

static void standing_items__are_added_once(void **state)
{
    struct office office;

    (void)state;
    open_letters(&office);
    office_key(&office, "t");
    assert_sees(&office, "補上常設議程");
    office_key(&office, "F7");
    assert_sees(&office, "沒有缺的");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_agenda__shows_all_sections_in_order__with_numbers_as_they_print),
        cmocka_unit_test(an_item_that_moves__takes_its_number_along),
        cmocka_unit_test(keys_faster_than_the_screen__move_an_item_all_the_way),
        cmocka_unit_test(a_section__cannot_be_moved),
        cmocka_unit_test(a_new_item__comes_after_the_one_at_the_cursor),
        cmocka_unit_test(a_new_item_on_a_section__comes_at_its_end),
        cmocka_unit_test(a_first_motion__takes_the_place_of_none),
        cmocka_unit_test(a_new_item_without_a_section__asks_for_one),
        cmocka_unit_test(an_item_without_a_title__is_not_added),
        cmocka_unit_test(an_item_of_an_earlier_meeting__is_copied_with_what_it_holds),
        cmocka_unit_test(standing_items__are_added_once),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 2 of a meeting: the outline of the agenda, what is done with its items, sending it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"

static const char spring[] = "2024-05-02T06:03:00Z";

static void load(struct office *office, const char *key, struct snapshot *s)
{
    struct err err = {0};

    assert_int_equal(snapshot_load(office->db, office_meeting(office, key), s, &err), STATUS_OK);
}

static void open_agenda(struct office *office, const char *key)
{
    office_open(office, true, spring);
    assert_true(home_push(&office->app));
    assert_true(agenda_push(&office->app, office_meeting(office, key)));
}

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

/* "1 主席致詞 / 3 資料盤點 / ..." of the stored items, in their order: section and title. */
static void assert_items(struct office *office, const char *key, int section, const char *expected)
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
static void open_letters(struct office *office)
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

static void press(struct office *office, const char *name, int times)
{
    for (int i = 0; i < times; i++)
        office_key(office, name);
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
    office_key(&office, "x");
    assert_sees(&office, "請選一節");
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
    assert_sees(&office, "已有本文");
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
    assert_sees(&office, "已有本文");
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

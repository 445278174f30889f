/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: who, what, next; with the input method on.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/session_help.h"

static void session__begins_where_nothing_was_ruled_yet(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    assert_sees(&office, "列管 111-2-02");
    assert_sees(&office, "主辦 水質司、海象署");
    assert_sees(&office, "出席 7/12");
    office_close(&office);
}

static void statement__is_stored_with_its_points_the_moment_it_is_done(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    assert_sees(&office, "案由一");
    office_type(&office, "2" ENTER "建議公開更新頻率。" ENTER "下載次數按年統計。" ENTER);
    assert_said(&office, "k1", "");
    office_type(&office, ENTER);
    assert_said(&office, "k1", "m02 14:22: 建議公開更新頻率。 | 下載次數按年統計。\n");
    assert_sees(&office, "歐陽委員秉衡");
    assert_sees(&office, "1.建議公開更新頻率。");
    assert_sees(&office, "發言人:");
    office_close(&office);
}

static void prompt__finds_speakers_by_characters_of_name_or_unit_and_shows_same_surnames_in_full(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, "陳");
    assert_sees(&office, "7 陳委員怡文"); /* who is here comes first */
    assert_sees(&office, "6 陳委員柏安");
    assert_sees(&office, "未在場");
    office_type(&office,
                ENTER "甲。" ENTER ENTER "臨川" ENTER "乙。" ENTER ENTER "海象" ENTER "丙。" ENTER ENTER);
    assert_said(&office, "k1", "m08 14:22: 甲。\nm02 14:22: 乙。\n海象署 response 14:22: 丙。\n");
    office_close(&office);
}

static void prompt__offers_who_spoke_last_first(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, "7" ENTER "甲。" ENTER ENTER "委員" ENTER "乙。" ENTER ENTER);
    assert_said(&office, "k1", "m08 14:22: 甲。\nm08 14:22: 乙。\n");
    office_close(&office);
}

static void prompt__takes_the_chair_the_delegate_a_stranger_and_full_width_digits(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, "１" ENTER "甲。" ENTER ENTER "4" ENTER "乙。" ENTER ENTER "河圖公司" ENTER
                         "丙。" ENTER ENTER);
    assert_said(&office, "k1", "chair 14:22: 甲。\nm04 delegate 14:22: 乙。\n河圖公司 14:22: 丙。\n");
    office_type(&office, "99" ENTER);
    assert_sees(&office, "沒有 99 號席次");
    office_close(&office);
}

static void prompt__finds_a_delegate_and_an_observer_by_the_beginning_of_the_full_name(void **state)
{
    static const struct person stand_in = {.surname = "端木", .given = "佳蓉", .title = "科長"};
    struct observer observer;
    struct attendance a;
    struct snapshot s;
    struct office office;
    struct err err = {0};

    (void)state;
    session_opened(&office);
    s = session_snapshot(&office);
    a = *meeting_attendance(&s.meeting, "m04");
    a.status = PRESENCE_DELEGATE;
    a.delegate = stand_in;
    assert_int_equal(attendance_save(office.db, &session_stamp, &s, &a, &err), STATUS_OK);
    snapshot_release(&s);
    s = session_snapshot(&office);
    entity_defaults(&observer_entity, &observer);
    observer.person = (struct person){.surname = "上官", .given = "宛伶", .title = "專員", .unit = "水政司"};
    assert_int_equal(observers_save(office.db, &session_stamp, &s, &observer, 1, &err), STATUS_OK);
    snapshot_release(&s);
    session_at(&office, "k1");
    office_type(&office, "端木佳" ENTER "甲。" ENTER ENTER "上官宛" ENTER);
    assert_said(&office, "k1", "m04 delegate 14:22: 甲。\n");
    assert_sees(&office, "上官專員宛伶");
    office_close(&office);
}

static void tab_at_the_empty_prompt__records_the_units_answer(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k2");
    office_type(&office, "\t遵示辦理。" ENTER ENTER);
    assert_said(&office, "k2", "資訊處 response 14:22: 遵示辦理。\n");
    assert_sees(&office, "資訊處回應");
    office_close(&office);
}

static void text__comes_first_and_its_speaker_later(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, ENTER "先記下來。" ENTER ENTER);
    assert_said(&office, "k1", "? pending 14:22: 先記下來。\n");
    assert_sees(&office, "發言人待補");
    office_type(&office, UP F3 "歐陽" ENTER);
    assert_said(&office, "k1", "m02 14:22: 先記下來。\n");
    /* what is typed at the prompt and is no name was said by somebody */
    office_type(&office, ESC);
    office_type(&office, "建議，先行試辦。" ENTER ENTER ENTER);
    assert_said(&office, "k1", "m02 14:22: 先記下來。\n? pending 14:22: 建議，先行試辦。\n");
    office_close(&office);
}

static void esc__loses_nothing(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, "2" ENTER "說到一半");
    office_type(&office, ESC);
    assert_said(&office, "k1", "m02 14:22: 說到一半\n");
    office_type(&office, "2" ENTER "又一半" F9);
    assert_said(&office, "k1", "m02 14:22: 說到一半\nm02 14:22: 又一半\n");
    assert_sees(&office, "案由二");
    office_type(&office, F10);
    assert_sees(&office, "案由一");
    office_close(&office);
}

static void keys_typed_ahead_of_the_screen__all_arrive(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office,
                "2" ENTER "甲。" ENTER ENTER "7" ENTER "乙。" ENTER ENTER "\t丙。" ENTER ENTER UP UP F2
                "首" ENTER "尾" ENTER ENTER F6 ENTER F9 "2" ENTER "丁。" ENTER ENTER);
    assert_said(&office, "k1", "m02 14:22: 甲。\nm08 14:22: 乙。首 | 尾\n資訊處 response 14:22: 丙。\n");
    assert_said(&office, "k2", "m02 14:22: 丁。\n");
    office_close(&office);
}

/* ---- statements that stand ------------------------------------------------------------------------ */

static void three_statements(struct office *office)
{
    session_opened(office);
    session_at(office, "k1");
    office_type(office,
                "2" ENTER "甲。" ENTER ENTER "3" ENTER "乙。" ENTER ENTER "7" ENTER "丙。" ENTER ENTER);
}

static void statement__is_inserted_before_the_chosen_one(void **state)
{
    struct office office;

    (void)state;
    three_statements(&office);
    office_type(&office, UP UP "\033[2~");
    assert_sees(&office, "新的發言會插在這裡");
    office_type(&office, "8" ENTER "插入。" ENTER ENTER "8" ENTER "最後。" ENTER ENTER);
    assert_said(&office, "k1",
                "m02 14:22: 甲。\nm09 14:22: 插入。\nm03 14:22: 乙。\nm08 14:22: 丙。\nm09 14:22: 最後。\n");
    office_close(&office);
}

static void statement__moves_and_stays_chosen(void **state)
{
    struct office office;

    (void)state;
    three_statements(&office);
    office_type(&office, UP "\033[1;2A\033[1;2A");
    assert_said(&office, "k1", "m08 14:22: 丙。\nm02 14:22: 甲。\nm03 14:22: 乙。\n");
    office_type(&office, "\033[1;2A\033[1;2B"); /* at the edge it stays */
    assert_said(&office, "k1", "m02 14:22: 甲。\nm08 14:22: 丙。\nm03 14:22: 乙。\n");
    office_close(&office);
}

static void statement__is_joined_with_the_one_before_and_parted_at_the_caret(void **state)
{
    struct office office;

    (void)state;
    three_statements(&office);
    office_type(&office, UP "\033j");
    assert_said(&office, "k1", "m02 14:22: 甲。\nm03 14:22: 乙。 | 丙。\n");
    office_type(&office, F2 LEFT LEFT LEFT F11);
    assert_said(&office, "k1", "m02 14:22: 甲。\nm03 14:22: 乙。\nm03 14:22: 丙。\n");
    office_type(&office, F3 "7" ENTER);
    assert_said(&office, "k1", "m02 14:22: 甲。\nm03 14:22: 乙。\nm08 14:22: 丙。\n");
    office_close(&office);
}

static void statement_that_is_parted_while_it_is_new__becomes_two(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, "2" ENTER "前後" LEFT F11);
    assert_said(&office, "k1", "m02 14:22: 前\nm02 14:22: 後\n");
    office_close(&office);
}

static void statement__is_removed_after_a_question(void **state)
{
    struct office office;

    (void)state;
    three_statements(&office);
    office_type(&office, UP UP "\033[3~" ENTER);
    assert_said(&office, "k1", "m02 14:22: 甲。\nm03 14:22: 乙。\nm08 14:22: 丙。\n");
    office_type(&office, "\033[3~" DOWN ENTER);
    assert_said(&office, "k1", "m02 14:22: 甲。\nm08 14:22: 丙。\n");
    office_close(&office);
}

static void disclosure__goes_round_and_a_closed_statement_is_masked_until_it_is_opened(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, "2" ENTER "祕密" CTRL_O CTRL_O "的話" ENTER ENTER);
    assert_said(&office, "k1", "m02 closed 14:22: 祕密的話\n");
    assert_sees_not(&office, "祕密");
    assert_sees(&office, "••••");
    assert_sees(&office, "不公開");
    office_type(&office, "\033v");
    assert_sees(&office, "祕密的話");
    office_type(&office, F9 F10);
    assert_sees_not(&office, "祕密");
    office_type(&office, UP CTRL_O);
    assert_said(&office, "k1", "m02 14:22: 祕密的話\n");
    office_type(&office, CTRL_O);
    assert_said(&office, "k1", "m02 anonymous 14:22: 祕密的話\n");
    office_close(&office);
}

/* ---- the screen ----------------------------------------------------------------------------------- */

static void screen__is_whole_at_every_size_in_every_state(void **state)
{
    struct office office;

    (void)state;
    three_statements(&office);
    assert_fits_every_size(&office);
    office_type(&office, "陳");
    assert_fits_every_size(&office);
    office_type(&office, ENTER "一段比較長的發言，用來看看在各種寬度之下會不會折到不該折的地方。");
    assert_fits_every_size(&office);
    office_type(&office, ENTER ENTER F6 "8請資訊處辦理。");
    assert_fits_every_size(&office);
    office_type(&office, ENTER ENTER F9 F9 F9 F9);
    assert_fits_every_size(&office);
    office_close(&office);
}

static void agenda__folds_away_while_something_is_typed_at_80_columns(void **state)
{
    struct office office;
    struct str screen = STR_INIT;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_screen(&office, 80, 24, &screen);
    assert_non_null(strstr(screen.text, "─ 議程 ─"));
    str_clear(&screen);
    office_type(&office, "2" ENTER);
    office_screen(&office, 80, 24, &screen);
    assert_null(strstr(screen.text, "─ 議程 ─"));
    str_clear(&screen);
    office_screen(&office, 120, 40, &screen);
    assert_non_null(strstr(screen.text, "─ 議程 ─"));
    str_release(&screen);
    office_close(&office);
}

static void explanation__opens_on_the_whole_screen_and_is_stored_when_left(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k3");
    office_type(&office, F5 "新的說明，");
    office_type(&office, ESC);
    s = session_snapshot(&office);
    assert_true(strncmp(meeting_item(&s.meeting, "k3")->explanation.v[0].text, "新的說明，", 15) == 0);
    snapshot_release(&s);
    assert_sees(&office, "新的說明，");
    office_close(&office);
}

static void confirmed_record__is_read_and_not_written(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, "2024-05-14T06:22:00Z");
    assert_true(session_push(&office.app, office_meeting(&office, "112-1"), 0));
    office_type(&office, ENTER);
    assert_sees(&office, "紀錄已確認");
    office_type(&office, F6);
    assert_sees(&office, "紀錄已確認");
    office_close(&office);
}

static void meeting_that_was_not_opened__says_so_and_records_all_the_same(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, "2024-05-14T05:50:00Z");
    session_at(&office, "k1");
    assert_sees(&office, "還沒有宣布開會");
    office_type(&office, "2" ENTER "甲。" ENTER ENTER F12);
    assert_said(&office, "k1", "m02 -: 甲。\n");
    assert_sees(&office, "還沒有開會");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(session__begins_where_nothing_was_ruled_yet),
        cmocka_unit_test(statement__is_stored_with_its_points_the_moment_it_is_done),
        cmocka_unit_test(
            prompt__finds_speakers_by_characters_of_name_or_unit_and_shows_same_surnames_in_full),
        cmocka_unit_test(prompt__offers_who_spoke_last_first),
        cmocka_unit_test(prompt__takes_the_chair_the_delegate_a_stranger_and_full_width_digits),
        cmocka_unit_test(prompt__finds_a_delegate_and_an_observer_by_the_beginning_of_the_full_name),
        cmocka_unit_test(tab_at_the_empty_prompt__records_the_units_answer),
        cmocka_unit_test(text__comes_first_and_its_speaker_later),
        cmocka_unit_test(esc__loses_nothing),
        cmocka_unit_test(keys_typed_ahead_of_the_screen__all_arrive),
        cmocka_unit_test(statement__is_inserted_before_the_chosen_one),
        cmocka_unit_test(statement__moves_and_stays_chosen),
        cmocka_unit_test(statement__is_joined_with_the_one_before_and_parted_at_the_caret),
        cmocka_unit_test(statement_that_is_parted_while_it_is_new__becomes_two),
        cmocka_unit_test(statement__is_removed_after_a_question),
        cmocka_unit_test(disclosure__goes_round_and_a_closed_statement_is_masked_until_it_is_opened),
        cmocka_unit_test(screen__is_whole_at_every_size_in_every_state),
        cmocka_unit_test(agenda__folds_away_while_something_is_typed_at_80_columns),
        cmocka_unit_test(explanation__opens_on_the_whole_screen_and_is_stored_when_left),
        cmocka_unit_test(confirmed_record__is_read_and_not_written),
        cmocka_unit_test(meeting_that_was_not_opened__says_so_and_records_all_the_same),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Home: what is next, what is tracked, all meetings; the first start before it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

static const char spring[] = "2024-05-02T06:03:00Z"; /* 113/05/02(四) 14:03 in Taipei */

static void home__shows_the_next_meeting_with_its_step_and_the_deadline_due_next(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    assert_sees(&office, "水文部政府資料開放諮詢小組");
    assert_sees(&office, "113年第1次會議 5/14(二)14:00 本部第2會議室");
    assert_sees(&office, "步驟 2/7 議程   3案");
    assert_sees(&office, "資料寄送 5/7(二)前　剩 3 工作日");
    assert_sees(&office, "草稿5/28");
    assert_sees(&office, "公開6/3");
    office_close(&office);
}

static void home__counts_what_is_tracked_overdue_and_not_reported(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    assert_sees(&office, "共 5 案，逾期 3，尚未回報 4");
    assert_sees(&office, "338日");
    office_close(&office);
}

static void home__lists_the_meetings_with_their_state_and_figures(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    assert_sees(&office, "113/05/14(二) 籌備中");
    assert_sees(&office, "出席 8/12");
    assert_sees(&office, "出席 10/12");
    office_close(&office);
}

static void home__is_overdue_in_words_once_the_papers_are_late(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, "2024-05-09T02:00:00Z");
    assert_true(home_push(&office.app));
    assert_sees(&office, "資料寄送 5/7(二)前　逾期 2 工作日");
    office_close(&office);
}

/* 公開 does not wait for 確認, and 確認 is still owed after it. */
static void home__keeps_a_meeting_until_its_minutes_are_published_and_confirmed(void **state)
{
    static const char record[] =
        "{\"format\":\"yishi-record\",\"version\":1,"
        "\"committee\":{\"key\":\"levees\",\"name\":\"水文部堤防小組\"},"
        "\"meetings\":[{\"id\":\"113-1\",\"start\":\"2024-04-10T14:00\",\"end\":\"2024-04-10T15:00\","
        "\"milestones\":[{\"step\":\"adjourned\",\"date\":\"2024-04-10\"},"
        "{\"step\":\"approved\",\"date\":\"2024-04-18\"},{\"step\":\"draft_sent\",\"date\":\"2024-04-18\"},"
        "%s{\"step\":\"published\",\"date\":\"2024-04-25\"}]}]}";
    static const char *const confirmed[] = {"", "{\"step\":\"confirmed\",\"date\":\"2024-04-25\"},"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char text[1024];
        struct office office;

        office_open(&office, false, spring);
        (void)snprintf(text, sizeof text, record, confirmed[i]);
        office_import(&office, text);
        office_choose_committee(&office);
        assert_true(home_push(&office.app));
        if (i == 0)
            assert_sees(&office, "步驟 6/7 紀錄");
        else
            assert_sees(&office, "目前沒有籌備中的會議");
        office_close(&office);
    }
}

static void home__says_what_to_do_where_there_is_no_meeting_and_no_member(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, false, spring);
    office_import(&office,
                  "{\"format\": \"yishi-record\", \"version\": 1, \"committee\": {\"key\": \"empty\", "
                  "\"name\": \"新設小組\"}}");
    office_choose_committee(&office);
    assert_true(home_push(&office.app));
    assert_sees(&office, "還沒有會議。按 n 建立第一次會議。");
    assert_sees(&office, "還沒有委員：先按 m 建立名冊。");
    assert_sees(&office, "目前沒有列管中的決議。");
    office_key(&office, "Enter");
    assert_sees(&office, "按 n 建立第一次會議");
    office_close(&office);
}

static void a_new_meeting__has_its_number_date_and_chair_and_opens_at_its_first_step(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    office_type(&office, "n\r113/12/10\r");
    assert_sees(&office, "113年第2次會議  113-2");
    assert_sees(&office, "113/12/10(二)");
    assert_sees(&office, "14:00");
    assert_sees(&office, "范姜映真");
    assert_true(office_meeting(&office, "113-2") > 0);
    office_type(&office, "\033");
    assert_sees(&office, "113年第2次會議");
    office_close(&office);
}

static void a_new_extraordinary_meeting__is_numbered_on_its_own(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    office_type(&office, "n2113/9/10\r");
    assert_sees(&office, "113年第1次臨時會議");
    assert_true(office_meeting(&office, "113-e1") > 0);
    office_close(&office);
}

static void a_new_meeting__is_refused_with_what_is_expected_when_the_date_is_nonsense(void **state)
{
    struct office office;
    struct err err = {0};
    int64_t id;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    office_type(&office, "n\r113/2/30\r");
    assert_int_equal(meeting_id_find(office.db, office.app.committee_id, "113-2", &id, &err), STATUS_MISSING);
    assert_sees(&office, "113年第1次會議");
    office_close(&office);
}

static void a_new_meeting_on_a_day_off__is_made_and_said_to_be_one(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    office_type(&office, "n\r113/10/10\r");
    assert_sees(&office, "113/10/10(四) 不上班（");
    office_close(&office);
}

static void home__leads_to_a_tracked_decision_by_tab_and_enter(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    office_type(&office, "\t");
    assert_sees(&office, "111-2-02");
    office_type(&office, "\t");
    office_close(&office);
}

static void home__fits_every_size(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    assert_fits_every_size(&office);
    office_close(&office);
}

static void the_first_start__offers_three_ways_and_the_example_leads_home(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, false, spring);
    assert_int_equal(office.app.committee_id, 0);
    assert_true(welcome_push(&office.app));
    assert_sees(&office, "1  建立我的委員會");
    assert_sees(&office, "2  看範例");
    assert_sees(&office, "3  匯入紀錄檔");
    assert_fits_every_size(&office);
    office_type(&office, "2");
    assert_true(office.app.committee_id > 0);
    assert_sees(&office, "下次會議");
    assert_sees(&office, "這是範例");
    office_close(&office);
}

static void setting_up__stores_the_committee_with_its_name_and_goes_on_to_the_members(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, false, spring);
    assert_true(welcome_push(&office.app));
    office_type(&office, "\r");
    assert_sees_not(&office, "幕僚單位");
    office_type(&office, "水文部諮詢小組\r");
    assert_true(office.app.committee_id > 0);
    office_type(&office, "水文部\r本部\r資訊處\r");
    assert_sees(&office, "幕僚單位    資訊處");
    office_key(&office, "F9");
    assert_sees(&office, "水文部諮詢小組 › 委員名冊");
    assert_sees(&office, "在任 0 人，少於 11 人 — 設置要點三(二)");
    office_close(&office);
}

static void setting_up__takes_the_way_back_home_once_the_committee_stands(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, false, spring);
    assert_true(welcome_push(&office.app));
    office_type(&office, "\r水文部諮詢小組\r");
    office_type(&office, "\033");
    assert_sees(&office, "還沒有會議。按 n 建立第一次會議。");
    office_close(&office);
}

static void importing__lists_the_mistakes_of_a_file_and_stores_nothing(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, false, spring);
    assert_true(welcome_push(&office.app));
    office_type(&office, "3tests/fixtures/bad/empty.json\r");
    assert_int_equal(office.app.committee_id, 0);
    assert_sees(&office, "歡迎使用議事");
    office_type(&office, "3tests/fixtures/minimal.json\r");
    assert_true(office.app.committee_id > 0);
    assert_sees(&office, "下次會議");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__shows_the_next_meeting_with_its_step_and_the_deadline_due_next),
        cmocka_unit_test(home__counts_what_is_tracked_overdue_and_not_reported),
        cmocka_unit_test(home__lists_the_meetings_with_their_state_and_figures),
        cmocka_unit_test(home__is_overdue_in_words_once_the_papers_are_late),
        cmocka_unit_test(home__keeps_a_meeting_until_its_minutes_are_published_and_confirmed),
        cmocka_unit_test(home__says_what_to_do_where_there_is_no_meeting_and_no_member),
        cmocka_unit_test(a_new_meeting__has_its_number_date_and_chair_and_opens_at_its_first_step),
        cmocka_unit_test(a_new_extraordinary_meeting__is_numbered_on_its_own),
        cmocka_unit_test(a_new_meeting__is_refused_with_what_is_expected_when_the_date_is_nonsense),
        cmocka_unit_test(a_new_meeting_on_a_day_off__is_made_and_said_to_be_one),
        cmocka_unit_test(home__leads_to_a_tracked_decision_by_tab_and_enter),
        cmocka_unit_test(home__fits_every_size),
        cmocka_unit_test(the_first_start__offers_three_ways_and_the_example_leads_home),
        cmocka_unit_test(setting_up__stores_the_committee_with_its_name_and_goes_on_to_the_members),
        cmocka_unit_test(setting_up__takes_the_way_back_home_once_the_committee_stands),
        cmocka_unit_test(importing__lists_the_mistakes_of_a_file_and_stores_nothing),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 3 of a meeting, and the register: pages of tracked decisions, progress, recommendations, rulings, old
 * ones entered by hand.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"
#include "tui/recover.h"

/* 113-1 (2024-05-14 14:00) goes through 111-2-02, 112-1-02, 112-2-01 (reported), 112-2-02 and 112-2-03 (not).
 */
static const char weeks_before[] = "2024-04-24T02:00:00Z";
static const char in_session[] = "2024-05-14T06:30:00Z";

static void open_tracking(struct office *office, const char *now, const char *key)
{
    office_open(office, true, now);
    assert_true(home_push(&office->app));
    assert_true(tracking_push(&office->app, office_meeting(office, "113-1"), key));
}

/* The tracked decision KEY as it is stored; in S, which is released first and at last by the caller. */
static const struct resolution *stored(struct office *office, struct snapshot *s, const char *key)
{
    struct err err = {0};

    snapshot_release(s);
    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), s, &err), STATUS_OK);
    return resolution_find(&s->resolutions, key);
}

static const struct round *round_now(struct office *office, struct snapshot *s, const char *key)
{
    const struct resolution *r = stored(office, s, key);

    assert_non_null(r);
    return resolution_round(r, "113-1");
}

/* ---- the page ------------------------------------------------------------------------------------- */

static void the_page__has_the_head_this_round_and_the_history_newest_first(void **state)
{
    struct office office;
    struct str screen = STR_INIT;
    const char *now, *second, *first;

    (void)state;
    open_tracking(&office, weeks_before, "111-2-02");
    office_screen(&office, 100, 44, &screen);
    assert_non_null(strstr(screen.text, "列管 111-2-02（1／5）"));
    assert_non_null(strstr(screen.text, "111年第2次會議 參、報告事項、案由三　111/12/08(四)"));
    assert_non_null(strstr(screen.text, "113/03/31(日)　逾期 24 日"));
    assert_non_null(strstr(screen.text, "水質司、海象署"));
    now = strstr(screen.text, "本次　113年第1次會議");
    second = strstr(screen.text, "112年第2次會議　112/12/05(二)");
    first = strstr(screen.text, "112年第1次會議　112/05/30(二)");
    assert_true(now && second && first && now < second && second < first);
    str_release(&screen);
    assert_fits_every_size(&office);
    office_close(&office);
}

static void left_and_right__go_from_one_to_the_next(void **state)
{
    struct office office;

    (void)state;
    open_tracking(&office, weeks_before, NULL);
    assert_sees(&office, "111-2-02（1／5）");
    office_key(&office, "Right");
    assert_sees(&office, "112-1-02（2／5）");
    office_key(&office, "Left");
    office_key(&office, "Left");
    assert_sees(&office, "這是第一案");
    assert_sees(&office, "111-2-02（1／5）");
    office_close(&office);
}

static void a_long_page__scrolls(void **state)
{
    struct office office;
    struct str screen = STR_INIT;

    (void)state;
    open_tracking(&office, weeks_before, "112-1-02");
    office_screen(&office, 80, 16, &screen);
    assert_null(strstr(screen.text, "112年第1次會議　112/05/30"));
    office_key(&office, "End");
    str_clear(&screen);
    office_screen(&office, 80, 16, &screen);
    assert_null(strstr(screen.text, "裁示事項"));
    office_key(&office, "Home");
    str_clear(&screen);
    office_screen(&office, 80, 16, &screen);
    assert_non_null(strstr(screen.text, "裁示事項"));
    str_release(&screen);
    office_close(&office);
}

/* ---- writing -------------------------------------------------------------------------------------- */

static void progress__is_typed_in_the_editor_and_stored(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_tracking(&office, weeks_before, "112-2-02");
    assert_sees(&office, "還沒有：按 Enter 填寫");
    office_type(&office, "\r已逐筆檢討，計12筆達標。\033");
    assert_int_equal(round_now(&office, &s, "112-2-02")->progress.n, 1);
    assert_string_equal(round_now(&office, &s, "112-2-02")->progress.v[0].text, "已逐筆檢討，計12筆達標。");
    assert_sees(&office, "已逐筆檢討");
    assert_sees(&office, "✓112-2-02");
    snapshot_release(&s);
    office_close(&office);
}

static void progress__may_begin_with_what_was_said_last_time(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_tracking(&office, weeks_before, "112-2-02");
    office_key(&office, "F6");
    assert_sees(&office, "之前沒有辦理情形可以沿用");
    office_close(&office);

    open_tracking(&office, weeks_before, "111-2-02");
    office_type(&office, "\033[17~"); /* F6 */
    assert_sees(&office, "草案已完成，尚有2個欄位未達成一致。");
    office_type(&office, "補充：\033");
    assert_int_equal(round_now(&office, &s, "111-2-02")->progress.n, 1);
    assert_non_null(strstr(round_now(&office, &s, "111-2-02")->progress.v[0].text, "補充：草案已完成"));
    snapshot_release(&s);
    office_close(&office);
}

static void a_recommendation__is_one_key_and_another_takes_its_place(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_tracking(&office, weeks_before, "112-2-02");
    office_type(&office, "1");
    assert_int_equal(round_now(&office, &s, "112-2-02")->recommendation, RULING_RELEASE);
    assert_sees(&office, "建請解除列管");
    office_type(&office, "32"); /* faster than the screen */
    assert_int_equal(round_now(&office, &s, "112-2-02")->recommendation, RULING_CONTINUE);
    assert_int_equal(round_now(&office, &s, "112-2-02")->ruling, UNKNOWN);
    office_type(&office, "\033[18~7"); /* F7, and the last choice clears it */
    assert_int_equal(round_now(&office, &s, "112-2-02")->recommendation, UNKNOWN);
    snapshot_release(&s);
    office_close(&office);
}

static void a_remark__is_kept(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    open_tracking(&office, weeks_before, "112-2-02");
    office_type(&office, "k另案簽辦\r");
    assert_string_equal(round_now(&office, &s, "112-2-02")->remark, "另案簽辦");
    assert_sees(&office, "另案簽辦");
    snapshot_release(&s);
    office_close(&office);
}

static void several_units__report_and_recommend_each_for_itself(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct round *round;

    (void)state;
    open_tracking(&office, weeks_before, "111-2-02"); /* 水質司 has reported, 海象署 not */
    office_key(&office, "F8");
    office_type(&office, "R海象\033");
    office_type(&office, "u2\r\r單位換算表已定案。\033");
    round = round_now(&office, &s, "111-2-02");
    assert_int_equal(round->reports.n, 2);
    assert_string_equal(round->reports.v[1].unit, "海象署");
    assert_string_equal(round->reports.v[1].on, "2024-04-24");
    assert_string_equal(round->reports.v[1].progress.v[0].text, "單位換算表已定案。");
    assert_int_equal(round->progress.n, 0);
    office_type(&office, "u2\r2"); /* recommends: released */
    round = round_now(&office, &s, "111-2-02");
    assert_int_equal(round->reports.v[1].recommendation, RULING_RELEASE);
    assert_int_equal(round->reports.v[0].recommendation, RULING_CONTINUE);
    assert_int_equal(round->reports.v[1].progress.n, 1);
    assert_sees(&office, "海象署 回報 113/04/24(三)　建請解除列管");
    office_type(&office, "u2\r6");
    assert_int_equal(round_now(&office, &s, "111-2-02")->reports.n, 1);
    snapshot_release(&s);
    office_close(&office);
}

static void a_units_report__has_a_place_of_its_own_for_its_draft(void **state)
{
    const struct draft_place place = {
        .kind = DRAFT_REPORT, .meeting_id = 3, .resolution_id = 7, .speaker = "水質司:一科"};
    struct draft_place read;
    struct str name = STR_INIT;

    (void)state;
    draft_place_name(&place, &name);
    assert_string_equal(name.text, "report:3:7:水質司:一科");
    assert_true(draft_place_parse(name.text, &read));
    assert_int_equal(read.kind, DRAFT_REPORT);
    assert_int_equal(read.meeting_id, 3);
    assert_int_equal(read.resolution_id, 7);
    assert_string_equal(read.speaker, "水質司:一科");
    assert_false(draft_place_parse("report:3:7", &read));
    str_release(&name);
}

static void who_has_not_reported__is_listed_and_leads_there(void **state)
{
    struct office office;

    (void)state;
    open_tracking(&office, weeks_before, NULL);
    office_type(&office, "R112-2-03\r");
    assert_sees(&office, "112-2-03（5／5）");
    office_close(&office);
}

/* ---- ruling --------------------------------------------------------------------------------------- */

static void a_ruling__waits_for_the_meeting(void **state)
{
    struct office office;

    (void)state;
    open_tracking(&office, weeks_before, "112-2-02");
    office_key(&office, "d");
    assert_sees(&office, "會議還沒開始；裁示在開會後才有");
    office_close(&office);
}

static void open_meeting_now(struct office *office)
{
    const struct stamp stamp = {"何筆", "2024-05-14T06:02:00.000Z", "開會"};
    struct snapshot s = SNAPSHOT_INIT;
    struct err err = {0};

    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), &s, &err), STATUS_OK);
    assert_int_equal(meeting_open(office->db, &stamp, &s, "2024-05-14", "14:02", OUTCOME_HELD, &err),
                     STATUS_OK);
    snapshot_release(&s);
}

static void a_ruling__may_differ_from_the_recommendation_and_have_a_date(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct round *round;

    (void)state;
    office_open(&office, true, in_session);
    open_meeting_now(&office);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), "112-2-02"));
    office_type(&office, "1d2");
    office_type(&office, "d6113/7/31\r"); /* a new due date */
    round = round_now(&office, &s, "112-2-02");
    assert_int_equal(round->recommendation, RULING_RELEASE);
    assert_int_equal(round->ruling, RULING_CONTINUE);
    assert_string_equal(round->due, "2024-07-31");
    office_type(&office, "d4112-1-02\r"); /* merged */
    assert_string_equal(round_now(&office, &s, "112-2-02")->into, "112-1-02");
    assert_sees(&office, "（併入 112-1-02）");
    office_type(&office, "d7");
    assert_int_equal(round_now(&office, &s, "112-2-02")->ruling, UNKNOWN);
    office_type(&office, "d");
    assert_int_equal(round_now(&office, &s, "112-2-02")->ruling, UNKNOWN); /* Esc */
    office_type(&office, "d7"); /* it is open: there is nothing to take up again */
    assert_int_equal(round_now(&office, &s, "112-2-02")->ruling, UNKNOWN);
    office_type(&office, "d1");
    assert_int_equal(round_now(&office, &s, "112-2-02")->ruling, RULING_RELEASE);
    office_type(&office, "d8");
    assert_int_equal(round_now(&office, &s, "112-2-02")->ruling, RULING_AGAIN);
    snapshot_release(&s);
    office_close(&office);
}

/* ---- by hand -------------------------------------------------------------------------------------- */

static void an_old_one__is_entered_by_hand_and_tracked_at_once(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct resolution *r;

    (void)state;
    open_tracking(&office, weeks_before, NULL);
    office_type(
        &office,
        "n請資訊處修正目錄。\r資訊處，水質司\r\r\r110年第2次會議 報告事項案由二\r110/12/14\r110-2-01\r\t\r");
    r = stored(&office, &s, "110-2-01");
    assert_non_null(r);
    assert_string_equal(r->instruction.v[0].text, "請資訊處修正目錄。");
    assert_int_equal(r->units.n, 2);
    assert_string_equal(r->units.v[1].name, "水質司");
    assert_string_equal(r->source_text, "110年第2次會議 報告事項案由二");
    assert_string_equal(r->source_date, "2021-12-14");
    assert_sees(&office, "110-2-01（1／6）");
    snapshot_release(&s);
    office_close(&office);
}

static void the_head__is_changed_without_touching_the_rest(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct resolution *r;
    int64_t unit;
    size_t rounds;

    (void)state;
    open_tracking(&office, weeks_before, "111-2-02");
    r = stored(&office, &s, "111-2-02");
    unit = r->units.v[0].row.id;
    rounds = r->rounds.n;
    office_type(&office, "h\r\r法制處\r113/6/30\r\r\r\t\r");
    r = stored(&office, &s, "111-2-02");
    assert_int_equal(r->assisting.n, 1);
    assert_string_equal(r->assisting.v[0].name, "法制處");
    assert_string_equal(r->due, "2024-06-30");
    assert_int_equal(r->units.v[0].row.id, unit);
    assert_int_equal(r->rounds.n, rounds);
    snapshot_release(&s);
    office_close(&office);
}

/* ---- the register --------------------------------------------------------------------------------- */

static void open_register(struct office *office, const char *now)
{
    office_open(office, true, now);
    assert_true(home_push(&office->app));
    assert_true(register_push(&office->app));
}

static void the_register__filters_by_state_unit_meeting_and_text(void **state)
{
    struct office office;

    (void)state;
    open_register(&office, in_session);
    assert_sees(&office, "列管總表：列管中 5 案");
    assert_sees(&office, "523 ██████");
    assert_fits_every_size(&office);
    office_key(&office, "Tab");
    assert_sees(&office, "列管總表：逾期 3 案");
    office_key(&office, "Tab");
    assert_sees(&office, "列管總表：未回報 4 案");
    office_key(&office, "Tab");
    assert_sees(&office, "列管總表：已結案");
    assert_sees_not(&office, "112-2-02");
    office_type(&office, "x");
    office_type(&office, "\033[18~河川\r"); /* F7 */
    assert_sees(&office, "列管總表：列管中 1 案　河川司");
    assert_sees(&office, "112-2-01");
    office_type(&office, "x");
    office_type(&office, "m112年第2次\r");
    assert_sees(&office, "列管中 3 案　112年第2次會議");
    office_type(&office, "xs意見之移轉\r");
    assert_sees(&office, "列管中 1 案　「意見之移轉」");
    assert_sees(&office, "112-2-03");
    office_close(&office);
}

static void enter__opens_the_page_and_leads_to_the_meeting(void **state)
{
    struct office office;

    (void)state;
    open_register(&office, in_session);
    office_key(&office, "Enter");
    assert_sees(&office, "列管 111-2-02（1／5）");
    assert_fits_every_size(&office);
    office_key(&office, "Right");
    assert_sees(&office, "列管 112-1-02（2／5）");
    office_key(&office, "Enter");
    assert_sees(&office, "本次　113年第1次會議");
    office_key(&office, "Esc");
    office_key(&office, "Esc");
    assert_sees(&office, "列管總表：列管中 5 案");
    office_close(&office);
}

static void one_with_rounds__is_not_removed_and_one_without_is(void **state)
{
    struct office office;

    (void)state;
    open_register(&office, in_session);
    office_type(&office, "\033[3~2");
    assert_sees(&office, "列管案 111-2-02 已有辦理情形，不能刪除。");
    office_type(&office, "n測試。\r\r\r\r舊檔\r\r\r\t\r");
    assert_sees(&office, "列管中 6 案");
    assert_sees(&office, "已列管，編號 old-01");
    office_type(&office, "\033[3~2");
    assert_sees(&office, "列管中 5 案");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page__has_the_head_this_round_and_the_history_newest_first),
        cmocka_unit_test(left_and_right__go_from_one_to_the_next),
        cmocka_unit_test(a_long_page__scrolls),
        cmocka_unit_test(progress__is_typed_in_the_editor_and_stored),
        cmocka_unit_test(progress__may_begin_with_what_was_said_last_time),
        cmocka_unit_test(a_recommendation__is_one_key_and_another_takes_its_place),
        cmocka_unit_test(a_remark__is_kept),
        cmocka_unit_test(several_units__report_and_recommend_each_for_itself),
        cmocka_unit_test(a_units_report__has_a_place_of_its_own_for_its_draft),
        cmocka_unit_test(who_has_not_reported__is_listed_and_leads_there),
        cmocka_unit_test(a_ruling__waits_for_the_meeting),
        cmocka_unit_test(a_ruling__may_differ_from_the_recommendation_and_have_a_date),
        cmocka_unit_test(an_old_one__is_entered_by_hand_and_tracked_at_once),
        cmocka_unit_test(the_head__is_changed_without_touching_the_rest),
        cmocka_unit_test(the_register__filters_by_state_unit_meeting_and_text),
        cmocka_unit_test(enter__opens_the_page_and_leads_to_the_meeting),
        cmocka_unit_test(one_with_rounds__is_not_removed_and_one_without_is),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tracked decisions that are linked: split, merged, taken up again, and the ways from one to the other; what
 * comes with a report; and all that the meeting before decided.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"
#include "tui/file.h"
#include "tui/recover.h"

static const char weeks_before[] = "2024-04-24T02:00:00Z";
static const char in_session[] = "2024-05-14T06:30:00Z";

/* Another committee's record instead of the example. */
static void open_rounds(struct office *office, const char *now)
{
    struct str text = STR_INIT;
    struct err err = {0};

    office_open(office, false, now);
    assert_int_equal(file_read("tests/fixtures/rounds.json", 1 << 20, &text, &err), STATUS_OK);
    office_import(office, text.text);
    str_release(&text);
    office_choose_committee(office);
    assert_true(home_push(&office->app));
}

static void open_tracking(struct office *office, const char *now, const char *key)
{
    office_open(office, true, now);
    assert_true(home_push(&office->app));
    assert_true(tracking_push(&office->app, office_meeting(office, "113-1"), key));
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

/* KEY as it is stored, in S, which is released first, and at last by the caller. */
static const struct resolution *stored(struct office *office, struct snapshot *s, const char *key)
{
    struct err err = {0};

    snapshot_release(s);
    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), s, &err), STATUS_OK);
    return resolution_find(&s->resolutions, key);
}

static const struct round *round_now(struct office *office, struct snapshot *s, const char *key)
{
    return resolution_round(stored(office, s, key), "113-1");
}

/* ---- the page ------------------------------------------------------------------------------------- */

static void reports__stand_beside_the_consolidated_text_where_there_is_room(void **state)
{
    struct office office;
    struct str wide = STR_INIT, narrow = STR_INIT;

    (void)state;
    open_tracking(&office, weeks_before, "111-2-02");
    office_screen(&office, 120, 60, &wide);
    assert_non_null(strstr(wide.text, "│ 主辦　水質司 回報 112/11/14(二)"));
    assert_non_null(strstr(wide.text, "綜整"));
    office_screen(&office, 80, 60, &narrow);
    assert_null(strstr(narrow.text, "綜整"));
    assert_non_null(strstr(narrow.text, "單位回報  主辦　水質司 回報 112/11/14(二)"));
    str_release(&wide);
    str_release(&narrow);
    office_close(&office);
}

static void a_due_date_that_moved__keeps_the_old_ones(void **state)
{
    struct office office;

    (void)state;
    open_tracking(&office, weeks_before, "111-2-02");
    assert_sees(&office, "期限      113/03/31(日)　逾期 24 日");
    assert_sees(&office, "112年第2次會議改為 113/03/31(日)");
    assert_sees(&office, "112年第1次會議改為 112/11/30(四)");
    assert_sees(&office, "原訂 112/06/30(五)");
    office_close(&office);
}

static void a_round__shows_its_tables_attachments_and_letter(void **state)
{
    struct office office;

    (void)state;
    open_rounds(&office, weeks_before);
    assert_true(register_push(&office.app));
    office_type(&office, "ffff"); /* all */
    office_key(&office, "Down");
    office_key(&office, "Enter");
    assert_sees(&office, "列管 112-1-01（2／5）");
    assert_sees(&office, "分出 112-2-01");
    office_key(&office, "PgDn");
    assert_sees(&office, "112/11/22(三) 水河字第1120003456號函");
    assert_sees(&office, "表1　水位站校核情形");
    assert_sees(&office, "附件1　測站校核卡（cards.pdf）");
    assert_sees(&office, "臨川橋");
    assert_fits_every_size(&office);
    office_close(&office);
}

/* ---- links ---------------------------------------------------------------------------------------- */

static void a_recommended_merge__names_the_survivor_and_the_ruling_begins_with_it(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    office_open(&office, true, in_session);
    open_meeting_now(&office);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), "112-2-02"));
    office_type(&office, "4112-1-02\r");
    assert_string_equal(round_now(&office, &s, "112-2-02")->proposed_into, "112-1-02");
    assert_sees(&office, "建請併案列管（併入 112-1-02）");
    office_type(&office, "4\r"); /* the one that stands is selected */
    assert_string_equal(round_now(&office, &s, "112-2-02")->proposed_into, "112-1-02");
    office_type(&office, "4\033");
    assert_string_equal(round_now(&office, &s, "112-2-02")->proposed_into, "112-1-02");
    office_type(&office, "d4\r"); /* and it is the usual one of the ruling */
    assert_string_equal(round_now(&office, &s, "112-2-02")->into, "112-1-02");
    office_type(&office, "g112-1-02\r"); /* 112-1-03 was merged into it before */
    assert_sees(&office, "列管 112-1-02（2／5）");
    assert_sees(&office, "112-2-02 併入本案");
    office_type(&office, "4112-2-02\r"); /* that would be a circle */
    assert_null(round_now(&office, &s, "112-1-02")->proposed_into);
    office_type(&office, "g"); /* the only one */
    assert_sees(&office, "列管 112-2-02（4／5）");
    office_type(&office, "2");
    assert_null(round_now(&office, &s, "112-2-02")->proposed_into);
    assert_string_equal(round_now(&office, &s, "112-2-02")->into, "112-1-02");
    snapshot_release(&s);
    office_close(&office);
}

static void a_decision__is_split_and_the_parts_lead_to_each_other(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    office_open(&office, true, in_session);
    open_meeting_now(&office);
    assert_true(tracking_push(&office.app, office_meeting(&office, "113-1"), "112-2-02"));
    office_type(&office, "s\033");
    office_type(&office, "s\r\033"); /* given up at the second: nothing happens */
    assert_null(round_now(&office, &s, "112-2-02"));
    office_type(&office, "s\025請資訊處訂定改善期程。\r\025請水文觀測所轉檔。\r\r2");
    assert_null(round_now(&office, &s, "112-2-02"));
    office_type(&office, "s\025請資訊處訂定改善期程。\r\025請水文觀測所轉檔。\r\r1");
    assert_sees(&office, "已分成 113-1-01、113-1-02");
    assert_int_equal(resolution_ruling(stored(&office, &s, "112-2-02")), RULING_SPLIT);
    assert_string_equal(stored(&office, &s, "113-1-01")->instruction.v[0].text, "請資訊處訂定改善期程。");
    assert_sees(&office, "分案列管");
    office_type(&office, "s");
    assert_sees(&office, "這一案已裁示結案，不能再分");
    office_type(&office, "g113-1-02\r");
    assert_sees(&office, "列管 113-1-02（1／1）");
    assert_sees(&office, "由 112-2-02 分出");
    office_key(&office, "Enter"); /* decided at this very meeting, it comes up at the next: only the link */
    assert_sees(&office, "列管 112-2-02（1／1）");
    snapshot_release(&s);
    office_close(&office);
}

static void a_closed_one__is_taken_up_again_and_both_pages_show_the_link(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;

    (void)state;
    office_open(&office, true, weeks_before);
    assert_true(home_push(&office.app));
    assert_true(register_push(&office.app));
    office_type(&office, "fff\r");
    assert_sees(&office, "列管 111-2-01（1／6）");
    office_type(&office, "a1");
    assert_sees(&office, "列管 111-2-01（1／6）");
    office_type(&office, "a2");
    assert_sees(&office, "列管 113-1-01（1／1）");
    assert_sees(&office, "接續 111-2-01");
    assert_string_equal(stored(&office, &s, "113-1-01")->after, "111-2-01");
    office_key(&office, "Enter");
    assert_sees(&office, "113-1-01 接續本案");
    office_key(&office, "Esc");
    office_type(&office, "a");
    assert_sees(&office, "這一案還在列管中");
    snapshot_release(&s);
    office_close(&office);
}

/* ---- what comes with a report ---------------------------------------------------------------------- */

static void a_table_of_a_round__is_pasted_typed_and_kept_as_a_draft(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct round *round;
    struct draft_place place = {
        .kind = DRAFT_CELL, .meeting_id = 5, .resolution_id = 7, .table_id = 9, .line = 1};
    struct draft_place read;
    struct str name = STR_INIT;

    (void)state;
    open_tracking(&office, weeks_before, "112-2-02");
    office_type(&office, "t\033[200~單位\t數量\n水質司\t12\n\033[201~表1　數量\r");
    round = round_now(&office, &s, "112-2-02");
    assert_int_equal(round->tables.n, 1);
    assert_string_equal(round->tables.v[0].caption, "表1　數量");
    office_type(&office, "\r");
    office_key(&office, "Right");
    office_type(&office, "15\r");
    office_key(&office, "Esc");
    office_key(&office, "Esc");
    assert_sees(&office, "| 水質司 | 15");
    assert_int_equal(round_now(&office, &s, "112-2-02")->progress.n, 0);
    draft_place_name(&place, &name);
    assert_string_equal(name.text, "cell:5:0:7:9:1:0");
    assert_true(draft_place_parse(name.text, &read));
    assert_int_equal(read.resolution_id, 7);
    str_release(&name);
    snapshot_release(&s);
    office_close(&office);
}

static void attachments_and_the_letter__are_entered_and_shown(void **state)
{
    struct office office;
    struct snapshot s = SNAPSHOT_INIT;
    const struct round *round;

    (void)state;
    open_tracking(&office, weeks_before, "112-2-02");
    office_type(&office, "fn\r盤點表\r清單.ods\r");
    office_key(&office, "Esc");
    assert_sees(&office, "附件1　盤點表（清單.ods）");
    office_type(&office, "l水資字第1130001234號函\r113/4/20\r");
    assert_sees(&office, "113/04/20(六) 水資字第1130001234號函");
    round = round_now(&office, &s, "112-2-02");
    assert_int_equal(round->attachments.n, 1);
    assert_string_equal(round->letter_date, "2024-04-20");
    office_type(&office, "l\025\r\025\r");
    round = round_now(&office, &s, "112-2-02");
    assert_null(round->letter);
    assert_null(round->letter_date);
    assert_int_equal(round->attachments.n, 1);
    snapshot_release(&s);
    office_close(&office);
}

static void in_the_session__what_the_units_reported_is_seen_where_nobody_has_consolidated_it(void **state)
{
    struct office office;

    (void)state;
    open_tracking(&office, weeks_before, "111-2-02");
    office_key(&office, "Alt-5");
    assert_sees(&office, "辦理 水質司：2個欄位擬採並列方式處理");
    assert_sees(&office, "建議 水質司 建請繼續列管");
    office_close(&office);
}

/* ---- the other views ------------------------------------------------------------------------------ */

static void all_decisions_of_the_meeting_before__are_listed_the_noted_too(void **state)
{
    struct office office;

    (void)state;
    open_tracking(&office, weeks_before, "111-2-02");
    office_type(&office, "o");
    assert_sees(&office, "112年第2次會議決議 8 案");
    assert_sees(&office, "洽悉。");
    assert_sees(&office, "其他列管中的案");
    assert_fits_every_size(&office);
    office_type(&office, "\r\033"); /* noted: its text */
    assert_sees(&office, "洽悉。");
    office_key(&office, "Down");
    office_key(&office, "Enter");
    assert_sees(&office, "列管 112-2-02（4／5）");
    office_type(&office, "oo");
    assert_sees(&office, "列管 112-2-02（4／5）");
    office_close(&office);
}

static void the_register__is_ordered_by_number_or_due_date(void **state)
{
    struct office office;
    struct str screen = STR_INIT;

    (void)state;
    office_open(&office, true, weeks_before);
    assert_true(home_push(&office.app));
    assert_true(register_push(&office.app));
    office_screen(&office, 160, 20, &screen);
    assert_true(strstr(screen.text, "111-2-02") < strstr(screen.text, "112-2-01"));
    assert_non_null(strstr(screen.text, "112-2 肆、討論"));
    assert_non_null(strstr(screen.text, "資訊處／水文觀測所"));
    office_type(&office, "o");
    assert_sees(&office, "列管總表：列管中 5 案　依期限");
    office_type(&office, "m111年第2次\r"); /* a meeting that is older than the data */
    assert_sees(&office, "列管中 1 案　依期限　111年第2次會議");
    office_type(&office, "x");
    str_clear(&screen);
    office_screen(&office, 160, 20, &screen);
    assert_true(strstr(screen.text, "112-2-01") < strstr(screen.text, "111-2-02"));
    str_release(&screen);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports__stand_beside_the_consolidated_text_where_there_is_room),
        cmocka_unit_test(a_due_date_that_moved__keeps_the_old_ones),
        cmocka_unit_test(a_round__shows_its_tables_attachments_and_letter),
        cmocka_unit_test(a_recommended_merge__names_the_survivor_and_the_ruling_begins_with_it),
        cmocka_unit_test(a_decision__is_split_and_the_parts_lead_to_each_other),
        cmocka_unit_test(a_closed_one__is_taken_up_again_and_both_pages_show_the_link),
        cmocka_unit_test(a_table_of_a_round__is_pasted_typed_and_kept_as_a_draft),
        cmocka_unit_test(attachments_and_the_letter__are_entered_and_shown),
        cmocka_unit_test(in_the_session__what_the_units_reported_is_seen_where_nobody_has_consolidated_it),
        cmocka_unit_test(all_decisions_of_the_meeting_before__are_listed_the_noted_too),
        cmocka_unit_test(the_register__is_ordered_by_number_or_due_date),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

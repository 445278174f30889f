/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept papers and amendments in the program: confirming keeps the paper, 更正 stands beneath, both can be
 * read and compared.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/archive/archive.h"

/* The example's second meeting, which is confirmed, with the papers that its steps handed out. */
static void open_minutes(struct office *office)
{
    static const struct stamp stamp = {"何筆", "2024-05-14T05:00:00.000Z", "測試"};
    struct snapshot s = SNAPSHOT_INIT;
    struct milestone milestone;
    struct style *style = NULL;
    struct err err = {0};
    int64_t id;

    office_open(office, true, "2024-05-14T05:50:00Z");
    id = office_meeting(office, "112-2");
    assert_int_equal(snapshot_load(office->db, id, &s, &err), STATUS_OK);
    assert_non_null(meeting_milestone(&s.meeting, STEP_CONFIRMED));
    assert_int_equal(style_load("classic", &style, &err), STATUS_OK);
    milestone = *meeting_milestone(&s.meeting, STEP_CONFIRMED);
    assert_int_equal(milestone_keep(office->db, &stamp, &s, &milestone, NULL, style, "classic", &err),
                     STATUS_OK);
    style_free(style);
    snapshot_release(&s);
    assert_true(home_push(&office->app));
    assert_true(minutes_push(&office->app, id));
}

static void an_amendment__is_asked_for_and_stands_under_the_minutes(void **state)
{
    struct office office;

    (void)state;
    open_minutes(&office);
    office_type(&office, "a報告事項\r雨量站\r雨量及水位站\r漏列\r\r\r\r");
    assert_sees(&office, "已存");
    office_key(&office, "End");
    assert_sees(&office, "更正為「雨量及水位站」");
    assert_sees(&office, "何筆)。");
    office_close(&office);
}

static void an_amendment_without_a_reason__is_refused_and_nothing_typed_is_lost(void **state)
{
    struct office office;

    (void)state;
    open_minutes(&office);
    office_type(&office, "a報告事項\r雨量站\r雨量站\r漏列\r\r\r\r");
    assert_sees(&office, "更正要寫明位置與理由，而且更正前後要有不同");
    office_close(&office);
}

static void versions__are_listed__read_and_compared(void **state)
{
    struct office office;

    (void)state;
    open_minutes(&office);
    office_type(&office, "a報告事項\r雨量站\r雨量及水位站\r漏列\r\r\r\r");
    office_type(&office, "v");
    assert_sees(&office, "現在印出的");
    assert_sees(&office, "何筆");
    assert_fits_every_size(&office);
    office_type(&office, "d\033");
    office_close(&office);
}

static void a_meeting_whose_minutes_went_nowhere__has_no_versions(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, "2024-05-14T05:50:00Z");
    assert_true(minutes_push(&office.app, office_meeting(&office, "113-1")));
    office_type(&office, "v");
    assert_sees(&office, "還沒有寄送或確認過的版本");
    office_type(&office, "a");
    assert_sees(&office, "紀錄還沒確認，直接修改即可");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_amendment__is_asked_for_and_stands_under_the_minutes),
        cmocka_unit_test(an_amendment_without_a_reason__is_refused_and_nothing_typed_is_lost),
        cmocka_unit_test(versions__are_listed__read_and_compared),
        cmocka_unit_test(a_meeting_whose_minutes_went_nowhere__has_no_versions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

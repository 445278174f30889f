/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is pasted, what is stored of it is a record: it is exported and read again.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/record/record.h"

static const char spring[] = "2024-05-02T06:03:00Z";

/* The committee's record as text, which must be read without a problem. */
static void assert_record_holds(struct office *office, const char *expected)
{
    struct record record = RECORD_INIT, again = RECORD_INIT;
    struct problems problems;
    struct str out = STR_INIT;
    struct err err = {0};

    problems_init(&problems);
    assert_int_equal(record_load(office->db, office->app.committee_id, &record, &err), STATUS_OK);
    assert_int_equal(record_write(&record, &out, &err), STATUS_OK);
    assert_int_equal(record_parse(out.text, out.len_bytes, &again, &problems, &err), STATUS_OK);
    assert_int_equal(record_check(&again, NULL, &problems), STATUS_OK);
    assert_non_null(strstr(out.text, expected));
    str_release(&out);
    problems_release(&problems);
    record_release(&record);
    record_release(&again);
}

static void a_pasted_roster__keeps_no_character_that_a_record_refuses(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_type(&office, "\033[200~歐\033[31m陽河\t男\t河\v海\u202e大學\a\033[201~1");
    assert_record_holds(&office, "\"unit\": \"河 海大學\"");
    office_close(&office);
}

static void a_pasted_table__keeps_no_character_that_a_record_refuses(void **state)
{
    struct office office;
    struct snapshot s;
    struct err err = {0};

    (void)state;
    office_open(&office, true, spring);
    assert_int_equal(snapshot_load(office.db, office_meeting(&office, "113-1"), &s, &err), STATUS_OK);
    assert_true(home_push(&office.app));
    assert_true(agenda_push(&office.app, s.meeting.row.id));
    assert_true(item_push(&office.app, s.meeting.row.id, meeting_item(&s.meeting, "k1")->row.id));
    office_type(&office, "\033[200~單\v位\t數\033量\n\"水\t質司\"\t1\v2\n\033[201~表1\r");
    assert_record_holds(&office, "\"水 質司\"");
    snapshot_release(&s);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pasted_roster__keeps_no_character_that_a_record_refuses),
        cmocka_unit_test(a_pasted_table__keeps_no_character_that_a_record_refuses),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

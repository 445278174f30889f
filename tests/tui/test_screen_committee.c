/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The committee's form, its rules, and what stands on every agenda.
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

struct people {
    struct arena arena;
    struct committee committee;
    struct members members;
};

static void load(struct office *office, struct people *people)
{
    struct err err = {0};

    *people = (struct people){.arena = ARENA_INIT};
    assert_int_equal(committee_load(office->db, office->app.committee_id, &people->arena, &people->committee,
                                    &people->members, &err),
                     STATUS_OK);
}

static void the_rules__are_changed_field_by_field(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(committee_push(&office.app));
    assert_sees(&office, "出席比例    1/2");
    assert_fits_every_size(&office);
    office_type(&office, "\t\t\t\t\t\t\t"); /* to the share */
    office_type(&office, "\025２／３\r");
    load(&office, &people);
    assert_int_equal(people.committee.rules.v[0].quorum_numerator, 2);
    assert_int_equal(people.committee.rules.v[0].quorum_denominator, 3);
    arena_release(&people.arena);
    office_type(&office, "\033[C"); /* 以上 → 超過 */
    load(&office, &people);
    assert_int_equal(people.committee.rules.v[0].quorum_comparison, COMPARE_MORE);
    arena_release(&people.arena);
    office_close(&office);
}

static void what_carries_a_vote__is_laid_down_in_four_fields__and_taken_back(void **state)
{
    struct office office;
    struct people people;
    const struct rule *rule;

    (void)state;
    office_open(&office, true, spring);
    assert_true(committee_push(&office.app));
    office_type(&office, "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"); /* to the first of them */
    assert_sees(&office, "設置要點沒有定可決數");
    assert_fits_every_size(&office);
    office_type(&office, "\033[C\033[C\033[C\t2/3\r\033[C\t\033[C");
    assert_sees(&office, "出席人數");
    assert_sees(&office, "取決於主席");
    load(&office, &people);
    rule = &people.committee.rules.v[0];
    assert_int_equal(rule->vote_of, OF_PRESENT);
    assert_int_equal(rule->vote_share.num, 2);
    assert_int_equal(rule->vote_share.den, 3);
    assert_int_equal(rule->vote_comparison, COMPARE_AT_LEAST);
    assert_int_equal(rule->vote_casting, 1);
    assert_int_equal(rule->publish_workdays, 14);
    arena_release(&people.arena);
    office_type(&office, "\033[D\033[Z\033[D\033[Z\025\r\033[Z\033[Z\033[D\033[D\033[D");
    load(&office, &people);
    rule = &people.committee.rules.v[0];
    assert_int_equal(rule->vote_of, UNKNOWN);
    assert_int_equal(rule->vote_share.den, 0);
    assert_int_equal(rule->vote_comparison, UNKNOWN);
    assert_int_equal(rule->vote_casting, UNKNOWN);
    arena_release(&people.arena);
    office_close(&office);
}

static void a_share_that_is_none__is_refused_with_what_is_expected(void **state)
{
    static const char *const wrong[] = {"半數", "1/0", "3/2", "0/3", "1/2/3", "-1/2"};
    struct office office;
    struct people people;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        office_open(&office, true, spring);
        assert_true(committee_push(&office.app));
        office_type(&office, "\t\t\t\t\t\t\t\025");
        office_type(&office, wrong[i]);
        office_type(&office, "\r");
        assert_sees(&office, "不是分數。可輸入 1/2 或 1/3。");
        assert_sees(&office, wrong[i]);
        load(&office, &people);
        assert_int_equal(people.committee.rules.v[0].quorum_denominator, 2);
        arena_release(&people.arena);
        office_close(&office);
    }
}

static void new_rules__begin_on_their_day_and_leave_the_old_ones_alone(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(committee_push(&office.app));
    load(&office, &people);
    assert_int_equal(people.committee.rules.n, 1);
    arena_release(&people.arena);
    office_type(&office, "\033[18~\025114/1/1\r"); /* F7 */
    assert_sees(&office, "自 114/01/01(三)");
    load(&office, &people);
    assert_int_equal(people.committee.rules.n, 2);
    assert_null(people.committee.rules.v[0].from);
    assert_string_equal(people.committee.rules.v[1].from, "2025-01-01");
    assert_int_equal(people.committee.rules.v[1].civil_min, 3);
    arena_release(&people.arena);
    office_close(&office);
}

static void a_field_just_typed__is_stored_before_rules_are_added_or_replaced(void **state)
{
    static const char *const keys[] = {"\033[18~\r", "\033[19~\r"}; /* F7, F8 */
    struct office office;
    struct people people;

    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        office_open(&office, true, spring);
        assert_true(committee_push(&office.app));
        office_type(&office, "\025水文部資料諮詢會"); /* not left with Enter */
        office_type(&office, keys[i]);
        load(&office, &people);
        assert_string_equal(people.committee.name, "水文部資料諮詢會");
        assert_int_equal(people.committee.rules.n, i == 0 ? 2 : 1);
        arena_release(&people.arena);
        office_close(&office);
    }
}

static void standing_items__are_added_moved_and_removed(void **state)
{
    struct office office;
    struct people people;
    size_t n;

    (void)state;
    office_open(&office, true, spring);
    assert_true(committee_push(&office.app));
    office_key(&office, "F6");
    load(&office, &people);
    n = people.committee.standing.n;
    arena_release(&people.arena);
    office_type(&office, "n2資料集下架審議\r水質司\r");
    load(&office, &people);
    assert_int_equal(people.committee.standing.n, n + 1);
    assert_int_equal(people.committee.standing.v[n].section, SECTION_DISCUSSION);
    assert_string_equal(people.committee.standing.v[n].title, "資料集下架審議");
    assert_string_equal(people.committee.standing.v[n].unit, "水質司");
    arena_release(&people.arena);
    assert_sees(&office, "資料集下架審議");
    office_key(&office, "End");
    office_key(&office, "Alt-Up");
    load(&office, &people);
    assert_string_equal(people.committee.standing.v[n - 1].title, "資料集下架審議");
    arena_release(&people.arena);
    office_key(&office, "F8");
    load(&office, &people);
    assert_int_equal(people.committee.standing.n, n);
    arena_release(&people.arena);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rules__are_changed_field_by_field),
        cmocka_unit_test(what_carries_a_vote__is_laid_down_in_four_fields__and_taken_back),
        cmocka_unit_test(a_share_that_is_none__is_refused_with_what_is_expected),
        cmocka_unit_test(new_rules__begin_on_their_day_and_leave_the_old_ones_alone),
        cmocka_unit_test(a_field_just_typed__is_stored_before_rules_are_added_or_replaced),
        cmocka_unit_test(standing_items__are_added_moved_and_removed),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roster and a member's form.
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

static const struct member *last_member(const struct people *people)
{
    assert_true(people->members.n > 0);
    return &people->members.v[people->members.n - 1];
}

static void the_roster__shows_who_is_in_office_today_and_how_the_committee_is_composed(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    assert_sees(&office, "委員名冊 113/05/02(四)");
    assert_sees(&office, "1 范姜映真");
    assert_sees(&office, "12 葉劉淑惠");
    assert_sees(&office, "在任 12 人，民間代表 5/12 (41.6%)");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void the_roster__is_that_of_another_day_when_asked_for(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    assert_sees(&office, "葉劉淑惠"); /* since 112/08/16 */
    office_type(&office, "d112/5/30\r");
    assert_sees(&office, "委員名冊 112/05/30(二)");
    assert_sees_not(&office, "葉劉淑惠");
    office_type(&office, "a");
    assert_sees(&office, "葉劉淑惠");
    assert_sees(&office, "含不在任");
    office_close(&office);
}

static void a_new_member__is_stored_with_the_name_split_as_proposed(void **state)
{
    static const struct {
        const char *typed, *surname, *given;
    } cases[] = {{"歐陽河", "歐陽", "河"}, {"林主秘", "林", "主秘"}, {"江謝湖", "江謝", "湖"}};
    struct office office;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct people people;

        office_open(&office, true, spring);
        assert_true(members_push(&office.app));
        office_type(&office, "n");
        assert_sees_not(&office, "性別  <");
        office_type(&office, cases[i].typed);
        office_type(&office, "\r");
        load(&office, &people);
        assert_int_equal(people.members.n, 14);
        assert_string_equal(last_member(&people)->surname, cases[i].surname);
        assert_string_equal(last_member(&people)->given, cases[i].given);
        /* there have been meetings: the new one is in office from today on, not at those */
        assert_string_equal(last_member(&people)->appointments.v[0].from, "2024-05-02");
        arena_release(&people.arena);
        office_close(&office);
    }
}

static void a_name_that_cannot_be_split__is_left_whole_and_can_be_split_by_hand(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_type(&office, "n");
    office_type(&office, "沙里農．巴奈\r");
    load(&office, &people);
    assert_string_equal(last_member(&people)->surname, "沙里農．巴奈");
    assert_null(last_member(&people)->given);
    arena_release(&people.arena);
    office_close(&office);
}

static void a_members_fields__are_stored_when_they_are_left(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_type(&office, "n");
    office_type(&office, "歐陽河\r\r\r");   /* name, surname, given */
    office_type(&office, "\033[C\t");       /* gender: → */
    office_type(&office, "\t");             /* role stays */
    office_type(&office, "\033[C\033[C\t"); /* kind: civil */
    office_type(&office, "河海大學\r教授\r");
    office_type(&office, "2\r113/1/1\r114/12/31\r");
    load(&office, &people);
    assert_int_equal(last_member(&people)->gender, GENDER_FEMALE);
    assert_int_equal(last_member(&people)->appointments.v[0].kind, KIND_CIVIL);
    assert_string_equal(last_member(&people)->appointments.v[0].unit, "河海大學");
    assert_string_equal(last_member(&people)->appointments.v[0].title, "教授");
    assert_int_equal(last_member(&people)->appointments.v[0].term, 2);
    assert_string_equal(last_member(&people)->appointments.v[0].from, "2024-01-01");
    assert_string_equal(last_member(&people)->appointments.v[0].to, "2025-12-31");
    assert_fits_every_size(&office);
    arena_release(&people.arena);
    office_close(&office);
}

static void a_term_that_ends_before_it_begins__is_refused_and_stays_typed(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_type(&office, "n");
    office_type(&office, "林一\r\r\r\t\t\t\r\r");
    office_type(&office, "113/5/10\r112/5/10\r");
    assert_sees(&office, "先後顛倒");
    assert_sees(&office, "112/5/10");
    load(&office, &people);
    assert_null(last_member(&people)->appointments.v[0].to);
    arena_release(&people.arena);
    office_type(&office, "\025113/12/31\r"); /* Ctrl-U */
    load(&office, &people);
    assert_string_equal(last_member(&people)->appointments.v[0].to, "2024-12-31");
    arena_release(&people.arena);
    office_close(&office);
}

static void ending_an_appointment__leaves_the_member_in_the_book_and_off_the_roster(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_type(&office, "\033[Be113/4/30\r"); /* the second row */
    load(&office, &people);
    assert_string_equal(people.members.v[1].surname, "歐陽");
    assert_string_equal(people.members.v[1].appointments.v[people.members.v[1].appointments.n - 1].to,
                        "2024-04-30");
    assert_sees_not(&office, "歐陽秉衡");
    arena_release(&people.arena);
    office_close(&office);
}

static void a_new_term__follows_the_one_before_it(void **state)
{
    struct office office;
    struct people people;
    const struct member *member;
    size_t n;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_type(&office, "\033[B\033[B\r"); /* 司徒靜宜, first term until 113/12/31 */
    assert_sees(&office, "司徒");
    load(&office, &people);
    n = people.members.v[2].appointments.n;
    arena_release(&people.arena);
    office_key(&office, "F6");
    load(&office, &people);
    member = &people.members.v[2];
    assert_int_equal(member->appointments.n, n + 1);
    assert_string_equal(member->appointments.v[n].from, "2025-01-01");
    assert_int_equal(member->appointments.v[n].term, 2);
    assert_string_equal(member->appointments.v[n].unit, member->appointments.v[n - 1].unit);
    arena_release(&people.arena);
    office_close(&office);
}

static void a_new_term_on_the_day_that_the_last_one_began__does_not_end_it_before_that_day(void **state)
{
    struct office office;
    struct people people;
    const struct member *member;
    size_t n;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_key(&office, "Enter");
    office_key(&office, "F6"); /* from today */
    office_key(&office, "F6"); /* and again */
    load(&office, &people);
    member = &people.members.v[0];
    n = member->appointments.n;
    assert_true(n >= 3);
    for (size_t i = 0; i + 1 < n; i++) {
        assert_non_null(member->appointments.v[i].to);
        assert_true(!member->appointments.v[i].from ||
                    strcmp(member->appointments.v[i].from, member->appointments.v[i].to) <= 0);
    }
    arena_release(&people.arena);
    office_close(&office);
}

static void a_member_who_was_at_a_meeting__is_not_removed(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_type(&office, "\033[3~2"); /* Delete, yes */
    assert_sees(&office, "范姜映真");
    load(&office, &people);
    assert_int_equal(people.members.n, 13);
    arena_release(&people.arena);
    office_close(&office);
}

static void a_roster_pasted_from_a_spreadsheet__is_shown_and_stored_as_one_change(void **state)
{
    static const char paste[] = "\033[200~姓名\t性別\t身分\t單位\t職稱\r\n"
                                "1\t歐陽河\t男\t民間代表\t河海大學\t教授\r\n"
                                "\r\n"
                                "2\t林主秘\t女\t召集人\t水文部\t常務次長\033[201~";
    struct office office;
    struct people people;
    const struct member *member;

    (void)state;
    for (int answer = 1; answer <= 2; answer++) {
        struct str keys = STR_INIT;

        office_open(&office, true, spring);
        assert_true(members_push(&office.app));
        str_printf(&keys, "%s%d", paste, answer);
        office_type(&office, keys.text);
        str_release(&keys);
        load(&office, &people);
        assert_int_equal(people.members.n, answer == 1 ? 15 : 13);
        if (answer == 1) {
            member = &people.members.v[13];
            assert_string_equal(member->surname, "歐陽");
            assert_string_equal(member->given, "河");
            assert_int_equal(member->gender, GENDER_MALE);
            assert_int_equal(member->appointments.v[0].kind, KIND_CIVIL);
            assert_string_equal(member->appointments.v[0].unit, "河海大學");
            assert_string_equal(member->appointments.v[0].title, "教授");
            assert_int_equal(people.members.v[14].appointments.v[0].role, MEMBER_CONVENER);
            assert_sees(&office, "已加入 2 位委員");
        }
        arena_release(&people.arena);
        office_close(&office);
    }
}

static void the_head_of_a_pasted_table__is_nobody_wherever_the_names_stand(void **state)
{
    static const char *const heads[] = {"姓名\t身分\t單位", "席次\t姓名\t身分\t單位", "編號\t委員姓名\t性別"};
    struct office office;

    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct str keys = STR_INIT;
        struct people people;

        office_open(&office, true, spring);
        assert_true(members_push(&office.app));
        str_printf(&keys, "\033[200~%s\r\n1\t歐陽河\t學者\t河海大學\t教授\033[201~1", heads[i]);
        office_type(&office, keys.text);
        str_release(&keys);
        load(&office, &people);
        assert_int_equal(people.members.n, 14);
        assert_string_equal(last_member(&people)->surname, "歐陽");
        assert_int_equal(last_member(&people)->appointments.v[0].kind, KIND_CIVIL);
        assert_string_equal(last_member(&people)->appointments.v[0].unit, "河海大學");
        assert_string_equal(last_member(&people)->appointments.v[0].title, "教授");
        arena_release(&people.arena);
        office_close(&office);
    }
}

static void the_seats__follow_the_order_that_the_user_gives_them(void **state)
{
    struct office office;
    struct people people;

    (void)state;
    office_open(&office, true, spring);
    assert_true(members_push(&office.app));
    office_key(&office, "Alt-Up"); /* at the edge nothing happens */
    office_key(&office, "Alt-Down");
    office_key(&office, "Alt-Down");
    load(&office, &people);
    assert_string_equal(people.members.v[2].surname, "范姜");
    assert_string_equal(people.members.v[0].surname, "歐陽");
    arena_release(&people.arena);
    office_key(&office, "Alt-Up");
    load(&office, &people);
    assert_string_equal(people.members.v[1].surname, "范姜");
    assert_sees(&office, "2 范姜映真");
    arena_release(&people.arena);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_roster__shows_who_is_in_office_today_and_how_the_committee_is_composed),
        cmocka_unit_test(the_roster__is_that_of_another_day_when_asked_for),
        cmocka_unit_test(a_new_member__is_stored_with_the_name_split_as_proposed),
        cmocka_unit_test(a_name_that_cannot_be_split__is_left_whole_and_can_be_split_by_hand),
        cmocka_unit_test(a_members_fields__are_stored_when_they_are_left),
        cmocka_unit_test(a_term_that_ends_before_it_begins__is_refused_and_stays_typed),
        cmocka_unit_test(ending_an_appointment__leaves_the_member_in_the_book_and_off_the_roster),
        cmocka_unit_test(a_new_term__follows_the_one_before_it),
        cmocka_unit_test(a_new_term_on_the_day_that_the_last_one_began__does_not_end_it_before_that_day),
        cmocka_unit_test(a_member_who_was_at_a_meeting__is_not_removed),
        cmocka_unit_test(a_roster_pasted_from_a_spreadsheet__is_shown_and_stored_as_one_change),
        cmocka_unit_test(the_head_of_a_pasted_table__is_nobody_wherever_the_names_stand),
        cmocka_unit_test(the_seats__follow_the_order_that_the_user_gives_them),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

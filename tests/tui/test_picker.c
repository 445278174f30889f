/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Picking by typing, and paging through text.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/widgets/pager.h"
#include "tui/widgets/picker.h"

static const struct pick_row people[] = {
    {1, "林主秘", "召集人 水文部", NULL, NULL},   {2, "歐陽委員河", "民間 河海大學", NULL, NULL},
    {3, "江謝委員湖", "機關 水質司", NULL, NULL}, {12, "歐陽委員海", "民間 海象學會", "ocean", NULL},
    {0, "水質司", "單位", NULL, "不在場"},        {21, "河川司張簡", "機關 河川司", NULL, NULL},
};
enum { PEOPLE = sizeof people / sizeof people[0] };

static void filter__finds_by_seat_name_unit_and_spelling__best_first(void **state)
{
    static const struct {
        const char *filter;
        size_t n, found[PEOPLE];
    } cases[] = {
        {"", 6, {0, 1, 2, 3, 4, 5}}, {"1", 2, {0, 3}},      {"2", 2, {1, 5}},  {"１２", 1, {3}},
        {"歐陽", 2, {1, 3}},         {"歐陽 海象", 1, {3}}, {"河", 2, {5, 1}}, {"水質", 2, {4, 2}},
        {"OCEAN", 1, {3}},           {"沒有", 0, {0}},      {"99", 0, {0}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct picker picker;

        assert_true(picker_init(&picker, people, PEOPLE, 0));
        picker_filter(&picker, cases[i].filter);
        assert_int_equal(picker.n_found, cases[i].n);
        for (size_t k = 0; k < cases[i].n; k++)
            assert_int_equal(picker.found[k], cases[i].found[k]);
        picker_release(&picker);
    }
}

static void enter__picks_the_row__unless_it_cannot_be(void **state)
{
    struct key enter = key_named("Enter"), esc = key_named("Esc"), down = key_named("Down"),
               water = key_text("水");
    struct picker picker;
    size_t row = 99;

    (void)state;
    assert_true(picker_init(&picker, people, PEOPLE, 2));
    assert_true(picker_picked(&picker, &row));
    assert_int_equal(row, 2);
    assert_int_equal(picker_key(&picker, &down), PICK_HANDLED);
    assert_int_equal(picker_key(&picker, &enter), PICK_DONE);
    assert_true(picker_picked(&picker, &row));
    assert_int_equal(row, 3);
    assert_int_equal(picker_key(&picker, &water), PICK_HANDLED);
    assert_true(picker_picked(&picker, &row));
    assert_int_equal(row, 4);
    assert_int_equal(picker_key(&picker, &enter), PICK_HANDLED); /* not in the room */
    assert_int_equal(picker_key(&picker, &esc), PICK_CANCEL);
    picker_release(&picker);
}

static void no_match__picks_nothing_and_says_so(void **state)
{
    struct key enter = key_named("Enter"), down = key_named("Down"), x = key_text("x");
    struct picker picker;
    struct cells cells = {0};
    size_t row;

    (void)state;
    assert_true(picker_init(&picker, people, PEOPLE, 0));
    assert_int_equal(picker_key(&picker, &x), PICK_HANDLED);
    assert_int_equal(picker_key(&picker, &down), PICK_HANDLED);
    assert_false(picker_picked(&picker, &row));
    assert_int_equal(picker_key(&picker, &enter), PICK_HANDLED);
    picture_start(&cells, 30, 3);
    picker_draw(&picker, (struct rect){0, 0, 30, 3});
    assert_row(&cells, 0, "> x");
    assert_row(&cells, 1, " 沒有符合的");
    picture_end(&cells);
    picker_release(&picker);
    assert_true(picker_init(&picker, NULL, 0, 0));
    assert_false(picker_picked(&picker, &row));
    picker_release(&picker);
}

static void rows__show_seat_name_and_detail(void **state)
{
    struct picker picker;
    struct cells cells = {0};

    (void)state;
    assert_true(picker_init(&picker, people, PEOPLE, 0));
    picture_start(&cells, 40, 7);
    picker_draw(&picker, (struct rect){0, 0, 40, 7});
    assert_row(&cells, 2, "  2 歐陽委員河  民間 河海大學");
    assert_row(&cells, 5, "    水質司      不在場");
    picture_end(&cells);
    picker_release(&picker);
}

static void pager__wraps_scrolls_and_stops(void **state)
{
    struct key down = key_named("Down"), end = key_named("End"), up = key_named("PgUp"),
               home = key_named("Home");
    struct pager pager;
    struct cells cells = {0};

    (void)state;
    pager_init(&pager);
    assert_true(pager_set(&pager, "水文部政府資料\n開放\n\n諮詢小組"));
    assert_int_equal(pager_lines(&pager, 8), 5);
    picture_start(&cells, 8, 2);
    pager_draw(&pager, (struct rect){0, 0, 8, 2});
    assert_row(&cells, 0, "水文部政");
    assert_row(&cells, 1, "府資料");
    assert_true(pager_key(&pager, &down));
    pager_draw(&pager, (struct rect){0, 0, 8, 2});
    assert_row(&cells, 1, "開放");
    assert_true(pager_key(&pager, &end));
    assert_true(pager_key(&pager, &down));
    pager_draw(&pager, (struct rect){0, 0, 8, 2});
    assert_row(&cells, 0, "");
    assert_row(&cells, 1, "諮詢小組");
    assert_true(pager_key(&pager, &up));
    assert_true(pager_key(&pager, &home));
    pager_draw(&pager, (struct rect){0, 0, 8, 2});
    assert_row(&cells, 0, "水文部政");
    picture_end(&cells);
    pager_release(&pager);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filter__finds_by_seat_name_unit_and_spelling__best_first),
        cmocka_unit_test(enter__picks_the_row__unless_it_cannot_be),
        cmocka_unit_test(no_match__picks_nothing_and_says_so),
        cmocka_unit_test(rows__show_seat_name_and_detail),
        cmocka_unit_test(pager__wraps_scrolls_and_stops),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

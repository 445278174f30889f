/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splitting rectangles.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tui/terminal/layout.h"

static void sizes__follow_minimum_weight_and_fold(void **state)
{
    static const struct {
        const char *what;
        struct layout_part parts[3];
        int n, total, sizes[3];
    } cases[] = {
        {"by weight", {{0, 0, 1, 0}, {0, 0, 2, 0}}, 2, 30, {10, 20}},
        {"beyond the minimum", {{10, 0, 1, 0}, {10, 0, 1, 0}}, 2, 30, {15, 15}},
        {"a fixed one and the rest", {{17, 17, 0, 0}, {20, 0, 1, 0}}, 2, 100, {17, 83}},
        {"a maximum sends the rest on", {{0, 5, 1, 0}, {0, 0, 1, 0}}, 2, 40, {5, 35}},
        {"what is left over goes to the first", {{0, 0, 1, 0}, {0, 0, 1, 0}, {0, 0, 1, 0}}, 3, 8, {3, 3, 2}},
        {"the highest fold goes first", {{20, 0, 0, 1}, {40, 0, 1, 0}, {30, 0, 0, 2}}, 3, 70, {20, 50, 0}},
        {"then the next", {{20, 0, 0, 1}, {40, 0, 1, 0}, {30, 0, 0, 2}}, 3, 50, {0, 50, 0}},
        {"what may not fold is shortened from the end", {{20, 0, 0, 0}, {20, 0, 0, 0}}, 2, 30, {20, 10}},
        {"to nothing", {{20, 0, 0, 0}, {20, 0, 0, 0}}, 2, 0, {0, 0}},
        {"no weight leaves it free", {{5, 0, 0, 0}, {5, 0, 0, 0}}, 2, 30, {5, 5}},
        {"a negative total is nothing", {{5, 0, 1, 0}}, 1, -3, {0}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int sizes[3] = {-1, -1, -1};

        layout_sizes(cases[i].parts, cases[i].n, cases[i].total, sizes);
        for (int k = 0; k < cases[i].n; k++)
            if (sizes[k] != cases[i].sizes[k])
                fail_msg("%s: part %d is %d, not %d", cases[i].what, k, sizes[k], cases[i].sizes[k]);
    }
}

static void sizes__add_up_to_the_total__whatever_it_is(void **state)
{
    static const struct layout_part parts[] = {{3, 0, 2, 1}, {10, 40, 1, 0}, {5, 0, 3, 2}, {1, 0, 1, 0}};

    (void)state;
    for (int total = 0; total < 300; total++) {
        int sizes[4], sum = 0;

        layout_sizes(parts, 4, total, sizes);
        for (int i = 0; i < 4; i++) {
            assert_true(sizes[i] >= 0);
            sum += sizes[i];
        }
        assert_int_equal(sum, total);
    }
}

static void rows_and_columns__stand_beside_each_other(void **state)
{
    static const struct layout_part parts[] = {{3, 3, 0, 0}, {0, 0, 1, 0}};
    struct rect out[2];

    (void)state;
    layout_rows((struct rect){2, 5, 40, 10}, parts, 2, out);
    assert_int_equal(out[0].y, 5);
    assert_int_equal(out[0].rows, 3);
    assert_int_equal(out[1].y, 8);
    assert_int_equal(out[1].rows, 7);
    assert_int_equal(out[1].cols, 40);
    layout_cols((struct rect){2, 5, 40, 10}, parts, 2, out);
    assert_int_equal(out[1].x, 5);
    assert_int_equal(out[1].cols, 37);
    assert_int_equal(out[1].rows, 10);
}

static void centre_and_inset__never_leave_the_rectangle(void **state)
{
    struct rect rect = layout_centre((struct rect){10, 10, 20, 6}, 10, 2);

    (void)state;
    assert_int_equal(rect.x, 15);
    assert_int_equal(rect.y, 12);
    rect = layout_centre((struct rect){10, 10, 20, 6}, 99, 99);
    assert_int_equal(rect.x, 10);
    assert_int_equal(rect.cols, 20);
    assert_int_equal(rect.rows, 6);
    rect = layout_inset((struct rect){0, 0, 3, 1}, 2, 1);
    assert_int_equal(rect.cols, 0);
    assert_int_equal(rect.rows, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes__follow_minimum_weight_and_fold),
        cmocka_unit_test(sizes__add_up_to_the_total__whatever_it_is),
        cmocka_unit_test(rows_and_columns__stand_beside_each_other),
        cmocka_unit_test(centre_and_inset__never_leave_the_rectangle),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

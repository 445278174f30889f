/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of an agenda is a matter of its own, and what is left over of it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/committee/committee.h"
#include "core/meeting/item.h"

static struct node told = {.text = "說明"};
static struct decision decided;

static const struct {
    const char *what;
    struct item item;
    bool matter, left_over;
} cases[] = {
    {"titled report", {.section = SECTION_REPORT, .content = UNKNOWN, .title = "甲"}, true, true},
    {"titled discussion", {.section = SECTION_DISCUSSION, .content = UNKNOWN, .title = "甲"}, true, true},
    {"titled motion", {.section = SECTION_MOTION, .content = UNKNOWN, .title = "甲"}, true, true},
    {"new item without a title yet",
     {.section = SECTION_REPORT, .content = UNKNOWN, .key = "i1"},
     true,
     true},
    {"report of words alone",
     {.section = SECTION_REPORT, .content = UNKNOWN, .explanation = {&told, 1}},
     true,
     true},
    {"tracking as a report item", {.section = SECTION_REPORT, .content = CONTENT_TRACKING}, true, true},
    {"decided",
     {.section = SECTION_REPORT, .content = UNKNOWN, .title = "甲", .decision = {&decided, 1}},
     true,
     false},
    {"printed as 略",
     {.section = SECTION_REPORT, .content = UNKNOWN, .title = "甲", .abridged = true},
     true,
     false},
    {"a section printed as 略",
     {.section = SECTION_REPORT, .content = UNKNOWN, .abridged = true},
     false,
     false},
    {"row of a section", {.section = SECTION_DISCUSSION, .content = UNKNOWN}, false, false},
    {"row of the motions", {.section = SECTION_MOTION, .content = UNKNOWN}, false, false},
    {"無", {.section = SECTION_MOTION, .content = UNKNOWN, .key = "m", .none = true}, false, false},
    {"opening", {.section = SECTION_OPENING, .content = UNKNOWN, .title = "致詞"}, false, false},
    {"tracked decisions", {.section = SECTION_TRACKING, .content = UNKNOWN, .key = "t"}, false, false},
    {"closing", {.section = SECTION_CLOSING, .content = UNKNOWN, .explanation = {&told, 1}}, false, false},
};

static void matter__is_what_has_a_title_a_key_or_words_in_a_section_of_business(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (item_is_matter(&cases[i].item) != cases[i].matter)
            print_error("%s\n", cases[i].what);
        assert_int_equal(item_is_matter(&cases[i].item), cases[i].matter);
    }
}

static void left_over__is_a_matter_that_was_neither_decided_nor_abridged(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (item_left_over(&cases[i].item) != cases[i].left_over)
            print_error("%s\n", cases[i].what);
        assert_int_equal(item_left_over(&cases[i].item), cases[i].left_over);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matter__is_what_has_a_title_a_key_or_words_in_a_section_of_business),
        cmocka_unit_test(left_over__is_a_matter_that_was_neither_decided_nor_abridged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ordinals, written as papers want them and read as people write them.
 */
#include "core/base/number.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

struct format_case {
    const char *pattern;
    int number;
    const char *written;
};

static void check(const struct format_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct str out = STR_INIT;

        number_format(&out, cases[i].pattern, cases[i].number);
        assert_false(str_failed(&out));
        assert_string_equal(out.text, cases[i].written);
        str_release(&out);
    }
}

static void ordinal__takes_the_place_of_the_pattern_s_own(void **state)
{
    static const struct format_case cases[] = {
        {"壹、", 3, "參、"},
        {"一、", 3, "三、"},
        {"（一）", 11, "（十一）"},
        {"(一)", 2, "(二)"},
        {"1.", 12, "12."},
        {"1、", 1, "1、"},
        {"(1)", 4, "(4)"},
        {"１、", 10, "１０、"},
        {"第一案", 20, "第二十案"},
        {"案由一：", 1, "案由一："},
        {"①", 3, "③"},
        {"甲、", 2, "乙、"},
        {"（甲）", 10, "（癸）"},
        {"附件1", 7, "附件7"},
        {"", 5, ""},
        {"-", 5, "-"},
        {"1一", 2, "2一"}, /* the first one counts */
    };

    (void)state;
    check(cases, COUNT(cases));
}

static void chinese_ordinal__is_right__at_every_turn(void **state)
{
    static const struct format_case cases[] = {
        {"一", 1, "一"},
        {"一", 9, "九"},
        {"一", 10, "十"},
        {"一", 11, "十一"},
        {"一", 19, "十九"},
        {"一", 20, "二十"},
        {"一", 21, "二十一"},
        {"一", 99, "九十九"},
        {"一", 100, "一百"},
        {"一", 101, "一百零一"},
        {"一", 110, "一百一十"},
        {"一", 111, "一百一十一"},
        {"一", 200, "二百"},
        {"一", 1000, "一千"},
        {"一", 1001, "一千零一"},
        {"一", 1010, "一千零一十"},
        {"一", 1100, "一千一百"},
        {"一", 2046, "二千零四十六"},
        {"一", 9999, "九千九百九十九"},
        {"壹", 1, "壹"},
        {"壹", 10, "拾"},
        {"壹", 12, "拾貳"},
        {"壹", 20, "貳拾"},
        {"壹", 35, "參拾伍"},
        {"壹", 104, "壹佰零肆"},
        {"壹", 6789, "陸仟柒佰捌拾玖"},
    };

    (void)state;
    check(cases, COUNT(cases));
}

static void ordinal__is_arabic__where_its_style_ends(void **state)
{
    static const struct format_case cases[] = {
        {"①", 20, "⑳"},
        {"①", 21, "㉑"},
        {"①", 35, "㉟"},
        {"①", 36, "㊱"},
        {"①", 50, "㊿"},
        {"①", 51, "51"},
        {"①", 0, "0"},
        {"甲、", 11, "11、"},
        {"甲", 0, "0"},
        {"一、", 10000, "10000、"},
        {"一、", 0, "0、"},
        {"壹、", -1, "-1、"},
        {"１", -12, "－１２"},
        {"1", INT_MIN, "-2147483648"},
        {"一", INT_MAX, "2147483647"},
    };

    (void)state;
    check(cases, COUNT(cases));
}

static void ordinal__is_read__in_every_form_that_people_write(void **state)
{
    static const struct {
        const char *text;
        int value;
        const char *read; /* of the text */
    } cases[] = {
        {"一、水質", 1, "一"},
        {"十", 10, "十"},
        {"十一、", 11, "十一"},
        {"二十案", 20, "二十"},
        {"廿一", 21, "廿一"},
        {"廿", 20, "廿"},
        {"卅五、", 35, "卅五"},
        {"卌", 40, "卌"},
        {"九十九", 99, "九十九"},
        {"一百零一", 101, "一百零一"},
        {"一百〇一", 101, "一百〇一"},
        {"一百一十一", 111, "一百一十一"},
        {"一百十", 110, "一百十"},
        {"一千零一十", 1010, "一千零一十"},
        {"一百廿三", 123, "一百廿三"},
        {"拾貳、", 12, "拾貳"},
        {"貳拾", 20, "貳拾"},
        {"參、", 3, "參"},
        {"叁、", 3, "叁"},
        {"壹佰零肆", 104, "壹佰零肆"},
        {"一〇四年", 104, "一〇四"},
        {"一一二年", 112, "一一二"},
        {"12.", 12, "12"},
        {"１２、", 12, "１２"},
        {"01", 1, "01"},
        {"①水", 1, "①"},
        {"㉑", 21, "㉑"},
        {"㊿", 50, "㊿"},
        {"五十人", 50, "五十"},
        {"十十", 10, "十"},
        {"十百", 10, "十"},
        {"一百一", 100, "一百"},
        {"一百零", 100, "一百"},
        {"十一一", 11, "十一"},
        {"99999999", 99999999, "99999999"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t used = 99;

        assert_int_equal(number_parse(cases[i].text, &used), cases[i].value);
        assert_int_equal(used, strlen(cases[i].read));
        assert_int_equal(number_parse(cases[i].text, NULL), cases[i].value);
    }
}

static void what_is_no_ordinal__reads_as_none(void **state)
{
    static const char *const cases[] = {
        "",   "水質司", "、一", " 1",  "甲、", "百",   "千一",
        "零", "〇",     "0",    "000", "-1",   "\xFF", "99999999999999999999"};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t used = 99;

        assert_int_equal(number_parse(cases[i], &used), 0);
        assert_int_equal(used, 0);
    }
}

static void every_written_ordinal__is_read_back(void **state)
{
    static const char *const patterns[] = {"壹", "一", "1", "１", "①"};

    (void)state;
    for (size_t p = 0; p < COUNT(patterns); p++)
        for (int number = 1; number <= 10001; number++) {
            struct str out = STR_INIT;
            size_t used = 0;

            number_format(&out, patterns[p], number);
            assert_int_equal(number_parse(out.text, &used), number);
            assert_int_equal(used, out.len_bytes);
            str_release(&out);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinal__takes_the_place_of_the_pattern_s_own),
        cmocka_unit_test(chinese_ordinal__is_right__at_every_turn),
        cmocka_unit_test(ordinal__is_arabic__where_its_style_ends),
        cmocka_unit_test(ordinal__is_read__in_every_form_that_people_write),
        cmocka_unit_test(what_is_no_ordinal__reads_as_none),
        cmocka_unit_test(every_written_ordinal__is_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

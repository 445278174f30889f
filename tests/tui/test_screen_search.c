/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching: every kind of text is found, what is closed is not shown, Enter goes to the place.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

static const char spring[] = "2024-05-02T06:03:00Z";

static void searching__finds_as_it_is_typed_and_counts(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(search_push(&office.app));
    assert_sees(&office, "案由、發言、決議、列管、辦理情形、表格與委員都找得到");
    office_type(&office, "更新");
    assert_sees(&office, " 筆");
    assert_sees(&office, "發言");
    office_type(&office, "xyzzy");
    assert_sees_not(&office, " 筆");
    office_key(&office, "Enter");
    assert_sees(&office, "沒有找到");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void searching__goes_to_a_member(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(search_push(&office.app));
    office_type(&office, "歐陽\r");
    assert_sees(&office, "委員資料");
    assert_sees(&office, "秉衡");
    office_type(&office, "\033");
    assert_sees(&office, "找什麼：歐陽");
    office_close(&office);
}

static void searching__keeps_plain_letters_and_digits_for_the_text(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, true, spring);
    assert_true(search_push(&office.app));
    office_type(&office, "112-1 n?/:");
    assert_sees(&office, "找什麼：112-1 n?/:");
    office_close(&office);
}

static void a_closed_statement__is_found_and_not_shown(void **state)
{
    struct office office;

    (void)state;
    office_open(&office, false, spring);
    office_import(
        &office,
        "{\"format\": \"yishi-record\", \"version\": 1, \"committee\": {\"key\": \"c\", \"name\": \"小組\"},"
        " \"members\": [{\"key\": \"m01\", \"surname\": \"林\"}],"
        " \"meetings\": [{\"id\": \"112-1\", \"start\": \"2023-05-24T14:00\", \"items\": [{\"key\": \"i1\","
        " \"section\": \"report\", \"title\": \"水位\", \"statements\": [{\"speaker\": {\"member\": \"m01\"},"
        " \"disclosure\": \"closed\", \"points\": [{\"text\": \"內部意見甲\"}]}]}]}]}");
    office_choose_committee(&office);
    assert_true(search_push(&office.app));
    office_type(&office, "內部意見");
    assert_sees(&office, "1 筆");
    assert_sees(&office, "（不公開的發言）");
    assert_sees_not(&office, "內部意見甲");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(searching__finds_as_it_is_typed_and_counts),
        cmocka_unit_test(searching__goes_to_a_member),
        cmocka_unit_test(searching__keeps_plain_letters_and_digits_for_the_text),
        cmocka_unit_test(a_closed_statement__is_found_and_not_shown),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

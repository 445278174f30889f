/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Surnames as they are proposed, and names with a title in them. Nobody here exists.
 */
#include "core/base/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

struct surname_case {
    const char *full, *surname;
};

static void check(const struct surname_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_int_equal(name_surname_bytes(cases[i].full), strlen(cases[i].surname));
}

static void surname__is_one_character__in_most_names(void **state)
{
    static const struct surname_case cases[] = {
        {"林", "林"},
        {"林河", "林"},
        {"周水文", "周"},
        {"歐水文", "歐"},
        {"司馬", "司"},
        {"歐陽", "歐"},   /* two characters: somebody named 陽 */
        {"謝衣鳯", "謝"}, /* a variant is kept and counts as one */
        {"\U000201A9水文", "\U000201A9"},
        {"\uE123水文", "\uE123"},
        {"邉\U000E0100水文", "邉\U000E0100"},
    };

    (void)state;
    check(cases, COUNT(cases));
}

static void surname__is_two_characters__where_it_is_compound(void **state)
{
    static const struct surname_case cases[] = {
        {"歐陽河", "歐陽"}, {"司徒水文", "司徒"}, {"張簡立", "張簡"},   {"范姜湖", "范姜"},
        {"江謝湖", "江謝"}, {"葉王水雲", "葉王"}, {"第五川", "第五"},   {"尉遲川", "尉遲"},
        {"澹臺川", "澹臺"}, {"葉劉川", "葉劉"},   {"高林水雲", "高林"}, /* four characters: two and two, to be
                                                                           confirmed */
    };

    (void)state;
    check(cases, COUNT(cases));
}

static void surname__is_not_guessed__where_only_the_bearer_knows(void **state)
{
    static const char *const cases[] = {
        "",          "尤拉斯．川",       "尤拉斯‧川", "尤拉斯·川", "尤拉斯・川", "尤拉斯•川",
        "尤拉斯.川", "林水文Lumaq Naro", "Rivers",    "林 河",     "林　河",     " 林河",
        "林河 ",     "卜袞伊斯瑪",       "林1",       "\xE6\x9E",  "林\xFF"};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(name_surname_bytes(cases[i]), 0);
}

static void title__stands_between_surname_and_given_name(void **state)
{
    static const struct {
        const char *surname, *title, *given, *full, *brief;
    } cases[] = {
        {"歐陽", "委員", "河", "歐陽委員河", "歐陽委員"},
        {"林", "常務次長", "主秘", "林常務次長主秘", "林常務次長"},
        {"周", NULL, "立", "周立", "周"},
        {"周", "處長", NULL, "周處長", "周處長"},
        {"周", "", "", "周", "周"},
        {"尤拉斯．川", "委員", NULL, "尤拉斯．川委員", "尤拉斯．川委員"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT;

        name_with_title(&out, cases[i].surname, cases[i].title, cases[i].given);
        assert_string_equal(out.text, cases[i].full);
        str_clear(&out);
        name_short(&out, cases[i].surname, cases[i].title);
        assert_string_equal(out.text, cases[i].brief);
        str_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(surname__is_one_character__in_most_names),
        cmocka_unit_test(surname__is_two_characters__where_it_is_compound),
        cmocka_unit_test(surname__is_not_guessed__where_only_the_bearer_knows),
        cmocka_unit_test(title__stands_between_surname_and_given_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

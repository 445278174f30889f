/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is personal in a text, and what only looks so. All numbers and addresses are made up.
 */
#include "tests/db/scratch.h"

#include "core/publish/personal.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

struct found {
    const char *text, *what;
    enum personal kind;
};

static const struct found there[] = {
    {"電話02-1234-5678", "02-1234-5678", PERSONAL_PHONE},
    {"請洽 (02)1234-5678#123 詢問", "(02)1234-5678#123", PERSONAL_PHONE},
    {"（０２）１２３４－５６７８", "（０２）１２３４－５６７８", PERSONAL_PHONE},
    {"0912-345-678", "0912-345-678", PERSONAL_PHONE},
    {"手機0912345678。", "0912345678", PERSONAL_PHONE},
    {"０９１２－３４５－６７８", "０９１２－３４５－６７８", PERSONAL_PHONE},
    {"+886-2-1234-5678", "+886-2-1234-5678", PERSONAL_PHONE},
    {"+886 912 345 678", "+886 912 345 678", PERSONAL_PHONE},
    {"02 1234 5678 轉 12", "02 1234 5678 轉 12", PERSONAL_PHONE},
    {"049-2345678分機9", "049-2345678分機9", PERSONAL_PHONE},
    {"037-123456", "037-123456", PERSONAL_PHONE},
    {"電話：2345-6789", "2345-6789", PERSONAL_PHONE},
    {"電話號碼:23456789", "23456789", PERSONAL_PHONE},
    {"資訊處分機 1234", "1234", PERSONAL_PHONE},
    {"分機 1234、5678或91，", "1234、5678或91", PERSONAL_PHONE},
    {"02-1234-5678#12、13", "02-1234-5678#12、13", PERSONAL_PHONE},
    {"Tel: 2345-6789 #12", "2345-6789 #12", PERSONAL_PHONE},
    {"寄 water@example.tw 即可", "water@example.tw", PERSONAL_EMAIL},
    {"寄wang.da-ming+x@mail.example.gov.tw。", "wang.da-ming+x@mail.example.gov.tw", PERSONAL_EMAIL},
    {"ｗａｔｅｒ＠ｅｘａｍｐｌｅ．ｔｗ", "ｗａｔｅｒ＠ｅｘａｍｐｌｅ．ｔｗ", PERSONAL_EMAIL},
    {"身分證A123456789", "A123456789", PERSONAL_ID},
    {"(a123456789)", "a123456789", PERSONAL_ID},
    {"Ａ１２３４５６７８９", "Ａ１２３４５６７８９", PERSONAL_ID},
    {"居留證 A800000014", "A800000014", PERSONAL_ID},
    {"AC01234567", "AC01234567", PERSONAL_ID},
    {"聯絡人：魚玄機（資訊處）", "魚玄機", PERSONAL_CONTACT},
    {"承辦人姓名: 薛濤、李冶", "薛濤", PERSONAL_CONTACT},
};

static void personal_data__is_found_with_its_bounds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(there); i++) {
        enum personal kind = PERSONAL_CONTACT;
        size_t start = 0, end = 0;

        if (!personal_find(there[i].text, 0, &kind, &start, &end) || kind != there[i].kind ||
            end - start != strlen(there[i].what) ||
            strncmp(there[i].text + start, there[i].what, end - start))
            fail_msg("%s: %d %.*s", there[i].text, (int)kind, (int)(end - start), there[i].text + start);
    }
}

static void what_only_looks_like_it__is_left_alone(void **state)
{
    static const char *const texts[] = {
        "",
        "112年5月24日下午2時",
        "2023-05-24T14:00",
        "112-1-01",
        "2019-2023",
        "統一編號12345678",
        "A123456788",  /* the check digit is wrong */
        "XA123456789", /* in the middle of a word */
        "A1234567890",
        "0.1234567890",
        "01-2345-6789", /* there is no such area */
        "0212345678901",
        "@example",
        "user@host",
        "字第1120012345號",
        "電話費 3 萬元",
        "電話查詢系統共 1,103 筆",
        "聯絡人應每年更新",
        "下載次數 238,000 次、瀏覽 1,024,000 次",
        "TWD97 (121.5, 25.04)",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        enum personal kind;
        size_t start = 0, end = 0;

        if (personal_find(texts[i], 0, &kind, &start, &end))
            fail_msg("%s: %d %.*s", texts[i], (int)kind, (int)(end - start), texts[i] + start);
    }
}

static void all_of_a_text__are_found_one_after_the_other(void **state)
{
    static const char text[] = "聯絡人：魚玄機，電話 02-1234-5678，water@example.tw";
    static const enum personal expected[] = {PERSONAL_CONTACT, PERSONAL_PHONE, PERSONAL_EMAIL};
    enum personal kind;
    size_t start, end, at = 0, n = 0;

    (void)state;
    while (personal_find(text, at, &kind, &start, &end)) {
        assert_true(n < COUNT(expected));
        assert_int_equal(kind, expected[n++]);
        at = end;
    }
    assert_int_equal(n, COUNT(expected));
}

/* Texts of another tool may be cut anywhere. */
static void broken_text__is_read_to_its_end_and_no_further(void **state)
{
    static const char *const texts[] = {"\xEF",         "\xEF\xBC",     "\xF0\x9F",
                                        "聯絡人：\xE5", "\xE5\xE5\xE5", "02-12-5\xEF"};

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        char *copy = strdup(texts[i]); /* its end is watched */
        enum personal kind;
        size_t start, end;

        assert_non_null(copy);
        assert_false(personal_find(copy, 0, &kind, &start, &end));
        free(copy);
    }
}

static void a_contact_label__is_short(void **state)
{
    (void)state;
    assert_true(personal_is_contact_label("聯絡人"));
    assert_true(personal_is_contact_label("資料集聯絡人"));
    assert_false(personal_is_contact_label("資料集名稱"));
    assert_false(personal_is_contact_label("各資料集之聯絡人應於每年盤點時一併檢視更新之"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(personal_data__is_found_with_its_bounds),
        cmocka_unit_test(what_only_looks_like_it__is_left_alone),
        cmocka_unit_test(all_of_a_text__are_found_one_after_the_other),
        cmocka_unit_test(broken_text__is_read_to_its_end_and_no_further),
        cmocka_unit_test(a_contact_label__is_short),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

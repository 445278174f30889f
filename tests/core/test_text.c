/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes, characters and clusters; and folding. Clusters are held against the library's own function,
 * which looks at the whole text.
 */
#include "core/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static void invalid_bytes__are_found__at_the_first_of_them(void **state)
{
    static const struct {
        const char *text;
        size_t at;
    } cases[] = {
        {"", 0},
        {"水文部", 9},
        {"水\xFF質", 3},
        {"\x80", 0},
        {"水\xE6\xB0", 3},         /* cut short */
        {"a\xC0\xAF", 1},          /* a slash, spelled too long */
        {"a\xE0\x80\xAF", 1},      /* and longer */
        {"a\xED\xA0\x80", 1},      /* half a surrogate pair */
        {"a\xF4\x90\x80\x80", 1},  /* beyond the last character */
        {"\xF0\xA0\x80\x80ok", 6}, /* U+20000 is fine */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(text_invalid_at(cases[i].text, strlen(cases[i].text)), cases[i].at);
    assert_int_equal(text_invalid_at("a\0b", 3), 3);
}

static void forbidden_characters__are_the_controls_and_the_overrides__and_no_others(void **state)
{
    static const struct {
        const char *character;
        bool lines, forbidden;
    } cases[] = {
        {"\x1B", true, true},     {"\t", true, true},      {"\r", true, true},
        {"\n", true, false},      {"\n", false, true},     {" ", false, false},
        {"~", false, false},      {"\x7F", true, true},    {"\xC2\x85", true, true},
        {"\xC2\x9F", true, true}, {"\u00A0", true, false}, {"\u2029", true, false},
        {"\u202A", true, true},   {"\u202E", true, true},  {"\u202F", true, false},
        {"\u2065", true, false},  {"\u2066", true, true},  {"\u2069", true, true},
        {"\u206A", true, false},  {"\u200D", true, false}, {"\uFE0F", true, false},
        {"\u3000", false, false}, {"\uE000", true, false}, {"\U00020000", true, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = STR_INIT;

        str_printf(&text, "水%s質", cases[i].character);
        assert_int_equal(text_forbidden_at(text.text, text.len_bytes, cases[i].lines),
                         cases[i].forbidden ? 3 : text.len_bytes);
        str_release(&text);
    }
    assert_int_equal(text_forbidden_at("a\0b", 3, true), 1);
}

static void shown_text__holds_nothing_raw__but_everything_readable(void **state)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"", ""},
        {"水質司", "水質司"},
        {"\x1B[2J", "<U+001B>[2J"},
        {"一\n二", "一<U+000A>二"},
        {"\xFF\xFE", "\\xFF\\xFE"},
        {"水\xE6\xB0", "水\\xE6\\xB0"},
        {"\u202Egpj.exe", "<U+202E>gpj.exe"},
        {"\xC2\x85x\x7F", "<U+0085>x<U+007F>"},
        {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT;

        text_show(&out, cases[i].text, strlen(cases[i].text));
        assert_false(str_failed(&out));
        assert_string_equal(out.text, cases[i].shown);
        str_release(&out);
    }
}

static void cluster__is_what_a_reader_calls_one_character(void **state)
{
    static const struct {
        const char *cluster, *rest;
    } cases[] = {
        {"", ""},
        {"a", ""},
        {"a", "b"},
        {"水", "文"},
        {"水", "a"},
        {"e\u0301", "e"},
        {"か\u3099", "か"},
        {"鳯\U000E0100", "鳯"}, /* a han and the choice of its shape */
        {"\U00020000", "\U00020000"},
        {"👨‍👩‍👧", "👨"},
        {"👍🏽", "👍"},
        {"❤️‍🔥", "x"},
        {"🇹🇼", "🇹🇼"},
        {"🇹", "a"},
        {"1️⃣", "2"},
        {"각", "각"},
        {"\u1100\u1161\u11A8", "\u1100"},
        {"\r\n", "\n"},
        {"\n", "\u0301"},
        {"\u0301\u0302", "a"},
        {"a\u200D", "👨"}, /* a joiner joins pictures only */
        {"\xFF", "\u0301"},
        {"\xE6", "\xB0"},
        {"a", "\xFF"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const size_t cluster = strlen(cases[i].cluster);
        struct str text = STR_INIT;

        str_printf(&text, "%s%s", cases[i].cluster, cases[i].rest);
        assert_int_equal(text_cluster_bytes(text.text, text.len_bytes), cluster);
        assert_int_equal(text_cluster_before(text.text, text.len_bytes, cluster), 0);
        str_release(&text);
    }
}

static void cluster_before__finds_the_start__from_within_a_cluster_too(void **state)
{
    static const struct {
        const char *text;
        size_t at, before;
    } cases[] = {
        {"水文", 6, 3},
        {"水文", 3, 0},
        {"水文", 0, 0},
        {"水文", 99, 3},
        {"水文", 5, 3},
        {"ae\u0301", 4, 1},
        {"ae\u0301", 2, 1},
        {"🇹🇼🇹🇼", 16, 8},
        {"🇹🇼🇹🇼", 12, 8},
        {"x🇹🇼🇹🇼🇹", 21, 17},
        {"甲👨‍👩‍👧", 21, 3},
        {"甲👨‍👩‍👧", 10, 3},
        {"a\xFF\xFE", 3, 2},
        {"水\xE6\xB0", 5, 4},
        {"水\xE6\xB0", 4, 3},
        {"a\r\n", 3, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(text_cluster_before(cases[i].text, strlen(cases[i].text), cases[i].at),
                         cases[i].before);
}

/* The same numbers on every machine. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* A text of pieces that join in all the ways there are. */
static void add_random_text(struct str *text, uint32_t *seed, bool valid)
{
    static const char *const pieces[] = {
        "a",      "水",     "，",     " ",          "\n",      "\r",         "\u0301", "\u3099",
        "\u200D", "\uFE0F", "👨",      "👩",          "🏽",    "❤",          "🇹",      "🇼",
        "\u0600", "\u1100", "\u1161", "\u11A8",     "각",      "가",         "\u0915", "\u093F",
        "\u200B", "\u302A", "\u0E33", "\U000E0100", "©",       "\U00020000", "\uE000", "﹐",
        "\u0D4E", "〰",     "\xFF",   "\xE6",       "\xF0\xA0"};
    const uint32_t n = COUNT(pieces) - (valid ? 3 : 0);

    for (uint32_t left = next_random(seed) % 24; left > 0; left--)
        str_add(text, pieces[next_random(seed) % n]);
}

static void clusters__are_those_of_the_library__in_any_text(void **state)
{
    uint32_t seed = 20230524;
    char breaks[256];

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct str text = STR_INIT;
        size_t n;

        add_random_text(&text, &seed, true);
        assert_true(text.len_bytes < sizeof breaks);
        u8_grapheme_breaks((const uint8_t *)text.text, text.len_bytes, breaks);
        for (size_t at = 0; at < text.len_bytes; at += n) {
            n = text_cluster_bytes(text.text + at, text.len_bytes - at);
            assert_true(n > 0);
            for (size_t i = 1; i < n; i++)
                assert_false(breaks[at + i]);
            assert_true(at + n == text.len_bytes || breaks[at + n]);
        }
        str_release(&text);
    }
}

static void clusters__are_the_same_backwards__in_any_text(void **state)
{
    uint32_t seed = 1121214;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct str text = STR_INIT;
        size_t n;

        add_random_text(&text, &seed, false);
        for (size_t at = 0; at < text.len_bytes; at += n) {
            n = text_cluster_bytes(text.text + at, text.len_bytes - at);
            assert_true(n > 0 && n <= text.len_bytes - at);
            for (size_t i = 1; i <= n; i++)
                assert_int_equal(text_cluster_before(text.text, text.len_bytes, at + i), at);
        }
        str_release(&text);
    }
}

static void folded_text__is_the_same__for_what_readers_call_the_same(void **state)
{
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"", ""},
        {"ABC xyz", "abc xyz"},
        {"ＡＢＣ　１２３", "abc 123"},
        {"政府資料開放平台", "政府資料開放平臺"},
        {"台灣與臺灣", "臺灣與臺灣"},
        {"（XML）", "(xml)"},
        {"甲—乙－丙–丁−戊-己─庚‑辛", "甲-乙-丙-丁-戊-己-庚-辛"},
        {"10～20〜30", "10~20~30"},
        {"Cafe\u0301 Á", "café á"},
        {"①㈱ﬁ", "1(株)fi"},
        {"ÄÖÜß", "äöüss"},
        {"か\u3099", "が"},
        {"\uF9DB", "率"}, /* a compatibility han */
        {"水\xFF質\xE6", "水\xFF質\xE6"},
        {"\U0002F804", "你"},
        {"「……」", "「......」"},
        {"謝衣鳯", "謝衣鳯"}, /* a variant is another character */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT, again = STR_INIT;

        text_fold(&out, cases[i].text, strlen(cases[i].text));
        assert_false(str_failed(&out));
        assert_string_equal(out.text, cases[i].folded);
        text_fold(&again, out.text, out.len_bytes);
        assert_string_equal(again.text, out.text);
        str_release(&again);
        str_release(&out);
    }
}

static void search__finds_a_word__however_it_is_written(void **state)
{
    (void)state;
    assert_true(text_contains_folded("本部資料平台（Ｏｐｅｎ　Ｄａｔａ）", "平臺(open data)"));
    assert_true(text_contains_folded("水質", ""));
    assert_true(text_contains_folded("二字詞也找得到", "字詞"));
    assert_false(text_contains_folded("水質司", "河川司"));
    assert_false(text_contains_folded("", "水"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(invalid_bytes__are_found__at_the_first_of_them),
        cmocka_unit_test(forbidden_characters__are_the_controls_and_the_overrides__and_no_others),
        cmocka_unit_test(shown_text__holds_nothing_raw__but_everything_readable),
        cmocka_unit_test(cluster__is_what_a_reader_calls_one_character),
        cmocka_unit_test(cluster_before__finds_the_start__from_within_a_cluster_too),
        cmocka_unit_test(clusters__are_those_of_the_library__in_any_text),
        cmocka_unit_test(clusters__are_the_same_backwards__in_any_text),
        cmocka_unit_test(folded_text__is_the_same__for_what_readers_call_the_same),
        cmocka_unit_test(search__finds_a_word__however_it_is_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

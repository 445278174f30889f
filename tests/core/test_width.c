/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns: on the screen they must be the C library's, by which the terminal library lays out its
 * cells; on paper they must not depend on any locale. The locale is set here, per test.
 */
#include "core/base/text.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>
#include <wchar.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const struct text_widths screen = {.ambiguous_cols = 1};
static const struct text_widths wide_screen = {.ambiguous_cols = 2};

static int utf8_locale(void **state)
{
    (void)state;
    return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

static int plain_locale(void **state)
{
    (void)state;
    return setlocale(LC_ALL, "C") ? 0 : -1;
}

static int cols_of(const char *text, const struct text_widths *widths)
{
    return text_cols(text, strlen(text), widths);
}

struct width_case {
    const char *text;
    int screen, wide_screen, paper;
};
static const struct width_case width_cases[] = {
    {"", 0, 0, 0},
    {"abc 123", 7, 7, 7},
    {"水文部", 6, 6, 6},
    {"，。「」（）：", 14, 14, 14},
    {"ＡＢ１２", 8, 8, 8},
    {"｡｢｣ｱ", 4, 4, 4},
    {"\u3000", 2, 2, 2},
    {"“”‘’", 4, 8, 8},
    {"——……", 4, 8, 8},
    {"①★※·", 4, 8, 8},
    {"αβЖ", 3, 6, 6},
    {"─│┌", 3, 6, 6},
    {"\uE000\U000F0000", 2, 4, 4}, /* an agency's own characters */
    {"éàü", 3, 6, 3},
    {"ñç", 2, 2, 2},
    {"e\u0301e\u0301", 2, 2, 2},
    {"か\u3099", 2, 2, 2},
    {"鳯\U000E0100", 2, 2, 2},
    {"\U00020000\U0002A6DF", 4, 4, 4},
    {"각\u1100\u1161\u11A8", 4, 4, 4},
    {"😀👍🏽👨‍👩‍👧", 6, 6, 6},
    {"🇹🇼", 2, 2, 2},
    {"❤️", 1, 1, 1},
    {"1️⃣", 1, 1, 1},
    {"水\n文\r\n", 4, 4, 4},
    {"\u200B\uFEFF\u200E\u00AD", 0, 0, 0},
    {"\x1B\x7F", 4, 4, 4},
    {"\xC2\x9B\u202E\xFF", 3, 3, 3},
};

static void width__is_that_of_its_surface__in_any_locale(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(width_cases); i++) {
        const struct width_case *c = &width_cases[i];

        assert_int_equal(cols_of(c->text, &screen), c->screen);
        assert_int_equal(cols_of(c->text, &wide_screen), c->wide_screen);
        assert_int_equal(cols_of(c->text, &text_paper), c->paper);
    }
}

static void drawn_text__holds_only_what_every_terminal_draws_alike(void **state)
{
    static const struct {
        const char *text, *drawn;
    } cases[] = {
        {"水文 ok", "水文 ok"},
        {"\U0002B739", "〓"}, /* a han that the C library does not know */
        {"\u0378", "?"},
        {"🇹🇼🇯", "TWJ"},
        {"👨‍👩‍👧 👍🏽", "👨 👍"},
        {"❤️‍🔥", "❤"},
        {"鳯\U000E0100", "鳯"},
        {"\u0301x", "◌\u0301x"},
        {"e\u0301", "e\u0301"},
        {"e\u0301\u0302\u0303\u0304\u0305\u0306", "e\u0301\u0302\u0303\u0304"},
        {"\u200B\uFEFF\u200Ex\u00AD", "x"},
        {"\x1B[31m", "^[[31m"},
        {"\x7F\t", "^?^I"},
        {"一\n二\r\n", "一二"},
        {"\xC2\x9B\u202E\xFF\xE6", "????"},
        {"\u2028", "?"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT;

        text_draw(&out, cases[i].text, strlen(cases[i].text), &screen);
        assert_false(str_failed(&out));
        assert_string_equal(out.text, cases[i].drawn);
        str_release(&out);
    }
}

/* What the C library, and so ncurses, takes TEXT for; -1 where there is a character it has no width for. */
static int c_library_cols(const char *text, size_t len_bytes)
{
    int (*const second_opinion)(wchar_t) = wcwidth;
    int cols = 0, n;
    ucs4_t c;

    for (size_t at = 0; at < len_bytes; at += (size_t)n) {
        int one;

        n = u8_mbtoucr(&c, (const uint8_t *)text + at, len_bytes - at);
        one = n > 0 ? second_opinion((wchar_t)c) : -1;
        if (one < 0)
            return -1;
        cols += one;
    }
    return cols;
}

static void every_character__is_drawn_as_wide__as_the_c_library_has_it(void **state)
{
    (void)state;
    for (ucs4_t c = 1; c <= 0x10FFFF; c++) {
        uint8_t bytes[6];
        const int n = u8_uctomb(bytes, c, sizeof bytes);
        struct str out = STR_INIT;

        if (n < 0)
            continue; /* a surrogate */
        text_draw(&out, (const char *)bytes, (size_t)n, &screen);
        assert_false(str_failed(&out));
        assert_int_equal(c_library_cols(out.text, out.len_bytes),
                         text_cluster_cols((const char *)bytes, (size_t)n, &screen));
        str_release(&out);
    }
}

static void any_text__is_drawn_as_wide_as_it_is_measured(void **state)
{
    static const char *const pieces[] = {
        "a",  "水", "\u0301", "\u3099", "\u200D", "\uFE0F", "👨",  "🏽", "❤",      "🇹",          "\u0600",
        "각", "①",  "\u1100", "\u1161", "\u0915", "\u093F", "\n", "\r",   "\u0E33", "\U0002B739", "\xFF"};
    uint32_t seed = 1120524;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct str text = STR_INIT, out = STR_INIT;

        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525U + 1013904223U;
            str_add(&text, pieces[(seed >> 8) % COUNT(pieces)]);
        }
        text_draw(&out, text.text, text.len_bytes, &screen);
        assert_int_equal(c_library_cols(out.text, out.len_bytes), cols_of(text.text, &screen));
        str_release(&out);
        str_release(&text);
    }
}

static void fitting_text__is_whole_clusters__at_odd_and_even_widths(void **state)
{
    static const struct {
        const char *text;
        int cols;
        size_t fits;
        int used;
    } cases[] = {
        {"水文部", 6, 9, 6},     {"水文部", 5, 6, 4},         {"水文部", 1, 0, 0},
        {"水文部", 0, 0, 0},     {"水文部", -1, 0, 0},        {"a水b", 3, 4, 3},
        {"a水b", 2, 1, 1},       {"e\u0301e\u0301", 1, 3, 1}, {"👨‍👩‍👧x", 2, 18, 2},
        {"水\u200B文", 2, 6, 2}, {"\xFF\xFF", 1, 1, 1},       {"", 5, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int used = -1;

        assert_int_equal(text_fit(cases[i].text, strlen(cases[i].text), cases[i].cols, &screen, &used),
                         cases[i].fits);
        assert_int_equal(used, cases[i].used);
        assert_int_equal(text_fit(cases[i].text, strlen(cases[i].text), cases[i].cols, &screen, NULL),
                         cases[i].fits);
    }
}

static void cut_text__ends_with_an_ellipsis__only_when_something_was_cut(void **state)
{
    static const struct {
        const char *text;
        int cols;
        const char *on_screen, *on_paper;
    } cases[] = {
        {"水文部", 6, "水文部", "水文部"},
        {"水文部", 5, "水文…", "水…"},
        {"水文部", 4, "水…", "水…"},
        {"水文部", 2, "…", "…"},
        {"水文部", 1, "…", ""},
        {"abc", 2, "a…", "…"},
        {"abc", 1, "…", "a"},
        {"abc", 0, "", ""},
        {"abc", -3, "", ""},
        {"", 3, "", ""},
        {NULL, 3, "", ""},
        {"一\n二", 5, "一 二", "一 二"},
        {"一\n二三", 5, "一 …", "一 …"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str a = STR_INIT, b = STR_INIT;

        text_truncate(&a, cases[i].text, cases[i].cols, &screen);
        text_truncate(&b, cases[i].text, cases[i].cols, &text_paper);
        assert_string_equal(a.text, cases[i].on_screen);
        assert_string_equal(b.text, cases[i].on_paper);
        str_release(&a);
        str_release(&b);
    }
}

static void padded_text__fills_exactly_its_columns(void **state)
{
    static const struct {
        const char *text;
        int cols;
        enum text_align align;
        const char *padded;
    } cases[] = {
        {"水文", 7, TEXT_LEFT, "水文   "},
        {"水文", 7, TEXT_RIGHT, "   水文"},
        {"水文", 7, TEXT_CENTRE, " 水文  "},
        {"水文部", 4, TEXT_LEFT, "水… "},
        {"水文部", 4, TEXT_RIGHT, " 水…"},
        {"水文部", 5, TEXT_CENTRE, "水文…"},
        {"", 2, TEXT_LEFT, "  "},
        {NULL, 2, TEXT_RIGHT, "  "},
        {"水", 1, TEXT_LEFT, "…"},
        {"水", 0, TEXT_LEFT, ""},
        {"水", -1, TEXT_CENTRE, ""},
        {"a\nb", 4, TEXT_LEFT, "a b "},
        {"🇹🇼", 3, TEXT_RIGHT, " 🇹🇼"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str out = STR_INIT;

        text_pad(&out, cases[i].text, cases[i].cols, cases[i].align, &screen);
        assert_string_equal(out.text, cases[i].padded);
        str_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(width__is_that_of_its_surface__in_any_locale, utf8_locale),
        cmocka_unit_test_setup(width__is_that_of_its_surface__in_any_locale, plain_locale),
        cmocka_unit_test_setup(drawn_text__holds_only_what_every_terminal_draws_alike, utf8_locale),
        cmocka_unit_test_setup(every_character__is_drawn_as_wide__as_the_c_library_has_it, utf8_locale),
        cmocka_unit_test_setup(any_text__is_drawn_as_wide_as_it_is_measured, utf8_locale),
        cmocka_unit_test_setup(fitting_text__is_whole_clusters__at_odd_and_even_widths, utf8_locale),
        cmocka_unit_test_setup(cut_text__ends_with_an_ellipsis__only_when_something_was_cut, plain_locale),
        cmocka_unit_test_setup(padded_text__fills_exactly_its_columns, utf8_locale),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

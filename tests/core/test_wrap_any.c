/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of every wrapped text at every width: random texts, the same on every machine.
 */
#include "core/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const struct text_widths screen = {.ambiguous_cols = 1};

/* The same numbers on every machine. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static int spaces_in(const char *text, size_t len_bytes)
{
    int n = 0;

    for (size_t i = 0; i < len_bytes; i++)
        n += text[i] == ' ';
    return n;
}

static void any_text__is_printed_whole_and_within_its_columns__at_any_width(void **state)
{
    static const char *const pieces[] = {"a",
                                         "word",
                                         "水",
                                         "水文",
                                         "，",
                                         "。",
                                         "」",
                                         "「",
                                         "（",
                                         "）",
                                         " ",
                                         "  ",
                                         "\n",
                                         "12",
                                         ".",
                                         ",",
                                         "…",
                                         "—",
                                         "😀",
                                         "👨‍👩‍👧",
                                         "e\u0301",
                                         "\xFF",
                                         "\xE6",
                                         "\u200B",
                                         "\u00A0",
                                         "①",
                                         "http://x.tw/",
                                         "１",
                                         "％",
                                         "\"",
                                         "’",
                                         "\u0301"};
    uint32_t seed = 11305;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        const int cols = 1 + (int)(next_random(&seed) % 24);
        struct str text = STR_INIT;
        size_t end = 0, next = 0;

        for (int i = 0; i < 30; i++)
            str_add(&text, pieces[next_random(&seed) % COUNT(pieces)]);
        for (size_t at = 0; text_line(text.text, text.len_bytes, at, cols, &screen, &end, &next); at = next) {
            size_t first = text_cluster_bytes(text.text + at, text.len_bytes - at);

            assert_true(end >= at && next > at && end <= next && next <= text.len_bytes);
            assert_true(end <= at + first || text_cols(text.text + at, end - at, &screen) <= cols);
            /* what is not printed is blank */
            assert_int_equal(text_cols(text.text + end, next - end, &screen),
                             spaces_in(text.text + end, next - end));
        }
        assert_int_equal(next, text.len_bytes);
        str_release(&text);
    }
}

static bool begins_with_one_of(const char *text, const char *const *set, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strncmp(text, set[i], strlen(set[i])) == 0)
            return true;
    return false;
}

/* Texts whose every unbreakable piece is at most 10 columns wide. */
static void ordinary_text__keeps_every_rule__from_ten_columns_up(void **state)
{
    static const char *const pieces[] = {"水",       "河川",     "司，",  "處。", "（甲）",
                                         "「乙」",   "《丙》、", "——",    "……",   "1,103",
                                         "112.5.24", "50%",      "data ", "①",    "『丁』"};
    static const char *const never_first[] = {"，", "。", "）", "」", "》", "、", "』", "%", ",", "."};
    static const char *const never_last[] = {"（", "「", "《", "『"};
    static const char *const never_around[] = {"—", "…", "0", "1", "2", "3", "4", "5", "a", "d", "t"};
    uint32_t seed = 104629;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        const int cols = 10 + (int)(next_random(&seed) % 30);
        const char *last = "水";
        struct str text = STR_INIT;
        size_t end, next;

        for (int i = 0; i < 30; i++) {
            const char *piece = pieces[next_random(&seed) % COUNT(pieces)];

            if (begins_with_one_of(piece, never_around, COUNT(never_around)) ||
                begins_with_one_of(last, never_around, COUNT(never_around)))
                str_add(&text, "文");
            str_add(&text, piece);
            last = piece;
        }
        for (size_t at = 0; text_line(text.text, text.len_bytes, at, cols, &text_paper, &end, &next);
             at = next) {
            size_t before = text_cluster_before(text.text, text.len_bytes, end);

            assert_false(begins_with_one_of(text.text + at, never_first, COUNT(never_first)));
            assert_false(begins_with_one_of(text.text + before, never_last, COUNT(never_last)));
            if (next < text.len_bytes &&
                begins_with_one_of(text.text + before, never_around, COUNT(never_around)))
                assert_false(begins_with_one_of(text.text + next, never_around, COUNT(never_around)));
        }
        str_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_text__is_printed_whole_and_within_its_columns__at_any_width),
        cmocka_unit_test(ordinary_text__keeps_every_rule__from_ten_columns_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

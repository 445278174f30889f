/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where lines end. Every case is written out by hand, lines parted by |.
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

struct wrap_case {
    const char *text;
    int cols;
    const char *lines;
};

static void check(const struct wrap_case *cases, size_t n, const struct text_widths *widths)
{
    for (size_t i = 0; i < n; i++) {
        const size_t len_bytes = strlen(cases[i].text);
        struct str lines = STR_INIT;
        size_t end, next;

        for (size_t at = 0; text_line(cases[i].text, len_bytes, at, cases[i].cols, widths, &end, &next);
             at = next) {
            if (at)
                str_add(&lines, "|");
            str_add_bytes(&lines, cases[i].text + at, end - at);
        }
        assert_false(str_failed(&lines));
        assert_string_equal(lines.text, cases[i].lines);
        str_release(&lines);
    }
}
#define CHECK(cases, widths) check((cases), COUNT(cases), (widths))

static void han__fill_the_line__at_odd_and_even_widths(void **state)
{
    static const struct wrap_case cases[] = {
        {"", 8, ""},
        {"水", 8, "水"},
        {"水文部資訊處", 12, "水文部資訊處"},
        {"水文部資訊處", 11, "水文部資訊|處"},
        {"水文部資訊處", 6, "水文部|資訊處"},
        {"水文部資訊處", 5, "水文|部資|訊處"},
        {"水文部", 3, "水|文|部"},
        {"水文部", 2, "水|文|部"},
        {"水文部", 1, "水|文|部"},
        {"水文部", 0, "水|文|部"},
        {"水文部", -7, "水|文|部"},
        {"水a文b", 3, "水a|文b"},
        {"abc", 1, "a|b|c"},
        {"각가각", 4, "각가|각"},
        {"ー々〇", 4, "ー々|〇"},
    };

    (void)state;
    CHECK(cases, &text_paper);
    CHECK(cases, &screen);
}

static void closing_mark__never_begins_a_line__while_there_is_a_character_to_pull_down(void **state)
{
    static const struct wrap_case cases[] = {
        {"水文水質，河川", 8, "水文水|質，河川"},
        {"水文水質，河川", 10, "水文水質，|河川"},
        {"水文水質。」）河川", 10, "水文水|質。」）河|川"},
        {"水文質。」）", 6, "水文|質。」|）"}, /* four in three places: a mark must begin a line */
        {"水。」）", 4, "水。|」）"},
        {"水，", 2, "水|，"},
        {"水文水質﹐河川", 8, "水文水|質﹐河川"},
        {"谷辣斯．尤達", 6, "谷辣|斯．尤|達"},
        {"谷辣斯·尤達", 6, "谷辣|斯·尤|達"},
        {"水質水文 ，河", 8, "水質水|文 ，河"},
        {"水質,河", 4, "水|質,|河"},
        {"達成90%以上", 6, "達成|90%以|上"},
        {"水質水10％", 8, "水質水|10％"},
    };

    (void)state;
    CHECK(cases, &text_paper);
}

static void opening_mark__never_ends_a_line(void **state)
{
    static const struct wrap_case cases[] = {
        {"水文部「水質」", 8, "水文部|「水質」"},  {"水文部「水質」", 7, "水文部|「水|質」"},
        {"水文部（「水", 10, "水文部|（「水"},     {"水文部( 水質", 8, "水文部|( 水質"},
        {"水文部『“水”』", 10, "水文部|『“水”』"}, {"（（（水", 4, "（（|（水"}, /* nothing else is left */
        {"水質(XML)格式", 8, "水質|(XML)格|式"},   {"水(a)(b)", 6, "水(a)|(b)"},
    };

    (void)state;
    CHECK(cases, &text_paper);
}

static void leaders__stay_whole(void **state)
{
    static const struct wrap_case cases[] = {
        {"水文部——水質", 8, "水文部|——水質"},
        {"水文部——水質", 10, "水文部——|水質"},
        {"水文部……", 8, "水文部|……"},
        {"水文部……」", 10, "水文部|……」"},
        {"水文──部", 6, "水文|──部"},
        {"……………", 6, "………|……"}, /* longer than a line */
        {"——……水", 4, "——|……|水"},
    };
    static const struct wrap_case narrow[] = {
        {"水文部——水質", 7, "水文部|——水質"},
        {"水文部——水質", 8, "水文部——|水質"},
    };

    (void)state;
    CHECK(cases, &text_paper);
    CHECK(narrow, &screen);
}

static void number__stays_whole__with_its_marks(void **state)
{
    static const struct wrap_case cases[] = {
        {"累計1,103筆", 8, "累計|1,103筆"},
        {"累計1,103筆", 7, "累計|1,103筆"},
        {"公開112.5.24起", 9, "公開|112.5.24|起"},
        {"於112/5/24起", 9, "於|112/5/24|起"},
        {"上午9時30分", 8, "上午9時|30分"},
        {"水位-12.5公尺", 8, "水位|-12.5公|尺"},
        {"約１０３筆", 6, "約|１０３|筆"},
        {"約１．５倍", 6, "約|１．５|倍"},
        {"達５０％者", 6, "達|５０％|者"},
        {"約＄５０元", 4, "約|＄５|０元"},
        {"水溫25℃上", 6, "水溫|25℃上"},
        {"於2020–2024年", 10, "於|2020–2024|年"},
        {"12345678", 3, "123|456|78"},
        {"1,234,567", 4, "1,23|4,56|7"}, /* the mark is not parted from the digit before */
    };

    (void)state;
    CHECK(cases, &screen);
}

static void latin_word__stays_whole__and_an_address_is_cut_only_when_longer_than_a_line(void **state)
{
    static const struct wrap_case cases[] = {
        {"open data portal", 9, "open data|portal"},
        {"open data portal", 8, "open|data|portal"},
        {"don’t stop", 6, "don’t|stop"},
        {"it's so", 5, "it's|so"},
        {"使用API格式", 6, "使用|API格|式"},
        {"使用API格式", 7, "使用API|格式"},
        {"café crème", 5, "café|crème"},
        {"網址http://a.tw/b。", 12, "網址|http://a.tw/|b。"},
        {"網址http://a.tw/b。", 15, "網址|http://a.tw/b。"},
        {"水http://example.tw/x", 8, "水|http://e|xample.t|w/x"},
        {"a http://example.tw", 10, "a|http://exa|mple.tw"},
        {"\"水質\"與", 6, /* nobody knows which way " looks */ "\"水|質\"與"},
    };

    (void)state;
    CHECK(cases, &screen);
}

static void spaces__hang_at_a_break__but_stay_where_a_text_begins_or_ends(void **state)
{
    static const struct wrap_case cases[] = {
        {"水質   河川", 4, "水質|河川"},
        {"水質   ", 4, "水質"},
        {"水質   ", 5, "水質 "},
        {"水質　河川", 4, "水質|河川"},
        {"　　水質", 6, "　　水|質"},
        {"  ab cd", 5, "  ab|cd"},
        {"      ", 4, "    |  "},
        {"    水", 4, "    |水"},
        {"ab\u00A0cd ef", 5, "ab\u00A0cd|ef"},
        {"水\u00A0質河", 4, "水\u00A0|質河"}, /* a glue longer than a line gives way */
        {"水質\u200B河川abc\u200Bdef", 11, "水質\u200B河川abc|def"},
        {"水質 \n河川", 4, "水質|河川"},
    };

    (void)state;
    CHECK(cases, &screen);
}

static void line_feed__ends_a_line__and_an_empty_line_is_one(void **state)
{
    static const struct wrap_case cases[] = {
        {"水\n質", 8, "水|質"},
        {"水質\n河川", 4, "水質|河川"},
        {"\n", 8, ""},
        {"水\n\n質", 8, "水||質"},
        {"水\n", 8, "水"},
        {"水\r\n質", 8, "水|質"},
        {"\n\n水", 8, "||水"},
        {"水質\n，河", 4, "水質|，河"},
        {"水 \n質", 8, "水 |質"},
    };

    (void)state;
    CHECK(cases, &screen);
}

static void odd_characters__are_never_cut__and_bad_bytes_do_no_harm(void **state)
{
    static const struct wrap_case cases[] = {
        {"👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧|👨‍👩‍👧"},
        {"🇹🇼🇹🇼🇹🇼", 5, "🇹🇼🇹🇼|🇹🇼"},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
        {"\U0002B739\U00020000", 2, "\U0002B739|\U00020000"},
        {"水\xFF\xFE質", 3, "水\xFF|\xFE質"},
        {"か\u3099か\u3099", 2, "か\u3099|か\u3099"},
    };

    (void)state;
    CHECK(cases, &screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(han__fill_the_line__at_odd_and_even_widths),
        cmocka_unit_test(closing_mark__never_begins_a_line__while_there_is_a_character_to_pull_down),
        cmocka_unit_test(opening_mark__never_ends_a_line),
        cmocka_unit_test(leaders__stay_whole),
        cmocka_unit_test(number__stays_whole__with_its_marks),
        cmocka_unit_test(latin_word__stays_whole__and_an_address_is_cut_only_when_longer_than_a_line),
        cmocka_unit_test(spaces__hang_at_a_break__but_stay_where_a_text_begins_or_ends),
        cmocka_unit_test(line_feed__ends_a_line__and_an_empty_line_is_one),
        cmocka_unit_test(odd_characters__are_never_cut__and_bad_bytes_do_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

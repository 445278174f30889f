/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pens, frames and the picture: exactly so many cells, never half a wide character.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"

static void text__fills_the_row_and_no_more(void **state)
{
    static const struct {
        const char *text;
        int cols;
        const char *row;
    } cases[] = {
        {"水文部", 6, "水文部"},
        {"水文部", 5, "水文…"},
        {"水文部", 4, "水…"},
        {"水文部", 3, "水…"},
        {"水文部", 2, "…"},
        {"水文部", 1, "…"},
        {"abc", 3, "abc"},
        {"abcd", 3, "ab…"},
        {"", 3, ""},
        {"é́", 1, "é́"},
        {"a\nb\tc", 5, "a b c"},
        {"\033[31m", 7, "^[[31m"},
        {"\xFFx", 2, "?x"},
        {"a\xE2\x80\xAE"
         "b",
         3, "a?b"},
        {"①★", 2, "①★"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct cells cells = {0};
        struct pen pen;

        picture_start(&cells, cases[i].cols, 1);
        pen = pen_at((struct rect){0, 0, cases[i].cols, 1}, 0);
        pen_text(&pen, ROLE_TEXT, cases[i].text);
        assert_row(&cells, 0, cases[i].row);
        assert_true(pen.left_cols >= 0);
        picture_end(&cells);
    }
}

static void no_escape__reaches_a_cell(void **state)
{
    struct cells cells = {0};
    struct pen pen;

    (void)state;
    picture_start(&cells, 40, 1);
    pen = pen_at((struct rect){0, 0, 40, 1}, 0);
    pen_text(&pen, ROLE_TEXT,
             "\033]0;x\007\x9B"
             "31m\xC2\x9B\x7F\x01");
    for (int x = 0; x < 40; x++)
        for (int i = 0; i < cells_at(&cells, x, 0)->len_bytes; i++) {
            unsigned char c = (unsigned char)cells_at(&cells, x, 0)->text[i];

            assert_true(c >= 0x20 && c != 0x7F);
        }
    picture_end(&cells);
}

static void ambiguous_characters__take_two_cells__where_the_terminal_draws_them_so(void **state)
{
    struct cells cells = {0};
    struct pen pen;

    (void)state;
    draw_set_ambiguous(2);
    picture_start(&cells, 4, 3);
    pen = pen_at((struct rect){0, 0, 4, 3}, 0);
    pen_text(&pen, ROLE_TEXT, "①a");
    assert_int_equal(cells_at(&cells, 0, 0)->cols, 2);
    assert_string_equal(cells_at(&cells, 2, 0)->text, "a");
    draw_frame((struct rect){0, 0, 4, 3}, NULL, true, NULL);
    assert_row(&cells, 0, "+--+");
    picture_end(&cells);
    draw_set_ambiguous(1);
}

static void fields__are_exactly_as_wide_as_told__at_each_alignment(void **state)
{
    static const struct {
        const char *text;
        int cols;
        enum text_align align;
        const char *row;
    } cases[] = {
        {"水", 4, TEXT_LEFT, "[水  ]"},   {"水", 4, TEXT_RIGHT, "[  水]"}, {"水", 4, TEXT_CENTRE, "[ 水 ]"},
        {"水文", 3, TEXT_RIGHT, "[水…]"}, {NULL, 2, TEXT_LEFT, "[  ]"},    {"12", 5, TEXT_RIGHT, "[   12]"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct cells cells = {0};
        struct pen pen;

        picture_start(&cells, 10, 1);
        pen = pen_at((struct rect){0, 0, 10, 1}, 0);
        pen_text(&pen, ROLE_TEXT, "[");
        pen_field(&pen, ROLE_TEXT, cases[i].text, cases[i].cols, cases[i].align);
        pen_text(&pen, ROLE_TEXT, "]");
        assert_row(&cells, 0, cases[i].row);
        picture_end(&cells);
    }
}

static void wide_character__half_covered__becomes_blank(void **state)
{
    struct cells cells = {0};
    struct pen pen;

    (void)state;
    picture_start(&cells, 6, 1);
    pen = pen_at((struct rect){0, 0, 6, 1}, 0);
    pen_text(&pen, ROLE_TEXT, "水文部");
    draw_blank((struct rect){1, 0, 2, 1}, ROLE_TEXT);
    assert_row(&cells, 0, "    部");
    pen = pen_at((struct rect){3, 0, 2, 1}, 0);
    pen_text(&pen, ROLE_TEXT, "河");
    assert_row(&cells, 0, "   河");
    picture_end(&cells);
}

static void frame__holds_its_title__at_every_size(void **state)
{
    (void)state;
    for (int cols = 0; cols < 20; cols++)
        for (int rows = 0; rows < 5; rows++) {
            struct cells cells = {0};
            struct rect inner;

            picture_start(&cells, 20, 5);
            draw_frame((struct rect){0, 0, cols, rows}, "報到與簽到", true, &inner);
            assert_true(inner.cols >= 0 && inner.rows >= 0);
            for (int y = 0; y < 5; y++)
                for (int x = 0; x < 20; x++)
                    if (x >= cols || y >= rows)
                        assert_memory_equal(cells_at(&cells, x, y)->text, " ", 1);
            picture_end(&cells);
        }
}

static void frame__with_room__looks_like_one(void **state)
{
    struct cells cells = {0};

    (void)state;
    picture_start(&cells, 12, 3);
    draw_frame((struct rect){0, 0, 12, 3}, "報到", false, NULL);
    assert_row(&cells, 0, "┌─ 報到 ───┐");
    assert_row(&cells, 1, "│          │");
    assert_row(&cells, 2, "└──────────┘");
    picture_end(&cells);
}

static void drawing_outside__touches_nothing(void **state)
{
    struct cells cells = {0};
    struct pen pen;

    (void)state;
    picture_start(&cells, 4, 2);
    pen = pen_at((struct rect){0, 0, 4, 2}, 2);
    pen_text(&pen, ROLE_TEXT, "x");
    pen = pen_at((struct rect){-3, -1, 9, 9}, 0);
    pen_text(&pen, ROLE_TEXT, "水文部水");
    pen = pen_at((struct rect){3, 0, 9, 9}, 0);
    pen_text(&pen, ROLE_TEXT, "水");
    assert_row(&cells, 0, "");
    assert_row(&cells, 1, "");
    picture_end(&cells);
}

static void long_cluster__is_cut_at_a_character(void **state)
{
    struct cells cells = {0};
    struct str cluster = STR_INIT;
    struct pen pen;

    (void)state;
    str_add(&cluster, "a");
    str_add_repeat(&cluster, "\xCC\x81", 40);
    picture_start(&cells, 4, 1);
    pen = pen_at((struct rect){0, 0, 4, 1}, 0);
    pen_text(&pen, ROLE_TEXT, cluster.text);
    assert_int_equal(cells_at(&cells, 0, 0)->cols, 1);
    assert_int_equal(text_invalid_at(cells_at(&cells, 0, 0)->text, cells_at(&cells, 0, 0)->len_bytes),
                     cells_at(&cells, 0, 0)->len_bytes);
    picture_end(&cells);
    str_release(&cluster);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text__fills_the_row_and_no_more),
        cmocka_unit_test(no_escape__reaches_a_cell),
        cmocka_unit_test(ambiguous_characters__take_two_cells__where_the_terminal_draws_them_so),
        cmocka_unit_test(fields__are_exactly_as_wide_as_told__at_each_alignment),
        cmocka_unit_test(wide_character__half_covered__becomes_blank),
        cmocka_unit_test(frame__holds_its_title__at_every_size),
        cmocka_unit_test(frame__with_room__looks_like_one),
        cmocka_unit_test(drawing_outside__touches_nothing),
        cmocka_unit_test(long_cluster__is_cut_at_a_character),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the editor shows: numbers, selection and caret, exactly within its rectangle, scrolled to the caret.
 */
#include "tests/tui/test_editor_help.h"

#include "tui/terminal/cells.h"
#include "tui/widgets/editor/outline_lines.h"

#include <locale.h>

enum { SCREEN_COLS = 60, SCREEN_ROWS = 20 };

static struct rect screen_rect(void)
{
    return (struct rect){0, 0, SCREEN_COLS, SCREEN_ROWS};
}

/* A screen full of #, so that what is not drawn is seen. */
static void screen_open(struct cells *cells)
{
    *cells = (struct cells){0};
    assert_true(cells_resize(cells, SCREEN_COLS, SCREEN_ROWS));
    draw_target(cells);
    draw_set_ambiguous(1);
    for (int y = 0; y < SCREEN_ROWS; y++) {
        struct pen pen = pen_at(screen_rect(), y);

        while (pen.left_cols)
            pen_text(&pen, ROLE_BAD, "#");
    }
    cells->caret_x = cells->caret_y = -1;
}

static void screen_close(struct cells *cells)
{
    draw_target(NULL);
    cells_release(cells);
}

/* Row Y of the rectangle that begins in the upper left corner and is COLS wide, blanks at its end left out.
 */
static void row_text(const struct cells *cells, int y, int cols, struct str *out)
{
    str_clear(out);
    for (int x = 0; x < cols; x++) {
        const struct cell *cell = cells_at(cells, x, y);

        str_add_bytes(out, cell->text, cell->len_bytes);
    }
    while (out->len_bytes && out->text[out->len_bytes - 1] == ' ')
        str_cut(out, out->len_bytes - 1);
}

#define assert_row(cells, y, cols, expected)        \
    do {                                            \
        struct str row_ = STR_INIT;                 \
        row_text((cells), (y), (cols), &row_);      \
        assert_string_equal(row_.text, (expected)); \
        str_release(&row_);                         \
    } while (0)

static bool is_hash(const struct cells *cells, int x, int y)
{
    const struct cell *cell = cells_at(cells, x, y);

    return cell->len_bytes == 1 && cell->text[0] == '#' && cell->role == ROLE_BAD;
}

/* All of RECT is drawn and nothing else, the caret within. */
static void check_within(const struct cells *cells, struct rect rect)
{
    assert_true(cells_whole(cells));
    for (int y = 0; y < SCREEN_ROWS; y++)
        for (int x = 0; x < SCREEN_COLS; x++) {
            const bool inside =
                x >= rect.x && x < rect.x + rect.cols && y >= rect.y && y < rect.y + rect.rows;

            assert_int_equal(is_hash(cells, x, y), !inside);
        }
    assert_in_range(cells->caret_x, rect.x, rect.x + rect.cols - 1);
    assert_in_range(cells->caret_y, rect.y, rect.y + rect.rows - 1);
}

static void an_outline__is_drawn_as_it_will_print(void **state)
{
    struct cells cells;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    load(&editor, "0.請資訊處公開更新頻率。|1.水位類|1.水質類\n含地下水|0-以上。|0.餘洽悉。", false);
    (void)press(&editor, "Ctrl-End");
    editor_draw(&editor, (struct rect){0, 0, 21, 9}, true);
    check_within(&cells, (struct rect){0, 0, 21, 9});
    assert_row(&cells, 0, 21, "一、請資訊處公開更新");
    assert_row(&cells, 1, 21, "    頻率。");
    assert_row(&cells, 2, 21, "  （一）水位類");
    assert_row(&cells, 3, 21, "  （二）水質類");
    assert_row(&cells, 4, 21, "        含地下水");
    assert_row(&cells, 5, 21, "以上。");
    assert_row(&cells, 6, 21, "二、餘洽悉。");
    assert_row(&cells, 7, 21, "");
    assert_int_equal(cells.caret_x, 12);
    assert_int_equal(cells.caret_y, 6);
    editor_release(&editor);
    screen_close(&cells);
}

static void the_caret__is_hidden_without_the_focus(void **state)
{
    struct cells cells;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    editor_draw(&editor, (struct rect){0, 0, 20, 3}, false);
    assert_int_equal(cells.caret_x, -1);
    editor_release(&editor);
    screen_close(&cells);
}

static void the_caret__stands_behind_a_full_line(void **state)
{
    struct cells cells;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    type(&editor, "一二三四五");
    editor_draw(&editor, (struct rect){0, 0, 11, 3}, true);
    assert_int_equal(cells.caret_x, 10);
    assert_int_equal(cells.caret_y, 0);
    type(&editor, "六");
    editor_draw(&editor, (struct rect){0, 0, 11, 3}, true);
    assert_int_equal(cells.caret_x, 2);
    assert_int_equal(cells.caret_y, 1);
    (void)press(&editor, "Up End");
    editor_draw(&editor, (struct rect){0, 0, 11, 3}, true);
    assert_int_equal(cells.caret_x, 10);
    assert_int_equal(cells.caret_y, 0);
    editor_release(&editor);
    screen_close(&cells);
}

static void the_selection__is_marked_and_nothing_else(void **state)
{
    struct cells cells;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    load(&editor, "0.甲乙丙|0.丁戊", false);
    (void)press(&editor, "Right Shift-Down Shift-Left");
    assert_int_equal(editor.caret.para, 1);
    editor_draw(&editor, (struct rect){0, 0, 20, 4}, true);
    for (int x = 0; x < 20; x++) {
        /* 一、甲[乙丙 ] and nothing of 二、, which is no text */
        assert_int_equal(cells_at(&cells, x, 0)->role == ROLE_MARK, x >= 6 && x <= 10);
        assert_int_equal(cells_at(&cells, x, 1)->role == ROLE_MARK, false);
    }
    (void)press(&editor, "Shift-Right");
    editor_draw(&editor, (struct rect){0, 0, 20, 4}, true);
    for (int x = 0; x < 20; x++)
        assert_int_equal(cells_at(&cells, x, 1)->role == ROLE_MARK, x == 4 || x == 5);
    editor_release(&editor);
    screen_close(&cells);
}

static void a_long_text__scrolls_with_the_caret(void **state)
{
    struct cells cells;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    load(&editor, "0.1|0.2|0.3|0.4|0.5|0.6|0.7|0.8|0.9|0.10|0.11|0.12", false);
    editor_draw(&editor, (struct rect){0, 0, 20, 5}, true);
    assert_row(&cells, 0, 20, "一、1");
    assert_row(&cells, 4, 20, "五、5");
    (void)press(&editor, "Ctrl-End");
    editor_draw(&editor, (struct rect){0, 0, 20, 5}, true);
    assert_row(&cells, 0, 20, "八、8");
    assert_row(&cells, 4, 20, "十二、12");
    assert_int_equal(cells.caret_y, 4);
    (void)press(&editor, "Up Up");
    editor_draw(&editor, (struct rect){0, 0, 20, 5}, true);
    assert_row(&cells, 0, 20, "八、8"); /* no more than needed */
    assert_int_equal(cells.caret_y, 2);
    (void)press(&editor, "PgUp");
    editor_draw(&editor, (struct rect){0, 0, 20, 5}, true);
    assert_row(&cells, 0, 20, "六、6");
    assert_int_equal(cells.caret_y, 0);
    /* Text taken out below leaves no empty rows while there is text above. */
    (void)press(&editor, "Ctrl-End Shift-Up Shift-Up Shift-Up Backspace");
    editor_draw(&editor, (struct rect){0, 0, 20, 5}, true);
    assert_row(&cells, 4, 20, "九、9");
    editor_draw(&editor, (struct rect){0, 0, 20, 12}, true);
    assert_row(&cells, 0, 20, "一、1");
    editor_release(&editor);
    screen_close(&cells);
}

/* Rare han, a character of an agency's own, an invalid byte, controls, a lone mark, a family, a flag,
 * ambiguous ones. */
static const char odd[] = "0.𠮷𡈽\xee\x80\x80\xff甲"
                          "|0.\x01\x1b[2J\xe2\x80\xae乙"
                          "|0.\xcc\x81x👩‍👩‍👧🇹🇼e\xcc\x81"
                          "|0.①—…“”";

static void odd_characters__never_leave_their_cells(void **state)
{
    struct cells cells;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    load(&editor, odd, false);
    for (int cols = 1; cols <= 40; cols++) {
        for (int rows = 1; rows <= 6; rows++) {
            const struct rect rect = {3, 2, cols, rows};

            screen_close(&cells);
            screen_open(&cells);
            editor_draw(&editor, rect, true);
            check_within(&cells, rect);
            (void)press(&editor, rows % 2 ? "Right" : "Shift-Down");
        }
    }
    for (int y = 0; y < SCREEN_ROWS; y++)
        for (int x = 0; x < SCREEN_COLS; x++) {
            const struct cell *cell = cells_at(&cells, x, y);

            assert_int_equal(text_invalid_at(cell->text, cell->len_bytes), cell->len_bytes);
            assert_int_equal(text_forbidden_at(cell->text, cell->len_bytes, false), cell->len_bytes);
        }
    editor_release(&editor);
    screen_close(&cells);
}

static void every_caret__is_where_the_text_before_it_ends(void **state)
{
    struct cells cells;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    load(&editor, "0-水質open 資料，「含」e\xcc\x81𠮷👩‍👩‍👧（一）1,103筆。",
         false);
    for (int cols = 5; cols <= 40; cols++) {
        (void)press(&editor, "Ctrl-Home");
        for (int step = 0; step < 30; step++) {
            const struct place caret = editor.caret;
            int before;

            editor_draw(&editor, (struct rect){0, 0, cols, SCREEN_ROWS}, true);
            before = cells.caret_y * 1000 + cells.caret_x;
            (void)press(&editor, "Right");
            editor_draw(&editor, (struct rect){0, 0, cols, SCREEN_ROWS}, true);
            /* Always onwards, and back to the same cell. */
            if (editor.caret.at_bytes == caret.at_bytes)
                break;
            assert_true(cells.caret_y * 1000 + cells.caret_x >= before);
            (void)press(&editor, "Left");
            editor_draw(&editor, (struct rect){0, 0, cols, SCREEN_ROWS}, true);
            assert_int_equal(cells.caret_y * 1000 + cells.caret_x, before);
            (void)press(&editor, "Right");
        }
    }
    editor_release(&editor);
    screen_close(&cells);
}

static void a_readers_outline__looks_as_in_the_editor(void **state)
{
    struct arena arena = ARENA_INIT;
    struct outline outline;
    struct outline_lines lines;
    struct cells cells, other;
    struct editor editor;

    (void)state;
    screen_open(&cells);
    editor_open(&editor, NULL);
    load(&editor, "0.請資訊處公開更新頻率。|1.水位類|1.水質類\n含地下水|0-以上。|0.餘洽悉。", false);
    assert_int_equal(editor_outline(&editor, &arena, &outline, NULL), STATUS_OK);
    for (int cols = 12; cols < 40; cols++) {
        int n;

        /* The editor keeps a column for its caret. */
        n = editor_height(&editor, cols + 1);
        assert_true(n <= SCREEN_ROWS);
        screen_close(&cells);
        screen_open(&cells);
        editor_draw(&editor, (struct rect){0, 0, cols + 1, n}, false);
        screen_open(&other);
        assert_int_equal(outline_lines(&outline, &test_numbering, cols, draw_widths(), &arena, &lines, NULL),
                         STATUS_OK);
        assert_int_equal(lines.n, n);
        for (int y = 0; y < n; y++) {
            struct str first = STR_INIT, second = STR_INIT;
            struct pen pen = pen_at((struct rect){0, 0, cols, n}, y);

            outline_line_draw(&pen, &lines.v[y], ROLE_TEXT);
            pen_fill(&pen, ROLE_TEXT);
            row_text(&cells, y, cols, &first);
            row_text(&other, y, cols, &second);
            assert_string_equal(first.text, second.text);
            str_release(&first);
            str_release(&second);
        }
        draw_target(&cells);
        cells_release(&other);
    }
    arena_release(&arena);
    editor_release(&editor);
    screen_close(&cells);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_outline__is_drawn_as_it_will_print),
        cmocka_unit_test(the_caret__is_hidden_without_the_focus),
        cmocka_unit_test(the_caret__stands_behind_a_full_line),
        cmocka_unit_test(the_selection__is_marked_and_nothing_else),
        cmocka_unit_test(a_long_text__scrolls_with_the_caret),
        cmocka_unit_test(odd_characters__never_leave_their_cells),
        cmocka_unit_test(every_caret__is_where_the_text_before_it_ends),
        cmocka_unit_test(a_readers_outline__looks_as_in_the_editor),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list: selection by id, scrolling, columns.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/widgets/list.h"

enum { ROWS_MAX = 50 };

struct rows {
    int64_t id[ROWS_MAX];
    bool heading[ROWS_MAX];
    size_t n;
};

static size_t count(void *context)
{
    return ((struct rows *)context)->n;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    (void)role;
    if (column == 0)
        str_printf(out, "%d", (int)((struct rows *)context)->id[row]);
    else
        str_add(out, "水質司");
}

static int64_t id_of(void *context, size_t row)
{
    return ((struct rows *)context)->id[row];
}

static bool is_heading(void *context, size_t row)
{
    return ((struct rows *)context)->heading[row];
}

static const struct list_source source = {count, cell, id_of, is_heading};
static const struct list_column columns[] = {
    {"號", 4, 0, 0, TEXT_RIGHT}, {"單位", 6, 1, 0, TEXT_LEFT}, {"註", 20, 0, 1, TEXT_LEFT}};

static void fill(struct rows *rows, size_t n)
{
    *rows = (struct rows){.n = n};
    for (size_t i = 0; i < n; i++)
        rows->id[i] = (int64_t)i + 100;
}

static size_t selected(const struct list_view *view)
{
    size_t row = 999;

    (void)list_view_selected(view, &row);
    return row;
}

static void press(struct list_view *view, const char *name)
{
    struct key key = key_named(name);

    assert_true(list_view_key(view, &key));
}

static void keys__move_the_selection__and_stop_at_the_ends(void **state)
{
    static const struct {
        const char *key;
        size_t row;
    } steps[] = {{"Up", 0},   {"Down", 1},  {"PgDn", 6},  {"PgDn", 11}, {"PgUp", 6},
                 {"End", 19}, {"Down", 19}, {"PgDn", 19}, {"Home", 0},  {"PgUp", 0}};
    struct rows rows;
    struct list_view view;
    struct cells cells = {0};

    (void)state;
    fill(&rows, 20);
    list_view_init(&view, columns, 3, &source, &rows);
    list_view_reload(&view);
    picture_start(&cells, 30, 7);
    list_view_draw(&view, (struct rect){0, 0, 30, 7}, true);
    picture_end(&cells);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        press(&view, steps[i].key);
        assert_int_equal(selected(&view), steps[i].row);
    }
}

static void headings__are_never_selected(void **state)
{
    struct rows rows;
    struct list_view view;

    (void)state;
    fill(&rows, 6);
    rows.heading[0] = rows.heading[3] = rows.heading[5] = true;
    list_view_init(&view, columns, 3, &source, &rows);
    list_view_reload(&view);
    assert_int_equal(selected(&view), 1);
    press(&view, "Down");
    press(&view, "Down");
    assert_int_equal(selected(&view), 4);
    press(&view, "Down");
    assert_int_equal(selected(&view), 4);
    press(&view, "Up");
    assert_int_equal(selected(&view), 2);
    press(&view, "Home");
    press(&view, "Up");
    assert_int_equal(selected(&view), 1);
    press(&view, "End");
    assert_int_equal(selected(&view), 4);
}

static void selection__stays_on_its_row__when_rows_come_and_go(void **state)
{
    struct rows rows;
    struct list_view view;

    (void)state;
    fill(&rows, 10);
    list_view_init(&view, columns, 3, &source, &rows);
    list_view_select_id(&view, 105);
    assert_int_equal(selected(&view), 5);
    for (size_t i = 9; i > 0; i--)
        rows.id[i] = rows.id[i - 1];
    rows.id[0] = 7;
    list_view_reload(&view);
    assert_int_equal(selected(&view), 6);
    rows.id[6] = 8; /* gone: stay near */
    list_view_reload(&view);
    assert_int_equal(selected(&view), 6);
    rows.n = 3;
    list_view_reload(&view);
    assert_int_equal(selected(&view), 2);
    rows.n = 0;
    list_view_reload(&view);
    assert_int_equal(selected(&view), 999);
    rows.n = 3;
    list_view_reload(&view);
    assert_true(selected(&view) < 3);
}

static void only_headings__select_nothing(void **state)
{
    struct rows rows;
    struct list_view view;
    struct key down = key_named("Down");

    (void)state;
    fill(&rows, 2);
    rows.heading[0] = rows.heading[1] = true;
    list_view_init(&view, columns, 3, &source, &rows);
    list_view_reload(&view);
    (void)list_view_key(&view, &down);
    assert_int_equal(selected(&view), 999);
}

static void selected_row__is_always_drawn(void **state)
{
    struct rows rows;
    struct list_view view;

    (void)state;
    fill(&rows, ROWS_MAX);
    list_view_init(&view, columns, 3, &source, &rows);
    list_view_reload(&view);
    for (int height = 1; height < 9; height++)
        for (size_t row = 0; row < ROWS_MAX; row += 7) {
            struct cells cells = {0};
            bool found = false;

            picture_start(&cells, 20, height);
            list_view_select(&view, row);
            list_view_draw(&view, (struct rect){0, 0, 20, height}, true);
            for (int y = 0; y < height; y++)
                found = found || cells_at(&cells, 0, y)->role == ROLE_SELECTED;
            assert_true(found);
            picture_end(&cells);
        }
}

static void columns__fold_where_it_is_narrow(void **state)
{
    struct rows rows;
    struct list_view view;
    struct cells cells = {0};

    (void)state;
    fill(&rows, 1);
    list_view_init(&view, columns, 3, &source, &rows);
    picture_start(&cells, 40, 2);
    list_view_draw(&view, (struct rect){0, 0, 40, 2}, true);
    assert_row(&cells, 0, "   號 單位         註");
    assert_row(&cells, 1, "  100 水質司       水質司");
    list_view_draw(&view, (struct rect){0, 0, 20, 2}, true);
    draw_blank((struct rect){20, 0, 20, 2}, ROLE_TEXT);
    assert_row(&cells, 0, "   號 單位");
    assert_row(&cells, 1, "  100 水質司");
    picture_end(&cells);
}

static void empty_list__says_so(void **state)
{
    struct rows rows;
    struct list_view view;
    struct cells cells = {0};

    (void)state;
    fill(&rows, 0);
    list_view_init(&view, columns, 3, &source, &rows);
    view.empty = "還沒有會議";
    list_view_reload(&view);
    picture_start(&cells, 30, 3);
    list_view_draw(&view, (struct rect){0, 0, 30, 3}, true);
    assert_row(&cells, 1, " 還沒有會議");
    picture_end(&cells);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys__move_the_selection__and_stop_at_the_ends),
        cmocka_unit_test(headings__are_never_selected),
        cmocka_unit_test(selection__stays_on_its_row__when_rows_come_and_go),
        cmocka_unit_test(only_headings__select_nothing),
        cmocka_unit_test(selected_row__is_always_drawn),
        cmocka_unit_test(columns__fold_where_it_is_narrow),
        cmocka_unit_test(empty_list__says_so),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

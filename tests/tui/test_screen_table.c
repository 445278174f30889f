/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of an item: pasted, imported, typed cell by cell.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"
#include "core/meeting/grid.h"

static const char spring[] = "2024-05-02T06:03:00Z";
#define PASTE(text) "\033[200~" text "\033[201~"
#define SMALL PASTE("單位\t數量\n水質司\t12\n河川司\t7\n")

/* Open item k1 of 113-1, which has no table, on top of the agenda. */
static void open_item(struct office *office)
{
    struct snapshot s;
    struct err err = {0};

    office_open(office, true, spring);
    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), &s, &err), STATUS_OK);
    assert_true(home_push(&office->app));
    assert_true(agenda_push(&office->app, s.meeting.row.id));
    assert_true(item_push(&office->app, s.meeting.row.id, meeting_item(&s.meeting, "k1")->row.id));
    snapshot_release(&s);
}

/* The same with the small table, open, the cursor on its first cell. */
static void open_table(struct office *office)
{
    open_item(office);
    office_type(office, SMALL "表1　數量\r");
    office_type(office, "\033[17~\r");
}

/* Table AT of the item: "caption: head|head / cell|cell". */
static void assert_table(struct office *office, size_t at, const char *expected)
{
    struct snapshot s;
    struct str got = STR_INIT;
    struct err err = {0};
    const struct grid *grid;

    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), &s, &err), STATUS_OK);
    assert_true(at < meeting_item(&s.meeting, "k1")->tables.n);
    grid = &meeting_item(&s.meeting, "k1")->tables.v[at];
    str_printf(&got, "%s:", grid->caption ? grid->caption : "");
    for (int j = 0; j < grid_columns(grid); j++)
        str_printf(&got, "%s%s", j ? "|" : "", grid_leaf(grid, j)->text);
    for (int i = 0; i < grid->lines; i++)
        for (int j = 0; j < grid_columns(grid); j++) {
            const struct grid_cell *cell = grid_cell_at(grid, i, j);

            assert_non_null(cell);
            str_add(&got, j ? "|" : i == grid->lines - grid->footer ? "/=" : "/");
            if (cell->kind == CELL_OUTLINE)
                str_printf(&got, "[%zu]", cell->outline.n);
            else
                str_add(&got, cell->text);
        }
    assert_string_equal(got.text, expected);
    str_release(&got);
    snapshot_release(&s);
}

static size_t n_tables(struct office *office)
{
    struct snapshot s;
    struct err err = {0};
    size_t n;

    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), &s, &err), STATUS_OK);
    n = meeting_item(&s.meeting, "k1")->tables.n;
    snapshot_release(&s);
    return n;
}

static void press(struct office *office, const char *name, int times)
{
    for (int i = 0; i < times; i++)
        office_key(office, name);
}

/* ---- where tables come from -------------------------------------------------------------------------- */

static void cells_pasted_into_the_form__are_a_table__wherever_the_cursor_is(void **state)
{
    struct office office;

    (void)state;
    for (int down = 0; down < 4; down++) {
        open_item(&office);
        press(&office, "Down", down);
        office_type(&office, SMALL "表1　數量\r");
        assert_int_equal(n_tables(&office), 1);
        assert_table(&office, 0, "表1　數量:單位|數量/水質司|12/河川司|7");
        assert_sees(&office, "表1　數量");
        office_close(&office);
    }
}

static void a_pasted_text_without_tabs__stays_a_text_in_a_text_field(void **state)
{
    struct office office;

    (void)state;
    open_item(&office);
    office_type(&office, "\025" PASTE("分成兩行\n的案由") "\r");
    assert_int_equal(n_tables(&office), 0);
    assert_sees(&office, "分成兩行 的案由");
    office_close(&office);
}

static void a_table_without_a_caption__is_kept_when_the_caption_is_given_up(void **state)
{
    struct office office;

    (void)state;
    open_item(&office);
    office_type(&office, SMALL "\033");
    assert_table(&office, 0, ":單位|數量/水質司|12/河川司|7");
    assert_sees(&office, "第1個表");
    office_close(&office);
}

static void a_terminal_without_marked_pastes__has_a_box_to_paste_into(void **state)
{
    struct office office;

    (void)state;
    open_item(&office);
    office_type(&office, "\033[17~"); /* F6: the tables */
    office_type(&office, "n1單位\t數量\r水質司\t12x\177\r\033[19~表9\r");
    assert_table(&office, 0, "表9:單位|數量/水質司|12");
    office_type(&office, "n1" PASTE("單位\t數量\n河川司\t7") "\r"); /* a marked one ends by itself */
    assert_table(&office, 1, ":單位|數量/河川司|7");
    office_close(&office);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static void a_csv_file__is_imported__one_that_is_no_utf8_refused(void **state)
{
    struct office office;
    struct str path = STR_INIT, keys = STR_INIT;

    (void)state;
    open_item(&office);
    str_printf(&path, "%.*s/table.csv", (int)(strrchr(office.path, '/') - office.path), office.path);
    str_printf(&keys, "n2%s\r表2\r", path.text);
    write_file(path.text, "\xef\xbb\xbf單位,數量\r\n水質司,\"1,234\"\r\n");
    office_type(&office, "\033[17~");
    office_type(&office, keys.text);
    assert_table(&office, 0, "表2:單位|數量/水質司|1,234");
    write_file(path.text, "\xb3\xe6\xa6\xec,\xbc\xc6\xb6q\r\n"); /* Big5 */
    str_cut(&keys, keys.len_bytes - strlen("表2\r"));
    office_type(&office, keys.text);
    assert_sees(&office, "這個檔案不是 UTF-8");
    assert_int_equal(n_tables(&office), 1);
    str_clear(&keys);
    str_printf(&keys, "n2%s.nowhere\r\033", path.text);
    office_type(&office, keys.text);
    assert_int_equal(n_tables(&office), 1);
    str_release(&path);
    str_release(&keys);
    office_close(&office);
}

static void a_table__may_begin_empty(void **state)
{
    struct office office;

    (void)state;
    open_item(&office);
    office_type(&office, "\033[17~");
    office_type(&office, "n3表1\r");
    assert_table(&office, 0, "表1:|/|/|");
    /* it is open: the head, then the cells with Tab from one to the next, which adds a line at the end */
    office_type(&office, "\033[A單位\t數量\t水質司\t12\t河川司\t7\t資訊處\t3\r");
    assert_table(&office, 0, "表1:單位|數量/水質司|12/河川司|7/資訊處|3");
    office_close(&office);
}

static void too_many_columns__are_refused__and_nothing_is_stored(void **state)
{
    struct office office;
    struct str text = STR_INIT;

    (void)state;
    open_item(&office);
    str_add(&text, "\033[200~");
    str_add_repeat(&text, "欄\t", 64);
    str_add(&text, "欄\nx\033[201~");
    office_type(&office, text.text);
    assert_sees(&office, "這個表格有 65 欄，最多只能有 64 欄");
    assert_int_equal(n_tables(&office), 0);
    str_release(&text);
    office_close(&office);
}

static void control_characters__never_get_into_a_table(void **state)
{
    struct office office;

    (void)state;
    open_item(&office);
    office_type(&office, PASTE("單\001位\t數\xffz\n水\xe2\x80\xae質\t\033[31m12") "\r");
    assert_table(&office, 0, ":單位|數\xef\xbf\xbdz/水質|[31m12");
    office_close(&office);
}

/* ---- the list ---------------------------------------------------------------------------------------- */

static void tables__are_moved_and_removed(void **state)
{
    struct office office;

    (void)state;
    open_item(&office);
    office_type(&office, PASTE("甲\t1\n2\t3") "一\r");
    office_type(&office, PASTE("乙\t1\n2\t3") "二\r");
    office_type(&office, "\033[17~");
    assert_sees(&office, "| 甲 | 1");
    assert_fits_every_size(&office);
    office_key(&office, "Shift-Down");
    assert_table(&office, 0, "二:乙|1/2|3");
    office_key(&office, "Alt-Up");
    assert_table(&office, 0, "一:甲|1/2|3");
    office_type(&office, "\033[3~\r");
    assert_int_equal(n_tables(&office), 2);
    office_type(&office, "\033[3~2");
    assert_int_equal(n_tables(&office), 1);
    assert_table(&office, 0, "二:乙|1/2|3");
    office_close(&office);
}

/* ---- cell by cell ------------------------------------------------------------------------------------ */

static void typing__replaces_the_cell__and_enter_goes_down(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "水利司\r");
    assert_table(&office, 0, "表1　數量:單位|數量/水利司|12/河川司|7");
    office_type(&office, "\033[C8\r"); /* the one to the right, in the last line: it stays there */
    assert_table(&office, 0, "表1　數量:單位|數量/水利司|12/河川司|8");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void enter_or_F2__goes_on_with_what_is_there(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\r（署）\033[B");
    assert_table(&office, 0, "表1　數量:單位|數量/水質司（署）|12/河川司|7");
    office_type(&office, "\033OQ\033[D\177\t"); /* F2, left, Backspace: within the text */
    assert_table(&office, 0, "表1　數量:單位|數量/水質司（署）|12/河司|7");
    office_close(&office);
}

static void esc__takes_back_what_was_typed__and_then_leaves(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "打錯了");
    office_key(&office, "Esc");
    assert_table(&office, 0, "表1　數量:單位|數量/水質司|12/河川司|7");
    assert_sees(&office, "第1列 單位");
    office_key(&office, "Esc");
    assert_sees(&office, "印出來的樣子");
    office_close(&office);
}

static void delete__empties_a_cell(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\033[3~");
    assert_table(&office, 0, "表1　數量:單位|數量/|12/河川司|7");
    office_close(&office);
}

static void what_is_typed__is_stored_when_the_screen_is_left(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "水利司");
    assert_true(app_pop(&office.app));
    assert_table(&office, 0, "表1　數量:單位|數量/水利司|12/河川司|7");
    office_close(&office);
}

static void lines_and_columns__are_added_and_removed(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\033[15~資訊處\t3\r"); /* F5 */
    assert_table(&office, 0, "表1　數量:單位|數量/水質司|12/資訊處|3/河川司|7");
    office_type(&office, "\033[17~備註\r無\r"); /* F6 */
    assert_table(&office, 0, "表1　數量:單位|數量|備註/水質司|12|無/資訊處|3|/河川司|7|");
    office_type(&office, "\033[18~\r"); /* F7: asks, for it is not empty; Enter is the safe answer */
    office_type(&office, "\033[18~2");
    assert_table(&office, 0, "表1　數量:單位|數量|備註/水質司|12|無/河川司|7|");
    office_type(&office, "\033[19~2"); /* F8 */
    assert_table(&office, 0, "表1　數量:單位|數量/水質司|12/河川司|7");
    office_close(&office);
}

static void totals__begin_at_the_cursor(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\033[B\024");
    assert_table(&office, 0, "表1　數量:單位|數量/水質司|12/=河川司|7");
    office_key(&office, "Ctrl-T");
    assert_table(&office, 0, "表1　數量:單位|數量/水質司|12/河川司|7");
    office_close(&office);
}

static void the_caption__is_changed(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\033OS\025表2　新標題\r");
    assert_table(&office, 0, "表2　新標題:單位|數量/水質司|12/河川司|7");
    assert_sees(&office, "表2　新標題");
    office_close(&office);
}

static void cells_pasted_into_a_table__go_over_it_and_let_it_grow(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\033[B\033[C" PASTE("1\t2\n3\t4\n"));
    assert_table(&office, 0, "表1　數量:單位|數量|/水質司|12|/河川司|1|2/|3|4");
    office_close(&office);
}

static void a_cell_of_several_paragraphs__opens_on_the_whole_screen(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\033OR\033[1;5F\r第二段\033"); /* F3 */
    assert_table(&office, 0, "表1　數量:單位|數量/水質司\n第二段|12/河川司|7");
    office_type(&office, "x");
    assert_sees(&office, "這一格有好幾段");
    office_type(&office, "\rx\033");
    assert_table(&office, 0, "表1　數量:單位|數量/x水質司\n第二段|12/河川司|7");
    office_close(&office);
}

static void numbered_points_in_a_cell__are_an_outline(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "\033[3~\033OR甲\r乙\r丙\033");
    assert_table(&office, 0, "表1　數量:單位|數量/[3]|12/河川司|7");
    assert_sees(&office, "甲 ／ 乙 ／ 丙");
    office_close(&office);
}

static void keys_faster_than_the_screen__fill_a_table(void **state)
{
    struct office office;

    (void)state;
    open_table(&office);
    office_type(&office, "1\t2\t3\t4\t5\t6\r");
    assert_table(&office, 0, "表1　數量:單位|數量/1|2/3|4/5|6");
    office_close(&office);
}

static void a_table_that_somebody_removed__says_so(void **state)
{
    const struct stamp stamp = {"他人", "2024-05-02T06:04:00.000Z", "刪除"};
    struct office office;
    struct snapshot s;
    struct item wanted;
    struct err err = {0};

    (void)state;
    open_table(&office);
    assert_int_equal(snapshot_load(office.db, office_meeting(&office, "113-1"), &s, &err), STATUS_OK);
    wanted = *meeting_item(&s.meeting, "k1");
    wanted.tables.n = 0;
    assert_int_equal(item_save(office.db, &stamp, &s, meeting_item(&s.meeting, "k1"), &wanted, &err),
                     STATUS_OK);
    snapshot_release(&s);
    office.app.changed = true;
    office_key(&office, "Down");
    office_type(&office, "x");
    assert_sees(&office, "這個表已被刪除");
    office_key(&office, "F5");
    assert_sees(&office, "這個表已被刪除");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void a_head_of_two_levels__is_shown_and_typed_into(void **state)
{
    struct office office;
    struct snapshot s;
    struct err err = {0};

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    assert_true(agenda_push(&office.app, office_meeting(&office, "113-1")));
    office_type(&office, "c112-1\r推動情形\r\r\033[17~\r");
    assert_sees(&office, "累計開放筆數");
    assert_sees(&office, "金標章");
    assert_fits_every_size(&office);
    press(&office, "Right", 1);
    press(&office, "Up", 2);
    office_type(&office, "開放筆數\r年底\r");
    assert_int_equal(snapshot_load(office.db, office_meeting(&office, "113-1"), &s, &err), STATUS_OK);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (s.meeting.items.v[i].tables.n) {
            const struct grid *grid = &s.meeting.items.v[i].tables.v[0];

            assert_string_equal(grid_head(grid, 0, 2)->text, "開放筆數");
            assert_string_equal(grid_head(grid, 1, 1)->text, "年底");
            assert_int_equal(grid->lines, 7);
            assert_int_equal(grid->footer, 1);
        }
    snapshot_release(&s);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_pasted_into_the_form__are_a_table__wherever_the_cursor_is),
        cmocka_unit_test(a_pasted_text_without_tabs__stays_a_text_in_a_text_field),
        cmocka_unit_test(a_table_without_a_caption__is_kept_when_the_caption_is_given_up),
        cmocka_unit_test(a_terminal_without_marked_pastes__has_a_box_to_paste_into),
        cmocka_unit_test(a_csv_file__is_imported__one_that_is_no_utf8_refused),
        cmocka_unit_test(a_table__may_begin_empty),
        cmocka_unit_test(too_many_columns__are_refused__and_nothing_is_stored),
        cmocka_unit_test(control_characters__never_get_into_a_table),
        cmocka_unit_test(tables__are_moved_and_removed),
        cmocka_unit_test(typing__replaces_the_cell__and_enter_goes_down),
        cmocka_unit_test(enter_or_F2__goes_on_with_what_is_there),
        cmocka_unit_test(esc__takes_back_what_was_typed__and_then_leaves),
        cmocka_unit_test(delete__empties_a_cell),
        cmocka_unit_test(what_is_typed__is_stored_when_the_screen_is_left),
        cmocka_unit_test(lines_and_columns__are_added_and_removed),
        cmocka_unit_test(totals__begin_at_the_cursor),
        cmocka_unit_test(the_caption__is_changed),
        cmocka_unit_test(cells_pasted_into_a_table__go_over_it_and_let_it_grow),
        cmocka_unit_test(a_cell_of_several_paragraphs__opens_on_the_whole_screen),
        cmocka_unit_test(numbered_points_in_a_cell__are_an_outline),
        cmocka_unit_test(keys_faster_than_the_screen__fill_a_table),
        cmocka_unit_test(a_table_that_somebody_removed__says_so),
        cmocka_unit_test(a_head_of_two_levels__is_shown_and_typed_into),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

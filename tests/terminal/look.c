/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the screen. A cell's character is at most six code points; the right half of a wide
 * one is marked by the library.
 */
#include "tests/terminal/look.h"

#include <stdint.h>
#include <string.h>

VTermScreenCell look_cell(const struct terminal *terminal, int row, int col)
{
    VTermScreenCell cell;

    memset(&cell, 0, sizeof cell);
    vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = col}, &cell);
    return cell;
}

static void add_code_point(struct str *out, uint32_t c)
{
    if (c < 0x80) {
        str_add_char(out, (char)c);
    } else if (c < 0x800) {
        str_add_char(out, (char)(0xc0 | c >> 6));
    } else if (c < 0x10000) {
        str_add_char(out, (char)(0xe0 | c >> 12));
        str_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
    } else {
        str_add_char(out, (char)(0xf0 | c >> 18));
        str_add_char(out, (char)(0x80 | (c >> 12 & 0x3f)));
        str_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
    }
    if (c >= 0x80)
        str_add_char(out, (char)(0x80 | (c & 0x3f)));
}

void look_cell_text(const VTermScreenCell *cell, struct str *out)
{
    int i;

    if (cell->chars[0] == LOOK_RIGHT_HALF)
        return;
    if (cell->chars[0] == 0)
        str_add_char(out, ' ');
    for (i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
        add_code_point(out, cell->chars[i]);
}

VTermPos look_caret(const struct terminal *terminal)
{
    VTermPos pos = {0, 0};

    vterm_state_get_cursorpos(vterm_obtain_state(terminal->vt), &pos);
    return pos;
}

void look_row(const struct terminal *terminal, int row, struct str *out)
{
    size_t start = out->len_bytes, end;
    int col;

    for (col = 0; col < terminal->cols; col++) {
        VTermScreenCell cell = look_cell(terminal, row, col);

        look_cell_text(&cell, out);
    }
    for (end = out->len_bytes; end > start && out->text[end - 1] == ' '; end--)
        ;
    str_cut(out, end);
}

static void add_caret(const struct terminal *terminal, struct str *out)
{
    VTermPos pos = look_caret(terminal);

    str_printf(out, "-- %dx%d, caret ", terminal->cols, terminal->rows);
    if (terminal->caret_visible)
        str_printf(out, "in row %d, column %d\n", pos.row + 1, pos.col + 1);
    else
        str_add(out, "hidden\n");
}

void look_screen(const struct terminal *terminal, struct str *out)
{
    int row;

    for (row = 0; row < terminal->rows; row++) {
        look_row(terminal, row, out);
        str_add_char(out, '\n');
    }
    add_caret(terminal, out);
}

void look_dump(const struct terminal *terminal, struct str *out)
{
    int row;

    for (row = 0; row < terminal->rows; row++) {
        str_printf(out, "    %3d|", row + 1);
        look_row(terminal, row, out);
        str_add_char(out, '\n');
    }
    str_add(out, "    ");
    add_caret(terminal, out);
}

/* The cells from START whose characters are TEXT end before the returned one; -1 = they are not. */
static int match_cells(const struct terminal *terminal, const char *text, int row, int start)
{
    struct str piece = STR_INIT;
    int col = start;

    if (look_cell(terminal, row, start).chars[0] == LOOK_RIGHT_HALF)
        return -1;
    while (*text != '\0' && col >= 0) {
        VTermScreenCell cell = look_cell(terminal, row, col);

        str_clear(&piece);
        look_cell_text(&cell, &piece);
        if (col >= terminal->cols || str_failed(&piece) || strncmp(text, piece.text, piece.len_bytes) != 0) {
            col = -1;
        } else {
            text += piece.len_bytes;
            col++;
        }
    }
    while (col >= 0 && col < terminal->cols && look_cell(terminal, row, col).chars[0] == LOOK_RIGHT_HALF)
        col++;
    str_release(&piece);
    return col;
}

bool look_find(const struct terminal *terminal, const char *text, int *row, int *start, int *end)
{
    for (; *row < terminal->rows; ++*row) {
        for (*start = 0; *start < terminal->cols; ++*start) {
            *end = match_cells(terminal, text, *row, *start);
            if (*end >= 0)
                return true;
        }
    }
    return false;
}

static bool same_look(const VTermScreenCell *a, const VTermScreenCell *b)
{
    return a->attrs.reverse == b->attrs.reverse && vterm_color_is_equal(&a->bg, &b->bg) &&
           VTERM_COLOR_IS_DEFAULT_BG(&a->bg) == VTERM_COLOR_IS_DEFAULT_BG(&b->bg);
}

/* The look of most cells, found as a majority vote finds it: each other look takes one voice away. */
static VTermScreenCell common_look(const struct terminal *terminal)
{
    VTermScreenCell common = look_cell(terminal, 0, 0);
    int row, col, votes = 0;

    for (row = 0; row < terminal->rows; row++) {
        for (col = 0; col < terminal->cols; col++) {
            VTermScreenCell cell = look_cell(terminal, row, col);

            if (votes == 0)
                common = cell;
            votes += same_look(&cell, &common) ? 1 : -1;
        }
    }
    return common;
}

static bool cells_are_marked(const struct terminal *terminal, const VTermScreenCell *common, int row,
                             int start, int end)
{
    int col;

    for (col = start; col < end; col++) {
        VTermScreenCell cell = look_cell(terminal, row, col);

        if (cell.chars[0] != LOOK_RIGHT_HALF && same_look(&cell, common))
            return false;
    }
    return true;
}

bool look_is_marked(const struct terminal *terminal, const char *text)
{
    VTermScreenCell common = common_look(terminal);
    int row = 0, start, end;

    for (; look_find(terminal, text, &row, &start, &end); row++)
        if (cells_are_marked(terminal, &common, row, start, end))
            return true;
    return false;
}

bool look_caret_is_behind(const struct terminal *terminal, const char *text)
{
    VTermPos pos = look_caret(terminal);
    int start;

    for (start = 0; start < pos.col; start++)
        if (match_cells(terminal, text, pos.row, start) == pos.col)
            return terminal->caret_visible;
    return false;
}

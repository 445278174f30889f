/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of every screen.
 */
#include "tests/terminal/rules.h"

#include "tests/terminal/look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- whole rows --------------------------------------------------------------------------------- */

/* How wide the terminal draws TEXT, one character: it is asked by drawing it on a tiny screen. */
static int natural_cols(VTerm *scratch, const char *text, size_t len_bytes)
{
    VTermScreenCell cell;

    memset(&cell, 0, sizeof cell);
    vterm_input_write(scratch, "\033[H\033[2J", 7);
    vterm_input_write(scratch, text, len_bytes);
    vterm_screen_get_cell(vterm_obtain_screen(scratch), (VTermPos){.row = 0, .col = 0}, &cell);
    return cell.width;
}

static bool row_is_whole(const struct terminal *terminal, VTerm *scratch, int row, struct str *out)
{
    struct str text = STR_INIT;
    const char *wrong = NULL;
    int col, due = 0; /* right halves that must come now */

    for (col = 0; col < terminal->cols && !wrong; col++) {
        VTermScreenCell cell = look_cell(terminal, row, col);
        bool right_half = cell.chars[0] == LOOK_RIGHT_HALF;

        if (right_half != (due > 0)) {
            wrong = right_half ? "half a wide character stands alone"
                               : "a wide character is cut by its neighbour";
        } else if (cell.chars[0] == 0xfffd) {
            wrong = "broken UTF-8 arrived";
        } else if (right_half) {
            due = 0;
        } else {
            str_clear(&text);
            look_cell_text(&cell, &text);
            due = cell.chars[0] < 0x300 ? 0 : natural_cols(scratch, text.text, text.len_bytes) - 1;
        }
    }
    if (!wrong && due > 0)
        wrong = "a wide character is cut by the edge";
    if (wrong)
        str_printf(out, "%s: row %d, column %d", wrong, row + 1, col);
    str_release(&text);
    return !wrong;
}

bool rule_rows_are_whole(const struct terminal *terminal, struct str *out)
{
    VTerm *scratch = vterm_new(1, 8);
    bool whole = scratch != NULL;
    int row;

    if (!scratch) {
        str_add(out, "out of memory");
        return false;
    }
    vterm_set_utf8(scratch, 1);
    vterm_screen_reset(vterm_obtain_screen(scratch), 1);
    for (row = 0; row < terminal->rows && whole; row++)
        whole = row_is_whole(terminal, scratch, row, out);
    vterm_free(scratch);
    return whole;
}

bool rule_caret_is_placed(const struct terminal *terminal, struct str *out)
{
    VTermPos pos = look_caret(terminal);

    if (!terminal->caret_visible)
        return true;
    if (pos.row < 0 || pos.row >= terminal->rows || pos.col < 0 || pos.col >= terminal->cols) {
        str_printf(out, "the caret is off the screen: row %d, column %d", pos.row + 1, pos.col + 1);
        return false;
    }
    if (look_cell(terminal, pos.row, pos.col).chars[0] == LOOK_RIGHT_HALF) {
        str_printf(out, "the caret stands inside a wide character: row %d, column %d", pos.row + 1,
                   pos.col + 1);
        return false;
    }
    return true;
}

/* ---- the language ------------------------------------------------------------------------------- */

static bool is_chinese(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } blocks[] = {{0x2e80, 0x9fff}, {0xe000, 0xfaff}, {0xfe30, 0xfe4f}, {0xff01, 0xff60}, {0x20000, 0x3ffff}};
    size_t i;

    for (i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (c >= blocks[i].first && c <= blocks[i].last)
            return true;
    return false;
}

static bool in_region(const struct rule_data *data, int row, int col)
{
    size_t i;

    for (i = 0; i < data->n_regions; i++) {
        const struct rule_region *region = &data->regions[i];

        if (row + 1 >= region->top && row + 1 <= region->bottom && col + 1 >= region->left &&
            col + 1 <= region->right)
            return true;
    }
    return false;
}

/* The program's own name is the same in every language. */
static const char own_name[] = "議事";

static bool row_is_english(const struct terminal *terminal, const struct rule_data *data, int row,
                           struct str *out)
{
    struct str run = STR_INIT;
    bool english = true;
    int col;

    for (col = 0; col <= terminal->cols && english; col++) {
        bool end = col == terminal->cols;
        VTermScreenCell cell = look_cell(terminal, row, end ? 0 : col);

        if (!end && cell.chars[0] == LOOK_RIGHT_HALF)
            continue;
        if (!end && is_chinese(cell.chars[0]) && !in_region(data, row, col)) {
            look_cell_text(&cell, &run);
            continue;
        }
        english = run.len_bytes == 0 || strcmp(run.text, own_name) == 0 ||
                  strstr(data->texts.text, run.text) != NULL;
        if (!english)
            str_printf(out, "Chinese on an English screen: \"%s\" in row %d", run.text, row + 1);
        str_clear(&run);
    }
    str_release(&run);
    return english;
}

bool rule_is_english(const struct terminal *terminal, const struct rule_data *data, struct str *out)
{
    int row;

    for (row = 0; row < terminal->rows; row++)
        if (!row_is_english(terminal, data, row, out))
            return false;
    return true;
}

/* ---- the quorum --------------------------------------------------------------------------------- */

/* What stands behind the first of LABELS that occurs in TEXT; NULL when none does. */
static const char *behind(const char *text, const char *const *labels)
{
    for (; *labels; labels++) {
        const char *found = strstr(text, *labels);

        if (found)
            return found + strlen(*labels);
    }
    return NULL;
}

bool rule_quorum_shown(const struct terminal *terminal, struct rule_quorum *quorum)
{
    static const char *const present_labels[] = {"出席", "resent", NULL};
    static const char *const civil_labels[] = {"民間", "ivil", NULL};
    struct str row = STR_INIT;
    const char *text;

    *quorum = (struct rule_quorum){-1, -1, -1};
    look_row(terminal, 0, &row);
    text = behind(row.text, present_labels);
    if (text && sscanf(text, " %d/%d", &quorum->present, &quorum->members) != 2)
        quorum->present = quorum->members = -1;
    text = behind(row.text, civil_labels);
    if (text && sscanf(text, " %d", &quorum->civil) != 1)
        quorum->civil = -1;
    str_release(&row);
    return quorum->present >= 0;
}

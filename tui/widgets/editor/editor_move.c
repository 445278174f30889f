/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The caret and the selection.
 */
#include "tui/widgets/editor/inside.h"

#include <stdint.h>

void editor_put_caret(struct editor *editor, struct place place)
{
    const struct str *text;
    size_t before;

    place = buffer_clamp(&editor->buffer, place);
    text = &editor->buffer.v[place.para].text;
    before = text_cluster_before(text->text, text->len_bytes, place.at_bytes);
    if (place.at_bytes > before)
        place.at_bytes = before + text_cluster_bytes(text->text + before, text->len_bytes - before);
    editor->caret = place;
    editor->caret_at_end = false;
    editor->goal_cols = -1;
}

bool editor_selection(const struct editor *editor, struct place *from, struct place *to)
{
    const struct place mark = buffer_clamp(&editor->buffer, editor->mark);
    const int order = place_compare(mark, editor->caret);

    *from = order < 0 ? mark : editor->caret;
    *to = order < 0 ? editor->caret : mark;
    return editor->marking != EDITOR_MARK_NONE && order != 0;
}

void editor_unmark(struct editor *editor)
{
    editor->marking = EDITOR_MARK_NONE;
}

struct place editor_place_right(const struct editor *editor, struct place place)
{
    const struct str *text = &editor->buffer.v[place.para].text;

    if (place.at_bytes < text->len_bytes)
        place.at_bytes += text_cluster_bytes(text->text + place.at_bytes, text->len_bytes - place.at_bytes);
    else if (place.para + 1 < editor->buffer.n)
        place = (struct place){place.para + 1, 0};
    return place;
}

struct place editor_place_left(const struct editor *editor, struct place place)
{
    const struct str *text = &editor->buffer.v[place.para].text;

    if (place.at_bytes > 0)
        place.at_bytes = text_cluster_before(text->text, text->len_bytes, place.at_bytes);
    else if (place.para > 0)
        place = (struct place){place.para - 1, editor->buffer.v[place.para - 1].text.len_bytes};
    return place;
}

enum editor_result editor_move_left(struct editor *editor)
{
    editor_put_caret(editor, editor_place_left(editor, editor->caret));
    return EDITOR_MOVED;
}

enum editor_result editor_move_right(struct editor *editor)
{
    editor_put_caret(editor, editor_place_right(editor, editor->caret));
    return EDITOR_MOVED;
}

enum editor_result editor_move_word_left(struct editor *editor)
{
    editor_put_caret(editor, editor_word_left(editor, editor->caret));
    return EDITOR_MOVED;
}

enum editor_result editor_move_word_right(struct editor *editor)
{
    editor_put_caret(editor, editor_word_right(editor, editor->caret));
    return EDITOR_MOVED;
}

/* Put the caret into the line at SPOT, as near as can be to column COLS from the left edge of all text. */
static void put_in_line(struct editor *editor, struct spot spot, int cols)
{
    const struct hang hang = editor_hang(editor, spot.para, NULL);
    const struct flow_text text = editor_flow_text(editor, spot.para);
    const struct flow *flow = &editor->buffer.v[spot.para].flow;
    size_t start, end, at;

    editor_reach(editor, spot.para, 0, spot.line + 1);
    start = flow_start(flow, spot.line);
    end = flow_end(flow, &text, spot.line);
    cols -= hang.indent_cols + hang.label_cols;
    at = start + text_fit(text.text + start, end - start, cols > 0 ? cols : 0, text.widths, NULL);
    editor->caret = (struct place){spot.para, at};
    editor->caret_at_end =
        at > start && spot.line + 1 < flow_known(flow) && at == flow_start(flow, spot.line + 1);
}

/* The caret's column from the left edge of all text. */
static int goal(struct editor *editor, struct spot spot)
{
    const struct hang hang = editor_hang(editor, spot.para, NULL);

    if (editor->goal_cols < 0)
        editor->goal_cols = hang.indent_cols + hang.label_cols + editor_caret_cols(editor, spot);
    return editor->goal_cols;
}

/* LINES down, or up where negative; the first and the last line lead to the start and the end of the text. */
static enum editor_result move_lines(struct editor *editor, int lines)
{
    struct spot spot = editor_caret_spot(editor);
    const int cols = goal(editor, spot);
    int moved = 0;

    while (moved < lines && editor_spot_next(editor, &spot))
        moved++;
    while (moved > lines && editor_spot_before(editor, &spot))
        moved--;
    if (moved) {
        put_in_line(editor, spot, cols);
    } else {
        editor_put_caret(editor, lines < 0 ? (struct place){0, 0} : buffer_end(&editor->buffer));
        editor->goal_cols = cols;
    }
    return EDITOR_MOVED;
}

enum editor_result editor_move_up(struct editor *editor)
{
    return move_lines(editor, -1);
}

enum editor_result editor_move_down(struct editor *editor)
{
    return move_lines(editor, 1);
}

static int page(const struct editor *editor)
{
    return editor->rows > 2 ? editor->rows - 1 : 1;
}

enum editor_result editor_move_page_up(struct editor *editor)
{
    return move_lines(editor, -page(editor));
}

enum editor_result editor_move_page_down(struct editor *editor)
{
    return move_lines(editor, page(editor));
}

enum editor_result editor_move_line_start(struct editor *editor)
{
    const struct spot spot = editor_caret_spot(editor);

    editor_put_caret(editor,
                     (struct place){spot.para, flow_start(&editor->buffer.v[spot.para].flow, spot.line)});
    return EDITOR_MOVED;
}

enum editor_result editor_move_line_end(struct editor *editor)
{
    put_in_line(editor, editor_caret_spot(editor), INT16_MAX);
    editor->goal_cols = -1;
    return EDITOR_MOVED;
}

enum editor_result editor_move_para_start(struct editor *editor)
{
    editor_put_caret(editor, (struct place){editor->caret.para, 0});
    return EDITOR_MOVED;
}

enum editor_result editor_move_para_end(struct editor *editor)
{
    editor_put_caret(editor, (struct place){editor->caret.para, SIZE_MAX});
    return EDITOR_MOVED;
}

enum editor_result editor_move_text_start(struct editor *editor)
{
    editor_put_caret(editor, (struct place){0, 0});
    return EDITOR_MOVED;
}

enum editor_result editor_move_text_end(struct editor *editor)
{
    editor_put_caret(editor, buffer_end(&editor->buffer));
    return EDITOR_MOVED;
}

enum editor_result editor_set_mark(struct editor *editor)
{
    if (editor->marking == EDITOR_MARK_SET) {
        editor_unmark(editor);
    } else {
        editor->marking = EDITOR_MARK_SET;
        editor->mark = editor->caret;
    }
    return EDITOR_MOVED;
}

enum editor_result editor_select_all(struct editor *editor)
{
    editor->marking = EDITOR_MARK_SHIFT;
    editor->mark = (struct place){0, 0};
    editor_put_caret(editor, buffer_end(&editor->buffer));
    return EDITOR_MOVED;
}

enum editor_result editor_give_up_selection(struct editor *editor)
{
    if (editor->marking == EDITOR_MARK_NONE)
        return EDITOR_IGNORED;
    editor_unmark(editor);
    return EDITOR_MOVED;
}

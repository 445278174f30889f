/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor on the screen: which lines are seen, the lines themselves, the caret. The only file here that
 * draws.
 */
#include "tui/widgets/editor/inside.h"

/* Scroll as little as shows the caret, and leave no room below while text stands above. */
static struct spot scroll(struct editor *editor, struct spot caret)
{
    struct spot top = {editor->top_para, editor->top_line}, last;
    int shown = 1;

    if (top.para >= editor->buffer.n)
        top = (struct spot){editor->buffer.n - 1, 0};
    editor_reach(editor, top.para, 0, top.line);
    if (top.line >= flow_known(&editor->buffer.v[top.para].flow))
        top.line = flow_known(&editor->buffer.v[top.para].flow) - 1;
    if (spot_compare(caret, top) < 0)
        top = caret;
    for (last = top; shown < editor->rows && editor_spot_next(editor, &last);)
        shown++;
    if (spot_compare(caret, last) > 0) {
        top = caret;
        shown = 1;
    }
    for (; shown < editor->rows && editor_spot_before(editor, &top);)
        shown++;
    editor->top_para = top.para;
    editor->top_line = top.line;
    return top;
}

/* The bytes from FROM to TO of a paragraph, as a terminal may have them. */
static void draw_part(struct editor *editor, struct pen *pen, enum role role, size_t para, size_t from,
                      size_t to)
{
    struct str shown = STR_INIT;

    if (from < to)
        text_draw(&shown, editor->buffer.v[para].text.text + from, to - from, &editor->options.widths);
    pen_bytes(pen, role, shown.text, shown.len_bytes);
    str_release(&shown);
}

/* Where the selection runs through the line from START to END of PARA: from *FROM to *TO, both END where it
 * does not. */
static void selected_part(const struct editor *editor, size_t para, size_t start, size_t end, size_t *from,
                          size_t *to)
{
    struct place first, last;

    *from = *to = end;
    if (!editor_selection(editor, &first, &last) || para < first.para || para > last.para)
        return;
    if (para > first.para || first.at_bytes < start)
        *from = start;
    else if (first.at_bytes < end)
        *from = first.at_bytes;
    if (para == last.para && last.at_bytes < end)
        *to = last.at_bytes;
    if (*to < *from)
        *to = *from;
}

/* A paragraph's end is selected with it: a blank shows that. */
static bool feed_selected(const struct editor *editor, size_t para, size_t end, bool last_line)
{
    const struct place place = {para, end};
    struct place from, to;

    return last_line && editor_selection(editor, &from, &to) && para < to.para &&
           place_compare(from, place) <= 0;
}

static void draw_line(struct editor *editor, struct rect rect, int row, struct spot spot)
{
    const struct flow_text text = editor_flow_text(editor, spot.para);
    const struct flow *flow = &editor->buffer.v[spot.para].flow;
    struct str label = STR_INIT;
    const struct hang hang = editor_hang(editor, spot.para, &label);
    struct pen pen = pen_at(rect, row);
    size_t start, end, from, to;

    editor_reach(editor, spot.para, 0, spot.line + 1);
    start = flow_start(flow, spot.line);
    end = flow_end(flow, &text, spot.line);
    selected_part(editor, spot.para, start, end, &from, &to);
    pen_skip(&pen, ROLE_TEXT, hang.indent_cols);
    if (spot.line == 0 && hang.label_cols)
        pen_bytes(&pen, ROLE_DIM, label.text, label.len_bytes);
    else
        pen_skip(&pen, ROLE_TEXT, hang.label_cols);
    draw_part(editor, &pen, ROLE_TEXT, spot.para, start, from);
    draw_part(editor, &pen, ROLE_MARK, spot.para, from, to);
    draw_part(editor, &pen, ROLE_TEXT, spot.para, to, end);
    if (feed_selected(editor, spot.para, end, spot.line + 1 >= flow_known(flow)))
        pen_skip(&pen, ROLE_MARK, 1);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&label);
}

void editor_draw(struct editor *editor, struct rect rect, bool focus)
{
    struct spot caret, spot;
    bool more = true;

    if (rect.cols < 1 || rect.rows < 1)
        return;
    editor_resize(editor, rect.cols, rect.rows);
    caret = editor_caret_spot(editor);
    spot = scroll(editor, caret);
    for (int row = 0; row < rect.rows; row++) {
        if (more) {
            draw_line(editor, rect, row, spot);
            if (focus && spot_compare(spot, caret) == 0) {
                const struct hang hang = editor_hang(editor, caret.para, NULL);
                const int x = hang.indent_cols + hang.label_cols + editor_caret_cols(editor, caret);

                draw_caret(rect.x + (x < rect.cols ? x : rect.cols - 1), rect.y + row);
            }
            more = editor_spot_next(editor, &spot);
        } else {
            struct pen pen = pen_at(rect, row);

            pen_fill(&pen, ROLE_TEXT);
        }
    }
}

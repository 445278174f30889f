/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines that the text shows in: where the caret stands among them, going from one to the next.
 */
#include "tui/widgets/editor/inside.h"

#include <limits.h>
#include <stdint.h>

int spot_compare(struct spot a, struct spot b)
{
    if (a.para != b.para)
        return a.para < b.para ? -1 : 1;
    return a.line < b.line ? -1 : a.line > b.line;
}

struct hang editor_hang(struct editor *editor, size_t para, struct str *label)
{
    struct str own = STR_INIT, *number = label ? label : &own;
    const size_t before = number->len_bytes;
    const struct para *p;
    struct hang hang;
    int label_cols;

    buffer_number(&editor->buffer, &editor->options.numbering);
    p = &editor->buffer.v[para];
    numbering_label(number, &editor->options.numbering, p->shown_level, p->number);
    label_cols = text_cols(number->text + before, number->len_bytes - before, &editor->options.widths);
    /* The last column is for the caret behind a full line. */
    hang = hang_of(p->shown_level, label_cols, editor->cols > 1 ? editor->cols - 1 : 1);
    str_release(&own);
    return hang;
}

struct flow_text editor_flow_text(struct editor *editor, size_t para)
{
    const struct str *text = &editor->buffer.v[para].text;

    return (struct flow_text){text->text, text->len_bytes, editor_hang(editor, para, NULL).text_cols,
                              &editor->options.widths};
}

void editor_reach(struct editor *editor, size_t para, size_t at_bytes, size_t line)
{
    const struct flow_text text = editor_flow_text(editor, para);

    (void)flow_reach(&editor->buffer.v[para].flow, &text, at_bytes, line);
}

size_t editor_lines_of(struct editor *editor, size_t para)
{
    editor_reach(editor, para, SIZE_MAX, SIZE_MAX);
    return flow_known(&editor->buffer.v[para].flow);
}

struct spot editor_caret_spot(struct editor *editor)
{
    const size_t para = editor->caret.para;
    const struct flow *flow = &editor->buffer.v[para].flow;
    size_t line;

    editor_reach(editor, para, editor->caret.at_bytes, 0);
    line = flow_line(flow, editor->caret.at_bytes);
    if (editor->caret_at_end && line > 0 && flow_start(flow, line) == editor->caret.at_bytes)
        line--;
    return (struct spot){para, line};
}

int editor_caret_cols(struct editor *editor, struct spot spot)
{
    const struct para *para = &editor->buffer.v[spot.para];
    const struct flow_text text = editor_flow_text(editor, spot.para);
    const size_t start = flow_start(&para->flow, spot.line);
    int cols;

    if (editor->caret.at_bytes < start)
        return 0;
    cols = text_cols(para->text.text + start, editor->caret.at_bytes - start, text.widths);
    /* Spaces at a break hang beyond the edge; the caret does not. */
    return cols < text.cols ? cols : text.cols;
}

bool editor_spot_next(struct editor *editor, struct spot *spot)
{
    editor_reach(editor, spot->para, 0, spot->line + 1);
    if (spot->line + 1 < flow_known(&editor->buffer.v[spot->para].flow)) {
        spot->line++;
        return true;
    }
    if (spot->para + 1 >= editor->buffer.n)
        return false;
    *spot = (struct spot){spot->para + 1, 0};
    return true;
}

bool editor_spot_before(struct editor *editor, struct spot *spot)
{
    if (spot->line > 0) {
        spot->line--;
        return true;
    }
    if (spot->para == 0)
        return false;
    spot->para--;
    spot->line = editor_lines_of(editor, spot->para) - 1;
    return true;
}

void editor_resize(struct editor *editor, int cols, int rows)
{
    editor->cols = cols > 1 ? cols : 1;
    editor->rows = rows > 1 ? rows : 1;
}

int editor_height(struct editor *editor, int cols)
{
    size_t lines = 0;

    editor_resize(editor, cols, editor->rows);
    for (size_t i = 0; i < editor->buffer.n; i++)
        lines += editor_lines_of(editor, i);
    return lines < INT_MAX ? (int)lines : INT_MAX;
}

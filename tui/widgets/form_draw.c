/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a form looks: labels, values, the refusal below its field, the help in the last row, the picker over
 * it.
 */
#include "tui/terminal/layout.h"
#include "tui/widgets/form_value.h"
#include "tui/words.h"

#include <string.h>

static int widest_label(const struct form *form, int cols)
{
    int widest = 4;

    for (size_t i = 0; i < form->n_fields; i++) {
        const char *label = form->fields[i].label;
        int label_cols;

        if (!label || form->fields[i].kind == FORM_HEADING || form->fields[i].kind == FORM_ACTION ||
            form_hidden(form, i))
            continue;
        label = words_of(label);
        label_cols = text_cols(label, strlen(label), draw_widths());
        if (label_cols > widest)
            widest = label_cols;
    }
    return widest > cols * 2 / 5 ? cols * 2 / 5 : widest;
}

/* The visible fields before N, which is the row that field N stands in. */
static size_t rows_before(const struct form *form, size_t n)
{
    size_t rows = 0;

    for (size_t i = 0; i < n && i < form->n_fields; i++)
        rows += !form_hidden(form, i);
    return rows;
}

static void scroll(struct form *form, int rows)
{
    size_t at = rows_before(form, form->at), first = at, page = rows > 1 ? (size_t)rows : 1;
    size_t last = at + (form->err.status ? 1 : 0), total = rows_before(form, form->n_fields);

    /* a heading comes into sight with its first field */
    if (form->at > 0 && form->fields[form->at - 1].kind == FORM_HEADING && first > 0)
        first--;
    if (form->top > first)
        form->top = first;
    if (last >= form->top + page)
        form->top = last - page + 1;
    if (total <= page && !form->err.status)
        form->top = 0;
}

static void draw_action(const struct form_field *field, struct pen *pen, bool focused)
{
    enum role role = focused ? ROLE_SELECTED : ROLE_KEY;

    pen_skip(pen, ROLE_TEXT, 1);
    pen_text(pen, role, "[ ");
    pen_text(pen, role, words_of(field->label));
    pen_text(pen, role, " ]");
}

static void draw_choice(const struct form_field *field, struct pen *pen, const char *value, bool focused)
{
    enum role role = focused ? ROLE_INPUT_FOCUS : ROLE_INPUT;

    pen_text(pen, role, field->kind == FORM_CHOICE ? "< " : " ");
    pen_text(pen, role, value);
    pen_text(pen, role, field->kind == FORM_CHOICE ? " >" : " ");
    if (focused && field->kind == FORM_PICK) {
        pen_skip(pen, ROLE_TEXT, 1);
        pen_text(pen, ROLE_DIM, _("Enter 選擇"));
    }
}

static void draw_open(struct pen *pen, const char *value, bool focused)
{
    enum role role = focused ? ROLE_SELECTED : *value ? ROLE_TEXT : ROLE_DIM;

    pen_text(pen, role, *value ? value : _("（無）"));
    if (focused)
        pen_fill(pen, role);
}

static void draw_value(struct form *form, const struct form_field *field, struct pen *pen, struct rect rect,
                       bool focused)
{
    struct str value = STR_INIT;

    if (focused && (field->kind == FORM_TEXT || field->kind == FORM_DATE || field->kind == FORM_TIME ||
                    field->kind == FORM_NUMBER)) {
        line_draw(&form->line, (struct rect){pen->x, pen->y, rect.x + rect.cols - pen->x, 1},
                  ROLE_INPUT_FOCUS, true);
        pen->left_cols = 0;
        return;
    }
    form_value_shown(form, field, &value);
    if (field->kind == FORM_CHOICE || field->kind == FORM_PICK || field->kind == FORM_SWITCH)
        draw_choice(field, pen, value.text, focused);
    else if (field->kind == FORM_FIXED)
        pen_text(pen, ROLE_TEXT, value.text);
    else if (field->kind == FORM_OPEN)
        draw_open(pen, value.text, focused);
    else {
        pen_text(pen, ROLE_INPUT, value.text);
        pen_fill(pen, ROLE_INPUT);
    }
    str_release(&value);
}

static void draw_field(struct form *form, size_t i, struct rect rect, int y, bool focused)
{
    const struct form_field *field = &form->fields[i];
    struct pen pen = pen_at(rect, y);

    pen_skip(&pen, ROLE_TEXT, 1);
    if (field->kind == FORM_HEADING) {
        pen_text(&pen, ROLE_HEADING, words_of(field->label));
    } else if (field->kind == FORM_ACTION) {
        draw_action(field, &pen, focused);
    } else {
        pen_field(&pen, focused ? ROLE_HEADING : ROLE_TEXT, words_of(field->label), form->label_cols,
                  TEXT_LEFT);
        pen_skip(&pen, ROLE_TEXT, 2);
        draw_value(form, field, &pen, rect, focused);
    }
    pen_fill(&pen, ROLE_TEXT);
}

static void draw_refusal(const struct form *form, struct rect rect, int y)
{
    struct pen pen = pen_at(rect, y);
    struct str words = STR_INIT;

    err_words(&form->err, &words);
    pen_skip(&pen, ROLE_TEXT, form->label_cols + 3);
    pen_text(&pen, ROLE_BAD, words.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&words);
}

static void draw_picker(struct form *form, struct rect rect)
{
    const struct form_field *field = form_field(form);
    int rows = (int)(form->picker.n_rows < 14 ? form->picker.n_rows : 14) + 3;
    struct rect inner;

    rect = layout_centre(rect, rect.cols > 64 ? 64 : rect.cols, rows);
    draw_frame(rect, field ? words_of(field->label) : NULL, true, &inner);
    picker_draw(&form->picker, inner);
}

void form_draw(struct form *form, struct rect rect, bool focus)
{
    struct rect fields = {rect.x, rect.y, rect.cols, rect.rows > 4 ? rect.rows - 1 : rect.rows};
    const struct form_field *at = form_field(form);
    size_t row = 0;
    int y = 0;

    form->label_cols = widest_label(form, rect.cols);
    form->page_rows = fields.rows;
    scroll(form, fields.rows);
    for (size_t i = 0; i < form->n_fields && y < fields.rows; i++) {
        if (form_hidden(form, i) || row++ < form->top)
            continue;
        draw_field(form, i, fields, y++, focus && at == &form->fields[i]);
        if (at == &form->fields[i] && form->err.status && y < fields.rows)
            draw_refusal(form, fields, y++);
    }
    for (; y < fields.rows; y++) {
        struct pen pen = pen_at(fields, y);

        pen_fill(&pen, ROLE_TEXT);
    }
    if (fields.rows < rect.rows) {
        struct pen pen = pen_at(rect, rect.rows - 1);

        pen_skip(&pen, ROLE_TEXT, 1);
        pen_text(&pen, ROLE_DIM, focus && at ? words_of(at->help) : "");
        pen_fill(&pen, ROLE_TEXT);
    }
    if (form->picking)
        draw_picker(form, rect);
}

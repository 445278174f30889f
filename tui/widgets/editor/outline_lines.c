/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying out an outline for reading.
 */
#include "tui/widgets/editor/outline_lines.h"

#include "tui/widgets/editor/flow.h"

#include <stdint.h>
#include <string.h>

/* Twice the room, when it is used up: lines are not counted beforehand. */
static bool add_line(struct arena *arena, struct outline_lines *lines, size_t *room,
                     const struct outline_line *line)
{
    if (lines->n == *room) {
        const size_t more = *room ? *room * 2 : 16;
        struct outline_line *v;

        if (more > SIZE_MAX / sizeof *v)
            return false;
        v = arena_take(arena, more * sizeof *v);
        if (!v)
            return false;
        if (lines->n)
            memcpy(v, lines->v, lines->n * sizeof *v);
        lines->v = v;
        *room = more;
    }
    lines->v[lines->n++] = *line;
    return true;
}

static bool add_node(struct arena *arena, struct outline_lines *lines, size_t *room, size_t place,
                     const char *text, const char *label, struct hang hang, const struct text_widths *widths)
{
    const struct flow_text its = {text, strlen(text), hang.text_cols, widths};
    struct flow flow = {0};
    bool done = flow_reach(&flow, &its, SIZE_MAX, SIZE_MAX);

    for (size_t i = 0; done && i < flow_known(&flow); i++) {
        const size_t start = flow_start(&flow, i);
        const struct outline_line line = {
            .node = place,
            .indent_cols = hang.indent_cols + (i ? hang.label_cols : 0),
            .label = i || !hang.label_cols ? "" : label,
            .text = text + start,
            .len_bytes = flow_end(&flow, &its, i) - start,
        };

        done = add_line(arena, lines, room, &line);
    }
    flow_release(&flow);
    return done;
}

/* Levels as shown and numbers, for every node. */
static struct counted *count(const struct outline *outline, const struct numbering *numbering,
                             struct arena *arena)
{
    struct counting counting = {0};
    struct counted *counted = arena_take(arena, outline->n * sizeof *counted);

    for (size_t i = 0; counted && i < outline->n; i++) {
        counted[i] = counting_next(&counting, numbering, outline->v[i].level, outline->v[i].plain);
        if (counted[i].first_is_number)
            counted[counted[i].first].number = 1;
    }
    return counted;
}

enum status outline_lines(const struct outline *outline, const struct numbering *numbering, int cols,
                          const struct text_widths *widths, struct arena *arena, struct outline_lines *out,
                          struct err *err)
{
    const struct counted *counted = count(outline, numbering, arena);
    enum status status = counted ? STATUS_OK : err_memory(err);
    struct outline_lines lines = {0};
    size_t room = 0;

    *out = (struct outline_lines){0};
    for (size_t i = 0; i < outline->n && !status; i++) {
        struct str number = STR_INIT;
        const char *label;

        numbering_label(&number, numbering, counted[i].level, counted[i].number);
        label = str_failed(&number) ? NULL : arena_text(arena, number.text, number.len_bytes);
        if (!label ||
            !add_node(arena, &lines, &room, i, outline->v[i].text, label,
                      hang_of(counted[i].level, text_cols(label, number.len_bytes, widths), cols), widths))
            status = err_memory(err);
        str_release(&number);
    }
    if (!status)
        *out = lines;
    return status;
}

void outline_line_draw(struct pen *pen, const struct outline_line *line, enum role role)
{
    struct str shown = STR_INIT;

    pen_skip(pen, role, line->indent_cols);
    pen_text(pen, role, line->label);
    text_draw(&shown, line->text, line->len_bytes, draw_widths());
    pen_bytes(pen, role, shown.text, shown.len_bytes);
    str_release(&shown);
}

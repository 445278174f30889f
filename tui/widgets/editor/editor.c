/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines into the editor and out of it, and the draft's one text.
 */
#include "tui/widgets/editor/inside.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { COLS_UNTIL_DRAWN = 80, ROWS_UNTIL_DRAWN = 24 };

enum status editor_init(struct editor *editor, const struct editor_options *options, struct err *err)
{
    *editor = (struct editor){
        .options = *options, .goal_cols = -1, .cols = COLS_UNTIL_DRAWN, .rows = ROWS_UNTIL_DRAWN};
    editor->own_clipboard = (struct clipboard)CLIPBOARD_INIT;
    return buffer_init(&editor->buffer) ? STATUS_OK : err_memory(err);
}

void editor_release(struct editor *editor)
{
    history_release(&editor->history);
    buffer_release(&editor->buffer);
    clipboard_release(&editor->own_clipboard);
}

void editor_set_numbering(struct editor *editor, const struct numbering *numbering)
{
    editor->options.numbering = *numbering;
    editor->buffer.stale = true;
}

/* Begin anew with a serial. */
static enum status start_with(struct editor *editor, const char *text, size_t len_bytes, struct err *err)
{
    const struct place start = {0, 0};
    struct para_look first;
    struct buffer buffer;
    size_t head;

    if (!buffer_init(&buffer))
        return err_memory(err);
    head = fragment_read_head(text, len_bytes, &first);
    if (!buffer_replace(&buffer, start, start, text + head, len_bytes - head, NULL)) {
        buffer_release(&buffer);
        return err_memory(err);
    }
    buffer_set_look(&buffer, 0, &first);
    buffer_number(&buffer, &editor->options.numbering);
    for (size_t i = 0; i < buffer.n; i++)
        buffer.v[i].look.level = buffer.v[i].shown_level;
    buffer_release(&editor->buffer);
    editor->buffer = buffer;
    history_clear(&editor->history);
    editor->run = RUN_NONE;
    editor->top_para = 0;
    editor->top_line = 0;
    editor_unmark(editor);
    editor_put_caret(editor, start);
    return STATUS_OK;
}

/* TEXT without the one character that separates paragraphs. */
static void add_text(struct str *out, const char *text)
{
    for (const char *end; (end = strchr(text, FRAGMENT_BREAK)); text = end + 1)
        str_add_bytes(out, text, (size_t)(end - text));
    str_add(out, text);
}

enum status editor_load(struct editor *editor, const struct outline *outline, struct err *err)
{
    enum status status = STATUS_MEMORY;
    struct str serial = STR_INIT;

    for (size_t i = 0; outline && i < outline->n; i++) {
        const struct node *node = &outline->v[i];
        const struct para_look look = {node->level, node->plain, node->row};

        if (i)
            str_add_char(&serial, FRAGMENT_BREAK);
        fragment_add_head(&serial, &look);
        add_text(&serial, node->text);
    }
    status = str_failed(&serial) ? err_memory(err) : start_with(editor, serial.text, serial.len_bytes, err);
    str_release(&serial);
    return status;
}

static int compare_ids(const void *a, const void *b)
{
    const struct node *const *x = a, *const *y = b;

    if ((*x)->row.id != (*y)->row.id)
        return (*x)->row.id < (*y)->row.id ? -1 : 1;
    return *x < *y ? -1 : *x > *y;
}

/* Copies may have come in by undo after a cut: of several nodes with one row the first keeps it. */
static bool part_twins(struct outline *outline)
{
    struct node **order = calloc(outline->n + 1, sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < outline->n; i++)
        order[i] = &outline->v[i];
    qsort(order, outline->n, sizeof *order, compare_ids);
    for (size_t i = outline->n; i-- > 1;)
        if (order[i]->row.id == order[i - 1]->row.id)
            order[i]->row = (struct row){0};
    free(order);
    return true;
}

enum status editor_outline(struct editor *editor, struct arena *arena, struct outline *out, struct err *err)
{
    struct counting counting = {0};
    struct outline outline = {0};

    outline.v = arena_take(arena, editor->buffer.n * sizeof *outline.v);
    if (!outline.v)
        return err_memory(err);
    for (size_t i = 0; i < editor->buffer.n; i++) {
        const struct para *para = &editor->buffer.v[i];
        struct node *node = &outline.v[outline.n];

        if (para_is_blank(para))
            continue;
        node->row = para->look.row;
        node->level =
            counting_next(&counting, &editor->options.numbering, para->look.level, para->look.plain).level;
        node->plain = para->look.plain;
        node->text = arena_text(arena, para->text.text, para->text.len_bytes);
        if (!node->text)
            return err_memory(err);
        outline.n++;
    }
    if (!part_twins(&outline))
        return err_memory(err);
    *out = outline;
    return STATUS_OK;
}

enum status editor_take_rest(struct editor *editor, struct arena *arena, struct outline *out, struct err *err)
{
    const struct place end = buffer_end(&editor->buffer);
    const struct para_look first = {editor->buffer.v[editor->caret.para].look.level,
                                    editor->buffer.v[editor->caret.para].look.plain,
                                    {0}};
    struct str stored = STR_INIT, serial = STR_INIT;
    struct editor rest;
    enum status status = editor_init(&rest, &editor->options, err);

    buffer_copy(&editor->buffer, editor->caret, end, &stored);
    fragment_add_head(&serial, &first);
    fragment_add_unstored(&serial, stored.text, stored.len_bytes);
    if (!status && (str_failed(&stored) || str_failed(&serial)))
        status = err_memory(err);
    if (!status)
        status = start_with(&rest, serial.text, serial.len_bytes, err);
    if (!status)
        status = editor_outline(&rest, arena, out, err);
    if (!status) {
        editor_begin(editor, RUN_NONE);
        if (editor_replace(editor, editor->caret, end, "", 0) == EDITOR_MEMORY)
            status = err_memory(err);
    }
    str_release(&serial);
    str_release(&stored);
    editor_release(&rest);
    return status;
}

void editor_adopt(struct editor *editor, const struct outline *stored)
{
    size_t n = 0;

    for (size_t i = 0; i < editor->buffer.n && n < stored->n; i++)
        if (!para_is_blank(&editor->buffer.v[i]))
            editor->buffer.v[i].look.row = stored->v[n++].row;
}

bool editor_is_blank(const struct editor *editor)
{
    for (size_t i = 0; i < editor->buffer.n; i++)
        if (!para_is_blank(&editor->buffer.v[i]))
            return false;
    return true;
}

enum status editor_serial(const struct editor *editor, struct str *out, struct err *err)
{
    fragment_add_head(out, &editor->buffer.v[0].look);
    buffer_copy(&editor->buffer, (struct place){0, 0}, buffer_end(&editor->buffer), out);
    return str_failed(out) ? err_memory(err) : STATUS_OK;
}

enum status editor_unserial(struct editor *editor, const char *text, size_t len_bytes, struct err *err)
{
    return start_with(editor, text, len_bytes, err);
}

/* Bytes of a paragraph's head in the serial, with the RS in front of it. */
static size_t head_bytes(const struct editor *editor, size_t para)
{
    return fragment_head_bytes(&editor->buffer.v[para].look) + (para > 0);
}

size_t editor_cursor(const struct editor *editor)
{
    size_t at = editor->caret.at_bytes;

    for (size_t i = 0; i <= editor->caret.para; i++) {
        at += head_bytes(editor, i);
        if (i < editor->caret.para)
            at += editor->buffer.v[i].text.len_bytes;
    }
    return at;
}

void editor_set_cursor(struct editor *editor, size_t at_bytes)
{
    struct place place = {0, 0};

    editor_unmark(editor);
    editor->run = RUN_NONE;
    for (; place.para < editor->buffer.n; place.para++) {
        const size_t head = head_bytes(editor, place.para);
        const size_t len_bytes = editor->buffer.v[place.para].text.len_bytes;

        at_bytes = at_bytes > head ? at_bytes - head : 0;
        if (at_bytes <= len_bytes) {
            place.at_bytes = at_bytes;
            break;
        }
        at_bytes -= len_bytes;
    }
    editor_put_caret(editor, place);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing the text: typing, deleting, undo.
 */
#include "tui/widgets/editor/inside.h"
#include "tui/widgets/editor/paste.h"

#include <string.h>

void editor_begin(struct editor *editor, enum run run)
{
    if (run == RUN_NONE || run != (enum run)editor->run)
        history_step(&editor->history);
    editor->run = (int)run;
}

struct para_look editor_look(struct editor *editor, size_t para)
{
    struct para_look look;

    buffer_number(&editor->buffer, &editor->options.numbering);
    look = editor->buffer.v[para].look;
    look.level = editor->buffer.v[para].shown_level;
    return look;
}

static bool row_is(const struct row *a, const struct row *b)
{
    return a->id == b->id && a->ver == b->ver && a->owner_id == b->owner_id && a->position == b->position;
}

enum editor_result editor_set_look(struct editor *editor, size_t para, const struct para_look *look)
{
    const struct para_look *now = &editor->buffer.v[para].look;

    if (now->level == look->level && now->plain == look->plain && row_is(&now->row, &look->row))
        return EDITOR_MOVED;
    return history_set_look(&editor->history, &editor->buffer, para, look, editor->caret) ? EDITOR_CHANGED
                                                                                          : EDITOR_MEMORY;
}

void editor_settle(struct editor *editor)
{
    if (!editor->buffer.stale)
        return;
    buffer_number(&editor->buffer, &editor->options.numbering);
    for (size_t i = 0; i < editor->buffer.n; i++) {
        struct para_look look = editor->buffer.v[i].look;

        look.level = editor->buffer.v[i].shown_level;
        (void)editor_set_look(editor, i, &look);
    }
}

/* Where nothing is left in front of the change, the paragraph behind it, with its level and its row in
 * storage, is the one that lives on: a line taken out above must not hand its row to the next. */
static void keep_identity(struct editor *editor, struct place from, struct place end,
                          const struct para_look *behind, bool same_para)
{
    struct para_look look = editor->buffer.v[end.para].look;

    if (end.para == from.para || end.at_bytes == 0)
        look = *behind;
    else
        look.row = behind->row;
    (void)editor_set_look(editor, end.para, &look);
    if (end.para == from.para || !same_para)
        return;
    look = editor->buffer.v[from.para].look;
    look.row = (struct row){0};
    (void)editor_set_look(editor, from.para, &look);
}

enum editor_result editor_replace(struct editor *editor, struct place from, struct place to,
                                  const char *fragment, size_t len_bytes)
{
    const bool breaks = from.para != to.para || (len_bytes && memchr(fragment, FRAGMENT_BREAK, len_bytes));
    const bool only_behind =
        breaks && from.at_bytes == 0 && to.at_bytes < editor->buffer.v[to.para].text.len_bytes;
    struct para_look behind = {0};
    struct place end;

    if (!len_bytes && place_compare(from, to) == 0)
        return EDITOR_MOVED;
    if (only_behind)
        behind = editor_look(editor, to.para);
    if (!history_replace(&editor->history, &editor->buffer, from, to, fragment, len_bytes, editor->caret,
                         &end))
        return EDITOR_MEMORY;
    if (only_behind)
        keep_identity(editor, from, end, &behind, from.para == to.para);
    editor_settle(editor);
    editor_unmark(editor);
    editor_put_caret(editor, end);
    return EDITOR_CHANGED;
}

void editor_range(const struct editor *editor, struct place *from, struct place *to)
{
    if (!editor_selection(editor, from, to))
        *from = *to = editor->caret;
}

enum editor_result editor_type(struct editor *editor, const char *text, size_t len_bytes)
{
    enum editor_result result = EDITOR_MEMORY;
    struct str clean = STR_INIT;
    struct place from, to;

    editor_range(editor, &from, &to);
    paste_clean(&clean, text, len_bytes, false);
    if (str_failed(&clean))
        goto out;
    /* A word, or a clause of Chinese, is one step; so is what replaces a selection. */
    if (from.at_bytes > 0 && editor_in_word(clean.text, clean.len_bytes)) {
        const struct str *before = &editor->buffer.v[from.para].text;
        const size_t last = text_cluster_before(before->text, before->len_bytes, from.at_bytes);

        if (!editor_in_word(before->text + last, before->len_bytes - last))
            editor->run = RUN_NONE;
    }
    if (place_compare(from, to))
        editor->run = RUN_NONE;
    editor_begin(editor, RUN_TYPE);
    result = editor_replace(editor, from, to, clean.text, clean.len_bytes);
out:
    str_release(&clean);
    return result;
}

enum editor_result editor_insert(struct editor *editor, const char *text, size_t len_bytes)
{
    enum editor_result result;

    editor->run = RUN_NONE;
    result = editor_type(editor, text, len_bytes);
    editor->run = RUN_NONE;
    return result;
}

/* Take out what stands from FROM to TO, or the selection where there is one. */
static enum editor_result take_out(struct editor *editor, struct place from, struct place to, enum run run)
{
    struct place selected_from, selected_to;

    if (editor_selection(editor, &selected_from, &selected_to)) {
        from = selected_from;
        to = selected_to;
        run = RUN_NONE;
    }
    editor_begin(editor, from.para == to.para ? run : RUN_NONE);
    return editor_replace(editor, from, to, "", 0);
}

enum editor_result editor_edit_back(struct editor *editor)
{
    return take_out(editor, editor_place_left(editor, editor->caret), editor->caret, RUN_BACK);
}

enum editor_result editor_edit_delete(struct editor *editor)
{
    return take_out(editor, editor->caret, editor_place_right(editor, editor->caret), RUN_DELETE);
}

enum editor_result editor_edit_word_back(struct editor *editor)
{
    return take_out(editor, editor_word_left(editor, editor->caret), editor->caret, RUN_NONE);
}

enum editor_result editor_edit_word_delete(struct editor *editor)
{
    return take_out(editor, editor->caret, editor_word_right(editor, editor->caret), RUN_NONE);
}

enum editor_result editor_edit_rest(struct editor *editor)
{
    const struct str *text = &editor->buffer.v[editor->caret.para].text;
    const char *from = text->text + editor->caret.at_bytes;
    const char *feed = strchr(from, '\n');
    struct place to = editor->caret;

    if (feed == from || !*from)
        to = editor_place_right(editor, to);
    else
        to.at_bytes = feed ? (size_t)(feed - text->text) : text->len_bytes;
    return take_out(editor, editor->caret, to, RUN_NONE);
}

enum editor_result editor_edit_line_feed(struct editor *editor)
{
    struct place from, to;

    editor_range(editor, &from, &to);
    editor_begin(editor, RUN_NONE);
    return editor_replace(editor, from, to, "\n", 1);
}

static enum editor_result after_history(struct editor *editor, enum history_result result, struct place caret)
{
    editor->run = RUN_NONE;
    if (result == HISTORY_NOTHING)
        return EDITOR_MOVED;
    editor_unmark(editor);
    editor_put_caret(editor, result == HISTORY_DONE ? caret : editor->caret);
    return result == HISTORY_DONE ? EDITOR_CHANGED : EDITOR_MEMORY;
}

enum editor_result editor_edit_undo(struct editor *editor)
{
    struct place caret = editor->caret;
    const enum history_result result = history_undo(&editor->history, &editor->buffer, &caret);

    return after_history(editor, result, caret);
}

enum editor_result editor_edit_redo(struct editor *editor)
{
    struct place caret = editor->caret;
    const enum history_result result = history_redo(&editor->history, &editor->buffer, &caret);

    return after_history(editor, result, caret);
}

void editor_pause(struct editor *editor)
{
    editor->run = RUN_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cut, copy and paste: within the program as outlines, from outside as text.
 */
#include "tui/widgets/editor/inside.h"
#include "tui/widgets/editor/paste.h"

void clipboard_release(struct clipboard *clipboard)
{
    str_release(&clipboard->text);
    *clipboard = (struct clipboard)CLIPBOARD_INIT;
}

static struct clipboard *clipboard_of(struct editor *editor)
{
    return editor->options.clipboard ? editor->options.clipboard : &editor->own_clipboard;
}

/* The selection into the clipboard. What is cut whole keeps its row, so that it is still the same point where
 * it is pasted; the paragraph in which the selection ends half-way keeps it for itself. */
static bool take(struct editor *editor, struct place from, struct place to, bool cut)
{
    struct clipboard taken = CLIPBOARD_INIT;

    taken.first = editor_look(editor, from.para);
    taken.first_from_start = from.at_bytes == 0;
    if (!cut || from.para == to.para)
        taken.first.row = (struct row){0};
    if (cut && from.para < to.para && to.at_bytes < editor->buffer.v[to.para].text.len_bytes) {
        const struct place last = {to.para - 1, editor->buffer.v[to.para - 1].text.len_bytes};
        struct para_look look = editor_look(editor, to.para);

        buffer_copy(&editor->buffer, from, last, &taken.text);
        look.row = (struct row){0};
        fragment_add_break(&taken.text, &look);
        str_add_bytes(&taken.text, editor->buffer.v[to.para].text.text, to.at_bytes);
    } else if (cut) {
        buffer_copy(&editor->buffer, from, to, &taken.text);
    } else {
        struct str stored = STR_INIT;

        buffer_copy(&editor->buffer, from, to, &stored);
        fragment_add_unstored(&taken.text, stored.text, stored.len_bytes);
        taken.text.failed = taken.text.failed || str_failed(&stored);
        str_release(&stored);
    }
    if (str_failed(&taken.text)) {
        clipboard_release(&taken);
        return false;
    }
    clipboard_release(clipboard_of(editor));
    *clipboard_of(editor) = taken;
    return true;
}

enum editor_result editor_clip_copy(struct editor *editor)
{
    struct place from, to;

    if (!editor_selection(editor, &from, &to))
        return EDITOR_IGNORED;
    if (!take(editor, from, to, false))
        return EDITOR_MEMORY;
    editor_unmark(editor);
    return EDITOR_MOVED;
}

enum editor_result editor_clip_cut(struct editor *editor)
{
    struct place from, to;

    if (!editor_selection(editor, &from, &to))
        return EDITOR_MOVED;
    if (!take(editor, from, to, true))
        return EDITOR_MEMORY;
    editor_begin(editor, RUN_NONE);
    return editor_replace(editor, from, to, "", 0);
}

enum editor_result editor_clip_cut_or_leave(struct editor *editor)
{
    struct place from, to;

    return editor_selection(editor, &from, &to) ? editor_clip_cut(editor) : EDITOR_IGNORED;
}

/* Paste FRAGMENT, whose first paragraph would look like FIRST if it stood for itself. */
static enum editor_result put(struct editor *editor, const char *fragment, size_t len_bytes,
                              const struct para_look *first)
{
    struct place from, to;
    enum editor_result result;

    editor_range(editor, &from, &to);
    editor_begin(editor, RUN_NONE);
    result = editor_replace(editor, from, to, fragment, len_bytes);
    if (result == EDITOR_CHANGED && first && from.at_bytes == 0) {
        struct para_look look = *first;

        if (!look.row.id)
            look.row = editor->buffer.v[from.para].look.row;
        (void)editor_set_look(editor, from.para, &look);
        editor_settle(editor);
    }
    return result;
}

/* What was pasted is stored only once. */
static void forget_rows(struct clipboard *clipboard)
{
    struct str text = STR_INIT;

    clipboard->first.row = (struct row){0};
    fragment_add_unstored(&text, clipboard->text.text, clipboard->text.len_bytes);
    if (!str_failed(&text))
        str_swap(&clipboard->text, &text);
    str_release(&text);
}

enum editor_result editor_clip_paste(struct editor *editor)
{
    struct clipboard *clipboard = clipboard_of(editor);
    const bool whole =
        clipboard->first_from_start && fragment_breaks(clipboard->text.text, clipboard->text.len_bytes);
    enum editor_result result;

    if (!clipboard->text.len_bytes)
        return EDITOR_MOVED;
    result = put(editor, clipboard->text.text, clipboard->text.len_bytes, whole ? &clipboard->first : NULL);
    if (result == EDITOR_CHANGED)
        forget_rows(clipboard);
    return result;
}

static struct paste_where paste_where(struct editor *editor, size_t para)
{
    struct paste_where where = {.look = editor_look(editor, para), .levels = editor_levels(editor)};

    where.look.row = (struct row){0};
    for (int i = 0; where.levels > 1 && i < OUTLINE_LEVELS; i++)
        where.numbers = where.numbers || editor->options.numbering.pattern[i];
    return where;
}

enum editor_result editor_paste(struct editor *editor, const char *text, size_t len_bytes)
{
    enum editor_result result = EDITOR_MEMORY;
    struct pasted pasted = {.text = STR_INIT};
    struct str fragment = STR_INIT;
    struct place from, to;
    struct paste_where where;
    bool apart;

    editor_range(editor, &from, &to);
    where = paste_where(editor, from.para);
    if (!paste_outline(&pasted, text, len_bytes, &where))
        goto out;
    /* A numbered point does not go on in the middle of another. */
    apart = pasted.numbered && from.at_bytes > 0;
    if (apart)
        fragment_add_break(&fragment, &pasted.first);
    str_add_bytes(&fragment, pasted.text.text, pasted.text.len_bytes);
    if (str_failed(&fragment))
        goto out;
    result = put(editor, fragment.text, fragment.len_bytes, pasted.numbered && !apart ? &pasted.first : NULL);
    editor->run = RUN_NONE;
out:
    str_release(&fragment);
    str_release(&pasted.text);
    return result;
}

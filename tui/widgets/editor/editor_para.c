/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paragraphs: the next point, levels, plainness, moving one with all below it.
 */
#include "tui/widgets/editor/inside.h"

int editor_levels(const struct editor *editor)
{
    const int levels = editor->options.levels;

    return levels > 0 && levels < OUTLINE_LEVELS ? levels : OUTLINE_LEVELS;
}

/* Enter on an empty point of an outline: out of the list, step by step. */
static enum editor_result leave_list(struct editor *editor, struct para_look look)
{
    enum editor_result result;

    if (look.level > 0)
        look.level--;
    else
        look.plain = true;

    editor_begin(editor, RUN_NONE);
    result = editor_set_look(editor, editor->caret.para, &look);
    editor_settle(editor);
    return result;
}

enum editor_result editor_para_enter(struct editor *editor)
{
    enum editor_result result = EDITOR_MEMORY;
    struct str fragment = STR_INIT;
    struct place from, to;
    struct para_look look;

    editor_range(editor, &from, &to);
    look = editor_look(editor, from.para);
    if (place_compare(from, to) == 0 && para_is_blank(&editor->buffer.v[from.para])) {
        if (editor->options.done_on_empty)
            return EDITOR_DONE;
        if (editor_levels(editor) > 1 && (look.level > 0 || !look.plain))
            return leave_list(editor, look);
    }
    look.row = (struct row){0};
    fragment_add_break(&fragment, &look);
    if (!str_failed(&fragment)) {
        editor_begin(editor, RUN_NONE);
        result = editor_replace(editor, from, to, fragment.text, fragment.len_bytes);
    }
    str_release(&fragment);
    return result;
}

/* The paragraphs that the selection touches, or the caret's. */
static void touched(const struct editor *editor, size_t *first, size_t *end)
{
    struct place from, to;

    editor_range(editor, &from, &to);
    *first = from.para;
    *end = to.para + 1;
    if (to.para > from.para && to.at_bytes == 0)
        --*end;
}

enum plainness { PLAINNESS_KEEP, PLAINNESS_NUMBERED, PLAINNESS_PLAIN };

/* Levels BY deeper (or higher), and another plainness, for the paragraphs from FIRST up to END: all or none.
 */
static enum editor_result set_looks(struct editor *editor, size_t first, size_t end, int by,
                                    enum plainness plainness)
{
    enum editor_result result = EDITOR_MOVED;

    editor_begin(editor, RUN_NONE);
    for (size_t i = first; i < end && result != EDITOR_MEMORY; i++) {
        struct para_look look = editor->buffer.v[i].look;
        enum editor_result one;

        look.level = look.level + by > 0 ? look.level + by : 0;
        if (plainness != PLAINNESS_KEEP)
            look.plain = plainness == PLAINNESS_PLAIN;
        one = editor_set_look(editor, i, &look);
        if (one != EDITOR_MOVED)
            result = one;
    }
    if (result == EDITOR_MEMORY)
        history_cancel(&editor->history, &editor->buffer);
    editor_settle(editor);
    return result;
}

/* The touched paragraphs and all below the last of them, with numbers and levels up to date. */
static void touched_trees(struct editor *editor, size_t *first, size_t *end)
{
    buffer_number(&editor->buffer, &editor->options.numbering);
    touched(editor, first, end);
    *end = buffer_subtree_end(&editor->buffer, *end - 1);
}

enum editor_result editor_para_deeper(struct editor *editor)
{
    const struct para *v = editor->buffer.v;
    size_t first, end;

    if (editor_levels(editor) == 1)
        return EDITOR_IGNORED;
    touched_trees(editor, &first, &end);
    if (first == 0 || v[first].shown_level > v[first - 1].shown_level)
        return EDITOR_MOVED;
    for (size_t i = first; i < end; i++)
        if (v[i].shown_level + 1 >= editor_levels(editor))
            return EDITOR_MOVED;
    return set_looks(editor, first, end, 1, PLAINNESS_KEEP);
}

enum editor_result editor_para_higher(struct editor *editor)
{
    size_t first, end;

    if (editor_levels(editor) == 1)
        return EDITOR_IGNORED;
    touched_trees(editor, &first, &end);
    return set_looks(editor, first, end, -1, PLAINNESS_KEEP);
}

enum editor_result editor_para_plain(struct editor *editor)
{
    size_t first, end;

    if (editor_levels(editor) == 1)
        return EDITOR_IGNORED;
    touched(editor, &first, &end);
    return set_looks(editor, first, end, 0,
                     editor->buffer.v[first].look.plain ? PLAINNESS_NUMBERED : PLAINNESS_PLAIN);
}

/* Let the paragraphs from MIDDLE up to END stand in front of those from FIRST up to MIDDLE; the caret goes
 * with its own paragraph, BY paragraphs away. */
static enum editor_result exchange(struct editor *editor, size_t first, size_t middle, size_t end, long by)
{
    const struct place from = {first, 0}, to = {end - 1, editor->buffer.v[end - 1].text.len_bytes};
    struct place caret = editor->caret;
    enum editor_result result = EDITOR_MEMORY;
    struct str fragment = STR_INIT;
    const struct para_look look = editor_look(editor, middle);

    for (size_t n = end - first, i = 0; i < n; i++) {
        const size_t para = i < end - middle ? middle + i : first + i - (end - middle);
        const struct para_look its = editor_look(editor, para);

        if (i)
            fragment_add_break(&fragment, &its);
        str_add_bytes(&fragment, editor->buffer.v[para].text.text, editor->buffer.v[para].text.len_bytes);
    }
    if (str_failed(&fragment))
        goto out;
    editor_begin(editor, RUN_NONE);
    result = editor_replace(editor, from, to, fragment.text, fragment.len_bytes);
    if (result != EDITOR_CHANGED)
        goto out;
    (void)editor_set_look(editor, first, &look);
    editor_settle(editor);
    caret.para = by < 0 ? caret.para - (size_t)-by : caret.para + (size_t)by;
    editor_put_caret(editor, caret);
out:
    str_release(&fragment);
    return result;
}

enum editor_result editor_para_up(struct editor *editor)
{
    const struct para *v = editor->buffer.v;
    const size_t para = editor->caret.para;
    size_t before = para, end;

    if (para == 0)
        return EDITOR_MOVED;
    buffer_number(&editor->buffer, &editor->options.numbering);
    end = buffer_subtree_end(&editor->buffer, para);
    do {
        before--;
    } while (before > 0 && v[before].shown_level > v[para].shown_level);
    /* The first below its parent stays there. */
    if (v[before].shown_level != v[para].shown_level)
        return EDITOR_MOVED;
    return exchange(editor, before, para, end, -(long)(para - before));
}

enum editor_result editor_para_down(struct editor *editor)
{
    const struct para *v = editor->buffer.v;
    const size_t para = editor->caret.para;
    size_t next, end;

    buffer_number(&editor->buffer, &editor->options.numbering);
    next = buffer_subtree_end(&editor->buffer, para);
    if (next >= editor->buffer.n || v[next].shown_level != v[para].shown_level)
        return EDITOR_MOVED;
    end = buffer_subtree_end(&editor->buffer, next);
    return exchange(editor, para, next, end, (long)(end - next));
}

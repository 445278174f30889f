/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor's keys, as a table. Hints, help and the keymap read the same one.
 */
#include "tui/widgets/editor/inside.h"
#include "tui/words.h"

#include <string.h>

static const struct editor_action actions[] = {
    {"editor.next-point", "Enter", N_("下一點"), editor_para_enter, false},
    {"editor.deeper", "Tab", N_("降一級（含以下各點）"), editor_para_deeper, false},
    {"editor.higher", "Shift-Tab", N_("升一級（含以下各點）"), editor_para_higher, false},
    {"editor.undo", "Ctrl-Z Alt-U", N_("復原"), editor_edit_undo, false},
    {"editor.redo", "Ctrl-Y Ctrl-R Alt-R", N_("重做"), editor_edit_redo, false},
    {"editor.line-feed", "Alt-Enter Ctrl-J", N_("同一點內換行"), editor_edit_line_feed, false},
    {"editor.plain", "Alt-P F4", N_("編號／不編號"), editor_para_plain, false},
    {"editor.point-up", "Alt-Up", N_("本點往上移"), editor_para_up, false},
    {"editor.point-down", "Alt-Down", N_("本點往下移"), editor_para_down, false},
    {"editor.mark", "Ctrl-Space Ctrl-@", N_("開始或結束選取"), editor_set_mark, false},
    {"editor.select-all", "Alt-A", N_("全選"), editor_select_all, false},
    {"editor.unmark", "Esc", N_("取消選取"), editor_give_up_selection, false},
    {"editor.cut", "Ctrl-X", N_("剪下選取的文字"), editor_clip_cut_or_leave, false},
    {"editor.cut-always", "Alt-X Shift-Delete", N_("剪下選取的文字"), editor_clip_cut, false},
    {"editor.copy", "Ctrl-C Ctrl-Insert Alt-C", N_("複製選取的文字"), editor_clip_copy, false},
    {"editor.paste", "Ctrl-V Shift-Insert Alt-V", N_("貼上"), editor_clip_paste, false},
    {"editor.back", "Backspace Shift-Backspace", N_("刪除前一字，在開頭則併入上一點"), editor_edit_back,
     false},
    {"editor.delete", "Delete Ctrl-D", N_("刪除後一字，在結尾則併入下一點"), editor_edit_delete, false},
    {"editor.word-back", "Ctrl-W Ctrl-Backspace Alt-Backspace", N_("刪除前一詞"), editor_edit_word_back,
     false},
    {"editor.word-delete", "Alt-D Ctrl-Delete", N_("刪除後一詞"), editor_edit_word_delete, false},
    {"editor.rest", "Ctrl-K", N_("刪除到行尾"), editor_edit_rest, false},
    {"editor.left", "Left", N_("左移一字"), editor_move_left, true},
    {"editor.right", "Right", N_("右移一字"), editor_move_right, true},
    {"editor.up", "Up", N_("上一列"), editor_move_up, true},
    {"editor.down", "Down", N_("下一列"), editor_move_down, true},
    {"editor.word-left", "Ctrl-Left Alt-Left Alt-B", N_("左移一詞"), editor_move_word_left, true},
    {"editor.word-right", "Ctrl-Right Alt-Right Alt-F", N_("右移一詞"), editor_move_word_right, true},
    {"editor.line-start", "Home", N_("到這一列的開頭"), editor_move_line_start, true},
    {"editor.line-end", "End", N_("到這一列的結尾"), editor_move_line_end, true},
    {"editor.para-start", "Ctrl-A", N_("到本點的開頭"), editor_move_para_start, true},
    {"editor.para-end", "Ctrl-E", N_("到本點的結尾"), editor_move_para_end, true},
    {"editor.page-up", "PgUp", N_("上一頁"), editor_move_page_up, true},
    {"editor.page-down", "PgDn", N_("下一頁"), editor_move_page_down, true},
    {"editor.text-start", "Ctrl-Home Alt-Home Alt-<", N_("到全文開頭"), editor_move_text_start, true},
    {"editor.text-end", "Ctrl-End Alt-End Alt->", N_("到全文結尾"), editor_move_text_end, true},
};

enum { KEY_NAME_ROOM = 32 };

const struct editor_action *editor_actions(size_t *n)
{
    *n = sizeof actions / sizeof *actions;
    return actions;
}

static bool has_key(const struct editor_action *action, const struct key *key)
{
    const char *at = action->keys;

    while (*at) {
        const size_t n = strcspn(at, " ");
        char name[KEY_NAME_ROOM];
        struct key one;

        if (n < sizeof name) {
            memcpy(name, at, n);
            name[n] = '\0';
            if (key_parse(name, &one) && key_same(&one, key))
                return true;
        }
        at += n;
        at += strspn(at, " ");
    }
    return false;
}

static enum editor_result perform(struct editor *editor, const struct editor_action *action, bool shift)
{
    enum editor_result result;

    if (action->motion) {
        editor->run = RUN_NONE;
        if (!shift && editor->marking == EDITOR_MARK_SHIFT)
            editor_unmark(editor);
        if (shift && editor->marking == EDITOR_MARK_NONE) {
            editor->marking = EDITOR_MARK_SHIFT;
            editor->mark = editor->caret;
        }
        return action->run(editor);
    }
    result = action->run(editor);
    if (result == EDITOR_CHANGED)
        editor->goal_cols = -1;
    return result;
}

enum editor_result editor_act(struct editor *editor, const char *name)
{
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].name, name) == 0)
            return perform(editor, &actions[i], false);
    return EDITOR_IGNORED;
}

static enum editor_result special_key(struct editor *editor, const struct key *key)
{
    struct key without = *key;

    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (has_key(&actions[i], key))
            return perform(editor, &actions[i], false);
    if (!(key->mods & MOD_SHIFT))
        return EDITOR_IGNORED;
    without.mods &= ~(unsigned)MOD_SHIFT;
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (actions[i].motion && has_key(&actions[i], &without))
            return perform(editor, &actions[i], true);
    return EDITOR_IGNORED;
}

enum editor_result editor_key(struct editor *editor, const struct key *key)
{
    switch (key->kind) {
    case KEY_KIND_TEXT:
        return editor_type(editor, key->text, key->len_bytes);
    case KEY_KIND_PASTE:
        return editor_paste(editor, key->text, key->len_bytes);
    case KEY_KIND_SPECIAL:
        return special_key(editor, key);
    case KEY_KIND_NONE:
    case KEY_KIND_RESIZE:
        break;
    }
    return EDITOR_IGNORED;
}

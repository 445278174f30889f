/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the edit widget share. Nobody else includes this.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_INSIDE_H
#define YISHI_TUI_WIDGETS_EDITOR_INSIDE_H

#include "tui/widgets/editor/editor.h"

/* What the last key did to the text; the same again belongs to the same step of undo. */
enum run { RUN_NONE, RUN_TYPE, RUN_BACK, RUN_DELETE };

/* ---- lines as they show (editor_lines.c) ---- */
/* A line of a paragraph. */
struct spot {
    size_t para, line;
};
int spot_compare(struct spot a, struct spot b);
/* How paragraph PARA stands; its number is appended to LABEL (may be NULL). One column is kept for the caret.
 */
struct hang editor_hang(struct editor *editor, size_t para, struct str *label);
struct flow_text editor_flow_text(struct editor *editor, size_t para);
/* Know PARA's lines as far as AT_BYTES and LINE (flow_reach); when out of memory, fewer. */
void editor_reach(struct editor *editor, size_t para, size_t at_bytes, size_t line);
size_t editor_lines_of(struct editor *editor, size_t para);
/* The line that the caret shows in, and its column there, counted from the text's left edge. */
struct spot editor_caret_spot(struct editor *editor);
int editor_caret_cols(struct editor *editor, struct spot spot);
/* One line down or up; false at the end or the start. */
bool editor_spot_next(struct editor *editor, struct spot *spot);
bool editor_spot_before(struct editor *editor, struct spot *spot);

/* ---- the caret and the selection (editor_move.c) ---- */
/* Put the caret where a cluster begins, PLACE or the next one. */
void editor_put_caret(struct editor *editor, struct place place);
void editor_unmark(struct editor *editor);
/* Places one cluster, or one word, away; the end or the start of the text stays. */
struct place editor_place_right(const struct editor *editor, struct place place);
struct place editor_place_left(const struct editor *editor, struct place place);
struct place editor_word_right(const struct editor *editor, struct place place);
struct place editor_word_left(const struct editor *editor, struct place place);

/* The character at TEXT belongs to a word. */
bool editor_in_word(const char *text, size_t len_bytes);

enum editor_result editor_move_left(struct editor *editor);
enum editor_result editor_move_right(struct editor *editor);
enum editor_result editor_move_word_left(struct editor *editor);
enum editor_result editor_move_word_right(struct editor *editor);
enum editor_result editor_move_up(struct editor *editor);
enum editor_result editor_move_down(struct editor *editor);
enum editor_result editor_move_page_up(struct editor *editor);
enum editor_result editor_move_page_down(struct editor *editor);
enum editor_result editor_move_line_start(struct editor *editor);
enum editor_result editor_move_line_end(struct editor *editor);
enum editor_result editor_move_para_start(struct editor *editor);
enum editor_result editor_move_para_end(struct editor *editor);
enum editor_result editor_move_text_start(struct editor *editor);
enum editor_result editor_move_text_end(struct editor *editor);
enum editor_result editor_set_mark(struct editor *editor);
enum editor_result editor_select_all(struct editor *editor);
enum editor_result editor_give_up_selection(struct editor *editor);

/* ---- changes (editor_edit.c, editor_para.c, editor_clip.c) ---- */
/* What is done next, unless it goes on with what the last key did, is a step of its own. */
void editor_begin(struct editor *editor, enum run run);
/* The one way in which the text changes: put FRAGMENT in the place of FROM to TO, the caret behind it. */
enum editor_result editor_replace(struct editor *editor, struct place from, struct place to,
                                  const char *fragment, size_t len_bytes);
/* Another look for PARA in the same step; nothing when it has that look. */
enum editor_result editor_set_look(struct editor *editor, size_t para, const struct para_look *look);
/* Every paragraph asks for the level where it shows, as it should between two keys. In the same step. */
void editor_settle(struct editor *editor);
/* PARA's look, on the level where it shows. */
struct para_look editor_look(struct editor *editor, size_t para);
/* The selection, or the caret twice. */
void editor_range(const struct editor *editor, struct place *from, struct place *to);
enum editor_result editor_type(struct editor *editor, const char *text, size_t len_bytes);

enum editor_result editor_edit_back(struct editor *editor);
enum editor_result editor_edit_delete(struct editor *editor);
enum editor_result editor_edit_word_back(struct editor *editor);
enum editor_result editor_edit_word_delete(struct editor *editor);
enum editor_result editor_edit_line_feed(struct editor *editor);
enum editor_result editor_edit_rest(struct editor *editor);
enum editor_result editor_edit_undo(struct editor *editor);
enum editor_result editor_edit_redo(struct editor *editor);

int editor_levels(const struct editor *editor);
enum editor_result editor_para_enter(struct editor *editor);
enum editor_result editor_para_deeper(struct editor *editor);
enum editor_result editor_para_higher(struct editor *editor);
enum editor_result editor_para_plain(struct editor *editor);
enum editor_result editor_para_up(struct editor *editor);
enum editor_result editor_para_down(struct editor *editor);

enum editor_result editor_clip_cut(struct editor *editor);
enum editor_result editor_clip_cut_or_leave(struct editor *editor);
enum editor_result editor_clip_copy(struct editor *editor);
enum editor_result editor_clip_paste(struct editor *editor);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edit widget: an outline that is typed into, numbered as it will print. It knows neither where its text
 * is stored nor what else is on the screen; but for editor_draw it needs no screen at all.
 *
 * Of the keys it leaves Esc (but with a selection), Ctrl-T, Ctrl-F, Ctrl-G and all F-keys but F4 to the
 * caller, and Ctrl-X too while nothing is selected: there it may begin Ctrl-X Ctrl-E. Alt-X always cuts.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_EDITOR_H
#define YISHI_TUI_WIDGETS_EDITOR_EDITOR_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/model.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/key.h"
#include "tui/widgets/editor/buffer.h"
#include "tui/widgets/editor/history.h"
#include "tui/widgets/editor/numbering.h"

#include <stdbool.h>
#include <stddef.h>

/* What was cut or copied. One may serve all editors. Initialise with CLIPBOARD_INIT. */
struct clipboard {
    struct str text;        /* a fragment */
    struct para_look first; /* of the paragraph that it begins in, */
    bool first_from_start;  /* when that was copied from its start on */
};
#define CLIPBOARD_INIT   \
    {                    \
        .text = STR_INIT \
    }
void clipboard_release(struct clipboard *clipboard);

struct editor_options {
    struct numbering numbering;
    struct text_widths widths;   /* of the terminal: *draw_widths() */
    int levels;                  /* 1 to 8; 1 = no outline, Tab is the caller's; 0 = 8 */
    bool done_on_empty;          /* Enter on an empty point is EDITOR_DONE, as in a session's stream */
    struct clipboard *clipboard; /* borrowed, outlives the editor; NULL = one of its own */
};

enum editor_mark {
    EDITOR_MARK_NONE,
    EDITOR_MARK_SHIFT, /* until the caret moves without Shift */
    EDITOR_MARK_SET,   /* Ctrl-Space: until it is pressed again */
};

/* All members are the editor's own; use the functions. */
struct editor {
    struct editor_options options;
    struct clipboard own_clipboard;
    struct buffer buffer;
    struct history history;
    struct place caret, mark;
    enum editor_mark marking;
    bool caret_at_end; /* where two lines meet the caret shows at the end of the first */
    int goal_cols;     /* the column that up and down keep to; -1 = the caret's own */
    int run;           /* enum run: what the last key did to the text */
    size_t top_para, top_line;
    int cols, rows;
};

/* Options are copied (patterns and clipboard stay borrowed). The editor holds one empty paragraph. */
enum status editor_init(struct editor *editor, const struct editor_options *options, struct err *err);
void editor_release(struct editor *editor);
/* Another paper style, or another place in it. */
void editor_set_numbering(struct editor *editor, const struct numbering *numbering);

/* Edit OUTLINE (copied; NULL or none = empty). Undo begins anew, the caret stands at the start. On error
 * nothing is changed. */
enum status editor_load(struct editor *editor, const struct outline *outline, struct err *err);
/* The text as an outline in ARENA, without blank paragraphs. Paragraphs that were loaded keep their row; two
 * never share one (the later is a new one, with id 0). */
enum status editor_outline(struct editor *editor, struct arena *arena, struct outline *out, struct err *err);
/* STORED is what editor_outline gave, with the rows it has now in storage: take these over, without a step
 * of undo. Call it after saving while editing goes on. */
void editor_adopt(struct editor *editor, const struct outline *stored);
bool editor_is_blank(const struct editor *editor);

/* All of it as one text for the draft; appended to OUT. */
enum status editor_serial(const struct editor *editor, struct str *out, struct err *err);
/* What editor_serial gave, again. Any text is taken: what is no serial becomes a paragraph. */
enum status editor_unserial(struct editor *editor, const char *text, size_t len_bytes, struct err *err);
/* The caret as bytes into the serial, and setting it (SIZE_MAX: to the end). */
size_t editor_cursor(const struct editor *editor);
void editor_set_cursor(struct editor *editor, size_t at_bytes);

enum editor_result {
    EDITOR_IGNORED, /* not a key of the editor's */
    EDITOR_MOVED,   /* taken; the text is as it was */
    EDITOR_CHANGED,
    EDITOR_DONE,   /* Enter on an empty point: the caller's turn */
    EDITOR_MEMORY, /* out of memory; the text is as it was */
};
enum editor_result editor_key(struct editor *editor, const struct key *key);
/* Put TEXT at the caret as it is (phrases, names): its lines stay in one paragraph. A step of undo. */
enum editor_result editor_insert(struct editor *editor, const char *text, size_t len_bytes);
/* Paste TEXT: lines become paragraphs, numbers in front of them levels (paste.h). A step of undo. */
enum editor_result editor_paste(struct editor *editor, const char *text, size_t len_bytes);
/* What is selected; false: nothing is. */
bool editor_selection(const struct editor *editor, struct place *from, struct place *to);
/* Take out all that stands behind the caret, a step of undo, and give it as an outline of new paragraphs in
 * ARENA: a statement is parted in two. On error nothing is changed. */
enum status editor_take_rest(struct editor *editor, struct arena *arena, struct outline *out,
                             struct err *err);
/* Nothing was typed for a moment: what comes next is a step of its own. */
void editor_pause(struct editor *editor);

/* What can be done and with which keys: for hints, help and a keymap. */
struct editor_action {
    const char *name;  /* "editor.undo" */
    const char *keys;  /* names as key_parse reads them, separated by blanks */
    const char *title; /* message id */
    enum editor_result (*run)(struct editor *editor);
    bool motion; /* with Shift it selects */
};
const struct editor_action *editor_actions(size_t *n);
/* Do what is bound to a key elsewhere. EDITOR_IGNORED: NAME is none of the editor's. */
enum editor_result editor_act(struct editor *editor, const char *name);

enum editor_find {
    EDITOR_FIND_HERE,    /* from where the last hit, or the caret, stands: as the needle is typed */
    EDITOR_FIND_ONWARDS, /* the next one */
    EDITOR_FIND_BACK,
};
/* Select the next place where NEEDLE stands (compared as text_fold does), going round at the end. False:
 * nowhere, or out of memory; nothing moves. */
bool editor_find(struct editor *editor, const char *needle, enum editor_find how);

/* The size it will be drawn in (editor_draw does this itself): up, down and paging go by it. */
void editor_resize(struct editor *editor, int cols, int rows);
/* The lines it takes at COLS. */
int editor_height(struct editor *editor, int cols);
/* Exactly RECT is filled; FOCUS: with the caret. Scrolls so that the caret is seen. */
void editor_draw(struct editor *editor, struct rect rect, bool focus);

#endif

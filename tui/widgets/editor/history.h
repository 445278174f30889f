/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo and redo: every change of a buffer goes through here and is kept as what it took out and what it put
 * in. No limit but memory. Knows no keys; who calls says where a step begins.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_HISTORY_H
#define YISHI_TUI_WIDGETS_EDITOR_HISTORY_H

#include "tui/widgets/editor/buffer.h"

struct delta;

/* Initialise with {0}. */
struct history {
    struct delta *v;
    size_t n, room;
    size_t done;  /* the first so many are in the buffer; the others were undone */
    bool in_step; /* the next change belongs to the step of the one before */
};

void history_release(struct history *history);
/* Forget everything. */
void history_clear(struct history *history);
/* The next change begins a step: what one undo takes back. */
void history_step(struct history *history);

/* A change: put FRAGMENT in the place of FROM to TO (see buffer_replace). CARET is where undo will put it
 * back. Changes of one step that touch (typing, deleting) are kept as one. False: out of memory, nothing is
 * changed. */
bool history_replace(struct history *history, struct buffer *buffer, struct place from, struct place to,
                     const char *fragment, size_t len_bytes, struct place caret, struct place *end);
/* A change of a paragraph's level, plainness or row. */
bool history_set_look(struct history *history, struct buffer *buffer, size_t para,
                      const struct para_look *look, struct place caret);

/* Memory ran out half-way through a step of looks: take back what there is of it, as if it had not begun. */
void history_cancel(struct history *history, struct buffer *buffer);

enum history_result { HISTORY_NOTHING, HISTORY_DONE, HISTORY_MEMORY };
/* Take the last step back, or do it again. *CARET = where it was, or where it ends. When memory runs out
 * part of the step may be taken back; buffer and history agree, and it can be tried again. */
enum history_result history_undo(struct history *history, struct buffer *buffer, struct place *caret);
enum history_result history_redo(struct history *history, struct buffer *buffer, struct place *caret);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text that is being edited: paragraphs, and the one function that changes them. Knows bytes and
 * levels; knows no keys, no caret and no screen.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_BUFFER_H
#define YISHI_TUI_WIDGETS_EDITOR_BUFFER_H

#include "tui/widgets/editor/flow.h"
#include "tui/widgets/editor/fragment.h"
#include "tui/widgets/editor/numbering.h"

#include <stdbool.h>
#include <stddef.h>

struct para {
    struct str text;
    struct para_look look; /* look.level as asked for */
    int shown_level;       /* where that is in the tree; filled by buffer_number */
    int number;            /* as it prints; 0 = none */
    struct flow flow;      /* where its lines start */
};

struct buffer {
    struct para *v; /* never none */
    size_t n, room;
    bool stale; /* paragraphs came, went or moved since buffer_number */
};

/* A byte of a paragraph. */
struct place {
    size_t para, at_bytes;
};
int place_compare(struct place a, struct place b);

/* One empty paragraph. False: out of memory. */
bool buffer_init(struct buffer *buffer);
void buffer_release(struct buffer *buffer);
struct place buffer_end(const struct buffer *buffer);
/* PLACE moved to where the buffer has something. */
struct place buffer_clamp(const struct buffer *buffer, struct place place);

/* Append what stands from FROM to TO as a fragment. */
void buffer_copy(const struct buffer *buffer, struct place from, struct place to, struct str *out);
/* Put a fragment in the place of what stands from FROM to TO; *END (may be NULL) = behind what was put. What
 * follows TO goes on behind it, in the last paragraph that the fragment begins. Putting back what buffer_copy
 * gave undoes it exactly. False: out of memory, and nothing is changed. */
bool buffer_replace(struct buffer *buffer, struct place from, struct place to, const char *fragment,
                    size_t len_bytes, struct place *end);
/* Where a fragment put at FROM ends. */
struct place buffer_fragment_end(struct place from, const char *fragment, size_t len_bytes);
void buffer_set_look(struct buffer *buffer, size_t para, const struct para_look *look);

/* Bring shown_level and number of every paragraph up to date, where they may be stale. */
void buffer_number(struct buffer *buffer, const struct numbering *numbering);
/* One past the last of the paragraphs below PARA in the tree. Numbers are up to date. */
size_t buffer_subtree_end(const struct buffer *buffer, size_t para);
/* Nothing but white space. */
bool para_is_blank(const struct para *para);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A piece of an outline as one text: what a paste brings, what undo keeps, what the draft stores.
 *
 *     text [RS head US text]...      RS = U+001E, US = U+001F
 *
 * Each RS begins a paragraph; its head is the level's digit, '.' (numbered) or '-' (plain), and, for a
 * paragraph that is stored already, "id,ver,owner,position". Texts never hold RS or US.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_FRAGMENT_H
#define YISHI_TUI_WIDGETS_EDITOR_FRAGMENT_H

#include "core/base/model.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum { FRAGMENT_BREAK = 0x1e, FRAGMENT_HEAD_END = 0x1f };

/* What a paragraph is beside its text. */
struct para_look {
    int level;
    bool plain;
    struct row row; /* id 0: not stored yet */
};

/* Append a head (without RS, with US). */
void fragment_add_head(struct str *out, const struct para_look *look);
/* Append RS and a head. */
void fragment_add_break(struct str *out, const struct para_look *look);
size_t fragment_head_bytes(const struct para_look *look);
/* Read a head at TEXT: its bytes with US, or 0 when there is none (then *LOOK is a numbered point of level
 * 0). */
size_t fragment_read_head(const char *text, size_t len_bytes, struct para_look *look);

/* A paragraph's part of a fragment. */
struct piece {
    bool begins;           /* with RS: a paragraph of its own, and LOOK is filled; */
    struct para_look look; /* else it goes on in the paragraph where it is put */
    const char *text;      /* borrowed from the fragment */
    size_t len_bytes;
};
struct pieces {
    const char *at, *end;
    bool started;
};
struct pieces fragment_pieces(const char *text, size_t len_bytes);
/* False when there are no more. The first piece never `begins`; it is there even where it is empty. */
bool fragment_next(struct pieces *pieces, struct piece *piece);
/* How many paragraphs the fragment begins. */
size_t fragment_breaks(const char *text, size_t len_bytes);
/* Append FRAGMENT with every paragraph as a new one, that was never stored. */
void fragment_add_unstored(struct str *out, const char *text, size_t len_bytes);

#endif

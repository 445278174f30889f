/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paper as a tree of its parts, before it is set: what it says and how deep it stands, not how it
 * looks. Every writer reads this and nothing else, so that all formats say the same.
 */
#ifndef YISHI_PAPER_DOCUMENT_H
#define YISHI_PAPER_DOCUMENT_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/str.h"
#include "core/meeting/item.h"

enum block_kind {
    BLOCK_TITLE,   /* centred */
    BLOCK_LINE,    /* a line of the head */
    BLOCK_SECTION, /* 參、報告事項 */
    BLOCK_ITEM,    /* an item's first paragraph */
    BLOCK_LABEL,   /* 說明： a label, with its text where that is one paragraph */
    BLOCK_SPEAKER, /* 歐陽委員河： the same for who speaks */
    BLOCK_TEXT,    /* a paragraph or a point */
    BLOCK_TABLE
};

struct block {
    enum block_kind kind;
    int depth;          /* how far it is set in, 0 = at the margin */
    const char *number; /* "(一)", "1."; "" = none */
    const char *label;  /* "說明："; "" = none */
    const char *text;   /* "" = none; line feeds are line breaks */
    const struct grid *grid;
    bool new_page; /* begins one */
};

struct document {
    struct arena arena;
    struct block *blocks;
    size_t n, room;
    bool breaks_page;            /* before the next block */
    bool landscape;              /* the page lies on its side */
    bool failed;                 /* out of memory; asked once at the end */
    const char *cell_numbers[3]; /* how outlines in tables' cells number their levels; borrowed */
};

void document_init(struct document *document);
void document_release(struct document *document);
/* Add a block; texts are copied. NULL is "". */
void document_add(struct document *document, enum block_kind kind, int depth, const char *number,
                  const char *label, const char *text);
/* What is added next begins a new page. */
void document_break_page(struct document *document);
void document_add_grid(struct document *document, int depth, const struct grid *grid);

/* Set as plain text, WIDTH cells wide. */
enum status document_text(const struct document *document, int width_cols, struct str *out, struct err *err);
/* One table as text, set in by INDENT cells: cells wrap; where a column would get too narrow, a block a row.
 */
void document_table_text(const struct document *document, const struct grid *grid, int indent_cols,
                         int width_cols, struct str *out);

#endif

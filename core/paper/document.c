/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Building a document.
 */
#include "core/paper/document.h"

#include <stdlib.h>
#include <string.h>

void document_init(struct document *document)
{
    memset(document, 0, sizeof *document);
}

void document_release(struct document *document)
{
    arena_release(&document->arena);
    free(document->blocks);
    document_init(document);
}

static const char *kept(struct document *document, const char *text)
{
    const char *copy;

    if (!text || !*text)
        return "";
    copy = arena_text(&document->arena, text, strlen(text));
    if (!copy)
        document->failed = true;
    return copy ? copy : "";
}

static struct block *next_block(struct document *document)
{
    if (document->n == document->room) {
        size_t room = document->room ? document->room * 2 : 64;
        struct block *blocks = realloc(document->blocks, room * sizeof *blocks);

        if (!blocks) {
            document->failed = true;
            return NULL;
        }
        document->blocks = blocks;
        document->room = room;
    }
    return &document->blocks[document->n++];
}

void document_break_page(struct document *document)
{
    document->breaks_page = document->n > 0;
}

void document_add(struct document *document, enum block_kind kind, int depth, const char *number,
                  const char *label, const char *text)
{
    const struct block block = {.kind = kind,
                                .depth = depth,
                                .number = kept(document, number),
                                .label = kept(document, label),
                                .text = kept(document, text),
                                .new_page = document->breaks_page};
    struct block *next = next_block(document);

    if (next)
        *next = block;
    document->breaks_page = false;
}

void document_add_grid(struct document *document, int depth, const struct grid *grid)
{
    struct block *next = next_block(document);

    if (next)
        *next = (struct block){BLOCK_TABLE, depth, "", "", "", grid, document->breaks_page};
    document->breaks_page = false;
}

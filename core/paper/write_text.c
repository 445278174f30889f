/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Setting a document as plain text: hanging indents, 避頭尾, an empty line where the eye needs one.
 */
#include "core/paper/writer.h"

#include "core/base/text.h"

#include <string.h>

enum { INDENT_COLS = 4, NARROWEST = 20 };

static void spaces(struct str *out, int cols)
{
    str_add_repeat(out, " ", cols > 0 ? cols : 0);
}

/* TEXT behind HEAD, wrapped; lines after the first hang under the head's end (or, where the head is
 * long, under its second cell). */
static void set_paragraph(struct str *out, const char *head, const char *text, int indent, int hang,
                          int width)
{
    struct str whole = STR_INIT;
    size_t at = 0, end, next;
    bool first = true;

    writer_clean(&whole, head);
    writer_clean(&whole, text);
    while (text_line(whole.text, whole.len_bytes, at, width - indent - (first ? 0 : hang), &text_paper, &end,
                     &next)) {
        spaces(out, indent + (first ? 0 : hang));
        str_add_bytes(out, whole.text + at, end - at);
        str_add_char(out, '\n');
        at = next;
        first = false;
    }
    if (first) { /* nothing at all: an empty line stands for it */
        str_add_char(out, '\n');
    }
    if (str_failed(&whole))
        out->failed = true;
    str_release(&whole);
}

static void set_title(struct str *out, const char *text, int width)
{
    struct str clean = STR_INIT;
    size_t at = 0, end, next;

    writer_clean(&clean, text);
    while (text_line(clean.text, clean.len_bytes, at, width, &text_paper, &end, &next)) {
        spaces(out, (width - text_cols(clean.text + at, end - at, &text_paper)) / 2);
        str_add_bytes(out, clean.text + at, end - at);
        str_add_char(out, '\n');
        at = next;
    }
    out->failed |= str_failed(&clean);
    str_release(&clean);
}

/* An empty line before this block, so that sections and items stand apart. */
static bool stands_apart(const struct document *document, size_t i)
{
    const struct block *block = &document->blocks[i], *before = i ? block - 1 : NULL;

    if (!before)
        return false;
    if (block->new_page)
        return true;
    if (before->kind == BLOCK_TITLE)
        return block->kind != BLOCK_TITLE;
    return block->kind == BLOCK_SECTION || (block->kind == BLOCK_TABLE && block->depth == 0) ||
           (block->kind == BLOCK_ITEM && before->kind != BLOCK_SECTION);
}

void write_text_block(const struct document *document, size_t i, int width, struct str *out)
{
    const struct block *block = &document->blocks[i];
    int indent = block->depth * INDENT_COLS;
    struct str head = STR_INIT;

    if (width - indent < NARROWEST)
        indent = width > NARROWEST ? width - NARROWEST : 0;
    if (stands_apart(document, i))
        str_add_char(out, '\n');
    if (block->kind == BLOCK_TITLE) {
        set_title(out, block->text, width);
    } else if (block->kind == BLOCK_TABLE) {
        document_table_text(document, block->grid, indent, width, out);
    } else {
        str_add(&head, block->number);
        str_add(&head, block->label);
        set_paragraph(out, head.text, block->text, indent, writer_hang(block, width - indent), width);
        out->failed |= str_failed(&head);
        str_release(&head);
    }
}

enum status document_text(const struct document *document, int width_cols, struct str *out, struct err *err)
{
    for (size_t i = 0; i < document->n; i++)
        write_text_block(document, i, width_cols, out);
    return document->failed || str_failed(out) ? err_memory(err) : STATUS_OK;
}

enum status write_text(const struct document *document, const struct page_size *page, struct str *out,
                       struct err *err)
{
    struct page_size size = *page;

    if (document->landscape) {
        size.width_cols += size.width_cols / 2;
        size.lines = size.lines * 2 / 3;
    }
    return size.lines ? write_text_pages(document, &size, out, err)
                      : document_text(document, size.width_cols, out, err);
}

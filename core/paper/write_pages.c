/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text on pages: a header line from the second page on, the page's number below; a heading stays with
 * what follows it, a paragraph leaves no single line behind, a table's line stays whole where it can, and a
 * table's head stands on each of its pages.
 */
#include "core/paper/writer.h"

#include "core/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER_LINES = 2, FOOTER_LINES = 2, LEAST_LINES = 12 };

struct line {
    size_t start, len_bytes;
    bool keep;      /* the page may not end after it */
    bool new_page;  /* begins one */
    size_t head;    /* in a table, below its head: the head's first line */
    int head_lines; /* and how many it has; 0 = none */
};

struct pages {
    struct str text; /* all of it, before it is cut */
    struct line *v;
    size_t n, room;
    struct str title;
    const struct page_size *size;
    bool failed;
};

static void add_line(struct pages *p, struct line line)
{
    if (p->n == p->room) {
        const size_t room = p->room ? p->room * 2 : 256;
        struct line *v = realloc(p->v, room * sizeof *v);

        if (!v) {
            p->failed = true;
            return;
        }
        p->v = v;
        p->room = room;
    }
    p->v[p->n++] = line;
}

static bool is_rule(const struct pages *p, size_t line)
{
    const char *text = p->text.text + p->v[line].start;
    const size_t blank = strspn(text, " ");

    return blank < p->v[line].len_bytes && text[blank] == '+';
}

/* The lines from FIRST to before END are one line of a table: they stay together where that wastes no more
 * than half a page. */
static void mark_row(struct pages *p, size_t first, size_t end)
{
    const bool stays = end - first < (size_t)p->size->lines / 2;

    for (size_t i = first; i < end; i++)
        p->v[i].keep = stays || i + 1 == end;
}

/* The lines from FIRST on are a table's that is set as a block for each line, with an empty line between. */
static void mark_blocks(struct pages *p, size_t first)
{
    for (size_t end; first < p->n; first = end + 1) {
        for (end = first; end < p->n && p->v[end].len_bytes;)
            end++;
        mark_row(p, first, end);
        if (end > first)
            p->v[end - 1].keep = false; /* the page may end behind it */
    }
}

/* The lines from FIRST on are a table's: its head belongs to all below it. Where rules stand between its
 * lines, a page ends at one of them. */
static void mark_table(struct pages *p, size_t first, bool has_head)
{
    size_t top = first, under, row;

    while (top < p->n && !is_rule(p, top))
        p->v[top++].keep = true;
    if (top == p->n)
        mark_blocks(p, first);
    under = top + 1;
    while (under < p->n && !is_rule(p, under))
        under++;
    if (under >= p->n || !has_head)
        return;
    for (size_t i = top; i <= under; i++)
        p->v[i].keep = true;
    row = under + 1;
    for (size_t i = under + 1; i < p->n; i++) {
        p->v[i].head = top;
        p->v[i].head_lines = (int)(under - top) + 1;
        if (!is_rule(p, i))
            continue;
        mark_row(p, row, i);
        row = i + 1;
    }
}

static void mark_paragraph(struct pages *p, size_t first, bool leads)
{
    while (first < p->n && p->v[first].len_bytes == 0)
        p->v[first++].keep = true;
    if (p->n - first >= 2)
        p->v[first].keep = p->v[p->n - 2].keep = true;
    for (size_t i = first; leads && i < p->n; i++)
        p->v[i].keep = true;
}

static void take_block(struct pages *p, const struct document *document, size_t index)
{
    const struct block *block = &document->blocks[index];
    const size_t first = p->n;
    size_t at = p->text.len_bytes;

    write_text_block(document, index, p->size->width_cols, &p->text);
    while (at < p->text.len_bytes) {
        const size_t n = strcspn(p->text.text + at, "\n");

        add_line(p, (struct line){.start = at, .len_bytes = n});
        at += n + 1;
    }
    if (first < p->n)
        p->v[first].new_page = block->new_page;
    if (block->kind == BLOCK_TABLE)
        mark_table(p, first, block->grid->columns.n > 0);
    else
        mark_paragraph(p, first, writer_keeps(document, index));
}

static void put_line(const struct pages *p, size_t line, struct str *out)
{
    str_add_bytes(out, p->text.text + p->v[line].start, p->v[line].len_bytes);
    str_add_char(out, '\n');
}

/* Where the page that begins with line AT ends, when ROOM lines are free. */
static size_t page_end(const struct pages *p, size_t at, int room)
{
    size_t end = at + (size_t)room;

    if (end > p->n)
        end = p->n;
    for (size_t i = at + 1; i < end; i++)
        if (p->v[i].new_page)
            return i;
    if (end == p->n)
        return end;
    while (end > at && p->v[end - 1].keep)
        end--;
    return end > at ? end : at + (size_t)room;
}

/* The table goes on beyond the page's END without a rule. */
static bool is_cut(const struct pages *p, size_t end)
{
    return end < p->n && p->v[end].head_lines && p->v[end - 1].head_lines && !is_rule(p, end - 1);
}

/* One page from line AT on; returns the next one's first line. */
static size_t put_page(const struct pages *p, size_t at, int number, struct str *out)
{
    int room = p->size->lines - FOOTER_LINES, head = 0, set;
    struct str foot = STR_INIT;
    size_t end;

    if (number > 1) {
        str_add_char(out, '\f');
        text_truncate(out, p->title.text, p->size->width_cols, &text_paper);
        str_add(out, "\n\n");
        room -= HEADER_LINES;
    }
    if (p->v[at].head_lines < room / 2 && !is_rule(p, at))
        head = p->v[at].head_lines;
    for (int i = 0; i < head; i++)
        put_line(p, p->v[at].head + (size_t)i, out);
    end = page_end(p, at, room - head);
    if (is_cut(p, end))
        end = page_end(p, at, room - head - 1);
    set = head + (int)(end - at);
    for (; at < end; at++)
        put_line(p, at, out);
    if (is_cut(p, end) && set < room) {
        put_line(p, p->v[end].head, out);
        set++;
    }
    str_add_repeat(out, "\n", room - set + FOOTER_LINES - 1);
    str_printf(&foot, "- %d -", number);
    str_add_repeat(out, " ", (p->size->width_cols - (int)foot.len_bytes) / 2);
    str_add(out, foot.text);
    str_add_char(out, '\n');
    out->failed |= str_failed(&foot);
    str_release(&foot);
    while (end < p->n && p->v[end].len_bytes == 0)
        end++;
    return end;
}

enum status write_text_pages(const struct document *document, const struct page_size *page, struct str *out,
                             struct err *err)
{
    struct page_size size = *page;
    struct pages p = {.text = STR_INIT, .title = STR_INIT, .size = &size};
    enum status status;
    size_t at = 0;

    if (size.lines < LEAST_LINES)
        size.lines = LEAST_LINES;
    writer_title(document, &p.title);
    for (size_t i = 0; i < document->n && !p.failed; i++)
        take_block(&p, document, i);
    p.failed |= str_failed(&p.text) || str_failed(&p.title);
    for (int number = 1; !p.failed && at < p.n; number++)
        at = put_page(&p, at, number, out);
    status = p.failed || document->failed || str_failed(out) ? err_memory(err) : STATUS_OK;
    str_release(&p.text);
    str_release(&p.title);
    free(p.v);
    return status;
}

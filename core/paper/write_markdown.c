/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as Markdown with GitHub's tables: headings, lists for what is set in, everything else escaped.
 * A table's head is its first line; further lines of a head are the first rows.
 */
#include "core/paper/table.h"
#include "core/paper/writer.h"

#include <string.h>

enum { LEVELS = 16 };

struct markdown {
    struct str *out;
    int depths[LEVELS]; /* the depth of each list that is open */
    int lists;
    bool any; /* something stands above */
};

/* How long a mark at the start of a line is that would begin a list, a heading's underline or a rule; its
 * last character is what must be escaped. 0: none. */
static size_t opening_mark(const char *words)
{
    const size_t digits = strspn(words, "0123456789");

    if (digits && (words[digits] == '.' || words[digits] == ')') &&
        (words[digits + 1] == '\0' || words[digits + 1] == ' '))
        return digits + 1;
    return *words && strchr("+-=", *words) ? 1 : 0;
}

static void add_escaped(struct str *out, char c)
{
    if (c == '\n') {
        str_add(out, "<br>");
    } else if (c == '&') {
        str_add(out, "&amp;");
    } else {
        if (strchr("\\`*_[]<>#|~$", c))
            str_add_char(out, '\\');
        str_add_char(out, c);
    }
}

/* START: nothing but white space stands before it in its line. */
static void add_words(struct str *out, const char *words, bool start)
{
    struct str clean = STR_INIT;
    const char *p;
    size_t mark;

    writer_clean(&clean, words);
    p = clean.text;
    if (start)
        p += strspn(p, " \n");
    mark = start ? opening_mark(p) : 0;
    if (mark) {
        str_add_bytes(out, p, mark - 1);
        str_add_char(out, '\\');
        str_add_char(out, p[mark - 1]);
        p += mark;
    }
    for (; *p; p++)
        add_escaped(out, *p);
    out->failed |= str_failed(&clean);
    str_release(&clean);
}

/* ---- paragraphs ---------------------------------------------------------------------------------- */

static void blank_line(struct markdown *m)
{
    if (m->any)
        str_add_char(m->out, '\n');
    m->any = true;
}

/* A paragraph set in: a list's item, in the list of those as deep. */
static void begin_list_item(struct markdown *m, int depth)
{
    if (!m->lists)
        blank_line(m);
    while (m->lists && m->depths[m->lists - 1] > depth)
        m->lists--;
    if ((!m->lists || m->depths[m->lists - 1] < depth) && m->lists < LEVELS)
        m->depths[m->lists++] = depth;
    str_add_repeat(m->out, "  ", m->lists - 1);
    str_add(m->out, "- ");
}

static void begin(struct markdown *m, const struct block *block)
{
    if (block->kind != BLOCK_SECTION && block->kind != BLOCK_ITEM && block->depth > 0) {
        begin_list_item(m, block->depth);
        return;
    }
    m->lists = 0;
    blank_line(m);
    if (block->kind == BLOCK_SECTION)
        str_add(m->out, "## ");
    else if (block->kind == BLOCK_ITEM)
        str_add(m->out, "### ");
}

static void add_paragraph(struct markdown *m, const struct block *block)
{
    struct str whole = STR_INIT;

    begin(m, block);
    str_add(&whole, block->number);
    str_add(&whole, block->label);
    str_add(&whole, block->text);
    add_words(m->out, whole.text, true);
    str_add_char(m->out, '\n');
    m->out->failed |= str_failed(&whole);
    str_release(&whole);
}

/* The lines of the title from *AT on are one heading. */
static void add_title(struct markdown *m, const struct document *document, size_t *at)
{
    const char *before = "# ";

    m->lists = 0;
    blank_line(m);
    for (; *at < document->n && document->blocks[*at].kind == BLOCK_TITLE; (*at)++) {
        str_add(m->out, before);
        add_words(m->out, document->blocks[*at].text, true);
        before = "<br>";
    }
    str_add_char(m->out, '\n');
}

/* ---- tables -------------------------------------------------------------------------------------- */

static void add_loose(struct markdown *m, const char *words)
{
    blank_line(m);
    add_words(m->out, words, true);
    str_add_char(m->out, '\n');
}

static void add_head(struct markdown *m, const struct table *t)
{
    for (int level = 0; level < t->head_lines || level == 0; level++) {
        str_add_char(m->out, '|');
        for (int j = 0, lines; j < t->columns; j++) {
            str_add_char(m->out, ' ');
            if (level < t->head_lines && table_head_span(t, level, j, &lines))
                add_words(m->out, t->head_texts[level][j], false);
            str_add(m->out, " |");
        }
        str_add_char(m->out, '\n');
        if (level == 0) {
            str_add_char(m->out, '|');
            str_add_repeat(m->out, " --- |", t->columns);
            str_add_char(m->out, '\n');
        }
    }
}

static void add_table(struct markdown *m, const struct document *document, const struct grid *grid)
{
    struct table t;

    m->lists = 0;
    table_init(&t, document, grid);
    if (grid->caption)
        add_loose(m, grid->caption);
    if (t.columns) {
        blank_line(m);
        add_head(m, &t);
    }
    for (int i = 0; t.columns && i < grid->lines; i++) {
        str_add_char(m->out, '|');
        for (int j = 0; j < t.columns; j++) {
            str_add_char(m->out, ' ');
            add_words(m->out, table_cell(&t, i, j), false);
            str_add(m->out, " |");
        }
        str_add_char(m->out, '\n');
    }
    for (size_t i = 0; i < grid->notes.n; i++)
        add_loose(m, grid->notes.v[i].text);
    m->out->failed |= t.failed;
    table_release(&t);
}

enum status write_markdown(const struct document *document, const struct page_size *page, struct str *out,
                           struct err *err)
{
    struct markdown m = {.out = out};

    (void)page;
    for (size_t i = 0; i < document->n;) {
        const struct block *block = &document->blocks[i];

        if (block->kind == BLOCK_TITLE) {
            add_title(&m, document, &i);
            continue;
        }
        if (block->kind == BLOCK_TABLE)
            add_table(&m, document, block->grid);
        else
            add_paragraph(&m, block);
        i++;
    }
    return document->failed || str_failed(out) ? err_memory(err) : STATUS_OK;
}

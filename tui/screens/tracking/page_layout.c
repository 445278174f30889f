/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding lines to the page of a tracked decision.
 */
#include "tui/screens/tracking/page_layout.h"

#include "tui/widgets/editor/outline_lines.h"

#include <string.h>

enum { WIDE_COLS = 66 }; /* of the text: each of two columns has room for fifteen characters */

static void fail(struct layout *l)
{
    if (!l->status)
        l->status = err_memory(l->err);
}

static void add_line(struct layout *l, const struct page_line *line)
{
    struct page *page = l->page;

    if (page->n == page->room) {
        const size_t room = page->room ? page->room * 2 : 64;
        struct page_line *v = arena_take(l->arena, room * sizeof *v);

        if (!v) {
            fail(l);
            return;
        }
        if (page->n)
            memcpy(v, page->v, page->n * sizeof *v);
        page->v = v;
        page->room = room;
    }
    page->v[page->n++] = *line;
}

/* Where the text goes that is next. */
static void add(struct layout *l, const char *label, const struct page_text *text)
{
    const struct page_text none = {.number = "", .text = ""};
    struct page_line line = {.label = label, .text = *text, .side = none, .halved = l->side != SIDE_NONE};

    if (l->side != SIDE_RIGHT) {
        add_line(l, &line);
        return;
    }
    if (l->next == l->page->n) {
        line.text = none;
        add_line(l, &line);
    }
    if (l->next < l->page->n)
        l->page->v[l->next++].side = *text;
}

void layout_blank(struct layout *l)
{
    add(l, "", &(struct page_text){.number = "", .text = ""});
}

void layout_text(struct layout *l, const char *label, enum role role, const struct str *text)
{
    const char *copy = arena_text(l->arena, text->text, text->len_bytes);
    size_t at = 0, end, next;

    if (str_failed(text) || !copy) {
        fail(l);
        return;
    }
    while (text_line(copy, text->len_bytes, at, l->cols, draw_widths(), &end, &next)) {
        add(l, label, &(struct page_text){role, 0, "", copy + at, end - at});
        label = "";
        at = next;
    }
}

void layout_words(struct layout *l, const char *label, enum role role, const char *words)
{
    struct str text = STR_INIT;

    str_add(&text, words);
    layout_text(l, label, role, &text);
    str_release(&text);
}

void layout_outline(struct layout *l, const char *label, const struct outline *outline)
{
    struct outline_lines lines;

    if (l->status || !outline->n)
        return;
    l->status =
        outline_lines(outline, &l->source->numbering, l->cols, draw_widths(), l->arena, &lines, l->err);
    for (size_t i = 0; !l->status && i < lines.n; i++) {
        const struct outline_line *line = &lines.v[i];

        add(l, label,
            &(struct page_text){ROLE_TEXT, line->indent_cols, line->label, line->text, line->len_bytes});
        label = "";
    }
}

void layout_lines(struct layout *l, const char *label, const struct str *lines)
{
    const char *at = arena_text(l->arena, lines->text, lines->len_bytes);

    if (str_failed(lines) || !at)
        fail(l);
    while (at && *at) {
        const size_t n = strcspn(at, "\n");

        add(l, label, &(struct page_text){ROLE_TEXT, 0, "", at, n});
        label = "";
        at += n + (at[n] == '\n');
    }
}

void layout_heading(struct layout *l, const struct str *words)
{
    const char *copy = arena_text(l->arena, words->text, words->len_bytes);

    if (str_failed(words) || !copy)
        fail(l);
    else
        add(l, NULL, &(struct page_text){ROLE_HEADING, 0, "", copy, words->len_bytes});
}

/* ---- two columns ---------------------------------------------------------------------------------- */

bool layout_is_wide(const struct layout *l)
{
    return l->cols >= WIDE_COLS;
}

void layout_left(struct layout *l)
{
    l->page->half_cols = (l->cols - PAGE_GAP_COLS) / 2;
    l->side = SIDE_LEFT;
    l->first = l->page->n;
    l->cols = l->page->half_cols;
}

void layout_right(struct layout *l)
{
    l->side = SIDE_RIGHT;
    l->next = l->first;
}

void layout_below(struct layout *l)
{
    l->side = SIDE_NONE;
    l->cols = l->page->cols;
}

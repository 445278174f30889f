/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats, and what every writer does alike.
 */
#include "core/paper/writer.h"

#include "core/base/text.h"

#include <string.h>

const struct writer document_writers[] = {
    {"text", ".txt", false, write_text},
    {"odt", ".odt", true, write_odt},
    {"html", ".html", false, write_html},
    {"md", ".md", false, write_markdown},
    {NULL, NULL, false, NULL},
};

const struct writer *writer_find(const char *name)
{
    for (const struct writer *w = document_writers; w->name; w++)
        if (text_same(w->name, name))
            return w;
    return NULL;
}

const struct writer *writer_of_file(const char *path)
{
    const char *ending = strrchr(path, '.');

    for (const struct writer *w = document_writers; w->name; w++)
        if (text_same(w->ending, ending))
            return w;
    return &document_writers[0];
}

/* The two characters of the basic plane that are none, and that XML cannot hold: U+FFFE and U+FFFF. */
static const char *noncharacter(const char *text)
{
    for (const char *at = strstr(text, "\xEF\xBF"); at; at = strstr(at + 1, "\xEF\xBF"))
        if (at[2] == '\xBE' || at[2] == '\xBF')
            return at;
    return NULL;
}

static void add_line(struct str *out, const char *text, size_t len_bytes)
{
    struct str shown = STR_INIT;
    const char *at, *none;

    text_show(&shown, text, len_bytes);
    at = shown.text;
    while ((none = noncharacter(at))) {
        str_add_bytes(out, at, (size_t)(none - at));
        str_add(out, none[2] == '\xBE' ? "<U+FFFE>" : "<U+FFFF>");
        at = none + 3;
    }
    str_add(out, at);
    if (str_failed(&shown))
        out->failed = true;
    str_release(&shown);
}

void writer_clean(struct str *out, const char *text)
{
    const size_t len = text ? strlen(text) : 0;

    if (len == 0)
        return;
    if (text_invalid_at(text, len) == len && text_forbidden_at(text, len, true) == len &&
        !noncharacter(text)) {
        str_add_bytes(out, text, len);
        return;
    }
    while (*text) {
        const size_t n = strcspn(text, "\n");

        add_line(out, text, n);
        text += n;
        if (*text) {
            str_add_char(out, '\n');
            text++;
        }
    }
}

void writer_title(const struct document *document, struct str *out)
{
    size_t i = 0;

    while (i < document->n && document->blocks[i].kind != BLOCK_TITLE)
        i++;
    for (size_t first = i; i < document->n && document->blocks[i].kind == BLOCK_TITLE; i++) {
        if (i > first)
            str_add_char(out, ' ');
        writer_clean(out, document->blocks[i].text);
    }
}

bool writer_is_figure(const char *text)
{
    const char *digits = text + (*text == '+' || *text == '-');

    if (strcmp(text, "-") == 0) /* none, among figures */
        return true;
    return *digits >= '0' && *digits <= '9' && digits[strspn(digits, "0123456789.,%")] == '\0';
}

int writer_hang(const struct block *block, int available_cols)
{
    int number = text_cols(block->number, strlen(block->number), &text_paper);
    int label = text_cols(block->label, strlen(block->label), &text_paper);
    int hang = number;

    if (block->kind == BLOCK_LINE || block->kind == BLOCK_LABEL || block->kind == BLOCK_ITEM)
        hang += label;
    return hang > available_cols / 3 ? number : hang;
}

bool writer_keeps(const struct document *document, size_t index)
{
    const struct block *block = &document->blocks[index];
    const struct block *next = index + 1 < document->n ? block + 1 : NULL;

    if (!next || next->new_page)
        return false;
    if (block->kind == BLOCK_TITLE || block->kind == BLOCK_SECTION || block->kind == BLOCK_ITEM)
        return true;
    return (block->kind == BLOCK_LABEL || block->kind == BLOCK_SPEAKER) && !*block->text &&
           (next->kind == BLOCK_TEXT || next->kind == BLOCK_TABLE);
}

/* What stands for a byte in XML; NULL: itself. */
static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void markup_text(struct str *out, const char *text, const struct markup *markup)
{
    struct str clean = STR_INIT;
    size_t plain = 0;
    bool beside = true; /* a space here would be lost */

    writer_clean(&clean, text);
    for (size_t i = 0; i < clean.len_bytes; i++) {
        const char c = clean.text[i];
        const char *as = c == '\n' ? markup->line_break : c == ' ' && beside ? markup->space : entity(c);

        beside = c == ' ' || c == '\n';
        if (!as)
            continue;
        str_add_bytes(out, clean.text + plain, i - plain);
        str_add(out, as);
        plain = i + 1;
    }
    str_add_bytes(out, clean.text + plain, clean.len_bytes - plain);
    if (str_failed(&clean))
        out->failed = true;
    str_release(&clean);
}

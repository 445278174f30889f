/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing one line. Knows no meaning.
 */
#include "tui/widgets/line.h"

#include "core/base/text.h"

#include <string.h>

void line_init(struct line_edit *line)
{
    *line = (struct line_edit){.text = STR_INIT};
}

void line_release(struct line_edit *line)
{
    str_release(&line->text);
    line_init(line);
}

static size_t before(const struct line_edit *line)
{
    return text_cluster_before(line->text.text, line->text.len_bytes, line->caret_bytes);
}

static size_t after(const struct line_edit *line, size_t at)
{
    return at + text_cluster_bytes(line->text.text + at, line->text.len_bytes - at);
}

static void delete_range(struct line_edit *line, size_t from, size_t to)
{
    str_splice(&line->text, from, to - from, NULL, 0);
    line->caret_bytes = from;
}

/* The caret between clusters again: what was put in may have joined with what stands beside it. */
static void settle(struct line_edit *line)
{
    size_t at = 0;

    while (at < line->caret_bytes && at < line->text.len_bytes)
        at = after(line, at);
    line->caret_bytes = at;
    if (line->first_bytes > at)
        line->first_bytes = at;
}

void line_insert(struct line_edit *line, const char *text, size_t len_bytes)
{
    size_t at = 0;

    if (line->fresh) {
        delete_range(line, 0, line->text.len_bytes);
        line->fresh = false;
    }
    while (at < len_bytes) {
        size_t valid = text_invalid_at(text + at, len_bytes - at);
        size_t clean = text_forbidden_at(text + at, valid, false), n = 1;

        str_splice(&line->text, line->caret_bytes, 0, text + at, clean);
        if (str_failed(&line->text))
            break;
        line->caret_bytes += clean;
        at += clean;
        if (at >= len_bytes)
            break;
        if (clean < valid) {
            n = text_cluster_bytes(text + at, valid - clean);
            if (text[at] == '\n' || text[at] == '\t') {
                str_splice(&line->text, line->caret_bytes, 0, " ", 1);
                line->caret_bytes += str_failed(&line->text) ? 0 : 1;
            }
        }
        at += n ? n : 1;
    }
    line->text.failed = false; /* what did not fit into memory is not in the line, and nothing else changed */
    settle(line);
}

void line_set(struct line_edit *line, const char *text)
{
    str_clear(&line->text);
    line->caret_bytes = line->first_bytes = 0;
    line->fresh = false;
    if (text)
        line_insert(line, text, strlen(text));
}

/* What a cluster is to Ctrl-W: a blank, an ASCII word, han and the like, a mark. */
static int kind_at(const struct line_edit *line, size_t at)
{
    unsigned char c = (unsigned char)line->text.text[at];

    if (c == ' ')
        return 0;
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
        return 1;
    return c >= 0x80 ? 2 : 3;
}

static size_t word_before(const struct line_edit *line)
{
    struct line_edit at = *line;
    int kind = 0;

    while (at.caret_bytes > 0 && kind == 0) {
        at.caret_bytes = before(&at);
        kind = kind_at(&at, at.caret_bytes);
    }
    while (at.caret_bytes > 0 && kind_at(&at, before(&at)) == kind)
        at.caret_bytes = before(&at);
    return at.caret_bytes;
}

static enum line_result cut(struct line_edit *line, size_t from, size_t to)
{
    line->fresh = false;
    if (from >= to)
        return LINE_MOVED;
    delete_range(line, from, to);
    settle(line);
    return LINE_CHANGED;
}

static enum line_result move_to(struct line_edit *line, size_t at)
{
    line->fresh = false;
    line->caret_bytes = at;
    return LINE_MOVED;
}

static enum line_result control_key(struct line_edit *line, char letter)
{
    switch (letter) {
    case 'a':
        return move_to(line, 0);
    case 'e':
        return move_to(line, line->text.len_bytes);
    case 'b':
        return move_to(line, before(line));
    case 'f':
        return move_to(line, after(line, line->caret_bytes));
    case 'd':
        return cut(line, line->caret_bytes, after(line, line->caret_bytes));
    case 'u':
        return cut(line, 0, line->caret_bytes);
    case 'k':
        return cut(line, line->caret_bytes, line->text.len_bytes);
    case 'w':
        return cut(line, word_before(line), line->caret_bytes);
    default:
        return LINE_IGNORED;
    }
}

enum line_result line_key(struct line_edit *line, const struct key *key)
{
    if (key->kind == KEY_KIND_TEXT || key->kind == KEY_KIND_PASTE) {
        line_insert(line, key->text, key->len_bytes);
        return LINE_CHANGED;
    }
    if (key->kind != KEY_KIND_SPECIAL)
        return LINE_IGNORED;
    if (key->code == KEYC_LETTER)
        return key->mods == MOD_CTRL ? control_key(line, key->letter) : LINE_IGNORED;
    if (key->mods)
        return LINE_IGNORED;
    if (key->code == KEYC_BACKSPACE)
        return line->fresh ? cut(line, 0, line->text.len_bytes) : cut(line, before(line), line->caret_bytes);
    if (key->code == KEYC_DELETE)
        return line->fresh ? cut(line, 0, line->text.len_bytes)
                           : cut(line, line->caret_bytes, after(line, line->caret_bytes));
    if (key->code == KEYC_LEFT)
        return move_to(line, before(line));
    if (key->code == KEYC_RIGHT)
        return move_to(line, after(line, line->caret_bytes));
    if (key->code == KEYC_HOME)
        return move_to(line, 0);
    if (key->code == KEYC_END)
        return move_to(line, line->text.len_bytes);
    return LINE_IGNORED;
}

/* Scroll sideways so that the caret has a cell, and no more is hidden at the left than must be. */
static int scroll(struct line_edit *line, int cols)
{
    const struct text_widths *widths = draw_widths();
    int caret_cols;

    if (line->first_bytes > line->caret_bytes)
        line->first_bytes = line->caret_bytes;
    caret_cols =
        text_cols(line->text.text + line->first_bytes, line->caret_bytes - line->first_bytes, widths);
    while (caret_cols > cols - 1 && line->first_bytes < line->caret_bytes) {
        size_t next = after(line, line->first_bytes);

        caret_cols -=
            text_cluster_cols(line->text.text + line->first_bytes, next - line->first_bytes, widths);
        line->first_bytes = next;
    }
    while (line->first_bytes > 0) {
        size_t at = text_cluster_before(line->text.text, line->text.len_bytes, line->first_bytes), shown;
        size_t len = line->text.len_bytes - at;

        shown = text_fit(line->text.text + at, len, cols - 1, widths, NULL);
        if (shown < len)
            break;
        caret_cols += text_cluster_cols(line->text.text + at, line->first_bytes - at, widths);
        line->first_bytes = at;
    }
    return caret_cols;
}

void line_draw(struct line_edit *line, struct rect rect, enum role role, bool focus)
{
    struct pen pen = pen_at(rect, 0);
    int caret_cols;
    size_t shown;

    if (rect.cols < 2)
        return;
    if (!focus) {
        pen_text(&pen, role, line->text.text);
        pen_fill(&pen, role);
        return;
    }
    caret_cols = scroll(line, rect.cols);
    shown = text_fit(line->text.text + line->first_bytes, line->text.len_bytes - line->first_bytes, rect.cols,
                     draw_widths(), NULL);
    pen_bytes(&pen, line->fresh && shown ? ROLE_MARK : role, line->text.text + line->first_bytes, shown);
    pen_fill(&pen, role);
    draw_caret(rect.x + caret_cols, rect.y);
}

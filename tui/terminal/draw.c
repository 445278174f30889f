/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pens and frames, drawn into the current picture. What may not be shown raw (control characters, invalid
 * bytes, characters that turn the writing direction) is replaced here, so none of it reaches a terminal.
 */
#include "tui/terminal/draw.h"

#include "tui/terminal/cells.h"

#include <string.h>

/* There is one terminal, so there is one picture being drawn and one answer to how wide ① is there. */
static struct {
    struct cells *cells;
    struct text_widths widths;
} target = {NULL, {.ambiguous_cols = 1}};

void draw_target(struct cells *cells)
{
    target.cells = cells;
}

void draw_set_ambiguous(int cols)
{
    target.widths.ambiguous_cols = cols == 2 ? 2 : 1;
}

const struct text_widths *draw_widths(void)
{
    return &target.widths;
}

struct pen pen_at(struct rect rect, int row)
{
    struct pen pen = {rect.x, rect.y + row, rect.cols};

    if (row < 0 || row >= rect.rows || rect.cols < 0)
        pen.left_cols = 0;
    return pen;
}

static void put(struct pen *pen, enum role role, const char *text, size_t len_bytes, int cols)
{
    if (cols > pen->left_cols)
        return;
    if (target.cells)
        cells_put(target.cells, pen->x, pen->y, role, text, len_bytes, cols);
    pen->x += cols;
    pen->left_cols -= cols;
}

/* Columns that a cluster is shown in; line feeds and tabs are a blank. */
static int shown_cols(const char *text, size_t len_bytes)
{
    if (len_bytes == 1 && (text[0] == '\t' || text[0] == '\n'))
        return 1;
    return text_cluster_cols(text, len_bytes, &target.widths);
}

/* Puts one cluster of COLS, or what stands for it: text_draw() gives a terminal nothing that could harm it.
 * SHOWN is room to make that in. */
static void put_cluster(struct pen *pen, enum role role, const char *text, size_t len_bytes, int cols,
                        struct str *shown)
{
    if (len_bytes == 1 && text[0] >= ' ' && text[0] < 0x7F) {
        put(pen, role, text, 1, 1);
        return;
    }
    if (len_bytes == 1 && (text[0] == '\t' || text[0] == '\n')) {
        put(pen, role, " ", 1, 1);
        return;
    }
    str_clear(shown);
    text_draw(shown, text, len_bytes, &target.widths);
    if (str_failed(shown))
        pen_skip(pen, role, cols);
    else
        put(pen, role, shown->text, shown->len_bytes, cols);
}

/* Bytes of TEXT that fit into COLS as they will be shown. */
static size_t shown_fit(const char *text, size_t len_bytes, int cols)
{
    size_t at = 0;

    while (at < len_bytes) {
        size_t n = text_cluster_bytes(text + at, len_bytes - at);
        int need = shown_cols(text + at, n);

        if (n == 0 || need > cols)
            break;
        cols -= need;
        at += n;
    }
    return at;
}

/* In one pass: where the end does not fit, back to the last place that leaves room for the mark. */
void pen_bytes(struct pen *pen, enum role role, const char *text, size_t len_bytes)
{
    static const char cut[] = "…";
    const int cut_cols = text_cluster_cols(cut, sizeof cut - 1, &target.widths);
    struct str shown = STR_INIT;
    struct pen back = *pen; /* the last place that leaves room */
    bool whole = true;

    if (!text || pen->left_cols <= 0)
        return;
    for (size_t at = 0, n; at < len_bytes && whole; at += n) {
        int cols;

        n = text_cluster_bytes(text + at, len_bytes - at);
        cols = n ? shown_cols(text + at, n) : 0;
        whole = n > 0 && cols <= pen->left_cols;
        if (whole && cols > 0)
            put_cluster(pen, role, text + at, n, cols, &shown);
        if (whole && pen->left_cols >= cut_cols)
            back = *pen;
    }
    if (!whole) {
        *pen = back;
        put(pen, role, cut, sizeof cut - 1, cut_cols);
        pen_fill(pen, role);
    }
    str_release(&shown);
}

void pen_text(struct pen *pen, enum role role, const char *text)
{
    if (text)
        pen_bytes(pen, role, text, strlen(text));
}

void pen_field(struct pen *pen, enum role role, const char *text, int cols, enum text_align align)
{
    struct pen field = *pen;
    size_t len = text ? strlen(text) : 0;
    int spare;

    if (cols > pen->left_cols)
        cols = pen->left_cols;
    if (cols <= 0)
        return;
    field.left_cols = cols;
    if (align != TEXT_LEFT && len && shown_fit(text, len, cols) == len) {
        spare = cols - text_cols(text, len, &target.widths);
        if (spare > 0)
            pen_skip(&field, role, align == TEXT_CENTRE ? spare / 2 : spare);
    }
    pen_bytes(&field, role, text, len);
    pen_fill(&field, role);
    pen->x += cols;
    pen->left_cols -= cols;
}

void pen_fill(struct pen *pen, enum role role)
{
    pen_skip(pen, role, pen->left_cols);
}

void pen_skip(struct pen *pen, enum role role, int cols)
{
    if (cols > pen->left_cols)
        cols = pen->left_cols;
    for (int i = 0; i < cols; i++)
        put(pen, role, " ", 1, 1);
}

void draw_blank(struct rect rect, enum role role)
{
    for (int row = 0; row < rect.rows; row++) {
        struct pen pen = pen_at(rect, row);

        pen_fill(&pen, role);
    }
}

/* The six pieces of a frame. Where the terminal draws ─ two columns wide, plain ASCII keeps the corners
 * together. */
struct frame {
    const char *across, *down, *corner[4];
};

static const struct frame *frame_of_terminal(void)
{
    static const struct frame lines = {"─", "│", {"┌", "┐", "└", "┘"}};
    static const struct frame plain = {"-", "|", {"+", "+", "+", "+"}};

    return text_cols(lines.across, strlen(lines.across), &target.widths) == 1 ? &lines : &plain;
}

/* One of the pieces above: harmless, and one column wide as frame_of_terminal() made sure. */
static void put_piece(struct pen *pen, enum role role, const char *piece)
{
    put(pen, role, piece, strlen(piece), 1);
}

static void frame_edge(struct rect rect, int row, const struct frame *frame, int corner, const char *title,
                       bool focus)
{
    struct pen pen = pen_at(rect, row);
    enum role role = focus ? ROLE_BORDER_FOCUS : ROLE_BORDER;

    put_piece(&pen, role, frame->corner[corner]);
    if (title && *title && pen.left_cols > 6) {
        struct pen inner = pen;

        inner.left_cols -= 2;
        put_piece(&inner, role, frame->across);
        pen_skip(&inner, ROLE_HEADING, 1);
        inner.left_cols--;
        pen_text(&inner, ROLE_HEADING, title);
        inner.left_cols++;
        pen_skip(&inner, ROLE_HEADING, 1);
        pen.left_cols -= inner.x - pen.x;
        pen.x = inner.x;
    }
    while (pen.left_cols > 1)
        put_piece(&pen, role, frame->across);
    put_piece(&pen, role, frame->corner[corner + 1]);
}

void draw_frame(struct rect rect, const char *title, bool focus, struct rect *inner)
{
    const struct frame *frame = frame_of_terminal();
    enum role role = focus ? ROLE_BORDER_FOCUS : ROLE_BORDER;

    if (inner)
        *inner = (struct rect){rect.x + 1, rect.y + 1, rect.cols > 2 ? rect.cols - 2 : 0,
                               rect.rows > 2 ? rect.rows - 2 : 0};
    if (rect.cols < 2 || rect.rows < 2)
        return;
    frame_edge(rect, 0, frame, 0, title, focus);
    for (int row = 1; row < rect.rows - 1; row++) {
        struct pen pen = pen_at(rect, row);

        put_piece(&pen, role, frame->down);
        pen_skip(&pen, ROLE_TEXT, pen.left_cols - 1);
        put_piece(&pen, role, frame->down);
    }
    frame_edge(rect, rect.rows - 1, frame, 2, NULL, focus);
}

void draw_caret(int x, int y)
{
    if (!target.cells)
        return;
    target.cells->caret_x = x;
    target.cells->caret_y = y;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolling, selecting and drawing a list.
 */
#include "tui/widgets/list.h"

#include "tui/terminal/layout.h"
#include "tui/words.h"

#include <string.h>

void list_view_init(struct list_view *view, const struct list_column *columns, int n_columns,
                    const struct list_source *source, void *context)
{
    *view = (struct list_view){.columns = columns,
                               .n_columns = n_columns < LIST_COLUMNS ? n_columns : LIST_COLUMNS,
                               .source = source,
                               .context = context,
                               .page_rows = 10};
}

static size_t count(const struct list_view *view)
{
    return view->source->count(view->context);
}

static int64_t id_of(const struct list_view *view, size_t row)
{
    return view->source->id ? view->source->id(view->context, row) : (int64_t)row;
}

static bool skipped(const struct list_view *view, size_t row)
{
    return view->source->skip && view->source->skip(view->context, row);
}

/* The nearest row to ROW that can be selected, looking down first when DOWN, then the other way. N = no such
 * row. */
static size_t nearest(const struct list_view *view, size_t row, bool down)
{
    size_t n = count(view);

    if (n == 0)
        return n;
    if (row >= n)
        row = n - 1;
    for (int pass = 0; pass < 2; pass++, down = !down)
        for (size_t at = row; at < n; at += down ? (size_t)1 : (size_t)-1)
            if (!skipped(view, at))
                return at;
    return n;
}

static void go(struct list_view *view, size_t row, bool down)
{
    size_t at = nearest(view, row, down);

    if (at < count(view)) {
        view->at = at;
        view->at_id = id_of(view, at);
    } else {
        view->at = 0;
    }
}

void list_view_reload(struct list_view *view)
{
    size_t n = count(view);

    for (size_t row = 0; row < n; row++)
        if (id_of(view, row) == view->at_id && !skipped(view, row)) {
            view->at = row;
            return;
        }
    go(view, view->at, true);
}

bool list_view_selected(const struct list_view *view, size_t *row)
{
    if (view->at >= count(view) || skipped(view, view->at))
        return false;
    *row = view->at;
    return true;
}

void list_view_select_id(struct list_view *view, int64_t id)
{
    view->at_id = id;
    list_view_reload(view);
}

void list_view_select(struct list_view *view, size_t row)
{
    go(view, row, true);
}

void list_view_next(struct list_view *view)
{
    if (view->at + 1 < count(view))
        go(view, view->at + 1, true);
}

/* One row up or down over what cannot be selected; where there is none further, the list at least scrolls
 * there. */
static void step(struct list_view *view, bool down)
{
    size_t n = count(view), at = view->at;

    do {
        at += down ? (size_t)1 : (size_t)-1;
    } while (at < n && skipped(view, at));
    if (at < n)
        go(view, at, down);
    else if (!down)
        view->top = 0;
}

bool list_view_key(struct list_view *view, const struct key *key)
{
    size_t n = count(view), page = view->page_rows > 1 ? (size_t)view->page_rows - 1 : 1;

    if (key->kind != KEY_KIND_SPECIAL || key->mods || n == 0)
        return false;
    if (key->code == KEYC_UP)
        step(view, false);
    else if (key->code == KEYC_DOWN)
        step(view, true);
    else if (key->code == KEYC_PGUP)
        go(view, view->at > page ? view->at - page : 0, true);
    else if (key->code == KEYC_PGDN)
        go(view, view->at + page, false);
    else if (key->code == KEYC_HOME)
        go(view, 0, true);
    else if (key->code == KEYC_END)
        go(view, n - 1, false);
    else
        return false;
    return true;
}

/* Widths of the columns in COLS, a blank between two that are there. */
static void column_sizes(const struct list_view *view, int cols, int *sizes)
{
    struct layout_part parts[LIST_COLUMNS] = {{0, 0, 0, 0}};
    int gaps = view->n_columns - 1, there;

    for (int i = 0; i < view->n_columns; i++)
        parts[i] = (struct layout_part){.min = view->columns[i].cols,
                                        .max = view->columns[i].weight ? 0 : view->columns[i].cols,
                                        .weight = view->columns[i].weight,
                                        .fold = view->columns[i].fold};
    for (;;) {
        layout_sizes(parts, view->n_columns, cols - gaps, sizes);
        there = 0;
        for (int i = 0; i < view->n_columns; i++)
            there += sizes[i] > 0;
        if (there - 1 >= gaps || there <= 1)
            return;
        gaps = there - 1; /* fewer gaps: what was folded away stays away, its room goes to the others */
        for (int i = 0; i < view->n_columns; i++)
            if (sizes[i] == 0)
                parts[i] = (struct layout_part){0, 1, 0, 1};
    }
}

static void draw_heading(const struct list_view *view, struct rect rect, const int *sizes)
{
    struct pen pen = pen_at(rect, 0);

    pen_skip(&pen, ROLE_HEADING, 1);
    for (int i = 0; i < view->n_columns; i++) {
        if (sizes[i] == 0)
            continue;
        pen_field(&pen, ROLE_HEADING, words_of(view->columns[i].heading), sizes[i], view->columns[i].align);
        pen_skip(&pen, ROLE_HEADING, 1);
    }
    pen_fill(&pen, ROLE_HEADING);
}

static void draw_row(const struct list_view *view, struct rect rect, int y, size_t row, const int *sizes,
                     bool focus)
{
    struct pen pen = pen_at(rect, y);
    bool selected = row == view->at && !skipped(view, row);
    enum role line = focus ? ROLE_SELECTED : ROLE_SELECTED_DIM;
    struct str text = STR_INIT;

    pen_skip(&pen, selected ? line : ROLE_TEXT, 1);
    for (int i = 0; i < view->n_columns; i++) {
        enum role role = ROLE_TEXT;

        if (sizes[i] == 0)
            continue;
        str_clear(&text);
        view->source->cell(view->context, row, i, &text, &role);
        pen_field(&pen, selected ? line : role, text.text, sizes[i], view->columns[i].align);
        pen_skip(&pen, selected ? line : ROLE_TEXT, 1);
    }
    pen_fill(&pen, selected ? line : ROLE_TEXT);
    str_release(&text);
}

/* A thumb at the right edge where there are more rows than fit. */
static void draw_thumb(struct rect rect, size_t n, size_t top)
{
    int at;

    if (rect.rows < 2 || n <= (size_t)rect.rows)
        return;
    at = (int)(top * (size_t)(rect.rows - 1) / (n - (size_t)rect.rows));
    for (int y = 0; y < rect.rows; y++) {
        struct pen pen = {rect.x + rect.cols - 1, rect.y + y, 1};

        pen_text(&pen, ROLE_BORDER, y == at ? "#" : ":");
    }
}

/* Keep the selection in sight, with what heads it when it is the first below a heading. */
static void scroll(struct list_view *view, size_t n, size_t rows)
{
    size_t first = view->at;

    while (first > 0 && skipped(view, first - 1) && view->at - first + 2 < rows)
        first--;
    if (view->top > first)
        view->top = first;
    if (view->at >= view->top + rows)
        view->top = view->at - rows + 1;
    if (view->top + rows > n)
        view->top = n > rows ? n - rows : 0;
}

void list_view_draw(struct list_view *view, struct rect rect, bool focus)
{
    int sizes[LIST_COLUMNS] = {0};
    size_t n = count(view);

    column_sizes(view, rect.cols - 2, sizes);
    if (!view->no_heading && rect.rows > 1) {
        draw_heading(view, rect, sizes);
        rect.y++;
        rect.rows--;
    }
    view->page_rows = rect.rows;
    if (rect.rows <= 0)
        return;
    scroll(view, n, (size_t)rect.rows);
    for (int y = 0; y < rect.rows; y++) {
        size_t row = view->top + (size_t)y;
        struct pen pen = pen_at(rect, y);

        if (row < n) {
            draw_row(view, rect, y, row, sizes, focus);
            continue;
        }
        if (n == 0 && y == 0 && view->empty) {
            pen_skip(&pen, ROLE_DIM, 1);
            pen_text(&pen, ROLE_DIM, _(view->empty));
        }
        pen_fill(&pen, ROLE_TEXT);
    }
    draw_thumb(rect, n, view->top);
}

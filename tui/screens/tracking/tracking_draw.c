/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 3 drawn: all the numbers in a row, and the page of the chosen one.
 */
#include "tui/screens/tracking/tracking.h"

#include "core/tracking/reporting.h"

#include <string.h>

static void lay_out(struct app *app, struct tracking *tracking, int cols)
{
    const struct meeting_frame *frame = &tracking->frame;
    const struct page_source source = {.resolution = tracking_chosen(tracking),
                                       .all = &frame->s.resolutions,
                                       .meetings = &tracking->meetings,
                                       .style = frame->style,
                                       .numbering = frame_numbering(frame, 2),
                                       .now = frame->s.meeting.key,
                                       .today = app_today(app)};
    struct err err = {0};

    if (tracking->page_cols == cols)
        return;
    arena_release(&tracking->arena);
    tracking->page_cols = cols;
    if (page_build(&tracking->page, &source, cols, &tracking->arena, &err)) {
        tracking->page.n = 0;
        app_error(app, &err);
    }
}

/* All numbers in a row, with what each still lacks; from the first that lets the chosen one be seen. */
static void draw_numbers(const struct tracking *tracking, struct rect rect)
{
    const struct tracked *all = &tracking->frame.tracked;
    const struct resolution *chosen = tracking_chosen(tracking);
    struct pen pen = pen_at(rect, 0);
    int cols = 0;
    size_t first = 0, at = 0;

    while (at + 1 < all->n && all->v[at] != chosen)
        at++;
    for (size_t i = at + 1; i > 0; i--) {
        cols += (int)strlen(all->v[i - 1]->key) + 4;
        first = i - 1;
        if (cols + 10 > rect.cols)
            break;
    }
    pen_text(&pen, ROLE_DIM, first ? "…" : " ");
    for (size_t i = first; i < all->n && pen.left_cols > 0; i++) {
        const struct round *round = resolution_round(all->v[i], tracking->frame.s.meeting.key);
        const bool any = round && (round->progress.n || round->reports.n);
        const bool reported = any && !resolution_silent(all->v[i], tracking->frame.s.meeting.key);
        const enum role role = i == at ? ROLE_SELECTED : reported ? ROLE_GOOD : ROLE_TEXT;
        struct str text = STR_INIT;

        str_printf(&text, " %s%s ", reported ? "✓" : any ? "+" : "·", all->v[i]->key);
        pen_text(&pen, role, text.text);
        pen_skip(&pen, ROLE_TEXT, 1);
        str_release(&text);
    }
    pen_fill(&pen, ROLE_TEXT);
}

static void draw_nothing(struct rect inner)
{
    struct pen pen = pen_at(inner, 0);

    draw_blank(inner, ROLE_TEXT);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_TEXT, _("這次會議沒有要追蹤的列管案。"));
    pen = pen_at(inner, 1);
    pen_skip(&pen, ROLE_DIM, 1);
    pen_text(&pen, ROLE_DIM, _("已結案的在首頁按 t 看列管總表；開始使用本程式以前的舊案，按 F5 輸入。"));
}

void tracking_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct tracking *tracking = (struct tracking *)screen;
    const struct tracked *all = &tracking->frame.tracked;
    const struct resolution *chosen = tracking_chosen(tracking);
    struct str title = STR_INIT;
    struct rect inner, body;
    size_t at = 0;

    rect = frame_draw(app, &tracking->frame, rect);
    while (at + 1 < all->n && all->v[at] != chosen)
        at++;
    str_add(&title, _("列管"));
    if (chosen)
        str_printf(&title, _(" %s（%zu／%zu）"), chosen->key, at + 1, all->n);
    draw_frame(rect, title.text, true, &inner);
    str_release(&title);
    if (!chosen) {
        draw_nothing(inner);
        return;
    }
    body = inner;
    if (all->n > 1 && inner.rows > 6) {
        draw_numbers(tracking, inner);
        body.y++;
        body.rows--;
    }
    lay_out(app, tracking, body.cols);
    page_draw(&tracking->page, body);
}

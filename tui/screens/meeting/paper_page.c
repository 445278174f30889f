/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paper as it will print: its pages with their headers and numbers, in any style and copy; to the printer,
 * or into a file. How a page is set core/paper alone knows.
 */
#include "tui/screens/meeting/paper_page.h"

#include "core/cycle/previous.h"
#include "tui/screens/meeting/page_view.h"
#include "tui/screens/meeting/paper_file.h"

enum { HEAD_ROWS = 1 };

struct paper_page {
    struct meeting_frame frame;
    const struct paper *paper;
    struct paper_choice choice;
    struct snapshot previous;
    bool has_previous;
    struct page_view view;
};

/* ---- the pages ---------------------------------------------------------------------------------- */

static struct paper_source source_of(const struct paper_page *p)
{
    return (struct paper_source){&p->frame.s, p->has_previous ? &p->previous : NULL,
                                 paper_choice_style(&p->choice, &p->frame), p->choice.copy};
}

static enum status set_pages(struct app *app, struct paper_page *p, struct err *err)
{
    const struct page_size size = {config_number(app->config, SET_WIDTH), PAGE_LINES};
    struct paper_source source = source_of(p);
    struct publication published;
    struct document document;
    struct str text = STR_INIT;
    enum status status = paper_published(app, p->paper, &source, &published, err);

    document_init(&document);
    if (!status)
        status = paper_build(p->paper, &source, &document, err);
    if (paper_printed_as(app) == &document_writers[0])
        document.landscape = false;
    if (!status)
        status = write_text(&document, &size, &text, err);
    if (!status && !page_view_set(&p->view, &text))
        status = err_memory(err);
    document_release(&document);
    publication_release(&published);
    str_release(&text);
    return status;
}

static enum status page_load(struct app *app, struct screen *screen, struct err *err)
{
    struct paper_page *p = (struct paper_page *)screen;
    enum status status = frame_load(app, screen, err);

    if (status)
        return status;
    if (p->has_previous)
        snapshot_release(&p->previous);
    p->has_previous = false;
    status = snapshot_load_previous(app->db, &p->frame.s, &p->previous, &p->has_previous, err);
    return status ? status : set_pages(app, p, err);
}

static void set_again(struct app *app, struct paper_page *p)
{
    struct err err = {0};

    if (set_pages(app, p, &err))
        app_error(app, &err);
}

static bool page_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return page_view_key(&((struct paper_page *)screen)->view, key);
}

/* ---- commands ----------------------------------------------------------------------------------- */

static void run_print(struct app *app, struct screen *screen)
{
    const struct paper_page *p = (struct paper_page *)screen;
    const struct paper_source source = source_of(p);

    paper_print(app, p->paper, &source);
}

static void run_write(struct app *app, struct screen *screen)
{
    const struct paper_page *p = (struct paper_page *)screen;
    const struct paper_source source = source_of(p);

    (void)paper_write_of(app, p->paper, &source);
}

static void run_style(struct app *app, struct screen *screen)
{
    struct paper_page *p = (struct paper_page *)screen;

    paper_choice_next(app, &p->choice, &p->frame);
    set_again(app, p);
}

static void run_copy(struct app *app, struct screen *screen)
{
    struct paper_page *p = (struct paper_page *)screen;

    paper_choice_turn(app, &p->choice);
    set_again(app, p);
}

static const struct command page_commands[] = {
    {"page.print", "p F8", N_("送往印表機"), N_("列印"), 0, NULL, run_print},
    {"page.write", "F4 w", N_("存成檔案"), N_("存檔"), 0, NULL, run_write},
    {"page.style", "F7 s", N_("換一種紙本格式"), N_("換格式"), 0, NULL, run_style},
    {"page.copy", "F5 i", N_("公開版或內部版"), N_("公開／內部"), 0, NULL, run_copy},
};

/* ---- the screen --------------------------------------------------------------------------------- */

static void draw_head(const struct paper_page *p, struct rect rect)
{
    struct pen pen = pen_at(rect, 0);
    struct str text = STR_INIT;

    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_HEADING, paper_title(p->paper));
    str_printf(&text, _("  第 %d／%d 頁  %s"), page_view_page(&p->view), p->view.pages,
               paper_choice_name(&p->choice, &p->frame));
    pen_text(&pen, ROLE_TEXT, text.text);
    if (p->choice.copy == COPY_INTERNAL)
        pen_text(&pen, ROLE_WARN, _("  內部版"));
    else
        pen_text(&pen, ROLE_DIM, _("  公開版"));
    if (p->view.width_cols > p->view.cols)
        pen_text(&pen, ROLE_DIM, _("  ←→ 看左右"));
    pen_text(&pen, ROLE_DIM, _("  PgDn 下一頁  空白鍵往下"));
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static void page_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct paper_page *p = (struct paper_page *)screen;
    const struct rect below = {rect.x, rect.y + HEAD_ROWS, rect.cols, rect.rows - HEAD_ROWS};

    (void)app;
    page_view_draw(&p->view, below);
    draw_head(p, rect);
}

static void page_close(struct app *app, struct screen *screen)
{
    struct paper_page *p = (struct paper_page *)screen;

    if (p->has_previous)
        snapshot_release(&p->previous);
    paper_choice_release(&p->choice);
    page_view_release(&p->view);
    frame_close(app, screen);
}

static const struct screen_ops page_ops = {.name = "page",
                                           .title = N_("文件頁面"),
                                           .commands = COMMANDS(page_commands),
                                           .open = page_load,
                                           .reload = page_load,
                                           .draw = page_draw,
                                           .key = page_key,
                                           .crumb = frame_crumb,
                                           .status = frame_status,
                                           .close = page_close};

bool paper_page_push(struct app *app, int64_t meeting_id, const struct paper *paper,
                     const struct paper_choice *choice)
{
    struct meeting_frame *frame = frame_new(app, sizeof(struct paper_page), &page_ops, meeting_id, 0);
    struct paper_page *p = (struct paper_page *)frame;
    struct err err = {0};

    if (!frame)
        return false;
    p->paper = paper;
    p->choice.copy = choice->copy;
    page_view_init(&p->view);
    if (paper_choice_take(&p->choice, choice->at, &err)) {
        app_error(app, &err);
        page_close(app, &frame->screen);
        return false;
    }
    return app_push(app, &frame->screen);
}

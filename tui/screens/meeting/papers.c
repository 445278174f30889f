/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that can be printed for a meeting: a list of papers, each to be looked at as it will print and written
 * to a file. What stands on them core/paper alone knows.
 */
#include "core/cycle/previous.h"
#include "tui/screens/meeting/paper_file.h"
#include "tui/screens/meeting/paper_page.h"
#include "tui/screens/screens.h"
#include "tui/widgets/list.h"

#include <string.h>

enum { COLUMN_NAME, COLUMN_WHAT, COLUMNS };

struct papers {
    struct meeting_frame frame;
    struct list_view list;
    bool listed;
    struct snapshot previous;
    bool has_previous;
    struct paper_choice choice;
};

/* What each is called, and what it is for. */
static const struct {
    const char *name, *title, *help;
} words[] = {
    {"notice", N_("開會通知"), N_("附議程總覽；發文日期與字號取自議程的寄送")},
    {"reply", N_("出席回復單"), N_("給委員填的空白單")},
    {"agenda", N_("議程"), N_("總覽，以及各案的說明與擬辦")},
    {"tracking", N_("上次會議決議事項辦理情形表"), N_("列管案的辦理情形與列管建議")},
    {"roster", N_("委員名單"), N_("開會當日的委員")},
    {"signin", N_("簽到表"), N_("委員、代理人與列席人員簽名")},
    {"fees", N_("出席費及交通費印領清冊"), N_("只列親自出席的民間代表")},
    {"script", N_("主席主持稿"), N_("逐案要唸的話，含宣布人數")},
    {"minutes", N_("會議紀錄"), N_("公開版或內部版")},
};

const char *paper_title(const struct paper *paper)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].name, paper->name) == 0)
            return _(words[i].title);
    return paper->name;
}

const char *paper_help(const struct paper *paper)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].name, paper->name) == 0)
            return _(words[i].help);
    return "";
}

static size_t count(void *context)
{
    size_t n = 0;

    (void)context;
    while (paper_at(n))
        n++;
    return n;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    (void)context;
    str_add(out, column == COLUMN_NAME ? paper_title(paper_at(row)) : paper_help(paper_at(row)));
    if (column == COLUMN_WHAT)
        *role = ROLE_DIM;
}

static const struct list_column columns[COLUMNS] = {{.heading = N_("文件"), .cols = 28},
                                                    {.heading = "", .cols = 20, .weight = 1}};
static const struct list_source source = {.count = count, .cell = cell};

static enum status papers_load(struct app *app, struct screen *screen, struct err *err)
{
    struct papers *p = (struct papers *)screen;
    enum status status = frame_load(app, screen, err);

    if (p->has_previous)
        snapshot_release(&p->previous);
    p->has_previous = false;
    if (!status)
        status = snapshot_load_previous(app->db, &p->frame.s, &p->previous, &p->has_previous, err);
    if (!p->listed)
        list_view_init(&p->list, columns, COLUMNS, &source, p);
    p->listed = true;
    list_view_reload(&p->list);
    return status;
}

/* ---- commands ----------------------------------------------------------------------------------- */

/* false: no paper is selected. */
static bool selected(const struct papers *p, const struct paper **paper, struct paper_source *source_out)
{
    size_t row;

    if (!list_view_selected(&p->list, &row))
        return false;
    *paper = paper_at(row);
    *source_out = (struct paper_source){&p->frame.s, p->has_previous ? &p->previous : NULL,
                                        paper_choice_style(&p->choice, &p->frame), p->choice.copy};
    return *paper != NULL;
}

static void run_read(struct app *app, struct screen *screen)
{
    const struct papers *p = (struct papers *)screen;
    struct paper_source made_of;
    const struct paper *paper;

    if (selected(p, &paper, &made_of))
        (void)paper_page_push(app, p->frame.meeting_id, paper, &p->choice);
}

static void run_print(struct app *app, struct screen *screen)
{
    struct paper_source made_of;
    const struct paper *paper;

    if (selected((struct papers *)screen, &paper, &made_of))
        paper_print(app, paper, &made_of);
}

static void run_write(struct app *app, struct screen *screen)
{
    struct paper_source made_of;
    const struct paper *paper;

    if (selected((struct papers *)screen, &paper, &made_of))
        (void)paper_write_of(app, paper, &made_of);
}

static void run_style(struct app *app, struct screen *screen)
{
    struct papers *p = (struct papers *)screen;

    paper_choice_next(app, &p->choice, &p->frame);
}

static void run_copy(struct app *app, struct screen *screen)
{
    paper_choice_turn(app, &((struct papers *)screen)->choice);
}

static const struct command papers_commands[] = {
    {"papers.read", "Enter", N_("看這份文件印出的樣子"), N_("看"), 0, NULL, run_read},
    {"papers.print", "p F8", N_("送往印表機"), N_("列印"), 0, NULL, run_print},
    {"papers.write", "F4 w", N_("存成檔案"), N_("存檔"), 0, NULL, run_write},
    {"papers.style", "F7 s", N_("換一種紙本格式"), N_("換格式"), 0, NULL, run_style},
    {"papers.copy", "F5 i", N_("公開版或內部版"), NULL, 0, NULL, run_copy},
};

/* ---- the screen --------------------------------------------------------------------------------- */

static bool papers_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct papers *)screen)->list, key);
}

static void papers_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct papers *p = (struct papers *)screen;

    list_view_draw(&p->list, frame_draw(app, &p->frame, rect), true);
}

static void papers_close(struct app *app, struct screen *screen)
{
    struct papers *p = (struct papers *)screen;

    if (p->has_previous)
        snapshot_release(&p->previous);
    paper_choice_release(&p->choice);
    frame_close(app, screen);
}

static const struct screen_ops papers_ops = {.name = "papers",
                                             .title = N_("會議文件"),
                                             .commands = COMMANDS(papers_commands),
                                             .open = papers_load,
                                             .reload = papers_load,
                                             .draw = papers_draw,
                                             .key = papers_key,
                                             .crumb = frame_crumb,
                                             .status = frame_status,
                                             .close = papers_close};

bool papers_push(struct app *app, int64_t meeting_id)
{
    struct meeting_frame *frame =
        frame_new(app, sizeof(struct papers), &papers_ops, meeting_id, FRAME_AGENDA);

    return frame && app_push(app, &frame->screen);
}

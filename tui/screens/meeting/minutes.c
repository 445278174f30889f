/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 6, 紀錄: what is missing, then the paper itself as it will print, page by page; writing it to a
 * file; approval, the draft to the members, confirmation.
 */
#include "core/paper/minutes.h"

#include "core/calendar/workday.h"
#include "tui/file.h"
#include "tui/screens/meeting/gate.h"
#include "tui/screens/meeting/paper_file.h"
#include "tui/screens/meeting/paper_page.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/pager.h"

#include <stdio.h>
#include <string.h>

enum { HEAD_ROWS = 2 };

struct minutes {
    struct meeting_frame frame;
    struct pager pager;
    struct paper_choice choice;
    size_t missing; /* reasons that bar the approval */
};

/* ---- the paper ---------------------------------------------------------------------------------- */

static enum status set_paper(struct app *app, struct minutes *m, struct err *err)
{
    struct str text = STR_INIT;
    size_t top = m->pager.top;
    const struct style *style = paper_choice_style(&m->choice, &m->frame);
    const int width_cols = config_number(app->config, SET_WIDTH);
    enum status status =
        m->choice.copy == COPY_PUBLIC /* as it will be printed */
            ? publication_minutes(app->db, m->frame.meeting_id, style, width_cols, &text, err)
            : minutes_text(&m->frame.s, style, m->choice.copy, width_cols, &text, err);

    if (!status && !pager_set(&m->pager, text.text))
        status = err_memory(err);
    m->pager.top = top;
    str_release(&text);
    return status;
}

static enum status count_missing(struct app *app, struct minutes *m, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct reasons reasons = {NULL, 0, 0};
    char today[DATE_ISO_SIZE];
    enum status status = gate_reasons(&m->frame.s, GATE_APPROVE, &office_calendar_shipped,
                                      frame_today(app, today), &arena, &reasons, err);

    m->missing = reasons.barring;
    arena_release(&arena);
    return status;
}

static enum status minutes_load(struct app *app, struct screen *screen, struct err *err)
{
    struct minutes *m = (struct minutes *)screen;
    enum status status = frame_load(app, screen, err);

    if (!status)
        status = count_missing(app, m, err);
    return status ? status : set_paper(app, m, err);
}

static void refresh(struct app *app, struct minutes *m)
{
    struct err err = {0};

    if (count_missing(app, m, &err) || set_paper(app, m, &err))
        app_error(app, &err);
}

/* ---- commands ----------------------------------------------------------------------------------- */

static void run_missing(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;

    if (!m->missing)
        app_message(app, ROLE_GOOD, "%s", _("沒有缺漏，可以送核"));
    else
        (void)gate_ask(app, &m->frame, GATE_APPROVE);
}

/* The milestone that comes next, its gate and what it is called. */
static const struct {
    enum step step;
    enum gate gate;
    const char *title, *done;
} milestones[] = {
    {STEP_APPROVED, GATE_APPROVE, N_("紀錄核定"), N_("已核定")},
    {STEP_DRAFT_SENT, GATE_DRAFT, N_("紀錄草稿寄送委員"), N_("草稿已寄")},
    {STEP_CONFIRMED, GATE_CONFIRM, N_("紀錄確認"), N_("已確認")},
};
enum { MILESTONES = sizeof milestones / sizeof *milestones };

static int next_milestone(const struct minutes *m)
{
    for (int i = 0; i < MILESTONES; i++)
        if (!meeting_milestone(&m->frame.s.meeting, milestones[i].step))
            return i;
    return MILESTONES;
}

static const char *why_no_milestone(struct app *app, struct screen *screen)
{
    (void)app;
    return next_milestone((struct minutes *)screen) == MILESTONES ? _("紀錄已確認") : NULL;
}

static void run_milestone(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;
    const char *const choices[] = {_("先不確認"), _("確認紀錄")};
    int next = next_milestone(m);

    if (gate_ask(app, &m->frame, milestones[next].gate) != GATE_OPEN)
        return;
    if (milestones[next].step == STEP_CONFIRMED &&
        app_ask(app, _("確認這份紀錄？"), _("確認之後，紀錄內容不能再修改。"), choices, 2, 0) != 1)
        return;
    if (milestone_ask(app, &m->frame, milestones[next].step, _(milestones[next].title), NULL)) {
        refresh(app, m);
        app_message(app, ROLE_GOOD, _("%s：%s"), m->frame.s.meeting.key, _(milestones[next].done));
    }
}

static void run_style(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;

    paper_choice_next(app, &m->choice, &m->frame);
    refresh(app, m);
}

static void run_copy(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;

    paper_choice_turn(app, &m->choice);
    refresh(app, m);
}

static void run_pages(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;

    (void)paper_page_push(app, m->frame.meeting_id, paper_find("minutes"), &m->choice);
}

static void run_print(struct app *app, struct screen *screen)
{
    const struct minutes *m = (struct minutes *)screen;
    const struct paper_source source = {&m->frame.s, NULL, paper_choice_style(&m->choice, &m->frame),
                                        m->choice.copy};

    paper_print(app, paper_find("minutes"), &source);
}

static void run_write(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;

    (void)paper_write(app, &m->frame, paper_choice_style(&m->choice, &m->frame), m->choice.copy);
}

static const char *why_no_versions(struct app *app, struct screen *screen)
{
    (void)app;
    return meeting_milestone(&((struct minutes *)screen)->frame.s.meeting, STEP_DRAFT_SENT) ||
                   meeting_milestone(&((struct minutes *)screen)->frame.s.meeting, STEP_CONFIRMED)
               ? NULL
               : _("還沒有寄送或確認過的版本");
}

static void run_versions(struct app *app, struct screen *screen)
{
    (void)versions_push(app, ((struct minutes *)screen)->frame.meeting_id);
}

static const char *why_no_amendment(struct app *app, struct screen *screen)
{
    (void)app;
    return frame_is_confirmed(&((struct minutes *)screen)->frame) ? NULL : _("紀錄還沒確認，直接修改即可");
}

static void run_amend(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;

    if (amendment_ask(app, &m->frame))
        refresh(app, m);
}

static const struct command minutes_commands[] = {
    {"minutes.milestone", "F8", N_("核定、寄送草稿、確認（依序）"), N_("核定／寄送／確認"), 0,
     why_no_milestone, run_milestone},
    {"minutes.missing", "F6 m", N_("看缺漏，並前往補正"), N_("缺漏"), 0, NULL, run_missing},
    {"minutes.write", "F4 w", N_("寫成文字檔"), N_("存檔"), 0, NULL, run_write},
    FRAME_NEXT,
    {"minutes.style", "F7 s", N_("換一種紙本格式看"), N_("換格式"), 0, NULL, run_style},
    {"minutes.versions", "F3 v", N_("留存的版本：寄送的草稿、確認的、公開的，及其差異"), N_("版本"), 0,
     why_no_versions, run_versions},
    {"minutes.amend", "F2 a", N_("更正已確認的紀錄"), N_("更正"), 0, why_no_amendment, run_amend},
    {"minutes.pages", "Enter", N_("看印出的樣子，一頁一頁"), N_("逐頁看"), 0, NULL, run_pages},
    {"minutes.print", "p", N_("送往印表機"), NULL, 0, NULL, run_print},
    {"minutes.copy", "F5 i", N_("公開版或內部版"), NULL, 0, NULL, run_copy},
    FRAME_JUMPS,
};

/* ---- drawing ------------------------------------------------------------------------------------ */

static void add_milestones(const struct minutes *m, struct pen *pen)
{
    for (int i = 0; i < MILESTONES; i++) {
        const struct milestone *done = meeting_milestone(&m->frame.s.meeting, milestones[i].step);
        struct str text = STR_INIT;

        str_printf(&text, "%s %s ", done ? "✓" : "·", label_choice(&step_choices, (int)milestones[i].step));
        if (done)
            label_date(&text, done->date);
        str_add(&text, "  ");
        pen_text(pen, done ? ROLE_GOOD : ROLE_DIM, text.text);
        str_release(&text);
    }
}

static void add_deadline(struct app *app, const struct minutes *m, struct pen *pen)
{
    const struct milestone *sent = meeting_milestone(&m->frame.s.meeting, STEP_DRAFT_SENT);
    struct date done = {0}, due = m->frame.deadlines.draft.date;
    struct deadline_state state;
    struct str text = STR_INIT;
    enum role role = ROLE_TEXT;

    if (!date_valid(due))
        return;
    if (sent && sent->date)
        (void)date_parse_iso(sent->date, &done);
    state = deadline_state(&office_calendar_shipped, due, app_today(app), done);
    str_add(&text, _("草稿期限 "));
    label_short_date(&text, due);
    str_add(&text, " ");
    label_deadline(&text, &state, &role);
    pen_text(pen, role, text.text);
    str_release(&text);
}

static void minutes_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct minutes *m = (struct minutes *)screen;
    struct rect inner = frame_draw(app, &m->frame, rect);
    struct pen pen = pen_at(inner, 0);
    struct str text = STR_INIT;

    add_milestones(m, &pen);
    pen_fill(&pen, ROLE_TEXT);
    pen = pen_at(inner, 1);
    if (m->missing)
        str_printf(&text, _("缺漏 %zu 項（F6）  "), m->missing);
    else
        str_add(&text, _("沒有缺漏  "));
    pen_text(&pen, m->missing ? ROLE_BAD : ROLE_GOOD, text.text);
    if (m->choice.copy == COPY_INTERNAL)
        pen_text(&pen, ROLE_WARN, _("內部版  "));
    add_deadline(app, m, &pen);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
    inner.y += HEAD_ROWS;
    inner.rows -= HEAD_ROWS;
    pager_draw(&m->pager, inner);
}

static bool minutes_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return pager_key(&((struct minutes *)screen)->pager, key);
}

static void minutes_close(struct app *app, struct screen *screen)
{
    struct minutes *m = (struct minutes *)screen;

    pager_release(&m->pager);
    paper_choice_release(&m->choice);
    frame_close(app, screen);
}

static const struct screen_ops minutes_ops = {.name = "minutes",
                                              .title = N_("紀錄"),
                                              .commands = COMMANDS(minutes_commands),
                                              .open = minutes_load,
                                              .reload = minutes_load,
                                              .draw = minutes_draw,
                                              .key = minutes_key,
                                              .crumb = frame_crumb,
                                              .status = frame_status,
                                              .close = minutes_close};

bool minutes_push(struct app *app, int64_t meeting_id)
{
    struct meeting_frame *frame =
        frame_new(app, sizeof(struct minutes), &minutes_ops, meeting_id, FRAME_MINUTES);

    if (!frame)
        return false;
    pager_init(&((struct minutes *)frame)->pager);
    return app_push(app, &frame->screen);
}

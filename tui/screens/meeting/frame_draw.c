/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rail of a meeting's steps: a column where there is room, else a row.
 */
#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

enum { RAIL_COLS = 18, RAIL_FROM_COLS = 98, RAIL_BORDER_COLS = 4 };

static const char *const marks[] = {
    [FRAME_TO_COME] = "·", [FRAME_HERE] = "▶", [FRAME_DONE] = "✓", [FRAME_ATTENTION] = "!"};
static const enum role roles[] = {[FRAME_TO_COME] = ROLE_DIM,
                                  [FRAME_HERE] = ROLE_TEXT,
                                  [FRAME_DONE] = ROLE_GOOD,
                                  [FRAME_ATTENTION] = ROLE_BAD};

/* Check-in's figure goes with the clock: who came, who left. */
static void figure_now(const struct app *app, const struct meeting_frame *frame, int step, struct str *out)
{
    struct quorum q;

    if (step != FRAME_CHECKIN || !quorum_recorded(&frame->s.meeting)) {
        str_add(out, frame->rail.v[step].figure);
        return;
    }
    q = frame_quorum(app, frame);
    str_printf(out, "%d/%d", q.present, q.in_office);
}

/* What a row leaves out where it is narrow, from nothing to nearly all. */
enum rail_form {
    RAIL_WHOLE,
    RAIL_FIGURES_THAT_MATTER, /* of what is to be done or wrong, and of the step that is open */
    RAIL_ONE_FIGURE,          /* of the step that is open */
    RAIL_NAMES,
    RAIL_ONE_NAME, /* the others are numbers */
};

/* "✓1籌備" and, apart, "5/14" of a step. */
static void row_texts(const struct app *app, const struct meeting_frame *frame, int step, enum rail_form form,
                      struct str *name, struct str *figure)
{
    const enum frame_state state = frame->rail.v[step].state;
    const bool own = step == frame->step, matters = state == FRAME_HERE || state == FRAME_ATTENTION;

    str_clear(name);
    str_clear(figure);
    str_printf(name, "%s%d%s", marks[state], step, own || form < RAIL_ONE_NAME ? frame_step_name(step) : "");
    if (form == RAIL_WHOLE || (own && form <= RAIL_ONE_FIGURE) ||
        (matters && form == RAIL_FIGURES_THAT_MATTER))
        figure_now(app, frame, step, figure);
}

static int row_cols(const struct app *app, const struct meeting_frame *frame, enum rail_form form)
{
    struct str name = STR_INIT, figure = STR_INIT;
    int cols = 0;

    for (int step = FRAME_PREPARE; step <= FRAME_STEPS; step++) {
        row_texts(app, frame, step, form, &name, &figure);
        cols += 1 + text_cols(name.text, name.len_bytes, draw_widths());
        cols += figure.len_bytes ? 1 + text_cols(figure.text, figure.len_bytes, draw_widths()) : 0;
    }
    str_release(&name);
    str_release(&figure);
    return cols;
}

static void draw_row(struct app *app, const struct meeting_frame *frame, struct rect rect)
{
    struct pen pen = pen_at(rect, 0);
    struct str name = STR_INIT, figure = STR_INIT;
    enum rail_form form = RAIL_WHOLE;

    while (form < RAIL_ONE_NAME && row_cols(app, frame, form) > rect.cols)
        form++;
    for (int step = FRAME_PREPARE; step <= FRAME_STEPS; step++) {
        enum role role = step == frame->step ? ROLE_SELECTED_DIM : roles[frame->rail.v[step].state];

        row_texts(app, frame, step, form, &name, &figure);
        pen_skip(&pen, ROLE_TEXT, 1);
        pen_text(&pen, role, name.text);
        if (figure.len_bytes) {
            pen_skip(&pen, role, 1);
            pen_text(&pen, role, figure.text);
        }
    }
    pen_fill(&pen, ROLE_TEXT);
    str_release(&name);
    str_release(&figure);
}

static void draw_due(const struct meeting_frame *frame, struct rect rect, int row, const char *label,
                     struct deadline due, enum step step, struct date today)
{
    const struct milestone *milestone = meeting_milestone(&frame->s.meeting, step);
    struct date when = {0, 0, 0};
    struct deadline_state state;
    struct str text = STR_INIT;
    struct pen pen = pen_at(rect, row);
    enum role role;

    if (milestone && milestone->date)
        (void)date_parse_iso(milestone->date, &when);
    state = deadline_state(&office_calendar_shipped, due.date, today, when);
    label_deadline(&text, &state, &role);
    pen_field(&pen, ROLE_DIM, label, rect.cols > 14 ? rect.cols - 6 : 9, TEXT_LEFT);
    str_clear(&text);
    moment_format(&text, due.provisional ? "{m}/{d}?" : "{m}/{d}", (struct moment){due.date, -1});
    if (state.standing == DEADLINE_IN_TIME || state.standing == DEADLINE_LATE)
        str_add(&text, "✓");
    pen_text(&pen, role, due.date.year ? text.text : "");
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static void draw_column(struct app *app, const struct meeting_frame *frame, struct rect rect)
{
    struct rect inner;
    struct str text = STR_INIT;

    draw_frame(rect, _("會議進程"), false, &inner);
    draw_blank(inner, ROLE_TEXT);
    inner = layout_inset(inner, 1, 0);
    for (int step = FRAME_PREPARE; step <= FRAME_STEPS && step <= inner.rows; step++) {
        const struct frame_view *view = &frame->rail.v[step];
        struct pen pen = pen_at(inner, step - 1);
        enum role role = step == frame->step ? ROLE_SELECTED_DIM : roles[view->state];
        int figure_cols;

        str_clear(&text);
        str_printf(&text, "%s %d %s", marks[view->state], step, frame_step_name(step));
        pen_text(&pen, role, text.text);
        str_clear(&text);
        figure_now(app, frame, step, &text);
        figure_cols = text_cols(text.text, text.len_bytes, draw_widths());
        if (figure_cols < pen.left_cols)
            pen_skip(&pen, role, pen.left_cols - figure_cols);
        pen_text(&pen, role, text.text);
    }
    if (inner.rows >= FRAME_STEPS + 5) {
        struct pen pen = pen_at(inner, FRAME_STEPS + 1);

        pen_text(&pen, ROLE_HEADING, _("期限"));
        draw_due(frame, inner, FRAME_STEPS + 2, _("資料寄送"), frame->deadlines.materials, STEP_SENT,
                 app_today(app));
        draw_due(frame, inner, FRAME_STEPS + 3, _("紀錄草稿"), frame->deadlines.draft, STEP_DRAFT_SENT,
                 app_today(app));
        draw_due(frame, inner, FRAME_STEPS + 4, _("公開"), frame->deadlines.publish, STEP_PUBLISHED,
                 app_today(app));
    }
    str_release(&text);
}

/* Wide enough for the words of the language. */
static int column_cols(const struct app *app, const struct meeting_frame *frame)
{
    struct str text = STR_INIT;
    int most = 0, cols;

    for (int step = FRAME_PREPARE; step <= FRAME_STEPS; step++) {
        str_clear(&text);
        str_printf(&text, "%s %d %s", marks[frame->rail.v[step].state], step, frame_step_name(step));
        figure_now(app, frame, step, &text);
        cols = text_cols(text.text, text.len_bytes, draw_widths());
        most = cols > most ? cols : most;
    }
    str_release(&text);
    return most + RAIL_BORDER_COLS > RAIL_COLS ? most + RAIL_BORDER_COLS + 1 : RAIL_COLS;
}

struct rect frame_draw(struct app *app, struct meeting_frame *frame, struct rect rect)
{
    struct rect rail = rect;

    if (rect.cols >= RAIL_FROM_COLS) {
        rail.cols = column_cols(app, frame);
        rect.x += rail.cols;
        rect.cols -= rail.cols;
        draw_column(app, frame, rail);
    } else if (rect.rows > 1) {
        rail.rows = 1;
        rect.y++;
        rect.rows--;
        draw_row(app, frame, rail);
    }
    return rect;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Placing dates on a line: in proportion to their days, but never over each other's words.
 */
#include "tui/screens/meeting/timeline.h"

#include "tui/screens/shared/label.h"
#include "tui/words.h"

#include <string.h>

enum { MARKS_MAX = 4 };

struct mark {
    struct date date;
    struct str words;
    enum role role;
    int cols, x; /* of the words */
};

static const struct due {
    const char *short_name, *name;
    enum step step;
} dues[] = {
    {N_("資料"), N_("資料寄送"), STEP_SENT},
    {N_("草稿"), N_("紀錄草稿"), STEP_DRAFT_SENT},
    {N_("公開"), N_("公開"), STEP_PUBLISHED},
};

static struct deadline deadline_of(const struct deadlines *deadlines, enum step step)
{
    return step == STEP_SENT         ? deadlines->materials
           : step == STEP_DRAFT_SENT ? deadlines->draft
                                     : deadlines->publish;
}

static struct deadline_state state_of(const struct meeting *meeting, struct deadline due, enum step step,
                                      struct date today)
{
    const struct milestone *milestone = meeting_milestone(meeting, step);
    struct date done = {0, 0, 0};

    if (milestone && milestone->date)
        (void)date_parse_iso(milestone->date, &done);
    return deadline_state(&office_calendar_shipped, due.date, today, done);
}

static void add_mark(struct mark *marks, size_t *n, const char *name, struct date date, enum role role)
{
    struct mark *mark = &marks[*n];

    if (!date.year)
        return;
    *mark = (struct mark){.date = date, .role = role, .words = STR_INIT};
    str_add(&mark->words, name);
    moment_format(&mark->words, "{m}/{d}", (struct moment){date, -1});
    mark->cols = text_cols(mark->words.text, mark->words.len_bytes, draw_widths());
    (*n)++;
}

static size_t collect(struct mark *marks, const struct meeting *meeting, const struct deadlines *deadlines,
                      struct date today)
{
    struct date day = {0, 0, 0};
    struct moment start = {.minutes = -1};
    size_t n = 0;

    if (meeting->start && (moment_parse_iso(meeting->start, &start) || date_parse_iso(meeting->start, &day)))
        day = start.date.year ? start.date : day;
    for (size_t i = 0; i < sizeof dues / sizeof *dues; i++) {
        struct deadline due = deadline_of(deadlines, dues[i].step);
        struct deadline_state state = state_of(meeting, due, dues[i].step, today);
        struct str words = STR_INIT;
        enum role role;

        label_deadline(&words, &state, &role);
        str_release(&words);
        add_mark(marks, &n, _(dues[i].short_name), due.date, role);
        if (dues[i].step == STEP_SENT)
            add_mark(marks, &n, _("開會"), day, ROLE_HEADING);
    }
    return n;
}

/* In proportion, then pushed apart: to the right where words would touch, back to the left where they run
 * out. */
static void place(struct mark *marks, size_t n, int cols, struct date today)
{
    struct date first = marks[0].date, last = marks[n - 1].date;
    int days, edge = cols;

    if (date_compare(today, first) < 0)
        first = today;
    if (date_compare(today, last) > 0)
        last = today;
    days = date_days_between(first, last);
    for (size_t i = 0; i < n; i++) {
        int from = i                                        ? marks[i - 1].x + marks[i - 1].cols + 1
                   : date_compare(today, marks[0].date) < 0 ? 3
                                                            : 0;

        marks[i].x = days ? date_days_between(first, marks[i].date) * (cols - marks[n - 1].cols) / days : 0;
        if (marks[i].x < from)
            marks[i].x = from;
    }
    for (size_t i = n; i-- > 0;) {
        if (marks[i].x + marks[i].cols > edge)
            marks[i].x = edge - marks[i].cols;
        if (marks[i].x < 0)
            marks[i].x = 0;
        edge = marks[i].x - 1;
    }
}

/* Where today stands between the marks as they were placed. */
static int today_x(const struct mark *marks, size_t n, int cols, struct date today)
{
    struct date before = today;
    int from = 0;

    for (size_t i = 0; i < n; i++) {
        int days = date_days_between(before, marks[i].date);

        if (date_compare(today, marks[i].date) <= 0)
            return i == 0 && days > 0 ? 0
                   : days <= 0        ? marks[i].x
                                      : from + date_days_between(before, today) * (marks[i].x - from) / days;
        before = marks[i].date;
        from = marks[i].x;
    }
    return from + 3 < cols ? from + 3 : cols - 1;
}

static void draw_line(struct rect rect, const struct mark *marks, size_t n, int today)
{
    const int line_cols = text_cols("─", strlen("─"), draw_widths());
    struct pen pen = pen_at(rect, 0);

    while (pen.left_cols >= line_cols) {
        int x = pen.x - rect.x;
        const char *text = pen.left_cols < 2 * line_cols ? "►" : "─";
        enum role role = ROLE_BORDER;

        for (size_t i = 0; i < n; i++)
            if (marks[i].x >= x && marks[i].x < x + line_cols) {
                text = "┬";
                role = marks[i].role;
            }
        if (today >= x && today < x + line_cols) {
            text = "●";
            role = ROLE_TEXT;
        }
        pen_text(&pen, role, text);
    }
    pen_fill(&pen, ROLE_TEXT);
}

void timeline_draw(struct rect rect, const struct meeting *meeting, const struct deadlines *deadlines,
                   struct date today)
{
    struct mark marks[MARKS_MAX] = {{.words = STR_INIT}};
    size_t n = collect(marks, meeting, deadlines, today);
    struct pen pen = pen_at(rect, 1);

    if (n > 0 && rect.rows >= TIMELINE_ROWS && rect.cols > 0) {
        place(marks, n, rect.cols, today);
        draw_line(rect, marks, n, today_x(marks, n, rect.cols, today));
        for (size_t i = 0; i < n; i++) {
            if (rect.x + marks[i].x > pen.x)
                pen_skip(&pen, ROLE_TEXT, rect.x + marks[i].x - pen.x);
            pen_text(&pen, marks[i].role, marks[i].words.text);
        }
        pen_fill(&pen, ROLE_TEXT);
    }
    for (size_t i = 0; i < n; i++)
        str_release(&marks[i].words);
}

bool timeline_next(const struct meeting *meeting, const struct deadlines *deadlines, struct date today,
                   struct str *out, enum role *role)
{
    for (size_t i = 0; i < sizeof dues / sizeof *dues; i++) {
        struct deadline due = deadline_of(deadlines, dues[i].step);
        struct deadline_state state = state_of(meeting, due, dues[i].step, today);
        struct str day = STR_INIT;

        if (state.standing != DEADLINE_PENDING && state.standing != DEADLINE_TODAY &&
            state.standing != DEADLINE_OVERDUE)
            continue;
        /* once the meeting has opened nobody can send its papers in time any more */
        if (dues[i].step == STEP_SENT && (meeting->end || meeting_milestone(meeting, STEP_OPENED)))
            continue;
        label_short_date(&day, due.date);
        str_printf(out, _("%s %s前　"), _(dues[i].name), day.text);
        str_release(&day);
        label_deadline(out, &state, role);
        if (due.provisional || state.provisional)
            str_add(out, _("（辦公日曆未及該年）"));
        return true;
    }
    return false;
}

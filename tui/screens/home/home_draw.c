/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Home as it is drawn: the next meeting with its dates, what is tracked, the list of meetings.
 */
#include "tui/screens/home/home.h"

#include "tui/cli/sentence.h"
#include "tui/screens/meeting/timeline.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

#include <string.h>

/* ---- the list of meetings ------------------------------------------------------------------------- */

enum {
    MEETING_MARK,
    MEETING_NAME,
    MEETING_DATE,
    MEETING_STATE,
    MEETING_PRESENT,
    MEETING_DECIDED,
    MEETING_TRACKED
};
const struct list_column home_meeting_columns[] = {
    {"", 1, 0, 0, TEXT_LEFT},  {"", 20, 3, 0, TEXT_LEFT}, {"", 13, 0, 0, TEXT_LEFT}, {"", 8, 1, 0, TEXT_LEFT},
    {"", 11, 1, 1, TEXT_LEFT}, {"", 7, 1, 2, TEXT_LEFT},  {"", 7, 1, 3, TEXT_LEFT},
};
const int home_n_meeting_columns = sizeof home_meeting_columns / sizeof *home_meeting_columns;

static size_t meeting_count(void *context)
{
    return ((struct home *)context)->lines.n;
}

static int64_t meeting_id(void *context, size_t row)
{
    return ((struct home *)context)->lines.v[row].id;
}

enum { FILL_ROWS = 16 };

/* The figures of the rows around ROW, which take a few queries a meeting: read together, so that most keys
 * ask nothing. Those that cannot be read now (somebody writes) come with the next drawing. */
static void fill_around(struct home *home, size_t row)
{
    struct db *db = home->app->db;
    struct err err = {0};
    size_t first = row - row % FILL_ROWS;

    if (read_begin(db, &err))
        return;
    for (size_t i = first; i < home->lines.n && i < first + FILL_ROWS; i++)
        if (!home->filled[i])
            home->filled[i] = meeting_line_fill(db, &home->committee, &home->members, &home->resolutions,
                                                &home->lines.v[i], &err) == STATUS_OK;
    read_end(db);
}

static const struct meeting_line *filled_line(struct home *home, size_t row)
{
    if (!home->filled[row])
        fill_around(home, row);
    return &home->lines.v[row];
}

static void meeting_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    struct home *home = context;
    const struct meeting_line *line = filled_line(home, row);
    const bool over = line->end || line->has[STEP_ADJOURNED];

    switch (column) {
    case MEETING_MARK:
        str_add(out, line->id == home->next.meeting.row.id ? "▶" : " ");
        break;
    case MEETING_NAME:
        label_meeting_key(out, line->key, line->title);
        break;
    case MEETING_DATE:
        label_date(out, line->start);
        break;
    case MEETING_STATE:
        str_add(out, meeting_state_words(line));
        *role = line->has[STEP_PUBLISHED] ? ROLE_DIM : ROLE_TEXT;
        break;
    case MEETING_PRESENT:
        if (line->present != UNKNOWN) {
            str_printf(out, _("出席 %d/%d"), line->present, line->in_office);
            *role = line->verdict == QUORUM_NOT_MET ? ROLE_BAD : ROLE_TEXT;
        } else if (line->items > 0) {
            str_printf(out, _("%d案"), line->items);
        }
        break;
    case MEETING_DECIDED:
        if (over && line->decisions > 0)
            str_printf(out, _("決議 %d"), line->decisions);
        break;
    default:
        if (over && line->tracked > 0)
            str_printf(out, _("列管 %d"), line->tracked);
    }
}

const struct list_source home_meeting_source = {
    .count = meeting_count, .cell = meeting_cell, .id = meeting_id};

/* ---- the list of tracked decisions ---------------------------------------------------------------- */

enum { TRACKED_KEY, TRACKED_TEXT, TRACKED_UNIT, TRACKED_ROUNDS, TRACKED_DAYS };
const struct list_column home_tracked_columns[] = {
    {"", 8, 0, 0, TEXT_LEFT},  {"", 12, 6, 0, TEXT_LEFT}, {"", 8, 1, 2, TEXT_LEFT},
    {"", 4, 0, 1, TEXT_RIGHT}, {"", 8, 0, 0, TEXT_RIGHT},
};
const int home_n_tracked_columns = sizeof home_tracked_columns / sizeof *home_tracked_columns;

static size_t tracked_count(void *context)
{
    return ((struct home *)context)->n_open;
}

static int64_t tracked_id(void *context, size_t row)
{
    return ((struct home *)context)->open[row].resolution->row.id;
}

static void tracked_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct home_open *open = &((struct home *)context)->open[row];
    const struct resolution *r = open->resolution;

    switch (column) {
    case TRACKED_KEY:
        str_add(out, r->key);
        break;
    case TRACKED_TEXT:
        str_add(out, r->instruction.n ? r->instruction.v[0].text : r->source_text);
        break;
    case TRACKED_UNIT:
        str_add(out, r->units.n ? r->units.v[0].name : NULL);
        str_add(out, r->units.n > 1 ? _("等") : NULL);
        break;
    case TRACKED_ROUNDS:
        if (r->rounds.n)
            str_printf(out, _("%zu次"), r->rounds.n);
        break;
    default:
        if (open->overdue) {
            str_add(out, _("逾期"));
            *role = ROLE_BAD;
        } else if (open->days >= 0) {
            str_printf(out, _("%lld日"), (long long)open->days);
        }
    }
}

const struct list_source home_tracked_source = {
    .count = tracked_count, .cell = tracked_cell, .id = tracked_id};

/* ---- the panels ----------------------------------------------------------------------------------- */

static void draw_line(struct rect rect, int row, enum role role, const char *text)
{
    struct pen pen = pen_at(rect, row);

    if (row >= rect.rows)
        return;
    pen_text(&pen, role, text);
    pen_fill(&pen, ROLE_TEXT);
}

static void draw_nothing_next(const struct home *home, struct rect inner)
{
    draw_line(inner, 0, ROLE_TEXT, _("目前沒有籌備中的會議。"));
    draw_line(inner, 1, ROLE_DIM, _("按 n 建立，列管案會自動列入。"));
    if (home->members.n == 0)
        draw_line(inner, 2, ROLE_WARN, _("還沒有委員：先按 m 建立名冊。"));
}

static void draw_next(struct app *app, struct home *home, struct rect rect)
{
    const struct meeting *meeting = &home->next.meeting;
    const char *step = frame_step_name(home->rail.next);
    struct rect inner, line;
    struct str text = STR_INIT;
    enum role role = ROLE_TEXT;

    draw_frame(rect, frame_meeting_over(meeting) ? _("上次會議") : _("下次會議"), false, &inner);
    draw_blank(inner, ROLE_TEXT);
    inner = layout_inset(inner, 1, 0);
    if (!meeting->row.id) {
        draw_nothing_next(home, inner);
        return;
    }
    label_meeting(&text, meeting);
    str_add_char(&text, ' ');
    if (meeting->start) {
        struct moment start = {.minutes = -1};

        if (moment_parse_iso(meeting->start, &start))
            moment_format(&text, _("{m}/{d}({w}){HH}:{MM}"), start);
        else
            label_date(&text, meeting->start);
    } else {
        str_add(&text, _("日期未定"));
    }
    if (meeting->place)
        str_printf(&text, " %s", meeting->place);
    draw_line(inner, 0, ROLE_HEADING, text.text);
    str_clear(&text);
    str_printf(&text, _("步驟 %d/%d %s"), home->rail.next, FRAME_STEPS, step);
    if (*home->rail.v[FRAME_AGENDA].figure && home->rail.next <= FRAME_AGENDA)
        str_printf(&text, "   %s", home->rail.v[FRAME_AGENDA].figure);
    draw_line(inner, 1, ROLE_TEXT, text.text);
    str_clear(&text);
    if (timeline_next(meeting, &home->deadlines, app_today(app), &text, &role))
        draw_line(inner, 2, role, text.text);
    line = (struct rect){inner.x, inner.y + 3, inner.cols, inner.rows - 3};
    if (line.rows >= TIMELINE_ROWS)
        timeline_draw(line, meeting, &home->deadlines, app_today(app));
    str_release(&text);
}

static void draw_tracked(struct home *home, struct rect rect)
{
    struct rect inner, list, last;
    struct str text = STR_INIT;

    draw_frame(rect, _("列管中"), home->on_tracked, &inner);
    list = last = inner;
    list.rows = inner.rows - 1;
    last.y = inner.y + inner.rows - 1;
    last.rows = 1;
    list_view_draw(&home->tracked, list, home->on_tracked);
    if (home->n_open) {
        str_printf(&text, _("共 %zu 案"), home->n_open);
        if (home->n_overdue)
            str_printf(&text, _("，逾期 %zu"), home->n_overdue);
        if (home->n_silent && home->next.meeting.row.id && !frame_meeting_over(&home->next.meeting))
            str_printf(&text, _("，尚未回報 %zu"), home->n_silent);
    }
    draw_blank(last, ROLE_TEXT);
    draw_line(layout_inset(last, 1, 0), 0, home->n_overdue ? ROLE_WARN : ROLE_DIM, text.text);
    str_release(&text);
}

void home_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct home *home = (struct home *)screen;
    const struct layout_part rows[] = {{7, 12, 1, 1}, {5, 0, 2, 0}}, cols[] = {{40, 64, 4, 0}, {36, 0, 5, 1}};
    struct rect parts[2], top[2], inner;

    home->app = app;
    layout_rows(rect, rows, 2, parts);
    layout_cols(parts[0], cols, 2, top);
    if (parts[0].rows > 2) {
        draw_next(app, home, top[0]);
        if (top[1].cols > 2)
            draw_tracked(home, top[1]);
    }
    draw_frame(parts[1], _("會議"), !home->on_tracked, &inner);
    list_view_draw(&home->meetings, inner, !home->on_tracked);
}

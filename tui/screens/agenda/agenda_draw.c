/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda as it is shown: rows, numbers, what an item holds, when it was sent.
 */
#include "core/paper/minutes.h"
#include "tui/screens/agenda/agenda.h"
#include "tui/screens/shared/label.h"

#include <string.h>

enum { TITLE_ROWS = 2, TITLE_FROM_ROWS = 14 };

static bool was_sent(const struct meeting_frame *frame)
{
    return meeting_milestone(&frame->s.meeting, STEP_SENT) != NULL;
}

void agenda_number(const struct meeting_frame *frame, const struct item *item, struct str *out)
{
    if (was_sent(frame) && item->label)
        str_add(out, item->label);
    else
        minutes_item_number(&frame->s, frame->style, item, out);
}

/* ---- rows ----------------------------------------------------------------------------------------- */

static size_t section_size(const struct meeting *meeting, int section)
{
    size_t n = 0;

    for (size_t i = 0; i < meeting->items.n; i++)
        n += meeting->items.v[i].section == section;
    return n;
}

/* An only row without a matter of its own stands for its section. */
static bool is_heading(const struct item *item, size_t n)
{
    return n == 1 && (!item->title || item->section < SECTION_REPORT || item->section > SECTION_MOTION);
}

static void take_number_cols(struct agenda *agenda, const struct item *item)
{
    struct str number = STR_INIT;
    int cols;

    agenda_number(&agenda->frame, item, &number);
    cols = text_cols(number.text, number.len_bytes, draw_widths());
    if (cols > agenda->number_cols)
        agenda->number_cols = cols;
    str_release(&number);
}

static void add_section(struct agenda *agenda, int section)
{
    const struct meeting *meeting = &agenda->frame.s.meeting;
    const size_t n = section_size(meeting, section);
    struct agenda_row *heading = &agenda->rows[agenda->n_rows++];

    *heading = (struct agenda_row){section, true, NULL};
    for (size_t i = 0; i < meeting->items.n; i++) {
        const struct item *item = &meeting->items.v[i];

        if (item->section != section)
            continue;
        if (is_heading(item, n)) {
            heading->item = item;
            continue;
        }
        agenda->rows[agenda->n_rows++] = (struct agenda_row){section, false, item};
        take_number_cols(agenda, item);
    }
}

bool agenda_rows(struct agenda *agenda)
{
    struct snapshot *s = &agenda->frame.s;

    agenda->n_rows = 0;
    agenda->number_cols = 0;
    agenda->rows = arena_take(&s->arena, (s->meeting.items.n + SECTION_COUNT) * sizeof *agenda->rows);
    for (int section = 0; agenda->rows && section < SECTION_COUNT; section++)
        add_section(agenda, section);
    return agenda->rows != NULL;
}

static size_t row_count(void *context)
{
    return ((struct agenda *)context)->n_rows;
}

/* An item's own id; a section's is below zero, since its row may come and go. */
static int64_t row_id(void *context, size_t row)
{
    const struct agenda_row *r = &((struct agenda *)context)->rows[row];

    return r->heading ? -1 - r->section : r->item->row.id;
}

/* ---- cells ---------------------------------------------------------------------------------------- */

static bool is_absent(const struct agenda *agenda, const struct agenda_row *row)
{
    return section_size(&agenda->frame.s.meeting, row->section) == 0;
}

/* "參、報告事項", "伍、臨時動議：無"; without a number where it will not print. */
static void heading_words(const struct agenda *agenda, const struct agenda_row *row, struct str *out)
{
    const struct meeting_frame *frame = &agenda->frame;
    const char *code = section_choices.codes[row->section];

    if (is_absent(agenda, row))
        str_add(out, style_section(frame->style, code, "label"));
    else
        minutes_section_name(&frame->s, frame->style, row->section, out);
    if (row->item && row->item->none)
        str_add(out, style_section(frame->style, code, "none"));
    else if (row->item && row->item->abridged)
        str_add(out, style_section(frame->style, code, "abridged"));
}

static void item_words(const struct agenda *agenda, const struct item *item, struct str *out)
{
    struct str number = STR_INIT;

    agenda_number(&agenda->frame, item, &number);
    str_add(out, "  ");
    text_pad(out, number.text, agenda->number_cols, TEXT_LEFT, draw_widths());
    str_add(out, item->title ? item->title : _("（沒有案由）"));
    str_release(&number);
}

/* The point or unit that stands behind it: a motion's member, else the unit. */
static void add_origin(const struct agenda *agenda, const struct item *item, struct str *out)
{
    if (item->unit)
        str_add(out, item->unit);
    else if (!person_none(&item->proposer))
        label_person(out, &agenda->frame.s.members, &item->proposer);
}

static void add_part(struct str *out, const char *part, size_t n)
{
    if (!n)
        return;
    str_add(out, out->len_bytes ? " " : "");
    str_add(out, part);
}

static void add_parts(const struct item *item, struct str *out)
{
    add_part(out, _("說明"), item->explanation.n);
    add_part(out, _("擬辦"), item->proposal.n);
    add_part(out, _("表"), item->tables.n);
    if (item->tables.n)
        str_printf(out, "%zu", item->tables.n);
    add_part(out, _("附件"), item->attachments.n);
    if (item->attachments.n)
        str_printf(out, "%zu", item->attachments.n);
}

/* 撤案; 略; 承111-2: what was carried over from there. */
static void add_remark(const struct item *item, struct str *out, enum role *role)
{
    const struct decision *decision = item_decision(item);

    if (decision && decision->kind == DECISION_WITHDRAWN) {
        str_add(out, label_choice(&decision_kind_choices, DECISION_WITHDRAWN));
        *role = ROLE_WARN;
    } else if (item->abridged) {
        str_add(out, _("略"));
        *role = ROLE_WARN;
    } else if (item->from_meeting) {
        str_printf(out, _("承%s"), item->from_meeting);
        *role = ROLE_GOOD;
    }
}

static void heading_cell(const struct agenda *agenda, const struct agenda_row *row, int column,
                         struct str *out, enum role *role)
{
    size_t n = section_size(&agenda->frame.s.meeting, row->section);

    *role = is_absent(agenda, row) ? ROLE_DIM : ROLE_HEADING;
    if (column == 0)
        heading_words(agenda, row, out);
    else if (column == 3 && row->item && row->item->explanation.n)
        str_add(out, _("有本文"));
    else if (column == 3 && row->section == SECTION_TRACKING)
        str_printf(out, _("%zu案"), agenda->frame.tracked.n);
    else if (column == 3 && is_absent(agenda, row))
        str_add(out, _("不印"));
    else if (column == 3 && !row->item)
        str_printf(out, _("%zu案"), n);
}

static void row_cell(void *context, size_t at, int column, struct str *out, enum role *role)
{
    const struct agenda *agenda = context;
    const struct agenda_row *row = &agenda->rows[at];

    if (row->heading)
        heading_cell(agenda, row, column, out, role);
    else if (column == 0)
        item_words(agenda, row->item, out);
    else if (column == 1)
        add_origin(agenda, row->item, out);
    else if (column == 2)
        add_parts(row->item, out);
    else
        add_remark(row->item, out, role);
    if (!row->heading && column == 2)
        *role = ROLE_DIM;
}

const struct list_column agenda_columns[] = {{"", 42, 1, 0, TEXT_LEFT},
                                             {"", 12, 0, 2, TEXT_LEFT},
                                             {"", 17, 0, 3, TEXT_LEFT},
                                             {"", 8, 0, 0, TEXT_LEFT}};
const int agenda_n_columns = sizeof agenda_columns / sizeof *agenda_columns;
const struct list_source agenda_source = {.count = row_count, .cell = row_cell, .id = row_id};

/* ---- around the list ------------------------------------------------------------------------------- */

/* When it went out, or until when it has to. */
static void draw_sending(struct app *app, const struct agenda *agenda, struct rect rect)
{
    const struct milestone *sent = meeting_milestone(&agenda->frame.s.meeting, STEP_SENT);
    const struct date due = agenda->frame.deadlines.materials.date;
    struct deadline_state state;
    struct str text = STR_INIT;
    enum role role = ROLE_DIM;
    struct pen pen = pen_at(rect, 0);

    if (sent) {
        role = ROLE_GOOD;
        str_add(&text, _("已寄送 "));
        label_date(&text, sent->date);
        if (sent->ref)
            str_printf(&text, _("　%s"), sent->ref);
        str_add(&text, _("　案號已固定"));
    } else if (date_valid(due)) {
        state = deadline_state(&office_calendar_shipped, due, app_today(app), (struct date){0, 0, 0});
        str_add(&text, _("資料寄送期限 "));
        label_short_date(&text, due);
        str_add(&text, _("　"));
        label_deadline(&text, &state, &role);
    } else {
        str_add(&text, _("還沒有開會日期，無從計算資料寄送期限"));
    }
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, role, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

/* A matter is a whole paragraph: here it is in full. */
static void draw_title(const struct agenda *agenda, struct rect rect)
{
    const struct agenda_row *row = agenda_selected(agenda);
    const char *title = row && !row->heading && row->item->title ? row->item->title : "";
    size_t at = 0, end = 0, next = 0, len = strlen(title);

    for (int y = 0; y < rect.rows; y++) {
        struct pen pen = pen_at(rect, y);

        pen_skip(&pen, ROLE_TEXT, 1);
        if (text_line(title, len, at, rect.cols - 2, draw_widths(), &end, &next)) {
            pen_bytes(&pen, ROLE_DIM, title + at, end - at);
            if (y + 1 == rect.rows && next < len)
                pen_text(&pen, ROLE_DIM, "…");
            at = next;
        }
        pen_fill(&pen, ROLE_TEXT);
    }
}

void agenda_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct agenda *agenda = (struct agenda *)screen;
    struct rect inner, title;

    rect = frame_draw(app, &agenda->frame, rect);
    draw_frame(rect, _("議程"), true, &inner);
    draw_blank(inner, ROLE_TEXT);
    draw_sending(app, agenda, inner);
    inner.y++;
    inner.rows--;
    if (inner.rows >= TITLE_FROM_ROWS) {
        title = inner;
        inner.rows -= TITLE_ROWS;
        title.y += inner.rows;
        title.rows = TITLE_ROWS;
        draw_title(agenda, title);
    }
    list_view_draw(&agenda->list, inner, true);
}

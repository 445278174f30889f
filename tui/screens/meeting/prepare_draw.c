/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 1 as it is drawn: the form, and what follows from the date.
 */
#include "tui/screens/meeting/prepare.h"
#include "tui/screens/meeting/timeline.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

static void draw_line(struct rect rect, int row, enum role role, const char *text)
{
    struct pen pen = pen_at(rect, row);

    if (row >= rect.rows)
        return;
    pen_text(&pen, role, text);
    pen_fill(&pen, ROLE_TEXT);
}

/* "應出席 12 人，出席 6 人、其中民間代表 3 人即可開會" */
static void quorum_line(const struct snapshot *s, struct str *out)
{
    struct quorum q = quorum_forecast(&s->meeting, s->rule);

    str_printf(out, _("應出席 %d 人"), q.in_office);
    if (q.needed == UNKNOWN)
        str_printf(out, _("，%s"), label_doubt(DOUBT_NO_RULE));
    else if (q.civil_needed > 0)
        str_printf(out, _("，出席 %d 人且其中民間代表 %d 人即可開會"), q.needed, q.civil_needed);
    else
        str_printf(out, _("，出席 %d 人即可開會"), q.needed);
}

static void draw_dates(struct app *app, const struct meeting_frame *frame, struct rect rect)
{
    struct str text = STR_INIT;
    enum role role = ROLE_TEXT;
    int row = 0;

    if (!frame->s.date) {
        draw_line(rect, row++, ROLE_WARN, _("填了日期，資料寄送、紀錄草稿與公開的期限就會算出來。"));
    } else {
        timeline_draw(rect, &frame->s.meeting, &frame->deadlines, app_today(app));
        row = TIMELINE_ROWS;
        if (timeline_next(&frame->s.meeting, &frame->deadlines, app_today(app), &text, &role))
            draw_line(rect, row++, role, text.text);
    }
    if (frame->deadlines.meeting_on_day_off)
        draw_line(rect, row++, ROLE_WARN, _("請留意：開會當天不上班。"));
    str_clear(&text);
    quorum_line(&frame->s, &text);
    draw_line(rect, row, ROLE_DIM, text.text);
    str_release(&text);
}

void prepare_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct prepare *prepare = (struct prepare *)screen;
    const struct layout_part parts[] = {{8, (int)prepare_n_fields + 4, 2, 0}, {6, 8, 1, 1}};
    struct rect boxes[2], inner;

    rect = frame_draw(app, &prepare->frame, rect);
    draw_blank(rect, ROLE_TEXT);
    layout_rows(rect, parts, 2, boxes);
    draw_frame(boxes[0], _("籌備"), true, &inner);
    form_draw(&prepare->form, inner, true);
    if (boxes[1].rows > 2) {
        draw_frame(boxes[1], _("日期與期限"), false, &inner);
        draw_blank(inner, ROLE_TEXT);
        draw_dates(app, &prepare->frame, layout_inset(inner, 1, 0));
    }
}

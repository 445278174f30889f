/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda is sent, and items come from elsewhere: from an earlier meeting, from what stands on every
 * agenda.
 */
#include "core/paper/minutes.h"
#include "tui/screens/agenda/agenda.h"
#include "tui/screens/meeting/gate.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/picker.h"

/* ---- sending --------------------------------------------------------------------------------------- */

const char *agenda_why_not_send(struct app *app, struct screen *screen)
{
    if (((struct agenda *)screen)->frame.s.meeting.outcome == OUTCOME_CANCELLED)
        return _("會議已取消");
    return frame_why_not_change(app, screen);
}

/* The numbers as they print now, one for each item; what was frozen by an earlier sending stays (NULL). Into
 * ARENA; NULL: out of memory. */
static const char **labels_now(const struct meeting_frame *frame, bool again, struct arena *arena)
{
    const struct meeting *meeting = &frame->s.meeting;
    const char **labels = arena_take(arena, (meeting->items.n + 1) * sizeof *labels);
    struct str label = STR_INIT;

    for (size_t i = 0; labels && i < meeting->items.n; i++) {
        const struct item *item = &meeting->items.v[i];

        labels[i] = NULL;
        if (!item->title || (again && item->label))
            continue;
        str_clear(&label);
        minutes_item_number(&frame->s, frame->style, item, &label);
        labels[i] = arena_text(arena, label.text, label.len_bytes);
        if (!labels[i])
            labels = NULL;
    }
    str_release(&label);
    return labels;
}

static void note_sending(struct app *app, struct agenda *agenda, bool again)
{
    struct arena arena = ARENA_INIT;
    const char **labels = labels_now(&agenda->frame, again, &arena);
    struct err err = {0};

    if (!labels) {
        (void)err_memory(&err);
        app_error(app, &err);
    } else if (milestone_ask(app, &agenda->frame, STEP_SENT, _("議程及資料寄送"), labels)) {
        agenda_refresh(app, agenda, 0);
        app_message(app, ROLE_GOOD, "%s", _("已記下寄送，案號固定。按 F9 到下一步：列管"));
    }
    arena_release(&arena);
}

static void take_back(struct app *app, struct agenda *agenda)
{
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("%s：撤回%s"), agenda->frame.s.meeting.key,
                label_choice(&step_choices, STEP_SENT));
    do
        status = milestone_remove(app->db, &attempt.stamp, &agenda->frame.s, STEP_SENT, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status)
        return;
    agenda_refresh(app, agenda, 0);
    app_message(app, ROLE_WARN, "%s", _("寄送紀錄已撤回，案號又會跟著順序改"));
}

void agenda_run_send(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    const char *const choices[] = {_("改寄送日期或字號"), _("撤回寄送紀錄"), _("都不是")};
    int answer;

    if (!meeting_milestone(&agenda->frame.s.meeting, STEP_SENT)) {
        if (gate_ask(app, &agenda->frame, GATE_SEND) == GATE_OPEN)
            note_sending(app, agenda, false);
        return;
    }
    answer = app_ask(app, _("議程已寄送"), _("要改什麼？"), choices, 3, 0);
    if (answer == 0)
        note_sending(app, agenda, true);
    else if (answer == 1)
        take_back(app, agenda);
}

/* ---- from an earlier meeting ------------------------------------------------------------------------ */

/* Which meeting to copy from; 0: none, or given up. */
static int64_t pick_meeting(struct app *app, const struct agenda *agenda, struct arena *arena)
{
    struct meeting_lines lines = {NULL, 0};
    struct pick_row *rows;
    struct err err = {0};
    size_t n = 0;
    int picked;

    if (meeting_list(app->db, app->committee_id, arena, &lines, &err)) {
        app_error(app, &err);
        return 0;
    }
    rows = arena_take(arena, (lines.n + 1) * sizeof *rows);
    for (size_t i = 0; rows && i < lines.n; i++) {
        struct str name = STR_INIT, date = STR_INIT;

        if (lines.v[i].id == agenda->frame.meeting_id)
            continue;
        label_meeting_key(&name, lines.v[i].key, lines.v[i].title);
        label_date(&date, lines.v[i].start);
        lines.v[n] = lines.v[i];
        rows[n++] = (struct pick_row){.label = arena_text(arena, name.text, name.len_bytes),
                                      .detail = arena_text(arena, date.text, date.len_bytes),
                                      .match = lines.v[i].key};
        str_release(&name);
        str_release(&date);
    }
    if (n == 0) {
        app_message(app, ROLE_WARN, "%s", _("沒有其他會議可以複製"));
        return 0;
    }
    picked = app_pick(app, _("從哪一次會議複製？"), rows, n, 0);
    return picked < 0 ? 0 : lines.v[picked].id;
}

/* Which of its items; 0: none, or given up. */
static int64_t pick_item(struct app *app, const struct snapshot *from, struct arena *arena)
{
    const struct meeting *meeting = &from->meeting;
    struct pick_row *rows = arena_take(arena, (meeting->items.n + 1) * sizeof *rows);
    int64_t *ids = arena_take(arena, (meeting->items.n + 1) * sizeof *ids);
    size_t n = 0;
    int picked;

    for (size_t i = 0; rows && ids && i < meeting->items.n; i++) {
        const struct item *item = &meeting->items.v[i];

        if (!item->title)
            continue;
        ids[n] = item->row.id;
        rows[n] = (struct pick_row){.number = (int)n + 1,
                                    .label = item->title,
                                    .detail = agenda_section_words(item->section),
                                    .match = item->unit};
        n++;
    }
    if (n == 0) {
        app_message(app, ROLE_WARN, "%s", _("那次會議沒有案由"));
        return 0;
    }
    picked = app_pick(app, _("複製哪一案？"), rows, n, 0);
    return picked < 0 ? 0 : ids[picked];
}

static void copy_item(struct app *app, struct agenda *agenda, const struct snapshot *from, int64_t item_id)
{
    struct attempt attempt;
    int64_t id = 0;
    enum status status;

    app_attempt(app, &attempt, _("議程 %s：自 %s 複製一案"), agenda->frame.s.meeting.key, from->meeting.key);
    do
        status = item_copy(app->db, &attempt.stamp, &agenda->frame.s, from, item_id, &id, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status)
        return;
    agenda_refresh(app, agenda, id);
    app_message(app, ROLE_GOOD, "%s", _("已複製案由、說明、擬辦、附表與附件；Enter 打開修改"));
}

void agenda_run_copy(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    struct arena arena = ARENA_INIT;
    struct snapshot from = SNAPSHOT_INIT;
    struct err err = {0};
    int64_t meeting = pick_meeting(app, agenda, &arena), item = 0;

    if (meeting && snapshot_load_meeting(app->db, meeting, &from, &err))
        app_error(app, &err);
    else if (meeting)
        item = pick_item(app, &from, &arena);
    if (item)
        copy_item(app, agenda, &from, item);
    snapshot_release(&from);
    arena_release(&arena);
}

/* ---- what belongs here anyway ------------------------------------------------------------------------ */

void agenda_run_standing(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    struct attempt attempt;
    int standing = 0, carried = 0;
    enum status status;

    app_attempt(app, &attempt, _("議程 %s：補常設議程"), agenda->frame.s.meeting.key);
    do
        status = standing_add(app->db, &attempt.stamp, &agenda->frame.s, &standing, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status)
        return;
    agenda_refresh(app, agenda, 0);
    app_attempt(app, &attempt, _("議程 %s：帶入上次未結的案"), agenda->frame.s.meeting.key);
    do
        status = items_carry(app->db, &attempt.stamp, &agenda->frame.s, &carried, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status)
        return;
    agenda_refresh(app, agenda, 0);
    if (standing + carried == 0)
        app_message(app, ROLE_TEXT, "%s", _("沒有缺的：常設議程與上次未結的案都在了"));
    else
        app_message(app, ROLE_GOOD, _("補上常設議程 %d 案、上次未結 %d 案"), standing, carried);
}

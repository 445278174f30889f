/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 2, 議程: the outline of the meeting, section by section, numbered as it prints.
 */
#include "tui/screens/agenda/agenda.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"

const char *agenda_section_words(int section)
{
    return label_choice(&section_choices, section);
}

const struct agenda_row *agenda_selected(const struct agenda *agenda)
{
    size_t row;

    return list_view_selected(&agenda->list, &row) ? &agenda->rows[row] : NULL;
}

void agenda_refresh(struct app *app, struct agenda *agenda, int64_t item_id)
{
    struct err err = {0};

    if (agenda_load(app, &agenda->frame.screen, &err))
        app_error(app, &err);
    else if (item_id)
        list_view_select_id(&agenda->list, item_id);
}

static const struct command agenda_commands[] = {
    {"agenda.open", "Enter", N_("打開這一案；節：編輯本文"), N_("打開"), 0, NULL, agenda_run_open},
    {"agenda.new", "n F5 Insert", N_("在這一節新增一案"), N_("新增"), 0, frame_why_not_change,
     agenda_run_new},
    {"agenda.up", "Shift-Up Ctrl-Up Alt-Up", N_("往上移，案號跟著改"), N_("上移"), 0, agenda_why_not_move,
     agenda_run_up},
    {"agenda.down", "Shift-Down Ctrl-Down Alt-Down", N_("往下移，案號跟著改"), NULL, 0, agenda_why_not_move,
     agenda_run_down},
    {"agenda.send", "F8", N_("寄送議程及資料：記下日期與發文字號"), N_("寄送"), 0, agenda_why_not_send,
     agenda_run_send},
    FRAME_NEXT,
    {"agenda.copy", "c F6", N_("從以前的會議複製一案"), N_("複製舊案"), 0, frame_why_not_change,
     agenda_run_copy},
    {"agenda.standing", "t F7", N_("補上常設議程與上次未結的案"), N_("補常設"), 0, frame_why_not_change,
     agenda_run_standing},
    {"agenda.withdraw", "w F3", N_("撤案，或恢復已撤的案"), N_("撤案"), 0, agenda_why_no_item,
     agenda_run_withdraw},
    {"agenda.said", "x F4", N_("這一節印「無」、「略」或照常；一案：略或照常"), N_("無／略"), 0,
     agenda_why_not_said, agenda_run_said},
    {"agenda.remove", "Delete", N_("刪除"), NULL, 0, frame_why_not_change, agenda_run_remove},
    FRAME_JUMPS,
};

enum status agenda_load(struct app *app, struct screen *screen, struct err *err)
{
    struct agenda *agenda = (struct agenda *)screen;
    enum status status = frame_load(app, screen, err);

    if (status)
        return status;
    if (!agenda_rows(agenda))
        return err_memory(err);
    if (!agenda->listed) {
        list_view_init(&agenda->list, agenda_columns, agenda_n_columns, &agenda_source, agenda);
        agenda->list.no_heading = true;
        agenda->listed = true;
    }
    list_view_reload(&agenda->list);
    return STATUS_OK;
}

static bool agenda_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct agenda *)screen)->list, key);
}

static const struct screen_ops agenda_ops = {.name = "agenda",
                                             .title = N_("議程"),
                                             .commands = COMMANDS(agenda_commands),
                                             .open = agenda_load,
                                             .reload = agenda_load,
                                             .draw = agenda_draw,
                                             .key = agenda_key,
                                             .crumb = frame_crumb,
                                             .status = frame_status,
                                             .close = frame_close};

bool agenda_push(struct app *app, int64_t meeting_id)
{
    return frame_push(app, sizeof(struct agenda), &agenda_ops, meeting_id, FRAME_AGENDA);
}

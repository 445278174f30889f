/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done with the items of the agenda: added, moved, withdrawn, removed.
 */
#include "tui/screens/agenda/agenda.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"

static bool was_sent(const struct agenda *agenda)
{
    return meeting_milestone(&agenda->frame.s.meeting, STEP_SENT) != NULL;
}

static bool is_withdrawn(const struct item *item)
{
    return item_decision(item) && item_decision(item)->kind == DECISION_WITHDRAWN;
}

/* ---- why not --------------------------------------------------------------------------------------- */

const char *agenda_why_no_item(struct app *app, struct screen *screen)
{
    const struct agenda *agenda = (struct agenda *)screen;
    const struct agenda_row *row = agenda_selected(agenda);

    if (!row || row->heading)
        return _("請先選一個案");
    if (item_decision(row->item) && !is_withdrawn(row->item))
        return _("這一案已有決議，不能撤案");
    return frame_why_not_change(app, screen);
}

const char *agenda_why_not_move(struct app *app, struct screen *screen)
{
    const struct agenda *agenda = (struct agenda *)screen;
    const struct agenda_row *row = agenda_selected(agenda);

    if (!row || row->heading)
        return _("節的順序是固定的；請選一個案來移動");
    if (was_sent(agenda))
        return _("議程已寄送，案號不再變動；不審議的案請用 w 撤案");
    return frame_why_not_change(app, screen);
}

/* ---- adding ---------------------------------------------------------------------------------------- */

static enum status check_title(void *context, const char *text, struct err *err)
{
    (void)context;
    return *text ? STATUS_OK : err_set(err, STATUS_BAD, CODE_FORM_REQUIRED, NULL, NULL, NULL);
}

/* The section at the cursor; where that takes no items, one that is asked for. -1: Esc. */
static int choose_section(struct app *app, const struct agenda *agenda)
{
    const struct agenda_row *row = agenda_selected(agenda);
    const char *const choices[] = {agenda_section_words(SECTION_REPORT),
                                   agenda_section_words(SECTION_DISCUSSION),
                                   agenda_section_words(SECTION_MOTION)};
    int answer;

    if (row && row->section >= SECTION_REPORT && row->section <= SECTION_MOTION)
        return row->section;
    answer = app_ask(app, _("新增一案"), _("放在哪一節？"), choices, 3, 0);
    return answer < 0 ? -1 : SECTION_REPORT + answer;
}

/* The item after the selected one in SECTION; 0: at the section's end. */
static int64_t item_after(const struct agenda *agenda, int section)
{
    const struct agenda_row *row = agenda_selected(agenda);

    if (was_sent(agenda) || !row || row->heading || row->section != section ||
        row + 1 == agenda->rows + agenda->n_rows || row[1].heading)
        return 0;
    return row[1].item->row.id;
}

void agenda_run_new(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    const int section = choose_section(app, agenda);
    struct str title = STR_INIT, head = STR_INIT;
    struct attempt attempt;
    struct item item;
    int64_t id = 0;
    enum status status;

    if (section < 0)
        return;
    str_printf(&head, _("新增：%s"), agenda_section_words(section));
    entity_defaults(&item_entity, &item);
    item.section = section;
    if (app_input(app, head.text, _("案由，例如 112年上半年資料開放推動情形報告"), &title, check_title,
                  NULL)) {
        item.title = title.text;
        app_attempt(app, &attempt, _("議程 %s：新增 %s"), agenda->frame.s.meeting.key, title.text);
        do
            status = item_add(app->db, &attempt.stamp, &agenda->frame.s, &item, item_after(agenda, section),
                              &id, &attempt.err);
        while (app_again(app, &attempt, status));
        agenda_refresh(app, agenda, status ? 0 : id);
        if (!status)
            app_message(app, ROLE_GOOD, "%s", _("已新增。Enter 打開填說明與附表，n 再新增一案"));
    }
    str_release(&title);
    str_release(&head);
}

/* ---- moving ---------------------------------------------------------------------------------------- */

static void move(struct app *app, struct agenda *agenda, int by)
{
    const struct item *item = agenda_selected(agenda)->item;
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, by < 0 ? _("議程 %s：上移 %s") : _("議程 %s：下移 %s"),
                agenda->frame.s.meeting.key, item->title ? item->title : "");
    attempt.quiet = true;
    do
        status = item_move(app->db, &attempt.stamp, &agenda->frame.s, item->row.id, by, &attempt.err);
    while (app_again(app, &attempt, status));
    if (status == STATUS_NO && attempt.err.code == CODE_NONE)
        app_message(app, ROLE_TEXT, "%s",
                    by < 0 ? _("已是這一節的第一案；要換節請打開這一案")
                           : _("已是這一節的最後一案；要換節請打開這一案"));
    else if (status)
        app_error(app, &attempt.err);
    else
        agenda_refresh(app, agenda, 0);
}

void agenda_run_up(struct app *app, struct screen *screen)
{
    move(app, (struct agenda *)screen, -1);
}

void agenda_run_down(struct app *app, struct screen *screen)
{
    move(app, (struct agenda *)screen, 1);
}

/* ---- withdrawing, removing ------------------------------------------------------------------------- */

void agenda_run_withdraw(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    const struct item *item = agenda_selected(agenda)->item;
    const bool back = is_withdrawn(item);
    struct decision decision;
    struct attempt attempt;
    enum status status;

    entity_defaults(&decision_entity, &decision);
    decision.kind = DECISION_WITHDRAWN;
    app_attempt(app, &attempt, back ? _("議程 %s：恢復 %s") : _("議程 %s：撤案 %s"),
                agenda->frame.s.meeting.key, item->title ? item->title : "");
    do
        status = back ? decision_remove(app->db, &attempt.stamp, &agenda->frame.s, item, &attempt.err)
                      : decision_save(app->db, &attempt.stamp, &agenda->frame.s, item, &decision, NULL,
                                      &attempt.err);
    while (app_again(app, &attempt, status));
    if (status)
        return;
    agenda_refresh(app, agenda, 0);
    app_message(app, ROLE_GOOD, "%s", back ? _("已恢復這一案") : _("已撤案，案號保留；再按一次 w 恢復"));
}

static bool ask_remove(struct app *app, const struct item *item)
{
    const char *const choices[] = {_("不刪除"), _("刪除")};
    struct str text = STR_INIT;
    int answer;

    str_add(&text, item->title ? item->title : _("這一節的本文"));
    if (item->title && (item->explanation.n || item->proposal.n || item->tables.n || item->attachments.n))
        str_printf(&text, "\n%s", _("說明、擬辦、附表與附件會一併刪除。"));
    answer = app_ask(app, item->title ? _("刪除這一案？") : _("刪除本文？"), text.text, choices, 2, 0);
    str_release(&text);
    return answer == 1;
}

void agenda_run_remove(struct app *app, struct screen *screen)
{
    struct agenda *agenda = (struct agenda *)screen;
    const struct agenda_row *row = agenda_selected(agenda);
    struct attempt attempt;
    enum status status;

    if (!row || !row->item) {
        app_message(app, ROLE_WARN, "%s", _("這一節沒有可以刪除的"));
        return;
    }
    if (!row->heading && was_sent(agenda)) {
        app_message(app, ROLE_WARN, "%s", _("議程已寄送，案號要保留；不審議請按 w 撤案"));
        return;
    }
    if ((!row->heading || row->item->explanation.n) && !ask_remove(app, row->item))
        return;
    app_attempt(app, &attempt, _("議程 %s：刪除 %s"), agenda->frame.s.meeting.key,
                row->item->title ? row->item->title : agenda_section_words(row->section));
    do
        status = item_remove(app->db, &attempt.stamp, &agenda->frame.s, row->item->row.id, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status)
        agenda_refresh(app, agenda, 0);
}

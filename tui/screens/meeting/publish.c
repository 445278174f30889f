/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 7, 公開: what is still to be done, the public minutes as a file, the package for everybody, the day
 * they went out, and the report to the higher authority.
 */
#include "core/publish/publication.h"
#include "tui/screens/meeting/gate.h"
#include "tui/screens/meeting/paper_file.h"
#include "tui/screens/meeting/publish_check.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/list.h"

#include "core/calendar/workday.h"

#include <string.h>

/* What there is to do, a line each. */
enum {
    TASK_SENT,
    TASK_ADJOURNED,
    TASK_APPROVED,
    TASK_DRAFT,
    TASK_CONFIRMED,
    TASK_FILE,
    TASK_PACKAGE,
    TASK_PUBLISHED,
    TASK_REPORTED,
    TASKS
};

struct publish {
    struct meeting_frame frame;
    struct list_view list;
    bool listed, file_written;
    size_t findings, undecided; /* of the examination before publishing */
    size_t texts;               /* undecided ones in what is said and decided, not in files */
    char written[11];           /* the day of the last package, ISO; "" = none */
};

static const struct {
    const char *name, *help;
    enum step step;
} tasks[TASKS] = {
    [TASK_SENT] = {N_("議程及資料寄送"), N_("在「議程」"), STEP_SENT},
    [TASK_ADJOURNED] = {N_("散會"), N_("在「議事」"), STEP_ADJOURNED},
    [TASK_APPROVED] = {N_("紀錄核定"), N_("在「紀錄」"), STEP_APPROVED},
    [TASK_DRAFT] = {N_("紀錄草稿寄送委員"), N_("在「紀錄」"), STEP_DRAFT_SENT},
    [TASK_CONFIRMED] = {N_("紀錄確認"), N_("在「紀錄」；公開不必等到確認"), STEP_CONFIRMED},
    [TASK_FILE] = {N_("公開版紀錄存檔"), N_("Enter 存成文字檔"), STEP_PUBLISHED},
    [TASK_PACKAGE] = {N_("檢查並寫出公開資料夾"), N_("Enter 檢查"), STEP_PUBLISHED},
    [TASK_PUBLISHED] = {N_("公開於政府資料開放平臺"), N_("Enter 記下日期"), STEP_PUBLISHED},
    [TASK_REPORTED] = {N_("報請上級備查"), N_("Enter 記下日期與文號"), STEP_REPORTED},
};

static const struct milestone *done_of(const struct publish *p, size_t task)
{
    return task == TASK_FILE || task == TASK_PACKAGE
               ? NULL
               : meeting_milestone(&p->frame.s.meeting, tasks[task].step);
}

static size_t count_tasks(void *context)
{
    (void)context;
    return TASKS;
}

static void package_cell(const struct publish *p, struct str *out, enum role *role)
{
    if (p->undecided)
        str_printf(out, _("Enter 檢查：還有 %zu 處沒有決定"), p->undecided);
    else if (*p->written)
        label_date(out, p->written);
    else if (p->findings)
        str_printf(out, _("Enter 寫出：%zu 處都決定了"), p->findings);
    else
        str_add(out, _("Enter 寫出：沒有發現個資"));
    *role = p->undecided ? ROLE_BAD : ROLE_DIM;
}

static void task_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct publish *p = context;
    const struct milestone *done = done_of(p, row);
    bool is_done = done || (row == TASK_FILE && p->file_written) ||
                   (row == TASK_PACKAGE && *p->written && !p->undecided);

    if (column == 0) {
        str_add(out, is_done ? "✓" : "·");
        *role = is_done ? ROLE_GOOD : ROLE_DIM;
    } else if (column == 1) {
        str_add(out, _(tasks[row].name));
    } else if (row == TASK_PACKAGE) {
        package_cell(p, out, role);
    } else if (done) {
        label_date(out, done->date);
        if (done->ref)
            str_printf(out, "  %s", done->ref);
    } else {
        str_add(out, _(tasks[row].help));
        *role = ROLE_DIM;
    }
}

static const struct list_column columns[] = {{.heading = "", .cols = 2},
                                             {.heading = N_("事項"), .cols = 26},
                                             {.heading = N_("日期"), .cols = 20, .weight = 1}};
static const struct list_source source = {.count = count_tasks, .cell = task_cell};

static enum status examine(struct app *app, struct publish *p, struct err *err)
{
    struct publication publication;
    enum status status =
        publication_open(app->db, p->frame.meeting_id, p->frame.style, NULL, &publication, err);

    if (status)
        return status;
    p->findings = publication.findings.n;
    p->undecided = publication.findings.undecided;
    p->texts = 0;
    for (size_t i = 0; i < publication.findings.n; i++)
        p->texts += publication.findings.v[i].choice == UNKNOWN &&
                    publication.findings.v[i].kind <= PUBLISH_ANSWERS_CLOSED;
    publication_release(&publication);
    return publication_day(app->db, p->frame.meeting_id, p->written, err);
}

static enum status publish_load(struct app *app, struct screen *screen, struct err *err)
{
    struct publish *p = (struct publish *)screen;
    enum status status = frame_load(app, screen, err);

    if (!status)
        status = examine(app, p, err);
    if (!status && !p->listed) {
        list_view_init(&p->list, columns, 3, &source, p);
        p->listed = true;
        list_view_reload(&p->list);
        list_view_select(&p->list, TASK_FILE);
    }
    return status;
}

/* ---- commands ----------------------------------------------------------------------------------- */

/* What is kept as published would have all that nobody decided about. */
static bool goes_on_undecided(struct app *app, const struct publish *p)
{
    const char *const choices[] = {_("先檢查"), _("仍要記下")};
    struct str text = STR_INIT;
    int answer;

    str_printf(&text, _("還有 %zu 處個資或發言人沒有決定照登或遮去。"), p->texts);
    answer = app_ask(app, _("公開之前"), text.text, choices, 2, 0);
    str_release(&text);
    if (answer == 0)
        (void)publish_check_push(app, p->frame.meeting_id);
    return answer == 1;
}

static void run_publish(struct app *app, struct screen *screen)
{
    struct publish *p = (struct publish *)screen;

    if (p->texts && !goes_on_undecided(app, p))
        return;
    if (gate_ask(app, &p->frame, GATE_PUBLISH) != GATE_OPEN)
        return;
    if (milestone_ask(app, &p->frame, STEP_PUBLISHED, _("公開"), NULL))
        app_message(app, ROLE_GOOD, "%s", _("已記下公開日期"));
}

/* As the package has them: with what was decided. */
static void run_file(struct app *app, struct screen *screen)
{
    struct publish *p = (struct publish *)screen;
    struct meeting_frame shown = p->frame;
    struct publication publication;
    struct err err = {0};

    if (publication_open(app->db, p->frame.meeting_id, p->frame.style, NULL, &publication, &err)) {
        app_error(app, &err);
        return;
    }
    shown.s = publication.copy.s;
    if (paper_write(app, &shown, p->frame.style, COPY_PUBLIC))
        p->file_written = true;
    publication_release(&publication);
}

static void run_package(struct app *app, struct screen *screen)
{
    (void)publish_check_push(app, ((struct publish *)screen)->frame.meeting_id);
}

static void run_report(struct app *app, struct screen *screen)
{
    if (milestone_ask(app, &((struct publish *)screen)->frame, STEP_REPORTED, _("報請備查"), NULL))
        app_message(app, ROLE_GOOD, "%s", _("已記下備查"));
}

static void run_task(struct app *app, struct screen *screen)
{
    struct publish *p = (struct publish *)screen;
    size_t task;

    if (!list_view_selected(&p->list, &task))
        return;
    switch (task) {
    case TASK_SENT:
        frame_go(app, &p->frame, FRAME_AGENDA);
        break;
    case TASK_ADJOURNED:
        frame_go(app, &p->frame, FRAME_SESSION);
        break;
    case TASK_FILE:
        run_file(app, screen);
        break;
    case TASK_PACKAGE:
        run_package(app, screen);
        break;
    case TASK_PUBLISHED:
        run_publish(app, screen);
        break;
    case TASK_REPORTED:
        run_report(app, screen);
        break;
    default:
        frame_go(app, &p->frame, FRAME_MINUTES);
        break;
    }
}

static const struct command publish_commands[] = {
    {"publish.task", "Enter", N_("做這一項"), N_("做這一項"), 0, NULL, run_task},
    {"publish.file", "F4 w", N_("公開版紀錄存成文字檔"), N_("存檔"), 0, NULL, run_file},
    {"publish.package", "F6 p", N_("檢查個資與發言人，寫出公開資料夾"), N_("檢查並寫出"), 0, NULL,
     run_package},
    {"publish.publish", "F8", N_("記下公開日期"), N_("公開"), 0, NULL, run_publish},
    {"publish.report", "F7", N_("記下報請備查"), N_("備查"), 0, NULL, run_report},
    FRAME_JUMPS,
};

/* ---- drawing ------------------------------------------------------------------------------------ */

static void draw_deadline(struct app *app, const struct publish *p, struct rect rect)
{
    const struct milestone *done = meeting_milestone(&p->frame.s.meeting, STEP_PUBLISHED);
    struct date due = p->frame.deadlines.publish.date, on = {0};
    struct deadline_state state;
    struct str text = STR_INIT;
    enum role role = ROLE_DIM;
    struct pen pen = pen_at(rect, 0);

    if (date_valid(due)) {
        if (done && done->date)
            (void)date_parse_iso(done->date, &on);
        state = deadline_state(&office_calendar_shipped, due, app_today(app), on);
        str_add(&text, _("公開期限 "));
        label_short_date(&text, due);
        str_add(&text, "  ");
        label_deadline(&text, &state, &role);
    } else {
        str_add(&text, _("沒有開會日期，無從計算公開期限"));
    }
    pen_text(&pen, role, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static void publish_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct publish *p = (struct publish *)screen;
    struct rect inner;

    rect = frame_draw(app, &p->frame, rect);
    draw_frame(rect, _("公開"), true, &inner);
    draw_deadline(app, p, inner);
    inner.y++;
    inner.rows--;
    list_view_draw(&p->list, inner, true);
}

static bool publish_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&((struct publish *)screen)->list, key);
}

static const struct screen_ops publish_ops = {.name = "publish",
                                              .title = N_("公開"),
                                              .commands = COMMANDS(publish_commands),
                                              .open = publish_load,
                                              .reload = publish_load,
                                              .draw = publish_draw,
                                              .key = publish_key,
                                              .crumb = frame_crumb,
                                              .status = frame_status,
                                              .close = frame_close};

bool publish_push(struct app *app, int64_t meeting_id)
{
    return frame_push(app, sizeof(struct publish), &publish_ops, meeting_id, FRAME_PUBLISH);
}

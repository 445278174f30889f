/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 公開前的檢查: what must be decided before anybody reads it, a line each that leads to its place; then the
 * package is written, and the day recorded.
 */
#include "tui/screens/meeting/publish_check.h"

#include "core/publish/publication.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/finding_words.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/list.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMN_CHOICE, COLUMN_KIND, COLUMN_PLACE, COLUMNS, DETAIL_ROWS = 5 };

struct check {
    struct meeting_frame frame;
    struct list_view list;
    bool listed;
    struct publication publication;
    bool loaded;
};

static const struct publish_finding *finding_at(const struct check *c, size_t row)
{
    return row < c->publication.findings.n ? &c->publication.findings.v[row] : NULL;
}

static const struct publish_finding *selected(const struct check *c)
{
    size_t row;

    return list_view_selected(&c->list, &row) ? finding_at(c, row) : NULL;
}

/* ---- the list -------------------------------------------------------------------------------- */

static size_t count(void *context)
{
    return ((const struct check *)context)->publication.findings.n;
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct check *c = context;
    const struct publish_finding *f = finding_at(c, row);

    if (column == COLUMN_CHOICE) {
        str_add(out, finding_choice_words(f->kind, f->choice));
        *role = f->choice == UNKNOWN ? ROLE_BAD : ROLE_GOOD;
    } else if (column == COLUMN_KIND) {
        str_add(out, finding_kind_words(f->kind));
    } else {
        finding_place_words(&c->publication, c->frame.style, f, out);
    }
}

static const struct list_column columns[COLUMNS] = {{.heading = N_("決定"), .cols = 14},
                                                    {.heading = N_("是什麼"), .cols = 20},
                                                    {.heading = N_("在哪裡"), .cols = 20, .weight = 1}};
static const struct list_source source = {.count = count, .cell = cell};

static void release(struct check *c)
{
    if (c->loaded)
        publication_release(&c->publication);
    c->loaded = false;
}

static enum status load(struct app *app, struct screen *screen, struct err *err)
{
    struct check *c = (struct check *)screen;
    struct publication fresh = {.arena = ARENA_INIT, .beside = STR_INIT};
    enum status status = frame_load(app, screen, err);

    if (!status)
        status = publication_open(app->db, c->frame.meeting_id, c->frame.style, NULL, &fresh, err);
    if (status)
        return status;
    release(c);
    c->publication = fresh;
    c->loaded = true;
    if (!c->listed)
        list_view_init(&c->list, columns, COLUMNS, &source, c);
    c->list.empty = N_("沒有發現個資，也沒有會洩漏發言人的文字");
    c->listed = true;
    list_view_reload(&c->list);
    return STATUS_OK;
}

/* ---- deciding -------------------------------------------------------------------------------- */

static void choose(struct app *app, struct check *c, const struct publish_finding *f, int choice)
{
    struct attempt attempt;
    enum status status;
    size_t row = 0;

    app_attempt(app, &attempt, _("%s：公開前的決定"), c->frame.s.meeting.key);
    do
        status = publish_choose(app->db, &attempt.stamp, &c->publication.s, f, choice, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status && choice != UNKNOWN && list_view_selected(&c->list, &row))
        list_view_next(&c->list);
}

static void choose_selected(struct app *app, struct check *c, int choice)
{
    const struct publish_finding *f = selected(c);

    if (f)
        choose(app, c, f, choice);
}

/* All of the selected kind that nobody decided yet, as one change. */
static void choose_alike(struct app *app, struct check *c, enum publish_choice choice)
{
    const struct publish_finding *f = selected(c);
    struct publish_findings *all = &c->publication.findings;
    struct attempt attempt;
    enum status status;

    for (size_t i = 0; f && i < all->n; i++)
        if (all->v[i].kind == f->kind && (all->v[i].choice == UNKNOWN || &all->v[i] == f)) {
            all->v[i].choice = (int)choice;
            all->v[i].answered = true;
        }
    app_attempt(app, &attempt, _("%s：公開前的決定"), c->frame.s.meeting.key);
    do
        status = publish_store_answers(app->db, &attempt.stamp, &c->publication.s, all, &attempt.err);
    while (app_again(app, &attempt, status));
}

static const char *why_none(struct app *app, struct screen *screen)
{
    (void)app;
    return selected((const struct check *)screen) ? NULL : _("沒有要決定的");
}

static const char *why_not_keep(struct app *app, struct screen *screen)
{
    const struct publish_finding *f = selected((const struct check *)screen);

    if (f && f->kind == PUBLISH_FILE_MISSING)
        return _("找不到這個檔案，只能放好檔案，或決定不附");
    return why_none(app, screen);
}

static void run_keep(struct app *app, struct screen *screen)
{
    choose_selected(app, (struct check *)screen, PUBLISH_KEEP);
}

static void run_redact(struct app *app, struct screen *screen)
{
    choose_selected(app, (struct check *)screen, PUBLISH_REDACT);
}

static void run_keep_alike(struct app *app, struct screen *screen)
{
    choose_alike(app, (struct check *)screen, PUBLISH_KEEP);
}

static void run_redact_alike(struct app *app, struct screen *screen)
{
    choose_alike(app, (struct check *)screen, PUBLISH_REDACT);
}

static void run_undecide(struct app *app, struct screen *screen)
{
    choose_selected(app, (struct check *)screen, UNKNOWN);
}

/* Both ways in words, for who does not know the keys. */
static void ask_about(struct app *app, struct check *c, const struct publish_finding *f)
{
    const bool missing = f->kind == PUBLISH_FILE_MISSING;
    const char *const choices[] = {finding_choice_words(f->kind, PUBLISH_REDACT),
                                   missing ? _("先不決定") : finding_choice_words(f->kind, PUBLISH_KEEP)};
    char id[PUBLISH_ID_SIZE];
    struct str text = STR_INIT;
    int answer;

    memcpy(id, f->id, sizeof id);
    finding_text_words(f, &text);
    answer = app_ask(app, finding_kind_words(f->kind), text.text, choices, 2, 0);
    str_release(&text);
    f = selected(c);
    if (!f || strcmp(f->id, id) != 0) /* it went while the question stood */
        return;
    if (answer == 0)
        choose(app, c, f, PUBLISH_REDACT);
    else if (answer == 1 && !missing)
        choose(app, c, f, PUBLISH_KEEP);
}

static void run_ask(struct app *app, struct screen *screen)
{
    struct check *c = (struct check *)screen;
    const struct publish_finding *f = selected(c);

    if (f)
        ask_about(app, c, f);
}

static void go(struct app *app, const struct check *c, const struct spot *spot)
{
    const int64_t item = spot->item ? spot->item->row.id : 0;

    if (spot->part == PART_PREVIOUS || (!spot->item && !spot->resolution))
        app_message(app, ROLE_WARN, "%s", _("這一處不在這次會議的案裡，請在該處修改"));
    else if (spot->resolution)
        (void)tracking_push(app, c->frame.meeting_id, spot->resolution->key);
    else if (spot->part == PART_STATEMENT || spot->part == PART_DECISION || spot->part == PART_VOTE)
        (void)session_push_at(app, c->frame.meeting_id, item, spot->statement ? spot->statement->row.id : 0);
    else
        (void)item_push(app, c->frame.meeting_id, item);
}

static void run_go(struct app *app, struct screen *screen)
{
    const struct publish_finding *f = selected((struct check *)screen);

    if (f)
        go(app, (struct check *)screen, &f->spot);
}

/* ---- writing --------------------------------------------------------------------------------- */

static const char *why_not_write(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct check *)screen)->publication.findings.undecided ? _("還有沒決定的，決定之後才能寫出")
                                                                    : NULL;
}

static void run_write(struct app *app, struct screen *screen)
{
    struct check *c = (struct check *)screen;

    publish_write_ask(app, &c->frame, &c->publication);
}

static const struct command check_commands[] = {
    {"check.choose", "Enter", N_("決定這一處照登或遮去"), N_("決定"), 0, why_none, run_ask},
    {"check.redact", "F6 x", N_("遮去：印成 ○○○ 或某委員；檔案不附"), N_("遮去"), 0, why_none, run_redact},
    {"check.keep", "F5 k", N_("照登"), N_("照登"), 0, why_not_keep, run_keep},
    {"check.write", "F4 w", N_("寫出公開資料夾"), N_("寫出"), 0, why_not_write, run_write},
    {"check.go", "F3 g", N_("前往這一處修改"), N_("前往"), 0, why_none, run_go},
    {"check.redact_alike", "F8 X", N_("同類而還沒決定的都遮去"), NULL, 0, why_none, run_redact_alike},
    {"check.keep_alike", "F7 K", N_("同類而還沒決定的都照登"), NULL, 0, why_not_keep, run_keep_alike},
    {"check.undecide", "Delete", N_("收回這一處的決定"), NULL, 0, why_none, run_undecide},
};

/* ---- drawing --------------------------------------------------------------------------------- */

static void draw_summary(const struct check *c, struct rect rect)
{
    const struct publish_findings *all = &c->publication.findings;
    struct pen pen = pen_at(rect, 0);
    struct str text = STR_INIT;

    if (all->undecided)
        str_printf(&text, _("共 %zu 處，還有 %zu 處沒有決定"), all->n, all->undecided);
    else
        str_add(&text, all->n ? _("都決定了，F4 寫出公開資料夾") : _("F4 寫出公開資料夾"));
    pen_text(&pen, all->undecided ? ROLE_BAD : ROLE_GOOD, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

/* The place and the words themselves, over as many lines as there are. */
static void draw_detail(const struct check *c, struct rect rect)
{
    const struct publish_finding *f = selected(c);
    struct str text = STR_INIT;
    size_t at = 0, end, next;
    int row = 0;

    if (f) {
        finding_place_words(&c->publication, c->frame.style, f, &text);
        str_add_char(&text, '\n');
        finding_text_words(f, &text);
    }
    for (; row < rect.rows && text_line(text.text, text.len_bytes, at, rect.cols, draw_widths(), &end, &next);
         at = next, row++) {
        struct pen pen = pen_at(rect, row);

        pen_bytes(&pen, ROLE_TEXT, text.text + at, end - at);
        pen_fill(&pen, ROLE_TEXT);
    }
    for (; row < rect.rows; row++) {
        struct pen pen = pen_at(rect, row);

        pen_fill(&pen, ROLE_TEXT);
    }
    str_release(&text);
}

static void draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct check *c = (struct check *)screen;
    struct rect inner, detail;

    rect = frame_draw(app, &c->frame, rect);
    detail = rect;
    if (rect.rows > 3 * DETAIL_ROWS) {
        detail.rows = DETAIL_ROWS;
        detail.y += rect.rows - DETAIL_ROWS;
        rect.rows -= DETAIL_ROWS;
        draw_frame(detail, _("文字"), false, &detail);
        draw_detail(c, detail);
    }
    draw_frame(rect, _("公開前的檢查"), true, &inner);
    draw_summary(c, inner);
    inner.y++;
    inner.rows--;
    list_view_draw(&c->list, inner, true);
}

static bool key(struct app *app, struct screen *screen, const struct key *pressed)
{
    (void)app;
    return list_view_key(&((struct check *)screen)->list, pressed);
}

static void close_check(struct app *app, struct screen *screen)
{
    release((struct check *)screen);
    frame_close(app, screen);
}

static const struct screen_ops check_ops = {.name = "check",
                                            .title = N_("公開前的檢查"),
                                            .commands = COMMANDS(check_commands),
                                            .open = load,
                                            .reload = load,
                                            .draw = draw,
                                            .key = key,
                                            .crumb = frame_crumb,
                                            .status = frame_status,
                                            .close = close_check};

bool publish_check_push(struct app *app, int64_t meeting_id)
{
    return frame_push(app, sizeof(struct check), &check_ops, meeting_id, FRAME_PUBLISH);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first start: set up a committee, look at the example, or import a record.
 */
#include "tui/screens/home/welcome.h"

#include "core/base/builtin.h"
#include "tui/screens/home/import.h"
#include "tui/screens/screens.h"
#include "tui/terminal/layout.h"

#include <stdlib.h>
#include <string.h>

enum { CHOICES = 3, ROWS_EACH = 3 };

struct welcome {
    struct screen screen;
    int at;
};

static const struct {
    const char *title, *text;
} choices[CHOICES] = {
    {N_("建立我的委員會"), N_("填名稱與機關，再建委員名冊；約五分鐘")},
    {N_("看範例"), N_("虛構的水文部諮詢小組：兩次開完的會議與一次籌備中的會議，可以隨意操作")},
    {N_("匯入紀錄檔"), N_("別處匯出的紀錄（yishi-record 格式的 JSON 檔）")},
};

bool welcome_done(struct app *app)
{
    struct str message = STR_INIT;
    enum role role = app->message_role;
    bool done;

    str_add(&message, app->message.text); /* what has just been done stays said */
    done = app_pop_to(app, NULL) && home_push(app);
    if (done && message.len_bytes)
        app_message(app, role, "%s", message.text);
    str_release(&message);
    return done;
}

static void run_setup(struct app *app, struct screen *screen)
{
    (void)screen;
    (void)setup_push(app);
}

static void run_example(struct app *app, struct screen *screen)
{
    const struct theme_file *example = theme_file_find("record", "example");

    (void)screen;
    if (!example)
        app_message(app, ROLE_WARN, "%s", _("這個版本沒有附範例"));
    else if (import_text(app, _("範例"), example->text, strlen(example->text)) && welcome_done(app))
        app_message(app, ROLE_GOOD, "%s",
                    _("這是範例，隨意操作。要正式使用，請用 yishi --db 另開一個檔案。"));
}

static void run_import(struct app *app, struct screen *screen)
{
    (void)screen;
    if (import_file(app))
        (void)welcome_done(app);
}

static void run_choose(struct app *app, struct screen *screen)
{
    static void (*const runs[CHOICES])(struct app *, struct screen *) = {run_setup, run_example, run_import};

    runs[((struct welcome *)screen)->at](app, screen);
}

static const struct command commands[] = {
    {"welcome.choose", "Enter", N_("照選擇的開始"), N_("開始"), 0, NULL, run_choose},
    {"welcome.setup", "1", N_("建立我的委員會"), NULL, 0, NULL, run_setup},
    {"welcome.example", "2", N_("看範例"), NULL, 0, NULL, run_example},
    {"welcome.import", "3", N_("匯入紀錄檔"), NULL, 0, NULL, run_import},
};

static bool welcome_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct welcome *welcome = (struct welcome *)screen;

    (void)app;
    if (key_is(key, KEYC_UP))
        welcome->at = (welcome->at + CHOICES - 1) % CHOICES;
    else if (key_is(key, KEYC_DOWN) || key_is(key, KEYC_TAB))
        welcome->at = (welcome->at + 1) % CHOICES;
    else
        return false;
    return true;
}

static void draw_choice(struct rect rect, int row, int i, bool selected)
{
    struct pen pen = pen_at(rect, row);
    struct str text = STR_INIT;

    str_printf(&text, " %d  %s", i + 1, _(choices[i].title));
    pen_field(&pen, selected ? ROLE_SELECTED : ROLE_HEADING, text.text, rect.cols, TEXT_LEFT);
    pen = pen_at(rect, row + 1);
    pen_skip(&pen, ROLE_TEXT, 4);
    pen_text(&pen, ROLE_DIM, _(choices[i].text));
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static void welcome_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct rect box = layout_centre(rect, rect.cols < 84 ? rect.cols - 4 : 80, CHOICES * ROWS_EACH + 5),
                inner;
    struct pen pen;

    draw_blank(rect, ROLE_TEXT);
    draw_frame(box, app->committee_id ? _("再加一個委員會") : _("歡迎使用議事"), true, &inner);
    draw_blank(inner, ROLE_TEXT);
    pen = pen_at(inner, 0);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_TEXT, _("從通知、報到、議事到紀錄與公開，一次會議的七個步驟都在這裡。"));
    for (int i = 0; i < CHOICES && 2 + i * ROWS_EACH + 1 < inner.rows; i++)
        draw_choice(inner, 2 + i * ROWS_EACH, i, i == ((struct welcome *)screen)->at);
}

static void welcome_close(struct app *app, struct screen *screen)
{
    (void)app;
    free(screen);
}

static const struct screen_ops welcome_ops = {.name = "welcome",
                                              .title = N_("歡迎"),
                                              .commands = COMMANDS(commands),
                                              .draw = welcome_draw,
                                              .key = welcome_key,
                                              .close = welcome_close};

struct screen *welcome_new(void)
{
    struct welcome *welcome = calloc(1, sizeof *welcome);

    if (!welcome)
        return NULL;
    welcome->screen.ops = &welcome_ops;
    return &welcome->screen;
}

bool welcome_push(struct app *app)
{
    struct screen *screen = welcome_new();
    struct err err = {0};

    if (screen)
        return app_push(app, screen);
    (void)err_memory(&err);
    app_error(app, &err);
    return false;
}

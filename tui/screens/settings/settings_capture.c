/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waiting for one key, whichever it is, to learn its name. What the key is to be for is not known here.
 */
#include "tui/screens/settings/settings.h"
#include "tui/terminal/layout.h"

#include <string.h>

struct capture {
    struct screen screen;
    const char *title;
    struct str *name;
};

static bool capture_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct capture *capture = (struct capture *)screen;
    const char ascii = key_plain_ascii(key);
    struct key back;

    if (key_is(key, KEYC_ESC)) {
        screen->done = true;
        return true;
    }
    if (ascii == ' ')
        str_add(capture->name, "Space");
    else if (ascii)
        str_add_char(capture->name, ascii);
    else
        key_format(capture->name, key);
    if (key->kind != KEY_KIND_PASTE && !strpbrk(capture->name->text, " ") &&
        key_parse(capture->name->text, &back)) {
        screen->done = true;
    } else {
        str_clear(capture->name);
        app_message(app, ROLE_WARN, "%s", _("這個不能當指令的按鍵，請按別的鍵"));
    }
    return true;
}

static bool capture_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

static void capture_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct rect inner;
    struct pen pen;

    (void)app;
    rect = layout_centre(rect, rect.cols < 60 ? rect.cols : 60, 6);
    draw_frame(rect, _("請按新的按鍵"), true, &inner);
    draw_blank(inner, ROLE_TEXT);
    pen = pen_at(inner, 1);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_HEADING, ((struct capture *)screen)->title);
    pen = pen_at(inner, 2);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_DIM, _("功能鍵、Ctrl 或 Alt 加字母最好；Esc 不改"));
}

static const struct screen_ops capture_ops = {
    .name = "keys", .draw = capture_draw, .key = capture_key, .typing = capture_typing};

void settings_ask_key(struct app *app, const char *title, struct str *name)
{
    struct capture capture = {.screen = {.ops = &capture_ops}, .title = title, .name = name};

    app_run_modal(app, &capture.screen);
}

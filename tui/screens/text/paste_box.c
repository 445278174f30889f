/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box to paste cells into: for terminals that do not mark a paste, so that its tabs and line feeds come as
 * keys. Knows nothing of tables.
 */
#include "core/base/text.h"
#include "tui/screens/agenda/item.h"
#include "tui/terminal/layout.h"

#include <stdlib.h>
#include <string.h>

struct paste_box {
    struct screen screen;
    const char *title;
    struct str *text;
    bool *accepted;
};

static void run_accept(struct app *app, struct screen *screen)
{
    (void)app;
    *((struct paste_box *)screen)->accepted = true;
    screen->done = true;
}

static void run_cancel(struct app *app, struct screen *screen)
{
    (void)app;
    screen->done = true;
}

static const struct command commands[] = {
    {"paste.accept", "F8", N_("貼好了"), N_("貼好了"), 0, NULL, run_accept},
    {"paste.cancel", "Esc", N_("取消"), N_("取消"), 0, NULL, run_cancel},
};

/* Whole pastes end by themselves: there is nothing more to wait for. */
static bool paste_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct str *text = ((struct paste_box *)screen)->text;

    if (key->kind == KEY_KIND_TEXT || key->kind == KEY_KIND_PASTE)
        str_add_bytes(text, key->text, key->len_bytes);
    else if (key_is(key, KEYC_TAB))
        str_add_char(text, '\t');
    else if (key_is(key, KEYC_ENTER))
        str_add_char(text, '\n');
    else if (key_is(key, KEYC_BACKSPACE))
        str_cut(text, text_cluster_before(text->text, text->len_bytes, text->len_bytes));
    else
        return false;
    if (key->kind == KEY_KIND_PASTE && paste_is_table(key->text, key->len_bytes))
        run_accept(app, screen);
    return true;
}

static bool always_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

/* The last lines of what has come so far; tabs as arrows. */
static void draw_text(const struct str *text, struct rect rect)
{
    size_t lines = 1, skip;
    const char *at = text->text;

    draw_blank(rect, ROLE_INPUT);
    for (const char *p = at; *p; p++)
        lines += *p == '\n';
    skip = lines > (size_t)rect.rows ? lines - (size_t)rect.rows : 0;
    for (; skip; skip--)
        at = strchr(at, '\n') + 1;
    for (int y = 0; y < rect.rows; y++) {
        struct pen pen = pen_at(rect, y);
        const char *end = at + strcspn(at, "\n");

        while (at < end) {
            size_t n = strcspn(at, "\t\n");

            pen_bytes(&pen, ROLE_INPUT, at, n);
            at += n;
            if (*at == '\t') {
                pen_text(&pen, ROLE_DIM, " → ");
                at++;
            }
        }
        if (*at == '\0') {
            draw_caret(pen.x, pen.y);
            break;
        }
        at++;
    }
}

static void paste_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct paste_box *box = (struct paste_box *)screen;
    struct rect inner;
    struct pen pen;

    (void)app;
    rect = layout_centre(rect, rect.cols - 6 < 76 ? rect.cols - 6 : 76, rect.rows < 18 ? rect.rows : 18);
    draw_frame(rect, box->title, true, &inner);
    pen = pen_at(inner, 0);
    pen_text(&pen, ROLE_DIM, _(" 在試算表選取並複製，再到這裡貼上；貼完按 F8。第一列是表頭。"));
    pen_fill(&pen, ROLE_TEXT);
    inner.y++;
    inner.rows--;
    draw_text(box->text, layout_inset(inner, 1, 0));
}

static void paste_close(struct app *app, struct screen *screen)
{
    (void)app;
    free(screen);
}

static const struct screen_ops paste_ops = {.name = "paste",
                                            .title = N_("貼上"),
                                            .commands = COMMANDS(commands),
                                            .draw = paste_draw,
                                            .key = paste_key,
                                            .typing = always_typing,
                                            .close = paste_close};

bool paste_ask(struct app *app, const char *title, struct str *out)
{
    struct paste_box *box = calloc(1, sizeof *box);
    struct err err = {0};
    bool accepted = false;

    if (!box) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    box->screen.ops = &paste_ops;
    box->title = title;
    box->text = out;
    box->accepted = &accepted;
    app_run_modal(app, &box->screen);
    return accepted && out->len_bytes > 0;
}

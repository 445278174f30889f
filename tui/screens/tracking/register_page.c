/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of a tracked decision as the register shows it: the whole history, to be read; from here to the
 * meeting where it comes up.
 */
#include "tui/screens/tracking/register.h"

#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/screens.h"
#include "tui/screens/text/text.h"
#include "tui/screens/tracking/tracking.h"

#include <stdlib.h>
#include <string.h>

struct register_page {
    struct screen screen;
    struct register_data data;
    struct arena arena; /* holds the page */
    struct page page;
    int page_cols; /* what it was laid out for; 0 = to be laid out anew */
    int64_t *ids;
    size_t n, at;
};

static const struct resolution *chosen(const struct register_page *p)
{
    for (size_t i = 0; p->at < p->n && i < p->data.all.n; i++)
        if (p->data.all.v[i].row.id == p->ids[p->at])
            return &p->data.all.v[i];
    return NULL;
}

static void go(struct register_page *p, size_t at)
{
    p->at = at;
    p->page.top = 0;
    p->page_cols = 0;
}

static enum status page_load(struct app *app, struct screen *screen, struct err *err)
{
    struct register_page *p = (struct register_page *)screen;

    p->page_cols = 0;
    return register_data_load(app, &p->data, err);
}

/* ---- commands ------------------------------------------------------------------------------------- */

static void run_right(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;

    if (p->at + 1 < p->n)
        go(p, p->at + 1);
    else
        app_message(app, ROLE_TEXT, "%s", _("這是最後一案"));
}

static void run_left(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;

    if (p->at > 0)
        go(p, p->at - 1);
    else
        app_message(app, ROLE_TEXT, "%s", _("這是第一案"));
}

static const char *why_not_go(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;

    (void)app;
    if (!chosen(p))
        return _("這一案已經不在了");
    if (register_is_linked(&p->data, chosen(p)))
        return NULL;
    if (!resolution_open(chosen(p)))
        return _("這一案已結案，不再列入會議");
    return register_meeting(&p->data, chosen(p)) ? NULL : _("還沒有下一次會議：在首頁按 n 建立");
}

/* To the meeting where it comes up next; where it is linked with others, there or to one of those. */
static void run_go(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;
    const struct resolution *r = chosen(p), *other = NULL;
    const int64_t meeting = register_meeting(&p->data, r);
    const char *const choices[] = {_("到會議填這一案的辦理情形"), _("到前案、後續或併入的案")};
    const bool linked = register_is_linked(&p->data, r);
    int answer = linked ? 1 : 0;

    if (linked && meeting)
        answer = app_ask(app, r->key, "", choices, 2, 0);
    if (answer == 0)
        (void)tracking_push(app, meeting, r->key);
    else if (answer == 1 && (other = tracking_pick_kin(app, &p->data.all, r)))
        (void)register_page_push(app, &other->row.id, 1, 0);
}

static const char *why_not_closed(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;

    (void)app;
    if (!chosen(p))
        return _("這一案已經不在了");
    if (resolution_open(chosen(p)))
        return _("這一案還在列管中");
    return register_next(&p->data.meetings) ? NULL : _("還沒有下一次會議：在首頁按 n 建立");
}

static const char *why_gone(struct app *app, struct screen *screen)
{
    (void)app;
    return chosen((struct register_page *)screen) ? NULL : _("這一案已經不在了");
}

static void run_again(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;
    struct err err = {0};
    int64_t id = 0;

    if (!register_again(app, &p->data, chosen(p), &id))
        return;
    if (page_load(app, screen, &err))
        app_error(app, &err);
    (void)register_page_push(app, &id, 1, 0);
}

static void run_head(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;

    (void)tracking_head_ask(app, &p->data.all, chosen(p), NULL);
}

static void run_instruction(struct app *app, struct screen *screen)
{
    const struct resolution *r = chosen((struct register_page *)screen);
    const struct draft_place place = {.kind = DRAFT_INSTRUCTION, .resolution_id = r ? r->row.id : 0};

    if (r)
        (void)text_open(app, &place, NULL);
}

static const struct command page_commands[] = {
    {"register.right", "Right Tab", N_("下一案"), N_("下一案"), 0, NULL, run_right},
    {"register.go", "Enter F6", N_("到會議填這一案的辦理情形，或到前案、後續、併入的案"), N_("到會議填寫"), 0,
     why_not_go, run_go},
    {"register.edit", "h F2", N_("修改裁示事項、單位與期限"), N_("修改"), 0, why_gone, run_head},
    {"register.instruction", "e F4", N_("編輯裁示事項的全文"), N_("全文"), 0, why_gone, run_instruction},
    {"register.again", "a F5", N_("重新列管：結案的案在下次會議另編新號"), N_("重新列管"), 0, why_not_closed,
     run_again},
    {"register.left", "Left Shift-Tab", N_("上一案"), NULL, 0, NULL, run_left},
};

/* ---- life ----------------------------------------------------------------------------------------- */

static void lay_out(struct app *app, struct register_page *p, const struct resolution *r, int cols)
{
    struct page_source source = {.resolution = r,
                                 .all = &p->data.all,
                                 .meetings = &p->data.meetings,
                                 .style = p->data.style,
                                 .numbering = {.single_plain = true},
                                 .today = app_today(app)};
    struct err err = {0};

    if (p->page_cols == cols)
        return;
    for (int i = 0; i < OUTLINE_LEVELS; i++)
        source.numbering.pattern[i] = style_level(p->data.style, 2 + i);
    arena_release(&p->arena);
    p->page_cols = cols;
    if (page_build(&p->page, &source, cols, &p->arena, &err)) {
        p->page.n = 0;
        app_error(app, &err);
    }
}

static void page_screen_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct register_page *p = (struct register_page *)screen;
    const struct resolution *r = chosen(p);
    struct str title = STR_INIT;
    struct rect inner;

    str_add(&title, _("列管"));
    if (r)
        str_printf(&title, _(" %s（%zu／%zu）"), r->key, p->at + 1, p->n);
    draw_frame(rect, title.text, true, &inner);
    str_release(&title);
    if (!r) {
        draw_blank(inner, ROLE_TEXT);
        return;
    }
    lay_out(app, p, r, inner.cols);
    page_draw(&p->page, inner);
}

static bool page_screen_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return page_key(&((struct register_page *)screen)->page, key);
}

static void page_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    const struct resolution *r = chosen((const struct register_page *)screen);

    (void)app;
    str_add(out, r ? r->key : _("歷程"));
}

static void page_close(struct app *app, struct screen *screen)
{
    struct register_page *p = (struct register_page *)screen;

    (void)app;
    register_data_release(&p->data);
    arena_release(&p->arena);
    free(p->ids);
    free(p);
}

static const struct screen_ops page_ops = {.name = "register",
                                           .title = N_("歷程"),
                                           .commands = COMMANDS(page_commands),
                                           .open = page_load,
                                           .reload = page_load,
                                           .draw = page_screen_draw,
                                           .key = page_screen_key,
                                           .crumb = page_crumb,
                                           .close = page_close};

bool register_page_push(struct app *app, const int64_t *ids, size_t n, size_t at)
{
    struct register_page *p = calloc(1, sizeof *p);
    struct err err = {0};

    if (p)
        p->ids = calloc(n + 1, sizeof *p->ids);
    if (!p || !p->ids) {
        free(p);
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    memcpy(p->ids, ids, n * sizeof *ids);
    p->n = n;
    p->at = at;
    p->screen.ops = &page_ops;
    return app_push(app, &p->screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One member: the name with its surname apart, what is known of the person, and every appointment.
 */
#include "tui/screens/committee/member_form.h"
#include "tui/screens/committee/members.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

#include <stdlib.h>
#include <string.h>

void member_end(struct app *app, const struct member *who, const struct appointment *appointment)
{
    struct arena arena = ARENA_INIT;
    struct member *wanted = member_copy(who, &arena);
    char iso[DATE_ISO_SIZE];

    if (wanted && ask_day(app, _("解任：任期到哪一天為止？"), _("含當天；開過的會議不受影響"), app_today(app),
                          false, iso)) {
        wanted->appointments.v[appointment - who->appointments.v].to = iso;
        (void)member_store(app, who, wanted, _("解任"), NULL);
    }
    arena_release(&arena);
}

/* ---- commands ------------------------------------------------------------------------------------- */

static const char *why_nobody(struct app *app, struct screen *screen)
{
    (void)app;
    return ((struct member_form *)screen)->member ? NULL : _("請先打姓名");
}

static const char *why_not_end(struct app *app, struct screen *screen)
{
    struct member_form *m = (struct member_form *)screen;

    if (!m->member)
        return why_nobody(app, screen);
    return member_shown(m) ? NULL : _("還沒有任期");
}

/* The same post for another term: from the day after the last one ended, or from today, which then ends it.
 */
static void run_term(struct app *app, struct screen *screen)
{
    struct member_form *m = (struct member_form *)screen;
    struct arena arena = ARENA_INIT;
    struct member *wanted;
    struct appointment *last, *next;
    char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];
    struct date day;

    if (!form_leave(&m->form) || !m->member || !(wanted = member_copy(m->member, &arena)))
        goto out;
    next = &wanted->appointments.v[wanted->appointments.n];
    if (!wanted->appointments.n) {
        entity_defaults(&appointment_entity, next);
    } else {
        last = next - 1;
        *next = *last;
        next->row = (struct row){0, 0, 0, 0};
        next->to = NULL;
        if (!last->to || !date_parse_iso(last->to, &day)) {
            struct date began;

            day = date_add(app_today(app), -1);
            if (last->from && date_parse_iso(last->from, &began) && date_compare(day, began) < 0)
                day = began; /* it lasted that one day: no term ends before it begins */
            date_iso(to, day);
            last->to = to;
        }
        date_iso(from, date_add(day, 1));
        next->from = from;
        if (next->term != UNKNOWN)
            next->term++;
    }
    wanted->appointments.n++;
    if (member_store(app, m->member, wanted, _("新任期"), NULL)) {
        m->at = wanted->appointments.n - 1;
        app_message(app, ROLE_GOOD, "%s", _("已加上新的任期，請看一下職稱與起迄日"));
    }
out:
    arena_release(&arena);
}

static void run_end(struct app *app, struct screen *screen)
{
    struct member_form *m = (struct member_form *)screen;

    if (form_leave(&m->form))
        member_end(app, m->member, member_shown(m));
}

static void show_appointment(struct member_form *m, bool later)
{
    size_t n = m->member ? m->member->appointments.n : 0;

    if (n < 2 || !form_leave(&m->form))
        return;
    m->at = later ? (m->at + 1) % n : (m->at + n - 1) % n;
    form_reload(&m->form);
}

static void run_earlier(struct app *app, struct screen *screen)
{
    (void)app;
    show_appointment((struct member_form *)screen, false);
}

static void run_later(struct app *app, struct screen *screen)
{
    (void)app;
    show_appointment((struct member_form *)screen, true);
}

static void run_another(struct app *app, struct screen *screen)
{
    (void)screen;
    if (app_pop(app))
        (void)member_push(app, 0);
}

static const struct command commands[] = {
    {"member.another", "F7", N_("再新增一位委員"), N_("再加一位"), 0, why_nobody, run_another},
    {"member.term", "F6", N_("續任或改派：加上新的任期"), N_("新任期"), 0, why_nobody, run_term},
    {"member.end", "F8", N_("解任（任期到某日為止）"), N_("解任"), 0, why_not_end, run_end},
    {"member.earlier", "PgUp", N_("前一段任期"), NULL, 0, NULL, run_earlier},
    {"member.later", "PgDn", N_("後一段任期"), NULL, 0, NULL, run_later},
};

/* ---- drawing -------------------------------------------------------------------------------------- */

static void draw_appointments(const struct member_form *m, struct rect rect)
{
    struct str text = STR_INIT;

    draw_blank(rect, ROLE_TEXT);
    for (size_t i = 0; m->member && i < m->member->appointments.n && (int)i < rect.rows; i++) {
        const struct appointment *a = &m->member->appointments.v[i];
        struct pen pen = pen_at(rect, (int)i);

        str_clear(&text);
        str_add(&text, i == m->at ? "▸ " : "  ");
        if (a->from)
            label_date(&text, a->from);
        else
            str_add(&text, _("從一開始"));
        str_add(&text, " – ");
        label_date(&text, a->to);
        str_printf(&text, "  %s %s  %s%s", label_choice(&member_role_choices, a->role),
                   label_choice(&member_kind_choices, a->kind), a->unit ? a->unit : "",
                   a->title ? a->title : "");
        if (a->term != UNKNOWN)
            str_printf(&text, _("  第%d任"), a->term);
        pen_text(&pen, i == m->at ? ROLE_SELECTED_DIM : ROLE_TEXT, text.text);
        pen_fill(&pen, ROLE_TEXT);
    }
    str_release(&text);
}

static void member_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct member_form *m = (struct member_form *)screen;
    int terms = m->member ? (int)m->member->appointments.n : 0;
    const struct layout_part parts[] = {{8, (int)member_n_fields + 5, 1, 0},
                                        {terms ? terms + 2 : 0, 0, 0, 1}};
    struct rect boxes[2], inner;

    (void)app;
    draw_blank(rect, ROLE_TEXT);
    layout_rows(rect, parts, 2, boxes);
    draw_frame(boxes[0], m->was_new ? _("新增委員") : _("委員資料"), true, &inner);
    form_draw(&m->form, inner, true);
    if (boxes[1].rows > 2) {
        draw_frame(boxes[1], _("歷次任期"), false, &inner);
        draw_appointments(m, inner);
    }
}

/* ---- life ----------------------------------------------------------------------------------------- */

static enum status member_load(struct app *app, struct screen *screen, struct err *err)
{
    struct member_form *m = (struct member_form *)screen;
    enum status status;

    m->app = app;
    status = member_form_load(m, err);
    if (status)
        return status;
    if (!m->formed) {
        if (m->member) /* the one in force, else the last */
            for (size_t i = 0; i < m->member->appointments.n; i++) {
                char today[DATE_ISO_SIZE];

                date_iso(today, app_today(app));
                m->at = i;
                if (&m->member->appointments.v[i] == appointment_at(m->member, today))
                    break;
            }
        form_init(&m->form, member_fields, member_n_fields, &member_source, m, app_today(app));
        m->formed = true;
    }
    form_reload(&m->form);
    return STATUS_OK;
}

static bool member_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct member_form *m = (struct member_form *)screen;
    enum form_result result = form_walk(&m->form, key);

    if (result == FORM_LAST && m->member)
        app_message(app, ROLE_TEXT, "%s", _("已存。F7 再加一位，Esc 回名冊"));
    return result != FORM_IGNORED;
}

static const struct str *member_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct member_form *)screen)->form);
}

static bool member_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct member_form *)screen)->form);
}

static enum status member_keep(struct app *app, struct screen *screen, struct err *err)
{
    struct member_form *m = (struct member_form *)screen;

    (void)app;
    if (form_leave(&m->form))
        return STATUS_OK;
    *err = m->form.err;
    return err->status;
}

static void member_crumb(const struct app *app, const struct screen *screen, struct str *out)
{
    const struct member_form *m = (const struct member_form *)screen;

    (void)app;
    if (!m->member)
        str_add(out, _("新增委員"));
    else
        label_member(out, &m->members, m->member->key);
}

static void member_close(struct app *app, struct screen *screen)
{
    struct member_form *m = (struct member_form *)screen;

    (void)app;
    if (m->formed)
        form_release(&m->form);
    arena_release(&m->arena);
    free(m);
}

static const struct screen_ops member_ops = {.name = "member",
                                             .title = N_("委員"),
                                             .commands = COMMANDS(commands),
                                             .open = member_load,
                                             .reload = member_load,
                                             .draw = member_draw,
                                             .key = member_key,
                                             .typing = member_typing,
                                             .line = member_line,
                                             .crumb = member_crumb,
                                             .store = member_keep,
                                             .close = member_close};

bool member_push(struct app *app, int64_t id)
{
    struct member_form *m = calloc(1, sizeof *m);
    struct err err = {0};

    if (!m) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    m->screen.ops = &member_ops;
    m->id = id;
    m->was_new = id == 0;
    return app_push(app, &m->screen);
}

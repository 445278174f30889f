/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that asks for one person.
 */
#include "tui/screens/shared/person_form.h"

#include "core/base/names.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"
#include "tui/widgets/form.h"

#include <stdlib.h>
#include <string.h>

enum { VALUES = 6 };
enum value { VALUE_SURNAME, VALUE_GIVEN, VALUE_TITLE, VALUE_UNIT, VALUE_MEMBER, VALUE_FOR };

struct answer {
    struct str v[VALUES];
    const struct snapshot *s;
    const char *except;
    unsigned asks;
    bool done;
};
struct person_screen {
    struct screen screen;
    struct form form;
    const char *title;
    struct answer *answer;
};

static const struct form_field fields[] = {
    {.name = "full", .label = N_("姓名"), .kind = FORM_TEXT, .help = N_("打全名，姓與名自動分開")},
    {.name = "surname", .label = N_("姓"), .kind = FORM_TEXT, .help = N_("分得不對就在這裡改，例如複姓")},
    {.name = "given", .label = N_("名"), .kind = FORM_TEXT, .help = N_("分得不對就在這裡改")},
    {.name = "title", .label = N_("職稱"), .kind = FORM_TEXT, .help = N_("例如 副處長、科長")},
    {.name = "unit", .label = N_("單位"), .kind = FORM_TEXT, .help = N_("例如 水質司、河海大學")},
    {.name = "member",
     .label = N_("或選委員"),
     .kind = FORM_PICK,
     .help = N_("他自己也是委員時從名單挑；一人只計一次")},
    {.name = "for",
     .label = N_("代誰列席"),
     .kind = FORM_PICK,
     .help = N_("代民間委員來聽的人，填那位委員；不是就留空")},
    {.name = "done", .label = N_("完成"), .kind = FORM_ACTION, .help = N_("按 Enter 記下；Esc 放棄")},
};

/* ---- values --------------------------------------------------------------------------------------- */

static struct str *value_of(struct answer *answer, const char *name)
{
    static const char *const names[VALUES] = {"surname", "given", "title", "unit", "member", "for"};

    for (int i = 0; i < VALUES; i++)
        if (strcmp(names[i], name) == 0)
            return &answer->v[i];
    return NULL;
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    struct answer *answer = context;
    const struct str *value = value_of(answer, field->name);

    if (value) {
        str_add(out, value->text);
    } else if (strcmp(field->name, "full") == 0) {
        str_add(out, answer->v[VALUE_SURNAME].text);
        str_add(out, answer->v[VALUE_GIVEN].text);
    }
}

static void put(struct str *value, const char *text, size_t len_bytes)
{
    str_clear(value);
    str_add_bytes(value, text, len_bytes);
}

static enum status set(void *context, const struct form_field *field, const char *text, struct err *err)
{
    struct answer *answer = context;
    struct str *value = value_of(answer, field->name);
    size_t surname = name_surname_bytes(text), len = strlen(text);

    if (value) {
        put(value, text, len);
        return str_failed(value) ? err_memory(err) : STATUS_OK;
    }
    if (!surname)
        surname = len;
    put(&answer->v[VALUE_SURNAME], text, surname);
    put(&answer->v[VALUE_GIVEN], text + surname, len - surname);
    return str_failed(&answer->v[VALUE_SURNAME]) || str_failed(&answer->v[VALUE_GIVEN]) ? err_memory(err)
                                                                                        : STATUS_OK;
}

static void member_options(void *context, const struct form_field *field, struct arena *arena,
                           struct form_option **out, size_t *n)
{
    const struct answer *answer = context;
    const struct snapshot *s = answer->s;
    const bool for_whom = strcmp(field->name, "for") == 0;
    struct form_option *v = arena_take(arena, (s->meeting.composition.n + 1) * sizeof *v);

    *out = v;
    *n = 0;
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("（無）")};
    for (size_t i = 0; i < s->meeting.composition.n; i++) {
        const struct seat *seat = &s->meeting.composition.v[i];
        struct str name = STR_INIT;

        if (text_same(seat->member, answer->except) || (for_whom && seat->kind == KIND_AGENCY))
            continue;
        label_member(&name, &s->members, seat->member);
        v[*n] = (struct form_option){
            .code = seat->member,
            .number = seat->seat,
            .label = arena_text(arena, name.text, name.len_bytes),
            .detail = arena_printf(arena, "%s %s%s", label_choice(&member_kind_choices, seat->kind),
                                   seat->unit ? seat->unit : "", seat->title ? seat->title : "")};
        *n += v[*n].label != NULL;
        str_release(&name);
    }
}

/* A member has his name and post already. */
static bool hidden(void *context, const struct form_field *field)
{
    const struct answer *answer = context;

    if (strcmp(field->name, "for") == 0)
        return !(answer->asks & PERSON_FOR);
    if (strcmp(field->name, "member") == 0 || field->kind == FORM_ACTION)
        return false;
    return answer->v[VALUE_MEMBER].len_bytes > 0;
}

static const struct form_source source = {
    .get = get, .set = set, .options = member_options, .hidden = hidden};

/* ---- the dialog ----------------------------------------------------------------------------------- */

static void run_done(struct app *app, struct screen *screen)
{
    struct person_screen *p = (struct person_screen *)screen;
    const struct str *v = p->answer->v;
    const unsigned asks = p->answer->asks;
    bool named;

    if (!form_leave(&p->form))
        return;
    named = v[VALUE_SURNAME].len_bytes || v[VALUE_MEMBER].len_bytes;
    if (!named && ((asks & PERSON_NAMED) || ((asks & PERSON_ONE) && !v[VALUE_UNIT].len_bytes))) {
        app_message(app, ROLE_WARN, "%s",
                    asks & PERSON_NAMED ? _("請填姓名；不記就按 Esc")
                                        : _("請至少填姓名或單位；不記就按 Esc"));
        return;
    }
    p->answer->done = true;
    screen->done = true;
}

static bool person_key(struct app *app, struct screen *screen, const struct key *key)
{
    enum form_result result = form_key(&((struct person_screen *)screen)->form, key);

    if (result == FORM_RUN)
        run_done(app, screen);
    return result != FORM_IGNORED;
}

static void run_cancel(struct app *app, struct screen *screen)
{
    (void)app;
    screen->done = true;
}

static const struct str *person_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct person_screen *)screen)->form);
}

static bool person_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct person_screen *)screen)->form);
}

static void person_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct person_screen *p = (struct person_screen *)screen;
    struct rect inner;

    (void)app;
    draw_frame(layout_centre(rect, rect.cols - 4 < 66 ? rect.cols - 4 : 66,
                             (int)(sizeof fields / sizeof *fields) + 4),
               p->title, true, &inner);
    form_draw(&p->form, inner, true);
}

static void person_close(struct app *app, struct screen *screen)
{
    (void)app;
    form_release(&((struct person_screen *)screen)->form);
    free(screen);
}

static const struct command person_commands[] = {
    {"person.done", "F8 Ctrl-D", N_("完成"), N_("完成"), 0, NULL, run_done},
    {"person.cancel", "Esc", N_("放棄"), N_("放棄"), 0, NULL, run_cancel},
};

static const struct screen_ops person_ops = {.name = "person",
                                             .title = N_("人員"),
                                             .commands = COMMANDS(person_commands),
                                             .draw = person_draw,
                                             .key = person_key,
                                             .typing = person_typing,
                                             .line = person_line,
                                             .close = person_close};

static bool run(struct app *app, const char *title, struct answer *answer)
{
    struct person_screen *p = calloc(1, sizeof *p);
    struct err err = {0};

    if (!p) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    p->screen.ops = &person_ops;
    p->title = title;
    p->answer = answer;
    form_init(&p->form, fields, sizeof fields / sizeof *fields, &source, answer, app_today(app));
    form_reload(&p->form);
    app_run_modal(app, &p->screen);
    return answer->done;
}

static const char *kept(struct arena *arena, const struct str *value, bool *failed)
{
    const char *text = value->len_bytes ? arena_text(arena, value->text, value->len_bytes) : NULL;

    *failed = *failed || (value->len_bytes && !text);
    return text;
}

bool person_ask(struct app *app, const char *title, const struct snapshot *s, const char *except,
                unsigned asks, struct arena *arena, struct person *person, const char **for_member)
{
    const char *const first[VALUES] = {person->surname, person->given,  person->title,
                                       person->unit,    person->member, for_member ? *for_member : NULL};
    struct answer answer = {.s = s, .except = except, .asks = asks};
    const char *text[VALUES] = {NULL};
    struct err err = {0};
    bool done, failed = false;

    for (int i = 0; i < VALUES; i++) {
        str_init(&answer.v[i]);
        str_add(&answer.v[i], first[i]);
    }
    done = run(app, title, &answer);
    for (int i = 0; i < VALUES; i++) {
        text[i] = kept(arena, &answer.v[i], &failed);
        str_release(&answer.v[i]);
    }
    if (failed) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    if (!done)
        return false;
    *person =
        (struct person){NULL, text[VALUE_SURNAME], text[VALUE_GIVEN], text[VALUE_TITLE], text[VALUE_UNIT]};
    if (text[VALUE_MEMBER])
        *person = (struct person){.member = text[VALUE_MEMBER]};
    if (for_member)
        *for_member = text[VALUE_FOR];
    return true;
}

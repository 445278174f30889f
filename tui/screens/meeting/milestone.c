/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a milestone: on which day, by whom, under which letter's number.
 */
#include "tui/screens/meeting/gate.h"

#include "tui/screens/shared/label.h"
#include "tui/widgets/form.h"

#include <stdlib.h>
#include <string.h>

struct milestone_form {
    struct str date, by, ref, remark;
    bool done; /* the user said so */
};
struct milestone_screen {
    struct screen screen;
    struct form form;
    const char *title;
    struct milestone_form *values;
};

static const struct form_field fields[] = {
    {.name = "date",
     .label = N_("日期"),
     .kind = FORM_DATE,
     .help = N_("例如 112/5/17、1120517、5/17"),
     .required = true},
    {.name = "by", .label = N_("承辦人"), .kind = FORM_TEXT},
    {.name = "ref", .label = N_("發文字號"), .kind = FORM_TEXT, .help = N_("沒有發文可留空")},
    {.name = "remark", .label = N_("備註"), .kind = FORM_TEXT},
    {.name = "done", .label = N_("記下這件事"), .kind = FORM_ACTION, .help = N_("按 Enter 完成；Esc 放棄")},
};

static struct str *value_of(struct milestone_form *values, const char *name)
{
    if (strcmp(name, "date") == 0)
        return &values->date;
    if (strcmp(name, "by") == 0)
        return &values->by;
    return strcmp(name, "ref") == 0 ? &values->ref : &values->remark;
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    if (field->kind != FORM_ACTION)
        str_add(out, value_of(context, field->name)->text);
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct str *text = value_of(context, field->name);

    str_clear(text);
    str_add(text, value);
    return str_failed(text) ? err_memory(err) : STATUS_OK;
}

static const struct form_source source = {.get = get, .set = set};

static bool milestone_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct milestone_screen *m = (struct milestone_screen *)screen;
    enum form_result result = form_key(&m->form, key);

    (void)app;
    if (result == FORM_RUN) {
        m->values->done = true;
        screen->done = true;
    }
    return result != FORM_IGNORED;
}

static bool milestone_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct milestone_screen *)screen)->form);
}

static void milestone_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct milestone_screen *m = (struct milestone_screen *)screen;
    struct rect box = rect, inner;
    const int rows = (int)(sizeof fields / sizeof *fields) + 4;

    (void)app;
    if (box.cols > 64) {
        box.x += (box.cols - 64) / 2;
        box.cols = 64;
    }
    if (box.rows > rows) {
        box.y += (box.rows - rows) / 2;
        box.rows = rows;
    }
    draw_frame(box, m->title, true, &inner);
    form_draw(&m->form, inner, true);
}

static void milestone_close(struct app *app, struct screen *screen)
{
    (void)app;
    form_release(&((struct milestone_screen *)screen)->form);
    free(screen);
}

static const struct screen_ops milestone_ops = {.name = "milestone",
                                                .title = N_("里程碑"),
                                                .draw = milestone_draw,
                                                .key = milestone_key,
                                                .typing = milestone_typing,
                                                .close = milestone_close};

static bool ask(struct app *app, const char *title, struct milestone_form *values)
{
    struct milestone_screen *m = calloc(1, sizeof *m);
    struct err err = {0};

    if (!m) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    m->screen.ops = &milestone_ops;
    m->screen.modal = true;
    m->title = title;
    m->values = values;
    form_init(&m->form, fields, sizeof fields / sizeof *fields, &source, values, app_today(app));
    form_reload(&m->form);
    app_run_modal(app, &m->screen);
    return values->done;
}

static enum status save(struct app *app, struct meeting_frame *frame, enum step step,
                        const struct milestone_form *values, const char *const *labels)
{
    struct milestone milestone;
    struct attempt attempt;
    enum status status;

    entity_defaults(&milestone_entity, &milestone);
    milestone.step = (int)step;
    milestone.date = values->date.text;
    milestone.by = values->by.len_bytes ? values->by.text : NULL;
    milestone.ref = values->ref.len_bytes ? values->ref.text : NULL;
    milestone.remark = values->remark.len_bytes ? values->remark.text : NULL;
    app_attempt(app, &attempt, _("%s：%s"), frame->s.meeting.key, label_choice(&step_choices, (int)step));
    do
        status = milestone_save(app->db, &attempt.stamp, &frame->s, &milestone, labels, &attempt.err);
    while (app_again(app, &attempt, status));
    return status;
}

static void take_known(struct app *app, const struct milestone *known, struct milestone_form *values)
{
    char today[DATE_ISO_SIZE];

    str_add(&values->date, known && known->date ? known->date : frame_today(app, today));
    str_add(&values->by, known ? known->by : app->who);
    str_add(&values->ref, known ? known->ref : NULL);
    str_add(&values->remark, known ? known->remark : NULL);
}

bool milestone_ask(struct app *app, struct meeting_frame *frame, enum step step, const char *title,
                   const char *const *labels)
{
    struct milestone_form values = {STR_INIT, STR_INIT, STR_INIT, STR_INIT, false};
    struct err err = {0};
    bool stored = false;

    take_known(app, meeting_milestone(&frame->s.meeting, step), &values);
    if (ask(app, title, &values) && values.date.len_bytes)
        stored = save(app, frame, step, &values, labels) == STATUS_OK;
    if (stored && frame_load(app, &frame->screen, &err))
        app_error(app, &err);
    str_release(&values.date);
    str_release(&values.by);
    str_release(&values.ref);
    str_release(&values.remark);
    return stored;
}

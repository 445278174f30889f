/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a milestone: on which day, by whom, under which letter's number.
 */
#include "tui/screens/meeting/gate.h"

#include "core/archive/archive.h"
#include "core/publish/publication.h"
#include "tui/screens/shared/form_dialog.h"
#include "tui/screens/shared/label.h"

#include <string.h>

struct milestone_form {
    struct str date, by, ref, remark;
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
        status = step == STEP_PUBLISHED
                     ? publication_keep(app->db, &attempt.stamp, &frame->s, &milestone, frame->style,
                                        frame->style_name, &attempt.err)
                     : milestone_keep(app->db, &attempt.stamp, &frame->s, &milestone, labels, frame->style,
                                      frame->style_name, &attempt.err);
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
    struct milestone_form values = {STR_INIT, STR_INIT, STR_INIT, STR_INIT};
    const struct form_dialog dialog = {.name = "milestone",
                                       .title = title,
                                       .fields = fields,
                                       .n = sizeof fields / sizeof *fields,
                                       .source = &source,
                                       .context = &values};
    struct err err = {0};
    bool stored = false;

    take_known(app, meeting_milestone(&frame->s.meeting, step), &values);
    if (form_dialog_run(app, &dialog) && values.date.len_bytes)
        stored = save(app, frame, step, &values, labels) == STATUS_OK;
    if (stored && frame_load(app, &frame->screen, &err))
        app_error(app, &err);
    str_release(&values.date);
    str_release(&values.by);
    str_release(&values.ref);
    str_release(&values.remark);
    return stored;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 更正: putting a confirmed text right. The confirmed one stays; this stands beneath it.
 */
#include "core/archive/archive.h"
#include "tui/screens/meeting/gate.h"
#include "tui/screens/shared/form_dialog.h"

#include <string.h>

enum { PLACE, BEFORE, AFTER, REASON, DATE, BY, VALUES };

static const struct form_field fields[] = {
    {.name = "place",
     .label = N_("位置"),
     .kind = FORM_TEXT,
     .help = N_("例如 討論事項案由一決議"),
     .required = true},
    {.name = "before", .label = N_("原文"), .kind = FORM_TEXT, .help = N_("漏列的可留空")},
    {.name = "after", .label = N_("更正為"), .kind = FORM_TEXT, .help = N_("要刪除的可留空")},
    {.name = "reason", .label = N_("理由"), .kind = FORM_TEXT, .help = N_("例如 繕寫錯誤"), .required = true},
    {.name = "date",
     .label = N_("日期"),
     .kind = FORM_DATE,
     .help = N_("例如 112/5/17、1120517、5/17"),
     .required = true},
    {.name = "by", .label = N_("承辦人"), .kind = FORM_TEXT},
    {.name = "done", .label = N_("記下更正"), .kind = FORM_ACTION, .help = N_("按 Enter 完成；Esc 放棄")},
};

static struct str *value_of(struct str *values, const struct form_field *field)
{
    return &values[field - fields];
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    if (field->kind != FORM_ACTION)
        str_add(out, value_of(context, field)->text);
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct str *text = value_of(context, field);

    str_clear(text);
    str_add(text, value);
    return str_failed(text) ? err_memory(err) : STATUS_OK;
}

static const struct form_source source = {.get = get, .set = set};

/* false: refused or not stored, said why; what was typed is still there. */
static bool store(struct app *app, struct meeting_frame *frame, const struct str *values)
{
    const struct amendment amendment = {.place = values[PLACE].text,
                                        .before = values[BEFORE].text,
                                        .after = values[AFTER].text,
                                        .reason = values[REASON].text,
                                        .on = values[DATE].text,
                                        .by = values[BY].text};
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("%s：更正 %s"), frame->s.meeting.key, values[PLACE].text);
    do
        status = amendment_add(app->db, &attempt.stamp, &frame->s, &amendment, &attempt.err);
    while (app_again(app, &attempt, status));
    return status == STATUS_OK;
}

bool amendment_ask(struct app *app, struct meeting_frame *frame)
{
    struct str values[VALUES];
    const struct form_dialog dialog = {.name = "amendment",
                                       .title = _("更正已確認的紀錄"),
                                       .fields = fields,
                                       .n = sizeof fields / sizeof *fields,
                                       .source = &source,
                                       .context = values};
    char today[DATE_ISO_SIZE];
    struct err err = {0};
    bool stored = false;

    for (int i = 0; i < VALUES; i++)
        str_init(&values[i]);
    str_add(&values[DATE], frame_today(app, today));
    str_add(&values[BY], app->who);
    while (!stored && form_dialog_run(app, &dialog))
        stored = store(app, frame, values);
    if (stored && frame_load(app, &frame->screen, &err))
        app_error(app, &err);
    for (int i = 0; i < VALUES; i++)
        str_release(&values[i]);
    return stored;
}

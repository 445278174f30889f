/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the form of step 1 shows and stores: each field one change of the meeting.
 */
#include "core/base/names.h"
#include "tui/screens/meeting/prepare.h"
#include "tui/screens/shared/label.h"

#include <string.h>

/* Somebody who is no member, chosen before: an option that means "as it is". */
static const char as_it_is[] = "=";

const struct form_field prepare_fields[] = {
    {.name = "key", .label = N_("編號"), .kind = FORM_FIXED},
    {.name = "date",
     .label = N_("日期"),
     .kind = FORM_DATE,
     .help = N_("5/24、112/5/24、1120524 或 2023-05-24 都可以；改期後編號不變")},
    {.name = "time", .label = N_("時間"), .kind = FORM_TIME, .help = N_("1400、14:00 或 下午2時")},
    {.name = "place", .label = N_("地點"), .kind = FORM_TEXT, .help = N_("例如 本部第3會議室")},
    {.name = "mode", .label = N_("開會方式"), .kind = FORM_CHOICE, .help = N_("← → 選擇")},
    {.name = "chair", .label = N_("主席"), .kind = FORM_PICK, .help = N_("原則上是召集人；打姓名或席次挑選")},
    {.name = "acting",
     .label = N_("代理主席"),
     .kind = FORM_PICK,
     .help = N_("主席不能出席時指定的委員（要點四(二)）；沒有就留空")},
    {.name = "recorder", .label = N_("紀錄人員"), .kind = FORM_TEXT, .help = N_("姓名，印在會議紀錄上")},
    {.name = "title",
     .label = N_("會議名稱"),
     .kind = FORM_TEXT,
     .help = N_("只在與慣例不同時填，例如「112年專案會議」")},
};
const size_t prepare_n_fields = sizeof prepare_fields / sizeof *prepare_fields;

/* ---- values --------------------------------------------------------------------------------------- */

static struct person *person_of(struct meeting *meeting, const char *name)
{
    return strcmp(name, "chair") == 0 ? &meeting->chair : &meeting->acting;
}

static void value_get(void *context, const struct form_field *field, struct str *out)
{
    struct prepare *prepare = context;
    struct meeting *m = &prepare->frame.s.meeting;

    if (strcmp(field->name, "key") == 0) {
        label_meeting_key(out, m->key, NULL);
        str_printf(out, "  %s", m->key);
    } else if (strcmp(field->name, "date") == 0) {
        str_add(out, prepare->frame.s.date);
    } else if (strcmp(field->name, "time") == 0) {
        const char *time = m->start ? strchr(m->start, 'T') : NULL;

        str_add(out, time ? time + 1 : NULL);
    } else if (strcmp(field->name, "place") == 0) {
        str_add(out, m->place);
    } else if (strcmp(field->name, "title") == 0) {
        str_add(out, m->title);
    } else if (strcmp(field->name, "mode") == 0) {
        str_add(out, m->mode == UNKNOWN ? "" : meeting_mode_choices.codes[m->mode]);
    } else if (strcmp(field->name, "recorder") == 0) {
        if (m->recorder.member) {
            label_member(out, &prepare->frame.s.members, m->recorder.member);
        } else {
            str_add(out, m->recorder.surname);
            str_add(out, m->recorder.given);
        }
    } else {
        const struct person *person = person_of(m, field->name);

        str_add(out, person->member ? person->member : person_none(person) ? "" : as_it_is);
    }
}

/* The start from its two parts, either of which may be new. */
static enum status set_start(struct prepare *prepare, struct meeting *m, const char *date, const char *time,
                             struct arena *arena, struct err *err)
{
    const char *old_time = m->start ? strchr(m->start, 'T') : NULL;

    if (!date)
        date = prepare->frame.s.date;
    if (!time)
        time = old_time ? old_time + 1 : "";
    if (!date || !*date) {
        m->start = NULL;
        return *time && !old_time ? err_set(err, STATUS_NO, CODE_MEETING_NO_DATE, NULL, NULL, NULL)
                                  : STATUS_OK;
    }
    m->start = arena_printf(arena, *time ? "%sT%s" : "%s%s", date, time);
    if (!m->start)
        return err_memory(err);
    if (m->outcome == OUTCOME_POSTPONED)
        m->outcome = UNKNOWN; /* it has its new day now */
    return STATUS_OK;
}

/* A name typed whole; the split is the usual one, and the papers print both parts together. */
static enum status set_recorder(struct meeting *m, const char *name, struct arena *arena, struct err *err)
{
    size_t surname = name_surname_bytes(name);

    m->recorder = (struct person){NULL, NULL, NULL, m->recorder.title, m->recorder.unit};
    if (!*name) {
        m->recorder = (struct person){NULL, NULL, NULL, NULL, NULL};
        return STATUS_OK;
    }
    m->recorder.surname = surname ? arena_text(arena, name, surname) : name;
    if (surname && name[surname])
        m->recorder.given = name + surname;
    return m->recorder.surname ? STATUS_OK : err_memory(err);
}

static enum status apply(struct prepare *prepare, struct meeting *m, const struct form_field *field,
                         const char *value, struct arena *arena, struct err *err)
{
    const char *text = *value ? value : NULL;

    if (strcmp(field->name, "date") == 0)
        return set_start(prepare, m, value, NULL, arena, err);
    if (strcmp(field->name, "time") == 0)
        return set_start(prepare, m, NULL, value, arena, err);
    if (strcmp(field->name, "recorder") == 0)
        return set_recorder(m, value, arena, err);
    if (strcmp(field->name, "place") == 0)
        m->place = text;
    else if (strcmp(field->name, "title") == 0)
        m->title = text;
    else if (strcmp(field->name, "mode") == 0)
        m->mode = choice_find(&meeting_mode_choices, value);
    else if (strcmp(value, as_it_is) != 0)
        *person_of(m, field->name) = (struct person){text, NULL, NULL, NULL, NULL};
    return STATUS_OK;
}

static enum status value_set(void *context, const struct form_field *field, const char *value,
                             struct err *err)
{
    struct prepare *prepare = context;
    struct app *app = prepare->app;
    struct meeting wanted = prepare->frame.s.meeting;
    struct arena arena = ARENA_INIT;
    struct attempt attempt;
    enum status status = apply(prepare, &wanted, field, value, &arena, err);

    if (!status) {
        app_attempt(app, &attempt, _("籌備 %s：%s"), prepare->frame.s.meeting.key, _(field->label));
        attempt.quiet = true;
        do
            status = meeting_save(app->db, &attempt.stamp, &prepare->frame.s, &wanted, &attempt.err);
        while (app_again(app, &attempt, status));
        *err = attempt.err;
    }
    arena_release(&arena);
    if (!status)
        status = frame_load(app, &prepare->frame.screen, err);
    return status;
}

static void add_member_option(const struct prepare *prepare, const struct seat *seat, struct arena *arena,
                              struct form_option *option)
{
    const struct member *member = member_find(&prepare->frame.s.members, seat->member);

    option->code = seat->member;
    option->number = seat->seat;
    option->label = member ? arena_printf(arena, "%s%s", member->surname, member->given ? member->given : "")
                           : seat->member;
    option->detail =
        arena_printf(arena, "%s %s%s",
                     seat->role == MEMBER_CONVENER ? label_choice(&member_role_choices, seat->role)
                                                   : label_choice(&member_kind_choices, seat->kind),
                     seat->unit ? seat->unit : "", seat->title ? seat->title : "");
}

static void person_options(struct prepare *prepare, const struct form_field *field, struct arena *arena,
                           struct form_option **out, size_t *n)
{
    struct meeting *m = &prepare->frame.s.meeting;
    const struct person *person = person_of(m, field->name);
    struct form_option *v = arena_take(arena, (m->composition.n + 2) * sizeof *v);
    struct str name = STR_INIT;

    *out = v;
    *n = 0;
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("（未定）")};
    if (!person_none(person) && !person->member) {
        label_person(&name, &prepare->frame.s.members, person);
        v[(*n)++] =
            (struct form_option){.code = as_it_is, .label = arena_text(arena, name.text, name.len_bytes)};
    }
    for (size_t i = 0; i < m->composition.n; i++)
        add_member_option(prepare, &m->composition.v[i], arena, &v[(*n)++]);
    str_release(&name);
}

static void value_options(void *context, const struct form_field *field, struct arena *arena,
                          struct form_option **out, size_t *n)
{
    struct form_option *v;

    if (field->kind == FORM_PICK) {
        person_options(context, field, arena, out, n);
        return;
    }
    *n = 0;
    *out = v = arena_take(arena, (meeting_mode_choices.n + 1) * sizeof *v);
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("（未定）")};
    for (size_t i = 0; i < meeting_mode_choices.n; i++)
        v[(*n)++] = (struct form_option){.code = meeting_mode_choices.codes[i],
                                         .label = label_choice(&meeting_mode_choices, (int)i)};
}

const struct form_source prepare_source = {.get = value_get, .set = value_set, .options = value_options};

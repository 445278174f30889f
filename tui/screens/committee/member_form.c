/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the form of one member shows and stores: each field one change.
 */
#include "tui/screens/committee/member_form.h"
#include "core/base/names.h"
#include "tui/screens/committee/members.h"
#include "tui/screens/shared/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct form_field member_fields[] = {
    {.name = "full",
     .label = N_("姓名"),
     .kind = FORM_TEXT,
     .max = 200,
     .required = true,
     .help = N_("先打全名，姓與名自動分開，下面兩欄請看一下對不對")},
    {.name = "surname",
     .label = N_("姓"),
     .kind = FORM_TEXT,
     .max = 100,
     .required = true,
     .help = N_("複姓或原住民族姓名請在這裡改；印「歐陽委員河」要靠它")},
    {.name = "given", .label = N_("名"), .kind = FORM_TEXT, .max = 100},
    {.name = "gender", .label = N_("性別"), .kind = FORM_CHOICE, .help = N_("← → 選擇；計算單一性別比例用")},
    {.name = "heading", .label = N_("任期"), .kind = FORM_HEADING},
    {.name = "role", .label = N_("擔任"), .kind = FORM_CHOICE, .help = N_("召集人是當然委員並擔任主席")},
    {.name = "kind",
     .label = N_("身分"),
     .kind = FORM_CHOICE,
     .help = N_("機關代表可以派人代理，民間代表要親自出席（要點七）")},
    {.name = "unit", .label = N_("單位"), .kind = FORM_TEXT, .help = N_("例如 河海大學、水質司")},
    {.name = "title", .label = N_("職稱"), .kind = FORM_TEXT, .help = N_("例如 教授、司長")},
    {.name = "term",
     .label = N_("第幾任"),
     .kind = FORM_NUMBER,
     .min = 1,
     .max = 9,
     .help = N_("民間代表得續聘一次")},
    {.name = "from", .label = N_("自"), .kind = FORM_DATE, .help = N_("就任日；留空＝從一開始")},
    {.name = "to",
     .label = N_("至"),
     .kind = FORM_DATE,
     .help = N_("任期最後一天，含當天；留空＝還沒有期限")},
    {.name = "replaces",
     .label = N_("接替"),
     .kind = FORM_PICK,
     .help = N_("補聘委員接替的是哪一位（任期至原任期屆滿）；沒有就留空")},
};
const size_t member_n_fields = sizeof member_fields / sizeof *member_fields;

/* ---- storing -------------------------------------------------------------------------------------- */

struct member *member_copy(const struct member *member, struct arena *arena)
{
    struct member *copy = arena_take(arena, sizeof *copy);
    size_t n = member->appointments.n;

    if (!copy)
        return NULL;
    *copy = *member;
    copy->appointments.v = arena_take(arena, (n + 1) * sizeof *copy->appointments.v);
    if (!copy->appointments.v)
        return NULL;
    if (n)
        memcpy(copy->appointments.v, member->appointments.v, n * sizeof *copy->appointments.v);
    return copy;
}

bool member_store(struct app *app, const struct member *old, struct member *wanted, const char *label,
                  struct err *err)
{
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("委員 %s%s：%s"), wanted->surname, wanted->given ? wanted->given : "",
                label);
    attempt.quiet = err != NULL;
    do
        status = member_save(app->db, &attempt.stamp, app->committee_id, old, wanted, &attempt.err);
    while (app_again(app, &attempt, status));
    if (err)
        *err = attempt.err;
    return status == STATUS_OK;
}

/* ---- values --------------------------------------------------------------------------------------- */

const struct appointment *member_shown(const struct member_form *m)
{
    return m->member && m->at < m->member->appointments.n ? &m->member->appointments.v[m->at] : NULL;
}

static void value_get(void *context, const struct form_field *field, struct str *out)
{
    struct member_form *m = context;
    const struct appointment *a = member_shown(m);

    if (!m->member)
        return;
    if (strcmp(field->name, "full") == 0) {
        str_add(out, m->member->surname);
        str_add(out, m->member->given);
    } else if (entity_field(&member_entity, field->name)) {
        const struct field *f = entity_field(&member_entity, field->name);
        int value = f->type == FIELD_CHOICE ? field_int(f, m->member) : UNKNOWN;

        str_add(out, f->type != FIELD_CHOICE ? field_text(f, m->member)
                     : value == UNKNOWN      ? ""
                                             : f->choices->codes[value]);
    } else if (strcmp(field->name, "from") == 0) {
        str_add(out, a ? a->from : NULL);
    } else if (strcmp(field->name, "to") == 0) {
        str_add(out, a ? a->to : NULL);
    } else if (strcmp(field->name, "term") == 0) {
        if (a && a->term != UNKNOWN)
            str_printf(out, "%d", a->term);
    } else if (a) {
        const struct field *f = entity_field(&appointment_entity, field->name);
        int value = f->type == FIELD_CHOICE ? field_int(f, a) : UNKNOWN;

        str_add(out, f->type != FIELD_CHOICE ? field_text(f, a)
                     : value == UNKNOWN      ? ""
                                             : f->choices->codes[value]);
    }
}

static enum status set_name(struct member *wanted, const char *full, struct arena *arena, struct err *err)
{
    size_t surname = name_surname_bytes(full);

    wanted->surname = surname ? arena_text(arena, full, surname) : full;
    wanted->given = surname && full[surname] ? full + surname : NULL;
    return wanted->surname ? STATUS_OK : err_memory(err);
}

/* The appointment that is shown; a first one where there is none. */
static struct appointment *own_appointment(const struct member_form *m, struct member *wanted)
{
    if (!member_shown(m)) {
        entity_defaults(&appointment_entity, &wanted->appointments.v[wanted->appointments.n]);
        return &wanted->appointments.v[wanted->appointments.n++];
    }
    return &wanted->appointments.v[m->at];
}

static enum status set_appointment(struct appointment *a, const struct form_field *field, const char *value,
                                   struct err *err)
{
    const char *text = *value ? value : NULL;

    if (strcmp(field->name, "from") == 0) {
        a->from = text;
    } else if (strcmp(field->name, "to") == 0) {
        a->to = text;
    } else if (strcmp(field->name, "term") == 0) {
        a->term = text ? (int)strtol(value, NULL, 10) : UNKNOWN;
    } else {
        const struct field *f = entity_field(&appointment_entity, field->name);

        if (f->type == FIELD_CHOICE)
            field_set_int(f, a, choice_find(f->choices, value));
        else
            field_set_text(f, a, text);
    }
    if (a->from && a->to && strcmp(a->to, a->from) < 0)
        return err_set(err, STATUS_BAD, CODE_RECORD_ORDER, _("任期"), a->to, a->from);
    return STATUS_OK;
}

static enum status apply(struct member_form *m, struct member *wanted, const struct form_field *field,
                         const char *value, struct arena *arena, struct err *err)
{
    if (strcmp(field->name, "full") == 0)
        return set_name(wanted, value, arena, err);
    if (strcmp(field->name, "surname") == 0)
        wanted->surname = value;
    else if (strcmp(field->name, "given") == 0)
        wanted->given = *value ? value : NULL;
    else if (strcmp(field->name, "gender") == 0)
        wanted->gender = choice_find(&gender_choices, value);
    else
        return set_appointment(own_appointment(m, wanted), field, value, err);
    return STATUS_OK;
}

enum status member_form_load(struct member_form *m, struct err *err)
{
    enum status status = members_load(m->app, &m->arena, &m->committee, &m->members, err);

    m->member = members_by_id(&m->members, m->id);
    if (!status && m->id && !m->member)
        status = err_set(err, STATUS_MISSING, CODE_DB_CONFLICT, NULL, "member", NULL);
    if (m->member && m->at >= m->member->appointments.n)
        m->at = m->member->appointments.n ? m->member->appointments.n - 1 : 0;
    return status;
}

/* A new member is in office from the first meeting on, or from today where there have been meetings. */
static enum status first_appointment(struct member_form *m, struct member *wanted, char today[DATE_ISO_SIZE],
                                     struct arena *arena, struct err *err)
{
    struct meeting_lines lines;
    struct appointment *a = own_appointment(m, wanted);
    enum status status = meeting_list(m->app->db, m->app->committee_id, arena, &lines, err);

    for (size_t i = 0; !status && i < lines.n; i++)
        if (lines.v[i].end) {
            date_iso(today, app_today(m->app));
            a->from = today;
            break;
        }
    return status;
}

static enum status value_set(void *context, const struct form_field *field, const char *value,
                             struct err *err)
{
    struct member_form *m = context;
    struct arena arena = ARENA_INIT;
    struct member blank, *wanted;
    char today[DATE_ISO_SIZE];
    enum status status = STATUS_OK;

    entity_defaults(&member_entity, &blank);
    wanted = member_copy(m->member ? m->member : &blank, &arena);
    if (!wanted)
        status = err_memory(err);
    if (!status)
        status = apply(m, wanted, field, value, &arena, err);
    if (!status && !m->member)
        status = first_appointment(m, wanted, today, &arena, err);
    if (!status) {
        if (!member_store(m->app, m->member, wanted, m->member ? _(field->label) : _("新增"), err))
            status = err->status;
        else
            m->id = wanted->row.id;
    }
    arena_release(&arena);
    return status ? status : member_form_load(m, err);
}

static void choice_options(const struct choices *choices, bool none, struct arena *arena,
                           struct form_option **out, size_t *n)
{
    struct form_option *v = arena_take(arena, (choices->n + 1) * sizeof *v);

    *out = v;
    *n = 0;
    if (!v)
        return;
    if (none)
        v[(*n)++] = (struct form_option){.code = "", .label = _("（未填）")};
    for (size_t i = 0; i < choices->n; i++)
        v[(*n)++] = (struct form_option){.code = choices->codes[i], .label = label_choice(choices, (int)i)};
}

static void value_options(void *context, const struct form_field *field, struct arena *arena,
                          struct form_option **out, size_t *n)
{
    struct member_form *m = context;
    struct form_option *v;

    if (strcmp(field->name, "gender") == 0) {
        choice_options(&gender_choices, true, arena, out, n);
    } else if (strcmp(field->name, "role") == 0) {
        choice_options(&member_role_choices, false, arena, out, n);
    } else if (strcmp(field->name, "kind") == 0) {
        choice_options(&member_kind_choices, true, arena, out, n);
    } else {
        *n = 0;
        *out = v = arena_take(arena, (m->members.n + 1) * sizeof *v);
        if (!v)
            return;
        v[(*n)++] = (struct form_option){.code = "", .label = _("（無）")};
        for (size_t i = 0; i < m->members.n; i++)
            if (&m->members.v[i] != m->member)
                v[(*n)++] = (struct form_option){
                    .code = m->members.v[i].key,
                    .label = arena_printf(arena, "%s%s", m->members.v[i].surname,
                                          m->members.v[i].given ? m->members.v[i].given : "")};
    }
}

/* Only the name until somebody is there to have the rest; agency members have no term. */
static bool value_hidden(void *context, const struct form_field *field)
{
    const struct member_form *m = context;
    const struct appointment *a = member_shown(m);

    if (!m->member)
        return strcmp(field->name, "full") != 0;
    return strcmp(field->name, "term") == 0 && (!a || a->kind != KIND_CIVIL);
}

const struct form_source member_source = {
    .get = value_get, .set = value_set, .options = value_options, .hidden = value_hidden};

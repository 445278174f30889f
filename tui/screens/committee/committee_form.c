/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the form of a committee shows and stores: its own fields, and the rules in force from a day on.
 */
#include "tui/screens/committee/committee_form.h"

#include "core/paper/style.h"
#include "tui/screens/shared/label.h"

#include <stdlib.h>
#include <string.h>

/* ---- presets -------------------------------------------------------------------------------------- */

const char *committee_preset_name(int preset)
{
    static const char *const names[] = {N_("設置要點：二分之一以上，民間代表至少 3 人"),
                                        N_("運作指引：過半數，民間代表至少 3 人"), N_("先不設定，之後再填")};

    return preset >= 0 && preset < (int)(sizeof names / sizeof *names) ? _(names[preset]) : NULL;
}

void committee_preset(int preset, struct rule *rule)
{
    if (preset == 2)
        entity_defaults(&rule_entity, rule);
    else
        rule_preset(rule);
    if (preset == 1)
        rule->quorum_comparison = COMPARE_MORE; /* 指引肆一(二) */
}

/* ---- storing -------------------------------------------------------------------------------------- */

enum status committee_form_load(struct committee_form *c, struct err *err)
{
    enum status status;

    arena_release(&c->arena);
    memset(&c->committee, 0, sizeof c->committee);
    c->members = (struct members){NULL, 0};
    status = committee_load(c->app->db, c->app->committee_id, &c->arena, &c->committee, &c->members, err);
    if (c->rule >= c->committee.rules.n)
        c->rule = c->committee.rules.n ? c->committee.rules.n - 1 : 0;
    return status;
}

bool committee_store(struct app *app, const struct committee *old, struct committee *wanted,
                     const char *label, struct err *err)
{
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("委員會：%s"), label);
    attempt.quiet = err != NULL;
    do
        status = committee_save(app->db, &attempt.stamp, old, wanted, &attempt.err);
    while (app_again(app, &attempt, status));
    if (err)
        *err = attempt.err;
    return status == STATUS_OK;
}

/* ---- values --------------------------------------------------------------------------------------- */

static const struct rule *shown(const struct committee_form *c)
{
    return c->rule < c->committee.rules.n ? &c->committee.rules.v[c->rule] : NULL;
}

static void add_share(struct str *out, int num, int den)
{
    if (den > 0 && num != UNKNOWN)
        str_printf(out, "%d/%d", num, den);
}

static void rule_get(const struct committee_form *c, const char *name, struct str *out)
{
    const struct rule *rule = shown(c);
    const struct field *field = entity_field(&rule_entity, name);

    if (strcmp(name, "rule") == 0) {
        str_printf(out, "%zu", c->rule);
    } else if (!rule) {
        return;
    } else if (strcmp(name, "quorum") == 0) {
        add_share(out, rule->quorum_numerator, rule->quorum_denominator);
    } else if (field->type == FIELD_SHARE) {
        add_share(out, field_share(field, rule).num, field_share(field, rule).den);
    } else if (field->type == FIELD_CHOICE) {
        if (field_int(field, rule) != UNKNOWN)
            str_add(out, field->choices->codes[field_int(field, rule)]);
    } else if (field_is_int(field)) {
        if (field_int(field, rule) != UNKNOWN)
            str_printf(out, "%d", field_int(field, rule));
    } else {
        str_add(out, field_text(field, rule));
    }
}

static void value_get(void *context, const struct form_field *field, struct str *out)
{
    const struct committee_form *c = context;
    const struct field *own = entity_field(&committee_entity, field->name);

    if (own && own->type != FIELD_LIST)
        str_add(out, field_text(own, &c->committee));
    else
        rule_get(c, field->name, out);
}

/* "1/3", full-width digits and marks alike. "" = nothing is laid down. */
static enum status read_share(const char *value, struct share *out, struct err *err)
{
    struct str folded = STR_INIT;
    char *end = NULL;
    long num = 0, den = 0;

    *out = (struct share){0, 0};
    if (!*value)
        return STATUS_OK;
    text_fold(&folded, value, strlen(value));
    num = strtol(folded.text, &end, 10);
    if (end != folded.text && *end == '/')
        den = strtol(end + 1, &end, 10);
    if (den >= 1 && den <= 999 && num >= 1 && num <= den && *end == '\0')
        *out = (struct share){(int)num, (int)den};
    str_release(&folded);
    return out->den ? STATUS_OK : err_set(err, STATUS_BAD, CODE_FORM_SHARE, NULL, value, NULL);
}

static enum status rule_apply(struct rule *rule, const char *name, const char *value, struct err *err)
{
    const struct field *field = entity_field(&rule_entity, name);
    struct share share;
    enum status status = STATUS_OK;

    if (strcmp(name, "quorum") == 0) {
        status = read_share(value, &share, err);
        if (!status) {
            rule->quorum_numerator = share.den ? share.num : UNKNOWN;
            rule->quorum_denominator = share.den ? share.den : UNKNOWN;
        }
    } else if (field->type == FIELD_SHARE) {
        status = read_share(value, &share, err);
        if (!status)
            field_set_share(field, rule, share);
    } else if (field->type == FIELD_CHOICE) {
        field_set_int(field, rule, choice_find(field->choices, value));
    } else if (field_is_int(field)) {
        field_set_int(field, rule, *value ? (int)strtol(value, NULL, 10) : UNKNOWN);
    } else {
        field_set_text(field, rule, *value ? value : NULL);
    }
    return status;
}

static enum status value_set(void *context, const struct form_field *field, const char *value,
                             struct err *err)
{
    struct committee_form *c = context;
    const struct field *own = entity_field(&committee_entity, field->name);
    struct committee wanted = c->committee;
    struct arena arena = ARENA_INIT;
    enum status status = STATUS_OK;

    if (strcmp(field->name, "rule") == 0) {
        c->rule = (size_t)strtoul(value, NULL, 10);
        return STATUS_OK;
    }
    if (own && own->type != FIELD_LIST) {
        field_set_text(own, &wanted, *value ? value : NULL);
    } else {
        wanted.rules.v = arena_take(&arena, (wanted.rules.n + 1) * sizeof *wanted.rules.v);
        if (!wanted.rules.v) {
            status = err_memory(err);
        } else {
            if (wanted.rules.n)
                memcpy(wanted.rules.v, c->committee.rules.v, wanted.rules.n * sizeof *wanted.rules.v);
            else
                entity_defaults(&rule_entity, &wanted.rules.v[wanted.rules.n++]);
            status = rule_apply(&wanted.rules.v[c->rule], field->name, value, err);
        }
    }
    if (!status && !committee_store(c->app, &c->committee, &wanted, _(field->label), err))
        status = err->status;
    arena_release(&arena);
    return status ? status : committee_form_load(c, err);
}

/* ---- options -------------------------------------------------------------------------------------- */

void committee_paper_options(struct arena *arena, struct form_option **out, size_t *n)
{
    struct form_option *v;
    size_t there = 0;

    while (style_builtin_name(there))
        there++;
    *n = 0;
    *out = v = arena_take(arena, (there + 1) * sizeof *v);
    for (size_t i = 0; v && i < there; i++) {
        struct style *style = NULL;
        struct err err = {0};

        v[i] = (struct form_option){.code = style_builtin_name(i), .label = style_builtin_name(i)};
        /* its own numbers tell a style better than its name */
        if (style_load(style_builtin_name(i), &style, &err) == STATUS_OK) {
            const char *label =
                arena_printf(arena, "%s  %s %s %s", style_builtin_name(i), style_level(style, 0),
                             style_level(style, 1), style_level(style, 2));

            v[i].label = label ? label : v[i].label;
        }
        style_free(style);
        (*n)++;
    }
}

static void rule_options(const struct committee_form *c, struct arena *arena, struct form_option **out,
                         size_t *n)
{
    size_t rules = c->committee.rules.n ? c->committee.rules.n : 1;
    struct form_option *v = arena_take(arena, rules * sizeof *v);

    *out = v;
    *n = 0;
    for (size_t i = 0; v && i < rules; i++) {
        struct str label = STR_INIT;

        if (c->committee.rules.n && c->committee.rules.v[i].from) {
            str_add(&label, _("自 "));
            label_date(&label, c->committee.rules.v[i].from);
        } else {
            str_add(&label, _("從一開始"));
        }
        v[i] = (struct form_option){.code = arena_printf(arena, "%zu", i),
                                    .label = arena_text(arena, label.text, label.len_bytes)};
        str_release(&label);
        if (!v[i].code || !v[i].label)
            return;
        (*n)++;
    }
}

static void value_options(void *context, const struct form_field *field, struct arena *arena,
                          struct form_option **out, size_t *n)
{
    static const char *const yes_no[] = {N_("計入"), N_("不計入")}, *const codes[] = {"1", "0"},
                             *const casting[] = {N_("取決於主席"), N_("主席不另投票")};
    const struct field *own = entity_field(&rule_entity, field->name);
    struct form_option *v;

    if (strcmp(field->name, "paper") == 0) {
        committee_paper_options(arena, out, n);
        return;
    }
    if (strcmp(field->name, "rule") == 0) {
        rule_options(context, arena, out, n);
        return;
    }
    *n = 0;
    *out = v = arena_take(arena, ((own->choices ? own->choices->n : 2) + 1) * sizeof *v);
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("（未定）")};
    for (size_t i = 0; i < 2 && !own->choices; i++)
        v[(*n)++] = (struct form_option){
            .code = codes[i],
            .label = _(strcmp(field->name, "convener_counts") == 0 ? yes_no[i] : casting[i])};
    for (size_t i = 0; own->choices && i < own->choices->n; i++)
        v[(*n)++] =
            (struct form_option){.code = own->choices->codes[i], .label = label_choice(own->choices, (int)i)};
}

const struct form_source committee_source = {.get = value_get, .set = value_set, .options = value_options};

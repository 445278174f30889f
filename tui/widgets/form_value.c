/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and showing values by their kind. Knows no keys.
 */
#include "tui/widgets/form_value.h"

#include "core/base/text.h"
#include "tui/words.h"

#include <stdio.h>
#include <string.h>

static void show_date(struct str *out, const char *iso)
{
    struct moment moment = {.minutes = -1};

    if (date_parse_iso(iso, &moment.date))
        moment_format(out, _("{Y}/{mm}/{dd}({w})"), moment);
    else
        str_add(out, iso);
}

static void show_option(const struct form *form, const struct form_field *field, const char *code,
                        struct str *out)
{
    struct arena arena = ARENA_INIT;
    struct form_option *options = NULL;
    size_t n = 0;

    form->source->options(form->context, field, &arena, &options, &n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(options[i].code, code) == 0) {
            str_add(out, options[i].label);
            goto out;
        }
    str_add(out, code);
out:
    arena_release(&arena);
}

void form_value_shown(const struct form *form, const struct form_field *field, struct str *out)
{
    struct str value = STR_INIT;

    if (field->kind == FORM_HEADING || field->kind == FORM_ACTION)
        return;
    form->source->get(form->context, field, &value);
    switch (field->kind) {
    case FORM_DATE:
        show_date(out, value.text);
        break;
    case FORM_CHOICE:
    case FORM_PICK:
        show_option(form, field, value.text, out);
        break;
    case FORM_SWITCH:
        str_add(out, strcmp(value.text, "1") == 0 ? _("是") : _("否"));
        break;
    case FORM_FIXED:
    case FORM_TEXT:
    case FORM_TIME:
    case FORM_NUMBER:
    case FORM_HEADING:
    case FORM_ACTION:
    case FORM_OPEN:
        str_add(out, value.text);
        break;
    }
    str_release(&value);
}

/* TYPED without blanks at its ends, ASCII or full-width. */
static void trim(const char *typed, struct str *out)
{
    size_t len = strlen(typed), at = 0;

    for (;;) {
        if (typed[at] == ' ')
            at++;
        else if (strncmp(typed + at, "　", 3) == 0)
            at += 3;
        else
            break;
    }
    for (;;) {
        if (len > at && typed[len - 1] == ' ')
            len--;
        else if (len >= at + 3 && strncmp(typed + len - 3, "　", 3) == 0)
            len -= 3;
        else
            break;
    }
    str_add_bytes(out, typed + at, len - at);
}

static enum status typed_number(const struct form_field *field, const char *typed, struct str *out,
                                struct err *err)
{
    struct str folded = STR_INIT;
    char low[16], high[16];
    long value = 0;
    enum status status = STATUS_OK;

    text_fold(&folded, typed, strlen(typed)); /* full-width digits as the input method types them */
    if (strspn(folded.text, "0123456789") != folded.len_bytes || folded.len_bytes > 9) {
        status = err_set(err, STATUS_BAD, CODE_FORM_NUMBER, NULL, typed, NULL);
        goto out;
    }
    for (const char *at = folded.text; *at; at++)
        value = value * 10 + (*at - '0');
    if ((field->min || field->max) && (value < field->min || value > field->max)) {
        (void)snprintf(low, sizeof low, "%d", field->min);
        (void)snprintf(high, sizeof high, "%d", field->max);
        status = err_set(err, STATUS_BAD, CODE_FORM_RANGE, NULL, typed, low);
        err_arg(err, 2, high);
        goto out;
    }
    str_printf(out, "%ld", value);
out:
    str_release(&folded);
    return status;
}

static enum status typed_date(const struct form *form, const char *typed, struct str *out, struct err *err)
{
    struct date date = {0, 0, 0};
    enum code code = CODE_DATE_FORM;
    char iso[11];

    if (!date_typed(typed, form->today, &date, &code))
        return err_set(err, STATUS_BAD, code, NULL, typed, NULL);
    date_iso(iso, date);
    str_add(out, iso);
    return STATUS_OK;
}

static enum status typed_time(const char *typed, struct str *out, struct err *err)
{
    int minutes = 0;
    enum code code = CODE_TIME_FORM;
    char iso[6];

    if (!time_typed(typed, &minutes, &code))
        return err_set(err, STATUS_BAD, code, NULL, typed, NULL);
    time_iso(iso, minutes);
    str_add(out, iso);
    return STATUS_OK;
}

enum status form_value_typed(const struct form *form, const struct form_field *field, const char *typed,
                             struct str *out, struct err *err)
{
    struct str text = STR_INIT;
    enum status status = STATUS_OK;

    trim(typed, &text);
    if (str_failed(&text))
        status = err_memory(err);
    else if (text.len_bytes == 0)
        status = field->required ? err_set(err, STATUS_BAD, CODE_FORM_REQUIRED, NULL, NULL, NULL) : STATUS_OK;
    else if (field->kind == FORM_DATE)
        status = typed_date(form, text.text, out, err);
    else if (field->kind == FORM_TIME)
        status = typed_time(text.text, out, err);
    else if (field->kind == FORM_NUMBER)
        status = typed_number(field, text.text, out, err);
    else if (field->max > 0 && text.len_bytes > (size_t)field->max) {
        char limit[16];

        (void)snprintf(limit, sizeof limit, "%d", field->max);
        status = err_set(err, STATUS_BAD, CODE_FORM_LONG, NULL, limit, NULL);
    } else
        str_add(out, text.text);
    if (!status && str_failed(out))
        status = err_memory(err);
    str_release(&text);
    return status;
}

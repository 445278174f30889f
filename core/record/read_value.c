/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a record: single values, each by its type, with what is wrong with it.
 */
#include "core/record/read.h"

#include "core/base/text.h"
#include "core/calendar/date.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static void control_problem(struct reader *reader, const char *text, size_t len_bytes, size_t at)
{
    struct str shown = STR_INIT;
    size_t n = text_cluster_bytes(text + at, len_bytes - at);

    if (n > 1 && ((unsigned char)text[at] < 0x80))
        n = 1;
    text_show(&shown, text + at, n);
    read_problem(reader, CODE_RECORD_CONTROL, shown.text, NULL);
    str_release(&shown);
}

const char *read_text(struct reader *reader, const json_t *value, bool lines)
{
    const char *text = json_string_value(value);
    size_t len = json_string_length(value), at;
    char *copy;

    if (!text) {
        read_problem(reader, CODE_RECORD_TYPE, "string", NULL);
        return NULL;
    }
    if (len > RECORD_TEXT_BYTES) {
        read_problem(reader, CODE_RECORD_LONG, NULL, NULL);
        return NULL;
    }
    at = text_forbidden_at(text, len, lines);
    if (at < len) {
        control_problem(reader, text, len, at);
        return NULL;
    }
    copy = arena_text(reader->arena, text, len);
    if (!copy)
        reader->memory = true;
    return copy;
}

/* A meeting's id, a tracked decision's number, or an ordinary key, which looks like neither. */
static bool key_form(const struct field *field, const char *key)
{
    int year, number;
    bool extraordinary;

    if (strcmp(field->key, "id") == 0)
        return meeting_key_parse(key, &year, &number, &extraordinary);
    if (meeting_key_parse(key, &year, &number, &extraordinary))
        return false;
    if (!(*key >= 'a' && *key <= 'z') && !((field->flags & FIELD_DRAWN) && *key >= '0' && *key <= '9'))
        return false;
    for (const char *p = key; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-'))
            return false;
    return true;
}

static bool day_form(const struct field *field, const char *text)
{
    struct date date;
    struct moment moment;
    int minutes;

    switch (field->type) {
    case FIELD_DATE:
        return date_parse_iso(text, &date);
    case FIELD_MOMENT:
        return moment_parse_iso(text, &moment) || date_parse_iso(text, &date); /* the hour is not fixed yet */
    case FIELD_TIME:
        return time_parse_iso(text, &minutes);
    case FIELD_INT:
    case FIELD_BOOL:
    case FIELD_TRI:
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_CHOICE:
    case FIELD_SHARE:
    case FIELD_KEY:
    case FIELD_REF:
    case FIELD_LIST:
        break;
    }
    return true;
}

static void read_string(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    const char *text;
    char number[32];

    if ((field->flags & FIELD_NUMBER) && json_is_integer(value) && json_integer_value(value) > 0) {
        (void)snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
        text = arena_text(reader->arena, number, strlen(number));
        reader->memory |= !text;
    } else {
        text = read_text(reader, value, field->type == FIELD_LINES);
    }
    if (!text)
        return;
    if (field->type == FIELD_KEY && !key_form(field, text))
        read_problem(reader, CODE_RECORD_KEY, text, NULL);
    else if (!day_form(field, text))
        read_problem(reader, CODE_RECORD_DATE, text, NULL);
    field_set_text(field, row, text);
}

static bool read_number(struct reader *reader, const json_t *value, int *number)
{
    char shown[32];

    if (!json_is_integer(value)) {
        read_problem(reader, CODE_RECORD_TYPE, "integer", NULL);
        return false;
    }
    if (json_integer_value(value) < 0 || json_integer_value(value) > INT_MAX) {
        (void)snprintf(shown, sizeof shown, "%lld", (long long)json_integer_value(value));
        read_problem(reader, CODE_RECORD_NEGATIVE, shown, NULL);
        return false;
    }
    *number = (int)json_integer_value(value);
    return true;
}

static void read_share(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    struct share share = {0, 0};

    if (!json_is_array(value) || json_array_size(value) != 2) {
        read_problem(reader, CODE_RECORD_TYPE, "[integer, integer]", NULL);
        return;
    }
    if (!read_number(reader, json_array_get(value, 0), &share.num) ||
        !read_number(reader, json_array_get(value, 1), &share.den))
        return;
    if (share.den == 0)
        read_problem(reader, CODE_RECORD_FRACTION, NULL, NULL);
    field_set_share(field, row, share);
}

static void read_choice(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    const char *code = json_string_value(value);
    int choice = choice_find(field->choices, code);
    struct str all = STR_INIT, shown = STR_INIT;

    if (!code) {
        read_problem(reader, CODE_RECORD_TYPE, "string", NULL);
        return;
    }
    if (choice != UNKNOWN) {
        field_set_int(field, row, choice);
        return;
    }
    for (size_t i = 0; i < field->choices->n; i++)
        str_printf(&all, "%s%s", i ? " " : "", field->choices->codes[i]);
    text_show(&shown, code, json_string_length(value));
    read_problem(reader, CODE_RECORD_CHOICE, shown.text, all.text);
    str_release(&shown);
    str_release(&all);
}

void read_scalar(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    int number;

    if (field_is_text(field)) {
        read_string(reader, value, field, row);
    } else if (field->type == FIELD_SHARE) {
        read_share(reader, value, field, row);
    } else if (field->type == FIELD_CHOICE) {
        read_choice(reader, value, field, row);
    } else if (field->type == FIELD_INT) {
        if (read_number(reader, value, &number))
            field_set_int(field, row, number);
    } else if (json_is_boolean(value)) {
        field_set_int(field, row, json_is_true(value));
    } else {
        read_problem(reader, CODE_RECORD_TYPE, "true/false", NULL);
    }
}

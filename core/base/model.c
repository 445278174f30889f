/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and writing the fields of a row by their description.
 */
#include "core/base/model.h"

#include "core/base/str.h"

#include <string.h>

static const void *at(const struct field *field, const void *row)
{
    return (const char *)row + field->offset;
}

static void *at_mutable(const struct field *field, void *row)
{
    return (char *)row + field->offset;
}

struct list field_list(const struct field *field, const void *row)
{
    struct list list;

    memcpy(&list, at(field, row), sizeof list);
    return list;
}

void field_set_list(const struct field *field, void *row, struct list list)
{
    memcpy(at_mutable(field, row), &list, sizeof list);
}

const char *field_text(const struct field *field, const void *row)
{
    const char *text;

    memcpy(&text, at(field, row), sizeof text);
    return text;
}

void field_set_text(const struct field *field, void *row, const char *text)
{
    memcpy(at_mutable(field, row), &text, sizeof text);
}

int field_int(const struct field *field, const void *row)
{
    int value;

    if (field->type == FIELD_BOOL)
        return *(const bool *)at(field, row);
    memcpy(&value, at(field, row), sizeof value);
    return value;
}

void field_set_int(const struct field *field, void *row, int value)
{
    if (field->type == FIELD_BOOL)
        *(bool *)at_mutable(field, row) = value == 1;
    else
        memcpy(at_mutable(field, row), &value, sizeof value);
}

struct share field_share(const struct field *field, const void *row)
{
    struct share share;

    memcpy(&share, at(field, row), sizeof share);
    return share;
}

void field_set_share(const struct field *field, void *row, struct share share)
{
    memcpy(at_mutable(field, row), &share, sizeof share);
}

bool field_is_text(const struct field *field)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_DATE:
    case FIELD_MOMENT:
    case FIELD_TIME:
    case FIELD_KEY:
    case FIELD_REF:
        return true;
    case FIELD_INT:
    case FIELD_BOOL:
    case FIELD_TRI:
    case FIELD_CHOICE:
    case FIELD_SHARE:
    case FIELD_LIST:
        break;
    }
    return false;
}

bool field_is_int(const struct field *field)
{
    return field->type == FIELD_INT || field->type == FIELD_BOOL || field->type == FIELD_TRI ||
           field->type == FIELD_CHOICE;
}

const struct field *entity_field(const struct entity *entity, const char *column)
{
    for (size_t i = 0; i < entity->n_fields; i++)
        if (strcmp(entity->fields[i].column, column) == 0)
            return &entity->fields[i];
    return NULL;
}

void entity_defaults(const struct entity *entity, void *row)
{
    memset(row, 0, entity->size);
    for (size_t i = 0; i < entity->n_fields; i++) {
        const struct field *field = &entity->fields[i];

        if (field_is_int(field))
            field_set_int(field, row, field->fallback);
    }
}

bool field_same(const struct field *field, const void *a, const void *b)
{
    if (field->type == FIELD_LIST)
        return true;
    if (field->type == FIELD_SHARE) {
        struct share x = field_share(field, a), y = field_share(field, b);

        return x.num == y.num && x.den == y.den;
    }
    if (field_is_text(field))
        return text_same(field_text(field, a), field_text(field, b));
    return field_int(field, a) == field_int(field, b);
}

bool row_same(const struct entity *entity, const void *a, const void *b)
{
    for (size_t i = 0; i < entity->n_fields; i++)
        if (!field_same(&entity->fields[i], a, b))
            return false;
    return true;
}

int choice_find(const struct choices *choices, const char *code)
{
    for (size_t i = 0; code && i < choices->n; i++)
        if (strcmp(choices->codes[i], code) == 0)
            return (int)i;
    return UNKNOWN;
}

static const struct field node_fields[] = {
    {.column = "level", .type = FIELD_INT, .offset = offsetof(struct node, level)},
    {.column = "plain", .key = "plain", .type = FIELD_BOOL, .offset = offsetof(struct node, plain)},
    {.column = "text",
     .key = "text",
     .type = FIELD_LINES,
     .offset = offsetof(struct node, text),
     .flags = FIELD_REQUIRED},
};

const struct entity node_entity = {
    .table = "node",
    .size = sizeof(struct node),
    .fields = node_fields,
    .n_fields = sizeof node_fields / sizeof *node_fields,
    .scopes = SCOPE_COMMITTEE | SCOPE_MEETING | SCOPE_RESOLUTION,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a record: the same descriptions, the other way. What is not known is left out.
 */
#include "core/record/record.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every json_t here is handed on to its parent at once; NULL anywhere means out of memory. */
struct writer {
    bool failed;
};

static json_t *write_row(struct writer *writer, const struct entity *e, const void *row);

/* A value that had to be made: NULL is no "left out" but no memory. */
static json_t *made(struct writer *writer, json_t *value)
{
    writer->failed |= !value;
    return value;
}

static void put(struct writer *writer, json_t *object, const char *key, size_t key_len, json_t *value)
{
    if (!value || json_object_setn_new(object, key, key_len, value))
        writer->failed = true;
}

static void append(struct writer *writer, json_t *array, json_t *value)
{
    if (!value || json_array_append_new(array, value))
        writer->failed = true;
}

/* The object that a path's last part lies in; made on the way. */
static json_t *descend(struct writer *writer, json_t *object, const char **key)
{
    const char *dot;

    while (object && (dot = strchr(*key, '.')) != NULL) {
        size_t len = (size_t)(dot - *key);
        json_t *below = json_object_getn(object, *key, len);

        if (!below) {
            below = json_object();
            put(writer, object, *key, len, below);
            below = json_object_getn(object, *key, len);
        }
        object = below;
        *key = dot + 1;
    }
    return object;
}

static json_t *write_node(struct writer *writer, const struct outline *outline, size_t *at,
                          const char *children)
{
    const struct node *node = &outline->v[(*at)++];
    json_t *object = json_object(), *below = NULL;

    put(writer, object, "text", 4, json_string(node->text));
    while (*at < outline->n && outline->v[*at].level > node->level) {
        if (!below)
            below = json_array();
        append(writer, below, write_node(writer, outline, at, children));
    }
    if (below)
        put(writer, object, children, strlen(children), below);
    if (node->plain)
        put(writer, object, "plain", 5, json_true());
    if (!below && strcmp(children, "columns") == 0) { /* a plain column is its text */
        json_t *text = json_incref(json_object_get(object, "text"));

        json_decref(object);
        return text;
    }
    return object;
}

static json_t *write_outline(struct writer *writer, const struct outline *outline, const char *children)
{
    json_t *array = json_array();

    for (size_t at = 0; at < outline->n;)
        append(writer, array, write_node(writer, outline, &at, children));
    return array;
}

static json_t *write_cell(struct writer *writer, const struct grid_cell *cell)
{
    if (cell->kind == CELL_MERGED)
        return json_null();
    if (cell->kind == CELL_OUTLINE)
        return write_outline(writer, &cell->outline, "points");
    return json_string(cell->text ? cell->text : "");
}

static json_t *write_cells(struct writer *writer, const struct grid *grid)
{
    json_t *lines = json_array();

    for (int i = 0; i < grid->lines; i++)
        append(writer, lines, json_array());
    for (size_t k = 0; k < grid->cells.n; k++) {
        const struct grid_cell *cell = &grid->cells.v[k];

        append(writer, json_array_get(lines, (size_t)cell->line), write_cell(writer, cell));
    }
    return lines;
}

static json_t *write_list(struct writer *writer, const struct field *field, const void *row)
{
    struct list list = field_list(field, row);
    const struct entity *e = field->child;
    json_t *array;

    if (e == &node_entity) {
        struct outline outline = {list.v, list.n};

        return write_outline(writer, &outline, strcmp(field->column, "columns") == 0 ? "columns" : "points");
    }
    if (e == &cell_entity)
        return write_cells(writer, row);
    if (field->flags & FIELD_SINGLE)
        return write_row(writer, e, list.v);
    array = json_array();
    for (size_t i = 0; i < list.n; i++) {
        const void *one = (const char *)list.v + i * e->size;

        append(writer, array,
               field->flags & FIELD_BARE ? json_string(field_text(&e->fields[0], one))
                                         : write_row(writer, e, one));
    }
    return array;
}

/* A number is one only where it is read back as the same text: not 05, nor one that is too long. */
static json_t *write_text(const struct field *field, const char *text)
{
    long number = field->flags & FIELD_NUMBER ? strtol(text, NULL, 10) : 0;
    char same[32];

    (void)snprintf(same, sizeof same, "%ld", number);
    return number > 0 && strcmp(same, text) == 0 ? json_integer(number) : json_string(text);
}

/* The value that stands in the record; NULL: the key is left out. */
static json_t *write_value(struct writer *writer, const struct field *field, const void *row)
{
    bool always = field->flags & FIELD_ALWAYS;

    if (field->type == FIELD_LIST) {
        if (field->child == &attendance_entity && ((const struct meeting *)row)->attendance_none)
            always = true; /* recorded, and nobody came */
        return always || field_list(field, row).n ? made(writer, write_list(writer, field, row)) : NULL;
    }
    if (field->type == FIELD_SHARE) {
        struct share share = field_share(field, row);

        return share.den ? made(writer, json_pack("[ii]", share.num, share.den)) : NULL;
    }
    if (field_is_text(field))
        return field_text(field, row) ? made(writer, write_text(field, field_text(field, row))) : NULL;
    int value = field_int(field, row);

    if (value == UNKNOWN || (value == field->fallback && field->type != FIELD_TRI && !always))
        return NULL;
    if (field->type == FIELD_CHOICE)
        return made(writer, json_string(field->choices->codes[value]));
    return made(writer, field->type == FIELD_INT ? json_integer(value) : json_boolean(value));
}

static json_t *write_row(struct writer *writer, const struct entity *e, const void *row)
{
    json_t *object = json_object();

    for (size_t i = 0; i < e->n_fields && object; i++) {
        const struct field *field = &e->fields[i];
        const char *key = field->key;
        json_t *value = key ? write_value(writer, field, row) : NULL;
        json_t *place;

        /* nobody is named: still to be attributed; said where the reader will put it, so that it is written
         * in the same place ever after */
        if (!value && e == &statement_entity && key && strcmp(key, "speaker.pending") == 0 &&
            !json_object_get(object, "speaker"))
            value = json_true();
        if (!value)
            continue;
        place = descend(writer, object, &key);
        put(writer, place, key, strlen(key), value);
    }
    return object;
}

static json_t *write_rows(struct writer *writer, const struct entity *e, struct list list)
{
    json_t *array = json_array();

    for (size_t i = 0; i < list.n; i++)
        append(writer, array, write_row(writer, e, (const char *)list.v + i * e->size));
    return array;
}

static int add_bytes(const char *bytes, size_t len_bytes, void *out)
{
    str_add_bytes(out, bytes, len_bytes);
    return str_failed(out) ? -1 : 0;
}

enum status record_write(const struct record *record, struct str *out, struct err *err)
{
    struct writer writer = {false};
    json_t *root = json_object();

    put(&writer, root, "format", 6, json_string("yishi-record"));
    put(&writer, root, "version", 7, json_integer(RECORD_VERSION));
    put(&writer, root, "committee", 9, write_row(&writer, &committee_entity, &record->committee));
    if (record->members.n)
        put(&writer, root, "members", 7,
            write_rows(&writer, &member_entity, (struct list){record->members.v, record->members.n}));
    if (record->meetings.n)
        put(&writer, root, "meetings", 8,
            write_rows(&writer, &meeting_entity, (struct list){record->meetings.v, record->meetings.n}));
    if (record->resolutions.n)
        put(&writer, root, "resolutions", 11,
            write_rows(&writer, &resolution_entity,
                       (struct list){record->resolutions.v, record->resolutions.n}));
    if (!writer.failed)
        writer.failed = json_dump_callback(root, add_bytes, out, JSON_INDENT(2)) != 0;
    json_decref(root);
    str_add_char(out, '\n');
    return writer.failed || str_failed(out) ? err_memory(err) : STATUS_OK;
}

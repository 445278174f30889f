/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a record: the walk over objects and lists. Knows no table by name but the root's.
 */
#include "core/record/read.h"

#include "core/base/text.h"

#include <stdio.h>
#include <string.h>

size_t path_enter(struct reader *reader, const char *key)
{
    size_t mark = reader->path.len_bytes;

    if (mark)
        str_add_char(&reader->path, '.');
    text_show(&reader->path, key, strlen(key));
    return mark;
}

size_t path_enter_index(struct reader *reader, size_t index)
{
    size_t mark = reader->path.len_bytes;

    str_printf(&reader->path, "[%zu]", index);
    return mark;
}

void path_leave(struct reader *reader, size_t mark)
{
    str_cut(&reader->path, mark);
}

void read_problem(struct reader *reader, enum code code, const char *arg0, const char *arg1)
{
    problems_add(reader->problems, code, reader->path.text, arg0, arg1);
}

void *read_take(struct reader *reader, size_t n, size_t size)
{
    void *taken = n <= SIZE_MAX / size ? arena_take(reader->arena, n * size) : NULL;

    if (!taken)
        reader->memory = true;
    return taken;
}

/* How far FULL is known: a field's key, or the beginning of some. */
static const struct field *find_key(const struct entity *e, const char *full, bool *beginning)
{
    size_t len = strlen(full);

    *beginning = false;
    for (size_t i = 0; i < e->n_fields; i++) {
        const char *key = e->fields[i].key;

        if (!key)
            continue;
        if (strcmp(key, full) == 0)
            return &e->fields[i];
        if (strncmp(key, full, len) == 0 && key[len] == '.')
            *beginning = true;
    }
    return NULL;
}

static void read_keys(struct reader *reader, const json_t *object, const struct entity *e, void *row,
                      const char *prefix, uint64_t *seen);

/* The value of a key: FIELD's, or (NULL) an object that holds the fields beginning with FULL. */
static void read_value(struct reader *reader, const json_t *value, const struct entity *e,
                       const struct field *field, const char *full, void *row, uint64_t *seen)
{
    char below[66];

    if (field) {
        *seen |= (uint64_t)1 << (field - e->fields);
        read_field(reader, value, field, row);
    } else if (json_is_object(value)) {
        (void)snprintf(below, sizeof below, "%s.", full);
        read_keys(reader, value, e, row, below, seen);
    } else {
        read_problem(reader, CODE_RECORD_TYPE, "object", NULL);
    }
}

/* The keys of OBJECT, which lie under PREFIX in the description; SEEN gets the fields that have a value. */
static void read_keys(struct reader *reader, const json_t *object, const struct entity *e, void *row,
                      const char *prefix, uint64_t *seen)
{
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        char full[64];
        bool beginning = false;
        const struct field *field = NULL;
        size_t mark = path_enter(reader, key);

        /* a dot parts the levels in the description; a file has none in its keys */
        if (!strchr(key, '.') && snprintf(full, sizeof full, "%s%s", prefix, key) < (int)sizeof full)
            field = find_key(e, full, &beginning);
        if (!field && !beginning) {
            read_problem(reader, CODE_RECORD_UNKNOWN_KEY, key, NULL);
        } else if (!json_is_null(value)) { /* null is the same as left out */
            read_value(reader, value, e, field, full, row, seen);
        }
        path_leave(reader, mark);
    }
}

void read_row(struct reader *reader, const json_t *object, const struct entity *e, void *row)
{
    uint64_t seen = 0;

    if (!json_is_object(object)) {
        read_problem(reader, CODE_RECORD_TYPE, "object", NULL);
        return;
    }
    read_keys(reader, object, e, row, "", &seen);
    for (size_t i = 0; i < e->n_fields; i++) {
        const struct field *field = &e->fields[i];

        if (!(field->flags & FIELD_REQUIRED) || (seen & ((uint64_t)1 << i)) || !field->key)
            continue;
        size_t mark = path_enter(reader, field->key);

        read_problem(reader, CODE_RECORD_MISSING, field->key, NULL);
        path_leave(reader, mark);
    }
}

static void read_rows(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    const struct entity *e = field->child;
    size_t n = json_array_size(value);
    char *rows;

    if (!json_is_array(value)) {
        read_problem(reader, CODE_RECORD_TYPE, "array", NULL);
        return;
    }
    rows = read_take(reader, n, e->size);
    if (!rows)
        return;
    for (size_t i = 0; i < n; i++) {
        const json_t *element = json_array_get(value, i);
        size_t mark = path_enter_index(reader, i);

        entity_defaults(e, rows + i * e->size);
        if (e == &named_entity && json_is_string(element)) /* a member's key is short for the person */
            ((struct named *)(void *)(rows + i * e->size))->person.member = read_text(reader, element, false);
        else
            read_row(reader, element, e, rows + i * e->size);
        path_leave(reader, mark);
    }
    field_set_list(field, row, (struct list){rows, n});
    if (e == &attendance_entity && n == 0)
        ((struct meeting *)row)->attendance_none = true;
}

static void read_single(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    void *one = read_take(reader, 1, field->child->size);

    if (!one)
        return;
    entity_defaults(field->child, one);
    read_row(reader, value, field->child, one);
    field_set_list(field, row, (struct list){one, 1});
}

static void read_list(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    if (field->flags & FIELD_SINGLE) {
        read_single(reader, value, field, row);
    } else if (field->flags & FIELD_BARE) {
        read_strings(reader, value, field, row);
    } else if (field->child == &node_entity) {
        struct outline outline = {NULL, 0};

        read_outline(reader, value, strcmp(field->column, "columns") == 0 ? "columns" : "points", &outline);
        field_set_list(field, row, (struct list){outline.v, outline.n});
    } else if (field->child == &cell_entity) {
        read_cells(reader, value, row);
    } else {
        read_rows(reader, value, field, row);
    }
}

void read_field(struct reader *reader, const json_t *value, const struct field *field, void *row)
{
    if (field->type == FIELD_LIST)
        read_list(reader, value, field, row);
    else
        read_scalar(reader, value, field, row);
}

/* The root is described like a row, so that its keys are read alike. */
struct root {
    struct row row;
    const char *format;
    int version;
    LIST_OF(struct committee) committee;
    struct members members;
    struct meetings meetings;
    struct resolutions resolutions;
};
#define AT(m) .offset = offsetof(struct root, m)
static const struct field root_fields[] = {
    {.column = "format", .key = "format", .type = FIELD_TEXT, AT(format), .flags = FIELD_REQUIRED},
    {.column = "version", .key = "version", .type = FIELD_INT, AT(version), .flags = FIELD_REQUIRED},
    {.column = "committee",
     .key = "committee",
     .type = FIELD_LIST,
     AT(committee),
     .child = &committee_entity,
     .flags = FIELD_SINGLE | FIELD_REQUIRED},
    {.column = "members", .key = "members", .type = FIELD_LIST, AT(members), .child = &member_entity},
    {.column = "meetings", .key = "meetings", .type = FIELD_LIST, AT(meetings), .child = &meeting_entity},
    {.column = "resolutions",
     .key = "resolutions",
     .type = FIELD_LIST,
     AT(resolutions),
     .child = &resolution_entity},
};
#undef AT
static const struct entity root_entity = {
    "", sizeof(struct root), root_fields, sizeof root_fields / sizeof *root_fields, "", 0, 0};

/* The format and the version first: of another format nothing else is worth saying. */
static bool right_format(struct reader *reader, const json_t *json)
{
    const json_t *format = json_object_get(json, "format"), *version = json_object_get(json, "version");
    char number[32], known[32];
    size_t mark;

    if (json_is_string(format) && strcmp(json_string_value(format), "yishi-record") != 0) {
        mark = path_enter(reader, "format");
        read_problem(reader, CODE_RECORD_FORMAT, json_string_value(format), NULL);
        path_leave(reader, mark);
        return false;
    }
    if (json_is_integer(version) && json_integer_value(version) > RECORD_VERSION) {
        (void)snprintf(number, sizeof number, "%lld", (long long)json_integer_value(version));
        (void)snprintf(known, sizeof known, "%d", (int)RECORD_VERSION);
        mark = path_enter(reader, "version");
        read_problem(reader, CODE_RECORD_VERSION, number, known);
        path_leave(reader, mark);
        return false;
    }
    return true;
}

static void parse_root(struct reader *reader, const json_t *json, struct record *record)
{
    struct root root;

    entity_defaults(&root_entity, &root);
    if (!json_is_object(json) || !right_format(reader, json)) {
        if (!json_is_object(json))
            read_problem(reader, CODE_RECORD_TYPE, "object", NULL);
        return;
    }
    read_row(reader, json, &root_entity, &root);
    record->whole = true;
    entity_defaults(&committee_entity, &record->committee);
    if (root.committee.n) {
        record->committee = root.committee.v[0];
        record->committee_key_only = json_object_size(json_object_get(json, "committee")) == 1;
    }
    record->members = root.members;
    record->meetings = root.meetings;
    record->resolutions = root.resolutions;
}

static json_t *load(const char *text, size_t len_bytes, struct problems *problems)
{
    json_error_t error;
    json_t *json = json_loadb(text, len_bytes, JSON_REJECT_DUPLICATES, &error);
    char place[48];

    if (json)
        return json;
    (void)snprintf(place, sizeof place, "%d:%d", error.line, error.column);
    struct str shown = STR_INIT;

    text_show(&shown, error.text, strlen(error.text));
    problems_add(problems, CODE_RECORD_JSON, place, shown.text, NULL);
    str_release(&shown);
    return NULL;
}

enum status record_parse(const char *text, size_t len_bytes, struct record *record, struct problems *problems,
                         struct err *err)
{
    struct reader reader = {&record->arena, problems, STR_INIT, false};
    size_t before = problems->n + problems->more;
    json_t *json;

    if (len_bytes >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        len_bytes -= 3;
    }
    json = load(text, len_bytes, problems);
    if (json)
        parse_root(&reader, json, record);
    json_decref(json);
    str_release(&reader.path);
    if (reader.memory)
        return err_memory(err);
    record->flawed = problems->n + problems->more > before;
    if (record->flawed)
        return err_set(err, STATUS_BAD, problems->v[0].code, problems->v[0].place, problems->v[0].arg[0],
                       problems->v[0].arg[1]);
    return STATUS_OK;
}

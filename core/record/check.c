/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only the whole of a record tells: who is referred to exists, no key is given twice, an end
 * is not before its start. Strict in form; what happened is never judged here.
 */
#include "core/record/record.h"

#include <string.h>

struct checking {
    const struct record *record, *stored;
    const struct meeting *meeting; /* the one being checked; NULL outside meetings */
    struct problems *problems;
    size_t before; /* how many problems there were when the check began */
    bool wrong;    /* something was found, whether it was said already or not */
    bool members_unread, meetings_unread, items_unread, resolutions_unread;
    struct str path;
};

/* Something is said of the place already, or of what is in it. */
static bool said_already(const struct checking *c)
{
    for (size_t i = 0; i < c->before; i++) {
        const char *place = c->problems->v[i].place;

        if (strncmp(place, c->path.text, c->path.len_bytes) == 0 && strchr(".[", place[c->path.len_bytes]))
            return true;
    }
    return false;
}

static void problem(struct checking *c, const char *key, enum code code, const char *arg0, const char *arg1)
{
    size_t mark = c->path.len_bytes;

    if (key)
        str_printf(&c->path, "%s%s", mark ? "." : "", key);
    c->wrong = true;
    if (!said_already(c))
        problems_add(c->problems, code, c->path.text, arg0, arg1);
    str_cut(&c->path, mark);
}

/* The place is a list, a row of it or the row's key, so that not all of the rows could be read. */
static bool is_unread(const char *place, const char *list, const char *key)
{
    size_t len = strlen(list);

    if (strncmp(place, list, len) != 0)
        return false;
    place += len;
    if (*place == '[')
        place += strcspn(place, "]") + 1;
    return *place == '\0' || (*place == '.' && strcmp(place + 1, key) == 0);
}

/* In which lists nothing is looked for, or every reference into them would be one more problem. */
static void find_unread(struct checking *c)
{
    for (size_t i = 0; i < c->before; i++) {
        const char *place = c->problems->v[i].place, *item = strstr(place, ".items");

        c->members_unread |= is_unread(place, "members", "key");
        c->meetings_unread |= is_unread(place, "meetings", "id");
        c->items_unread |= strncmp(place, "meetings[", 9) == 0 && item && is_unread(item + 1, "items", "key");
        c->resolutions_unread |= is_unread(place, "resolutions", "key");
    }
}

static const struct meeting *find_meeting(const struct record *record, const char *key)
{
    for (size_t i = 0; record && i < record->meetings.n; i++)
        if (text_same(record->meetings.v[i].key, key))
            return &record->meetings.v[i];
    return NULL;
}

static const struct meeting *any_meeting(const struct checking *c, const char *key)
{
    const struct meeting *found = find_meeting(c->record, key);

    return found ? found : find_meeting(c->stored, key);
}

static bool any_member(const struct checking *c, const char *key)
{
    return c->members_unread || member_find(&c->record->members, key) ||
           (c->stored && member_find(&c->stored->members, key));
}

static bool any_resolution(const struct checking *c, const char *key)
{
    return c->resolutions_unread || resolution_find(&c->record->resolutions, key) ||
           (c->stored && resolution_find(&c->stored->resolutions, key));
}

static bool any_item(const struct checking *c, const struct meeting *meeting, const char *key)
{
    return c->items_unread || meeting_item(meeting, key);
}

static bool refers(const struct checking *c, enum target to, const char *key)
{
    switch (to) {
    case TARGET_MEMBER:
        return any_member(c, key);
    case TARGET_MEETING:
        return c->meetings_unread || any_meeting(c, key);
    case TARGET_RESOLUTION:
        return any_resolution(c, key);
    case TARGET_ITEM:
        return c->meeting && any_item(c, c->meeting, key);
    case TARGET_ANY:
        return (c->meeting && any_item(c, c->meeting, key)) || any_resolution(c, key);
    case TARGET_NONE:
        break;
    }
    return true;
}

static const struct field *field_by_key(const struct entity *e, const char *prefix, size_t len,
                                        const char *name)
{
    for (size_t i = 0; i < e->n_fields; i++) {
        const char *key = e->fields[i].key;

        if (key && strncmp(key, prefix, len) == 0 && strcmp(key + len, name) == 0)
            return &e->fields[i];
    }
    return NULL;
}

/* Where a person stands: a member or a name, not both, and no given name alone. A seat is a member's, with
 * the name that confirmed minutes bear. */
static void check_person(struct checking *c, const struct entity *e, const struct field *member,
                         const void *row)
{
    size_t len = strlen(member->key) - strlen("member");
    const struct field *surname = field_by_key(e, member->key, len, "surname");
    const struct field *given = field_by_key(e, member->key, len, "given");

    if (!surname || !given)
        return;
    if (e != &seat_entity && field_text(member, row) && (field_text(surname, row) || field_text(given, row)))
        problem(c, member->key, CODE_RECORD_PERSON, NULL, NULL);
    else if (field_text(given, row) && !field_text(surname, row))
        problem(c, surname->key, CODE_RECORD_MISSING, "surname", NULL);
}

static void check_reference(struct checking *c, const struct entity *e, const struct field *field,
                            const void *row)
{
    const char *key = field_text(field, row);
    size_t len = strlen(field->key);

    if (key && !refers(c, field->to, key))
        problem(c, field->key, CODE_RECORD_NOBODY, key, NULL);
    if (len >= 6 && strcmp(field->key + len - 6, "member") == 0)
        check_person(c, e, field, row);
}

static void check_twice(struct checking *c, const struct field *list_field, struct list list)
{
    const struct entity *e = list_field->child;

    for (size_t k = 0; k < e->n_fields; k++) {
        const struct field *field = &e->fields[k];

        if (!(field->flags & FIELD_IDENTITY) || !field_is_text(field) || field->type == FIELD_DATE)
            continue;
        for (size_t i = 1; i < list.n; i++) {
            const char *key = field_text(field, (const char *)list.v + i * e->size);

            for (size_t j = 0; key && j < i; j++)
                if (text_same(key, field_text(field, (const char *)list.v + j * e->size))) {
                    size_t mark = c->path.len_bytes;

                    str_printf(&c->path, "[%zu].%s", i, field->key);
                    problem(c, NULL, CODE_RECORD_TWICE, key, NULL);
                    str_cut(&c->path, mark);
                    break;
                }
        }
    }
}

static void check_order(struct checking *c, const char *key, const char *from, const char *to)
{
    if (from && to && strcmp(to, from) < 0)
        problem(c, key, CODE_RECORD_ORDER, to, from);
}

/* What concerns one kind of row alone. */
static void check_row_itself(struct checking *c, const struct entity *e, const void *row)
{
    if (e == &appointment_entity) {
        check_order(c, "to", ((const struct appointment *)row)->from, ((const struct appointment *)row)->to);
    } else if (e == &stay_entity) {
        check_order(c, "out", ((const struct stay *)row)->in, ((const struct stay *)row)->out);
    } else if (e == &meeting_entity) {
        check_order(c, "end", ((const struct meeting *)row)->start, ((const struct meeting *)row)->end);
    } else if (e == &rule_entity) {
        const struct rule *rule = row;

        if (rule->quorum_denominator == 0 ||
            (rule->quorum_denominator == UNKNOWN && rule->quorum_numerator != UNKNOWN))
            problem(c, "quorum.denominator", CODE_RECORD_FRACTION, NULL, NULL);
    } else if (e == &statement_entity) {
        const struct statement *s = row;

        if (person_none(&s->speaker) && !s->chair && !s->delegate_of && !s->name && !s->pending)
            problem(c, "speaker", CODE_RECORD_MISSING, "speaker", NULL);
    } else if (e == &resolution_entity) {
        const struct resolution *r = row;
        const struct meeting *meeting = r->meeting ? any_meeting(c, r->meeting) : NULL;

        if (!r->meeting && !r->source_text)
            problem(c, "source", CODE_RECORD_MISSING, "source", NULL);
        if (r->item && meeting && !any_item(c, meeting, r->item))
            problem(c, "source.item", CODE_RECORD_NOBODY, r->item, NULL);
    } else if (e == &item_entity) {
        const struct item *item = row;
        const struct meeting *meeting = item->from_meeting ? any_meeting(c, item->from_meeting) : NULL;

        if (item->from_item && meeting && !any_item(c, meeting, item->from_item))
            problem(c, "carried_from.item", CODE_RECORD_NOBODY, item->from_item, NULL);
    }
}

static void check_row(struct checking *c, const struct entity *e, const void *row);

static void check_list(struct checking *c, const struct field *field, struct list list)
{
    size_t mark = c->path.len_bytes;

    str_printf(&c->path, "%s%s", mark ? "." : "", field->key ? field->key : field->column);
    check_twice(c, field, list);
    for (size_t i = 0; i < list.n; i++) {
        size_t inner = c->path.len_bytes;
        const void *row = (const char *)list.v + i * field->child->size;

        if (!(field->flags & FIELD_SINGLE))
            str_printf(&c->path, "[%zu]", i);
        if (field->child == &meeting_entity)
            c->meeting = row;
        check_row(c, field->child, row);
        str_cut(&c->path, inner);
    }
    str_cut(&c->path, mark);
}

static void check_row(struct checking *c, const struct entity *e, const void *row)
{
    check_row_itself(c, e, row);
    for (size_t i = 0; i < e->n_fields; i++) {
        const struct field *field = &e->fields[i];

        if (field->type == FIELD_REF && field->key)
            check_reference(c, e, field, row);
        else if (field->type == FIELD_LIST && field->child != &node_entity && field->child != &cell_entity)
            check_list(c, field, field_list(field, row));
    }
}

enum status record_check(const struct record *record, const struct record *stored, struct problems *problems)
{
    struct checking c = {
        .record = record, .stored = stored, .problems = problems, .before = problems->n, .path = STR_INIT};
    const struct field members = {.key = "members", .child = &member_entity};
    const struct field meetings = {.key = "meetings", .child = &meeting_entity};
    const struct field resolutions = {.key = "resolutions", .child = &resolution_entity};

    find_unread(&c);
    str_add(&c.path, "committee");
    if (!said_already(&c) && !record->committee.name && !(stored && record->committee_key_only))
        problem(&c, "name", CODE_RECORD_MISSING, "name", NULL);
    check_row(&c, &committee_entity, &record->committee);
    str_clear(&c.path);
    check_list(&c, &members, (struct list){record->members.v, record->members.n});
    check_list(&c, &meetings, (struct list){record->meetings.v, record->meetings.n});
    c.meeting = NULL;
    check_list(&c, &resolutions, (struct list){record->resolutions.v, record->resolutions.n});
    if (str_failed(&c.path)) { /* a place could not be named: not a reason to let anything pass */
        str_release(&c.path);
        return STATUS_MEMORY;
    }
    str_release(&c.path);
    return record->flawed || c.wrong ? STATUS_BAD : STATUS_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The public copy as a record of its own. What it refers to outside itself is said in words, or left out, so
 * that it can be imported where nothing else is.
 */
#include "core/publish/package.h"

#include "core/record/record.h"
#include "core/tracking/form.h"

#include <string.h>

static bool has_member(const struct record *record, const char *key)
{
    return member_find(&record->members, key) != NULL;
}

/* A reference of ROW leads to something that is in the record. */
static bool leads_somewhere(const struct record *record, const struct field *field, const char *key)
{
    switch (field->to) {
    case TARGET_MEMBER:
        return has_member(record, key);
    case TARGET_MEETING:
        return text_same(record->meetings.v[0].key, key);
    case TARGET_ITEM:
        return meeting_item(&record->meetings.v[0], key);
    case TARGET_RESOLUTION:
        return resolution_find(&record->resolutions, key);
    case TARGET_ANY:
        return meeting_item(&record->meetings.v[0], key) || resolution_find(&record->resolutions, key);
    case TARGET_NONE:
        break;
    }
    return true;
}

/* ROW is of the public copy, which this call may change. */
static void cut_references(const struct record *record, const struct entity *e, void *row)
{
    for (size_t i = 0; i < e->n_fields; i++) {
        const struct field *field = &e->fields[i];

        if (field->type == FIELD_LIST) {
            const struct list list = field_list(field, row);

            for (size_t k = 0; k < list.n; k++)
                cut_references(record, field->child, (char *)list.v + k * field->child->size);
        } else if (field->type == FIELD_REF && field_text(field, row) &&
                   !leads_somewhere(record, field, field_text(field, row))) {
            field_set_text(field, row, NULL);
        }
    }
}

/* A decision of another meeting: where it comes from in words, as the papers say it. */
static enum status cut_source(struct resolution *r, const char *meeting, struct arena *arena, struct err *err)
{
    struct str words = STR_INIT;
    const char *text;

    if (!r->meeting || text_same(r->meeting, meeting))
        return STATUS_OK;
    form_source(&words, r);
    text = str_failed(&words) ? NULL : arena_text(arena, words.text, words.len_bytes);
    str_release(&words);
    if (!text)
        return err_memory(err);
    r->meeting = r->item = r->point = r->ref = NULL;
    r->source_text = text;
    return STATUS_OK;
}

/* A speaker must be somebody. */
static void name_speakers(struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->items.n; i++)
        for (size_t k = 0; k < meeting->items.v[i].statements.n; k++)
            if (meeting->items.v[i].statements.v[k].disclosure == DISCLOSURE_ANONYMOUS)
                meeting->items.v[i].statements.v[k].name = "某委員";
}

static void cut_all(struct record *record)
{
    struct meeting *meeting = &record->meetings.v[0];

    for (size_t i = 0; i < meeting->items.n; i++)
        if (!text_same(meeting->items.v[i].from_meeting, meeting->key))
            meeting->items.v[i].from_meeting = meeting->items.v[i].from_item = NULL;
    cut_references(record, &meeting_entity, meeting);
    for (size_t i = 0; i < record->resolutions.n; i++)
        cut_references(record, &resolution_entity, &record->resolutions.v[i]);
    for (size_t i = 0; i < record->members.n; i++)
        cut_references(record, &member_entity, &record->members.v[i]);
}

enum status package_record(const struct public_copy *copy, struct str *out, struct err *err)
{
    struct public_copy own;
    struct record record = RECORD_INIT;
    enum status status = public_copy_again(copy, &own, err);

    if (status)
        return status;
    record.committee = own.s.committee;
    record.members = own.s.members;
    record.meetings = (struct meetings){&own.s.meeting, 1};
    record.resolutions = own.s.resolutions;
    for (size_t i = 0; i < record.resolutions.n && !status; i++)
        status = cut_source(&record.resolutions.v[i], own.s.meeting.key, &own.arena, err);
    name_speakers(&own.s.meeting);
    cut_all(&record);
    if (!status)
        status = record_write(&record, out, err);
    public_copy_release(&own);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The description of the tracked decisions' tables, and what follows from one's rounds.
 */
#include "core/tracking/resolution.h"

#include "core/base/str.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const ruling_codes[] = {"release", "continue", "self", "merge", "again", "split"};
const struct choices ruling_choices = {"ruling", ruling_codes, COUNT(ruling_codes)};

#define OUTLINE(TYPE, MEMBER, COLUMN, KEY)                                                  \
    {                                                                                       \
        .column = COLUMN, .key = KEY, .type = FIELD_LIST, .offset = offsetof(TYPE, MEMBER), \
        .child = &node_entity                                                               \
    }

static const struct field unit_fields[] = {
    {.column = "name",
     .key = "name",
     .type = FIELD_TEXT,
     .offset = offsetof(struct unit, name),
     .flags = FIELD_REQUIRED},
};

#define AT(m) .offset = offsetof(struct report, m)
static const struct field report_fields[] = {
    {.column = "unit", .key = "unit", .type = FIELD_TEXT, AT(unit)},
    {.column = "reported_on", .key = "on", .type = FIELD_DATE, AT(on)},
    OUTLINE(struct report, progress, "progress", "progress"),
    {.column = "recommendation",
     .key = "recommendation",
     .type = FIELD_CHOICE,
     AT(recommendation),
     .fallback = UNKNOWN,
     .choices = &ruling_choices},
};
#undef AT

#define AT(m) .offset = offsetof(struct round, m)
static const struct field round_fields[] = {
    {.column = "meeting", .key = "meeting.id", .type = FIELD_TEXT, AT(meeting)},
    {.column = "meeting_text", .key = "meeting.text", .type = FIELD_TEXT, AT(meeting_text)},
    {.column = "meeting_date", .key = "meeting.date", .type = FIELD_DATE, AT(meeting_date)},
    {.column = "reports", .key = "reports", .type = FIELD_LIST, AT(reports), .child = &report_entity},
    OUTLINE(struct round, progress, "progress", "progress"),
    {.column = "recommendation",
     .key = "recommendation",
     .type = FIELD_CHOICE,
     AT(recommendation),
     .fallback = UNKNOWN,
     .choices = &ruling_choices},
    {.column = "proposed_into",
     .key = "proposed_into",
     .type = FIELD_REF,
     AT(proposed_into),
     .to = TARGET_RESOLUTION},
    {.column = "ruling",
     .key = "ruling",
     .type = FIELD_CHOICE,
     AT(ruling),
     .fallback = UNKNOWN,
     .choices = &ruling_choices},
    {.column = "merged_into", .key = "into", .type = FIELD_REF, AT(into), .to = TARGET_RESOLUTION},
    OUTLINE(struct round, ruling_text, "ruling_text", "ruling_text"),
    {.column = "due", .key = "due", .type = FIELD_DATE, AT(due)},
    {.column = "remark", .key = "remark", .type = FIELD_TEXT, AT(remark)},
    {.column = "letter", .key = "letter.ref", .type = FIELD_TEXT, AT(letter)},
    {.column = "letter_date", .key = "letter.date", .type = FIELD_DATE, AT(letter_date)},
    {.column = "tables", .key = "tables", .type = FIELD_LIST, AT(tables), .child = &grid_entity},
    {.column = "attachments",
     .key = "attachments",
     .type = FIELD_LIST,
     AT(attachments),
     .child = &round_attachment_entity},
};
#undef AT

#define AT(m) .offset = offsetof(struct resolution, m)
static const struct field resolution_fields[] = {
    {.column = "key",
     .key = "key",
     .type = FIELD_KEY,
     AT(key),
     .flags = FIELD_REQUIRED | FIELD_IDENTITY | FIELD_DRAWN},
    {.column = "source_meeting",
     .key = "source.meeting",
     .type = FIELD_REF,
     AT(meeting),
     .to = TARGET_MEETING},
    {.column = "source_item", .key = "source.item", .type = FIELD_TEXT, AT(item)},
    {.column = "source_point", .key = "source.point", .type = FIELD_TEXT, AT(point), .flags = FIELD_NUMBER},
    {.column = "source_ref", .key = "source.ref", .type = FIELD_TEXT, AT(ref)},
    {.column = "source_text", .key = "source.text", .type = FIELD_TEXT, AT(source_text)},
    {.column = "source_date", .key = "source.date", .type = FIELD_DATE, AT(source_date)},
    OUTLINE(struct resolution, instruction, "instruction", "instruction"),
    {.column = "units",
     .key = "units",
     .type = FIELD_LIST,
     AT(units),
     .child = &unit_entity,
     .flags = FIELD_BARE},
    {.column = "assisting",
     .key = "assisting",
     .type = FIELD_LIST,
     AT(assisting),
     .child = &unit_entity,
     .flags = FIELD_BARE},
    {.column = "due", .key = "due", .type = FIELD_DATE, AT(due)},
    {.column = "after_key", .key = "after", .type = FIELD_REF, AT(after), .to = TARGET_RESOLUTION},
    {.column = "rounds", .key = "rounds", .type = FIELD_LIST, AT(rounds), .child = &round_entity},
};
#undef AT

#define BOTH (SCOPE_COMMITTEE | SCOPE_RESOLUTION)
const struct entity unit_entity = {"unit", sizeof(struct unit), unit_fields, COUNT(unit_fields), NULL, BOTH,
                                   0};
const struct entity report_entity = {
    "report", sizeof(struct report), report_fields, COUNT(report_fields), "round_id", BOTH, 0};
const struct entity round_attachment_entity = {
    "round_attachment", sizeof(struct attachment), attachment_fields, ATTACHMENT_FIELDS, "round_id", BOTH, 0};
const struct entity round_entity = {
    "round", sizeof(struct round), round_fields, COUNT(round_fields), "resolution_id", BOTH, 0};
const struct entity resolution_entity = {
    "resolution",   sizeof(struct resolution), resolution_fields, COUNT(resolution_fields),
    "committee_id", SCOPE_COMMITTEE,           SCOPE_RESOLUTION};

const struct resolution *resolution_find(const struct resolutions *resolutions, const char *key)
{
    for (size_t i = 0; key && i < resolutions->n; i++)
        if (text_same(resolutions->v[i].key, key))
            return &resolutions->v[i];
    return NULL;
}

bool ruling_closes(int ruling)
{
    return ruling == RULING_RELEASE || ruling == RULING_SELF || ruling == RULING_MERGE ||
           ruling == RULING_SPLIT;
}

int resolution_ruling(const struct resolution *resolution)
{
    for (size_t i = resolution->rounds.n; i > 0; i--)
        if (resolution->rounds.v[i - 1].ruling != UNKNOWN)
            return resolution->rounds.v[i - 1].ruling;
    return UNKNOWN;
}

bool resolution_open(const struct resolution *resolution)
{
    return !ruling_closes(resolution_ruling(resolution));
}

const struct round *resolution_round(const struct resolution *resolution, const char *meeting)
{
    for (size_t i = 0; meeting && i < resolution->rounds.n; i++)
        if (text_same(resolution->rounds.v[i].meeting, meeting))
            return &resolution->rounds.v[i];
    return NULL;
}

const char *resolution_due(const struct resolution *resolution)
{
    for (size_t i = resolution->rounds.n; i > 0; i--)
        if (resolution->rounds.v[i - 1].due)
            return resolution->rounds.v[i - 1].due;
    return resolution->due;
}

bool resolution_overdue(const struct resolution *resolution, const char *date)
{
    const char *due = resolution_due(resolution);

    return due && resolution_open(resolution) && strcmp(due, date) < 0;
}

bool resolution_has_unit(const struct resolution *resolution, const char *unit)
{
    for (size_t i = 0; i < resolution->units.n; i++)
        if (text_same(resolution->units.v[i].name, unit))
            return true;
    for (size_t i = 0; i < resolution->assisting.n; i++)
        if (text_same(resolution->assisting.v[i].name, unit))
            return true;
    return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The description of a meeting's own tables, and finding things in a loaded meeting.
 */
#include "core/meeting/meeting.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const kind_codes[] = {"regular", "extraordinary"};
const struct choices meeting_kind_choices = {"meeting_kind", kind_codes, COUNT(kind_codes)};
static const char *const outcome_codes[] = {"held", "talk", "fell", "cancelled", "postponed"};
const struct choices outcome_choices = {"outcome", outcome_codes, COUNT(outcome_codes)};
static const char *const mode_codes[] = {"room", "online", "mixed"};
const struct choices meeting_mode_choices = {"mode", mode_codes, COUNT(mode_codes)};
static const char *const step_codes[] = {"sent",      "opened",    "adjourned", "approved",  "draft_sent",
                                         "confirmed", "published", "reported",  "postponed", "cancelled"};
const struct choices step_choices = {"step", step_codes, COUNT(step_codes)};
static const char *const presence_codes[] = {"present", "delegate", "leave", "absent"};
const struct choices presence_choices = {"presence", presence_codes, COUNT(presence_codes)};

#define AT(m) .offset = offsetof(struct milestone, m)
static const struct field milestone_fields[] = {
    {.column = "step",
     .key = "step",
     .type = FIELD_CHOICE,
     AT(step),
     .fallback = UNKNOWN,
     .choices = &step_choices,
     .flags = FIELD_REQUIRED},
    {.column = "done_on", .key = "date", .type = FIELD_DATE, AT(date)},
    {.column = "done_by", .key = "by", .type = FIELD_TEXT, AT(by)},
    {.column = "letter", .key = "ref", .type = FIELD_TEXT, AT(ref)},
    {.column = "remark", .key = "remark", .type = FIELD_TEXT, AT(remark)},
};
#undef AT

#define AT(m) .offset = offsetof(struct seat, m)
static const struct field seat_fields[] = {
    {.column = "member",
     .key = "member",
     .type = FIELD_REF,
     AT(member),
     .to = TARGET_MEMBER,
     .flags = FIELD_REQUIRED | FIELD_IDENTITY},
    {.column = "seat", .key = "seat", .type = FIELD_INT, AT(seat), .fallback = UNKNOWN},
    {.column = "role",
     .key = "role",
     .type = FIELD_CHOICE,
     AT(role),
     .fallback = MEMBER_ORDINARY,
     .choices = &member_role_choices,
     .flags = FIELD_ALWAYS},
    {.column = "kind",
     .key = "kind",
     .type = FIELD_CHOICE,
     AT(kind),
     .fallback = UNKNOWN,
     .choices = &member_kind_choices},
    {.column = "title", .key = "title", .type = FIELD_TEXT, AT(title)},
    {.column = "unit", .key = "unit", .type = FIELD_TEXT, AT(unit)},
    {.column = "surname", .key = "surname", .type = FIELD_TEXT, AT(surname)},
    {.column = "given", .key = "given", .type = FIELD_TEXT, AT(given)},
};
#undef AT

#define AT(m) .offset = offsetof(struct stay, m)
static const struct field stay_fields[] = {
    {.column = "time_in", .key = "in", .type = FIELD_TIME, AT(in)},
    {.column = "time_out", .key = "out", .type = FIELD_TIME, AT(out)},
    PERSON_FIELDS(struct stay, delegate, "delegate_", "delegate."),
};
#undef AT

#define AT(m) .offset = offsetof(struct attendance, m)
static const struct field attendance_fields[] = {
    {.column = "member",
     .key = "member",
     .type = FIELD_REF,
     AT(member),
     .to = TARGET_MEMBER,
     .flags = FIELD_REQUIRED | FIELD_IDENTITY},
    {.column = "status",
     .key = "status",
     .type = FIELD_CHOICE,
     AT(status),
     .fallback = UNKNOWN,
     .choices = &presence_choices},
    PERSON_FIELDS(struct attendance, delegate, "delegate_", "delegate."),
    {.column = "reply",
     .key = "reply",
     .type = FIELD_CHOICE,
     AT(reply),
     .fallback = UNKNOWN,
     .choices = &presence_choices},
    {.column = "online", .key = "online", .type = FIELD_BOOL, AT(online)},
    {.column = "disclosure",
     .key = "disclosure",
     .type = FIELD_CHOICE,
     AT(disclosure),
     .fallback = UNKNOWN,
     .choices = &disclosure_choices},
    {.column = "stays", .key = "stays", .type = FIELD_LIST, AT(stays), .child = &stay_entity},
};
#undef AT

static const struct field observer_fields[] = {
    PERSON_FIELDS_AS(struct observer, person, "", "", FIELD_IDENTITY),
    {.column = "for_member",
     .key = "for",
     .type = FIELD_REF,
     .offset = offsetof(struct observer, for_member),
     .to = TARGET_MEMBER},
};

#define AT(m) .offset = offsetof(struct meeting, m)
static const struct field meeting_fields[] = {
    {.column = "key", .key = "id", .type = FIELD_KEY, AT(key), .flags = FIELD_REQUIRED | FIELD_IDENTITY},
    {.column = "kind",
     .key = "kind",
     .type = FIELD_CHOICE,
     AT(kind),
     .fallback = MEETING_REGULAR,
     .choices = &meeting_kind_choices,
     .flags = FIELD_ALWAYS},
    {.column = "title", .key = "title", .type = FIELD_TEXT, AT(title)},
    {.column = "started", .key = "start", .type = FIELD_MOMENT, AT(start)},
    {.column = "ended", .key = "end", .type = FIELD_MOMENT, AT(end)},
    {.column = "opened", .key = "opened", .type = FIELD_TIME, AT(opened)},
    {.column = "place", .key = "place", .type = FIELD_TEXT, AT(place)},
    {.column = "mode",
     .key = "mode",
     .type = FIELD_CHOICE,
     AT(mode),
     .fallback = UNKNOWN,
     .choices = &meeting_mode_choices},
    {.column = "outcome",
     .key = "outcome",
     .type = FIELD_CHOICE,
     AT(outcome),
     .fallback = UNKNOWN,
     .choices = &outcome_choices},
    PERSON_FIELDS(struct meeting, chair, "chair_", "chair."),
    PERSON_FIELDS(struct meeting, acting, "acting_", "chair.acting."),
    PERSON_FIELDS(struct meeting, recorder, "recorder_", "recorder."),
    {.column = "attendance_none", .type = FIELD_BOOL, AT(attendance_none)},
    {.column = "milestones",
     .key = "milestones",
     .type = FIELD_LIST,
     AT(milestones),
     .child = &milestone_entity},
    {.column = "composition",
     .key = "composition",
     .type = FIELD_LIST,
     AT(composition),
     .child = &seat_entity},
    {.column = "attendance",
     .key = "attendance",
     .type = FIELD_LIST,
     AT(attendance),
     .child = &attendance_entity},
    {.column = "observers", .key = "observers", .type = FIELD_LIST, AT(observers), .child = &observer_entity},
    {.column = "items", .key = "items", .type = FIELD_LIST, AT(items), .child = &item_entity},
    {.column = "annexes", .key = "annexes", .type = FIELD_LIST, AT(annexes), .child = &grid_entity},
};
#undef AT

#define MEETING_CHILD(name, type)                                               \
    {                                                                           \
#name, sizeof(type), name##_fields, COUNT(name##_fields), "meeting_id", \
            SCOPE_COMMITTEE | SCOPE_MEETING, 0                                  \
    }
const struct entity milestone_entity = MEETING_CHILD(milestone, struct milestone);
const struct entity seat_entity = MEETING_CHILD(seat, struct seat);
const struct entity attendance_entity = MEETING_CHILD(attendance, struct attendance);
const struct entity observer_entity = MEETING_CHILD(observer, struct observer);
const struct entity stay_entity = {"stay",
                                   sizeof(struct stay),
                                   stay_fields,
                                   COUNT(stay_fields),
                                   "attendance_id",
                                   SCOPE_COMMITTEE | SCOPE_MEETING,
                                   0};
const struct entity meeting_entity = {
    "meeting",      sizeof(struct meeting), meeting_fields, COUNT(meeting_fields),
    "committee_id", SCOPE_COMMITTEE,        SCOPE_MEETING};

const struct milestone *meeting_milestone(const struct meeting *meeting, enum step step)
{
    const struct milestone *found = NULL;

    for (size_t i = 0; i < meeting->milestones.n; i++)
        if (meeting->milestones.v[i].step == (int)step)
            found = &meeting->milestones.v[i];
    return found;
}

const struct attendance *meeting_attendance(const struct meeting *meeting, const char *member)
{
    for (size_t i = 0; member && i < meeting->attendance.n; i++)
        if (strcmp(meeting->attendance.v[i].member, member) == 0)
            return &meeting->attendance.v[i];
    return NULL;
}

const struct seat *meeting_seat(const struct meeting *meeting, const char *member)
{
    for (size_t i = 0; member && i < meeting->composition.n; i++)
        if (strcmp(meeting->composition.v[i].member, member) == 0)
            return &meeting->composition.v[i];
    return NULL;
}

const struct item *meeting_item(const struct meeting *meeting, const char *key)
{
    for (size_t i = 0; key && i < meeting->items.n; i++)
        if (meeting->items.v[i].key && strcmp(meeting->items.v[i].key, key) == 0)
            return &meeting->items.v[i];
    return NULL;
}

const struct item *meeting_item_by_id(const struct meeting *meeting, int64_t id)
{
    for (size_t i = 0; i < meeting->items.n; i++)
        if (meeting->items.v[i].row.id == id)
            return &meeting->items.v[i];
    return NULL;
}

/* Digits at *TEXT, 1 to LIMIT of them; moves on. -1: none. */
static int digits(const char **text, int limit)
{
    int value = 0, n = 0;

    for (; **text >= '0' && **text <= '9' && n < limit; (*text)++, n++)
        value = value * 10 + (**text - '0');
    return n ? value : -1;
}

bool meeting_key_parse(const char *key, int *roc_year, int *number, bool *extraordinary)
{
    const char *p = key;

    *roc_year = *p == '0' ? -1 : digits(&p, 3);
    if (*roc_year < 1 || *p++ != '-')
        return false;
    *extraordinary = *p == 'e';
    if (*extraordinary)
        p++;
    if (*p == '0')
        return false;
    *number = digits(&p, 3);
    return *number > 0 && *p == '\0';
}

void meeting_arrange(struct meeting *meeting)
{
    struct item *v = meeting->items.v;

    for (size_t i = 1; i < meeting->items.n; i++) {
        const struct item item = v[i];
        size_t to = i;

        for (; to > 0 && v[to - 1].section > item.section; to--)
            v[to] = v[to - 1];
        v[to] = item;
    }
}

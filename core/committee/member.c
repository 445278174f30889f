/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The description of the members' tables, and who is in office at a date.
 */
#include "core/committee/member.h"

#include "core/base/str.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const role_codes[] = {"convener", "member"};
const struct choices member_role_choices = {"role", role_codes, COUNT(role_codes)};
static const char *const kind_codes[] = {"agency", "civil"};
const struct choices member_kind_choices = {"kind", kind_codes, COUNT(kind_codes)};
static const char *const gender_codes[] = {"female", "male"};
const struct choices gender_choices = {"gender", gender_codes, COUNT(gender_codes)};
static const char *const basis_codes[] = {"office", "expertise"};
const struct choices basis_choices = {"basis", basis_codes, COUNT(basis_codes)};

#define AT(member) .offset = offsetof(struct appointment, member)
static const struct field appointment_fields[] = {
    {.column = "valid_from", .key = "from", .type = FIELD_DATE, AT(from)},
    {.column = "valid_to", .key = "to", .type = FIELD_DATE, AT(to)},
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
    {.column = "basis",
     .key = "basis",
     .type = FIELD_CHOICE,
     AT(basis),
     .fallback = UNKNOWN,
     .choices = &basis_choices},
    {.column = "term", .key = "term", .type = FIELD_INT, AT(term), .fallback = UNKNOWN},
    {.column = "replaces", .key = "replaces", .type = FIELD_REF, AT(replaces), .to = TARGET_MEMBER},
};
#undef AT

#define AT(m) .offset = offsetof(struct member, m)
static const struct field member_fields[] = {
    {.column = "key", .key = "key", .type = FIELD_KEY, AT(key), .flags = FIELD_REQUIRED | FIELD_IDENTITY},
    {.column = "surname", .key = "surname", .type = FIELD_TEXT, AT(surname), .flags = FIELD_REQUIRED},
    {.column = "given", .key = "given", .type = FIELD_TEXT, AT(given)},
    {.column = "gender",
     .key = "gender",
     .type = FIELD_CHOICE,
     AT(gender),
     .fallback = UNKNOWN,
     .choices = &gender_choices},
    {.column = "appointments",
     .key = "appointments",
     .type = FIELD_LIST,
     AT(appointments),
     .child = &appointment_entity},
};
#undef AT

const struct entity appointment_entity = {"appointment",
                                          sizeof(struct appointment),
                                          appointment_fields,
                                          COUNT(appointment_fields),
                                          "member_id",
                                          SCOPE_COMMITTEE,
                                          0};
const struct entity member_entity = {
    "member", sizeof(struct member), member_fields, COUNT(member_fields), "committee_id", SCOPE_COMMITTEE, 0};

const struct member *member_find(const struct members *members, const char *key)
{
    for (size_t i = 0; key && i < members->n; i++)
        if (text_same(members->v[i].key, key))
            return &members->v[i];
    return NULL;
}

const struct appointment *appointment_at(const struct member *member, const char *date)
{
    const struct appointment *found = NULL;

    for (size_t i = 0; i < member->appointments.n; i++) {
        const struct appointment *a = &member->appointments.v[i];

        if (date && ((a->from && strcmp(a->from, date) > 0) || (a->to && strcmp(a->to, date) < 0)))
            continue;
        found = a;
    }
    return found;
}

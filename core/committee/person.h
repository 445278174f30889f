/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person wherever people stand: a member by key, or somebody who is none, by name.
 */
#ifndef YISHI_COMMITTEE_PERSON_H
#define YISHI_COMMITTEE_PERSON_H

#include "core/base/model.h"

struct person {
    const char *member; /* a member's key; then the rest is NULL */
    const char *surname, *given, *title, *unit;
};

/* Nobody is named. */
static inline bool person_none(const struct person *person)
{
    return !person->member && !person->surname && !person->given && !person->title && !person->unit;
}

/* Two names for one person: the same member, or the same full name where no unit tells them apart. Who is
 * not named is nobody else. */
bool person_same(const struct person *a, const struct person *b);

/* The five fields of a person MEMBER of struct TYPE, in columns PREFIX member ..., under KEY in the record.
 */
#define PERSON_FIELDS(TYPE, MEMBER, COLUMN, KEY) PERSON_FIELDS_AS(TYPE, MEMBER, COLUMN, KEY, 0)
/* The same, with the FLAGS of the member's key: FIELD_IDENTITY where a member stands once in the list. */
#define PERSON_FIELDS_AS(TYPE, MEMBER, COLUMN, KEY, FLAGS)              \
    {.column = COLUMN "member",                                         \
     .key = KEY "member",                                               \
     .type = FIELD_REF,                                                 \
     .to = TARGET_MEMBER,                                               \
     .flags = FLAGS,                                                    \
     .offset = offsetof(TYPE, MEMBER.member)},                          \
        {.column = COLUMN "surname",                                    \
         .key = KEY "surname",                                          \
         .type = FIELD_TEXT,                                            \
         .offset = offsetof(TYPE, MEMBER.surname)},                     \
        {.column = COLUMN "given",                                      \
         .key = KEY "given",                                            \
         .type = FIELD_TEXT,                                            \
         .offset = offsetof(TYPE, MEMBER.given)},                       \
        {.column = COLUMN "title",                                      \
         .key = KEY "title",                                            \
         .type = FIELD_TEXT,                                            \
         .offset = offsetof(TYPE, MEMBER.title)},                       \
    {                                                                   \
        .column = COLUMN "unit", .key = KEY "unit", .type = FIELD_TEXT, \
        .offset = offsetof(TYPE, MEMBER.unit)                           \
    }

#endif

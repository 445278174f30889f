/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members and their appointments: one per term, renewal or change of post.
 */
#ifndef YISHI_COMMITTEE_MEMBER_H
#define YISHI_COMMITTEE_MEMBER_H

#include "core/base/model.h"

enum member_role { MEMBER_CONVENER, MEMBER_ORDINARY };
enum member_kind { KIND_AGENCY, KIND_CIVIL };
enum gender { GENDER_FEMALE, GENDER_MALE };
enum basis { BASIS_OFFICE, BASIS_EXPERTISE };
extern const struct choices member_role_choices, member_kind_choices, gender_choices, basis_choices;

struct appointment {
    struct row row;
    const char *from, *to; /* days inclusive; NULL = open */
    int role, kind;        /* role defaults to member; a missing kind is UNKNOWN */
    const char *title, *unit;
    int basis;
    int term;             /* 1, 2; agency members have none */
    const char *replaces; /* a member's key */
};

struct member {
    struct row row;
    const char *key;
    const char *surname, *given;
    int gender;
    LIST_OF(struct appointment) appointments;
};
struct members {
    struct member *v;
    size_t n;
};

extern const struct entity member_entity, appointment_entity;

/* The member with this key; NULL when there is none. */
const struct member *member_find(const struct members *members, const char *key);
/* The appointment in force on DATE (ISO; NULL = the last), days inclusive; NULL: not in office then. */
const struct appointment *appointment_at(const struct member *member, const char *date);

#endif

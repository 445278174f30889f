/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a committee is composed as laid down (設置要點三、六), at a date. Pure functions: they warn
 * and never block, for the appointing is not ours. Knows no meetings: whose seats count is an argument.
 */
#ifndef YISHI_COMMITTEE_COMPOSITION_H
#define YISHI_COMMITTEE_COMPOSITION_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/committee/committee.h"
#include "core/committee/member.h"

/* One seat of the committee. */
struct composition_seat {
    const struct member *member;           /* NULL: nobody of the list of members */
    const struct appointment *appointment; /* the one in force; NULL: not known */
    int role, kind;                        /* the capacity at the date, which a meeting may have frozen */
};

enum composition_kind {
    COMPOSITION_FEW,            /* `have` members, fewer than `need`; `since` when: 要點三(二) */
    COMPOSITION_CIVIL_SHARE,    /* `have` civil representatives of `of`, below `share`: 要點三 */
    COMPOSITION_KIND_UNKNOWN,   /* whether the civil share is reached depends on `have` unknown kinds */
    COMPOSITION_GENDER_SHARE,   /* `have` of `of` are of `gender`, below `share`, in principle: 要點三 */
    COMPOSITION_GENDER_UNKNOWN, /* whether it is reached depends on `have` unknown genders */
    COMPOSITION_NO_CONVENER,    /* 要點三(二): the agency's 資訊長 ex officio */
    COMPOSITION_CONVENERS,      /* `have` conveners */
    COMPOSITION_CONVENER_KIND,  /* `member`: the convener is a civil representative */
    COMPOSITION_RANK,      /* `member`: his title `what` does not say that he heads a unit: 要點三(二)1 */
    COMPOSITION_TERM_LONG, /* `member`: a term until `what`, of more than two years: 要點六 II */
    COMPOSITION_TERM_THIRD, /* `member`: term number `have` in a row, where one renewal is allowed: 要點六 II
                             */
    COMPOSITION_AGENCY_TERM, /* `member`: an agency representative, whose office ends and no term: 要點六 I */
    COMPOSITION_SUCCESSOR, /* `member`: until `what`, beyond the term of whom he replaces: 要點六 III */
    COMPOSITION_KINDS
};

struct composition_finding {
    enum composition_kind kind;
    bool warning; /* 為原則, or what the data cannot decide */
    const struct member *member;
    int have, need, of; /* UNKNOWN where they say nothing */
    int gender;
    struct share share;
    const char *what;
};

struct composition {
    int in_office;           /* with the convener where the rule counts him */
    int agency, civil;       /* of those; the rest is of unknown kind */
    int female, male;        /* the same */
    const char *below_since; /* ISO day since which there are too few; NULL: not, or always so */
    struct composition_finding *findings;
    size_t n;
};

/* The seats in force on DATE (ISO; NULL = the latest appointments), in the members' order, into ARENA. */
enum status composition_seats(const struct members *members, const char *date, struct arena *arena,
                              struct composition_seat **seats, size_t *n, struct err *err);
/* Check N seats by RULE (NULL: nothing is laid down; only what holds for each member is checked). MEMBERS is
 * where who was replaced is looked up. Texts of the findings are borrowed from the members. */
enum status composition_check(const struct rule *rule, const struct members *members,
                              const struct composition_seat *seats, size_t n, struct arena *arena,
                              struct composition *out, struct err *err);
/* Both, for the members as they are on DATE; tells also since when there are too few. */
enum status composition_on(const struct rule *rule, const struct members *members, const char *date,
                           struct arena *arena, struct composition *out, struct err *err);
/* The clause a finding comes from, "設置要點三(二)": a citation, the same in every language. */
const char *composition_clause(enum composition_kind kind);

/* What concerns one seat's terms (composition_term.c): how many of FINDINGS were filled in. */
enum { COMPOSITION_TERM_FINDINGS = 4 };
size_t composition_terms(const struct composition_seat *seat, const struct members *members,
                         struct composition_finding findings[COMPOSITION_TERM_FINDINGS]);

#endif

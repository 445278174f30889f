/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The composition: 設置要點三、六 as tables of cases.
 */
#include "core/committee/composition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { SEATS_MAX = 16 };

/* Members as letters: V the convener, agency; A agency, C civil, U unknown kind; K a civil convener. After
 * each a gender: f, m, or - for unknown. */
struct roster {
    struct member members[SEATS_MAX];
    struct appointment appointments[SEATS_MAX];
    struct members list;
};

static void roster_of(const char *text, struct roster *r)
{
    size_t n = strlen(text) / 2;

    memset(r, 0, sizeof *r);
    for (size_t i = 0; i < n; i++) {
        char kind = text[2 * i], gender = text[2 * i + 1];

        entity_defaults(&member_entity, &r->members[i]);
        entity_defaults(&appointment_entity, &r->appointments[i]);
        r->members[i].key = "m";
        r->members[i].surname = "范姜";
        r->members[i].gender = gender == 'f' ? GENDER_FEMALE : gender == 'm' ? GENDER_MALE : UNKNOWN;
        r->members[i].appointments.v = &r->appointments[i];
        r->members[i].appointments.n = 1;
        r->appointments[i].role = strchr("VK", kind) ? MEMBER_CONVENER : MEMBER_ORDINARY;
        r->appointments[i].kind = strchr("CK", kind) ? KIND_CIVIL : kind == 'U' ? UNKNOWN : KIND_AGENCY;
    }
    r->list = (struct members){r->members, n};
}

static const char *const names[COMPOSITION_KINDS] = {
    [COMPOSITION_FEW] = "few",
    [COMPOSITION_CIVIL_SHARE] = "civil",
    [COMPOSITION_KIND_UNKNOWN] = "kind?",
    [COMPOSITION_GENDER_SHARE] = "gender",
    [COMPOSITION_GENDER_UNKNOWN] = "gender?",
    [COMPOSITION_NO_CONVENER] = "no convener",
    [COMPOSITION_CONVENERS] = "conveners",
    [COMPOSITION_CONVENER_KIND] = "convener's kind",
    [COMPOSITION_RANK] = "rank",
    [COMPOSITION_TERM_LONG] = "long",
    [COMPOSITION_TERM_THIRD] = "third",
    [COMPOSITION_AGENCY_TERM] = "agency's term",
    [COMPOSITION_SUCCESSOR] = "successor",
};

/* "few 10<11" "civil 3/12": what was found, joined by ", "; ! before what is no mere warning. */
static void found_text(const struct composition *found, char *out, size_t room)
{
    size_t at = 0;

    out[0] = '\0';
    for (size_t i = 0; i < found->n; i++) {
        const struct composition_finding *f = &found->findings[i];

        at += (size_t)snprintf(out + at, room - at, "%s%s%s", i ? ", " : "", f->warning ? "" : "!",
                               names[f->kind]);
        assert_true(at < room);
        if (f->have != UNKNOWN)
            at += (size_t)snprintf(out + at, room - at, " %d", f->have);
        if (f->of != UNKNOWN)
            at += (size_t)snprintf(out + at, room - at, "/%d", f->of);
        if (f->need != UNKNOWN)
            at += (size_t)snprintf(out + at, room - at, "<%d", f->need);
        if (f->gender != UNKNOWN)
            at += (size_t)snprintf(out + at, room - at, " %s", gender_choices.codes[f->gender]);
        assert_true(at < room);
        assert_true(*composition_clause(f->kind));
    }
}

static void assert_found(const struct rule *rule, const struct members *members, const char *date,
                         const char *expected)
{
    struct arena arena = ARENA_INIT;
    struct composition found;
    char text[512];

    assert_int_equal(composition_on(rule, members, date, &arena, &found, NULL), STATUS_OK);
    found_text(&found, text, sizeof text);
    assert_string_equal(text, expected);
    arena_release(&arena);
}

/* R01-R04 */
static void composition__is_checked_as_a_whole(void **state)
{
    static const struct {
        const char *roster, *expected;
    } cases[] = {
        /* 11 members: four civil, four of either gender */
        {"VmAmAmAmAmAmAmCfCfCfCf", ""},
        {"VmAmAmAmAmAmAmAmCfCfCf", "!civil 3/11, gender 3/11 female"},
        /* 12: four are exactly a third */
        {"VmAmAmAmAmAmAmAmCfCfCfCf", ""},
        {"VmAmAmAmAmAmAmAmAfCfCfCf", "!civil 3/12"},
        {"VfAfAfAfAfAfAfAfAfCmCfCmCm", "!civil 4/13, gender 3/13 male"},
        /* 13: five */
        {"VmAmAmAmAmAmAmAmCfCfCfCfCf", ""},
        /* too few */
        {"VmAmAmAmAmAmCfCfCfCf", "!few 10<11"},
        /* whose gender is not known may be of the rarer one, or not */
        {"VmAmAmAmAmAmAmAmCfCfCfC-", "gender? 1/12"},
        {"VmAmAmAmAmAmAmAmCmCfC-C-", "gender 1/12 female"},
        {"V-A-A-A-A-A-A-A-C-C-C-C-", "gender? 12/12"},
        /* whose kind is not known likewise */
        {"VmAmAmAmAmAmAmAmUfCfCfCf", "kind? 1/12"},
        {"VmAmAmAmAmAmAmAmUfAfCfCf", "!civil 2/12"},
        {"VmAmAmAmAmAmAmUmCfCfCfCf", ""},
        /* one convener, of the agency */
        {"AmAmAmAmAmAmAmAmCfCfCfCf", "!no convener"},
        {"VmVmAmAmAmAmAmAmCfCfCfCf", "!conveners 2"},
        {"KmAmAmAmAmAmAmAmCfCfCfCf", "!convener's kind"},
        {"", "!few 0<11"},
    };
    struct rule rule;

    (void)state;
    rule_preset(&rule);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct roster r;

        roster_of(cases[i].roster, &r);
        assert_found(&rule, &r.list, "2023-05-24", cases[i].expected);
    }
}

static void composition__leaves_the_convener_out__where_the_rule_does(void **state)
{
    struct roster r;
    struct rule rule;

    (void)state;
    rule_preset(&rule);
    rule.convener_counts = 0;
    roster_of("VmAmAmAmAmAmAmCfCfCfCf", &r);
    assert_found(&rule, &r.list, "2023-05-24", "!few 10<11");
}

static void composition__is_not_measured__where_nothing_is_laid_down(void **state)
{
    struct roster r;
    struct rule rule;

    (void)state;
    entity_defaults(&rule_entity, &rule);
    roster_of("VmAmCm", &r);
    assert_found(&rule, &r.list, "2023-05-24", "");
    assert_found(NULL, &r.list, "2023-05-24", "");
}

/* R01: a vacancy is shown with the day since when. */
static void composition__tells_since_when_there_are_too_few(void **state)
{
    struct arena arena = ARENA_INIT;
    struct composition found;
    struct roster r;
    struct rule rule;

    (void)state;
    rule_preset(&rule);
    roster_of("VmAmAmAmAmAmAmAmCfCfCfCf", &r);
    r.appointments[1].to = "2022-12-31"; /* leaves 11 */
    r.appointments[2].to = "2023-03-31"; /* leaves 10, since the day after */
    r.appointments[3].to = "2023-05-01"; /* leaves 9 */
    assert_int_equal(composition_on(&rule, &r.list, "2023-05-24", &arena, &found, NULL), STATUS_OK);
    assert_int_equal(found.in_office, 9);
    assert_string_equal(found.below_since, "2023-04-01");
    assert_int_equal(composition_on(&rule, &r.list, "2023-03-31", &arena, &found, NULL), STATUS_OK);
    assert_int_equal(found.in_office, 11); /* the last day is a day of office */
    assert_null(found.below_since);
    arena_release(&arena);
}

/* R05: a title is free text; only what is clearly lower is mentioned. */
static void composition__mentions_titles_that_head_no_unit(void **state)
{
    static const struct {
        const char *title;
        bool mentioned;
    } cases[] = {{"處長", false},     {"副處長", false}, {"主任秘書", false},
                 {"常務次長", false}, {"司長", false},   {"科長", true},
                 {"專員", true},      {"組長", true},    {NULL, false}};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct roster r;

        roster_of("VmAmCm", &r);
        r.appointments[0].title = r.appointments[2].title = "教授"; /* of no concern */
        r.appointments[1].title = cases[i].title;
        assert_found(NULL, &r.list, NULL, cases[i].mentioned ? "rank" : "");
    }
}

/* R07-R09: one civil member's appointments, the last of them in force on 2025-06-01. */
static const struct {
    struct {
        const char *from, *to;
        int term;
        const char *replaces;
    } terms[4];
    const char *expected;
} term_cases[] = {
    /* one or two years */
    {{{"2025-01-01", "2025-12-31", 1, NULL}}, ""},
    {{{"2025-01-01", "2026-12-31", 1, NULL}}, ""},
    {{{"2025-01-01", "2027-01-01", 1, NULL}}, "!long"},
    {{{"2024-02-29", "2026-02-28", 1, NULL}}, ""},
    {{{"2024-02-29", "2026-03-01", 1, NULL}}, "!long"},
    {{{"2025-01-01", NULL, 1, NULL}}, ""}, /* open: nothing can be told */
    /* renewable once */
    {{{"2023-01-01", "2024-12-31", 1, NULL}, {"2025-01-01", "2026-12-31", 2, NULL}}, ""},
    {{{"2021-01-01", "2022-12-31", 1, NULL},
      {"2023-01-01", "2024-12-31", 2, NULL},
      {"2025-01-01", "2026-12-31", 3, NULL}},
     "!third 3"},
    /* without numbers they are counted, with a warning only */
    {{{"2021-01-01", "2022-12-31", UNKNOWN, NULL},
      {"2023-01-01", "2024-12-31", UNKNOWN, NULL},
      {"2025-01-01", "2026-12-31", UNKNOWN, NULL}},
     "third 3"},
    /* a gap begins anew; a change of post within a term is no new one */
    {{{"2020-01-01", "2021-12-31", UNKNOWN, NULL},
      {"2023-01-01", "2024-12-31", UNKNOWN, NULL},
      {"2025-01-01", "2026-12-31", UNKNOWN, NULL}},
     ""},
    {{{"2023-01-01", "2024-12-31", 1, NULL},
      {"2025-01-01", "2025-03-31", 2, NULL},
      {"2025-04-01", "2026-12-31", 2, NULL}},
     ""},
    /* the rest of somebody else's term counts, with a warning only */
    {{{"2022-06-01", "2022-12-31", 1, "m9"},
      {"2023-01-01", "2024-12-31", 2, NULL},
      {"2025-01-01", "2026-12-31", 3, NULL}},
     "third 3"},
    /* a successor serves to the end of the term that he takes over: m9's ran from 2024-07-01 */
    {{{"2025-03-01", "2026-06-30", 1, "m9"}}, ""},
    {{{"2025-03-01", "2026-07-01", 1, "m9"}}, "!successor"},
};

static void composition__checks_the_terms_of_civil_members(void **state)
{

    (void)state;
    for (size_t i = 0; i < COUNT(term_cases); i++) {
        struct appointment terms[4], of_m9;
        struct member members[2];
        const struct members list = {members, 2};
        size_t n = 0;

        entity_defaults(&member_entity, &members[0]);
        entity_defaults(&member_entity, &members[1]);
        entity_defaults(&appointment_entity, &of_m9);
        for (; n < 4 && term_cases[i].terms[n].from; n++) {
            entity_defaults(&appointment_entity, &terms[n]);
            terms[n].kind = KIND_CIVIL;
            terms[n].basis = BASIS_EXPERTISE;
            terms[n].from = term_cases[i].terms[n].from;
            terms[n].to = term_cases[i].terms[n].to;
            terms[n].term = term_cases[i].terms[n].term;
            terms[n].replaces = term_cases[i].terms[n].replaces;
            terms[n].role = MEMBER_ORDINARY;
        }
        of_m9.kind = KIND_CIVIL;
        of_m9.from = "2024-07-01";
        of_m9.to = "2025-02-28";
        members[0].key = "m1";
        members[0].surname = "歐陽";
        members[0].appointments.v = terms;
        members[0].appointments.n = n;
        members[1].key = "m9";
        members[1].surname = "司徒";
        members[1].appointments.v = &of_m9;
        members[1].appointments.n = 1;
        {
            char expected[64];

            (void)snprintf(expected, sizeof expected, "!no convener%s%s", *term_cases[i].expected ? ", " : "",
                           term_cases[i].expected);
            assert_found(NULL, &list, "2025-06-01", expected);
        }
    }
}

/* R08: who is there by office has no term, and none is checked. */
static void composition__knows_that_offices_have_no_terms(void **state)
{
    struct roster r;

    (void)state;
    roster_of("VmAmCm", &r);
    r.appointments[1].term = 1;
    r.appointments[2].basis = BASIS_OFFICE; /* of an association */
    r.appointments[2].from = "2015-01-01";
    r.appointments[2].to = "2030-12-31";
    assert_found(NULL, &r.list, "2023-05-24", "agency's term 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(composition__is_checked_as_a_whole),
        cmocka_unit_test(composition__leaves_the_convener_out__where_the_rule_does),
        cmocka_unit_test(composition__is_not_measured__where_nothing_is_laid_down),
        cmocka_unit_test(composition__tells_since_when_there_are_too_few),
        cmocka_unit_test(composition__mentions_titles_that_head_no_unit),
        cmocka_unit_test(composition__checks_the_terms_of_civil_members),
        cmocka_unit_test(composition__knows_that_offices_have_no_terms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

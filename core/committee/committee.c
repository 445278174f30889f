/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The description of the committee's tables, and the rules in force at a date.
 */
#include "core/committee/committee.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const comparison_codes[] = {">=", ">"};
const struct choices comparison_choices = {"comparison", comparison_codes, COUNT(comparison_codes)};

static const char *const of_codes[] = {"cast", "voting", "present"};
const struct choices vote_of_choices = {"of", of_codes, COUNT(of_codes)};

static const char *const section_codes[] = {"opening", "tracking",   "report", "discussion",
                                            "motion",  "conclusion", "closing"};
const struct choices section_choices = {"section", section_codes, COUNT(section_codes)};

#define AT(member) .offset = offsetof(struct rule, member)
static const struct field rule_fields[] = {
    {.column = "valid_from", .key = "from", .type = FIELD_DATE, AT(from), .flags = FIELD_IDENTITY},
    {.column = "quorum_numerator",
     .key = "quorum.numerator",
     .type = FIELD_INT,
     AT(quorum_numerator),
     .fallback = UNKNOWN},
    {.column = "quorum_denominator",
     .key = "quorum.denominator",
     .type = FIELD_INT,
     AT(quorum_denominator),
     .fallback = UNKNOWN},
    {.column = "quorum_comparison",
     .key = "quorum.comparison",
     .type = FIELD_CHOICE,
     AT(quorum_comparison),
     .fallback = UNKNOWN,
     .choices = &comparison_choices},
    {.column = "civil_min", .key = "quorum.civil_min", .type = FIELD_INT, AT(civil_min), .fallback = UNKNOWN},
    {.column = "members_min", .key = "members_min", .type = FIELD_INT, AT(members_min), .fallback = UNKNOWN},
    {.column = "convener_counts",
     .key = "convener_counts",
     .type = FIELD_TRI,
     AT(convener_counts),
     .fallback = UNKNOWN},
    {.column = "civil_share", .key = "civil_share", .type = FIELD_SHARE, AT(civil_share)},
    {.column = "gender_share", .key = "gender_share", .type = FIELD_SHARE, AT(gender_share)},
    {.column = "meetings_per_year",
     .key = "meetings_per_year",
     .type = FIELD_INT,
     AT(meetings_per_year),
     .fallback = UNKNOWN},
    {.column = "materials_workdays",
     .key = "materials_workdays",
     .type = FIELD_INT,
     AT(materials_workdays),
     .fallback = UNKNOWN},
    {.column = "draft_workdays",
     .key = "draft_workdays",
     .type = FIELD_INT,
     AT(draft_workdays),
     .fallback = UNKNOWN},
    {.column = "publish_workdays",
     .key = "publish_workdays",
     .type = FIELD_INT,
     AT(publish_workdays),
     .fallback = UNKNOWN},
    {.column = "vote_of",
     .key = "vote.of",
     .type = FIELD_CHOICE,
     AT(vote_of),
     .fallback = UNKNOWN,
     .choices = &vote_of_choices},
    {.column = "vote_share", .key = "vote.share", .type = FIELD_SHARE, AT(vote_share)},
    {.column = "vote_comparison",
     .key = "vote.comparison",
     .type = FIELD_CHOICE,
     AT(vote_comparison),
     .fallback = UNKNOWN,
     .choices = &comparison_choices},
    {.column = "vote_casting",
     .key = "vote.casting",
     .type = FIELD_TRI,
     AT(vote_casting),
     .fallback = UNKNOWN},
    {.column = "seconders_min",
     .key = "seconders_min",
     .type = FIELD_INT,
     AT(seconders_min),
     .fallback = UNKNOWN},
};
#undef AT

#define AT(member) .offset = offsetof(struct standing, member)
static const struct field standing_fields[] = {
    {.column = "section",
     .key = "section",
     .type = FIELD_CHOICE,
     AT(section),
     .fallback = UNKNOWN,
     .choices = &section_choices,
     .flags = FIELD_REQUIRED},
    {.column = "topic", .key = "topic", .type = FIELD_TEXT, AT(topic)},
    {.column = "title", .key = "title", .type = FIELD_TEXT, AT(title)},
    {.column = "unit", .key = "unit", .type = FIELD_TEXT, AT(unit)},
};
#undef AT

#define AT(member) .offset = offsetof(struct committee, member)
static const struct field committee_fields[] = {
    {.column = "key", .key = "key", .type = FIELD_KEY, AT(key), .flags = FIELD_REQUIRED | FIELD_IDENTITY},
    {.column = "name",
     .key = "name",
     .type = FIELD_TEXT,
     AT(name)}, /* required unless the committee is there already: check.c */
    {.column = "agency", .key = "agency", .type = FIELD_TEXT, AT(agency)},
    {.column = "self", .key = "self", .type = FIELD_TEXT, AT(self)},
    {.column = "secretariat", .key = "secretariat", .type = FIELD_TEXT, AT(secretariat)},
    {.column = "paper", .key = "paper", .type = FIELD_TEXT, AT(paper)},
    {.column = "rules", .key = "rules", .type = FIELD_LIST, AT(rules), .child = &rule_entity},
    {.column = "standing", .key = "standing", .type = FIELD_LIST, AT(standing), .child = &standing_entity},
};
#undef AT

const struct entity rule_entity = {
    "rule", sizeof(struct rule), rule_fields, COUNT(rule_fields), "committee_id", SCOPE_COMMITTEE, 0};
const struct entity standing_entity = {"standing",
                                       sizeof(struct standing),
                                       standing_fields,
                                       COUNT(standing_fields),
                                       "committee_id",
                                       SCOPE_COMMITTEE,
                                       0};
const struct entity committee_entity = {
    "committee", sizeof(struct committee), committee_fields, COUNT(committee_fields), "", 0, SCOPE_COMMITTEE};

void rule_preset(struct rule *rule)
{
    entity_defaults(&rule_entity, rule);
    rule->quorum_numerator = 1;
    rule->quorum_denominator = 2;
    rule->quorum_comparison = COMPARE_AT_LEAST; /* 要點四(三): 二分之一以上 */
    rule->civil_min = 3;                        /* 要點四(三) */
    rule->members_min = 11;                     /* 要點三(二) */
    rule->convener_counts = 1;                  /* 要點三(二): 當然委員 */
    rule->civil_share = (struct share){1, 3};   /* 要點三(二) */
    rule->gender_share = (struct share){1, 3};  /* 要點三(二), 以…為原則 */
    rule->meetings_per_year = 2;                /* 要點四(一) */
    rule->materials_workdays = 5;               /* 指引肆二 */
    rule->draft_workdays = 10;                  /* 指引陸一, 為原則 */
    rule->publish_workdays = 14;                /* 指引陸一 */
}

const struct rule *rule_at(const struct committee *committee, const char *date)
{
    const struct rule *found = NULL;

    for (size_t i = 0; i < committee->rules.n; i++) {
        const struct rule *rule = &committee->rules.v[i];

        if (date && rule->from && strcmp(rule->from, date) > 0)
            continue;
        if (!found || !found->from || (rule->from && strcmp(rule->from, found->from) >= 0))
            found = rule;
    }
    return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The description of an item's tables.
 */
#include "core/meeting/item.h"

#include "core/committee/committee.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const disclosure_codes[] = {"named", "anonymous", "closed"};
const struct choices disclosure_choices = {"disclosure", disclosure_codes, COUNT(disclosure_codes)};
static const char *const decision_codes[] = {"noted",    "approved", "amended",     "deferred", "withdrawn",
                                             "rejected", "merged",   "undiscussed", "custom",   "joint"};
const struct choices decision_kind_choices = {"decision", decision_codes, COUNT(decision_codes)};
static const char *const content_codes[] = {"tracking"};
const struct choices content_choices = {"content", content_codes, COUNT(content_codes)};
static const char *const method_codes[] = {"consent", "hands", "rollcall", "secret"};
const struct choices vote_method_choices = {"method", method_codes, COUNT(method_codes)};
static const char *const vote_codes[] = {"for", "against", "abstain"};
const struct choices vote_choice_choices = {"vote", vote_codes, COUNT(vote_codes)};
static const char *const result_codes[] = {"carried", "rejected", "tied"};
const struct choices vote_result_choices = {"result", result_codes, COUNT(result_codes)};
static const char *const cell_codes[] = {"text", "outline", "merged"};
const struct choices cell_kind_choices = {"cell", cell_codes, COUNT(cell_codes)};

#define OUTLINE(TYPE, MEMBER, COLUMN, KEY)                                                  \
    {                                                                                       \
        .column = COLUMN, .key = KEY, .type = FIELD_LIST, .offset = offsetof(TYPE, MEMBER), \
        .child = &node_entity                                                               \
    }

#define AT(m) .offset = offsetof(struct grid_cell, m)
static const struct field cell_fields[] = {
    {.column = "line", .type = FIELD_INT, AT(line)},
    {.column = "col", .type = FIELD_INT, AT(column)},
    {.column = "kind", .type = FIELD_CHOICE, AT(kind), .choices = &cell_kind_choices},
    {.column = "text", .type = FIELD_LINES, AT(text)},
    OUTLINE(struct grid_cell, outline, "outline", NULL),
};
#undef AT

#define AT(m) .offset = offsetof(struct grid, m)
static const struct field grid_fields[] = {
    {.column = "caption", .key = "caption", .type = FIELD_TEXT, AT(caption)},
    {.column = "as_of", .key = "as_of", .type = FIELD_DATE, AT(as_of)},
    {.column = "columns",
     .key = "columns",
     .type = FIELD_LIST,
     AT(columns),
     .child = &node_entity,
     .flags = FIELD_REQUIRED | FIELD_ALWAYS},
    {.column = "lines", .type = FIELD_INT, AT(lines)},
    {.column = "cells",
     .key = "rows",
     .type = FIELD_LIST,
     AT(cells),
     .child = &cell_entity,
     .flags = FIELD_REQUIRED | FIELD_ALWAYS},
    {.column = "footer", .key = "footer", .type = FIELD_INT, AT(footer)},
    OUTLINE(struct grid, notes, "notes", "notes"),
};
#undef AT

#define AT(m) .offset = offsetof(struct attachment, m)
const struct field attachment_fields[ATTACHMENT_FIELDS] = {
    {.column = "label", .key = "label", .type = FIELD_TEXT, AT(label)},
    {.column = "title", .key = "title", .type = FIELD_TEXT, AT(title)},
    {.column = "file", .key = "file", .type = FIELD_TEXT, AT(file)},
    {.column = "tables", .key = "tables", .type = FIELD_LIST, AT(tables), .child = &grid_entity},
};
#undef AT

static const struct field named_fields[] = {PERSON_FIELDS_AS(struct named, person, "", "", FIELD_IDENTITY)};

#define AT(m) .offset = offsetof(struct statement, m)
static const struct field statement_fields[] = {
    PERSON_FIELDS(struct statement, speaker, "", "speaker."),
    {.column = "chair", .key = "speaker.chair", .type = FIELD_BOOL, AT(chair)},
    {.column = "delegate_of",
     .key = "speaker.delegate_of",
     .type = FIELD_REF,
     AT(delegate_of),
     .to = TARGET_MEMBER},
    {.column = "name", .key = "speaker.name", .type = FIELD_TEXT, AT(name)},
    {.column = "pending", .key = "speaker.pending", .type = FIELD_BOOL, AT(pending)},
    {.column = "about", .key = "about", .type = FIELD_REF, AT(about), .to = TARGET_RESOLUTION},
    {.column = "disclosure",
     .key = "disclosure",
     .type = FIELD_CHOICE,
     AT(disclosure),
     .fallback = DISCLOSURE_NAMED,
     .choices = &disclosure_choices},
    {.column = "said_at", .key = "at", .type = FIELD_TIME, AT(at)},
    {.column = "response", .key = "response", .type = FIELD_BOOL, AT(response)},
    {.column = "presentation", .key = "presentation", .type = FIELD_BOOL, AT(presentation)},
    {.column = "abridged", .key = "abridged", .type = FIELD_BOOL, AT(abridged)},
    OUTLINE(struct statement, points, "points", "points"),
};
#undef AT

#define AT(m) .offset = offsetof(struct ballot, m)
static const struct field ballot_fields[] = {
    {.column = "member",
     .key = "member",
     .type = FIELD_REF,
     AT(member),
     .to = TARGET_MEMBER,
     .flags = FIELD_REQUIRED | FIELD_IDENTITY},
    {.column = "vote",
     .key = "vote",
     .type = FIELD_CHOICE,
     AT(vote),
     .fallback = UNKNOWN,
     .choices = &vote_choice_choices},
};
#undef AT

#define AT(m) .offset = offsetof(struct vote, m)
static const struct field vote_fields[] = {
    {.column = "method",
     .key = "method",
     .type = FIELD_CHOICE,
     AT(method),
     .fallback = UNKNOWN,
     .choices = &vote_method_choices},
    {.column = "votes_for", .key = "for", .type = FIELD_INT, AT(votes_for), .fallback = UNKNOWN},
    {.column = "against", .key = "against", .type = FIELD_INT, AT(against), .fallback = UNKNOWN},
    {.column = "abstain", .key = "abstain", .type = FIELD_INT, AT(abstain), .fallback = UNKNOWN},
    {.column = "entitled", .key = "entitled", .type = FIELD_INT, AT(entitled), .fallback = UNKNOWN},
    {.column = "counted_of",
     .key = "of",
     .type = FIELD_CHOICE,
     AT(of),
     .fallback = UNKNOWN,
     .choices = &vote_of_choices},
    {.column = "share", .key = "share", .type = FIELD_SHARE, AT(share)},
    {.column = "comparison",
     .key = "comparison",
     .type = FIELD_CHOICE,
     AT(comparison),
     .fallback = UNKNOWN,
     .choices = &comparison_choices},
    {.column = "casting",
     .key = "casting",
     .type = FIELD_CHOICE,
     AT(casting),
     .fallback = UNKNOWN,
     .choices = &vote_choice_choices},
    {.column = "result",
     .key = "result",
     .type = FIELD_CHOICE,
     AT(result),
     .fallback = UNKNOWN,
     .choices = &vote_result_choices},
    {.column = "ballots", .key = "ballots", .type = FIELD_LIST, AT(ballots), .child = &ballot_entity},
};
#undef AT

#define AT(m) .offset = offsetof(struct decision, m)
static const struct field decision_fields[] = {
    {.column = "kind",
     .key = "kind",
     .type = FIELD_CHOICE,
     AT(kind),
     .fallback = DECISION_CUSTOM,
     .choices = &decision_kind_choices,
     .flags = FIELD_ALWAYS},
    {.column = "merged_with", .key = "with", .type = FIELD_REF, AT(with), .to = TARGET_ANY},
    {.column = "decided_at", .key = "at", .type = FIELD_TIME, AT(at)},
    {.column = "present", .key = "quorum.present", .type = FIELD_INT, AT(present), .fallback = UNKNOWN},
    {.column = "in_office", .key = "quorum.in_office", .type = FIELD_INT, AT(in_office), .fallback = UNKNOWN},
    {.column = "civil", .key = "quorum.civil", .type = FIELD_INT, AT(civil), .fallback = UNKNOWN},
    {.column = "met", .key = "quorum.met", .type = FIELD_TRI, AT(met), .fallback = UNKNOWN},
    OUTLINE(struct decision, points, "points", "points"),
};
#undef AT

#define AT(m) .offset = offsetof(struct prior, m)
static const struct field prior_fields[] = {
    {.column = "section", .key = "section", .type = FIELD_TEXT, AT(section)},
    {.column = "number", .key = "number", .type = FIELD_TEXT, AT(number)},
    {.column = "title", .key = "title", .type = FIELD_TEXT, AT(title)},
    OUTLINE(struct prior, decision, "decision", "decision"),
    OUTLINE(struct prior, progress, "progress", "progress"),
    {.column = "track", .key = "track", .type = FIELD_REF, AT(track), .to = TARGET_RESOLUTION},
};
#undef AT

#define AT(m) .offset = offsetof(struct item, m)
static const struct field item_fields[] = {
    {.column = "key", .key = "key", .type = FIELD_KEY, AT(key), .flags = FIELD_IDENTITY},
    {.column = "section",
     .key = "section",
     .type = FIELD_CHOICE,
     AT(section),
     .fallback = UNKNOWN,
     .choices = &section_choices,
     .flags = FIELD_REQUIRED},
    {.column = "content",
     .key = "content",
     .type = FIELD_CHOICE,
     AT(content),
     .fallback = UNKNOWN,
     .choices = &content_choices},
    {.column = "abridged", .key = "abridged", .type = FIELD_BOOL, AT(abridged)},
    {.column = "is_none", .key = "none", .type = FIELD_BOOL, AT(none)},
    {.column = "label", .key = "label", .type = FIELD_TEXT, AT(label)},
    {.column = "topic", .key = "topic", .type = FIELD_TEXT, AT(topic)},
    {.column = "title", .key = "title", .type = FIELD_LINES, AT(title)},
    {.column = "unit", .key = "unit", .type = FIELD_TEXT, AT(unit)},
    {.column = "from_meeting",
     .key = "carried_from.meeting",
     .type = FIELD_REF,
     AT(from_meeting),
     .to = TARGET_MEETING},
    {.column = "from_item", .key = "carried_from.item", .type = FIELD_TEXT, AT(from_item)},
    {.column = "raised", .key = "raised", .type = FIELD_TIME, AT(raised)},
    PERSON_FIELDS(struct item, proposer, "proposer_", "proposer."),
    {.column = "seconders", .key = "seconders", .type = FIELD_LIST, AT(seconders), .child = &named_entity},
    OUTLINE(struct item, explanation, "explanation", "explanation"),
    OUTLINE(struct item, proposal, "proposal", "proposal"),
    {.column = "tables", .key = "tables", .type = FIELD_LIST, AT(tables), .child = &grid_entity},
    {.column = "attachments",
     .key = "attachments",
     .type = FIELD_LIST,
     AT(attachments),
     .child = &attachment_entity},
    {.column = "prior", .key = "prior", .type = FIELD_LIST, AT(prior), .child = &prior_entity},
    {.column = "recused", .key = "recused", .type = FIELD_LIST, AT(recused), .child = &named_entity},
    {.column = "statements",
     .key = "statements",
     .type = FIELD_LIST,
     AT(statements),
     .child = &statement_entity},
    {.column = "vote",
     .key = "vote",
     .type = FIELD_LIST,
     AT(vote),
     .child = &vote_entity,
     .flags = FIELD_SINGLE},
    {.column = "decision",
     .key = "decision",
     .type = FIELD_LIST,
     AT(decision),
     .child = &decision_entity,
     .flags = FIELD_SINGLE},
};
#undef AT

#define BOTH (SCOPE_COMMITTEE | SCOPE_MEETING)
const struct entity cell_entity = {
    "cell", sizeof(struct grid_cell), cell_fields, COUNT(cell_fields), "grid_id", BOTH | SCOPE_RESOLUTION, 0};
const struct entity grid_entity = {
    "grid", sizeof(struct grid), grid_fields, COUNT(grid_fields), NULL, BOTH | SCOPE_RESOLUTION, 0};
const struct entity attachment_entity = {
    "attachment", sizeof(struct attachment), attachment_fields, ATTACHMENT_FIELDS, "item_id", BOTH, 0};
const struct entity named_entity = {
    "named", sizeof(struct named), named_fields, COUNT(named_fields), NULL, BOTH, 0};
const struct entity statement_entity = {
    "statement", sizeof(struct statement), statement_fields, COUNT(statement_fields), "item_id", BOTH, 0};
const struct entity ballot_entity = {
    "ballot", sizeof(struct ballot), ballot_fields, COUNT(ballot_fields), "vote_id", BOTH, 0};
const struct entity vote_entity = {
    "vote", sizeof(struct vote), vote_fields, COUNT(vote_fields), "item_id", BOTH, 0};
const struct entity decision_entity = {
    "decision", sizeof(struct decision), decision_fields, COUNT(decision_fields), "item_id", BOTH, 0};
const struct entity prior_entity = {
    "prior", sizeof(struct prior), prior_fields, COUNT(prior_fields), "item_id", BOTH, 0};
const struct entity item_entity = {
    "item", sizeof(struct item), item_fields, COUNT(item_fields), "meeting_id", BOTH, 0};

bool item_is_matter(const struct item *item)
{
    if (item->section != SECTION_REPORT && item->section != SECTION_DISCUSSION &&
        item->section != SECTION_MOTION)
        return false;
    return !item->none &&
           (item->title || item->key || item->content == CONTENT_TRACKING || item->explanation.n);
}

bool item_left_over(const struct item *item)
{
    return item_is_matter(item) && !item->abridged && !item->decision.n;
}

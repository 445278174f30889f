/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item of a meeting and what belongs to it: tables, attachments, statements, the vote, the
 * decision.
 */
#ifndef YISHI_MEETING_ITEM_H
#define YISHI_MEETING_ITEM_H

#include "core/base/model.h"
#include "core/committee/person.h"

enum disclosure { DISCLOSURE_NAMED, DISCLOSURE_ANONYMOUS, DISCLOSURE_CLOSED };
enum decision_kind {
    DECISION_NOTED,
    DECISION_APPROVED,
    DECISION_AMENDED,
    DECISION_DEFERRED,
    DECISION_WITHDRAWN,
    DECISION_REJECTED,
    DECISION_MERGED,
    DECISION_UNDISCUSSED,
    DECISION_CUSTOM,
    DECISION_JOINT /* one decision for several items: it stands on the item that `with` names */
};
enum content { CONTENT_TRACKING };
enum vote_method { VOTE_CONSENT, VOTE_HANDS, VOTE_ROLLCALL, VOTE_SECRET };
enum vote_choice { VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAIN };
enum vote_result { RESULT_CARRIED, RESULT_REJECTED, RESULT_TIED };
extern const struct choices disclosure_choices, decision_kind_choices, content_choices, vote_method_choices,
    vote_choice_choices, vote_result_choices;

/* A table's cell: a text, an outline, or merged with the one above. */
enum cell_kind { CELL_TEXT, CELL_OUTLINE, CELL_MERGED };
extern const struct choices cell_kind_choices;
struct grid_cell {
    struct row row;
    int line, column; /* from 0 */
    int kind;
    const char *text;
    struct outline outline;
};
/* A table. Columns are an outline: the leaves are columns, what is above them spans. */
struct grid {
    struct row row;
    const char *caption, *as_of;
    struct outline columns;
    int lines;  /* how many rows */
    int footer; /* how many of the last rows are totals */
    LIST_OF(struct grid_cell) cells;
    struct outline notes;
};

struct attachment {
    struct row row;
    const char *label, *title, *file;
    LIST_OF(struct grid) tables;
};

/* A person in a list of its own: seconders, those recused. */
struct named {
    struct row row;
    struct person person;
};

struct statement {
    struct row row;
    struct person speaker;   /* a unit alone = the unit speaks */
    bool chair;              /* the chair speaks */
    bool pending;            /* to be attributed later */
    const char *delegate_of; /* the delegate of this member */
    const char *name;        /* anybody else, as written */
    const char *about;       /* a tracked decision's key */
    int disclosure;
    const char *at; /* HH:MM */
    bool response, presentation, abridged;
    struct outline points;
};

struct ballot {
    struct row row;
    const char *member;
    int vote;
};
struct vote {
    struct row row;
    int method;
    int votes_for, against, abstain, entitled;
    int of;
    struct share share;
    int comparison;
    int casting; /* the chair's vote at a tie */
    int result;
    LIST_OF(struct ballot) ballots;
};

struct decision {
    struct row row;
    int kind;
    const char *with; /* merged: an item's or a tracked decision's key; joint: an item's (merge.h) */
    const char *at;
    int present, in_office, civil, met; /* the quorum then; met 0, 1 or UNKNOWN */
    struct outline points;
};

/* A decision of a meeting that is not in the data, in the tracking section. */
struct prior {
    struct row row;
    const char *section, *number, *title;
    struct outline decision, progress;
    const char *track;
};

struct item {
    struct row row;
    const char *key;
    int section;
    int content; /* CONTENT_TRACKING: the tracking section as a numbered report item */
    bool abridged, none;
    const char *label; /* frozen when the agenda is sent */
    const char *topic; /* of the committee's standing item it came from */
    const char *title, *unit;
    const char *from_meeting, *from_item; /* carried over from */
    const char *raised;                   /* HH:MM: a motion from the floor */
    struct person proposer;
    LIST_OF(struct named) seconders;
    struct outline explanation, proposal;
    LIST_OF(struct grid) tables;
    LIST_OF(struct attachment) attachments;
    LIST_OF(struct prior) prior;
    LIST_OF(struct named) recused;
    LIST_OF(struct statement) statements;
    LIST_OF(struct vote) vote;         /* none or one */
    LIST_OF(struct decision) decision; /* none or one */
};

/* An attachment's own fields: the attachments of other things than items lie in tables of their own. */
enum { ATTACHMENT_FIELDS = 4 };
extern const struct field attachment_fields[ATTACHMENT_FIELDS];

extern const struct entity item_entity, grid_entity, cell_entity, attachment_entity, named_entity,
    statement_entity, vote_entity, ballot_entity, decision_entity, prior_entity;

/* A matter of its own in the sections of business, numbered and counted: not the row that stands for a
 * section, nor 無. It may have no title yet, or no more than words. */
bool item_is_matter(const struct item *item);
/* A matter that was not decided: 未及討論 once the meeting is adjourned. */
bool item_left_over(const struct item *item);

static inline const struct decision *item_decision(const struct item *item)
{
    return item->decision.n ? &item->decision.v[0] : NULL;
}

#endif

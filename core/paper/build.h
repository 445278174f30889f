/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the minutes' builder share. For core/paper alone.
 */
#ifndef YISHI_PAPER_BUILD_H
#define YISHI_PAPER_BUILD_H

#include "core/cycle/desk.h"
#include "core/paper/minutes.h"

struct build {
    const struct snapshot *s;
    const struct snapshot *previous; /* the meeting before it; NULL: not at hand */
    const struct style *style;
    enum copy copy;
    const char *member; /* whose copy it is, of the papers that have one for each; NULL: everybody's */
    struct document *out;
    int counter;            /* the last number at level 0 */
    struct tracked tracked; /* what the meeting goes through */
};

/* Where points stand: at which depth of the page, and at which level of the numbers. */
struct place {
    int depth, level;
};

/* An outline as blocks. LABEL runs on with a single first paragraph; several points begin on the next
 * line. A point that is the only numbered one among its siblings has no number. KIND is the block of the
 * label. */
void build_outline(struct build *b, enum block_kind kind, const char *number, const char *label,
                   const struct outline *outline, struct place place);
/* The number at LEVEL. Appended. */
void build_number(const struct build *b, int level, int n, struct str *out);
/* How many rows of the section there are, and which of them this item is (from 1). */
int build_section_items(const struct build *b, int section, const struct item *item, int *which);

void build_minutes(struct build *b);
void build_head(struct build *b);
void build_section(struct build *b, int section);
void build_item(struct build *b, const struct item *item);
int build_item_level(const struct build *b, const struct item *item); /* of its points */
void build_statements(struct build *b, const struct item *item, const char *about, struct place place);
void build_tracking(struct build *b, const struct item *item, struct place place);
bool build_has_tracking(const struct build *b);
/* build_tracking prints the tracked decision KEY under this item, and the statements about it. */
bool build_tracks(const struct build *b, const struct item *item, const char *key);
void build_amendments(struct build *b);
void build_vote(struct build *b, const struct item *item, struct place place); /* of an item that has one */
void build_recused(struct build *b, const struct item *item, struct place place);
/* Since when the quorum was lost, and was there again; false: it never was, or this copy does not tell. */
bool build_quorum(const struct build *b, struct str *out);
void build_decision(struct build *b, const struct item *item, struct place place);

/* People, each by a pattern of the style's [people]. false: nobody is known. */
bool build_person(const struct build *b, const struct person *person, const char *pattern, struct str *out);
void build_delegate(const struct build *b, const char *member,
                    struct str *out); /* a member and who stands in */
bool build_speaker(const struct build *b, const struct statement *statement, struct str *out);
int build_disclosure(const struct build *b, const struct statement *statement);
/* "112年第2次會議", by the meeting's key. */
void build_meeting_name(const struct build *b, const char *key, struct str *out);
/* A day as the style writes it; false: there is none. */
bool build_date(const struct build *b, const char *iso, struct str *out);
/* A line of the head: a label and a text, so that what does not fit hangs below the text. */
void build_head_line(struct build *b, int depth, const char *number, const char *text);
/* The values of patterns that tell of the meeting: {place} {chair} {start} {present} {agency} ... */
bool build_value(const void *build, const char *name, struct str *out);

#endif

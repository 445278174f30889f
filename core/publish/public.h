/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The public copy of a meeting: what anybody may read, and nothing else. All that is published is made from
 * it, so that what is not in it cannot get out. Knows neither files nor formats.
 */
#ifndef YISHI_PUBLISH_PUBLIC_H
#define YISHI_PUBLISH_PUBLIC_H

#include "core/cycle/snapshot.h"

/* A file that goes with the papers. */
struct attached {
    struct attachment *attachment; /* in the public copy; its `file` is the name in the package */
    const char *from;              /* as the database has it */
    const struct item *item;       /* whose it is; or */
    const struct resolution *resolution;
};

struct public_copy {
    struct arena arena; /* holds what is not the original's */
    struct snapshot s;
    struct snapshot previous; /* the meeting before: its matters and decisions alone */
    bool has_previous;
    struct attached *attached;
    size_t n_attached;
};

/* How a column stands to the public. Who adds one to a table adds it to the list in fields.c; until then it
 * is not published, and a test tells of it. */
enum publicity { PUBLICITY_UNSAID, PUBLICITY_NEVER, PUBLICITY_PUBLIC };
enum publicity field_publicity(const struct entity *entity, const struct field *field);

/* Make the public copy of S and of PREVIOUS (may be NULL), which must both outlive it.
 *
 * Of the rows the public columns are left: not the times of statements, not what members answered beforehand
 * or declared, not the remarks, not who did a step. Of the statements what meeting_for_public leaves. Ballots
 * of a vote that was not by name are gone. Of tracked decisions those that the meeting goes through, made, or
 * that one of these is bound to; of their rounds none that came after this meeting. Members are those of the
 * composition and those who are named. To be released. */
enum status public_copy_make(const struct snapshot *s, const struct snapshot *previous,
                             struct public_copy *out, struct err *err);
/* A copy of its own of what COPY has by now. */
enum status public_copy_again(const struct public_copy *copy, struct public_copy *out, struct err *err);
void public_copy_release(struct public_copy *copy);

/* Where in a meeting a text stands, for people. */
enum part {
    PART_MEETING, /* its own fields, people, annexes */
    PART_TITLE,
    PART_EXPLANATION,
    PART_PROPOSAL,
    PART_STATEMENT,
    PART_VOTE,
    PART_DECISION,
    PART_PRIOR,
    PART_INSTRUCTION,
    PART_PROGRESS,
    PART_RULING,
    PART_ATTACHMENT,
    PART_AMENDMENT,
    PART_PREVIOUS, /* a decision of the meeting before */
    PART_COUNT
};
struct spot {
    enum part part;
    const struct item *item;             /* NULL: none */
    const struct resolution *resolution; /* NULL: none */
    const struct statement *statement;   /* NULL: none */
    const struct grid *grid;             /* NULL: not in a table */
    int line, column;                    /* of the table, from 0; -1: its head, caption or notes */
    /* the row and the column themselves */
    const struct entity *entity;
    const struct field *field;
    void *row;
};
/* Called for every text of the copy that somebody wrote: *TEXT may be exchanged. Anything but STATUS_OK ends
 * the walk. An amendment's text has no ENTITY. */
typedef enum status text_visit(void *context, const struct spot *spot, const char **text);
enum status public_copy_texts(struct public_copy *copy, text_visit *visit, void *context);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What looking and listing share. For core/publish alone.
 */
#ifndef YISHI_PUBLISH_FINDING_PARTS_H
#define YISHI_PUBLISH_FINDING_PARTS_H

#include "core/publish/finding.h"
#include "core/publish/hidden.h"

struct examining {
    struct public_copy *copy;
    const struct snapshot *s;
    const struct publish_choices *choices;
    const char *beside;
    struct arena *arena;
    struct hidden hidden;
    struct hidden before; /* of the meeting before */
    struct publish_findings *out;
    size_t room;
    struct publish_findings gone; /* in what is left out: an answer to them is no mistake */
    struct err *err;
};

/* "node 17 text", in ARENA; NULL: out of memory. */
const char *finding_place(const struct spot *spot, struct arena *arena);
/* FOUND, LEN bytes of TEXT, at SPOT; once where it is there several times. It has its decision after it. */
enum status finding_add(struct examining *x, enum publish_kind kind, const struct spot *spot,
                        const char *text, const char *found, size_t len);

/* Replies to closed statements: those to be left out go at once. */
enum status examine_replies(struct examining *x);
/* Every file that is missing or has personal data; and once, all whose type carries an author. Those to be
 * left out go. */
enum status examine_files(struct examining *x);
/* A text_visit. */
enum status examine_text(void *context, const struct spot *spot, const char **text);

#endif

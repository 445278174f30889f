/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must not shine through: the names of those who spoke unnamed, and the words of closed statements. For
 * core/publish alone.
 */
#ifndef YISHI_PUBLISH_HIDDEN_H
#define YISHI_PUBLISH_HIDDEN_H

#include "core/publish/public.h"

struct hidden_texts {
    const char **v;
    size_t n, room;
};
struct hidden {
    struct hidden_texts names;  /* in all forms that people use: 陳委員, 陳柏安, 陳教授 … */
    struct hidden_texts quotes; /* clauses of closed statements, and what is long enough to be one */
    struct str matter;          /* what was there before anybody spoke: no secret. NOT of the arena */
};

/* From S, whole. COPY has what is public anyhow. *OUT to be released whatever comes back. */
enum status hidden_of(const struct snapshot *s, struct public_copy *copy, struct arena *arena,
                      struct hidden *out, struct err *err);
void hidden_release(struct hidden *hidden);
/* The first of LIST in TEXT at or after FROM, the longest where several begin, with what of others overlaps
 * it: its start, and its bytes. 0: none. */
size_t hidden_find(const struct hidden_texts *list, const char *text, size_t from, size_t *start);

#endif

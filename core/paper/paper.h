/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every paper that can be printed for a meeting, by its name: one table that the command line, the screens
 * and the tests read. Runs no SQL.
 */
#ifndef YISHI_PAPER_PAPER_H
#define YISHI_PAPER_PAPER_H

#include "core/cycle/snapshot.h"
#include "core/paper/document.h"
#include "core/paper/minutes.h"
#include "core/paper/style.h"

struct build;
struct paper {
    const char *name; /* "agenda"; its heading and words are the style's */
    void (*build)(struct build *b);
    bool each; /* a member may have one of his own */
};

/* The papers, in the order of the meeting's cycle; NULL after the last. */
const struct paper *paper_at(size_t index);
/* NULL: there is no such paper. */
const struct paper *paper_find(const char *name);

/* What a paper is made of; all is borrowed, and must outlive the document. */
struct paper_source {
    const struct snapshot *snapshot;
    const struct snapshot *previous; /* the regular meeting before it, for a style whose tracking table lists
                                        all of its decisions; NULL: not at hand */
    const struct style *style;
    enum copy copy;
};
enum status paper_build(const struct paper *paper, const struct paper_source *source, struct document *out,
                        struct err *err);
/* The copy of one member (a key of the meeting's composition) of a paper that each gets with his name. */
enum status paper_build_for(const struct paper *paper, const struct paper_source *source, const char *member,
                            struct document *out, struct err *err);

#endif

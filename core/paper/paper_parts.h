/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the papers besides the minutes share: their heads, lines by pattern, tables by the style's list of
 * columns. For core/paper alone.
 */
#ifndef YISHI_PAPER_PARTS_H
#define YISHI_PAPER_PARTS_H

#include "core/paper/build.h"

void build_notice(struct build *b);
void build_reply(struct build *b);
void build_agenda(struct build *b);
void build_tracking_paper(struct build *b);
void build_roster(struct build *b);
void build_signin(struct build *b);
void build_fees(struct build *b);
void build_script(struct build *b);
/* The agenda's overview: sections and titles. */
void build_overview(struct build *b);

/* What a pattern may speak of besides the meeting; what is NULL (and 0 for N) is not known. */
struct about {
    const struct build *b;
    const struct item *item;
    const struct seat *seat;
    const struct person *person; /* who has no seat */
    const struct resolution *tracked;
    int n;
};
bool about_value(const void *about, const char *name, struct str *out);
/* PATTERN with the values of ABOUT. false: something outside [ ] is not known. */
bool about_expand(const struct about *about, const char *pattern, struct str *out);

/* "agenda" and "time" → "agenda:time". Borrowed from the style. */
const char *part_get(const struct build *b, const char *part, const char *key);
/* The titles title_1 and title_2, and the lines that the list LINES names, of [part]; a line that is not
 * there is looked up in [head]. One whose values are not known is left out. */
void part_head(struct build *b, const char *part);
/* The lines named by the list KEY of [part], each a paragraph of KIND. */
void part_lines(struct build *b, const char *part, const char *key, enum block_kind kind,
                const struct about *about);
/* One such line. false: something in it is not known, or it is empty; nothing is added. */
bool part_line(struct build *b, const char *part, const char *key, enum block_kind kind, int depth,
               const struct about *about);
/* An agenda item's matter in words: its title, else what it begins with. */
const char *item_matter(const struct item *item);
/* The items of SECTION with a matter of their own, counted from 1: which of them ITEM is; *N (may be NULL)
 * how many. */
int item_place(const struct meeting *meeting, const struct item *item, int *n);

/* A cell as it is filled: TEXT, or OUTLINE where it is set. */
struct cell {
    struct str text;
    const struct outline *outline;
};
typedef void (*cell_fill)(const void *context, size_t line, const char *column, struct cell *cell);
/* A table of N lines, its columns named by the list "columns" of [part], their heads the keys of the same
 * names. CAPTION may be NULL. */
void part_table(struct build *b, const char *part, int depth, const char *caption, size_t n, cell_fill fill,
                const void *context);
/* A blank cell that somebody writes or signs in. */
void cell_blank(struct cell *cell);
/* Columns that tell of a seat or a person: seat, who, post, kind, role. false: none of these. */
bool cell_person(const struct about *about, const char *column, struct cell *cell);

/* What was reported for this meeting: the consolidated text, else each unit's own. */
void cell_progress(const struct build *b, const struct round *round, struct cell *cell);
/* The same as a part of a paper. */
void build_progress(struct build *b, const struct round *round, struct place place);
/* The letter in which it was reported, by PATTERN; false: there is none, or the style wants none. */
bool round_letter(const struct build *b, const struct round *round, const char *pattern, struct str *out);
/* Attachments by their labels and titles, with their tables; COLON stands between the two. */
void build_attachments(struct build *b, const struct attachment *list, size_t n, const char *colon);
/* The table of tracked decisions, as the style has it; false: there is none. */
bool build_tracking_table(struct build *b, const struct item *item, int depth);

#endif

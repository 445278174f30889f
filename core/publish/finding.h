/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody must decide before a meeting is published: each finding with its place, the very text, and
 * the decision where there is one. Knows neither how it is worded nor how it is asked.
 */
#ifndef YISHI_PUBLISH_FINDING_H
#define YISHI_PUBLISH_FINDING_H

#include "core/publish/public.h"

enum publish_kind {
    PUBLISH_PHONE, /* personal data in a text or a table */
    PUBLISH_EMAIL,
    PUBLISH_ID,
    PUBLISH_CONTACT,
    PUBLISH_NAMES_SPEAKER,  /* a text names somebody who spoke anonymously or behind closed doors */
    PUBLISH_QUOTES_CLOSED,  /* a text has words of a closed statement */
    PUBLISH_ANSWERS_CLOSED, /* a reply to a closed statement */
    PUBLISH_AUTHOR_FILES,   /* files of types that carry their author's name: FOUND lists them */
    PUBLISH_FILE_MISSING,   /* an attached file is not there, or cannot be read */
    PUBLISH_FILE_PERSONAL,  /* an attached file of plain text has personal data: FOUND lists some of it */
    PUBLISH_KINDS
};
extern const struct choices publish_kind_choices;

/* KEEP: it is published as it stands. REDACT: it is made unreadable (○○○, 某委員); the reply, the files or
 * the missing file are left out. A missing file cannot be kept. */
enum publish_choice { PUBLISH_KEEP, PUBLISH_REDACT };
extern const struct choices publish_choice_choices;

enum { PUBLISH_ID_SIZE = 9 };

struct publish_finding {
    enum publish_kind kind;
    char id[PUBLISH_ID_SIZE]; /* to name it on the command line; the same as long as it stands there */
    const char *place;        /* "node 17 text": where it is stored */
    const char *found, *text; /* the very words, and the text that has them */
    struct spot spot;         /* for people */
    int choice;               /* enum publish_choice; UNKNOWN: undecided */
    bool answered;            /* by the caller now: not stored yet */
};
struct publish_findings {
    struct publish_finding *v;
    size_t n, undecided;
};

/* Decisions: those that are stored, and those handed in with a command: ids and kinds ("1f2e3d4c,phone"), or
 * "all"; NULL: none. Kinds and "all" are for what nobody decided yet. */
struct publish_answers {
    const char *keep, *redact;
};
struct publish_choices {
    struct publish_stored {
        const char *kind, *place, *found;
        int choice;
    } * v;
    size_t n;
    struct publish_answers answers;
};
/* All of the committee's: the text of a tracked decision stands in the papers of several meetings, and is
 * decided about once. Those of this meeting come last, and win. Into ARENA. */
enum status publish_choices_load(struct db *db, int64_t meeting_id, struct arena *arena,
                                 struct publish_choices *out, struct err *err);
/* Store one decision (UNKNOWN takes it back), as a change set of the journal; and all that ANSWERS gave, as
 * one. */
enum status publish_choose(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           const struct publish_finding *finding, int choice, struct err *err);
enum status publish_store_answers(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                                  const struct publish_findings *findings, struct err *err);

/* Look through COPY, the public copy of S, and do what was decided: after it COPY may be printed if nothing
 * is undecided. PREVIOUS (may be NULL): the meeting before, whose decisions are quoted here. BESIDE: the
 * directory that relative files lie in. Into ARENA. An answer that names no finding: STATUS_BAD
 * (CODE_PUBLISH_FINDING). */
enum status publish_examine(struct public_copy *copy, const struct snapshot *s,
                            const struct snapshot *previous, const struct publish_choices *choices,
                            const char *beside, struct arena *arena, struct publish_findings *out,
                            struct err *err);
/* FILE where it lies: BESIDE and FILE, or FILE where that is absolute. Appended. */
void publish_file_path(const char *beside, const char *file, struct str *out);

#endif

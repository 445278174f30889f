/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed and never stored, offered back at the next start; and the names of the places that drafts
 * are kept under. Every screen that puts a draft names its place here, so that it can be found again.
 */
#ifndef YISHI_TUI_RECOVER_H
#define YISHI_TUI_RECOVER_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct app;
struct screen;

/* Which text it is: an outline of a row, a statement that is not stored at all yet, or a line in a form. */
enum draft_kind {
    DRAFT_NONE,
    DRAFT_EXPLANATION, /* an item's (meeting_id, item_id); a section's own text too */
    DRAFT_PROPOSAL,    /* an item's */
    DRAFT_DECISION,    /* an item's */
    DRAFT_STATEMENT,   /* statement_id of an item */
    DRAFT_SAYING,      /* a new statement of an item: at, about, speaker */
    DRAFT_PROGRESS,    /* of resolution_id in meeting_id */
    DRAFT_RULING,      /* the ruling's words, the same */
    DRAFT_INSTRUCTION, /* of resolution_id */
    DRAFT_REPORT,      /* one unit's own report (speaker: its name) on resolution_id in meeting_id */
    DRAFT_TITLE,       /* an item's, a line in its form */
    DRAFT_UNIT,        /* the same */
    DRAFT_CELL,        /* of table_id of an item or resolution_id, a line in the table at line, column */
    DRAFT_CELL_TEXT,   /* the same cell as an outline on the whole screen */
    DRAFT_NOTES,       /* below table_id of the same */
    DRAFT_KINDS
};

enum { DRAFT_SPEAKER_BYTES = 256, DRAFT_ABOUT_BYTES = 64 };

struct draft_place {
    enum draft_kind kind;
    int64_t meeting_id, item_id, statement_id, resolution_id,
        table_id;         /* those that the kind needs; else 0 */
    int64_t line, column; /* of a table; below 0 the lines of its head, -1 the lowest */
    /* DRAFT_SAYING; the speaker of DRAFT_REPORT too */
    size_t at;                         /* before which statement of the item */
    char about[DRAFT_ABOUT_BYTES];     /* a tracked decision's key; "" = none */
    char speaker[DRAFT_SPEAKER_BYTES]; /* opaque here, without line feeds; "" = to be attributed */
};

/* Append the name for app_draft_put: "explanation:5:12", "saying:5:12:3:111-2-03:m=ouyang". */
void draft_place_name(const struct draft_place *place, struct str *out);
/* The word that a name of the kind begins with: "title". */
const char *draft_place_word(enum draft_kind kind);
/* What such a name says; false: it is none. */
bool draft_place_parse(const char *name, struct draft_place *out);

/* Offer what earlier sessions left, if they left anything: to be called once when the first screen stands. */
void recover_start(struct app *app);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text on the whole screen: an outline in the editor, kept as a draft while it is typed, stored when it is
 * left. Most texts open with text_open, which knows where each kind of text is stored; text_push serves any
 * other.
 */
#ifndef YISHI_TUI_SCREENS_TEXT_H
#define YISHI_TUI_SCREENS_TEXT_H

#include "core/base/arena.h"
#include "core/base/model.h"
#include "tui/app.h"
#include "tui/recover.h"
#include "tui/widgets/editor/numbering.h"

/* What the editor begins with instead of what is stored. */
struct text_start {
    const char *serial; /* a draft's text, as editor_serial gave it; NULL = OUTLINE */
    size_t len_bytes, cursor_bytes;
    const struct outline *outline; /* copied as new paragraphs; NULL too: what is stored */
};

/* Open the text of PLACE, an outline (nothing of the session, of an item's form or its tables), on top, to be
 * edited and stored there. START may be NULL. Where the meeting is confirmed, or the row is gone, false comes
 * back and the reason is shown.
 *     const struct draft_place place = {.kind = DRAFT_EXPLANATION, .meeting_id = …, .item_id = …};
 *     return text_open(app, &place, NULL); */
bool text_open(struct app *app, const struct draft_place *place, const struct text_start *start);

/* What is open there, for a title or a list: "案由二 執行情形 說明"; with the MEETING in front where that is
 * asked for. Appended. STATUS_MISSING: the place is gone. */
enum status text_place_words(struct app *app, const struct draft_place *place, bool meeting, struct str *out,
                             struct err *err);

/* A text of one's own. All of it is copied but CONTEXT, which belongs to the screen from here. */
struct text_job {
    const char *title; /* the breadcrumb: "案由二 說明" */
    const char *place; /* the draft's name; NULL = no draft */
    const char *label; /* of the change in the journal: "案由二：修改說明" */
    struct numbering numbering;
    /* Store OUTLINE: one write, already begun, which this joins (desk calls nest). Ids and versions are
     * filled into OUTLINE's rows as the desk does. May be called again with a later text: then what was
     * stored is what CONTEXT must compare with, so it loads that anew. REPLACE: the user saw that somebody
     * else changed the text meanwhile and wants his own; the rows have no ids then. */
    enum status (*store)(struct app *app, void *context, const struct stamp *stamp, struct outline *outline,
                         bool replace, struct err *err);
    /* What is stored by now, when somebody else has changed it. In ARENA or CONTEXT. */
    enum status (*stored)(struct app *app, void *context, struct arena *arena, struct outline *out,
                          struct err *err);
    void (*release)(void *context); /* NULL: nothing to free */
    void *context;
};
/* OUTLINE (copied) is what is stored. The error is shown, and CONTEXT released, when it cannot be opened. */
bool text_push(struct app *app, const struct text_job *job, const struct outline *outline,
               const struct text_start *start);

#endif

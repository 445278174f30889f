/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of the agenda: what its form, its tables, attachments and people share. Tables and attachments may
 * also be those of a tracked decision's round. For the item files alone, but for the ..._push and the drafts.
 */
#ifndef YISHI_TUI_SCREENS_ITEM_H
#define YISHI_TUI_SCREENS_ITEM_H

#include "core/meeting/grid.h"
#include "tui/recover.h"
#include "tui/screens/meeting/meeting_frame.h"
#include "tui/widgets/form.h"

/* ---- one item, loaded (item_store.c) ---- */
/* What tables and attachments hang on: an item of the meeting, or (where there is one) the meeting's round of
 * a tracked decision. */
struct item_owner {
    int64_t meeting_id, item_id, resolution_id;
};
/* What every screen about an item begins with. */
struct item_frame {
    struct meeting_frame frame; /* its step is 0: it is none of the seven */
    struct app *app;
    int64_t item_id, resolution_id;
    const struct resolution *resolution; /* in the snapshot; NULL: it is about an item */
    const struct item
        *item; /* in the snapshot; never NULL. For a round one that has its tables and attachments */
    bool gone; /* somebody removed it: ITEM is a blank one */
    struct item blank;
    struct str draft; /* the place of the draft of what is typed into a field; "" = none */
};
/* Make the screen of SIZE bytes (zeroed); NULL: out of memory (shown). */
struct item_frame *item_frame_new(struct app *app, size_t size, const struct screen_ops *ops,
                                  const struct item_owner *owner);
/* The owner of what is on the screen, for another screen about it. */
struct item_owner item_frame_owner(const struct item_frame *f);
/* What it is called: "參、報告事項 案由二 …" or "列管 112-1-01". Appended. */
void item_frame_name(const struct item_frame *f, struct str *out);
/* Fits screen_ops open and reload. */
enum status item_frame_load(struct app *app, struct screen *screen, struct err *err);
/* Frees what item_frame_new and item_frame_load made; the last that a screen's close does. */
void item_frame_close(struct app *app, struct screen *screen);
/* "案由二", and where the ops have a title that alone: "附表". Fits screen_ops crumb. */
void item_frame_crumb(const struct app *app, const struct screen *screen, struct str *out);
/* Store WANTED over the item; WHAT, translated, is what the journal calls it: "附表". Then the frame is
 * loaded anew (not the screen's own). A draft is not needed any more. The error is shown unless ERR takes it.
 */
enum status item_store(struct item_frame *f, struct item *wanted, const char *what, struct err *err);
/* The same inside a write that was begun: the item, or the round with WANTED's tables and attachments. */
enum status item_put(const struct item_frame *f, const struct stamp *stamp, struct item *wanted,
                     struct err *err);
/* What is typed into a field and not stored yet: after every change. PLACE is its name; of one draft at a
 * time. */
void item_draft_put(struct item_frame *f, const char *place, const struct str *text, size_t caret_bytes);
void item_draft_drop(struct item_frame *f); /* it was given up */
/* For refusal(): the item is gone, or the record confirmed. */
const char *item_why_not_change(struct app *app, struct screen *screen);

/* ---- drafts put back in their place (item_recover.c, item_table_text.c) ---- */
struct text_start;
/* Open the item's form at the field of PLACE, a cell of a table, a cell or the notes on the whole screen,
 * with the draft in it and kept as this session's own. false: the place is gone or closed (it was said so).
 */
bool item_recover(struct app *app, const struct draft_place *place, const struct text_start *start);
bool item_table_recover(struct app *app, const struct draft_place *place, const struct text_start *start);
bool item_table_recover_text(struct app *app, const struct draft_place *place,
                             const struct text_start *start);

/* ---- the form (item.c, item_form.c, item_draw.c) ---- */
struct item_screen {
    struct item_frame base;
    struct form form;
    bool formed;
    size_t preview_top, preview_rows; /* the lines of the preview: the first one shown, and how many fit */
};
extern const struct form_field item_fields[];
extern const size_t item_n_fields;
extern const struct form_source item_source; /* its context is the struct item_screen */
void item_draw(struct app *app, struct screen *screen, struct rect rect);

/* ---- tables (item_tables.c, item_paste.c, item_table*.c) ---- */
bool item_tables_push(struct app *app, const struct item_owner *owner);
bool item_table_push(struct app *app, const struct item_owner *owner, int64_t table_id);
/* The table as it prints, appended. */
void item_table_text(const struct meeting_frame *frame, const struct grid *grid, int cols, struct str *out);
/* "表1　資料分級統計", or which of the item's tables it is where it has no caption. */
void item_table_name(const struct grid *grid, size_t at, struct str *out);
/* TEXT as it was pasted is cells: several lines, or tabs. */
bool paste_is_table(const char *text, size_t len_bytes);
/* The cells of a pasted text (SEPARATOR is a tab) or a CSV file, into ARENA. false: too wide, or nothing is
 * in it (it was said so). */
bool paste_cells(struct app *app, const char *text, size_t len_bytes, char separator, struct arena *arena,
                 struct grid_text *out);
/* Put GRID at the end of the item's tables; its caption is asked for. *TABLE_ID (may be NULL) its id. false:
 * not stored. From a pasted text; from a CSV file that is asked for: the first line is the head. */
bool item_table_add(struct item_frame *f, struct grid *grid, int64_t *table_id);
bool item_table_paste(struct item_frame *f, const char *text, size_t len_bytes, char separator,
                      int64_t *table_id);
bool item_table_import(struct item_frame *f, int64_t *table_id);
/* A dialog to paste into where the terminal does not mark pastes. false: given up. */
bool paste_ask(struct app *app, const char *title, struct str *out);

/* ---- attachments, people (item_attachments.c, item_people.c) ---- */
bool item_attachments_push(struct app *app, const struct item_owner *owner);
enum item_people { ITEM_RECUSED, ITEM_SECONDERS };
bool item_people_push(struct app *app, int64_t meeting_id, int64_t item_id, enum item_people which);

#endif

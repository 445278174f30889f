/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 2, 議程: what its files share. For the agenda files alone.
 */
#ifndef YISHI_TUI_SCREENS_AGENDA_H
#define YISHI_TUI_SCREENS_AGENDA_H

#include "tui/screens/meeting/meeting_frame.h"
#include "tui/widgets/list.h"

/* A line of the outline: a section, or one of its items. */
struct agenda_row {
    int section;
    bool heading;
    const struct item *item; /* of a heading: the row that stands for the section itself; NULL: none */
};

struct agenda {
    struct meeting_frame frame;
    struct list_view list;
    bool listed;
    struct agenda_row *rows; /* in the snapshot's arena */
    size_t n_rows;
    int number_cols; /* of the widest item number */
};

/* ---- what is shown (agenda_draw.c) ---- */
extern const struct list_column agenda_columns[];
extern const int agenda_n_columns;
extern const struct list_source agenda_source;
/* The rows of the snapshot, into its arena; false: out of memory. */
bool agenda_rows(struct agenda *agenda);
void agenda_draw(struct app *app, struct screen *screen, struct rect rect);
/* An item's number as it prints; the frozen one once the agenda is sent. Appended. */
void agenda_number(const struct meeting_frame *frame, const struct item *item, struct str *out);

/* ---- the rows (agenda.c) ---- */
enum status agenda_load(struct app *app, struct screen *screen, struct err *err);
/* The selected row; NULL: none. */
const struct agenda_row *agenda_selected(const struct agenda *agenda);
/* After a write: load again, and select this item (0: leave the selection). */
void agenda_refresh(struct app *app, struct agenda *agenda, int64_t item_id);
/* The section's name without its number. */
const char *agenda_section_words(int section);

/* ---- commands (agenda_items.c, agenda_section.c, agenda_send.c) ---- */
const char *agenda_why_no_item(struct app *app, struct screen *screen);
const char *agenda_why_not_move(struct app *app, struct screen *screen);
const char *agenda_why_not_said(struct app *app, struct screen *screen);
const char *agenda_why_not_send(struct app *app, struct screen *screen);
void agenda_run_open(struct app *app, struct screen *screen);
void agenda_run_new(struct app *app, struct screen *screen);
void agenda_run_up(struct app *app, struct screen *screen);
void agenda_run_down(struct app *app, struct screen *screen);
void agenda_run_copy(struct app *app, struct screen *screen);
void agenda_run_standing(struct app *app, struct screen *screen);
void agenda_run_remove(struct app *app, struct screen *screen);
void agenda_run_withdraw(struct app *app, struct screen *screen);
void agenda_run_said(struct app *app, struct screen *screen);
void agenda_run_send(struct app *app, struct screen *screen);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 3, 列管: what its files share. For the tracking files alone, but for tracking_head_ask.
 */
#ifndef YISHI_TUI_SCREENS_TRACKING_H
#define YISHI_TUI_SCREENS_TRACKING_H

#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/tracking/tracking_page.h"

struct tracking {
    struct meeting_frame frame;
    struct meeting_lines meetings; /* in the snapshot's arena */
    struct arena arena;            /* holds the page */
    struct page page;
    int page_cols; /* what it was laid out for; 0 = to be laid out anew */
    char key[64];  /* the chosen one's number */
};

/* The chosen one; NULL: there is none. */
const struct resolution *tracking_chosen(const struct tracking *tracking);
/* Why the chosen one's round cannot be written: there is none, or the record is confirmed. */
const char *tracking_why_none(struct app *app, struct screen *screen);
/* This meeting's round of it as it is stored, or a new one. */
struct round tracking_round(const struct tracking *tracking, const struct resolution *resolution);
/* Store ROUND as the chosen one's; WHAT for the journal. Everything is loaded anew. */
bool tracking_store(struct app *app, struct tracking *tracking, struct round *round, const char *what);

void tracking_draw(struct app *app, struct screen *screen, struct rect rect);

/* ---- what the committee rules (tracking_ruling.c) ---- */
const char *tracking_why_no_ruling(struct app *app, struct screen *screen);
void tracking_run_ruling(struct app *app, struct screen *screen);
/* On all that are left as recommended (tracking_rest.c). */
void tracking_run_rest(struct app *app, struct screen *screen);
/* ---- the units' own reports (tracking_units.c) ---- */
void tracking_run_unit(struct app *app, struct screen *screen);
void tracking_run_silent(struct app *app, struct screen *screen);
/* Choose the one with this number. */
void tracking_choose(struct tracking *tracking, const char *key);

/* ---- the fixed head (tracking_head.c) ---- */
/* Ask for the head of RESOLUTION and store it; NULL: one that is older than the database, entered by hand.
 * ALL: the committee's. true: stored; its number in KEY (may be NULL). */
bool tracking_head_ask(struct app *app, const struct resolutions *all, const struct resolution *resolution,
                       char key[64]);

#endif

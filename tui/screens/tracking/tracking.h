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

/* Keys may be faster than the screen: load what changed. false: nothing can be done with the chosen one. */
bool tracking_fresh(struct app *app, struct tracking *tracking);
/* There is no decision on the page. */
const char *tracking_why_no_head(struct app *app, struct screen *screen);

void tracking_draw(struct app *app, struct screen *screen, struct rect rect);

/* ---- what is recommended (tracking_recommend.c) ---- */
void tracking_run_recommend(struct app *app, struct screen *screen);
void tracking_run_release(struct app *app, struct screen *screen);
void tracking_run_continue(struct app *app, struct screen *screen);
void tracking_run_self(struct app *app, struct screen *screen);
void tracking_run_merge(struct app *app, struct screen *screen);
/* ---- what comes with a report: tables, attachments, a letter (tracking_papers.c) ---- */
void tracking_run_tables(struct app *app, struct screen *screen);
void tracking_run_attachments(struct app *app, struct screen *screen);
void tracking_run_letter(struct app *app, struct screen *screen);
/* ---- asking the units, and collecting what they filled in (tracking_forms.c) ---- */
void tracking_run_ask(struct app *app, struct screen *screen);
void tracking_run_collect(struct app *app, struct screen *screen);
/* ---- links to others (tracking_kin.c) ---- */
void tracking_run_kin(struct app *app, struct screen *screen);
void tracking_run_split(struct app *app, struct screen *screen);
/* One of R's links is picked; a single one needs no asking. NULL: none (it was said so). */
const struct resolution *tracking_pick_kin(struct app *app, const struct resolutions *all,
                                           const struct resolution *r);
/* ---- all that the meeting before decided (decisions.c) ---- */
void tracking_run_decisions(struct app *app, struct screen *screen);
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place of a text with what is around it: for the text_*.c files alone.
 */
#ifndef YISHI_TUI_SCREENS_TEXT_SITE_H
#define YISHI_TUI_SCREENS_TEXT_SITE_H

#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/text/text.h"

/* The place with what is around it, as it was when it was last loaded. */
struct text_site {
    struct draft_place place;
    struct meeting_frame frame; /* only what frame_load loads; no screen */
    const struct item *item;
    const struct statement *statement;
    const struct resolution *resolution;
    const struct grid *table;
    bool stale; /* stored since */
};

/* Load it anew. STATUS_MISSING: it is gone. frame_release(&site->frame) frees it. */
enum status text_site_load(struct app *app, struct text_site *site, struct err *err);
/* A tracked decision may come from no meeting of ours. */
bool text_site_has_meeting(const struct text_site *site);
/* "案由二 執行情形 說明", appended; of the item's title no more than COLS, that what comes behind it is seen;
 * 0: all. */
void text_site_words(const struct text_site *site, int cols, struct str *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tracked decision as a page: its fixed head, what this meeting says of it, and every earlier round, the
 * newest first. Laid out for a width; drawn from any line on. Serves the meeting's step and the register.
 */
#ifndef YISHI_TUI_SCREENS_TRACKING_PAGE_H
#define YISHI_TUI_SCREENS_TRACKING_PAGE_H

#include "core/cycle/snapshot.h"
#include "core/paper/style.h"
#include "tui/app.h"
#include "tui/widgets/editor/numbering.h"

/* What the page is made of; all borrowed. */
struct page_source {
    const struct resolution *resolution;
    const struct resolutions *all;
    const struct meeting_lines *meetings; /* for the days they were held */
    const struct style *style;
    struct numbering numbering;
    const char
        *now; /* the meeting whose round can be written: comes first, and says what is missing. NULL: none */
    struct date today;
};

struct page_text {
    enum role role;
    int indent_cols;
    const char *number; /* of a point; "" = none */
    const char *text;
    size_t len_bytes;
};
struct page_line {
    const char *label; /* in the left column; "" = none; NULL = the line is a heading over both */
    struct page_text text;
    bool halved;           /* the room of the text is two columns: */
    struct page_text side; /* what stands in the second */
};
struct page {
    struct page_line *v;
    size_t n;
    size_t room;
    int label_cols, cols, half_cols; /* of the labels, of the text beside them, and of each of two columns */
    size_t top;                      /* the first line shown */
    int page_rows;
};

/* The page at COLS columns, in ARENA; PAGE->top is kept where it can be. */
enum status page_build(struct page *page, const struct page_source *source, int cols, struct arena *arena,
                       struct err *err);
bool page_key(struct page *page, const struct key *key); /* ↑ ↓ PgUp PgDn Home End */
void page_draw(struct page *page, struct rect rect);

/* ISO day on which it was decided; NULL: not known. */
const char *tracking_decided_on(const struct resolution *resolution, const struct meeting_lines *meetings);
/* "112年第1次會議 參、報告事項、案由二　112/05/30(二)". Appended. */
void tracking_source(struct str *out, const struct resolution *resolution,
                     const struct meeting_lines *meetings);
/* Days from then to TODAY; -1: not known. */
int tracking_days(const struct resolution *resolution, const struct meeting_lines *meetings,
                  struct date today);
/* "建請解除列管" and "解除列管" as the paper style words them; "" for UNKNOWN. */
const char *tracking_recommendation(const struct style *style, int ruling);
const char *tracking_ruling(const struct style *style, int ruling);
/* "✓水質司 ·海象署 ·河川司（協辦）": who has reported for the meeting and who has not. Appended. */
void tracking_reported(struct str *out, const struct resolution *resolution, const char *meeting);
/* "112-1-03 併入本案", "併入 112-2-01", "由 112-1-02 分出". Appended. */
struct kin;
void tracking_kin_words(struct str *out, const struct kin *kin);
/* "水質司、海象署". Appended. */
void tracking_units(struct str *out, const struct unit *units, size_t n);

#endif

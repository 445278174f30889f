/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The register of tracked decisions: what its files share. For the register files alone.
 */
#ifndef YISHI_TUI_SCREENS_REGISTER_H
#define YISHI_TUI_SCREENS_REGISTER_H

#include "core/cycle/desk.h"
#include "core/tracking/reporting.h"
#include "tui/screens/tracking/tracking_page.h"
#include "tui/widgets/list.h"

/* All that the register knows, loaded at once. */
struct register_data {
    struct arena arena;
    struct committee committee;
    struct members members;
    struct resolutions all;
    struct meeting_lines meetings;
    struct style *style;
};
enum status register_data_load(struct app *app, struct register_data *data, struct err *err);
void register_data_release(struct register_data *data);
/* The meeting that is reported for: the earliest that is not over; NULL: none. */
const struct meeting_line *register_next(const struct meeting_lines *meetings);
/* The meeting where RESOLUTION comes up next and can be written: the earliest that is not over; 0: none. */
int64_t register_meeting(const struct register_data *data, const struct resolution *resolution);
/* It is linked with another one. */
bool register_is_linked(const struct register_data *data, const struct resolution *resolution);
/* Take RESOLUTION, which is closed, up again at the next meeting, if that is wanted: *ID the new one's
 * (register_again.c). */
bool register_again(struct app *app, const struct register_data *data, const struct resolution *resolution,
                    int64_t *id);

/* ---- the list (register.c) ---- */
enum { FILTERS = TRACK_ALL + 1 };

struct tracked_register {
    struct screen screen;
    struct register_data data;
    const struct resolution **shown; /* in the data's arena */
    size_t n_shown;
    enum track_state filter;
    bool by_due;                    /* else by number */
    struct str unit, meeting, text; /* "" = any; the text as it was typed, and folded */
    struct str folded;
    struct list_view list;
    struct date today;
    char today_iso[DATE_ISO_SIZE];
};
/* Its columns (register_list.c). */
void register_list_init(struct tracked_register *reg);
/* The filters, the order or the data changed. */
void register_choose(struct tracked_register *reg);
/* (register_filter.c) */
bool register_passes(const struct tracked_register *reg, const struct resolution *r);
void register_run_unit(struct app *app, struct screen *screen);
void register_run_meeting(struct app *app, struct screen *screen);

/* One after the other, read at leisure: the N rows with IDS (copied), beginning at AT. */
bool register_page_push(struct app *app, const int64_t *ids, size_t n, size_t at);

#endif

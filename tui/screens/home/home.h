/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Home has loaded, and how it is drawn. For the home files alone.
 */
#ifndef YISHI_TUI_SCREENS_HOME_H
#define YISHI_TUI_SCREENS_HOME_H

#include "core/cycle/desk.h"
#include "core/cycle/snapshot.h"
#include "tui/app.h"
#include "tui/screens/meeting/meeting_frame.h"
#include "tui/widgets/list.h"

/* A tracked decision in the list. */
struct home_open {
    const struct resolution *resolution;
    int64_t days; /* since it was decided; -1 = not known */
    bool overdue;
};

struct home {
    struct screen screen;
    struct app *app;    /* for the lists, which load a meeting's figures when its row is shown */
    struct arena arena; /* holds what is below */
    struct committee committee;
    struct members members;
    struct meeting_lines lines;
    bool *filled; /* which lines have their figures */
    struct home_open *open;
    size_t n_open, n_overdue, n_silent; /* silent: no report for the next meeting yet */
    struct resolutions resolutions;
    /* the meeting that is worked on: the next one, else the last that is not published */
    struct snapshot next; /* meeting.row.id 0 = none */
    struct frame_rail rail;
    struct deadlines deadlines;
    struct list_view meetings, tracked;
    bool on_tracked; /* the focus */
};

extern const struct list_column home_meeting_columns[], home_tracked_columns[];
extern const int home_n_meeting_columns, home_n_tracked_columns;
extern const struct list_source home_meeting_source, home_tracked_source;

enum status home_load(struct app *app, struct screen *screen, struct err *err);
void home_forget(struct home *home);
void home_draw(struct app *app, struct screen *screen, struct rect rect);

#endif

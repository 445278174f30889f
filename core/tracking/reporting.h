/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tracked decisions somebody wants to see, and who still owes a report. Pure functions; knows neither
 * the list nor the file that shows the answer.
 */
#ifndef YISHI_TRACKING_REPORTING_H
#define YISHI_TRACKING_REPORTING_H

#include "core/tracking/resolution.h"

/* The unit's own report of this round; NULL. */
const struct report *round_report(const struct round *round, const char *unit);
/* What is recommended: the round's own word, else what all responsible units say alike. UNKNOWN: nothing, or
 * they differ. ROUND may be NULL. */
int resolution_recommendation(const struct resolution *resolution, const struct round *round);
/* Responsible unit UNIT has not reported for MEETING (a key). The consolidated text speaks for all. */
bool resolution_unit_silent(const struct resolution *resolution, const char *meeting, const char *unit);
/* A responsible unit has not reported for MEETING; where none is named: nobody has. Assisting units owe
 * nothing. */
bool resolution_silent(const struct resolution *resolution, const char *meeting);
/* Meeting MEETING (a key) decided it: it says so, or (where it is older than the data) its number does. */
bool resolution_is_of(const struct resolution *resolution, const char *meeting);
/* FOLDED (text_fold) occurs in the number, the instruction, the source, progress, rulings, letters or
 * remarks. */
bool resolution_has_text(const struct resolution *resolution, const char *folded);

enum track_state { TRACK_OPEN, TRACK_OVERDUE, TRACK_SILENT, TRACK_CLOSED, TRACK_ALL };
/* What is wanted; NULL = any. */
struct track_filter {
    enum track_state state;
    const char *unit;    /* responsible or assisting; TRACK_SILENT: it has not reported itself */
    const char *meeting; /* the key of the one that decided it */
    const char *folded;
    const char *today; /* ISO; for TRACK_OVERDUE */
    const char *round; /* the key of the meeting reported for; TRACK_SILENT without one passes nothing */
};
bool track_passes(const struct track_filter *filter, const struct resolution *resolution);

/* Sort pointers by number, as numbers count (112-1-2 before 112-1-10); or by the due date in force, those
 * without one last, then by number. */
void track_sort_by_number(const struct resolution **v, size_t n);
void track_sort_by_due(const struct resolution **v, size_t n);

#endif

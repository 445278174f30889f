/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions that many screens ask, and how Enter leads through a form.
 */
#ifndef YISHI_TUI_SCREENS_ASK_H
#define YISHI_TUI_SCREENS_ASK_H

#include "core/calendar/date.h"
#include "tui/app.h"
#include "tui/widgets/form.h"

/* Ask for a day in any form that is typed, beginning with FIRST (no date: empty). MAY_BE_NONE: an empty
 * answer will do, and ISO is "". false: Esc. */
bool ask_day(struct app *app, const char *title, const char *help, struct date first, bool may_be_none,
             char iso[DATE_ISO_SIZE]);
/* A time, "14:00"; the same. FIRST in minutes, -1 = empty. */
bool ask_time(struct app *app, const char *title, const char *help, int first, char iso[TIME_ISO_SIZE]);

/* form_key, and once something was picked from a list the next field: Enter leads through the whole form. */
enum form_result form_walk(struct form *form, const struct key *key);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every screen's constructor: each opens it on top and says whether that worked (the error is shown). The one
 * place where screens know of each other.
 */
#ifndef YISHI_TUI_SCREENS_SCREENS_H
#define YISHI_TUI_SCREENS_SCREENS_H

#include "tui/app.h"

/* For app_run, which wants its first screen unopened; NULL: out of memory. */
struct screen *home_new(void);
struct screen *welcome_new(void);

bool home_push(struct app *app);
/* The database has no committee: set one up, look at the example, or import a record. */
bool welcome_push(struct app *app);
bool setup_push(struct app *app);
bool committee_push(struct app *app);
bool members_push(struct app *app);
bool register_push(struct app *app); /* all tracked decisions */
bool search_push(struct app *app);
/* All papers of a meeting. */
bool papers_push(struct app *app, int64_t meeting_id);
/* The journal of changes; of the meeting with this id and KEY alone, or of all (0, NULL). */
bool journal_push(struct app *app, int64_t meeting_id, const char *key);
bool settings_push(struct app *app); /* the desk's own, from yishi.ini */
bool keys_push(struct app *app);     /* which key each command has */

/* The database at PATH is damaged (WHY): its newest good backup is offered. UUID: whose backups; "" = not
 * known. When it was restored app->reopen is set. */
struct screen *rescue_new(const char *path, const char *uuid, const struct err *why);
bool rescue_push(struct app *app, const char *path, const char *uuid, const struct err *why);

/* A meeting, at the step that is to be done next. */
bool meeting_push(struct app *app, int64_t meeting_id);
/* Its seven steps. */
bool prepare_push(struct app *app, int64_t meeting_id);
bool agenda_push(struct app *app, int64_t meeting_id);
/* At this tracked decision; NULL = the first. */
bool tracking_push(struct app *app, int64_t meeting_id, const char *resolution);
bool checkin_push(struct app *app, int64_t meeting_id);
/* At this item; 0 = the first undecided. */
bool session_push(struct app *app, int64_t meeting_id, int64_t item_id);
/* The same with this statement chosen; 0 = none. */
bool session_push_at(struct app *app, int64_t meeting_id, int64_t item_id, int64_t statement_id);
bool minutes_push(struct app *app, int64_t meeting_id);
bool versions_push(struct app *app, int64_t meeting_id);
bool publish_push(struct app *app, int64_t meeting_id);

bool item_push(struct app *app, int64_t meeting_id, int64_t item_id);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The care of the database file while the program runs: whether it is sound, a backup a day, room on a full
 * disk, and whether it is still the file that was opened. Looks when nobody types; knows nothing of what is
 * in it.
 */
#ifndef YISHI_TUI_GUARD_H
#define YISHI_TUI_GUARD_H

#include "core/base/err.h"
#include "core/base/str.h"
#include "db/db.h"

#include <stdbool.h>
#include <stdint.h>

struct app;

enum { BALLAST_BYTES = 4 << 20, GUARD_IDLE_MS = 1000 };

struct guard {
    bool checked, check_failed; /* quick_check was made; it found something, or could not be made */
    bool shown;                 /* the damage, and what can be done */
    struct err why;             /* the damage */
    bool backup_told;           /* that a backup failed, once */
    bool moved;
    char backed_up[11];      /* the day's */
    int64_t looked_at_ms;    /* for the ballast */
    struct str marker;       /* this session's, in the state directory */
    int marker_fd;           /* locked while the session lives; -1 = none */
    struct str ballast_path; /* beside the database */
};

void guard_init(struct guard *guard);
/* The end of a session, a clean one: its marker goes. */
void guard_release(struct guard *guard);

/* Before the first screen, only looking: a session with the database UUID ended without taking its marker in
 * STATE_DIR away (a power cut, kill -9). */
bool guard_unclean(const char *state_dir, const char *uuid);
/* The first screen stands: leave this session's marker, and note which database the path is. */
void guard_started(struct app *app);
/* The first screen could not be loaded: where that is for damage, it and what can be done are shown instead.
 */
void guard_first_failed(struct app *app);
/* Nobody types: the one thing that is due, if any. */
void guard_idle(struct app *app);
/* The check must have been made before the first write. What is damaged refuses every write. */
void guard_before_write(struct app *app);
/* A write met a full disk: true when the ballast made room for one more try. */
bool guard_disk_full(struct app *app);

/* What db_check returned is damage of the file, not rows of another tool that belong to nothing. */
bool guard_is_damage(enum status status, const char *finding);
/* The UUID that the database at PATH had when it was last open; "" = not known. OUT has 37 bytes. */
void guard_known_uuid(const char *state_dir, const char *path, char out[37]);

#endif

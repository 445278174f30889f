/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Home shows, loaded: which meeting is worked on, and what is tracked.
 */
#include "tui/screens/home/home.h"

#include "core/tracking/reporting.h"

#include <string.h>

static bool line_over(const struct meeting_line *line)
{
    return line->end || line->has[STEP_ADJOURNED] || line->outcome == OUTCOME_FELL ||
           line->outcome == OUTCOME_CANCELLED;
}

/* The meeting that is worked on: the earliest that is still to be held, else the last one whose record is not
 * both out and confirmed: neither waits for the other. */
static const struct meeting_line *find_next(const struct home *home)
{
    const struct meeting_line *found = NULL;

    for (size_t i = 0; i < home->lines.n; i++) {
        const struct meeting_line *line = &home->lines.v[i];

        if (!line_over(line) &&
            (!found || !found->start || (line->start && strcmp(line->start, found->start) < 0)))
            found = line;
    }
    for (size_t i = 0; i < home->lines.n && !found; i++) {
        const struct meeting_line *line = &home->lines.v[i];

        if (line->has[STEP_PUBLISHED] && line->has[STEP_CONFIRMED])
            break; /* what lies before is old: nobody waits for it */
        if (line->outcome != OUTCOME_FELL && line->outcome != OUTCOME_CANCELLED)
            return line;
    }
    return found;
}

/* When it was decided: the day of its meeting, or of its source. */
static const char *decided_on(const struct home *home, const struct resolution *r)
{
    for (size_t i = 0; r->meeting && i < home->lines.n; i++)
        if (strcmp(home->lines.v[i].key, r->meeting) == 0)
            return home->lines.v[i].start;
    return r->source_date;
}

static enum status collect_open(struct home *home, struct date today, struct err *err)
{
    const struct resolutions *all = &home->resolutions;
    const struct track_filter silent = {.state = TRACK_SILENT, .round = home->next.meeting.key};
    char iso[DATE_ISO_SIZE];

    home->open = arena_take(&home->arena, (all->n + 1) * sizeof *home->open);
    if (!home->open)
        return err_memory(err);
    date_iso(iso, today);
    for (size_t i = 0; i < all->n; i++) {
        const struct resolution *r = &all->v[i];
        struct home_open *open = &home->open[home->n_open];
        const char *since = decided_on(home, r);
        struct moment moment = {.minutes = -1};

        if (!resolution_open(r))
            continue;
        *open = (struct home_open){r, -1, resolution_overdue(r, iso)};
        if (since && (moment_parse_iso(since, &moment) || date_parse_iso(since, &moment.date)))
            open->days = date_days_between(moment.date, today);
        home->n_silent += track_passes(&silent, r);
        home->n_overdue += open->overdue;
        home->n_open++;
    }
    return STATUS_OK;
}

void home_forget(struct home *home)
{
    snapshot_release(&home->next);
    arena_release(&home->arena);
    home->lines = (struct meeting_lines){NULL, 0};
    home->resolutions = (struct resolutions){NULL, 0};
    home->members = (struct members){NULL, 0};
    home->open = NULL;
    home->filled = NULL;
    home->n_open = home->n_overdue = home->n_silent = 0;
    memset(&home->committee, 0, sizeof home->committee);
}

static enum status load_next(struct app *app, struct home *home, const struct meeting_line *line,
                             struct err *err)
{
    enum status status = snapshot_load(app->db, line->id, &home->next, err);

    if (!status) {
        home->committee = home->next.committee;
        home->members = home->next.members;
        home->resolutions = home->next.resolutions;
        home->deadlines = frame_deadlines(&home->next);
        status = frame_rail_of(&home->next, app_today(app), &home->rail, err);
    }
    return status;
}

/* Where no meeting is worked on, what the meeting would have brought along. */
static enum status load_committee(struct app *app, struct home *home, struct err *err)
{
    enum status status =
        committee_load(app->db, app->committee_id, &home->arena, &home->committee, &home->members, err);

    if (!status)
        status = resolutions_load(app->db, app->committee_id, &home->arena, &home->resolutions, err);
    return status;
}

static enum status load(struct app *app, struct home *home, struct err *err)
{
    const struct meeting_line *next;
    enum status status = meeting_list(app->db, app->committee_id, &home->arena, &home->lines, err);

    if (!status && !(home->filled = arena_take(&home->arena, (home->lines.n + 1) * sizeof *home->filled)))
        status = err_memory(err);
    if (status)
        return status;
    next = find_next(home);
    status = next ? load_next(app, home, next, err) : load_committee(app, home, err);
    if (!status)
        status = collect_open(home, app_today(app), err);
    return status;
}

enum status home_load(struct app *app, struct screen *screen, struct err *err)
{
    struct home *home = (struct home *)screen;
    enum status status;

    home_forget(home);
    if (!app->committee_id)
        return STATUS_OK;
    status = read_begin(app->db, err);
    if (!status) {
        status = load(app, home, err);
        read_end(app->db);
    }
    if (status)
        home_forget(home);
    list_view_reload(&home->meetings);
    list_view_reload(&home->tracked);
    if (!home->n_open)
        home->on_tracked = false;
    return status;
}

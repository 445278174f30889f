/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each kind of text is stored and how its points are numbered: for the full-screen text, typed anew or
 * offered back after a crash.
 */
#include "core/paper/minutes.h"
#include "tui/screens/text/text_site.h"

#include <stdlib.h>
#include <string.h>

static void site_free(void *context)
{
    struct text_site *site = context;

    frame_release(&site->frame);
    free(site);
}

/* ---- what stands there ---------------------------------------------------------------------------- */

static const struct round *round_of(const struct text_site *site)
{
    return resolution_round(site->resolution, site->frame.s.meeting.key);
}

/* The unit's own report in the round; NULL: none yet. */
static const struct report *report_of(const struct text_site *site)
{
    const struct round *round = round_of(site);

    for (size_t i = 0; round && i < round->reports.n; i++)
        if (text_same(round->reports.v[i].unit, site->place.speaker))
            return &round->reports.v[i];
    return NULL;
}

static const struct outline *stored_outline(const struct text_site *site)
{
    switch (site->place.kind) {
    case DRAFT_EXPLANATION:
        return &site->item->explanation;
    case DRAFT_PROPOSAL:
        return &site->item->proposal;
    case DRAFT_DECISION:
        return item_decision(site->item) ? &item_decision(site->item)->points : NULL;
    case DRAFT_STATEMENT:
        return &site->statement->points;
    case DRAFT_PROGRESS:
        return round_of(site) ? &round_of(site)->progress : NULL;
    case DRAFT_RULING:
        return round_of(site) ? &round_of(site)->ruling_text : NULL;
    case DRAFT_INSTRUCTION:
        return &site->resolution->instruction;
    case DRAFT_REPORT:
        return report_of(site) ? &report_of(site)->progress : NULL;
    case DRAFT_NONE:
    case DRAFT_SAYING:
    case DRAFT_TITLE:
    case DRAFT_UNIT:
    case DRAFT_CELL:
    case DRAFT_CELL_TEXT:
    case DRAFT_NOTES:
    case DRAFT_KINDS:
        break;
    }
    return NULL;
}

/* At which level of the paper's numbers its points begin. */
static int level_of(const struct text_site *site)
{
    const struct snapshot *s = &site->frame.s;

    if (site->statement)
        return minutes_statement_level(s, site->frame.style, site->item, site->statement);
    if (site->item)
        return minutes_points_level(s, site->frame.style, site->item);
    return 2; /* below the tracked decision's own number in its section */
}

/* ---- storing -------------------------------------------------------------------------------------- */

static enum status store_decision(struct app *app, const struct text_site *site, const struct stamp *stamp,
                                  const struct outline *outline, struct err *err)
{
    const struct snapshot *s = &site->frame.s;
    const struct decision *old = item_decision(site->item);
    struct decision wanted;
    char time[TIME_ISO_SIZE];

    if (old) {
        wanted = *old;
    } else {
        entity_defaults(&decision_entity, &wanted);
        wanted.kind = DECISION_CUSTOM;
    }
    wanted.points = *outline;
    return decision_save(app->db, stamp, s, site->item, &wanted,
                         !old && meeting_clock(&s->meeting, app_moment(app), time) ? time : NULL, err);
}

static enum status store_round(struct app *app, const struct text_site *site, const struct stamp *stamp,
                               const struct outline *outline, struct err *err)
{
    const struct round *old = round_of(site);
    struct round wanted;

    if (old)
        wanted = *old;
    else
        entity_defaults(&round_entity, &wanted);
    if (site->place.kind == DRAFT_PROGRESS)
        wanted.progress = *outline;
    else
        wanted.ruling_text = *outline;
    return round_save(app->db, stamp, &site->frame.s, site->resolution, &wanted, err);
}

/* The round with the unit's report as OUTLINE says, dated today. */
static enum status store_report(struct app *app, const struct text_site *site, const struct stamp *stamp,
                                const struct outline *outline, struct err *err)
{
    const struct round *old = round_of(site);
    const struct report *known = report_of(site);
    const size_t n = old ? old->reports.n : 0, at = old && known ? (size_t)(known - old->reports.v) : n;
    struct report *reports = calloc(n + 1, sizeof *reports);
    struct round wanted;
    char today[DATE_ISO_SIZE];
    enum status status;

    if (!reports)
        return err_memory(err);
    entity_defaults(&round_entity, &wanted);
    entity_defaults(&report_entity, &reports[n]);
    if (old)
        wanted = *old;
    if (n)
        memcpy(reports, old->reports.v, n * sizeof *reports);
    reports[at].unit = site->place.speaker;
    reports[at].on = frame_today(app, today);
    reports[at].progress = *outline;
    wanted.reports.v = reports;
    wanted.reports.n = known ? n : n + 1;
    status = round_save(app->db, stamp, &site->frame.s, site->resolution, &wanted, err);
    free(reports);
    return status;
}

static enum status store(struct app *app, void *context, const struct stamp *stamp, struct outline *outline,
                         bool replace, struct err *err)
{
    struct text_site *site = context;
    enum status status = site->stale || replace ? text_site_load(app, site, err) : STATUS_OK;
    const struct snapshot *s = &site->frame.s;
    struct item item;
    struct statement statement;
    struct resolution resolution;

    if (status)
        return status;
    switch (site->place.kind) {
    case DRAFT_EXPLANATION:
    case DRAFT_PROPOSAL:
        item = *site->item;
        *(site->place.kind == DRAFT_PROPOSAL ? &item.proposal : &item.explanation) = *outline;
        status = item_save(app->db, stamp, s, site->item, &item, err);
        break;
    case DRAFT_DECISION:
        status = store_decision(app, site, stamp, outline, err);
        break;
    case DRAFT_STATEMENT:
        statement = *site->statement;
        statement.points = *outline;
        status = statement_save(app->db, stamp, s, site->item, site->statement, &statement, err);
        break;
    case DRAFT_PROGRESS:
    case DRAFT_RULING:
        status = store_round(app, site, stamp, outline, err);
        break;
    case DRAFT_INSTRUCTION:
        resolution = *site->resolution;
        resolution.instruction = *outline;
        status = resolution_save(app->db, stamp, s->committee.row.id, site->resolution, &resolution, err);
        break;
    case DRAFT_REPORT:
        status = store_report(app, site, stamp, outline, err);
        break;
    case DRAFT_NONE:
    case DRAFT_SAYING:
    case DRAFT_TITLE:
    case DRAFT_UNIT:
    case DRAFT_CELL:
    case DRAFT_CELL_TEXT:
    case DRAFT_NOTES:
    case DRAFT_KINDS:
        return err_set(err, STATUS_MISSING, CODE_NONE, NULL, NULL, NULL);
    }
    site->stale = !status;
    return status;
}

static enum status stored(struct app *app, void *context, struct arena *arena, struct outline *out,
                          struct err *err)
{
    const enum status status = text_site_load(app, context, err);
    const struct outline *outline = status ? NULL : stored_outline(context);

    (void)arena;
    *out = outline ? *outline : (struct outline){NULL, 0};
    return status;
}

/* ---- opening -------------------------------------------------------------------------------------- */

static enum status check(const struct text_site *site, struct err *err)
{
    const struct snapshot *s = &site->frame.s;

    if (text_site_has_meeting(site) && frame_is_confirmed(&site->frame))
        return err_set(err, STATUS_NO, CODE_MEETING_CONFIRMED, NULL, s->meeting.key, NULL);
    if (site->place.kind == DRAFT_DECISION &&
        (s->meeting.outcome == OUTCOME_FELL || s->meeting.outcome == OUTCOME_TALK))
        return err_set(err, STATUS_NO, CODE_MEETING_FELL, NULL, s->meeting.key, NULL);
    return STATUS_OK;
}

static bool push(struct app *app, struct text_site *site, const struct text_start *start)
{
    struct str title = STR_INIT, label = STR_INIT, name = STR_INIT;
    struct text_job job = {.store = store, .stored = stored, .release = site_free, .context = site};
    bool pushed;

    text_site_words(site, 0, &title);
    str_printf(&label, _("%s：%s"), text_site_has_meeting(site) ? site->frame.s.meeting.key : _("列管"),
               title.text);
    draft_place_name(&site->place, &name);
    job.title = title.text;
    job.label = label.text;
    job.place = name.text;
    job.numbering = frame_numbering(&site->frame, level_of(site));
    pushed = text_push(app, &job, stored_outline(site), start);
    str_release(&title);
    str_release(&label);
    str_release(&name);
    return pushed;
}

bool text_open(struct app *app, const struct draft_place *place, const struct text_start *start)
{
    struct text_site *site = calloc(1, sizeof *site);
    struct err err = {0};
    enum status status = site ? STATUS_OK : err_memory(&err);

    if (!status) {
        site->place = *place;
        status = text_site_load(app, site, &err);
    }
    if (!status)
        status = check(site, &err);
    if (!status)
        return push(app, site, start);
    if (err.code == CODE_NONE)
        app_message(app, ROLE_BAD, "%s", _("這段文字所屬的資料已經不在了。"));
    else
        app_error(app, &err);
    if (site)
        site_free(site);
    return false;
}

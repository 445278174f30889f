/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying from the file to the last meeting: loads, hands over to the parts, collects.
 */
#include "core/verify/verify.h"

#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/verify/verify_parts.h"
#include "db/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- collecting ------------------------------------------------------------------------------ */

static struct finding *next_finding(struct verifying *v)
{
    if (v->n == v->room) {
        size_t room = v->room ? v->room * 2 : 64;
        struct finding *more = room <= SIZE_MAX / sizeof *more ? realloc(v->v, room * sizeof *more) : NULL;

        if (!more) {
            v->failed = true;
            return NULL;
        }
        v->v = more;
        v->room = room;
    }
    return &v->v[v->n++];
}

struct finding *verify_add(struct verifying *v, enum finding_kind kind, bool warning, const char *place,
                           const char *what, ...)
{
    const char *prefix = v->prefix; /* "" before the committees are gone through */
    struct finding *finding = next_finding(v);
    char text[ERR_TEXT_BYTES] = "";
    va_list args;

    if (!finding)
        return NULL;
    va_start(args, what);
    if (what)
        (void)vsnprintf(text, sizeof text, what, args);
    va_end(args);
    *finding = (struct finding){.kind = kind, .warning = warning, .gender = UNKNOWN};
    finding->place = arena_printf(v->arena, "%s%s", prefix, place);
    finding->what = arena_text(v->arena, text, strlen(text));
    v->failed |= !finding->place || !finding->what;
    return finding;
}

const char *verify_item_place(struct verifying *v, const struct meeting *meeting, const struct item *item)
{
    const char *place =
        item->key ? arena_printf(v->arena, "%s %s", meeting->key, item->key)
                  : arena_printf(v->arena, "%s items[%zu]", meeting->key, (size_t)(item - meeting->items.v));

    v->failed |= !place;
    return place ? place : meeting->key;
}

bool verify_was_held(const struct meeting *m)
{
    if (m->outcome != UNKNOWN && m->outcome != OUTCOME_HELD)
        return false;
    return m->outcome == OUTCOME_HELD || m->end || m->opened || meeting_milestone(m, STEP_OPENED) ||
           meeting_milestone(m, STEP_ADJOURNED);
}

void verify_day(const struct meeting *meeting, char out[11])
{
    out[0] = '\0';
    if (meeting->start && strlen(meeting->start) >= DATE_ISO_SIZE - 1) {
        memcpy(out, meeting->start, DATE_ISO_SIZE - 1);
        out[DATE_ISO_SIZE - 1] = '\0';
    }
}

/* ---- the database and its committees --------------------------------------------------------- */

static enum status verify_file(struct verifying *v, struct db *db, struct err *err)
{
    const char *text = NULL;
    struct err found = {0};
    enum status status = db_check(db, &text, &found);

    if (status == STATUS_NO) {
        verify_add(v, FINDING_DATABASE, false, db_path(db), "%s", text ? text : "");
        return STATUS_OK;
    }
    if (status && err)
        *err = found;
    return status;
}

static enum status load_list(struct db *db, const struct entity *e, int64_t committee_id, struct arena *arena,
                             struct list *list, struct err *err)
{
    return tree_load(db, e, e == &committee_entity ? TREE_BY_ID : TREE_BY_COMMITTEE, committee_id, arena,
                     list, err);
}

static enum status load_committee(struct db *db, int64_t committee_id, struct arena *arena,
                                  struct verified *out, struct err *err)
{
    struct list committees, members, meetings, resolutions;
    enum status status = load_list(db, &committee_entity, committee_id, arena, &committees, err);

    if (!status && !committees.n)
        status = err_set(err, STATUS_MISSING, CODE_RECORD_NO_COMMITTEE, NULL, NULL, NULL);
    if (!status)
        status = load_list(db, &member_entity, committee_id, arena, &members, err);
    if (!status)
        status = load_list(db, &meeting_entity, committee_id, arena, &meetings, err);
    if (!status)
        status = load_list(db, &resolution_entity, committee_id, arena, &resolutions, err);
    if (status)
        return status;
    memcpy(&out->committee, committees.v, sizeof out->committee);
    out->members = (struct members){members.v, members.n};
    out->meetings = (struct meetings){meetings.v, meetings.n};
    for (size_t i = 0; i < meetings.n; i++)
        meeting_arrange(&out->meetings.v[i]);
    out->resolutions = (struct resolutions){resolutions.v, resolutions.n};
    return STATUS_OK;
}

/* One meeting as a snapshot has it, borrowed from ALL. */
static enum status verify_one(struct verifying *v, struct db *db, const struct verified *all,
                              const struct meeting *meeting, struct err *err)
{
    char day[DATE_ISO_SIZE];
    struct snapshot s = {.committee = all->committee,
                         .members = all->members,
                         .meeting = *meeting,
                         .composition_frozen = meeting->composition.n > 0,
                         .resolutions = all->resolutions};
    enum status status = STATUS_OK;

    verify_day(meeting, day);
    s.date = day[0] ? day : NULL;
    s.rule = rule_at(&all->committee, s.date);
    if (!s.composition_frozen)
        status = composition_at(&all->members, s.date, v->arena, &s.meeting, err);
    if (status)
        return status;
    verify_meeting(v, &s);
    verify_merge(v, &s);
    verify_motions(v, &s);
    return verify_papers(v, db, meeting, err);
}

static enum status verify_committee(struct verifying *v, struct db *db, int64_t committee_id, struct err *err)
{
    struct verified all;
    enum status status = load_committee(db, committee_id, v->arena, &all, err);

    for (size_t i = 0; i < all.meetings.n && !status; i++)
        status = verify_one(v, db, &all, &all.meetings.v[i], err);
    if (!status)
        verify_series(v, &all);
    if (!status)
        status = verify_kin(v, &all.resolutions, err);
    return status;
}

static enum status verify_committees(struct verifying *v, struct db *db, int64_t committee_id,
                                     struct err *err)
{
    struct committee_lines lines;
    enum status status = committee_list(db, v->arena, &lines, err);

    for (size_t i = 0; i < lines.n && !status; i++) {
        if (committee_id && lines.v[i].id != committee_id)
            continue;
        v->prefix = committee_id || lines.n == 1 ? "" : arena_printf(v->arena, "%s:", lines.v[i].key);
        if (!v->prefix)
            return err_memory(err);
        status = verify_committee(v, db, lines.v[i].id, err);
    }
    return status;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static enum status hand_over(struct verifying *v, struct findings *out, struct err *err)
{
    out->v = arena_take(v->arena, v->n * sizeof *out->v);
    if (!out->v || v->failed)
        return err_memory(err);
    if (v->n)
        memcpy(out->v, v->v, v->n * sizeof *out->v);
    out->n = v->n;
    for (size_t i = 0; i < out->n; i++)
        out->warnings += out->v[i].warning;
    return STATUS_OK;
}

enum status verify_all(struct db *db, int64_t committee_id, const struct office_calendar *calendar,
                       const char *today, struct arena *arena, struct findings *out, struct err *err)
{
    struct verifying v = {.arena = arena, .calendar = calendar, .today = today, .prefix = ""};
    enum status status = read_begin(db, err);

    *out = (struct findings){.n = 0};
    if (status)
        return status;
    status = verify_file(&v, db, err);
    if (!status)
        status = verify_data(&v, db, err);
    if (!status)
        status = verify_journal(&v, db, err);
    if (!status)
        status = verify_committees(&v, db, committee_id, err);
    read_end(db);
    if (!status)
        status = hand_over(&v, out, err);
    free(v.v);
    return status;
}

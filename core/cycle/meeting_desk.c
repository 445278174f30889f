/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing a meeting's own fields and its milestones; opening and adjourning it.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/cycle/change.h"

#include <stdlib.h>
#include <string.h>

static struct tree_place meeting_place(const struct snapshot *s)
{
    return (struct tree_place){
        .owner = "committee", .owner_id = s->committee.row.id, .field = "", .committee = s->committee.row.id};
}

/* As it is stored: a composition that was only filled in is none. */
static struct meeting stored_meeting(const struct snapshot *s)
{
    struct meeting stored = s->meeting;

    if (!s->composition_frozen)
        stored.composition.n = 0;
    return stored;
}

/* WANTED's own fields over what is stored. */
static enum status put_meeting(struct db *db, const struct snapshot *s, struct meeting *wanted,
                               struct err *err)
{
    const struct tree_place place = meeting_place(s);
    const struct meeting stored = stored_meeting(s);

    return tree_put(db, &meeting_entity, &place, &stored, wanted, err);
}

enum status meeting_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                         struct meeting *wanted, struct err *err)
{
    struct meeting stored = stored_meeting(s), row = *wanted;
    enum status status;

    if (!person_none(&wanted->acting) &&
        (!wanted->acting.member || !member_find(&s->members, wanted->acting.member)))
        return err_set(err, STATUS_NO, CODE_CHAIR_NOT_MEMBER, NULL, NULL, NULL);
    /* only its own fields: the lists are other operations' */
    for (size_t i = 0; i < meeting_entity.n_fields; i++)
        if (meeting_entity.fields[i].type == FIELD_LIST)
            field_set_list(&meeting_entity.fields[i], &row, field_list(&meeting_entity.fields[i], &stored));
    status = change_begin(db, stamp, s, err);
    return status ? status : write_end(db, put_meeting(db, s, &row, err), err);
}

static enum status freeze_labels(struct db *db, const struct snapshot *s, const char *const *labels,
                                 struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "items");
    enum status status = STATUS_OK;

    for (size_t i = 0; labels && i < s->meeting.items.n && !status; i++) {
        struct item item = s->meeting.items.v[i];

        if (!labels[i] || !*labels[i])
            continue;
        item.label = labels[i];
        status = tree_put(db, &item_entity, &place, &s->meeting.items.v[i], &item, err);
    }
    return status;
}

/* The sending is taken back: the items' numbers go by their order again. */
static enum status release_labels(struct db *db, const struct snapshot *s, struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "items");
    enum status status = STATUS_OK;

    for (size_t i = 0; i < s->meeting.items.n && !status; i++) {
        struct item item = s->meeting.items.v[i];

        if (!item.label)
            continue;
        item.label = NULL;
        status = tree_put(db, &item_entity, &place, &s->meeting.items.v[i], &item, err);
    }
    return status;
}

static enum status put_milestone(struct db *db, const struct snapshot *s, struct milestone *wanted,
                                 struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "milestones");
    const struct milestone *old = meeting_milestone(&s->meeting, (enum step)wanted->step);
    size_t n = s->meeting.milestones.n;

    if (old)
        wanted->row = old->row;
    else
        wanted->row.position = n ? s->meeting.milestones.v[n - 1].row.position + 1 : 0;
    return tree_put(db, &milestone_entity, &place, old, wanted, err);
}

/* With the confirmation the members' names are the minutes' own: the freeze holds them. */
static enum status freeze_names(struct db *db, const struct snapshot *s, struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "composition");
    enum status status = STATUS_OK;

    for (size_t i = 0; s->composition_frozen && i < s->meeting.composition.n && !status; i++) {
        const struct seat *old = &s->meeting.composition.v[i];
        const struct member *member = member_find(&s->members, old->member);
        struct seat seat = *old;

        if (!member)
            continue;
        seat.surname = member->surname;
        seat.given = member->given;
        status = tree_put(db, &seat_entity, &place, old, &seat, err);
    }
    return status;
}

static bool stays_open(int step)
{
    return step == STEP_CONFIRMED || step == STEP_PUBLISHED || step == STEP_REPORTED;
}

enum status milestone_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           struct milestone *wanted, const char *const *labels, struct err *err)
{
    enum status status =
        stays_open(wanted->step) ? write_begin(db, stamp, err) : change_begin(db, stamp, s, err);

    if (status)
        return status;
    if (wanted->step == STEP_SENT)
        status = freeze_labels(db, s, labels, err);
    if (!status && (wanted->step == STEP_CANCELLED || wanted->step == STEP_POSTPONED)) {
        struct meeting meeting = stored_meeting(s);

        meeting.outcome = wanted->step == STEP_CANCELLED ? OUTCOME_CANCELLED : OUTCOME_POSTPONED;
        status = put_meeting(db, s, &meeting, err);
    }
    if (!status && wanted->step == STEP_CONFIRMED && !meeting_is_confirmed(&s->meeting))
        status = freeze_names(db, s, err);
    if (!status)
        status = put_milestone(db, s, wanted, err);
    return write_end(db, status, err);
}

enum status milestone_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             enum step step, struct err *err)
{
    const struct milestone *old = meeting_milestone(&s->meeting, step);
    struct meeting meeting = stored_meeting(s);
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "milestones");
    enum status status;

    if (!old)
        return STATUS_OK;
    status = stays_open((int)step) && step != STEP_CONFIRMED ? write_begin(db, stamp, err)
                                                             : change_begin(db, stamp, s, err);
    if (status)
        return status;
    if (step == STEP_CANCELLED || step == STEP_POSTPONED || step == STEP_ADJOURNED || step == STEP_OPENED) {
        meeting.outcome = UNKNOWN;
        if (step == STEP_ADJOURNED)
            meeting.end = NULL;
        if (step == STEP_OPENED)
            meeting.opened = NULL;
        status = put_meeting(db, s, &meeting, err);
    }
    if (!status && step == STEP_SENT)
        status = release_labels(db, s, err);
    if (!status)
        status = tree_put(db, &milestone_entity, &place, old, NULL, err);
    return write_end(db, status, err);
}

/* The composition as it is today becomes the meeting's own. */
static enum status freeze_composition(struct db *db, const struct snapshot *s, struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "composition");

    if (s->composition_frozen)
        return STATUS_OK;
    return tree_merge(db, &seat_entity, &place, (struct list){NULL, 0}, AS_LIST(s->meeting.composition), err);
}

enum status meeting_open(struct db *db, const struct stamp *stamp, const struct snapshot *s, const char *date,
                         const char *time, enum outcome outcome, struct err *err)
{
    struct meeting meeting = stored_meeting(s);
    struct milestone opened;
    struct str start = STR_INIT;
    enum status status = change_begin(db, stamp, s, err);

    if (status)
        return status;
    str_printf(&start, "%sT%s", date, time);
    if (!meeting.start)
        meeting.start = start.text;
    meeting.opened = time;
    meeting.outcome = outcome == OUTCOME_HELD ? UNKNOWN : (int)outcome; /* held is said when it has ended */
    entity_defaults(&milestone_entity, &opened);
    opened.step = STEP_OPENED;
    opened.date = date;
    opened.by = stamp->who;
    status = str_failed(&start) ? err_memory(err) : put_meeting(db, s, &meeting, err);
    if (!status)
        status = freeze_composition(db, s, err);
    if (!status && outcome != OUTCOME_FELL)
        status = put_milestone(db, s, &opened, err);
    status = write_end(db, status, err);
    str_release(&start);
    return status;
}

static enum status leave_undiscussed(struct db *db, const struct snapshot *s, int *undiscussed,
                                     struct err *err)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < s->meeting.items.n && !status; i++) {
        const struct item *item = &s->meeting.items.v[i];
        const struct tree_place place = change_place(s, &item_entity, item->row.id, "decision");
        struct decision decision;

        if (!item_left_over(item))
            continue;
        entity_defaults(&decision_entity, &decision);
        decision.kind = DECISION_UNDISCUSSED;
        status = tree_put(db, &decision_entity, &place, NULL, &decision, err);
        (*undiscussed)++;
    }
    return status;
}

/* The next meeting, where it is in preparation already: what was left over goes there. */
static enum status carry_to_next(struct db *db, const struct snapshot *s, struct err *err)
{
    static const char sql[] =
        "SELECT m.id FROM meeting m WHERE m.committee_id = $1 AND m.kind = 'regular' AND m.started > $2"
        " AND m.outcome IS NULL AND NOT EXISTS (SELECT 1 FROM milestone s WHERE s.meeting_id = m.id"
        " AND s.step IN ('sent', 'opened')) ORDER BY m.started LIMIT 1";
    struct stmt *stmt = NULL;
    int64_t next = 0;
    int n = 0;
    enum status status = stmt_begin(db, &stmt, sql, err);

    if (status)
        return status;
    stmt_int(stmt, 1, s->committee.row.id);
    stmt_text(stmt, 2, s->meeting.start ? s->meeting.start : "");
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        next = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    if (status == STATUS_NO)
        status = STATUS_OK;
    return status || !next ? status : carry_into(db, next, &n, err);
}

enum status meeting_adjourn(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            const char *end, int *undiscussed, struct err *err)
{
    struct meeting meeting = stored_meeting(s);
    struct milestone adjourned;
    char date[11] = "";
    enum status status = change_begin(db, stamp, s, err);

    *undiscussed = 0;
    if (status)
        return status;
    memcpy(date, end, strlen(end) < 10 ? strlen(end) : 10);
    meeting.end = end;
    if (meeting.outcome == UNKNOWN)
        meeting.outcome = OUTCOME_HELD;
    entity_defaults(&milestone_entity, &adjourned);
    adjourned.step = STEP_ADJOURNED;
    adjourned.date = date;
    adjourned.by = stamp->who;
    status = put_meeting(db, s, &meeting, err);
    if (!status)
        status = put_milestone(db, s, &adjourned, err);
    if (!status && meeting.outcome == OUTCOME_HELD)
        status = leave_undiscussed(db, s, undiscussed, err);
    if (!status)
        status = carry_to_next(db, s, err);
    return write_end(db, status, err);
}

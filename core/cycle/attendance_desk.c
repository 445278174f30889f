/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Check-in: who is here, who stands in for whom, who looks on. A correction counts the quorum that
 * stands with the decisions again.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/cycle/change.h"

#include <string.h>

/* What the decision's quorum would be by what is stored now. */
static bool recount(const struct snapshot *s, const struct item *item, struct decision *d)
{
    struct quorum q;
    int minutes;

    if (!d->at || !time_parse_iso(d->at, &minutes) || !quorum_recorded(&s->meeting))
        return false;
    q = snapshot_quorum(s, minutes, item);
    d->present = q.present;
    d->in_office = q.in_office;
    d->civil = q.civil;
    d->met = q.verdict == QUORUM_UNKNOWN ? UNKNOWN : q.verdict == QUORUM_MET;
    return true;
}

enum status decisions_recount(struct db *db, int64_t meeting_id, struct err *err)
{
    struct snapshot s = SNAPSHOT_INIT;
    enum status status = snapshot_load(db, meeting_id, &s, err);

    for (size_t i = 0; !status && i < s.meeting.items.n; i++) {
        const struct item *item = &s.meeting.items.v[i];
        const struct tree_place place = change_place(&s, &item_entity, item->row.id, "decision");
        struct decision d;

        if (!item->decision.n)
            continue;
        d = item->decision.v[0];
        if (recount(&s, item, &d))
            status = tree_put(db, &decision_entity, &place, &item->decision.v[0], &d, err);
    }
    snapshot_release(&s);
    return status;
}

/* 要點七: only who represents an agency sends somebody. Nobody stands in for himself. */
static enum status check_delegate(const struct snapshot *s, const char *member, const struct person *delegate,
                                  struct err *err)
{
    const struct seat *seat = meeting_seat(&s->meeting, member);
    const struct member *who = member_find(&s->members, member);

    if (seat && seat->kind == KIND_CIVIL)
        return err_set(err, STATUS_NO, CODE_DELEGATE_CIVIL, NULL, who ? who->surname : member,
                       who ? who->given : NULL);
    if (delegate->member && text_same(delegate->member, member))
        return err_set(err, STATUS_NO, CODE_DELEGATE_SELF, NULL, who ? who->surname : member,
                       who ? who->given : NULL);
    return STATUS_OK;
}

static enum status check_attendance(const struct snapshot *s, const struct attendance *wanted,
                                    struct err *err)
{
    enum status status = STATUS_OK;

    if (wanted->status == PRESENCE_DELEGATE || wanted->reply == PRESENCE_DELEGATE)
        status = check_delegate(s, wanted->member, &wanted->delegate, err);
    for (size_t i = 0; i < wanted->stays.n && !status; i++)
        if (!person_none(&wanted->stays.v[i].delegate))
            status = check_delegate(s, wanted->member, &wanted->stays.v[i].delegate, err);
    return status;
}

static enum status put_attendance(struct db *db, const struct snapshot *s, struct attendance *wanted,
                                  struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "attendance");
    const struct attendance *old = meeting_attendance(&s->meeting, wanted->member);
    const struct seat *seat = meeting_seat(&s->meeting, wanted->member);

    if (!old) /* in the order of the seats, whoever comes first */
        wanted->row.position = seat ? seat - s->meeting.composition.v : (int64_t)s->meeting.composition.n;
    return tree_put(db, &attendance_entity, &place, old, wanted, err);
}

enum status attendance_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            struct attendance *wanted, struct err *err)
{
    enum status status = check_attendance(s, wanted, err);

    if (status || (status = change_begin(db, stamp, s, err)))
        return status;
    status = put_attendance(db, s, wanted, err);
    if (!status)
        status = decisions_recount(db, s->meeting.row.id, err);
    return write_end(db, status, err);
}

enum status attendance_as_replied(struct db *db, const struct stamp *stamp, const struct snapshot *s, int *n,
                                  struct err *err)
{
    enum status status = change_begin(db, stamp, s, err);

    *n = 0;
    if (status)
        return status;
    for (size_t i = 0; i < s->meeting.attendance.n && !status; i++) {
        struct attendance wanted = s->meeting.attendance.v[i];

        if (wanted.status != UNKNOWN || wanted.reply == UNKNOWN)
            continue;
        wanted.status = wanted.reply;
        status = check_attendance(s, &wanted, err);
        if (!status)
            status = put_attendance(db, s, &wanted, err);
        (*n)++;
    }
    if (!status)
        status = decisions_recount(db, s->meeting.row.id, err);
    return write_end(db, status, err);
}

enum status attendance_rest(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                            enum presence presence, int *n, struct err *err)
{
    enum status status = change_begin(db, stamp, s, err);

    *n = 0;
    if (status)
        return status;
    for (size_t i = 0; i < s->meeting.composition.n && !status; i++) {
        const char *member = s->meeting.composition.v[i].member;
        const struct attendance *old = meeting_attendance(&s->meeting, member);
        struct attendance wanted;

        if (old && old->status != UNKNOWN)
            continue;
        entity_defaults(&attendance_entity, &wanted);
        if (old)
            wanted = *old;
        wanted.member = member;
        wanted.status = (int)presence;
        status = put_attendance(db, s, &wanted, err);
        (*n)++;
    }
    if (!status)
        status = decisions_recount(db, s->meeting.row.id, err);
    return write_end(db, status, err);
}

enum status observers_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                           struct observer *v, size_t n, struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "observers");
    enum status status = change_begin(db, stamp, s, err);

    if (status)
        return status;
    status =
        tree_merge(db, &observer_entity, &place, AS_LIST(s->meeting.observers), (struct list){v, n}, err);
    return write_end(db, status, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk's operations as a table: whoever adds a call to core/cycle/desk.h adds a line at the end.
 * Each changes something in the office as it begins, in one change set.
 */
#include "tests/torture/office/operations.h"

#include <stdio.h>
#include <string.h>

/* ---- committee and members ----------------------------------------------------------------------- */

static struct member some_member(const char *given, struct appointment *appointment)
{
    struct member member;

    entity_defaults(&member_entity, &member);
    entity_defaults(&appointment_entity, appointment);
    member.surname = "夏侯";
    member.given = given;
    appointment->kind = KIND_AGENCY;
    member.appointments.v = appointment;
    member.appointments.n = 1;
    return member;
}

static enum status run_committee_create(struct office *o, struct err *err)
{
    struct appointment appointment;
    struct member member = some_member("潮", &appointment);
    struct members members = {&member, 1};
    struct committee committee;
    struct rule rule;
    int64_t id;

    entity_defaults(&committee_entity, &committee);
    rule_preset(&rule);
    committee.name = "雨量小組";
    committee.rules.v = &rule;
    committee.rules.n = 1;
    return committee_create(o->db, &office_stamp, &committee, &members, &o->arena, &id, err);
}

static enum status run_committee_save(struct office *o, struct err *err)
{
    struct committee wanted = o->s.committee;

    wanted.agency = "水文部本部";
    return committee_save(o->db, &office_stamp, &o->s.committee, &wanted, err);
}

static enum status run_member_add(struct office *o, struct err *err)
{
    struct appointment appointment;
    struct member member = some_member("浪", &appointment);

    return member_save(o->db, &office_stamp, o->committee, NULL, &member, err);
}

static enum status run_member_change(struct office *o, struct err *err)
{
    struct member wanted = o->s.members.v[1];

    wanted.given = "湖生";
    return member_save(o->db, &office_stamp, o->committee, &o->s.members.v[1], &wanted, err);
}

/* m07 stands in no meeting of the record, but in the compositions since: one that was just added goes. */
static enum status run_member_remove(struct office *o, struct err *err)
{
    enum status status = write_begin(o->db, &office_stamp, err);

    if (status != STATUS_OK)
        return status;
    status = run_member_add(o, err);
    if (status == STATUS_OK)
        status = office_load(o, NOW, err);
    if (status == STATUS_OK)
        status =
            member_save(o->db, &office_stamp, o->committee, &o->s.members.v[o->s.members.n - 1], NULL, err);
    return write_end(o->db, status, err);
}

static enum status run_members_add(struct office *o, struct err *err)
{
    struct appointment appointment[2];
    struct member member[] = {some_member("湧", &appointment[0]), some_member("渦", &appointment[1])};
    struct members members = {member, 2};

    return members_add(o->db, &office_stamp, o->committee, &members, err);
}

static enum status run_member_move(struct office *o, struct err *err)
{
    return member_move(o->db, &office_stamp, o->committee, &o->s.members, 2, -1, err);
}

/* ---- the meeting --------------------------------------------------------------------------------- */

static enum status run_meeting_create(struct office *o, struct err *err)
{
    int64_t id;

    return meeting_create(o->db, &office_stamp, o->committee, "2024-08-01", MEETING_REGULAR, &id, err);
}

static enum status run_meeting_save(struct office *o, struct err *err)
{
    struct meeting wanted = o->s.meeting;

    wanted.place = "第9會議室";
    wanted.title = "延期會議";
    return meeting_save(o->db, &office_stamp, &o->s, &wanted, err);
}

static enum status run_milestone_save(struct office *o, struct err *err)
{
    struct milestone wanted;

    entity_defaults(&milestone_entity, &wanted);
    wanted.step = STEP_SENT;
    wanted.date = "2024-05-01";
    return milestone_save(o->db, &office_stamp, &o->s, &wanted, NULL, err);
}

static enum status run_milestone_remove(struct office *o, struct err *err)
{
    return milestone_remove(o->db, &office_stamp, &o->s, STEP_OPENED, err);
}

static enum status run_meeting_open(struct office *o, struct err *err)
{
    return meeting_open(o->db, &office_stamp, &o->s, "2024-05-15", "14:05", OUTCOME_HELD, err);
}

static enum status run_meeting_adjourn(struct office *o, struct err *err)
{
    int undiscussed;

    return meeting_adjourn(o->db, &office_stamp, &o->s, "2023-11-15T16:10", &undiscussed, err);
}

/* ---- check-in ------------------------------------------------------------------------------------ */

static enum status save_attendance(struct office *o, const char *member, int status, int reply,
                                   struct err *err)
{
    const struct attendance *old = meeting_attendance(&o->s.meeting, member);
    struct attendance wanted;

    entity_defaults(&attendance_entity, &wanted);
    if (old)
        wanted = *old;
    wanted.member = member;
    wanted.status = status;
    wanted.reply = reply;
    return attendance_save(o->db, &office_stamp, &o->s, &wanted, err);
}

static enum status run_attendance_save(struct office *o, struct err *err)
{
    return save_attendance(o, "m05", PRESENCE_PRESENT, UNKNOWN, err);
}

static enum status run_attendance_change(struct office *o, struct err *err)
{
    return save_attendance(o, "m02", PRESENCE_PRESENT, UNKNOWN, err);
}

static enum status run_attendance_reply(struct office *o, struct err *err)
{
    return save_attendance(o, o->s.meeting.attendance.n ? "m04" : "m03", UNKNOWN, PRESENCE_LEAVE, err);
}

static enum status run_attendance_as_replied(struct office *o, struct err *err)
{
    int n;

    return attendance_as_replied(o->db, &office_stamp, &o->s, &n, err);
}

static enum status run_attendance_rest(struct office *o, struct err *err)
{
    int n;

    return attendance_rest(o->db, &office_stamp, &o->s, PRESENCE_ABSENT, &n, err);
}

static enum status run_observers_save(struct office *o, struct err *err)
{
    struct observer observers[2];

    for (size_t i = 0; i < COUNT(observers); i++) {
        entity_defaults(&observer_entity, &observers[i]);
        observers[i].person.surname = i ? "雷" : "谷";
        observers[i].person.given = o->s.meeting.observers.n ? "川" : "原";
    }
    return observers_save(o->db, &office_stamp, &o->s, observers, COUNT(observers), err);
}

/* ---- tracked decisions --------------------------------------------------------------------------- */

static enum status run_resolution_add(struct office *o, struct err *err)
{
    struct resolution wanted;
    struct node node;

    entity_defaults(&resolution_entity, &wanted);
    entity_defaults(&node_entity, &node);
    node.text = "請測站組補登雨量紀錄。";
    wanted.source_text = "110年工作會議";
    wanted.source_date = "2021-03-01";
    wanted.instruction = (struct outline){&node, 1};
    return resolution_save(o->db, &office_stamp, o->committee, NULL, &wanted, err);
}

static enum status run_resolution_change(struct office *o, struct err *err)
{
    struct resolution wanted = o->s.resolutions.v[0];

    wanted.due = "2024-12-31";
    return resolution_save(o->db, &office_stamp, o->committee, &o->s.resolutions.v[0], &wanted, err);
}

static enum status run_resolution_remove(struct office *o, struct err *err)
{
    return resolution_save(o->db, &office_stamp, o->committee, resolution_find(&o->s.resolutions, "111-2-02"),
                           NULL, err);
}

static enum status run_round_save(struct office *o, struct err *err)
{
    struct round wanted;
    struct node node[2];

    entity_defaults(&round_entity, &wanted);
    for (size_t i = 0; i < COUNT(node); i++) {
        entity_defaults(&node_entity, &node[i]);
        node[i].text = i ? "餘十站待核。" : "已校核三十站。";
    }
    wanted.ruling = RULING_CONTINUE;
    wanted.progress = (struct outline){node, 2};
    return round_save(o->db, &office_stamp, &o->s, resolution_find(&o->s.resolutions, "111-2-01"), &wanted,
                      err);
}

/* The first point of the last decision that is not tracked yet. */
static enum status run_point_track(struct office *o, struct err *err)
{
    static const char *const points[] = {"1", "2", "3"};
    const struct item *item = NULL;
    const char *key, *point = NULL;
    struct unit unit;

    for (size_t i = 0; i < o->s.meeting.items.n; i++)
        if (o->s.meeting.items.v[i].decision.n)
            item = &o->s.meeting.items.v[i];
    for (size_t i = 0; item && !point && i < COUNT(points); i++)
        if (!point_tracked(&o->s, item, points[i]))
            point = points[i];
    if (!point)
        return STATUS_NO;
    entity_defaults(&unit_entity, &unit);
    unit.name = "河川司";
    return point_track(o->db, &office_stamp, &o->s, item, point, "討論事項一", &unit, 1, NULL, 0,
                       "2024-06-30", &o->arena, &key, err);
}

/* ---- all of them --------------------------------------------------------------------------------- */

#define X(name, which, function) {name, which, run_##function},
const struct operation operations[] = {{"committee_create", NOW, run_committee_create},
                                       {"committee_save", NOW, run_committee_save},
                                       {"member_add", NOW, run_member_add},
                                       {"member_change", NOW, run_member_change},
                                       {"member_remove", NOW, run_member_remove},
                                       {"members_add", NOW, run_members_add},
                                       {"member_move", NOW, run_member_move},
                                       {"meeting_create", NOW, run_meeting_create},
                                       {"meeting_save", NOW, run_meeting_save},
                                       {"milestone_save", NEXT, run_milestone_save},
                                       {"milestone_remove", NOW, run_milestone_remove},
                                       {"meeting_open", NEXT, run_meeting_open},
                                       {"meeting_adjourn", NOW, run_meeting_adjourn},
                                       {"attendance_save", NEXT, run_attendance_save},
                                       {"attendance_change", NOW, run_attendance_change},
                                       {"attendance_reply", NEXT, run_attendance_reply},
                                       {"attendance_as_replied", NEXT, run_attendance_as_replied},
                                       {"attendance_rest", NEXT, run_attendance_rest},
                                       {"observers_save", NEXT, run_observers_save},
                                       AGENDA_OPERATIONS(X){"point_track", NOW, run_point_track},
                                       {"resolution_add", NOW, run_resolution_add},
                                       {"resolution_change", NOW, run_resolution_change},
                                       {"resolution_remove", NOW, run_resolution_remove},
                                       {"round_save", NEXT, run_round_save},
                                       RECORD_OPERATIONS(X) TRACKING_OPERATIONS(X) PUBLISH_OPERATIONS(X)};
#undef X
const size_t n_operations = COUNT(operations);

enum status operation_run(struct office *o, const struct operation *operation, struct err *err)
{
    enum status status = office_load(o, operation->which, err);

    return status == STATUS_OK ? operation->run(o, err) : status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk: a committee is set up, holds a meeting and the next one, all through the calls that the
 * screens make.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A committee of four agency and three civil members, and what is open of it. */
struct desk {
    char dir[64], path[96];
    struct db *db;
    int64_t committee, meeting;
    struct snapshot s;
    struct err err;
};

static const struct stamp stamp = {"何筆", "2023-05-10T06:03:00.000Z", "測試"};

static void load(struct desk *d)
{
    snapshot_release(&d->s);
    assert_int_equal(snapshot_load(d->db, d->meeting, &d->s, &d->err), STATUS_OK);
}

static void add_committee(struct desk *d)
{
    static const char *const surnames[] = {"林", "歐陽", "江謝", "周", "司徒", "張簡", "葉"};
    struct committee committee;
    struct member members[7];
    struct appointment appointments[7];
    struct members list = {members, 7};
    struct rule rule;
    struct standing standing;
    struct arena arena = ARENA_INIT;

    entity_defaults(&committee_entity, &committee);
    rule_preset(&rule);
    rule.members_min = 7;
    entity_defaults(&standing_entity, &standing);
    standing.section = SECTION_REPORT;
    standing.title = "資料盤點表";
    standing.topic = "inventory";
    committee.name = "水文部政府資料開放諮詢小組";
    committee.rules.v = &rule;
    committee.rules.n = 1;
    committee.standing.v = &standing;
    committee.standing.n = 1;
    for (int i = 0; i < 7; i++) {
        entity_defaults(&member_entity, &members[i]);
        entity_defaults(&appointment_entity, &appointments[i]);
        members[i].surname = surnames[i];
        members[i].given = "河";
        appointments[i].role = i == 0 ? MEMBER_CONVENER : MEMBER_ORDINARY;
        appointments[i].kind = i < 4 ? KIND_AGENCY : KIND_CIVIL;
        members[i].appointments.v = &appointments[i];
        members[i].appointments.n = 1;
    }
    assert_int_equal(committee_create(d->db, &stamp, &committee, &list, &arena, &d->committee, &d->err),
                     STATUS_OK);
    arena_release(&arena);
}

static int set_up(void **state)
{
    struct desk *d = calloc(1, sizeof *d);

    assert_non_null(d);
    memcpy(d->dir, "/tmp/yishi-desk-XXXXXX", sizeof "/tmp/yishi-desk-XXXXXX");
    assert_non_null(mkdtemp(d->dir));
    memcpy(d->path, d->dir, strlen(d->dir));
    memcpy(d->path + strlen(d->dir), "/a.db", sizeof "/a.db");
    d->s = (struct snapshot)SNAPSHOT_INIT;
    assert_int_equal(db_open(&d->db, d->path, DB_CREATE, &d->err), STATUS_OK);
    add_committee(d);
    assert_int_equal(
        meeting_create(d->db, &stamp, d->committee, "2023-05-24", MEETING_REGULAR, &d->meeting, &d->err),
        STATUS_OK);
    load(d);
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *d = *state;

    snapshot_release(&d->s);
    db_close(d->db);
    (void)unlink(d->path);
    (void)rmdir(d->dir);
    free(d);
    return 0;
}

static int64_t add_item(struct desk *d, int section, const char *title)
{
    struct item item;
    int64_t id = 0;

    entity_defaults(&item_entity, &item);
    item.section = section;
    item.title = title;
    assert_int_equal(item_add(d->db, &stamp, &d->s, &item, 0, &id, &d->err), STATUS_OK);
    load(d);
    return id;
}

static void attend(struct desk *d, const char *member, int status)
{
    const struct attendance *old = meeting_attendance(&d->s.meeting, member);
    struct attendance a;

    entity_defaults(&attendance_entity, &a);
    if (old)
        a = *old;
    a.member = member;
    a.status = status;
    assert_int_equal(attendance_save(d->db, &stamp, &d->s, &a, &d->err), STATUS_OK);
    load(d);
}

static void all_attend(struct desk *d)
{
    static const char *const keys[] = {"m01", "m02", "m03", "m04", "m05", "m06", "m07"};

    for (int i = 0; i < 7; i++)
        attend(d, keys[i], PRESENCE_PRESENT);
    assert_int_equal(meeting_open(d->db, &stamp, &d->s, "2023-05-24", "14:05", OUTCOME_HELD, &d->err),
                     STATUS_OK);
    load(d);
}

static void decide(struct desk *d, int64_t id, int kind, const char *text)
{
    const struct item *item = meeting_item_by_id(&d->s.meeting, id);
    struct decision decision;
    struct node node;

    entity_defaults(&decision_entity, &decision);
    entity_defaults(&node_entity, &node);
    decision.kind = kind;
    node.text = text;
    if (text) {
        decision.points.v = &node;
        decision.points.n = 1;
    }
    assert_int_equal(decision_save(d->db, &stamp, &d->s, item, &decision, "14:30", &d->err), STATUS_OK);
    load(d);
}

static void the_first_meeting__has_number_sections_and_standing_items(void **state)
{
    struct desk *d = *state;

    assert_string_equal(d->s.meeting.key, "112-1");
    assert_int_equal(d->s.meeting.items.n, 5);
    assert_string_equal(d->s.meeting.items.v[2].title, "資料盤點表");
    for (size_t i = 1; i < d->s.meeting.items.n; i++) /* added last, yet read before the motions */
        assert_true(d->s.meeting.items.v[i - 1].section <= d->s.meeting.items.v[i].section);
    assert_string_equal(d->s.meeting.chair.member, "m01");
    assert_int_equal(d->s.meeting.composition.n, 7);
    assert_false(d->s.composition_frozen);
}

static void the_next_number__counts_on_and_extraordinary_meetings_count_apart(void **state)
{
    struct desk *d = *state;

    assert_int_equal(meeting_create(d->db, &stamp, d->committee, "2023-08-01", MEETING_EXTRAORDINARY,
                                    &d->meeting, &d->err),
                     STATUS_OK);
    load(d);
    assert_string_equal(d->s.meeting.key, "112-e1");
    assert_int_equal(
        meeting_create(d->db, &stamp, d->committee, "2023-12-01", MEETING_REGULAR, &d->meeting, &d->err),
        STATUS_OK);
    load(d);
    assert_string_equal(d->s.meeting.key, "112-2");
    assert_int_equal(
        meeting_create(d->db, &stamp, d->committee, "2024-01-05", MEETING_REGULAR, &d->meeting, &d->err),
        STATUS_OK);
    load(d);
    assert_string_equal(d->s.meeting.key, "113-1");
}

static void an_item__moves_within_its_section_until_the_agenda_is_sent(void **state)
{
    struct desk *d = *state;
    int64_t first = add_item(d, SECTION_DISCUSSION, "下架一案"),
            second = add_item(d, SECTION_DISCUSSION, "下架二案");
    struct milestone sent;

    assert_int_equal(item_move(d->db, &stamp, &d->s, second, -1, &d->err), STATUS_OK);
    load(d);
    assert_int_equal(item_move(d->db, &stamp, &d->s, second, -1, &d->err), STATUS_NO);
    assert_true(meeting_item_by_id(&d->s.meeting, second) < meeting_item_by_id(&d->s.meeting, first));
    entity_defaults(&milestone_entity, &sent);
    sent.step = STEP_SENT;
    sent.date = "2023-05-17";
    assert_int_equal(milestone_save(d->db, &stamp, &d->s, &sent, NULL, &d->err), STATUS_OK);
    load(d);
    assert_int_equal(item_move(d->db, &stamp, &d->s, second, 1, &d->err), STATUS_NO);
    assert_int_equal(d->err.code, CODE_ITEM_SENT_ORDER);
    assert_int_equal(item_remove(d->db, &stamp, &d->s, second, &d->err), STATUS_NO);
    assert_int_equal(d->err.code, CODE_ITEM_SENT_REMOVE);
}

static void a_first_motion__takes_the_place_of_the_row_that_says_none(void **state)
{
    struct desk *d = *state;
    int64_t id = add_item(d, SECTION_MOTION, "建議開會時間提前");
    int motions = 0;

    for (size_t i = 0; i < d->s.meeting.items.n; i++)
        motions += d->s.meeting.items.v[i].section == SECTION_MOTION;
    assert_int_equal(motions, 1);
    assert_non_null(meeting_item_by_id(&d->s.meeting, id));
}

static void a_civil_member__sends_no_delegate(void **state)
{
    struct desk *d = *state;
    struct attendance a;

    entity_defaults(&attendance_entity, &a);
    a.member = "m06";
    a.status = PRESENCE_DELEGATE;
    a.delegate.surname = "吳";
    assert_int_equal(attendance_save(d->db, &stamp, &d->s, &a, &d->err), STATUS_NO);
    assert_int_equal(d->err.code, CODE_DELEGATE_CIVIL);
}

static void opening__freezes_the_composition(void **state)
{
    struct desk *d = *state;

    all_attend(d);
    assert_true(d->s.composition_frozen);
    assert_string_equal(d->s.meeting.opened, "14:05");
    assert_int_equal(snapshot_quorum(&d->s, -1, NULL).verdict, QUORUM_MET);
}

static void a_decision__keeps_the_quorum_and_a_corrected_attendance_counts_it_again(void **state)
{
    struct desk *d = *state;
    int64_t id = add_item(d, SECTION_DISCUSSION, "下架一案");

    all_attend(d);
    decide(d, id, DECISION_APPROVED, NULL);
    assert_int_equal(item_decision(meeting_item_by_id(&d->s.meeting, id))->present, 7);
    assert_int_equal(item_decision(meeting_item_by_id(&d->s.meeting, id))->met, 1);
    attend(d, "m07", PRESENCE_LEAVE);
    assert_int_equal(item_decision(meeting_item_by_id(&d->s.meeting, id))->present, 6);
    assert_int_equal(item_decision(meeting_item_by_id(&d->s.meeting, id))->met, 0);
}

static void adjourning__leaves_undecided_items_undiscussed_and_they_come_back(void **state)
{
    struct desk *d = *state;
    int64_t done = add_item(d, SECTION_DISCUSSION, "下架一案"),
            left = add_item(d, SECTION_DISCUSSION, "行動方案");
    int undiscussed = 0;

    all_attend(d);
    decide(d, done, DECISION_APPROVED, NULL);
    assert_int_equal(meeting_adjourn(d->db, &stamp, &d->s, "2023-05-24T15:40", &undiscussed, &d->err),
                     STATUS_OK);
    load(d);
    assert_int_equal(undiscussed, 2);
    assert_int_equal(item_decision(meeting_item_by_id(&d->s.meeting, left))->kind, DECISION_UNDISCUSSED);
    assert_int_equal(
        meeting_create(d->db, &stamp, d->committee, "2023-12-01", MEETING_REGULAR, &d->meeting, &d->err),
        STATUS_OK);
    load(d);
    assert_int_equal(d->s.meeting.items.n, 6); /* four sections, the standing item, the one left over */
    assert_string_equal(d->s.meeting.items.v[3].title, "行動方案");
    assert_string_equal(d->s.meeting.items.v[3].from_meeting, "112-1");
}

static void a_next_meeting_in_preparation__gets_what_is_left_over_when_this_one_adjourns(void **state)
{
    struct desk *d = *state;
    int64_t next = 0;
    int undiscussed = 0, n = -1;

    (void)add_item(d, SECTION_DISCUSSION, "行動方案");
    assert_int_equal(
        meeting_create(d->db, &stamp, d->committee, "2023-12-01", MEETING_REGULAR, &next, &d->err),
        STATUS_OK);
    all_attend(d);
    assert_int_equal(meeting_adjourn(d->db, &stamp, &d->s, "2023-05-24T15:40", &undiscussed, &d->err),
                     STATUS_OK);
    d->meeting = next;
    load(d);
    assert_string_equal(d->s.meeting.items.v[d->s.meeting.items.n - 3].title, "行動方案");
    assert_int_equal(items_carry(d->db, &stamp, &d->s, &n, &d->err), STATUS_OK);
    assert_int_equal(n, 0);
}

static void a_tracked_point__waits_in_the_next_meeting_until_it_is_released(void **state)
{
    struct desk *d = *state;
    int64_t id = add_item(d, SECTION_REPORT, "執行情形");
    struct arena arena = ARENA_INIT;
    const struct unit unit = {.name = "資訊處"};
    const char *key = NULL;
    struct tracked tracked;
    struct round round;
    int undiscussed;

    all_attend(d);
    decide(d, id, DECISION_CUSTOM, "請資訊處公開更新頻率。");
    assert_int_equal(point_track(d->db, &stamp, &d->s, meeting_item_by_id(&d->s.meeting, id), "1",
                                 "參、報告事項、案由二", &unit, 1, NULL, 0, "2023-07-31", &arena, &key,
                                 &d->err),
                     STATUS_OK);
    assert_string_equal(key, "112-1-01");
    load(d);
    assert_int_equal(point_track(d->db, &stamp, &d->s, meeting_item_by_id(&d->s.meeting, id), "1", NULL,
                                 &unit, 1, NULL, 0, NULL, &arena, &key, &d->err),
                     STATUS_NO);
    assert_int_equal(meeting_adjourn(d->db, &stamp, &d->s, "2023-05-24T15:40", &undiscussed, &d->err),
                     STATUS_OK);
    assert_int_equal(
        meeting_create(d->db, &stamp, d->committee, "2023-12-01", MEETING_REGULAR, &d->meeting, &d->err),
        STATUS_OK);
    load(d);
    assert_int_equal(tracked_of(&d->s, &arena, &tracked, &d->err), STATUS_OK);
    assert_int_equal(tracked.n, 1);
    assert_string_equal(tracked.v[0]->instruction.v[0].text, "請資訊處公開更新頻率。");
    entity_defaults(&round_entity, &round);
    round.ruling = RULING_RELEASE;
    assert_int_equal(round_save(d->db, &stamp, &d->s, tracked.v[0], &round, &d->err), STATUS_OK);
    load(d);
    assert_false(resolution_open(&d->s.resolutions.v[0]));
    assert_int_equal(tracked_of(&d->s, &arena, &tracked, &d->err), STATUS_OK);
    assert_int_equal(tracked.n, 1); /* it was gone through here */
    arena_release(&arena);
}

static int64_t say(struct desk *d, int64_t id, const char *first, const char *second)
{
    const struct item *item = meeting_item_by_id(&d->s.meeting, id);
    struct statement statement;
    struct node nodes[2];
    int64_t made = 0;

    entity_defaults(&statement_entity, &statement);
    for (int i = 0; i < 2; i++)
        entity_defaults(&node_entity, &nodes[i]);
    nodes[0].text = first;
    nodes[1].text = second;
    statement.speaker.member = "m02";
    statement.points.v = nodes;
    statement.points.n = second ? 2 : 1;
    assert_int_equal(
        statement_add(d->db, &stamp, &d->s, item, &statement, item->statements.n, &made, &d->err), STATUS_OK);
    load(d);
    return made;
}

static void statements__are_split_joined_and_moved_without_losing_a_word(void **state)
{
    struct desk *d = *state;
    int64_t id = add_item(d, SECTION_REPORT, "執行情形");
    const struct item *item;

    assert_true(say(d, id, "建議公開更新頻率。", "下載次數宜按年統計。") > 0);
    item = meeting_item_by_id(&d->s.meeting, id);
    assert_int_equal(statement_split(d->db, &stamp, &d->s, item, 0, 1, &d->err), STATUS_OK);
    load(d);
    item = meeting_item_by_id(&d->s.meeting, id);
    assert_int_equal(item->statements.n, 2);
    assert_string_equal(item->statements.v[1].points.v[0].text, "下載次數宜按年統計。");
    assert_string_equal(item->statements.v[1].speaker.member, "m02");
    assert_int_equal(statement_move(d->db, &stamp, &d->s, item, 1, -1, &d->err), STATUS_OK);
    load(d);
    item = meeting_item_by_id(&d->s.meeting, id);
    assert_string_equal(item->statements.v[0].points.v[0].text, "下載次數宜按年統計。");
    assert_int_equal(statement_join(d->db, &stamp, &d->s, item, 1, &d->err), STATUS_OK);
    load(d);
    item = meeting_item_by_id(&d->s.meeting, id);
    assert_int_equal(item->statements.n, 1);
    assert_int_equal(item->statements.v[0].points.n, 2);
    assert_string_equal(item->statements.v[0].points.v[1].text, "建議公開更新頻率。");
}

static void two_edits_of_one_item__end_in_a_conflict_and_the_first_stays(void **state)
{
    struct desk *d = *state;
    int64_t id = add_item(d, SECTION_REPORT, "執行情形");
    const struct item *item = meeting_item_by_id(&d->s.meeting, id);
    struct item mine = *item, yours = *item;

    mine.title = "甲";
    yours.title = "乙";
    assert_int_equal(item_save(d->db, &stamp, &d->s, item, &mine, &d->err), STATUS_OK);
    assert_int_equal(item_save(d->db, &stamp, &d->s, item, &yours, &d->err), STATUS_CONFLICT);
    load(d);
    assert_string_equal(meeting_item_by_id(&d->s.meeting, id)->title, "甲");
}

static void a_confirmed_meeting__is_refused_every_change(void **state)
{
    struct desk *d = *state;
    int64_t id = add_item(d, SECTION_REPORT, "執行情形");
    struct milestone confirmed;
    struct item item;

    entity_defaults(&milestone_entity, &confirmed);
    confirmed.step = STEP_CONFIRMED;
    confirmed.date = "2023-06-20";
    assert_int_equal(milestone_save(d->db, &stamp, &d->s, &confirmed, NULL, &d->err), STATUS_OK);
    load(d);
    item = *meeting_item_by_id(&d->s.meeting, id);
    item.title = "改";
    assert_int_equal(item_save(d->db, &stamp, &d->s, meeting_item_by_id(&d->s.meeting, id), &item, &d->err),
                     STATUS_NO);
    assert_int_equal(d->err.code, CODE_MEETING_CONFIRMED);
    assert_int_equal(milestone_remove(d->db, &stamp, &d->s, STEP_CONFIRMED, &d->err), STATUS_NO);
}

static void a_meeting_that_fell__takes_no_decision_and_its_items_come_back(void **state)
{
    struct desk *d = *state;
    int64_t id = add_item(d, SECTION_DISCUSSION, "下架一案");
    struct decision decision;

    attend(d, "m01", PRESENCE_PRESENT);
    assert_int_equal(meeting_open(d->db, &stamp, &d->s, "2023-05-24", "14:30", OUTCOME_FELL, &d->err),
                     STATUS_OK);
    load(d);
    entity_defaults(&decision_entity, &decision);
    assert_int_equal(decision_save(d->db, &stamp, &d->s, meeting_item_by_id(&d->s.meeting, id), &decision,
                                   "14:30", &d->err),
                     STATUS_NO);
    assert_int_equal(d->err.code, CODE_MEETING_FELL);
    assert_int_equal(
        meeting_create(d->db, &stamp, d->committee, "2023-06-24", MEETING_REGULAR, &d->meeting, &d->err),
        STATUS_OK);
    load(d);
    assert_string_equal(d->s.meeting.items.v[d->s.meeting.items.n - 3].title, "下架一案");
}

static void an_acting_chair__is_a_member(void **state)
{
    struct desk *d = *state;
    struct meeting wanted = d->s.meeting;

    wanted.acting.surname = "吳";
    assert_int_equal(meeting_save(d->db, &stamp, &d->s, &wanted, &d->err), STATUS_NO);
    assert_int_equal(d->err.code, CODE_CHAIR_NOT_MEMBER);
    wanted.acting = (struct person){.member = "m04"};
    wanted.place = "本部第3會議室";
    assert_int_equal(meeting_save(d->db, &stamp, &d->s, &wanted, &d->err), STATUS_OK);
    load(d);
    assert_string_equal(d->s.meeting.acting.member, "m04");
    assert_string_equal(d->s.meeting.place, "本部第3會議室");
    assert_false(d->s.composition_frozen);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_first_meeting__has_number_sections_and_standing_items),
        TEST(the_next_number__counts_on_and_extraordinary_meetings_count_apart),
        TEST(an_item__moves_within_its_section_until_the_agenda_is_sent),
        TEST(a_first_motion__takes_the_place_of_the_row_that_says_none),
        TEST(a_civil_member__sends_no_delegate),
        TEST(opening__freezes_the_composition),
        TEST(a_decision__keeps_the_quorum_and_a_corrected_attendance_counts_it_again),
        TEST(adjourning__leaves_undecided_items_undiscussed_and_they_come_back),
        TEST(a_next_meeting_in_preparation__gets_what_is_left_over_when_this_one_adjourns),
        TEST(a_tracked_point__waits_in_the_next_meeting_until_it_is_released),
        TEST(statements__are_split_joined_and_moved_without_losing_a_word),
        TEST(two_edits_of_one_item__end_in_a_conflict_and_the_first_stays),
        TEST(a_confirmed_meeting__is_refused_every_change),
        TEST(a_meeting_that_fell__takes_no_decision_and_its_items_come_back),
        TEST(an_acting_chair__is_a_member),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An extraordinary meeting between two regular ones, from its number to its minutes: what it takes from the
 * one before, what the next one takes from it, and which rules leave it apart.
 */
#include "tests/core/papers.h"

#include "core/cycle/desk.h"
#include "core/cycle/gate.h"
#include "core/cycle/previous.h"
#include "core/verify/verify.h"

/* 112-1, held on 24 May; 111-2-01 is open. */
#define BEFORE FIXTURES "merged.json"

static void create(struct office *office, const char *date, enum meeting_kind kind, const char *key)
{
    struct err err = {0};
    int64_t id = 0;

    assert_int_equal(meeting_create(office->db, &stamp, office->s.committee.row.id, date, kind, &id, &err),
                     STATUS_OK);
    office_meeting(office, key);
    assert_int_equal(office->s.meeting.row.id, id);
    assert_int_equal(office->s.meeting.kind, kind);
}

static void reload(struct office *office)
{
    char key[16];

    (void)snprintf(key, sizeof key, "%s", office->s.meeting.key);
    office_meeting(office, key);
}

static void add_item(struct office *office, const char *title)
{
    struct err err = {0};
    struct item item;
    int64_t id;

    entity_defaults(&item_entity, &item);
    item.section = SECTION_DISCUSSION;
    item.title = title;
    assert_int_equal(item_add(office->db, &stamp, &office->s, &item, 0, &id, &err), STATUS_OK);
    reload(office);
}

static const struct item *item_titled(const struct office *office, const char *title)
{
    for (size_t i = 0; i < office->s.meeting.items.n; i++)
        if (text_same(office->s.meeting.items.v[i].title, title))
            return &office->s.meeting.items.v[i];
    return NULL;
}

static void open_with_all(struct office *office, const char *date)
{
    struct err err = {0};
    int n;

    for (size_t i = 0; i < office->s.meeting.composition.n; i++) {
        struct attendance a;

        entity_defaults(&attendance_entity, &a);
        a.member = office->s.meeting.composition.v[i].member;
        a.reply = PRESENCE_PRESENT;
        assert_int_equal(attendance_save(office->db, &stamp, &office->s, &a, &err), STATUS_OK);
        reload(office);
    }
    assert_int_equal(attendance_as_replied(office->db, &stamp, &office->s, &n, &err), STATUS_OK);
    reload(office);
    assert_int_equal(meeting_open(office->db, &stamp, &office->s, date, "14:00", OUTCOME_HELD, &err),
                     STATUS_OK);
    reload(office);
}

/* The item's decision in words, tracked under the number EXPECTED. */
static void decide_and_track(struct office *office, const char *title, const char *expected)
{
    const struct unit unit = {.name = "水質司"};
    struct decision wanted;
    struct node node;
    struct err err = {0};
    struct arena arena = ARENA_INIT;
    const char *key = NULL;

    entity_defaults(&decision_entity, &wanted);
    entity_defaults(&node_entity, &node);
    node.text = "請水質司一週內恢復資料。";
    wanted.kind = DECISION_CUSTOM;
    wanted.points = (struct outline){&node, 1};
    assert_int_equal(
        decision_save(office->db, &stamp, &office->s, item_titled(office, title), &wanted, "14:20", &err),
        STATUS_OK);
    reload(office);
    assert_int_equal(point_track(office->db, &stamp, &office->s, item_titled(office, title), "1",
                                 "肆、討論事項、案由", &unit, 1, NULL, 0, "2023-08-08", &arena, &key, &err),
                     STATUS_OK);
    assert_string_equal(key, expected);
    arena_release(&arena);
    reload(office);
}

static void adjourn(struct office *office, const char *end, int undiscussed)
{
    struct err err = {0};
    int n = -1;

    assert_int_equal(meeting_adjourn(office->db, &stamp, &office->s, end, &n, &err), STATUS_OK);
    assert_int_equal(n, undiscussed);
    reload(office);
}

/* The numbers of what the meeting goes through. */
static void assert_tracked(const struct office *office, const char *expected)
{
    struct arena arena = ARENA_INIT;
    struct tracked tracked;
    struct str text = STR_INIT;
    struct err err = {0};

    assert_int_equal(tracked_of(&office->s, &arena, &tracked, &err), STATUS_OK);
    for (size_t i = 0; i < tracked.n; i++)
        str_printf(&text, "%s ", tracked.v[i]->key);
    assert_string_equal(text.text, expected);
    str_release(&text);
    arena_release(&arena);
}

/* The tracked decisions for want of a ruling on which the minutes cannot be approved. */
static void assert_unruled(const struct office *office, const char *expected)
{
    struct arena arena = ARENA_INIT;
    struct reasons reasons;
    struct str text = STR_INIT;
    struct err err = {0};

    assert_int_equal(gate_reasons(&office->s, GATE_APPROVE, &office_calendar_shipped, "2023-08-10", &arena,
                                  &reasons, &err),
                     STATUS_OK);
    for (size_t i = 0; i < reasons.n; i++)
        if (reasons.v[i].kind == REASON_NO_RULING)
            str_printf(&text, "%s ", reasons.v[i].resolution);
    assert_string_equal(text.text, expected);
    str_release(&text);
    arena_release(&arena);
}

/* 112-e1 on 1 August: one matter decided and tracked, one not reached. */
static void hold(void **state, struct office *office)
{
    office_of_file(state, office, BEFORE, "112-1");
    create(office, "2023-08-01", MEETING_EXTRAORDINARY, "112-e1");
    add_item(office, "水質即時資料中斷一案");
    add_item(office, "備援機制一案");
    open_with_all(office, "2023-08-01");
    decide_and_track(office, "水質即時資料中斷一案", "112-e1-01");
    adjourn(office, "2023-08-01T14:40", 1);
}

static void extraordinary_meeting__has_a_number_of_its_own_and_an_empty_agenda(void **state)
{
    struct office office;

    office_of_file(state, &office, BEFORE, "112-1");
    create(&office, "2023-08-01", MEETING_EXTRAORDINARY, "112-e1");
    for (size_t i = 0; i < office.s.meeting.items.n; i++)
        assert_null(office.s.meeting.items.v[i].title);
    assert_tracked(&office, "111-2-01 "); /* what is open can be gone through */
    create(&office, "2023-09-01", MEETING_EXTRAORDINARY, "112-e2");
    create(&office, "2023-12-06", MEETING_REGULAR, "112-2");
    create(&office, "2024-02-06", MEETING_EXTRAORDINARY, "113-e1");
    office_release(&office);
}

static void what_it_decides__is_gone_through_at_the_next_regular_meeting(void **state)
{
    struct snapshot before = SNAPSHOT_INIT;
    struct office office;
    struct err err = {0};
    bool found = false;

    hold(state, &office);
    assert_tracked(&office, ""); /* it went through none */
    create(&office, "2023-12-06", MEETING_REGULAR, "112-2");
    assert_tracked(&office, "111-2-01 112-e1-01 ");
    assert_string_equal(item_titled(&office, "備援機制一案")->from_meeting, "112-e1");
    assert_null(item_titled(&office, "水質即時資料中斷一案"));
    assert_int_equal(snapshot_load_previous(office.db, &office.s, &before, &found, &err), STATUS_OK);
    assert_true(found);
    assert_string_equal(before.meeting.key, "112-1"); /* whose minutes are confirmed: the regular one's */
    snapshot_release(&before);
    office_release(&office);
}

/* A regular meeting that is in preparation already gets what was not reached. */
static void what_it_did_not_reach__goes_to_the_regular_meeting_in_preparation(void **state)
{
    struct office office;

    office_of_file(state, &office, BEFORE, "112-1");
    create(&office, "2023-12-06", MEETING_REGULAR, "112-2");
    create(&office, "2023-08-01", MEETING_EXTRAORDINARY, "112-e1");
    add_item(&office, "備援機制一案");
    open_with_all(&office, "2023-08-01");
    adjourn(&office, "2023-08-01T14:40", 1);
    office_meeting(&office, "112-2");
    assert_non_null(item_titled(&office, "備援機制一案"));
    office_release(&office);
}

static void gates__ask_no_meeting_for_what_came_after_it_and_an_extraordinary_one_for_nothing(void **state)
{
    struct office office;

    hold(state, &office);
    assert_unruled(&office, "");
    office_meeting(&office, "112-1");
    assert_unruled(&office, "111-2-01 "); /* and not 112-e1-01, which was decided in August */
    create(&office, "2023-12-06", MEETING_REGULAR, "112-2");
    assert_unruled(&office, "111-2-01 112-e1-01 ");
    office_release(&office);
}

static void days__tell_which_meeting_is_later_where_numbers_do_not(void **state)
{
    static const struct {
        const char *own, *key;
        bool later;
    } cases[] = {
        {"112-1", "112-e1", true},  {"112-e1", "112-1", false}, {"112-2", "112-e1", false},
        {"112-e1", "112-2", true},  {"112-1", "112-1", false},  {"112-1", "112-9", true}, /* by its number */
        {"112-1", "112-e9", false}, {"112-1", "111-2", false},  {"112-1", "113-e1", true},
        {"112-1", "once", false},   {"112-1", NULL, false},
    };
    struct office office;

    hold(state, &office);
    create(&office, "2023-12-06", MEETING_REGULAR, "112-2");
    for (size_t i = 0; i < COUNT(cases); i++) {
        office_meeting(&office, cases[i].own);
        assert_int_equal(snapshot_is_later(&office.s, cases[i].key), cases[i].later);
    }
    office_release(&office);
}

/* One can be gone through all the same, and is done with then. */
static void tracked_decision__is_ruled_on_at_an_extraordinary_meeting(void **state)
{
    struct office office;
    struct round round;
    struct err err = {0};

    hold(state, &office);
    create(&office, "2023-09-01", MEETING_EXTRAORDINARY, "112-e2");
    assert_tracked(&office, "111-2-01 112-e1-01 ");
    entity_defaults(&round_entity, &round);
    round.ruling = RULING_RELEASE;
    assert_int_equal(round_save(office.db, &stamp, &office.s,
                                resolution_find(&office.s.resolutions, "112-e1-01"), &round, &err),
                     STATUS_OK);
    open_with_all(&office, "2023-09-01");
    adjourn(&office, "2023-09-01T15:00", 0);
    print_paper(&office, "minutes", "formal", COPY_PUBLIC, 76);
    assert_non_null(strstr(office.out.text, "請水質司一週內恢復資料。"));
    assert_non_null(strstr(office.out.text, "解除列管"));
    assert_null(strstr(office.out.text, "111-2-01"));
    create(&office, "2023-12-06", MEETING_REGULAR, "112-2");
    assert_tracked(&office, "111-2-01 ");
    office_release(&office);
}

static void papers__bear_its_own_name(void **state)
{
    static const char *const styles[] = {"classic", "formal", "docket"};
    static const char *const papers[] = {"notice", "agenda", "signin", "minutes", "script"};
    struct office office;

    hold(state, &office);
    for (size_t i = 0; i < COUNT(styles); i++)
        for (size_t k = 0; k < COUNT(papers); k++) {
            print_paper(&office, papers[k], styles[i], COPY_PUBLIC, 76);
            squeeze(&office.out);
            assert_non_null(strstr(office.out.text, "第1次臨時會議"));
        }
    assert_non_null(strstr(office.out.text, "水質即時資料中斷一案"));
    office_release(&office);
}

/* Its papers say so, instead of a heading with nothing under it or the decisions that wait for the next
 * regular meeting. */
static void what_it_went_through__is_nothing_where_it_chose_nothing(void **state)
{
    struct office office;

    office_of_file(state, &office, BEFORE, "112-1");
    create(&office, "2023-08-01", MEETING_EXTRAORDINARY, "112-e1");
    assert_tracked(&office, "111-2-01 ");
    print_paper(&office, "agenda", "formal", COPY_PUBLIC, 76);
    assert_null(strstr(office.out.text, "111-2-01"));
    office_release(&office);
    hold(state, &office);
    print_paper(&office, "minutes", "formal", COPY_PUBLIC, 76);
    assert_non_null(strstr(office.out.text, "前次會議決議事項追蹤：無"));
    office_release(&office);
}

/* R11: it is no meeting of the year's two; what it did not go through is not missing. */
static void verify__leaves_it_apart(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings;
    struct office office;
    struct err err = {0};

    hold(state, &office);
    assert_int_equal(
        verify_all(office.db, 0, &office_calendar_shipped, "2023-08-10", &arena, &findings, &err), STATUS_OK);
    for (size_t i = 0; i < findings.n; i++) {
        assert_int_not_equal(findings.v[i].kind, FINDING_NUMBER_GAP);
        assert_false(findings.v[i].kind == FINDING_TRACK_MISSING &&
                     strcmp(findings.v[i].place, "112-e1") == 0);
    }
    arena_release(&arena);
    office_release(&office);
}

static void record__has_it_as_it_was(void **state)
{
    struct office office;
    struct str first = STR_INIT, second = STR_INIT;
    struct db *other;

    hold(state, &office);
    export_text(office.db, &first);
    assert_non_null(strstr(first.text, "\"key\": \"112-e1-01\""));
    other = new_db(state, "other.db");
    import_right(other, first.text, first.len_bytes, RECORD_STORED);
    export_text(other, &second);
    assert_string_equal(first.text, second.text);
    db_close(other);
    str_release(&first);
    str_release(&second);
    office_release(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(extraordinary_meeting__has_a_number_of_its_own_and_an_empty_agenda),
        scratch_test(what_it_decides__is_gone_through_at_the_next_regular_meeting),
        scratch_test(what_it_did_not_reach__goes_to_the_regular_meeting_in_preparation),
        scratch_test(gates__ask_no_meeting_for_what_came_after_it_and_an_extraordinary_one_for_nothing),
        scratch_test(days__tell_which_meeting_is_later_where_numbers_do_not),
        scratch_test(tracked_decision__is_ruled_on_at_an_extraordinary_meeting),
        scratch_test(papers__bear_its_own_name),
        scratch_test(what_it_went_through__is_nothing_where_it_chose_nothing),
        scratch_test(verify__leaves_it_apart),
        scratch_test(record__has_it_as_it_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: motions with their movers; rulings by one key and on all that are left; the statement that the
 * gate leads to.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/cycle/gate.h"
#include "tests/tui/session_help.h"
#include "tui/screens/session/session_inner.h"

#define ALT(c) "\033" c

/* ---- motions -------------------------------------------------------------------------------------- */

static const struct item *the_motion(const struct snapshot *s)
{
    for (size_t i = 0; i < s->meeting.items.n; i++)
        if (s->meeting.items.v[i].section == SECTION_MOTION && s->meeting.items.v[i].title)
            return &s->meeting.items.v[i];
    return NULL;
}

static void motion__bears_who_moved_and_seconded_it_and_when(void **state)
{
    struct office office;
    struct snapshot s;
    const struct item *motion;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office,
                CTRL_N "建議辦理座談" ENTER "2" ENTER ENTER "3" ENTER "1" ENTER "2" ENTER ENTER ENTER);
    s = session_snapshot(&office);
    motion = the_motion(&s);
    assert_non_null(motion);
    assert_string_equal(motion->title, "建議辦理座談");
    assert_string_equal(motion->raised, "14:22");
    assert_string_equal(motion->proposer.member, "m02");
    assert_int_equal(motion->seconders.n, 2); /* not he himself, though he was marked */
    assert_string_equal(motion->seconders.v[0].person.member, "m01");
    assert_string_equal(motion->seconders.v[1].person.member, "m03");
    snapshot_release(&s);
    assert_sees(&office, "提案 歐陽秉衡（14:22 提出）");
    assert_sees(&office, "附議 ");
    office_close(&office);
}

static void motion_without_a_title__is_not_stored(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, "k1");
    office_type(&office, CTRL_N DOWN DOWN DOWN ENTER ESC);
    office_type(&office, CTRL_N "建議" ESC ESC);
    s = session_snapshot(&office);
    assert_null(the_motion(&s));
    snapshot_release(&s);
    office_close(&office);
}

/* Only who is here moves anything; a delegate by his own name. */
static void motion__is_moved_by_who_is_here(void **state)
{
    struct office office;
    struct snapshot s;
    struct attendance a;
    struct err err = {0};

    (void)state;
    session_opened(&office);
    s = session_snapshot(&office);
    a = *meeting_attendance(&s.meeting, "m03");
    a.status = PRESENCE_DELEGATE;
    a.delegate = (struct person){.surname = "葉", .given = "王水", .title = "科長", .unit = "水質司"};
    if (attendance_save(office.db, &session_stamp, &s, &a, &err)) { /* a civil member sends nobody */
        a = *meeting_attendance(&s.meeting, "m01");
        a.status = PRESENCE_DELEGATE;
        a.delegate = (struct person){.surname = "葉", .given = "王水", .title = "科長", .unit = "水質司"};
        assert_int_equal(attendance_save(office.db, &session_stamp, &s, &a, &err), STATUS_OK);
    }
    snapshot_release(&s);
    session_at(&office, "k1");
    office_type(&office, CTRL_N "甲" ENTER "葉王水" ENTER DOWN ENTER);
    s = session_snapshot(&office);
    assert_string_equal(the_motion(&s)->proposer.surname, "葉");
    assert_string_equal(the_motion(&s)->proposer.title, "科長");
    snapshot_release(&s);
    office_close(&office);
}

/* ---- rulings -------------------------------------------------------------------------------------- */

static void one_key__is_one_ruling_at_a_tracked_decision(void **state)
{
    static const struct {
        const char *keys;
        int ruling;
        const char *into, *words;
    } cases[] = {
        {F7, RULING_RELEASE, NULL, NULL},
        {F8, RULING_CONTINUE, NULL, NULL},
        {ALT("o"), RULING_SELF, NULL, NULL},
        {ALT("m") "112-2-01" ENTER, RULING_MERGE, "112-2-01", NULL},
        {F7 ALT("w") "並請公告。" ENTER ENTER, RULING_RELEASE, NULL, "並請公告。"},
        {F7 F8, RULING_CONTINUE, NULL, NULL}, /* the last one counts */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct office office;
        struct snapshot s;
        const struct round *round;

        session_opened(&office);
        session_at(&office, NULL);
        office_type(&office, cases[i].keys);
        s = session_snapshot(&office);
        round = resolution_round(resolution_find(&s.resolutions, "111-2-02"), "113-1");
        assert_non_null(round);
        assert_int_equal(round->ruling, cases[i].ruling);
        assert_true(text_same(round->into, cases[i].into));
        assert_int_equal(round->ruling_text.n, cases[i].words != NULL);
        if (cases[i].words)
            assert_string_equal(round->ruling_text.v[0].text, cases[i].words);
        snapshot_release(&s);
        office_close(&office);
    }
}

static void rulings_keys__are_hinted_at_tracked_decisions_alone(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    assert_sees(&office, "F7 解除");
    assert_sees(&office, "F8 繼續");
    office_type(&office, "2" ENTER); /* and while somebody's words are typed: one key, one meaning */
    assert_sees(&office, "F7 解除");
    assert_sees_not(&office, "F7 列管");
    office_type(&office, "說明。" ENTER ENTER);
    assert_sees(&office, "F7 解除");
    office_type(&office, ALT("g") "第1季" ENTER);
    assert_sees(&office, "F7 列管");
    assert_sees_not(&office, "F7 解除");
    office_close(&office);
}

static void date_before_the_ruling__leaves_the_ruling_wanting(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    office_type(&office, F6 "6"
                            "\025"
                            "114/3/31" ENTER);
    assert_sees(&office, "裁示 （尚未裁示：F6），期限 114/03/31");
    office_type(&office, F8);
    assert_sees(&office, "裁示 繼續列管，期限 114/03/31");
    office_close(&office);
}

static void tracked_decision__is_not_merged_into_one_that_this_meeting_releases(void **state)
{
    struct office office;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    office_type(&office, F7 F9 ALT("m") "111-2-02" ENTER);
    assert_sees(&office, "這一案本次裁示不再追蹤");
    office_type(&office, ESC);
    assert_sees(&office, "（尚未裁示：F6）");
    office_close(&office);
}

static void the_rest__is_ruled_as_recommended_from_any_tracked_decision(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    office_type(&office, F8 F11 "1");
    s = session_snapshot(&office);
    assert_null(resolution_round(resolution_find(&s.resolutions, "112-2-03"), "113-1"));
    snapshot_release(&s);
    office_type(&office, F11 "2");
    s = session_snapshot(&office);
    for (size_t i = 0; i < s.resolutions.n; i++) {
        const struct round *round = resolution_round(&s.resolutions.v[i], "113-1");

        if (round && round->recommendation != UNKNOWN && round->recommendation <= RULING_SELF &&
            strcmp(s.resolutions.v[i].key, "111-2-02") != 0)
            assert_int_equal(round->ruling, round->recommendation);
    }
    assert_int_equal(resolution_round(resolution_find(&s.resolutions, "111-2-02"), "113-1")->ruling,
                     RULING_CONTINUE); /* what was ruled stays */
    snapshot_release(&s);
    office_close(&office);
}

/* ---- the gate leads to the statement itself --------------------------------------------------------- */

static void session__opens_at_a_statement(void **state)
{
    struct office office;
    struct session *session;
    struct snapshot s;
    int64_t id = 0, item = 0;

    (void)state;
    session_opened(&office);
    session_at(&office, NULL);
    office_type(&office, ALT("g") "112-1-02" ENTER "2" ENTER "甲。" ENTER ENTER "3" ENTER "乙。" ENTER ENTER);
    s = session_snapshot(&office);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (s.meeting.items.v[i].section == SECTION_TRACKING) {
            item = s.meeting.items.v[i].row.id;
            id = s.meeting.items.v[i].statements.v[0].row.id;
        }
    snapshot_release(&s);
    assert_true(session_push_at(&office.app, office_meeting(&office, "113-1"), item, id));
    session = (struct session *)office.app.top;
    assert_int_equal(session->chosen, id);
    assert_string_equal(session->about, "112-1-02");
    office_close(&office);
}

/* From the list of what is missing to the statement itself. */
static void gate__leads_to_the_statement_without_its_speaker(void **state)
{
    struct office office;
    struct session *session;
    struct snapshot s;
    struct arena arena = ARENA_INIT;
    struct reasons reasons;
    struct str keys = STR_INIT;
    struct err err = {0};
    int64_t id;

    (void)state;
    session_opened(&office);
    session_at(&office, "k2");
    office_type(&office, "2" ENTER "甲。" ENTER ENTER ENTER "乙。" ENTER ENTER ENTER "丙。" ENTER ENTER);
    s = session_snapshot(&office);
    assert_int_equal(meeting_item(&s.meeting, "k2")->statements.n, 3);
    id = meeting_item(&s.meeting, "k2")->statements.v[1].row.id;
    assert_int_equal(
        gate_reasons(&s, GATE_APPROVE, &office_calendar_shipped, "2024-05-14", &arena, &reasons, &err),
        STATUS_OK);
    str_add(&keys, F6);
    for (size_t i = 0; i < reasons.n && reasons.v[i].kind != REASON_PENDING_SPEAKER; i++)
        str_add(&keys, DOWN);
    str_add(&keys, ENTER);
    snapshot_release(&s);
    assert_true(minutes_push(&office.app, office_meeting(&office, "113-1")));
    office_type(&office, keys.text);
    session = (struct session *)office.app.top;
    assert_ptr_equal(office.app.top->ops, &session_prompt_ops);
    assert_int_equal(session->chosen, id);
    assert_sees(&office, "乙。");
    str_release(&keys);
    arena_release(&arena);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(motion__bears_who_moved_and_seconded_it_and_when),
        cmocka_unit_test(motion_without_a_title__is_not_stored),
        cmocka_unit_test(motion__is_moved_by_who_is_here),
        cmocka_unit_test(one_key__is_one_ruling_at_a_tracked_decision),
        cmocka_unit_test(rulings_keys__are_hinted_at_tracked_decisions_alone),
        cmocka_unit_test(date_before_the_ruling__leaves_the_ruling_wanting),
        cmocka_unit_test(tracked_decision__is_not_merged_into_one_that_this_meeting_releases),
        cmocka_unit_test(the_rest__is_ruled_as_recommended_from_any_tracked_decision),
        cmocka_unit_test(session__opens_at_a_statement),
        cmocka_unit_test(gate__leads_to_the_statement_without_its_speaker),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

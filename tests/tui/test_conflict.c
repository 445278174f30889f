/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two people change the same text: both versions are shown, and neither is lost.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"
#include "tui/screens/text/text.h"

#include <stdlib.h>

static const struct item *first_report(const struct snapshot *s)
{
    for (size_t i = 0; i < s->meeting.items.n; i++)
        if (s->meeting.items.v[i].section == SECTION_REPORT)
            return &s->meeting.items.v[i];
    fail();
    return NULL;
}

static void load(struct office *office, struct snapshot *s)
{
    struct err err = {0};

    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), s, &err), STATUS_OK);
}

/* The explanation's points, a line each. */
static char *stored_text(struct office *office)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct str text = STR_INIT;

    load(office, &s);
    for (size_t i = 0; i < first_report(&s)->explanation.n; i++)
        str_printf(&text, "%s\n", first_report(&s)->explanation.v[i].text);
    snapshot_release(&s);
    return text.text;
}

/* Somebody else gives the text another only paragraph. */
static void somebody_else_writes(struct office *office, const char *text)
{
    const struct stamp other = {"蘇文書", "2024-05-14T05:51:00.000Z", "修改說明"};
    struct snapshot s = SNAPSHOT_INIT;
    struct err err = {0};
    struct item wanted;
    struct node node;

    load(office, &s);
    wanted = *first_report(&s);
    entity_defaults(&node_entity, &node);
    node.text = text;
    wanted.explanation.v = &node;
    wanted.explanation.n = 1;
    assert_int_equal(item_save(office->db, &other, &s, first_report(&s), &wanted, &err), STATUS_OK);
    snapshot_release(&s);
}

/* 甲 is typed in front of what stands there, and meanwhile 對方的文字 is stored. */
static void open_conflict(struct office *office)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct draft_place place = {.kind = DRAFT_EXPLANATION};

    office_open(office, true, "2024-05-14T05:50:00Z");
    somebody_else_writes(office, "原來的文字");
    load(office, &s);
    place.meeting_id = s.meeting.row.id;
    place.item_id = first_report(&s)->row.id;
    snapshot_release(&s);
    assert_true(home_push(&office->app));
    assert_true(text_open(&office->app, &place, NULL));
    office_type(office, "甲");
    somebody_else_writes(office, "對方的文字");
}

static void assert_stored(struct office *office, const char *expected)
{
    char *text = stored_text(office);

    assert_string_equal(text, expected);
    free(text);
}

static void both__keeps_theirs_and_mine_behind_it(void **state)
{
    struct office office;

    (void)state;
    open_conflict(&office);
    office_type(&office, "\033OQ2"); /* F2, and both */
    assert_stored(&office, "對方的文字\n甲原來的文字\n");
    office_close(&office);
}

static void mine__takes_the_place_of_theirs_which_the_journal_keeps(void **state)
{
    struct office office;

    (void)state;
    open_conflict(&office);
    office_type(&office, "\033OQ1");
    assert_stored(&office, "甲原來的文字\n");
    office_type(&office, "u\r"); /* and undo brings it back */
    assert_stored(&office, "對方的文字\n");
    office_close(&office);
}

static void back__stores_nothing_and_keeps_what_was_typed(void **state)
{
    struct office office;

    (void)state;
    open_conflict(&office);
    office_type(&office, "\033OQ\033");
    assert_stored(&office, "對方的文字\n");
    assert_sees(&office, "甲原來的文字");
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both__keeps_theirs_and_mine_behind_it),
        cmocka_unit_test(mine__takes_the_place_of_theirs_which_the_journal_keeps),
        cmocka_unit_test(back__stores_nothing_and_keeps_what_was_typed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

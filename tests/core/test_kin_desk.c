/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splitting, merging, taking up again at the desk. A round of a confirmed meeting is frozen with its tables,
 * attachments and letter.
 */
#include "tests/core/records.h"

#include "core/cycle/kin_desk.h"
#include "core/cycle/ruling.h"
#include "core/tracking/kin.h"
#include "db/undo.h"

#define ROUNDS FIXTURES "rounds.json"

struct case_of {
    struct db *db;
    struct snapshot s;
    struct arena arena;
    struct err err;
};

static void reload(struct case_of *c)
{
    snapshot_release(&c->s);
    load_meeting(c->db, "113-1", &c->s);
}

static void begin(struct case_of *c, void **state)
{
    *c = (struct case_of){.db = new_db(state, "kin.db"), .s = SNAPSHOT_INIT, .arena = ARENA_INIT};
    import_file(c->db, ROUNDS);
    reload(c);
}

static void end(struct case_of *c)
{
    snapshot_release(&c->s);
    arena_release(&c->arena);
    db_close(c->db);
}

static const struct resolution *find(const struct case_of *c, const char *key)
{
    const struct resolution *r = resolution_find(&c->s.resolutions, key);

    assert_non_null(r);
    return r;
}

static enum status merge(struct case_of *c, const char *key, const char *into)
{
    const struct resolution *r = find(c, key);
    const struct round *stored = resolution_round(r, "113-1");
    struct round round;
    enum status status;

    entity_defaults(&round_entity, &round);
    if (stored)
        round = *stored;
    round.ruling = RULING_MERGE;
    round.into = into;
    status = round_save(c->db, &stamp, &c->s, r, &round, &c->err);
    reload(c);
    return status;
}

static void a_merge__is_refused_where_it_would_go_in_a_circle(void **state)
{
    struct case_of c;

    begin(&c, state);
    assert_int_equal(merge(&c, "112-2-01", "112-2-02"), STATUS_OK);
    assert_int_equal(merge(&c, "112-2-02", "112-2-02"), STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_INTO);
    assert_int_equal(merge(&c, "112-2-02", "113-9-09"), STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_INTO);
    assert_int_equal(merge(&c, "112-2-02", "112-2-01"), STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_CIRCLE);
    assert_string_equal(c.err.arg[0], "112-2-01");
    assert_string_equal(c.err.arg[1], "112-2-02");
    assert_int_equal(merge(&c, "112-2-02", "112-1-01"), STATUS_NO); /* the one that it was split from */
    assert_int_equal(c.err.code, CODE_TRACK_CIRCLE);
    assert_int_equal(merge(&c, "112-2-02", "112-2-03"), STATUS_OK);
    end(&c);
}

static void a_head__does_not_go_on_from_what_came_of_it(void **state)
{
    struct case_of c;
    struct resolution wanted;

    begin(&c, state);
    wanted = *find(&c, "112-1-01");
    wanted.after = "112-2-01";
    assert_int_equal(
        resolution_save(c.db, &stamp, c.s.committee.row.id, find(&c, "112-1-01"), &wanted, &c.err),
        STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_CIRCLE);
    end(&c);
}

static void a_head_that_others_name__is_not_removed(void **state)
{
    struct case_of c;

    begin(&c, state);
    assert_int_equal(resolution_save(c.db, &stamp, c.s.committee.row.id, find(&c, "112-2-02"), NULL, &c.err),
                     STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_LINKED);
    assert_string_equal(c.err.arg[1], "112-2-01");
    end(&c);
}

static void a_split__closes_the_old_one_and_tracks_each_part_from_this_meeting(void **state)
{
    struct case_of c;
    struct node nodes[2];
    struct outline parts[2] = {{&nodes[0], 1}, {&nodes[1], 1}};
    const struct resolution *part;
    const char **keys = NULL;

    begin(&c, state);
    for (int i = 0; i < 2; i++)
        entity_defaults(&node_entity, &nodes[i]);
    nodes[0].text = "請河川司校核北區。";
    nodes[1].text = "請河川司校核南區。";
    assert_int_equal(
        resolution_split(c.db, &stamp, &c.s, find(&c, "112-2-01"), parts, 1, &c.arena, &keys, &c.err),
        STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_PARTS);
    assert_int_equal(
        resolution_split(c.db, &stamp, &c.s, find(&c, "112-2-01"), parts, 2, &c.arena, &keys, &c.err),
        STATUS_OK);
    assert_string_equal(keys[0], "113-1-01");
    assert_string_equal(keys[1], "113-1-02");
    reload(&c);
    assert_int_equal(resolution_ruling(find(&c, "112-2-01")), RULING_SPLIT);
    assert_false(resolution_open(find(&c, "112-2-01")));
    part = find(&c, "113-1-02");
    assert_string_equal(part->after, "112-2-01");
    assert_string_equal(part->meeting, "113-1");
    assert_string_equal(part->instruction.v[0].text, "請河川司校核南區。");
    assert_int_equal(part->units.n, 2);
    assert_int_equal(part->assisting.n, 1);
    assert_string_equal(part->due, "2024-03-31");
    assert_int_equal(
        resolution_split(c.db, &stamp, &c.s, find(&c, "112-2-01"), parts, 2, &c.arena, &keys, &c.err),
        STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_RELEASED);
    end(&c);
}

static void a_split__is_taken_back_as_one_change(void **state)
{
    struct case_of c;
    struct node node;
    struct outline parts[2] = {{&node, 1}, {&node, 1}};
    const char **keys = NULL;

    begin(&c, state);
    entity_defaults(&node_entity, &node);
    node.text = "請河川司校核。";
    assert_int_equal(
        resolution_split(c.db, &stamp, &c.s, find(&c, "112-2-01"), parts, 2, &c.arena, &keys, &c.err),
        STATUS_OK);
    assert_int_equal(undo_change_set(c.db, &stamp, ask(c.db, "SELECT max(id) FROM change_set"), &c.err),
                     STATUS_OK);
    reload(&c);
    assert_true(resolution_open(find(&c, "112-2-01")));
    assert_null(resolution_find(&c.s.resolutions, "113-1-01"));
    end(&c);
}

static void a_closed_one__is_taken_up_again_under_a_new_number(void **state)
{
    struct case_of c;
    const char *key = NULL;

    begin(&c, state);
    assert_int_equal(resolution_again(c.db, &stamp, &c.s, find(&c, "112-2-01"), &c.arena, &key, &c.err),
                     STATUS_NO);
    assert_int_equal(c.err.code, CODE_TRACK_OPEN);
    assert_int_equal(resolution_again(c.db, &stamp, &c.s, find(&c, "111-2-01"), &c.arena, &key, &c.err),
                     STATUS_OK);
    assert_string_equal(key, "113-1-01");
    reload(&c);
    assert_string_equal(find(&c, key)->after, "111-2-01");
    assert_string_equal(find(&c, key)->instruction.v[0].text, "請水質司公開採樣點位。");
    assert_null(find(&c, key)->due);
    assert_false(resolution_open(find(&c, "111-2-01")));
    end(&c);
}

static void the_parts_of_an_instruction__are_its_top_points_with_what_hangs_below(void **state)
{
    struct node nodes[4];
    const struct outline whole = {nodes, 4};
    struct arena arena = ARENA_INIT;
    struct outline *parts = NULL;
    struct err err = {0};
    size_t n = 0;

    (void)state;
    for (int i = 0; i < 4; i++) {
        entity_defaults(&node_entity, &nodes[i]);
        nodes[i].text = "點";
        nodes[i].level = i == 1 || i == 2;
    }
    assert_int_equal(instruction_parts(&whole, &arena, &parts, &n, &err), STATUS_OK);
    assert_int_equal(n, 2);
    assert_int_equal(parts[0].n, 3);
    assert_int_equal(parts[1].n, 1);
    assert_int_equal(parts[0].v[2].level, 1);
    arena_release(&arena);
}

static void the_rest__takes_recommended_merges_along_where_the_survivor_is_named(void **state)
{
    struct case_of c;
    struct tracked tracked;
    struct rest rest;

    begin(&c, state);
    assert_int_equal(tracked_of(&c.s, &c.arena, &tracked, &c.err), STATUS_OK);
    assert_int_equal(rest_find(&c.s, &tracked, &c.arena, &rest, &c.err), STATUS_OK);
    assert_int_equal(rest.n, 2);
    assert_int_equal(rest.n_unclear, 1); /* 112-2-02 itself */
    assert_int_equal(rest_rule(c.db, &stamp, &c.s, &rest, &c.err), STATUS_OK);
    reload(&c);
    assert_string_equal(resolution_merged_into(find(&c, "112-2-01")), "112-2-02");
    assert_string_equal(resolution_merged_into(find(&c, "112-2-03")), "112-2-02");
    assert_true(resolution_open(find(&c, "112-2-02")));
    end(&c);
}

/* ---- frozen --------------------------------------------------------------------------------------- */

static void a_round_of_a_confirmed_meeting__keeps_its_tables_attachments_and_letter(void **state)
{
    static const char *const attempts[] = {
        "UPDATE round SET letter = '別函' WHERE meeting = '112-2'",
        "UPDATE round SET letter_date = '2024-01-01' WHERE meeting = '112-2'",
        "UPDATE round SET proposed_into = '112-2-02' WHERE meeting = '112-2'",
        "UPDATE round_attachment SET title = '別件'",
        "DELETE FROM round_attachment",
        "INSERT INTO round_attachment (position, committee_id, resolution_id, round_id) SELECT 9, "
        "committee_id,"
        " resolution_id, id FROM round WHERE meeting = '112-2'",
        "UPDATE grid SET caption = '別表' WHERE owner = 'round'",
        "UPDATE grid SET caption = '別表' WHERE owner = 'round_attachment'",
        "DELETE FROM grid WHERE owner = 'round'",
        "UPDATE cell SET text = '99' WHERE line = 0",
        "DELETE FROM cell",
        "UPDATE node SET text = '別欄' WHERE owner = 'grid'",
        "DELETE FROM node WHERE owner = 'grid' AND field = 'notes'",
        "UPDATE node SET text = '別句' WHERE owner = 'cell'",
    };
    struct db *db = new_db(state, "x.db");

    import_file(db, ROUNDS);
    db_close(db);
    for (size_t i = 0; i < COUNT(attempts); i++)
        if (other_tool(path_of(state, "x.db"), attempts[i]) != SQLITE_CONSTRAINT)
            fail_msg("was let through: %s", attempts[i]);
    assert_int_equal(
        other_tool(path_of(state, "x.db"), "UPDATE round SET letter = '函' WHERE meeting = '113-1'"),
        SQLITE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_parts_of_an_instruction__are_its_top_points_with_what_hangs_below),
        scratch_test(a_merge__is_refused_where_it_would_go_in_a_circle),
        scratch_test(a_head__does_not_go_on_from_what_came_of_it),
        scratch_test(a_head_that_others_name__is_not_removed),
        scratch_test(a_split__closes_the_old_one_and_tracks_each_part_from_this_meeting),
        scratch_test(a_split__is_taken_back_as_one_change),
        scratch_test(a_closed_one__is_taken_up_again_under_a_new_number),
        scratch_test(the_rest__takes_recommended_merges_along_where_the_survivor_is_named),
        scratch_test(a_round_of_a_confirmed_meeting__keeps_its_tables_attachments_and_letter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

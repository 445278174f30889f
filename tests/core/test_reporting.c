/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is recommended, who is silent, and which tracked decisions a filter lets pass.
 */
#include "tests/core/records.h"

#include "core/cycle/ruling.h"
#include "core/tracking/reporting.h"

#define UNITS 3
static struct unit units[UNITS] = {{.name = "水質司"}, {.name = "河川司"}, {.name = "海象署"}};

/* A decision of N responsible units whose reports recommend WORDS: r c - (release, continue, nothing), or .
 * where a unit has not reported. */
static void make(struct resolution *r, struct round *round, struct report reports[UNITS], size_t n,
                 const char *words, int consolidated)
{
    entity_defaults(&resolution_entity, r);
    entity_defaults(&round_entity, round);
    r->key = "112-1-01";
    r->units.v = units;
    r->units.n = n;
    r->rounds.v = round;
    r->rounds.n = 1;
    round->meeting = "112-2";
    round->recommendation = consolidated;
    round->reports.v = reports;
    for (size_t i = 0; i < n; i++) {
        if (words[i] == '.')
            continue;
        entity_defaults(&report_entity, &reports[round->reports.n]);
        reports[round->reports.n].unit = units[i].name;
        reports[round->reports.n++].recommendation = words[i] == 'r'   ? RULING_RELEASE
                                                     : words[i] == 'c' ? RULING_CONTINUE
                                                                       : UNKNOWN;
    }
}

static void what_is_recommended__is_the_consolidated_word_or_what_all_units_say_alike(void **state)
{
    static const struct {
        size_t n;
        const char *words;
        int consolidated, recommended;
        bool silent;
    } cases[] = {
        {0, "", UNKNOWN, UNKNOWN, true},
        {1, ".", UNKNOWN, UNKNOWN, true},
        {1, "r", UNKNOWN, RULING_RELEASE, false},
        {1, "-", UNKNOWN, UNKNOWN, false},
        {2, "rr", UNKNOWN, RULING_RELEASE, false},
        {2, "rc", UNKNOWN, UNKNOWN, false},
        {2, "r.", UNKNOWN, UNKNOWN, true},
        {2, ".r", UNKNOWN, UNKNOWN, true},
        {3, "cc-", UNKNOWN, UNKNOWN, false},
        {3, "-cc", UNKNOWN, UNKNOWN, false},
        {3, "ccc", RULING_SELF, RULING_SELF, false},
        {1, ".", RULING_RELEASE, RULING_RELEASE, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct resolution r;
        struct round round;
        struct report reports[UNITS];

        make(&r, &round, reports, cases[i].n, cases[i].words, cases[i].consolidated);
        assert_int_equal(resolution_recommendation(&r, &round), cases[i].recommended);
        assert_int_equal(resolution_silent(&r, "112-2"), cases[i].silent);
        assert_true(resolution_silent(&r, "113-1"));
        assert_int_equal(resolution_recommendation(&r, NULL), UNKNOWN);
    }
}

static void the_consolidated_text__speaks_for_all_units(void **state)
{
    struct resolution r;
    struct round round;
    struct report reports[UNITS];
    struct node node;

    (void)state;
    entity_defaults(&node_entity, &node);
    node.text = "已完成。";
    make(&r, &round, reports, 2, "..", UNKNOWN);
    assert_true(resolution_unit_silent(&r, "112-2", "水質司"));
    round.progress = (struct outline){&node, 1};
    assert_false(resolution_unit_silent(&r, "112-2", "水質司"));
    assert_false(resolution_silent(&r, "112-2"));
}

/* The numbers that pass, each with a space. */
static void passing(const struct resolutions *all, const struct track_filter *filter, struct str *out)
{
    for (size_t i = 0; i < all->n; i++)
        if (track_passes(filter, &all->v[i]))
            str_printf(out, "%s ", all->v[i].key);
}

static void a_filter__passes_what_is_wanted__each_condition_narrowing_it(void **state)
{
    static const struct {
        struct track_filter filter;
        const char *keys;
    } cases[] = {
        {{.state = TRACK_OPEN}, "111-2-02 112-1-02 112-2-01 112-2-02 112-2-03 "},
        {{.state = TRACK_OVERDUE, .today = "2024-04-30"}, "111-2-02 112-2-01 "},
        {{.state = TRACK_OVERDUE, .today = "2024-05-01"}, "111-2-02 112-2-01 112-2-03 "},
        {{.state = TRACK_SILENT, .round = "113-1"}, "111-2-02 112-2-01 112-2-02 112-2-03 "},
        {{.state = TRACK_SILENT, .round = "113-1", .unit = "海象署"}, "111-2-02 112-2-01 "},
        {{.state = TRACK_SILENT, .round = "113-1", .unit = "河川司"}, ""}, /* it has reported, others not */
        {{.state = TRACK_SILENT}, ""},
        {{.state = TRACK_SILENT, .round = "112-2"}, "112-2-03 "}, /* 112-2 decided the others itself */
        {{.state = TRACK_CLOSED, .meeting = "112-1"}, "112-1-01 112-1-03 112-1-04 "},
        {{.state = TRACK_ALL, .meeting = "111-2"},
         "111-2-01 111-2-02 111-2-03 111-2-04 "}, /* not in the data */
        {{.state = TRACK_ALL, .meeting = "11"}, ""},
        {{.state = TRACK_ALL, .folded = "112-2-0"}, "112-2-01 112-2-02 112-2-03 "},
        {{.state = TRACK_OPEN, .unit = "水文觀測所", .folded = "19筆"}, "112-2-02 "},
        {{.state = TRACK_OPEN, .unit = "沒有這個單位"}, ""},
    };
    struct snapshot s = SNAPSHOT_INIT;
    struct db *db = new_db(state, "filter.db");

    import_file(db, EXAMPLE);
    load_meeting(db, "113-1", &s);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str keys = STR_INIT;

        passing(&s.resolutions, &cases[i].filter, &keys);
        assert_string_equal(keys.text, cases[i].keys);
        str_release(&keys);
    }
    snapshot_release(&s);
    db_close(db);
}

static void the_rest__is_what_has_no_ruling__and_a_confirmed_meeting_rules_on_nothing(void **state)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct arena arena = ARENA_INIT;
    struct db *db = new_db(state, "rest.db");
    struct err err = {0};
    struct tracked tracked;
    struct rest rest;

    import_file(db, EXAMPLE);
    load_meeting(db, "113-1", &s);
    assert_int_equal(tracked_of(&s, &arena, &tracked, &err), STATUS_OK);
    assert_int_equal(rest_find(&s, &tracked, &arena, &rest, &err), STATUS_OK);
    assert_int_equal(rest.n, 1);
    assert_string_equal(rest.v[0]->key, "112-1-02");
    assert_int_equal(rest.rulings[0], RULING_CONTINUE);
    assert_int_equal(rest.n_unclear, 4);
    snapshot_release(&s);
    s = (struct snapshot)SNAPSHOT_INIT;
    load_meeting(db, "112-2", &s);
    assert_int_equal(tracked_of(&s, &arena, &tracked, &err), STATUS_OK);
    assert_int_equal(rest_find(&s, &tracked, &arena, &rest, &err), STATUS_OK);
    assert_int_equal(rest.n, 0);
    assert_int_equal(rest_rule(db, &stamp, &s, &rest, &err), STATUS_NO);
    assert_int_equal(err.code, CODE_MEETING_CONFIRMED);
    snapshot_release(&s);
    arena_release(&arena);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_recommended__is_the_consolidated_word_or_what_all_units_say_alike),
        cmocka_unit_test(the_consolidated_text__speaks_for_all_units),
        scratch_test(a_filter__passes_what_is_wanted__each_condition_narrowing_it),
        scratch_test(the_rest__is_what_has_no_ruling__and_a_confirmed_meeting_rules_on_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

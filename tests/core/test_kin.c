/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links between tracked decisions, followed.
 */
#include "tests/core/records.h"

#include "core/tracking/kin.h"

enum { MOST = 6 };
static struct resolution made[MOST];
static struct round rounds[MOST];

/* Decisions a, b, c …; of each "-", "a>" what it goes on from, "m:b" what it was merged into, "s" split. */
static struct resolutions make(const char *const *words, size_t n)
{
    static const char *const keys[MOST] = {"a", "b", "c", "d", "e", "f"};

    for (size_t i = 0; i < n; i++) {
        const char *word = words[i];

        entity_defaults(&resolution_entity, &made[i]);
        entity_defaults(&round_entity, &rounds[i]);
        made[i].key = keys[i];
        made[i].rounds.v = &rounds[i];
        made[i].rounds.n = 1;
        if (word[0] == 'm')
            rounds[i].ruling = RULING_MERGE;
        if (word[0] == 's')
            rounds[i].ruling = RULING_SPLIT;
        for (size_t k = 0; k < MOST; k++) {
            if (word[0] == 'm' && word[2] == keys[k][0])
                rounds[i].into = keys[k];
            if (word[1] == '>' && word[0] == keys[k][0])
                made[i].after = keys[k];
        }
    }
    return (struct resolutions){made, n};
}

static void what_leads_to_one__is_found_over_any_number_of_steps_and_ends_in_a_circle(void **state)
{
    static const struct {
        const char *words[MOST];
        size_t n, of;
        const char *before; /* their keys, itself too */
    } cases[] = {
        {{"-"}, 1, 0, "a"},
        {{"m:b", "-"}, 2, 1, "ab"},
        {{"m:b", "-"}, 2, 0, "a"},
        {{"-", "a>", "b>", "c>"}, 4, 3, "abcd"},
        {{"-", "a>", "b>", "c>"}, 4, 1, "ab"},
        {{"s", "a>", "a>", "m:c"}, 4, 2, "acd"},
        {{"m:b", "m:a", "-"}, 3, 0, "ab"},           /* a record may run in a circle */
        {{"m:b", "m:c", "m:a", "c>"}, 4, 3, "abcd"}, /* and out of it again */
        {{"m:f", "-"}, 2, 0, "a"},                   /* into one that is not there */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct resolutions all = make(cases[i].words, cases[i].n);
        struct arena arena = ARENA_INIT;
        const bool *marks = NULL;
        char found[MOST + 1] = "";
        struct err err = {0};

        assert_int_equal(kin_before(&all, &all.v[cases[i].of], &arena, &marks, &err), STATUS_OK);
        for (size_t k = 0; k < all.n; k++)
            if (marks[k])
                found[strlen(found)] = all.v[k].key[0];
        assert_string_equal(found, cases[i].before);
        arena_release(&arena);
    }
}

static void links__are_told_with_how_they_came_about(void **state)
{
    static const char *const words[] = {"s", "a>", "m:b", "-", "d>", "m:f"};
    static const struct {
        size_t of;
        const char *told;
    } cases[] = {{0, "split after b "},  {1, "split before a merged before c "},
                 {2, "merged after b "}, {3, "again after e "},
                 {4, "again before d "}, {5, "merged after f "}};
    static const char *const how[] = {"merged", "again", "split"};
    const struct resolutions all = make(words, COUNT(words));

    (void)state;
    rounds[5].into = "nowhere";
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct str told = STR_INIT;
        struct kins kins;
        struct err err = {0};

        assert_int_equal(kin_of(&all, &all.v[cases[i].of], &arena, &kins, &err), STATUS_OK);
        for (size_t k = 0; k < kins.n; k++)
            str_printf(&told, "%s %s %s ", how[kins.v[k].how], kins.v[k].before ? "before" : "after",
                       kins.v[k].other ? kins.v[k].key : "f");
        assert_string_equal(told.text, cases[i].told);
        str_release(&told);
        arena_release(&arena);
    }
}

static void a_later_ruling__takes_a_merge_back(void **state)
{
    static const char *const words[] = {"m:b", "-"};
    const struct resolutions all = make(words, 2);
    struct round two[2];

    (void)state;
    two[0] = rounds[0];
    entity_defaults(&round_entity, &two[1]);
    two[1].ruling = RULING_AGAIN;
    made[0].rounds.v = two;
    made[0].rounds.n = 2;
    assert_null(resolution_merged_into(&all.v[0]));
    assert_true(resolution_open(&all.v[0]));
    two[1].ruling = UNKNOWN;
    assert_string_equal(resolution_merged_into(&all.v[0]), "b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_leads_to_one__is_found_over_any_number_of_steps_and_ends_in_a_circle),
        cmocka_unit_test(links__are_told_with_how_they_came_about),
        cmocka_unit_test(a_later_ruling__takes_a_merge_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

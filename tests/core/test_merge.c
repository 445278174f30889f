/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items that go with another: what the desk stores and refuses, and what comes back at the next meeting.
 */
#include "tests/core/papers.h"

#include "core/cycle/desk.h"
#include "core/meeting/merge.h"

/* 112-1: i1 is merged into the tracked 111-2-01, i4 and the motion i6 are decided with i3, i5 is merged into
 * the report i2. */
#define MERGED FIXTURES "merged.json"

static const struct item *item_of(const struct office *office, const char *key)
{
    const struct item *item = meeting_item(&office->s.meeting, key);

    assert_non_null(item);
    return item;
}

static void reload(struct office *office)
{
    office_meeting(office, "112-1");
}

/* ---- following what decisions name ---------------------------------------------------------------- */

static void an_item__leads_to_the_one_it_goes_with(void **state)
{
    static const struct {
        const char *item, *with, *holder, *decided;
    } cases[] = {
        {"i1", NULL, "i1", "i1"}, /* a tracked decision is no item */
        {"i2", NULL, "i2", "i2"}, {"i3", NULL, "i3", "i3"},
        {"i4", "i3", "i3", "i3"}, {"i5", "i2", "i2", "i5"}, /* merged, not decided together */
        {"i6", "i3", "i3", "i3"},
    };
    struct office office;

    office_of_file(state, &office, MERGED, "112-1");
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct meeting *m = &office.s.meeting;
        const struct item *item = item_of(&office, cases[i].item), *with = merge_with(m, item);

        assert_true(text_same(with ? with->key : NULL, cases[i].with));
        assert_string_equal(merge_holder(m, item)->key, cases[i].holder);
        assert_string_equal(merge_decided(m, item)->key, cases[i].decided);
    }
    office_release(&office);
}

static void items_that_go_with_one__are_found_in_the_agendas_order(void **state)
{
    static const struct {
        const char *key, *found[3];
    } cases[] = {{"i3", {"i4", "i6"}}, {"i2", {"i5"}}, {"111-2-01", {"i1"}}, {"i4", {NULL}}, {NULL, {NULL}}};
    struct office office;

    office_of_file(state, &office, MERGED, "112-1");
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t at = 0, n = 0;

        for (const struct item *item; (item = merge_next(&office.s.meeting, cases[i].key, &at)) != NULL; n++)
            assert_string_equal(item->key, cases[i].found[n]);
        assert_null(cases[i].found[n]);
    }
    office_release(&office);
}

/* ---- the desk ------------------------------------------------------------------------------------- */

static enum status merge(struct office *office, const char *key, int kind, const char *with, struct err *err)
{
    const struct item *item = item_of(office, key);
    struct decision wanted;
    enum status status;

    entity_defaults(&decision_entity, &wanted);
    if (item_decision(item))
        wanted = *item_decision(item);
    wanted.kind = kind;
    wanted.with = with;
    wanted.points = (struct outline){NULL, 0};
    status = decision_save(office->db, &stamp, &office->s, item, &wanted, NULL, err);
    reload(office);
    return status;
}

static void merging__is_refused_where_it_would_lead_back(void **state)
{
    static const struct {
        const char *item, *with;
        enum status status;
    } cases[] = {
        {"i3", "i3", STATUS_NO},       {"i3", "i4", STATUS_NO},
        {"i2", "i5", STATUS_NO},       {"i3", "i2", STATUS_OK}, /* and i4 and i6 with it */
        {"i2", "i6", STATUS_NO},                                /* by way of i3 */
        {"i2", "111-2-01", STATUS_OK},
    };
    struct office office;

    office_of_file(state, &office, MERGED, "112-1");
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = {0};

        assert_int_equal(merge(&office, cases[i].item, DECISION_MERGED, cases[i].with, &err),
                         cases[i].status);
        assert_int_equal(err.code, cases[i].status ? CODE_MERGE_CIRCLE : CODE_NONE);
    }
    office_release(&office);
}

static enum status join(struct office *office, const char *key, const char *const *others, size_t n,
                        struct err *err)
{
    int64_t ids[8];
    enum status status;

    for (size_t i = 0; i < n; i++)
        ids[i] = item_of(office, others[i])->row.id;
    status = decision_join(office->db, &stamp, &office->s, item_of(office, key), ids, n, "15:00", err);
    reload(office);
    return status;
}

static void one_decision_for_several_items__stands_on_one_and_the_others_name_it(void **state)
{
    static const char *const both[] = {"i4", "i5"};
    const struct decision *d;
    struct office office;
    struct err err = {0};

    office_of_file(state, &office, MERGED, "112-1");
    assert_int_equal(join(&office, "i3", both, COUNT(both), &err), STATUS_OK);
    d = item_decision(item_of(&office, "i5")); /* what it was before is given up */
    assert_int_equal(d->kind, DECISION_JOINT);
    assert_string_equal(d->with, "i3");
    assert_string_equal(d->at, "15:00");
    assert_int_equal(d->present, 6);
    assert_int_equal(d->met, 1);
    assert_null(item_decision(item_of(&office, "i4"))->at); /* it was so already */
    assert_null(item_decision(item_of(&office, "i6")));     /* not among them any more */
    assert_int_equal(item_decision(item_of(&office, "i3"))->points.n, 2);
    assert_int_equal(join(&office, "i4", &both[1], 1, &err), STATUS_OK); /* by way of i4 */
    assert_string_equal(merge_decided(&office.s.meeting, item_of(&office, "i5"))->key, "i3");
    err = (struct err){0};
    assert_int_equal(join(&office, "i5", (const char *const[]){"i3"}, 1, &err), STATUS_NO);
    assert_int_equal(err.code, CODE_MERGE_CIRCLE);
    assert_int_equal(item_decision(item_of(&office, "i3"))->kind, DECISION_CUSTOM); /* all or nothing */
    office_release(&office);
}

static void joint_decision__with_words_becomes_one_of_its_own(void **state)
{
    struct office office;
    struct decision wanted;
    struct node node;
    struct err err = {0};

    office_of_file(state, &office, MERGED, "112-1");
    wanted = *item_decision(item_of(&office, "i4"));
    entity_defaults(&node_entity, &node);
    node.text = "另案處理。";
    wanted.points = (struct outline){&node, 1};
    assert_int_equal(decision_save(office.db, &stamp, &office.s, item_of(&office, "i4"), &wanted, NULL, &err),
                     STATUS_OK);
    reload(&office);
    assert_int_equal(item_decision(item_of(&office, "i4"))->kind, DECISION_CUSTOM);
    assert_null(item_decision(item_of(&office, "i4"))->with);
    office_release(&office);
}

static void joining__gives_an_item_without_a_key_one(void **state)
{
    static const char *const others[] = {"i4"};
    struct office office;
    struct item wanted;
    const struct item *item;
    struct err err = {0};
    int64_t id;

    office_of_file(state, &office, MERGED, "112-1");
    assert_int_equal(join(&office, "i3", NULL, 0, &err), STATUS_OK);
    item = item_of(&office, "i3");
    id = item->row.id;
    wanted = *item;
    wanted.key = NULL;
    assert_int_equal(item_save(office.db, &stamp, &office.s, item, &wanted, &err), STATUS_OK);
    reload(&office);
    item = meeting_item_by_id(&office.s.meeting, id);
    assert_null(item->key);
    id = item_of(&office, others[0])->row.id;
    assert_int_equal(decision_join(office.db, &stamp, &office.s, item, &id, 1, NULL, &err), STATUS_OK);
    reload(&office);
    assert_string_equal(item_decision(item_of(&office, "i4"))->with, "i7");
    assert_string_equal(merge_decided(&office.s.meeting, item_of(&office, "i4"))->title,
                        "水質資料集收費一案");
    office_release(&office);
}

static void an_item_that_others_go_with__is_not_removed(void **state)
{
    struct office office;
    struct err err = {0};

    office_of_file(state, &office, MERGED, "112-1");
    assert_int_equal(item_remove(office.db, &stamp, &office.s, item_of(&office, "i2")->row.id, &err),
                     STATUS_NO);
    assert_int_equal(err.code, CODE_MERGE_HOLDS);
    office_release(&office);
}

/* ---- the next meeting ----------------------------------------------------------------------------- */

/* What is decided together comes back together; what was merged is part of the other. */
static void items_decided_together__come_back_together(void **state)
{
    static const char *const others[] = {"i4", "i6"};
    struct office office;
    struct snapshot next = SNAPSHOT_INIT;
    struct str titles = STR_INIT;
    struct err err = {0};
    int64_t id;

    office_of_file(state, &office, MERGED, "112-1");
    assert_int_equal(merge(&office, "i3", DECISION_DEFERRED, NULL, &err), STATUS_OK);
    assert_int_equal(merge(&office, "i2", DECISION_DEFERRED, NULL, &err), STATUS_OK);
    assert_int_equal(join(&office, "i3", others, COUNT(others), &err), STATUS_OK);
    assert_int_equal(meeting_create(office.db, &stamp, office.s.committee.row.id, "2023-12-06",
                                    MEETING_REGULAR, &id, &err),
                     STATUS_OK);
    assert_int_equal(snapshot_load(office.db, id, &next, &err), STATUS_OK);
    for (size_t i = 0; i < next.meeting.items.n; i++)
        if (next.meeting.items.v[i].from_item)
            str_printf(&titles, "%s ", next.meeting.items.v[i].from_item);
    assert_string_equal(titles.text, "i2 i3 i4 i6 ");
    str_release(&titles);
    snapshot_release(&next);
    office_release(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(an_item__leads_to_the_one_it_goes_with),
        scratch_test(items_that_go_with_one__are_found_in_the_agendas_order),
        scratch_test(merging__is_refused_where_it_would_lead_back),
        scratch_test(one_decision_for_several_items__stands_on_one_and_the_others_name_it),
        scratch_test(joint_decision__with_words_becomes_one_of_its_own),
        scratch_test(joining__gives_an_item_without_a_key_one),
        scratch_test(an_item_that_others_go_with__is_not_removed),
        scratch_test(items_decided_together__come_back_together),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

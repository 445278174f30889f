/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trees of rows: what is loaded, and that storing changes what differs and nothing else.
 */
#include "tests/core/records.h"

#include "db/tree.h"

/* ---- storing --------------------------------------------------------------------------------- */

/* The tracking fixture, and its first meeting as it is stored. */
struct stored {
    struct db *db;
    struct snapshot s;
};

static void open_stored(void **state, struct stored *t)
{
    t->db = new_db(state, "x.db");
    import_file(t->db, FIXTURES "tracking.json");
    load_meeting(t->db, "113-1", &t->s);
}

static void close_stored(struct stored *t)
{
    snapshot_release(&t->s);
    db_close(t->db);
}

static void reload(struct stored *t)
{
    snapshot_release(&t->s);
    load_meeting(t->db, "113-1", &t->s);
}

/* The tracking item, with three statements. */
static const struct item *item_of(const struct stored *t)
{
    return meeting_item(&t->s.meeting, "t1");
}

static struct tree_place statements_of(const struct stored *t)
{
    return (struct tree_place){.owner = "item",
                               .owner_id = item_of(t)->row.id,
                               .field = "statements",
                               .committee = t->s.committee.row.id,
                               .meeting = t->s.meeting.row.id};
}

#define AS_LIST(typed) ((struct list){(typed).v, (typed).n})

static enum status merge_statements(struct stored *t, struct statement *v, size_t n)
{
    const struct tree_place place = statements_of(t);
    struct err err = {0};
    enum status status = write_begin(t->db, &stamp, &err);

    if (!status)
        status = write_end(t->db,
                           tree_merge(t->db, &statement_entity, &place, AS_LIST(item_of(t)->statements),
                                      (struct list){v, n}, &err),
                           &err);
    if (status)
        assert_int_equal(err.status, status);
    return status;
}

/* What the last change set did, a line a column: "op table column". */
static void assert_last_changes(void **state, const char *expected)
{
    assert_looks(path_of(state, "x.db"),
                 "SELECT op || ' ' || tbl || ' ' || col FROM change WHERE change_set_id = "
                 "(SELECT max(id) FROM change_set) ORDER BY id",
                 expected);
}

static void merge__of_the_same_rows__changes_nothing(void **state)
{
    struct stored t;
    struct statement copies[3];

    open_stored(state, &t);
    memcpy(copies, item_of(&t)->statements.v, sizeof copies);
    assert_int_equal(merge_statements(&t, copies, 3), STATUS_OK);
    assert_int_equal(ask(t.db, "SELECT count(*) FROM change_set"), 1);
    close_stored(&t);
}

static void merge__updates_the_columns_that_differ_and_no_others(void **state)
{
    struct stored t;
    struct statement copies[3];

    open_stored(state, &t);
    memcpy(copies, item_of(&t)->statements.v, sizeof copies);
    copies[1].at = "14:26";
    copies[1].disclosure = DISCLOSURE_CLOSED;
    assert_int_equal(merge_statements(&t, copies, 3), STATUS_OK);
    assert_int_equal(copies[1].row.ver, 2);
    close_stored(&t);
    assert_last_changes(state, "update statement disclosure\nupdate statement said_at\n");
}

static void merge__keeps_ids__when_a_row_is_put_before_others(void **state)
{
    struct stored t;
    struct statement wanted[4];
    int64_t ids[3];
    struct node node;

    open_stored(state, &t);
    memcpy(wanted + 1, item_of(&t)->statements.v, 3 * sizeof *wanted);
    for (int i = 0; i < 3; i++)
        ids[i] = wanted[i + 1].row.id;
    entity_defaults(&statement_entity, &wanted[0]);
    entity_defaults(&node_entity, &node);
    wanted[0].chair = true;
    node.text = "先請各單位說明。";
    wanted[0].points = (struct outline){&node, 1};
    assert_int_equal(merge_statements(&t, wanted, 4), STATUS_OK);
    assert_true(wanted[0].row.id > ids[2]);
    assert_true(node.row.id > 0);
    reload(&t);
    assert_int_equal(item_of(&t)->statements.n, 4);
    assert_int_equal(item_of(&t)->statements.v[0].row.id, wanted[0].row.id);
    assert_string_equal(item_of(&t)->statements.v[0].points.v[0].text, "先請各單位說明。");
    for (int i = 0; i < 3; i++) {
        assert_int_equal(item_of(&t)->statements.v[i + 1].row.id, ids[i]);
        assert_int_equal(item_of(&t)->statements.v[i + 1].row.ver, 1); /* moving is no edit */
        assert_int_equal(item_of(&t)->statements.v[i + 1].row.position, i + 1);
        assert_int_equal(item_of(&t)->statements.v[i + 1].points.n, 1);
    }
    close_stored(&t);
}

static void merge__reorders_by_position_alone(void **state)
{
    struct stored t;
    struct statement wanted[3];
    const struct statement *old;

    open_stored(state, &t);
    old = item_of(&t)->statements.v;
    wanted[0] = old[2];
    wanted[1] = old[0];
    wanted[2] = old[1];
    assert_int_equal(merge_statements(&t, wanted, 3), STATUS_OK);
    close_stored(&t);
    assert_last_changes(state,
                        "update statement position\nupdate statement position\nupdate statement position\n");
    assert_looks(path_of(state, "x.db"), "SELECT position FROM statement ORDER BY id LIMIT 3", "1\n2\n0\n");
}

static void merge__deletes_a_row_with_all_below_it(void **state)
{
    struct stored t;
    struct statement wanted[2];
    int64_t nodes;

    open_stored(state, &t);
    nodes = ask(t.db, "SELECT count(*) FROM node");
    wanted[0] = item_of(&t)->statements.v[0];
    wanted[1] = item_of(&t)->statements.v[2];
    assert_int_equal(merge_statements(&t, wanted, 2), STATUS_OK);
    assert_int_equal(ask(t.db, "SELECT count(*) FROM node"), nodes - 1);
    assert_int_equal(ask(t.db, "SELECT count(*) FROM node WHERE owner = 'statement' AND owner_id NOT IN "
                               "(SELECT id FROM statement)"),
                     0);
    reload(&t);
    assert_int_equal(item_of(&t)->statements.n, 2);
    assert_int_equal(item_of(&t)->statements.v[1].row.position, 1);
    close_stored(&t);
}

/* A record's rows have no ids: they are known by their identity, else by their place. */
static void merge__knows_rows_without_ids_by_their_key_or_their_place(void **state)
{
    struct stored t;
    struct snapshot mine;
    struct statement *wanted;
    struct item items[8];
    const struct meeting *m;
    struct tree_place place;
    struct err err = {0};

    open_stored(state, &t);
    load_meeting(t.db, "113-1", &mine);
    wanted = meeting_item(&mine.meeting, "t1")->statements.v;
    for (int i = 0; i < 3; i++) {
        struct node *node = wanted[i].points.v;

        wanted[i].row = (struct row){.id = 0};
        node->row = (struct row){.id = 0};
    }
    wanted[2].at = "14:30";
    assert_int_equal(merge_statements(&t, wanted, 3), STATUS_OK);
    assert_last_changes(state, "update statement said_at\n");
    for (int i = 0; i < 3; i++)
        assert_int_equal(wanted[i].row.id, item_of(&t)->statements.v[i].row.id);
    snapshot_release(&mine);
    reload(&t);
    m = &t.s.meeting;
    assert_true(m->items.n <= COUNT(items));
    for (size_t i = 0; i < m->items.n;
         i++) { /* the other way round: those with keys are found all the same */
        items[i] = m->items.v[m->items.n - 1 - i];
        if (items[i].key)
            items[i].row = (struct row){.id = 0};
    }
    place = (struct tree_place){"meeting", m->row.id, "items", t.s.committee.row.id, m->row.id, 0};
    assert_int_equal(write_begin(t.db, &stamp, &err), STATUS_OK);
    assert_int_equal(write_end(t.db,
                               tree_merge(t.db, &item_entity, &place, AS_LIST(m->items),
                                          (struct list){items, m->items.n}, &err),
                               &err),
                     STATUS_OK);
    for (size_t i = 0; i < m->items.n; i++)
        assert_int_equal(items[i].row.id, m->items.v[m->items.n - 1 - i].row.id);
    assert_int_equal(ask(t.db, "SELECT count(*) FROM change WHERE op <> 'update' AND change_set_id > 1"), 0);
    close_stored(&t);
}

static void merge__of_a_row_that_somebody_changed__is_a_conflict_and_stores_nothing(void **state)
{
    struct stored t;
    struct statement mine[3], theirs[3];

    open_stored(state, &t);
    memcpy(mine, item_of(&t)->statements.v, sizeof mine);
    memcpy(theirs, item_of(&t)->statements.v, sizeof theirs);
    theirs[1].at = "14:26";
    assert_int_equal(merge_statements(&t, theirs, 3), STATUS_OK);
    mine[0].at = "14:20";
    mine[1].at = "14:27";
    assert_int_equal(merge_statements(&t, mine, 3), STATUS_CONFLICT);
    reload(&t);
    assert_null(item_of(&t)->statements.v[0].at); /* not the half of it */
    assert_string_equal(item_of(&t)->statements.v[1].at, "14:26");
    close_stored(&t);
}

static void merge__of_a_row_that_somebody_deleted__is_a_conflict(void **state)
{
    struct stored t;
    struct statement mine[3], theirs[2];

    open_stored(state, &t);
    memcpy(mine, item_of(&t)->statements.v, sizeof mine);
    memcpy(theirs, item_of(&t)->statements.v, sizeof theirs);
    assert_int_equal(merge_statements(&t, theirs, 2), STATUS_OK);
    mine[2].at = "14:27";
    assert_int_equal(merge_statements(&t, mine, 3), STATUS_CONFLICT);
    mine[2].at = NULL;
    assert_int_equal(merge_statements(&t, mine, 2), STATUS_CONFLICT); /* deleting it again */
    close_stored(&t);
}

static void merge__needs_no_conflict__where_others_changed_other_rows(void **state)
{
    struct stored t;
    struct statement mine[3], theirs[3];

    open_stored(state, &t);
    memcpy(mine, item_of(&t)->statements.v, sizeof mine);
    memcpy(theirs, item_of(&t)->statements.v, sizeof theirs);
    theirs[1].at = "14:26";
    mine[0].at = "14:20";
    assert_int_equal(merge_statements(&t, theirs, 3), STATUS_OK);
    assert_int_equal(merge_statements(&t, mine, 3), STATUS_OK);
    reload(&t);
    assert_string_equal(item_of(&t)->statements.v[0].at, "14:20");
    assert_string_equal(item_of(&t)->statements.v[1].at, "14:26");
    close_stored(&t);
}

/* ---- owners of several tables ---------------------------------------------------------------- */

static void put_item(struct stored *t, const struct item *old, struct item *wanted)
{
    struct tree_place place = {
        "meeting", t->s.meeting.row.id, "items", t->s.committee.row.id, t->s.meeting.row.id, 0};
    struct err err = {0};

    assert_int_equal(write_begin(t->db, &stamp, &err), STATUS_OK);
    assert_int_equal(write_end(t->db, tree_put(t->db, &item_entity, &place, old, wanted, &err), &err),
                     STATUS_OK);
}

static const char rich_item[] = "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\"},"
                                "\"meetings\":[{\"id\":\"113-1\",\"items\":[{\"key\":"
                                "\"new\",\"section\":\"motion\",\"seconders\":[\"m03\"],\"explanation\":[{"
                                "\"text\":\"說明一\",\"points\":[\"說明一之一\"]},"
                                "\"說明二\"],\"proposal\":[\"擬辦一\"],\"tables\":[{\"columns\":[\"單位\","
                                "\"筆數\"],\"rows\":[[[\"格內一\",\"格內二\"],\"12\"]],"
                                "\"notes\":[\"註\"]}],\"attachments\":[{\"label\":\"附件1\",\"tables\":[{"
                                "\"caption\":\"附件之表\",\"columns\":[],\"rows\":[]}]}],"
                                "\"recused\":[\"m02\"]}]}]}";

static void rows_of_several_owners__come_back_under_their_own(void **state)
{
    struct record record = RECORD_INIT;
    struct problems problems;
    struct stored t;
    struct item *wanted;
    const struct item *found;

    open_stored(state, &t);
    problems_init(&problems);
    assert_int_equal(record_parse(rich_item, strlen(rich_item), &record, &problems, NULL), STATUS_OK);
    wanted = &record.meetings.v[0].items.v[0];
    wanted->row.position = 90;
    put_item(&t, NULL, wanted);
    record_release(&record);
    problems_release(&problems);
    reload(&t);
    found = meeting_item(&t.s.meeting, "new");
    assert_non_null(found);
    assert_int_equal(found->explanation.n, 3);
    assert_string_equal(found->explanation.v[1].text, "說明一之一");
    assert_int_equal(found->explanation.v[1].level, 1);
    assert_int_equal(found->proposal.n, 1);
    assert_string_equal(found->proposal.v[0].text, "擬辦一");
    assert_int_equal(found->tables.n, 1);
    assert_int_equal(found->tables.v[0].columns.n, 2);
    assert_string_equal(found->tables.v[0].notes.v[0].text, "註");
    assert_int_equal(found->tables.v[0].cells.n, 2);
    assert_string_equal(found->tables.v[0].cells.v[0].outline.v[1].text, "格內二");
    assert_string_equal(found->tables.v[0].cells.v[1].text, "12");
    assert_string_equal(found->attachments.v[0].tables.v[0].caption, "附件之表");
    assert_string_equal(found->recused.v[0].person.member, "m02");
    assert_string_equal(found->seconders.v[0].person.member, "m03");
    /* and go with it */
    put_item(&t, found, NULL);
    assert_int_equal(ask(t.db, "SELECT count(*) FROM grid WHERE caption = '附件之表'"), 0);
    assert_int_equal(
        ask(t.db, "SELECT count(*) FROM node WHERE text IN ('說明二', '擬辦一', '格內一', '註', '筆數')"), 0);
    assert_int_equal(ask(t.db, "SELECT count(*) FROM named"), 0);
    close_stored(&t);
}

static void load__keeps_meetings_and_tracked_decisions_apart(void **state)
{
    struct arena arena = ARENA_INIT;
    struct err err = {0};
    struct list meetings, resolutions, none;
    struct stored t;
    int64_t nodes = 0;

    open_stored(state, &t);
    assert_int_equal(
        tree_load(t.db, &meeting_entity, TREE_BY_COMMITTEE, t.s.committee.row.id, &arena, &meetings, &err),
        STATUS_OK);
    assert_int_equal(tree_load(t.db, &resolution_entity, TREE_BY_COMMITTEE, t.s.committee.row.id, &arena,
                               &resolutions, &err),
                     STATUS_OK);
    assert_int_equal(meetings.n, ask(t.db, "SELECT count(*) FROM meeting"));
    assert_int_equal(resolutions.n, ask(t.db, "SELECT count(*) FROM resolution"));
    for (size_t i = 0; i < resolutions.n; i++) {
        const struct resolution *r = (const struct resolution *)resolutions.v + i;

        nodes += (int64_t)r->instruction.n;
        for (size_t k = 0; k < r->rounds.n; k++)
            nodes += (int64_t)(r->rounds.v[k].progress.n + r->rounds.v[k].ruling_text.n);
    }
    assert_int_equal(nodes,
                     ask(t.db, "SELECT count(*) FROM node WHERE resolution_id > 0 AND owner <> 'report'"));
    assert_int_equal(tree_load(t.db, &meeting_entity, TREE_BY_ID, 9999, &arena, &none, &err), STATUS_OK);
    assert_int_equal(none.n, 0);
    arena_release(&arena);
    close_stored(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(merge__of_the_same_rows__changes_nothing),
        scratch_test(merge__updates_the_columns_that_differ_and_no_others),
        scratch_test(merge__keeps_ids__when_a_row_is_put_before_others),
        scratch_test(merge__reorders_by_position_alone),
        scratch_test(merge__deletes_a_row_with_all_below_it),
        scratch_test(merge__knows_rows_without_ids_by_their_key_or_their_place),
        scratch_test(merge__of_a_row_that_somebody_changed__is_a_conflict_and_stores_nothing),
        scratch_test(merge__of_a_row_that_somebody_deleted__is_a_conflict),
        scratch_test(merge__needs_no_conflict__where_others_changed_other_rows),
        scratch_test(rows_of_several_owners__come_back_under_their_own),
        scratch_test(load__keeps_meetings_and_tracked_decisions_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

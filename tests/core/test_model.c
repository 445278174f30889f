/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The description of rows, held against a struct of this test's own.
 */
#include "core/base/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const char *const colour_codes[] = {"red", "blue"};
static const struct choices colours = {"colour", colour_codes, COUNT(colour_codes)};

struct station {
    struct row row;
    int seat, open, colour;
    bool online;
    const char *name, *built;
    struct share part;
    LIST_OF(struct node) notes;
};

enum { F_SEAT, F_OPEN, F_COLOUR, F_ONLINE, F_NAME, F_BUILT, F_PART, F_NOTES, F_COUNT };
static const struct field station_fields[] = {
    [F_SEAT] = {.column = "seat",
                .type = FIELD_INT,
                .offset = offsetof(struct station, seat),
                .fallback = UNKNOWN},
    [F_OPEN] = {.column = "open",
                .type = FIELD_TRI,
                .offset = offsetof(struct station, open),
                .fallback = UNKNOWN},
    [F_COLOUR] = {.column = "colour",
                  .type = FIELD_CHOICE,
                  .offset = offsetof(struct station, colour),
                  .fallback = 1,
                  .choices = &colours},
    [F_ONLINE] = {.column = "online", .type = FIELD_BOOL, .offset = offsetof(struct station, online)},
    [F_NAME] = {.column = "name", .type = FIELD_TEXT, .offset = offsetof(struct station, name)},
    [F_BUILT] = {.column = "built", .type = FIELD_DATE, .offset = offsetof(struct station, built)},
    [F_PART] = {.column = "part", .type = FIELD_SHARE, .offset = offsetof(struct station, part)},
    [F_NOTES] = {.column = "notes",
                 .type = FIELD_LIST,
                 .offset = offsetof(struct station, notes),
                 .child = &node_entity},
};
static const struct entity station_entity = {.table = "station",
                                             .size = sizeof(struct station),
                                             .fields = station_fields,
                                             .n_fields = COUNT(station_fields)};

static void row__begins_with_its_defaults(void **state)
{
    struct station station;

    (void)state;
    memset(&station, 0x5A, sizeof station);
    entity_defaults(&station_entity, &station);
    assert_int_equal(station.row.id, 0);
    assert_int_equal(station.seat, UNKNOWN);
    assert_int_equal(station.open, UNKNOWN);
    assert_int_equal(station.colour, 1);
    assert_false(station.online);
    assert_null(station.name);
    assert_int_equal(station.part.den, 0);
    assert_null(station.notes.v);
    assert_int_equal(station.notes.n, 0);
}

static void field__is_read_and_written_in_its_place__and_nowhere_else(void **state)
{
    struct station station, before;
    struct node nodes[2] = {{.text = "一"}, {.text = "二"}};
    const struct field *f = station_fields;

    (void)state;
    entity_defaults(&station_entity, &station);
    field_set_int(&f[F_SEAT], &station, 7);
    field_set_int(&f[F_OPEN], &station, 0);
    field_set_int(&f[F_ONLINE], &station, 1);
    field_set_text(&f[F_NAME], &station, "水位站");
    field_set_share(&f[F_PART], &station, (struct share){1, 3});
    field_set_list(&f[F_NOTES], &station, (struct list){nodes, 2});
    assert_int_equal(station.seat, 7);
    assert_int_equal(station.open, 0);
    assert_true(station.online);
    assert_string_equal(station.name, "水位站");
    assert_int_equal(station.part.num, 1);
    assert_ptr_equal(station.notes.v, nodes);
    assert_int_equal(field_int(&f[F_SEAT], &station), 7);
    assert_int_equal(field_int(&f[F_ONLINE], &station), 1);
    assert_string_equal(field_text(&f[F_NAME], &station), "水位站");
    assert_int_equal(field_share(&f[F_PART], &station).den, 3);
    assert_int_equal(field_list(&f[F_NOTES], &station).n, 2);
    before = station;
    field_set_int(&f[F_ONLINE], &station, UNKNOWN); /* a yes/no that is not said is no */
    assert_false(station.online);
    assert_int_equal(station.seat, before.seat);
    assert_ptr_equal(station.name, before.name);
}

static void rows__are_the_same__when_every_field_is__lists_apart(void **state)
{
    struct station a, b;
    char name[] = "水位站";

    (void)state;
    entity_defaults(&station_entity, &a);
    a.name = "水位站";
    b = a;
    b.name = name;
    b.row.id = 9;
    b.notes.n = 1;
    assert_true(row_same(&station_entity, &a, &b));
    for (int i = 0; i < F_NOTES; i++) {
        const struct field *field = &station_fields[i];
        struct station c = b;

        if (field_is_text(field))
            field_set_text(field, &c, "別的");
        else if (field_is_int(field))
            field_set_int(field, &c, field_int(field, &b) == 1 ? 0 : 1);
        else
            field_set_share(field, &c, (struct share){2, 3});
        assert_false(field_same(field, &a, &c));
        assert_false(row_same(&station_entity, &a, &c));
    }
}

static void every_type_of_field__is_a_text_or_a_number_or_neither(void **state)
{
    static const struct {
        enum field_type type;
        bool text, number;
    } cases[] = {
        {FIELD_INT, false, true},    {FIELD_BOOL, false, true},  {FIELD_TRI, false, true},
        {FIELD_TEXT, true, false},   {FIELD_LINES, true, false}, {FIELD_DATE, true, false},
        {FIELD_MOMENT, true, false}, {FIELD_TIME, true, false},  {FIELD_CHOICE, false, true},
        {FIELD_SHARE, false, false}, {FIELD_KEY, true, false},   {FIELD_REF, true, false},
        {FIELD_LIST, false, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct field field = {.column = "x", .type = cases[i].type};

        assert_int_equal(field_is_text(&field), cases[i].text);
        assert_int_equal(field_is_int(&field), cases[i].number);
    }
}

static void columns_and_codes__are_found_by_name(void **state)
{
    (void)state;
    assert_ptr_equal(entity_field(&station_entity, "part"), &station_fields[F_PART]);
    assert_null(entity_field(&station_entity, "par"));
    assert_null(entity_field(&station_entity, ""));
    assert_int_equal(choice_find(&colours, "red"), 0);
    assert_int_equal(choice_find(&colours, "blue"), 1);
    assert_int_equal(choice_find(&colours, "Blue"), UNKNOWN);
    assert_int_equal(choice_find(&colours, NULL), UNKNOWN);
}

static void node__is_described_as_it_stands_in_its_struct(void **state)
{
    struct node node;

    (void)state;
    entity_defaults(&node_entity, &node);
    field_set_int(entity_field(&node_entity, "level"), &node, 2);
    field_set_int(entity_field(&node_entity, "plain"), &node, 1);
    field_set_text(entity_field(&node_entity, "text"), &node, "一段");
    assert_int_equal(node.level, 2);
    assert_true(node.plain);
    assert_string_equal(node.text, "一段");
    assert_int_equal(node_entity.size, sizeof node);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(row__begins_with_its_defaults),
        cmocka_unit_test(field__is_read_and_written_in_its_place__and_nowhere_else),
        cmocka_unit_test(rows__are_the_same__when_every_field_is__lists_apart),
        cmocka_unit_test(every_type_of_field__is_a_text_or_a_number_or_neither),
        cmocka_unit_test(columns_and_codes__are_found_by_name),
        cmocka_unit_test(node__is_described_as_it_stands_in_its_struct),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

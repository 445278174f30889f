/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the public reads of what was said: who is named, in which order, under which number.
 */
#include "tests/core/papers.h"

#include "core/meeting/disclosure.h"

#define FIXTURE FIXTURES "anonymous.json"

/* The fixture with one or two places changed. */
struct variant {
    const char *old, *with, *old2, *with2;
};

static void begin(void **state, struct office *office, const struct variant *variant)
{
    struct str text = STR_INIT;

    *office = (struct office){.s = SNAPSHOT_INIT, .previous = SNAPSHOT_INIT, .out = STR_INIT};
    office->db = new_db(state, "papers.db");
    snprintf(office->path, sizeof office->path, "%s", path_of(state, "papers.db"));
    read_file(FIXTURE, &text);
    if (variant->old)
        replace_one(&text, variant->old, variant->with);
    if (variant->old2)
        replace_one(&text, variant->old2, variant->with2);
    import_right(office->db, text.text, text.len_bytes, RECORD_STORED);
    str_release(&text);
    office_meeting(office, "113-1");
}

static void printed(void **state, const struct variant *variant, const char *style, struct str *out)
{
    struct office office;

    begin(state, &office, variant);
    print_paper(&office, "minutes", style, COPY_PUBLIC, 76);
    str_add(out, office.out.text);
    office_release(&office);
}

static const struct variant as_it_is = {NULL, NULL, NULL, NULL};
#define M03 "\"member\": \"m03\"\n              },\n              \"disclosure\""
#define SOMEBODY(speaker)                                                           \
    {                                                                               \
        M03, speaker "\n              },\n              \"disclosure\"", NULL, NULL \
    }

/* Whoever it was: a member, an observer, a unit, the chair, a presentation. */
static void the_public_copy_is_the_same__whoever_spoke_anonymously(void **state)
{
    static const struct variant others[] = {
        SOMEBODY("\"member\": \"m02\""),
        SOMEBODY("\"chair\": true"),
        SOMEBODY("\"unit\": \"河川司\""),
        SOMEBODY("\"surname\": \"魚\", \"given\": \"玄機\", \"title\": \"科長\""),
        SOMEBODY("\"delegate_of\": \"m04\""),
        SOMEBODY("\"name\": \"簡報團隊\""),
        {"\"disclosure\": \"anonymous\",\n              \"points\"",
         "\"disclosure\": \"anonymous\", \"presentation\": true, \"at\": \"14:20\", \"points\"", NULL, NULL},
        {"\"disclosure\": \"anonymous\",\n              \"points\"",
         "\"disclosure\": \"anonymous\", \"response\": true, \"points\"", NULL, NULL},
    };
    static const char *const styles[] = {"classic", "formal", "docket"};

    for (size_t k = 0; k < COUNT(styles); k++) {
        struct str expected = STR_INIT;

        printed(state, &as_it_is, styles[k], &expected);
        for (size_t i = 0; i < COUNT(others); i++) {
            struct str out = STR_INIT;

            printed(state, &others[i], styles[k], &out);
            assert_string_equal(out.text, expected.text);
            str_release(&out);
        }
        str_release(&expected);
    }
}

/* The named one speaks after it instead of before. */
static void the_public_copy_is_the_same__whenever_it_was_said(void **state)
{
    static const struct variant first = {
        "\"member\": \"m02\"\n              },\n              \"points\": [\n                {\n             "
        "     "
        "\"text\": \"建議改列乙類。\"\n                }\n              ]\n            },",
        "\"member\": \"m03\"}, \"disclosure\": \"anonymous\", \"points\": "
        "[\"個別設施位置不宜公開。\",\"縣市統計值可先開放。\"]},",
        M03 ": \"anonymous\",\n              \"points\": [\n                {\n                  \"text\": "
            "\"個別設施位置不宜公開。\"\n                },\n                {\n                  \"text\": "
            "\"縣市統計值可先開放。\"\n                }\n              ]",
        "\"member\": \"m02\"}, \"points\": [\"建議改列乙類。\"]"};
    struct str expected = STR_INIT, out = STR_INIT;

    printed(state, &as_it_is, "classic", &expected);
    printed(state, &first, "classic", &out);
    assert_string_equal(out.text, expected.text);
    str_release(&expected);
    str_release(&out);
}

static void what_the_chair_declared_for_the_meeting__holds_when_he_speaks_from_the_chair(void **state)
{
    static const struct variant chair = {
        "\"member\": \"m01\",\n          \"status\": \"present\"",
        "\"member\": \"m01\", \"status\": \"present\", \"disclosure\": \"closed\"",
        "\"member\": \"m02\"\n              }", "\"chair\": true}"};
    struct str out = STR_INIT;

    printed(state, &chair, "classic", &out);
    assert_null(strstr(out.text, "建議改列乙類"));
    assert_non_null(strstr(out.text, "某委員"));
    str_release(&out);
}

static void what_a_member_declared__holds_for_his_delegate_by_name(void **state)
{
    static const struct variant delegate = {"\"member\": \"m03\",\n          \"status\": \"present\"",
                                            "\"member\": \"m03\", \"status\": \"delegate\", \"delegate\": "
                                            "{\"surname\": \"魚\", \"given\": \"玄機\"},"
                                            " \"disclosure\": \"closed\"",
                                            "\"member\": \"m02\"\n              }",
                                            "\"surname\": \"魚\", \"given\": \"玄機\"}"};
    struct str out = STR_INIT;

    printed(state, &delegate, "classic", &out);
    assert_null(strstr(out.text, "建議改列乙類"));
    assert_null(strstr(out.text, "玄機"));
    str_release(&out);
}

static void without_anonymous_statements__the_order_of_speech_stays(void **state)
{
    static const struct variant named = {
        M03 ": \"anonymous\",", "\"member\": \"m03\"}, \"response\": true,",
        "\"unit\": \"水質司\"\n              },\n              \"response\": true,",
        "\"unit\": \"水質司\"},"};
    struct office office;
    struct arena arena = ARENA_INIT;
    struct meeting meeting;
    struct err err = {0};

    begin(state, &office, &named);
    assert_int_equal(meeting_for_public(&office.s.meeting, &arena, &meeting, &err), STATUS_OK);
    assert_int_equal(meeting.items.v[0].statements.n, 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(meeting.items.v[0].statements.v[i].row.id,
                         office.s.meeting.items.v[0].statements.v[i].row.id);
    arena_release(&arena);
    office_release(&office);
}

static void beside_an_anonymous_statement__replies_and_the_chair_come_last(void **state)
{
    static const struct variant chair = {"\"member\": \"m02\"\n              }", "\"chair\": true}", NULL,
                                         NULL};
    struct office office;
    struct arena arena = ARENA_INIT;
    struct meeting meeting;
    struct err err = {0};
    const struct statement *v;

    begin(state, &office, &chair);
    assert_int_equal(meeting_for_public(&office.s.meeting, &arena, &meeting, &err), STATUS_OK);
    v = meeting.items.v[0].statements.v;
    assert_int_equal(v[0].disclosure, DISCLOSURE_ANONYMOUS);
    assert_true(v[1].chair);
    assert_true(v[2].response);
    arena_release(&arena);
    office_release(&office);
}

static void an_anonymous_statement__keeps_its_words_alone(void **state)
{
    struct office office;
    struct arena arena = ARENA_INIT;
    struct meeting meeting;
    struct err err = {0};
    const struct statement *s;

    begin(state, &office, &as_it_is);
    assert_int_equal(meeting_for_public(&office.s.meeting, &arena, &meeting, &err), STATUS_OK);
    s = &meeting.items.v[0].statements.v[1];
    assert_int_equal(s->disclosure, DISCLOSURE_ANONYMOUS);
    assert_true(person_none(&s->speaker) && !s->name && !s->delegate_of && !s->at && !s->pending);
    assert_int_equal(s->points.n, 2);
    assert_int_equal(meeting.items.v[1].statements.v[0].disclosure, DISCLOSURE_ANONYMOUS);
    arena_release(&arena);
    office_release(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(the_public_copy_is_the_same__whoever_spoke_anonymously),
        scratch_test(the_public_copy_is_the_same__whenever_it_was_said),
        scratch_test(what_the_chair_declared_for_the_meeting__holds_when_he_speaks_from_the_chair),
        scratch_test(what_a_member_declared__holds_for_his_delegate_by_name),
        scratch_test(without_anonymous_statements__the_order_of_speech_stays),
        scratch_test(beside_an_anonymous_statement__replies_and_the_chair_come_last),
        scratch_test(an_anonymous_statement__keeps_its_words_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

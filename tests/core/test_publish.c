/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is published, and above all what is not: the whole package is searched for every name and text that
 * must not be there, and two records that differ only in secrets give the same bytes.
 */
#include "tests/core/publish.h"

#define EVERYTHING FIXTURES "publication.json"

static void with_files(void **state)
{
    put_file(state, "files/分級清冊.txt", "取水設施,乙類\n");
    put_file(state, "files/slides.pdf", "%PDF-1.4 made up\n");
}

/* ---- what must not be there ------------------------------------------------------------------ */

struct secret {
    const char *file, *meeting;
    const char *never[40]; /* that must be nowhere */
    const char *there[12]; /* and what must be, or nothing was searched */
};
static const struct secret secrets[] = {
    {FIXTURES "closed.json",
     "113-1",
     {"甲公司", "履約爭議", "底價", "將另行提供委員", "closed", "高委員", "張簡委員", "高處長", "張簡司長"},
     {"請說明資料缺漏期間", "歐陽", "補遺值應與實測值區別", "設備汰換預算報告"}},
    {FIXTURES "anonymous.json",
     "113-1",
     {"司徒委員", "陳委員", "司徒理事", "\"closed\""},
     {"個別設施位置不宜公開", "影像如可辨識行人", "某委員", "anonymous", "建議改列乙類", "將依委員意見研議"}},
    {EVERYTHING,
     "113-1",
     {"前次密談",   "02-2345-0001", "(02)2345-0002",  "０９１２",       "分機 1234",  "water@example.tw",
      "A123456789", "魚玄機",       "薛濤",           "李冶",           "幕僚甲",     "先以電話",
      "口頭核定",   "內部備註",     "下次會議之草稿", "尚未公開之進度", "早已結案",   "113-2",
      "黃鶴水利",   "底價",         "監視系統之弱點", "稽核報告",       "密語",       "閘門開度",
      "感謝江謝",   "補正契約",     "陳委員",         "高委員",         "14:05",      "14:17",
      "14:22",      "\"reply\"",    "female",         "\"gender\"",     "\"closed\"", "files/",
      "幕僚",       "江謝副司長"},
     {"頻率宜逐筆公布", "每日更新實務上做不到", "將分級處理", "個別設施位置不宜公開", "遵照辦理", "某委員",
      "無記名投票", "附件1", "attachments/01.分級清冊.txt", "司徒委員靜宜", "112-2-01", "113-1-01"}},
};

static void nothing_hidden__is_anywhere_in_the_package(void **state)
{
    static const char *const styles[] = {"classic", "formal", "docket"};

    with_files(state);
    for (size_t i = 0; i < COUNT(secrets); i++) {
        for (size_t k = 0; k < COUNT(styles); k++) {
            struct published x;
            struct str all = STR_INIT;

            published_of_file(state, &x, secrets[i].file, secrets[i].meeting);
            style_free(x.style);
            assert_int_equal(style_load(styles[k], &x.style, &x.err), STATUS_OK);
            examine(&x, &redact_all);
            assert_int_equal(x.p.findings.undecided, 0);
            whole_package(&x, &all);
            for (size_t n = 0; n < COUNT(secrets[i].never) && secrets[i].never[n]; n++)
                if (holds(&all, secrets[i].never[n]))
                    fail_msg("%s in %s: %s", secrets[i].file, styles[k], secrets[i].never[n]);
            for (size_t n = 0; n < COUNT(secrets[i].there) && secrets[i].there[n]; n++)
                if (!holds(&all, secrets[i].there[n]))
                    fail_msg("%s in %s lacks: %s", secrets[i].file, styles[k], secrets[i].there[n]);
            str_release(&all);
            published_end(&x);
        }
    }
}

/* Attached files left out or kept as the finding says; the answers keep the rest. */
static void what_was_kept__is_there(void **state)
{
    struct published x;
    struct str all = STR_INIT;

    with_files(state);
    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, &keep_all);
    assert_int_equal(x.p.findings.undecided, 0);
    whole_package(&x, &all);
    assert_true(holds(&all, "(02)2345-0002#12") && holds(&all, "陳委員") && holds(&all, "感謝江謝副司長"));
    assert_true(holds(&all, "attachments/02.slides.pdf"));
    assert_false(holds(&all, "黃鶴水利") || holds(&all, "密語") || holds(&all, "內部備註"));
    str_release(&all);
    published_end(&x);
}

/* ---- two records that differ only in secrets ------------------------------------------------- */

struct twin {
    const char *file;
    const char *old[3], *with[3];
};
#define SPEAKER(key) "\"member\": \"" key "\"\n              },\n              \"disclosure\": \"anonymous\""
static const struct twin twins[] = {
    {FIXTURES "anonymous.json", {SPEAKER("m03")}, {SPEAKER("m02")}},
    {FIXTURES "anonymous.json",
     {SPEAKER("m03")},
     {"\"delegate_of\": \"m04\"\n},\n\"disclosure\": \"anonymous\""}},
    {FIXTURES "anonymous.json", {SPEAKER("m03")}, {"\"chair\": true\n},\n\"disclosure\": \"anonymous\""}},
    {FIXTURES "anonymous.json", {SPEAKER("m03")}, {"\"unit\": \"河川司\"},\n\"disclosure\": \"anonymous\""}},
    {FIXTURES "anonymous.json",
     {SPEAKER("m03")},
     {"\"surname\": \"魚\", \"given\": \"玄機\"},\n\"disclosure\": \"anonymous\""}},
    /* declared beforehand, or of the statement alone */
    {FIXTURES "anonymous.json",
     {",\n          \"disclosure\": \"anonymous\"\n        }\n      ],\n      \"items\"",
      "\"member\": \"m06\"\n              },\n"},
     {"}], \"items\"", "\"member\": \"m06\"}, \"disclosure\": \"anonymous\", \"at\": \"15:00\",\n"}},
    /* the words of closed statements, and how many there are */
    {FIXTURES "closed.json", {"履約爭議尚在調解，得標廠商為甲公司。"}, {"另有一事。"}},
    {FIXTURES "closed.json", {"\"member\": \"m05\""}, {"\"member\": \"m02\""}},
    {FIXTURES "closed.json",
     {"\"statements\": [\n            {\n              \"speaker\": {\n                \"member\": \"m02\""},
     {"\"statements\": [{\"speaker\": {\"member\": \"m06\"}, \"disclosure\": \"closed\", \"at\": \"14:01\", "
      "\"points\": [\"多一則。\", \"與多一點。\"]},\n            {\n              \"speaker\": {\n           "
      "     "
      "\"member\": \"m02\""}},
};

static void package_of(void **state, const char *text, struct str *out)
{
    struct published x;

    published_of_text(state, &x, text, "113-1");
    examine(&x, NULL);
    assert_int_equal(x.p.findings.n, 0);
    whole_package(&x, out);
    published_end(&x);
}

static void records_that_differ_only_in_secrets__give_the_same_package(void **state)
{
    for (size_t i = 0; i < COUNT(twins); i++) {
        struct str text = STR_INIT, one = STR_INIT, other = STR_INIT;

        read_file(twins[i].file, &text);
        package_of(state, text.text, &one);
        for (size_t k = 0; k < COUNT(twins[i].old) && twins[i].old[k]; k++)
            replace_one(&text, twins[i].old[k], twins[i].with[k]);
        package_of(state, text.text, &other);
        if (one.len_bytes != other.len_bytes || memcmp(one.text, other.text, one.len_bytes) != 0)
            fail_msg("twin %zu differs", i);
        str_release(&text);
        str_release(&one);
        str_release(&other);
    }
}

/* ---- the columns ----------------------------------------------------------------------------- */

static void each_column(const struct entity *e, int depth)
{
    assert_true(depth < 12);
    for (size_t i = 0; i < e->n_fields; i++) {
        if (field_publicity(e, &e->fields[i]) == PUBLICITY_UNSAID)
            fail_msg("%s.%s: say in core/publish/fields.c whether it is published", e->table,
                     e->fields[i].column);
        if (e->fields[i].type == FIELD_LIST && e->fields[i].child != e)
            each_column(e->fields[i].child, depth + 1);
    }
}

static void every_column__is_said_to_be_public_or_not(void **state)
{
    (void)state;
    each_column(&committee_entity, 0);
    each_column(&member_entity, 0);
    each_column(&meeting_entity, 0);
    each_column(&resolution_entity, 0);
}

/* ---- the record ------------------------------------------------------------------------------ */

static void published_record__can_be_imported_alone_and_prints_the_same_minutes(void **state)
{
    struct published x, again;
    struct str record = STR_INIT, first = STR_INIT, second = STR_INIT, text = STR_INIT;

    with_files(state);
    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, &redact_all);
    assert_int_equal(package_record(&x.p.copy, &record, &x.err), STATUS_OK);
    assert_int_equal(minutes_text(&x.p.copy.s, x.style, COPY_PUBLIC, 76, &first, &x.err), STATUS_OK);
    published_end(&x);
    published_of_text(state, &again, record.text, "113-1");
    examine(&again, NULL);
    export_text(again.db, &text);
    assert_string_equal(text.text, record.text);
    assert_int_equal(minutes_text(&again.p.copy.s, again.style, COPY_PUBLIC, 76, &second, &again.err),
                     STATUS_OK);
    assert_string_equal(first.text, second.text);
    published_end(&again);
    str_release(&record);
    str_release(&first);
    str_release(&second);
    str_release(&text);
}

static void example__publishes_every_meeting_with_records_that_import(void **state)
{
    static const char *const meetings[] = {"112-1", "112-2"};

    for (size_t i = 0; i < COUNT(meetings); i++) {
        struct published x, again;
        struct str record = STR_INIT, text = STR_INIT;

        published_of_file(state, &x, EXAMPLE, meetings[i]);
        examine(&x, &redact_all);
        assert_int_equal(package_record(&x.p.copy, &record, &x.err), STATUS_OK);
        published_end(&x);
        published_of_text(state, &again, record.text, meetings[i]);
        export_text(again.db, &text);
        assert_string_equal(text.text, record.text);
        published_end(&again);
        str_release(&record);
        str_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(nothing_hidden__is_anywhere_in_the_package),
        scratch_test(what_was_kept__is_there),
        scratch_test(records_that_differ_only_in_secrets__give_the_same_package),
        cmocka_unit_test(every_column__is_said_to_be_public_or_not),
        scratch_test(published_record__can_be_imported_alone_and_prints_the_same_minutes),
        scratch_test(example__publishes_every_meeting_with_records_that_import),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

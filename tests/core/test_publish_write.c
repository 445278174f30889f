/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The package on the disk: whole or not at all, its manifest true, and nothing told by the chain's head.
 */
#include "tests/core/publish.h"

#include "core/archive/archive.h"
#include "db/seal.h"

#include <jansson.h>

#define EVERYTHING FIXTURES "publication.json"

static const struct publishing how = {&publishing_stamp, "2024-05-22"};

static void begin(void **state, struct published *x, const struct publish_answers *answers)
{
    put_file(state, "files/分級清冊.txt", "取水設施,乙類\n");
    put_file(state, "files/slides.pdf", "%PDF-1.4 made up\n");
    published_of_file(state, x, EVERYTHING, "113-1");
    examine(x, answers);
}

static enum status write_to(void **state, struct published *x, const char *name)
{
    return publication_write(x->db, &x->p, x->style, &how, path_of(state, name), &x->err);
}

static bool is_there(void **state, const char *name)
{
    struct stat info;

    return lstat(path_of(state, name), &info) == 0;
}

/* How many entries the test's directory has. */
static size_t entries(void **state)
{
    char *names[64];
    const size_t n = list_files(path_of(state, "."), "", names, COUNT(names));

    for (size_t i = 0; i < n; i++)
        free(names[i]);
    return n;
}

static void the_manifest__tells_every_file_with_its_size_and_sum(void **state)
{
    struct published x;
    struct str manifest = STR_INIT;
    char head[SHA256_TEXT];
    json_t *root;
    const json_t *files;

    begin(state, &x, &keep_all);
    assert_int_equal(write_to(state, &x, "out"), STATUS_OK);
    read_file(path_of(state, "out/manifest.json"), &manifest);
    root = json_loads(manifest.text, 0, NULL);
    files = json_object_get(root, "files");
    assert_int_equal(json_array_size(files), 9);
    for (size_t i = 0; i < json_array_size(files); i++) {
        const json_t *file = json_array_get(files, i);
        struct str path = STR_INIT, bytes = STR_INIT;
        char sum[SHA256_TEXT];

        str_printf(&path, "out/%s", json_string_value(json_object_get(file, "name")));
        read_file(path_of(state, path.text), &bytes);
        sha256_text(bytes.text, bytes.len_bytes, sum);
        assert_int_equal(json_integer_value(json_object_get(file, "bytes")), bytes.len_bytes);
        assert_string_equal(json_string_value(json_object_get(file, "sha256")), sum);
        str_release(&path);
        str_release(&bytes);
    }
    assert_string_equal(json_string_value(json_object_get(root, "title")),
                        "水文部政府資料開放諮詢小組113年第1次會議");
    assert_string_equal(json_string_value(json_object_get(root, "made")), "2024-05-22");
    assert_int_equal(seal_head(x.db, head, &x.err), STATUS_OK);
    assert_string_equal(json_string_value(json_object_get(json_object_get(root, "journal"), "head")), head);
    json_decref(root);
    str_release(&manifest);
    published_end(&x);
}

/* Whoever tried what was journalled before would have to try the salt as well. */
static void the_head__seals_a_change_of_128_random_bits(void **state)
{
    struct published x;

    begin(state, &x, &keep_all);
    assert_int_equal(write_to(state, &x, "one"), STATUS_OK);
    assert_int_equal(write_to(state, &x, "two"), STATUS_OK);
    assert_int_equal(ask(x.db, "SELECT count(DISTINCT salt) FROM publication WHERE length(salt) = 32"), 2);
    assert_int_equal(ask(x.db, "SELECT count(*) FROM change WHERE tbl = 'publication' AND col = 'salt' AND"
                               " change_set_id = (SELECT max(change_set_id) FROM seal)"),
                     1);
    published_end(&x);
}

static void tables__are_plain_utf8_with_a_row_of_headings(void **state)
{
    struct published x;
    struct str csv = STR_INIT;

    begin(state, &x, &redact_all);
    assert_int_equal(write_to(state, &x, "out"), STATUS_OK);
    read_file(path_of(state, "out/statements.csv"), &csv);
    assert_true(strncmp(csv.text, "會議,節,案號,案由,列管案號,序號,發言人,類別,公開方式,內容\r\n", 20) == 0);
    assert_non_null(strstr(
        csv.text,
        "113-1,貳、報告事項,案由,取水設施資料分級報告,,3,某委員,發言,不記名,個別設施位置不宜公開。\r\n"));
    str_clear(&csv);
    read_file(path_of(state, "out/tracked-decisions.csv"), &csv);
    assert_true(strncmp(csv.text, "案號,來源,裁示事項,", 20) == 0);
    assert_non_null(strstr(csv.text, "\r\n112-2-01,"));
    assert_null(strstr(csv.text, "111-1-01"));
    str_release(&csv);
    published_end(&x);
}

static void attached_files__go_as_they_are(void **state)
{
    struct published x;
    struct str bytes = STR_INIT;

    begin(state, &x, &keep_all);
    assert_int_equal(write_to(state, &x, "out/"), STATUS_OK);
    read_file(path_of(state, "out/attachments/02.slides.pdf"), &bytes);
    assert_string_equal(bytes.text, "%PDF-1.4 made up\n");
    str_release(&bytes);
    published_end(&x);
}

/* ---- nothing is written ---------------------------------------------------------------------- */

static void undecided_findings__write_nothing(void **state)
{
    struct published x;
    size_t before;

    begin(state, &x, NULL);
    before = entries(state);
    assert_int_equal(write_to(state, &x, "out"), STATUS_NO);
    assert_int_equal(x.err.code, CODE_PUBLISH_UNDECIDED);
    assert_int_equal(entries(state), before);
    assert_int_equal(ask(x.db, "SELECT count(*) FROM publication"), 0);
    published_end(&x);
}

static void what_is_there__is_never_written_over(void **state)
{
    static const char *const names[] = {"file", "directory", "link"};
    struct published x;
    size_t before;

    begin(state, &x, &keep_all);
    put_file(state, "file", "mine\n");
    assert_int_equal(mkdir(path_of(state, "directory"), 0700), 0);
    assert_int_equal(symlink("nowhere", path_of(state, "link")), 0);
    before = entries(state);
    for (size_t i = 0; i < COUNT(names); i++) {
        assert_int_equal(write_to(state, &x, names[i]), STATUS_NO);
        assert_int_equal(x.err.code, CODE_PUBLISH_EXISTS);
    }
    assert_int_equal(entries(state), before);
    assert_int_equal(ask(x.db, "SELECT count(*) FROM publication"), 0);
    published_end(&x);
}

static void a_file_that_goes_meanwhile__leaves_nothing_behind(void **state)
{
    struct published x;
    size_t before;

    begin(state, &x, &keep_all);
    assert_int_equal(unlink(path_of(state, "files/slides.pdf")), 0);
    before = entries(state);
    assert_true(write_to(state, &x, "out") < 0);
    assert_int_equal(x.err.code, CODE_PUBLISH_CHANGED);
    assert_false(is_there(state, "out"));
    assert_int_equal(entries(state), before);
    published_end(&x);
}

static void a_missing_parent__is_said(void **state)
{
    struct published x;

    begin(state, &x, &keep_all);
    assert_true(write_to(state, &x, "nowhere/out") < 0);
    assert_int_equal(x.err.code, CODE_DIR_MISSING);
    published_end(&x);
}

/* ---- the step -------------------------------------------------------------------------------- */

static void the_kept_version__is_what_the_package_has(void **state)
{
    struct published x;
    struct milestone wanted;
    struct versions versions;
    struct arena arena = ARENA_INIT;
    struct str minutes = STR_INIT;
    char day[11];

    begin(state, &x, &redact_all);
    assert_int_equal(publish_store_answers(x.db, &publishing_stamp, &x.p.s, &x.p.findings, &x.err),
                     STATUS_OK);
    assert_int_equal(publication_day(x.db, x.meeting, day, &x.err), STATUS_OK);
    assert_string_equal(day, "");
    assert_int_equal(write_to(state, &x, "out"), STATUS_OK);
    assert_int_equal(publication_day(x.db, x.meeting, day, &x.err), STATUS_OK);
    assert_string_equal(day, "2024-05-22");
    entity_defaults(&milestone_entity, &wanted);
    wanted.step = STEP_PUBLISHED;
    wanted.date = "2024-05-22";
    assert_int_equal(publication_keep(x.db, &publishing_stamp, &x.p.s, &wanted, x.style, "formal", &x.err),
                     STATUS_OK);
    assert_int_equal(versions_load(x.db, x.meeting, &arena, &versions, &x.err), STATUS_OK);
    read_file(path_of(state, "out/minutes.txt"), &minutes);
    assert_int_equal(versions.n, 1);
    assert_string_equal(versions.v[0].text, minutes.text);
    assert_true(versions.v[0].is_public && version_is_whole(&versions.v[0]));
    arena_release(&arena);
    str_release(&minutes);
    published_end(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(the_manifest__tells_every_file_with_its_size_and_sum),
        scratch_test(the_head__seals_a_change_of_128_random_bits),
        scratch_test(tables__are_plain_utf8_with_a_row_of_headings),
        scratch_test(attached_files__go_as_they_are),
        scratch_test(undecided_findings__write_nothing),
        scratch_test(what_is_there__is_never_written_over),
        scratch_test(a_file_that_goes_meanwhile__leaves_nothing_behind),
        scratch_test(a_missing_parent__is_said),
        scratch_test(the_kept_version__is_what_the_package_has),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The publish step: what must be decided is listed and leads to its place, the package is written when all is
 * decided, and the day is offered.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/archive/archive.h"

#include <sys/stat.h>
#include <unistd.h>

#define F4 "\033OS"

static void read_fixture(const char *path, struct str *out)
{
    FILE *file = fopen(path, "rb");
    char bytes[4096];
    size_t n;

    assert_non_null(file);
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_add_bytes(out, bytes, n);
    assert_int_equal(fclose(file), 0);
}

static int64_t open_step(struct office *office, const char *fixture)
{
    struct str text = STR_INIT;
    int64_t id;

    office_open(office, false, "2024-05-22T02:00:00Z");
    read_fixture(fixture, &text);
    office_import(office, text.text);
    str_release(&text);
    office_choose_committee(office);
    id = office_meeting(office, "113-1");
    assert_true(home_push(&office->app));
    assert_true(publish_push(&office->app, id));
    return id;
}

static int64_t count_choices(const struct office *office, const char *choice)
{
    struct stmt *stmt = NULL;
    int64_t n = -1;

    assert_int_equal(
        stmt_begin(office->db, &stmt, "SELECT count(*) FROM publication_choice WHERE choice = $1", NULL),
        STATUS_OK);
    stmt_text(stmt, 1, choice);
    if (stmt_step(stmt, NULL) == STATUS_OK)
        n = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return n;
}

/* A path beside the database. */
static const char *beside(const struct office *office, const char *name, struct str *out)
{
    str_clear(out);
    str_add_bytes(out, office->path, (size_t)(strrchr(office->path, '/') - office->path) + 1);
    str_add(out, name);
    return out->text;
}

static void the_step__tells_how_much_is_to_be_decided(void **state)
{
    struct office office;

    (void)state;
    (void)open_step(&office, "tests/fixtures/publication.json");
    assert_sees(&office, "檢查並寫出公開資料夾");
    assert_sees(&office, "還有 15 處沒有決定");
    assert_fits_every_size(&office);
    office_type(&office, "p");
    assert_sees(&office, "共 15 處，還有 15 處沒有決定");
    assert_sees(&office, "回應不公開的發言");
    assert_sees(&office, "感謝江謝副司長說明，將補正契約。");
    assert_fits_every_size(&office);
    office_close(&office);
}

static void findings__are_decided_by_one_key_each_or_by_a_question(void **state)
{
    struct office office;

    (void)state;
    (void)open_step(&office, "tests/fixtures/publication.json");
    office_type(&office, "px");
    assert_int_equal(count_choices(&office, "redact"), 1);
    assert_sees(&office, "共 14 處"); /* who is named in the reply that is left out is named no more */
    office_type(&office, "k");
    assert_sees(&office, "找不到這個檔案");
    assert_int_equal(count_choices(&office, "keep"), 0);
    office_key(&office, "Down");
    office_key(&office, "Down");
    office_type(&office, "\r2");
    assert_int_equal(count_choices(&office, "keep"), 1);
    office_key(&office, "Up");
    office_key(&office, "Delete");
    assert_int_equal(count_choices(&office, "keep"), 0);
    office_type(&office, "w");
    assert_sees(&office, "還有沒決定的，決定之後才能寫出");
    office_close(&office);
}

static void findings_of_a_kind__are_decided_together(void **state)
{
    struct office office;

    (void)state;
    (void)open_step(&office, "tests/fixtures/publication.json");
    office_key(&office, "F6");
    for (int i = 0; i < 4; i++)
        office_key(&office, "Down");
    office_type(&office, "X"); /* telephone numbers: three */
    assert_int_equal(count_choices(&office, "redact"), 3);
    assert_sees(&office, "共 15 處，還有 12 處沒有決定");
    office_key(&office, "Up");
    office_type(&office, "K"); /* names of contacts: three */
    assert_int_equal(count_choices(&office, "keep"), 3);
    office_close(&office);
}

static void a_finding__leads_to_its_place(void **state)
{
    struct office office;

    (void)state;
    (void)open_step(&office, "tests/fixtures/publication.json");
    office_type(&office, "pg");
    assert_string_equal(office.app.top->ops->name, "session");
    office_close(&office);
}

static void the_package__is_written_when_all_is_decided_and_the_day_recorded(void **state)
{
    struct office office;
    struct str path = STR_INIT, typed = STR_INIT;
    struct versions versions;
    struct arena arena = ARENA_INIT;
    struct err err = {0};
    struct stat info;
    int64_t id;

    (void)state;
    id = open_step(&office, "tests/fixtures/publication.json");
    office_type(&office, "pxxxxxxxxxxxxxxx");
    assert_sees(&office, "都決定了，F4 寫出公開資料夾");
    str_printf(&typed, F4 "\x15%s\r2\r\r\r\r\r", beside(&office, "out", &path));
    office_type(&office, typed.text);
    assert_sees(&office, "已記下公開日期");
    assert_int_equal(stat(beside(&office, "out/manifest.json", &path), &info), 0);
    assert_int_equal(stat(beside(&office, "out/minutes.odt", &path), &info), 0);
    assert_int_equal(versions_load(office.db, id, &arena, &versions, &err), STATUS_OK);
    assert_int_equal(versions.n, 1);
    assert_null(strstr(versions.v[0].text, "A123456789"));
    assert_non_null(strstr(versions.v[0].text, "○○○"));
    arena_release(&arena);
    str_release(&path);
    str_release(&typed);
    office_close(&office);
}

static void recording_the_day__asks_first_while_a_text_is_undecided(void **state)
{
    struct office office;

    (void)state;
    (void)open_step(&office, "tests/fixtures/publication.json");
    office_type(&office, "\033[19~1"); /* F8 */
    assert_string_equal(office.app.top->ops->name, "check");
    office_close(&office);
    (void)open_step(&office, "tests/fixtures/anonymous.json");
    office_type(&office, "\033[19~");
    assert_false(office_sees(&office, "沒有決定"));
    office_close(&office);
}

static void a_directory_that_is_there__is_not_written_over(void **state)
{
    struct office office;
    struct str path = STR_INIT, typed = STR_INIT;

    (void)state;
    (void)open_step(&office, "tests/fixtures/anonymous.json");
    assert_sees(&office, "沒有發現個資");
    assert_int_equal(mkdir(beside(&office, "out", &path), 0700), 0);
    str_printf(&typed, "p" F4 "\x15%s\r", path.text);
    office_type(&office, typed.text);
    assert_sees(&office, "不會寫在別的東西上");
    str_release(&path);
    str_release(&typed);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_step__tells_how_much_is_to_be_decided),
        cmocka_unit_test(findings__are_decided_by_one_key_each_or_by_a_question),
        cmocka_unit_test(findings_of_a_kind__are_decided_together),
        cmocka_unit_test(a_finding__leads_to_its_place),
        cmocka_unit_test(the_package__is_written_when_all_is_decided_and_the_day_recorded),
        cmocka_unit_test(recording_the_day__asks_first_while_a_text_is_undecided),
        cmocka_unit_test(a_directory_that_is_there__is_not_written_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

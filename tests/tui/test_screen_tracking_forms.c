/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 3: forms for the units into a directory, and the filled ones back from it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"
#include "core/tracking/reporting.h"
#include "tui/file.h"

static const char weeks_before[] = "2024-04-24T02:00:00Z";
static const char headings[] = "案號,會議,單位,辦理情形,列管建議\n";

struct forms_office {
    struct office office;
    char directory[64];
};

static void begin(struct forms_office *f)
{
    (void)snprintf(f->directory, sizeof f->directory, "/tmp/yishi-forms-XXXXXX");
    assert_non_null(mkdtemp(f->directory));
    office_open(&f->office, true, weeks_before);
    assert_true(home_push(&f->office.app));
    assert_true(tracking_push(&f->office.app, office_meeting(&f->office, "113-1"), "112-2-02"));
}

static void end(struct forms_office *f)
{
    office_close(&f->office);
    assert_int_equal(nftw(f->directory, office_remove, 8, FTW_DEPTH | FTW_PHYS), 0);
}

/* KEY, the directory in place of what the dialog proposes, and what follows. */
static void type_directory(struct forms_office *f, const char *key, const char *rest)
{
    struct str bytes = STR_INIT;

    str_printf(&bytes, "%s\025%s\r%s", key, f->directory, rest);
    office_type(&f->office, bytes.text);
    str_release(&bytes);
}

static void put_file(struct forms_office *f, const char *name, const char *rows)
{
    struct str path = STR_INIT, text = STR_INIT;
    struct err err = {0};

    str_printf(&path, "%s/%s", f->directory, name);
    str_printf(&text, "%s%s", headings, rows);
    assert_int_equal(file_write(path.text, text.text, text.len_bytes, &err), STATUS_OK);
    str_release(&path);
    str_release(&text);
}

/* How many units have reported on the decision KEY for 113-1. */
static size_t reports(struct forms_office *f, const char *key)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct err err = {0};
    const struct round *round;
    size_t n;

    assert_int_equal(snapshot_load(f->office.db, office_meeting(&f->office, "113-1"), &s, &err), STATUS_OK);
    round = resolution_round(resolution_find(&s.resolutions, key), "113-1");
    n = round ? round->reports.n : 0;
    snapshot_release(&s);
    return n;
}

static void forms__are_written_for_each_unit_and_never_over_one_that_is_there(void **state)
{
    struct forms_office f;
    struct str path = STR_INIT, text = STR_INIT;
    struct err err = {0};

    (void)state;
    begin(&f);
    type_directory(&f, "w", "");
    str_printf(&path, "%s/113-1-資訊處.csv", f.directory);
    assert_int_equal(file_read(path.text, 1 << 20, &text, &err), STATUS_OK);
    assert_non_null(strstr(text.text, "第112-2-02案,113-1"));
    type_directory(&f, "w", "");
    assert_sees(&f.office, "沒有覆蓋");
    str_release(&path);
    str_release(&text);
    end(&f);
}

static void filled_forms__are_shown_first_and_stored_when_that_is_wanted(void **state)
{
    struct forms_office f;

    (void)state;
    begin(&f);
    type_directory(&f, "i", "");
    assert_sees(&f.office, "這個資料夾裡沒有 CSV 檔");
    put_file(&f, "a.csv", "112-2-02,113-1,資訊處,已訂定期程。,解除列管\n");
    put_file(&f, "b.csv", "112-2-02,113-1,水文觀測所,已轉檔。,\n112-2-03,113-1,資訊處,,\n");
    type_directory(&f, "i", "1"); /* not yet */
    assert_int_equal(reports(&f, "112-2-02"), 0);
    type_directory(&f, "i", "2");
    assert_sees(&f.office, "已收回 2 筆回報（相同 0 筆，未填 1 筆）");
    assert_int_equal(reports(&f, "112-2-02"), 2);
    assert_sees(&f.office, "已訂定期程。");
    type_directory(&f, "i", "");
    assert_sees(&f.office, "沒有要變更的：相同 2 筆，未填 1 筆");
    end(&f);
}

static void one_form_that_does_not_fit__keeps_all_out(void **state)
{
    struct forms_office f;

    (void)state;
    begin(&f);
    put_file(&f, "a.csv", "112-2-02,113-1,資訊處,已訂定期程。,解除列管\n");
    put_file(&f, "b.csv", "112-9-09,113-1,資訊處,完成。,\n");
    type_directory(&f, "i", "\0332");
    assert_int_equal(reports(&f, "112-2-02"), 0);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms__are_written_for_each_unit_and_never_over_one_that_is_there),
        cmocka_unit_test(filled_forms__are_shown_first_and_stored_when_that_is_wanted),
        cmocka_unit_test(one_form_that_does_not_fit__keeps_all_out),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

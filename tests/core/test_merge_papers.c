/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items that go with another, and motions from the floor: what the papers print and what verify names.
 */
#include "tests/core/papers.h"

#include "core/cycle/desk.h"
#include "core/verify/verify.h"

/* 112-1: i1 is merged into the tracked 111-2-01, i4 and the motion i6 are decided with i3, i5 is merged into
 * the report i2. */
#define MERGED FIXTURES "merged.json"

static const struct item *item_of(const struct office *office, const char *key)
{
    const struct item *item = meeting_item(&office->s.meeting, key);

    assert_non_null(item);
    return item;
}

/* ---- papers --------------------------------------------------------------------------------------- */

static void minutes__say_with_what_an_item_goes(void **state)
{
    static const struct {
        const char *style, *expected[5];
    } cases[] = {
        {"formal",
         {"案由一：雨量站資料更新頻率報告決議：併111-2-01列管。",
          "案由二：河川影像收費一案決議：與案由一合併決議。",
          "案由三：潮位資料改用開放格式一案決議：併報告事項案由二討論。",
          "提案人：歐陽委員秉衡附議人：司徒委員靜宜、葉科長王水", "決議：與討論事項案由一合併決議。"}},
        {"classic",
         {"決議：併111-2-01列管。", "決議：與案由一合併決議。", "決議：併報告事項案由二討論。",
          "提案人：歐陽委員秉衡附議人：司徒委員靜宜、葉科長王水", "決議：與討論事項案由一合併決議。"}},
        {"docket",
         {"併111-2-01列管。", "與案由一合併決議。", "併報告事項案由二討論。",
          "附議人：司徒委員靜宜、葉科長王水", "與討論事項案由一合併決議。"}},
    };
    struct office office;

    office_of_file(state, &office, MERGED, "112-1");
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_paper(&office, "minutes", cases[i].style, COPY_PUBLIC, 76);
        squeeze(&office.out);
        assert_in_order(office.out.text, cases[i].expected, COUNT(cases[i].expected));
        assert_null(strstr(office.out.text, "併入本案"));
    }
    office_release(&office);
}

/* Before it was sent an item is called as it will print; one that has no number by its title. */
static void the_other_item__is_called_by_its_number_or_its_title(void **state)
{
    static const struct {
        const char *style, *item, *expected;
    } cases[] = {
        {"formal", "i5", "併報告事項案由二討論。"},
        {"classic", "i5", "併報告事項(二)討論。"},
        {"docket", "i5", "併報告事項第二案討論。"},
        {"formal", "i4", "與臨時動議「建請公布測站停用時間。」合併決議。"},
        {"formal", "i1", "併111-2-01列管。"},
        {"formal", "i3", ""}, /* words of its own: no standard wording */
        {"formal", "i2", "洽悉。"},
    };
    struct office office;

    office_of_file(state, &office, MERGED, "112-1");
    for (size_t i = 0; i < office.s.meeting.items.n; i++)
        office.s.meeting.items.v[i].label = NULL;
    office.s.meeting.items.v[5].decision.v[0].with = "i6"; /* i4 */
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct style *style = NULL;
        struct str text = STR_INIT;
        struct err err = {0};

        assert_int_equal(style_load(cases[i].style, &style, &err), STATUS_OK);
        minutes_decision_text(&office.s, style, item_of(&office, cases[i].item), &text);
        assert_string_equal(text.text, cases[i].expected);
        str_release(&text);
        style_free(style);
    }
    office_release(&office);
}

static void minutes__list_what_was_merged_into_an_item_where_the_style_wants_it(void **state)
{
    static const char own[] =
        "[section]\njoined = \"合併討論：\"\n[decision]\nmerged_with = \"（併{title}）\"\n";
    struct office office;
    char path[512];
    FILE *file;

    office_of_file(state, &office, MERGED, "112-1");
    (void)snprintf(path, sizeof path, "%s", path_of(state, "own.ini"));
    file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(own, file) >= 0);
    assert_int_equal(fclose(file), 0);
    print_paper(&office, "minutes", path, COPY_PUBLIC, 76);
    squeeze(&office.out);
    assert_non_null(strstr(office.out.text, "合併討論：案由二、臨時動議「建請公布測站停用時間。」"));
    assert_non_null(strstr(office.out.text, "合併討論：討論事項案由三"));
    assert_non_null(strstr(office.out.text, "（併潮位資料格式報告）"));
    assert_int_equal(unlink(path), 0);
    office_release(&office);
}

/* The next meeting's table of all that was decided says the same. */
static void the_next_meetings_table__says_with_what_an_item_went(void **state)
{
    static const char *const expected[] = {"併111-2-01列管。", "與案由一合併決議。", "併報告事項案由二討論。",
                                           "與討論事項案由一合併決議。"};
    struct office office;
    struct err err = {0};
    int64_t id;

    office_of_file(state, &office, MERGED, "112-1");
    assert_int_equal(meeting_create(office.db, &stamp, office.s.committee.row.id, "2023-12-06",
                                    MEETING_REGULAR, &id, &err),
                     STATUS_OK);
    office_meeting(&office, "112-2");
    office_previous(&office, "112-1");
    print_paper(&office, "tracking", "docket", COPY_PUBLIC, 200);
    assert_in_order(office.out.text, expected, COUNT(expected));
    office_release(&office);
}

/* ---- the record and its check --------------------------------------------------------------------- */

static void verify__names_what_goes_with_nobody_and_what_goes_in_circles(void **state)
{
    static const struct {
        const char *sql, *expected;
    } cases[] = {
        {NULL, ""},
        {"UPDATE decision SET merged_with = 'i9' WHERE merged_with = 'i2'", "0 112-1 i5 i9\n"},
        {"UPDATE decision SET merged_with = '111-2-01' WHERE merged_with = 'i3'",
         "0 112-1 i4 111-2-01\n0 112-1 i6 111-2-01\n"}, /* decided together with what was tracked: no */
        {"UPDATE decision SET merged_with = NULL WHERE merged_with = 'i2'", ""}, /* old minutes do not say */
        {"UPDATE decision SET merged_with = 'i4', kind = 'merged' WHERE kind = 'custom'",
         "1 112-1 i3 i4\n1 112-1 i4 i3\n1 112-1 i6 i3\n"},
        {"DELETE FROM decision WHERE kind = 'custom'", "2 112-1 i4 i3\n2 112-1 i6 i3\n"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct str text = STR_INIT;
        struct findings findings;
        struct office office;
        struct err err = {0};

        office_of_file(state, &office, MERGED, NULL);
        if (cases[i].sql) {
            db_close(office.db);
            assert_int_equal(other_tool(office.path, cases[i].sql), 0);
            assert_int_equal(db_open(&office.db, office.path, DB_READ, &err), STATUS_OK);
        }
        assert_int_equal(
            verify_all(office.db, 0, &office_calendar_shipped, "2023-05-25", &arena, &findings, &err),
            STATUS_OK);
        for (size_t k = 0; k < findings.n; k++) {
            const struct finding *f = &findings.v[k];

            if (f->kind < FINDING_MERGE_NOBODY || f->kind > FINDING_MERGE_UNDECIDED)
                continue;
            assert_false(f->warning);
            str_printf(&text, "%d %s %s\n", (int)f->kind - (int)FINDING_MERGE_NOBODY, f->place, f->what);
        }
        assert_string_equal(text.text, cases[i].expected);
        str_release(&text);
        arena_release(&arena);
        office_release(&office);
    }
}

/* Only where the committee's own rule asks for seconders. */
static void verify__counts_those_who_second_a_motion(void **state)
{
    static const struct {
        const char *rule, *old, *with, *expected;
    } cases[] = {
        {"", "", "", ""},
        {",\n        \"seconders_min\": 2", "", "", ""},
        {",\n        \"seconders_min\": 3", "", "", "112-1 i6 2/3\n"},
        /* nobody wrote down who moved it */
        {",\n        \"seconders_min\": 3", "\"proposer\": {\n            \"member\": \"m02\"\n          },",
         "", ""},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct db *db = new_db(state, "motion.db");
        struct arena arena = ARENA_INIT;
        struct str record = STR_INIT, again = STR_INIT, text = STR_INIT;
        struct findings findings;
        struct err err = {0};

        read_file(MERGED, &record);
        replace_one(&record, "\"convener_counts\": true", "\"convener_counts\": true@");
        replace_one(&record, "@", cases[i].rule);
        replace_one(&record, cases[i].old, cases[i].with);
        import_right(db, record.text, record.len_bytes, RECORD_STORED);
        export_text(db, &again);
        assert_int_equal(strstr(again.text, "seconders_min") != NULL, *cases[i].rule != '\0');
        assert_int_equal(verify_all(db, 0, &office_calendar_shipped, "2023-05-25", &arena, &findings, &err),
                         STATUS_OK);
        for (size_t k = 0; k < findings.n; k++)
            if (findings.v[k].kind == FINDING_SECONDERS)
                str_printf(&text, "%s %s\n", findings.v[k].place, findings.v[k].what);
        assert_string_equal(text.text, cases[i].expected);
        str_release(&record);
        str_release(&again);
        str_release(&text);
        arena_release(&arena);
        db_close(db);
        assert_int_equal(unlink(path_of(state, "motion.db")), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(minutes__say_with_what_an_item_goes),
        scratch_test(the_other_item__is_called_by_its_number_or_its_title),
        scratch_test(minutes__list_what_was_merged_into_an_item_where_the_style_wants_it),
        scratch_test(the_next_meetings_table__says_with_what_an_item_went),
        scratch_test(verify__names_what_goes_with_nobody_and_what_goes_in_circles),
        scratch_test(verify__counts_those_who_second_a_motion),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line of a meeting's dates, and the small words that screens share.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/screens/meeting/timeline.h"
#include "tui/screens/shared/label.h"

#include "core/tracking/resolution.h"

static const struct date spring = {2024, 5, 2}, day = {2024, 5, 14};

static struct deadlines dates(void)
{
    return deadlines_of(&office_calendar_shipped, day, day, deadline_figures_default);
}

static struct meeting meeting_of(struct milestone *milestones, size_t n)
{
    struct meeting meeting;

    entity_defaults(&meeting_entity, &meeting);
    meeting.start = "2024-05-14T14:00";
    meeting.milestones.v = milestones;
    meeting.milestones.n = n;
    return meeting;
}

static void the_line__has_today_before_the_four_dates_and_their_words_apart(void **state)
{
    const struct meeting meeting = meeting_of(NULL, 0);
    const struct deadlines deadlines = dates();
    struct cells cells = {0};

    (void)state;
    picture_start(&cells, 38, 2);
    timeline_draw((struct rect){0, 0, 38, 2}, &meeting, &deadlines, spring);
    assert_row(&cells, 0, "●───┬───────┬─────────┬────────┬─────►");
    assert_row(&cells, 1, "    資料5/7 開會5/14  草稿5/28 公開6/3");
    picture_end(&cells);
}

static void the_line__never_writes_one_date_over_another(void **state)
{
    const struct meeting meeting = meeting_of(NULL, 0);
    const struct deadlines deadlines = dates();

    (void)state;
    for (int cols = 1; cols <= 120; cols++)
        for (int days = -400; days <= 400; days += 23) {
            struct cells cells = {0};
            struct str text = STR_INIT;

            picture_start(&cells, cols, 2);
            timeline_draw((struct rect){0, 0, cols, 2}, &meeting, &deadlines, date_add(day, days));
            if (cols >= 38) {
                cells_row_text(&cells, 1, &text);
                assert_non_null(strstr(text.text, "資料5/7"));
                assert_non_null(strstr(text.text, "開會5/14"));
                assert_non_null(strstr(text.text, "草稿5/28"));
                assert_non_null(strstr(text.text, "公開6/3"));
            }
            str_release(&text);
            picture_end(&cells);
        }
}

static void the_next_deadline__is_the_first_that_is_not_done(void **state)
{
    static const struct {
        struct date today;
        int done; /* steps done, in their order */
        const char *words;
    } cases[] = {
        {{2024, 5, 2}, 0, "資料寄送 5/7(二)前　剩 3 工作日"},
        {{2024, 5, 7}, 0, "資料寄送 5/7(二)前　今日截止"},
        {{2024, 5, 9}, 0, "資料寄送 5/7(二)前　逾期 2 工作日"},
        {{2024, 5, 9}, 1, "紀錄草稿 5/28(二)前　剩 13 工作日"},
        {{2024, 5, 29}, 2, "公開 6/3(一)前　剩 3 工作日"},
        {{2024, 5, 29}, 3, NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const int steps[] = {STEP_SENT, STEP_DRAFT_SENT, STEP_PUBLISHED};
        struct milestone milestones[3];
        const struct deadlines deadlines = dates();
        struct meeting meeting;
        struct str text = STR_INIT;
        enum role role;

        for (int k = 0; k < 3; k++) {
            entity_defaults(&milestone_entity, &milestones[k]);
            milestones[k].step = steps[k];
            milestones[k].date = "2024-05-06";
        }
        meeting = meeting_of(milestones, (size_t)cases[i].done);
        assert_int_equal(timeline_next(&meeting, &deadlines, cases[i].today, &text, &role),
                         cases[i].words != NULL);
        if (cases[i].words)
            assert_string_equal(text.text, cases[i].words);
        str_release(&text);
    }
}

static void papers__are_not_asked_for_any_more_once_the_meeting_was_held(void **state)
{
    struct meeting meeting = meeting_of(NULL, 0);
    const struct deadlines deadlines = dates();
    struct str text = STR_INIT;
    enum role role;

    (void)state;
    meeting.end = "2024-05-14T16:00";
    assert_true(timeline_next(&meeting, &deadlines, (struct date){2024, 5, 15}, &text, &role));
    assert_string_equal(text.text, "紀錄草稿 5/28(二)前　剩 9 工作日");
    str_release(&text);
}

static void every_code_of_core__has_a_word_on_the_screen(void **state)
{
    const struct choices *const all[] = {&member_role_choices,   &member_kind_choices, &gender_choices,
                                         &basis_choices,         &comparison_choices,  &section_choices,
                                         &meeting_kind_choices,  &outcome_choices,     &meeting_mode_choices,
                                         &step_choices,          &presence_choices,    &disclosure_choices,
                                         &decision_kind_choices, &vote_method_choices, &vote_of_choices,
                                         &vote_choice_choices,   &vote_result_choices, &ruling_choices};

    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t k = 0; k < all[i]->n; k++)
            assert_true(*label_choice(all[i], (int)k) != '\0');
        assert_string_equal(label_choice(all[i], UNKNOWN), "");
        assert_string_equal(label_choice(all[i], (int)all[i]->n), "");
    }
}

static void a_meeting_and_a_date__are_written_as_the_office_writes_them(void **state)
{
    static const struct {
        const char *key, *title, *words;
    } meetings[] = {{"112-2", NULL, "112年第2次會議"},
                    {"112-e1", NULL, "112年第1次臨時會議"},
                    {"112-2", "112年專案會議", "112年專案會議"},
                    {"old", NULL, "old"}};
    static const struct {
        const char *iso, *words;
    } days[] = {{"2023-05-24", "112/05/24(三)"},
                {"2023-05-24T14:00", "112/05/24(三) 14:00"},
                {"no day", "no day"},
                {NULL, ""}};

    (void)state;
    for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++) {
        struct str text = STR_INIT;

        label_meeting_key(&text, meetings[i].key, meetings[i].title);
        assert_string_equal(text.text, meetings[i].words);
        str_release(&text);
    }
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct str text = STR_INIT;

        label_moment(&text, days[i].iso);
        assert_string_equal(text.text, days[i].words);
        str_release(&text);
    }
}

static void a_person__is_named_with_post_where_he_is_no_member(void **state)
{
    static const struct {
        struct person person;
        const char *words;
    } cases[] = {{{.member = "m01"}, "歐陽河"},
                 {{.member = "m99"}, "m99"},
                 {{.surname = "葉", .given = "水"}, "葉水"},
                 {{.surname = "葉", .given = "水", .title = "科長", .unit = "水質司"}, "葉水 科長（水質司）"},
                 {{.unit = "水質司"}, "水質司"},
                 {{NULL, NULL, NULL, NULL, NULL}, ""}};
    struct member member;
    struct members members = {&member, 1};

    (void)state;
    entity_defaults(&member_entity, &member);
    member.key = "m01";
    member.surname = "歐陽";
    member.given = "河";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = STR_INIT;

        label_person(&text, &members, &cases[i].person);
        assert_string_equal(text.text, cases[i].words);
        str_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line__has_today_before_the_four_dates_and_their_words_apart),
        cmocka_unit_test(the_line__never_writes_one_date_over_another),
        cmocka_unit_test(the_next_deadline__is_the_first_that_is_not_done),
        cmocka_unit_test(papers__are_not_asked_for_any_more_once_the_meeting_was_held),
        cmocka_unit_test(every_code_of_core__has_a_word_on_the_screen),
        cmocka_unit_test(a_meeting_and_a_date__are_written_as_the_office_writes_them),
        cmocka_unit_test(a_person__is_named_with_post_where_he_is_no_member),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}

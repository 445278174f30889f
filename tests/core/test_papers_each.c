/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Papers that each member gets with his name, and the letters that papers quote.
 */
#include "tests/core/papers.h"

#include "core/paper/writer.h"

static const char *own_style(void **state, const char *text)
{
    write_file(path_of(state, "own.ini"), text, strlen(text));
    return path_of(state, "own.ini");
}

/* ---- reply forms ------------------------------------------------------------------------------- */

/* The form of MEMBER (NULL: as the style says) into the office's text; how many pages it has. */
static int print_reply(void **state, struct office *office, const char *member, const char *style_text)
{
    const struct page_size size = {100, PAGE_LINES};
    struct paper_source source = {&office->s, NULL, NULL, COPY_PUBLIC};
    struct style *style;
    struct document document;
    struct err err = {0};

    assert_int_equal(style_load(own_style(state, style_text), &style, &err), STATUS_OK);
    source.style = style;
    document_init(&document);
    str_clear(&office->out);
    assert_int_equal(paper_build_for(paper_find("reply"), &source, member, &document, &err), STATUS_OK);
    assert_int_equal(write_text(&document, &size, &office->out, &err), STATUS_OK);
    document_release(&document);
    style_free(style);
    return 1 + count_of(office->out.text, "\f");
}

static void reply_form__is_one_for_all__unless_the_style_wants_one_for_each(void **state)
{
    static const struct {
        const char *style;
        int pages;
    } cases[] = {{"[reply]\neach = no\n", 1}, {"[reply]\neach = yes\n", 12}, {"[reply]\nnote = \"。\"\n", 1}};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(print_reply(state, &office, NULL, cases[i].style), cases[i].pages);
    office_release(&office);
}

static void reply_forms_for_each__bear_each_name_once__and_offer_civil_members_no_delegate(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    (void)print_reply(state, &office, NULL, "[reply]\neach = yes\n");
    for (size_t i = 0; i < office.s.meeting.composition.n; i++) {
        const struct member *m = member_find(&office.s.members, office.s.meeting.composition.v[i].member);
        struct str name = STR_INIT;

        str_printf(&name, "%s%s", m->surname, m->given);
        assert_int_equal(count_of(office.out.text, name.text), 1);
        str_release(&name);
    }
    assert_int_equal(count_of(office.out.text, "□親自出席"), 12);
    assert_int_equal(count_of(office.out.text, "□指派代表出席"), 7);
    assert_int_equal(count_of(office.out.text, "（不得代理）"), 5);
    office_release(&office);
}

static void reply_form_of_one_member__bears_his_name_and_post(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    assert_int_equal(
        print_reply(state, &office, office.s.meeting.composition.v[1].member, "[reply]\neach = yes\n"), 1);
    assert_non_null(strstr(office.out.text, "歐陽秉衡"));
    assert_non_null(strstr(office.out.text, "臨川大學水利工程學系教授"));
    assert_null(strstr(office.out.text, "□指派代表出席"));
    office_release(&office);
}

static void reply_forms__of_a_meeting_without_members__are_one_blank_form(void **state)
{
    struct office office;

    office_of_file(state, &office, FIXTURES "minimal.json", NULL);
    office.s.meeting.composition.n = 0;
    assert_int_equal(print_reply(state, &office, NULL, "[reply]\neach = yes\n"), 1);
    assert_non_null(strstr(office.out.text, "□親自出席"));
    office_release(&office);
}

/* ---- letters ------------------------------------------------------------------------------------ */

static void letters__print_where_a_style_quotes_them(void **state)
{
    static const struct {
        const char *paper, *style, *expected;
    } cases[] = {
        {"notice", "", "發文字號：水資字第1120008852號函"},
        {"agenda", "[agenda]\nlines = \"letter\"\n", "開會通知：112年11月27日 水資字第1120008852號函"},
        {"minutes", "[head]\nlines = \"letter\"\nletter = \"依{letter}召開\"\n",
         "依水資字第1120008852號函召開"},
        {"tracking", "[tracking_table]\nlines = \"letter\"\n",
         "開會通知：112年11月27日 水資字第1120008852號函"},
    };
    struct office office;

    office_init(state, &office);
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_paper(&office, cases[i].paper, own_style(state, cases[i].style), COPY_PUBLIC, 120);
        if (!strstr(office.out.text, cases[i].expected))
            print_message("%s\n%s\n", cases[i].expected, office.out.text);
        assert_non_null(strstr(office.out.text, cases[i].expected));
    }
    office_release(&office);
}

/* The letter of the step that comes last; a step without one is passed over. */
static void letter_of_the_minutes__is_the_last_that_sent_them(void **state)
{
    static const struct {
        const char *draft, *confirmed, *published, *expected;
    } cases[] = {{NULL, NULL, NULL, NULL},
                 {"甲字第1號", NULL, NULL, "甲字第1號"},
                 {"甲字第1號", "甲字第2號", NULL, "甲字第2號"},
                 {"甲字第1號", "甲字第2號", "甲字第3號", "甲字第3號"},
                 {"甲字第1號", NULL, "甲字第3號", "甲字第3號"}};
    struct office office;

    office_init(state, &office);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct milestone steps[] = {
            {.step = STEP_DRAFT_SENT, .date = "2023-12-10", .ref = cases[i].draft},
            {.step = STEP_CONFIRMED, .date = "2023-12-11", .ref = cases[i].confirmed},
            {.step = STEP_PUBLISHED, .date = "2023-12-12", .ref = cases[i].published},
        };

        office.s.meeting.milestones.v = steps;
        office.s.meeting.milestones.n = COUNT(steps);
        print_paper(&office, "minutes", own_style(state, "[head]\nlines = \"minutes_letter\"\n"), COPY_PUBLIC,
                    100);
        assert_int_equal(strstr(office.out.text, "紀錄函送：") != NULL, cases[i].expected != NULL);
        if (cases[i].expected)
            assert_non_null(strstr(office.out.text, cases[i].expected));
    }
    office_release(&office);
}

static void letter_of_a_report__prints_in_the_minutes_and_the_table_where_the_style_quotes_it(void **state)
{
    static struct node cell_head[] = {{.text = "站名"}};
    static struct grid_cell cell[] = {{.line = 0, .column = 0, .kind = CELL_TEXT, .text = "北投站"}};
    struct grid table = {.caption = "已校核測站", .lines = 1, .columns = {cell_head, 1}, .cells = {cell, 1}};
    struct attachment attachment = {.label = "附件1", .title = "校核紀錄"};
    struct office office;
    struct round *round = NULL;

    office_init(state, &office);
    for (size_t i = 0; !round && i < office.s.resolutions.n; i++)
        for (size_t k = 0; k < office.s.resolutions.v[i].rounds.n; k++)
            if (text_same(office.s.resolutions.v[i].rounds.v[k].meeting, "112-2"))
                round = &office.s.resolutions.v[i].rounds.v[k];
    assert_non_null(round);
    round->letter = "河字第5號";
    round->letter_date = "2023-11-20";
    round->tables.v = &table;
    round->tables.n = 1;
    round->attachments.v = &attachment;
    round->attachments.n = 1;
    print_paper(&office, "minutes", "formal", COPY_PUBLIC, 100);
    assert_non_null(strstr(office.out.text, "來文：112年11月20日 河字第5號"));
    assert_non_null(strstr(office.out.text, "北投站"));
    print_paper(&office, "minutes", own_style(state, "[tracking]\nletter = \"\"\n"), COPY_PUBLIC, 100);
    assert_null(strstr(office.out.text, "河字第5號"));
    print_paper(&office, "minutes",
                own_style(state, "[tracking]\nletter = \"（[{letter_date}]{letter}函復）\"\n"), COPY_PUBLIC,
                100);
    assert_non_null(strstr(office.out.text, "（112年11月20日河字第5號函復）"));
    print_paper(&office, "tracking", own_style(state, "[tracking_table]\ncolumns = \"key by_letter\"\n"),
                COPY_PUBLIC, 100);
    assert_non_null(strstr(office.out.text, "112年11月20日 河字第5號"));
    assert_non_null(strstr(office.out.text, "已校核測站"));
    assert_non_null(strstr(office.out.text, "附件1：校核紀錄"));
    office_release(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(reply_form__is_one_for_all__unless_the_style_wants_one_for_each),
        scratch_test(reply_forms_for_each__bear_each_name_once__and_offer_civil_members_no_delegate),
        scratch_test(reply_form_of_one_member__bears_his_name_and_post),
        scratch_test(reply_forms__of_a_meeting_without_members__are_one_blank_form),
        scratch_test(letters__print_where_a_style_quotes_them),
        scratch_test(letter_of_the_minutes__is_the_last_that_sent_them),
        scratch_test(letter_of_a_report__prints_in_the_minutes_and_the_table_where_the_style_quotes_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

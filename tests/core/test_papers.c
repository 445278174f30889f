/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The papers besides the minutes: what each says of a meeting, what it must not say, and that every style and
 * width can print all of them.
 */
#include "tests/core/papers.h"

/* ---- every paper ------------------------------------------------------------------------------- */

static void assert_width(const char *text, int width)
{
    while (*text) {
        size_t n = strcspn(text, "\n");

        assert_true(text_cols(text, n, &text_paper) <= width);
        assert_int_equal(text[n], '\n');
        text += n + 1;
    }
}

static void every_paper__fits_the_page__in_every_style(void **state)
{
    static const char *const keys[] = {"112-1", "112-2", "113-1"};
    static const int widths[] = {40, 76, 120};
    struct office office;
    int printed = 0;

    office_init(state, &office);
    for (size_t k = 0; k < COUNT(keys); k++) {
        office_meeting(&office, keys[k]);
        for (size_t i = 0; style_builtin_name(i); i++)
            for (size_t p = 0; paper_at(p); p++)
                for (size_t w = 0; w < COUNT(widths); w++, printed++) {
                    print_paper(&office, paper_at(p)->name, style_builtin_name(i), COPY_INTERNAL, widths[w]);
                    assert_true(office.out.len_bytes > 100);
                    assert_width(office.out.text, widths[w]);
                }
    }
    assert_int_equal(printed, 3 * 3 * 9 * 3);
    office_release(&office);
}

static void every_paper__can_be_printed_of_a_meeting_of_which_nothing_is_known(void **state)
{
    struct office office;

    office_of_file(state, &office, FIXTURES "minimal.json", NULL);
    for (size_t i = 0; style_builtin_name(i); i++)
        for (size_t p = 0; paper_at(p); p++)
            print_paper(&office, paper_at(p)->name, style_builtin_name(i), COPY_PUBLIC, 76);
    office_release(&office);
}

static void papers__are_found_by_name_alone(void **state)
{
    (void)state;
    for (size_t p = 0; paper_at(p); p++)
        assert_ptr_equal(paper_find(paper_at(p)->name), paper_at(p));
    assert_null(paper_find("menu"));
    assert_null(paper_find(""));
}

/* What was said in confidence stands on none of them, nor does anything else that was said. */
static void papers_to_hand_out__say_nothing_of_what_was_said(void **state)
{
    static const char *const files[] = {FIXTURES "closed.json", FIXTURES "anonymous.json"};

    for (size_t f = 0; f < COUNT(files); f++) {
        struct office office;
        size_t statements = 0;

        office_of_file(state, &office, files[f], NULL);
        for (size_t p = 0; paper_at(p); p++) {
            if (strcmp(paper_at(p)->name, "minutes") == 0)
                continue;
            print_paper(&office, paper_at(p)->name, "formal", COPY_INTERNAL, 200);
            squeeze(&office.out);
            for (size_t i = 0; i < office.s.meeting.items.n; i++)
                for (size_t k = 0; k < office.s.meeting.items.v[i].statements.n; k++) {
                    const struct statement *said = &office.s.meeting.items.v[i].statements.v[k];

                    statements++;
                    if (said->points.n)
                        assert_null(strstr(office.out.text, said->points.v[0].text));
                }
        }
        assert_true(statements >= 8);
        office_release(&office);
    }
}

/* ---- the agenda -------------------------------------------------------------------------------- */

static void agenda_in_docket__is_an_overview_and_a_case_for_each_matter(void **state)
{
    static const char *const expected[] = {"水文部",
                                           "「政府資料開放諮詢小組」113年第1次會議議程",
                                           "時間：113年5月14日（星期二）下午2時",
                                           "壹、主席致詞",
                                           "參、報告事項",
                                           "一、本部及所屬機關資料盤點表",
                                           "二、113年第1季",
                                           "肆、討論事項",
                                           "伍、臨時動議",
                                           "上次會議決議事項辦理情形",
                                           "報告事項第一案",
                                           "報告單位：資訊處",
                                           "案由：本部及所屬機關資料盤點表",
                                           "說明：本次盤點基準日",
                                           "決定：",
                                           "報告事項第二案",
                                           "一、截至113年3月31日",
                                           "(一)已如期開放3筆",
                                           "決定：",
                                           "討論事項第一案",
                                           "提案單位：資訊處",
                                           "擬辦：",
                                           "決議：",
                                           "附件2：資料集命名"};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    print_paper(&office, "agenda", "docket", COPY_PUBLIC, 76);
    squeeze(&office.out);
    assert_in_order(office.out.text, expected, COUNT(expected));
    assert_null(strstr(office.out.text, "散會"));
    office_release(&office);
}

static void agenda__leaves_room_for_the_decision_even_when_it_is_taken(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "112-2");
    assert_true(item_decision(meeting_item(&office.s.meeting, "j4")) != NULL);
    print_paper(&office, "agenda", "formal", COPY_INTERNAL, 76);
    squeeze(&office.out);
    assert_null(strstr(office.out.text, "決議：照案通過"));
    assert_null(strstr(office.out.text, "修正通過"));
    office_release(&office);
}

static void agenda_of_classic_and_formal__name_the_unit_and_the_close(void **state)
{
    static const char *const styles[] = {"classic", "formal"};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    for (size_t i = 0; i < COUNT(styles); i++) {
        print_paper(&office, "agenda", styles[i], COPY_PUBLIC, 120);
        squeeze(&office.out);
        assert_non_null(strstr(office.out.text, "報告（資訊處）"));
        assert_non_null(strstr(office.out.text, "散會"));
    }
    office_release(&office);
}

/* ---- the notice -------------------------------------------------------------------------------- */

static void notice__quotes_the_letter_and_what_the_rule_in_force_asks_for(void **state)
{
    static const char *const expected[] = {"水文部開會通知單",
                                           "發文字號：水資字第1120008852號函",
                                           "開會時間：112年12月5日",
                                           "主持人：范姜常務次長映真",
                                           "出席者：范姜委員映真、歐陽委員秉衡",
                                           "列席者：許秘書長子謙",
                                           "應有委員6人以上出席，其中民間代表至少3人",
                                           "議程",
                                           "壹、主席致詞"};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "112-2");
    print_paper(&office, "notice", "formal", COPY_PUBLIC, 76);
    squeeze(&office.out);
    assert_in_order(office.out.text, expected, COUNT(expected));
    office_release(&office);
}

static void notice__before_anything_was_sent__has_no_letter(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    office.s.meeting.milestones.n = 0;
    print_paper(&office, "notice", "formal", COPY_PUBLIC, 76);
    assert_null(strstr(office.out.text, "發文"));
    assert_non_null(strstr(office.out.text, "主持人："));
    office_release(&office);
}

/* ---- people ------------------------------------------------------------------------------------ */

static void sign_in_sheet__has_every_member_and_no_delegate_of_a_civil_one(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "112-2");
    print_paper(&office, "signin", "formal", COPY_PUBLIC, 100);
    for (size_t i = 0; i < office.s.meeting.composition.n; i++) {
        const struct member *m = member_find(&office.s.members, office.s.meeting.composition.v[i].member);
        struct str name = STR_INIT;

        str_printf(&name, "%s%s", m->surname, m->given ? m->given : "");
        assert_non_null(strstr(office.out.text, name.text));
        str_release(&name);
    }
    assert_int_equal(count_of(office.out.text, "（不得代理）"), 5);
    assert_non_null(strstr(office.out.text, "方彥博"));
    assert_non_null(strstr(office.out.text, "| 7 ")); /* three observers and room for four more */
    office_release(&office);
}

static void fees__go_to_civil_members_who_came_and_to_nobody_else(void **state)
{
    static const struct {
        const char *name;
        bool paid;
    } cases[] = {{"歐陽秉衡", true},  {"諸葛曉青", true},  {"陳怡文", true},  {"司徒靜宜", false},
                 {"陳柏安", false},   {"范姜映真", false}, {"高志遠", false}, {"許子謙", false},
                 {"尚未登錄", false}, {"總計", true}};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "112-2");
    print_paper(&office, "fees", "classic", COPY_PUBLIC, 100);
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(strstr(office.out.text, cases[i].name) != NULL, cases[i].paid);
    office_release(&office);
}

static void fees__before_the_meeting__list_all_civil_members_and_say_so(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    print_paper(&office, "fees", "classic", COPY_PUBLIC, 100);
    assert_non_null(strstr(office.out.text, "尚未登錄"));
    assert_non_null(strstr(office.out.text, "司徒靜宜"));
    assert_null(strstr(office.out.text, "高志遠"));
    office_release(&office);
}

static void roster__adds_up(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "112-2");
    print_paper(&office, "roster", "formal", COPY_PUBLIC, 100);
    assert_non_null(strstr(office.out.text, "委員12人；機關代表7人、民間代表5人；女性6人、男性6人。"));
    assert_int_equal(count_of(office.out.text, "召集人"), 1);
    assert_int_equal(count_of(office.out.text, "112/01/01 至 113/12/31"),
                     5); /* agency members have no term */
    office_release(&office);
}

static void reply_form__offers_what_a_member_may_answer(void **state)
{
    static const char *const expected[] = {"出席回復單",    "姓名",  "□親自出席",
                                           "□指派代表出席", "□請假", "民間代表委員不得由他人代理"};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    print_paper(&office, "reply", "formal", COPY_PUBLIC, 100);
    assert_in_order(office.out.text, expected, COUNT(expected));
    office_release(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(every_paper__fits_the_page__in_every_style),
        scratch_test(every_paper__can_be_printed_of_a_meeting_of_which_nothing_is_known),
        scratch_test(papers__are_found_by_name_alone),
        scratch_test(papers_to_hand_out__say_nothing_of_what_was_said),
        scratch_test(agenda_in_docket__is_an_overview_and_a_case_for_each_matter),
        scratch_test(agenda__leaves_room_for_the_decision_even_when_it_is_taken),
        scratch_test(agenda_of_classic_and_formal__name_the_unit_and_the_close),
        scratch_test(notice__quotes_the_letter_and_what_the_rule_in_force_asks_for),
        scratch_test(notice__before_anything_was_sent__has_no_letter),
        scratch_test(sign_in_sheet__has_every_member_and_no_delegate_of_a_civil_one),
        scratch_test(fees__go_to_civil_members_who_came_and_to_nobody_else),
        scratch_test(fees__before_the_meeting__list_all_civil_members_and_say_so),
        scratch_test(roster__adds_up),
        scratch_test(reply_form__offers_what_a_member_may_answer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
